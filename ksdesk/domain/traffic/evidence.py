"""What was usual in the hours of an alarm, and what was seen: the figures beside its sentence.

numpy only; import this module late.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from ksdesk.domain.traffic.alarms import Evidence
from ksdesk.domain.traffic.expectation import WEEK, Bools, Floats, HourGrid, Surprise

WEEKS_BACK: Final = 8
"""Weeks before whose same hours are looked at."""
LEAST_WEEKS: Final = 2
KNOWN: Final = 0.8
"""Share of the hours of such a week that must be known."""
MOST_ROWS: Final = 6
STAY: Final = "stay_seconds"

_FIRST: Final = ("views", STAY, "product_clicks", "new_fans")
_LEADS: Final = {
    "zombie_fans": ("new_fans", "views", "product_clicks"),
    "idle_viewers": (STAY, "views", "product_clicks"),
    "padded_likes": ("views", "likes", STAY, "product_clicks"),
}
_MORE: Final = ("comments", "likes", "shares", "later_unfollows", "night_views", "orders")


class Past:
    """The hours of a seller; those that are `suspect` (n flags) say nothing about what is usual."""

    def __init__(self, grid: HourGrid, suspect: Bools) -> None:
        self.grid, self._suspect = grid, suspect

    def rows(
        self, kind: str, first: int, end: int, reasons: Iterable[Surprise] = (), lead: str = ""
    ) -> tuple[Evidence, ...]:
        """The evidence of hours `first` to before `end` of the grid, what counts first."""
        told = {reason.measure: reason for reason in reasons}
        leads = (lead,) if lead else _LEADS.get(kind, ())
        wanted = [*leads, *_FIRST, *(code for code in _MORE if code in told)]
        found: list[Evidence] = []
        for code in dict.fromkeys(wanted):
            row = self._row(code, first, end, told.get(code))
            if row is not None:
                found.append(row)
        return tuple(found[:MOST_ROWS])

    def _row(self, code: str, first: int, end: int, reason: Surprise | None) -> Evidence | None:
        due = reason.expected if reason is not None and code != "views" else None
        seen = self._figure(code, first, end)
        if seen is None:
            return None if reason is None else Evidence(code, None, reason.seen, reason.expected)
        usual = self.usual(code, first, end)
        if usual is None and code == "views" and reason is not None:
            usual = reason.expected
        return Evidence(code, usual, seen, due)

    def usual(self, code: str, first: int, end: int) -> float | None:
        """The median of the same hours of the weeks before; None where too few are known."""
        length = end - first
        step = -(-length // WEEK) * WEEK
        figures = []
        for back in range(1, WEEKS_BACK + 1):
            begin = first - back * step
            if begin < 0 or self._suspect[begin : begin + length].any():
                continue
            figure = self._figure(code, begin, begin + length)
            if figure is not None:
                figures.append(figure)
        return float(np.median(figures)) if len(figures) >= LEAST_WEEKS else None

    def _figure(self, code: str, first: int, end: int) -> float | None:
        """The sum over hours, for the stay the mean by views; None where too few are known."""
        column = self.grid.columns.get(code)
        if column is None:
            return None
        part = column[first:end]
        known = np.isfinite(part)
        views = self.grid.columns["views"][first:end]
        if code == STAY:
            weights = np.where(known & np.isfinite(views), views, 0.0)
            return (
                float((np.nan_to_num(part) * weights).sum() / weights.sum())
                if weights.any()
                else None
            )
        return float(part[known].sum()) if known.mean() >= KNOWN else None


def over_hours(columns: Sequence[tuple[int, int]], n: int) -> Bools:
    """Flags of n hours, set within each first to before end."""
    flags = np.zeros(n, dtype=bool)
    for first, end in columns:
        flags[max(0, first) : end] = True
    return flags


def total(column: Floats | None, first: int, end: int) -> float:
    """The sum of what is known of some hours."""
    return 0.0 if column is None else float(np.nansum(column[first:end]))
