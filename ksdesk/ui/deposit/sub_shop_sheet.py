"""子店铺: the sub-shops with their receivables (货款), from which the platform may transfer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.deposit.ledger import ACCOUNTS
from ksdesk.domain.deposit.notes import SubShop
from ksdesk.ui.deposit.form_sheet import side_by_side, wrong_amount, wrong_day
from ksdesk.ui.deposit.notes_sheet import NotesSheet
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import Divider, small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.rows import Column
from ksdesk.ui.parts.texts import day_text, money_text

NAME_LIMIT = 40


class SubShopSheet(NotesSheet[SubShop]):
    """`transferred(number, account, amount, day)`: the platform moved money of a sub-shop."""

    transferred = Signal(int, str, int, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", "", today, name="deposit-sub-shops", parent=parent)
        self.title_label.setText(self.tr("Sub-shops"))
        self.setWindowTitle(self.tr("Sub-shops"))
        self.set_sentence(
            self.tr("Below the line the platform may take receivables of a sub-shop to fill it.")
        )

    def columns(self) -> Sequence[Column]:
        return (
            Column("name", self.tr("Sub-shop"), _name, minimum=120),
            Column("money", self.tr("Receivables"), _money, money_text, "right", 140, bold=True),
            Column("day", self.tr("As of"), _day, _day_text, width=140, tone="muted"),
        )

    def build(self) -> None:
        self.name = LineField(self.tr("Name"), limit=NAME_LIMIT, parent=self)
        self.money = MoneyField(self.tr("Receivables"), parent=self)
        self.day = DateField(self.tr("As of"), parent=self)
        self.beside(self.name, self.money, self.day)
        self.moving = QWidget(self)
        accounts = [(name, account_word(name)) for name in ACCOUNTS]
        self.account = ChoiceField(self.tr("Into"), accounts, parent=self.moving)
        self.moved = MoneyField(self.tr("Taken by the platform"), parent=self.moving)
        self.moved_on = DateField(self.tr("On"), parent=self.moving)
        self.move_button = SecondButton(self.tr("Book the transfer"), parent=self.moving)
        self.move_button.clicked.connect(self._transfer)
        column = QVBoxLayout(self.moving)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Divider("grid", self.moving))
        column.addWidget(
            small(self.tr("Was something taken from it? One step books both sides."), wrap=True)
        )
        column.addLayout(side_by_side(self.moved, self.account, self.moved_on))
        column.addWidget(self.move_button)
        self.add(self.moving)

    def rows(self, view: AccountView) -> Sequence[SubShop]:
        return view.noted(SubShop)

    def fill(self, note: SubShop | None) -> None:
        self.name.set_text(note.name if note else "")
        self.money.set_value(note.receivables if note else None)
        self.day.set_value(self.today)
        self.moving.setVisible(note is not None)
        self.moved.set_value(None)
        self.moved_on.set_value(self.today)

    def read(self, number: int) -> SubShop | None:
        name = self.name.text().strip()
        if not name:
            self.name.set_verdict("bad", self.tr("Fill in the name"))
        wrong = [wrong_amount(self.money), wrong_day(self.day, self.today)]
        money, day = self.money.value(), self.day.value()
        if any(wrong) or not name or money is None or day is None:
            return None
        self.name.clear_verdict()
        return SubShop(name, money, day, id=number)

    def _transfer(self) -> None:
        shop = self.table.current_row()
        wrong = [wrong_amount(self.moved, least=1), wrong_day(self.moved_on, self.today)]
        amount, day = self.moved.value(), self.moved_on.value()
        if shop is None or any(wrong) or amount is None or day is None:
            return
        if amount > shop.receivables:
            text = self.tr("There are only {amount}").format(amount=money_text(shop.receivables))
            self.moved.set_verdict("bad", text)
            return
        self._writing = True
        self.transferred.emit(shop.id, str(self.account.value()), amount, day)


def _name(row: SubShop) -> str:
    return row.name


def _money(row: SubShop) -> int:
    return row.receivables


def _day(row: SubShop) -> date:
    return row.noted_on


def _day_text(day: date) -> str:
    return day_text(day, year=True)
