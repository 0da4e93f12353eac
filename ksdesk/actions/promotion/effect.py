"""What the book knows of how sales follow spending: the history that a fit of the budget takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING, Final

from ksdesk.actions.promotion import profit, spending, ways
from ksdesk.actions.promotion.spending import Parts
from ksdesk.actions.traffic.alarms import VIEWS
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.promotion.attaching import own_days
from ksdesk.domain.promotion.plans import way_of
from ksdesk.domain.promotion.profit import Earned, split
from ksdesk.domain.promotion.trial import Trial, TrialDay
from ksdesk.domain.promotion.ways import of_plan
from ksdesk.domain.traffic import day_start, from_seconds
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.storage import Reader

if TYPE_CHECKING:
    from ksdesk.domain.promotion.advice import Curve, Proposal
    from ksdesk.domain.promotion.budget import Fit, History, Interval

WEEKS: Final = 12
RECENT: Final = 28
"""Days whose mean spending is today's mix."""
_DAY: Final = 86_400
_NOT_TOLD: Final = -1
_WHOLE: Final = 1_00
_ROOM: Final = 1.7
_LEAST_TOP: Final = 20_00
"""How far a curve is shown beyond what is spent, and at least (fen)."""
_SURE_OF_ORDERS: Final = 3
"""Where a day has so many orders as a rule, one without any has no report."""


@dataclass(frozen=True)
class Effect:
    """What was sold and spent by day in the weeks before today.

    `spend` and `attributed` are fen by way, a figure for each of `days`; ways without spending in
    all these weeks are not there. `rates` are the shop's sales of these days with their costs.
    `suspect`: days that were left out because of suspect hours. `unordered`: days with spending
    but no orders, which were left out too.
    """

    first: date
    last: date
    days: tuple[date, ...] = ()
    sales: tuple[int, ...] = ()
    spend: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    attributed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    rates: Earned = field(default_factory=Earned)
    suspect: tuple[date, ...] = ()
    unordered: int = 0

    @property
    def margin(self) -> float | None:
        """What stays of a fen of sales before spend; None while costs are missing."""
        sales = self.rates.sales
        return (
            sales.before_ads / sales.paid if sales.before_ads is not None and sales.paid else None
        )

    @property
    def unknown(self) -> tuple[str, ...]:
        """Costs that are missing, by the fields of `Sales`; goods_cost where no product has one."""
        sales = self.rates.sales
        return sales.unknown if sales.paid else ("goods_cost",)

    @property
    def today(self) -> dict[str, int]:
        """Whole yuan a day, in fen, that each way cost in the last four weeks."""
        since = self.last - timedelta(days=RECENT)
        places = [n for n, day in enumerate(self.days) if day > since]
        return {
            way: round(sum(amounts[n] for n in places) / max(len(places), 1) / 100) * 100
            for way, amounts in self.spend.items()
        }

    def history(self) -> History:
        """The same for a fit."""
        import numpy as np

        from ksdesk.domain.promotion.budget import History

        return History(
            np.array(self.days, dtype="datetime64[D]"),
            np.array(self.sales, dtype=np.int64),
            {way: np.array(amounts, dtype=np.int64) for way, amounts in self.spend.items()},
            {way: np.array(amounts, dtype=np.int64) for way, amounts in self.attributed.items()},
        )


@dataclass(frozen=True)
class Terms:
    """What the seller wants of a proposal: a `budget` in fen a day (None: today's), ways `fixed`
    at an amount, `steps` in which a platform sells a way, and between how many `times` today's
    amount a way may lie.
    """

    budget: int | None = None
    fixed: Mapping[str, int] = field(default_factory=dict)
    steps: Mapping[str, int] = field(default_factory=dict)
    times: tuple[float, float] | None = None


@dataclass(frozen=True)
class Fitted:
    """What the history tells of each way. `even`: ways that cost about the same every day, or for
    too few days, so that nothing can be told of them."""

    effect: Effect
    fit: Fit
    even: tuple[str, ...]

    @cached_property
    def last(self) -> Mapping[str, Interval]:
        """What the last ¥100 of today's money brought of each way that can be told."""
        from ksdesk.domain.promotion import advice

        assert self.effect.margin is not None, "asked for once the costs are known"
        clear = {way: fen for way, fen in self.effect.today.items() if way not in self.even}
        return advice.last_part(self.fit, clear, self.effect.margin)

    @property
    def blind(self) -> bool:
        """Whether nothing can be told of any way."""
        return set(self.fit.known) <= set(self.even)


@dataclass(frozen=True)
class Answer:
    """A proposal with what stands behind it: the curve of each way that can be told, what its last
    ¥100 of today brought, and for how much sales the proposal is good."""

    proposal: Proposal
    curves: Mapping[str, Curve]
    last: Mapping[str, Interval]
    sales: Interval
    terms: Terms


def fitted(effect: Effect, progress: Progress = QUIET) -> Fitted:
    """Fit the history; `effect` names at least one way. Raises `Cancelled`."""
    from ksdesk.domain.promotion import advice, budget

    history = effect.history()
    return Fitted(effect, budget.fit(history, progress), advice.even_ways(history))


def answer(found: Fitted, terms: Terms) -> Answer | None:
    """The best use of the money on these terms; None where they leave no way to spend it. Ways of
    which nothing can be told keep today's amount, and gifts get no more than it."""
    from ksdesk.domain.promotion import advice

    effect, fit = found.effect, found.fit
    today, margin = effect.today, effect.margin
    assert margin is not None, "asked for once the costs are known"
    fixed = {way: today[way] for way in found.even} | dict(terms.fixed)
    steps = dict.fromkeys(today, _WHOLE) | dict(terms.steps)
    gifts = [way for way in today if way_of(way) == "gift"]
    try:
        told = advice.propose(fit, today, margin, fixed, gifts, steps, terms.budget, terms.times)
    except ValueError:
        return None
    tops = {way: max(_ROOM * max(today[way], told.best[way]), _LEAST_TOP) for way in today}
    curves = advice.curves(fit, {way: round(top) for way, top in tops.items()}, margin)
    clear = {way: fen for way, fen in today.items() if way not in found.even}
    return Answer(
        told,
        {way: curve for way, curve in curves.items() if way in clear},
        found.last,
        fit.expected(told.best),
        terms,
    )


def read(reader: Reader, now: datetime, suspect: Iterable[Alarm] = ()) -> Effect:
    """The twelve weeks before today, as far as both orders and reports tell them; as new as
    `costs.work_out` made the profit."""
    last = now.date() - timedelta(days=1)
    first = last - timedelta(days=7 * WEEKS - 1)
    spend = spend_by_way(reader, first, last, now)
    if not spend:
        return Effect(first, last)
    attributed = {
        way: _by_day(reader, "gmv", first, last, parts) for way, parts in ways.parts(reader).items()
    }
    _add_read_off(reader, attributed, first, last, now)
    _add_ticked(reader, spend, attributed, last)
    sold = reader.profit.by_day(first, last)
    reported = {day for days in spend.values() for day in days} | _looked_at(reader, first, last)
    told = reported & _ordered(sold)
    odd = {day for alarm in suspect if alarm.left_out for day in _days_of(alarm)}
    days = sorted(told - odd)
    return Effect(
        first,
        last,
        tuple(days),
        tuple(sold[day].paid if day in sold else 0 for day in days),
        {way: tuple(amounts.get(day, 0) for day in days) for way, amounts in spend.items()},
        {way: tuple(attributed.get(way, {}).get(d, 0) for d in days) for way in spend},
        Earned.total(sold.values()),
        tuple(sorted(told & odd)),
        len(reported - told),
    )


def spend_by_way(
    reader: Reader, first: date, last: date, now: datetime
) -> dict[str, dict[date, int]]:
    """Fen by way and day: of reports, of plans that only the phone told, and what of the reports'
    total neither names."""
    named = ways.parts(reader)
    found = ways.spends(reader, named, first, last)
    for one in spending.begun(reader, now):
        mine = found.setdefault(of_plan(one.plan, named), {})
        for day, fen in spending.typed_by_day(one, first, last, now):
            mine[day] = mine.get(day, 0) + fen
    spent = {way: sum(days.values()) for way, days in found.items()}
    dearest = sorted(filter(spent.__getitem__, spent), key=lambda way: -spent[way])
    return {way: found[way] for way in dearest}


def _add_read_off(
    reader: Reader, attributed: dict[str, dict[date, int]], first: date, last: date, now: datetime
) -> None:
    """What plans sold that only the phone told, by day as their spend; of a day with such a plan
    that does not say it the platform's count is not known."""
    named, started = tuple(attributed), spending.begun(reader, now)
    spans = own_days(started, first, last)
    for one, more in profit.phoned(reader, started, (first, last), now):
        if more.reported is not None:
            mine = attributed.setdefault(ways.of_reported(reader, one, named), {})
            parts = [("campaign", key) for key in one.keys]
            spent = spending.spend_by_day(reader, *spans[one.plan.id], parts)
            for day, fen in split(more.reported, spent).items():
                mine[day] = mine.get(day, 0) + fen
    for one in started:
        sold = one.figures.get("gmv")
        mine = attributed.setdefault(of_plan(one.plan, named), {})
        for day, _ in spending.typed_by_day(one, first, last, now):
            before = mine.get(day, 0)
            if sold is None or before == _NOT_TOLD:
                mine[day] = _NOT_TOLD
            else:
                mine[day] = before + spending.spread(one, round(sold), day, day, now)


def _add_ticked(
    reader: Reader,
    spend: dict[str, dict[date, int]],
    attributed: dict[str, dict[date, int]],
    last: date,
) -> None:
    """Days of trials that no report tells: what they cost is known, what the platform counts for
    them is not."""
    trials = {trial.id: trial for trial in reader.notes.all(Trial)}
    reported = {day for days in spend.values() for day in days}
    for one in reader.notes.all(TrialDay):
        if one.trial in trials and one.day <= last and one.day not in reported:
            for way, fen in zip(trials[one.trial].ways, one.spent, strict=True):
                spend.setdefault(way, {})[one.day] = fen
                attributed.setdefault(way, {})[one.day] = _NOT_TOLD


def _looked_at(reader: Reader, first: date, last: date) -> set[date]:
    """Days of which a report says something, if not that money was spent."""
    code = next((code for code in VIEWS if code in reader.traffic.measures()), "")
    return set(_by_day(reader, code, first, last)) if code else set()


def _ordered(sold: Mapping[date, Earned]) -> set[date]:
    """Days that the orders tell. Where there are some every day, a day without any is missing."""
    if not sold:
        return set()
    usual = median(one.leads for one in sold.values())
    if usual >= _SURE_OF_ORDERS:
        return {day for day, one in sold.items() if one.leads}
    return set(_every(min(sold), max(sold)))


def _days_of(alarm: Alarm) -> set[date]:
    return set(_every(alarm.start.date(), (alarm.end - timedelta(seconds=1)).date()))


def _every(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _by_day(
    reader: Reader, code: str, first: date, last: date, parts: Parts | None = None
) -> dict[date, int]:
    start, end = day_start(first), day_start(last) + _DAY
    series = reader.traffic.series(code, "day", start, end, parts=parts)
    days = (from_seconds(at).date() for at in series.times)
    return {day: round(value) for day, value in zip(days, series.values, strict=True)}


@dataclass(frozen=True)
class TrialPrice:
    """What a trial costs of net, and the way whose pause of three days costs least, with that."""

    whole: Interval
    pause: tuple[str, Interval] | None


def trial_price(found: Fitted, trial: Trial) -> TrialPrice | None:
    """None while costs are missing, or where the trial has a way of which nothing is known."""
    from ksdesk.domain.promotion import advice

    today, margin = found.effect.today, found.effect.margin
    days = trial.days()[: (trial.end - trial.begins).days]
    if margin is None or any(way not in found.fit.known for way in trial.ways):
        return None
    return TrialPrice(
        advice.price(found.fit, days, today, margin),
        advice.cheapest_pause(found.fit, today, margin),
    )
