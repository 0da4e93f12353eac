"""The one "changed" signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ksdesk.domain.changes import Changes


class Hub(QObject):
    """Tells every page which topics were written: `changed(Changes)`."""

    changed = Signal(object)

    def tell(self, changes: Changes) -> None:
        """Emit `changed` unless nothing was touched."""
        if changes:
            self.changed.emit(changes)
