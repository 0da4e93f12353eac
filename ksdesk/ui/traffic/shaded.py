"""Stretches of the curve that a warning points at, on the curve and in its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ksdesk.domain.calendar import add_months
from ksdesk.domain.traffic import day_start, from_seconds

HOUR, DAY = 3_600, 86_400
_LENGTHS = {"hour": HOUR, "day": DAY, "week": 7 * DAY}


@dataclass(frozen=True)
class Shaded:
    """Hours that a warning points at: start ≤ t < end in seconds, `key` is what finds it again.

    `doubted`: money was spent in them on what looks like junk.
    """

    key: str
    start: int
    end: int
    label: str = ""
    note: str = ""
    doubted: bool = False


def word_over(shades: Iterable[Shaded], grain: str, when: int) -> str:
    """What the table says beside the row of the hour, day, week or month that begins at `when`."""
    if grain in _LENGTHS:
        end = when + _LENGTHS[grain]
    else:
        end = day_start(add_months(from_seconds(when).date(), 1))
    found = [shade for shade in shades if shade.start < end and shade.end > when]
    if grain == "hour":
        return ", ".join(dict.fromkeys(shade.label for shade in found))
    return ", ".join(f"{shade.label} {shade.note}".strip() for shade in found)
