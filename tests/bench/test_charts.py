"""A dense chart costs little more than empty axes; hovering costs a fraction of a drawing.

What is compared runs by turns in one process, and the middle of the times counts: other work on
the machine then slows both alike.
"""

from __future__ import annotations

import functools
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtGui import QImage

from ksdesk.charts import picture, style
from ksdesk.charts.palette import LIGHT
from ksdesk.charts.traffic import ChartSeries, Mark, Shade, curve
from ksdesk.ui.parts.chart.canvas import ChartCanvas
from tests.charts.drawn import hourly

pytestmark = pytest.mark.bench

SIZE = (1000, 500)
ROUNDS = 25


def by_turns(*works: Callable[[], object]) -> list[float]:
    """Seconds that each work takes in the middle of its rounds; two rounds before warm up."""
    times: list[list[float]] = [[] for _ in works]
    for turn in range(ROUNDS + 2):
        for work, found in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            if turn > 1:
                found.append(time.perf_counter() - start)
    return [statistics.median(found) for found in times]


def empty_axes() -> Callable[[], object]:
    """A frame of plain matplotlib with one empty pair of axes."""
    figure = Figure(figsize=(SIZE[0] / 72, SIZE[1] / 72), dpi=72)
    figure.add_subplot()
    return FigureCanvasAgg(figure).draw


def million(count: int = 1_000_000, lines: int = 1, **more: object):
    """So many minutes of so many measures on one value axis."""
    times = np.datetime64("2014-07-01", "s") + np.arange(count) * np.timedelta64(60, "s")
    random = np.random.default_rng(1)
    series = [
        ChartSeries(f"v{seat}", f"v{seat}", times, np.cumsum(random.normal(0, 1, count)))
        for seat in range(lines)
    ]
    with style.styled(LIGHT):
        figure = Figure(dpi=72)
    plot = curve(figure, series, grain="raw", palette=LIGHT, **more)
    plot.arrange(*SIZE)
    return plot


def moving(plot) -> Callable[[], object]:
    """Pan and zoom by turns: no two frames show the same times."""
    start, end = plot.full
    turn = iter(range(10**6))

    def frame() -> None:
        step = next(turn)
        length = (end - start) * (0.95 if step % 2 else 0.6)
        begin = start + (end - start) * 0.0005 * step
        plot.show(begin, begin + length)
        picture.rendered(plot)

    return frame


def test_moving_over_a_million_points(measured) -> None:
    plain, ours = by_turns(empty_axes(), moving(million()))
    measured("curve: a frame over 1M points, to empty axes", ours / plain, "×", most=0.6)


def test_moving_over_three_times_a_million_points_with_alarms(measured) -> None:
    def at(share: float) -> np.datetime64:
        return np.datetime64("2014-07-01", "s") + np.timedelta64(int(share * 6e7), "s")

    alarms = [Shade(at(n / 20), at(n / 20 + 0.02), "疑似异常", f"{n}", n) for n in range(20)]
    quiet = [Shade(at(n / 15), at(n / 15 + 0.005), "双11", kind="day") for n in range(15)]
    marks = [Mark(at(n / 12), "直播") for n in range(12)]
    plot = million(lines=3, shades=[*quiet, *alarms], marks=marks)
    plain, ours = by_turns(empty_axes(), moving(plot))
    what = "curve: a frame of three series, alarms, shades and marks, to empty axes"
    measured(what, ours / plain, "×", most=1.25)


def test_a_full_traffic_chart_against_empty_axes(measured) -> None:
    with style.styled(LIGHT):
        figure = Figure(dpi=72)
    plot = hourly()(figure, palette=LIGHT, scale=1.0)
    plot.arrange(*SIZE)

    def redraw() -> None:
        plot.show(*plot.full)
        picture.rendered(plot)

    plain, ours = by_turns(empty_axes(), redraw)
    what = "curve: a week of hours with spend, ghost and shade, to empty axes"
    measured(what, ours / plain, "×", most=1.5)


def test_hover_against_empty_axes(qtbot, measured) -> None:
    canvas = ChartCanvas("bench")
    qtbot.addWidget(canvas)
    canvas.resize(*SIZE)
    canvas.set_chart(functools.partial(hourly()))
    canvas.show()
    canvas.grab()
    screen = QImage(*SIZE, QImage.Format.Format_RGB32)
    plot = canvas.plot
    assert plot is not None
    hour = iter(range(10**6))

    def hover() -> None:
        canvas._read(plot.full[0] + next(hour) % 150 * 3600)
        canvas.render(screen)

    plain, ours = by_turns(empty_axes(), hover)
    measured("curve: the reading under the pointer, to empty axes", ours / plain, "×", most=0.1)


FIRST_CHART = Path(__file__).with_name("first_chart.py")
ROOT = FIRST_CHART.parents[2]


@pytest.fixture(scope="module")
def sample_shop(tmp_path_factory) -> Path:
    """A data folder with the sample shop as its book."""
    from datetime import datetime

    from ksdesk import sample
    from ksdesk.paths import Paths

    paths = Paths(tmp_path_factory.mktemp("shop") / "data")
    paths.make()
    sample.build(paths.book, datetime(2026, 11, 18, 10, 20))
    return paths.data


def opened(folder: Path, fonts: Path, *how: str) -> dict[str, float]:
    """What the driver measured in a process of its own, with matplotlib's list in `fonts`.

    Modules stay compiled from the warm-up on, as on a seller's machine.
    """
    own = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "MPLCONFIGDIR": str(fonts),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "ui")]),
        "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled"),
    }
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, str(FIRST_CHART), str(folder), *how]
    done = subprocess.run(command, env=own, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.timeout(900)
def test_the_first_chart_after_a_click(sample_shop, tmp_path, measured) -> None:
    """Of a start, it comes after the window was left alone for the seconds after which a worker
    loads what draws. What else runs on the machine may delay the UI thread too: its best counts."""
    opened(sample_shop, tmp_path / "warm-up")
    new = [opened(sample_shop, tmp_path / f"new{turn}", "--at-once") for turn in range(3)]
    known = [opened(sample_shop, tmp_path / "warm-up") for _ in range(5)]
    first, usual, later, switch = (
        statistics.median(run[name] for run in known)
        for name in ("first", "first_worked", "later", "switch")
    )
    ever, wait = min(run["first_worked"] for run in new), min(run["wait"] for run in known)
    measured("curve: the first one ever on a computer, at once", ever, "s", most=1.5)
    measured("curve: the first one of a start", usual, "s", most=0.6)
    measured("curve: the first one of a start, by the clock", first, "s")
    measured("curve: longest wait of the screen while it is loaded", wait * 1000, most=50)
    measured("curve: a later one", later * 1000, most=60)
    measured("curve: back to its page", switch * 1000, most=50)
