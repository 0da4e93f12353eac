"""A dense series keeps every extreme that a pixel could show."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ksdesk.charts.reduce import Levels, lonely, reduce_max, reduce_min_max, with_gaps

values_with_gaps = arrays.arrays(
    np.float64,
    st.integers(1, 400),
    elements=st.one_of(st.just(np.nan), st.floats(-1e9, 1e9, width=32)),
)


@pytest.mark.slow
@given(values_with_gaps, st.integers(1, 60), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_every_column_keeps_its_extremes(values, columns, random) -> None:
    steps = np.array([random.choice((0.5, 1.0, 1.0, 9.0)) for _ in values])
    times = np.cumsum(steps)
    xs, ys = reduce_min_max(times, values, columns)
    known = set(zip(times.tolist(), np.nan_to_num(values, nan=1e30).tolist(), strict=True))
    assert set(zip(xs.tolist(), np.nan_to_num(ys, nan=1e30).tolist(), strict=True)) <= known
    assert bool((np.diff(xs) > 0).all())
    assert len(xs) <= max(4 * columns, len(times) if len(times) <= 4 * columns else 0)
    edges = np.linspace(times[0], times[-1], columns + 1)
    edges[-1] = np.inf
    for first, last in itertools.pairwise(edges):
        before = values[(times >= first) & (times < last)]
        after = ys[(xs >= first) & (xs < last)]
        if bool(np.isfinite(before).any()):
            assert np.nanmin(after) == np.nanmin(before)
            assert np.nanmax(after) == np.nanmax(before)


def test_a_million_points_become_four_a_column() -> None:
    times = np.arange(1_000_000, dtype=float)
    values = np.sin(times / 1000)
    values[777_777] = 50.0
    xs, ys = reduce_min_max(times, values, 700)
    assert len(xs) <= 2800
    assert 50.0 in ys
    assert xs[0] == times[0] and xs[-1] == times[-1]


def test_a_gap_over_several_columns_stays_a_gap() -> None:
    times = np.arange(10_000, dtype=float)
    values = np.ones(10_000)
    values[4_000:6_000] = np.nan
    xs, ys = reduce_min_max(times, values, 100)
    inside = (xs > 4_000) & (xs < 5_999)
    assert inside.any() and np.isnan(ys[inside]).all()


def test_few_points_are_left_as_they_are() -> None:
    times, values = np.arange(5.0), np.arange(5.0)
    assert reduce_min_max(times, values, 100)[0] is times


def test_no_column_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        reduce_min_max(np.arange(5.0), np.arange(5.0), 0)


def test_bars_keep_the_highest_of_each_column() -> None:
    times = np.arange(1000, dtype=float)
    values = np.ones(1000)
    values[500], values[3] = 9.0, np.nan
    xs, ys = reduce_max(times, values, 10, 0.0, 1000.0)
    assert len(xs) == 10 and ys.max() == 9.0 and xs[ys.argmax()] == 500.0
    assert len(reduce_max(times[:5], values[:5], 10, 0.0, 5.0)[0]) == 4


def test_a_missing_day_breaks_the_line() -> None:
    times = np.array([0.0, 1.0, 2.0, 5.0])
    xs, ys = with_gaps(times, np.ones(4), 1.0)
    assert xs.tolist() == [0.0, 1.0, 2.0, 3.5, 5.0]
    assert np.isnan(ys[3]) and np.isfinite(ys[4])
    assert with_gaps(times, np.ones(4), 0.0)[0] is times


def test_points_without_neighbours_are_found() -> None:
    nan = np.nan
    assert lonely(np.array([1, nan, 2, 3, nan, 4])).tolist() == [
        True, False, False, False, False, True,
    ]  # fmt: skip


def test_a_level_keeps_each_extreme_within_a_quarter_of_a_pixel() -> None:
    count, columns = 400_000, 500
    times = np.arange(count, dtype=float)
    values = np.random.default_rng(3).normal(0, 1, count)
    values[123_456], values[300_001] = 99.0, -99.0
    values[200_000:210_000] = np.nan
    values[250_000] = np.nan
    levels = Levels(times, values)
    for start, end in ((0.0, count - 1.0), (100_000.0, 350_000.0), (123_000.0, 123_900.0)):
        xs, ys = levels.seen(start, end, columns)
        inside = (times >= start) & (times <= end)
        assert len(xs) <= max(64 * columns, 4 + int(inside.sum()))
        assert set(xs.tolist()) <= set(times.tolist()) and bool((np.diff(xs) > 0).all())
        pixel = (end - start) / columns
        for first in np.linspace(start, end - pixel, 40):
            wide = (times >= first - pixel / 4) & (times < first + 1.25 * pixel)
            mine = ys[(xs >= first - pixel / 4) & (xs < first + 1.25 * pixel)]
            tight = values[(times >= first) & (times < first + pixel)]
            if np.isfinite(tight).any() and np.isfinite(mine).any():
                assert np.nanmax(tight) <= np.nanmax(mine) <= np.nanmax(values[wide])
                assert np.nanmin(tight) >= np.nanmin(mine) >= np.nanmin(values[wide])
    xs, ys = levels.seen(0.0, count - 1.0, columns)
    assert 99.0 in ys and -99.0 in ys
    assert 250_000.0 in xs[np.isnan(ys)]
    gap = ys[(xs >= 200_000) & (xs < 210_000)]
    assert len(gap) and np.isnan(gap).all()


def test_a_short_series_is_seen_whole() -> None:
    times, values = np.arange(500.0), np.ones(500)
    xs, _ = Levels(times, values).seen(0.0, 499.0, 700)
    assert len(xs) == 500
