"""Files dragged onto a widget."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.shell.theme import TITLE, theme_of

TABLE_SUFFIXES: Final = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods", ".zip", ".gz")
"""What is imported."""
TABLE_PATTERNS: Final = " ".join(f"*{suffix}" for suffix in TABLE_SUFFIXES)  # for file dialogs


def files_in(data: QMimeData, suffixes: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """The local files that a drag or the clipboard carries, of the suffixes (".csv") if given."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return tuple(p for p in paths if not suffixes or p.suffix.lower() in suffixes)


class DropCue(QWidget):
    """Lies over `owner` while files are dragged over it, and says what becomes of them there."""

    def __init__(self, owner: QWidget, text: str) -> None:
        super().__init__(owner)
        self._owner = owner
        self.text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, on: bool) -> None:
        """Come into sight, or go."""
        if on:
            self.setGeometry(self._owner.rect())
            self.raise_()
        self.setVisible(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.color("accent_soft")
        veil.setAlphaF(0.88)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(theme.color("accent_text"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(12, 12, -12, -12), 8, 8)
        middle = self.rect().center()
        icon = QRectF(middle.x() - 20, middle.y() - 48, 40, 40)
        draw_icon(painter, icon, "import", theme.color("accent_text"))
        painter.setFont(theme.font(TITLE, True))
        below = self.rect().adjusted(32, middle.y(), -32, 0)
        where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, int(where), self.text)


class FileDrop(QObject):
    """Lets files be dropped on a widget: `dropped(tuple[Path])`, `hovering(bool)` meanwhile.

    said: what becomes of them, shown over the widget meanwhile.
    """

    dropped = Signal(object)
    hovering = Signal(bool)

    def __init__(self, target: QWidget, suffixes: tuple[str, ...] = (), *, said: str = "") -> None:
        super().__init__(target)
        if said:
            self.hovering.connect(DropCue(target, said).show_over)
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
