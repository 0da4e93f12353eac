"""What the empty page shows behind its card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ksdesk.ui.shell.theme import Theme


def week_of_evenings(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A greyed curve: a week of evenings."""
    painter.setPen(QPen(theme.color("grid"), 1))
    for line in range(5):
        y = round(box.top() + box.height() * line / 4.0) + 0.5
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    day = (0.11, 0.04, 0.07, 0.06, 0.05, 0.08, 0.06, 0.07, 0.05, 0.1, 0.36, 0.86, 0.8, 0.5)
    count = 7 * len(day)
    points = QPolygonF()
    for number in range(count):
        wave = 1 + 0.06 * ((number * 7) % 5 - 2)
        height = min(1.0, day[number % len(day)] * wave) * box.height()
        x = box.left() + box.width() * number / (count - 1)
        points.append(QPointF(x, box.bottom() - height))
    painter.setPen(QPen(theme.color("axis"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)
