"""Text on a page: one label class in the three sizes of the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import BODY, SMALL, TITLE, theme_of


def em(metrics: QFontMetrics) -> int:
    """A Chinese character's width. What Qt calls the average one is half as wide on Windows."""
    return metrics.horizontalAdvance("字")


class Label(QLabel):
    """A text in a size (TITLE, BODY, SMALL) and the colour of a token.

    wrap: breaks into lines, at most 80 characters long; elide: gives way and shows the whole
    text as tooltip; select: can be marked and copied.
    """

    def __init__(
        self,
        text: str = "",
        size: int = BODY,
        *,
        bold: bool = False,
        tone: str = "text",
        wrap: bool = False,
        elide: bool = False,
        select: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        theme = theme_of(self)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, bold))
        self.setMinimumHeight(theme.line(size))
        self.set_tone(tone)
        if wrap:
            self.setWordWrap(True)
            self.setMaximumWidth(em(theme.metrics(size)) * 80)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if select:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_tone(self, token: str) -> None:
        """Colour the text with a token."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme_of(self).color(token))
        self.setPalette(palette)

    def give_way(self) -> None:
        """Take only the room that what stands beside it leaves, at its right end."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._elide:
            hint.setWidth(min(hint.width(), em(self.fontMetrics()) * 4))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = self.fontMetrics()
        whole = self.text()
        cut = self._elide and metrics.horizontalAdvance(whole) > self.width()
        if self._elide:
            set_tip(self, whole if cut else "")
        if not cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        short = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), short)


def title(text: str = "", **options: object) -> Label:
    """A page's title, or the one sentence of a card that answers the page's question."""
    return Label(text, TITLE, bold=True, **options)  # type: ignore[arg-type]


def heading(text: str = "", **options: object) -> Label:
    """A card's title: body size, bold."""
    return Label(text, BODY, bold=True, **options)  # type: ignore[arg-type]


def body(text: str = "", **options: object) -> Label:
    """Plain text."""
    return Label(text, BODY, **options)  # type: ignore[arg-type]


def small(text: str = "", **options: object) -> Label:
    """A caption, reason or second line: small and muted unless a tone is given."""
    options.setdefault("tone", "muted")
    return Label(text, SMALL, **options)  # type: ignore[arg-type]


class Divider(QFrame):
    """A horizontal line of 1 px between the parts of a card."""

    def __init__(self, token: str = "grid", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme_of(self).color(token))
        self.setPalette(palette)
