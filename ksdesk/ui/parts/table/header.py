"""The header of a table: small muted titles, ▲▼ on the sorted column, the box for all rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ksdesk.ui.parts.check import draw_check
from ksdesk.ui.parts.rows import RowsModel
from ksdesk.ui.parts.tip import show_tip
from ksdesk.ui.shell.theme import SMALL, theme_of

CHECK_ROOM = 40
PAD = 8
EDGE = 16


class TableHeader(QHeaderView):
    """Paints itself; a click sorts, a click on the box in front checks all rows."""

    def __init__(self, rows: RowsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = rows
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setFixedHeight(theme_of(self).control(32))
        self.setMouseTracking(True)

    def _is_first(self, place: int) -> bool:
        """Whether a column that is shown is the first of them."""
        return self.sectionPosition(place) == 0

    def _lead(self, place: int) -> int:
        """Room in front of the text of a column in px."""
        first = self._is_first(place)
        if first and self._model.checkable:
            return EDGE + CHECK_ROOM - PAD
        return EDGE if first else PAD

    def _trail(self, place: int) -> int:
        last = self.sectionPosition(place) + self.sectionSize(place) == self.length()
        return EDGE if last else PAD

    def content(self, place: int, cell: QRect) -> QRect:
        """The part of a cell that holds its text: what lies between the gaps."""
        return cell.adjusted(self._lead(place), 0, -self._trail(place), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = theme_of(self)
        painter.fillRect(rect, theme.color("sub"))
        column = self._model.columns[logicalIndex]
        order = self._model.order
        mark = ""
        if order is not None and order[0] == logicalIndex:
            mark = " ▲" if order[1] == Qt.SortOrder.AscendingOrder else " ▼"
        if self._model.checkable and self._is_first(logicalIndex):
            box = QRectF(rect.left() + EDGE, rect.center().y() - 7, 16, 16)
            checked, all_rows = self._model.checked_count(), len(self._model.rows)
            draw_check(painter, theme, box, 0 if not checked else 2 if checked == all_rows else 1)
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("text" if mark else "muted"))
        room = self.content(logicalIndex, rect)
        align = {
            "left": Qt.AlignmentFlag.AlignLeft,
            "right": Qt.AlignmentFlag.AlignRight,
            "center": Qt.AlignmentFlag.AlignHCenter,
        }[column.align]
        width = room.width() - theme.metrics(SMALL).horizontalAdvance(mark)
        title = theme.metrics(SMALL).elidedText(
            column.title, Qt.TextElideMode.ElideRight, width + 1
        )
        painter.drawText(room, int(align | Qt.AlignmentFlag.AlignVCenter), title + mark)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme_of(self).control(32))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.logicalIndexAt(event.position().toPoint())
        over_box = (
            self._model.checkable
            and self._is_first(place)
            and event.position().x() < self.sectionViewportPosition(place) + EDGE + CHECK_ROOM - PAD
        )
        if over_box:
            self._model.toggle_all()
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        """The whole title of a column that was dragged too narrow for it."""
        place = self.logicalIndexAt(event.pos())
        if place < 0:
            return
        title, left = self._model.columns[place].title, self.sectionViewportPosition(place)
        cell = QRect(left, 0, self.sectionSize(place), self.height())
        cut = theme_of(self).width(title, SMALL) > self.content(place, cell).width() + 1
        show_tip(event.globalPos(), title if cut else "", self.viewport(), cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("sub"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        bottom = self.viewport().height() - 1
        painter.fillRect(0, bottom, self.viewport().width(), 1, theme.color("border"))
