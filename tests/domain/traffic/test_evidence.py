"""The figures beside an alarm: what was usual in its hours, and what was seen."""

from __future__ import annotations

import numpy as np
import pytest

from ksdesk.domain.traffic.evidence import (
    LEAST_WEEKS,
    MOST_ROWS,
    WEEKS_BACK,
    Past,
    over_hours,
    total,
)
from ksdesk.domain.traffic.expectation import HourGrid, Surprise

WEEK = 168
NOW = 10 * WEEK  # the first hour of the eleventh week


def past(suspect: tuple[int, int] = (0, 0), **columns: np.ndarray) -> Past:
    """Ten weeks and one: in week w each hour has 10 w views, unless told otherwise."""
    n = NOW + WEEK
    views = 10.0 * (np.arange(n) // WEEK)
    grid = HourGrid(np.datetime64("2026-08-31T00", "h"), {"views": views} | columns)
    return Past(grid, over_hours([suspect], n))


def test_usual_is_the_median_of_the_same_hours_of_eight_weeks():
    weeks = range(10 - WEEKS_BACK, 10)
    assert past().usual("views", NOW, NOW + 3) == 3 * 10 * np.median(weeks)
    assert past().usual("views", WEEK * 4, WEEK * 4 + 1) == np.median([0, 10, 20, 30])
    # what lasts longer than a week is held against as many weeks
    long = past().usual("views", NOW - WEEK, NOW + 1)
    assert long == np.median([WEEK * 10 * (w - 1) + 10 * w for w in (8, 6, 4, 2)])


@pytest.mark.parametrize(("weeks", "known"), [(LEAST_WEEKS, True), (LEAST_WEEKS - 1, False)])
def test_two_weeks_before_are_needed(weeks: int, known: bool):
    assert (past().usual("views", weeks * WEEK, weeks * WEEK + 5) is not None) is known


def test_suspect_weeks_say_nothing():
    doubted = past(suspect=(NOW - WEEK + 2, NOW - WEEK + 3))
    assert doubted.usual("views", NOW, NOW + 3) == 3 * 10 * np.median(range(2, 9))
    assert doubted.usual("views", NOW, NOW + 2) == 2 * 10 * np.median(range(2, 10))


@pytest.mark.parametrize(("unknown", "seen"), [(1, 400.0), (2, None)])
def test_four_of_five_hours_must_be_known(unknown: int, seen: float | None):
    likes = np.full(NOW + WEEK, 100.0)
    likes[NOW : NOW + unknown] = np.nan
    rows = past(likes=likes).rows("padded_likes", NOW, NOW + 5)
    assert {row.measure: row.seen for row in rows}.get("likes") == seen


def test_the_stay_is_a_mean_by_views():
    n = NOW + WEEK
    views, stay = np.full(n, 10.0), np.full(n, 30.0)
    views[NOW : NOW + 3], stay[NOW : NOW + 3] = (10, 30, np.nan), (20, 60, 999)
    rows = {
        row.measure: row for row in past(views=views, stay_seconds=stay).rows("burst", NOW, NOW + 3)
    }
    assert rows["stay_seconds"].seen == (10 * 20 + 30 * 60) / 40
    assert rows["stay_seconds"].usual == 30


def test_what_counts_comes_first_with_what_was_due():
    n = NOW + WEEK
    codes = ("stay_seconds", "product_clicks", "new_fans", "comments", "likes", "shares")
    every = past(**{code: np.full(n, 50.0) for code in codes})
    told = [Surprise("likes", 7.0, 100.0, 9.0), Surprise("later_unfollows", 1.0, 40.0, 8.0)]
    rows = every.rows("zombie_fans", NOW, NOW + 2, told)
    assert [row.measure for row in rows] == [
        *("new_fans", "views", "product_clicks", "stay_seconds", "likes", "later_unfollows"),
    ]
    assert len(rows) == MOST_ROWS
    by_code = {row.measure: row for row in rows}
    assert (by_code["likes"].seen, by_code["likes"].due) == (100.0, 7.0)
    assert (by_code["later_unfollows"].seen, by_code["later_unfollows"].due) == (40.0, 1.0)
    assert by_code["new_fans"].due is None
    assert every.rows("burst", NOW, NOW + 2, lead="shares")[0].measure == "shares"


def test_views_are_usual_by_the_reason_where_the_past_is_not_known():
    (row, *_) = past().rows("burst", WEEK, WEEK + 2, [Surprise("views", 12.0, 20.0, 4.0)])
    assert (row.measure, row.usual, row.seen, row.due) == ("views", 12.0, 20.0, None)


def test_flags_and_sums_of_hours():
    assert np.flatnonzero(over_hours([(-3, 2), (4, 5)], 6)).tolist() == [0, 1, 4]
    assert total(np.array([1.0, np.nan, 4.0, 8.0]), 0, 3) == 5.0
    assert total(None, 0, 3) == 0.0
