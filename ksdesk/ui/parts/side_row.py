"""The room at the right of a list for what came up beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ksdesk.ui.parts.tab_order import bring_in_sight
from ksdesk.ui.shell.theme import theme_of

WIDTH = 320  # px, growing with the text to two fifths of the page
GAP = 16
ROOMY = 960  # px of the page's width from which list and side stand next to each other


class SideRow(QWidget):
    """A list, and at its right what `open` was given last, until `close_side`; it gives its width
    back then. On a narrow page it lies over the list. Esc in it or in the list closes it; what had
    the focus before has it again.
    """

    def __init__(self, main: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(main, 1)
        self.side = QWidget(self)
        self.side.setAutoFillBackground(True)
        self._column = QVBoxLayout(self.side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.side.hide()
        self._from: QWidget | None = None

    def open(self, widget: QWidget) -> None:
        """Show a widget at the right; what was there before goes."""
        self._drop()
        if (focused := self.window().focusWidget()) and not self.side.isAncestorOf(focused):
            self._from = focused
        self._column.addWidget(widget)
        self.side.show()
        self._place()
        bring_in_sight(self)

    def close_side(self) -> None:
        """Give the width back to the list."""
        focused, back = self.window().focusWidget(), self._from
        inside = focused is not None and self.side.isAncestorOf(focused)
        if inside and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
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
        wide = max(WIDTH, min(theme_of(self).px(WIDTH), self.width() * 2 // 5))
        self.side.setFixedWidth(wide)
        if self.width() >= ROOMY:
            if self._row.indexOf(self.side) < 0:
                self._row.addWidget(self.side)
            return
        self._row.removeWidget(self.side)
        self.side.setGeometry(self.width() - wide, 0, wide, self.height())
        self.side.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.side.isVisible():
            self.close_side()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
