"""Where the next yuan goes: what each paid way brings, and the best use of a daily budget."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.promotion.budget.fitting import draws
from ksdesk.domain.promotion.budget.history import Floats, History, Scaled, scaled
from ksdesk.domain.promotion.budget.model import Model

_STEPS: Final = 400
"""Into which a budget is cut where it is shared out."""
_MOST_MULTIPLE: Final = 100
_APART: Final = 0.05
_KNOTS: Final = np.arange(-10.0, 7.0, _APART)
"""Logs of multiples of a way's usual spending."""

Bound = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Interval:
    """Fen a day; 80 of 100 such intervals hold the truth."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Fit:
    """What a history teaches of its ways: draws of the curves that could have brought it forth."""

    today: Mapping[str, int]
    """Mean spending by way over the history, fen a day."""
    unknown: tuple[str, ...]
    """Ways that had no spending: what they would bring is not known."""
    model: Model
    drawn: Floats
    curves: Floats
    """[low, middle, high and mean; way; knot]: of the draws what a way brings, in units, at
    `_KNOTS`: worked out once, so that a budget that is dragged is shared out at once."""

    @property
    def _data(self) -> Scaled:
        return self.model.data

    def brought(self, amounts: Floats) -> Floats:
        """[draw, way, amount]: fen a day of sales that a steady spending of amounts[way, amount],
        in fen, brings; the ways as in `known`."""
        return (
            self.model.steady(self.drawn, amounts / self._data.spend_unit) * self._data.sales_unit
        )

    def typical(self, amounts: Floats) -> Floats:
        """[low, middle, high and mean; way; amount]: of the draws of `brought`, the first three an
        80 % interval; to a hundredth of a fen, and fast."""
        with np.errstate(divide="ignore"):
            logs = np.log(amounts / self._data.spend_unit) - self.model.usual[:, None]
        if logs.max(initial=-np.inf) > _KNOTS[-1]:
            return _typical(self.brought(amounts))
        found = [[_between(way, at) for way, at in zip(c, logs, strict=True)] for c in self.curves]
        return np.array(found) * self._data.sales_unit

    @property
    def known(self) -> tuple[str, ...]:
        """Ways of which something is known, in the order of all arrays."""
        return self._data.ways

    def sales(self, allocation: Mapping[str, int]) -> Floats:
        """Of each draw: fen a day of sales that this spending brings over none at all.
        ValueError where money is on a way of which nothing is known, or is below 0."""
        for way, amount in allocation.items():
            if not amount >= 0:
                raise ValueError(f"{way}: {amount} is below 0 or no amount")
        blind = [way for way in allocation if allocation[way] and way not in self.known]
        if blind:
            raise ValueError(f"nothing is known of {', '.join(blind)}")
        amounts = np.array([[float(allocation.get(way, 0))] for way in self.known])
        result: Floats = self.brought(amounts).sum((1, 2))
        return result

    def expected(self, allocation: Mapping[str, int]) -> Interval:
        """Sales that the paid ways bring in the steady state over no spending, fen a day."""
        low, mid, high = np.quantile(self.sales(allocation), (0.1, 0.5, 0.9))
        return Interval(float(low), float(mid), float(high))

    def allocate(
        self,
        daily_budget: int,
        bounds: Mapping[str, Bound] | Bound | None = None,
        margin: float | None = None,
    ) -> dict[str, int]:
        """Fen a day for each way. Without `margin` they sum to the budget; with it (what stays of
        a fen of sales before spend) what would not pay is kept back.

        `bounds` gives ways a lowest and a highest amount, or one such pair for all: a pair up to
        100 is multiples of today's part of the budget, a larger one fen a day. A way without
        spending gets nothing beyond its lowest amount. ValueError where bounds leave no way or are
        none, the budget is below 0, or `margin` is no number."""
        if not 0 <= daily_budget < math.inf:
            raise ValueError(f"daily_budget: {daily_budget} is below 0 or no amount")
        if margin is not None and not math.isfinite(margin):
            raise ValueError(f"margin: {margin} is no number")
        ways = tuple(self.today)
        low, high = _limits(self.today, daily_budget, bounds)
        for place, way in enumerate(ways):
            if way in self.unknown:
                high[place] = low[place]
        lowest, highest = np.ceil(low - 1e-9), np.floor(high + 1e-9)
        tight = lowest > highest
        part = np.clip(_parts(self.today, daily_budget), highest, lowest)
        lowest[tight] = highest[tight] = part[tight]
        spare = daily_budget - lowest.sum()
        if spare < 0 or (margin is None and highest.sum() < daily_budget):
            raise ValueError("the bounds leave no way to spend this budget")
        step = spare / _STEPS
        grid = lowest[:, None] + step * np.arange(_STEPS + 1)
        gain = np.zeros(grid.shape)
        seen = [ways.index(way) for way in self.known]
        gain[seen] = self.typical(grid[seen])[-1]
        if margin is not None:
            gain = margin * gain - grid
        gain = np.where(grid <= highest[:, None] + 1e-9, gain, -np.inf)
        counts = shared_out(gain, exact=margin is None)
        amounts = np.minimum(np.floor(lowest + counts * step), highest)
        if margin is None or counts.sum() == _STEPS:
            _fill(amounts, highest, daily_budget)
        return {way: int(amount) for way, amount in zip(ways, amounts, strict=True)}


def fit(history: History, progress: Progress = QUIET) -> Fit:
    """ValueError where no way has spending: then there is nothing to learn from. `Cancelled` where
    `progress` asks for it."""
    spent = {way: float(np.sum(amounts)) for way, amounts in history.spend.items()}
    known = tuple(way for way in spent if spent[way] > 0)
    if not known:
        raise ValueError("no way has spending")
    days = len(history.days)
    model = Model(scaled(history, known))
    drawn = draws(model, progress)
    return Fit(
        {way: round(total / days) for way, total in spent.items()},
        tuple(way for way in spent if way not in known),
        model,
        drawn,
        _typical(model.steady(drawn, np.exp(model.usual[:, None] + _KNOTS))),
    )


def _typical(drawn: Floats) -> Floats:
    return np.concatenate([np.quantile(drawn, (0.1, 0.5, 0.9), axis=0), drawn.mean(0)[None]])


def _between(values: Floats, logs: Floats) -> Floats:
    """Values between the knots: cubic, as their neighbours slope; below the first one straight."""
    slope = np.gradient(values)
    slope[2:-2] = (8 * (values[3:-1] - values[1:-3]) - (values[4:] - values[:-4])) / 12
    place = (np.maximum(logs, _KNOTS[0]) - _KNOTS[0]) / _APART
    left = np.minimum(place.astype(np.int64), len(values) - 2)
    t = place - left
    a, b, c, d = values[left], values[left + 1], slope[left], slope[left + 1]
    found = a + t * (c + t * (3 * (b - a) - 2 * c - d + t * (2 * (a - b) + c + d)))
    result: Floats = found * np.exp(np.minimum(logs - _KNOTS[0], 0.0))
    return result


def shared_out(gain: Floats, exact: bool) -> Floats:
    """How many steps each way gets, as brings most; as many as the limits let where `exact`.
    gain[way, steps]."""
    total = gain.shape[1]
    best, taken = gain[0], []
    for more in gain[1:]:
        sums = np.full((total, total), -np.inf)
        for own in range(total):
            sums[own, own:] = best[: total - own] + more[own]
        taken.append(sums.argmax(0))
        best = sums.max(0)
    left = int(np.flatnonzero(np.isfinite(best))[-1] if exact else best.argmax())
    counts = []
    for each in reversed(taken):
        counts.append(each[left])
        left -= each[left]
    return np.array([left, *reversed(counts)], dtype=np.float64)


def _parts(today: Mapping[str, int], budget: int) -> Floats:
    """Today's mix of this budget in whole fen, that sum to it."""
    amounts = np.array(list(today.values()), dtype=np.float64)
    share = amounts / amounts.sum() * budget
    whole: Floats = np.floor(share)
    for place in np.argsort(whole - share, kind="stable")[: round(budget - whole.sum())]:
        whole[place] += 1
    return whole


def _limits(
    today: Mapping[str, int], budget: int, bounds: Mapping[str, Bound] | Bound | None
) -> tuple[Floats, Floats]:
    low, high = np.zeros(len(today)), np.full(len(today), float(budget))
    mix = sum(today.values())
    for place, way in enumerate(today):
        bound = bounds.get(way) if isinstance(bounds, Mapping) else bounds
        if bound is None:
            continue
        if len(bound) != 2 or not 0 <= bound[0] <= bound[1]:
            raise ValueError(f"bounds: {way} cannot be between {bound}")
        unit = today[way] * budget / mix if bound[1] <= _MOST_MULTIPLE else 1.0
        low[place], high[place] = bound[0] * unit, bound[1] * unit
    return low, high


def _fill(amounts: Floats, highest: Floats, budget: int) -> None:
    """The last fen of a budget, to the ways that have room and most already."""
    for place in np.argsort(-amounts, kind="stable"):
        amounts[place] += min(highest[place] - amounts[place], budget - amounts.sum())
