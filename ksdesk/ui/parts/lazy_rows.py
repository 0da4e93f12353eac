"""Rows of a long table that are read in blocks where they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal

from ksdesk.ui.parts.rows import Row, RowsModel

BLOCK = 32
KEPT = 32  # blocks in memory, the ones looked at last


class LazyRows(Sequence[Row]):
    """Rows by their keys, in order; `read` gives the rows of some keys, as many and in order."""

    def __init__(
        self,
        keys: Sequence[Hashable] = (),
        read: Callable[[Sequence[Any]], Sequence[Row]] = list,
    ) -> None:
        self.keys = keys
        self._read = read
        self._blocks: dict[int, Sequence[Row]] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        number, rest = divmod(place, BLOCK)
        if number not in self._blocks:
            while len(self._blocks) >= KEPT:
                del self._blocks[next(iter(self._blocks))]
            start = number * BLOCK
            self._blocks[number] = self._read(self.keys[start : start + BLOCK])
        return self._blocks[number][rest]


class LazyModel(RowsModel):
    """A model over LazyRows. It does not sort: `sort_asked(place, downwards)` asks for the keys in
    another order, and `set_rows` brings them.
    """

    sort_asked = Signal(int, bool)

    def set_rows(self, rows: Iterable[Row]) -> None:
        assert isinstance(rows, LazyRows)
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        if self._checked:
            self.set_checked(self._checked.intersection(rows.keys))

    def keys(self) -> Sequence[Hashable]:
        return self._rows.keys if isinstance(self._rows, LazyRows) else ()

    def key_at(self, number: int) -> Hashable:
        return self.keys()[number]

    def position(self, key: Hashable) -> int:
        try:
            return self.keys().index(key)
        except ValueError:
            return -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns) and self.is_sortable(column):
            self._order = (column, order)
            self.sort_asked.emit(column, order == Qt.SortOrder.DescendingOrder)

    def set_order(self, column: int, order: Qt.SortOrder) -> None:
        """Mark the column that the rows are sorted by, without asking for anything."""
        self._order = (column, order)
