"""Undo and redo over actions: each step knows the call that takes it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QUndoCommand
from shiboken6 import isValid

from ksdesk.domain.changes import Changes
from ksdesk.ui.parts.undo_stack import UndoStack

Inverse = Callable[[Any], Changes]
Runner = Callable[[Inverse, Callable[[Changes], None], Callable[[BaseException], None]], None]


class _Step(QUndoCommand):
    """One write. `_next` is what undo (or, when undone, redo) has to call."""

    def __init__(self, text: str, inverse: Inverse, history: History) -> None:
        super().__init__(text)
        self._said = text
        self._next: Inverse | None = inverse
        self._history = history
        self._fresh = True

    def undo(self) -> None:
        self._swing(back=True)

    def redo(self) -> None:
        if self._fresh:  # pushing calls redo; the write itself has already happened
            self._fresh = False
            return
        self._swing(back=False)

    def _swing(self, *, back: bool) -> None:
        if self._next is not None:
            self._history.swing(self._next, partial(self._swung, back), self._failed)

    def _swung(self, back: bool, changes: Changes) -> None:
        self._next = changes.undo
        if self._next is None:
            self._drop()
        if isValid(self._history):
            self._history.swung.emit(self._said, back)

    def _failed(self, _error: BaseException) -> None:
        self._drop()

    def _drop(self) -> None:
        """There is no way on; the book may have been closed before this came out."""
        if isValid(self):
            self.setObsolete(True)


class History(UndoStack):
    """The undo stack of the open book. Steps run one at a time on the writing thread.

    `swung(text, back)`: a step was taken back, or done again. `latest` is the step of the last
    write, None where that cannot be taken back.
    """

    swung = Signal(str, bool)
    LIMIT = 200

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.setUndoLimit(self.LIMIT)
        self._runner = runner
        self._swinging = False
        self._goal: int | None = None
        self.latest: QUndoCommand | None = None

    def remember(self, text: str, inverse: Inverse | None) -> None:
        """Add what has just been written as a step, if there is a way back."""
        self.latest = None
        if inverse is not None:
            self.latest = _Step(text, inverse, self)
            self.push(self.latest)

    def is_next(self, step: QUndoCommand | None) -> bool:
        """Whether `back` would take back this very step."""
        return step is not None and self.canUndo() and self.command(self.index() - 1) is step

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
