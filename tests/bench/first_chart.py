"""Opens a book's traffic page as a click does and prints how long until its chart is painted.

    python first_chart.py DATA_FOLDER

One JSON line, seconds each: first (the click to the painted chart), later (another view of it),
switch (from today and back to it, the longer of both).
"""

from __future__ import annotations

import json
import sys
import time
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
from ksdesk.ui.shell.theme import Theme
from ksdesk.ui.shell.window import MainWindow

NOW = datetime(2026, 11, 18, 10, 20)
TIMES = 9
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def main(folder: Path) -> None:
    app = QApplication([])
    paths = Paths(folder)
    language.speak("zh")
    theme = Theme("light", 1.0, "red", "zh")
    theme.apply(app)
    settings = Settings(paths.settings_file)
    settings.set(welcomed=True)
    book, jobs = Store.open(paths.book), Jobs()
    jobs.connection = book.connection
    ctx = Context(book, paths, settings, theme, jobs, ScriptedAsk(), lambda: NOW)
    window = MainWindow(ctx)
    window.resize(1280, 800)
    window.show()
    window.navigate("today")
    settle(app, jobs)

    def painted() -> bool:
        page = window.pages["traffic"]
        curve = page.filled.curve
        canvas = None if curve is None or curve.card is None else curve.card.canvas
        return canvas is not None and canvas.plot is not None and not canvas._stale

    start = time.perf_counter()
    window.navigate("traffic")
    while not painted():
        app.processEvents(WAIT)  # as the event loop does: asleep while others work
    first = time.perf_counter() - start
    settle(app, jobs)
    print(json.dumps({"first": first, **warm(app, window)}))
    window.close()
    jobs.wait()
    book.close()


def warm(app: QApplication, window: MainWindow) -> dict[str, float]:
    """Another view of the chart, and going to another page and back; the middle of several."""
    page = window.pages["traffic"]
    curve = page.filled.curve
    later, away = [], []
    for turn in range(TIMES):
        view = replace(page.shown.view, compare=bool(turn % 2))
        shown = replace(page.shown, view=view)
        start = time.perf_counter()
        curve.show_view(shown)
        app.processEvents()
        later.append(time.perf_counter() - start)
        legs = []
        for topic in ("today", "traffic"):
            start = time.perf_counter()
            window.navigate(topic)
            app.processEvents()
            legs.append(time.perf_counter() - start)
        away.append(max(legs))
    return {"later": sorted(later)[TIMES // 2], "switch": sorted(away)[TIMES // 2]}


def settle(app: QApplication, jobs: Jobs) -> None:
    """Wait until nothing more is to be done."""
    while jobs.busy():
        app.processEvents()
    for _ in range(10):
        app.processEvents()


main(Path(sys.argv[1]))
