"""Opens a book's traffic page as a click does and prints how long until its chart is painted.

    python first_chart.py DATA_FOLDER [--at-once]

One JSON line, seconds each: first and first_worked (the click to the painted chart, by the clock
and of the processor), later (another view of it), switch (from today and back to it, the longer of
both), both of the processor; wait (the longest that the UI thread once waited before the click,
while a worker loaded what draws). The click comes when that is loaded, or as soon as the window is
there.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from scripted_ask import ScriptedAsk

from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage import Store
from ksdesk.ui.shell import language
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Jobs
from ksdesk.ui.shell.start import show_window
from ksdesk.ui.shell.theme import Theme
from ksdesk.ui.shell.window import MainWindow

NOW = datetime(2026, 11, 18, 10, 20)
TIMES = 9
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def main(folder: Path, *, at_once: bool) -> None:
    gc.disable()  # as app.main: the UI thread collects
    app = QApplication([])
    paths = Paths(folder)
    language.speak("zh")
    theme = Theme("light", 1.0, "red", "zh")
    theme.apply(app)
    settings = Settings(paths.settings_file)
    settings.set(welcomed=True, page="today")
    book, jobs = Store.open(paths.book), Jobs()
    jobs.connection = book.connection
    ctx = Context(book, paths, settings, theme, jobs, ScriptedAsk(), lambda: NOW)
    window = show_window(ctx, [], "")
    settle(app, jobs)
    wait = 0.0 if at_once else longest_wait(app, jobs)

    def painted() -> bool:
        page = window.pages["traffic"]
        curve = page.filled.curve
        canvas = None if curve is None or curve.card is None else curve.card.canvas
        return canvas is not None and canvas.plot is not None and not canvas._stale

    def first() -> None:
        window.navigate("traffic")
        while not painted():
            app.processEvents(WAIT)  # as the event loop does: asleep while others work

    clock, worked = timed(first)
    settle(app, jobs)
    found = {"wait": wait, "first": clock, "first_worked": worked, **warm(app, window)}
    print(json.dumps(found))
    window.close()
    jobs.wait()
    book.close()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """How long it takes, by the clock and of the processor."""
    clock, worked = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - worked


def longest_wait(app: QApplication, jobs: Jobs) -> float:
    """Once the window is left alone: what draws is loaded, and what that left over collected."""
    while "matplotlib" not in sys.modules:
        app.processEvents(WAIT)
    longest, loaded = 0.0, 0.0
    last = time.perf_counter()
    while not loaded or last - loaded < 1.2:
        time.sleep(0.001)
        app.processEvents()
        present = time.perf_counter()
        longest, last = max(longest, present - last), present
        if not loaded and not jobs.busy():
            loaded = present
    return longest


def warm(app: QApplication, window: MainWindow) -> dict[str, float]:
    """Another view of the chart, and going to another page and back; the middle of several."""
    page = window.pages["traffic"]
    curve = page.filled.curve
    later, away = [], []
    for turn in range(TIMES):
        view = replace(page.shown.view, compare=bool(turn % 2))
        shown = replace(page.shown, view=view)
        start = time.process_time()
        curve.show_view(shown)
        app.processEvents()
        later.append(time.process_time() - start)
        legs = []
        for topic in ("today", "traffic"):
            start = time.process_time()
            window.navigate(topic)
            app.processEvents()
            legs.append(time.process_time() - start)
        away.append(max(legs))
    return {"later": sorted(later)[TIMES // 2], "switch": sorted(away)[TIMES // 2]}


def settle(app: QApplication, jobs: Jobs) -> None:
    """Wait until nothing more is to be done."""
    while jobs.busy():
        app.processEvents()
    for _ in range(10):
        app.processEvents()


main(Path(sys.argv[1]), at_once="--at-once" in sys.argv)
