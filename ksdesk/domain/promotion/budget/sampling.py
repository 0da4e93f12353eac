"""Draws from the posterior of the response model.

Hamiltonian Monte Carlo (R. Neal, "MCMC using Hamiltonian dynamics", 2011): a point is pushed in a
random direction, rolls for some steps over minus the log of the posterior, and stays where it comes
to rest with a chance that makes up for what the steps were off. It moves in coordinates in which
the posterior is about round, so that few steps carry it across. A few weeks leave curves possible
that are far from any bell around the best one: taken for such a bell, what a way brings beyond the
spending that was seen comes out too sure, and the proposed mix is worse.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from ksdesk.domain.progress import Progress
from ksdesk.domain.promotion.budget.history import Floats
from ksdesk.domain.promotion.budget.model import Model, Point

_CHAINS: Final = 32
_FEWEST: Final = 8
_MOST_CELLS: Final = 22_000
"""Chains × days × ways that are worked out at once: a long history has fewer chains."""
_SETTLING: Final = 6
_KEPT: Final = 14
"""Pushes of each chain, before and while its draws are kept."""
_STEPS: Final = 8
_STEP: Final = 0.25
_ACCEPTED: Final = 0.8
"""Of the pushes; where it is less, steps become shorter while the chains settle."""
_INSIDE: Final = 0.8
"""Chains begin a little inside the bell, whose tails may be too far out."""


def chains(model: Model) -> int:
    """How many run beside each other."""
    return int(np.clip(_MOST_CELLS // (len(model.data.sales) * model.ways), _FEWEST, _CHAINS))


def sampled(
    model: Model, point: Point, count: int, random: np.random.Generator, progress: Progress
) -> Floats:
    """[draw, parameter]: of `count` chains around a point that was found. The spreads of the noise
    stay as they are there."""
    centre, turn = np.r_[point.p, point.day], _rounded(point)

    def sloped(z: Floats) -> tuple[Floats, Floats]:
        x = centre + z @ turn
        slope = model.slope(x[:, : model.size], x[:, model.size :], point.noise)
        return slope.value, np.hstack([slope.by_p, slope.by_day]) @ turn.T

    kept, length = [], _STEP
    z = _INSIDE * random.standard_normal((count, len(centre)))
    # Some pushes run out of all bounds: they are not accepted.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        height, slope = sloped(z)
        for push in range(_SETTLING + _KEPT):
            progress.check()
            speed = random.standard_normal(z.shape)
            energy = height + (speed**2).sum(1) / 2
            step = length * random.uniform(0.7, 1.2, (count, 1))
            there, steep = z, slope
            for _ in range(_STEPS):
                speed = speed - step / 2 * steep
                there = there + step * speed
                top, steep = sloped(there)
                speed = speed - step / 2 * steep
            chance = np.exp(np.minimum(energy - top - (speed**2).sum(1) / 2, 0))
            chance = np.where(np.isfinite(chance), chance, 0)
            taken = random.random(count) < chance
            z = np.where(taken[:, None], there, z)
            slope = np.where(taken[:, None], steep, slope)
            height = np.where(taken, top, height)
            if push < _SETTLING:
                length *= np.exp(0.4 * (chance.mean() - _ACCEPTED))
            else:
                kept.append((centre + z @ turn)[:, : model.size])
    return np.vstack(kept)


def _rounded(point: Point) -> Floats:
    """Of the coordinates: parameters, then day factors, are `centre + z @ turn` of z, in which the
    posterior curves alike in all directions."""
    size = len(point.p)
    curve = np.zeros((size + len(point.day),) * 2)
    curve[:size, :size] = point.curve_p
    curve[size:, :size] = point.curve_mixed
    curve[:size, size:] = point.curve_mixed.T
    curve[size:, size:] = (
        np.diag(point.curve_day) + np.diag(point.beside, 1) + np.diag(point.beside, -1)
    )
    turn: Floats = np.linalg.inv(np.linalg.cholesky(curve))
    return turn
