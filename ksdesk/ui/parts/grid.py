"""A grid under the hands: select, type, copy, paste, fill down, undo, as in Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ksdesk.domain.cells import NotCells, read_cells, spread, write_cells
from ksdesk.ui.parts.scroll import SightFirst
from ksdesk.ui.parts.undo_steps import UndoSteps

Index = QModelIndex | QPersistentModelIndex
Put = tuple[int, int, str]
"""Row, column and the new text of a cell."""


class GridCells(QAbstractTableModel):
    """Cells as texts, with an undo of their own. `edited` after every change, undone ones too."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps = UndoSteps[_CellStep](self)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as it is copied."""
        raise NotImplementedError

    def store(self, row: int, column: int, text: str) -> None:
        """Take up a text; `put` tells of it."""
        raise NotImplementedError

    def stored(self) -> None:
        """All texts of a step are taken up: time to judge them together."""

    def locked(self, _row: int, _column: int) -> str:
        """Why a cell cannot be written in, "" where it can."""
        return ""

    def put(self, cells: Iterable[Put], name: str, *, goes_on: bool = False) -> int:
        """Write texts into cells as one step of this grid's undo; how many were locked.

        `goes_on`: one step with the one before, if that was in the same cell.
        """
        steps, left = [], 0
        for row, column, text in cells:
            old = self.text(row, column)
            if text == old:
                continue
            if self.locked(row, column):
                left += 1
            else:
                steps.append((row, column, old, text))
        if steps:
            step = _CellStep(name, self._write, steps, goes_on)
            step.redo()
            self.steps.push(step)
        return left

    def _write(self, cells: Sequence[Put]) -> None:
        for row, column, text in cells:
            self.store(row, column, text)
        self.stored()
        rows, columns = [cell[0] for cell in cells], [cell[1] for cell in cells]
        first, last = self.index(min(rows), min(columns)), self.index(max(rows), max(columns))
        self.dataChanged.emit(first, last)
        self.edited.emit()


class Grid(SightFirst, QTableView):
    """Cells of a `GridCells`. `told(str)`: what could not be done, or was left as it is.

    `cuts`: what is pasted over the edge is left out; else nothing is pasted. `tabs`: Tab goes
    through the cells, row by row, and leaves at the ends; else it leaves at once.
    """

    told = Signal(str)
    cuts = False
    tabs = False

    def __init__(self, cells: GridCells, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = cells
        self.setModel(cells)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)

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

    def paste(self, text: str | None = None) -> None:
        """Cells from the clipboard, or from `text`: from the upper left selected cell on,
        repeated over a selection that they divide."""
        at = self.block()
        if at is None:
            return
        try:
            copied = read_cells(QGuiApplication.clipboard().text() if text is None else text)
        except NotCells:
            self.told.emit(self.tr("What was copied is no table of cells"))
            return
        if not copied:
            self.told.emit(self.tr("Nothing was copied"))
            return
        copied = spread(copied, at.height(), at.width())
        room_high = self.cells.rowCount() - at.top()
        room_wide = self.cells.columnCount() - at.left()
        if self.cuts:
            copied = [row[:room_wide] for row in copied[:room_high]]
        high, wide = len(copied), len(copied[0])
        if high > room_high or wide > room_wide:
            words = self.tr(
                "It does not fit: {rows} rows and {columns} columns were copied, from here on"
                " there are {high} and {wide}"
            )
            self.told.emit(words.format(rows=high, columns=wide, high=room_high, wide=room_wide))
            return
        puts = [
            (at.top() + row, at.left() + column, " ".join(word.split()))
            for row, line in enumerate(copied)
            for column, word in enumerate(line)
        ]
        self._put(puts, self.tr("paste"))
        self.pasted(QRect(at.left(), at.top(), wide, high))

    def pasted(self, block: QRect) -> None:
        """Where to go on after a paste."""
        self.select_block(block)

    def cut(self) -> None:
        """The selected cells to the clipboard, emptied here."""
        self.copy()
        self.clear()

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
        words = self.tr("Grey cells that stay as they are: {n}").format(n=left)
        self.told.emit(words if left else "")

    def focusNextPrevChild(self, forward: bool) -> bool:
        here, wide = self.currentIndex(), self.cells.columnCount()
        to = here.row() * wide + here.column() + (1 if forward else -1)
        if not self.tabs or not 0 <= to < self.cells.rowCount() * wide:
            return super().focusNextPrevChild(forward)
        self.setCurrentIndex(self.cells.index(*divmod(to, wide)))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Cut: self.cut,
            QKeySequence.StandardKey.Paste: self.paste,
            QKeySequence.StandardKey.Undo: self.cells.steps.undo,
            QKeySequence.StandardKey.Redo: self.cells.steps.redo,
        }
        for key, act in keys.items():
            if event.matches(key):
                act()
                return
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # with Ctrl: out of the grid
            super().focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        elif control and event.key() == Qt.Key.Key_D:
            self.fill_down()
        elif control and event.key() == Qt.Key.Key_Y:
            self.cells.steps.redo()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)


class _CellStep:
    """Some cells at once: row, column, the text before and the text after."""

    def __init__(
        self,
        text: str,
        write: Callable[[Sequence[Put]], None],
        steps: Sequence[tuple[int, int, str, str]],
        goes_on: bool,
    ) -> None:
        self.text = text
        self._write, self._steps, self._goes_on = write, steps, goes_on

    def undo(self) -> None:
        self._write([(row, column, old) for row, column, old, _new in self._steps])

    def redo(self) -> None:
        self._write([(row, column, new) for row, column, _old, new in self._steps])

    def takes_in(self, later: _CellStep) -> bool:
        """Typing on in one cell is one step."""
        (row, column, old, _new), *more = self._steps
        if more or len(later._steps) > 1 or not later._goes_on:
            return False
        if later._steps[0][:2] != (row, column):
            return False
        self._steps = [(row, column, old, later._steps[0][3])]
        return True
