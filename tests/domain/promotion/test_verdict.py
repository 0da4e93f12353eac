"""What came of a plan's hours, and how those who delivered are rated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import Plan, begin
from ksdesk.domain.promotion.verdict import Verdict, agencies, judged
from ksdesk.domain.traffic.alarms import Alarm, Delivery, Evidence
from ksdesk.domain.traffic.notes import AlarmMark

DAY, NOW = date(2026, 11, 15), datetime(2026, 11, 18, 10, 20)
PLAN = Plan(
    way="paid_traffic", name="甲", goal="sales", budget=1, begins=DAY, ends=DAY, hour_from=18,
    hour_to=23, label="代理甲", id=1,
)  # fmt: skip
RUNS = PlanStanding(
    begin(PLAN, datetime(2026, 11, 15, 18)), ("11",), {"spend": 13_800, "orders": 3}
)
ODD = Alarm("burst", "views", datetime(2026, 11, 15, 20), datetime(2026, 11, 16, 0))


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([Evidence("views", 1_000.0, 1_600.0)], "rose"),
        ([Evidence("views", 1_000.0, 1_100.0)], "flat"),
        ([Evidence("orders", 18.0, 25.0)], "flat"),
        ([Evidence("orders", 300.0, 385.0)], "rose"),
        ([Evidence("views", None, 1_600.0)], "unknown"),
        ([], "unknown"),
    ],
)
def test_a_rise_is_more_than_chance(rows, kind):
    assert judged(RUNS, rows, ()).kind == kind


def test_junk_is_only_the_plans_own():
    up = [Evidence("views", 1_000.0, 6_000.0)]
    mine = Delivery("11", "甲", 13_800, 0.8, 3, 1)
    assert judged(RUNS, up, [replace(ODD, deliveries=(mine,))]).kind == "junk"
    assert judged(RUNS, up, [ODD]).kind == "junk"
    other = replace(mine, key="12")
    assert judged(RUNS, up, [replace(ODD, deliveries=(other,))]).kind == "rose"
    ignored = replace(ODD, mark=AlarmMark(ODD.key, "ignored", datetime(2026, 11, 16)))
    assert judged(RUNS, up, [ignored]).kind == "rose"
    before = replace(ODD, start=datetime(2026, 11, 14, 20), end=datetime(2026, 11, 15))
    assert judged(RUNS, up, [before]).kind == "rose"


@pytest.mark.parametrize(
    ("kinds", "rating"),
    [
        (("rose", "rose", "flat"), "good"),
        (("rose", "flat", "flat"), "mixed"),
        (("unknown", "early"), "unknown"),
        (("rose", "rose", "rose", "rose", "rose", "junk"), "mixed"),
        (("rose", "junk", "junk"), "bad"),
        (("junk",), "bad"),
    ],
)
def test_who_delivered_is_rated_by_what_came(kinds, rating):
    seen = [(RUNS, Verdict(kind, alarms=(ODD,) if kind == "junk" else ())) for kind in kinds]
    (one,) = agencies(seen, NOW)
    assert one.rating == rating
    assert one.spend == 13_800 * len(kinds) and one.order_cost == 4_600


def test_a_figure_that_nobody_said_is_not_zero():
    (one,) = agencies([(PlanStanding(RUNS.plan), Verdict("flat"))], NOW)
    assert one.spend is None and one.order_cost is None and one.fan_cost is None
    assert agencies([(PlanStanding(replace(RUNS.plan, label="")), Verdict("flat"))], NOW) == ()


def test_a_plan_is_judged_by_what_it_was_bought_for():
    seen = [Evidence("orders", 30.0, 4.0), Evidence("views", 8_000.0, 9_000.0)]
    assert judged(RUNS, seen, (), own=True) == Verdict("flat", tuple(seen), own=True)
    for_viewers = replace(RUNS, plan=replace(RUNS.plan, goal="viewers"))
    assert judged(for_viewers, seen, (), own=True).kind == "rose"
    as_usual = [Evidence("orders", 30.0, 24.0)]
    assert judged(RUNS, as_usual, (), own=True).kind == "rose"
    assert judged(RUNS, [Evidence("orders", None, 6.0)], (), own=True).kind == "rose"
    assert judged(RUNS, [Evidence("orders", None, 4.0)], (), own=True).kind == "flat"


def test_a_plan_that_tells_no_orders_makes_an_agency_no_dearer():
    """Its spend was divided by the orders of the others."""
    silent = replace(RUNS, figures={"spend": 50_000})
    (one,) = agencies([(RUNS, Verdict("rose")), (silent, Verdict("flat"))], NOW)
    assert (one.spend, one.orders, one.order_cost) == (63_800, 3, 4_600)


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({}, 1),
        ({"hour_from": 0, "hour_to": 24}, 1),  # its end, midnight, is of the next day
        ({"ends": date(2026, 12, 14)}, 4),  # of thirty days those that were delivered
        ({"hour_to": 26}, 2),
    ],
)
def test_days_of_an_agency_are_those_that_its_plans_have_run(facts, days):
    plan = begin(replace(PLAN, **facts), datetime(2026, 11, 15, facts.get("hour_from", 18)))
    seen = replace(RUNS, plan=plan), Verdict("junk", alarms=(ODD,))
    (one,) = agencies([seen], NOW)
    assert (one.days, one.suspect) == (days, 1)
