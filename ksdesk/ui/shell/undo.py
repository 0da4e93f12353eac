"""Undo and redo over actions: each step knows the call that takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand, QUndoStack

from ksdesk.domain.changes import Changes

Inverse = Callable[[Any], Changes]
Runner = Callable[[Inverse, Callable[[Changes], None], Callable[[BaseException], None]], None]


class _Step(QUndoCommand):
    """One write. `_next` is what undo (or, when undone, redo) has to call."""

    def __init__(self, text: str, inverse: Inverse, history: History) -> None:
        super().__init__(text)
        self._next: Inverse | None = inverse
        self._history = history
        self._fresh = True

    def undo(self) -> None:
        self._swing()

    def redo(self) -> None:
        if self._fresh:  # pushing calls redo; the write itself has already happened
            self._fresh = False
            return
        self._swing()

    def _swing(self) -> None:
        if self._next is not None:
            self._history.swing(self._next, self._swung, self._failed)

    def _swung(self, changes: Changes) -> None:
        self._next = changes.undo
        if self._next is None:
            self.setObsolete(True)

    def _failed(self, _error: BaseException) -> None:
        self.setObsolete(True)


class History(QUndoStack):
    """The undo stack of the open book. Steps run one at a time on the writing thread."""

    LIMIT = 200

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.setUndoLimit(self.LIMIT)
        self._runner = runner
        self._swinging = False
        self._goal: int | None = None

    def remember(self, text: str, inverse: Inverse) -> None:
        """Add a step that has just been written."""
        self.push(_Step(text, inverse, self))

    def back(self) -> None:
        """Undo the last step, unless one is still on its way."""
        if not self._swinging:
            self.undo()

    def forth(self) -> None:
        """Redo the next step, unless one is still on its way."""
        if not self._swinging:
            self.redo()

    def go_to(self, index: int) -> None:
        """Undo or redo step after step until `index` of them stand; one that fails ends it."""
        self._goal = index
        self._walk()

    def _walk(self) -> None:
        if self._goal is None or self._swinging:
            return
        if self._goal == self.index():
            self._goal = None
            return
        before = self.index()
        (self.undo if self._goal < before else self.redo)()
        if self.index() == before:
            self._goal = None

    def swing(
        self,
        call: Inverse,
        done: Callable[[Changes], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Run an inverse; the step hears how it went."""
        self._swinging = True

        def arrived(changes: Changes) -> None:
            self._swinging = False
            done(changes)
            if self._goal is not None:
                QTimer.singleShot(0, self, self._walk)

        def broke(error: BaseException) -> None:
            self._swinging = False
            self._goal = None
            failed(error)

        self._runner(call, arrived, broke)
