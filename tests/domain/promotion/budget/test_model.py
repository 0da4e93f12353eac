"""The response model is what its description says: curve, carry-over, memory and slopes."""

from __future__ import annotations

import numpy as np
import pytest
from shops import TWO, history, without

from ksdesk.domain.promotion.budget.history import LAGS, scaled
from ksdesk.domain.promotion.budget.model import (
    BEND,
    BIAS,
    CARRY,
    CUT,
    HALF,
    LEVEL,
    SHAPE,
    Model,
    Noise,
    _share,
)


@pytest.fixture(scope="module")
def model() -> Model:
    told = history(TWO, days=40)
    return Model(scaled(without(told, np.isin(np.arange(40), (7, 8, 20))), ("one", "two")))


@pytest.fixture(scope="module")
def point(model: Model):
    """Somewhere beside the likeliest place, so that nothing is 0 there by chance."""
    random = np.random.default_rng(8)
    p = model.start(1.3, 0.8) + random.normal(0, 0.15, model.size)
    return p, random.normal(0, 0.1, len(model.root_sales)), Noise(0.25, 0.15, 0.3, 0.5)


def test_its_slopes_are_those_of_its_value(model: Model, point) -> None:
    p, day, noise = point
    step = 1e-5

    def changes(of_day: bool) -> np.ndarray:
        size = len(day) if of_day else len(p)
        found = []
        for number in range(size):
            move = np.zeros(size)
            move[number] = step
            values = [
                model.evaluate(*((p, day + m) if of_day else (p + m, day)), noise).value
                for m in (move, -move)
            ]
            found.append((values[0] - values[1]) / (2 * step))
        return np.array(found)

    here = model.evaluate(p, day, noise)
    np.testing.assert_allclose(here.by_p, changes(of_day=False), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(here.by_day, changes(of_day=True), rtol=1e-4, atol=1e-5)


def test_its_curvature_is_that_of_what_is_left_unexplained(model: Model, point) -> None:
    p, day, noise = point
    here = model.evaluate(p, day, noise)
    step = 1e-6
    whole = np.zeros((len(p) + len(day), len(p) + len(day)))
    errors, misses = [], []
    for number in range(len(whole)):
        move = np.zeros(len(whole))
        move[number] = step
        ends = [model.evaluate(p + m[: len(p)], day + m[len(p) :], noise).at for m in (move, -move)]
        errors.append((ends[0].error - ends[1].error).ravel() / (2 * step))
        misses.append((ends[0].miss - ends[1].miss) / (2 * step))
    for slopes, weight in ((errors, here.at.tail_a.ravel()), (misses, here.at.tail_t)):
        whole += np.array(slopes) * weight @ np.array(slopes).T
    diagonal, beside = model.memory(noise)
    split = len(p)
    near = {"rtol": 1e-3, "atol": 1e-3}
    np.testing.assert_allclose(here.curve_mixed, whole[split:, :split], **near)
    np.testing.assert_allclose(here.curve_day, diagonal + np.diag(whole)[split:], **near)
    np.testing.assert_allclose(here.beside, beside)
    prior = here.curve_p - whole[:split, :split]
    assert np.linalg.eigvalsh(prior).min() > -1e-2


def test_days_remember_each_other_less_the_further_they_are_apart(model: Model) -> None:
    noise = Noise(day=0.3, memory=0.6)
    place = np.cumsum(model.data.gaps)
    assert set(model.data.gaps) == {1, 2, 3}
    apart = abs(place[:, None] - place[None, :])
    diagonal, beside = model.memory(noise)
    precision = np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)
    np.testing.assert_allclose(precision, np.linalg.inv(0.3**2 * 0.6**apart), rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("bend", [-0.5, 0.0, 0.7, 6.0])
def test_half_is_brought_at_the_half_and_slopes_are_those_of_the_part(bend: float) -> None:
    z, bends = np.linspace(-3, 3, 7), np.full(7, bend)
    share, by_z, by_bend = _share(z, bends)
    assert share[3] == pytest.approx(0.5)
    assert (np.diff(share) > 0).all()
    step = 1e-6
    up, down = _share(z + step, bends)[0], _share(z - step, bends)[0]
    np.testing.assert_allclose(by_z, np.log(up / down) / (2 * step), rtol=1e-4)
    up, down = _share(z, bends + step)[0], _share(z, bends - step)[0]
    np.testing.assert_allclose(by_bend, np.log(up / down) / (2 * step), rtol=1e-4, atol=1e-7)


def test_the_curve_is_hills_at_one_end_and_exponential_at_the_other() -> None:
    z = np.linspace(-3, 3, 7)
    hill, flat = _share(z, np.zeros(7))[0], _share(z, np.full(7, 12.0))[0]
    np.testing.assert_allclose(hill, np.exp(z) / (1 + np.exp(z)))
    np.testing.assert_allclose(flat, 1 - 2 ** -np.exp(z), rtol=1e-4)


def test_a_steady_spending_brings_what_its_description_says(model: Model) -> None:
    p = model.start(1.4, 0.6)
    p[model.at(LEVEL)], p[model.at(BIAS)] = np.log([0.3, 0.2]), np.log([1.0, 1.5])
    p[model.at(CARRY)], p[model.at(BEND)] = np.log(0.25 / 0.75), 0.0
    p[model.at(SHAPE)], p[model.at(HALF)] = np.log(1.4), np.log(0.6)
    x = np.array([[0.0, 0.4, 0.8], [0.0, 0.4, 0.8]])
    found = model.steady(p[None, :], x)[0]
    carried = x * sum(0.25**lag for lag in range(LAGS + 1))

    def hill(a: np.ndarray) -> np.ndarray:
        return a**1.4 / (0.6**1.4 + a**1.4)

    usual = np.exp(model.usual)[:, None]
    level = np.array([[0.3], [0.2 / 1.5]])
    np.testing.assert_allclose(found, level * hill(carried) / hill(usual), rtol=1e-9)
    assert (found[:, 0] == 0).all()


def told(p: np.ndarray, model: Model, kind: int, way: int) -> float:
    return float(p[model.terms + kind * model.ways + way])


def part(a: float, half: float, shape: float, bend: float) -> float:
    """What is brought of the top, as the model's description says: half of it at the half."""
    nu = np.exp(bend)
    u = nu * (2 ** (1 / nu) - 1) * (a / np.exp(half)) ** np.exp(shape)
    return float(1 - (1 + u / nu) ** -nu)


def test_sales_are_made_of_what_the_description_names(model: Model, point) -> None:
    """Day by day and way by way: the base, what ways bring of what is carried over, the cut."""
    p, day, noise = point
    data, found = model.data, model.explained(p, day, noise)
    for n in range(len(day)):
        base = np.exp(p[: model.terms] @ data.base[n])
        level = base
        for way in range(model.ways):
            kinds = (LEVEL, HALF, SHAPE, CARRY, BIAS, CUT, BEND)
            top, half, shape, carry, bias, cut, bend = (told(p, model, k, way) for k in kinds)
            theta = 1 / (1 + np.exp(-carry))
            stock = sum(theta**lag * data.spent[lag, n, way] for lag in range(LAGS + 1))
            usual = np.exp(model.usual[way])
            brought = np.exp(top) * part(stock, half, shape, bend) / part(usual, half, shape, bend)
            assert found.brought[n, way] == pytest.approx(brought if stock > 1e-9 else 0, rel=1e-6)
            assert found.cut[n, way] == pytest.approx(np.exp(cut) * base)
            seen = brought + np.exp(cut) * base + model.least[way]
            assert found.seen[n, way] == pytest.approx(seen)
            error = np.log(data.attributed[n, way] + model.least[way]) - np.log(seen) - day[n]
            assert found.error[n, way] == pytest.approx(error / noise.attributed)
            tail = 5 / (4 + (error / noise.attributed) ** 2) if data.reported[n, way] else 0
            assert found.tail_a[n, way] == pytest.approx(tail)
            level += brought / np.exp(bias)
        assert found.level[n] == pytest.approx(level)
        miss = (np.sqrt(data.sales[n]) - np.sqrt(level * np.exp(day[n]))) / noise.total
        assert found.miss[n] == pytest.approx(miss)
        assert found.tail_t[n] == pytest.approx(5 / (4 + miss**2))


def test_its_value_is_what_is_unexplained_with_the_days_and_what_was_expected(
    model: Model, point
) -> None:
    p, day, noise = point
    found, prior = model.explained(p, day, noise), model._prior(p)[0]
    diagonal, beside = model.memory(noise)
    precision = np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)
    odd = 2.5 * np.log(1 + found.error[model.data.reported] ** 2 / 4).sum()
    odd += 2.5 * np.log(1 + found.miss**2 / 4).sum()
    value = model.slope(p, day, noise).value
    assert value == pytest.approx(odd + prior + day @ precision @ day / 2)


def test_a_way_is_expected_to_bring_two_and_a_half_daily_spends_at_most(model: Model) -> None:
    """In fen, whatever its name and whatever the shop sells."""
    p = model.start(1.3, 0.8)
    p[model.at(BIAS)] = np.log([0.8, 1.6])
    off = model._top(p)[0]
    p[model.at(LEVEL)] -= 0.7 * off
    np.testing.assert_allclose(model._top(p)[0], 0, atol=1e-9)
    brought = model.steady(p[None, :], np.full((2, 1), 1e9))[0, :, 0] * model.data.sales_unit
    np.testing.assert_allclose(brought / model.data.spend_unit, 2.5, rtol=1e-4)


def test_what_is_expected_is_likeliest_in_the_middle(model: Model) -> None:
    p = model.start(1.35, 1.0)
    p[0] = 0
    p[model.at(LEVEL)] -= 0.7 * model._top(p)[0]
    assert model._prior(p)[0] == pytest.approx(0, abs=1e-9)
    for place in range(model.size):
        for way in (-0.1, 0.1):
            there = p.copy()
            there[place] += way
            assert model._prior(there)[0] > 1e-5
    curve = model._prior_curve(p)
    step, eye = 1e-4, np.eye(model.size)
    slopes = [(model._prior(p + step * e)[1] - model._prior(p - step * e)[1]) / (2 * step)
              for e in eye]  # fmt: skip
    np.testing.assert_allclose(curve, slopes, rtol=1e-4, atol=1e-5)


def test_several_points_at_once_are_each_by_itself(model: Model, point) -> None:
    p, day, noise = point
    both = model.slope(np.array([p, p + 0.1]), np.array([day, day - 0.1]), noise)
    for place, alone in enumerate(
        (model.slope(p, day, noise), model.slope(p + 0.1, day - 0.1, noise))
    ):
        assert both.value[place] == pytest.approx(alone.value)
        np.testing.assert_allclose(both.by_p[place], alone.by_p)
        np.testing.assert_allclose(both.by_day[place], alone.by_day)
