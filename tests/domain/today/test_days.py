"""The last whole day: never a part of a day against a whole one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ksdesk.domain.today.days import last_whole_day


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour)


@pytest.mark.parametrize(
    ("newest", "read_at", "day"),
    [
        (None, None, None),
        (at(18), at(18, 10), 17),
        (at(17, 23), at(18), 17),
        (at(17, 23), at(17, 23), 16),
        (at(17, 23), None, 16),
        (at(14), at(18), 14),  # nothing is known of the days since
        (at(14), at(14, 10), 13),
        (at(20), at(18), 17),  # a computer whose clock is behind
    ],
)
def test_the_last_day_that_is_wholly_known(newest, read_at, day):
    found = last_whole_day(newest, read_at, date(2026, 11, 18))
    assert found == (day and date(2026, 11, day))
