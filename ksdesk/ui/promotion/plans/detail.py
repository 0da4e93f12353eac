"""One plan: how it runs, what it brought, what was changed, and its next step."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import PLANNED, RUNNING, unlocked
from ksdesk.ui.parts.buttons import Button, MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.flow import taken_beside
from ksdesk.ui.parts.labels import body, small, title
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import day_text, moment_text, yuan_text
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.promotion import words
from ksdesk.ui.promotion.desk import PromotionDesk
from ksdesk.ui.promotion.plans.checks_card import ChecksCard
from ksdesk.ui.promotion.plans.crowd_card import CrowdCard
from ksdesk.ui.promotion.plans.gift_card import GiftCard
from ksdesk.ui.promotion.plans.gift_rules import GiftRules
from ksdesk.ui.promotion.plans.keywords_card import KeywordsCard
from ksdesk.ui.promotion.plans.lock_panel import LockPanel
from ksdesk.ui.promotion.plans.pace_card import PaceCard
from ksdesk.ui.promotion.plans.steps import plan_steps
from ksdesk.ui.promotion.plans.time_bar import TimeBar
from ksdesk.ui.promotion.plans.verdict_card import PlanVerdictCard
from ksdesk.ui.promotion.plans.view import OnePlan
from ksdesk.ui.promotion.plans.work_section import verdict_of
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of

TWO_COLUMNS = 880  # px at 100 % text size from which what warns stands beside
NAME = 240  # px at 100 % text size of a name, before its steps go below it
MOST_READINGS = 12


class PlanDetail(PageScroll):
    """Built anew for each answer: what a plan shows depends on its way and state."""

    def __init__(self, ctx: Context, desk: PromotionDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self.ctx, self.desk = ctx, desk
        self.buttons: dict[str, Button] = {}
        self.cards: dict[str, Card] = {}
        self.view: OnePlan | None = None
        self._unlocking = 0
        self._inside: QWidget | None = None
        self._columns: QBoxLayout | None = None

    def show_plan(self, view: OnePlan) -> str:
        """Show a plan; the sentence for the page's header."""
        plan = view.standing.plan
        if self._unlocking != plan.id or not plan.locked:
            self._unlocking = 0
        self.view = view
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self.inside)
        outer = QVBoxLayout(self._inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        outer.addWidget(self._head(view))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self.cards = {}
        for place, made in enumerate((self._left(view), self._right(view))):
            column = QVBoxLayout()
            column.setSpacing(16)
            for name, card in made:
                self.cards[name] = card
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, (19, 11)[place])
        outer.addLayout(self._columns)
        outer.addStretch(1)
        self.add(self._inside)
        self._inside.show()  # at once, not with the next layout
        self._arrange()
        return f"{words.way_word(plan.way)} · {words.days_words(plan)}"

    def _arrange(self) -> None:
        if self._columns is not None:
            px, room = theme_of(self).px, self.viewport().width()
            beside = room >= px(TWO_COLUMNS)
            direction = QBoxLayout.Direction
            self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
            over = max(0, self._name.sizeHint().width() - px(NAME))
            one_line = taken_beside(self._top) - over <= room - 2 * 16
            self._top.setDirection(direction.LeftToRight if one_line else direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _left(self, view: OnePlan) -> Iterator[tuple[str, Card]]:
        """What the way needs, and what came of it."""
        parent = self._inside
        if view.standing.plan.way == "hot_search":
            keywords = KeywordsCard(view, parent)
            keywords.wanted.connect(self.ask_keywords)
            yield "keywords", keywords
        if view.standing.plan.way == "gift":
            gift = GiftCard(view, parent)
            gift.staged.connect(partial(self.desk.stage, view.standing.plan))
            yield "gift", gift
        else:
            yield "pace", PaceCard(view.rhythm, view.rules, parent)
        if view.crowd is not None:
            yield "crowd", CrowdCard(self.ctx, view.crowd, view.standing, parent)
        if view.verdict.kind != "early":
            yield "verdict", PlanVerdictCard(view.verdict, view.seen.views, parent)

    def _right(self, view: OnePlan) -> Iterator[tuple[str, Card]]:
        """What warns, what was looked at, changed and read."""
        parent, plan = self._inside, view.standing.plan
        if self._unlocking == plan.id:
            lock = LockPanel(view, parent)
            lock.left.connect(self.leave_locked)
            lock.unlocked.connect(self._unlock)
            yield "lock", lock
        if plan.way == "gift":
            yield "rules", GiftRules(view.rules, parent)
        if plan.way == "hot_search":
            yield "checks", ChecksCard(view, parent)
        if plan.work or plan.obstacles:
            yield "work", self._work(view)
        if view.standing.changes:
            yield "changes", self._changes(view.standing)
        if view.standing.readings:
            yield "readings", self._readings(view.standing)

    # -- keywords ----------------------------------------------------------------------------

    @Slot()
    def ask_keywords(self) -> None:
        """Change them before the start; while it runs, first say what that costs."""
        assert self.view is not None
        plan = self.view.standing.plan
        if plan.state == PLANNED:
            self.desk.keywords(self.view, "")
        elif plan.locked:
            self._unlocking = plan.id
            self.show_plan(self.view)
            panel = self.cards["lock"]
            self.show_widget(panel)

    @Slot()
    def leave_locked(self) -> None:
        """They stay as they are."""
        assert self.view is not None
        self._unlocking = 0
        self.show_plan(self.view)

    @Slot(str)
    def _unlock(self, why: str) -> None:
        assert self.view is not None
        self.desk.keywords(self.view, why)

    # -- cards -------------------------------------------------------------------------------

    def _head(self, view: OnePlan) -> Card:
        plan = view.standing.plan
        card = Card(parent=self._inside)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._name = title(plan.name, elide=True)
        top.addWidget(self._name)
        kind, word = words.state_pill(plan)
        top.addWidget(Pill(word, kind))
        if plan.locked:
            top.addWidget(Pill(self.tr("Keywords locked"), icon="lock"))
        elif times := len(unlocked(view.standing.changes, plan)):
            top.addWidget(Pill(self.tr("Unlocked %n times", "", times), "warn"))
        if plan.label:
            top.addWidget(Pill(plan.label))
        top.addStretch(1)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        for button in self._steps(view.standing):
            steps.addWidget(button)
        self._top.addLayout(top, 1)
        self._top.addLayout(steps)
        self._top.setAlignment(steps, Qt.AlignmentFlag.AlignRight)
        card.add_layout(self._top)
        if plan.state == RUNNING:
            card.add(TimeBar(plan, view.at, card))
        figures = QHBoxLayout()
        figures.setSpacing(16)
        for code, second in self._figures(view.standing):
            figures.addLayout(_figure(code, view.standing, second), 1)
        card.add_layout(figures)
        for line in self._lines(view):
            card.add(small(line, wrap=True))
        if view.stop is not None:
            card.add(small(words.stop_sentence(view.stop), wrap=True, tone="bad"))
        if plan.state != PLANNED:
            self.attach = TextButton(self._attached(view), small=True, inline=True)
            self.attach.clicked.connect(partial(self.desk.attach, view))
            card.body.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _attached(self, view: OnePlan) -> str:
        """Where the figures come from."""
        names = [part.name for part in view.campaigns if part.key in view.standing.keys]
        if not names:
            return self.tr("No campaign of the reports is matched ›")
        return self.tr("In the reports: {names} ›").format(names=words.joined(names))

    def _figures(self, standing: PlanStanding) -> list[tuple[str, str]]:
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

    def _steps(self, standing: PlanStanding) -> list[Button]:
        """The next step filled, others beside it; what has begun goes to the bin from the list."""
        made: dict[str, Button] = {}
        for step in plan_steps(standing, self.desk):
            if step.code == "drop" and standing.plan.state != PLANNED:
                continue
            main = step.code == "main"
            button = (
                MainButton(step.word) if main else SecondButton(step.word, step.icon, height=40)
            )
            button.clicked.connect(step.act)
            made[step.code] = button
        self.buttons = made
        return list(made.values())

    def _work(self, view: OnePlan) -> Card:
        """The promoted work, and what is said to keep it from being promoted."""
        plan = view.standing.plan
        card = Card(self.tr("Work that is promoted"), parent=self._inside)
        day = self.tr("published on {day}").format(day=day_text(plan.work_day))
        name = plan.work or self.tr("not named")
        card.add(body(words.joined([name, day] if plan.work_day else [name]), wrap=True))
        kind, sentence = verdict_of(plan, view.rules)
        if sentence:
            verdict = VerdictSentence(card)
            verdict.set(kind, sentence)
            card.add(verdict)
        return card

    def _changes(self, standing: PlanStanding) -> Card:
        card = Card(self.tr("Changed while it ran"), parent=self._inside)
        for change in reversed(standing.changes):
            card.add(body(words.change_words(change), wrap=True))
            card.add(small(words.change_line(change), wrap=True))
        return card

    def _readings(self, standing: PlanStanding) -> Card:
        card = Card(self.tr("Read off the phone"), parent=self._inside)
        for reading in reversed(standing.readings[-MOST_READINGS:]):
            row = QHBoxLayout()
            row.addWidget(body(words.reading_word(reading.what), elide=True))
            row.addWidget(small(moment_text(reading.at)), 1)
            figure = words.reading_text(reading.what, reading.figure)
            row.addWidget(body(figure), 0, Qt.AlignmentFlag.AlignRight)
            card.add_layout(row)
        return card


def _figure(code: str, standing: PlanStanding, second: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(small(words.reading_word(code), elide=True))
    column.addWidget(title(words.reading_text(code, standing.figures.get(code))))
    column.addWidget(small(second, elide=True))
    return column
