"""The parts a chart is made of, and what it answers when asked.

Positions are pixels from the upper left corner at 72 dpi; times are seconds since 1970 of the
Beijing wall clock.
"""

from __future__ import annotations

from dataclasses import dataclass

from ksdesk.charts.area import Area
from ksdesk.charts.track import Track


@dataclass(frozen=True)
class Shade:
    """A stretch of time; `ref` comes back when it is clicked.

    `kind`: alarm is what a warning points at, day a holiday or a promotion, in a quieter colour.
    """

    start: float
    end: float
    label: str = ""
    note: str = ""
    ref: object = None
    kind: str = "alarm"


@dataclass(frozen=True)
class Mark:
    """An event (直播 live, 改价 price change): a dotted line with its word; `ref` comes back.

    `text` is what the seller wrote of it, and stands there in place of the word.
    """

    time: float
    label: str
    ref: object = None
    text: str = ""


@dataclass(frozen=True)
class Dot:
    """An entry on a curve; `bad` is filled (a deduction). `ref` comes back when clicked."""

    time: float
    value: float
    bad: bool = False
    ref: object = None


@dataclass(frozen=True)
class LegendItem:
    """For the card's title row. `kind`: line, bar or shade, heat (a step of the heat map, which
    has no name) or word (a name alone); `dash` in pixels, empty is solid.
    """

    label: str
    colour: str
    kind: str = "line"
    dash: tuple[float, ...] = ()

    @property
    def key_width(self) -> int:
        """Pixels from the left edge to the name."""
        return {"line": 26, "word": 0, "heat": 16}.get(self.kind, 18)

    @property
    def gap(self) -> int:
        """Pixels to the next item."""
        return 6 if self.kind in ("heat", "word") else 14


@dataclass(frozen=True)
class ReadSeries:
    """One series of a read-out; `y` is the dot's pixel or None where there is no value.

    `dot`: it is marked on its curve (bars and the period before are not).
    """

    label: str
    text: str
    colour: str
    y: float | None
    dot: bool = True


@dataclass(frozen=True)
class ChartReading:
    """What the chart says at one time. `time` begins the hour or day, `x` is its pixel."""

    time: float
    x: float
    title: str
    rows: tuple[ReadSeries, ...]


@dataclass(frozen=True)
class SeriesSummary:
    """A series in words, for who cannot see it: figures and the times of the extremes."""

    label: str
    highest: str
    highest_at: str
    lowest: str
    last: str
    last_at: str


@dataclass
class Panel:
    """A value axis of its own over the common time axis.

    It is `fixed` pixels high or has a `weight` in what is left. `head` pixels above the highest
    value are kept free for its title; `room` and `floor` are what was in fact kept free above
    and below when it was last fitted.
    """

    area: Area
    tracks: tuple[Track, ...]
    unit: str
    title: str = ""
    fixed: float = 0.0
    weight: float = 1.0
    head: float = 8.0
    room: float = 8.0
    floor: float = 0.0
    top: float = 0.0
    height: float = 1.0
    low: float = 0.0
    high: float = 1.0

    @property
    def strip(self) -> bool:
        """A row of bars that names only its highest value."""
        return self.fixed > 0

    @property
    def bottom(self) -> float:
        """Pixel of its lower edge."""
        return self.top + self.height

    def y(self, value: float) -> float:
        """Pixel of a value."""
        return self.bottom - (value - self.low) / (self.high - self.low) * self.height
