"""What the lines and colours of a chart mean, in its card's title row."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.charts.pieces import LegendItem
from ksdesk.ui.shell.theme import SMALL, theme_of

_KEY = 20
_ALL = 1_000_000  # px, wider than all names


class Legend(QWidget):
    """Keys and names in one row, or in as many as `fit` to a width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[LegendItem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.fit(0)

    def set_items(self, items: tuple[LegendItem, ...]) -> None:
        """Show these."""
        self._items = items
        self.setAccessibleName(", ".join(item.label for item in items if item.label))
        self.updateGeometry()
        self.update()

    def fit(self, width: int) -> None:
        """Be as high as the lines in which all finds room within `width`."""
        self._width = width
        rows = max((row for row, *_ in self._places(width)), default=0) + 1
        self.setFixedHeight(rows * theme_of(self).line(SMALL))

    def _places(self, width: int) -> Iterator[tuple[int, int, int, LegendItem]]:
        """Line, left edge and right edge of each item where there is `width`."""
        metrics = theme_of(self).metrics(SMALL)
        row = left = 0
        for item in self._items:
            right = left + item.key_width + metrics.horizontalAdvance(item.label)
            if left and right > width:
                row, left, right = row + 1, 0, right - left
            yield row, left, right, item
            left = right + item.gap

    def sizeHint(self) -> QSize:
        """All in one line."""
        places = self._places(_ALL)
        wide = max((right for _row, _left, right, _item in places), default=0)
        return QSize(wide, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setFont(theme.font(SMALL))
        high = theme.line(SMALL)
        for row, left, right, item in self._places(self._width):
            _draw_key(painter, item, left, (row + 0.5) * high)
            painter.setPen(theme.color("muted"))
            place = QRectF(left + item.key_width, row * high, right - left, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, item.label)


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
