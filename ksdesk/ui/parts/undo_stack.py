"""An undo stack that may be left to the garbage collector."""

from __future__ import annotations

from PySide6.QtGui import QUndoStack
from shiboken6 import isValid


class UndoStack(QUndoStack):
    """Lets its steps go while all is whole: the collector frees what stands in one circle in any
    order, and a stack whose steps went first reaches into freed memory.
    """

    def __del__(self) -> None:
        if isValid(self):
            self.blockSignals(True)
            self.clear()
