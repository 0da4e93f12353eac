"""Keys, as a hand without a mouse presses them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.grid import Grid
from ksdesk.ui.shell import tour
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.window import MainWindow


def press(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    QTest.keyClick(target, key, modifier)


class Hand:
    """A hand at the keyboard of a window, which sees where the keyboard is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.rest()

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """A key, and all that it brings about."""
        press(key, modifier)
        self.rest()

    def write(self, text: str) -> None:
        """Into whatever has the focus, as keys or as an input method does."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
        else:
            typed = QInputMethodEvent()
            typed.setCommitString(text)
            QApplication.sendEvent(self.focus(), typed)

    def rest(self) -> None:
        """Wait until all stands; the system gives the keyboard to the window on top."""
        tour.settle()
        (self.sheets() or [self.window])[-1].activateWindow()
        tour.settle()

    def sheets(self) -> list[SheetDialog]:
        """The sheets that are open, the last one on top."""
        top = QApplication.activeModalWidget()
        return [top] if isinstance(top, SheetDialog) else []

    def focus(self) -> QWidget:
        """What has the keyboard: something that is seen, in the window on top."""
        now = QApplication.focusWidget()
        assert now is not None, "nothing has the keyboard"
        top = (self.sheets() or [self.window])[-1]
        assert top.isAncestorOf(now) or top is now, f"“{now.accessibleName()}” is below {top}"
        return now

    def page(self, topic: str) -> None:
        """Open a page by its number."""
        number = list(PAGES).index(topic) + 1
        self.press(Qt.Key(Qt.Key.Key_0 + number % 10), Qt.KeyboardModifier.ControlModifier)
        assert self.window.topic == topic

    def to(self, widget: QWidget) -> None:
        """Tab until a control, or one of its own, has the focus and is seen."""
        names = []
        for _ in range(120):
            now = QApplication.focusWidget()
            if now is not None and (now is widget or widget.isAncestorOf(now)):
                assert not self.focus().visibleRegion().isEmpty(), f"{names[-1]} is not seen"
                return
            out = Qt.KeyboardModifier.ControlModifier  # a grid has Tab for its cells
            grid = isinstance(now, Grid)
            press(Qt.Key.Key_Tab, out if grid else Qt.KeyboardModifier.NoModifier)
            QApplication.processEvents()
            names.append(self.focus().accessibleName())
        raise AssertionError(f"Tab does not reach “{widget.accessibleName()}”: {names[:40]}")

    def named(self, room: QWidget, text: str) -> QAbstractButton:
        """The button of a room with this word that is seen now."""
        found = [one for one in room.findChildren(QAbstractButton) if one.text() == text]
        return next(one for one in found if one.isVisible())
