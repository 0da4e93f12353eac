"""All plans with what they spent and brought, read from reports and from what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from ksdesk.domain.promotion.attaching import (
    FIGURES,
    RATIOS,
    Matched,
    PlanStanding,
    campaigns_of,
    own_days,
    standing,
)
from ksdesk.domain.promotion.plans import (
    ENDED,
    PLANNED,
    REVIEWED,
    RUNNING,
    Plan,
    PlanChange,
    PlanReading,
)
from ksdesk.domain.promotion.stop_line import StopLine
from ksdesk.domain.traffic import day_start, measure, to_seconds, value_of
from ksdesk.storage import Reader

IN_ORDER: Final = (RUNNING, ENDED, PLANNED, REVIEWED)
"""What asks for something comes first."""


def every(
    reader: Reader, now: datetime, codes: Sequence[str] = FIGURES
) -> tuple[PlanStanding, ...]:
    """All plans: those that run, wait for their review, are to come, are done with; in each the
    newest first. `codes`: those of `FIGURES` that are wanted of the reports."""
    plans = reader.notes.all(Plan)
    keys = campaigns_of(plans, reader.traffic.campaigns())
    bare = [PlanStanding(plan, keys[plan.id]) for plan in plans if plan.id in keys]
    days = own_days(bare, date.min, now.date())
    changes, readings = reader.notes.all(PlanChange), reader.notes.all(PlanReading)
    found = [
        standing(
            plan,
            keys.get(plan.id, ()),
            *reported(reader, keys.get(plan.id, ()), days.get(plan.id), codes),
            changes,
            readings,
            now,
        )
        for plan in plans
    ]
    found.sort(key=lambda one: one.plan.first, reverse=True)
    return tuple(sorted(found, key=lambda one: IN_ORDER.index(one.plan.state)))


def by_clock(
    reader: Reader,
    found: PlanStanding,
    line: StopLine,
    start: datetime,
    moment: datetime,
    now: datetime,
) -> tuple[PlanStanding, datetime]:
    """A plan with its figures of the day that began at `start` up to a moment, and as of when they
    are: of the hours of its report that reach it, else what was read off the phone.

    A count that was still below its line later was so before.
    """
    hour = timedelta(hours=1)
    whole = moment.replace(minute=0)
    end = whole + hour if line.below and whole < moment else whole
    first, last = to_seconds(start.replace(minute=0)), to_seconds(end)
    reaches = found.keys and reader.traffic.series("spend", "hour", last - 3_600, last).times
    figures: dict[str, float] = {}
    from_reports: set[str] = set()
    as_of = moment
    for code in line.needs:
        read = [one for one in found.readings if one.what == code and start <= one.at <= now]
        told = [one for one in read if line.below or one.at <= moment]
        series = reader.traffic.series(code, "hour", first, last, found.keys)
        value = value_of(measure(code), series.whole) if reaches and series.whole else None
        if value is not None:
            figures[code] = value
            from_reports.add(code)
        elif told:
            newest = max(told, key=lambda one: one.at)
            figures[code] = newest.figure - _before(found, code, start)
            as_of = min(as_of, newest.at)
    matched: Matched = {}
    if line.figure in RATIOS and from_reports == set(line.needs):
        series = reader.traffic.series(line.figure, "hour", first, last, found.keys)
        matched = {line.figure: series.divided}
    return replace(found, figures=figures, matched=matched), as_of


def _before(found: PlanStanding, code: str, start: datetime) -> int:
    """What had been read off by the begin of a day: readings are of the whole plan."""
    earlier = [one for one in found.readings if one.what == code and one.at < start]
    return max(earlier, key=lambda one: one.at).figure if earlier else 0


def reported(
    reader: Reader,
    keys: tuple[str, ...],
    days: tuple[date, date] | None,
    codes: Sequence[str],
) -> tuple[dict[str, float], Matched]:
    """What reports say of these campaigns, as far as they have it, and what the ratios of it
    divide. `days`: those on which they are the plan's own."""
    if not keys or days is None:
        return {}, {}
    start, end = day_start(days[0]), day_start(days[1]) + 86_400
    found: dict[str, float] = {}
    for code in codes:
        whole = reader.traffic.series(code, "day", start, end, keys).whole
        value = value_of(measure(code), whole) if whole else None
        if value is not None:
            found[code] = value
    matched = {
        code: reader.traffic.series(code, "day", start, end, keys).divided
        for code in RATIOS
        if found.keys() >= set(measure(code).of)
    }
    return found, matched
