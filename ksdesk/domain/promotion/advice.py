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
_LEAST_DAYS: Final = 14
_LEAST_SPREAD: Final = 0.15

Mix = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Proposal:
    today: Mix
    proposed: Mix
    """Today's mix where nothing better is likely."""
    gain: Interval
    """Net of the best mix over today's."""
    probability: float
    """That the best mix brings more than today's."""

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
) -> Proposal:
    """The best use of what is spent today, or of less. Ways in `fixed` get that amount, those in
    `no_more` at most today's, those in `steps` whole orders of that size."""
    total = sum(today.values())
    # A bound up to 100 fen would be read as a multiple; so little is none.
    bounds = {way: (0, today[way] if today[way] > 100 else 0) for way in no_more}
    bounds |= {way: (amount, amount) for way, amount in (fixed or {}).items()}
    best = fit.allocate(total, bounds, margin)
    for way, step in (steps or {}).items():
        best[way] -= best[way] % step
    gains = _net(fit, best, margin) - _net(fit, today, margin)
    probability = float((gains > 0).mean())
    return Proposal(
        dict(today), best if probability > 0.5 else dict(today), _interval(gains), probability
    )


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
    """Ways on which so little varied that their curve cannot be told: too few days, or about the
    same money each day."""
    if len(history.days) < _LEAST_DAYS:
        return tuple(history.spend)
    return tuple(
        way
        for way, amounts in history.spend.items()
        if float(np.std(amounts)) <= _LEAST_SPREAD * float(np.mean(amounts))
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
