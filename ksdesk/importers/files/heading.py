"""Which line of a table is its header, and what its columns are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeVar

from ksdesk.importers.cell import tidy_text, unwrapped

_WITHIN: Final = 60
"""A header is looked for among so many first lines; above it stand titles."""

_FAR: Final = 300
"""Among so many, where none of those has a known label."""

_SURELY: Final = 3  # known labels of a line

_BELOW: Final = 5  # lines that tell how wide a table is
_MUCH: Final = 100_000  # cells or signs, above which no more than needed is looked at

Known = Callable[[str], bool]
"""Whether a cell is a label that some kind of report has in its header."""

_Line = TypeVar("_Line")

_LOOKED_AT: Final = 300  # cells of a line, which tell what all of it is
_YEARS: Final = range(1990, 2101)
_number = re.compile(
    r"[-+(¥￥$'\s]*[0-9][0-9,.\s]*(?:%|‰|千|万|亿|w|k|元|块)?\)?", re.IGNORECASE
).fullmatch
_moment = re.compile(
    r"(?:[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{8}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
    r"|[0-9]{1,2}-[A-Za-z]{3}-[0-9]{2,4})(?![0-9]).*|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
).fullmatch
_month = re.compile(r"[0-9]{4}[-/.][0-9]{1,2}|[0-9]{1,2}[-/][0-9]{1,2}").fullmatch


@dataclass(frozen=True)
class Heading:
    """A header: the line that it ends on (0: the first line is data already), its labels, how many
    of them are known, and how many lines fit below it."""

    line: int
    labels: tuple[str, ...]
    known: int
    fitting: int


def top(lines: Iterable[_Line], size: Callable[[_Line], int]) -> list[_Line]:
    """The first lines, in which a header is looked for; fewer of very wide tables."""
    taken, whole = [], 0
    for line in lines:
        taken.append(line)
        whole += size(line)
        if len(taken) == _FAR + _BELOW or (whole > _MUCH and len(taken) >= _WITHIN + _BELOW):
            break
    return taken


def find(lines: Sequence[tuple[int, Sequence[str]]], known: Known) -> Heading:
    """The header among the first lines of a table, each with its number."""
    rows = [(number, _filled(row)) for number, row in lines]
    whole = {number: len(row) for number, row in lines}
    widths = Counter(len(row) for _number, row in rows if len(row) > 1)
    usual = max(widths, key=lambda width: (widths[width], width), default=1)
    fitting = widths[usual]
    rows, far = rows[:_WITHIN], rows[:_FAR]
    hits = [_hits(row, known, usual) for _number, row in rows]
    if not any(hits):
        further = [_hits(row, known, usual) for _number, row in far]
        if max(further, default=0) >= _SURELY:
            rows, hits = far, further
    most = max(hits, default=0)
    if most:
        place = hits.index(most)
        number, labels = _with_neighbour(rows, place, known)
        return Heading(number, labels + _nameless(labels, rows, whole[number]), most, fitting)
    for place, (_number, row) in enumerate(rows):
        if len(row) >= usual and row:  # the first full line, unless figures stand in it
            below = rows[place + 1][1] if place + 1 < len(rows) else ()
            if any(map(is_figure, row)) and not _are_dates(row, below):
                return Heading(0, ("",) * max(len(row), usual), 0, fitting)
            number, labels = _with_neighbour(rows, place, known)
            return Heading(number, labels, 0, fitting)
    return Heading(0, (), 0, 0)


def _nameless(
    labels: tuple[str, ...], rows: Sequence[tuple[int, Sequence[str]]], width: int
) -> tuple[str, ...]:
    """The columns at the end of a header of so many cells that have cells, but no name."""
    more = min(width, max(len(row) for _number, row in rows)) - len(labels)
    return ("",) * more if more <= len(labels) else ()  # else it is a cell far out


def _hits(row: Sequence[str], known: Known, usual: int) -> int:
    """How many labels of a line are known. A title may have one, beside what it tells."""
    hits = sum(known(tidy_text(cell)) for cell in row[:_LOOKED_AT])
    title = len(row) < 2 <= usual or any(map(is_figure, row))
    return 0 if hits < 3 and title else hits


def is_figure(cell: str) -> bool:
    """Whether a cell is a number or moment, and no label such as 3日GMV or 1月."""
    text = unwrapped(cell)
    return is_amount(text) or _moment(text) is not None


def is_amount(text: str) -> bool:
    """Whether a text is a number alone, with its unit."""
    return _number(text) is not None


def _filled(row: Sequence[str]) -> Sequence[str]:
    """A line without the empty cells at its end."""
    width = len(row)
    while width and not row[width - 1].strip():
        width -= 1
    return row[:width]


def _tidy(row: Iterable[str]) -> list[str]:
    """Labels without what guards and surrounds them."""
    return [tidy_text(cell) for cell in row]


def _are_dates(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the figures of a first line are the years, months or days that its columns are of."""
    figures = [index for index, cell in enumerate(row) if is_figure(cell)]
    if row[0] == "" or 0 in figures or len(figures) < 2 or len(set(row)) < len(row):
        return False
    return all(map(_is_date, (row[i] for i in figures))) and not any(
        _is_date(below[i]) for i in figures if i < len(below)
    )


def _is_date(cell: str) -> bool:
    year = len(cell) == len("2026") and cell.isdecimal() and int(cell) in _YEARS
    return year or bool(_moment(cell) or _month(cell))


def _with_neighbour(
    rows: Sequence[tuple[int, Sequence[str]]], place: int, known: Known
) -> tuple[int, tuple[str, ...]]:
    """The labels of a header in two lines, groups above and columns below, else of the one."""
    number, row = rows[place][0], _tidy(rows[place][1])
    above = _tidy(rows[place - 1][1]) if place else []
    if _are_groups(above, row):
        return number, _joined(above, row)
    if place + 1 < len(rows):
        below_number, below = rows[place + 1][0], _tidy(rows[place + 1][1])
        again = below[:1] == [""] and len(set(below)) < len(below)  # each group's columns anew
        if (again or any(map(known, below))) and _are_groups(row, below):
            return below_number, _joined(row, below)
    return number, tuple(row)


def _are_groups(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether some cell above stands over several columns, and none of both lines is a figure."""
    if sum(map(bool, upper)) < 2 or len(lower) < 2 or any(map(is_figure, (*upper, *lower))):
        return False
    if any(upper[len(lower) :]):  # what reaches beyond the columns is a title
        return False
    starts = [index for index, cell in enumerate(upper) if cell] + [len(lower)]
    spans = [range(start, end) for start, end in pairwise(starts)]
    alone = [span for span in spans if len(span) == 1]
    named = any(not lower[span[0]] or lower[span[0]] == upper[span[0]] for span in alone)
    return (named or not (alone or upper[0])) and any(
        len(span) > 1 and sum(bool(lower[i]) for i in span if i < len(lower)) > 1 for span in spans
    )


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Each label of the lower line, with its group where the label alone would stand twice."""
    width = max(len(upper), len(lower))
    lower = [*lower, *[""] * (width - len(lower))]
    upper = [*upper, *[""] * (width - len(upper))]
    times = Counter(lower)
    group, labels = "", []
    for above, below in zip(upper, lower, strict=True):
        group = above or group
        if not below:
            labels.append(above)
        else:
            labels.append(f"{group} {below}".strip() if times[below] > 1 else below)
    return tuple(labels)
