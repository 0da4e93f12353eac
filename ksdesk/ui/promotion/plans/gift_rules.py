"""What the rules say of gifts to one's own room: first, dated, with who says so."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.rule_words import confidence_kind, confidence_word, rule_text

KEYS = ("promotion.gift.ranking", "promotion.gift.caution", "promotion.gift.allowed")


class GiftRules(Card):
    """One line a rule, the newest first."""

    def __init__(self, rules: DayRules, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("First the rules"), edge="warn", parent=parent)
        for rule in (rules[key] for key in KEYS if key in rules):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Pill(confidence_word(rule.confidence), confidence_kind(rule.confidence)))
            row.addWidget(RuleLink(rule))
            row.addStretch(1)
            self.add_layout(row)
            self.add(small(rule_text(rule), tone="text", wrap=True))
        self.add(
            small(
                self.tr("ksdesk only keeps the account and judges. It never sends gifts."),
                wrap=True,
            )
        )
