"""Filter chips: a word with its count, one or several of which are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QWidget

from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.pill import KINDS
from ksdesk.ui.parts.texts import count_text
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

_GAP = 6
_MARK = 14


class FilterChip(Button):
    """A word and its count, 32 high.

    many: several can be chosen, the chosen ones carry ✓.

    Neither a click nor another count moves a chip while the pointer is among its neighbours: its
    width is held until the pointer leaves them.
    """

    def __init__(
        self,
        text: str,
        count: int | None = None,
        *,
        many: bool = False,
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, trailing=trailing, parent=parent)
        self._many = many
        self._figure = ""
        self._status: tuple[str, str] | None = None
        self._held: int | None = None
        self.setCheckable(not trailing)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Another count; None shows none, 0 greys the word (it can still be clicked)."""
        self._count = count
        self._renamed()

    def set_figure(self, figure: str, status: tuple[str, str] | None = None) -> None:
        """A number that counts, bold when chosen, and (kind, word) in small after it."""
        self._figure, self._status = figure, status
        self._renamed()

    def _renamed(self) -> None:
        said = [piece[0] for piece in self._pieces(False)]
        self.setAccessibleName(" ".join(said))
        row = self.parentWidget()
        if self._held is None and self.isVisible() and row is not None and row.underMouse():
            self._held = self.width()
            row.installEventFilter(self)
        self.updateGeometry()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            watched.removeEventFilter(self)
            self._held = None
            self.updateGeometry()
        return False

    def _pieces(self, on: bool) -> list[tuple[str, int, bool, str]]:
        """Text, size, bold and ink of what follows the icon, from left to right."""
        ink = "accent_text" if on else "muted"
        words = [self.text()] if self._count is None else [self.text(), count_text(self._count)]
        pieces = [(" ".join(words), BODY, False, ink)]
        if self._figure:
            pieces.append((self._figure, BODY, on, ink))
        if self._status:
            kind, word = self._status
            pieces.append((word, SMALL, False, KINDS[kind][1]))
        return pieces

    def look(self) -> tuple[str, str, str]:
        if self.isChecked():
            return "accent_soft", "accent_text", "accent_text"
        return ("sub" if self.hot() else "surface"), "border", "muted"

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        if self._held is not None:
            return QSize(self._held, theme.control())
        # Room for the bold figure and for ✓ is kept in both states, so that nothing jumps.
        pieces = self._pieces(True)
        width = sum(theme.metrics(s, b).horizontalAdvance(t) for t, s, b, _ink in pieces)
        width += _GAP * (len(pieces) - 1)
        if self._status and KINDS[self._status[0]][3]:
            width += _MARK + 3
        if self._many:
            width += ICON_ROOM
        if self.trailing:
            width += self.icon_side() + _GAP
        return QSize(width + 2 * self.padding, theme.control())

    def paint_content(self, painter: QPainter, ink: str) -> None:
        theme = theme_of(self)
        left = float(self.padding)
        if self._many and self.isChecked():
            place = QRectF(left - 2, self.height() / 2 - 9, 18, 18)
            draw_icon(painter, place, "check", theme.color(ink))
            left += ICON_ROOM
        elif self._many:
            left += ICON_ROOM / 2
        for text, size, bold, piece_ink in self._pieces(self.isChecked()):
            if size == SMALL:
                left = self._draw_mark(painter, left)
            painter.setFont(theme.font(size, bold))
            painter.setPen(theme.color(piece_ink))
            width = theme.metrics(size, bold).horizontalAdvance(text)
            room = QRectF(left, 0, width + 2, self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
            left += width + _GAP
        if self.trailing:
            side = self.icon_side()
            place = QRectF(left, (self.height() - side) / 2, side, side)
            draw_icon(painter, place, self.trailing, theme.color(ink))

    def _draw_mark(self, painter: QPainter, left: float) -> float:
        kind = self._status[0] if self._status else ""
        if not kind or not KINDS[kind][3]:
            return left
        place = QRectF(left, (self.height() - _MARK) / 2, _MARK, _MARK)
        draw_icon(painter, place, KINDS[kind][3], theme_of(self).color(KINDS[kind][1]))
        return left + _MARK + 3


ICON_ROOM = 22


class ChipBar(QWidget):
    """Chips in a row that wraps; `chosen` tells the value, or the tuple of values with many."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str] | tuple[object, str, int | None]] = (),
        value: object = None,
        *,
        many: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._many = many
        self._values: list[object] = []
        self._flow = FlowLayout(self, spacing=8)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not many)
        for option in options:
            self.add(*option)
        self.set_value(value)
        self._group.idClicked.connect(self._on_clicked)

    def add(self, value: object, text: str, count: int | None = None) -> FilterChip:
        """One more chip at the end."""
        chip = FilterChip(text, count, many=self._many, parent=self)
        return self.add_chip(value, chip)

    def add_chip(self, value: object, chip: FilterChip) -> FilterChip:
        """A chip made by the caller (with figure and status)."""
        self._group.addButton(chip, len(self._values))
        self._values.append(value)
        self._flow.addWidget(chip)
        return chip

    def add_widget(self, widget: QWidget) -> None:
        """Something else in the row, after what is there."""
        self._flow.addWidget(widget)

    def chip(self, value: object) -> FilterChip:
        """The chip of a value."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, FilterChip)
        return found

    def set_count(self, value: object, count: int | None) -> None:
        """Another count for a chip."""
        self.chip(value).set_count(count)

    def value(self) -> object:
        """The chosen value, or with many the tuple of the chosen ones."""
        on = [v for n, v in enumerate(self._values) if self._group.button(n).isChecked()]
        if self._many:
            return tuple(on)
        return on[0] if on else None

    def set_value(self, value: object) -> None:
        """Choose without telling: a value, or with many any sequence of them."""
        wanted = tuple(value) if self._many and isinstance(value, (tuple, list, set)) else (value,)
        for number, own in enumerate(self._values):
            if self._many or own in wanted:
                self._group.button(number).setChecked(own in wanted)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self.value())
