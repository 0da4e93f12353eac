"""Lines of text cut into rows of cells, each with the line that it begins on."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Final, TextIO

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files.quoting import settled

CHUNK: Final = 1_000
"""Rows handed on at once. Larger chunks are no faster and keep the interpreter to themselves."""

LONGEST_LINE: Final = 1 << 20


def lines_of(file: TextIO) -> Iterator[str]:
    """The lines of a text; one without an end is not read into memory but refused."""
    for number, line in enumerate(iter(partial(file.readline, LONGEST_LINE), ""), 1):
        if len(line) >= LONGEST_LINE:
            raise ImportProblem("line_too_long", line=number)
        yield line


def rows_of(lines: Iterable[str], delimiter: str, width: int = 0) -> csv.Reader:  # type: ignore[name-defined]
    """The rows of lines; `width`: cells of the header, 0 where it is not known yet."""
    return csv.reader(settled(lines, delimiter, width), delimiter=delimiter)


def taken(reader: Iterator[list[str]], count: int = CHUNK) -> list[list[str]]:
    """The next rows of a reader, [] after the last."""
    try:
        return list(islice(reader, count))
    except csv.Error as error:
        # csv's own bound: 131072 characters
        line = reader.line_num  # type: ignore[attr-defined]
        raise ImportProblem("cell_too_long", line=line) from error


def skip_to(reader: Iterator[list[str]], line: int) -> None:
    """Leave out the rows up to a line, counted from 1."""
    while reader.line_num < line:  # type: ignore[attr-defined]
        if not taken(reader, 1):
            return


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
