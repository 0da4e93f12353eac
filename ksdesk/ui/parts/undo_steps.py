"""Steps that can be taken back and done again: the history of the book, and each grid's own.

Not a QUndoStack: Qt and Python both own the steps in one, and whichever frees them first leaves
the other with freed memory.
"""

from __future__ import annotations

from typing import Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QObject, Signal


class Undoable(Protocol):
    """One change, `text` being its name. It has been done when it is pushed."""

    text: str

    def undo(self) -> None:
        """Take the change back."""

    def redo(self) -> None:
        """Do it again."""

    def takes_in(self, later: Self) -> bool:
        """Become one step with the one that was done right after; False leaves both."""


S = TypeVar("S", bound=Undoable)


class UndoSteps(QObject, Generic[S]):
    """The newest `limit` steps; those before `index` stand, those from there on are undone.

    `moved` after every change of either.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None, limit: int | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._steps: list[S] = []
        self.index = 0

    def __len__(self) -> int:
        return len(self._steps)

    def text(self, index: int) -> str:
        """The name of a step."""
        return self._steps[index].text

    @property
    def last(self) -> S | None:
        """The step that `undo` would take back."""
        return self._steps[self.index - 1] if self.index else None

    @property
    def next(self) -> S | None:
        """The step that `redo` would do again."""
        return self._steps[self.index] if self.index < len(self._steps) else None

    def push(self, step: S) -> None:
        """Add what has just been done; what was undone before is given up."""
        del self._steps[self.index :]
        if self.last is None or not self.last.takes_in(step):
            self._steps.append(step)
        if self._limit is not None:
            del self._steps[: -self._limit]
        self.index = len(self._steps)
        self.moved.emit()

    def undo(self) -> None:
        """Take back the last step, if there is one."""
        step = self.last
        if step is not None:
            self.index -= 1
            step.undo()
            self.moved.emit()

    def redo(self) -> None:
        """Do the next step again, if there is one."""
        step = self.next
        if step is not None:
            self.index += 1
            step.redo()
            self.moved.emit()

    def drop(self, step: S) -> None:
        """Forget a step that can be neither undone nor done again."""
        if step in self._steps:
            at = self._steps.index(step)
            del self._steps[at]
            self.index -= at < self.index
            self.moved.emit()

    def clear(self) -> None:
        """Forget all steps."""
        self._steps.clear()
        self.index = 0
        self.moved.emit()
