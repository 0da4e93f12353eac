"""Who opens the sheets of the deposit page and writes what they ask for, step by step undoable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ksdesk.actions import deposit, notes
from ksdesk.actions.deposit import notes as deposit_notes
from ksdesk.actions.deposit import reconcile as deposit_reconcile
from ksdesk.actions.deposit import refund as deposit_refund
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import Entry, NewEntry
from ksdesk.domain.notes import Note
from ksdesk.ui.deposit import facts_sheets as facts
from ksdesk.ui.deposit.entry_sheet import EntrySheet, ReverseSheet
from ksdesk.ui.deposit.excess_sheet import ExcessSheet
from ksdesk.ui.deposit.line_sheet import LineSheet
from ksdesk.ui.deposit.mark_sheet import FreezeSheet, MeasureSheet
from ksdesk.ui.deposit.notes_sheet import NotesSheet
from ksdesk.ui.deposit.outlook_words import measure_word
from ksdesk.ui.deposit.reconcile_sheet import ReconcileSheet
from ksdesk.ui.deposit.refund.sheet import RefundSheet
from ksdesk.ui.deposit.sub_shop_sheet import SubShopSheet
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.what_if_sheet import WhatIfSheet
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.texts import signed_money_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.trouble import headline


class Desk(QObject):
    """Holds the open sheet. `booked(number)` after a ledger line was written, `looked_at(number)`
    when a sheet wants one shown, `turned(account)` when another account is at hand.

    A sheet that answers `show_view` is told what the book says after each change; one that
    answers `refuse` says what could not be written.
    """

    booked = Signal(int)
    looked_at = Signal(int)
    turned = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.sheet: SheetDialog | None = None
        self.view: AccountView | None = None
        self.account = "own"
        self._page = parent

    def show_view(self, view: AccountView) -> None:
        """What the book says now."""
        self.view = view
        if self.sheet is not None and hasattr(self.sheet, "show_view"):
            self.sheet.show_view(view)

    def open(self, sheet: SheetDialog) -> None:
        """Show a sheet; the one before it goes."""
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
        self.sheet = sheet
        if self.view is not None and hasattr(sheet, "show_view"):
            sheet.show_view(self.view)
        sheet.open()

    def _today(self) -> date:
        return self.ctx.clock().date()

    # -- the ledger

    def record(self, amount: int | None = None, kind: str = "paid_in") -> None:
        """The sheet for any entry."""
        balances = {a.name: a.balance for a in self.view.accounts} if self.view else {}
        sheet = EntrySheet(
            balances, self._today(), self.account, kind=kind, amount=amount, parent=self._page
        )
        sheet.ready.connect(self._record)
        self.open(sheet)

    def _record(self, entry: NewEntry) -> None:
        self.turned.emit(entry.account)
        self.write(self.tr("Record a deposit entry"), deposit.add, [entry])

    def show_line(self, entry: Entry, note: str, refusal: str) -> None:
        """All of a line, with the ways to its import and to its reversal."""
        sheet = LineSheet(self.ctx, entry, note, refusal, self._page)
        sheet.reversing.connect(self.reverse)
        sheet.batch_asked.connect(self._to_batch)
        self.open(sheet)

    def _to_batch(self, number: int) -> None:
        self.ctx.navigate("traffic", str(number))

    def reverse(self, entry: Entry) -> None:
        """The sheet that reverses a line."""
        sheet = ReverseSheet(entry, self._today(), parent=self._page)
        sheet.ready.connect(partial(self._reverse, entry.id))
        self.open(sheet)

    def _reverse(self, number: int, day: date, reason: str) -> None:
        self.write(self.tr("Reverse a deposit entry"), deposit.reverse, [number], day, reason)

    def compare(self) -> None:
        """The sheet that holds the balance against the phone."""
        sheet = ReconcileSheet(self.ctx, self.account, parent=self._page)
        sheet.ready.connect(self._reconcile)
        sheet.looked_at.connect(self.looked_at)
        self.open(sheet)

    def _reconcile(self, account: str, shown: int, day: date, reason: str) -> None:
        self.turned.emit(account)
        self.write(
            self.tr("Compare the deposit with the phone"),
            deposit_reconcile.reconcile,
            account,
            shown,
            day,
            reason,
            done=self._reconciled,
        )

    def _reconciled(self, changes: Changes) -> None:
        difference = changes.ref if isinstance(changes.ref, int) else 0
        said = self.tr("Noted: book and phone agree")
        if difference:
            said = self.tr("Booked {amount}; book and phone agree")
        self.ctx.notice(said.format(amount=signed_money_text(difference)), undo=True)

    # -- what the platform did

    def mark(self, code: str) -> None:
        """The sheet for a measure that happened or was lifted."""
        measures = self.view.measures if self.view else ()
        sheet = MeasureSheet(code, measures, self._today(), parent=self._page)
        sheet.ready.connect(self._mark)
        self.open(sheet)

    def _mark(self, measure: str, state: str, day: date, note: str) -> None:
        said = measure_word(measure)
        step = self.tr("Note a measure of the platform")
        self.write(step, deposit_notes.mark, measure, state, day, note, said=said)

    def freeze(self) -> None:
        """The sheet for an account that is frozen, or no longer."""
        frozen = bool(self.view and self.view.account.frozen)
        sheet = FreezeSheet(account_word(self.account), frozen, self._today(), parent=self._page)
        sheet.ready.connect(self._freeze)
        self.open(sheet)

    def _freeze(self, frozen: bool, day: date, note: str) -> None:
        step = self.tr("Freeze an account") if frozen else self.tr("Thaw an account")
        self.write(step, deposit_notes.freeze, self.account, frozen, day, note, said=step)

    # -- what the line depends on

    def list_facts(self, name: str) -> None:
        """The sheet for facts: shown, categories, sales, tiers, adjustments or sub_shops."""
        today = self._today()
        rules = self.view.rules.on(today) if self.view else self.ctx.rules().on(today)
        own = "promotion" if self.account == "promotion" else "own"
        makers: dict[str, Callable[[], NotesSheet]] = {
            "shown": partial(facts.ShownSheet, self.account, today, self._page),
            "categories": partial(facts.CategorySheet, own, today, self._page),
            "sales": partial(facts.SalesSheet, today, self._page),
            "tiers": partial(facts.TierSheet, rules, today, self._page),
            "adjustments": partial(facts.AdjustmentSheet, rules, today, self._page),
            "sub_shops": partial(SubShopSheet, today, self._page),
        }
        sheet = makers[name]()
        sheet.kept.connect(partial(self._keep, sheet.windowTitle()))
        sheet.dropped.connect(partial(self._drop, sheet.windowTitle()))
        if isinstance(sheet, SubShopSheet):
            sheet.transferred.connect(self._transfer)
        self.open(sheet)

    def _keep(self, what: str, note: Note) -> None:
        self.write(what, notes.keep, note, close=False)

    def _drop(self, what: str, note: Note) -> None:
        step = self.tr("{what}: take away").format(what=what)
        self.write(step, notes.drop, note, close=False, said=step)

    def _transfer(self, number: int, account: str, amount: int, day: date) -> None:
        step = self.tr("Transfer from a sub-shop")
        self.write(step, deposit_notes.transfer, number, account, amount, day, "", close=False)

    def ask_what_if(self) -> None:
        """The sheet that works out the line under other circumstances."""
        if self.view is not None:
            self.open(WhatIfSheet(self.ctx, self.view, parent=self._page))

    # -- the way back

    def refund(self) -> None:
        """The sheet for getting the promotion deposit back."""
        sheet = RefundSheet(self.ctx, parent=self._page)
        sheet.asked.connect(self._refund)
        self.open(sheet)

    def _refund(self, verb: str, args: tuple[Any, ...]) -> None:
        verbs: dict[str, tuple[str, Callable[..., Changes]]] = {
            "close_function": (self.tr("Promotion closed"), deposit_refund.close_function),
            "exit_rule_met": (self.tr("Shop-exit rule met"), deposit_refund.exit_rule_met),
            "apply": (self.tr("Refund applied for"), deposit_refund.apply),
            "deducted": (self.tr("Deducted before the refund"), deposit_refund.deducted),
            "paid": (self.tr("Refund paid"), deposit_refund.paid),
            "reopen": (self.tr("Promotion opened again"), deposit_refund.reopen),
        }
        step, action = verbs[verb]
        self.write(step, action, *args, close=False, said=step)

    def excess(self) -> None:
        """The sheet for taking out excess promotion deposit."""
        sheet = ExcessSheet(self.ctx, parent=self._page)
        sheet.ready.connect(self._withdraw)
        sheet.categories.connect(partial(self.list_facts, "categories"))
        sheet.sales.connect(partial(self.list_facts, "sales"))
        self.open(sheet)

    def _withdraw(self, amount: int, day: date, note: str) -> None:
        step = self.tr("Take out excess promotion deposit")
        self.write(step, deposit_refund.withdraw_excess, amount, day, note)

    # -- writing

    def write(
        self,
        text: str,
        action: Callable[..., Changes],
        *args: Any,
        close: bool = True,
        said: str = "",
        done: Callable[[Changes], None] | None = None,
    ) -> None:
        """Write as a step named `text`; the present moment is the action's last argument.

        close: the sheet has done its work then; `said` is the line that fades, with the undo;
        `done` says something else instead.
        """
        self.ctx.write(
            self,
            text,
            action,
            *args,
            self.ctx.clock(),
            done=partial(self._done, close, said, done),
            failed=self._failed,
        )

    def _done(
        self, close: bool, said: str, done: Callable[[Changes], None] | None, changes: Changes
    ) -> None:
        if close and self.sheet is not None:
            self.sheet.accept()
            self.sheet.deleteLater()
            self.sheet = None
        if done is not None:
            done(changes)
        elif said and changes:
            self.ctx.notice(said, undo=changes.undo is not None)
        elif isinstance(changes.ref, tuple) and changes.ref:
            self.booked.emit(int(changes.ref[-1]))
            self.ctx.notice(self.tr("Recorded in the ledger"), undo=True)

    def _failed(self, error: BaseException) -> None:
        if self.sheet is not None and hasattr(self.sheet, "refuse"):
            self.sheet.refuse(headline(error))
        self.ctx.jobs.failed.emit(error)
