"""A grid in whose cells a line is opened: type over, Enter and F2 edit, Enter goes down."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ksdesk.ui.parts.composing import Composing
from ksdesk.ui.parts.grid import Grid, GridCells, Index
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.parts.tip import tip_text
from ksdesk.ui.shell.theme import SMALL, theme_of

NARROWEST = 72  # px: less of a column tells nothing


class TextCells(GridCells):
    """Cells whose texts are typed. `heads` stand above the columns; `figures` are the places of
    those that hold figures, at the right."""

    heads: tuple[str, ...] = ()
    figures: frozenset[int] = frozenset()

    def fault(self, _row: int, _column: int) -> str:
        """Why a cell cannot be taken, "" where it can."""
        return ""

    def first_fault(self) -> str:
        """Which cell cannot be taken, and why; "" where all can."""
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                if words := self.fault(row, column):
                    return f"{self.row_head(row)}: {words}"
        return ""

    def is_changed(self, _row: int, _column: int) -> bool:
        """Whether a cell is marked as other than it was."""
        return False

    def hint(self, _column: int) -> str:
        """What a text of a column looks like, shown in a line that is empty."""
        return ""

    def aside(self, _row: int, _column: int) -> str:
        """What stands small and grey below the text of a cell."""
        return ""

    def row_head(self, row: int) -> str:
        """What stands before a row."""
        return str(row + 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip_text(self.fault(row, column) or self.locked(row, column)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                said = [self.text(row, column) or NOTHING, self.aside(row, column)]
                return f"{self.row_head(row)}, {self.heads[column]}: " + ", ".join(
                    filter(None, said)
                )
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.fault(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(column)
            case Qt.ItemDataRole.BackgroundRole | Qt.ItemDataRole.ForegroundRole:
                return self._color(row, column, role == Qt.ItemDataRole.BackgroundRole)
            case Qt.ItemDataRole.FontRole if self.is_changed(row, column):
                return theme_of().font(bold=True)
        return None

    def _side(self, column: int) -> int:
        right = column in self.figures
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _color(self, row: int, column: int, fill: bool) -> object:
        theme = theme_of()
        if self.fault(row, column):
            return theme.color("bad_soft" if fill else "bad")
        if self.locked(row, column):
            return theme.color("sub" if fill else "muted")
        if fill and self.is_changed(row, column):
            return theme.color("warn_soft")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        cell = (index.row(), index.column(), " ".join(str(value).split()))
        return not self.put([cell], self.tr("typing"))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemNeverHasChildren
            if not self.locked(index.row(), index.column()):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and across):
            return self.heads[section] if across else self.row_head(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            return self._side(section)
        return None


class TextGrid(Grid):
    """Cells of a `TextCells`. `begun`: a letter more or less stands in the line that is open."""

    begun = Signal()

    def __init__(self, cells: TextCells, name: str, parent: QWidget | None = None) -> None:
        super().__init__(cells, parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setItemDelegate(CellLines(self))
        height = theme_of(self).control(32)
        upright, header = self.verticalHeader(), self.horizontalHeader()
        upright.setMinimumSectionSize(height)
        upright.setDefaultSectionSize(height)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        upright.setHighlightSections(False)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setFixedHeight(height)
        header.setMinimumSectionSize(theme_of(self).px(NARROWEST))
        self._dress()
        header.setFont(theme_of(self).font(SMALL))  # by which it elides
        if cells.rowCount():
            self.setCurrentIndex(cells.index(0, 0))

    def _dress(self) -> None:
        theme = theme_of(self)
        self.setStyleSheet(
            """
            QTableView {{ background: {surface}; color: {text}; outline: none;
                gridline-color: {grid}; selection-background-color: {accent_soft}; }}
            QTableView::item {{ padding: 0 4px; }}
            QTableView::item:focus {{ border: 2px solid {accent_text}; }}
            QTableView QLineEdit {{ border-radius: 0; padding: 0 4px; }}
            QHeaderView, QTableCornerButton::section {{ background: {sub}; border: none; }}
            QHeaderView::section {{ background: {sub}; color: {muted}; border: none;
                border-right: 1px solid {grid}; border-bottom: 1px solid {grid};
                padding: 0 8px; font-size: {small}px; }}
            """.format(**theme.palette, small=theme.px(SMALL))
        )

    def head_width(self, column: int) -> int:
        """How wide a column's head is, px."""
        head = self.cells.headerData(column, Qt.Orientation.Horizontal)
        return theme_of(self).metrics(SMALL).horizontalAdvance(head) + 24

    def settle(self) -> None:
        """Take up what is still being typed: a line that loses the focus hands it over."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            typing = self.state() == QAbstractItemView.State.EditingState  # then it is the line's
            if not typing and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the cell below."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            here = self.currentIndex()
            if here.row() + 1 < self.cells.rowCount():
                self.setCurrentIndex(self.cells.index(here.row() + 1, here.column()))


class _Line(Composing, QLineEdit):
    """The line that is open in a cell."""


class CellLines(QStyledItemDelegate):
    """A line for every cell. Red stays red when chosen."""

    def _cells(self) -> TextCells:
        view = self.parent()
        assert isinstance(view, TextGrid) and isinstance(view.cells, TextCells)
        return view.cells

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ink = index.data(Qt.ItemDataRole.ForegroundRole) or theme_of().color("text")
        option.palette.setColor(QPalette.ColorRole.HighlightedText, ink)
        if index.data() and self._cells().aside(index.row(), index.column()):
            across = option.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask
            option.displayAlignment = across | Qt.AlignmentFlag.AlignTop

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        aside = self._cells().aside(index.row(), index.column())
        if not aside:
            return
        theme = theme_of()
        painter.save()
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("muted"))
        room = option.rect.adjusted(4, 0, -6, -3 if index.data() else 0)
        place = Qt.AlignmentFlag.AlignBottom if index.data() else Qt.AlignmentFlag.AlignVCenter
        words = painter.fontMetrics().elidedText(aside, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(place | Qt.AlignmentFlag.AlignRight), words)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        line = _Line(parent)
        line.setFrame(False)
        if index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        view, cells = self.parent(), self._cells()
        assert isinstance(view, TextGrid)
        hint = cells.aside(index.row(), index.column()) or cells.hint(index.column())
        line.setPlaceholderText(hint)
        line.textEdited.connect(view.begun)
        return line
