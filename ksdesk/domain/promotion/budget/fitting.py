"""Finding the model's parameters, and what else the history leaves possible."""

from __future__ import annotations

from typing import Final

import numpy as np

from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.promotion.budget.history import Floats
from ksdesk.domain.promotion.budget.model import LEVEL, Model, Noise, Point
from ksdesk.domain.promotion.budget.sampling import chains, sampled

_STARTS: Final = ((1.2, 0.8), (2.0, 0.5), (0.9, 2.0))
"""Shape and half-way spending from which the search begins."""
_ROUNDS: Final = 40
_SEED: Final = 20210


def draws(model: Model, progress: Progress = QUIET) -> Floats:
    """[draw, parameter]: what the history leaves possible. Chains begin at the places that the
    search found, as many as each holds of the posterior (Laplace)."""
    found, heights = [], []
    for done, start in enumerate(_STARTS):
        progress.check()
        progress.report(done, 2 * len(_STARTS))
        point = climbed(model, model.start(*start))
        found.append(point)
        size = np.log(np.diag(np.linalg.cholesky(reduced(point)))).sum()
        heights.append(-evidence(model, point) - size)
    share = np.exp(np.array(heights) - max(heights))
    random = np.random.default_rng(_SEED)
    count = random.multinomial(chains(model), _distinct(found, share))
    each = []
    for done, (point, n) in enumerate(zip(found, count, strict=True)):
        progress.report(done + len(_STARTS), 2 * len(_STARTS))
        if n:
            drawn = sampled(model, point, int(n), random, progress)
            # From the median day to the mean one.
            drawn[:, model.at(LEVEL)] += point.noise.day**2 / 2
            each.append(drawn)
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
    point = model.evaluate(p, np.zeros(len(model.data.sales)), Noise())
    damping = 1.0
    for turn in range(_ROUNDS):
        by_day, by_p = _step(point, damping)
        day, p = point.day - np.clip(by_day, -1.5, 1.5), point.p - np.clip(by_p, -1.5, 1.5)
        trial = model.evaluate(p, day, point.noise)
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


def _step(point: Point, damping: float) -> tuple[Floats, Floats]:
    both = np.column_stack([point.curve_mixed, point.by_day])
    solved = _solved(point.curve_day * (1 + damping), point.beside, both)
    inner: Floats = solved[:, :-1]
    alone: Floats = solved[:, -1]
    curve = point.curve_p + damping * np.diag(np.diag(point.curve_p)) - point.curve_mixed.T @ inner
    pull: Floats = point.by_p - point.curve_mixed.T @ alone
    by_p = np.asarray(np.linalg.solve(curve, pull), dtype=np.float64)
    by_day: Floats = alone - inner @ by_p
    return by_day, by_p


def _solved(diagonal: Floats, beside: Floats, right: Floats) -> Floats:
    """Of a system in which each row meets only its neighbours."""
    right, pivot = right.copy(), diagonal.tolist()
    ratio = [0.0] * len(pivot)
    off = beside.tolist()
    for row in range(1, len(pivot)):
        ratio[row] = off[row - 1] / pivot[row - 1]
        pivot[row] -= ratio[row] * off[row - 1]
        right[row] -= ratio[row] * right[row - 1]
    right /= np.array(pivot)[:, None]
    for row in range(len(pivot) - 2, -1, -1):
        right[row] -= ratio[row + 1] * right[row + 1]
    return right


def _inverse(diagonal: Floats, beside: Floats) -> tuple[Floats, Floats, float]:
    """Of such a system: the inverse's diagonal, what is beside it, and the log of the size."""
    down, up, off = diagonal.tolist(), diagonal.tolist(), beside.tolist()
    for row in range(1, len(down)):
        down[row] -= off[row - 1] ** 2 / down[row - 1]
    for row in range(len(up) - 2, -1, -1):
        up[row] -= off[row] ** 2 / up[row + 1]
    pivot = np.array(down)
    inner: Floats = 1 / (pivot + np.array(up) - diagonal)
    close: Floats = -beside / pivot[:-1] * inner[1:]
    return inner, close, float(np.log(pivot).sum())


def reduced(point: Point) -> Floats:
    """Precision of the parameters with the day factors integrated out."""
    inner = _solved(point.curve_day, point.beside, point.curve_mixed)
    result: Floats = point.curve_p - point.curve_mixed.T @ inner
    return result


def evidence(model: Model, point: Point) -> float:
    """Value with the spreads' own part and the day factors integrated out."""
    noise, data = point.noise, model.data
    *_, size = _inverse(point.curve_day, point.beside)
    *_, prior = _inverse(*model.memory(noise))
    spreads = data.reported.sum() * np.log(noise.attributed) + len(point.day) * np.log(noise.total)
    return float(point.value + spreads + (size - prior) / 2)


def _noise(model: Model, point: Point) -> Noise:
    """One step of expectation and maximisation."""
    noise, at, seen = point.noise, point.at, model.data.reported
    day, days = point.day, len(point.day)
    inner = _solved(point.curve_day, point.beside, point.curve_mixed)
    root = np.linalg.inv(np.linalg.cholesky(point.curve_p - point.curve_mixed.T @ inner)).T
    alone, close, _ = _inverse(point.curve_day, point.beside)
    moved = inner @ root
    # How uncertain each residual is, with parameters and day factors moving together.
    va = (((point.ja - inner) @ root) ** 2).sum(2).T + alone[:, None]
    nt = at.root / 2
    vt = (((point.jt - nt[:, None] * inner) @ root) ** 2).sum(1) + nt**2 * alone
    sa = (at.tail_a * ((at.error * noise.attributed) ** 2 + va))[seen].sum()
    st = (at.tail_t * ((at.miss * noise.total) ** 2 + vt)).sum()
    square = day**2 + alone + (moved**2).sum(1)
    both = (day[1:] * day[:-1] + close + (moved[1:] * moved[:-1]).sum(1)).sum()
    # As if a few days had been seen before: short histories say little about spreads.
    memory = (both + 1.5 * noise.day**2) / (square[:-1].sum() + 5 * noise.day**2)
    return Noise(
        attributed=float(np.sqrt((sa + 4 * 0.2**2) / (seen.sum() + 4))),
        total=float(np.sqrt((st + 4 * 0.1**2) / (days + 4))),
        day=float(np.sqrt((square.sum() + 4 * 0.2**2) / (days + 4))),
        memory=float(np.clip(memory, 0.0, 0.9)),
    )
