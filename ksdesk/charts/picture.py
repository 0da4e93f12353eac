"""A chart as a picture to keep, send or print: light, bundled fonts only, with its title, legend,
range, formulas and the files it comes from: whoever gets it alone can tell what it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from ksdesk.charts import style, ticks
from ksdesk.charts.drawing import Drawing
from ksdesk.charts.palette import LIGHT
from ksdesk.charts.pieces import LegendItem
from ksdesk.charts.plot import Plot

Builder = Callable[..., Drawing]
"""Draws into a figure: called as build(figure, palette=…, scale=…)."""

HEADER = 40.0
_MARGIN = 16.0
_LINE = 18.0
_SHARP = 2


@dataclass(frozen=True)
class Caption:
    """What stands around the chart: its title above, its foot below, a line each.

    Of a curve the range in sight is said first.
    """

    title: str = ""
    foot: tuple[str, ...] = ()


def picture(
    build: Builder,
    width: float,
    height: float,
    caption: Caption = Caption(),
    *,
    view: tuple[float, float] | None = None,
) -> Drawing:
    """The chart of `build` on `width` × `height` pixels between title, legend and foot."""
    with style.styled(LIGHT):
        figure = Figure(dpi=style.DPI)
    plot = build(figure, palette=LIGHT, scale=1.0)
    foot = [line for line in caption.foot if line]
    if isinstance(plot, Plot):
        plot.view = view or plot.view
        foot.insert(0, ticks.range_text(*plot.view, plot.lang))
    below = _LINE * len(foot) + (_MARGIN if foot else 0.0)
    plot.arrange(width, height + HEADER + below, HEADER, below)
    with style.styled(LIGHT):
        _header(plot, caption.title)
        for number, line in enumerate(foot):
            y = plot.height - below + _MARGIN / 2 + _LINE * (number + 0.5)
            text = _fitting(plot, line, plot.width - 2 * _MARGIN)
            plot.word(_MARGIN, y, text, LIGHT["muted"])
    return plot


def _fitting(plot: Drawing, text: str, room: float) -> str:
    """The text, its end cut off where it is too long."""
    if plot.text_width(text) <= room:
        return text
    while text and plot.text_width(text + "…") > room:
        text = text[:-1]
    return text + "…"


def save(
    build: Builder,
    path: Path,
    width: float,
    height: float,
    caption: Caption = Caption(),
    *,
    view: tuple[float, float] | None = None,
    ending: str = "",
) -> None:
    """Write PNG (twice as sharp as the screen) or SVG, by `ending` or the name's own; OSError as
    it is.

    A half-written file is taken away again.
    """
    plot = picture(build, width, height, caption, view=view)
    kind = "svg" if (ending or path.suffix).lower() == ".svg" else "png"
    about = {"Date": None, "Title": style.plain_text(caption.title)} if kind == "svg" else {}
    try:
        with style.styled(LIGHT):
            plot.figure.savefig(path, format=kind, dpi=style.DPI * _SHARP, metadata=about)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def pixels(
    build: Builder,
    width: float,
    height: float,
    caption: Caption = Caption(),
    *,
    view: tuple[float, float] | None = None,
    sharp: float = _SHARP,
) -> npt.NDArray[np.uint8]:
    """The same picture as rows × columns × RGBA, for the clipboard and for paper."""
    plot = picture(build, width, height, caption, view=view)
    return rendered(plot, sharp)


def rendered(plot: Drawing, ratio: float = 1.0) -> npt.NDArray[np.uint8]:
    """An arranged plot as rows × columns × RGBA, `ratio` device pixels to a pixel."""
    plot.figure.set_dpi(style.DPI * ratio)
    canvas = plot.figure.canvas
    if not isinstance(canvas, FigureCanvasAgg):
        canvas = FigureCanvasAgg(plot.figure)
    with style.styled(plot.palette, plot.scale):
        canvas.draw()  # type: ignore[no-untyped-call]
        return np.array(canvas.buffer_rgba())  # type: ignore[no-untyped-call]


def _header(plot: Drawing, title: str) -> None:
    y, x = HEADER / 2 - 4, _MARGIN
    if title:
        plot.word(x, y, title, plot.palette["text"], bold=True, size=style.BODY)
        x += plot.text_width(title, bold=True, size=style.BODY) + 12
    for item in plot.legend:
        wide = plot.text_width(item.label) if item.label else 0.0
        if x + item.key_width + wide > plot.width - _MARGIN:
            break
        _key(plot, item, x, y)
        if item.label:
            plot.word(x + item.key_width, y, item.label, plot.palette["muted"])
        x += item.key_width + wide + item.gap


def _key(plot: Drawing, item: LegendItem, x: float, y: float) -> None:
    if item.kind == "line":
        plot.line([(x, y), (x + 20, y)], item.colour, 2.0, item.dash)
    elif item.kind != "word":
        plot.box(x, y - 5, 16 if item.kind == "heat" else 12, 10, item.colour)
