"""The one "changed" signal."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, Signal

from ksdesk.domain.changes import Changes


class Hub(QObject):
    """Tells every page which topics were written: `changed(Changes)`."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.turns: Counter[str] = Counter()
        """How often each topic was written."""

    def tell(self, changes: Changes) -> None:
        """Emit `changed` unless nothing was touched."""
        if changes:
            self.turns.update(changes.topics)
            self.changed.emit(changes)
