"""自选: the days of the curve from one to another, both typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog


class RangeSheet(SheetDialog):
    """`chosen(first, last)`: two days, neither of them ahead of `today`."""

    chosen = Signal(object, object)

    def __init__(self, days: tuple[date, date], today: date, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("RangeSheet", "From which day to which"),
            name="range",
            width=440,
            parent=parent,
        )
        self._today = today
        self.first = DateField(self.tr("From"), parent=self)
        self.last = DateField(self.tr("To"), parent=self)
        self.first.set_value(days[0])
        self.last.set_value(days[1])
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.first)
        row.addWidget(self.last)
        self.add_layout(row)
        self.main = MainButton(self.tr("Show these days"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))
        self.finished.connect(self.deleteLater)

    @Slot()
    def submit(self) -> None:
        """Hand the days over, or say at the field what is wrong with them."""
        first, last = self.first.value(), self.last.value()
        for field, day in ((self.first, first), (self.last, last)):
            if not field.is_wrong():
                field.clear_verdict()
            if day is None and not field.is_wrong():
                field.set_verdict("bad", self.tr("Fill in the day"))
            elif day is not None and day > self._today:
                field.set_verdict("bad", self.tr("This day has not come yet"))
        if first is not None and last is not None and last < first:
            self.last.set_verdict("bad", self.tr("This is before the first day"))
        wrong = [field for field in (self.first, self.last) if field.verdict()[0] == "bad"]
        if wrong:
            wrong[0].setFocus()
        else:
            self.chosen.emit(first, last)
            self.accept()
