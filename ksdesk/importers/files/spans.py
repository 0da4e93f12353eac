"""Cells that stand over several lines: an order's number beside each of its products."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from ksdesk.importers.cell import unwrapped
from ksdesk.importers.files.heading import is_amount

_NAMES: Final = 8
"""Digits from which on a number names something."""

Place = tuple[int, int]


def holds_for_each(cell: str) -> bool:
    """Whether a cell holds for each line that it stands over: an amount is counted once."""
    text = unwrapped(cell)
    return not is_amount(text) or (text.isdigit() and len(text) >= _NAMES)


def filled_down(
    rows: Iterable[list[str]], merged: Iterable[tuple[Place, Place]], first_column: int
) -> Iterator[list[str]]:
    """Rows with each merged cell's text in all of its lines; `merged` are its two corners."""
    begin: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (top, left), (bottom, _right) in merged:
        if bottom > top and left >= first_column:
            begin[top].append((left - first_column, bottom))
    open_: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(rows):
        for column, (last, text) in list(open_.items()):
            if column < len(row) and not row[column]:
                row[column] = text
            if number >= last:
                del open_[column]
        for column, last in begin.pop(number, ()):
            if column < len(row) and holds_for_each(row[column]):
                open_[column] = (last, row[column])
        yield row
