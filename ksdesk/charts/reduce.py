"""A dense series as few points as pixels, without losing an extreme."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_KEPT_PER_COLUMN = 4
_FIRST_BLOCK, _COARSER = 16, 8
_FEWEST_BLOCKS = 512
_PER_COLUMN = 4  # blocks, at least


def reduce_min_max(
    times: Floats, values: Floats, columns: int, *, gaps: bool | None = None
) -> tuple[Floats, Floats]:
    """At most four points a column: first, lowest, highest and last, in their order.

    `times` ascend and are cut into `columns` of equal duration. Every point returned is one of
    the input, so the outline on `columns` pixels is that of all points. A NaN is a gap: columns
    that begin or end with one keep it, gaps inside one column could not be seen. `gaps` says
    whether there are any, where that is known; else they are looked for.
    """
    count = len(times)
    if columns < 1:
        raise ValueError(f"columns must be at least 1, not {columns}")
    if count <= _KEPT_PER_COLUMN * columns:
        return times, values
    kept = _kept(times, values, columns, gaps)
    return times[kept], values[kept]


def _kept(times: Floats, values: Floats, columns: int, gaps: bool | None) -> npt.NDArray[np.intp]:
    edges = np.linspace(times[0], times[-1], columns + 1)
    cuts = np.searchsorted(times, edges)
    cuts[0], cuts[-1] = 0, len(times)
    filled = cuts[:-1] < cuts[1:]
    starts, stops = cuts[:-1][filled], cuts[1:][filled]
    missing = None if gaps is False else np.isnan(values)
    low = values if missing is None else np.where(missing, np.inf, values)
    high = values if missing is None else np.where(missing, -np.inf, values)
    lowest = _first_equal(low, np.minimum.reduceat(low, starts), starts, stops)
    highest = _first_equal(high, np.maximum.reduceat(high, starts), starts, stops)
    kept = np.zeros(len(values), dtype=bool)
    for found in (starts, lowest, highest, stops - 1):
        kept[found] = True
    return np.flatnonzero(kept)


def _first_equal(
    values: Floats, wanted: Floats, starts: npt.NDArray[np.intp], stops: npt.NDArray[np.intp]
) -> npt.NDArray[np.intp]:
    """Where in each stretch its wanted value first stands."""
    found = np.flatnonzero(values == np.repeat(wanted, stops - starts))
    return np.asarray(found[np.searchsorted(found, starts)], dtype=np.intp)


class Levels:
    """A long series thinned beforehand, so that a view touches few points a pixel.

    A level keeps the lowest and the highest point of each block of points, and where a block has
    gaps their ends. A view takes the coarsest level with four blocks or more a pixel column: an
    extreme then stands at most a quarter of a pixel from where all points would draw it.
    """

    def __init__(self, times: Floats, values: Floats) -> None:
        self._levels = [(times, values)]
        self._blocks = [1]
        block = _FIRST_BLOCK
        while len(times) // block >= _FEWEST_BLOCKS:
            kept = _block_extremes(values, block)
            self._levels.append((times[kept], values[kept]))
            self._blocks.append(block)
            block *= _COARSER

    def seen(self, start: float, end: float, columns: int) -> tuple[Floats, Floats]:
        """What draws `start` to `end`, with two neighbours on either side."""
        times = self._levels[0][0]
        count = int(np.searchsorted(times, end)) - int(np.searchsorted(times, start))
        fine = [block for block in self._blocks if count >= _PER_COLUMN * columns * block]
        times, values = self._levels[max(0, len(fine) - 1)]
        first = max(0, int(np.searchsorted(times, start)) - 2)
        last = int(np.searchsorted(times, end, side="right")) + 2
        return times[first:last], values[first:last]


def _block_extremes(values: Floats, block: int) -> npt.NDArray[np.intp]:
    whole = len(values) // block * block
    rows = values[:whole].reshape(-1, block)
    missing = np.isnan(rows)
    begin = np.arange(0, whole, block)
    found = [
        np.where(missing, np.inf, rows).argmin(axis=1) + begin,
        np.where(missing, -np.inf, rows).argmax(axis=1) + begin,
    ]
    broken = missing.any(axis=1)
    found.append((missing.argmax(axis=1) + begin)[broken])
    found.append((block - 1 - missing[:, ::-1].argmax(axis=1) + begin)[broken])
    return np.unique(np.concatenate([*found, np.arange(whole, len(values))]))


def reduce_max(
    times: Floats, values: Floats, columns: int, start: float, end: float
) -> tuple[Floats, Floats]:
    """Bars narrower than a pixel: the highest of each column, at its own time. NaN is no bar."""
    finite = np.isfinite(values)
    times, values = times[finite], values[finite]
    if len(times) <= columns:
        return times, values
    cuts = np.searchsorted(times, np.linspace(start, end, columns + 1))
    cuts[0], cuts[-1] = 0, len(times)
    filled = cuts[:-1] < cuts[1:]
    starts, stops = cuts[:-1][filled], cuts[1:][filled]
    kept = _first_equal(values, np.maximum.reduceat(values, starts), starts, stops)
    return times[kept], values[kept]


def with_gaps(times: Floats, values: Floats, grain: float) -> tuple[Floats, Floats]:
    """A NaN between neighbours further apart than one and a half `grain` seconds.

    A missing day is a gap in the curve, not a straight line over it. `grain` 0 knows no gaps.
    """
    if grain <= 0 or len(times) < 2:
        return times, values
    wide = np.flatnonzero(np.diff(times) > 1.5 * grain)
    if not len(wide):
        return times, values
    middles = (times[wide] + times[wide + 1]) / 2
    return np.insert(times, wide + 1, middles), np.insert(values, wide + 1, np.nan)


def lonely(values: Floats) -> npt.NDArray[np.bool_]:
    """Points without a neighbour on either side: no line shows them, so they get a dot."""
    missing = np.isnan(values)
    before = np.concatenate(([True], missing[:-1]))
    after = np.concatenate((missing[1:], [True]))
    return np.asarray(~missing & before & after)
