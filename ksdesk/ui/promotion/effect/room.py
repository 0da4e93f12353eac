"""The room 效果: what the paid ways left, and where the next yuan goes, if anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ksdesk.actions.promotion import effect, plans, profit, trials, ways
from ksdesk.actions.promotion.effect import Answer, Effect, Fitted, Terms
from ksdesk.actions.promotion.trials import Followed
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.calendar import add_months, month_end, month_start
from ksdesk.domain.changes import Changes
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.promotion.breakdown import Paid
from ksdesk.domain.promotion.plans import Plan, way_of
from ksdesk.domain.promotion.profit import Earned
from ksdesk.domain.promotion.trial import Trial
from ksdesk.domain.promotion.ways import TYPED, UNNAMED
from ksdesk.domain.traffic import from_seconds
from ksdesk.domain.traffic.alarms import Alarms
from ksdesk.ui.parts.beside import Beside
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.promotion.desk import PromotionDesk
from ksdesk.ui.promotion.effect import words
from ksdesk.ui.promotion.effect.curves_card import CurvesCard
from ksdesk.ui.promotion.effect.mix_card import MixCard
from ksdesk.ui.promotion.effect.terms_sheet import TermsSheet
from ksdesk.ui.promotion.effect.trial.sheet import TrialSheet
from ksdesk.ui.promotion.effect.ways_card import WaysCard, earns
from ksdesk.ui.promotion.rooms import Room
from ksdesk.ui.promotion.working_out import ProfitWork
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import Theme

SPANS = (7, 30, 0)
"""Days before today that the ways are shown for; 0: as far as reports go back."""
LEAST = 14
"""Days without which nothing is fitted."""
BESIDE = 880  # px from which the two cards stand side by side


@dataclass(frozen=True)
class EffectSeen:
    """What the room shows at once; the fit comes after it."""

    effect: Effect
    ways: tuple[Paid, ...]
    rates: Earned
    alarms: Alarms
    fresh: bool
    days: int
    followed: Followed | None


class EffectRoom(Room):
    """First what the ways left, then how a day's money is best split."""

    code = "effect"

    def __init__(self, ctx: Context, desk: PromotionDesk, page: QWidget) -> None:
        super().__init__(ctx, desk, page)
        self.seen: EffectSeen | None = None
        self.found: Fitted | None = None
        self.answer: Answer | None = None
        self.wish = Terms()
        self.span = SegmentBar(
            [
                (days, self.tr("{n} days").format(n=days) if days else self.tr("All days"))
                for days in SPANS
            ],
            30,
            name=self.tr("Days of the table"),
            parent=page,
        )
        self.span.hide()
        self.span.chosen.connect(self._on_span)
        self.work = ProfitWork(ctx, partial(self.wanted.emit, self.code), self)
        self._latest = Latest(ctx, self)
        self._empty: dict[str, EmptyState] = {}
        self.area = PageScroll(page)
        self.area.hide()
        self.ways = WaysCard(page)
        KeptList(ctx, self.ways.table, "ways")
        self.ways.costs_wanted.connect(self.desk.costs)
        self.area.add(self.ways)
        self.mix = MixCard(page)
        self.mix.budget_moved.connect(self._move)
        self.mix.save_wanted.connect(self.save)
        self.mix.terms_wanted.connect(self.set_terms)
        self.mix.trial_wanted.connect(self.open_trial)
        self.curves = CurvesCard(ctx, page)
        self.area.add(Beside(self.mix, self.curves, (2, 3), BESIDE), 1)

    def word(self) -> str:
        return self.tr("Effect")

    def beside(self) -> QWidget:
        return self.span

    @Slot(object)
    def _on_span(self, _days: object) -> None:
        self.wanted.emit(self.code)

    def count(self, plans: Sequence[Plan]) -> int | None:
        return None

    # -- reading -----------------------------------------------------------------------------

    def question(self) -> Callable[[], EffectSeen]:
        days = self.span.value()
        assert isinstance(days, int)
        return partial(_seen, self.ctx, self.desk.seen, days)

    def show_answer(self, answer: EffectSeen) -> QWidget:
        self.seen = answer
        self.desk.seen = answer.alarms
        if not answer.fresh:
            self.work.begin()
            answer = self.seen  # it may be done by now
        found = answer.effect
        if not found.spend:
            return self._without("spend")
        if found.margin is None:
            return self._without("costs")
        self.ways.show_ways(answer.ways, answer.rates, answer.days)
        enough = len(found.days) >= LEAST
        self.curves.setVisible(enough)
        if enough:
            self._ask()
        else:
            self._latest.drop()
            self.found = self.answer = None
            self.mix.show_few(found, LEAST)
            self._show_trial()
        return self.area

    # -- working it out ----------------------------------------------------------------------

    def _ask(self) -> None:
        assert self.seen is not None
        label = self.tr("Working out what each way brings")
        self._latest.ask(
            _told, self.seen.effect, self.found, self.wish, done=self._show, progress=label
        )

    def _show(self, told: tuple[Fitted, Answer | None]) -> None:
        self.found, self.answer = told
        today = sum(self.found.effect.today.values())
        budget = self.wish.budget
        self.mix.set_budget(today if budget is None else budget, today)
        ways = self.seen.ways if self.seen is not None else ()
        earning = [way.key for way in ways if earns(way)]
        self.mix.show_told(self.found, self.answer, self._month(), earning)
        self.curves.setVisible(not self.found.blind)
        self.curves.show_told(self.answer)
        self._show_trial()

    @Slot(object)
    def _move(self, budget: int | None) -> None:
        self.wish = replace(self.wish, budget=budget)
        self._ask()

    @Slot()
    def set_terms(self) -> None:
        """The sheet for what the seller wants of the proposal."""
        assert self.found is not None
        sheet = TermsSheet(self.found, self.wish, self.page)
        sheet.ready.connect(self._on_terms)
        self.desk.open(sheet)

    @Slot(object)
    def _on_terms(self, terms: Terms) -> None:
        assert self.desk.sheet is not None
        self.desk.sheet.accept()
        self.wish = terms
        self._ask()

    # -- the trial ---------------------------------------------------------------------------

    @Slot()
    def open_trial(self) -> None:
        """The sheet for the trial that runs, or that could begin."""
        sheet = TrialSheet(self.ctx, self.ctx.clock().date(), self.page)
        sheet.begun.connect(self._begin_trial)
        sheet.ticked.connect(self._tick)
        sheet.stopped.connect(self._stop_trial)
        self.desk.open(sheet)
        self._show_trial()

    def _show_trial(self) -> None:
        assert self.seen is not None
        self.mix.show_trial(self.seen.followed)
        sheet = self.desk.sheet
        if isinstance(sheet, TrialSheet) and sheet.isVisible():
            sheet.show_state(self.seen.effect, self.found, self.answer, self.seen.followed)

    @Slot(object)
    def _begin_trial(self, trial: Trial) -> None:
        self.ctx.write(self, self.tr("Begin a test"), trials.begin, trial, self.ctx.clock())

    @Slot(object, object, object)
    def _tick(self, trial: Trial, day: date, spent: tuple[int, ...] | None) -> None:
        text = self.tr("Tick a day of the test")
        self.ctx.write(self, text, trials.tick, trial, day, spent, self.ctx.clock())

    @Slot(object)
    def _stop_trial(self, trial: Trial) -> None:
        self.ctx.write(self, self.tr("Stop a test"), trials.stop, trial, self.ctx.clock())

    # -- plans -------------------------------------------------------------------------------

    def _month(self) -> str:
        first = add_months(month_start(self.ctx.clock().date()), 1)
        return f"{first.year}-{first.month:02}"

    @Slot()
    def save(self) -> None:
        """The proposal as plans of next month, one a way."""
        if self.answer is None:
            return
        made = self.planned(self.answer)
        text = self.tr("Save a proposal as plans")
        self.ctx.write(self, text, plans.save_all, made, self.ctx.clock(), done=self._saved)

    def planned(self, told: Answer) -> list[Plan]:
        """A plan for each way that gets money, from the first to the last day of next month."""
        first = add_months(month_start(self.ctx.clock().date()), 1)
        last = month_end(first)
        return [
            Plan(
                way=way_of(way),
                name=f"{words.name(way)} {self._month()}",
                goal="sales",
                budget=amount * ((last - first).days + 1),
                begins=first,
                ends=last,
                label=_label(way),
            )
            for way, amount in told.proposal.best.items()
            if amount
        ]

    def _saved(self, _changes: Changes) -> None:
        text = self.tr("The plans for {month} stand under Plans").format(month=self._month())
        self.ctx.notice(text, undo=True)

    # -- states ------------------------------------------------------------------------------

    def _without(self, what: str) -> EmptyState:
        self._latest.drop()
        if what not in self._empty:
            self._empty[what] = self._no_spend() if what == "spend" else self._no_costs()
        return self._empty[what]

    def _no_spend(self) -> EmptyState:
        bring = MainButton(self.tr("Import reports ›"))
        bring.clicked.connect(partial(self.ctx.navigate, "traffic"))
        return EmptyState(
            "promotion",
            self.tr("No spending in the last 12 weeks"),
            self.tr(
                "Import the report of your paid traffic under Traffic, or note a plan and what it"
                " cost. Then it shows here which way earns, and where the next yuan goes."
            ),
            main=bring,
            preview=_preview,
            parent=self.page,
        )

    def _no_costs(self) -> EmptyState:
        assert self.seen is not None
        fill = MainButton(self.tr("Fill in costs"))
        fill.clicked.connect(self.desk.costs)
        missing = words.missing_costs(self.seen.effect.unknown)
        return EmptyState(
            "promotion",
            self.tr("Fill in costs, then it can be worked out"),
            self.tr(
                "Missing: {missing}. Without it nobody knows what stays of a sale, and so"
                " whether more promotion pays."
            ).format(missing=missing),
            main=fill,
            preview=_preview,
            parent=self.page,
        )

    def jump(self, target: str) -> None:
        """Always the whole room."""


def _label(way: str) -> str:
    """What a report calls a way, in its own words in each language: campaigns are known by it."""
    if way == UNNAMED:
        return ""
    return words.name(way) if way == TYPED else way


def _seen(ctx: Context, before: Alarms | None, days: int) -> EffectSeen:
    reader, now = ctx.reader, ctx.clock()
    seen = traffic_alarms.found(reader, now, before)
    last = now.date() - timedelta(days=1)
    span = reader.traffic.span()
    first = last - timedelta(days=days - 1)
    if not days and span is not None:
        first = min(from_seconds(span[0]).date(), last)
    return EffectSeen(
        effect.read(reader, now, seen.alarms),
        ways.of_days(reader, first, last, now, seen.alarms),
        profit.shop(reader, first, last),
        seen,
        reader.profit.up_to_date(),
        days,
        trials.newest(reader, now),
    )


def _told(
    seen: Effect, found: Fitted | None, terms: Terms, progress: Progress = QUIET
) -> tuple[Fitted, Answer | None]:
    """The fit of the same figures is used again."""
    if found is None or found.effect != seen:
        found = effect.fitted(seen, progress)
    progress.check()
    return found, None if found.blind else effect.answer(found, terms)


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Grey curves that flatten."""
    painter.setPen(Qt.PenStyle.NoPen)
    for column in range(3):
        for step in range(8):
            high = box.height() * 0.5 * (1 - 0.6**step)
            painter.setBrush(theme.color("grid" if step % 2 else "border"))
            left = box.left() + box.width() * column / 3 + step * 20
            painter.drawRect(QRectF(left, box.bottom() - high, 12, high))
