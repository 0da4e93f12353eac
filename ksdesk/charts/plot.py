"""A drawn chart that can be laid out, moved and asked: what the canvas and the exports hold.

Positions are pixels from the upper left corner at 72 dpi, the same as Qt's, whatever the
screen's density. The layout is arithmetic on text widths: no solver runs, so a resize costs one
drawing. Only the data lie in matplotlib axes (without axis artists: those cost more than a
million reduced points); grid, ticks and words are placed here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D

from ksdesk.charts import style, ticks
from ksdesk.charts.notes import draw_notes
from ksdesk.charts.pieces import Dot, LegendItem, Mark, Panel, Shade
from ksdesk.charts.track import Track
from ksdesk.charts.words import Word

GUTTER = 48.0
RIGHT = 12.0
STRIP = 60.0
_TICK = 4.0
_FLOOR = 3.0
_BREAK = (math.nan, math.nan)


@dataclass
class Plot:
    """See the module. `full` is the time that can be shown, `view` what is shown."""

    figure: Figure
    panels: tuple[Panel, ...]
    full: tuple[float, float]
    palette: Mapping[str, str]
    lang: str
    scale: float = 1.0
    grain: str = "hour"
    shades: tuple[Shade, ...] = ()
    marks: tuple[Mark, ...] = ()
    dots: tuple[Dot, ...] = ()
    legend: tuple[LegendItem, ...] = ()
    empty: str = ""
    now: float | None = None
    top_room: float = 8.0
    view: tuple[float, float] = (0.0, 1.0)
    width: float = 0.0
    height: float = 0.0
    left: float = GUTTER
    _pixels: Affine2D = field(default_factory=Affine2D)
    _chrome: list[Artist] = field(default_factory=list)
    _fitted: bool = False

    def __post_init__(self) -> None:
        self.view = self.full

    # -- layout ------------------------------------------------------------------------------

    @property
    def tracks(self) -> tuple[Track, ...]:
        """All series, panel by panel."""
        return tuple(track for panel in self.panels for track in panel.tracks)

    @property
    def nothing(self) -> bool:
        """No series has a value."""
        return all(track.empty for track in self.tracks)

    @property
    def min_height(self) -> float:
        """Below this the panels would run into each other."""
        free = sum(0 if p.strip else 120 if i == 0 else 72 for i, p in enumerate(self.panels))
        return free + sum(p.fixed for p in self.panels) + self._below

    @property
    def _columns(self) -> int:
        """Pixel columns at most: known before the labels have said how wide the gutter is."""
        return max(1, round(self.width - RIGHT - GUTTER * self.scale))

    @property
    def _below(self) -> float:
        return 10 + 15 * self.scale

    @property
    def right(self) -> float:
        """Pixel of the plot's right edge."""
        return self.width - RIGHT

    @property
    def top(self) -> float:
        """Pixel of the plot's upper edge."""
        return self.panels[0].top

    @property
    def bottom(self) -> float:
        """Pixel of the time axis."""
        return self.panels[-1].bottom

    def arrange(self, width: float, height: float, inset: float = 0.0) -> None:
        """Lay out for `width` × `height` pixels, leaving `inset` free above; then `show` again."""
        self.width, self.height = float(max(round(width), 120)), float(max(round(height), 80))
        self.figure.set_size_inches(self.width / style.DPI, self.height / style.DPI)
        self._pixels.clear().scale(1, -1).translate(0, self.height).scale(1 / style.DPI)
        fixed = sum(panel.fixed for panel in self.panels)
        free = max(40.0, self.height - inset - self._below - fixed)
        weights = sum(panel.weight for panel in self.panels if not panel.strip) or 1.0
        top = inset
        for panel in self.panels:
            panel.top = top
            panel.height = float(round(panel.fixed or free * panel.weight / weights))
            top = panel.bottom
        self.show(*self.view)

    def show(self, start: float, end: float, *, fit: bool = True) -> None:
        """Show a time range. `fit` adapts the value axes to what is in sight."""
        self.view = (start, end)
        if fit or not self._fitted:
            for panel in self.panels:
                self._fit(panel)
            self._fitted = True
        with style.styled(self.palette, self.scale):
            self._clear()
            self._place_axes()
            self._draw_grid()
            self._draw_times()
            draw_notes(self)

    def _fit(self, panel: Panel) -> None:
        found = [track.extremes(*self.view, self._columns) for track in panel.tracks]
        known = [pair for pair in found if pair is not None]
        low = min([0.0, *(pair[0] for pair in known)])
        high = max([0.0, *(pair[1] for pair in known)])
        if high <= low:
            high = low + (100.0 if panel.unit == "fen" else 1.0)
        head = max(panel.head, self.top_room) if panel is self.panels[0] else panel.head
        floor = _FLOOR if low < 0 or panel is not self.panels[-1] else 0.0
        one = (high - low) / max(8.0, panel.height - head - floor)
        panel.room, panel.floor = head, floor
        panel.low, panel.high = low - floor * one, high + head * one

    def _place_axes(self) -> None:
        words = [
            style.text_width(text, style.SMALL * self.scale)
            for panel in self.panels
            for _, text in self._value_labels(panel)
        ]
        self.left = float(math.ceil(max(GUTTER * self.scale, max(words, default=0.0) + 10)))
        wide = max(10.0, self.right - self.left)
        for panel in self.panels:
            panel.axes.set_position(
                (
                    self.left / self.width,
                    1 - panel.bottom / self.height,
                    wide / self.width,
                    panel.height / self.height,
                )
            )
            panel.axes.set_xlim(*self.view)
            panel.axes.set_ylim(panel.low, panel.high)
            for track in panel.tracks:
                track.draw(*self.view, max(1, round(wide)) if panel.strip else self._columns)

    def _value_labels(self, panel: Panel) -> list[tuple[float, str]]:
        per_pixel = (panel.high - panel.low) / panel.height
        if panel.strip:
            high = panel.high - panel.room * per_pixel
            filled = any(track.extremes(*self.view, self._columns) for track in panel.tracks)
            sign = "¥" if panel.unit in ("fen", "yuan") else ""
            text = sign + ticks.axis_text(ticks.rounded(high), panel.unit, self.lang)
            return [(high, text)] if filled else []
        if all(track.empty for track in panel.tracks):
            return [(0.0, "")]
        low = panel.low + panel.floor * per_pixel
        most = max(1, min(5, int(panel.height / (30 * self.scale))))
        high = panel.high - (panel.room - 6) * per_pixel
        lines = ticks.value_ticks(low, high, most, whole=panel.unit == "count")
        return [(value, ticks.axis_text(value, panel.unit, self.lang)) for value in lines]

    # -- drawing -----------------------------------------------------------------------------

    def _clear(self) -> None:
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

    def _draw_grid(self) -> None:
        muted = self.palette["muted"]
        lines: list[tuple[float, float]] = []
        for panel in self.panels:
            for value, text in self._value_labels(panel):
                y = round(panel.y(value)) + 0.5
                if not panel.strip and self.bottom - y > 2:
                    lines += [(self.left, y), (self.right, y), _BREAK]
                self.word(self.left - 8, y, text, muted, "right")
            if panel.title:
                self._draw_title(panel)
        self.line(lines, self.palette["grid"])

    def _draw_title(self, panel: Panel) -> None:
        y = panel.top + 10 * self.scale
        colour = self.palette["muted"] if panel.strip else panel.tracks[0].colour
        if panel.strip and self.text_width(panel.title) <= self.left - 8:
            self.word(self.left - 8, y, panel.title, colour, "right")
        else:
            self.word(self.left, y, panel.title, colour, "left", bold=not panel.strip)

    def _draw_times(self) -> None:
        axis, muted = self.palette["axis"], self.palette["muted"]
        y = round(self.bottom) + 0.5
        self.line([(self.left, y), (self.right, y)], axis, order=1)
        wide = self.right - self.left
        found = ticks.time_ticks(*self.view, wide, self.lang, self.text_width)
        step = len(found.marks) // max(1, int(wide // 6)) + 1
        ticked = [self.x(mark) for mark in found.marks[::step]]
        points = [point for x in ticked for point in ((x, y), (x, y + _TICK), _BREAK)]
        self.line(points, axis)
        for at, text in found.labels:
            half, x = self.text_width(text) / 2, self.x(at)
            if x - half >= 0 and x + half <= self.width:
                self.word(x, y + 5 + 8 * self.scale, text, muted, "center")

    # -- where things are -------------------------------------------------------------------

    def x(self, time: float) -> float:
        """Pixel of a time."""
        start, end = self.view
        return self.left + (time - start) / (end - start) * (self.right - self.left)

    @property
    def seconds_per_pixel(self) -> float:
        """How much time one pixel column holds."""
        return (self.view[1] - self.view[0]) / max(1.0, self.right - self.left)

    def time_at(self, x: float) -> float:
        """Time at a pixel."""
        return self.view[0] + (x - self.left) * self.seconds_per_pixel
