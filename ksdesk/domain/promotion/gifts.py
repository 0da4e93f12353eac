"""刷礼物: what gifts to one's own room really cost, and what the room's rank and heat did."""

from __future__ import annotations

from dataclasses import dataclass

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import PlanReading


def net_cost(spent: int, share: float) -> int:
    """Fen that are gone: of what was given, the `share` (percent) that the platform keeps."""
    return int(spent * share / 100 + 0.5)


@dataclass(frozen=True)
class BeforeAfter:
    """A figure of the room before the gifts, and the newest since; None where it was not read."""

    what: str
    before: PlanReading | None
    after: PlanReading | None


def before_after(standing: PlanStanding, what: str) -> BeforeAfter:
    """What the phone showed up to the plan's beginning, and after it."""
    mine = sorted((r for r in standing.readings if r.what == what), key=lambda r: (r.at, r.id))
    begun = standing.plan.begun_at
    earlier = [r for r in mine if begun is None or r.at <= begun]
    later = [r for r in mine if begun is not None and r.at > begun]
    return BeforeAfter(what, earlier[-1] if earlier else None, later[-1] if later else None)
