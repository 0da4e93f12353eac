"""Buttons that paint themselves from the theme, with the focus ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ksdesk.ui.parts.focus import Ringed, ring_out
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.tip import set_tip, tip_text
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

ICON = 18
RADIUS = 6


class Button(Ringed, QPushButton):
    """What all buttons share: a word between a leading and a trailing icon.

    Subclasses answer `look()` with fill, edge and ink (tokens, "" for none) for the state the
    button is in.
    """

    padding = 12
    bold = False
    text_size = BODY
    gap = 8

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        *,
        trailing: str = "",
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.icon_name = icon
        self.trailing = trailing
        self._height = height
        self._whole = ""  # the tooltip that stands for a cut word
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", RADIUS)

    def set_text(self, text: str) -> None:
        """Another word, for eye and screen reader."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Another leading icon ("" for none)."""
        self.icon_name = name
        self.updateGeometry()
        self.update()

    def disable(self, reason: str) -> None:
        """Grey the button out; the reason is its tooltip."""
        self.setEnabled(False)
        set_tip(self, reason)

    def enable(self) -> None:
        """Make it work again and take the reason away."""
        self.setEnabled(True)
        set_tip(self, "")

    def look(self) -> tuple[str, str, str]:
        """Fill, edge and ink as tokens."""
        raise NotImplementedError

    def hot(self) -> bool:
        """Under the pointer or pressed."""
        return self.isEnabled() and (self.isDown() or self.underMouse())

    def used_font(self) -> QFont:
        """The font of the word."""
        return theme_of(self).font(self.text_size, self.bold)

    def used_metrics(self) -> QFontMetrics:
        """Measures of the word's font."""
        return theme_of(self).metrics(self.text_size, self.bold)

    def icon_side(self) -> int:
        """Side of the icons in px."""
        return theme_of(self).px(ICON)

    def _content_width(self) -> int:
        width = self.used_metrics().horizontalAdvance(self.text())
        for name in (self.icon_name, self.trailing):
            if name:
                width += self.icon_side() + (self.gap if self.text() else 0)
        return width

    def sizeHint(self) -> QSize:
        height = theme_of(self).control(self._height)
        return QSize(self._content_width() + 2 * self.padding, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it. On one of several to choose from, it is the window's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isCheckable():
            self.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        ring_out(self)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self.look()
        self.paint_frame(painter, fill, edge)
        self.paint_content(painter, ink)

    def paint_frame(self, painter: QPainter, fill: str, edge: str) -> None:
        """The filled shape behind the word."""
        if not fill and not edge:
            return
        theme = theme_of(self)
        painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(edge), 1) if edge else Qt.PenStyle.NoPen)
        inset = 0.5 if edge else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def paint_content(self, painter: QPainter, ink: str) -> None:
        """Icons and word, together in the middle."""
        color = theme_of(self).color(ink)
        side = self.icon_side()
        middle = self.height() / 2
        left = max(float(self.padding), (self.width() - self._content_width()) / 2)
        right = self.width() - left
        if self.icon_name:
            draw_icon(painter, QRectF(left, middle - side / 2, side, side), self.icon_name, color)
            left += side + self.gap
        if self.trailing:
            place = QRectF(right - side, middle - side / 2, side, side)
            draw_icon(painter, place, self.trailing, color)
            right -= side + self.gap
        painter.setFont(self.used_font())
        painter.setPen(color)
        room = QRectF(left, 0, right - left + 1, self.height())
        word = self.used_metrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(where | Qt.TextFlag.TextHideMnemonic), word)
        self._tell_whole(self.text() if word != self.text() else "")

    def _tell_whole(self, text: str) -> None:
        """A word that is cut is the tooltip where none else is set."""
        if self.toolTip() == self._whole and self._whole != tip_text(text):
            self._whole = tip_text(text)
            set_tip(self, text)


class MainButton(Button):
    """The one filled button of a page, 40 high (32 in a panel of its own)."""

    padding = 16
    bold = True

    def __init__(
        self, text: str, icon: str = "", *, height: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon, height=height, parent=parent)

    def look(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "sub", "border", "muted"
        return ("accent_hover" if self.hot() else "accent"), "", "on_accent"


class SecondButton(Button):
    """An outlined button, 32 high (40 beside a main button); tone "bad" for a way out."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        trailing: str = "",
        height: int = 32,
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon, trailing=trailing, height=height, parent=parent)
        self.tone = tone

    def look(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "surface", "border", "muted"
        edge = self.tone or "control"
        return ("sub" if self.hot() else "surface"), edge, "text"


class TextButton(Button):
    """A quiet way: accent text without a frame, or (inline) a link within a line of text.

    A button that opens a page ends in ›, written by the caller.
    """

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        trailing: str = "",
        small: bool = False,
        inline: bool = False,
        tone: str = "accent_text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon, trailing=trailing, parent=parent)
        self.text_size = SMALL if small else BODY
        self.padding = 0 if inline else 8
        self.gap = 4
        self.tone = tone
        self._inline = inline
        if inline:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setProperty("ring_radius", 2)

    def look(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "", "", "muted"
        return ("" if self._inline or not self.hot() else "sub"), "", self.tone

    def icon_side(self) -> int:
        return theme_of(self).px(14 if self.text_size == SMALL else ICON)

    def used_font(self) -> QFont:
        font = super().used_font()
        font.setUnderline(self._inline and self.hot())
        return font

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._inline:
            hint.setHeight(theme_of(self).line(self.text_size))
        return hint


class IconButton(Button):
    """A 32 × 32 button that is only an icon; its name is tooltip and accessible name."""

    padding = 6

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        tone: str = "muted",
        side: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", icon, parent=parent)
        self.tone = tone
        self._side = side
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def look(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "", "", "axis"
        chosen = self.isCheckable() and self.isChecked()
        fill = "accent_soft" if chosen else ("sub" if self.hot() else "")
        return fill, "", "accent_text" if chosen else self.tone

    def icon_side(self) -> int:
        return theme_of(self).px(self._side)

    def sizeHint(self) -> QSize:
        side = theme_of(self).control(32)
        return QSize(side, side)
