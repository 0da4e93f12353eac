"""Weeks of planned variation."""

from __future__ import annotations

import pytest

from ksdesk.domain.promotion import budget


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("daily", [1, 23_999, 60_000])
def test_whole_fen_of_each_day_never_above_the_budget(count: int, daily: int) -> None:
    ways = [f"way {place}" for place in range(count)]
    days = budget.test_plan(ways, daily, weeks=8)
    assert len(days) == 56
    for day in days:
        assert list(day) == ways
        assert all(type(amount) is int and amount >= 0 for amount in day.values())
        assert sum(day.values()) <= daily


@pytest.mark.parametrize("count", range(2, 9))
def test_each_way_has_each_step_once_in_as_many_weeks_as_there_are_ways(count: int) -> None:
    ways = [f"way {place}" for place in range(count)]
    weeks = budget.test_plan(ways, 80_000, weeks=count)[::7]
    steps = sorted(weeks[0].values())
    assert len(set(steps)) == count
    for way in ways:
        assert sorted(week[way] for week in weeks) == pytest.approx(steps, abs=1)


def test_a_single_way_varies_too() -> None:
    amounts = {day["one"] for day in budget.test_plan(["one"], 10_000, weeks=4)}
    assert len(amounts) >= 2


@pytest.mark.parametrize("count", range(3, 7))
def test_in_the_second_round_each_way_has_almost_all_once(count: int) -> None:
    """Its best place may be far above what it ever had."""
    ways = [f"way {place}" for place in range(count)]
    weeks = budget.test_plan(ways, 80_000, weeks=2 * count)[::7]
    for way in ways:
        first, second = (
            sorted(week[way] for week in weeks[begin : begin + count]) for begin in (0, count)
        )
        assert second[-1] == pytest.approx(68_000, abs=1) and first[-1] < 60_000
        assert second[-2] < 8_000


@pytest.mark.parametrize("ways", [["one"], ["one", "two"]])
def test_one_way_or_two_have_less_of_the_same_in_the_second_round(ways: list[str]) -> None:
    weeks = budget.test_plan(ways, 10_000, weeks=2 * len(ways))[::7]
    totals = [sum(week.values()) for week in weeks]
    assert totals == pytest.approx([10_000] * len(ways) + [6_000] * len(ways), abs=2)


def test_no_way_and_no_week_have_no_plan() -> None:
    assert budget.test_plan([], 10_000, weeks=8) == []
    assert budget.test_plan(["one"], 10_000, weeks=0) == []
    assert budget.test_plan(["one"], 0, weeks=1) == [{"one": 0}] * 7


@pytest.mark.parametrize(
    ("ways", "daily", "weeks", "named"),
    [
        (["one", "two"], -1, 8, "daily_budget: -1"),
        ([], -1, 8, "daily_budget: -1"),
        (["one", "two"], float("nan"), 8, "daily_budget: nan"),
        (["one", "two"], 10_000, -1, "weeks: -1"),
        (["one", "two", "one"], 10_000, 8, "named twice"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(ways, daily, weeks, named) -> None:
    """Amounts below 0 were planned, and a way named twice lost a part of the budget."""
    with pytest.raises(ValueError, match=named):
        budget.test_plan(ways, daily, weeks)
