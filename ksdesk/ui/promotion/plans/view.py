"""What the room of plans reads of the book."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ksdesk.actions.promotion import looking, profit, standing
from ksdesk.actions.promotion.looking import Crowd, Rhythm
from ksdesk.actions.promotion.waiting import CrossedLine, crossed
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.keywords import Hours, KeywordFit, held_against, hours_judged, mean_row
from ksdesk.domain.promotion.pacing import Pace, pace
from ksdesk.domain.promotion.verdict import Verdict
from ksdesk.domain.rulebook import DayRules
from ksdesk.domain.traffic import Part
from ksdesk.domain.traffic.alarms import Alarms
from ksdesk.storage import Reader
from ksdesk.ui.shell.context import Context

LISTED = ("spend", "gmv", "orders")
"""What the table of all plans tells."""
EVENING = ("traffic.peak.from", "traffic.peak.to")


@dataclass(frozen=True)
class Plans:
    """All plans as they stand `at` a moment, with the pace of those that run and what they left,
    estimated, as far as it is known."""

    at: datetime
    plans: tuple[tuple[PlanStanding, Pace | None, int | None], ...]


@dataclass(frozen=True)
class OnePlan:
    """One plan `at` a moment: its products, how it spends, what came of it, the stop line that it
    has crossed, and for a hot search how each keyword fits, whether its hours are busy and what
    interaction is usual."""

    at: datetime
    standing: PlanStanding
    products: tuple[Product, ...]
    rules: DayRules
    rhythm: Rhythm
    verdict: Verdict
    seen: Alarms
    campaigns: tuple[Part, ...]
    crowd: Crowd | None
    stop: CrossedLine | None = None
    fits: tuple[KeywordFit, ...] = ()
    hours: Hours | None = None
    usual_interaction: float | None = None


def look(reader: Reader, now: datetime) -> Plans:
    """All plans."""
    every = standing.every(reader, now, LISTED)
    left = profit.nets(reader, every, now)
    return Plans(
        now, tuple((one, pace(one.plan, one.spend, now), left.get(one.plan.id)) for one in every)
    )


def look_at(ctx: Context, number: int, now: datetime, before: Alarms | None) -> Plans | OnePlan:
    """One plan, or all of them where it is gone; `before` is what was odd at the last look."""
    reader = ctx.reader
    found = next((one for one in standing.every(reader, now) if one.plan.id == number), None)
    if found is None:
        return look(reader, now)
    rules = ctx.rules().on(now.date())
    seen = traffic_alarms.found(reader, now, before)
    products = reader.products.some(found.plan.products)
    shown = OnePlan(
        now,
        found,
        products,
        rules,
        looking.rhythm(reader, found, now),
        looking.verdict(reader, found, seen, now),
        seen,
        reader.traffic.campaigns(),
        looking.crowd(reader, found.plan, seen.views, now) if found.plan.begun_at else None,
        crossed(reader, found, now),
    )
    return _searched(reader, shown) if found.plan.way == "hot_search" else shown


def _searched(reader: Reader, shown: OnePlan) -> OnePlan:
    """With what counts for a hot search."""
    plan = shown.standing.plan
    heat = looking.heat(reader, shown.at, shown.seen.alarms)
    days = [(plan.begins + timedelta(days=n)).weekday() for n in range(min(plan.days, 7))]
    row = mean_row([heat.cells[day] for day in days]) if heat is not None else (None,) * 24
    evening = (19, 23)
    if all(key in shown.rules for key in EVENING):
        evening = shown.rules.whole(EVENING[0]), shown.rules.whole(EVENING[1])
    typed = shown.standing.newest("usual_interaction")
    usual = typed.figure if typed is not None else looking.usual_interaction(reader, shown.at)
    return replace(
        shown,
        fits=tuple(held_against(word, shown.products) for word in plan.keywords),
        hours=hours_judged(row, (plan.hour_from, plan.hour_to), evening),
        usual_interaction=usual,
    )
