"""Which of the reports' campaigns a plan is, and what it spent and brought."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from ksdesk.domain.promotion.plans import Plan, PlanChange, PlanReading
from ksdesk.domain.traffic import Part, day_start, measure, to_seconds

FIGURES: Final = ("spend", "gmv", "orders", "new_fans", "views", "product_clicks")
"""What a plan is judged by; each a measure of the reports and a reading from the phone."""
RATIOS: Final = ("roi", "order_cost", "fan_cost")
"""The measures that divide one of these by another."""
Matched = Mapping[str, tuple[float, float] | None]
"""What some of `RATIOS` divide, summed over the rows of reports that have both parts (money in
fen); None where no row has."""


def divided(
    code: str, figures: Mapping[str, float], matched: Matched
) -> tuple[float, float] | None:
    """What a ratio divides and by what: of the rows that have both where reports tell it, else of
    the figures by themselves; None where one is not known."""
    if code in matched:
        return matched[code]
    above, below = (figures.get(part) for part in measure(code).of)
    return None if above is None or below is None else (above, below)


@dataclass(frozen=True)
class PlanStanding:
    """A plan with all that is known of it. `keys` are its campaigns in the reports (`silent`:
    those of which they do not tell what they spent), `figures` what of `FIGURES` they or the
    newest readings say (money in fen), `matched` what reports say of its `RATIOS`, `typed` the
    figures that only the phone told, `changes` and `readings` in the order in which they were
    written.
    """

    plan: Plan
    keys: tuple[str, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)
    typed: tuple[str, ...] = ()
    changes: tuple[PlanChange, ...] = ()
    readings: tuple[PlanReading, ...] = ()
    matched: Matched = field(default_factory=dict)
    silent: tuple[str, ...] = ()

    @property
    def campaigns(self) -> frozenset[str]:
        """All campaigns that it is, told of or not."""
        return frozenset((*self.keys, *self.silent))

    @property
    def spend(self) -> int | None:
        """Fen spent so far; None where nobody said so."""
        found = self.figures.get("spend")
        return None if found is None else round(found)

    def newest(self, what: str) -> PlanReading | None:
        """The reading of that figure that was made last."""
        mine = [reading for reading in self.readings if reading.what == what]
        return max(mine, key=lambda reading: (reading.at, reading.id), default=None)

    def divided(self, code: str) -> tuple[float, float] | None:
        """What one of `RATIOS` divides and by what, None where that is not known."""
        return divided(code, self.figures, self.matched)

    @property
    def order_cost(self) -> float | None:
        """Fen spent for one order; None where there is none."""
        parts = self.divided("order_cost")
        return parts[0] / parts[1] if parts and parts[1] else None


def campaigns_of(plans: Sequence[Plan], parts: Iterable[Part]) -> dict[int, tuple[str, ...]]:
    """The keys of each begun plan's campaigns, by its number.

    Those that the seller named; else those that bear its name; else those whose name begins with
    its label, as far as no other plan of those days has them or bears the label too.
    """
    campaigns = [part for part in parts if part.kind == "campaign"]
    begun = [plan for plan in plans if plan.begun_at is not None]
    found = {plan.id: plan.campaigns or _named(plan, campaigns) for plan in begun}
    for plan in begun:
        label = folded(plan.label)
        beside = [other for other in begun if other.id != plan.id and _overlap(plan, other)]
        if found[plan.id] or not label or label in [folded(other.label) for other in beside]:
            continue
        taken = {key for other in beside for key in found[other.id]}
        found[plan.id] = tuple(
            part.key
            for part in campaigns
            if folded(part.name).startswith(label)
            and part.key not in taken
            and part.first < to_seconds(plan.last)
            and part.last >= day_start(plan.since.date())  # a day's row stands at its midnight
        )
    return found


def _named(plan: Plan, campaigns: Iterable[Part]) -> tuple[str, ...]:
    name = folded(plan.name)
    return tuple(p.key for p in campaigns if name and name in (folded(p.name), folded(p.key)))


def _overlap(one: Plan, other: Plan) -> bool:
    return one.since < other.last and other.since < one.last


def own_days(
    started: Sequence[PlanStanding], first: date, last: date
) -> dict[int, tuple[date, date]]:
    """Of these days those whose campaigns are a plan's own, by its number: from the day for which
    it was planned, or on which it began if that was sooner, to the one of its end. What a campaign
    spends before and after is of no plan; of plans that are the same campaign the later one has it
    from its first day. The second day may lie before the first: then there are none.
    """
    found = {}
    for one in started:
        same = [o.plan for o in started if o.campaigns & one.campaigns]
        later = [plan.since.date() for plan in same if _in_order(plan) > _in_order(one.plan)]
        ends = (one.plan.last - timedelta(seconds=1)).date()
        until = min([last, ends, *(day - timedelta(days=1) for day in later)])
        found[one.plan.id] = max(first, one.plan.since.date()), until
    return found


def _in_order(plan: Plan) -> tuple[date, datetime, int]:
    return plan.since.date(), plan.first, plan.id


def folded(text: str) -> str:
    """A name without width, case and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def standing(
    plan: Plan,
    keys: tuple[str, ...],
    reported: Mapping[str, float],
    matched: Matched,
    changes: Iterable[PlanChange],
    readings: Iterable[PlanReading],
    now: datetime,
) -> PlanStanding:
    """A plan with what reports say of its campaigns, and what was read off the phone up to `now`.

    Where a report has a figure, it counts.
    """
    mine = tuple(r for r in readings if r.plan == plan.id and r.at <= now)
    bare = PlanStanding(plan, readings=mine)
    told = {what: r.figure for what in FIGURES if (r := bare.newest(what)) is not None}
    return PlanStanding(
        plan,
        keys,
        {**told, **reported},
        tuple(what for what in told if what not in reported),
        tuple(change for change in changes if change.plan == plan.id),
        mine,
        matched,
    )
