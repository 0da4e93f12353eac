"""Files dragged onto a widget."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

TABLE_SUFFIXES: Final = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods", ".zip", ".gz")
"""What is imported."""
TABLE_PATTERNS: Final = " ".join(f"*{suffix}" for suffix in TABLE_SUFFIXES)  # for file dialogs


def files_in(data: QMimeData, suffixes: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """The local files that a drag or the clipboard carries, of the suffixes (".csv") if given."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return tuple(p for p in paths if not suffixes or p.suffix.lower() in suffixes)


class FileDrop(QObject):
    """Lets files be dropped on a widget: `dropped(tuple[Path])`, `hovering(bool)` meanwhile."""

    dropped = Signal(object)
    hovering = Signal(bool)

    def __init__(self, target: QWidget, suffixes: tuple[str, ...] = ()) -> None:
        super().__init__(target)
        self._suffixes = suffixes
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if not isinstance(event, QDropEvent):
            if kind == QEvent.Type.DragLeave:
                self.hovering.emit(False)
            return False
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            if not files_in(event.mimeData(), self._suffixes):
                return False
            event.acceptProposedAction()
            if kind == QEvent.Type.DragEnter:
                self.hovering.emit(True)
            return True
        if kind == QEvent.Type.Drop:
            self.hovering.emit(False)
            paths = files_in(event.mimeData(), self._suffixes)
            if paths:
                event.acceptProposedAction()
                self.dropped.emit(paths)
                return True
        return False
