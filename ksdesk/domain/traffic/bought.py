"""Bought, and nothing rose: purchases after which the curve should have risen and did not.

The same expectation as the quality verdict: what the hours would have brought by the seller's own
past (`ksdesk.domain.traffic.expectation`), here without the hours in which something was bought.
numpy only; import this module late.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from ksdesk.domain.traffic.expectation import (
    DAY,
    Bools,
    Floats,
    HourGrid,
    Surprise,
    dispersion_of,
    known_sums,
    on_grid,
    surprise,
    usual_sums,
)

RISING: Final = ("views", "new_fans", "product_clicks", "orders")
"""What is bought; one of them should rise."""
RISE: Final = 2.0
"""A rise is one from this z on."""
MORE: Final = 1.5
"""A day's spend is a purchase of its own above so many times what is spent on every day."""
AFTER: Final = 6
"""Hours after the last fen in which its effect is still counted."""
PAUSE: Final = 12
"""Hours without such spend that part two purchases."""
NEEDED_DAYS: Final = 7
"""Known days without a purchase below which nothing is said."""


@dataclass(frozen=True, slots=True)
class Purchase:
    """Hours from `start` to before `end` in which `spend` fen were spent, and what they brought.

    `measures` holds what was expected and seen of each known measure of `RISING`.
    """

    start: np.datetime64
    end: np.datetime64
    spend: int
    measures: tuple[Surprise, ...]

    @property
    def rose(self) -> bool:
        """Whether any measure rose. False is no proof: a rise within chance cannot be seen."""
        return any(each.z >= RISE for each in self.measures)


def purchases(hours: Mapping[str, ArrayLike]) -> list[Purchase]:
    """The purchases in a seller's hours or days, in order of time, each with what it brought.

    `hours` maps "time" (datetime64[h]; of daily figures each day's midnight), "spend" in fen and
    codes of `RISING` to arrays of one length, NaN where unknown. A purchase is spend above what is
    spent on every day. Empty without spend, without a measure, or if too few days without a
    purchase are known to compare with.
    """
    grid = on_grid(hours, ("spend", *RISING))
    spend = np.nan_to_num(grid.columns.get("spend", np.zeros(grid.n)))
    daily = not grid.n or not spend.reshape(-1, DAY)[:, 1:].any()
    spans = _spans(spend, DAY if daily else AFTER)
    bought = np.zeros(grid.n, dtype=bool)
    for first, end in spans:
        bought[first:end] = True
    usual = {code: _usual(grid.columns[code], bought) for code in RISING if code in grid.columns}
    told = {code: found for code, found in usual.items() if found is not None}
    if not told:
        return []
    return [_purchase(grid, spend, first, end, told) for first, end in spans]


def _spans(spend: Floats, after: int) -> list[tuple[int, int]]:
    """First hour and end of each purchase; its effect is counted `after` hours from the last."""
    days = spend.reshape(-1, DAY).sum(axis=1)
    much = np.repeat(days > MORE * np.median(days), DAY) if len(days) else np.zeros(0, dtype=bool)
    spans: list[tuple[int, int]] = []
    for hour in np.flatnonzero(much & (spend > 0)).tolist():
        end = min(hour + after, len(spend))
        if spans and hour - spans[-1][1] <= PAUSE:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((hour, end))
    return spans


def _usual(values: Floats, bought: Bools) -> tuple[Floats, float] | None:
    """What each hour should have and φ of a day, learnt where nothing was bought; None if that is
    too little."""
    plain = np.where(bought, np.nan, values)
    if np.isfinite(plain).reshape(-1, DAY).any(axis=1).sum() < NEEDED_DAYS:
        return None
    usual = usual_sums(plain)
    return usual, dispersion_of(plain, usual)


def _purchase(
    grid: HourGrid, spend: Floats, first: int, end: int, usual: Mapping[str, tuple[Floats, float]]
) -> Purchase:
    hours = slice(first, end)
    days = max(1.0, (end - first) / DAY)
    measures = [
        surprise(code, *known_sums(grid.columns[code][hours], due[hours]), spread / np.sqrt(days))
        for code, (due, spread) in usual.items()
    ]
    measures.sort(key=lambda each: -each.z)
    fen = round(float(spend[hours].sum()))
    return Purchase(grid.start + first, grid.start + end, fen, tuple(measures))
