"""`--tour DIR`: walk the sample shop through every page and draw each into a picture.

Two languages, two schemes, one picture a stop: `NNN-stop-lang-scheme.png`, NNN counted within the
walk. Runs without a display; jobs run inline, so that a picture shows a page that has arrived.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ksdesk.domain.opening import STEPS
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.jobs import InlineJobs
from ksdesk.ui.shell.look import dress
from ksdesk.ui.shell.page import PageSpec
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.shops import open_context
from ksdesk.ui.shell.start import make_app
from ksdesk.ui.shell.window import MainWindow

LANGUAGES, SCHEMES = ("zh", "en"), ("light", "dark")
QUICK = 70  # of a PNG: a third faster to write, a tenth larger
SETTLE = 30  # milliseconds that a page may take to arrive; what comes later is not in the picture
MOMENT = datetime(2026, 11, 18, 10, 20)
USUAL, SMALL, NARROW, WIDE = QSize(1280, 800), QSize(1093, 614), QSize(960, 640), QSize(1920, 1080)


def tour(folder: Path, lang: str = "") -> int:
    """Draw all pictures into `folder`; 0, 1 and the reason where something broke, or 2 and a
    sentence where the folder takes none.

    Without a `lang` each language is walked by a process of its own, side by side.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        if sys.stderr is not None:
            sys.stderr.write(
                f"{folder} 放不进图片。换一个文件夹：ksdesk --tour 文件夹。 / No picture can be"
                f" put into {folder}; choose another folder with --tour.\n"
            )
        return 2
    if not lang:
        program = [sys.executable] if hasattr(sys, "frozen") else [sys.executable, "-m", "ksdesk"]
        walks = [
            subprocess.Popen([*program, "--tour", folder, "--lang", lang]) for lang in LANGUAGES
        ]
        return max(walk.wait() for walk in walks)
    start = time.monotonic()
    qInstallMessageHandler(_pass_on)
    with tempfile.TemporaryDirectory(prefix="ksdesk-tour-") as data:
        os.environ.setdefault("MPLCONFIGDIR", str(Path(data) / "cache"))
        paths = Paths(Path(data))
        paths.make()
        count = sum(1 for _ in _walk(paths, folder, lang))
    if sys.stdout is not None:
        sys.stdout.write(f"{count} pictures in {folder}, {time.monotonic() - start:.1f} s\n")
    return 0 if count else 1


def _pass_on(_kind: QtMsgType, _where: object, text: str) -> None:
    """Print what Qt says, but not what it says of each window where there is no display."""
    if sys.stderr is not None and "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _walk(paths: Paths, folder: Path, lang: str) -> Iterator[Path]:
    settings = Settings(paths.settings_file)
    settings.set(language=lang)
    app, theme = make_app(settings, lang)
    for sample in (True, False):
        ctx = open_context(paths, settings, theme, lambda: MOMENT, sample, InlineJobs())
        broken: list[BaseException] = []
        ctx.jobs.failed.connect(broken.append)
        for scheme in SCHEMES:
            settings.set(scheme=scheme)
            ctx.theme = dress(app, settings)
            window = MainWindow(ctx)
            stops = _sample_stops if sample else _first_stops
            for number, (name, widget) in enumerate(stops(window), 1 if sample else 201):
                yield _draw(widget, folder / f"{number:03}-{name}-{lang}-{scheme}.png")
            _drop(app, window)
        ctx.book.close()
        if broken:
            raise broken[0]


def _first_stops(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The doors and the pages of a shop that has nothing yet."""
    window.resize(USUAL)
    window.open_first()
    window.show()
    yield "first-start", window
    for topic in PAGES:
        window.navigate(topic)
        yield f"empty-{topic}", window
    for topic in ("traffic", "settings"):
        window.navigate(topic)
        for name, room in _rooms(PAGES[topic], window):
            yield f"own-{name}", room


def _sample_stops(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every page, wizard step and chart of the sample shop, then other window sizes."""
    window.resize(USUAL)
    window.show()
    for topic in PAGES:
        window.navigate(topic)
        yield topic, window
    for step in STEPS:
        window.navigate("opening", step.name)
        yield f"opening-{step.name.replace('.', '-').replace('_', '-')}", window
    for tab in ("data", "about"):
        window.navigate("settings", tab)
        yield f"settings-{tab}", window
    for spec in PAGES.values():
        window.navigate(spec.topic)
        yield from _rooms(spec, window)
    yield from _troubles(window)
    yield from _search(window)
    for name, size in (("small", SMALL), ("narrow", NARROW), ("wide", WIDE)):
        window.resize(size)
        for topic in ("today", "opening", "deposit", "products", "traffic"):
            window.navigate(topic)
            yield f"{topic}-{name}", window


def _troubles(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What each page says where its book cannot be read."""
    for topic, page in window.pages.items():
        if isinstance(page, BookPage):
            window.navigate(topic)
            page.show_trouble(BookProblem("locked", window.ctx.paths.book, "database is locked"))
            yield f"{topic}-trouble", window
            page.try_again()


def _search(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Ctrl+K with nothing typed, with something that is found and with nothing found."""
    window.finder.open()
    assert window.finder.palette is not None
    for name, words in (("empty", ""), ("found", "shibing"), ("nothing", "qqqq")):
        window.finder.palette.field.setText(words)
        yield f"search-{name}", window
    window.finder.close()


def _rooms(spec: PageSpec, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The sheets of a page; each is closed once another is open or none follows.

    What they wrote is undone: the next walk finds the shop as it was.
    """
    open_room: QWidget | None = None
    for name, room in spec.rooms(window.pages[spec.topic]):
        if room is None:
            raise LookupError(f"{spec.topic}: nothing opened for {name}")
        if open_room is not room:
            _close(open_room, window)
        open_room = room
        yield f"{spec.topic}-room-{name}", room
    _close(open_room, window)
    while window.ctx.undo.last is not None:
        window.ctx.undo.undo()


def _close(room: QWidget | None, window: MainWindow) -> None:
    if room is not None and room is not window and isValid(room):
        room.close()


def _draw(widget: QWidget, path: Path) -> Path:
    settle()
    if not widget.grab().save(str(path), quality=QUICK):
        raise OSError(f"{path} could not be written")
    return path


def settle() -> None:
    """Let layouts, timers that are due and paints happen."""
    for wait in (0, 0, SETTLE):
        loop = QEventLoop()
        QTimer.singleShot(wait, loop.quit)
        loop.exec()
    # what the last of them moved, the focus above all, has its room before anyone looks
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _drop(app: QApplication, window: MainWindow) -> None:
    for page in window.pages.values():
        page.retire()
    window.hide()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
