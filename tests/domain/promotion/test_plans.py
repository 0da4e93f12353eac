"""Plans of the paid ways: what each allows in the state it is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.domain.promotion import plans
from ksdesk.domain.promotion.plans import Plan, PlanError

AT = datetime(2026, 11, 18, 20, 0)
DAY = date(2026, 11, 18)


def plan(**facts) -> Plan:
    whole = {
        "way": "paid_traffic",
        "name": "粉条 柿饼",
        "goal": "sales",
        "budget": 24_000,
        "begins": DAY,
        "ends": date(2026, 11, 20),
        "id": 7,
    }
    return Plan(**{**whole, **facts})


def search(**facts) -> Plan:
    return plan(way="hot_search", name="热搜", keywords=("柿饼", "富平柿饼"), **facts)


def test_a_plan_goes_its_way_once():
    running = plans.begin(plan(), AT)
    ended = plans.end(running, AT.replace(hour=22))
    reviewed = plans.review(ended, AT.replace(hour=23), " 买贵了 ")
    assert (running.state, ended.state, reviewed.state) == ("running", "ended", "reviewed")
    assert reviewed.begun_at == AT and reviewed.review == "买贵了"
    for turn in (lambda: plans.begin(running, AT), lambda: plans.end(plan(), AT)):
        with pytest.raises(PlanError) as refused:
            turn()
        assert refused.value.code == "order"
    with pytest.raises(PlanError):
        plans.review(running, AT, "x")


@pytest.mark.parametrize(
    ("gap", "facts"),
    [("name", {"name": "  "}), ("budget", {"budget": 0}), ("keywords", {"keywords": ()})],
)
def test_what_is_missing_is_named_before_money_is_spent(gap, facts):
    unready = replace(search(), **facts)
    assert plans.missing(unready) == (gap,)
    with pytest.raises(PlanError) as refused:
        plans.begin(unready, AT)
    assert refused.value.code == gap


def test_no_plan_of_gifts_is_for_a_rank():
    for goal in ("rank", "room_rank", "heat"):
        with pytest.raises(ValueError, match="gift"):
            plan(way="gift", goal=goal)


@pytest.mark.parametrize("facts", [{"ends": date(2026, 11, 17)}, {"budget": -1}, {"hour_to": 0}])
def test_a_plan_without_sense_is_none(facts):
    with pytest.raises(ValueError):
        plan(**facts)


def test_hours_over_midnight():
    late = plan(ends=DAY, hour_from=22, hour_to=26)
    assert late.first == datetime(2026, 11, 18, 22) and late.last == datetime(2026, 11, 19, 2)
    assert plan(ends=DAY).last == datetime(2026, 11, 19)


def test_a_change_of_a_running_plan_says_what_it_was():
    running = plans.begin(plan(), AT)
    more = replace(running, budget=30_000, ends=date(2026, 11, 22))
    made = list(plans.changes(running, more, AT, "卖得好"))
    assert [(c.what, c.was, c.became, c.note) for c in made] == [
        ("budget", "24000", "30000", "卖得好"),
        ("ends", "2026-11-20", "2026-11-22", "卖得好"),
    ]
    assert not list(plans.changes(plan(), replace(plan(), budget=1), AT))


def test_keywords_are_locked_while_a_hot_search_runs():
    running = plans.begin(search(), AT)
    other = replace(running, keywords=("柿饼",))
    for why in ("", "  "):
        with pytest.raises(PlanError) as refused:
            list(plans.changes(running, other, AT, why))
        assert refused.value.code == "locked"
    (made,) = plans.changes(running, other, AT, "和柿饼不搭")
    assert (made.was, made.became) == ("柿饼、富平柿饼", "柿饼")
    assert plans.unlocked((made,), running) == (made,)
    assert not list(plans.changes(search(), replace(search(), keywords=()), AT))


def test_what_is_over_is_only_corrected():
    ended = plans.end(plans.begin(plan(), AT), AT)
    assert not list(plans.changes(ended, replace(ended, campaigns=("9",), label="粉条"), AT))
    with pytest.raises(PlanError) as refused:
        list(plans.changes(ended, replace(ended, budget=1), AT))
    assert refused.value.code == "over"
    with pytest.raises(PlanError):
        list(plans.changes(plan(), replace(plan(), way="gift"), AT))


@pytest.mark.parametrize(
    ("coins", "rate", "fen"), [(100, 10, 1000), (42, 7, 600), (1, 10, 10), (5, 7, 71), (0, 10, 0)]
)
def test_coins_cost_what_they_are_sold_for(coins, rate, fen):
    assert plans.fen_of_coins(coins, rate) == fen
