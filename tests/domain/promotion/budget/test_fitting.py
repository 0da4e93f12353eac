"""What the search for the model's parameters stands on: systems of neighbours, and its ends."""

from __future__ import annotations

import numpy as np
import pytest
from shops import TWO, history

from ksdesk.domain.promotion.budget.fitting import (
    _inverse,
    _noise,
    _solved,
    _step,
    climbed,
    evidence,
    reduced,
)
from ksdesk.domain.promotion.budget.history import scaled
from ksdesk.domain.promotion.budget.model import Model, Noise, Point


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(scaled(history(TWO, days=42), ("one", "two")))


@pytest.fixture(scope="module")
def top(model: Model) -> Point:
    return climbed(model, model.start(1.2, 0.8))


def whole(point: Point) -> np.ndarray:
    """The curvature by day factors and parameters together."""
    days = np.diag(point.curve_day) + np.diag(point.beside, 1) + np.diag(point.beside, -1)
    return np.block([[days, point.curve_mixed], [point.curve_mixed.T, point.curve_p]])


@pytest.mark.parametrize("size", [1, 2, 9])
def test_systems_of_neighbours_are_solved_as_whole_ones_are(size: int) -> None:
    random = np.random.default_rng(size)
    diagonal, beside = 3 + random.random(size), random.normal(0, 1, size - 1)
    right = random.normal(0, 1, (size, 3))
    full = np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)
    np.testing.assert_allclose(_solved(diagonal, beside, right), np.linalg.solve(full, right))
    inner, close, log_size = _inverse(diagonal, beside)
    turned = np.linalg.inv(full)
    np.testing.assert_allclose(inner, np.diag(turned))
    np.testing.assert_allclose(close, np.diag(turned, 1))
    assert log_size == pytest.approx(np.linalg.slogdet(full)[1])


def test_a_step_without_damping_is_newtons(model: Model) -> None:
    point = model.evaluate(model.start(1.2, 0.8), np.zeros(42), Noise())
    by_day, by_p = _step(point, 0.0)
    wanted = np.linalg.solve(whole(point), np.r_[point.by_day, point.by_p])
    np.testing.assert_allclose(np.r_[by_day, by_p], wanted, rtol=1e-6, atol=1e-9)
    small_day, small_p = _step(point, 1e9)
    assert max(abs(small_day).max(), abs(small_p).max()) < 1e-6


def test_what_is_left_of_the_curvature_without_the_day_factors(model: Model, top: Point) -> None:
    days = len(top.day)
    full = whole(top)
    wanted = np.linalg.inv(np.linalg.inv(full)[days:, days:])
    np.testing.assert_allclose(reduced(top), wanted, rtol=1e-5, atol=1e-6)


def test_the_search_ends_where_no_way_leads_up(top: Point) -> None:
    pull = np.r_[top.by_day, top.by_p]
    rise = pull @ np.linalg.solve(whole(top), pull)
    assert 0 <= rise < 0.01
    assert np.isfinite(top.value)


def test_its_noise_is_that_of_the_shop(model: Model, top: Point) -> None:
    """Made with 0.1 for what is reported and for the day, and none of the total's own."""
    assert 0.07 < top.noise.attributed < 0.14
    assert top.noise.total < 0.08
    assert 0.07 < top.noise.day < 0.14
    assert 0 <= top.noise.memory < 0.6
    again = _noise(model, top)
    assert again.attributed == pytest.approx(top.noise.attributed, rel=0.05)
    assert again.day == pytest.approx(top.noise.day, rel=0.1)


def test_a_history_is_less_evident_at_a_worse_place(model: Model, top: Point) -> None:
    worse = model.evaluate(top.p + 0.5, top.day, top.noise)
    assert evidence(model, worse) > evidence(model, top) + 1
    days, full = len(top.day), whole(top)
    size = np.linalg.slogdet(full[:days, :days])[1]
    diagonal, beside = model.memory(top.noise)
    prior = np.linalg.slogdet(np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1))[1]
    reported = model.data.reported.sum()
    spreads = reported * np.log(top.noise.attributed) + days * np.log(top.noise.total)
    assert evidence(model, top) == pytest.approx(top.value + spreads + (size - prior) / 2)


def test_noise_is_what_is_left_and_what_is_uncertain_about_it(model: Model, top: Point) -> None:
    noise, at, days = top.noise, top.at, len(top.day)
    unsure = np.linalg.inv(whole(top))
    left_a = left_t = 0.0
    for day in range(days):
        for way in np.flatnonzero(model.data.reported[day]):
            slope = np.r_[np.eye(days)[day], top.ja[way, day]]
            square = (at.error[day, way] * noise.attributed) ** 2 + slope @ unsure @ slope
            left_a += at.tail_a[day, way] * square
        slope = np.r_[np.eye(days)[day] * at.root[day] / 2, top.jt[day]]
        left_t += at.tail_t[day] * ((at.miss[day] * noise.total) ** 2 + slope @ unsure @ slope)
    squares = top.day**2 + np.diag(unsure)[:days]
    pairs = (top.day[1:] * top.day[:-1] + np.diag(unsure[:days, :days], 1)).sum()
    found, seen = _noise(model, top), model.data.reported.sum()
    near = {"rel": 1e-4}
    # as if four days had been seen before
    assert found.attributed == pytest.approx(((left_a + 4 * 0.2**2) / (seen + 4)) ** 0.5, **near)
    assert found.total == pytest.approx(((left_t + 4 * 0.1**2) / (days + 4)) ** 0.5, **near)
    assert found.day == pytest.approx(((squares.sum() + 4 * 0.2**2) / (days + 4)) ** 0.5, **near)
    prior = noise.day**2
    memory = (pairs + 1.5 * prior) / (squares[:-1].sum() + 5 * prior)
    assert found.memory == pytest.approx(min(max(memory, 0), 0.9), **near)
