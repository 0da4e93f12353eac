"""Every sheet that the tour opens, by keyboard alone: Tab, Enter and Esc are of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from keys import press
from PySide6.QtCore import QMetaMethod, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.check import RoundCheck
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.focus import FocusRing
from ksdesk.ui.parts.grid import Grid
from ksdesk.ui.parts.tab_order import bring_in_sight, stops
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.task_row import TaskRow
from ksdesk.ui.shell import tour
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.window import MainWindow

pytestmark = pytest.mark.slow

OWN_ROOMS = ("traffic", "settings")  # opened in a shop of one's own too
WALKS = [("sample", topic) for topic in PAGES] + [("own", topic) for topic in OWN_ROOMS]


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


def scrolled(widget: QWidget) -> QWidget | None:
    """What scrolls together with a widget."""
    area: QWidget | None = widget
    while area is not None and not isinstance(area, QScrollArea):
        area = None if area.isWindow() else area.parentWidget()
    return area.widget() if isinstance(area, QScrollArea) else None


def goes_back(before: QWidget, after: QWidget, window: QWidget) -> bool:
    """Whether `after`, which has just come into sight, stands above `before`, or left of it in
    the same line."""
    together = scrolled(before)
    root = together if together is not None and together is scrolled(after) else window
    one, other = (QRect(w.mapTo(root, QPoint()), w.size()) for w in (before, after))
    if together is not None and root is window:  # before may have been scrolled away
        one = one.intersected(
            QRect(together.parentWidget().mapTo(root, QPoint()), together.parentWidget().size())
        )
    above = other.bottom() <= one.top() and other.left() <= one.right()
    same_line = other.top() < one.bottom() and one.top() < other.bottom()
    return above or (same_line and other.right() <= one.left())


def stop_of(widget: QWidget) -> object:
    """A group of which one is chosen counts as one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else widget


def tabbed(sheet: SheetDialog) -> list[str]:
    """What is wrong with going through a sheet with Tab."""
    wrong, went = [], [sheet.focusWidget()]
    wanted = {stop_of(stop) for stop in stops(sheet)}
    while len(went) <= len(wanted) + 1:
        out = Qt.KeyboardModifier.ControlModifier  # a grid has Tab for its cells
        press(Qt.Key.Key_Tab, out if isinstance(went[-1], Grid) else Qt.KeyboardModifier.NoModifier)
        before, after = went[-1], QApplication.focusWidget()
        went.append(after)
        if stop_of(after) in [stop_of(stop) for stop in went[:-1]]:
            break
        if after is not stops(sheet)[0] and goes_back(before, after, sheet):
            wrong.append(f"{named(before)} → {named(after)} goes back")
    missed = wanted - {stop_of(stop) for stop in went}
    wrong += [f"{stop} is not reached" for stop in missed]
    wrong += [f"{named(stop)} has no name" for stop in stops(sheet) if not stop.accessibleName()]
    return wrong


def leaves_enter(stop: QWidget) -> bool:
    """Whether Enter there is the sheet's: not a text, a list or a line that takes it itself."""
    if isinstance(stop, QLineEdit):
        return not stop.isSignalConnected(QMetaMethod.fromSignal(stop.returnPressed))
    if isinstance(stop, TableView):
        return not stop.isSignalConnected(QMetaMethod.fromSignal(stop.opened))
    if isinstance(stop, Button):
        return stop.isCheckable()
    return not isinstance(stop, (Grid, QPlainTextEdit, QListWidget))


def entered(sheet: SheetDialog) -> list[str]:
    """What is wrong with Enter at each line, choice and chip of a sheet."""
    wrong = []
    main = sheet._main
    assert main is not None
    pressed: list[int] = []
    main.click = lambda: pressed.append(1)
    for stop in filter(leaves_enter, stops(sheet)):
        stop.setFocus()
        before = len(pressed)
        press(Qt.Key.Key_Return)
        said = main.isEnabled() or main.toolTip()
        if not said or (main.isEnabled() and len(pressed) == before):
            wrong.append(f"Enter in {named(stop)} does nothing")
    del main.click
    return wrong


def typed_into(sheet: SheetDialog) -> list[str]:
    """What is wrong with Esc where something was typed: it may not be lost unasked."""
    lines = [s for s in stops(sheet) if isinstance(s, QLineEdit) and not s.isReadOnly()]
    texts = [s for s in stops(sheet) if isinstance(s, QPlainTextEdit) and not s.isReadOnly()]
    if sheet.keeps or not (lines or texts):
        return []
    field = (texts or lines)[0]
    before = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    field.setFocus()
    QTest.keyClicks(field, "7")
    press(Qt.Key.Key_Escape)
    if not sheet.isVisible():
        return ["Esc loses what was typed"]
    press(Qt.Key.Key_Return)  # go on typing
    if QApplication.focusWidget() is not field:
        return ["the focus is not where it was typed"]
    if isinstance(field, QLineEdit):
        left = field.text()
        field.selectAll()
        field.insert(before)
        field.setModified(False)
    else:
        left = field.toPlainText()
        field.selectAll()
        field.insertPlainText(before)
        field.document().setModified(False)
    return [] if "7" in left else [f"{left!r} is not what was typed"]


def rooms(window: MainWindow, topic: str) -> Iterator[tuple[str, SheetDialog]]:
    """The sheets of a page, each with the keyboard at it; in all rooms each stop has a name."""
    for name, room in tour._rooms(PAGES[topic], window):
        assert all(stop.accessibleName() for stop in stops(room)), name
        if isinstance(room, SheetDialog):
            room.activateWindow()
            tour.settle()
            yield name, room


@pytest.mark.parametrize(("shop", "topic"), WALKS)
def test_each_sheet_is_gone_through_with_tab_enter_and_escape(open_window, shop, topic):
    window = open_window(shop)
    window.navigate(topic)
    wrong: list[str] = []
    last: dict[int, str] = {}
    for name, sheet in rooms(window, topic):
        last[id(sheet)] = name
        found = tabbed(sheet) + entered(sheet) + typed_into(sheet)
        wrong += [f"{name}: {said}" for said in found]
    assert not wrong, "\n".join(wrong)
    for name, sheet in rooms(window, topic):
        if name in last.values():
            press(Qt.Key.Key_Escape)
            if isValid(sheet) and sheet.isVisible():
                wrong.append(f"{name}: Esc does not leave")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("topic", PAGES)
def test_tab_goes_through_a_page_in_the_order_of_sight(open_window, topic):
    window = open_window()
    window.navigate(topic)
    tour.settle()
    order = stops(window)
    wrong = [
        f"{named(before)} → {named(after)} goes back"
        for before, after in pairwise(order)
        if goes_back(before, after, window)
    ]
    wrong += [f"{named(stop)} has no name" for stop in order if not stop.accessibleName()]
    assert not wrong, "\n".join(wrong)


def unseen(root: QWidget) -> Iterator[str]:
    """Stops that look alike with the keyboard and without it."""
    order = stops(root)
    for number, stop in enumerate(order if len(order) > 1 else ()):
        if not (isValid(order[number - 1]) and isValid(stop)):
            continue  # its page was drawn anew, as Today is by the clock
        order[number - 1].setFocus(Qt.FocusReason.OtherFocusReason)
        bring_in_sight(stop)
        if (before := around(stop, root)) is None:
            continue
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if around(stop, root) == before:
            yield named(stop)


def around(stop: QWidget, root: QWidget) -> QImage | None:
    """What is seen at a stop; None where its page was drawn anew meanwhile."""
    QApplication.processEvents()
    if not isValid(stop):
        return None
    place = QRect(stop.mapTo(root, QPoint()), stop.size())
    return root.grab(place.adjusted(-4, -4, 4, 4)).toImage()


@pytest.mark.parametrize("topic", PAGES)
def test_where_the_keyboard_is_can_be_seen_on_pages_and_sheets(open_window, topic):
    """Not at the pages of a paper, nor at the two lists of a live's order."""
    window = open_window()
    window.navigate(topic)
    tour.settle()
    wrong = [f"{topic}: {told}" for told in unseen(window)]
    for name, sheet in rooms(window, topic):
        wrong += [f"{name}: {told}" for told in unseen(sheet)]
    assert not wrong, "\n".join(wrong)


def test_the_doors_of_the_first_start_open_with_enter(open_window):
    window = open_window("own")
    window.ctx.settings.set(welcomed=False)
    window.open_first()
    tour.settle()
    press(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is window.welcome.look
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert window.topic == "opening"


def test_a_line_is_recorded_by_keyboard_alone(open_window):
    """The amount is missing at the first Enter; what is wrong gets the keyboard."""
    window = open_window("own")
    window.navigate("deposit")
    page = window.pages["deposit"]
    page.record()
    tour.settle()
    sheet = page.desk.sheet
    press(Qt.Key.Key_Return)
    assert sheet.amount.edit.hasFocus() and sheet.amount.verdict()[0] == "bad"
    QTest.keyClicks(QApplication.focusWidget(), "500")
    press(Qt.Key.Key_Return)
    entries = page.ledger.entries(shown=True)
    assert [entry.amount for entry in entries] == [50_000]
    assert not isValid(sheet) or not sheet.isVisible()


def test_a_field_that_appears_later_is_next_where_it_is_seen(open_window):
    """A deduction asks for the clause between the amount and the note."""
    window = open_window("own")
    window.navigate("deposit")
    page = window.pages["deposit"]
    page.record()
    tour.settle()
    sheet = page.desk.sheet
    sheet.kind.choice.setFocus()
    while sheet.kind.value() != "deduction":
        press(Qt.Key.Key_Down)
        sheet.kind.choice.activated.emit(sheet.kind.choice.currentIndex())
    tour.settle()
    sheet.amount.edit.setFocus()
    for field in (sheet.rule, sheet.order, sheet.proof):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field.edit


def test_what_stands_in_the_place_of_a_done_row_has_the_focus(open_window, qtbot):
    """It jumped to the name of the shop, at the other end of the window."""
    window = open_window()
    window.navigate("today")
    tour.settle()
    page = window.pages["today"]

    def checks() -> list[RoundCheck]:
        rows = [row for row in page.findChildren(TaskRow) if row.isVisible()]
        return [row.findChild(RoundCheck) for row in rows]

    def ringed() -> bool:
        return any(ring.isVisible() for ring in window.findChildren(FocusRing))

    qtbot.waitUntil(lambda: len(checks()) > 5)
    QTest.mouseClick(checks()[5], Qt.MouseButton.LeftButton)
    for _ in range(3):
        tour.settle()
    assert QApplication.focusWidget() is checks()[5] and not ringed()
    checks()[4].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    for _ in range(3):
        tour.settle()
    assert QApplication.focusWidget() is checks()[4] and ringed()


@pytest.mark.parametrize("topic", PAGES)
def test_what_was_done_is_said_where_it_covers_no_button(open_window, topic):
    window = open_window()
    window.navigate(topic)
    tour.settle()
    window.ctx.notice("存好了", undo=True)
    notice = window.lines.notice
    for button in window.pages[topic].findChildren(QAbstractButton):
        seen = button.visibleRegion().boundingRect()
        place = QRect(button.mapTo(window, seen.topLeft()), seen.size())
        there = QRect(notice.mapTo(window, QPoint()), notice.size())
        assert seen.isEmpty() or not place.intersects(there), named(button)
