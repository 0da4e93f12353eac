"""The six chapters: a column beside the step, or circles in a row above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

CIRCLE = 24
ROW_CIRCLE = 28


@dataclass(frozen=True)
class Chapter:
    """One chapter as it is shown.

    state: "done", "current", "visited" or "ahead"; `second` the line under its word;
    `attention`: something in it wants another look.
    """

    code: str
    word: str
    state: str
    second: str = ""
    attention: bool = False


class _Item(Button):
    """One chapter: circle, word, second line; in a row the circle alone, with the current word."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self.number = number
        self.chapter = Chapter("", "", "ahead")
        self.compact = False

    def show_chapter(self, chapter: Chapter) -> None:
        self.chapter = chapter
        said = chapter.word if not chapter.second else f"{chapter.word}, {chapter.second}"
        self.setAccessibleName(f"{self.number} {said}")
        set_tip(self, said if self.compact else "")
        self.setEnabled(chapter.state != "ahead")
        self.updateGeometry()
        self.update()

    def _look(self) -> tuple[str, str, str]:
        """Fill, edge and ink of the circle."""
        if self.chapter.state == "current":
            return "accent", "", "on_accent"
        if self.chapter.attention:
            return "warn_soft", "", "warn"
        if self.chapter.state == "done":
            return "good_soft", "", "good"
        return "surface", "control", "muted"

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        if not self.compact:
            return QSize(theme.px(158), theme.px(56))
        width = ROW_CIRCLE
        if self.chapter.state == "current":
            width += 16 + theme.metrics(BODY, True).horizontalAdvance(self.chapter.word)
        return QSize(width, theme.control(32))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return hint if self.compact else QSize(120, hint.height())

    def look(self) -> tuple[str, str, str]:
        if self.compact:
            return "", "", "text"
        current = self.chapter.state == "current"
        return ("accent_soft" if current else "sub" if self.hot() else ""), "", "text"

    def paint_content(self, painter: QPainter, ink: str) -> None:
        side = ROW_CIRCLE if self.compact else CIRCLE
        left = 0.0 if self.compact else 8.0
        self._paint_circle(painter, QRectF(left, (self.height() - side) / 2, side, side))
        if self.compact:
            if self.chapter.state == "current":
                self._paint_word(painter, left + side + 8, 0, self.height())
            return
        left += side + 12
        if not self.chapter.second:
            self._paint_word(painter, left, 0, self.height())
            return
        theme = theme_of(self)
        upper = (self.height() - theme.line(BODY) - theme.line(SMALL)) / 2
        self._paint_word(painter, left, upper, theme.line(BODY))
        self._paint_second(painter, left, upper + theme.line(BODY))

    def _paint_circle(self, painter: QPainter, box: QRectF) -> None:
        theme = theme_of(self)
        fill, edge, ink = self._look()
        painter.setBrush(theme.color(fill))
        painter.setPen(QPen(theme.color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5) if edge else box)
        state = self.chapter.state
        if state != "current" and (state == "done" or self.chapter.attention):
            mark = "warn" if self.chapter.attention else "check"
            middle = QRectF(0, 0, 16, 16)
            middle.moveCenter(box.center())
            draw_icon(painter, middle, mark, theme.color(ink))
            return
        painter.setFont(theme.font(BODY if self.compact else SMALL, state == "current"))
        painter.setPen(theme.color(ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self.number))

    def _paint_word(self, painter: QPainter, left: float, top: float, high: float) -> None:
        theme = theme_of(self)
        current = self.chapter.state == "current"
        known = self.chapter.state in ("current", "done") or self.chapter.attention
        painter.setFont(theme.font(BODY, current))
        painter.setPen(theme.color("text" if known else "muted"))
        room = QRectF(left, top, self.width() - left - 4, high)
        word = theme.metrics(BODY, current).elidedText(
            self.chapter.word, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), word)

    def _paint_second(self, painter: QPainter, left: float, top: float) -> None:
        theme = theme_of(self)
        attention = self.chapter.attention and self.chapter.state != "current"
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("warn" if attention else "muted"))
        room = QRectF(left, top, self.width() - left - 4, theme.line(SMALL))
        words = theme.metrics(SMALL).elidedText(
            self.chapter.second, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)


class ChapterPath(QWidget):
    """All chapters; `chosen(code)` when one that was visited is clicked."""

    chosen = Signal(str)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._group = QButtonGroup(self)
        self.items = [_Item(number, self) for number in range(1, count + 1)]
        for item in self.items:
            self._group.addButton(item, item.number - 1)
            self._box.addWidget(item)
        self._group.idClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """Show where each chapter stands."""
        for item, chapter in zip(self.items, chapters, strict=True):
            item.show_chapter(chapter)

    def set_compact(self, compact: bool) -> None:
        """A row of circles instead of the column."""
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if compact else ways.TopToBottom)
        self._box.setSpacing(0)
        for item in self.items:
            item.compact = compact
            item.setProperty("ring_radius", ROW_CIRCLE / 2 if compact else 6)
            policy = QSizePolicy.Policy.Fixed if compact else QSizePolicy.Policy.Expanding
            item.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
            item.show_chapter(item.chapter)
        self.updateGeometry()

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self.items[number].chapter.code)

    def paintEvent(self, event) -> None:
        """The line between two circles of the row."""
        if not self.items[0].compact:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("axis"), 1))
        y = self.height() // 2
        for before, after in zip(self.items, self.items[1:], strict=False):
            painter.drawLine(before.geometry().right() + 7, y, after.geometry().left() - 6, y)
