"""Quotation marks that open nothing: made plain text before they swallow the lines below.

A product called "大果 5斤 (with one mark, as a seller typed it) opens a quoted cell for csv, which
then takes all that follows up to the next mark, be it a thousand orders further down.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

_MOST_LINES: Final = 1_000
"""How many lines a cell may have."""


def settled(
    lines: Iterable[str], delimiter: str, width: int = 0, following: Iterable[str] = ()
) -> Iterator[str]:
    """As many lines, which a csv reader takes apart into the rows that were meant; so are those of
    the following ones that had to be looked at.

    A cell may hold line breaks if it is closed as csv wants it and its lines are not rows by
    themselves. `width`: cells of the header, 0 where it is not known yet.
    """
    ahead, rest = deque(lines), iter(following)
    while ahead:
        line = ahead[0]
        if _is_plain(line, delimiter):
            yield ahead.popleft()
            continue
        count = _lines_of(ahead, rest, delimiter)
        if count and not _swallows([ahead[place] for place in range(count)], delimiter, width):
            for _ in range(count):
                yield ahead.popleft()
        else:
            yield _literal(ahead.popleft(), delimiter, width)


def _is_plain(line: str, delimiter: str) -> bool:
    """Whether all marks of a line stand in pairs around whole cells: most lines do."""
    return '"' not in line or _plain(delimiter)(line.rstrip("\r\n")) is not None


@cache
def _plain(delimiter: str) -> Callable[[str], re.Match[str] | None]:
    cell = rf'(?:"[^"]*+"|[^"{re.escape(delimiter)}]*+)'
    return re.compile(f"{cell}(?:{re.escape(delimiter)}{cell})*+").fullmatch


def _lines_of(ahead: deque[str], rest: Iterator[str], delimiter: str) -> int:
    """How many lines the row has that the first begins, 0 where no mark closes it properly."""

    def feed() -> Iterator[str]:
        for place in range(_MOST_LINES):
            if place == len(ahead):
                following = next(rest, "")
                if not following:
                    return
                ahead.append(following)
            yield ahead[place]

    reader = csv.reader(feed(), delimiter=delimiter, strict=True)
    try:
        next(reader)
    except csv.Error:
        return 0
    return reader.line_num


def _swallows(record: list[str], delimiter: str, width: int) -> bool:
    """Whether lines that are joined by a pair of marks are whole rows each."""
    if width < 3 or len(record) < 2:
        return False
    first, *between, last = (line.count(delimiter) + 1 for line in record)
    return (first >= width and last >= width) or (width > 3 and max(between, default=0) >= width)


def _literal(line: str, delimiter: str, width: int) -> str:
    """A line with its marks as text: all of them if that gives a row, else from the open one on."""
    body = line.rstrip("\r\n")
    end = line[len(body) :]
    if body.count(delimiter) + 1 == width:
        return _quoted(body, delimiter) + end
    if _is_closed(body, delimiter):
        return line
    place = body.rindex('"')
    while place and not (body[place - 1] == delimiter and _is_closed(body[:place], delimiter)):
        place = max(0, body.rfind('"', 0, place))
    return body[:place] + _quoted(body[place:], delimiter) + end


def _quoted(text: str, delimiter: str) -> str:
    doubled = text.replace('"', '""')
    return delimiter.join(f'"{cell}"' for cell in doubled.split(delimiter))


def _is_closed(text: str, delimiter: str) -> bool:
    """Whether a cell that a text opens ends in it, as csv reads it forgivingly."""
    try:
        return len(list(csv.reader([text + "\n", "."], delimiter=delimiter))) == 2
    except csv.Error:  # longer than any cell may be, which reading says
        return True
