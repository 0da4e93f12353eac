"""Taking tables out of the book: files for Excel, templates, rows to mend, the whole book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from ksdesk import __version__
from ksdesk.actions import Book
from ksdesk.domain.imports import LEFT_OUT, PRIVATE, ImportProblem, Preview, Refused
from ksdesk.domain.imports.mending import ADDED
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.records import FIELDS, INCOME, RECORDS
from ksdesk.exports import ExportColumn, Sheet, Written, open_book, templates, write_csv, write_xlsx
from ksdesk.exports.book_words import ColumnWords
from ksdesk.exports.tables import CellKind
from ksdesk.importers import headers, open_table
from ksdesk.importers.kinds import KINDS
from ksdesk.storage.imports.staging import Staging
from ksdesk.storage.tables import Tables
from ksdesk.storage.targets import TARGETS

_KINDS: Final[dict[str, CellKind]] = {
    "text": "text",
    "id": "id",
    "money": "money",
    "count": "count",
    "number": "number",
    "seconds": "number",
    "moment": "moment",
}
"""What the columns of imports are in an export."""


def write(path: Path, sheet: Sheet, *, progress: Progress = QUIET) -> Written:
    """Write a table as CSV or XLSX, by the suffix of `path`.

    Raises `ExportProblem` and `Cancelled`; what bore that name is then as it was.
    """
    if path.suffix.lower() == ".csv":
        return write_csv(path, sheet, progress=progress)
    return write_xlsx(path, [sheet], progress=progress)


# ---- templates


_EXAMPLES: Final = {
    "text": "示例",
    "id": "2026111800000000001",
    "money": "128.50",
    "count": "12",
    "number": "12.5%",
    "seconds": "41",
    "moment": "2026-11-18 20:00",
}
_TITLES: Final = {
    "traffic": "流量",
    "products": "商品",
    **{record.kind: record.zh for record in RECORDS.values()},
}


def template_kinds() -> tuple[str, ...]:
    """The kinds of import that have a template."""
    return tuple(kind.code for kind in KINDS if headers.headers_of(kind.code))


def template(path: Path, kind: str, *, progress: Progress = QUIET) -> Written:
    """Write the empty table of a kind of import, with one example row and notes.

    KeyError for a kind that has none. Raises `ExportProblem`.
    """
    columns = tuple(
        templates.TemplateColumn(h.title, h.kind, _example(h), h.required)
        for h in headers.headers_of(kind)
    )
    made = templates.Template(kind, f"{_TITLES[kind]}导入模板", columns)
    return templates.write_template(path, made, progress=progress)


def _example(header: headers.Header) -> str:
    if header.role == "identity:direction":
        return INCOME
    return header.example or _EXAMPLES[header.kind]


# ---- rows to mend


def refused_sheet(preview: Preview, words: Callable[[Refused], str], language: str) -> Sheet:
    """The rows that an import could not take: as in the source, then line number and reason.

    The source is read again while the sheet is written; where it has gone, a row holds the one
    cell that was wrong. A buyer's personal data stays behind. `words` says a reason in the words
    of the screen, `language` (zh, en) is that of the two added headers.
    """
    added = ADDED[language]
    columns = (
        *(ExportColumn(f"{c.index}", c.label) for c in preview.columns),
        ExportColumn("line", added.line, "count"),
        ExportColumn("reason", added.reason, width=48),
    )
    return Sheet(preview.source.name, columns, _refused_rows(preview, words))


def _refused_rows(preview: Preview, words: Callable[[Refused], str]) -> Iterator[tuple[Any, ...]]:
    with Staging(preview.staging) as staged:
        refused = {r.line: r for r in staged.refused(-1) if r.reason not in LEFT_OUT}
    kept = [column.why != PRIVATE for column in preview.columns]
    for line, cells in _cells(preview, refused):
        shown = (cell if keep else "" for cell, keep in zip(cells, kept, strict=True))
        yield (*shown, line, words(refused[line]))


def _cells(preview: Preview, refused: dict[int, Refused]) -> Iterator[tuple[int, Sequence[str]]]:
    """The cells of the refused rows by line, every row as wide as the header."""
    width = len(preview.columns)
    try:
        table = open_table(replace(preview.source, part=preview.part))
    except ImportProblem:
        for line, found in refused.items():
            yield line, [found.value if c.label == found.column else "" for c in preview.columns]
        return
    for lines, rows in table.chunks():
        for line, row in zip(lines, rows, strict=True):
            if line in refused:
                yield line, [*row[:width], *[""] * (width - len(row))]


# ---- the whole book


def whole_book(book: Book, target: Path, now: datetime, *, progress: Progress = QUIET) -> Written:
    """Write every table as CSV with a readme into a zip (by its suffix), else into a new folder.

    Raises `ExportProblem` and `Cancelled`; nothing is left then.
    """
    tables = Tables(book.session)
    with tables.reading():
        found = [
            open_book.BookTable(
                name, tables.columns(name), tables.count(name), partial(tables.rows, name)
            )
            for name in tables.names()
        ]
        about = open_book.About(book.reader.shop.name(), __version__, now)
        write_all = open_book.write_zip if _is_zip(target) else open_book.write_folder
        return write_all(target, found, about, imported_words, progress)


def _is_zip(target: Path) -> bool:
    return target.suffix.lower() == ".zip"


def imported_words(table: str, column: str) -> ColumnWords | None:
    """What a column of a table is that imports fill, None where they know no such column."""
    kind = next((k for k, t in TARGETS.items() if table in (t.table, t.before)), "")
    header = headers.header_of(kind, column)
    if header is None:
        return None
    english = FIELDS[column].en if kind in RECORDS else column.replace("_", " ")
    return ColumnWords(_KINDS[header.kind], header.title, english)
