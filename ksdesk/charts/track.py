"""One measure of a chart: its numbers, how it is drawn, and what lies where.

Times are seconds since 1970 of the Beijing wall clock; a value that covers an hour, a day or a
week stands in the middle of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ksdesk.charts.area import Area
from ksdesk.charts.reduce import Floats, Levels, lonely, reduce_max, reduce_min_max, with_gaps

_BAR_SHARE = 0.8


def axis_times(times: npt.ArrayLike) -> Floats:
    """datetime64 of any unit as seconds since 1970."""
    stamps = np.asarray(times)
    if stamps.dtype.kind == "M":
        stamps = stamps.astype("datetime64[ms]").astype(np.int64) / 1000.0
    return np.asarray(stamps, dtype=np.float64)


def in_order(times: npt.ArrayLike, values: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Both as float arrays, times ascending; infinities become gaps."""
    xs = axis_times(times)
    ys = np.array(values, dtype=np.float64)
    if xs.shape != ys.shape or xs.ndim != 1:
        raise ValueError(f"times and values differ: {xs.shape} and {ys.shape}")
    known = np.isfinite(xs)
    xs, ys = xs[known], ys[known]
    if len(xs) > 1 and bool((np.diff(xs) < 0).any()):
        order = np.argsort(xs, kind="stable")
        xs, ys = xs[order], ys[order]
    ys[~np.isfinite(ys)] = np.nan
    return xs, ys


@dataclass
class Track:
    """A measure as drawn.

    `grain`: seconds one value covers, 0 for moments. `kind`: line, step or bar. `role`: main,
    previous, spend, balance or required. `steady`: a value holds until the next one (balances).
    `tops`: how high bars that stand on others reach, where that is not their value. `empty`: there
    is no point, or gaps only.
    """

    name: str
    label: str
    unit: str
    times: Floats
    values: Floats
    colour: str
    kind: str = "line"
    role: str = "main"
    grain: float = 0.0
    gap: float = 0.0
    dash: tuple[float, ...] = ()
    width: float = 2.0
    steady: bool = False
    order: float = 3.0
    tops: Floats | None = None
    empty: bool = field(init=False)
    _levels: Levels = field(init=False, repr=False)
    _heights: Floats = field(init=False, repr=False)
    _xs: Floats = field(init=False, repr=False)
    _ys: Floats = field(init=False, repr=False)
    _line: Line2D | None = field(init=False, default=None, repr=False)
    _dots: Line2D | None = field(init=False, default=None, repr=False)
    _bars: PathPatch | None = field(init=False, default=None, repr=False)
    _alone: npt.NDArray[np.intp] = field(init=False, repr=False)
    _gaps: bool = field(init=False, repr=False)
    _seen: tuple[tuple[float, float, int], Floats, Floats] | None = field(
        init=False, default=None, repr=False
    )

    def __post_init__(self) -> None:
        self.times, self.values = in_order(self.times, self.values)
        centred = self.times + self.grain / 2
        self._heights = self.values if self.tops is None else in_order(self.times, self.tops)[1]
        self._xs, self._ys = with_gaps(centred, self._heights, self.gap or self.grain)
        self._alone = np.flatnonzero(lonely(self._ys))
        self._gaps = bool(np.isnan(self._ys).any())
        self._levels = Levels(self._xs, self._ys)
        self.empty = not bool(np.isfinite(self.values).any())

    def attach(self, area: Area) -> None:
        """Make the artists in `area`; `draw` gives them their points."""
        order = 2.0 if self.role == "previous" else self.order
        if self.kind == "bar":
            self._bars = PathPatch(
                Path(np.zeros((0, 2))), facecolor=self.colour, linewidth=0, zorder=order
            )
            self._bars.set_snap(True)
            area.add(self._bars)
            return
        self._line = Line2D(
            [],
            [],
            color=self.colour,
            linewidth=self.width,
            linestyle=(0, self.dash) if self.dash else "solid",
            drawstyle="steps-post" if self.kind == "step" else "default",
            zorder=order,
        )
        self._dots = Line2D(
            [],
            [],
            color=self.colour,
            linestyle="none",
            marker="o",
            markersize=5,
            markeredgewidth=0,
            zorder=order,
        )
        area.add(self._line)
        area.add(self._dots)

    def draw(self, start: float, end: float, columns: int) -> None:
        """Hand the artists what is in sight, at most a few points a pixel column."""
        if self._bars is not None:
            self._bars.set_path(self._rectangles(start, end, columns))
            return
        if self._line is None or self._dots is None:
            return
        xs, ys = self._reduced(start, end, columns)
        self._line.set_data(xs, ys)
        # With several points a pixel no corner is seen, and rounding them took half of a drawing.
        corners = "bevel" if len(xs) > columns else "round"
        self._line.set(solid_joinstyle=corners, dash_joinstyle=corners)
        dots = self._alone if self.kind == "line" else self._alone[:0]
        dots = dots[(self._xs[dots] >= start) & (self._xs[dots] <= end)]
        if len(dots) > columns:
            dots = dots[:: len(dots) // columns + 1]
        self._dots.set_data(self._xs[dots], self._ys[dots])

    def _reduced(self, start: float, end: float, columns: int) -> tuple[Floats, Floats]:
        """What is in sight and a neighbour on either side, few points a column; remembered."""
        key = (start, end, columns)
        if self._seen is None or self._seen[0] != key:
            xs, ys = self._levels.seen(start, end, columns)
            self._seen = (key, *reduce_min_max(xs, ys, columns, gaps=self._gaps))
        return self._seen[1], self._seen[2]

    def _rectangles(self, start: float, end: float, columns: int) -> Path:
        first = max(0, int(np.searchsorted(self.times, start - self.grain)))
        last = int(np.searchsorted(self.times, end, side="right"))
        xs, ys = reduce_max(self.times[first:last], self._heights[first:last], columns, start, end)
        shown = ys != 0
        xs, ys = xs[shown], ys[shown]
        pixel = (end - start) / max(1, columns)
        # Whole pixels: bars of one width with even gaps, sharp at their edges.
        wide = max(math.floor((self.grain or pixel) / pixel * _BAR_SHARE), 1) * pixel
        left = xs + self.grain / 2 - wide / 2
        left = start + np.round((left - start) / pixel) * pixel
        corners = np.zeros((len(xs), 5, 2))
        corners[:, (0, 1, 4), 0] = left[:, None]
        corners[:, (2, 3), 0] = (left + wide)[:, None]
        corners[:, (1, 2), 1] = ys[:, None]
        codes = np.tile(
            np.array(
                [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY],
                dtype=np.uint8,
            ),
            len(xs),
        )
        return Path(corners.reshape(-1, 2), codes)

    def extremes(self, start: float, end: float, columns: int) -> tuple[float, float] | None:
        """Lowest and highest value in sight; None where there is none."""
        xs, ys = self._reduced(start, end, columns)
        first = int(np.searchsorted(xs, start))
        last = int(np.searchsorted(xs, end, side="right"))
        if self.steady or first == last:
            first = max(0, first - 1)
        ys = ys[first:last]
        if not bool(np.isfinite(ys).any()):
            return None
        return float(np.nanmin(ys)), float(np.nanmax(ys))

    def nearest(self, x: float) -> int | None:
        """Index of the point whose middle is nearest to `x`."""
        if not len(self.times):
            return None
        at = x - self.grain / 2
        right = int(np.searchsorted(self.times, at))
        if right == 0:
            return 0
        if right == len(self.times):
            return right - 1
        closer_left = at - self.times[right - 1] <= self.times[right] - at
        return right - 1 if closer_left else right

    def value_at(self, time: float) -> float:
        """The value of the bucket that begins at `time` (steady: in force then); NaN if none."""
        if self.steady:
            index = int(np.searchsorted(self.times, time, side="right")) - 1
            return float(self.values[index]) if index >= 0 else float("nan")
        slack = max(self.grain / 2 - 1, 0.5)
        index = int(np.searchsorted(self.times, time - slack))
        if index < len(self.times) and abs(self.times[index] - time) <= slack:
            return float(self.values[index])
        return float("nan")
