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


@pytest.mark.parametrize(
    ("hours", "fits"),
    [
        ((0, 24), True),
        ((0, 1), True),
        ((6, 30), True),
        ((23, 47), True),
        ((-1, 5), False),
        ((5, 5), False),
        ((6, 31), False),
        ((0, 25), False),
        ((25, 26), False),
    ],
)
def test_the_hours_of_a_day_are_of_one_day_and_night(hours, fits):
    if fits:
        assert plan(hour_from=hours[0], hour_to=hours[1]).hour_to == hours[1]
    else:
        with pytest.raises(ValueError, match="hours"):
            plan(hour_from=hours[0], hour_to=hours[1])


def test_a_plan_of_one_day_may_cost_nothing_yet():
    assert plan(budget=0, ends=DAY).days == 1
    assert plan().days == 3


@pytest.mark.parametrize("facts", [{"state": "paused"}, {"goal": "rank"}, {"way": "x"}])
def test_only_known_words_make_a_plan(facts):
    with pytest.raises(ValueError):
        plan(**facts)


@pytest.mark.parametrize(
    ("label", "way"),
    [
        *((way, way) for way in plans.WAYS),
        ("礼物打赏", "gift"),
        ("买热搜", "hot_search"),
        ("小店粉条", "paid_traffic"),
        ("", "paid_traffic"),
    ],
)
def test_a_way_is_known_by_what_a_report_calls_it(label, way):
    assert plans.way_of(label) == way


def test_begin_and_end_are_those_that_were():
    running = plans.begin(plan(hour_from=19, hour_to=23), AT)
    assert plan(hour_from=19).first == datetime(2026, 11, 18, 19)
    assert running.first == AT and running.last == datetime(2026, 11, 20, 23)
    assert plans.end(running, AT.replace(hour=22)).last == AT.replace(hour=22)


def test_only_a_hot_search_needs_keywords_and_locks_them_only_while_it_runs():
    assert plans.missing(plan()) == ()
    assert plans.missing(plan(name="", budget=0)) == ("name", "budget")
    running = plans.begin(search(), AT)
    assert running.locked and not search().locked and not plans.end(running, AT).locked
    assert not plans.begin(plan(), AT).locked


OTHER = {
    "goal": "fans", "budget": 1, "begins": date(2026, 11, 17), "ends": date(2026, 11, 21),
    "hour_from": 1, "hour_to": 23, "stop": "ROI < 2", "work": "晒柿饼", "work_day": DAY,
    "obstacles": ("水印",), "topic": "节", "keywords": ("茶",), "staged": ("mood",),
}  # fmt: skip
MENDED = {"name": "乙", "label": "粉条", "campaigns": ("9",), "note": "买贵了", "products": (1,)}


@pytest.mark.parametrize("name", [*OTHER, *MENDED])
def test_each_field_of_a_running_plan_is_told_and_of_one_that_is_over_only_corrected(name):
    running = plans.begin(plan(), AT)
    value = {**OTHER, **MENDED}[name]
    (made,) = plans.changes(running, replace(running, **{name: value}), AT, " so ")
    was = getattr(running, name)
    assert (made.plan, made.what, made.note, made.at) == (7, name, "so", AT)
    assert (made.was, made.became) == (plans.told(was), plans.told(value))
    ended = plans.end(running, AT)
    for over in (ended, plans.review(ended, AT, "x")):
        if name in MENDED:
            assert not list(plans.changes(over, replace(over, **{name: value}), AT))
        else:
            with pytest.raises(PlanError, match="over"):
                list(plans.changes(over, replace(over, **{name: value}), AT))


@pytest.mark.parametrize(
    "facts",
    [
        {"id": 8}, {"way": "gift"}, {"state": "ended"}, {"begun_at": AT}, {"ended_at": AT},
        {"reviewed_at": AT}, {"review": "x"},
    ],
)  # fmt: skip
def test_what_has_a_way_of_its_own_is_no_change(facts):
    with pytest.raises(PlanError, match="way"):
        list(plans.changes(plan(), replace(plan(), **facts), AT, "why"))


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), ((), ""), ((3, 12), "3、12"), (DAY, "2026-11-18"), (0, "0"), ("甲", "甲")],
)
def test_a_change_keeps_values_as_texts(value, text):
    assert plans.told(value) == text


def test_keywords_that_were_changed_are_those_of_this_plan():
    running = plans.begin(search(), AT)
    other = replace(running, keywords=("茶",), budget=1)
    made = tuple(plans.changes(running, other, AT, "why"))
    assert {one.what for one in made} == {"keywords", "budget"}
    found = plans.unlocked((*made, replace(made[0], plan=8), replace(made[1], plan=8)), running)
    assert [(one.plan, one.what) for one in found] == [(7, "keywords")]


@pytest.mark.parametrize("rate", [0, -1])
def test_coins_that_cannot_be_bought_cost_nothing_that_is_known(rate):
    with pytest.raises(ValueError):
        plans.fen_of_coins(10, rate)


def test_only_figures_of_a_plan_are_read_off_the_phone():
    assert all(plans.PlanReading(7, AT, what, 0).figure == 0 for what in plans.READINGS)
    with pytest.raises(ValueError, match="likes"):
        plans.PlanReading(7, AT, "likes", 0)
