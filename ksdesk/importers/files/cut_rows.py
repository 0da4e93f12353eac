"""Lines of text cut into rows of cells, each with the line that it begins on."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Final, NamedTuple, TextIO

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files.quoting import settled

CHUNK: Final = 250
"""Rows handed on at once: as many as stay in the processor's own memory until they are stored."""

_TOGETHER: Final = 1_000
"""Rows of uneven widths handed on at once at the least: each is judged by those around it."""

LONGEST_LINE: Final = 1 << 20
_LONGEST_CELL: Final = csv.field_size_limit()
_MARK: Final = "\ufeff"
_BLOCK: Final = 32  # lines; so many of the longest are bearable


class Cut(NamedTuple):
    """Some rows, and the lines that they stand on, from `first` up to the one before `below`."""

    first: int
    below: int
    rows: list[list[str]]

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


def lines_of(file: TextIO) -> Iterator[str]:
    """The lines of a text; one without an end is not read into memory but refused."""
    return chain.from_iterable(_blocks(file))


def _blocks(file: TextIO) -> Iterator[list[str]]:
    """A few lines at a time: what looks at each line takes longer than reading it."""
    lines = iter(partial(file.readline, LONGEST_LINE), "")
    number = 1
    while block := list(islice(lines, _BLOCK)):
        text = "".join(block)
        if len(text) >= LONGEST_LINE and max(map(len, block)) >= LONGEST_LINE:
            place = next(n for n, line in enumerate(block) if len(line) >= LONGEST_LINE)
            yield block[:place]
            raise ImportProblem("line_too_long", line=number + place)
        if _MARK in text:  # a second one, or files put together
            block = [line.lstrip(_MARK) or "\n" for line in block]
        yield block
        number += len(block)


def cuts(lines: Iterable[str], delimiter: str, width: int = 0) -> Iterator[Cut]:
    """Lines cut into rows, some at a time; `width`: cells of the header, 0 where it is not known
    yet. Where no mark stands the delimiter alone parts them, which is quicker than csv."""
    rest, first = iter(lines), 1
    while block := list(islice(rest, _BLOCK)):
        text = "".join(block)
        if '"' in text or len(text) > _LONGEST_CELL:
            for cut in _quoted(settled(block, delimiter, width, rest), delimiter, first):
                yield cut
                first = cut.below
            continue
        rows = [line.rstrip("\r\n").split(delimiter) for line in block]
        if [""] in rows:
            rows = [row if row != [""] else [] for row in rows]
        yield Cut(first, first := first + len(block), rows)


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
    line: int, lines: Iterable[str], delimiter: str, width: int
) -> Iterator[tuple[list[int], list[list[str]]]]:
    """The rows below a line, counted from 1, each with the line that it begins on: CHUNK at the
    least, _TOGETHER where their widths differ."""
    numbers: list[int] = []
    rows: list[list[str]] = []
    for cut in cuts(lines, delimiter, width):
        numbers += cut.lines()
        rows += cut.rows
        if cut.first <= line:
            above = bisect_right(numbers, line)
            del numbers[:above], rows[:above]
        enough = len(rows) >= CHUNK and set(map(len, rows)) == {width}
        if enough or len(rows) >= _TOGETHER:
            yield numbers, rows
            numbers, rows = [], []
    if rows:
        yield numbers, rows
