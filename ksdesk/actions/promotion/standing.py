"""All plans with what they spent and brought, read from reports and from what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from ksdesk.domain.promotion.attaching import FIGURES, Standing, campaigns_of, standing
from ksdesk.domain.promotion.plans import (
    ENDED,
    PLANNED,
    REVIEWED,
    RUNNING,
    Plan,
    PlanChange,
    PlanReading,
)
from ksdesk.domain.traffic import day_start, measure, value_of
from ksdesk.storage import Reader

IN_ORDER: Final = (RUNNING, ENDED, PLANNED, REVIEWED)
"""What asks for something comes first."""


def every(reader: Reader, now: datetime, codes: Sequence[str] = FIGURES) -> tuple[Standing, ...]:
    """All plans: those that run, wait for their review, are to come, are done with; in each the
    newest first. `codes`: those of `FIGURES` that are wanted of the reports."""
    plans = reader.notes.all(Plan)
    keys = campaigns_of(plans, reader.traffic.campaigns())
    changes, readings = reader.notes.all(PlanChange), reader.notes.all(PlanReading)
    found = [
        standing(
            plan,
            keys.get(plan.id, ()),
            reported(reader, plan, keys.get(plan.id, ()), now, codes),
            changes,
            readings,
            now,
        )
        for plan in plans
    ]
    found.sort(key=lambda one: one.plan.first, reverse=True)
    return tuple(sorted(found, key=lambda one: IN_ORDER.index(one.plan.state)))


def reported(
    reader: Reader, plan: Plan, keys: tuple[str, ...], now: datetime, codes: Sequence[str]
) -> dict[str, float]:
    """What reports say of these campaigns on the plan's days, as far as they have it."""
    if not keys:
        return {}
    start = day_start(plan.first.date())
    end = day_start((min(plan.last, now) - timedelta(seconds=1)).date()) + 86_400
    found = {}
    for code in codes:
        whole = reader.traffic.series(code, "day", start, end, keys).whole
        value = value_of(measure(code), whole) if whole else None
        if value is not None:
            found[code] = value
    return found
