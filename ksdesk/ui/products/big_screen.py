"""The running sheet in type that a streamer reads from across the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ksdesk.actions.products.running import RunningLine
from ksdesk.ui.parts.texts import count_text, money_text
from ksdesk.ui.shell.fonts import font
from ksdesk.ui.shell.theme import Theme, theme_of

_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)
ROWS = (7, 18, 24, 10, 10, 10, 8)  # shares of the height, from count to what comes next


class BigScreen(QWidget):
    """One product at a time. Arrows, space or a click move on, Esc closes.

    Dark in both schemes: it stands beside the camera's light.
    """

    def __init__(
        self, lines: Sequence[RunningLine], place: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.lines, self.place = tuple(lines), place
        self.dark = Theme("dark", theme_of().scale, theme_of().updown, theme_of().lang)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("For the streamer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.go(place)

    def go(self, place: int) -> None:
        """Show the product at a place; beyond the ends nothing happens."""
        if 0 <= place < len(self.lines):
            self.place = place
            said = self.lines[place].product
            self.setAccessibleName(f"{said.title} ¥{money_text(said.price)}")
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in _NEXT:
            self.go(self.place + 1)
        elif key in _BACK:
            self.go(self.place - 1)
        elif key == Qt.Key.Key_Home:
            self.go(0)
        elif key == Qt.Key.Key_End:
            self.go(len(self.lines) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        self.go(self.place + (1 if left else -1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.dark.color("nav"))
        if not self.lines:
            return
        line, unit = self.lines[self.place], self.height() / 100
        inside = QRectF(self.rect()).adjusted(6 * unit, 5 * unit, -6 * unit, -5 * unit)
        rows = iter(self._rows(inside))
        count = f"{self.place + 1} / {len(self.lines)}"
        self._write(painter, next(rows), count, 4, "muted")
        self._write(painter, next(rows), line.product.title, 15, "text", bold=True)
        price = f"¥{money_text(line.product.price)}"
        self._write(painter, next(rows), price, 20, "good", bold=True)
        self._write(painter, next(rows), self._beside(line), 7, "muted")
        self._write(painter, next(rows), line.product.selling_point, 7, "text")
        self._write(painter, next(rows), line.cue, 7, "warn")
        self._write(painter, next(rows), self._after(), 5, "muted")

    @staticmethod
    def _rows(inside: QRectF) -> Iterator[QRectF]:
        top = inside.top()
        for share in ROWS:
            height = inside.height() * share / sum(ROWS)
            yield QRectF(inside.left(), top, inside.width(), height)
            top += height

    def _beside(self, line: RunningLine) -> str:
        parts = []
        if line.product.struck_price:
            struck = money_text(line.product.struck_price)
            parts.append(self.tr("was ¥{price}").format(price=struck))
        if line.product.stock is not None:
            parts.append(self.tr("{n} left").format(n=count_text(line.product.stock)))
        return "   ".join(parts)

    def _after(self) -> str:
        if self.place + 1 < len(self.lines):
            after = self.lines[self.place + 1].product.title
            return self.tr("Next: {title}").format(title=after)
        return self.tr("That was the last one")

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        size: float,
        tone: str,
        *,
        bold: bool = False,
    ) -> None:
        """One line, `size` hundredths of the height high, smaller where it would not fit."""
        px = max(8.0, size * self.height() / 100)
        face = font(round(px), bold=bold, lang=self.dark.lang)
        wide = QFontMetricsF(face).horizontalAdvance(text)
        if wide > box.width() > 0:
            face = font(max(8, int(px * box.width() / wide)), bold=bold, lang=self.dark.lang)
            wide = QFontMetricsF(face).horizontalAdvance(text)
        painter.setFont(face)
        painter.setPen(self.dark.color(tone))
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(place), text)
