"""Undo and redo over actions: each step knows the call that takes it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from shiboken6 import isValid

from ksdesk.domain.changes import Changes
from ksdesk.ui.parts.undo_steps import UndoSteps

Inverse = Callable[[Any], Changes]
Runner = Callable[[Inverse, Callable[[Changes], None], Callable[[BaseException], None]], None]


class WrittenStep:
    """One write. `_next` is what undo (or, when undone, redo) has to call."""

    def __init__(self, text: str, inverse: Inverse, history: UndoHistory) -> None:
        self.text = text
        self._next = inverse
        self._history = history

    def undo(self) -> None:
        self._history.swing(self._next, partial(self._swung, True), self._failed)

    def redo(self) -> None:
        self._history.swing(self._next, partial(self._swung, False), self._failed)

    def takes_in(self, _later: WrittenStep) -> bool:
        """Each write is a step of its own."""
        return False

    def _swung(self, back: bool, changes: Changes) -> None:
        if not isValid(self._history):  # the window was closed before this came out
            return
        if changes.undo is None:
            self._history.drop(self)
        else:
            self._next = changes.undo
        self._history.swung.emit(self.text, back)

    def _failed(self, _error: BaseException) -> None:
        if isValid(self._history):
            self._history.drop(self)


class UndoHistory(UndoSteps[WrittenStep]):
    """The steps of the open book. They run one at a time on the writing thread.

    `swung(text, back)`: a step was taken back, or done again. `latest` is the step of the last
    write, None where that cannot be taken back.
    """

    swung = Signal(str, bool)
    LIMIT = 200

    def __init__(self, runner: Runner) -> None:
        super().__init__(limit=self.LIMIT)
        self._runner = runner
        self._swinging = False
        self._goal: int | None = None
        self.latest: WrittenStep | None = None

    def remember(self, text: str, inverse: Inverse | None) -> None:
        """Add what has just been written as a step, if there is a way back."""
        self.latest = None
        if inverse is not None:
            self.latest = WrittenStep(text, inverse, self)
            self.push(self.latest)

    def is_last(self, step: WrittenStep | None) -> bool:
        """Whether `back` would take back this very step."""
        return step is not None and self.last is step

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
        step = self.last if self._goal < self.index else self.next
        if step is None or self._goal == self.index:
            self._goal = None
        elif step is self.last:
            self.undo()
        else:
            self.redo()

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
