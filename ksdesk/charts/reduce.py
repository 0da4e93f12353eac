"""A dense series as few points as pixels, without losing an extreme."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_KEPT_PER_COLUMN = 4


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
    missing = None if gaps is False else np.isnan(values)
    low = values if missing is None else np.where(missing, np.inf, values)
    high = values if missing is None else np.where(missing, -np.inf, values)
    kept: list[int] = []
    for start, stop in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        if start == stop:
            continue
        lowest = start + int(low[start:stop].argmin())
        highest = start + int(high[start:stop].argmax())
        kept += sorted({start, lowest, highest, stop - 1})
    return np.asarray(kept, dtype=np.intp)


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
    kept = [
        first + int(values[first:last].argmax())
        for first, last in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True)
        if first < last
    ]
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
