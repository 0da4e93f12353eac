"""A history in the units of the model: what was spent before, what is reported, the usual sales."""

from __future__ import annotations

import numpy as np
import pytest

from ksdesk.domain.promotion.budget.history import LAGS, History, Scaled, scaled

FIRST = np.datetime64("2025-03-03")  # a Monday


def told(days: list[int], **facts: object) -> Scaled:
    """Of one way, that spent and sold the same each day where nothing else is said."""
    count = len(days)
    given = {"sales": [200] * count, "spend": [100] * count, "seen": [50] * count, **facts}
    sales, spend, seen = (np.array(given[name]) for name in ("sales", "spend", "seen"))
    dated = FIRST + np.array(days, dtype="timedelta64[D]")
    return scaled(History(dated, sales, {"a": spend}, {"a": seen}), ("a",))


def test_amounts_are_in_mean_daily_spends_and_sales():
    days = FIRST + np.arange(2)
    data = scaled(
        History(
            days,
            np.array([300, 100]),
            {"a": np.array([10, 30]), "b": np.array([20, 0]), "c": np.array([7, 7])},
            {"a": np.array([40, 60]), "b": np.array([20, 9]), "c": np.array([7, 7])},
        ),
        ("b", "a"),
    )
    assert (data.ways, data.spend_unit, data.sales_unit) == (("b", "a"), 30, 200)
    np.testing.assert_allclose(data.spent[0] * 30, [[20, 10], [0, 30]])
    np.testing.assert_allclose(data.sales * 200, [300, 100])
    np.testing.assert_allclose(data.attributed * 200, [[20, 40], [9, 60]])
    assert data.running.tolist() == [[True, True], [False, True]]
    assert data.reported.tolist() == [[True, True], [False, True]]


def test_what_is_below_nothing_is_not_known():
    data = told([0, 1, 2, 3], sales=[400, -100, 200, 200], seen=[50, -1, 0, 10])
    assert (data.sales * data.sales_unit).tolist() == [400, 0, 200, 200]
    assert data.reported[:, 0].tolist() == [True, False, True, True]
    assert (data.attributed >= 0).all()
    assert not told([0, 1], seen=[0, 0]).reported.any()
    data = told([0, 1, 2], seen=[50.0, np.nan, 0.0])
    assert data.reported[:, 0].tolist() == [True, False, True]
    assert np.isfinite(data.attributed).all()
    assert told([0, 1], spend=[1, 1], seen=[0, 1]).reported.all()
    assert told([0, 1], sales=[0, 0]).sales_unit == 1


def test_what_was_spent_before_is_followed_over_two_weeks_and_over_days_without_a_report():
    days = [0, 1, 2, 3, 5, 21]
    spend = [100, 200, 300, 400, 600, 900]
    data = told(days, spend=spend)
    every = np.interp(np.arange(22), days, spend)
    assert data.spent.shape == (LAGS + 1, 6, 1) and LAGS == 14
    for lag in range(LAGS + 1):
        before = [every[day - lag] if day >= lag else 0 for day in days]
        np.testing.assert_allclose(data.spent[lag, :, 0] * data.spend_unit, before)
    assert data.gaps.tolist() == [1, 1, 1, 1, 2, 16]


@pytest.mark.parametrize(
    ("days", "gaps"),
    [
        ([0], [1]),
        ([0, 7, 14, 21], [1, 1, 1, 1]),
        ([0, 7, 14, 28], [1, 1, 1, 2]),
        ([0, 1, 2, 32], [1, 1, 1, 30]),
        ([0, 1, 2, 60], [1, 1, 1, 30]),  # no longer than a month
        ([0, 30, 61, 91, 122], [1, 1, 1, 1, 1]),
        ([0, 1, 2, 3, 5, 10], [1, 1, 1, 1, 2, 5]),
    ],
)
def test_gaps_are_counted_in_the_usual_step_of_the_rows(days, gaps):
    assert told(days).gaps.tolist() == gaps


@pytest.mark.parametrize(
    ("days", "terms"),
    [
        # a level, a slope, the seven days of the week
        (1, 9), (85, 9), (86, 10), (141, 10), (142, 11),
        (547, 9 + 9), (548, 9 + 9 + 4),  # seasons from over 78 weeks
    ],
)  # fmt: skip
def test_a_bend_every_eight_weeks_and_seasons_where_they_can_be_told(days, terms):
    data = told(list(range(days)))
    assert data.base.shape == (days, terms) and data.base_spread.shape == (terms,)
    assert (data.base_spread > 0).all()
    assert (data.base[:, 0] == 1).all()


def test_the_usual_sales_are_told_by_level_slope_bend_weekday_and_season():
    data = told(list(range(600)))
    weeks = np.arange(600) / 7
    np.testing.assert_allclose(data.base[:, 1], (weeks - weeks[-1] / 2) / 13)
    np.testing.assert_allclose(data.base[:, 2], np.maximum(weeks - 8, 0) / 13)
    np.testing.assert_allclose(data.base[:, 3], np.maximum(weeks - 16, 0) / 13)
    days = data.base[:, -7:]
    assert (days.sum(1) == 1).all() and days[:7].tolist() == np.eye(7).tolist()
    number = (FIRST - np.datetime64("1970-01-01")).astype(int) + np.arange(600)
    for place, (wave, of) in enumerate(((1, np.sin), (1, np.cos), (2, np.sin), (2, np.cos))):
        np.testing.assert_allclose(
            data.base[:, -11 + place], of(2 * np.pi * wave * number / 365.25), atol=1e-9
        )


def test_rows_a_week_apart_know_no_days_of_the_week():
    assert told([0, 7, 14]).base.shape == (3, 2)


@pytest.mark.parametrize("step", [0, -1])
def test_days_ascend_and_money_may_be_nothing(step):
    with pytest.raises(ValueError, match="ascend"):
        told([3, 3 + step])
    assert told([0, 1], spend=[0, 1]).running[:, 0].tolist() == [False, True]
