"""What promotion cost: by day, by campaign, by plan, from reports and from what was read off the
phone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from ksdesk.domain.promotion.attaching import PlanStanding, campaigns_of, own_days, standing
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.promotion.profit import split
from ksdesk.domain.traffic import day_start, from_seconds
from ksdesk.storage import Reader

Parts = Collection[tuple[str, str]] | None
"""Parts of traffic as (campaign, live or way; its key); None: all of it."""
_DAY = 86_400


def spent(
    reader: Reader, first: date, last: date, now: datetime
) -> tuple[list[tuple[Plan, int]], int, int]:
    """Each plan with what it spent, what promotion cost in all, and what of it plans give to
    products. All of it is what its days come to."""
    started = begun(reader, now)
    spans = own_days(started, first, last)
    totals, campaigns = spend_by_day(reader, first, last), {}
    if any(one.keys for one in started):
        campaigns = of_campaigns(reader, first, last, totals)
    named, phoned = [], 0
    for one in started:
        fen = of_keys(one, campaigns, *spans[one.plan.id])
        if not one.keys:
            fen = typed(one, first, last, now)
            phoned += fen
        if fen:
            named.append((one.plan, fen))
    assigned = sum(fen for plan, fen in named if plan.products)
    return named, sum(totals.values()) + phoned, assigned


def of_campaigns(
    reader: Reader, first: date, last: date, totals: Mapping[date, int] | None = None
) -> dict[date, dict[str, int]]:
    """Fen of each campaign that reports name, by day. A day's total that is less than they come to
    is shared by them; `totals` where the spend by day is known."""
    if totals is None:
        totals = spend_by_day(reader, first, last)
    found = reader.traffic.by_campaign("spend", day_start(first), day_start(last) + _DAY)
    days = {}
    for at, spends in found.items():
        day, told = from_seconds(at).date(), {key: round(fen) for key, fen in spends.items()}
        total = totals.get(day, 0)
        days[day] = split(total, told) if sum(told.values()) > total else told
    return days


def of_keys(
    one: PlanStanding, campaigns: Mapping[date, Mapping[str, int]], first: date, last: date
) -> int:
    """Of that what is of a plan's campaigns on these days."""
    mine = (told for day, told in campaigns.items() if first <= day <= last)
    return sum(told.get(key, 0) for told in mine for key in one.keys)


def spend_by_day(reader: Reader, first: date, last: date, parts: Parts = None) -> dict[date, int]:
    """What reports and typed figures say that promotion cost on each day, or these parts of it."""
    start, end = day_start(first), day_start(last) + _DAY
    series = reader.traffic.series("spend", "day", start, end, parts=parts)
    days = (from_seconds(at).date() for at in series.times)
    return {day: round(fen) for day, fen in zip(days, series.values, strict=True)}


def by_day(reader: Reader, first: date, last: date, now: datetime) -> dict[date, int]:
    """The same with what was read off the phone of plans that no report tells of."""
    days = spend_by_day(reader, first, last)
    for one in begun(reader, now):
        for day, fen in typed_by_day(one, first, last, now):
            days[day] = days.get(day, 0) + fen
    return days


def begun(reader: Reader, now: datetime) -> list[PlanStanding]:
    """The plans that have begun, with their campaigns and what was read off the phone; the
    campaigns are `silent` where the phone alone tells what they spent."""
    every = reader.notes.all(Plan)
    if not every:
        return []  # the campaigns of a large book take their time
    keys = campaigns_of(every, reader.traffic.campaigns())
    readings = reader.notes.all(PlanReading)
    found = [
        standing(plan, keys[plan.id], {}, {}, (), readings, now)
        for plan in every
        if plan.id in keys
    ]
    days = own_days(found, date.min, now.date())
    return [
        one
        if _is_reported(reader, one, days[one.plan.id])
        else replace(one, keys=(), silent=one.keys)
        for one in found
    ]


def _is_reported(reader: Reader, one: PlanStanding, days: tuple[date, date]) -> bool:
    """Whether reports tell what a plan's campaigns spent, as far as the phone does."""
    if not one.keys or one.spend is None:
        return True
    return bool(spend_by_day(reader, *days, [("campaign", key) for key in one.keys]))


def typed(one: PlanStanding, first: date, last: date, now: datetime) -> int:
    """What was read off the phone of a plan's spend, as far as it is of these days."""
    if one.keys or one.spend is None or one.plan.first > now:
        return 0
    return spread(one, one.spend, first, last, now)


def spread(one: PlanStanding, figure: int, first: date, last: date, now: datetime) -> int:
    """What of a figure is of these days, spread evenly over the plan's days so far. Days, however
    they are cut, add up to the whole of it; the hours after midnight are of the day before."""
    plan = one.plan
    late = timedelta(hours=max(0, plan.hour_to - 24))
    until = (min(plan.last, now) - timedelta(seconds=1) - late).date()
    begun = max((plan.first - late).date(), min(plan.first.date(), plan.begins))
    days = max(1, (until - begun).days + 1)

    def by(day: date) -> int:
        return figure * max(0, min((day - begun).days + 1, days)) // days

    return max(0, by(last) - by(first - timedelta(days=1)))


def typed_by_day(
    one: PlanStanding, first: date, last: date, now: datetime
) -> Iterator[tuple[date, int]]:
    """The same day by day; they add up to it."""
    for number in range((last - first).days + 1 if not one.keys else 0):
        day = first + timedelta(days=number)
        if fen := typed(one, day, day, now):
            yield day, fen
