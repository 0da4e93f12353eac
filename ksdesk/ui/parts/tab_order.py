"""Tab goes as the eye does: line after line, each from left to right.

Qt goes in the order in which widgets were made, which is another one wherever a field is made
later. The order is therefore read from the screen at each step. A window (or sheet) hands its
`focusNextPrevChild` over to `go_on`. Qt asks for the next stop as well where what has the focus
goes, a row that is done with: then what stands in its place takes it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ksdesk.ui.parts.focus import reached_by_keys, ring_out

Place = tuple[QRect, list[QWidget]]
"""Where a part of the screen is, and what Tab stops at in it."""

LAID_OUT = 50  # milliseconds until what was made anew stands in its place
OVERLAP = 2  # px by which neighbours may reach into each other and still stand in two lines


def go_on(window: QWidget, forward: bool) -> bool:
    """Move the focus to the next stop (or the one before), in sight; whether there is one."""
    now = window.focusWidget()
    if now is not None and window.isVisible() and not now.isVisible():
        _fill_gap(window, now)
        return True
    order = stops(window, now)
    if not order or order == [now]:
        return False
    step = 1 if forward else -1
    start = order.index(now) if now in order else (-1 if forward else 0)
    following = order[(start + step) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    following.setFocus(reason)
    bring_in_sight(following)
    return True


def _fill_gap(window: QWidget, gone: QWidget) -> None:
    """Give the focus to what is nearest to where `gone` was, once that is laid out."""
    place = QRect(gone.mapTo(window, QPoint()), gone.size())
    keys, mouse = Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason
    reason = keys if reached_by_keys(gone) else mouse
    ring_out(gone)
    QTimer.singleShot(LAID_OUT, window, partial(_take_over, _room_of(gone), place, reason))


class Return(QObject):
    """Where a sheet closes and what it was opened from is gone, what is nearest has the focus. Qt
    gives it to whatever was made next: a second Enter pressed “Move to bin”."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: QWidget | None = None
        self._room, self._place = window, QRect()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._changed)

    @Slot(QWidget, QWidget)
    def _changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        last, self._last = self._last, now
        gone = last is not None and not (isValid(last) and last.isVisible())
        if before is None and gone and isValid(self._room):
            _give_nearest(self._room, self._place, Qt.FocusReason.ActiveWindowFocusReason)
        else:
            self._room = _room_of(now)
            self._place = QRect(now.mapTo(self._window, QPoint()), now.size())


def _room_of(widget: QWidget) -> QWidget:
    """The page or the strip that a control is in, else its window."""
    room, above = widget.window(), widget.parentWidget()
    while above is not None and not above.isWindow():
        room = above if isinstance(above, QScrollArea) else room
        above = above.parentWidget()
    return room


def _take_over(room: QWidget, place: QRect, reason: Qt.FocusReason) -> None:
    if not isValid(room):
        return
    now = room.window().focusWidget()
    if now is None or not now.isVisible():  # else it went on by itself
        _give_nearest(room, place, reason)


def _give_nearest(room: QWidget, place: QRect, reason: Qt.FocusReason) -> None:
    # Enter was pressed a moment ago: it may be pressed again before anybody has looked.
    found = [stop for stop in stops(room) if getattr(stop, "icon_name", "") != "trash"]
    if found:
        middle = place.center()
        nearest = min(found, key=lambda stop: _distance(_middle(stop, room.window()), middle))
        nearest.setFocus(reason)


def _middle(stop: QWidget, window: QWidget) -> QPoint:
    return stop.mapTo(window, stop.rect().center())


def _distance(one: QPoint, other: QPoint) -> int:
    """In px; a line further down is further away than the other end of the same one."""
    return 4 * abs(one.y() - other.y()) + abs(one.x() - other.x())


def stops(root: QWidget, extra: QWidget | None = None) -> list[QWidget]:
    """What Tab stops at below `root`, in the order of sight; `extra` counts as a stop."""
    places: list[Place] = []
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isWindow() or not child.isVisibleTo(root) or not child.isEnabled():
            continue
        inside = stops(child, extra)
        if child is extra or _is_stop(child):
            inside.insert(0, child)
        if inside:
            places.append((child.geometry(), inside))
    return _in_order(places)


def bring_in_sight(widget: QWidget) -> None:
    """Scroll what `widget` stands in until all of it is seen, or as much from its top as fits."""
    area = widget.parentWidget()
    while area is not None and not area.isWindow():  # the page below a sheet stays as it is
        if isinstance(area, QScrollArea):
            _scroll_to(widget, area)
        area = area.parentWidget()


def _scroll_to(widget: QWidget, area: QScrollArea) -> None:
    """Not `ensureWidgetVisible`: of a text it brings no more than the cursor in sight."""
    inside, room = area.widget(), area.viewport().size()
    assert inside is not None
    place = QRect(widget.mapTo(inside, QPoint()), widget.size().boundedTo(room))
    free = min(24, (room.height() - place.height()) // 2)
    middle = place.center()
    across, down = place.width() // 2 + 1, place.height() // 2 + 1
    area.ensureVisible(middle.x(), middle.y(), across, down + free)


def _is_stop(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton) and (group := widget.group()) and group.exclusive():
        # One stop for all of a group, as Qt has it once one of them was reached: arrows move.
        chosen = group.checkedButton()
        if chosen is None or not _shown(chosen):
            chosen = next(filter(_shown, group.buttons()), None)
        return widget is chosen
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tabbed and widget.focusProxy() is None


def _shown(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _in_order(places: list[Place]) -> list[QWidget]:
    """Cut into lines; a line that is one piece into columns; what overlaps goes by its top."""
    if len(places) > 1:
        for cut in (_lines, _columns):
            pieces = cut(places)
            if len(pieces) > 1:
                return [stop for piece in pieces for stop in _in_order(piece)]
        places = sorted(places, key=lambda place: (place[0].top(), place[0].left()))
    return [stop for _where, inside in places for stop in inside]


def _lines(places: list[Place]) -> list[list[Place]]:
    return _cut(places, lambda where: (where.top(), where.bottom()))


def _columns(places: list[Place]) -> list[list[Place]]:
    return _cut(places, lambda where: (where.left(), where.right()))


def _cut(places: list[Place], ends: Callable[[QRect], tuple[int, int]]) -> list[list[Place]]:
    """Groups with a gap between them, along one axis."""
    pieces: list[list[Place]] = []
    reach = 0
    for place in sorted(places, key=lambda place: ends(place[0])):
        first, last = ends(place[0])
        if not pieces or first > reach - OVERLAP:
            pieces.append([])
            reach = last
        pieces[-1].append(place)
        reach = max(reach, last)
    return pieces
