"""What hours should bring: the middle of what was known, whatever is missing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.traffic.expectation import (
    DAY,
    LONGEST,
    WEEK,
    HourGrid,
    _by_slot,
    _clumping,
    _level,
    _medians,
    _near_sum,
    _rate,
    _spread,
    dispersion_of,
    known_sums,
    learn,
    on_grid,
    surprise,
    usual_sums,
)

NAN = np.nan


@pytest.mark.parametrize(
    ("column", "middle", "known"),
    [
        ([3.0, 1.0, 2.0], 2.0, 3),
        ([4.0, 1.0, 2.0, 3.0], 2.5, 4),
        ([9.0, NAN, 1.0, NAN, 2.0, NAN], 2.0, 3),
        ([5.0, NAN, 7.0], 6.0, 2),
        ([NAN, 5.0], 5.0, 1),
        ([8.0, 1.0, 2.0, 3.0, 9.0, 4.0, 5.0], 4.0, 7),
    ],
)
def test_the_median_is_of_the_known_values(column, middle, known):
    medians, counts = _medians(np.array([column]).T)
    assert (medians[0], counts[0]) == (middle, known)


def test_nothing_known_has_no_median():
    medians, counts = _medians(np.full((3, 1), NAN))
    assert np.isnan(medians[0])
    assert counts[0] == 0


def test_each_hour_has_its_own_usual_and_a_gap_is_filled_from_other_weeks():
    week = np.tile(np.r_[np.full(12, 10.0), np.full(12, 40.0)], 7)
    known = np.tile(week, 4)
    known[30] = NAN
    due = usual_sums(known)
    assert due == pytest.approx(np.tile(week, 4), rel=0.02)


def hours_of(**columns: list[float]) -> dict[str, object]:
    count = len(next(iter(columns.values())))
    return {"time": np.datetime64("2026-03-05T10", "h") + np.arange(count), **columns}


def test_the_grid_is_whole_weeks_from_a_thursday_on_without_a_gap():
    """Weeks are counted from 1970-01-01 on, a Thursday."""
    told = on_grid(hours_of(views=[1.0, 2.0]), ("views",))
    assert (told.start, told.n) == (np.datetime64("2026-03-05T00", "h"), WEEK)
    assert told.columns["views"][9:13].tolist()[1:3] == [1, 2]
    assert np.isfinite(told.columns["views"]).sum() == 2
    nothing = on_grid(hours_of(views=[]), ("views",))
    assert nothing.n == 0 and nothing.known_days() == 0


def test_odd_figures_are_unknown_and_the_later_row_of_an_hour_counts():
    raw = [1.0, -1.0, np.inf, np.nan, 1e-7, -1e-7, 1e-6, 0.0]
    told = on_grid(hours_of(views=raw, likes=raw, odd=raw), ("likes", "views", "gone"))
    found = told.columns["views"][10:18]
    assert [None if np.isnan(x) else float(x) for x in found] == [
        1,
        None,
        None,
        None,
        0,
        0,
        1e-6,
        0,
    ]
    assert set(told.columns) == {"views", "likes"}
    twice = {"time": np.array(["2026-03-05T10"] * 2 + ["NaT"], dtype="datetime64[h]"),
             "views": [3.0, 5.0, 7.0]}  # fmt: skip
    assert on_grid(twice, ("views",)).columns["views"][10] == 5


def test_only_the_newest_three_years_are_looked_at():
    time = np.datetime64("2026-03-05T10", "h") + np.array([-LONGEST, 1 - LONGEST, 0])
    told = on_grid({"time": time, "views": [1.0, 2.0, 3.0]}, ("views",))
    known = told.columns["views"]
    assert known[np.isfinite(known)].tolist() == [2, 3]


@pytest.mark.parametrize(("hours", "days"), [(0, 0), (23, 0), (24, 1), (47, 1), (48, 2)])
def test_known_days_are_days_worth_of_hours(hours, days):
    assert on_grid(hours_of(views=[1.0] * hours), ("views",)).known_days() == days


@pytest.mark.parametrize(
    ("seen", "due", "spread", "z"),
    [
        (120, 100, 0, 2),
        (120, 100, 0.1, 20 / 200**0.5),
        (3, 0, 0.5, 3),
        (0, 0.5, 0, -0.5),
        (9, 9, 1, 0),
    ],
)
def test_a_surprise_in_spreads_of_chance_and_of_the_past(seen, due, spread, z):
    found = surprise("views", seen, due, spread)
    assert (found.seen, found.expected) == (seen, due) and found.z == pytest.approx(z)


def test_sums_are_of_the_hours_where_both_are_known():
    seen, due = np.array([1.0, NAN, 3.0]), np.array([10.0, 20.0, NAN])
    assert known_sums(seen, due) == (1, 10)


def test_an_hour_seldom_seen_leans_on_its_hour_of_the_day():
    values = np.full(2 * WEEK, 10.0)
    values[5] = values[5 + WEEK] = 30.0
    found = _by_slot(values)
    assert found[5] == found[5 + WEEK] == pytest.approx((2 * 30 + 4 * 10) / 6)
    assert found[29] == 10
    alone = np.full(WEEK, NAN)
    alone[5] = 8.0
    assert _by_slot(alone)[5] == 8 and (_by_slot(alone) == 8).all()
    assert np.isnan(_by_slot(np.full(WEEK, NAN))).all()


def test_the_level_of_a_day_is_the_middle_of_seven_days_before_and_after():
    base = np.full(28 * DAY, 10.0)
    values = base.copy()
    values[14 * DAY :] *= 2
    level = _level(values, base)[::DAY]
    assert level.tolist() == [1.0] * 14 + [2.0] * 14
    values[20 * DAY : 21 * DAY] = 999.0  # one viral day moves no level
    assert _level(values, base)[::DAY].tolist() == [1.0] * 14 + [2.0] * 14
    values[:] = NAN
    assert (_level(values, base) == 1).all()
    values[3] = 30.0
    assert _level(values, base)[0] == 3 and _level(values, base)[11 * DAY] == 1


def test_rates_lean_on_the_hour_of_the_day_and_follow_the_days_around():
    views = np.full(8 * WEEK, 100.0)
    seen = np.full(8 * WEEK, 5.0)
    assert _rate(seen, views) == pytest.approx(np.full(len(views), 0.05), rel=0.02)
    evening = np.tile(np.arange(DAY) == 20, 56)
    seen[evening] = 20.0
    found = _rate(seen, views)
    assert found[20] == pytest.approx(0.2, rel=0.03) and found[3] == pytest.approx(0.05, rel=0.03)
    half = np.where(np.arange(8 * WEEK) < 4 * WEEK, 2.0, 8.0)
    moved = _rate(half, views)
    assert moved[5] == pytest.approx(0.02, rel=0.1) and moved[-5] == pytest.approx(0.08, rel=0.1)
    nothing = _rate(np.zeros(WEEK), np.full(WEEK, 100.0))
    assert 0 < nothing.max() < 0.002


def test_sums_of_days_around_end_at_the_ends():
    days = np.array([1.0, 10.0, 100.0, 1_000.0])
    assert _near_sum(days, 1).tolist() == [11, 111, 1_110, 1_100]
    assert _near_sum(days, 9).tolist() == [1_111] * 4


def test_days_scatter_beyond_chance_by_so_much():
    due = np.full(14 * DAY, 100.0)
    off = np.tile(np.repeat([0.8, 1.2], DAY), 7)
    beyond = (1.4826 * 0.2) ** 2 - 1 / 2400
    assert dispersion_of(due * off, due) == pytest.approx(beyond**0.5)
    assert dispersion_of(due, due) == pytest.approx(0.05)
    assert dispersion_of(due * 9, due) == pytest.approx(1)
    assert dispersion_of(due[: 6 * DAY], due[: 6 * DAY]) == 0.3  # too few days
    few = np.full(14 * DAY, 2.9 / DAY)
    assert dispersion_of(few, few) == 0.3


def test_hours_clump_where_they_scatter_more_than_single_events():
    due = np.full(100, 4.0)
    seen = due + np.tile([4.0, -4.0], 50)
    assert _clumping(seen, due, 0) == pytest.approx(4)
    assert _clumping(seen, due, 0.5) == pytest.approx(3)
    assert _clumping(due, due, 0) == 1 and _clumping(due * NAN, due, 0) == 1
    assert _clumping(due + 400, due, 0) == 25


def test_the_spread_of_an_hour_leans_a_little_on_all():
    off = np.tile(np.r_[np.full(12, 0.1), np.full(12, 0.3)], 10)
    found = _spread(off)
    whole, low = 1.4826 * 0.2, 1.4826 * 0.1
    assert found[0] == pytest.approx(((10 * low**2 + 10 * whole**2) / 20) ** 0.5)
    assert (_spread(np.full(DAY, NAN)) == 0).all()
    assert _spread(-off) == pytest.approx(found)


def test_what_is_learnt_leaves_out_what_is_suspect():
    n = 8 * WEEK
    columns = {
        "views": np.full(n, 100.0),
        "likes": np.full(n, 4.0),
        "stay_seconds": np.full(n, 30.0),
    }
    columns["views"][500:510], columns["likes"][500:510] = 5_000.0, 0.0
    columns["stay_seconds"][500:510] = 3.0
    out = np.zeros(n, dtype=bool)
    out[500:510] = True
    grid = HourGrid(np.datetime64("2026-03-05T00", "h"), columns)
    usual = learn(grid, out, ("likes", "comments"))
    assert usual.views == pytest.approx(np.full(n, 100.0)) and set(usual.rates) == {"likes"}
    assert usual.rates["likes"] == pytest.approx(np.full(n, 0.04), rel=0.01)
    assert (usual.dispersion["likes"], usual.clumping["likes"]) == (pytest.approx(0.05), 1)
    assert usual.stay == pytest.approx(np.full(n, 30.0)) and (usual.long_stay >= usual.stay).all()
    assert usual.stay_spread == pytest.approx(np.full(n, 0.08))
    assert usual.views_spread == pytest.approx(np.full(n, 0.15))
    bare = learn(HourGrid(grid.start, {"views": np.zeros(n)}), ~out, ())
    assert (bare.views == 0.2).all() and len(bare.stay) == len(bare.long_stay) == 0


def test_the_stay_follows_five_days_around_and_the_long_one_the_whole_past():
    n = 8 * WEEK
    stay = np.full(n, 30.0)
    stay[: 14 * DAY] = 60.0
    grid = HourGrid(np.datetime64("2026-03-05T00", "h"),
                    {"views": np.full(n, 100.0), "stay_seconds": stay})  # fmt: skip
    usual = learn(grid, np.zeros(n, dtype=bool), ())
    assert usual.stay[0] == pytest.approx(60) and usual.stay[-1] == pytest.approx(30)
    assert usual.stay[13 * DAY] == pytest.approx(60) and usual.stay[14 * DAY] == pytest.approx(30)
    assert usual.long_stay[0] == pytest.approx(60) and usual.long_stay[-1] == pytest.approx(30)


@pytest.mark.parametrize(("views", "known"), [(2.0, False), (3.0, True)])
def test_three_views_make_an_average_stay(views: float, known: bool):
    n = 2 * WEEK
    columns = {"views": np.full(n, views), "stay_seconds": np.full(n, 30.0)}
    usual = learn(HourGrid(np.datetime64("2026-03-05T00", "h"), columns), np.zeros(n, bool), ())
    assert len(usual.stay) == (n if known else 0)


@given(st.lists(st.lists(st.one_of(st.just(NAN), st.floats(-9, 9)), min_size=1, max_size=7)))
def test_medians_are_those_of_numpy(columns: list[list[float]]):
    for column in columns:
        medians, counts = _medians(np.array([column]).T)
        known = [value for value in column if np.isfinite(value)]
        assert counts[0] == len(known)
        assert np.isnan(medians[0]) if not known else medians[0] == pytest.approx(np.median(known))
