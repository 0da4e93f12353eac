"""买量节奏: how fast a plan spends, how that compares with the seller's usual, and calmer days.

No figure of the platform's stands behind these thresholds, for none is known: a plan is held
against its own budget and against what this seller did before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil
from statistics import median
from typing import Final

from ksdesk.domain.promotion.plans import PLANNED, RUNNING, Plan

OVER: Final = 1.2
"""Times of what is due by now from which a plan is over its pace."""
UNDER: Final = 0.5
LEAST_SHARE: Final = 0.05
"""Of the budget: less than this beside what is due is no news."""
LARGE: Final = 2.0
"""Times of the usual day from which a day is large."""
OFTEN: Final = 2
"""Days a week more than usual from which buying is frequent."""
CALM: Final = 1.2
"""Times of the usual day that a calm day has at most."""
NEEDED_DAYS: Final = 7
"""Days with spend below which nothing is usual."""
WEEKS: Final = 8
"""Weeks before a plan that say what is usual."""
MOST_DAYS: Final = 60


@dataclass(frozen=True)
class Pace:
    """`due` fen of the budget by now against `spent`; `kind`: over, on, under, or unknown where
    nobody said what was spent. `runs_out` is when the budget is gone at this pace, None where it
    lasts.
    """

    kind: str
    due: int
    spent: int | None
    budget: int
    runs_out: datetime | None = None

    @property
    def times(self) -> float | None:
        """What was spent as times of what was due."""
        return self.spent / self.due if self.spent is not None and self.due else None


def pace(plan: Plan, spent: int | None, now: datetime) -> Pace | None:
    """How a running plan spends; None for one that does not run."""
    if plan.state != RUNNING or plan.begun_at is None:
        return None
    share = _elapsed(plan, now)
    due = round(plan.budget * share)
    if spent is None:
        return Pace("unknown", due, None, plan.budget)
    beside = LEAST_SHARE * plan.budget
    kind = "on"
    if spent > plan.budget or (spent > OVER * due and spent - due > beside):
        kind = "over"
    elif spent < UNDER * due and due - spent > beside:
        kind = "under"
    return Pace(kind, due, spent, plan.budget, _runs_out(plan, spent, share, now))


def _elapsed(plan: Plan, now: datetime) -> float:
    """Of the plan's hours that were to come when it began, the share that is over, 0..1."""
    gone = _passed(plan, plan.first)
    return (_passed(plan, now) - gone) / (1 - gone) if gone < 1 else 1.0


def _passed(plan: Plan, now: datetime) -> float:
    length = plan.hour_to - plan.hour_from
    passed = 0.0
    for number in range(plan.days):
        day = datetime.combine(plan.begins + timedelta(days=number), datetime.min.time())
        start = day + timedelta(hours=plan.hour_from)
        passed += min(max((now - start) / timedelta(hours=1), 0.0), length)
    return passed / (length * plan.days)


def _runs_out(plan: Plan, spent: int, share: float, now: datetime) -> datetime | None:
    if spent >= plan.budget:
        return now
    if not share or not spent or spent <= plan.budget * share:
        return None
    # The plan's own hours go on at this rate; the clock in between is not counted.
    goal = share * plan.budget / spent
    low, high = now, plan.last
    while high - low > timedelta(minutes=5):
        middle = low + (high - low) / 2
        low, high = (middle, high) if _elapsed(plan, middle) < goal else (low, middle)
    return high.replace(second=0, microsecond=0)


@dataclass(frozen=True)
class Usual:
    """What a seller spends on a day with spend (median, fen), and on how many days of a week."""

    day: int
    per_week: float


def usual(spend: Mapping[date, int], before: date) -> Usual | None:
    """From the weeks before a day; None where too few days had spend."""
    first = before - timedelta(weeks=WEEKS)
    days = {day: fen for day, fen in spend.items() if first <= day < before and fen > 0}
    if len(days) < NEEDED_DAYS:
        return None
    weeks = min(WEEKS, ceil((before - min(days)).days / 7))
    return Usual(round(median(days.values())), len(days) / weeks)


@dataclass(frozen=True)
class Rush:
    """Buying that is larger or more frequent than this seller's usual.

    `day` fen on a day of the plan and `days` a week against `usual`. `calmer` are days with their
    fen that sum up to the plan's budget, of a running one to what is left; () where even they
    would not be calm.
    """

    large: bool
    often: bool
    day: int
    days: int
    usual: Usual
    calmer: tuple[tuple[date, int], ...]


def to_come(plans: Iterable[Plan], but: Plan, today: date) -> dict[date, int]:
    """Fen a day, from today on, of plans that are not over, without one of them: even shares of
    their budgets."""
    found: dict[date, int] = {}
    for plan in plans:
        if plan.id != but.id and plan.state in (PLANNED, RUNNING):
            for number in range(plan.days):
                if (day := plan.begins + timedelta(days=number)) >= today:
                    found[day] = found.get(day, 0) + plan.budget // plan.days
    return found


def rush(
    plan: Plan,
    spend: Mapping[date, int],
    known: Usual | None,
    beside: Mapping[date, int] | None = None,
) -> Rush | None:
    """What of a plan is more than usual; None where nothing is, or nothing is usual.

    `spend`: fen a day over all ways, as far as they are known; days of the plan that are still to
    come count with an even share of its budget, and of what others have `beside` it.
    """
    if known is None or plan.way == "gift":
        return None
    share, others = plan.budget // plan.days, beside or {}
    planned = [plan.begins + timedelta(days=number) for number in range(plan.days)]
    day = max(max(share + others.get(one, 0), spend.get(one, 0)) for one in planned)
    busy = {*planned, *(one for one, fen in [*spend.items(), *others.items()] if fen > 0)}
    days = max(_in_week(one, busy) for one in planned)
    large = day >= LARGE * known.day
    often = days > known.per_week + OFTEN
    if not large and not often:
        return None
    return Rush(large, often, day, days, known, calmer(plan, known))


def _in_week(last: date, busy: Collection[date]) -> int:
    return sum(last - timedelta(days=back) in busy for back in range(7))


def left_over(plan: Plan, spent: int, now: datetime) -> Plan:
    """What of a running plan can still be done otherwise: its days from today and the money that
    is not spent yet."""
    begins = max(plan.begins, now.date())
    left = max(plan.budget - spent, 0)
    return replace(plan, begins=begins, ends=max(plan.ends, begins), budget=left)


def calmer(plan: Plan, known: Usual) -> tuple[tuple[date, int], ...]:
    """The same budget on days with a pause in between, each near the usual; () where that would
    take more than two months."""
    most = max(1, round(CALM * known.day))
    count = max(1, ceil(plan.budget / most))
    step = max(2, ceil(7 / known.per_week)) if known.per_week else 2
    if count * step > MOST_DAYS:
        return ()
    each, rest = divmod(plan.budget, count)
    return tuple(
        (plan.begins + timedelta(days=step * place), each + (place < rest))
        for place in range(count)
    )


ANNOYED: Final = ("reports", "blocks", "dislikes", "unfollows")
"""举报, 拉黑, 减少此类作品, 取关."""
MORE: Final = 1.5
LEAST_COUNT: Final = 5


@dataclass(frozen=True)
class Annoyance:
    """One of `ANNOYED` per 1,000 exposures before, during and after a plan; None where a report
    had not both. `count`: how many during."""

    code: str
    before: float | None
    during: float | None
    after: float | None
    count: int

    @property
    def rose(self) -> bool:
        """Whether more people were annoyed than before, by more than chance would do."""
        if self.before is None or self.during is None or self.count < LEAST_COUNT:
            return False
        return self.during >= MORE * self.before


def annoyance(
    code: str,
    counts: Mapping[date, float],
    exposures: Mapping[date, float],
    spans: Sequence[tuple[date, date]],
) -> Annoyance | None:
    """Over the days (first to before end) before, during and after; None without any of them."""
    rates, seen = [], []
    for first, end in spans:
        days = [day for day in counts if first <= day < end and exposures.get(day)]
        whole = sum(counts[day] for day in days)
        shown = sum(exposures[day] for day in days)
        rates.append(1000 * whole / shown if shown else None)
        seen.append(whole)
    if all(rate is None for rate in rates):
        return None
    return Annoyance(code, rates[0], rates[1], rates[2], round(seen[1]))


TOO_OLD: Final = "too_old"


def against(plan: Plan, most_days: int | None) -> tuple[str, ...]:
    """What is said to keep the plan's work from being promoted: too_old, and its obstacles.

    `most_days` after its publication a work may be at most; None where that is not known.
    """
    age = (plan.begins - plan.work_day).days if plan.work_day is not None else 0
    old = most_days is not None and age > most_days
    return (TOO_OLD, *plan.obstacles) if old else plan.obstacles
