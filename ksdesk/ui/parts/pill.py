"""Status pills: an icon and a word on a soft fill, on a page or in a table's cell."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.shell.theme import SMALL, Theme, theme_of

# kind: fill, text, edge, icon that stands for the kind
KINDS = {
    "good": ("good_soft", "good", "", "good"),
    "warn": ("warn_soft", "warn", "", "warn"),
    "bad": ("bad_soft", "bad", "", "bad"),
    "accent": ("accent_soft", "accent_text", "", ""),
    "neutral": ("sub", "muted", "border", ""),
}
_PAD = 9
_ICON = 14
_GAP = 4


def kind_icon(kind: str) -> str:
    """The icon of a kind ("" for accent and neutral)."""
    return KINDS[kind][3]


def pill_height(theme: Theme) -> int:
    """24 px at 100 %."""
    return max(theme.px(24), theme.metrics(SMALL).height() + 4)


def pill_width(theme: Theme, text: str, icon: str = "") -> int:
    """Width of a pill in px."""
    mark = theme.px(_ICON) + _GAP if icon else 0
    return 2 * _PAD + mark + theme.width(text, SMALL)


def draw_pill(
    painter: QPainter, box: QRectF, theme: Theme, text: str, kind: str, icon: str = ""
) -> None:
    """Draw a pill that fills `box`; its word gives way if the box is too narrow."""
    fill, ink, edge, _icon = KINDS[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(fill))
    painter.setPen(QPen(theme.color(edge), 1) if edge else Qt.PenStyle.NoPen)
    inset = 0.5 if edge else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4, 4)
    left = box.left() + _PAD
    if icon:
        side = theme.px(_ICON)
        draw_icon(
            painter, QRectF(left, box.center().y() - side / 2, side, side), icon, theme.color(ink)
        )
        left += side + _GAP
    painter.setFont(theme.font(SMALL))
    painter.setPen(theme.color(ink))
    room = QRectF(left, box.top(), box.right() - _PAD - left + 1, box.height())
    word = theme.elided(text, int(room.width()) + 1, SMALL)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)
    painter.restore()


class Pill(QWidget):
    """A status in one word.

    kind: good, warn, bad, accent (ready) or neutral (draft, possible); icon: None takes the
    kind's own, "" none, else a name such as "clock".
    """

    def __init__(
        self,
        text: str,
        kind: str = "neutral",
        *,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, kind, icon=icon)

    def set(self, text: str, kind: str = "neutral", *, icon: str | None = None) -> None:
        """Show another word and kind."""
        self._text = text
        self._kind = kind
        self._icon = kind_icon(kind) if icon is None else icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word shown."""
        return self._text

    def kind(self) -> str:
        """The kind shown."""
        return self._kind

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(pill_width(theme, self._text, self._icon), pill_height(theme))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_pill(painter, QRectF(self.rect()), theme_of(self), self._text, self._kind, self._icon)
