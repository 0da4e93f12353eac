"""The platform's figures of a quarter, typed from the phone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ksdesk.domain.month import QuarterCheck, TaxFigure
from ksdesk.ui.month.words import BASES, said
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.money_field import MoneyField


class TaxSheet(SheetDialog):
    """`kept(TaxFigure)` when it is to be written."""

    kept = Signal(object)

    def __init__(self, check: QuarterCheck, title: str, parent: QWidget) -> None:
        super().__init__(title, name="month-tax", width=480, parent=parent)
        self.set_sentence(
            self.tr(
                "Type what the platform shows for this quarter; leave empty what it does not show."
            )
        )
        self.check, before = check, check.figure
        self.gross = MoneyField(self.tr("Gross income"), parent=self)
        self.refunds = MoneyField(self.tr("Refunds"), parent=self)
        self.net = MoneyField(self.tr("Net income"), parent=self)
        options = [(code, said(word)) for code, word in BASES.items()]
        chosen = before.basis if before else "unknown"
        self.basis = ChoiceField(self.tr("They count"), options, chosen, parent=self)
        self.note = LineField(self.tr("Your own words"), limit=200, parent=self)
        for field in (self.gross, self.refunds, self.net, self.basis, self.note):
            self.add(field)
        if before is not None:
            self.gross.set_value(before.gross)
            self.refunds.set_value(before.refunds)
            self.net.set_value(before.net)
            self.note.set_text(before.note)
        main = MainButton(self.tr("Save"), parent=self)
        main.clicked.connect(self.submit)
        self.set_buttons(main, self.leave_button(height=40))

    def submit(self) -> None:
        """Hand it over, or say below a field what is wrong."""
        fields = (self.gross, self.refunds, self.net)
        if any(field.is_wrong() for field in fields):
            return
        values = [field.value() for field in fields]
        if all(value is None for value in values):
            self.gross.set_verdict("bad", self.tr("Fill in at least one figure"))
            return
        basis = self.basis.value()
        assert basis in ("paid", "settled", "unknown")
        note = self.note.text().strip()
        self.kept.emit(TaxFigure(self.check.first, basis, *values, note=note))
