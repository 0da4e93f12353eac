"""A thin bar of parts, one behind the other, and what its colours mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.ui.parts.labels import Label
from ksdesk.ui.shell.theme import SMALL, theme_of

_BAR, _PAST = 12, 4  # px of the bar, and how far a tick stands out
_KEY, _KEY_ROOM = 8, 14

Share = tuple[float, str]
"""How much, and the colour (a token); an outline where it has none."""


class StackBar(QWidget):
    """Shows `parts` to the scale of them all, and a tick where they reach `tick`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[Share, ...] = ()
        self.tick: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[Share], tick: float | None = None) -> None:
        """Show these; what is nothing or below it is left out."""
        self.parts, self.tick = tuple(part for part in parts if part[0] > 0), tick
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(160), _BAR + 2 * _PAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = max(sum(amount for amount, _ in self.parts), self.tick or 0.0)
        left = 0.0
        for amount, colour in self.parts:
            wide = self.width() * amount / room
            box = QRectF(left, _PAST, max(wide - 2, 1), _BAR)
            left += wide
            if colour:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(colour))
            else:
                box.adjust(0.5, 0.5, -0.5, -0.5)
                painter.setPen(QPen(theme.color("control"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 2, 2)
        if self.tick is not None and room:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            at = min(self.width() * self.tick / room, self.width() - 2)
            painter.fillRect(QRectF(round(at), 0, 2, _BAR + 2 * _PAST), theme.color("text"))


class Key(Label):
    """A square in a colour and what it stands for."""

    def __init__(self, text: str, colour: str, parent: QWidget) -> None:
        super().__init__(text, SMALL, parent=parent)
        self._colour = colour
        self.setContentsMargins(_KEY_ROOM, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - _KEY) // 2
        painter.fillRect(0, top, _KEY, _KEY, theme_of(self).color(self._colour))
