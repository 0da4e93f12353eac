"""Medians by weekday and hour, and the best hours in a row."""

from __future__ import annotations

from array import array
from datetime import datetime
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.traffic import Series, from_seconds, to_seconds
from ksdesk.domain.traffic.heat import heat_of

NOW = to_seconds(datetime(2026, 11, 18, 10))
HOUR = 3600


def series(values: dict[int, float]) -> Series:
    times = sorted(values)
    return Series("views", "hour", array("q", times), array("d", [values[t] for t in times]))


def evenings(weeks: int = 8) -> dict[int, float]:
    """Ten an hour, a hundred from 19 to 22 o'clock."""
    hours = range(NOW - weeks * 7 * 24 * HOUR, NOW, HOUR)
    return {t: 100.0 if 19 <= t % 86400 // HOUR < 22 else 10.0 for t in hours}


@given(
    st.dictionaries(st.integers(1, 9 * 7 * 24), st.floats(0, 1e6), min_size=1, max_size=300),
    st.sets(st.integers(1, 9 * 7 * 24), max_size=40),
)
def test_medians_against_counting_by_hand(values, skipped):
    found = {NOW - ago * HOUR: value for ago, value in values.items()}
    skip = {NOW - ago * HOUR for ago in skipped}
    heat = heat_of(series(found), NOW, 8, skip)
    used = {t: v for t, v in found.items() if t >= NOW - 8 * 7 * 86400 and t not in skip}
    if not used:
        assert heat is None
        return
    for day in range(7):
        for hour in range(24):
            mine = [
                v
                for t, v in used.items()
                if (from_seconds(t).weekday(), from_seconds(t).hour) == (day, hour)
            ]
            assert heat.cells[day][hour] == (median(mine) if mine else None)


def test_the_best_three_hours_and_a_fourth_that_is_nearly_as_good():
    values = evenings()
    assert heat_of(series(values), NOW, 8).best == (19, 22)
    for t in values:
        if t % 86400 // HOUR == 22:
            values[t] = 95.0
    assert heat_of(series(values), NOW, 8).best == (19, 23)
    for t in values:
        if t % 86400 // HOUR == 18:
            values[t] = 97.0
    assert heat_of(series(values), NOW, 8).best == (18, 22)


def test_one_odd_evening_moves_nothing_and_can_be_left_out():
    values = evenings()
    odd = NOW - 10 * HOUR
    usual = heat_of(series(values), NOW, 8)
    values[odd] = 1e9
    assert heat_of(series(values), NOW, 8).cells == usual.cells
    assert heat_of(series(values), NOW, 8, {odd}).skipped == 1


def test_without_three_hours_in_a_row_nothing_is_advised():
    values = {t: v for t, v in evenings().items() if t % 86400 // HOUR in (3, 4, 20)}
    assert heat_of(series(values), NOW, 8).best is None
    assert heat_of(series(dict.fromkeys(evenings(), 0.0)), NOW, 8).best is None
    assert heat_of(series({}), NOW, 8) is None
