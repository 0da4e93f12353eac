"""A small sheet that asks for a few facts and hands them over when all of them hold."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import TextField, VerdictSentence
from ksdesk.ui.parts.money_field import MoneyField

NOTE_LIMIT = 200


class FormSheet(SheetDialog):
    """Fields, an outcome below them, the main button and a way out.

    Subclasses add their fields, call `finish` and answer `submit`, which checks and tells.
    """

    def __init__(
        self,
        heading: str,
        sentence: str = "",
        *,
        name: str,
        width: int = 480,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, sentence, name=name, width=width, parent=parent)
        self.outcome = VerdictSentence(self)

    def finish(self, verb: str, icon: str = "", leave: str = "") -> None:
        """Outcome and buttons, below the fields."""
        self.add(self.outcome)
        self.main = MainButton(verb, icon, parent=self)
        self.main.clicked.connect(self.submit)
        self.leave = SecondButton(leave or self.tr("Cancel"), height=40, parent=self)
        self.leave.clicked.connect(self.reject)
        self.set_buttons(self.main, self.leave)

    def submit(self) -> None:
        """Check the fields; hand over, or say what is wrong."""

    def refuse(self, sentence: str) -> None:
        """Say that it could not be written; what was typed stays."""
        self.outcome.set("bad", sentence)
        self.main.setEnabled(True)

    def beside(self, *fields: QWidget) -> None:
        """Fields in one row."""
        self.add_layout(side_by_side(*fields))

    def note_field(self, placeholder: str = "", caption: str = "") -> TextField:
        """The seller's own words, two rows."""
        field = TextField(
            caption or self.tr("Note"),
            placeholder=placeholder,
            rows=2,
            limit=NOTE_LIMIT,
            parent=self,
        )
        field.keep_people_out()
        return field


def wrong_day(field: DateField, today: date | None, *, needed: bool = True) -> bool:
    """Whether a day is missing, unreadable or (with `today`) still to come; says so below it."""
    day = field.value()
    if day is None:
        if field.is_wrong():
            return True
        if needed:
            field.set_verdict("bad", QCoreApplication.translate("Deposit", "Fill in the day"))
        return needed
    if today is not None and day > today:
        field.set_verdict("bad", QCoreApplication.translate("Deposit", "This day has not come yet"))
        return True
    return False


def wrong_amount(field: MoneyField, *, needed: bool = True, least: int | None = 0) -> bool:
    """Whether an amount is missing, unreadable or below `least` fen; says so below it."""
    amount = field.value()
    if amount is None:
        if needed and not field.is_wrong():
            field.set_verdict("bad", QCoreApplication.translate("Deposit", "Fill in the amount"))
        return needed or field.is_wrong()
    if least is not None and amount < least:
        field.set_verdict("bad", QCoreApplication.translate("Deposit", "Without a minus, please"))
        return True
    return False


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Widgets of one width in a row."""
    row = QHBoxLayout()
    row.setSpacing(16)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
