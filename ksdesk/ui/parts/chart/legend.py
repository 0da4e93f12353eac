"""What the lines and colours of a chart mean, in its card's title row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.charts.pieces import LegendItem
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import SMALL, theme_of

_KEY = 20


class Legend(QWidget):
    """Keys and names in one row; names that find no room become … with all in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[LegendItem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme_of(self).line(SMALL))

    def set_items(self, items: tuple[LegendItem, ...]) -> None:
        """Show these."""
        self._items = items
        self.setAccessibleName(", ".join(item.label for item in items if item.label))
        self._set_tip()
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[int]:
        metrics = theme_of(self).metrics(SMALL)
        return [metrics.horizontalAdvance(item.label) + item.key_width for item in self._items]

    def _shown(self) -> int:
        """How many find room."""
        used = 0
        for count, wide in enumerate(self._widths()):
            last = count == len(self._items) - 1
            if used + wide + (0 if last else 16) > self.width():
                return count
            used += wide + self._items[count].gap
        return len(self._items)

    def _set_tip(self) -> None:
        whole = self._shown() == len(self._items)
        set_tip(self, "" if whole else "\n".join(item.label for item in self._items if item.label))

    def sizeHint(self) -> QSize:
        wide = sum(self._widths()) + sum(item.gap for item in self._items[:-1])
        return QSize(wide, theme_of(self).line(SMALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, theme_of(self).line(SMALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setFont(theme.font(SMALL))
        left, middle = 0.0, self.height() / 2
        shown = self._shown()
        for item, wide in zip(self._items[:shown], self._widths(), strict=False):
            _draw_key(painter, item, left, middle)
            painter.setPen(theme.color("muted"))
            place = QRectF(left + item.key_width, 0, wide, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, item.label)
            left += wide + item.gap
        if shown < len(self._items):
            painter.setPen(theme.color("muted"))
            place = QRectF(left, 0, 16, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, "…")


def _draw_key(painter: QPainter, item: LegendItem, left: float, middle: float) -> None:
    """The line or square in front of a name."""
    colour = QColor(item.colour)
    if item.kind == "word":
        return
    if item.kind != "line":
        high = 12 if item.kind == "shade" else 10 if item.kind == "heat" else 8
        wide = 16 if item.kind == "heat" else 12
        painter.fillRect(QRectF(left, middle - high / 2, wide, high), colour)
        return
    pen = QPen(colour, 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if item.dash:
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([part / 2 for part in item.dash])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, middle), QPointF(left + _KEY, middle))
