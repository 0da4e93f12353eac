"""The sheet of a plan: what is bought, for what and how much, when, and when to stop."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.promotion.plans import ENDED, GOALS, PLANNED, REVIEWED, WAYS, Plan
from ksdesk.domain.promotion.stop_line import stop_lines
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, NumberField
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import yuan_text
from ksdesk.ui.promotion import words
from ksdesk.ui.promotion.plans.coins import YUAN, UnitField
from ksdesk.ui.promotion.plans.gift_rules import GiftRules
from ksdesk.ui.promotion.plans.product_pick import ProductPick
from ksdesk.ui.promotion.plans.work_section import WorkSection
from ksdesk.ui.shell.context import Context

STOP_LIMIT = 40
LATEST = 30  # hours after midnight of the first day that a day may last


class PlanEditor(SheetDialog):
    """`ready(Plan)` when all fields hold; without a plan it makes a new one."""

    scrolls = True
    ready = Signal(object)

    def __init__(self, ctx: Context, plan: Plan | None, parent: QWidget) -> None:
        new = plan is None or not plan.id
        super().__init__(
            QCoreApplication.translate("PlanEditor", "New plan")
            if new
            else QCoreApplication.translate("PlanEditor", "Change the plan"),
            "",
            name="plan-editor",
            width=680,
            parent=parent,
        )
        self.ctx = ctx
        today = ctx.clock().date()
        self.plan = plan or Plan(
            way="paid_traffic", name="", goal="sales", budget=0, begins=today, ends=today
        )
        self._rules = ctx.rules().on(today)
        self._build()
        self._fill()
        self.main = MainButton(self.tr("Save the plan"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))

    def fit(self) -> None:
        """As high as the fields need, where there is room for that; else they alone scroll."""
        body = self.area.body
        body.activate()
        need = max(body.totalHeightForWidth(self.width() - 48), body.totalMinimumSize().height())
        self.grant(self.area, need)
        super().fit()

    def _build(self) -> None:
        self.area = PageScroll(self)
        self.area.body.setSpacing(12)
        self.area.body.setContentsMargins(4, 4, 4, 4)  # room for focus rings
        self.add(self.area, 1)
        ways = [(way, words.way_word(way)) for way in WAYS]
        self.way = SegmentBar(ways, self.plan.way, name=self.tr("Way"), parent=self)
        self.way.setEnabled(self.plan.state == PLANNED)
        self._over = self.plan.state in (ENDED, REVIEWED)
        self.way.chosen.connect(self._turned)
        self.area.add(self.way)
        self.gifts = GiftRules(self._rules, self)
        self.area.add(self.gifts)
        self.name = LineField(
            self.tr("Name"),
            placeholder=self.tr("As the report names it, then it finds it"),
            parent=self,
        )
        self.goal = ChoiceField(self.tr("What for"), parent=self)
        self._beside((self.name, 3), (self.goal, 2))
        self.budget = NumberField(self.tr("Budget for all days"), digits=2, parent=self)
        self.unit = UnitField(self._rules, self)
        self.label = LineField(
            self.tr("Label"), placeholder=self.tr("「粉条」, an agency…"), parent=self
        )
        self._beside((self.budget, 2), (self.unit, 2), (self.label, 3))
        self.begins = DateField(self.tr("First day"), parent=self)
        self.ends = DateField(self.tr("Last day"), parent=self)
        self.hour_from = ChoiceField(
            self.tr("Each day from"),
            [(hour, words.hour_word(hour)) for hour in range(24)],
            parent=self,
        )
        until = [(hour, words.hour_word(hour)) for hour in range(1, LATEST + 1)]
        self.hour_to = ChoiceField(self.tr("to"), until, 24, parent=self)
        self._beside((self.begins, 3), (self.ends, 3), (self.hour_from, 2), (self.hour_to, 2))
        self.products = ProductPick(self.ctx, self.plan.products, self)
        self.area.add(self.products)
        self.stop = LineField(
            self.tr("What would make me stop"),
            placeholder=self.tr("For example: ROI below 2, or ¥300 spent"),
            limit=STOP_LIMIT,
            parent=self,
        )
        self.stop.edited.connect(self._say_stop)
        self.area.add(self.stop)
        self.work = WorkSection(self._rules, self.plan, self)
        self.work.changed.connect(self.fit)
        self.area.add(self.work)
        for field in (self.budget, self.unit, self.begins, self.ends):
            field.edited.connect(self._tell)
        fixed = (self.goal, self.budget, self.unit, self.begins, self.ends, self.hour_from)
        for ran in (*fixed, self.hour_to, self.stop, self.work):
            ran.setEnabled(not self._over)

    def _beside(self, *fields: tuple[QWidget, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for field, stretch in fields:
            row.addWidget(field, stretch)
        self.area.body.addLayout(row)

    def _fill(self) -> None:
        plan = self.plan
        self.name.set_text(plan.name)
        self.budget.set_value(plan.budget / 100 if plan.budget else None)
        self.label.set_text(plan.label)
        self.begins.set_value(plan.begins)
        self.ends.set_value(plan.ends)
        self.hour_from.set_value(plan.hour_from)
        self.hour_to.set_value(plan.hour_to)
        self.stop.set_text(plan.stop)
        self._turned()

    @Slot()
    def _turned(self, *_chosen: object) -> None:
        """Another way has other goals."""
        goals = GOALS[str(self.way.value())]
        chosen = self.goal.value() or self.plan.goal
        options = [(goal, words.goal_word(goal)) for goal in goals]
        self.goal.set_options(options, chosen if chosen in goals else goals[0])
        gift = self.way.value() == "gift"
        self.gifts.setVisible(gift)
        self.work.setVisible(not gift)
        self._tell()
        self.fit()

    @Slot(object)
    def _tell(self, *_edited: object) -> None:
        """Below the budget: what it is in yuan and a day."""
        fen, first, last = self.fen(), self.begins.value(), self.ends.value()
        if first is not None:
            self.work.hold_against(replace(self.plan, begins=first, ends=max(first, last or first)))
        if fen is None or first is None or last is None or last < first:
            self.budget.clear_verdict()
            return
        days = (last - first).days + 1
        pieces = [] if self.unit.value() == YUAN else [yuan_text(fen)]
        if days > 1:
            pieces.append(self.tr("{amount} a day").format(amount=yuan_text(round(fen / days))))
        self.budget.set_verdict("", self.tr(", ").join(pieces))

    def _say_stop(self, *_edited: object) -> None:
        """Below the stop line: whether it holds a figure that is watched."""
        if not self.stop.text().strip():
            self.stop.clear_verdict()
        elif stop_lines(self.stop.text()):
            self.stop.set_verdict("good", self.tr("Watched: Today says when it is crossed"))
        else:
            self.stop.set_verdict("", self.tr("Kept as a note; a figure would be watched: ROI < 2"))

    def fen(self) -> int | None:
        """The budget in fen, None where none is typed that can be read."""
        return self.unit.fen(self.budget.value())

    def gap(self) -> tuple[LineField | ChoiceField, str] | None:
        """The first field that does not hold, and what it asks for."""
        first, last = self.begins.value(), self.ends.value()
        hours = self._hours()
        if not self.name.text().strip():
            return self.name, self.tr("Give it a name")
        if not self.fen():
            return self.budget, self.tr("How much may it cost in all?")
        if first is None:
            return self.begins, self.tr("Fill in the day")
        if last is None:
            return self.ends, self.tr("Fill in the day")
        if last < first:
            return self.ends, self.tr("Not before the first day")
        if not hours[0] < hours[1] <= hours[0] + 24:
            return self.hour_to, self.tr("After the beginning, within a day")
        if len(self.stop.text().strip()) > STOP_LIMIT:
            return self.stop, self.tr("One short line is enough")
        return None

    def draft(self) -> Plan:
        """The plan as typed, once there is no `gap`; of one that is over what may be corrected."""
        label, products = self.label.text().strip(), self.products.numbers()
        if self._over:
            name = self.name.text().strip()
            return replace(self.plan, name=name, label=label, products=products)
        fen, first, last = self.fen(), self.begins.value(), self.ends.value()
        assert fen is not None and first is not None and last is not None
        hours = self._hours()
        return replace(
            self.plan if self.way.value() == "gift" else self.work.put_in(self.plan),
            way=str(self.way.value()),
            name=self.name.text().strip(),
            goal=str(self.goal.value()),
            budget=fen,
            begins=first,
            ends=last,
            hour_from=hours[0],
            hour_to=hours[1],
            products=products,
            label=label,
            stop=self.stop.text().strip(),
        )

    def _hours(self) -> tuple[int, int]:
        return int(str(self.hour_from.value())), int(str(self.hour_to.value()))

    @Slot()
    def submit(self) -> None:
        """Hand over, or say what is wrong."""
        gap = self.gap()
        if gap is None:
            self.ready.emit(self.draft())
            return
        field, sentence = gap
        field.set_verdict("bad", sentence)
        field.setFocus()
        self.fit()
