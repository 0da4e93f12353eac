"""What was done, said in a line of the page that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ksdesk.ui.parts.buttons import IconButton, TextButton
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.shell.theme import theme_of


class Notice(QFrame):
    """A line that says what was done and offers to undo it; gone after six seconds.

    `undone` is emitted when 撤销 is taken. While the pointer is on it, it stays.
    """

    undone = Signal()
    SHOWN_MS = 6000

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._kind = "good"
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(12)
        self._icon = Icon("good", "good", 18, self)
        self._label = Label("", elide=True, parent=self)
        self.button = TextButton("", inline=True, parent=self)
        self.button.clicked.connect(self._on_undo)
        self.closer = IconButton("close", self.tr("Close"), side=14, parent=self)
        self.closer.clicked.connect(self.hide)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        row.addWidget(self.closer)
        self.setFixedHeight(theme_of(self).control(40))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.SHOWN_MS)
        self._timer.timeout.connect(self._fade)
        self.hide()

    def say(self, text: str, *, kind: str = "good", undo: str = "") -> None:
        """Show a line; kind good, warn or bad; undo: the word of the button, "" for none."""
        self._kind = kind
        self._icon.set(kind, kind)
        self._label.setText(text)
        self.button.set_text(undo)
        self.button.setVisible(bool(undo))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._timer.start()
        self.update()

    def drop_button(self) -> None:
        """The line stays, its button goes."""
        self.button.hide()

    def text(self) -> str:
        """The line shown last."""
        return self._label.text()

    def held(self) -> bool:
        """Whether the pointer is on one of its buttons."""
        return self.button.underMouse() or self.closer.underMouse()

    def _on_undo(self) -> None:
        self.hide()
        self.undone.emit()

    def _fade(self) -> None:
        if self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("control"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
