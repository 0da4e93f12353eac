"""One plan: how it runs, what it brought, what was changed, and its next step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.promotion.attaching import Standing
from ksdesk.domain.promotion.plans import ENDED, PLANNED, REVIEWED, RUNNING
from ksdesk.ui.parts.buttons import Button, MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, body, small, title
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import moment_text, yuan_text
from ksdesk.ui.promotion import words
from ksdesk.ui.promotion.desk import Desk
from ksdesk.ui.promotion.plans.view import OnePlan
from ksdesk.ui.shell.context import Context


class PlanDetail(PageScroll):
    """Built anew for each answer: what a plan shows depends on its way and state."""

    def __init__(self, ctx: Context, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.ctx, self.desk = ctx, desk
        self.buttons: dict[str, Button] = {}
        self._inside: QWidget | None = None

    def show_plan(self, view: OnePlan) -> str:
        """Show a plan; the sentence for the page's header."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self.inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._head(view))
        for card in self._below(view):
            column.addWidget(card)
        column.addStretch(1)
        self.add(self._inside)
        self._inside.show()  # at once, not with the next layout
        return f"{words.way_word(view.standing.plan.way)} · {words.days_words(view.standing.plan)}"

    def _head(self, view: OnePlan) -> Card:
        plan = view.standing.plan
        card = Card(parent=self._inside)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(title(plan.name, elide=True))
        kind, word = words.state_pill(plan)
        top.addWidget(Pill(word, kind))
        if plan.label:
            top.addWidget(Pill(plan.label))
        top.addStretch(1)
        for button in self._steps(view.standing):
            top.addWidget(button)
        card.add_layout(top)
        figures = QHBoxLayout()
        figures.setSpacing(16)
        for code, second in self._figures(view.standing):
            figures.addLayout(_figure(code, view.standing, second), 1)
        card.add_layout(figures)
        for line in self._lines(view):
            card.add(small(line, wrap=True))
        return card

    def _figures(self, standing: Standing) -> list[tuple[str, str]]:
        budget = self.tr("of {budget}").format(budget=yuan_text(standing.plan.budget))
        return [
            ("spend", budget),
            *((code, "") for code in ("views", "product_clicks", "gmv", "orders")),
        ]

    def _lines(self, view: OnePlan) -> list[str]:
        plan = view.standing.plan
        lines = [self.tr("For: {goal}").format(goal=words.goal_word(plan.goal))]
        if view.products:
            names = self.tr(", ").join(product.title for product in view.products)
            lines.append(self.tr("Products: {names}").format(names=names))
        if plan.stop:
            lines.append(self.tr("I stop when: {words}").format(words=plan.stop))
        if plan.review:
            lines.append(self.tr("Learnt: {words}").format(words=plan.review))
        return lines

    def _steps(self, standing: Standing) -> list[Button]:
        """The next step filled, others beside it."""
        plan, desk = standing.plan, self.desk
        made: dict[str, Button] = {}
        if plan.state == PLANNED:
            made["drop"] = SecondButton(self.tr("Throw away"), "trash", height=40)
            made["drop"].clicked.connect(partial(desk.throw_away, plan))
        if plan.state in (PLANNED, RUNNING):
            made["edit"] = SecondButton(self.tr("Change"), "edit", height=40)
            made["edit"].clicked.connect(partial(desk.plan, plan))
        if plan.state != PLANNED:
            made["read"] = SecondButton(self.tr("Figures from the phone"), "phone", height=40)
            made["read"].clicked.connect(partial(desk.read_off, standing))
        if plan.state in (ENDED, REVIEWED):
            made["copy"] = SecondButton(self.tr("Once more"), "copy", height=40)
            made["copy"].clicked.connect(partial(desk.copy, plan))
        mains = {
            PLANNED: (self.tr("Begin now"), partial(desk.begin, plan)),
            RUNNING: (self.tr("It is over"), partial(desk.end, plan)),
            ENDED: (self.tr("Review"), partial(desk.review, standing)),
        }
        if plan.state in mains:
            text, step = mains[plan.state]
            made["main"] = MainButton(text)
            made["main"].clicked.connect(step)
        self.buttons = made
        return list(made.values())

    def _below(self, view: OnePlan) -> list[Card]:
        cards = []
        if view.standing.changes:
            card = Card(self.tr("Changed while it ran"), parent=self._inside)
            for change in reversed(view.standing.changes):
                card.add(body(words.change_words(change), wrap=True))
                card.add(small(words.change_line(change), wrap=True))
            cards.append(card)
        if view.standing.readings:
            card = Card(self.tr("Read off the phone"), parent=self._inside)
            for reading in reversed(view.standing.readings[-12:]):
                figure = words.reading_text(reading.what, reading.figure)
                row = QHBoxLayout()
                row.addWidget(body(words.reading_word(reading.what)))
                row.addWidget(small(moment_text(reading.at)), 1)
                row.addWidget(body(figure), 0, Qt.AlignmentFlag.AlignRight)
                card.add_layout(row)
                card.add(Divider())
            cards.append(card)
        return cards


def _figure(code: str, standing: Standing, second: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(small(words.reading_word(code), elide=True))
    column.addWidget(title(words.reading_text(code, standing.figures.get(code)), elide=True))
    column.addWidget(small(second, elide=True))
    return column
