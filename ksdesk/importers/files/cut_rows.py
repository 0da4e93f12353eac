"""Lines of text cut into rows of cells, each with the line that it begins on."""

from __future__ import annotations

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import accumulate, islice
from typing import Final, NamedTuple, TextIO

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files.quoting import settled

CHUNK: Final = 250
"""Rows handed on at once: as many as stay in the processor's own memory until they are stored."""

_TOGETHER: Final = 1_000
"""Rows of uneven widths handed on at once at the least: each is judged by those around it."""

LONGEST_LINE: Final = 1 << 20
_LONGEST_CELL: Final = csv.field_size_limit()
_STRETCH: Final = 1 << 14  # characters, from which on all of them are read
_MARK: Final = "\ufeff"

_line = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])?").match
_marks = re.compile(f"(?:^|(?<=[\\r\\n])){_MARK}+")


class Even:
    """Rows as wide as the header, none of them blank: one cell after another, and one for the end
    of each line. They are cut into columns without a list for each row, which takes longer."""

    def __init__(self, cells: list[str], width: int) -> None:
        self.cells, self._width = cells, width

    def __len__(self) -> int:
        return len(self.cells) // (self._width + 1)

    def __iter__(self) -> Iterator[list[str]]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, place: int) -> list[str]:
        start = place * (self._width + 1)
        return self.cells[start : start + self._width]

    def column(self, index: int) -> list[str]:
        """The cells of a column."""
        return self.cells[index :: self._width + 1]


Rows = list[list[str]] | Even


def columns(rows: Rows, width: int) -> Callable[[int], list[str]]:
    """What gives the cells of each column, of rows of one width."""
    if isinstance(rows, Even):
        return rows.column
    cells: list[str] = []
    for row in rows:  # quicker than by zip
        cells += row
    return lambda index: cells[index::width]


class Cut(NamedTuple):
    """Some rows, and the lines that they stand on, from `first` up to the one before `below`."""

    first: int
    below: int
    rows: Rows

    def lines(self) -> list[int]:
        """The line that each row begins on; one whose cells hold line breaks takes several."""
        if self.below - self.first == len(self.rows):
            return list(range(self.first, self.below))
        numbers, line = [], self.first
        for row in self.rows:
            numbers.append(line)
            text = "".join(row)
            line += 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
        return numbers


def _all_lines(text: str) -> list[str]:
    return io.StringIO(text, newline="").readlines()


class TextLines:
    """The lines of a text, one by one or a stretch of them at a time; one without an end is not
    read into memory but refused, by its `number`: who takes stretches says it of the next line."""

    def __init__(self, file: TextIO) -> None:
        self._read = partial(file.read, _STRETCH)
        self._text, self._place, self._begun = "", 0, ""
        self.number = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._place == len(self._text):
            self._text, self._place = self._next(), 0
        found = _line(self._text, self._place)
        if not found or not found[0]:
            raise StopIteration
        self._place = found.end()
        self.number += 1
        return found[0]

    def stretch(self) -> str:
        """Some whole lines, "" below the last one."""
        text, self._text, self._place = self._text[self._place :], "", 0
        return text or self._next()

    def _next(self) -> str:
        text, end = self._begun, 0
        while not end and (more := self._read()):
            text += more
            end = max(text.rfind("\n"), text.rfind("\r", 0, -1)) + 1
            if len(text) >= LONGEST_LINE:
                end = self._bearable(text, end)
        end = end or self._bearable(text, len(text))
        self._begun, text = text[end:], text[:end]
        # a second mark, or files put together
        return _marks.sub("", text) if _MARK in text else text

    def _bearable(self, text: str, end: int) -> int:
        """Where what can be handed on ends: above a line that is too long."""
        above = 0
        for below in accumulate(map(len, _all_lines(text[: end or None]))):
            if below - above >= LONGEST_LINE:
                if not above:
                    raise ImportProblem("line_too_long", line=self.number)
                return above
            above = below
        return end


def cuts(lines: TextLines, delimiter: str, width: int = 0) -> Iterator[Cut]:
    """Lines cut into rows, some at a time; `width`: cells of the header, 0 where it is not known
    yet. Where no mark stands the delimiter alone parts them, which is quicker than csv."""
    while text := lines.stretch():
        first = lines.number
        if '"' in text or len(text) > _LONGEST_CELL:
            block = _all_lines(text)
            lines.number += len(block)
            yield from _quoted(settled(block, delimiter, width, lines), delimiter, first)
            continue
        rows: Rows | None = _even(text, delimiter, width)
        if rows is None:
            rows = [line.rstrip("\r\n").split(delimiter) for line in _all_lines(text)]
            if [""] in rows:
                rows = [row if row != [""] else [] for row in rows]
        lines.number += len(rows)
        yield Cut(first, lines.number, rows)


def _even(text: str, delimiter: str, width: int) -> Even | None:
    """Lines without a mark as rows of the header's width; None where one is blank or another."""
    end = "\r\n" if "\r" in text else "\n"
    blank = end + delimiter * (width - 1) + end
    if not width or not text.endswith(end) or blank in f"{end}{text}":
        return None
    joined = text.replace(end, f"{delimiter}\n{delimiter}")
    cells = joined.split(delimiter)
    del cells[-1]  # below the last line
    rows = Even(cells, width)
    ends = rows.column(width)
    even = len(cells) == len(ends) * (width + 1) and ends.count("\n") == len(ends)
    # Some line may end otherwise than the others.
    return rows if even and "\r" not in joined and text.count("\n") == len(ends) else None


def _quoted(lines: Iterable[str], delimiter: str, first: int) -> Iterator[Cut]:
    reader = csv.reader(lines, delimiter=delimiter)
    begin = first
    try:
        while rows := list(islice(reader, CHUNK)):
            yield Cut(begin, begin := first + reader.line_num, rows)
    except csv.Error as error:  # its own bound: 131072 characters
        raise ImportProblem("cell_too_long", line=first + reader.line_num - 1) from error


def numbered(found: Iterable[Cut]) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it ends on."""
    for cut in found:
        ends = [line - 1 for line in (*cut.lines()[1:], cut.below)]
        yield from zip(ends, cut.rows, strict=True)


def chunks_below(
    line: int, lines: TextLines, delimiter: str, width: int
) -> Iterator[tuple[list[int], Rows]]:
    """The rows below a line, counted from 1, each with the line that it begins on: CHUNK at the
    least, _TOGETHER where their widths differ."""
    numbers: list[int] = []
    rows: Rows = []
    for cut in cuts(lines, delimiter, width):
        numbers += cut.lines()
        if not rows:
            rows = cut.rows
        elif isinstance(rows, Even) and isinstance(cut.rows, Even):
            rows.cells += cut.rows.cells
        else:
            rows = [*rows, *cut.rows]
        if cut.first <= line:
            above = bisect_right(numbers, line)
            numbers, rows = numbers[above:], [*rows][above:]
        enough = len(rows) >= CHUNK and (isinstance(rows, Even) or set(map(len, rows)) == {width})
        if enough or len(rows) >= _TOGETHER:
            yield numbers, rows
            numbers, rows = [], []
    if rows:
        yield numbers, rows
