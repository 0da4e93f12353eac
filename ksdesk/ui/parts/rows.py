"""Rows of a table: what a column is, and the one model over tuples."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cmp_to_key
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from ksdesk.ui.parts.texts import NOTHING

Row = Any
Index = QModelIndex | QPersistentModelIndex
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
# Asked for at each painting of each cell: put together once.
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_CHECKED_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsUserCheckable
# The number or text that a cell is sorted by (None sorts last).
SORT_ROLE = Qt.ItemDataRole.UserRole
# The whole row, as it was given to `set_rows`.
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Column:
    """One column: where its value comes from and how it looks.

    name: stable, for tests and remembered widths; value: index into the row or a callable of
    the row (default: the column's own place); text: value to shown text; width: px at 100 %,
    0 shares the rest; sort: callable of the row answering a number or text, None for the value
    itself, False for a column that does not sort; tone: a token or a callable of the row;
    second: second line, muted or as second_tone says; beside: small and muted behind the text, as
    far as there is room; badge: (kind, word) of a pill behind the text; tile: a character or a
    picture in a small box in front; pill: (kind, word) of the row, or None for plain text; bar:
    instead of text how far it reaches, 1 being the tick that stands at the same place in every row,
    and its token, None for nothing; span: instead of text a bar between two parts of the room (0 to
    1), and its token, None for nothing; meter: behind the first line how much of something is gone
    (0 to 1), and its token; boxes: instead of text how many of how many are filled; icon: (name,
    token) in front of the text; strike: struck through; tip: tooltip beside the elided text.
    """

    name: str
    title: str
    value: int | Callable[[Row], Any] | None = None
    text: Callable[[Any], str] | None = None
    align: str = "left"
    width: int = 0
    minimum: int = 56
    bold: bool = False
    tone: str | Callable[[Row], str] | None = None
    second: Callable[[Row], str] | None = None
    second_tone: Callable[[Row], str] | None = None
    beside: Callable[[Row], str] | None = None
    badge: Callable[[Row], tuple[str, str] | None] | None = None
    tile: Callable[[Row], str | QImage] | None = None
    pill: Callable[[Row], tuple[str, str] | None] | None = None
    bar: Callable[[Row], tuple[float, str] | None] | None = None
    span: Callable[[Row], tuple[float, float, str] | None] | None = None
    meter: Callable[[Row], tuple[float, str] | None] | None = None
    boxes: Callable[[Row], tuple[int, int] | None] | None = None
    icon: Callable[[Row], tuple[str, str] | None] | None = None
    strike: Callable[[Row], bool] | None = None
    sort: Callable[[Row], Any] | bool | None = None
    tip: Callable[[Row], str] | None = None

    def value_of(self, row: Row, place: int) -> Any:
        """The value of this column in a row; `place` is the column's own position."""
        if callable(self.value):
            return self.value(row)
        return row[place if self.value is None else self.value]

    def text_of(self, row: Row, place: int) -> str:
        """The shown text; – where there is no value, the word of a pill for a pill."""
        if self.pill is not None:
            pill = self.pill(row)
            if pill is not None:
                return pill[1]
        value = self.value_of(row, place)
        if value is None:
            return NOTHING
        return self.text(value) if self.text is not None else str(value)

    def key_of(self, row: Row, place: int) -> Any:
        """What this column sorts by."""
        return self.sort(row) if callable(self.sort) else self.value_of(row, place)

    def tone_of(self, row: Row) -> str:
        """The token of the text's colour."""
        tone = self.tone(row) if callable(self.tone) else self.tone
        return tone or "text"


class RowsModel(QAbstractTableModel):
    """A table over tuples with one door, `set_rows`.

    key: what identifies a row over a reload (checked and chosen rows are kept by it); without
    it the row itself. is_sum: whether a row adds up the others: bold, and last in every order.
    checkable: the view shows a check box in front of each row; `checked_changed` tells when the
    set of checked rows changed. Sorting is on the list and None comes last in both directions.
    """

    checked_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Row], Hashable] | None = None,
        is_sum: Callable[[Row], bool] | None = None,
        checkable: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.checkable = checkable
        self._key = key
        self._is_sum = is_sum
        self._rows: Sequence[Row] = []
        self._given: Sequence[Row] = []
        self._checked: set[Hashable] = set()
        self._order: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in the order shown."""
        return self._rows

    @property
    def order(self) -> tuple[int, Qt.SortOrder] | None:
        """The sorted column and direction, None for the order the rows came in."""
        return self._order

    def set_title(self, name: str, title: str) -> None:
        """Call the column `name` so from now on."""
        place = self.column(name)
        columns = list(self.columns)
        columns[place] = replace(columns[place], title=title)
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, place, place)

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows, sorted as before; checks of rows that are gone are dropped."""
        self.beginResetModel()
        self._rows = self._given = list(rows)
        if self._order is not None:
            self._sort_list(*self._order)
        self.endResetModel()
        if self._checked:
            self.set_checked(self._checked.intersection(self.keys()))

    def row(self, number: int) -> Row:
        """The row at a position, None for one that is still to come."""
        return self._rows[number]

    def bring(self, numbers: Sequence[int], then: Callable[[Sequence[Row]], None]) -> None:
        """Give `then` the rows at some positions, also those that are still to come."""
        then([self._rows[number] for number in numbers])

    def is_sum(self, row: Row) -> bool:
        """Whether a row adds up the others."""
        return self._is_sum is not None and row is not None and self._is_sum(row)

    def key(self, row: Row) -> Hashable:
        """What identifies a row."""
        return self._key(row) if self._key is not None else row

    def key_at(self, number: int) -> Hashable:
        """What identifies the row at a position."""
        return self.key(self._rows[number])

    def keys(self) -> Sequence[Hashable]:
        """What identifies the rows, in the order shown."""
        return [self.key(row) for row in self._rows]

    def position(self, key: Hashable) -> int:
        """Where the row with a key is shown, -1 if it is not."""
        return next((n for n, own in enumerate(self.keys()) if own == key), -1)

    def column(self, name: str) -> int:
        """Position of a column by its name; StopIteration for an unknown one."""
        return next(n for n, column in enumerate(self.columns) if column.name == name)

    def text(self, number: int, place: int) -> str:
        """The shown text of a cell."""
        row = self._rows[number]
        return "" if row is None else self.columns[place].text_of(row, place)

    def checked(self) -> tuple[Hashable, ...]:
        """The keys of the checked rows, in the order shown."""
        return tuple(k for k in self.keys() if k in self._checked) if self._checked else ()

    def checked_count(self) -> int:
        """How many rows are checked."""
        return len(self._checked)

    def is_checked(self, number: int) -> bool:
        """Whether the row at a position is checked."""
        return bool(self._checked) and self.key_at(number) in self._checked

    def set_checked(self, keys: Iterable[Hashable]) -> None:
        """Check exactly the rows with these keys."""
        wanted = set(keys)
        if wanted == self._checked:
            return
        self._checked = wanted
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.checked_changed.emit()

    def toggle(self, number: int) -> None:
        """Check or uncheck the row at a position."""
        self.set_checked(self._checked ^ {self.key_at(number)})

    def toggle_all(self) -> None:
        """Check all rows, or none if all are."""
        keys = set(self.keys())
        self.set_checked(set() if keys == self._checked else keys)

    def is_sortable(self, place: int) -> bool:
        """Whether a click on the header of a column sorts."""
        return self.columns[place].sort is not False

    def _sort_list(self, place: int, order: Qt.SortOrder) -> None:
        column = self.columns[place]
        known: list[tuple[Any, Row]] = []
        unknown: list[Row] = []
        for row in self._rows:
            key = column.key_of(row, place)
            if key is None:
                unknown.append(row)
            else:
                known.append((key, row))
        downwards = order == Qt.SortOrder.DescendingOrder
        try:
            known.sort(key=lambda pair: pair[0], reverse=downwards)
        except TypeError:
            # A column of numbers and texts: numbers first, then texts.
            known.sort(key=cmp_to_key(_compare), reverse=downwards)
        found = [row for _key, row in known] + unknown
        self._rows = found if self._is_sum is None else sorted(found, key=self.is_sum)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 for the order that the rows came in."""
        if column >= len(self.columns) or (column >= 0 and not self.is_sortable(column)):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(index, self._rows[index.row()]) for index in before]
        self._order = (column, order) if column >= 0 else None
        if self._order is None:
            self._rows = self._given
        else:
            self._sort_list(column, order)
        places = {id(row): number for number, row in enumerate(self._rows)} if held else {}
        after = [self.index(places[id(row)], index.column()) for index, row in held]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self.text(index.row(), index.column())
            if role == Qt.ItemDataRole.DisplayRole or column.beside is None or row is None:
                return text
            return ", ".join(filter(None, (text, column.beside(row))))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        if role == SORT_ROLE:
            return None if row is None else column.key_of(row, index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and self.checkable and index.column() == 0:
            on = self.is_checked(index.row())
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.checkable or index.column() != 0:
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) != self.is_checked(index.row()):
            self.toggle(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CHECKED_FLAGS if self.checkable and index.column() == 0 else _FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[self.columns[section].align] | Qt.AlignmentFlag.AlignVCenter)
        return None


def _compare(one: tuple[Any, Row], other: tuple[Any, Row]) -> int:
    left, right = one[0], other[0]
    if isinstance(left, str) != isinstance(right, str):
        return 1 if isinstance(left, str) else -1
    return (left > right) - (left < right)
