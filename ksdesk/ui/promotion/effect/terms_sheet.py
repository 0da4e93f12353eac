"""定条件: what the seller wants of a proposal, way by way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.actions.promotion.effect import Fitted, Terms
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.promotion.effect import words

NEAR = (0.5, 2.0)
"""Times today's amount that each way keeps to where the seller wants it near."""


class TermsSheet(SheetDialog):
    """`ready(terms)`: ways that keep an amount, steps of whole orders, how far a way may move."""

    ready = Signal(object)

    def __init__(self, found: Fitted, terms: Terms, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("TermsSheet", "On what terms to split the money"),
            translate("TermsSheet", "Empty means that it is worked out. Gifts never get more."),
            name="effect-terms",
            width=620,
            parent=parent,
        )
        self._terms = terms
        self.fixed: dict[str, MoneyField] = {}
        self.steps: dict[str, MoneyField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        for row, way in enumerate(found.fit.known):
            name = words.name(way)
            text = self.tr("{way}, now ¥{now} a day")
            label = body(text.format(way=name, now=words.yuan(found.effect.today[way])), wrap=True)
            self.fixed[way] = MoneyField(self.tr("Fixed at, a day"), parent=self)
            self.steps[way] = MoneyField(self.tr("Sold in steps of"), parent=self)
            for fields, values in ((self.fixed, terms.fixed), (self.steps, terms.steps)):
                fields[way].set_value(values.get(way))
                fields[way].control.setAccessibleDescription(name)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self.fixed[way], row, 1)
            grid.addWidget(self.steps[way], row, 2)
        self.add_layout(grid)
        self.near = SegmentBar(
            [(None, self.tr("Any amount")), (NEAR, self.tr("Half to twice of now"))],
            terms.times,
            name=self.tr("How far a way may move"),
            parent=self,
        )
        self.add(self.near)
        self.add(
            small(
                self.tr("Keeping close to now feels safe, but costs small shops a good part."),
                wrap=True,
            )
        )
        self.main = MainButton(self.tr("Work it out"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))

    @Slot()
    def submit(self) -> None:
        """Hand the terms over, or say what cannot be read."""
        for field in (*self.fixed.values(), *self.steps.values()):
            value = field.value()
            if value is not None and value < 0:
                field.set_verdict("bad", self.tr("Not below 0"))
            if field.is_wrong() or (value or 0) < 0:
                field.setFocus()
                return
        near = self.near.value()
        self.ready.emit(
            Terms(
                self._terms.budget,
                {way: fen for way, f in self.fixed.items() if (fen := f.value()) is not None},
                {way: fen for way, f in self.steps.items() if (fen := f.value())},
                NEAR if near == NEAR else None,
            )
        )
