"""A trial: never dearer than today, gifts never raised, followed day by day."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.domain.promotion.trial import Trial, as_planned, made, paused

MONDAY = date(2026, 11, 23)
TODAY = {"付费买量": 120_00, "买热搜": 80_00, "刷礼物": 40_00, "粉条": 0}


@pytest.mark.parametrize("weeks", [1, 4, 8, 11])
def test_no_day_costs_more_than_today_and_gifts_no_more_than_theirs(weeks):
    trial = made(MONDAY, TODAY, ["刷礼物"], weeks)
    assert trial.ways == ("付费买量", "买热搜", "刷礼物")
    assert len(trial.days()) == 7 * weeks
    assert all(sum(day.values()) <= 240_00 for day in trial.days())
    assert all(day["刷礼物"] <= 40_00 for day in trial.days())
    assert all(fen % 100 == 0 for day in trial.days() for fen in day.values())


def test_each_way_changes_from_week_to_week():
    trial = made(MONDAY, TODAY, ["刷礼物"])
    for place in range(2):
        assert len({week[place] for week in trial.weeks}) >= 3


def test_more_only_where_the_seller_says_so():
    more = made(MONDAY, TODAY, ["刷礼物"], budget=400_00)
    assert max(sum(week) for week in more.weeks) > 240_00
    assert all(week[2] <= 40_00 for week in more.weeks)


def test_nothing_spent_is_nothing_to_try():
    with pytest.raises(ValueError, match="nothing is spent"):
        made(MONDAY, {"付费买量": 0}, [])


def test_a_pause_stops_one_way_for_three_days_and_leaves_the_rest():
    trial = paused(MONDAY, TODAY, "刷礼物", 3)
    assert trial.on(MONDAY) == (120_00, 80_00, 0)
    assert trial.on(date(2026, 11, 25)) == (120_00, 80_00, 0)
    assert trial.on(date(2026, 11, 26)) is None


def test_days_know_their_week_and_a_stopped_trial_ends():
    trial = Trial(MONDAY, ("a",), ((1_00,), (2_00,)))
    assert (trial.week_of(date(2026, 11, 22)), trial.week_of(MONDAY)) == (None, 0)
    assert trial.on(date(2026, 12, 6)) == (2_00,)
    assert trial.on(date(2026, 12, 7)) is None
    stopped = Trial(MONDAY, ("a",), ((1_00,), (2_00,)), stopped=date(2026, 11, 30))
    assert stopped.on(date(2026, 11, 29)) == (1_00,)
    assert stopped.on(date(2026, 11, 30)) is None


def test_a_little_beside_the_plan_is_as_planned():
    assert as_planned((160_00, 0), (158_90, 1_00))
    assert not as_planned((160_00, 0), (140_00, 0))
    assert not as_planned((160_00, 0), (160_00, 20_00))


@pytest.mark.parametrize(
    ("planned", "spent", "near"),
    [
        (100_00, 105_00, True), (100_00, 95_00, True), (100_00, 105_01, False),
        (100_00, 94_99, False), (20_00, 22_00, True), (20_00, 22_01, False), (0, 2_00, True),
        (0, 2_01, False),
    ],
)  # fmt: skip
def test_a_twentieth_or_two_yuan_beside_the_plan_is_as_planned(planned, spent, near):
    assert as_planned((planned,), (spent,)) == near
    assert as_planned((1_00, planned), (1_00, spent)) == near


@pytest.mark.parametrize(("little", "ways"), [(6_00, ("a",)), (6_01, ("a", "b"))])
def test_a_way_with_a_twentieth_of_the_money_is_left_out(little, ways):
    assert made(MONDAY, {"a": 120_00 - little, "b": little}, []).ways == ways


@pytest.mark.parametrize("weeks", [(), ((1, 2),), ((1,), ()), ((-1,),)])
def test_a_trial_has_an_amount_for_each_way_and_week(weeks):
    with pytest.raises(ValueError):
        Trial(MONDAY, ("a",), weeks)


def test_a_week_without_money_is_one():
    trial = Trial(MONDAY, ("a", "b"), ((0, 1), (2, 3)), stopped=date(2027, 1, 1))
    assert trial.end == date(2026, 12, 7)
    assert [trial.week_of(date(2026, 11, day)) for day in (23, 29, 30)] == [0, 0, 1]
    assert trial.days() == [{"a": 0, "b": 1}] * 7 + [{"a": 2, "b": 3}] * 7


def test_a_pause_leaves_out_what_costs_nothing_today():
    trial = paused(MONDAY, TODAY, "买热搜", 3)
    assert trial.ways == ("付费买量", "买热搜", "刷礼物") and trial.weeks == ((120_00, 0, 40_00),)
    assert trial.end == date(2026, 11, 26)
