"""Which campaigns a plan is, and where reports and the phone tell of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from ksdesk.domain.promotion.attaching import (
    PlanStanding,
    campaigns_of,
    divided,
    folded,
    standing,
)
from ksdesk.domain.promotion.plans import Plan, PlanChange, PlanReading, begin, end
from ksdesk.domain.traffic import Part, to_seconds

DAY = date(2026, 11, 18)
EVENING = datetime(2026, 11, 18, 19)
PLAN = Plan(
    way="paid_traffic", name="柿饼 A", goal="sales", budget=1, begins=DAY, ends=DAY, hour_from=19,
    hour_to=23, label="粉条", id=1,
)  # fmt: skip
RUNS = begin(PLAN, EVENING)


def campaign(key: str, name: str, first: datetime = EVENING, hours: float = 0) -> Part:
    last = first + timedelta(hours=hours)
    return Part("campaign", key, name, 1, to_seconds(first), to_seconds(last))


def keys(plans: list[Plan], *parts: Part) -> dict[int, tuple[str, ...]]:
    return campaigns_of(plans, parts)


def test_a_plan_is_what_the_seller_named_else_what_bears_its_name_else_its_label():
    named, other = campaign("77", "柿饼ａ"), campaign("柿饼A", "x")
    label, odd = campaign("79", "粉 条 晚场"), campaign("80", "晚场粉条")
    parts = (named, other, label, odd, replace_kind(campaign("81", "柿饼A")))
    assert keys([replace(RUNS, campaigns=("9",))], *parts) == {1: ("9",)}
    assert keys([RUNS], *parts) == {1: ("77", "柿饼A")}
    assert keys([RUNS], *parts[2:]) == {1: ("79",)}
    assert keys([replace(RUNS, label="")], label) == {1: ()}
    assert keys([replace(RUNS, name=" ", label=" ")], campaign("", ""), label) == {1: ()}
    assert keys([PLAN], *parts) == {}


def replace_kind(part: Part) -> Part:
    return replace(part, kind="live")


@pytest.mark.parametrize(
    ("first", "hours", "its"),
    [
        (datetime(2026, 11, 18, 0), 0, True),  # the row of a day stands at its midnight
        (datetime(2026, 11, 17, 23), 0, False),
        (datetime(2026, 11, 17, 0), 24, True),
        (datetime(2026, 11, 18, 22, 59), 0, True),
        (datetime(2026, 11, 18, 23), 0, False),
        (datetime(2026, 11, 19), 0, False),
    ],
)
def test_by_its_label_a_plan_is_the_campaigns_of_its_days(first, hours, its):
    assert keys([RUNS], campaign("79", "粉条 晚", first, hours)) == {1: ("79",) if its else ()}


@pytest.mark.parametrize("begun", [DAY, DAY + timedelta(days=1), DAY + timedelta(days=9)])
@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize("day", range(16, 22))
def test_a_label_finds_the_campaigns_of_a_plan_that_was_noted_after_it_ran(begun, over, day):
    """What was bought on the 18th and noted here days later had cost nothing."""
    late = begin(replace(PLAN, state="planned"), datetime.combine(begun, time(20)))
    late = end(late, datetime.combine(begun, time(21))) if over else late
    its = 18 <= day <= (begun.day if over else 18)
    found = campaign("79", "粉条 晚", datetime(2026, 11, day))
    assert keys([late], found) == {1: ("79",) if its else ()}
    # another plan of those hours has the label too: it is of neither
    other = replace(RUNS, id=2, label="粉条")
    assert keys([late, other], found) == {1: (), 2: ()}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        # of the same hours, with the same label, its name or its campaign; then of others
        ({}, ()),
        ({"label": "粉 条"}, ()),
        ({"label": "", "campaigns": ("79",)}, ()),
        ({"label": "热搜", "name": "粉条晚"}, ()),
        ({"label": "热搜"}, ("79",)),
        ({"ends": DAY, "begun_at": datetime(2026, 11, 18, 23)}, ("79",)),
        ({"ended_at": EVENING, "begun_at": datetime(2026, 11, 18, 9), "state": "ended"}, ("79",)),
        ({"begun_at": None, "state": "planned"}, ("79",)),
    ],
)
def test_a_label_that_two_plans_of_the_same_hours_could_mean_tells_neither(other, found):
    beside = replace(RUNS, **{"id": 2, "name": "苹果", "hour_to": 24, **other})
    told = keys([RUNS, beside], campaign("79", "粉条晚"))
    assert told[1] == found


def test_names_are_alike_whatever_their_width_case_and_spaces():
    assert folded(" Ａb 柿\u3000饼\t1 ") == folded("aB柿饼1") == "ab柿饼1"


def reading(what: str, figure: int, hour: int, number: int = 1, plan: int = 1) -> PlanReading:
    return PlanReading(plan, datetime(2026, 11, 18, hour), what, figure, id=number)


def test_a_report_counts_before_the_phone_and_the_newest_reading_before_older_ones():
    readings = (
        reading("orders", 5, 21, 1), reading("orders", 4, 21, 2), reading("orders", 3, 20, 3),
        reading("spend", 9, 20, 4), reading("views", 8, 22, 5), reading("gmv", 7, 20, 6, plan=2),
        reading("room_rank", 6, 20, 7),
    )  # fmt: skip
    mine = PlanChange(1, EVENING, "budget", "1", "2")
    matched = {"roi": (3.0, 2.0)}
    found = standing(
        *(RUNS, ("11",), {"spend": 2.0, "gmv": 3.0}, matched),
        *((mine, replace(mine, plan=2)), readings, datetime(2026, 11, 18, 21)),
    )
    assert found.figures == {"spend": 2.0, "gmv": 3.0, "orders": 4}
    assert found.typed == ("orders",)
    assert (found.keys, found.changes, found.matched) == (("11",), (mine,), matched)
    assert [one.id for one in found.readings] == [1, 2, 3, 4, 7]
    assert found.newest("orders").figure == 4 and found.newest("gmv") is None
    assert found.newest("room_rank").figure == 6


@pytest.mark.parametrize(
    ("figures", "matched", "parts", "cost"),
    [
        ({"spend": 6.0, "orders": 4.0}, {}, (6.0, 4.0), 1.5),
        ({"spend": 6.0, "orders": 0.0}, {}, (6.0, 0.0), None),
        ({"spend": 6.0}, {}, None, None),
        ({"orders": 4.0}, {}, None, None),
        ({"spend": 0.0, "orders": 4.0}, {}, (0.0, 4.0), 0.0),
        ({"spend": 6.0, "orders": 4.0}, {"order_cost": (2.0, 1.0)}, (2.0, 1.0), 2.0),
        ({"spend": 6.0, "orders": 4.0}, {"order_cost": None}, None, None),
        ({"spend": 6.0, "orders": 4.0}, {"roi": None}, (6.0, 4.0), 1.5),
    ],
)
def test_a_ratio_divides_what_reports_have_together_else_the_figures(figures, matched, parts, cost):
    assert divided("order_cost", figures, matched) == parts
    one = PlanStanding(RUNS, figures=figures, matched=matched)
    assert (one.divided("order_cost"), one.order_cost) == (parts, cost)


@pytest.mark.parametrize(("figures", "spend"), [({}, None), ({"spend": 1.6}, 2), ({"spend": 0}, 0)])
def test_spend_is_whole_fen_and_unknown_where_nobody_said_so(figures, spend):
    assert PlanStanding(RUNS, figures=figures).spend == spend


def test_a_plan_that_ended_has_no_campaign_of_later():
    over = end(RUNS, datetime(2026, 11, 18, 20))
    assert keys([over], campaign("79", "粉条", datetime(2026, 11, 18, 21))) == {1: ()}
    assert keys([over], campaign("79", "粉条", datetime(2026, 11, 18, 19))) == {1: ("79",)}
