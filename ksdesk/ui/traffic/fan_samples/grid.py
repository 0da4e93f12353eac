"""The grid of a sample: a new fan a row, filled from the keyboard without looking up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.grid import Grid, GridCells, Index
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.shell.theme import SMALL, theme_of

Fan = tuple[int | None, int | None, int | None, int | None]
BLANK: Final[Fan] = (None, None, None, None)
FANS: Final = 50
AVATAR: Final = 3
_MOST_DIGITS: Final = 8
_YES, _NO = (
    {"1", "y", "有", "是", "yes", "true", "√"},
    {"0", "n", "无", "没有", "否", "no", "false", "×"},
)


class FanModel(GridCells):
    """Rows of (works, follows, followers, avatar); None is not looked up."""

    def __init__(self, fans: tuple[Fan, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Fan] = [*fans[:FANS], *[BLANK] * (FANS - len(fans))]
        self._heads = (
            self.tr("Works"),
            self.tr("Follows"),
            self.tr("Followers"),
            self.tr("Picture"),
        )

    def filled(self) -> tuple[Fan, ...]:
        """All rows up to the last that has a figure."""
        last = max((n for n, row in enumerate(self.rows, 1) if row != BLANK), default=0)
        return tuple(self.rows[:last])

    def text(self, row: int, column: int) -> str:
        value = self.rows[row][column]
        return "" if value is None else str(value)

    def store(self, row: int, column: int, text: str) -> None:
        fan = list(self.rows[row])
        fan[column] = read(text, column)
        self.rows[row] = (fan[0], fan[1], fan[2], fan[3])

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        value = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            if value is None:
                return ""
            if index.column() == AVATAR:
                return self.tr("yes") if value else self.tr("no")
            return f"{value:,}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self._heads[index.column()]
            return f"{index.row() + 1}, {head}: {self.data(index) or NOTHING}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads[section] if orientation == Qt.Orientation.Horizontal else section + 1


class SampleGrid(Ringed, Grid):
    """Digits are typed into the current cell; Enter and Tab move on, a 0 does so by itself.

    In the last column 1 or 0 (also y, n, Space) says whether there is a picture and leads to the
    next fan. Backspace takes a digit away; all else is as in any grid. Of a copied list only what
    has room is taken, and the next goes below it.
    """

    cuts = tabs = True

    def __init__(self, fans: tuple[Fan, ...], parent: QWidget | None = None) -> None:
        self.fans = FanModel(fans)
        self._fresh = True
        super().__init__(self.fans, parent)
        self.fans.setParent(self)
        self.setAccessibleName(self.tr("50 new fans"))
        self.setProperty("ring_radius", 2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Cell(self))
        theme = theme_of(self)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
        self.setPalette(palette)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(theme.font(SMALL))
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setStyleSheet(
                f"QHeaderView::section {{ background: {theme.palette['sub']};"
                f" color: {theme.palette['muted']}; border: none; padding: 0 8px; }}"
            )
        self.setStyleSheet(
            f"QTableCornerButton::section {{ background: {theme.palette['sub']}; border: none; }}"
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setFixedHeight(theme.control(32))
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(28))
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        first = len(self.fans.filled())
        self.go(min(first, FANS - 1), 0)

    def go(self, row: int, column: int) -> None:
        """Make a cell the current one; what is typed next replaces its figure."""
        self._fresh = True
        self.setCurrentIndex(self.fans.index(row, column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._fresh = True

    def move_on(self) -> None:
        """To the next cell, from row to row."""
        place = self.currentIndex()
        width = self.fans.columnCount()
        at = place.row() * width + place.column() + 1
        if at < FANS * width:
            self.go(*divmod(at, width))

    def pasted(self, block: QRect) -> None:
        self.go(min(block.bottom() + 1, FANS - 1), block.left())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._typed(event) and not self._moved(event):
            super().keyPressEvent(event)

    def _typed(self, event: QKeyEvent) -> bool:
        place, text = self.currentIndex(), event.text()
        row, column = place.row(), place.column()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if column == AVATAR and (text == " " or read(text, column) is not None):
            self._put([(row, column, "1" if text == " " else text)], self.tr("typing"))
            self.move_on()
            return True
        if column != AVATAR and len(text) == 1 and text in "0123456789":
            self._digit(row, column, text)
            return True
        one = len(self.selectedIndexes()) <= 1
        if event.key() == Qt.Key.Key_Backspace and one:
            shorter = "" if column == AVATAR else self.fans.text(row, column)[:-1]
            self._put([(row, column, shorter)], self.tr("typing"))
            self._fresh = False
            return True
        return False

    def _digit(self, row: int, column: int, digit: str) -> None:
        before = None if self._fresh else self.fans.rows[row][column]
        text = digit if before is None else f"{before}{digit}"
        if len(text) > _MOST_DIGITS:
            return
        self.fans.put([(row, column, text)], self.tr("typing"), goes_on=not self._fresh)
        self._fresh = False
        if text == "0":
            self.move_on()

    def _moved(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False  # Ctrl+Enter is the sheet's
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.move_on()
            return True
        return False


def read(text: str, column: int) -> int | None:
    """A typed or copied cell; None where it is no figure."""
    word = text.strip().replace(",", "").replace("，", "").lower()
    if column == AVATAR:
        return 1 if word in _YES else 0 if word in _NO else None
    factor = 10_000 if word.endswith(("万", "w")) else 1
    try:
        value = round(float(word.rstrip("万w")) * factor)
    except ValueError:
        return None
    return value if 0 <= value < 10**_MOST_DIGITS * 10 else None


class _Cell(QStyledItemDelegate):
    """A figure at the right, a line below, and the frame of the current cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, SampleGrid)
        theme = theme_of(view)
        box = QRectF(option.rect)
        painter.save()
        painter.setPen(QPen(theme.color("grid"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        current = index == view.currentIndex()
        if current or view.selectionModel().isSelected(index):
            painter.fillRect(box.adjusted(0, 0, 0, -1), theme.color("accent_soft"))
        if current:
            painter.setPen(QPen(theme.color("accent_text"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font())
        painter.setPen(theme.color("text"))
        room = box.adjusted(8, 0, -8, 0)
        align = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, align, str(index.data() or ""))
        painter.restore()
