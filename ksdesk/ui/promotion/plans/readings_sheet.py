"""记数: figures of a plan that were read off the phone, because no report has them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import PlanReading
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, NumberField
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.texts import moment_text
from ksdesk.ui.promotion import words
from ksdesk.ui.promotion.plans.coins import UnitField

COMMON = ("spend", "gmv", "orders", "new_fans", "views", "product_clicks")
OF_WAY = {
    "paid_traffic": COMMON,
    "hot_search": ("spend", "topic_heat", "interaction", "usual_interaction", *COMMON[1:]),
    "gift": ("spend", "room_rank", "room_heat", *COMMON[1:]),
}


class ReadingsSheet(SheetDialog):
    """`ready(readings)` with what was typed; an empty field says nothing."""

    ready = Signal(object)

    def __init__(
        self, standing: PlanStanding, rules: DayRules, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(
            QCoreApplication.translate("ReadingsSheet", "What the phone shows now"),
            QCoreApplication.translate(
                "ReadingsSheet",
                "Totals since the plan began. What a report has is not needed here: the report"
                " counts.",
            ),
            name="plan-readings",
            width=560,
            parent=parent,
        )
        self._plan, self._now = standing.plan, now
        self.fields: dict[str, LineField] = {}
        self.unit = UnitField(rules, self)
        self.unit.set_caption(self.tr("What was spent is in"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, what in enumerate(OF_WAY[standing.plan.way]):
            field = self._field(what, standing)
            self.fields[what] = field
            seat = place + bool(place)  # the unit stands beside what was spent, the first one
            grid.addWidget(field, seat // 2, seat % 2)
        grid.addWidget(self.unit, 0, 1)
        QWidget.setTabOrder(self.fields["spend"].control, self.unit.control)
        self.add_layout(grid)
        self.main = MainButton(self.tr("Save"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))
        self.fields["spend"].setFocus()

    def _field(self, what: str, standing: PlanStanding) -> LineField:
        word = words.reading_word(what)
        if what == "spend":
            field: MoneyField | NumberField = NumberField(word, digits=2, parent=self)
        elif what in words.MONEY:
            field = MoneyField(word, parent=self)
        else:
            share = what in words.SHARES
            field = NumberField(
                word, unit="%" if share else "", digits=1 if share else 0, parent=self
            )
        before = standing.newest(what)
        if what in standing.figures and what not in standing.typed:
            said = words.reading_text(what, standing.figures[what])
            field.set_verdict("good", self.tr("The report says {figure}").format(figure=said))
        elif before is not None:
            said = words.reading_text(what, before.figure)
            text = self.tr("{figure} at {moment}")
            field.set_verdict("", text.format(figure=said, moment=moment_text(before.at)))
        return field

    @Slot()
    def submit(self) -> None:
        """Hand over what is typed, or say what cannot be read."""
        found: list[PlanReading] = []
        for what, field in self.fields.items():
            assert isinstance(field, MoneyField | NumberField)
            value = field.value()
            if value is None:
                if field.is_wrong():
                    field.setFocus()
                    return
                continue
            if value < 0:
                field.set_verdict("bad", self.tr("Not below 0"))
                return
            figure = round(value * 100) if what in words.SHARES else round(value)
            if what == "spend":
                figure = self.unit.fen(value) or 0
            found.append(PlanReading(self._plan.id, self._now, what, figure))
        if not found:
            first = next(iter(self.fields.values()))
            first.set_verdict("bad", self.tr("Fill in at least one figure"))
            first.setFocus()
            return
        self.ready.emit(tuple(found))
