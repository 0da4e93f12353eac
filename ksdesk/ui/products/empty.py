"""What the empty page shows behind its card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ksdesk.ui.shell.theme import Theme


def greyed_list(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A greyed list."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    row, number = 44.0, int(box.height() // 44)
    for i in range(number):
        top = box.top() + i * row + 12
        painter.drawRoundedRect(QRectF(box.left() + 16, top, 24, 24), 4, 4)
        width = 160 + (i * 37) % 120
        painter.drawRoundedRect(QRectF(box.left() + 56, top + 6, width, 12), 4, 4)
        painter.drawRoundedRect(QRectF(box.right() - 220, top + 6, 56, 12), 4, 4)
        painter.drawRoundedRect(QRectF(box.right() - 96, top + 2, 56, 20), 4, 4)
    painter.setPen(QPen(theme.color("grid"), 1))
    for i in range(1, number + 1):
        y = box.top() + i * row
        painter.drawLine(int(box.left()), int(y), int(box.right()), int(y))
