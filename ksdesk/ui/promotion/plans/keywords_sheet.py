"""The sheet for a hot search's topic and keywords, one keyword a line."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.products.claims import ClaimWords, claims_in
from ksdesk.domain.promotion.keywords import held_against
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, TextField
from ksdesk.ui.promotion.plans.view import OnePlan
from ksdesk.ui.promotion.words import joined


class KeywordsSheet(SheetDialog):
    """`ready(plan, why)`: the plan with its keywords; `why` as it was unlocked with, "" before."""

    ready = Signal(object, str)

    def __init__(self, view: OnePlan, why: str, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("KeywordsSheet", "Topic and keywords"),
            QCoreApplication.translate(
                "KeywordsSheet", "Decide before it runs: after that they are locked."
            ),
            name="plan-keywords",
            width=560,
            parent=parent,
        )
        self._view, self._why = view, why
        self._claims = ClaimWords(view.rules)
        plan = view.standing.plan
        self.topic = LineField(
            self.tr("Topic"),
            text=plan.topic,
            placeholder=self.tr("As the hot list names it"),
            parent=self,
        )
        self.add(self.topic)
        self.words = TextField(self.tr("Keywords, one a line"), rows=5, parent=self)
        self.words.set_text("\n".join(plan.keywords))
        self.words.edited.connect(self._judge)
        self.add(self.words)
        self.main = MainButton(self.tr("Save them"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))
        self._judge()

    def keywords(self) -> tuple[str, ...]:
        """What is typed, each once."""
        lines = (" ".join(line.split()) for line in self.words.text().splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    @Slot()
    def _judge(self, *_text: object) -> None:
        """Say below which keywords do not fit, and which claim what they must not."""
        typed = self.keywords()
        claims = [word for word in typed if claims_in(word, self._claims)]
        fits = [held_against(word, self._view.products) for word in typed]
        strange = [fit.keyword for fit in fits if fit.kind != "fits"]
        if claims:
            text = self.tr("Not to be advertised with: {words}").format(words=joined(claims))
            self.words.set_verdict("bad", text)
        elif strange and self._view.products:
            text = self.tr("Not wholly in the product: {words}").format(words=joined(strange))
            self.words.set_verdict("warn", text)
        else:
            self.words.clear_verdict()
        self.fit()

    @Slot()
    def submit(self) -> None:
        """Hand over, or say what is missing."""
        typed = self.keywords()
        if not typed:
            self.words.set_verdict("bad", self.tr("At least one keyword"))
            return
        plan = self._view.standing.plan
        topic = self.topic.text().strip()
        self.ready.emit(replace(plan, keywords=typed, topic=topic), self._why)
