"""稍后: until when, keyed on what and which, and what brings a thing back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ksdesk.domain.today import Item
from ksdesk.domain.today.later import PutOff, choices, parted

WEDNESDAY = datetime(2026, 11, 18, 10, 20)
LOW = Item("stock_low", "products", "37")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (WEDNESDAY, "afternoon 11-18 14:00, morning 11-19 08:00, monday 11-23 08:00, never"),
        (WEDNESDAY.replace(hour=14), "morning 11-19 08:00, monday 11-23 08:00, never"),
        (datetime(2026, 11, 22, 9), "afternoon 11-22 14:00, morning 11-23 08:00, never"),
        (datetime(2026, 11, 23, 20), "morning 11-24 08:00, monday 11-30 08:00, never"),
        (datetime(2026, 12, 31, 23), "morning 01-01 08:00, monday 01-04 08:00, never"),
    ],
)
def test_until_when(now, expected):
    said = [f"{code} {at:%m-%d %H:%M}" if at else code for code, at in choices(now).items()]
    assert ", ".join(said) == expected


def test_nothing_is_put_off_for_as_long_as_a_clock_that_was_ahead():
    for hour in range(24 * 7):
        now = WEDNESDAY + timedelta(hours=hour)
        for told_from in choices(now).values():
            assert PutOff(thing="a", which="b", told_from=told_from).holds(now)


@pytest.mark.parametrize(
    ("item", "told_from", "hidden"),
    [
        (LOW, datetime(2026, 11, 18, 14), True),
        (LOW, WEDNESDAY, False),  # the moment has come
        (LOW, datetime(2028, 1, 3, 8), False),  # the clock was ahead
        (LOW, None, True),
        (replace(LOW, target="41"), None, False),  # another one
        (replace(LOW, code="drafts"), None, False),  # something else of the same
        (replace(LOW, level="bad"), None, False),  # it has become bad
        (replace(LOW, which="37 gone"), None, False),  # and it has changed
    ],
)
def test_what_is_put_off(item, told_from, hidden):
    note = PutOff(thing="stock_low", which="37", told_from=told_from)
    told, away = parted([item], [note], WEDNESDAY)
    assert (told, away) == (((), ((item, note),)) if hidden else ((item,), ()))
