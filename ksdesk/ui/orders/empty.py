"""What the empty page shows behind its card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ksdesk.ui.shell.theme import Theme


def greyed_orders(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A greyed list: time left, goods, amount."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    for row in range(int(box.height() // 40)):
        top = box.top() + row * 40 + 12
        left = box.left() + 16
        painter.drawRoundedRect(QRectF(left, top, 64, 10), 4, 4)
        painter.drawRoundedRect(QRectF(left, top + 14, max(12, 96 - row * 9), 4), 2, 2)
        painter.drawRoundedRect(QRectF(left + 128, top + 2, 160 + row * 37 % 90, 12), 4, 4)
        painter.drawRoundedRect(QRectF(box.right() - 96, top + 2, 64, 12), 4, 4)
