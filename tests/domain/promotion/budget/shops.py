"""Shops whose truth is known, made here: what each way really brings of what is spent on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ksdesk.domain.promotion import budget

FIRST = np.datetime64("2025-03-03")


@dataclass(frozen=True)
class Way:
    top: float
    """Fen of sales a day at most."""
    half: float
    """Fen a day of spending that brings half of it."""
    bias: float = 1.0

    def brings(self, spent: np.ndarray | float) -> np.ndarray:
        """A day, in the steady state; what is spent works on the same day."""
        return self.top * np.asarray(spent) / (self.half + np.asarray(spent))


TWO = {"one": Way(60_000, 8_000), "two": Way(15_000, 12_000, bias=1.4)}


def history(
    ways: dict[str, Way], days: int = 84, seed: int = 4, scale: int = 1, noise: float = 0.1
) -> budget.History:
    """Spending that varies from day to day by chance."""
    random = np.random.default_rng(seed)
    spend, brought, attributed = {}, np.zeros(days), {}
    factor = np.exp(random.normal(0, noise, days))
    for name, way in ways.items():
        spent = np.round(8_000 * np.exp(random.normal(0, 0.7, days)) * (random.random(days) < 0.8))
        real = way.brings(spent)
        seen = real * way.bias * factor * np.exp(random.normal(0, noise, days))
        spend[name], attributed[name] = spent, np.round(seen)
        brought += real
    sales = np.round((80_000 + brought) * factor)
    return budget.History(
        FIRST + np.arange(days),
        sales.astype(np.int64) * scale,
        {name: amounts.astype(np.int64) * scale for name, amounts in spend.items()},
        {name: amounts.astype(np.int64) * scale for name, amounts in attributed.items()},
    )


def without(given: budget.History, gone: np.ndarray) -> budget.History:
    """The same with days that have no report."""
    keep = ~gone
    return budget.History(
        given.days[keep],
        given.total_sales[keep],
        {way: amounts[keep] for way, amounts in given.spend.items()},
        {way: amounts[keep] for way, amounts in given.attributed.items()},
    )
