"""When the wizard's switch for goods of other platforms (第三方平台推广) was turned: days with on
or off, in order. The first answer has no day: it holds at all times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

SWITCH = "other_platform"
TURNS = "turned"
ANSWERED = "answered"


def turns_of(fields: Mapping[str, Any]) -> tuple[tuple[date, bool], ...]:
    """The turns that stand in the fields of the deposit's step ("2026-03-01 on")."""
    parts = (turn.split() for turn in fields.get(TURNS) or ())
    return tuple((date.fromisoformat(day), way == "on") for day, way in parts)


def first_answer(fields: Mapping[str, Any]) -> tuple[bool, date | None]:
    """Whether the first answer was yes, and its day if that is known.

    What stood there at the end of that day counts.
    """
    turns, text = turns_of(fields), fields.get(ANSWERED)
    day = date.fromisoformat(text) if text else None
    if not turns:
        return bool(fields.get(SWITCH)), day
    first, on = turns[0]
    return (True, first) if on and day in (None, first) else (not on, day)


def turned(fields: Mapping[str, Any], on: bool, day: date) -> list[str]:
    """The turns once the switch stands at `on` from `day`, as they are kept.

    What was turned on and off on one day was never on, and what was said of later days no longer
    holds. Off and on again stays: it ends a closing that was noted elsewhere, too.
    """
    turns = [*turns_of(fields)]
    if fields.get(SWITCH) not in (None, on):
        turns = [turn for turn in turns if turn[0] <= day]
        if not on and (day, True) in turns[-1:]:
            turns.pop()
        else:
            turns.append((day, on))
    return [f"{turn} {'on' if way else 'off'}" for turn, way in turns]
