"""The way to the search over everything (Ctrl+K); its panel is made when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.nav import SEARCH_KEYS

if TYPE_CHECKING:
    from ksdesk.domain.search import Hit
    from ksdesk.ui.search.palette import Palette


class Finder(QObject):
    """Opens the panel over the window and goes where its hits lead."""

    def __init__(self, ctx: Context, window: QMainWindow) -> None:
        super().__init__(window)
        self.ctx, self._window = ctx, window
        self.palette: Palette | None = None

    @Slot()
    def open(self) -> None:
        """Show the panel, or take it away."""
        if self.palette is None:
            from ksdesk.ui.search.palette import Palette

            root = self._window.centralWidget()
            assert root is not None
            self.palette = Palette(self.ctx, root)
            self.palette.chosen.connect(self.go)
        self.palette.open()

    def close(self) -> None:
        """Take the panel away: another page comes."""
        if self.palette is not None:
            self.palette.close_quietly()

    def forget(self) -> None:
        """The panel goes with the pages it lay over, and what was opened last with it."""
        self.palette = None

    def watch(self) -> None:
        """Keep Ctrl+K from the text fields, once the window is there: on Linux it deletes to the
        end of the line in them."""
        self._window.windowHandle().installEventFilter(self)

    @Slot(object)
    def go(self, hit: Hit) -> None:
        """Open what was found: its row on its page."""
        self.ctx.navigate(hit.topic, hit.target or None)
        _focus_row(self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return QKeySequence(event.keyCombination()) == SEARCH_KEYS
        return False


def _focus_row(window) -> None:
    """Let the keyboard go on from the chosen row, else from the page's entry in the strip."""
    from PySide6.QtWidgets import QAbstractItemView

    page: QWidget = window.stack.currentWidget()
    views = (view for view in page.findChildren(QAbstractItemView) if view.isVisible())
    target = next((view for view in views if view.currentIndex().isValid()), None)
    target = target or window.nav.items[window.topic]
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
