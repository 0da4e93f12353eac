"""要改关键词，得先解锁: the warning, the harmless way out, the deliberate one with its reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import body, heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.rule_words import source_text
from ksdesk.ui.promotion.plans.view import OnePlan
from ksdesk.ui.promotion.words import span_words

RULE = "promotion.search.keyword"


class LockPanel(Card):
    """`left` when the keywords stay, `unlocked(reason)` when they are to be changed."""

    left = Signal()
    unlocked = Signal(str)

    def __init__(self, view: OnePlan, parent: QWidget | None = None) -> None:
        super().__init__(edge="bad", parent=parent)
        text = QCoreApplication.translate("LockPanel", "To change keywords, unlock them")
        self.body.addWidget(Pill(text, "bad", icon="lock"), 0, Qt.AlignmentFlag.AlignLeft)
        self.add(heading(self.tr("Each change while it runs lowers the weight"), wrap=True))
        if RULE in view.rules:
            rule = view.rules[RULE]
            row = QHBoxLayout()
            said = self.tr("{source}; no second source was found").format(source=source_text(rule))
            row.addWidget(small(said, wrap=True), 1)
            row.addWidget(RuleLink(rule))
            self.add_layout(row)
        left = view.standing.plan.last - view.at
        wait = self.tr("Its time is over: end it, then they may be changed freely")
        if left.total_seconds() > 0:
            wait = self.tr("Wait {span}, then it has run and may be changed freely")
        lines = (
            ("clock", wait.format(span=span_words(left))),
            ("note", self.tr("When, from what to what and why is recorded")),
            ("traffic", self.tr("A line is drawn on the traffic curve")),
        )
        for icon, line in lines:
            row = QHBoxLayout()
            row.addWidget(Icon(icon, "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(body(line, wrap=True), 1)
            self.add_layout(row)
        self.why = LineField(self.tr("Why it must be now"), parent=self)
        self.why.edited.connect(self._typed)
        self.add(self.why)
        self.stay = MainButton(self.tr("Leave them, let it run"), height=32, parent=self)
        self.stay.clicked.connect(self.left)
        self.go = SecondButton(self.tr("Unlock all the same"), tone="bad", parent=self)
        self.go.clicked.connect(self._unlock)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stay)
        row.addWidget(self.go)
        row.addStretch(1)
        self.add_layout(row)
        self._typed()

    @Slot()
    def _typed(self, *_text: object) -> None:
        if self.why.text().strip():
            self.go.enable()
        else:
            self.go.disable(self.tr("Write down the reason first"))

    @Slot()
    def _unlock(self) -> None:
        self.unlocked.emit(self.why.text().strip())
