"""Weeks of planned variation, from which a fit learns more than from habit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_WEEK: Final = 7
_ALMOST_ALL: Final = 0.85
_LESS: Final = 0.6
"""Parts of the budget."""


def test_plan(ways: Sequence[str], daily_budget: int, weeks: int) -> list[dict[str, int]]:
    """One dict a day: fen for each way, never more than the budget together.

    Latin squares by week: within as many weeks as there are ways, each way has each step once, and
    no two weeks are alike. In the first round the steps are spread, in the next one way has almost
    all, for the best place of a way may be far above what it ever had, and so on in turn. With one
    way or two it is less of the same steps. No ways or no weeks are no days. ValueError where a way
    is named twice, or budget or weeks are below 0."""
    for name, number in (("daily_budget", daily_budget), ("weeks", weeks)):
        if not number >= 0:
            raise ValueError(f"{name}: {number} is below 0 or no number")
    if len(set(ways)) < len(ways):
        raise ValueError(f"ways: one of {', '.join(ways)} is named twice")
    count = len(ways)
    grown = [(place + 0.5) ** 2 for place in range(count)]
    spread = [step / sum(grown) for step in grown]
    if count > 2:
        other = [(1 - _ALMOST_ALL) / (count - 1)] * (count - 1) + [_ALMOST_ALL]
    else:
        other = [_LESS * step for step in spread]
    days: list[dict[str, int]] = []
    for week in range(weeks if count else 0):
        steps = (spread, other)[week // count % 2]
        day = {
            way: int(daily_budget * steps[(place + week) % count]) for place, way in enumerate(ways)
        }
        days += [dict(day) for _ in range(_WEEK)]
    return days
