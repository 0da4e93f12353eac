"""What a shop sold and spent day by day, and the same in the units of the response model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LAGS: Final = 14
"""Days over which spending is followed; what carries over longer is part of the usual sales."""
_LONGEST_GAP: Final = 30
_SEASONS: Final = 78
"""Weeks from which a history tells one season from another."""


@dataclass(frozen=True, slots=True)
class History:
    """Sales and spending by day, in fen. A day without a report is absent, not 0.

    `days` ascend; gaps are allowed. `spend` and `attributed` (the sales that the platform's report
    gives the way) map a way's name to its array, with 0 on days without spend; attributed sales
    that are 0 throughout are not known, nor those of a day where they are below 0 or no number.
    Rows a week apart work too: amounts are by week then."""

    days: NDArray[np.datetime64]
    total_sales: Ints
    spend: Mapping[str, Ints]
    attributed: Mapping[str, Ints]

    def __post_init__(self) -> None:
        """ValueError where lengths or ways differ, something is no row of days or amounts, days do
        not ascend, money spent is below 0 or sales or money spent are no numbers."""
        days = _row("days", self.days, "datetime64[D]")
        if np.any(np.isnat(days)):
            raise ValueError("days: one is no day")
        if np.any(np.diff(days) <= np.timedelta64(0, "D")):
            raise ValueError("days do not ascend")
        if set(self.spend) != set(self.attributed):
            raise ValueError("spend and attributed name different ways")
        sales, *spent = (
            (name, _row(name, given, "float64"))
            for name, given in [("total_sales", self.total_sales), *self.spend.items()]
        )
        seen = [(name, _row(name, given, "float64")) for name, given in self.attributed.items()]
        for name, amounts in (sales, *spent, *seen):
            if len(amounts) != len(days):
                raise ValueError(f"{name}: {len(amounts)} amounts for {len(days)} days")
        for name, amounts in (sales, *spent):
            if not np.all(np.isfinite(amounts)):
                raise ValueError(f"{name}: an amount is no number")
        for name, amounts in spent:
            if np.any(amounts < 0):
                raise ValueError(f"{name}: money spent is below 0")


def _row(name: str, given: object, kind: str) -> NDArray[Any]:
    try:
        row = np.asarray(given, dtype=kind)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name}: {error}") from error
    if row.ndim != 1:
        raise ValueError(f"{name}: {row.ndim} dimensions, not one")
    return row


@dataclass(frozen=True, slots=True)
class Scaled:
    """A history as the model takes it: spending in mean daily spends of all ways together, sales
    in mean daily sales, so that the size of a shop plays no part."""

    ways: tuple[str, ...]
    spent: Floats
    """[lag, day, way]: what was spent so many days before; absent days as between neighbours."""
    running: NDArray[np.bool_]
    """[day, way]: money was spent."""
    reported: NDArray[np.bool_]
    """[day, way]: and the platform says what it brought. Of a way without any figure it says
    nothing; what that brings is told by the total alone."""
    sales: Floats
    attributed: Floats
    gaps: Floats
    """Days since the row before; the first is 1."""
    base: Floats
    """[day, term]: what the sales without spending are made of."""
    base_spread: Floats
    """How far a term may be from 0, in logs."""
    spend_unit: float
    """Fen."""
    sales_unit: float


def scaled(history: History, ways: tuple[str, ...]) -> Scaled:
    """Of the ways named, each of which has spending."""
    spend = np.array([history.spend[way] for way in ways], dtype=np.float64).T
    attributed = np.array([history.attributed[way] for way in ways], dtype=np.float64).T
    attributed[~np.isfinite(attributed)] = -1
    sales = np.maximum(np.asarray(history.total_sales, dtype=np.float64), 0)
    spend_unit = float(spend.sum(1).mean())
    sales_unit = float(sales.mean()) or 1.0
    number = np.asarray(history.days, dtype="datetime64[D]").astype(np.int64)
    steps = np.diff(number)
    step = max(1, round(float(np.median(steps)))) if len(steps) else 1
    gaps = np.r_[1, np.clip(np.rint(steps / step), 1, _LONGEST_GAP)].astype(np.int64)
    base, spread = _base(number, step)
    return Scaled(
        ways,
        _lagged(spend / spend_unit, gaps),
        spend > 0,
        (spend > 0) & (attributed >= 0) & (attributed.max(0) > 0),
        sales / sales_unit,
        np.maximum(attributed, 0) / sales_unit,
        gaps.astype(np.float64),
        base,
        spread,
        spend_unit,
        sales_unit,
    )


def _lagged(spend: Floats, gaps: Ints) -> Floats:
    """[lag, day, way]; what was spent before the first day counts as nothing."""
    place = np.cumsum(gaps) - gaps[0]
    every = np.arange(place[-1] + 1)
    full = np.array([np.interp(every, place, way) for way in spend.T]).T
    padded = np.vstack([np.zeros((LAGS, full.shape[1])), full])
    return np.array([padded[LAGS - lag + place] for lag in range(LAGS + 1)])


def _base(number: Ints, step: int) -> tuple[Floats, Floats]:
    """A level, a slope with bends every eight weeks, the days of the week, and in a long history
    the seasons."""
    time = (number - number[0]) / 7.0
    span = float(time[-1]) if len(time) else 0.0
    terms = [np.ones_like(time), (time - span / 2) / 13]
    spread = [5.0, 0.4]
    for bend in np.arange(8.0, span - 4, 8.0):
        terms.append(np.maximum(time - bend, 0) / 13)
        spread.append(0.3)
    if span > _SEASONS:
        for wave in (1, 2):
            turn = 2 * np.pi * wave * number / 365.25
            terms += [np.sin(turn), np.cos(turn)]
            spread += [0.3, 0.3]
    if step == 1:
        for day in range(7):
            terms.append(((number + 3) % 7 == day).astype(np.float64))
            spread.append(0.12)
    return np.array(terms).T, np.array(spread)
