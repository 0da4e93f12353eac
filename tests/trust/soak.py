"""Repeat what a long day repeats, and see whether memory and widgets stay level.

`soak.py --pages N --imports N --switches N`: so many page switches, imports with their undo, and
switches of language and theme over the sample shop (the imports into an own one), in the real
window with its real threads. After a warm-up the memory in use may grow by `GROWTH` megabytes in
each of the three, the number of widgets not at all. Ends with 1 where it does. Needs glibc, and
PYTHONMALLOC=malloc to see what Python holds too.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ksdesk.actions import imports
from ksdesk.domain.imports import Preview, Source
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage.session import PRAGMAS
from ksdesk.ui.parts.notice import Notice
from ksdesk.ui.shell.jobs import Jobs
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.progress import ProgressStrip
from ksdesk.ui.shell.shops import open_context
from ksdesk.ui.shell.start import make_app
from ksdesk.ui.shell.window import MainWindow

NOW = datetime(2026, 11, 18, 10, 20)
GROWTH = 8.0  # megabytes in one phase
LOOKS = [(lang, scheme) for lang in ("zh", "en") for scheme in ("light", "dark")]
WARM = {"page switches": 60, "imports and undos": 20, "languages and themes": 20}


class Soak:
    """The window over the sample shop, driven by calls; between them the event loop runs."""

    def __init__(self, folder: Path, seed: int) -> None:
        paths = Paths(folder)
        paths.make()
        self.settings = Settings(paths.settings_file)
        self.settings.set(welcomed=True, language="zh", scheme="light")
        self.app, theme = make_app(self.settings, "")
        self.jobs = Jobs()
        self.ctx = open_context(paths, self.settings, theme, lambda: NOW, True, self.jobs)
        self.failed: list[BaseException] = []
        self.jobs.failed.connect(self.failed.append)
        self.window = MainWindow(self.ctx)
        self.window.resize(1280, 800)
        self.window.show()
        self.dice = random.Random(seed)
        self.done = 0
        self.rest()

    def rest(self) -> None:
        """Until all that was begun has arrived, and what was dropped is gone."""
        until = time.monotonic() + 60
        self._spin(5)
        while self.jobs.busy() and time.monotonic() < until:
            self._spin(5)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not self.failed, self.failed

    def _spin(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()

    def switch_page(self) -> None:
        self.window.navigate(self.dice.choice(list(PAGES)))
        self.rest()

    def import_and_undo(self) -> None:
        ctx = self.ctx
        self.done += 1
        rows = "".join(f"2026-11-{day:02d},{self.done},{day}\n" for day in range(1, 18))
        source = Source("花费.csv", text="日期,计划Id,花费\n" + rows)
        seen: list[Preview] = []
        read = lambda: imports.preview(ctx.book, source, kind="traffic", now=NOW)  # noqa: E731
        self.jobs.run(ctx.hub, read, done=seen.append)
        self.rest()

        def commit(book: object) -> object:
            return imports.commit(book, seen[0], now=NOW)

        ctx.write(ctx.hub, "import", commit)
        self.rest()
        ctx.undo.undo()
        self.rest()
        imports.drop(seen[0])

    def switch_shop(self, sample: bool) -> None:
        self.ctx.switch_shop(sample)
        self.rest()
        self.window.navigate("today")
        self.rest()

    def switch_look(self) -> None:
        self.done += 1
        self.window.navigate(self.dice.choice(list(PAGES)))
        language, scheme = LOOKS[self.done % len(LOOKS)]
        self.settings.set(language=language, scheme=scheme)
        self.window.restyle()
        self.rest()

    def measured(self) -> tuple[float, Counter[str]]:
        """Megabytes in use, and the widgets by class, in the first look on the first page."""
        self.settings.set(language="zh", scheme="light")
        self.window.restyle()
        for topic in PAGES:
            self.window.navigate(topic)
            self.rest()
        self.window.navigate("today")
        self.rest()
        for _ in range(3):
            gc.collect()
            self.rest()
        alive = [widget for widget in QApplication.allWidgets() if not passing(widget)]
        return allocated(), Counter(type(widget).__name__ for widget in alive)


class _Heap(ctypes.Structure):
    """glibc's struct mallinfo2."""

    _names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
    _fields_ = [(name, ctypes.c_size_t) for name in _names.split()]


def allocated() -> float:
    """Megabytes in use. What was given back stays resident, 30 to 80 MB by how its pieces lie."""
    asked = ctypes.CDLL(None).mallinfo2
    asked.restype = _Heap
    heap = asked()
    return float(heap.uordblks + heap.hblkhd) / 2**20


def passing(widget: QWidget) -> bool:
    """A part of what goes on just now: it comes and goes by the clock."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, ProgressStrip) or (isinstance(above, Notice) and above.isVisible()):
            return True
        above = above.parentWidget()
    return False


def phase(soak: Soak, name: str, count: int, turn: Callable[[], None]) -> list[str]:
    """Repeat, and compare with what it was after the warm-up; what grew."""
    for _ in range(min(WARM[name], count)):
        turn()
    soak.measured()  # what is built once, when each page is first seen, belongs to the warm-up
    before, widgets = soak.measured()
    begun = time.monotonic()
    for place in range(count):
        turn()
        if place % 20 == 19:
            gc.collect()
    took = time.monotonic() - begun
    after, now = soak.measured()
    grown = now - widgets
    print(
        f"{count:5} {name}: {before:.1f} MB, then {after:.1f}; {widgets.total()} widgets, then"
        f" {now.total()}; {took:.0f} s",
        flush=True,
    )
    more = now.total() - widgets.total()
    faults = [f"{name}: {grown.most_common(8)} more"] if more > 0 else []
    if after - before > GROWTH:
        faults.append(f"{name}: {after - before:.1f} MB more")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=15)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--imports", type=int, default=500)
    parser.add_argument("--switches", type=int, default=200)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gc.disable()  # as in the app: only this thread collects
    PRAGMAS["synchronous"] = "off"
    with TemporaryDirectory(prefix="ksdesk-soak-") as folder:
        os.environ["MPLCONFIGDIR"] = folder
        soak = Soak(Path(folder) / "data", asked.seed)
        faults = phase(soak, "page switches", asked.pages, soak.switch_page)
        soak.switch_shop(False)  # in the sample's years of figures each import costs seconds
        faults += phase(soak, "imports and undos", asked.imports, soak.import_and_undo)
        soak.switch_shop(True)
        faults += phase(soak, "languages and themes", asked.switches, soak.switch_look)
        for page in soak.window.pages.values():
            page.retire()
        soak.window.close()
        soak.jobs.wait()
        soak.ctx.book.close()
    print("\n".join(faults) or f"level, seed {asked.seed}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
