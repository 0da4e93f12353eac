"""A table in a text file or in pasted text: where its header is, and its rows one chunk at a time.

Only a chunk of rows is ever in memory, whatever the size of the file.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers.encoding import Encoding, detect

CHUNK: Final = 1_000
"""Rows handed on at once. Larger chunks are no faster and keep the interpreter to themselves."""

HEADER_WITHIN: Final = 20
"""A header is looked for among so many first lines; above it stand titles."""

LONGEST_LINE: Final = 1 << 20
LARGEST_FILE: Final = 2 << 30
DELIMITERS: Final = (",", "\t", ";")

Known = Callable[[str], bool]
"""Whether a cell is a label that some kind of report has in its header."""

Rows = list[list[str]]


@dataclass(frozen=True)
class Table:
    """An opened source. `header_line` counts from 1; 0 where the first line is data already.

    `sample` holds the first rows below the header.
    """

    source: Source
    encoding: Encoding
    delimiter: str
    header_line: int
    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]

    def chunks(self, progress: Progress = QUIET) -> Iterator[tuple[list[int], Rows]]:
        """The rows below the header with their line numbers, CHUNK at a time.

        Raises `ImportProblem` for a line or cell beyond all bounds, and `Cancelled`.
        """
        with _reading(self.source, self.encoding) as (file, place, size):
            reader = _reader(file, self.delimiter)
            _skip_to(reader, self.header_line)
            while True:
                before = reader.line_num
                rows = _next(reader)
                if not rows:
                    return
                progress.check()
                progress.report(place(), size)
                yield _line_numbers(rows, before, reader.line_num), rows


def open_table(source: Source | Path, known: Known, progress: Progress = QUIET) -> Table:
    """Find encoding, delimiter and header of a source; raises `ImportProblem`, `Cancelled`."""
    if isinstance(source, Path):
        source = Source(source.name, path=source)
    encoding = _encoding_of(source, progress)
    lines = _first_lines(source, encoding)
    if not any(line.strip() for line in lines):
        raise ImportProblem("empty")
    delimiter, number, header = _header(lines, known)
    table = Table(source, encoding, delimiter, number, header, ())
    return replace(table, sample=_sample(table))


def _encoding_of(source: Source, progress: Progress) -> Encoding:
    if source.path is None:
        text = source.text or ""
        if "\0" in text:
            raise ImportProblem("nul_bytes", line=text.count("\n", 0, text.index("\0")) + 1)
        return Encoding("text")
    try:
        size = source.path.stat().st_size
        if size > LARGEST_FILE:
            raise ImportProblem("too_large", bytes=size, limit=LARGEST_FILE)
        return detect(source.path, progress)
    except FileNotFoundError as error:
        raise ImportProblem("missing", path=str(source.path)) from error
    except OSError as error:
        raise ImportProblem("unreadable", detail=os.strerror(error.errno or 0)) from error


@contextmanager
def _reading(source: Source, encoding: Encoding) -> Iterator[tuple[TextIO, Callable[[], int], int]]:
    """The open text, how far it has been read, and its size."""
    if source.path is None:
        text = io.StringIO(source.text or "", newline="")
        yield text, text.tell, len(source.text or "")
        return
    errors = "replace" if encoding.damaged else "strict"
    try:
        with (
            source.path.open("rb") as raw,
            io.TextIOWrapper(raw, encoding.name, errors, newline="") as file,
        ):
            yield file, raw.tell, source.path.stat().st_size
    except OSError as error:
        raise ImportProblem("unreadable", detail=os.strerror(error.errno or 0)) from error


def _lines(file: TextIO) -> Iterator[str]:
    """The lines of a text; one without an end is not read into memory but refused."""
    for number, line in enumerate(iter(partial(file.readline, LONGEST_LINE), ""), 1):
        if len(line) >= LONGEST_LINE:
            raise ImportProblem("line_too_long", line=number)
        yield line


def _reader(file: TextIO, delimiter: str) -> csv.Reader:  # type: ignore[name-defined]
    return csv.reader(_lines(file), delimiter=delimiter)


def _next(reader: Iterator[list[str]], count: int = CHUNK) -> Rows:
    try:
        return list(islice(reader, count))
    except csv.Error as error:
        # csv's own bound (131072 characters): as a rule a quotation mark that is never closed
        line = reader.line_num  # type: ignore[attr-defined]
        raise ImportProblem("cell_too_long", line=line) from error


def _skip_to(reader: Iterator[list[str]], line: int) -> None:
    while reader.line_num < line:  # type: ignore[attr-defined]
        if not _next(reader, 1):
            return


def _line_numbers(rows: Rows, before: int, after: int) -> list[int]:
    """The line each row begins on; rows whose cells hold line breaks take several."""
    if after - before == len(rows):
        return list(range(before + 1, after + 1))
    numbers, line = [], before + 1
    for row in rows:
        numbers.append(line)
        text = "".join(row)
        line += 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
    return numbers


def _first_lines(source: Source, encoding: Encoding) -> list[str]:
    with _reading(source, encoding) as (file, _place, _size):
        return list(islice(_lines(file), HEADER_WITHIN + 5))


def _header(lines: list[str], known: Known) -> tuple[str, int, tuple[str, ...]]:
    """Delimiter, line and cells of the header: the first line with most known labels."""
    best: tuple[int, int, int] = (-1, -1, 0)
    found: tuple[str, int, tuple[str, ...]] = (",", 0, ())
    for delimiter in DELIMITERS:
        reader = csv.reader(lines, delimiter=delimiter)
        rows = []
        while row := _next(reader, 1):
            rows.append((reader.line_num, [cell.strip() for cell in row[0]]))
        number, header, hits = _best_row(rows[:HEADER_WITHIN], known)
        widest = max((len(row) for _, row in rows), default=0)
        score = (hits, min(widest, 2), len(header))
        if score > best:
            best, found = score, (delimiter, number, tuple(header))
    return found


def _best_row(rows: list[tuple[int, list[str]]], known: Known) -> tuple[int, list[str], int]:
    hits = [sum(map(known, row)) for _, row in rows]
    most = max(hits, default=0)
    if most:
        number, row = rows[hits.index(most)]
        return number, _trimmed(row), most
    width = max((len(_trimmed(row)) for _, row in rows), default=0)
    for number, row in rows:
        if len(_trimmed(row)) == width:  # the first full line, unless figures stand in it
            if any(cell[:1].isdigit() for cell in row):
                return 0, [""] * width, 0
            return number, _trimmed(row), 0
    return 0, [], 0


def _trimmed(row: list[str]) -> list[str]:
    """A row without the empty cells behind its last filled one."""
    filled = len(row)
    while filled and not row[filled - 1]:
        filled -= 1
    return row[:filled]


def _sample(table: Table) -> tuple[tuple[str, ...], ...]:
    """The first two chunks, every row as wide as the header."""
    width = len(table.header)
    rows: list[tuple[str, ...]] = []
    for _numbers, chunk in islice(table.chunks(), 2):
        rows += [tuple(row[:width]) + ("",) * (width - len(row)) for row in chunk if any(row)]
    return tuple(rows)
