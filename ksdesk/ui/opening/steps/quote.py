"""The quote: one line a reason, with amount, rule, source and date."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ksdesk.domain.deposit import LinePart, Requirement
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.deposit.words import category_word, part_word
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, Label, heading, small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.rule_words import confidence_word, rule_text, source_text
from ksdesk.ui.parts.texts import money_text


class QuoteCard(Card):
    """Why so much: the reasons of a requirement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("By the rule book"), parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add_layout(self._rows)
        self._holder: QWidget | None = None
        self._shown: object = None
        self.links: dict[str, RuleLink] = {}

    def show_requirement(self, due: Requirement, shop_type: str, rules: DayRules) -> None:
        """The reasons, one under the other; `shop_type` is "" while none is chosen."""
        if (due.parts, shop_type) == self._shown:
            return
        self._shown = (due.parts, shop_type)
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget(self)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.links = {}
        if not shop_type:
            note = self.tr("No kind of shop is chosen yet: this is the general minimum.")
            column.addWidget(small(note, wrap=True, tone="warn"))
        for part in due.parts:
            column.addWidget(self._part_row(part))
            column.addWidget(Divider())
        column.addLayout(self._total(due))
        self._add_hints(column, shop_type, rules)
        self._rows.addWidget(self._holder)

    def _add_hints(self, column: QVBoxLayout, shop_type: str, rules: DayRules) -> None:
        """What else is said somewhere; it counts for nothing until the phone shows it."""
        other = "company" if shop_type in ("", "personal") else "personal"
        for rule in rules.match("deposit.hint."):
            if not rule.key.startswith(f"deposit.hint.{other}"):
                line = small(rule_text(rule), wrap=True)
                column.addWidget(line)
                column.addWidget(RuleLink(rule), 0, Qt.AlignmentFlag.AlignLeft)

    def _part_row(self, part: LinePart) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(Label(part_word(part), wrap=True), 0, 0)
        grid.addWidget(Label(money_text(part.amount)), 0, 1, right)
        if part.rule is not None:
            link = self.links[part.code] = RuleLink(part.rule)
            grid.addWidget(link, 1, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(small(self._who(part)), 1, 1, right)
            grid.addWidget(small(source_text(part.rule), wrap=True), 2, 0, 1, 2)
        missing = [category_word(name) for name, fen in part.considered if fen is None]
        if missing:
            names = self.tr(", ").join(missing)
            text = self.tr("Not public, see the phone: {names}").format(names=names)
            grid.addWidget(small(text, wrap=True, tone="warn"), 3, 0, 1, 2)
        return row

    def _who(self, part: LinePart) -> str:
        if part.origin == "seller":
            return confidence_word("yours")
        if part.rule is None or part.origin == "unknown":
            return self.tr("not known")
        return confidence_word(part.rule.confidence)

    def _total(self, due: Requirement) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        fen = due.rule_total("own") + due.rule_total("promotion")
        grid.addWidget(heading(self.tr("Sum by the rule book")), 0, 0)
        grid.addWidget(heading(money_text(fen)), 0, 1, Qt.AlignmentFlag.AlignRight)
        return grid
