"""The scroll area of a page: it scrolls as one, up and down only."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ksdesk.ui.parts.focus import BeforeQt
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


class SightFirst(BeforeQt):
    """Stands before the Qt class of a list: where what the list stands in scrolls too, the wheel
    brings the list whole in sight before it turns the list."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, area = event.angleDelta().y(), self.parentWidget()
        while area is not None and not area.isWindow():
            if isinstance(area, QScrollArea) and self._brought(area, turned, event):
                return
            area = area.parentWidget()
        super().wheelEvent(event)

    def _brought(self, area: QScrollArea, turned: int, event: QWheelEvent) -> bool:
        """Whether there was more of the list to bring in sight, up to its other end at most."""
        view, bar = area.viewport(), area.verticalScrollBar()
        above = self.mapTo(view, QPoint()).y()
        below = above + self.height() - view.height()  # px until its end is in sight
        if not (turned < 0 < min(above, below) or turned > 0 > max(above, below)):
            return False
        before = bar.value()
        area.wheelEvent(event)
        if turned < 0:
            bar.setValue(min(bar.value(), before + above))
        else:
            bar.setValue(max(bar.value(), before + below))
        return bar.value() != before
