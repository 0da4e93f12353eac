"""Tables whose lines are one cell each: quoted whole, or in a workbook that did not part them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

Rows = Iterator[tuple[int, list[str]]]


def delimiter_of(
    rows: Sequence[tuple[int, list[str]]], delimiters: Sequence[str], known: Callable[[str], bool]
) -> str:
    """What parts the cells within the only cell of each row, "" where nothing does.

    Most rows must be as wide as the first, or as one that has known labels: a table of remarks may
    have a comma in each of them.
    """
    alone = [_only(row) for _number, row in rows]
    cells = [cell for cell in alone if cell]
    if len(cells) < 2 or None in alone:
        return ""
    for sign in delimiters:
        parted = [_parted(cell, sign) for cell in cells]
        width, times = Counter(map(len, parted)).most_common(1)[0]
        heads = parted[:1] + [row for row in parted if sum(map(known, row)) > 1]
        if width > 1 and 2 * times > len(parted) and width in map(len, heads):
            return sign
    return ""


def unfolded(rows: Callable[[], Rows], delimiter: str) -> Rows:
    """The rows with the cells that stand in their only one."""
    for number, row in rows():
        cell = _only(row)
        yield number, _parted(cell, delimiter) if cell else row


def _only(row: Sequence[str]) -> str | None:
    """The only filled cell of a row, "" where there is none, None where there are several."""
    filled = [cell for cell in row if cell.strip()]
    return None if len(filled) > 1 else "".join(filled)


def _parted(cell: str, delimiter: str) -> list[str]:
    """The cells within a cell; what csv cannot part is one."""
    cell = cell.replace("\n", " ").rstrip("" if delimiter == ";" else ";")  # of the cells around it
    try:
        return next(csv.reader([cell], delimiter=delimiter), [cell])
    except csv.Error:
        return [cell]
