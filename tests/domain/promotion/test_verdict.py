"""What came of a plan's hours, and how those who delivered are rated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import Plan, begin
from ksdesk.domain.promotion.verdict import Agency, Verdict, agencies, judged
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


@pytest.mark.parametrize(
    ("usual", "seen", "kind"),
    [
        # a spread of 100 is the root of 100 and of the square of its tenth: 14.1
        (100.0, 128.0, "flat"),
        (100.0, 129.0, "rose"),
        (1_000.0, 1_250.0, "flat"),  # not over a quarter more, though by more than two spreads
        (1_000.0, 1_251.0, "rose"),
        (0.0, 4.0, "flat"),
        (0.0, 5.0, "rose"),
        (1_000.0, 400.0, "flat"),
        (6.0, 10.9, "flat"),
        (6.0, 11.1, "rose"),
    ],
)
def test_a_rise_is_two_spreads_and_a_quarter(usual, seen, kind):
    assert judged(RUNS, [Evidence("views", usual, seen)], ()).kind == kind
    assert judged(RUNS, [Evidence("views", None, seen, due=usual)], ()).kind == kind
    other = Evidence("likes", 100.0, 100.0)
    assert judged(RUNS, [other, Evidence("views", usual, seen)], ()).kind == kind


@pytest.mark.parametrize(
    ("usual", "seen", "kind"),
    [
        (100.0, 72.0, "rose"),
        (100.0, 71.0, "flat"),
        (None, 5.0, "rose"),
        (None, 4.9, "flat"),
        (3.0, 4.0, "flat"),
        (5.0, 5.0, "rose"),
    ],
)
def test_what_money_brought_is_not_two_spreads_below_its_usual(usual, seen, kind):
    rows = (Evidence("orders", usual, seen),)
    assert judged(RUNS, rows, (), own=True) == Verdict(kind, rows, own=True)


@pytest.mark.parametrize(
    ("goal", "measures"),
    [
        ("sales", ("orders",)), ("launch", ("orders", "product_clicks")), ("fans", ("new_fans",)),
        ("viewers", ("views",)), ("plays", ("views",)),
    ],
)  # fmt: skip
def test_a_goal_is_judged_by_its_measures_and_by_all_where_no_report_has_them(goal, measures):
    for_it = replace(RUNS, plan=replace(RUNS.plan, goal=goal))
    every = ("orders", "product_clicks", "new_fans", "views", "gmv")
    for measure in every:
        rows = [Evidence(one, 100.0, 100.0 if one == measure else 0.0) for one in every]
        kind = judged(for_it, rows, (), own=True).kind
        assert kind == ("rose" if measure in measures else "flat"), measure
    assert judged(for_it, [Evidence("gmv", 100.0, 100.0)], (), own=True).kind == "rose"


def test_nothing_of_its_own_is_judged_by_the_shop():
    assert judged(RUNS, [], (), own=True) == Verdict("unknown")
    junk = judged(RUNS, [], [ODD], own=True)
    assert (junk.kind, junk.alarms, junk.own) == ("junk", (ODD,), True)


@pytest.mark.parametrize(
    ("start", "end", "its"),
    [
        (datetime(2026, 11, 15, 17), datetime(2026, 11, 15, 18), False),
        (datetime(2026, 11, 15, 17), datetime(2026, 11, 15, 18, 1), True),
        (datetime(2026, 11, 15, 22, 59), datetime(2026, 11, 16), True),
        (datetime(2026, 11, 15, 23), datetime(2026, 11, 16), False),
    ],
)
def test_suspect_hours_are_of_a_plan_that_ran_in_them(start, end, its):
    odd = replace(ODD, start=start, end=end)
    assert (judged(RUNS, [], [odd]).kind == "junk") == its
    assert judged(RUNS, [], [replace(odd, kind="rise")]).kind == "unknown"


def test_where_its_campaigns_are_not_known_all_hours_of_the_plan_are_its():
    other = replace(ODD, deliveries=(Delivery("12", "乙", 1, None, 1, 1),))
    assert judged(replace(RUNS, keys=()), [], [other]).kind == "junk"
    assert judged(replace(RUNS, keys=("11", "12")), [], [other]).kind == "junk"


def agency(junk: int = 0, rose: int = 0, flat: int = 0, days: int = 10, suspect: int = 0) -> str:
    return Agency("甲", 1, None, None, None, junk, rose, flat, days, suspect).rating


@pytest.mark.parametrize(
    ("facts", "rating"),
    [
        ({}, "unknown"),
        ({"rose": 1}, "good"),
        ({"flat": 1}, "mixed"),
        ({"rose": 2, "flat": 2}, "good"),
        ({"rose": 2, "flat": 3}, "mixed"),
        ({"junk": 1, "rose": 9, "suspect": 1}, "mixed"),
        ({"junk": 1, "rose": 9, "suspect": 2}, "bad"),
        ({"junk": 2, "rose": 9, "suspect": 1}, "bad"),
    ],
)
def test_who_delivered_is_avoided_from_two_odd_plans_or_a_fifth_of_the_days(facts, rating):
    assert agency(**facts) == rating


@pytest.mark.parametrize("typed", ["小光  代投", "小光代投", " 小光 代投", "ＸＧ代投"])
def test_an_agency_is_one_however_its_label_is_typed(typed):
    """Junk of 小光 代投 and of 小光代投 were two agencies, each with a single slip."""
    first = "xg代投" if "Ｘ" in typed else "小光 代投"
    seen = [
        (replace(RUNS, plan=replace(RUNS.plan, label=label)), Verdict("junk", alarms=(ODD,)))
        for label in (first, typed)
    ]
    (one,) = agencies(seen, NOW)
    assert (one.label, one.plans, one.junk, one.rating) == (first, 2, 2, "bad")


def test_agencies_are_told_the_dearest_first_each_with_its_own():
    def seen(label: str, kind: str, own: bool = False, alarms=(), **figures):
        plan = replace(RUNS.plan, label=label)
        return PlanStanding(plan, figures=figures), Verdict(kind, alarms=alarms, own=own)

    again = replace(ODD, kind="drip", start=ODD.start + timedelta(hours=1))
    later = replace(ODD, start=ODD.start + timedelta(days=1))
    found = agencies(
        [
            seen("乙", "rose", spend=5.0, new_fans=2.0),
            seen("甲", "junk", alarms=(ODD, again), spend=30.4, orders=2),
            seen("甲", "flat", own=True, spend=30.4, orders=1, new_fans=4),
            seen("丙", "early"),
            seen("甲", "unknown", alarms=(ODD, later)),
        ],
        NOW,
    )
    assert [one.label for one in found] == ["甲", "乙", "丙"]
    first, second, third = found
    assert (first.plans, first.spend, first.orders, first.new_fans) == (3, 61, 3, 4)
    assert (first.junk, first.rose, first.flat, first.by_shop) == (1, 0, 1, 1)
    assert (first.days, first.suspect) == (3, 2)
    assert first.order_cost == pytest.approx(60.8 / 3) and first.fan_cost == 30.4 / 4
    assert (second.rose, second.by_shop, second.order_cost, second.fan_cost) == (1, 1, None, 2.5)
    assert (third.by_shop, third.spend, third.rating) == (0, None, "unknown")


@pytest.mark.parametrize(
    ("now", "days"),
    [
        (datetime(2026, 11, 15, 18), 1),
        (datetime(2026, 11, 16), 1),
        (datetime(2026, 11, 16, 0, 1), 2),
        (datetime(2026, 11, 14, 12), 0),
        (datetime(2026, 12, 9), 3),
    ],
)
def test_days_that_a_plan_has_run_by_now(now, days):
    plan = begin(replace(PLAN, ends=DAY + timedelta(days=2)), datetime(2026, 11, 15, 18))
    (one,) = agencies([(PlanStanding(plan), Verdict("flat"))], now)
    assert one.days == days
