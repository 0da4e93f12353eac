"""A table in a file or in pasted text: where its header is, and its rows one chunk at a time.

Of text only a chunk of rows is ever in memory, whatever the size of the file; of a workbook the
one sheet at hand.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final, Protocol, TextIO

from ksdesk.domain.imports import ImportProblem, Source, SourceTable
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers.files import apart, folded, heading, html_tables, packed, sections, workbooks
from ksdesk.importers.files.cut_rows import CHUNK, Rows, TextLines, chunks_below, cuts, numbered
from ksdesk.importers.files.encoding import BLOCK, Encoding, detect
from ksdesk.importers.files.opening import opened, size
from ksdesk.paths import is_within_reach, too_long

_FEW_ROWS: Final = 10
_SAMPLED_ROWS: Final = 2_000
_SAMPLED_CELLS: Final = 160_000
"""A sample has less rows where a table is very wide."""

LARGEST_FILE: Final = 2 << 30
LARGEST_SPLIT: Final = 16 << 20
"""Up to this size a file is looked through for several tables."""

DELIMITERS: Final = (",", "\t", ";", "|", "，")


class Weigh(Protocol):
    """What the kinds say of labels and headers."""

    def known(self, label: str) -> bool:
        """Whether some kind has a column of that name."""

    def kind(self, header: Sequence[str]) -> str:
        """The code of the kind that a header is of, "" where of none."""

    def score(self, header: Sequence[str]) -> int:
        """How surely."""


@dataclass(frozen=True)
class Table:
    """An opened source. `header_line` counts from 1; 0 where the first line is data already.

    `sample` holds the first rows below the header. `parts` are the tables that the source has, of
    which this is number `part`; it ends before `end_line`. `grid` gives the rows of what is not
    text separated by a delimiter.
    """

    source: Source
    encoding: Encoding
    delimiter: str
    header_line: int
    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    parts: tuple[SourceTable, ...] = ()
    part: int = 0
    end_line: int | None = None
    grid: Callable[[], Iterator[tuple[int, list[str]]]] | None = field(default=None, repr=False)

    @property
    def rows(self) -> Iterator[list[str]]:
        """The rows below the header."""
        for _numbers, rows in self.chunks():
            yield from rows

    @property
    def problems(self) -> tuple[str, ...]:
        """What is doubtful about the source: "bad_bytes", "several_tables", "no_header"."""
        doubts = {
            "bad_bytes": self.encoding.damaged,
            "several_tables": len(self.parts) > 1,
            "no_header": not self.header_line,
        }
        return tuple(code for code, there in doubts.items() if there)

    def chunks(self, progress: Progress = QUIET) -> Iterator[tuple[list[int], Rows]]:
        """The rows below the header with their line numbers, CHUNK at a time.

        Raises `ImportProblem` for a line or cell beyond all bounds, and `Cancelled`.
        """
        for numbers, rows in self._from_grid(progress) if self.grid else self._from_text(progress):
            if self.end_line is not None and numbers[-1] >= self.end_line:
                stay = sum(number < self.end_line for number in numbers)
                if stay:
                    yield numbers[:stay], [*rows][:stay]
                return
            yield numbers, rows

    def misfits(self, rows: Rows) -> dict[int, tuple[str, str]]:
        """Rows of a chunk that are not as wide as the header, by their place: a cell that shows it
        and the reason. Trailing cells may be missing, but not so that a line was cut in two, a
        mark took several cells for one, or hardly anything is left. Nor may one row alone have more
        cells, empty ones at its end: a comma within a cell has pushed the others on."""
        width = len(self.header)
        if set(map(len, rows)) == {width}:
            return {}
        found: dict[int, tuple[str, str]] = {}
        exact = 2 * sum(len(row) == width for row in rows) > len(rows)
        for place, row in enumerate(rows):
            rest = [cell for cell in row[width:] if cell.strip()]
            if rest or (self.delimiter and exact and len(row) > width and any(row)):
                found[place] = ((rest or [_first(row)])[0], "too_many_cells")
            elif self.delimiter and 0 < len(row) < width and place not in found:
                pieces = _pieces(rows, place, width)
                joined = any(self.delimiter in cell or "\n" in cell for cell in row)
                if len(pieces) == 1 and not joined and 2 * len(row) >= width:
                    continue
                for piece in pieces:
                    if any(map(str.strip, rows[piece])):
                        found[piece] = (_first(rows[piece]), "too_few_cells")
        return found

    def _from_grid(self, progress: Progress) -> Iterator[tuple[list[int], Rows]]:
        assert self.grid is not None
        rows = islice(self.grid(), self.header_line, None)
        while block := list(islice(rows, CHUNK)):
            progress.check()
            progress.report(block[-1][0])
            numbers, cells = zip(*block, strict=True)
            yield list(numbers), list(cells)

    def _from_text(self, progress: Progress) -> Iterator[tuple[list[int], Rows]]:
        with _reading(self.source, self.encoding) as (file, place, size):
            lines, width = TextLines(file), len(self.header)
            for chunk in chunks_below(self.header_line, lines, self.delimiter, width):
                progress.check()
                progress.report(place(), size)
                yield chunk


def _first(row: Sequence[str]) -> str:
    return next((cell for cell in map(str.strip, row) if cell), "")


def _pieces(rows: Rows, place: int, width: int) -> range:
    """The lines that a row was cut into by line breaks in a cell, as their widths tell; else the
    line alone."""
    total = len(rows[place])
    for end in range(place + 1, len(rows)):
        total += max(len(rows[end]), 1) - 1
        if len(rows[end]) >= width or total > width:
            break
        if total == width and len(rows[end]) > 1:
            return range(place, end + 1)
    return range(place, place + 1)


def open_table(source: Source | Path, weigh: Weigh, progress: Progress = QUIET) -> Table:
    """Find encoding, delimiter and header of a source; raises `ImportProblem`, `Cancelled`."""
    if isinstance(source, Path):
        source = Source(source.name, path=source)
    start = _start(source)
    if packed.is_packed(start):
        source = _unpacked(source, progress)
        start = _start(source)
    if workbooks.is_workbook(start):
        return _from_workbook(source, weigh, progress)
    encoding = _encoding_of(source, progress)
    if html_tables.begins(start):
        return _from_html(source, encoding, weigh)
    lines = _first_lines(source, encoding)
    if not any(line.strip() for line in lines):
        raise ImportProblem("empty")
    delimiter, number, header = _header(lines, weigh.known, progress)
    table = Table(source, encoding, delimiter, number, header, ())
    if sum(map(bool, header)) < 2:
        rows = partial(_numbered, table)
        if sign := folded.delimiter_of(_rows(lines, delimiter), DELIMITERS, weigh.known):
            grid = partial(folded.unfolded, rows, sign)
            table = _of_grid(source, encoding, grid, weigh) or table
    several = _sections(table, weigh)
    return _sampled(several or table)


def _start(source: Source) -> bytes:
    if source.path is None:
        return b""
    with _told(source), opened(source) as file:
        return file.read(1 << 16)


def _unpacked(source: Source, progress: Progress) -> Source:
    """The one table in a zip or gz, or the source as it is."""
    with _told(source), opened(source) as file:
        return replace(source, unpacked=packed.table_in(file, progress))


@contextmanager
def _told(source: Source) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        code = "path_too_long" if source.path and too_long(source.path) else "missing"
        raise ImportProblem(code, path=str(source.path)) from error
    except OSError as error:
        path = source.path
        folder = path is not None and is_within_reach(path) and path.is_dir()
        raise ImportProblem("folder" if folder else "unreadable") from error


def _sections(table: Table, weigh: Weigh) -> Table | None:
    """The table to read of a file that has several; None where it has one."""
    if size(table.source) > LARGEST_SPLIT:
        return None
    rows = table.grid() if table.grid else _numbered(table)
    return _choose_section(table, sections.find(rows, weigh.known), weigh)


def _numbered(table: Table) -> Iterator[tuple[int, list[str]]]:
    """All rows with the line that they end on, which for a header is that it begins on."""
    with _reading(table.source, table.encoding) as (file, _place, _size):
        yield from numbered(cuts(TextLines(file), table.delimiter))


def _choose_section(table: Table, found: list[sections.Section], weigh: Weigh) -> Table | None:
    if len(found) < 2:
        return None
    parts = tuple(
        SourceTable(
            index,
            section.title or " ".join(section.header[:3]),
            weigh.kind(section.header),
            len(section.header),
        )
        for index, section in enumerate(found)
    )
    wanted = _wanted(table.source, parts, [weigh.score(section.header) for section in found])
    section = found[wanted]
    return replace(
        table,
        header_line=section.header_line,
        header=section.header,
        end_line=section.end_line,
        parts=parts,
        part=wanted,
    )


def _wanted(source: Source, parts: tuple[SourceTable, ...], scores: list[int]) -> int:
    """The part that was asked for, else the one recognised best, else the first."""
    if source.part is not None and 0 <= source.part < len(parts):
        return source.part
    return max(range(len(parts)), key=lambda index: (scores[index], -index))


def _from_html(source: Source, encoding: Encoding, weigh: Weigh) -> Table:
    def grid() -> Iterator[tuple[int, list[str]]]:
        with _reading(source, encoding) as (file, _place, _size):
            yield from html_tables.rows(iter(partial(file.read, BLOCK), ""))

    table = _of_grid(source, Encoding("html", encoding.damaged), grid, weigh)
    if table is None:
        raise ImportProblem("not_a_table")
    return _sampled(_sections(table, weigh) or table)


def _of_grid(
    source: Source,
    encoding: Encoding,
    grid: Callable[[], Iterator[tuple[int, list[str]]]],
    weigh: Weigh,
) -> Table | None:
    """The table of a grid, None where nothing stands in it."""
    first = heading.top(grid(), lambda line: len(line[1]))
    if not any(any(map(str.strip, row)) for _number, row in first):
        return None
    if sign := folded.delimiter_of(first, DELIMITERS, weigh.known):
        return _of_grid(source, encoding, partial(folded.unfolded, grid, sign), weigh)
    head = heading.find(first, weigh.known)
    return Table(source, encoding, "", head.line, head.labels, (), grid=grid)


def _from_workbook(source: Source, weigh: Weigh, progress: Progress) -> Table:
    """The sheet that was asked for, else the one that is recognised best."""
    parts: list[SourceTable] = []
    best: tuple[tuple[bool, bool, int], Table] | None = None
    with _told(source):
        for index, sheet in enumerate(apart.open_sheets(source, progress)):
            found = _of_grid(source, Encoding(sheet.kind), partial(_of_sheet, sheet), weigh)
            header = found.header if found else ()
            parts.append(SourceTable(index, sheet.name, weigh.kind(header), len(header)))
            if found is None:
                continue
            rank = (source.part == index, not sheet.hidden, weigh.score(header))
            if best is None or rank > best[0]:
                best = (rank, replace(found, part=index))
    if best is None:
        raise ImportProblem("empty")
    return _sampled(replace(best[1], parts=tuple(parts)))


def _of_sheet(sheet: apart.WorkbookSheet) -> Iterator[tuple[int, list[str]]]:
    return enumerate(sheet.rows(), 1)


def _sampled(table: Table) -> Table:
    return replace(table, sample=_sample(table))


def _encoding_of(source: Source, progress: Progress) -> Encoding:
    if source.path is None:
        text = source.text or ""
        if "\0" in text:
            raise ImportProblem("nul_bytes", line=text.count("\n", 0, text.index("\0")) + 1)
        return Encoding("text")
    with _told(source):
        if size(source) > LARGEST_FILE:
            raise ImportProblem("too_large", bytes=size(source), limit=LARGEST_FILE)
        return detect(source, progress)


@contextmanager
def _reading(source: Source, encoding: Encoding) -> Iterator[tuple[TextIO, Callable[[], int], int]]:
    """The open text, how far it has been read, and its size."""
    if source.path is None:
        text = io.StringIO(source.text or "", newline="")
        yield text, text.tell, len(source.text or "")
        return
    errors = "replace" if encoding.damaged else "strict"
    with (
        _told(source),
        opened(source) as raw,
        io.TextIOWrapper(raw, encoding.name, errors, newline="\n") as file,
    ):
        yield file, raw.tell, size(source)


def _first_lines(source: Source, encoding: Encoding) -> list[str]:
    with _reading(source, encoding) as (file, _place, _size):
        return heading.top(TextLines(file), len)


def _header(
    lines: list[str], known: heading.Known, progress: Progress
) -> tuple[str, int, tuple[str, ...]]:
    """Delimiter, line and cells of the header: by known labels, then by what makes even rows."""
    best: tuple[int, ...] = ()
    too_long: ImportProblem | None = None
    found: tuple[str, int, tuple[str, ...]] = (",", 0, ())
    for delimiter in DELIMITERS:
        progress.check()
        try:
            rows = _rows(lines, delimiter)
        except ImportProblem as problem:  # what does not part a wide line makes one cell of it
            too_long = problem
            continue
        head = heading.find(rows, known)
        begun = "\0" + "\0".join(cell for _number, row in rows for cell in row)
        others = (sign for sign in ",;" if sign != delimiter)  # a tab may guard a cell
        split = sum(begun.count(f"\0{sign}") for sign in others)
        score = (head.known, head.fitting - split, len(head.labels))
        if score > best:
            best, found = score, (delimiter, head.line, head.labels)
    if too_long is not None and not best:
        raise too_long
    return found


def _rows(lines: list[str], delimiter: str) -> list[tuple[int, list[str]]]:
    """The first lines in cells, each with its number."""
    return list(numbered(cuts(TextLines(io.StringIO("".join(lines), newline="")), delimiter)))


def _sample(table: Table) -> tuple[tuple[str, ...], ...]:
    """The first rows, every one as wide as the header; what does not fit below it tells nothing of
    its columns."""
    width = len(table.header)
    filled = (row for row in islice(table.rows, _SAMPLED_ROWS) if any(row))
    rows = list(islice(filled, max(_FEW_ROWS, _SAMPLED_CELLS // max(width, 1))))
    misfits = table.misfits(rows)
    fitting = (row for place, row in enumerate(rows) if place not in misfits)
    return tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in fitting)
