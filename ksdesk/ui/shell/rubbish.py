"""Python's garbage collection, on the UI thread alone.

The collector runs on whatever thread happens to ask for memory. A widget in a circle of
references that a worker collects is destroyed on the worker, and the process dies of it.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY: Final = 1000  # milliseconds


class Rubbish(QObject):
    """Collects by the interpreter's own thresholds, now and then, where `parent` lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=EVERY)
        timer.timeout.connect(collect_due)
        timer.start()


def collect_due() -> None:
    """Collect the oldest generation that has grown past its threshold."""
    due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(number for number, each in enumerate(due) if each))
