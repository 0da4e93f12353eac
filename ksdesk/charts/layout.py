"""Where things lie in a chart over time, in pixels: arithmetic on text widths, no solver."""

from __future__ import annotations

from dataclasses import dataclass

from ksdesk.charts.drawing import Drawing
from ksdesk.charts.pieces import Dot, Mark, Panel, Shade
from ksdesk.charts.track import Track

GUTTER = 48.0
RIGHT = 12.0
STRIP = 60.0


@dataclass(kw_only=True)
class Layout(Drawing):
    """`full` is the time that can be shown, `view` what is shown."""

    panels: tuple[Panel, ...]
    full: tuple[float, float]
    grain: str = "hour"
    shades: tuple[Shade, ...] = ()
    marks: tuple[Mark, ...] = ()
    dots: tuple[Dot, ...] = ()
    empty: str = ""
    now: float | None = None
    top_room: float = 8.0
    view: tuple[float, float] = (0.0, 1.0)
    left: float = GUTTER

    def __post_init__(self) -> None:
        self.view = self.full

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
