"""How a number moved, where it stands in a row."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.number_card import Change, change_words, draw_change
from ksdesk.ui.shell.theme import SMALL, theme_of


class ChangeLabel(QWidget):
    """▲ 12.4% 升, at the right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change: Change | None = None
        self.setFixedHeight(theme_of(self).line(SMALL))

    def set(self, change: Change | None) -> None:
        """Show a change, or nothing."""
        self._change = change
        self.setAccessibleName(change_words(change) if change else "")
        self.setVisible(change is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = change_words(self._change) if self._change else ""
        return QSize(theme.metrics(SMALL).horizontalAdvance(words) + 17, theme.line(SMALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._change is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() - self.sizeHint().width() + 1.0
        if self._change.way == "flat":
            left += 15
        box = QRectF(left, 0, self.width() - left, self.height())
        draw_change(painter, box, theme_of(self), self._change)
