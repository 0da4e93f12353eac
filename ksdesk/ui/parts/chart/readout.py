"""What is painted over a chart: the read-out at a time, and what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ksdesk.charts.pieces import ChartReading
from ksdesk.charts.plot import Plot
from ksdesk.ui.shell.theme import SMALL, Theme

_AWAY = 12
_PADDING = 12
_GAP = 24
_DOT = 4.0
_WIDEST_NAME = 180


def draw_reading(painter: QPainter, plot: Plot, here: ChartReading, theme: Theme) -> None:
    """The line, a dot on each curve, and the box with a row a series."""
    x = round(here.x) + 0.5
    painter.setPen(QPen(theme.color("text"), 1))
    painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom))
    for row in here.rows:
        if row.y is not None and row.dot:
            painter.setPen(QPen(QColor(row.colour), 2))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(QPointF(here.x, row.y), _DOT, _DOT)
    _draw_box(painter, plot, here, theme)


def box_of(plot: Plot, here: ChartReading, theme: Theme) -> QRectF:
    """Where the box stands: on the side with more room, whole within the chart."""
    small, bold = theme.metrics(SMALL), theme.metrics(SMALL, True)
    rows = [
        min(small.horizontalAdvance(row.label), _WIDEST_NAME)
        + _GAP
        + small.horizontalAdvance(row.text)
        for row in here.rows
    ]
    wide = max([bold.horizontalAdvance(here.title), 128, *rows]) + 2 * _PADDING
    high = theme.line(SMALL) * (1 + len(here.rows)) + 10
    on_left = here.x > (plot.left + plot.right) / 2
    left = here.x - _AWAY - wide if on_left else here.x + _AWAY
    left = min(max(left, 1.0), max(1.0, plot.width - wide - 1))
    top = min(plot.top + 24, plot.height - high - 1)
    return QRectF(round(left) + 0.5, round(max(1.0, top)) + 0.5, wide, high)


def _draw_box(painter: QPainter, plot: Plot, here: ChartReading, theme: Theme) -> None:
    box = box_of(plot, here, theme)
    painter.setPen(QPen(theme.color("control"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(box, 6, 6)
    line = theme.line(SMALL)
    row_box = QRectF(box.left() + _PADDING, box.top() + 5, box.width() - 2 * _PADDING, line)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(theme.color("text"))
    painter.setFont(theme.font(SMALL, bold=True))
    painter.drawText(row_box, middle | Qt.AlignmentFlag.AlignLeft, here.title)
    painter.setFont(theme.font(SMALL))
    metrics = theme.metrics(SMALL)
    for row in here.rows:
        row_box.translate(0, line)
        free = int(row_box.width() - _GAP / 2 - metrics.horizontalAdvance(row.text))
        name = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, free)
        painter.setPen(QColor(row.colour))
        painter.drawText(row_box, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(theme.color("text"))
        painter.drawText(row_box, middle | Qt.AlignmentFlag.AlignRight, row.text)


def draw_chosen(painter: QPainter, plot: Plot, ref: object, theme: Theme) -> None:
    """Edges around a chosen shade, a ring around a chosen dot."""
    start, end = plot.view
    for shade in plot.shades:
        if shade.ref == ref and shade.end > start and shade.start < end:
            left = max(plot.left, plot.x(shade.start))
            right = min(plot.right, plot.x(shade.end))
            painter.setPen(QPen(theme.color("bad"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left, plot.top + 1, right - left, plot.bottom - plot.top - 1))
    for dot in plot.dots:
        if dot.ref == ref and start <= dot.time <= end:
            painter.setPen(QPen(theme.color("bad" if dot.bad else "accent_text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            centre = QPointF(plot.x(dot.time), plot.panels[0].y(dot.value))
            painter.drawEllipse(centre, 7.0, 7.0)
