"""The response model: total and attributed sales of a day explained together.

    total      = (base + what each way brings) × the day's factor
    attributed = (what the way brings × its bias + a cut of the base) × the same factor

A way brings r(a) = β (1 − (1 + u/ν)^-ν) with u ~ (a/κ)ˢ of what is spent and carried over,
a = spend + θ · a of the day before: with ν = 1 that is Hill's curve, with a large ν 1 − exp(−u).
The day's factor is an AR(1) in logs that all series share. Nothing depends on the name of a way:
all have one prior, in units of the shop's own spending.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from ksdesk.domain.promotion.budget.history import LAGS, Floats, Scaled

KINDS: Final = 7
LEVEL, HALF, SHAPE, CARRY, BIAS, CUT, BEND = range(KINDS)
"""What is fitted of each way: log of the attributed sales at its usual spending; log κ; log s;
logit θ; log of the bias; log of the cut of the base; log ν."""
_CENTRE: Final = {
    HALF: 0.0,
    SHAPE: np.log(1.35),
    CARRY: -1.4,
    BIAS: 0.0,
    CUT: np.log(0.01),
    BEND: 0.7,
}
_SPREAD: Final = {HALF: 0.7, SHAPE: 0.35, CARRY: 0.8, BIAS: 0.35, CUT: 1.2, BEND: 0.8}
_TOP: Final = (np.log(2.5), 0.7)
"""Of log β, in mean daily spends."""
_UNREPORTED: Final = 0.1
"""Part of the sales from which the search for a way without reported sales begins."""
_TAIL: Final = 4.0
"""Degrees of freedom of Student's t, for days that are unlike others."""


@dataclass(slots=True)
class Noise:
    """Spreads that are fitted beside the rest."""

    attributed: float = 0.2
    total: float = 0.12
    day: float = 0.2
    memory: float = 0.4


class Explained(NamedTuple):
    """What sales are made of at a point, and what stays unexplained: [..., day] or
    [..., day, way]. The dots stand for as many points as are asked about at once."""

    brought: Floats
    """Attributed sales without the cut of the base, of the median day."""
    slopes: Mapping[int, Floats]
    """How the log of it changes with the parameters of its way, by their kind."""
    base: Floats
    cut: Floats
    seen: Floats
    """Attributed sales."""
    real: Floats
    """Sales that the way brings: what is attributed without the bias."""
    level: Floats
    """Total sales."""
    root: Floats
    """Root of the total on this very day. Its chance part grows with the count of orders, so that
    roots have about the same spread."""
    error: Floats
    """Of log attributed sales, in spreads."""
    miss: Floats
    """Of the root of the total, in spreads."""
    tail_a: Floats
    """How much each day counts: less where it is unlike others."""
    tail_t: Floats


class Slope(NamedTuple):
    """Minus the log of the posterior, up to a constant, and how it changes; of each point."""

    value: Floats
    by_p: Floats
    by_day: Floats


@dataclass(slots=True)
class Point:
    """Parameters, the day factors, and what the posterior is there. A day factor meets only its
    neighbours, so that of their curvature the diagonal and what is beside it are enough."""

    p: Floats
    day: Floats
    noise: Noise
    value: float
    """Minus the log of the posterior, up to a constant."""
    by_p: Floats
    by_day: Floats
    curve_p: Floats
    curve_mixed: Floats
    curve_day: Floats
    beside: Floats
    at: Explained
    ja: Floats
    """[way, day, parameter]: how the log of attributed sales changes."""
    jt: Floats
    """[day, parameter]: how the root of the total changes; with the day's factor by its half."""


class Model:
    """The curve of each way out of a vector of parameters: `terms` of the base, then each kind with
    one a way. Money in units of the data."""

    def __init__(self, data: Scaled) -> None:
        self.data = data
        self.ways = len(data.ways)
        self.terms = data.base.shape[1]
        self.size = self.terms + KINDS * self.ways
        usual = np.where(data.running, np.log(np.maximum(data.spent[0], 1e-12)), 0).sum(0)
        self.usual = usual / data.running.sum(0)
        """Log of the spending at which a way's level is measured."""
        seen = np.where(data.running, data.attributed, 0).sum(0) / data.running.sum(0)
        seen = np.where(data.reported.any(0), seen, _UNREPORTED)
        self.least = np.maximum(0.02 * seen, 1e-6)
        """Added to attributed sales before the log: a day may have none."""
        self.seen = np.log(np.maximum(seen, 1e-4))
        self.log_attributed = np.log(data.attributed + self.least)
        self.root_sales = np.sqrt(data.sales)
        ratio = np.log(data.sales_unit / data.spend_unit)
        self.top_centre = _TOP[0] - ratio

    def of(self, p: Floats, kind: int) -> Floats:
        """The parameters of a kind, one a way."""
        start = self.terms + kind * self.ways
        return p[..., start : start + self.ways]

    def at(self, kind: int) -> slice:
        """Where those of a kind stand."""
        start = self.terms + kind * self.ways
        return slice(start, start + self.ways)

    def start(self, shape: float, half: float) -> Floats:
        """Parameters from which a search sets out, with one shape and half for all ways."""
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
        half, bend = self.of(p, HALF)[..., None], self.of(p, BEND)[..., None]
        level = self.of(p, LEVEL) - self.of(p, BIAS)
        full = (1 - carry ** (LAGS + 1)) / (1 - carry)
        logs = np.log(np.maximum(x, 1e-300)) + np.log(full)[..., None]
        part = np.log(_part(shape * (logs - half), bend)[-1])
        usual = np.log(_part(shape * (self.usual[:, None] - half), bend)[-1])
        return np.where(x > 0, np.exp(level[..., None] + part - usual), 0.0)

    def explained(self, p: Floats, day: Floats, noise: Noise) -> Explained:
        data = self.data
        carry = 1 / (1 + np.exp(-self.of(p, CARRY)))[..., None, :]
        lags = np.arange(LAGS + 1)[:, None]
        decay = carry**lags
        stock = np.einsum("ldw,...lw->...dw", data.spent, decay)
        slope = np.einsum("ldw,...lw->...dw", data.spent, lags * decay) * (1 - carry)
        shape, half = np.exp(self.of(p, SHAPE))[..., None, :], self.of(p, HALF)[..., None, :]
        bend = self.of(p, BEND)[..., None, :]
        z, z0 = shape * (np.log(np.maximum(stock, 1e-9)) - half), shape * (self.usual - half)
        (share, by_z, by_bend), (share0, by_z0, by_bend0) = _share(z, bend), _share(z0, bend)
        most = np.exp(self.of(p, LEVEL))[..., None, :] / share0
        brought = np.where(stock > 1e-9, most * share, 0.0)
        base = np.exp(np.clip(p[..., : self.terms] @ data.base.T, -8, 8))
        cut = np.exp(self.of(p, CUT))[..., None, :] * base[..., None]
        seen = brought + cut + self.least
        error = (self.log_attributed - np.log(seen) - day[..., None]) / noise.attributed
        real = brought * np.exp(-self.of(p, BIAS))[..., None, :]
        level = base + real.sum(-1)
        root = np.sqrt(level) * np.exp(day / 2)
        miss = (self.root_sales - root) / noise.total
        return Explained(
            brought,
            {
                LEVEL: np.ones_like(z),
                HALF: shape * (by_z0 - by_z),
                SHAPE: by_z * z - by_z0 * z0,
                CARRY: by_z * shape * slope / np.maximum(stock, 1e-9),
                BEND: by_bend - by_bend0,
            },
            base,
            cut,
            seen,
            real,
            level,
            root,
            error,
            miss,
            tail_a=np.where(data.reported, (_TAIL + 1) / (_TAIL + error**2), 0),
            tail_t=(_TAIL + 1) / (_TAIL + miss**2),
        )

    def slope(self, p: Floats, day: Floats, noise: Noise, at: Explained | None = None) -> Slope:
        """Of one point or of many: p[..., parameter], day[..., day]. `at` saves working out again
        what is explained there."""
        data, at = self.data, at or self.explained(p, day, noise)
        value, by_p = self._prior(p)
        pull_a = at.tail_a * at.error / noise.attributed
        pull_t = at.tail_t * at.miss / noise.total
        by_level = pull_t * at.root / at.level / 2
        by_brought = pull_a * at.brought / at.seen + by_level[..., None] * at.real
        for kind, by in at.slopes.items():
            by_p[..., self.at(kind)] -= (by_brought * by).sum(-2)
        by_p[..., self.at(BIAS)] += (by_level[..., None] * at.real).sum(-2)
        by_cut = pull_a * at.cut / at.seen
        by_p[..., self.at(CUT)] -= by_cut.sum(-2)
        by_p[..., : self.terms] -= (by_cut.sum(-1) + by_level * at.base) @ data.base
        inner, beside = self.memory(noise)
        pull = inner * day
        pull[..., 1:] += beside * day[..., :-1]
        pull[..., :-1] += beside * day[..., 1:]
        lost = (np.log1p(at.error**2 / _TAIL) * data.reported).sum((-2, -1))
        lost = lost + np.log1p(at.miss**2 / _TAIL).sum(-1)
        return Slope(
            value=(_TAIL + 1) / 2 * lost + value + 0.5 * (day * pull).sum(-1),
            by_p=by_p,
            by_day=pull - pull_a.sum(-1) - pull_t * at.root / 2,
        )

    def evaluate(self, p: Floats, day: Floats, noise: Noise) -> Point:
        """Value, gradient and Gauss–Newton curvature at these parameters."""
        data, ways, terms = self.data, self.ways, self.terms
        at = self.explained(p, day, noise)
        slope = self.slope(p, day, noise, at)
        ja = np.zeros((ways, len(day), self.size))
        w = np.arange(ways)
        for kind, by in at.slopes.items():
            ja[w, :, terms + kind * ways + w] = (at.brought / at.seen * by).T
        ja[w, :, terms + CUT * ways + w] = (at.cut / at.seen).T
        ja[:, :, :terms] = (at.cut / at.seen).T[:, :, None] * data.base
        each = (at.root / at.level / 2)[:, None]
        jt = np.zeros((len(day), self.size))
        jt[:, :terms] = each * at.base[:, None] * data.base
        for kind, by in at.slopes.items():
            jt[:, self.at(kind)] = each * at.real * by
        jt[:, self.at(BIAS)] = -each * at.real
        nt = at.root / 2
        wa, wt = at.tail_a / noise.attributed**2, at.tail_t / noise.total**2
        weighted = ja * wa.T[:, :, None]
        inner, beside = self.memory(noise)
        return Point(
            p,
            day,
            noise,
            value=float(slope.value),
            by_p=slope.by_p,
            by_day=slope.by_day,
            curve_p=self._prior_curve(p)
            + np.matmul(weighted.transpose(0, 2, 1), ja).sum(0)
            + jt.T @ (wt[:, None] * jt),
            curve_mixed=weighted.sum(0) + (wt * nt)[:, None] * jt,
            curve_day=inner + wa.sum(1) + wt * nt**2,
            beside=beside,
            at=at,
            ja=ja,
            jt=jt,
        )

    def memory(self, noise: Noise) -> tuple[Floats, Floats]:
        """Precision of the day factors: its diagonal and what stands beside it."""
        keep = noise.memory**self.data.gaps
        variance = noise.day**2 * (1 - keep**2)
        variance[0] = noise.day**2
        diagonal = 1 / variance
        diagonal[:-1] += keep[1:] ** 2 / variance[1:]
        return diagonal, -keep[1:] / variance[1:]

    def _prior(self, p: Floats) -> tuple[Floats, Floats]:
        """Value and gradient, of one point or of many."""
        gradient = np.zeros(p.shape)
        off = p[..., : self.terms] / self.data.base_spread
        value = 0.5 * (off**2).sum(-1)
        gradient[..., : self.terms] = off / self.data.base_spread
        for kind, centre in _CENTRE.items():
            off = (self.of(p, kind) - centre) / _SPREAD[kind]
            value = value + 0.5 * (off**2).sum(-1)
            gradient[..., self.at(kind)] += off / _SPREAD[kind]
        off, slopes = self._top(p)
        # With wide tails: what a yuan brings differs more between trades than anything else.
        value = value + (_TAIL + 1) / 2 * np.log1p(off**2 / _TAIL).sum(-1)
        pull = (_TAIL + 1) / (_TAIL + off**2) * off
        for kind, by in slopes.items():
            gradient[..., self.at(kind)] += pull * by
        return value, gradient

    def _prior_curve(self, p: Floats) -> Floats:
        curve = np.zeros((self.size, self.size))
        np.fill_diagonal(curve[: self.terms, : self.terms], self.data.base_spread**-2.0)
        every = np.arange(self.size)
        for kind in _CENTRE:
            curve[every[self.at(kind)], every[self.at(kind)]] += _SPREAD[kind] ** -2.0
        off, slopes = self._top(p)
        weight = (_TAIL + 1) / (_TAIL + off**2)
        j = np.zeros((self.ways, self.size))
        for kind, by in slopes.items():
            j[np.arange(self.ways), every[self.at(kind)]] = by
        result: Floats = curve + j.T @ (weight[:, None] * j)
        return result

    def _top(self, p: Floats) -> tuple[Floats, dict[int, Floats]]:
        """How far log β = level − bias − log share at the usual spending is from its centre, in
        spreads, and how that changes."""
        shape, bend = np.exp(self.of(p, SHAPE)), self.of(p, BEND)
        z0 = shape * (self.usual - self.of(p, HALF))
        share, by_z, by_bend = _share(z0, bend)
        off = (self.of(p, LEVEL) - self.of(p, BIAS) - np.log(share) - self.top_centre) / _TOP[1]
        one = np.ones(share.shape)
        slopes = {LEVEL: one, BIAS: -one, HALF: by_z * shape, SHAPE: -by_z * z0, BEND: -by_bend}
        return off, {kind: by / _TOP[1] for kind, by in slopes.items()}


def _part(z: Floats, bend: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """The part of β that is brought at z = s · log(a / κ), last, after what it is made of:
    1 − (1 + u/ν)^-ν with log ν the bend and u so that half is brought at z = 0."""
    nu = np.exp(bend)
    power = np.exp2(1 / nu)
    ratio = (power - 1) * np.exp(np.minimum(z, 60.0))
    grown = np.log1p(ratio)
    return nu, power, ratio, grown, np.maximum(-np.expm1(-nu * grown), 1e-30)


def _share(z: Floats, bend: Floats) -> tuple[Floats, Floats, Floats]:
    """The part of β that is brought, and how its log changes with z and with the bend."""
    nu, power, ratio, grown, share = _part(z, bend)
    start = power - 1
    left = np.exp(-nu * grown)
    tilt = ratio / (1 + ratio)
    by_z = left * nu * tilt / share
    by_bend = left * nu * (grown - tilt * np.log(2) / nu * power / start) / share
    return share, by_z, by_bend
