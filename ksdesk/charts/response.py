"""多花一元，多剩多少: what a day of spending brings back by way, and how far that may be off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from ksdesk.charts import style, ticks
from ksdesk.charts.drawing import Drawing
from ksdesk.charts.pieces import LegendItem
from ksdesk.charts.reduce import Floats

_PANEL = 172.0
_HIGH = 210.0
_GUTTER = 40.0
_RIGHT = 14.0
_HEAD = 32.0
_AXIS = 24.0
_BAND = 0.16
_GRID = 3
_USUAL = 600.0
_At = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Response:
    """A way's curve in fen a day: what `spend` brings back, `low` and `high` its bounds, and where
    the shop stands `now` and would stand when `proposed`. `colour`: a token."""

    label: str
    colour: str
    spend: Floats
    low: Floats
    mid: Floats
    high: Floats
    now: float
    proposed: float


@dataclass(frozen=True)
class ResponseWords:
    """What the legend calls the two points and the line on which as much comes back as went out."""

    now: str
    proposed: str
    even: str


@dataclass(kw_only=True)
class ResponsePlot(Drawing):
    """A panel for each way, as many in a row as there is room for."""

    ways: Sequence[Response]

    @property
    def min_height(self) -> float:
        return self.height_for(self.width or _USUAL)

    def height_for(self, width: float) -> float:
        """Below this, in pixels, the panels would run into each other at that width."""
        return -(-len(self.ways) // self._in_a_row(width)) * _HIGH * self.scale

    def _in_a_row(self, width: float) -> int:
        return max(1, min(int(width // (_PANEL * self.scale)), len(self.ways)))

    def arrange(self, width: float, height: float, above: float = 0.0, below: float = 0.0) -> None:
        self.resize(width, height)
        in_a_row = self._in_a_row(self.width)
        rows = -(-len(self.ways) // in_a_row)
        wide, high = self.width / in_a_row, (self.height - above - below) / rows
        with style.styled(self.palette, self.scale):
            self.clear()
            for place, way in enumerate(self.ways):
                row, column = divmod(place, in_a_row)
                self._panel(way, column * wide, above + row * high, wide, high)

    def _panel(self, way: Response, left: float, top: float, wide: float, high: float) -> None:
        scale, colour = self.scale, self.palette[way.colour]
        start, end = left + _GUTTER * scale, left + wide - _RIGHT
        ceiling, floor = top + _HEAD * scale, top + high - _AXIS * scale
        widest = float(way.spend[-1])
        most = max(float(way.mid.max()), min(float(way.high.max()), 1.6 * widest), widest)

        def at(spend: float, back: float) -> tuple[float, float]:
            x = start + (end - start) * spend / widest
            return x, floor - (floor - ceiling) * min(back, most) / most

        self.box(start, top + 6 * scale, 12 * scale, 10 * scale, colour)
        self.word(start + 18 * scale, top + 11 * scale, way.label, self.palette["text"], bold=True)
        self._axes(at, widest, most)
        band = [at(x, y) for x, y in zip(way.spend, way.high, strict=True)]
        band += [at(x, y) for x, y in zip(way.spend[::-1], way.low[::-1], strict=True)]
        self._add(
            PolyCollection([band], facecolors=[to_rgba(colour, _BAND)], linewidths=0, zorder=-2)
        )
        reach = min(widest, most)
        self.line([at(0, 0), at(reach, reach)], self.palette["text"], 1.25, order=0)
        curve = [at(x, y) for x, y in zip(way.spend, way.mid, strict=True)]
        # Not through `line`, whose points are moved to whole pixels: a curve would have corners.
        self._add(Line2D(*zip(*curve, strict=True), color=colour, linewidth=2.0, zorder=1))
        for spend, face, edge in (
            (way.now, "surface", "text"),
            (way.proposed, way.colour, "surface"),
        ):
            point = at(spend, float(np.interp(spend, way.spend, way.mid)))
            self._point(point, self.palette[face], self.palette[edge])

    def _axes(self, at: _At, widest: float, most: float) -> None:
        muted, grid = self.palette["muted"], self.palette["grid"]
        for value in ticks.value_ticks(0, most, _GRID):
            x, y = at(0, value)
            self.line(
                [(x, y), (at(widest, value)[0], y)], self.palette["axis"] if not value else grid
            )
            text = ticks.axis_text(value, "fen", self.lang)
            self.word(x - 6 * self.scale, y, text, muted, "right")
        for value in ticks.value_ticks(0, widest, _GRID):
            x, y = at(value, 0)
            text = ticks.axis_text(value, "fen", self.lang)
            self.word(x, y + 13 * self.scale, text, muted, "center")

    def _point(self, at: tuple[float, float], face: str, edge: str) -> None:
        self._add(
            Line2D(
                [at[0]],
                [at[1]],
                linestyle="none",
                marker="o",
                markersize=9 * self.scale,
                markerfacecolor=face,
                markeredgecolor=edge,
                markeredgewidth=2,
                zorder=5,
            )
        )


def responses(
    figure: Figure,
    ways: Sequence[Response],
    *,
    words: ResponseWords,
    palette: Mapping[str, str],
    lang: str = "zh",
    scale: float = 1.0,
) -> ResponsePlot:
    """Draw into an empty `figure`; call `ResponsePlot.arrange` before showing it."""
    return ResponsePlot(
        figure=figure,
        palette=palette,
        lang=lang,
        scale=scale,
        legend=(
            LegendItem(words.now, "", "word"),
            LegendItem(words.proposed, "", "word"),
            LegendItem(words.even, palette["text"]),
        ),
        ways=tuple(ways),
    )
