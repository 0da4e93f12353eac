"""Lines of text cut into rows of cells, each with the line that it begins on."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Final, TextIO

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files.quoting import settled

CHUNK: Final = 250
"""Rows handed on at once: as many as stay in the processor's own memory until they are stored."""

_TOGETHER: Final = 1_000
"""Rows of uneven widths handed on at once at the least: each is judged by those around it."""

LONGEST_LINE: Final = 1 << 20
_MARK: Final = "\ufeff"
_BLOCK: Final = 32  # lines; so many of the longest are bearable


def lines_of(file: TextIO) -> Iterator[str]:
    """The lines of a text; one without an end is not read into memory but refused."""
    return chain.from_iterable(_blocks(file))


def _blocks(file: TextIO) -> Iterator[list[str]]:
    """A few lines at a time: what looks at each line takes longer than reading it."""
    lines = iter(partial(file.readline, LONGEST_LINE), "")
    number = 1
    while block := list(islice(lines, _BLOCK)):
        if max(map(len, block)) >= LONGEST_LINE:
            place = next(n for n, line in enumerate(block) if len(line) >= LONGEST_LINE)
            yield block[:place]
            raise ImportProblem("line_too_long", line=number + place)
        if _MARK in [line[0] for line in block]:  # a second one, or files put together
            block = [line.lstrip(_MARK) or "\n" for line in block]
        yield block
        number += len(block)


def rows_of(lines: Iterable[str], delimiter: str, width: int = 0) -> csv.Reader:  # type: ignore[name-defined]
    """The rows of lines; `width`: cells of the header, 0 where it is not known yet."""
    return csv.reader(settled(lines, delimiter, width), delimiter=delimiter)


def taken(reader: Iterator[list[str]], width: int) -> list[list[str]]:
    """The next rows of a reader, [] after the last; `width`: cells of the header."""
    try:
        rows = list(islice(reader, CHUNK))
        if set(map(len, rows)) != {width}:
            rows += islice(reader, _TOGETHER)
        return rows
    except csv.Error as error:
        raise _too_long(reader) from error


def _too_long(reader: Iterator[list[str]]) -> ImportProblem:
    """csv's own bound: 131072 characters."""
    return ImportProblem("cell_too_long", line=reader.line_num)  # type: ignore[attr-defined]


def numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Each row of a reader with the line that it ends on."""
    try:
        for row in reader:
            yield reader.line_num, row  # type: ignore[attr-defined]
    except csv.Error as error:
        raise _too_long(reader) from error


def skip_to(reader: Iterator[list[str]], line: int) -> None:
    """Leave out the rows up to a line, counted from 1."""
    if line:
        next((None for end, _row in numbered(reader) if end >= line), None)


def line_numbers(rows: list[list[str]], before: int, after: int) -> list[int]:
    """The line each row begins on; rows whose cells hold line breaks take several."""
    if after - before == len(rows):
        return list(range(before + 1, after + 1))
    numbers, line = [], before + 1
    for row in rows:
        numbers.append(line)
        text = "".join(row)
        line += 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
    return numbers
