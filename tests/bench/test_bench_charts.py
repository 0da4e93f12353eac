"""A dense chart costs little more than empty axes; hovering costs a fraction of a drawing."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtGui import QImage

from ksdesk.charts import picture, style
from ksdesk.charts.palette import LIGHT
from ksdesk.charts.traffic import Series, curve
from ksdesk.ui.parts.chart import ChartCanvas
from tests.charts.drawn import hourly

pytestmark = pytest.mark.bench

SIZE = (1000, 500)


def best_of(count: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest run; one run before warms up."""
    work()
    found = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def empty_axes() -> Callable[[], object]:
    """A frame of plain matplotlib with one empty pair of axes."""
    figure = Figure(figsize=(SIZE[0] / 72, SIZE[1] / 72), dpi=72)
    figure.add_subplot()
    return FigureCanvasAgg(figure).draw


def million(count: int = 1_000_000):
    times = np.datetime64("2014-07-01", "s") + np.arange(count) * np.timedelta64(60, "s")
    values = np.cumsum(np.random.default_rng(1).normal(0, 1, count))
    with style.styled(LIGHT):
        figure = Figure(dpi=72)
    plot = curve(figure, [Series("v", "v", times, values)], grain="raw", palette=LIGHT)
    plot.arrange(*SIZE)
    return plot


def test_a_million_points_against_empty_axes() -> None:
    plain = best_of(7, empty_axes())
    plot = million()
    start, end = plot.full

    def redraw() -> None:
        plot.show(start, end)
        picture.rendered(plot)

    ours = best_of(7, redraw)
    print(f"1M points, reduced again and drawn: {ours / plain:.2f} × empty axes ({plain:.4f} s)")
    assert ours <= 2.0 * plain


def test_a_full_traffic_chart_against_empty_axes() -> None:
    plain = best_of(7, empty_axes())
    with style.styled(LIGHT):
        figure = Figure(dpi=72)
    plot = hourly()(figure, palette=LIGHT, scale=1.0)
    plot.arrange(*SIZE)

    def redraw() -> None:
        plot.show(*plot.full)
        picture.rendered(plot)

    ours = best_of(7, redraw)
    print(f"week of hours with spend, ghost, shade: {ours / plain:.2f} × empty axes")
    assert ours <= 2.0 * plain


def test_hover_against_a_drawing(qtbot) -> None:
    canvas = ChartCanvas("bench")
    qtbot.addWidget(canvas)
    canvas.resize(*SIZE)
    canvas.set_chart(functools.partial(hourly()))
    canvas.show()
    canvas.grab()
    screen = QImage(*SIZE, QImage.Format.Format_RGB32)
    plot = canvas.plot
    assert plot is not None
    drawing = best_of(5, lambda: picture.rendered(plot))

    def hover() -> None:
        canvas._read(plot.full[0] + 90 * 3600)
        canvas.render(screen)

    ours = best_of(15, hover)
    print(f"hover: {ours / drawing:.2f} × a drawing ({drawing:.4f} s)")
    assert ours <= 0.5 * drawing
