"""Strips across a page: a warning under the header, the sample shop's at the very top."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.labels import Label, heading
from ksdesk.ui.shell.theme import theme_of


class Banner(QFrame):
    """One sentence on a soft fill, 40 high, with one way out at the right.

    kind: "warn" or "bad". `acted` is emitted when the way out is taken.
    """

    acted = Signal()

    def __init__(
        self,
        text: str,
        kind: str = "warn",
        *,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(38, 0, 12, 0)
        row.setSpacing(12)
        self._label = Label("", elide=True, parent=self)
        self.button = TextButton("", inline=True, parent=self)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.acted)
        self.setFixedHeight(theme_of(self).control(40))
        self.set(text, kind, action=action)

    def set(self, text: str, kind: str = "warn", *, action: str = "") -> None:
        """Another sentence, kind, way out ("" for none) and small note at the right."""
        self._kind = kind
        self._label.setText(text)
        self.button.set_text(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color(f"{self._kind}_soft"))
        painter.setPen(QPen(theme.color(self._kind), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        place = QRectF(13, (self.height() - 18) / 2, 18, 18)
        draw_icon(painter, place, self._kind, theme.color(self._kind))


class SampleStripe(QWidget):
    """The striped strip over every page of the sample shop, 32 high, with the way out."""

    left = Signal()

    def __init__(self, name: str, text: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 0, 24, 0)
        self.row.setSpacing(8)
        self.row.addWidget(heading(name, parent=self))
        self.row.addWidget(Label(text, elide=True, parent=self), 1)
        self.button = TextButton(action, inline=True, parent=self)
        self.button.clicked.connect(self.left)
        self.row.addWidget(self.button)
        self.setFixedHeight(theme_of(self).control(32))
        self.setAccessibleName(f"{name} {text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("stripe_light"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, band, step = self.height(), 11.3, 22.6
        stripes = QPainterPath()
        x = -float(height)
        while x < self.width():
            stripes.moveTo(x, height)
            stripes.lineTo(x + height, 0)
            stripes.lineTo(x + height + band, 0)
            stripes.lineTo(x + band, height)
            stripes.closeSubpath()
            x += step
        painter.fillPath(stripes, theme.color("stripe"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(0, height - 1, self.width(), 1, theme.color("border"))
