"""The response model: total and attributed sales of a day explained together.

    total      = (base + what each way brings) × the day's factor
    attributed = (what the way brings × its bias + a cut of the base) × the same factor

A way brings r(a) = β aˢ / (κˢ + aˢ) of what is spent and carried over, a = spend + θ · a of the
day before. The day's factor is an AR(1) in logs that all series share. Nothing depends on the
name of a way: all have one prior, in units of the shop's own spending.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from ksdesk.domain.promotion.budget.history import LAGS, Floats, Scaled

KINDS: Final = 6
LEVEL, HALF, SHAPE, CARRY, BIAS, CUT = range(KINDS)
"""What is fitted of each way: log of the attributed sales at its usual spending; log κ; log s;
logit θ; log of the bias; log of the cut of the base."""
_CENTRE: Final = {HALF: np.log(0.8), SHAPE: np.log(1.35), CARRY: -1.4, BIAS: 0.0, CUT: np.log(0.01)}
_SPREAD: Final = {HALF: 0.8, SHAPE: 0.35, CARRY: 0.8, BIAS: 0.35, CUT: 1.2}
_TOP: Final = (np.log(2.0), 0.9)
"""Of log β, in mean daily spends."""
_TAIL: Final = 4.0
"""Degrees of freedom of Student's t, for days that are unlike others."""


@dataclass(slots=True)
class Noise:
    """Spreads that are fitted beside the rest."""

    attributed: float = 0.2
    total: float = 0.12
    day: float = 0.2
    memory: float = 0.4


@dataclass(slots=True)
class Point:
    """Parameters, the day factors, and all that is computed at them."""

    p: Floats
    day: Floats
    noise: Noise
    value: float = np.inf
    """Minus the log of the posterior, up to a constant."""
    gradient: Floats = field(default_factory=lambda: np.zeros(0))
    curve: Floats = field(default_factory=lambda: np.zeros(0))
    parts: tuple[Floats, ...] = ()


class Model:
    def __init__(self, data: Scaled) -> None:
        self.data = data
        self.ways = len(data.ways)
        self.terms = data.base.shape[1]
        self.size = self.terms + KINDS * self.ways
        usual = np.where(data.running, np.log(np.maximum(data.spent[0], 1e-12)), 0).sum(0)
        self.usual = usual / data.running.sum(0)
        """Log of the spending at which a way's level is measured."""
        seen = np.where(data.running, data.attributed, 0).sum(0) / data.running.sum(0)
        self.least = np.maximum(0.02 * seen, 1e-6)
        """Added to attributed sales before the log: a day may have none."""
        self.seen = np.log(np.maximum(seen, 1e-4))
        self.log_attributed = np.log(data.attributed + self.least)
        self.root_sales = np.sqrt(data.sales)
        ratio = np.log(data.sales_unit / data.spend_unit)
        self.top_centre = _TOP[0] - ratio

    def of(self, p: Floats, kind: int) -> Floats:
        start = self.terms + kind * self.ways
        return p[..., start : start + self.ways]

    def at(self, kind: int) -> slice:
        start = self.terms + kind * self.ways
        return slice(start, start + self.ways)

    def start(self, shape: float, half: float) -> Floats:
        p = np.zeros(self.size)
        p[0] = np.log(0.7)
        p[self.at(LEVEL)] = self.seen
        for kind, centre in _CENTRE.items():
            p[self.at(kind)] = centre
        p[self.at(SHAPE)], p[self.at(HALF)] = np.log(shape), np.log(half)
        return p

    def steady(self, p: Floats, x: Floats) -> Floats:
        """[draw, way, amount]: sales that a steady spending x[way, amount] brings, both in units;
        p is [draw, parameter]."""
        carry = 1 / (1 + np.exp(-self.of(p, CARRY)))
        shape = np.exp(self.of(p, SHAPE))[..., None]
        half = self.of(p, HALF)[..., None]
        level = self.of(p, LEVEL) - self.of(p, BIAS)
        full = (1 - carry ** (LAGS + 1)) / (1 - carry)
        logs = np.log(np.maximum(x, 1e-300)) + np.log(full)[..., None]
        part = _log_share(shape * (logs - half))
        usual = _log_share(shape * (self.usual[:, None] - half))
        return np.where(x > 0, np.exp(level[..., None] + part - usual), 0.0)

    def evaluate(self, p: Floats, day: Floats, noise: Noise) -> Point:
        """Value, gradient and Gauss–Newton curvature at these parameters."""
        data, ways = self.data, self.ways
        point = Point(p, day, noise)
        days = len(day)
        carry = 1 / (1 + np.exp(-self.of(p, CARRY)))
        lags = np.arange(LAGS + 1)[:, None]
        decay = carry**lags
        stock = np.einsum("ltc,lc->tc", data.spent, decay)
        slope = np.einsum("ltc,lc->tc", data.spent, lags * decay) * (1 - carry)
        shape, half = np.exp(self.of(p, SHAPE)), self.of(p, HALF)
        logs = np.log(np.maximum(stock, 1e-9))
        z, z0 = shape * (logs - half), shape * (self.usual - half)
        share, share0 = 1 / (1 + np.exp(-z)), 1 / (1 + np.exp(-z0))
        brought = np.exp(self.of(p, LEVEL) + _log_share(z) - _log_share(z0))
        brought = np.where(stock > 1e-9, brought, 0.0)
        # Derivatives of log(brought) by log κ, log s and logit θ.
        by_half = shape * (share - share0)
        by_shape = (1 - share) * z - (1 - share0) * z0
        by_carry = shape * (1 - share) * slope / np.maximum(stock, 1e-9)
        base = np.exp(np.clip(data.base @ p[: self.terms], -8, 8))
        bias, cut = np.exp(-self.of(p, BIAS)), np.exp(self.of(p, CUT))

        # attributed sales, in logs
        own = brought + cut * base[:, None]
        seen = own + self.least
        error = (self.log_attributed - np.log(seen) - day[:, None]) / noise.attributed
        ja = np.zeros((days, ways, self.size))
        w = np.arange(ways)
        rate = brought / seen
        ja[:, w, self.terms + LEVEL * ways + w] = rate
        ja[:, w, self.terms + HALF * ways + w] = rate * by_half
        ja[:, w, self.terms + SHAPE * ways + w] = rate * by_shape
        ja[:, w, self.terms + CARRY * ways + w] = rate * by_carry
        ja[:, w, self.terms + CUT * ways + w] = cut * base[:, None] / seen
        ja[:, :, : self.terms] = (cut * base[:, None] / seen)[:, :, None] * data.base[:, None, :]
        # total sales, as roots: their chance part grows with the count of orders
        real = brought * bias
        level = base + real.sum(1)
        root = np.sqrt(level) * np.exp(day / 2)
        miss = (self.root_sales - root) / noise.total
        jt = np.zeros((days, self.size))
        each = (root / level / 2)[:, None]
        jt[:, : self.terms] = each * base[:, None] * data.base
        jt[:, self.at(LEVEL)] = each * real
        jt[:, self.at(BIAS)] = -each * real
        jt[:, self.at(HALF)] = each * real * by_half
        jt[:, self.at(SHAPE)] = each * real * by_shape
        jt[:, self.at(CARRY)] = each * real * by_carry
        nt = root / 2

        running = data.running
        wa = np.where(running, (_TAIL + 1) / (_TAIL + error**2), 0) / noise.attributed
        wt = (_TAIL + 1) / (_TAIL + miss**2) / noise.total
        value = (
            (_TAIL + 1)
            / 2
            * (np.log1p(error**2 / _TAIL)[running].sum() + np.log1p(miss**2 / _TAIL).sum())
        )
        gp = -np.einsum("tc,tcp->p", wa * error, ja) - (wt * miss) @ jt
        gn = -(wa * error).sum(1) - wt * miss * nt
        wa, wt = wa / noise.attributed, wt / noise.total
        flat = ja.reshape(-1, self.size)
        hpp = flat.T @ (wa.reshape(-1, 1) * flat) + jt.T @ (wt[:, None] * jt)
        hnp = np.einsum("tc,tcp->tp", wa, ja) + (wt * nt)[:, None] * jt
        hn = wa.sum(1) + wt * nt**2

        more, gm, hm = self._prior(p)
        precision = self.memory(noise)
        value += more + 0.5 * day @ precision @ day
        gp, hpp = gp + gm, hpp + hm
        gn = gn + precision @ day
        point.value = float(value)
        point.gradient = np.r_[gn, gp]
        hnn = precision + np.diag(hn)
        point.curve = np.block([[hnn, hnp], [hnp.T, hpp]])
        point.parts = (error, miss, ja, jt, nt, wa * noise.attributed**2, wt * noise.total**2)
        return point

    def memory(self, noise: Noise) -> Floats:
        """Precision of the day factors."""
        gaps = self.data.gaps
        keep = noise.memory**gaps
        variance = noise.day**2 * (1 - keep**2)
        variance[0] = noise.day**2
        keep = keep[1:]
        precision = np.diag(1 / variance)
        rows = np.arange(len(keep))
        precision[rows, rows] += keep**2 / variance[1:]
        precision[rows, rows + 1] -= keep / variance[1:]
        precision[rows + 1, rows] -= keep / variance[1:]
        return precision

    def _prior(self, p: Floats) -> tuple[float, Floats, Floats]:
        gradient, curve = np.zeros(self.size), np.zeros((self.size, self.size))
        spread = self.data.base_spread
        off = p[: self.terms] / spread
        value = 0.5 * off @ off
        gradient[: self.terms] = off / spread
        np.fill_diagonal(curve[: self.terms, : self.terms], spread**-2.0)
        for kind, centre in _CENTRE.items():
            off = (self.of(p, kind) - centre) / _SPREAD[kind]
            value += 0.5 * off @ off
            place = np.arange(self.size)[self.at(kind)]
            gradient[place] += off / _SPREAD[kind]
            curve[place, place] += _SPREAD[kind] ** -2.0
        # log β = level − bias − log share at the usual spending
        shape, half = np.exp(self.of(p, SHAPE)), self.of(p, HALF)
        z0 = shape * (self.usual - half)
        rest = 1 - 1 / (1 + np.exp(-z0))
        top = self.of(p, LEVEL) - self.of(p, BIAS) - _log_share(z0)
        off = (top - self.top_centre) / _TOP[1]
        value += 0.5 * off @ off
        for way in range(self.ways):
            j = np.zeros(self.size)
            for kind, slope in (
                (LEVEL, 1.0),
                (BIAS, -1.0),
                (HALF, rest[way] * shape[way]),
                (SHAPE, -rest[way] * z0[way]),
            ):
                j[self.terms + kind * self.ways + way] = slope / _TOP[1]
            gradient += j * off[way]
            curve += np.outer(j, j)
        return float(value), gradient, curve


def _log_share(z: Floats) -> Floats:
    """log(1 / (1 + e^-z)) without overflow."""
    return -np.logaddexp(0, -z)
