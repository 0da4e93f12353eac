"""Weeks of planned variation, from which a fit learns more than from habit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_WEEK: Final = 7
_TOTALS: Final = (1.0, 0.6)
"""Parts of the budget spent, the next one with each round of the square."""


def test_plan(ways: Sequence[str], daily_budget: int, weeks: int) -> list[dict[str, int]]:
    """One dict a day: fen for each way, never more than the budget together.

    A Latin square by week: within as many weeks as there are ways, each way has each step once,
    and no two weeks are alike. The next round spends another total."""
    count = len(ways)
    steps = [(place + 0.5) ** 2 for place in range(count)]
    days: list[dict[str, int]] = []
    for week in range(weeks):
        rounds = week // count if count > 1 else week
        total = daily_budget * _TOTALS[rounds % len(_TOTALS)]
        day = {
            way: int(total * steps[(place + week) % count] / sum(steps))
            for place, way in enumerate(ways)
        }
        days += [dict(day) for _ in range(_WEEK)]
    return days
