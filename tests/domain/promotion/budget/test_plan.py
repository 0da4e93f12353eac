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
