"""推哪个作品: the work, its day, and what is said to keep it from being promoted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.promotion.pacing import against
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.rule_words import confidence_word
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.promotion import words

DAYS, REFUSED = "promotion.work.days", "promotion.work.refused"


class WorkSection(QWidget):
    """`put_in(plan)` gives the plan with what was typed; `changed` when it has become higher."""

    changed = Signal()

    def __init__(self, rules: DayRules, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self._rules, self._plan = rules, plan
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.work = LineField(
            self.tr("Work that is promoted"),
            placeholder=self.tr("Its title, or what is seen in it"),
            text=plan.work,
            parent=self,
        )
        self.day = DateField(self.tr("Published on"), parent=self)
        self.day.set_value(plan.work_day)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.work, 3)
        row.addWidget(self.day, 2)
        column.addLayout(row)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(small(self.tr("Such works are said to be refused; tick what is so:")))
        rule = rules[REFUSED]
        head.addWidget(RuleLink(rule, f"{confidence_word(rule.confidence)} ›", parent=self))
        head.addStretch(1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        self.checks: dict[str, Check] = {}
        for place, code in enumerate(rules.words(REFUSED)):
            check = Check(words.obstacle_word(code), code in plan.obstacles, parent=self)
            check.toggled.connect(self.tell)
            self.checks[code] = check
            grid.addWidget(check, place // 3, place % 3)
        column.addLayout(grid)
        self.verdict = VerdictSentence(self)
        column.addWidget(self.verdict)
        self.day.edited.connect(self.tell)

    def put_in(self, plan: Plan) -> Plan:
        """The plan with this work."""
        return replace(
            plan,
            work=self.work.text().strip(),
            work_day=self.day.value(),
            obstacles=tuple(code for code, check in self.checks.items() if check.isChecked()),
        )

    @Slot()
    def tell(self, *_changed: object) -> None:
        """Name what stands against the work, before money is planned."""
        self.verdict.set(*verdict_of(self.put_in(self._plan), self._rules))
        self.changed.emit()

    def hold_against(self, plan: Plan) -> None:
        """The days that the work's age is held against."""
        self._plan = plan
        self.tell()


def verdict_of(plan: Plan, rules: DayRules) -> tuple[str, str]:
    """Kind and sentence about the plan's work; two empty texts where nothing stands against it."""
    days = rules.whole(DAYS) if DAYS in rules else None
    found = against(plan, days)
    if not found:
        return "", ""
    named = [words.obstacle_word(code, days) for code in found]
    return "warn", words.said(words.REFUSED, names=words.joined(named))
