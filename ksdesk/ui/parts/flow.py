"""A layout that fills lines from left to right and wraps."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget


def taken_beside(row: QBoxLayout, *widgets: QWidget) -> int:
    """Px that a row wants for all that is shown beside these widgets, the gaps included."""
    width = 0
    for place in range(row.count()):
        item = row.itemAt(place)
        if item is not None and not item.isEmpty() and item.widget() not in widgets:
            width += item.sizeHint().width() + row.spacing()
    return width


class FlowLayout(QLayout):
    """Widgets side by side at their own size, the next line where one does not fit."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, line_spacing: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._line_spacing = spacing if line_spacing is None else line_spacing
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Place the items into `rect` (if `move`); the height they take."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        line: list[tuple[QLayoutItem, int, QSize]] = []
        x, y = area.x(), area.y()
        tallest = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), area.width()) if area.width() > 0 else hint.width()
            if line and x + width > area.right() + 1:
                self._place(line, y, tallest, move)
                x, y, line = area.x(), y + tallest + self._line_spacing, []
                tallest = 0
            line.append((item, x, QSize(width, hint.height())))
            x += width + self.spacing()
            tallest = max(tallest, hint.height())
        self._place(line, y, tallest, move)
        return y + tallest - rect.y() + margins.bottom()

    def _place(
        self, line: list[tuple[QLayoutItem, int, QSize]], y: int, height: int, move: bool
    ) -> None:
        if not move:
            return
        for item, x, size in line:
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(h.width() for h in hints) + self.spacing() * max(0, len(hints) - 1)
        margins = self.contentsMargins()
        height = max((h.height() for h in hints), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
