"""Bought, and no measure rose: purchases told apart from everyday spend, and what they brought."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.traffic.bought import Purchase, purchases

START = np.datetime64("2026-03-02T00", "h")
Hours = dict[str, np.ndarray]


def quiet(days: int = 28, step: int = 1) -> Hours:
    """Figures of a shop that buys nothing, by hours, or with `step` 24 by days."""
    chance = np.random.default_rng(3)
    hour = np.arange(0, days * 24, step)
    mean = 150.0 * step * (np.ones(len(hour)) if step > 1 else 1 + np.sin(hour / 24 * 2 * np.pi))
    views = chance.poisson(mean * np.exp(chance.normal(0, 0.1, len(hour)))).astype(float)
    return {
        "time": START + hour,
        "views": views,
        "product_clicks": chance.poisson(views * 0.05).astype(float),
        "orders": chance.poisson(views * 0.005).astype(float),
        "spend": np.zeros(len(hour)),
    }


def only(hours: Hours) -> Purchase:
    found = purchases(hours)
    assert len(found) == 1, found
    return found[0]


def test_a_purchase_that_brings_viewers_rose():
    hours = quiet()
    hours["spend"][480:484] = 2_500
    hours["views"][480:484] += 400
    found = only(hours)
    assert found.rose
    assert found.spend == 10_000
    assert found.start == START + 480
    best = found.measures[0]
    assert best.measure == "views"
    assert best.seen > best.expected + 1_000


def test_a_purchase_after_which_nothing_rises_is_told_with_its_figures():
    hours = quiet()
    hours["spend"][480:484] = 2_500
    found = only(hours)
    assert not found.rose
    assert {each.measure for each in found.measures} == {"views", "product_clicks", "orders"}
    assert all(abs(each.z) < 2 for each in found.measures)


@pytest.mark.parametrize(("between", "count"), [(18, 1), (19, 2)])
def test_twelve_hours_behind_the_effect_of_the_last_fen_part_two_purchases(between, count):
    hours = quiet()
    hours["spend"][[480, 480 + between]] = 2_500
    assert len(purchases(hours)) == count


def test_figures_by_day():
    hours = quiet(60, 24)
    hours["spend"][[30, 31, 45]] = 8_000
    hours["views"][[30, 31]] *= 2
    first, second = purchases(hours)
    assert (first.start, first.end) == (START + 30 * 24, START + 32 * 24)
    assert (first.rose, second.rose) == (True, False)
    assert (first.spend, second.spend) == (16_000, 8_000)


def test_everyday_spend_is_no_purchase_but_a_raise_is():
    hours = quiet()
    hours["spend"][20::24] = 3_000
    assert purchases(hours) == []
    hours["spend"][20 * 24 + 20] = 9_000
    assert only(hours).spend == 9_000


def test_without_anything_to_compare_with_nothing_is_said():
    hours = quiet(6)
    hours["spend"][100] = 5_000
    assert purchases(hours) == []
    hours = quiet()
    hours["spend"][480] = 5_000
    assert purchases({code: hours[code] for code in ("time", "spend")}) == []
    assert purchases({code: v for code, v in hours.items() if code != "spend"}) == []
    assert purchases({code: v[:0] for code, v in hours.items()}) == []


def test_unknown_hours_expect_nothing():
    hours = quiet()
    hours["spend"][480:484] = 2_500
    hours["views"][481] = np.nan
    known = next(each for each in only(hours).measures if each.measure == "views")
    whole = np.delete(hours["views"][480:489], 1).sum()
    assert known.seen == pytest.approx(whole)


@given(
    spend=st.lists(st.sampled_from((0.0, 500.0, 1e8, np.nan, -3.0)), min_size=1, max_size=9),
    views=st.lists(st.sampled_from((0.0, 1.0, 900.0, 1e9, np.nan)), min_size=1, max_size=9),
    seed=st.integers(0, 2**32),
)
def test_whatever_is_given_purchases_are_in_order(
    spend: list[float], views: list[float], seed: int
):
    chance = np.random.default_rng(seed)
    n = 24 * 12
    hours = {
        "time": START + np.arange(n),
        "spend": chance.choice(spend, n),
        "views": chance.choice(views, n),
    }
    found = purchases(hours)
    assert all(a.start < a.end for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(np.isfinite(each.z) for one in found for each in one.measures)


@pytest.mark.parametrize("hour", [1, 6, 23])
def test_what_was_spent_in_one_hour_of_a_day_is_followed_for_six(hour: int):
    hours = quiet()
    hours["spend"][480 + hour] = 9_000
    found = only(hours)
    assert (found.start, found.end) == (START + 480 + hour, START + 480 + hour + 6)


@pytest.mark.parametrize(("days", "told"), [(6, 0), (7, 1)])
def test_seven_days_to_compare_with_are_needed(days: int, told: int):
    hours = quiet(days)
    hours["spend"][100] = 9_000
    assert len(purchases(hours)) == told


def test_what_rose_most_is_told_first():
    hours = quiet()
    hours["spend"][480:484] = 2_500
    hours["orders"][480:484] += 40
    hours["views"][480:484] += 30
    found = only(hours).measures
    assert found[0].measure == "orders"
    assert [each.z for each in found] == sorted((each.z for each in found), reverse=True)
