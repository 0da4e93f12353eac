"""What a fit of the budget tells a seller: whether to change the mix, and what a test would cost.

All in fen a day. `margin` is what stays of a fen of sales before spend. Net is what stays after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ksdesk.domain.promotion.budget import Fit, History, Interval
from ksdesk.domain.promotion.budget.history import Floats

PAUSE: Final = 3
"""Days for which the cheapest test stops one way."""
_SURE: Final = 0.9
_POINTS: Final = 61  # of a curve
_LEAST_DAYS: Final = 14
_LEAST_SPREAD: Final = 0.15
_LEAST_RUNNING: Final = 7

Mix = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """How the money should be shared among the ways from now on; all amounts in fen a day."""

    today: Mix
    best: Mix
    """Of all that the terms allow."""
    net: Interval
    """What stays of what the best mix brings."""
    gain: Interval
    """Net of the best mix over today's."""
    probability: float
    """That the best mix brings more than today's."""

    @property
    def proposed(self) -> Mix:
        """Today's mix where nothing better is likely."""
        return self.best if self.probability > 0.5 else self.today

    @property
    def stay(self) -> bool:
        """Nothing found that is more likely better than not."""
        return self.proposed == self.today

    @property
    def kept_back(self) -> int:
        """Of today's spending; below 0 where more is to be spent."""
        return sum(self.today.values()) - sum(self.proposed.values())

    @property
    def sure(self) -> bool:
        """Enough was seen, one way or the other: a test may stop."""
        return not 1 - _SURE < self.probability < _SURE


def propose(
    fit: Fit,
    today: Mix,
    margin: float,
    fixed: Mix | None = None,
    no_more: Iterable[str] = (),
    steps: Mapping[str, int] | None = None,
    budget: int | None = None,
    times: tuple[float, float] | None = None,
) -> Proposal:
    """The best use of a budget (None: what is spent today), or of less. Ways in `fixed` get that
    amount, those in `no_more` at most today's, those in `steps` whole orders of that size, the
    others between so many `times` today's. ValueError where that leaves no way.
    """
    total = sum(today.values()) if budget is None else budget
    bounds: dict[str, tuple[float, float]] = {}
    for way, amount in today.items():
        least, most = (amount * times[0], amount * times[1]) if times else (0, total)
        bounds[way] = _fen(least, min(most, amount) if way in no_more else most)
    bounds |= {way: _fen(amount, amount) for way, amount in (fixed or {}).items()}
    best = fit.allocate(total, bounds, margin)
    for way, step in (steps or {}).items():
        if way not in (fixed or {}):
            best[way] -= best[way] % step
    nets = _net(fit, best, margin)
    gains = nets - _net(fit, today, margin)
    probability = float((gains > 0).mean())
    return Proposal(dict(today), best, _interval(nets), _interval(gains), probability)


def _fen(least: float, most: float) -> tuple[float, float]:
    """Bounds in fen; up to 100 they would be read as multiples: so little is none."""
    return (least, most) if most > 100 else (0, 0)


@dataclass(frozen=True)
class Curve:
    """What spending (fen a day) brings back after goods and shipping: the middle, and the bounds
    that hold it in 80 of 100 cases."""

    spend: Floats
    low: Floats
    mid: Floats
    high: Floats


def curves(fit: Fit, tops: Mix, margin: float) -> dict[str, Curve]:
    """The curve of each way of which something is known, from nothing up to its `tops`."""
    spend = np.array([np.linspace(0, tops[way], _POINTS) for way in fit.known])
    parts = margin * fit.typical(spend)
    return {
        way: Curve(spend[n], parts[0, n], parts[1, n], parts[2, n])
        for n, way in enumerate(fit.known)
    }


def further(fit: Fit, way: str, start: int, end: int, margin: float) -> float:
    """What each further yuan brings between two amounts, after goods and shipping: below 1 it does
    not pay."""
    brought = fit.expected({way: end}).mid - fit.expected({way: start}).mid
    return margin * brought / (end - start)


def last_part(fit: Fit, mix: Mix, margin: float, part: int = 10_000) -> dict[str, Interval]:
    """What the last ¥100 of each way brought, or all of it where it is less. Ways without money
    are left out."""
    told: dict[str, Interval] = {}
    for way, amount in mix.items():
        if amount and way in fit.known:
            less = fit.sales({way: max(amount - part, 0)})
            told[way] = _interval(margin * (fit.sales({way: amount}) - less))
    return told


def even_ways(history: History) -> tuple[str, ...]:
    """Ways on which so little varied that their curve cannot be told: too few days, money on few
    of them only, or about the same money each day."""
    if len(history.days) < _LEAST_DAYS:
        return tuple(history.spend)
    return tuple(
        way
        for way, amounts in history.spend.items()
        if float(np.std(amounts)) <= _LEAST_SPREAD * float(np.mean(amounts))
        or np.count_nonzero(amounts) < _LEAST_RUNNING
    )


def price(fit: Fit, days: Sequence[Mix], today: Mix, margin: float) -> Interval:
    """Fen of net that a plan for some days costs against today's mix; below 0 where it wins."""
    usual = _net(fit, today, margin)
    costs = np.zeros_like(usual)
    counts: dict[tuple[tuple[str, int], ...], int] = {}
    for day in days:
        key = tuple(day.items())
        counts[key] = counts.get(key, 0) + 1
    for mix, count in counts.items():
        costs += count * (usual - _net(fit, dict(mix), margin))
    return _interval(costs)


def cheapest_pause(fit: Fit, today: Mix, margin: float) -> tuple[str, Interval] | None:
    """The way whose pause of three days costs least, and its price; None where nothing is spent."""
    prices = {
        way: price(fit, [{**today, way: 0}] * PAUSE, today, margin)
        for way in fit.known
        if today.get(way)
    }
    return min(prices.items(), key=lambda each: each[1].mid) if prices else None


def _net(fit: Fit, mix: Mix, margin: float) -> Floats:
    return margin * fit.sales(mix) - sum(mix.values())


def _interval(values: Floats) -> Interval:
    low, mid, high = np.quantile(values, (0.1, 0.5, 0.9))
    return Interval(float(low), float(mid), float(high))
