"""One condition of money that comes back: what it asks, whether it is met, and where from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.deposit.refund import Condition
from ksdesk.ui.deposit.refund.words import condition_state, condition_word
from ksdesk.ui.parts.labels import body
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_link import RuleLink


class ConditionRow(QWidget):
    """`answer`, if there is one, stands behind the source: what the seller can say of it."""

    def __init__(
        self, condition: Condition, answer: QWidget | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(body(condition_word(condition), wrap=True), 1)
        kind, word = condition_state(condition)
        top.addWidget(Pill(word, kind), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        under = QHBoxLayout()
        under.setSpacing(12)
        if condition.rule is not None:
            under.addWidget(RuleLink(condition.rule))
        if answer is not None:
            under.addWidget(answer)
        under.addStretch(1)
        column.addLayout(under)
