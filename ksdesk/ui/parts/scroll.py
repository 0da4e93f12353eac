"""The scroll area of a page: it scrolls as one, up and down only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ksdesk.ui.parts.tab_order import bring_in_sight


def clear_viewport() -> QWidget:
    """Shows what is behind it. The one that a scroll area has would first be looked for among all
    classes of widgets, which makes them: a twentieth of the start."""
    made = QWidget()
    made.setAutoFillBackground(False)
    return made


class PageScroll(QScrollArea):
    """Holds what is below a page's header; `body` is the layout inside.

    A control that gets the focus is scrolled into sight.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(clear_viewport())
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.setWidget(self.inside)
        self.inside.setAutoFillBackground(False)  # setWidget fills it: grey in a white sheet

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """A widget below what the page holds already."""
        self.body.addWidget(widget, stretch)

    def show_widget(self, widget: QWidget) -> None:
        """Bring a widget inside into sight."""
        bring_in_sight(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.inside.setMaximumWidth(event.size().width())  # before it is given its width
        super().resizeEvent(event)
