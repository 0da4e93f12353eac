"""Where the pages stand: what a small screen has no room for is scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from ksdesk.ui.parts.scroll import clear_viewport


class PageArea(QScrollArea):
    """Holds the `stack` of pages, which is as large as this or as the least that its page needs.

    At 200 % a screen of 1366×768 has 683×384 px, where a page would be squeezed until nothing in
    it could be read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(clear_viewport())
        self.stack = QStackedWidget()
        self.setWidget(self.stack)
        self.stack.setAutoFillBackground(False)
        self.stack.currentChanged.connect(self._refit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if watched is self.stack and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _refit(self) -> None:
        """A page places its parts by the room it is given, and needs less in less of it."""
        self.stack.resize(self.maximumViewportSize())
        self._fit()

    def _fit(self) -> None:
        page = self.stack.currentWidget()
        if page is None:
            return
        room = self.maximumViewportSize()
        need = page.minimumSizeHint().expandedTo(page.minimumSize())
        if need.height() > room.height():
            room -= QSize(self.verticalScrollBar().sizeHint().width(), 0)
        if need.width() > room.width():
            room -= QSize(0, self.horizontalScrollBar().sizeHint().height())
        self.stack.resize(room.expandedTo(need))
