"""和手机对一下: the balance of the phone against the book's, and one click to agree."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.actions.deposit import reconcile as deposit_reconcile
from ksdesk.domain.deposit.ledger import ACCOUNTS
from ksdesk.domain.deposit.reconcile import Explanation
from ksdesk.ui.deposit.form_sheet import FormSheet, wrong_amount, wrong_day
from ksdesk.ui.deposit.outlook_words import hint_words
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.why import drop
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.texts import day_text, money_text, signed_money_text
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

MOST = 5  # hints shown


class ReconcileSheet(FormSheet):
    """`ready(account, shown, day, reason)` to book the difference; `looked_at(number)` to go to a
    line that may explain it.
    """

    ready = Signal(str, int, object, str)
    looked_at = Signal(int)

    def __init__(self, ctx: Context, account: str, parent: QWidget | None = None) -> None:
        super().__init__("", name="deposit-reconcile", width=560, parent=parent)
        self.ctx = ctx
        self.today = ctx.clock().date()
        self._latest = Latest(ctx, self)
        self.title_label.setText(self.tr("Compare with the phone"))
        self.setWindowTitle(self.tr("Compare with the phone"))
        self.set_sentence(self.tr("Type the balance that the phone shows."))
        accounts = [(name, account_word(name)) for name in ACCOUNTS]
        self.account = ChoiceField(self.tr("Account"), accounts, account, parent=self)
        self.shown = MoneyField(self.tr("Balance on the phone"), tall=True, parent=self)
        self.day = DateField(self.tr("At the end of"), parent=self)
        self.day.set_value(self.today)
        self.last = small("", wrap=True, parent=self)
        self.hints = QWidget(self)
        self._rows = QVBoxLayout(self.hints)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.reason = self.note_field(
            self.tr("For example: a fee that the phone took"), self.tr("Reason of the adjustment")
        )
        self.beside(self.account, self.day)
        self.add(self.shown)
        self.add(self.last)
        self.finish(self.tr("Agreed"))
        self.body.addWidget(self.hints)
        self.body.addWidget(self.reason)
        for field in (self.account, self.shown, self.day):
            field.edited.connect(self.ask)
        self.shown.edit.setFocus()
        self.ask()

    def show_view(self, view: AccountView) -> None:
        """The ledger may have changed beside: compare again."""
        seen = view.compared
        self.last.setVisible(seen is not None)
        if seen is not None:
            text = self.tr("Last compared on {day}: it agreed.")
            if seen.difference:
                text = self.tr("Last compared on {day}: {amount} was booked.")
            self.last.setText(
                text.format(day=day_text(seen.day), amount=signed_money_text(seen.difference))
            )
        self.ask()

    def ask(self, _value: object = None) -> None:
        """Compare; an answer to an older question is dropped."""
        shown, day = self.shown.value(), self.day.value()
        if shown is None or day is None or day > self.today:
            self._latest.drop()
            self._show(None)
            return
        account = str(self.account.value())
        self._latest.ask(_explain, self.ctx, account, shown, day, done=self._show)

    def _show(self, found: Explanation | None) -> None:
        while item := self._rows.takeAt(0):
            drop(item)
        differs = found is not None and found.difference != 0
        self.hints.setVisible(differs and bool(found and found.hints))
        self.reason.setVisible(differs)
        if found is None:
            self.outcome.set("", "")
            self.main.set_text(self.tr("Compare"))
        elif not differs:
            text = self.tr("It agrees: {amount} on both sides.")
            self.outcome.set("good", text.format(amount=money_text(found.balance)))
            self.main.set_text(self.tr("Note that it agrees"))
        else:
            self._show_difference(found)
        self.fit()

    def _show_difference(self, found: Explanation) -> None:
        text = (
            self.tr("The book says {balance}, the phone {shown}: {difference} less on the phone.")
            if found.difference < 0
            else self.tr("The book says {balance}, the phone {shown}: {difference} more there.")
        )
        self.outcome.set(
            "warn",
            text.format(
                balance=money_text(found.balance),
                shown=money_text(found.shown),
                difference=money_text(abs(found.difference)),
            ),
        )
        book_it = self.tr("Book {amount}").format(amount=signed_money_text(found.difference))
        self.main.set_text(book_it)
        if found.hints:
            self._rows.addWidget(small(self.tr("What could explain it:"), parent=self.hints))
        for hint in found.hints[:MOST]:
            link = TextButton(hint_words(hint), inline=True, small=True, parent=self.hints)
            set_tip(link, self.tr("Show it in the ledger"))
            link.clicked.connect(partial(self._look_at, hint.entries[0].id))
            self._rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _look_at(self, number: int, *_checked: object) -> None:
        self.reject()
        self.looked_at.emit(number)

    def submit(self) -> None:
        wrong = [wrong_amount(self.shown, least=None), wrong_day(self.day, self.today)]
        shown, day = self.shown.value(), self.day.value()
        if any(wrong) or shown is None or day is None:
            return
        self.main.setEnabled(False)
        reason = self.reason.text().strip()
        self.ready.emit(str(self.account.value()), shown, day, reason)


def _explain(ctx: Context, account: str, shown: int, day: date) -> Explanation:
    return deposit_reconcile.explain(ctx.reader, account, shown, day)
