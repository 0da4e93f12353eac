"""The focus ring: 2 px, 2 px outside the control, on keyboard focus only.

A widget cannot paint outside itself, so the ring is one see-through widget above its
neighbours. A control that is `Ringed` has it while it has the focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ksdesk.ui.shell.theme import theme_of

if TYPE_CHECKING:
    BeforeQt = QWidget
else:
    BeforeQt = object
"""The base of what stands before a widget's own Qt class, for Qt takes one such class alone."""

GAP = 2
WIDTH = 2
REACH = GAP + WIDTH

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.ZOrderChange,
    QEvent.Type.LayoutRequest,
)


class FocusRing(QWidget):
    """The ring around one widget; it follows that widget and its ancestors."""

    def __init__(self, target: QWidget, host: QWidget) -> None:
        super().__init__(host)
        self._target = target
        self._radius = float(target.property("ring_radius") or 6)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._followed: list[QWidget] = []
        step: QWidget | None = target
        while step is not None and step is not host:
            step.installEventFilter(self)
            self._followed.append(step)
            step = step.parentWidget()
        self._place()
        self.show()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None or not shiboken6.isValid(self._target):
            return
        corner = self._target.mapTo(host, QPoint(0, 0))
        place = QRect(corner, self._target.size()).adjusted(-REACH, -REACH, REACH, REACH)
        self.setGeometry(place)
        inner = self.rect().adjusted(REACH, REACH, -REACH, -REACH)
        self.setMask(QRegion(self.rect()) - QRegion(inner))
        self.raise_()

    def end(self) -> None:
        """Stop following and go away."""
        for widget in self._followed:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._followed.clear()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED and self._followed:
            self._place()
        return False

    def paintEvent(self, event: QEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_of(self).color("accent_text"), WIDTH))
        half = WIDTH / 2
        radius = self._radius + GAP + half
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)


_ring: FocusRing | None = None


class Ringed(BeforeQt):
    """Stands before the Qt class of a control, which then wears the ring while it has the focus."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_keys = event.reason() in _BY_KEYBOARD
        self.setProperty("reached_by_keys", by_keys)
        if by_keys:
            show_ring(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        ring_out(self)


def show_ring(widget: QWidget) -> None:
    """Show the ring around `widget`, taking it away from wherever it was."""
    global _ring
    hide_ring()
    _ring = FocusRing(widget, _host(widget))


def reached_by_keys(widget: QWidget) -> bool:
    """Whether the keyboard led to `widget` when it last got the focus, gone by now or not."""
    return bool(widget.property("reached_by_keys"))


def ring_out(widget: QWidget) -> None:
    """Take the ring away if `widget` wears it."""
    if _ring is not None and shiboken6.isValid(_ring) and _ring._target is widget:
        hide_ring()


def hide_ring() -> None:
    """Take the ring away."""
    global _ring
    ring, _ring = _ring, None
    if ring is not None and shiboken6.isValid(ring):
        ring.end()


def _host(widget: QWidget) -> QWidget:
    """The widget the ring lives in: what scrolls together with the target, or the window."""
    step = widget
    parent = step.parentWidget()
    while parent is not None and not step.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return step if step is not widget else parent
        step, parent = parent, parent.parentWidget()
    return step.window()
