"""Rows of a long table that are read in blocks where they are looked at."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal

from ksdesk.ui.parts.rows import Row, RowsModel

BLOCK = 16
KEPT = 64  # blocks in memory, the ones looked at last
WAITING = 16  # blocks that are asked for in one go, more than fit on a screen


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
        return self._block(number)[rest]

    def _block(self, number: int) -> Sequence[Row]:
        if number not in self._blocks:
            self._keep(number, self._read(self._keys(number)))
        return self._blocks[number]

    def _keys(self, number: int) -> Sequence[Any]:
        return self.keys[number * BLOCK : (number + 1) * BLOCK]

    def _keep(self, number: int, rows: Sequence[Row]) -> None:
        while len(self._blocks) >= KEPT:
            del self._blocks[next(iter(self._blocks))]
        self._blocks[number] = rows


class AskedRows(LazyRows):
    """LazyRows whose blocks are asked for and come later; until then None stands for a row.

    `ask(keys, done)` brings the rows of some keys; `arrived(first, last)` is told when some that
    were looked at are here. While one question runs, those looked at last wait together for the
    next: whoever drags the bar through a long list waits for no rows that are out of sight again.
    """

    def __init__(
        self,
        keys: Sequence[Hashable],
        ask: Callable[[Sequence[Any], Callable[[Sequence[Row]], None]], None],
        arrived: Callable[[int, int], None],
    ) -> None:
        super().__init__(keys)
        self._ask, self._arrived = ask, arrived
        self._asked: list[int] = []
        self._waiting: deque[int] = deque(maxlen=WAITING)

    def blocks(self, places: Iterable[int]) -> list[int]:
        """The blocks in which some places lie."""
        return sorted({place // BLOCK for place in places if 0 <= place < len(self)})

    def keys_in(self, blocks: Iterable[int]) -> list[Any]:
        """The keys of some blocks."""
        return [key for number in blocks for key in self._keys(number)]

    def take(self, blocks: Iterable[int], rows: Sequence[Row]) -> None:
        """Keep the rows that `keys_in` these blocks were read for."""
        start = 0
        for number in blocks:
            end = start + len(self._keys(number))
            self._keep(number, rows[start:end])
            start = end

    def bring(self, places: Iterable[int], then: Callable[[Sequence[Row]], None]) -> None:
        """Give `then` the rows at some places once they are read; they are not kept."""
        self._ask([self.keys[place] for place in places], then)

    def _block(self, number: int) -> Sequence[Row]:
        if not any(number in some for some in (self._blocks, self._asked, self._waiting)):
            self._waiting.append(number)
            self._ask_next()
        return self._blocks.get(number) or [None] * BLOCK

    def _ask_next(self) -> None:
        if self._waiting and not self._asked:
            self._asked = [*self._waiting]
            self._waiting.clear()
            self._ask(self.keys_in(self._asked), self._arrive)

    def _arrive(self, rows: Sequence[Row]) -> None:
        asked, self._asked = self._asked, []
        self.take(asked, rows)
        self._ask_next()
        for number in asked:
            start = number * BLOCK
            self._arrived(start, start + len(self._keys(number)) - 1)


class LazyModel(RowsModel):
    """A model over LazyRows. It does not sort: `sort_asked(place, downwards)` asks for the keys in
    another order (-1: the usual one), and `set_rows` brings them.
    """

    sort_asked = Signal(int, bool)

    def set_rows(self, rows: Iterable[Row]) -> None:
        assert isinstance(rows, LazyRows)
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        if self._checked:
            self.set_checked(self._checked.intersection(rows.keys))

    def bring(self, numbers: Sequence[int], then: Callable[[Sequence[Row]], None]) -> None:
        if isinstance(self._rows, AskedRows):
            self._rows.bring(numbers, then)
        else:
            super().bring(numbers, then)

    def tell_arrived(self, first: int, last: int) -> None:
        """Rows that were None have come."""
        if last < len(self._rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

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
        if column < 0 or (column < len(self.columns) and self.is_sortable(column)):
            self._order = (column, order) if column >= 0 else None
            self.sort_asked.emit(column, order == Qt.SortOrder.DescendingOrder)

    def set_order(self, column: int, order: Qt.SortOrder) -> None:
        """Mark the column that the rows are sorted by, without asking for anything."""
        self._order = (column, order)
