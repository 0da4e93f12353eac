"""什么时候人多: a measure by weekday and hour of day, the best hours framed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from ksdesk.charts import style, ticks
from ksdesk.charts.drawing import Drawing
from ksdesk.charts.pieces import LegendItem

CELL = 28.0
_GUTTER = 48.0
_RIGHT = 12.0
_TOP = 4.0
_AXIS = 25.0
_DAYS, _HOURS = 7, 24
_NAMED = 3  # hours from name to name
_STEPS = 5


@dataclass(kw_only=True)
class HeatPlot(Drawing):
    """`cells[weekday][hour]`, Monday first, None where nothing is known; `best`: from, to."""

    cells: Sequence[Sequence[float | None]]
    best: tuple[int, int] | None
    unit: str
    words: tuple[str, str]
    top: float = _TOP
    cell_width: float = CELL
    cell_height: float = CELL

    @property
    def left(self) -> float:
        """Pixel of the first hour."""
        return _GUTTER * self.scale

    @property
    def min_height(self) -> float:
        return _TOP + _DAYS * 20 * self.scale + _AXIS * self.scale

    def arrange(self, width: float, height: float, above: float = 0.0, below: float = 0.0) -> None:
        self.resize(width, height)
        self.top = above + _TOP
        free = self.height - self.top - below - _AXIS * self.scale
        # Whole pixels: cells of one size with even gaps.
        self.cell_width = max(4.0, (self.width - _RIGHT - self.left) // _HOURS)
        self.cell_height = max(8.0, min(free // _DAYS, CELL * self.scale))
        with style.styled(self.palette, self.scale):
            self.clear()
            self._draw_cells()
            self._draw_axes()
            if self.best is not None:
                self._draw_frame(*self.best)

    def box_of(self, day: int, hour: int) -> tuple[float, float, float, float]:
        """Left, top, width and height of a cell with its gap."""
        left = self.left + hour * self.cell_width
        return left, self.top + day * self.cell_height, self.cell_width, self.cell_height

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Weekday and hour under a pixel."""
        day = int((y - self.top) // self.cell_height)
        hour = int((x - self.left) // self.cell_width)
        return (day, hour) if 0 <= day < _DAYS and 0 <= hour < _HOURS else None

    def cell_text(self, day: int, hour: int) -> tuple[str, str]:
        """周日 21 点, and its value."""
        value = self.cells[day][hour]
        said = ticks.NOTHING if value is None else ticks.number_text(value, self.unit)
        name = ticks.weekday_name(day, self.lang)
        if self.lang == "zh":
            return f"{name} {hour} 点", said
        return f"{name} {hour:02d}:00", said

    def _draw_cells(self) -> None:
        most = max((value for row in self.cells for value in row if value is not None), default=0)
        places, colours = [], []
        for day, row in enumerate(self.cells):
            for hour, value in enumerate(row):
                if value is not None:
                    left, top, wide, high = self.box_of(day, hour)
                    places.append((left, top, wide - 1, high - 1))
                    colours.append(blend(self.palette, value / most if most > 0 else 0.0))
        self.boxes(places, colours)

    def _draw_axes(self) -> None:
        muted = self.palette["muted"]
        for day in range(_DAYS):
            y = self.top + (day + 0.5) * self.cell_height
            self.word(self.left - 8, y, ticks.weekday_name(day, self.lang), muted, "right")
        y = self.top + _DAYS * self.cell_height + 12 * self.scale
        for hour in range(0, _HOURS, _NAMED):
            x = self.left + (hour + 0.5) * self.cell_width
            text = f"{hour}点" if self.lang == "zh" else f"{hour:02d}"
            self.word(x, y, text, muted, "center")

    def _draw_frame(self, first: int, last: int) -> None:
        left, right = (self.left + hour * self.cell_width - 0.5 for hour in (first, last))
        top, bottom = self.top - 0.5, self.top + _DAYS * self.cell_height - 0.5
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        self.line(corners, self.palette["text"], 1.5, order=2)


def heat_map(
    figure: Figure,
    cells: Sequence[Sequence[float | None]],
    *,
    best: tuple[int, int] | None = None,
    unit: str = "count",
    words: tuple[str, str] = ("", ""),
    palette: Mapping[str, str],
    lang: str = "zh",
    scale: float = 1.0,
) -> HeatPlot:
    """Draw into an empty `figure`; `words` are few and many, for the legend."""
    few, many = words
    colours = [blend(palette, step / (_STEPS - 1)) for step in range(_STEPS)]
    steps = [LegendItem("", colour, "heat") for colour in colours]
    legend = [LegendItem(few, "", "word"), *steps, LegendItem(many, "", "word")]
    return HeatPlot(
        figure=figure,
        palette=palette,
        lang=lang,
        scale=scale,
        legend=tuple(legend),
        cells=cells,
        best=best,
        unit=ticks.unit_of(unit),
        words=words,
    )


def blend(palette: Mapping[str, str], share: float) -> str:
    """The colour between least and most, linear in RGB."""
    low, high = palette["heat_low"], palette["heat_high"]
    share = min(max(share, 0.0), 1.0)
    parts = [(int(low[at : at + 2], 16), int(high[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)
