"""What plans ask for now: too fast, over their stop line, past their end, not reviewed, keywords
unlocked; and which new product could do with a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from ksdesk.actions.promotion import standing
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.attaching import FIGURES, PlanStanding
from ksdesk.domain.promotion.pacing import pace
from ksdesk.domain.promotion.plans import ENDED, PLANNED, RUNNING, Plan, unlocked
from ksdesk.domain.promotion.stop_line import StopLine, stop_lines
from ksdesk.storage import Reader

TOLD: Final = ("spend", "gmv")
NEW_FOR: Final = timedelta(days=14)
"""How long a listed product counts as new."""


@dataclass(frozen=True)
class Waiting:
    """One thing that a plan asks for: its `code`, the plan, and the figures of it."""

    code: str
    plan: Plan
    facts: Mapping[str, Any] = field(default_factory=dict)


def waiting(reader: Reader, now: datetime) -> tuple[Waiting, ...]:
    """What the plans that run, or are over without a review, ask for."""
    asking = [plan for plan in reader.notes.all(Plan) if plan.state in (RUNNING, ENDED)]
    if not asking:
        return ()  # the campaigns of a large book take their time
    # What no stop line is about is not read.
    lined = any(stop_lines(plan.stop) for plan in asking if plan.state == RUNNING)
    every = standing.every(reader, now, FIGURES if lined else TOLD)
    return tuple(one for found in every for one in _of(reader, found, now))


@dataclass(frozen=True)
class CrossedLine:
    """A stop line that was crossed, by what figure; with a clock at what `moment`, and as of when
    the figure is. `figure` None: the moment is there, but nobody said how far it has come.
    """

    line: StopLine
    figure: float | None
    moment: datetime | None = None
    as_of: datetime | None = None


def crossed(reader: Reader, found: PlanStanding, now: datetime) -> CrossedLine | None:
    """The first stop line that a running plan has crossed; else the first whose hour has come
    without a figure."""
    if found.plan.state != RUNNING:
        return None
    unknown = None
    for line in stop_lines(found.plan.stop):
        moment = as_of = None
        seen = found
        if line.at is not None:
            due = line.due(found.plan, now)
            if due is None:
                continue
            start, moment = due
            seen, as_of = standing.by_clock(reader, found, line, start, moment, now)
            if not line.known(seen):
                unknown = unknown or CrossedLine(line, None, moment)
                continue
        figure = line.crossed(seen)
        if figure is not None:
            return CrossedLine(line, figure, moment, as_of)
    return unknown


def _of(reader: Reader, found: PlanStanding, now: datetime) -> Iterator[Waiting]:
    plan = found.plan
    if plan.state not in (RUNNING, ENDED):
        return
    facts = {"name": plan.name, "spend": found.spend, "budget": plan.budget}
    spending = pace(plan, found.spend, now)
    stop = crossed(reader, found, now)
    if stop is not None:
        code = "plan_stop" if stop.figure is not None else "plan_stop_look"
        yield Waiting(code, plan, {**facts, "line": plan.stop, "stop": stop})
    if plan.state == RUNNING and now >= plan.last:
        yield Waiting("plan_past", plan, {**facts, "last": plan.last})
    elif spending is not None and spending.kind == "over":
        due = {"due": spending.due, "runs_out": spending.runs_out}
        yield Waiting("plan_fast", plan, {**facts, **due})
    if plan.state == ENDED:
        yield Waiting("plan_ended", plan, {**facts, "gmv": found.figures.get("gmv")})
    for change in unlocked(found.changes, plan)[-1:]:
        told = {"at": change.at, "was": change.was, "became": change.became, "why": change.note}
        yield Waiting("plan_unlocked", plan, {**facts, **told})


def to_launch(reader: Reader, now: datetime) -> tuple[Product, ...]:
    """Products that came out lately and that no plan names: buying suits what is new. What was
    sold before is not new, though it was written down only now."""
    since = now - NEW_FOR
    found = reader.product_list.new(since)
    known = {number for plan in reader.notes.all(Plan) for number in plan.products}
    known |= reader.profit.sold_before(since.date(), [product.id for product in found])
    return tuple(product for product in found if product.id not in known)


def launch_plan(product: Product, now: datetime) -> Plan:
    """A plan for a new product, to be filled in: a week of buying, no budget yet."""
    today = now.date()
    return Plan(
        way="paid_traffic",
        name=product.title,
        goal="launch",
        budget=0,
        begins=today,
        ends=today + timedelta(days=6),
        products=(product.id,),
        state=PLANNED,
    )
