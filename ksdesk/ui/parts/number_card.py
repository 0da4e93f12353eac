"""A number card: caption, big number, change; click opens the rows behind it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.pill import draw_pill, kind_icon, pill_height, pill_width
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import BODY, SMALL, TITLE, Theme, theme_of

RADIUS = 8


@dataclass(frozen=True)
class Change:
    """How a number moved: way is "up", "down" or "flat", text the size of the change."""

    way: str
    text: str = ""


def change_words(change: Change) -> str:
    """The change in words: "12.4% up"; "no change" for a flat one."""
    if change.way == "flat":
        return QCoreApplication.translate("NumberCard", "No change")
    word = (
        QCoreApplication.translate("NumberCard", "up")
        if change.way == "up"
        else QCoreApplication.translate("NumberCard", "down")
    )
    return f"{change.text} {word}"


def draw_change(painter: QPainter, box: QRectF, theme: Theme, change: Change) -> float:
    """Draw ▲ or ▼ with figure and word, left in `box`; the x where it ended."""
    words = change_words(change)
    left = box.left()
    color = theme.color("muted" if change.way == "flat" else change.way)
    if change.way != "flat":
        middle = box.center().y()
        top, foot = middle - 4.5, middle + 4.5
        if change.way == "down":
            top, foot = foot, top
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(
            QPolygonF([QPointF(left, foot), QPointF(left + 11, foot), QPointF(left + 5.5, top)])
        )
        left += 15
    painter.setFont(theme.font(SMALL))
    painter.setPen(color)
    painter.drawText(
        QRectF(left, box.top(), box.right() - left + 1, box.height()),
        int(Qt.AlignmentFlag.AlignVCenter),
        words,
    )
    return left + theme.metrics(SMALL).horizontalAdvance(words)


class NumberCard(Button):
    """Caption, number, and below it the change with what it is compared with.

    missing: where there is no number, what is missing (the number is then –). The comparison's
    name gives way first (where the note `leads` the change itself), then what stands aside and the
    icon of a status, figures never.
    """

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(caption, parent=parent)
        self._value = ""
        self._change: Change | None = None
        self._note = ""
        self._leads = False
        self._aside = "", ""
        self._pill: tuple[str, str] | None = None
        self._loading = True
        self._opens = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", RADIUS)
        self.set_opens(False)
        self._say()

    def set(
        self,
        value: str,
        change: Change | None = None,
        note: str = "",
        *,
        missing: str = "",
        leads: bool = False,
        aside: tuple[str, str] = ("", ""),
        pill: tuple[str, str] | None = None,
    ) -> None:
        """Show a number with its change and a note, or – and what is missing. `aside` is a caption
        and a smaller number at the right, `pill` the kind and word of a status there instead.
        """
        self._aside, self._pill = aside, pill
        self._loading = False
        self._value = NOTHING if missing else value
        self._change = None if missing else change
        self._note = missing or note
        self._leads = leads
        self._say()

    def set_loading(self) -> None:
        """Show the grey block instead of the number."""
        self._loading = True
        self._say()

    def set_opens(self, opens: bool) -> None:
        """Whether a click opens the rows behind the number."""
        self._opens = opens
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not opens)
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def value(self) -> str:
        """The number as shown."""
        return self._value

    def _say(self) -> None:
        change = change_words(self._change) if self._change else ""
        status = self._pill[1] if self._pill else ""
        said = (self.text(), self._value, change, self._note, status, *self._aside)
        self.setAccessibleName(" ".join(part for part in said if part))
        set_tip(self, self._tip() if not self._loading else "")
        self.update()

    def _tip(self) -> str:
        aside = " ".join(filter(None, self._aside))
        return " · ".join(filter(None, (self._note, aside)))

    def look(self) -> tuple[str, str, str]:
        return ("sub" if self._opens and self.hot() else "surface"), "border", "text"

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        height = 12 + theme.line(SMALL) + theme.line(TITLE) + theme.line(SMALL) + 14
        number = theme.metrics(TITLE, True).horizontalAdvance(self._value)
        caption = theme.metrics(SMALL).horizontalAdvance(self.text())
        return QSize(max(112, number + 32, caption + 32), height)

    def paint_frame(self, painter: QPainter, fill: str, edge: str) -> None:
        theme = theme_of(self)
        painter.setBrush(theme.color(fill))
        painter.setPen(QPen(theme.color(edge), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS - 0.5, RADIUS - 0.5)

    def paint_content(self, painter: QPainter, ink: str) -> None:
        theme = theme_of(self)
        pad = 16 if self.width() >= 180 else 12
        width = self.width() - 2 * pad
        low, tall = theme.line(SMALL), theme.line(TITLE)
        left_middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("muted"))
        beside = 0.0 if self._loading else self._paint_right(painter, theme, pad, width)
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("muted"))
        caption = theme.elided(self.text(), int(width - beside), SMALL)
        painter.drawText(QRectF(pad, 12, width - beside, low), left_middle, caption)
        top = 12.0 + low
        if self._loading:
            painter.setBrush(theme.color("grid"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(pad, top + 8, 72, tall - 16), 4, 4)
            note = QCoreApplication.translate("NumberCard", "Counting…")
        else:
            painter.setFont(self._number_font(theme, width))
            painter.setPen(theme.color("text"))
            painter.drawText(QRectF(pad, top, width, tall), left_middle, self._value)
            note = self._note
            width -= int(self._paint_pill(painter, theme, pad, width, low=True))
        box = QRectF(pad, top + tall, width, low)
        left = box.left()
        if self._change and not self._loading and not self._note_alone(theme, width):
            left = draw_change(painter, box, theme, self._change) + 6
        room = box.right() - left
        if note and room > 24:
            painter.setFont(theme.font(SMALL))
            painter.setPen(theme.color("muted"))
            shown = theme.metrics(SMALL).elidedText(note, Qt.TextElideMode.ElideRight, int(room))
            if shown == note or self._leads or not self._change:
                painter.drawText(QRectF(left, box.top(), room + 1, low), left_middle, shown)

    def _note_alone(self, theme: Theme, width: int) -> bool:
        """Whether a note that leads leaves no room for the change."""
        words = change_words(self._change) if self._change else ""
        both = theme.metrics(SMALL).horizontalAdvance(words + self._note) + 15 + 6
        return self._leads and both > width

    def _paint_right(self, painter: QPainter, theme: Theme, pad: int, width: int) -> float:
        """The status, or what stands aside where there is room; the width taken of the caption."""
        low, tall = theme.line(SMALL), theme.line(TITLE)
        if self._pill is not None:
            return self._paint_pill(painter, theme, pad, width, low=False)
        caption, number = self._aside
        left = theme.metrics(SMALL).horizontalAdvance(self.text())
        wide = theme.metrics(SMALL).horizontalAdvance(caption)
        value = theme.metrics(TITLE, True).horizontalAdvance(self._value)
        figure = theme.metrics(BODY).horizontalAdvance(number)
        if not caption or left + wide + 16 > width or value + figure + 16 > width:
            return 0.0
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(pad, 12, width, low), right, caption)
        painter.setFont(theme.font(BODY))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(pad, 12 + low, width, tall), right, number)
        return wide + 16

    def _pill_is_low(self, theme: Theme, width: int) -> bool:
        """Whether the status stands below the number, where it would cut the caption."""
        if self._pill is None:
            return False
        caption = theme.metrics(SMALL).horizontalAdvance(self.text())
        return caption + 8 + pill_width(theme, self._pill[1], "") > width

    def _paint_pill(
        self, painter: QPainter, theme: Theme, pad: int, width: int, *, low: bool
    ) -> float:
        """The status in the line of the caption or (low) of the note; the width it takes."""
        if self._pill is None or self._pill_is_low(theme, width) != low:
            return 0.0
        kind, word = self._pill
        icon = kind_icon(kind)
        beside = 0 if low else theme.metrics(SMALL).horizontalAdvance(self.text()) + 8
        if beside + pill_width(theme, word, icon) > width:
            icon = ""  # it gives way before a word is cut
        wide, high = min(pill_width(theme, word, icon), width), pill_height(theme)
        line = theme.line(SMALL)
        top = 12 + (line + theme.line(TITLE) if low else 0) + (line - high) / 2
        draw_pill(painter, QRectF(pad + width - wide, top, wide, high), theme, word, kind, icon)
        return wide + 8

    def _number_font(self, theme: Theme, width: int):
        """Title size, or body where the figure would not fit: figures are never cut."""
        if theme.metrics(TITLE, True).horizontalAdvance(self._value) <= width:
            return theme.font(TITLE, True)
        return theme.font(BODY, True)
