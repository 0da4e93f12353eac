"""Two parts of a page side by side, or one below the other where there is no room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ksdesk.ui.shell.theme import theme_of


class Beside(QWidget):
    """The two share the width as `shares` says; in less than `least` px, which grow with the text,
    they are stacked, each `stacked` px high at least."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int],
        least: int,
        *,
        stacked: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._stacked = least, stacked
        self._both = (first, second) if stacked else ()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(first, shares[0])
        self._row.addWidget(second, shares[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, way = self.width() < theme_of(self).px(self._least), QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        for each in self._both:
            each.setMinimumHeight(theme_of(self).px(self._stacked) if narrow else 0)
