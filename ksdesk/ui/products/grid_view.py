"""The grid under the hands: select, type, copy, paste, fill down, as in Excel."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ksdesk.domain.cells import NotCells, read_cells, spread, write_cells
from ksdesk.domain.products import STATES
from ksdesk.ui.products.grid_model import FIELDS, FIGURES, GridModel
from ksdesk.ui.products.words import state_word
from ksdesk.ui.shell.theme import theme_of

WIDTHS = {"title": 240, "short_title": 128, "category": 112, "code": 112, "state": 88}
FIGURE = 88

Index = QModelIndex | QPersistentModelIndex


class GridView(QTableView):
    """Cells of a `GridModel`. `told(str)`: what could not be done, or was left as it is."""

    told = Signal(str)

    def __init__(self, cells: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = cells
        self.setModel(cells)
        self.setAccessibleName(self.tr("Products, cell by cell"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setItemDelegate(_Editors(self))
        self._set_up_headers()
        self._dress()
        if cells.rowCount():
            self.setCurrentIndex(cells.index(0, 0))

    def _set_up_headers(self) -> None:
        theme = theme_of(self)
        height = theme.control(32)
        upright = self.verticalHeader()
        upright.setMinimumSectionSize(height)
        upright.setDefaultSectionSize(height)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setFixedHeight(height)
        for place, name in enumerate(FIELDS):
            title = theme.metrics(12).horizontalAdvance(
                self.cells.headerData(place, Qt.Orientation.Horizontal)
            )
            wanted = FIGURE if name in FIGURES else WIDTHS[name]
            self.setColumnWidth(place, max(theme.px(wanted), title + 24))

    def _dress(self) -> None:
        colors = theme_of(self).palette
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
            """.format(**colors, small=theme_of(self).px(12))
        )

    # ---- the block that is selected

    def block(self) -> QRect | None:
        """The selected cells as left column, top row, columns and rows; None where none is."""
        chosen = self.selectionModel().selection()
        if chosen.isEmpty():
            return None
        part = chosen.first()  # there is one: the selection is contiguous
        return QRect(part.left(), part.top(), part.width(), part.height())

    def select_block(self, block: QRect) -> None:
        """Select cells; the upper left one is where typing goes."""
        first = self.cells.index(block.top(), block.left())
        chosen = QItemSelection(first, self.cells.index(block.bottom(), block.right()))
        self.setCurrentIndex(first)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def copy(self) -> None:
        """The selected cells to the clipboard."""
        block = self.block()
        if block is not None:
            rows = range(block.top(), block.bottom() + 1)
            columns = range(block.left(), block.right() + 1)
            cells = [[self.cells.text(row, column) for column in columns] for row in rows]
            QGuiApplication.clipboard().setText(write_cells(cells))

    def paste(self) -> None:
        """Cells from the clipboard: from the upper left selected cell on, repeated over a
        selection that they divide."""
        at = self.block()
        if at is None:
            return
        try:
            copied = read_cells(QGuiApplication.clipboard().text())
        except NotCells:
            self.told.emit(self.tr("What was copied is no table of cells"))
            return
        if not copied:
            self.told.emit(self.tr("Nothing was copied"))
            return
        copied = spread(copied, at.height(), at.width())
        high, wide = len(copied), len(copied[0])
        room_high = self.cells.rowCount() - at.top()
        room_wide = self.cells.columnCount() - at.left()
        if high > room_high or wide > room_wide:
            words = self.tr(
                "It does not fit: {rows} rows and {columns} columns were copied, from here on"
                " there are {high} and {wide}"
            )
            self.told.emit(words.format(rows=high, columns=wide, high=room_high, wide=room_wide))
            return
        puts = [
            (at.top() + row, at.left() + column, " ".join(text.split()))
            for row, line in enumerate(copied)
            for column, text in enumerate(line)
        ]
        self._put(puts, self.tr("paste"))
        self.select_block(QRect(at.left(), at.top(), wide, high))

    def fill_down(self) -> None:
        """The top row of the selection into the rows below it; of one row, what is above it."""
        at = self.block()
        if at is None:
            return
        source = at.top()
        if at.height() == 1:
            source -= 1
        if source < 0:
            self.told.emit(self.tr("There is nothing above to fill down"))
            return
        puts = [
            (row, column, self.cells.text(source, column))
            for row in range(source + 1, at.bottom() + 1)
            for column in range(at.left(), at.right() + 1)
        ]
        self._put(puts, self.tr("fill down"))

    def clear(self) -> None:
        """Empty the selected cells."""
        at = self.block()
        if at is not None:
            puts = [
                (row, column, "")
                for row in range(at.top(), at.bottom() + 1)
                for column in range(at.left(), at.right() + 1)
            ]
            self._put(puts, self.tr("clear"))

    def _put(self, puts: list[tuple[int, int, str]], name: str) -> None:
        left = self.cells.put(puts, name)
        self.told.emit(self.tr("%n grey cells stay as they are", "", left) if left else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Paste: self.paste,
            QKeySequence.StandardKey.Undo: self.cells.stack.undo,
            QKeySequence.StandardKey.Redo: self.cells.stack.redo,
        }
        for key, act in keys.items():
            if event.matches(key):
                act()
                return
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_D:
            self.fill_down()
        elif control and event.key() == Qt.Key.Key_Y:
            self.cells.stack.redo()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            if self.state() != QAbstractItemView.State.EditingState:  # else it is the editor's
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the cell below."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            here: QModelIndex = self.currentIndex()
            if here.row() + 1 < self.cells.rowCount():
                self.setCurrentIndex(self.cells.index(here.row() + 1, here.column()))


class _Editors(QStyledItemDelegate):
    """A line for every cell; the one of states knows their words. Red stays red when chosen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ink = index.data(Qt.ItemDataRole.ForegroundRole) or theme_of().color("text")
        option.palette.setColor(QPalette.ColorRole.HighlightedText, ink)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setFrame(False)
        if FIELDS[index.column()] == "state":
            completer = QCompleter([state_word(state) for state in STATES], line)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line
