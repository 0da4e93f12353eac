"""Recording a line of the ledger, and taking one back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.deposit import LEDGER_KINDS, LedgerError, signed
from ksdesk.domain.deposit.ledger import ACCOUNTS, Entry, NewEntry
from ksdesk.ui.deposit import words
from ksdesk.ui.deposit.form_sheet import FormSheet, side_by_side, wrong_day
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.texts import day_text, money_text, signed_money_text

TYPED_KINDS = tuple(code for code in LEDGER_KINDS if code != "reversal")
PENALTIES = frozenset(("deduction", "returned", "refund_deducted"))
"""Kinds that may name a clause, an order and a proof."""


class EntrySheet(FormSheet):
    """`ready(NewEntry)` when all fields hold; the page writes it and closes the sheet."""

    ready = Signal(object)

    def __init__(
        self,
        balances: Mapping[str, int],
        today: date,
        account: str,
        *,
        kind: str = "paid_in",
        amount: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", name="deposit-entry", width=520, parent=parent)
        self.title_label.setText(self.tr("Record an entry"))
        self.setWindowTitle(self.tr("Record an entry"))
        self.set_sentence(self.tr("The ledger is only added to. A mistake is reversed later."))
        self._balances, self._today = balances, today
        accounts = [(name, account_word(name)) for name in ACCOUNTS]
        kinds = [(code, words.word(words.KINDS[code])) for code in TYPED_KINDS]
        self.account = ChoiceField(self.tr("Account"), accounts, account, parent=self)
        self.kind = ChoiceField(self.tr("Kind"), kinds, kind, parent=self)
        self.day = DateField(self.tr("Day"), parent=self)
        self.amount = MoneyField(self.tr("Amount"), parent=self)
        self.note = self.note_field(self.tr("What for, which order, which notice"))
        self.rule = LineField(self.tr("Clause"), placeholder=self.tr("as the notice names it"))
        self.order = LineField(self.tr("Order number"))
        self.proof = LineField(
            self.tr("Proof at hand"), placeholder=self.tr("screenshot, waybill, chat")
        )
        self.day.set_value(today)
        self.amount.set_value(amount)
        self.penalty = QWidget(self)
        column = QVBoxLayout(self.penalty)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(side_by_side(self.rule, self.order))
        column.addWidget(self.proof)
        self.beside(self.account, self.kind)
        self.beside(self.day, self.amount)
        self.add(self.penalty)
        self.add(self.note)
        self.finish(self.tr("Record it"), "plus")
        for field in (self.account, self.kind, self.day, self.amount):
            field.edited.connect(self._tell)
        self._tell()

    def entry(self) -> NewEntry | None:
        """The line as typed, None while something is missing or cannot be."""
        day, amount = self.day.value(), self._signed()
        if day is None or day > self._today or amount is None:
            return None
        entry = NewEntry(
            str(self.account.value()),
            day,
            str(self.kind.value()),
            amount,
            self.note.text().strip(),
        )
        if entry.kind not in PENALTIES:
            return entry
        return replace(
            entry,
            rule=self.rule.text().strip(),
            order=self.order.text().strip(),
            proof=self.proof.text().strip(),
        )

    def _signed(self) -> int | None:
        """The amount with its sign; None where the kind cannot have it."""
        kind = str(self.kind.value())
        if not LEDGER_KINDS[kind].moves:
            return 0
        typed = self.amount.value()
        try:
            return None if typed is None else signed(kind, typed)
        except LedgerError:
            return None

    def _tell(self, _value: object = None) -> None:
        """Say below what the line will do to the balance."""
        kind = str(self.kind.value())
        moves = LEDGER_KINDS[kind].moves
        self.amount.setEnabled(moves)
        self.penalty.setVisible(kind in PENALTIES)
        self.amount.set_caption(self._amount_caption(kind))
        if self.isVisible():
            self.fit()
        amount = self._signed()
        if not moves:
            self.outcome.set("", self.tr("Only noted; no money moves yet."))
        elif amount is None:
            self.outcome.set("", "")
        else:
            after = self._balances.get(str(self.account.value()), 0) + amount
            text = self.tr("Recorded as {amount}, the balance becomes {balance}.").format(
                amount=signed_money_text(amount), balance=money_text(after)
            )
            self.outcome.set("warn" if after < 0 else "", text)

    def _amount_caption(self, kind: str) -> str:
        sign = LEDGER_KINDS[kind].sign
        if not LEDGER_KINDS[kind].moves:
            return self.tr("Amount (none)")
        if sign < 0:
            return self.tr("Amount deducted")
        if sign > 0:
            return self.tr("Amount paid in")
        return self.tr("Amount, − if deducted")

    def submit(self) -> None:
        entry = self.entry()
        if entry is not None:
            self.main.setEnabled(False)
            self.ready.emit(entry)
            return
        self._name_mistakes()

    def _name_mistakes(self) -> None:
        """A sentence under each field that is wrong, the focus on the first."""
        wrong: list[DateField | MoneyField] = [self.day] if wrong_day(self.day, self._today) else []
        if self._signed() is None:
            wrong.append(self.amount)
            typed = self.amount.value()
            if typed:
                self.amount.set_verdict("bad", self.tr("Without a minus: this kind adds"))
            elif not self.amount.is_wrong():
                self.amount.set_verdict("bad", self.tr("Fill in the amount"))
        if wrong:
            wrong[0].setFocus()


class ReverseSheet(FormSheet):
    """`ready(day, reason)` to reverse one line."""

    ready = Signal(object, str)

    def __init__(self, entry: Entry, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", name="deposit-reverse", width=480, parent=parent)
        heading = self.tr("Reverse entry {n}").format(n=entry.number)
        self.title_label.setText(heading)
        self.setWindowTitle(heading)
        what = " · ".join(
            filter(
                None,
                (
                    day_text(entry.day, year=entry.day.year != today.year),
                    words.kind_word(entry),
                    signed_money_text(entry.amount),
                    entry.note,
                ),
            )
        )
        self.set_sentence(what)
        self._today = today
        self.reason = self.note_field(self.tr("For example: recorded twice"), self.tr("Why"))
        self.day = DateField(self.tr("Counts from"), parent=self)
        self.day.set_value(today)
        text = self.tr("A new entry of {amount} is written; both stay in sight.")
        self.outcome.set("", text.format(amount=signed_money_text(-entry.amount)))
        self.add(self.reason)
        self.add(self.day)
        self.finish(self.tr("Reverse it"))
        self.reason.setFocus()

    def submit(self) -> None:
        if wrong_day(self.day, self._today):
            self.day.setFocus()
            return
        self.main.setEnabled(False)
        self.ready.emit(self.day.value(), self.reason.text().strip())
