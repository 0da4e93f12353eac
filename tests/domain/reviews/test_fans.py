"""Fans by day, week and month: what is shown, and what is held against what."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.reviews.fans import (
    INTERACTIONS,
    FanPeriod,
    Fans,
    FigurePair,
    Interaction,
    starts,
    summed,
)


@pytest.mark.parametrize(
    ("grain", "today", "first", "last", "count"),
    [
        ("day", date(2026, 11, 18), date(2026, 10, 19), date(2026, 11, 17), 30),
        ("day", date(2026, 3, 1), date(2026, 1, 30), date(2026, 2, 28), 30),
        ("week", date(2026, 11, 17), date(2026, 8, 31), date(2026, 11, 16), 12),
        ("week", date(2026, 11, 16), date(2026, 8, 24), date(2026, 11, 9), 12),
        ("month", date(2026, 11, 2), date(2025, 12, 1), date(2026, 11, 1), 12),
        ("month", date(2026, 11, 1), date(2025, 11, 1), date(2026, 10, 1), 12),
    ],
)
def test_what_is_shown_has_a_day_before_today(grain, today, first, last, count):
    found = starts(grain, today)
    assert (found[0], found[-1], len(found)) == (first, last, count)


@given(st.sampled_from(["day", "week", "month"]), st.dates(date(2001, 1, 1), date(2090, 1, 1)))
def test_the_days_weeks_and_months_follow_each_other(grain, today):
    found = starts(grain, today)
    assert list(found) == sorted(set(found)) and found[-1] < today
    if grain == "month":
        assert {day.day for day in found} == {1}
        assert (found[-1].year * 12 + found[-1].month) - (
            found[0].year * 12 + found[0].month
        ) == len(found) - 1
    else:
        step = timedelta(days=1 if grain == "day" else 7)
        assert all(b - a == step for a, b in itertools.pairwise(found))
        assert grain == "day" or {day.weekday() for day in found} == {0}


@pytest.mark.parametrize(
    ("grain", "start", "end", "running"),
    [
        ("day", date(2026, 11, 17), date(2026, 11, 18), False),
        ("week", date(2026, 11, 16), date(2026, 11, 22), True),
        ("week", date(2026, 11, 16), date(2026, 11, 23), False),
        ("month", date(2026, 11, 1), date(2026, 11, 30), True),
        ("month", date(2026, 11, 1), date(2026, 12, 1), False),
        ("month", date(2026, 12, 1), date(2027, 1, 1), False),
    ],
)
def test_a_week_or_month_runs_until_all_its_days_are_over(grain, start, end, running):
    assert Fans(grain, start, end, (FanPeriod(start),)).running == running


def test_net_and_ratio_are_of_the_rows_that_tell_both():
    fans = Fans("day", date(2026, 11, 1), date(2026, 11, 2), new=9, lost=5)
    assert fans.net is None
    assert replace(fans, both=FigurePair(7, 5)).net == 2
    assert FanPeriod(fans.first, 9, 5).net is None
    assert FanPeriod(fans.first, both=FigurePair(3, 5)).net == -2
    assert FigurePair(3, 4).ratio == 0.75 and FigurePair(3, 0).ratio is None
    assert summed([]) is None
    assert summed([FigurePair(1, 2), FigurePair(3, 5)]) == FigurePair(4, 7)


def works(*pairs: tuple[float, float] | None) -> Fans:
    every = zip(INTERACTIONS, (*pairs, (1, 9), (1, 9), (1, 9)), strict=True)
    told = tuple(
        Interaction(code, per, 1, None if pair is None else FigurePair(*pair))
        for (code, per), pair in every
    )
    return Fans("day", date(2026, 11, 1), date(2026, 11, 2), interactions=told)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        (((1, 100), (2, 100), (4, 100)), FigurePair(7, 100)),
        (((1, 100), (2, 100), (4, 90)), None),
        (((1, 100), (2, 100), None), None),
        ((None, None, None), None),
    ],
)
def test_the_interaction_of_works_is_known_where_the_same_rows_tell_all(pairs, found):
    assert works(*pairs).interaction == found


def test_nothing_of_fans_is_nothing_at_all():
    bare = Fans("day", date(2026, 11, 1), date(2026, 11, 2))
    assert bare.empty
    assert not replace(bare, new=0).empty and not replace(bare, lost=0).empty
    assert not replace(bare, interactions=works(None, None, None).interactions).empty
