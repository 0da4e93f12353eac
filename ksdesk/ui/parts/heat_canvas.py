"""A heat map under a hand: a cell is read by the mouse or the arrow keys.

Like `parts.chart_picture`, this module imports matplotlib.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ksdesk.charts.heat import HeatPlot
from ksdesk.charts.picture import Builder
from ksdesk.ui.parts.chart.picture import ChartPicture
from ksdesk.ui.shell.theme import SMALL, theme_of

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_PADDING = 12


class HeatCanvas(ChartPicture):
    """Shows a `HeatPlot`. Arrows go from cell to cell, Esc takes the read-out away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.plot: HeatPlot | None = None
        self._cell: tuple[int, int] | None = None

    def set_chart(self, build: Builder) -> HeatPlot:
        """Show another map."""
        self._cell = None
        plot = super().set_chart(build)
        assert isinstance(plot, HeatPlot)
        return plot

    def cell(self) -> tuple[int, int] | None:
        """Weekday and hour that are read now."""
        return self._cell

    def summary(self) -> str:
        """The best hours, in words."""
        if self.plot is None or self.plot.best is None:
            return self.tr("Too few hours are known.")
        first, last = self.plot.best
        return self.tr("Most people come from {first}:00 to {last}:00.").format(
            first=first, last=last
        )

    def _read(self, cell: tuple[int, int] | None, *, by_key: bool = False) -> None:
        if cell == self._cell:
            return
        self._cell = cell
        self.update()
        if by_key and cell is not None and self.plot is not None:
            self.say(" ".join(self.plot.cell_text(*cell)))

    def paint_over(self, painter: QPainter) -> None:
        if self._cell is None or self.plot is None:
            return
        theme, plot = theme_of(self), self.plot
        left, top, wide, high = plot.box_of(*self._cell)
        painter.setPen(QPen(theme.color("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, top, wide - 1, high - 1))
        name, value = plot.cell_text(*self._cell)
        small, bold = theme.metrics(SMALL), theme.metrics(SMALL, True)
        room = bold.horizontalAdvance(name) + 16 + small.horizontalAdvance(value) + 2 * _PADDING
        line = theme.line(SMALL) + 10
        x = left + wide + 6
        x = left - 6 - room if x + room > self.width() else x
        y = min(max(top + high / 2 - line / 2, 1), self.height() - line - 1)
        box = QRectF(round(x) + 0.5, round(y) + 0.5, room, line)
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, 6, 6)
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font(SMALL, bold=True))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(theme.font(SMALL))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, value)

    # -- Qt ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place: QPointF = event.position()
        self._read(None if self.plot is None else self.plot.cell_at(place.x(), place.y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._read(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if self.plot is not None and step is not None:
            day, hour = self._cell or (0, self.plot.best[0] if self.plot.best else 0)
            if self._cell is not None:
                day, hour = (day + step[0]) % 7, (hour + step[1]) % 24
            self._read((day, hour), by_key=True)
        elif event.key() == Qt.Key.Key_Escape and self._cell is not None:
            self._read(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._read(None)
        self.setAccessibleDescription(self.summary())
