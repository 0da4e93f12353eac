"""Tables to XLSX: amounts, days and shares as what they are, numbers that name things as text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any, Final

from ksdesk.domain.money import format_yuan
from ksdesk.domain.progress import QUIET, Cancelled, Progress
from ksdesk.exports.csv_file import watched
from ksdesk.exports.files import replacing, scratch
from ksdesk.exports.tables import WIDTHS, CellKind, ExportColumn, Sheet, Written, printable

MOST_ROWS: Final = 1_048_576
"""Rows that a sheet can have, its header among them."""

LONGEST: Final = 32_767
"""UTF-16 units that a cell can hold."""

_LONG: Final = 20_000  # rows from which on a workbook is written without keeping it in memory
_MOST_DIGITS: Final = 10**15  # Excel keeps fifteen
_FIRST_DAY: Final = date(1900, 3, 1)  # before it Excel's calendar has a 29 February too many
_CHECK_TEXT: Final = ("=", "+", "-", "@")

_FORMATS: Final[dict[str, str]] = {
    "text": "General",
    "id": "@",
    "money": '"¥"#,##0.00;-"¥"#,##0.00',
    "count": "#,##0",
    "share_of_count": "#,##0.00",
    "number": "#,##0.00####",
    "percent": "0.0#%",
    "day": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm:ss",
}

Put = Callable[[int, int, Any], None]


def write_xlsx(path: Path, sheets: Sequence[Sheet], *, progress: Progress = QUIET) -> Written:
    """Write tables as sheets of one workbook; `path` is replaced as a whole or left as it was.

    Headers are frozen and have a filter. A table longer than a sheet goes on in the next one.
    Raises `ExportProblem`, `Cancelled`.
    """
    with replacing(path) as fresh, scratch(path) as apart, fresh.open("wb") as file:
        with _workbook(_Wanted(file, progress), apart, _is_long(sheets)) as book:
            for sheet in sheets:
                book.add(sheet, progress)
        return Written(book.rows, book.cut)


def _is_long(sheets: Iterable[Sheet]) -> bool:
    totals = [sheet.total() for sheet in sheets]
    return None in totals or sum(filter(None, totals)) > _LONG


@contextmanager
def _workbook(file: _Wanted, apart: Path, long: bool) -> Iterator[_Workbook]:
    """A workbook that is finished at the end of the block; rows lie `apart` meanwhile."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    made = Workbook(file, {"constant_memory": long, "tmpdir": str(apart)})
    made.use_zip64()
    try:
        yield _Workbook(made)
        made.close()
    except FileCreateError as error:
        raise error.args[0] from None
    finally:
        file.over = True
        made.fileclosed = True
        for sheet in made.worksheets():
            if sheet.row_data_fh is not None:  # open where the work was cut short
                sheet.row_data_fh.close()


class _Wanted:
    """The file that the workbook is packed into; stops the packing when nobody wants it.

    Once it is `over`, what the zip still writes while it is given up goes nowhere.
    """

    def __init__(self, file: IO[bytes], progress: Progress) -> None:
        self._file, self._progress, self.over = file, progress, False

    def write(self, data: bytes) -> int:
        """Write, or raise `Cancelled` once."""
        if self.over:
            return len(data)
        try:
            self._progress.check()
            return self._file.write(data)
        except (Cancelled, OSError):
            self.over = True
            raise

    def seek(self, place: int, whence: int = 0) -> int:
        """As of a file."""
        return 0 if self.over else self._file.seek(place, whence)

    def tell(self) -> int:
        """As of a file."""
        return 0 if self.over else self._file.tell()

    def flush(self) -> None:
        """As of a file."""
        if not self.over:
            self._file.flush()

    def seekable(self) -> bool:
        """As of a file."""
        return True


class _Workbook:
    """Puts tables into the sheets of a workbook."""

    def __init__(self, book: Any) -> None:
        self.rows = self.cut = 0
        self._book = book
        self._names: set[str] = set()
        self._formats = {
            kind: book.add_format({"num_format": text, "valign": "top"})
            for kind, text in _FORMATS.items()
        }
        self._quoted = book.add_format({"num_format": "@", "quote_prefix": True, "valign": "top"})
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})

    def add(self, table: Sheet, progress: Progress) -> None:
        """Write one table, into several sheets where one is too short."""
        sheet, at = None, MOST_ROWS
        puts: list[Put] = []
        for row in watched(table, progress, self.rows):
            if at == MOST_ROWS:
                self._finish(sheet, table, at)
                sheet, puts = self._begin(table)
                at = 1
            for place, (put, value) in enumerate(zip(puts, row, strict=True)):
                if value is not None:
                    put(at, place, value)
            at += 1
            self.rows += 1
        if sheet is None:
            sheet, _ = self._begin(table)
            at = 1
        self._finish(sheet, table, at)

    def _begin(self, table: Sheet) -> tuple[Any, list[Put]]:
        sheet = self._book.add_worksheet(self._name(table.title))
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            width = column.width or max(WIDTHS[column.kind], _wide(column.title) + 3)
            sheet.set_column(place, place, width, self._formats[column.kind])
            sheet.write_string(0, place, self._fitting(column.title), self._head)
        return sheet, [self._put(sheet, column) for column in table.columns]

    def _finish(self, sheet: Any, table: Sheet, rows: int) -> None:
        if sheet is not None and table.columns:
            last = len(table.columns) - 1
            sheet.autofilter(0, 0, max(rows - 1, 1), last)
            sheet.ignore_errors({"number_stored_as_text": f"A1:{_letters(last)}{MOST_ROWS}"})

    def _name(self, title: str) -> str:
        """A name that Excel takes and that no other sheet has."""
        plain = printable(title).translate(dict.fromkeys(map(ord, "[]:*?/\\"), " "))
        plain = name = plain.strip(" '")[:31].strip(" '") or "ksdesk"
        number = 1
        while name.casefold() in self._names or name.casefold() == "history":
            number += 1
            mark = f" ({number})"
            name = plain[: 31 - len(mark)] + mark
        self._names.add(name.casefold())
        return name

    def _fitting(self, value: str) -> str:
        text = printable(value.replace("\r\n", "\n").replace("\r", "\n"))
        if len(text) > LONGEST // 2:
            units = text.encode("utf-16-le")
            if len(units) > 2 * LONGEST:
                self.cut += 1
                return units[: 2 * LONGEST].decode("utf-16-le", "ignore")
        return text

    def _put(self, sheet: Any, column: ExportColumn) -> Put:
        """What writes the values of a column."""
        look = self._formats[column.kind]

        def text(row: int, place: int, value: Any) -> None:
            tidy = self._fitting(str(value))
            quoted = tidy.lstrip().startswith(_CHECK_TEXT)
            if tidy.startswith('="'):  # in files of others that guards digits, and goes in reading
                tidy = f"'{tidy}"
            sheet.write_string(row, place, tidy, self._quoted if quoted else look)

        write = self._writers(sheet, text)[column.kind]

        def put(row: int, place: int, value: Any) -> None:
            (text if isinstance(value, str) else write)(row, place, value)

        return put

    def _writers(self, sheet: Any, text: Put) -> dict[CellKind, Put]:
        looks = self._formats

        def number(kind: str, factor: int = 1) -> Put:
            def put(row: int, place: int, value: Any) -> None:
                if isinstance(value, int) and abs(value) >= _MOST_DIGITS * factor:
                    text(row, place, value if factor == 1 else format_yuan(value))
                elif math.isfinite(value):
                    look = "share_of_count" if kind == "count" and value % 1 else kind
                    sheet.write_number(row, place, value / factor, looks[look])

            return put

        def day(kind: str) -> Put:
            def put(row: int, place: int, value: Any) -> None:
                plain = value.date() if isinstance(value, datetime) else value
                if plain < _FIRST_DAY:
                    text(row, place, value)
                elif kind == "day":
                    sheet.write_datetime(row, place, plain, looks[kind])
                else:
                    moment = value if value is not plain else datetime.combine(value, time())
                    sheet.write_datetime(row, place, moment.replace(tzinfo=None), looks[kind])

            return put

        return {
            "text": text,
            "id": text,
            "money": number("money", 100),
            "count": number("count"),
            "number": number("number"),
            "percent": number("percent"),
            "day": day("day"),
            "moment": day("moment"),
        }


def _wide(text: str) -> int:
    """How many characters wide a title is; a Chinese one counts twice."""
    return sum(2 if sign > "\u2e7f" else 1 for sign in text)


def _letters(place: int) -> str:
    """The letters of a column, counted from 0."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text
