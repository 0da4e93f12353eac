"""What an hour would have looked like by the seller's own past, and how far such hours scatter.

Hours lie on an unbroken grid; an hour that no report holds is unknown (NaN), not zero. Usual
figures are medians or capped sums by hour of the week, moved with the level of the days around, so
that neither a viral evening nor a grown shop spoils them. numpy only; import this module late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Bools = NDArray[np.bool_]

DAY: Final = 24
WEEK: Final = 168
LONGEST: Final = 3 * 366 * DAY
"""Hours looked at, counted from the newest back: older habits say little about today's."""

SLOT_PRIOR: Final = 4
"""Seen so many times, an hour of the week counts as much as its hour of the day does."""
RATE_PRIOR: Final = 12
"""The same for rates, in events (clicks, comments …)."""
LEVEL_DAYS: Final = 7
"""Days before and after whose median is the level of a day's views."""
STAY_DAYS: Final = 5
"""The same for the stay, which follows what is bought that week."""
RATE_DAYS: Final = 14
"""Days before and after in which the level of a rate is looked for."""
CAP: Final = 4.0
"""An hour counts as so many usual ones at most when rates are learnt."""
CLUMP_CAP: Final = 25.0
"""An hour counts at most so much when clumping is learnt."""
LEAST_USUAL: Final = 0.2
"""Views of an hour that has none as a rule."""
LEAST_VIEWS: Final = 3
"""Fewer views than this make no average stay."""


@dataclass(frozen=True, eq=False)
class HourGrid:
    """Figures by hour without a gap, padded to whole weeks of 168 hours from a midnight on.

    Hour 0 is `start`; each column has n floats, NaN where unknown.
    """

    start: np.datetime64
    columns: Mapping[str, Floats]

    @property
    def n(self) -> int:
        """How many hours."""
        return len(self.columns["views"])

    def known_days(self) -> int:
        """Days' worth of hours whose views are known."""
        return int(np.isfinite(self.columns["views"]).sum()) // DAY


LEAST: Final = 1e-6
"""Figures are counts, seconds and fen: anything below is a mistake of arithmetic."""


def on_grid(hours: Mapping[str, ArrayLike], codes: Sequence[str]) -> HourGrid:
    """The measures of `codes` that `hours` holds, on an unbroken grid; views always.

    Negative and infinite figures are unknown, next to nothing is nothing; of an hour told twice
    the later row counts.
    """
    time = np.asarray(hours["time"], dtype="datetime64[h]")
    told = ~np.isnat(time)
    if told.any():
        told &= time > time[told].max() - LONGEST
    at = time[told].astype(np.int64)
    first = int(at.min()) // WEEK * WEEK if len(at) else 0
    n = (int(at.max()) // WEEK + 1) * WEEK - first if len(at) else 0
    columns = {"views": np.full(n, np.nan)}
    for code in codes:
        if code in hours:
            raw = np.asarray(hours[code], dtype=np.float64)[told]
            raw = np.where(np.abs(raw) < LEAST, 0.0, raw)
            columns[code] = np.full(n, np.nan)
            columns[code][at - first] = np.where(np.isfinite(raw) & (raw >= 0), raw, np.nan)
    return HourGrid(np.datetime64(first, "h"), columns)


@dataclass(frozen=True, slots=True)
class Surprise:
    """What was expected of some hours and what was seen.

    `measure` is a code of `ksdesk.domain.traffic` (the hours' sum; stay_seconds: their mean) or
    night_views (the quiet hours alone), fans_by_clicks (new fans, expected from the product
    clicks), later_unfollows (the ten days after), orders_by_spend (orders, expected from the fen
    spent). `z` tells how many spreads of the seller's own past lie between: beyond 3 is rare.
    """

    measure: str
    expected: float
    seen: float
    z: float

    def __str__(self) -> str:
        return (
            f"{self.measure}: {self.expected:.1f} expected, {self.seen:.1f} seen, z {self.z:+.1f}"
        )


def surprise(measure: str, seen: float, due: float, spread: float) -> Surprise:
    """With z = (O - E)/√(E + (φE)²), φ = `spread`; where less than one is due, E counts as one."""
    z = (seen - due) / sqrt(max(due, 1.0) + (spread * due) ** 2)
    return Surprise(measure, due, seen, z)


def known_sums(seen: Floats, due: Floats) -> tuple[float, float]:
    """The sums of both over the hours where both are known."""
    both = np.isfinite(seen) & np.isfinite(due)
    return float(seen[both].sum()), float(due[both].sum())


@dataclass(frozen=True, eq=False)
class UsualHours:
    """What the past expects of each hour of a grid.

    `views`, and `views_spread` beyond chance as a share of them; `rates`: events per view;
    `dispersion`: φ of a day's sum of a measure, so that its variance is E + (φE)²; `clumping`: by
    how much the events of an hour scatter more than single ones do (1: not at all); `stay` seconds
    by the hour of the week and the days around, `stay_spread` of its logarithm, `long_stay` the
    longer of that and of the whole past's. Empty arrays where no stay is known.
    """

    views: Floats
    views_spread: Floats
    rates: Mapping[str, Floats]
    dispersion: Mapping[str, float]
    clumping: Mapping[str, float]
    stay: Floats
    stay_spread: Floats
    long_stay: Floats


def learn(grid: HourGrid, leave_out: Bools, follow: Sequence[str]) -> UsualHours:
    """The usual hour, learnt from all hours but those of `leave_out` (n flags).

    `follow` names the measures whose rate per view is wanted; those unknown are left out.
    """
    views = np.where(leave_out, np.nan, grid.columns["views"])
    base = np.maximum(usual_sums(views), LEAST_USUAL)
    wide = _spread((views - base) / base)
    weight = np.minimum(1.0, CAP * base / np.maximum(views, 1e-9))
    rates, dispersion, clumping = {}, {}, {}
    for code in follow:
        seen = np.where(leave_out, np.nan, grid.columns.get(code, np.nan))
        if np.isfinite(seen * views).any():
            rates[code] = _rate(seen * weight, views * weight)
            due = rates[code] * views
            dispersion[code] = dispersion_of(seen, due)
            clumping[code] = _clumping(seen, due, dispersion[code])
    return UsualHours(
        base,
        np.sqrt(np.maximum(wide**2 - 1 / base, 0.15**2)),
        rates,
        dispersion,
        clumping,
        *_stay(views, grid.columns.get("stay_seconds")),
    )


def usual_sums(values: Floats) -> Floats:
    """What each hour should have by its hour of the week and the level of the days around it.

    Learnt from the known values; NaN everywhere if there are none.
    """
    base = _by_slot(values)
    return base * _level(values, base)


def _stay(views: Floats, stay: Floats | None) -> tuple[Floats, Floats, Floats]:
    """Usual stay, its spread and the long stay, as `UsualHours` tells them."""
    logs = np.full(len(views), np.nan)
    if stay is not None:
        watched = (stay > 0) & (views >= LEAST_VIEWS)
        logs[watched] = np.log(stay[watched])
    if not np.isfinite(logs).any():
        return np.empty(0), np.empty(0), np.empty(0)
    whole = _by_slot(logs)
    days, _ = _medians((logs - whole).reshape(-1, DAY).T)
    near = whole + np.repeat(np.nan_to_num(_around(days, STAY_DAYS)), DAY)
    spread = np.maximum(_spread(logs - near), 0.08)
    return np.exp(near), spread, np.exp(np.maximum(near, whole))


def _medians(table: Floats) -> tuple[Floats, Floats]:
    """The median of the known values of each column (NaN if none), and how many they are."""
    table = np.sort(table, axis=0)  # NaN comes last
    count = np.isfinite(table).sum(axis=0)
    column = np.arange(table.shape[1])
    low = table[np.maximum(count - 1, 0) // 2, column]
    high = table[count // 2, column]
    return (low + high) / 2, count.astype(np.float64)


def _by_slot(values: Floats) -> Floats:
    """The median of each hour's hour of the week, leaning on its hour of the day if seldom seen."""
    by_hour, seen = _medians(values.reshape(-1, DAY))
    known = values[np.isfinite(values)]
    whole = float(np.median(known)) if len(known) else np.nan
    parent = np.tile(np.where(seen > 0, by_hour, whole), WEEK // DAY)
    slot, count = _medians(values.reshape(-1, WEEK))
    slot = (np.where(count > 0, count * slot, 0.0) + SLOT_PRIOR * parent) / (count + SLOT_PRIOR)
    return np.tile(slot, len(values) // WEEK)


def _around(by_day: Floats, days: int) -> Floats:
    """The median of the known values among so many days before and after each day."""
    padded = np.pad(by_day, days, constant_values=np.nan)
    middle, _ = _medians(np.lib.stride_tricks.sliding_window_view(padded, 2 * days + 1).T)
    return middle


def _by_day(values: Floats, known: Bools) -> Floats:
    """The sum of the known hours of each day."""
    sums: Floats = np.where(known, values, 0.0).reshape(-1, DAY).sum(axis=1)
    return sums


def _level(values: Floats, base: Floats) -> Floats:
    """How far the days around each hour lie above (1.2) or below (0.8) `base`; 1 if unknown."""
    known = np.isfinite(values) & np.isfinite(base)
    seen, due = _by_day(values, known), _by_day(base, known)
    near = _around(np.where(due > 0, seen / np.maximum(due, 1e-9), np.nan), LEVEL_DAYS)
    return np.repeat(np.where(near > 0, near, 1.0), DAY)


def _spread(off: Floats) -> Floats:
    """The robust standard deviation of each hour's hour of the day, leaning a little on all."""
    size = np.abs(off)
    known = size[np.isfinite(size)]
    whole = 1.4826 * float(np.median(known)) if len(known) else 0.0
    middle, count = _medians(size.reshape(-1, DAY))
    own = np.where(count > 0, 1.4826 * middle, whole)
    return np.tile(np.sqrt((count * own**2 + 10 * whole**2) / (count + 10)), len(off) // DAY)


def _rate(seen: Floats, views: Floats) -> Floats:
    """Events per view by hour of the week, leaning on the hour of the day, and that on all."""
    known = np.isfinite(seen) & np.isfinite(views)
    count = np.where(known, seen, 0.0).reshape(-1, WEEK).sum(axis=0)
    shown = np.where(known, views, 0.0).reshape(-1, WEEK).sum(axis=0)
    whole = (count.sum() + 0.5) / (shown.sum() + 50.0)
    by_hour = count.reshape(-1, DAY).sum(axis=0) + RATE_PRIOR
    by_hour /= shown.reshape(-1, DAY).sum(axis=0) + RATE_PRIOR / whole
    slot = (count + RATE_PRIOR) / (shown + RATE_PRIOR / np.tile(by_hour, WEEK // DAY))
    rate = np.tile(slot, len(seen) // WEEK)
    came = _near_sum(_by_day(seen, known), RATE_DAYS)
    due = _near_sum(_by_day(rate * views, known), RATE_DAYS)
    return rate * np.repeat((came + RATE_PRIOR) / (due + RATE_PRIOR), DAY)


def _near_sum(by_day: Floats, days: int) -> Floats:
    """The sum of so many days before and after each day."""
    sums = np.concatenate(([0.0], np.cumsum(by_day)))
    day = np.arange(len(by_day))
    return sums[np.minimum(day + days + 1, len(by_day))] - sums[np.maximum(day - days, 0)]


def dispersion_of(seen: Floats, due: Floats) -> float:
    """φ of day sums: their median squared error beyond chance, as a share of what was due."""
    known = np.isfinite(seen) & np.isfinite(due)
    total, expected = _by_day(seen, known), _by_day(due, known)
    enough = expected >= 3
    if enough.sum() < 7:
        return 0.3
    error = (total - expected)[enough] / expected[enough]
    beyond = (1.4826 * np.median(np.abs(error))) ** 2 - np.median(1 / expected[enough])
    return float(np.sqrt(np.clip(beyond, 0.05**2, 1.0)))


def _clumping(seen: Floats, due: Floats, spread: float) -> float:
    """The mean squared error of an hour beyond that of its day, in units of chance; 1 at least."""
    known = np.isfinite(seen) & (due > 0)
    seen, due = seen[known], due[known]
    if not len(due):
        return 1.0
    beyond = np.minimum((seen - due) ** 2 / due, CLUMP_CAP) - spread**2 * due
    return max(1.0, float(np.mean(beyond)))
