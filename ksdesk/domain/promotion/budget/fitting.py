"""Finding the model's parameters, and how far they may be off (Laplace)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from ksdesk.domain.promotion.budget.history import Floats
from ksdesk.domain.promotion.budget.model import Model, Noise, Point

_STARTS: Final = ((1.2, 0.8), (2.0, 0.5), (0.9, 2.0))
"""Shape and half-way spending from which the search begins."""
_ROUNDS: Final = 40
_DRAWS: Final = 400
_SEED: Final = 20210


def draws(model: Model) -> Floats:
    """[draw, parameter]: what the history leaves possible."""
    found = [climbed(model, model.start(*start)) for start in _STARTS]
    heights, spreads = [], []
    for point in found:
        factor = np.linalg.cholesky(reduced(point))
        heights.append(-evidence(model, point) - np.log(np.diag(factor)).sum())
        spreads.append(factor)
    share = np.exp(np.array(heights) - max(heights))
    random = np.random.default_rng(_SEED)
    count = random.multinomial(_DRAWS, _distinct(found, share))
    each = []
    for point, factor, n in zip(found, spreads, count, strict=True):
        normal = random.standard_normal((n, model.size))
        each.append(point.p + np.linalg.solve(factor.T, normal.T).T)
    return np.vstack(each)


def _distinct(found: list[Point], share: Floats) -> Floats:
    """Starts that led to the same place count once."""
    share = share.copy()
    for one in range(len(found)):
        for other in range(one):
            if np.abs(found[one].p - found[other].p).max() < 0.1:
                share[one] = 0
    shares: Floats = share / share.sum()
    return shares


def climbed(model: Model, p: Floats) -> Point:
    """Levenberg–Marquardt, the spreads of the noise brought up to date on the way."""
    days = len(model.data.sales)
    point = model.evaluate(p, np.zeros(days), Noise())
    damping = 1.0
    for turn in range(_ROUNDS):
        curve = point.curve + damping * np.diag(np.diag(point.curve))
        step = np.linalg.solve(curve, point.gradient)
        step = np.clip(step, -1.5, 1.5)
        trial = model.evaluate(point.p - step[days:], point.day - step[:days], point.noise)
        if trial.value < point.value:
            gain, point = point.value - trial.value, trial
            damping = max(damping / 5, 1e-6)
            if turn % 2:
                point = model.evaluate(point.p, point.day, _noise(model, point))
            elif gain < 1e-3 and turn > 12:
                break
        elif damping > 1e6:
            break
        else:
            damping *= 4
    return point


def reduced(point: Point) -> Floats:
    """Precision of the parameters with the day factors integrated out."""
    days = len(point.day)
    curve = point.curve
    inner = np.linalg.solve(curve[:days, :days], curve[:days, days:])
    result: Floats = curve[days:, days:] - curve[days:, :days] @ inner
    return result


def evidence(model: Model, point: Point) -> float:
    """Value with the spreads' own part and the day factors integrated out."""
    noise, data, days = point.noise, model.data, len(point.day)
    _, size = np.linalg.slogdet(point.curve[:days, :days])
    _, prior = np.linalg.slogdet(model.memory(noise))
    spreads = data.running.sum() * np.log(noise.attributed) + days * np.log(noise.total)
    return float(point.value + spreads + (size - prior) / 2)


def _noise(model: Model, point: Point) -> Noise:
    """One step of expectation and maximisation."""
    days, noise, running = len(point.day), point.noise, model.data.running
    error, miss, ja, jt, nt, wa, wt = point.parts
    spread = np.linalg.inv(point.curve)
    pp, nn, pn = spread[days:, days:], np.diag(spread)[:days], spread[days:, :days]
    va = np.einsum("tcp,pq,tcq->tc", ja, pp, ja, optimize=True) + nn[:, None]
    va += 2 * np.einsum("tcp,pt->tc", ja, pn)
    vt = np.einsum("tp,pq,tq->t", jt, pp, jt, optimize=True) + nt**2 * nn
    vt += 2 * nt * np.einsum("tp,pt->t", jt, pn)
    sa = (wa * ((error * noise.attributed) ** 2 + va))[running].sum()
    st = (wt * ((miss * noise.total) ** 2 + vt)).sum()
    day, close = point.day, np.diag(spread, 1)[: days - 1]
    both = (day[1:] * day[:-1] + close).sum()
    square = day**2 + nn
    memory = (both + 5 * 0.3) / (square[:-1].sum() + 5) if days > 2 else 0.3
    return replace(
        noise,
        attributed=float(np.sqrt((sa + 4 * 0.2**2) / (running.sum() + 4))),
        total=float(np.sqrt((st + 4 * 0.1**2) / (days + 4))),
        day=float(np.sqrt((square.sum() + 4 * 0.2**2) / (days + 4))),
        memory=float(np.clip(memory, 0.0, 0.9)),
    )
