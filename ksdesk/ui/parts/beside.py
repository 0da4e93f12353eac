"""Two parts of a page side by side, or one below the other where there is no room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ksdesk.ui.shell.theme import theme_of


class Beside(QWidget):
    """The two share the width as `shares` says; in less than `least` px, which grow with the text,
    they are stacked, as high as `stacked` says at least."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int],
        least: int,
        *,
        stacked: tuple[int, int] = (0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._heights = ((first, stacked[0]), (second, stacked[1]))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(first, shares[0])
        self._row.addWidget(second, shares[1])

    def stacked(self) -> bool:
        """Whether there is no room for them side by side."""
        return self.width() < theme_of(self).px(self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, way = self.stacked(), QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        for part, height in self._heights if any(height for _part, height in self._heights) else ():
            part.setMinimumHeight(theme_of(self).px(height) if narrow else 0)
