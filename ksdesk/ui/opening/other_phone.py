"""我的手机不一样: the seller's note to a step, and the other ways that somebody described."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.rulebook import Rule
from ksdesk.ui.opening.words import TITLES, said
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.fields import TextField
from ksdesk.ui.parts.labels import Label, heading, small, title
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_words import confidence_kind, confidence_word, rule_text, source_text
from ksdesk.ui.shell.context import Context

WAYS = ("opening.path.promotion", "opening.path.home", "opening.path.sidebar")


class OtherPhone(QWidget):
    """Lies over the step. `noted(text)` while the note is typed, `closed()` when it is left."""

    noted = Signal(object)
    closed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(23, 23, 23, 16)
        column.setSpacing(12)
        column.addWidget(title(self.tr("My phone looks different"), wrap=True))
        self._step = small(wrap=True)
        column.addWidget(self._step)
        self.field = TextField(
            self.tr("What this step looks like on your phone"),
            placeholder=self.tr("For example: it is called something else and sits at the top"),
            rows=3,
            limit=2000,
        )
        self.field.edited.connect(self.noted)
        self.field.keep_people_out()
        column.addWidget(self.field)
        column.addSpacing(4)
        column.addWidget(heading(self.tr("Ways that are known")))
        rules = ctx.rules().on(ctx.clock().date())
        for key in WAYS:
            if (rule := rules.get(key)) is not None:
                column.addWidget(self._way(rule))
        column.addWidget(
            small(self.tr("If none fits, follow your phone and note it above."), wrap=True)
        )
        back = SecondButton(self.tr("Back to the step"))
        back.clicked.connect(self.closed)
        column.addWidget(back)
        column.addStretch(1)

    def _way(self, rule: Rule) -> Card:
        """One way: its sentence, from when and whom it is."""
        card = Card(fill="sub", padding=16)
        card.add(Label(rule_text(rule), wrap=True))
        card.add(small(source_text(rule), wrap=True))
        kind = confidence_kind(rule.confidence)
        card.add(Pill(confidence_word(rule.confidence), kind))
        return card

    def show_step(self, step: str, note: str) -> None:
        """Take up the note of another step."""
        self._step.setText(self.tr("Step: {title}").format(title=said(TITLES[step])))
        self.field.set_text(note)
