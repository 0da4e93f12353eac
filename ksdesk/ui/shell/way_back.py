"""Says what was done, in a line that offers the way back, and undoes and redoes by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ksdesk.ui.shell.undo import UndoHistory, WrittenStep

if TYPE_CHECKING:
    from ksdesk.ui.shell.lines import WindowLines


class WayBack(QObject):
    """The steps of the open book in words. `lines()` are those around the pages of now."""

    def __init__(
        self, history: UndoHistory, lines: Callable[[], WindowLines], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._history, self._lines = history, lines
        self._offered: WrittenStep | None = None  # what the button of the line takes back
        history.moved.connect(self._drop_offer)
        history.swung.connect(self._tell_swung)

    def say(
        self,
        text: str,
        undo: bool = False,
        *,
        way: str = "",
        go: Callable[[], None] | None = None,
    ) -> None:
        """The line that says what was done and fades; with `undo`, it offers to take back the
        step just written, while that is the last one; else `way` is the word for `go`, which
        leads to what was made.
        """
        self._offered = self._history.latest if undo else None
        if self._history.is_last(self._offered):
            way, go = self.tr("Undo"), self._history.back
        self._lines().say(text, way, go)

    @property
    def back_words(self) -> str:
        """The step that can be taken back, as the strip names it; "" where there is none."""
        if self._history.last is None:
            return ""
        return self.tr("Undo: {what} ›").format(what=self._history.last.text)

    @Slot()
    def undo(self) -> None:
        """Take the last step back, or say that there is none."""
        if self._history.last is None:
            self.say(self.tr("Nothing to undo"))
        self._history.back()

    @Slot()
    def redo(self) -> None:
        """Do the step again that was taken back, or say that there is none."""
        if self._history.next is None:
            self.say(self.tr("Nothing to redo"))
        self._history.forth()

    @Slot()
    def _drop_offer(self) -> None:
        """Undo in the line means its own step, never an older or a newer one."""
        if self._offered is not None and not self._history.is_last(self._offered):
            self._offered = None
            self._lines().drop_way()

    @Slot(str, bool)
    def _tell_swung(self, text: str, back: bool) -> None:
        said = self.tr("Undone: {what}") if back else self.tr("Redone: {what}")
        self.say(said.format(what=text or self.tr("the last step")))
