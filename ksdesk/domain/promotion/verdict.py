"""What came of a plan: what its own reports say it brought, else the shop's traffic in its hours,
held against the weeks before; junk named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt
from typing import Final

from ksdesk.domain.promotion.attaching import PlanStanding, folded
from ksdesk.domain.promotion.plans import Plan, as_it_ran
from ksdesk.domain.traffic.alarms import Alarm, Evidence
from ksdesk.domain.traffic.notes import IGNORED

RISE: Final = 2.0
SPREAD: Final = 0.1
"""A rise is one from so many spreads on; a spread is chance and a tenth of the usual."""
FEW: Final = 5
"""From so many on something was brought."""
BOUGHT_FOR: Final[Mapping[str, tuple[str, ...]]] = {
    "sales": ("orders",),
    "launch": ("orders", "product_clicks"),
    "fans": ("new_fans",),
    "viewers": ("views",),
    "plays": ("views",),
}
"""By what a goal of a plan is judged, where its report has it."""
MANY: Final = 0.2
"""Of the delivered days: from so many suspect ones an agency is told to be avoided."""


@dataclass(frozen=True)
class Verdict:
    """`kind`: junk (疑似异常 in its hours), rose, flat, unknown (nothing to compare with), early
    (no full hour yet). `rows` are measures against the usual, the first one leads; `alarms` the
    suspect hours of its own. `own`: the rows are what reports say of its campaigns against what as
    much money usually brings, else those of the whole shop, whoever brought them.
    """

    kind: str
    rows: tuple[Evidence, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    own: bool = False


def judged(
    standing: PlanStanding, rows: Sequence[Evidence], alarms: Iterable[Alarm], own: bool = False
) -> Verdict:
    """From what was seen of it and all that looked odd in the traffic."""
    mine = tuple(alarm for alarm in alarms if _delivered(standing, alarm))
    if mine:
        return Verdict("junk", tuple(rows), mine, own)
    known = [row for row in rows if row.compared is not None]
    if own and rows:
        asked = [row for row in rows if row.measure in BOUGHT_FOR[standing.plan.goal]]
        brought = any(_brought(row) for row in asked or rows)
        return Verdict("rose" if brought else "flat", tuple(rows), own=True)
    if not known:
        return Verdict("unknown", tuple(rows))
    rose = any(_rose(row) for row in known)
    return Verdict("rose" if rose else "flat", tuple(rows))


def _brought(row: Evidence) -> bool:
    """Not clearly less than as much money usually brings; without a usual, more than a handful."""
    usual = row.usual or 0.0
    return row.seen >= FEW and row.seen >= usual - RISE * _spread(usual)


def _rose(row: Evidence) -> bool:
    """More than usual, by more than chance and the ups and downs of good weeks would do."""
    usual = row.compared or 0.0
    return row.word in ("more", "times") and row.seen - usual >= RISE * _spread(usual)


def _spread(usual: float) -> float:
    return sqrt(max(usual, 1.0) + (SPREAD * usual) ** 2)


def _delivered(standing: PlanStanding, alarm: Alarm) -> bool:
    """Whether suspect hours are this plan's: it ran in them and, where it is known who delivered,
    its campaign was among them."""
    plan = as_it_ran(standing.plan)
    if not alarm.suspect or alarm.state == IGNORED:
        return False
    if not (alarm.start < plan.last and plan.since < alarm.end):
        return False
    names = {delivery.key for delivery in alarm.deliveries}
    return bool(names & set(standing.keys)) if names and standing.keys else True


@dataclass(frozen=True)
class Agency:
    """All that came through one label. On so many `days` its plans ran, of which `suspect` look
    odd; `junk`, `rose` and `flat` count its plans, `by_shop` those of them that only the whole
    shop's traffic could judge; money in fen, None where nobody said it. `order_cost` and `fan_cost`
    are of the plans that tell both parts.
    """

    label: str
    plans: int
    spend: int | None
    orders: float | None
    new_fans: float | None
    junk: int
    rose: int
    flat: int
    days: int
    suspect: int
    by_shop: int = 0
    order_cost: float | None = None
    fan_cost: float | None = None

    @property
    def rating(self) -> str:
        """good, mixed, bad, or unknown while none of its plans could be judged."""
        if self.junk:
            return "bad" if self.junk > 1 or self.suspect >= MANY * self.days else "mixed"
        if not self.rose and not self.flat:
            return "unknown"
        return "good" if self.rose >= self.flat else "mixed"


def agencies(seen: Sequence[tuple[PlanStanding, Verdict]], now: datetime) -> tuple[Agency, ...]:
    """One for each label of plans that have begun, however its width, case and spaces were typed,
    the dearest first."""
    by_label: dict[str, list[tuple[PlanStanding, Verdict]]] = {}
    for one, verdict in seen:
        by_label.setdefault(folded(one.plan.label), []).append((one, verdict))
    by_label.pop("", None)
    found = []
    for mine in by_label.values():
        kinds = [verdict.kind for _, verdict in mine]
        found.append(
            Agency(
                mine[0][0].plan.label,
                len(mine),
                _sum(mine, "spend"),
                _sum(mine, "orders"),
                _sum(mine, "new_fans"),
                kinds.count("junk"),
                kinds.count("rose"),
                kinds.count("flat"),
                sum(_days(one.plan, now) for one, _ in mine),
                len({a.start.date() for _, verdict in mine for a in verdict.alarms}),
                sum(not v.own and v.kind in ("junk", "rose", "flat") for _, v in mine),
                _ratio(mine, "order_cost"),
                _ratio(mine, "fan_cost"),
            )
        )
    return tuple(sorted(found, key=lambda agency: -(agency.spend or 0)))


def _sum(mine: Sequence[tuple[PlanStanding, Verdict]], code: str) -> int | None:
    known = [one.figures[code] for one, _ in mine if code in one.figures]
    return round(sum(known)) if known else None


def _days(plan: Plan, now: datetime) -> int:
    """On how many days it has run by now."""
    plan = as_it_ran(plan)
    last = (min(plan.last, now) - timedelta(seconds=1)).date()
    return max((last - plan.since.date()).days + 1, 0)


def _ratio(mine: Sequence[tuple[PlanStanding, Verdict]], code: str) -> float | None:
    parts = [one.divided(code) for one, _ in mine]
    known = [part for part in parts if part is not None]
    below = sum(part[1] for part in known)
    return sum(part[0] for part in known) / below if below else None
