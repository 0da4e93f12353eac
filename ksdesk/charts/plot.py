"""A drawn chart over time that can be laid out, moved and asked.

A resize costs one drawing. Only the data lie in areas with a scale; grid, ticks and words are
placed here, in pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ksdesk.charts import style, ticks
from ksdesk.charts.layout import GUTTER, Layout
from ksdesk.charts.notes import draw_notes
from ksdesk.charts.pieces import Panel

_TICK = 4.0
_FLOOR = 3.0
_BREAK = (math.nan, math.nan)


@dataclass(kw_only=True)
class Plot(Layout):
    """See the module."""

    _fitted: bool = False

    # -- layout ------------------------------------------------------------------------------

    def arrange(self, width: float, height: float, above: float = 0.0, below: float = 0.0) -> None:
        """Lay out for `width` × `height` pixels, `above` and `below` left free; `show` again."""
        self.resize(width, height)
        fixed = sum(panel.fixed for panel in self.panels)
        free = max(40.0, self.height - above - below - self._below - fixed)
        weights = sum(panel.weight for panel in self.panels if not panel.strip) or 1.0
        top = above
        for panel in self.panels:
            panel.top = top
            panel.height = float(round(panel.fixed or free * panel.weight / weights))
            top = panel.bottom
        self.show(*self.view)

    def show(self, start: float, end: float, *, fit: bool = True) -> None:
        """Show a time range. `fit` adapts the value axes to what is in sight."""
        self.view = (start, end)
        if not self.width:  # without a place yet: `arrange` shows this range
            return
        if fit or not self._fitted:
            for panel in self.panels:
                self._fit(panel)
            self._fitted = True
        with style.styled(self.palette, self.scale):
            self.clear()
            self._place_areas()
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

    def _place_areas(self) -> None:
        words = [
            style.text_width(text, style.SMALL * self.scale)
            for panel in self.panels
            for _, text in self._value_labels(panel)
        ]
        self.left = float(math.ceil(max(GUTTER * self.scale, max(words, default=0.0) + 10)))
        wide = max(10.0, self.right - self.left)
        for panel in self.panels:
            place = (
                self.left / self.width,
                1 - panel.bottom / self.height,
                wide / self.width,
                panel.height / self.height,
            )
            panel.area.show(place, self.view, (panel.low, panel.high))
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
        self.line([(self.left, y), (self.right, y)], axis, order=4)
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
