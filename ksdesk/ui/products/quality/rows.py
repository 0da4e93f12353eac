"""The rows of the check before listing: a paper, a question, a text with its claims marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.products.claims import Claim, ClaimWords
from ksdesk.domain.products.quality import QUESTIONS, QualityCheck
from ksdesk.domain.rulebook import Rule
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.products.quality import words
from ksdesk.ui.shell.theme import Theme, theme_of


class PaperRow(QWidget):
    """A paper that is there or missing; `asked(check)` when it is to be added or changed."""

    asked = Signal(object)

    def __init__(
        self, check: QualityCheck, rule: Rule | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.check = check
        title, second = words.paper_words(check, today)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(body(title, wrap=True))
        texts.addWidget(small(second, wrap=True))
        row = _row(self)
        row.addLayout(texts, 1)
        if rule is not None:
            row.addWidget(RuleLink(rule))
        kind, word = words.pill_of(check)
        row.addWidget(Pill(word, kind))
        self.button: TextButton | None = None
        if check.code not in ("category", "papers_unknown"):
            there = check.code != "paper_missing"
            self.button = TextButton("", small=True, inline=True, parent=self)
            self.button.set_text(self.tr("Change") if there else self.tr("Add"))
            self.button.setAccessibleName(f"{self.button.text()} {title}")
            self.button.clicked.connect(self._ask)
            row.addWidget(self.button)

    def _ask(self) -> None:
        self.asked.emit(self.check)


class QuestionRow(QWidget):
    """A question with its answers; `answered(code, answer)`. What is risky says why below."""

    answered = Signal(str, str)

    def __init__(
        self,
        code: str,
        question: str,
        options: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.code = code
        self.segments = SegmentBar(options, name=question, parent=self)
        self.segments.clear()
        self.segments.chosen.connect(self._on_chosen)
        self.risk = VerdictSentence(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(body(question, wrap=True), 1)
        top.addWidget(self.segments)
        column.addLayout(top)
        column.addWidget(self.risk)

    def set_answer(self, answer: str) -> None:
        """Show an answer, "" for none."""
        if answer:
            self.segments.set_value(answer)
        else:
            self.segments.clear()

    def show_check(self, check: QualityCheck | None) -> None:
        """Say what a risky answer means."""
        bad = check is not None and check.level == "bad" and self.code in QUESTIONS
        self.risk.set("bad" if bad else "", words.risk_word(self.code) if bad else "")

    def _on_chosen(self, answer: object) -> None:
        self.answered.emit(self.code, str(answer))


class ClaimRow(QWidget):
    """A text of the listing with its claims marked, and for each word what to say instead."""

    def __init__(
        self,
        where: str,
        text: str,
        checks: Sequence[QualityCheck],
        rules: Mapping[str, Rule],
        lists: ClaimWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        claims = sorted((c for k in checks for c in k.evidence["claims"]), key=_place)
        top = QHBoxLayout()
        top.setSpacing(12)
        self.marked = body("", wrap=True)
        self.marked.setTextFormat(Qt.TextFormat.RichText)
        self.marked.setText(marked(text, claims, theme_of(self)))
        self.marked.setAccessibleName(text)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(small(words.where_word(where)))
        texts.addWidget(self.marked)
        top.addLayout(texts, 1)
        top.addWidget(Pill(*reversed(words.pill_of(checks[0]))), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        for check in checks:
            for claim in _once(check.evidence["claims"]):
                column.addLayout(self._advice(text, claim, rules.get(check.rule), lists))

    def _advice(self, text: str, claim: Claim, rule: Rule | None, lists: ClaimWords) -> QHBoxLayout:
        word = text[claim.start : claim.end]
        better = lists.better(text, claim)
        advice = self.tr("“{word}”: {why}. Leave it out").format(
            word=word, why=words.claim_word(claim.kind)
        )
        if better:
            advice = self.tr("“{word}”: {why}. Better: {better}").format(
                word=word, why=words.claim_word(claim.kind), better=better
            )
        row = QHBoxLayout()
        row.setSpacing(8)
        label = small(advice, wrap=True)
        row.addWidget(label, 1)
        if rule is not None:
            row.addWidget(RuleLink(rule), 0, Qt.AlignmentFlag.AlignTop)
        return row


def marked(text: str, claims: Sequence[Claim], theme: Theme) -> str:
    """A text as HTML with its claims on the colour of a fault, underlined as well."""
    fill, ink = theme.color("bad_soft").name(), theme.color("bad").name()
    pieces, end = [], 0
    for claim in claims:
        pieces.append(escape(text[end : claim.start]))
        word = escape(text[claim.start : claim.end])
        style = f"background-color:{fill};color:{ink};text-decoration:underline"
        pieces.append(f'<span style="{style}">{word}</span>')
        end = claim.end
    pieces.append(escape(text[end:]))
    return "".join(pieces).replace("\n", "<br>")


def _place(claim: Claim) -> int:
    return claim.start


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """The first of each word."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(claim.word, claim)
    return list(found.values())


def _row(holder: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row
