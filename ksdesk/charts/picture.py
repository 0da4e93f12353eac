"""A chart as a picture to keep or send: light, with its title and legend, bundled fonts only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from ksdesk.charts import style
from ksdesk.charts.palette import LIGHT
from ksdesk.charts.pieces import LegendItem
from ksdesk.charts.plot import Plot

Builder = Callable[..., Plot]
"""Draws into a figure: called as build(figure, palette=…, scale=…)."""

HEADER = 40.0
_MARGIN = 16.0
_SHARP = 2


def picture(
    build: Builder,
    width: float,
    height: float,
    *,
    title: str = "",
    view: tuple[float, float] | None = None,
    palette: Mapping[str, str] = LIGHT,
) -> Plot:
    """The chart of `build` on `width` × `height` pixels below a row with title and legend."""
    with style.styled(palette):
        figure = Figure(dpi=style.DPI)
    plot = build(figure, palette=palette, scale=1.0)
    if view is not None:
        plot.view = view
    plot.arrange(width, height + HEADER, HEADER)
    with style.styled(palette):
        _header(plot, title)
    return plot


def save(
    build: Builder,
    path: Path,
    width: float,
    height: float,
    *,
    title: str = "",
    view: tuple[float, float] | None = None,
) -> None:
    """Write PNG (twice as sharp as the screen) or SVG by the name's ending; OSError as it is.

    A half-written file is taken away again.
    """
    plot = picture(build, width, height, title=title, view=view)
    kind = "svg" if path.suffix.lower() == ".svg" else "png"
    about = {"Date": None, "Title": style.plain_text(title)} if kind == "svg" else {}
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
    *,
    title: str = "",
    view: tuple[float, float] | None = None,
) -> npt.NDArray[np.uint8]:
    """The same picture as rows × columns × RGBA, for the clipboard."""
    plot = picture(build, width, height, title=title, view=view)
    return rendered(plot, _SHARP)


def rendered(plot: Plot, ratio: float = 1.0) -> npt.NDArray[np.uint8]:
    """An arranged plot as rows × columns × RGBA, `ratio` device pixels to a pixel."""
    plot.figure.set_dpi(style.DPI * ratio)
    canvas = plot.figure.canvas
    if not isinstance(canvas, FigureCanvasAgg):
        canvas = FigureCanvasAgg(plot.figure)
    with style.styled(plot.palette, plot.scale):
        canvas.draw()  # type: ignore[no-untyped-call]
        return np.array(canvas.buffer_rgba())  # type: ignore[no-untyped-call]


def _header(plot: Plot, title: str) -> None:
    y, x = HEADER / 2 - 4, _MARGIN
    if title:
        plot.word(x, y, title, plot.palette["text"], bold=True, size=style.BODY)
        x += plot.text_width(title, bold=True, size=style.BODY) + 12
    for item in plot.legend:
        wide = plot.text_width(item.label)
        if x + 26 + wide > plot.width - _MARGIN:
            break
        _key(plot, item, x, y)
        plot.word(x + 26, y, item.label, plot.palette["muted"])
        x += 26 + wide + 14


def _key(plot: Plot, item: LegendItem, x: float, y: float) -> None:
    if item.kind == "line":
        plot.line([(x, y), (x + 20, y)], item.colour, 2.0, item.dash)
    else:
        plot.box(x + 8, y - 5, 12, 10, item.colour)
