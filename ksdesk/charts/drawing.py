"""A figure in pixels: lines, boxes and words where a chart wants them.

Positions are pixels from the upper left corner at 72 dpi, the same as Qt's, whatever the screen's
density.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D

from ksdesk.charts import style
from ksdesk.charts.pieces import LegendItem
from ksdesk.charts.words import Word


@dataclass(kw_only=True)
class Drawing:
    """What all charts share: the canvas and the exports hold one."""

    figure: Figure
    palette: Mapping[str, str]
    lang: str
    scale: float = 1.0
    legend: tuple[LegendItem, ...] = ()
    width: float = 0.0
    height: float = 0.0
    _pixels: Affine2D = field(default_factory=Affine2D)
    _chrome: list[Artist] = field(default_factory=list)

    @property
    def min_height(self) -> float:
        """Below this its parts would run into each other."""
        raise NotImplementedError

    def arrange(self, width: float, height: float, above: float = 0.0, below: float = 0.0) -> None:
        """Lay out for `width` × `height` pixels, of which `above` and `below` stay free."""
        raise NotImplementedError

    def resize(self, width: float, height: float) -> None:
        """Take up so many pixels."""
        self.width, self.height = float(max(round(width), 120)), float(max(round(height), 80))
        self.figure.set_size_inches(self.width / style.DPI, self.height / style.DPI)
        self._pixels.clear().scale(1, -1).translate(0, self.height).scale(1 / style.DPI)

    def clear(self) -> None:
        """Take away what was drawn with `line`, `box` and `word`."""
        for artist in self._chrome:
            artist.remove()
        self._chrome.clear()

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._pixels + self.figure.dpi_scale_trans)
        self.figure.add_artist(artist)
        self._chrome.append(artist)

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width: float = 1.0,
        dash: tuple[float, ...] = (),
        order: float = -1.0,
    ) -> None:
        """A line through pixels, broken at NaN; it goes with the next `show`."""
        line = Line2D(
            [x for x, _ in points],
            [y for _, y in points],
            color=colour,
            linewidth=width,
            linestyle=(0, dash) if dash else "-",
            solid_capstyle="butt",
            zorder=order,
        )
        line.set_snap(True)
        self._add(line)

    def box(
        self, left: float, top: float, width: float, height: float, colour: str, order: float = -3
    ) -> None:
        """A filled rectangle of pixels behind everything; it goes with the next `show`."""
        patch = Rectangle((left, top), width, height, facecolor=colour, linewidth=0, zorder=order)
        patch.set_snap(True)
        self._add(patch)

    def boxes(
        self, places: Sequence[tuple[float, float, float, float]], colours: Sequence[str]
    ) -> None:
        """Many filled rectangles (left, top, width, height) as one artist, behind everything."""
        corners = [
            [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
            for x, y, wide, high in places
        ]
        found = PolyCollection(
            corners, facecolors=list(colours), linewidths=0, antialiaseds=False, zorder=-3
        )
        self._add(found)

    def word(
        self,
        x: float,
        y: float,
        text: str,
        colour: str,
        side: Literal["left", "center", "right"] = "left",
        bold: bool = False,
        size: float = style.SMALL,
    ) -> None:
        """A text whose middle line is at pixel `y`; it goes with the next `show`."""
        # A quarter of an em below the middle is the base line of Latin and Chinese alike.
        self._add(
            Word(
                x,
                y + 0.37 * size * self.scale,
                style.plain_text(text),
                color=colour,
                fontsize=size * self.scale,
                fontweight="bold" if bold else "normal",
                horizontalalignment=side,
                verticalalignment="baseline",
                zorder=6,
            )
        )

    def text_width(self, text: str, bold: bool = False, size: float = style.SMALL) -> float:
        """Pixels that `word` would take."""
        return style.text_width(style.plain_text(text), size * self.scale, bold)
