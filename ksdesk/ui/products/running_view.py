"""The order of a live's products: a list that is ordered by dragging or by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ksdesk.actions.products.running import RunningLine
from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.scroll import SightFirst
from ksdesk.ui.parts.texts import count_text, money_text
from ksdesk.ui.shell.theme import SMALL, theme_of

_LINE = Qt.ItemDataRole.UserRole
ROW = 52


class RunningList(Ringed, SightFirst, QListWidget):
    """`changed(lines)` after every change by hand, `chosen(line or None)` when the choice moves.

    Alt+Up and Alt+Down move the chosen line, Delete takes it out.
    """

    changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Order of the live"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setItemDelegate(_Delegate(self))
        self.model().rowsMoved.connect(self._on_moved)
        self.currentItemChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[RunningLine], row: int = 0) -> None:
        """Show other lines and choose one, without telling of a change."""
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self.addItem(_item(line))
        self.blockSignals(False)
        self.setCurrentRow(min(row, len(lines) - 1))
        self._on_current()

    def lines(self) -> tuple[RunningLine, ...]:
        """The lines in their order."""
        return tuple(self.item(row).data(_LINE) for row in range(self.count()))

    def line(self) -> RunningLine | None:
        """The chosen line."""
        item = self.currentItem()
        return None if item is None else item.data(_LINE)

    def append(self, line: RunningLine) -> None:
        """A line below the others; one that is there already is chosen instead."""
        for row, other in enumerate(self.lines()):
            if other.product.id == line.product.id:
                self.setCurrentRow(row)
                return
        self.addItem(_item(line))
        self.setCurrentRow(self.count() - 1)
        self.changed.emit(self.lines())

    def set_cue(self, cue: str) -> None:
        """Another cue for the chosen line."""
        item = self.currentItem()
        if item is not None and item.data(_LINE).cue != cue:
            item.setData(_LINE, replace(item.data(_LINE), cue=cue))
            self.changed.emit(self.lines())

    def move_line(self, step: int) -> None:
        """Move the chosen line up (-1) or down (1)."""
        row = self.currentRow()
        if 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)
            self.changed.emit(self.lines())

    def drop_line(self) -> None:
        """Take the chosen line out."""
        row = self.currentRow()
        if row >= 0:
            self.takeItem(row)
            self.changed.emit(self.lines())

    def _on_moved(self, *_where: object) -> None:
        self.changed.emit(self.lines())

    def _on_current(self, *_items: object) -> None:
        self.chosen.emit(self.line())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_line(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_line()
        else:
            super().keyPressEvent(event)


def _item(line: RunningLine) -> QListWidgetItem:
    product = line.product
    item = QListWidgetItem(f"{product.title} ¥{money_text(product.price)}")
    item.setData(_LINE, line)
    return item


class _Delegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = theme_of()
        return QSize(200, max(theme.px(ROW), theme.line() + theme.line(SMALL) + 8))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line, theme, box = index.data(_LINE), theme_of(), QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("sub"))
        draw_icon(
            painter,
            QRectF(box.left() + 8, box.center().y() - 8, 16, 16),
            "grip",
            theme.color("muted"),
        )
        left, right = box.left() + 32, box.right() - 16
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("muted"))
        number = QRectF(left, box.top(), 28, box.height())
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), str(index.row() + 1))
        left += 32
        price = f"¥{money_text(line.product.price)}"
        stock = self.tr("{n} left").format(n=count_text(line.product.stock))
        wide = max(
            theme.metrics().horizontalAdvance(price), theme.metrics(SMALL).horizontalAdvance(stock)
        )
        upper = QRectF(left, box.top() + 4, right - left, theme.line())
        lower = QRectF(left, upper.bottom(), right - left, theme.line(SMALL))
        room = right - left - wide - 16
        self._pair(painter, upper, line.product.title, price, room, "text", small=False)
        second = " · ".join(filter(None, (line.cue, line.product.selling_point)))
        self._pair(painter, lower, second, stock, room, "muted", small=True)
        painter.setPen(QPen(theme.color("grid"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    @staticmethod
    def _pair(
        painter: QPainter,
        box: QRectF,
        first: str,
        last: str,
        room: float,
        tone: str,
        *,
        small: bool,
    ) -> None:
        theme = theme_of()
        font = theme.font(SMALL) if small else theme.font()
        metrics = theme.metrics(SMALL) if small else theme.metrics()
        painter.setFont(font)
        painter.setPen(theme.color(tone))
        shown = metrics.elidedText(first, Qt.TextElideMode.ElideRight, int(room))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(middle | Qt.AlignmentFlag.AlignLeft), shown)
        painter.drawText(box, int(middle | Qt.AlignmentFlag.AlignRight), last)
