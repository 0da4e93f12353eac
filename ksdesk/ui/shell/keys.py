"""The keys that hold in the whole window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.nav import SEARCH_KEYS
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.way_back import WayBack


class Keys(QObject):
    """Undo and redo, the list of steps, the search, each page by its number, the handbook, and from
    the strip to the page and back.

    They belong to `root`, all that is in the window, and go with it.
    """

    def __init__(
        self,
        ctx: Context,
        way_back: WayBack,
        open_steps: Callable[[], None],
        search: Callable[[], None],
        cross: Callable[[], None],
        root: QWidget,
    ) -> None:
        super().__init__(root)
        self.ctx, self._root = ctx, root
        keys = QKeySequence.StandardKey
        self._add(self.tr("Undo"), QKeySequence.keyBindings(keys.Undo), way_back.undo)
        again = [*QKeySequence.keyBindings(keys.Redo), QKeySequence("Ctrl+Y")]
        self._add(self.tr("Redo"), again, way_back.redo)
        self._add(self.tr("Steps"), [QKeySequence("Ctrl+Alt+Z")], open_steps)
        self._add(self.tr("Search"), [SEARCH_KEYS], search)
        self._add(self.tr("Pages or page"), [QKeySequence("F6")], cross)
        self._add(PAGES["guide"].title, [QKeySequence("F1")], self._go_to).setData("guide")
        for digit, spec in zip("1234567890", PAGES.values(), strict=False):  # the rest have none
            action = self._add(spec.title, [QKeySequence(f"Ctrl+{digit}")], self._go_to)
            action.setData(spec.topic)

    def _add(self, text: str, keys: Sequence[QKeySequence], slot: Callable[..., None]) -> QAction:
        action = QAction(self)
        action.setText(text)
        action.setShortcuts(list({key.toString(): key for key in keys}.values()))
        action.triggered.connect(slot)
        self._root.addAction(action)
        return action

    @Slot()
    def _go_to(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.ctx.navigate(action.data())
