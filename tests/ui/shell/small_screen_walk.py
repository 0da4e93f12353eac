"""Walks the tour on the screen that Qt was told of and prints what cannot be reached there.

python small_screen_walk.py DATA LANG TEXT_SIZE
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from test_everyone import cut_off

from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.ui.parts.side_row import ROOMY, SideRow
from ksdesk.ui.parts.tab_order import bring_in_sight, stops
from ksdesk.ui.shell import tour
from ksdesk.ui.shell.area import PageArea
from ksdesk.ui.shell.jobs import InlineJobs
from ksdesk.ui.shell.look import dress
from ksdesk.ui.shell.shops import open_context
from ksdesk.ui.shell.start import make_app
from ksdesk.ui.shell.theme import FRAME
from ksdesk.ui.shell.window import MainWindow


def at(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{type(widget).__name__} “{widget.accessibleName()}” in {type(above).__name__}"


def covered(widget: QWidget) -> bool:
    """Whether what came up beside a list lies over the list that the widget belongs to."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, SideRow):
        above = above.parentWidget()
    return (
        above is not None
        and above.width() < ROOMY
        and above.side.isVisible()
        and not above.side.isAncestorOf(widget)
    )


def out_of_reach(stop: QWidget) -> Iterator[str]:
    """A stop that cannot be scrolled into sight, or that is squeezed until nothing can be read."""
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    bring_in_sight(stop)
    if not stop.isVisible():  # the search closes when something else has the focus
        return
    inner = stop.viewport() if isinstance(stop, QAbstractScrollArea) else stop
    seen, least = inner.visibleRegion().boundingRect(), inner.size().boundedTo(QSize(40, 28))
    if seen.width() < least.width() or seen.height() < least.height():
        yield f"{at(stop)}: {seen.size().toTuple()} of {stop.size().toTuple()} are seen"
    words = isinstance(stop, QAbstractButton | QLineEdit) and stop.sizeHint().height() > 16
    if words and stop.height() < min(24, stop.sizeHint().height()):
        yield f"{at(stop)} is {stop.height()} px high"


def scrolls(area: QWidget | None) -> bool:
    return isinstance(area, QAbstractScrollArea) and area.verticalScrollBar().maximum() > 0


def nested(room: QWidget) -> Iterator[tuple[QAbstractScrollArea, QScrollArea]]:
    """What scrolls within a sheet that scrolls itself, and that."""
    for area in room.findChildren(QAbstractScrollArea):
        above = area.parentWidget()
        while not above.isWindow() and not (isinstance(above, QScrollArea) and scrolls(above)):
            above = above.parentWidget()
        if area.isVisible() and scrolls(area) and isinstance(above, QScrollArea):
            yield area, above


def catching(room: QWidget) -> Iterator[str]:
    """What stops the wheel though there is room for a sheet that need not scroll."""
    for area, _above in nested(room):
        yield f"{at(area)} scrolls in a sheet that scrolls"


def half_seen(room: QWidget) -> Iterator[str]:
    """What the wheel turns before all of it is in sight."""
    for area, above in nested(room):
        for one in (area, above):
            one.verticalScrollBar().setValue(0)
        view, bar = above.viewport(), area.verticalScrollBar()
        for _turn in range(100):
            place = area.viewport().visibleRegion().boundingRect().center()
            turn = QWheelEvent(
                QPointF(place),
                QPointF(area.viewport().mapToGlobal(place)),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(area.viewport(), turn)
            if bar.value():
                break
        whole = view.rect().contains(QRect(area.mapTo(view, QPoint()), area.size()))
        if not bar.value() or not whole:
            yield f"{at(area)}: {bar.value()} px turned, whole in sight: {whole}"


def sideways(window: MainWindow) -> Iterator[str]:
    """A page wider than its room: lines are read by scrolling to and fro."""
    area = window.findChild(PageArea)
    assert area is not None
    if over := area.horizontalScrollBar().maximum():
        yield f"the page is {over} px too wide"


def walk(paths: Paths, lang: str, text: int) -> Iterator[str]:
    settings = Settings(paths.settings_file)
    settings.set(language=lang, text_size=text, scheme="light")
    app, theme = make_app(settings, lang)
    screen = QGuiApplication.primaryScreen().size()
    room = screen - QSize(*FRAME)
    for name in ("USUAL", "SMALL", "NARROW", "WIDE"):
        setattr(tour, name, getattr(tour, name).boundedTo(room))
    for sample in (True, False):
        ctx = open_context(paths, settings, theme, moment, sample, InlineJobs())
        ctx.theme = dress(app, settings)
        window = MainWindow(ctx)
        if QSize(window.minimumSize()).expandedTo(room) != room:
            yield f"the window is at least {window.minimumSize().toTuple()}"
        for name, shown in (tour._sample_stops if sample else tour._first_stops)(window):
            shown.window().activateWindow()
            tour.settle()
            sheet = shown.window() is not window
            if sheet and shown.window().size().expandedTo(screen) != screen:
                yield f"{name}: it is {shown.window().size().toTuple()}"
            for stop in stops(shown):
                yield from (f"{name}: {told}" for told in out_of_reach(stop) if not covered(stop))
            if text == 100:
                yield from (f"{name}: {told}" for told in sideways(window))
            if sheet:
                stopped = catching if room.height() > 700 else half_seen
                yield from (f"{name}: {told}" for told in stopped(shown))
            for widget in shown.findChildren(QWidget) if text == 100 else ():
                if widget.isVisible():
                    yield from (f"{name}: {told}" for told in cut_off(widget))
        tour._drop(app, window)
        ctx.book.close()


def moment() -> datetime:
    return tour.MOMENT


if __name__ == "__main__":
    folder = Paths(Path(sys.argv[1]))
    folder.make()
    for line in dict.fromkeys(walk(folder, sys.argv[2], int(sys.argv[3]))):
        sys.stdout.write(line + "\n")
