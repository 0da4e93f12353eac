"""The room at the right of a list for what came up beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

WIDTH = 320
GAP = 16
ROOMY = 960  # px of the page's width from which list and side stand next to each other


class SideRow(QWidget):
    """A list, and at its right what `open` was given last, until `close_side`; it gives its width
    back then. On a narrow page it lies over the list. Esc in it closes it.
    """

    def __init__(self, main: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(main, 1)
        self.side = QWidget(self)
        self.side.setAutoFillBackground(True)
        self.side.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self.side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.side.hide()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.side)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_side)

    def open(self, widget: QWidget) -> None:
        """Show a widget at the right; what was there before goes."""
        self._drop()
        self._column.addWidget(widget)
        self.side.show()
        self._place()

    def close_side(self) -> None:
        """Give the width back to the list."""
        self._drop()
        self.side.hide()

    def content(self) -> QWidget | None:
        """What is shown at the right."""
        item = self._column.itemAt(0)
        return None if item is None else item.widget()

    def _drop(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            old = None if item is None else item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _place(self) -> None:
        if self.width() >= ROOMY:
            if self._row.indexOf(self.side) < 0:
                self._row.addWidget(self.side)
            return
        self._row.removeWidget(self.side)
        self.side.setGeometry(self.width() - WIDTH, 0, WIDTH, self.height())
        self.side.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
