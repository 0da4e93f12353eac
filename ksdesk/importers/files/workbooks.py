"""Workbooks (xlsx, xls, ods): judged from the outside before anything of them is loaded.

python-calamine loads a sheet as a whole, about 90 bytes a cell, so what a file would unpack to is
counted first, block by block, without believing its directory or its <dimension>, which may lie.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO, Final

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers.files import old_excel, open_document, results
from ksdesk.importers.files.opening import opened
from ksdesk.importers.files.packed import directory, is_document, unpacked
from ksdesk.importers.files.spans import filled_down

MOST_CELLS: Final = 6_000_000
"""How many cells a workbook may have, empty ones inside of its area among them."""

MOST_UNPACKED: Final = 1 << 30
MOST_SHEETS: Final = 60
LARGEST_XLS: Final = 128 << 20
_EXACT: Final = 4 << 20  # bytes of a sheet up to which every cell's place is looked at
_END: Final = 2_000
_BLOCK: Final = 1 << 17
_BESIDE: Final = 200  # columns beyond the loaded area in which a gap is still shown
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MAGIC_ZIP, _MAGIC_OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_GapsOf = Callable[[int, str], results.Gaps]
"""The cells without a result of a sheet, by its number and name."""

_place = re.compile(rb' r="([A-Z]{1,3})([0-9]{1,7})"').findall


def is_workbook(start: bytes) -> bool:
    """Whether a file that begins like this is a workbook, encrypted or not."""
    return start.startswith((_MAGIC_ZIP, _MAGIC_OLE))


@dataclass(frozen=True)
class LoadedSheet:
    """One loaded sheet: `name` and its rows as text, from the very first line."""

    name: str
    kind: str
    loaded: Any
    hidden: bool = False
    gaps: results.Gaps = field(default_factory=dict)

    def rows(self) -> Iterator[list[str]]:
        """Each row's cells as text: 2026-04-15 10:20:30, 12.5, 241012345678901.

        Merged cells stand in each line that they cover; cells without a result show why.
        """
        rows = self._cells()
        left = (self.loaded.start or (0, 0))[1]
        if self.gaps:
            rows = _with_gaps(rows, self.gaps, left)
        merged = self.loaded.merged_cell_ranges
        return filled_down(rows, merged, left) if merged else rows

    def _cells(self) -> Iterator[list[str]]:
        number = _Numbers().__getitem__
        for row in self.loaded.iter_rows():
            yield [
                cell
                if (kind := type(cell)) is str
                else number(cell)
                if kind is float
                else _text(cell)
                for cell in row
            ]


def open_sheets(source: Source, progress: Progress = QUIET) -> Iterator[LoadedSheet]:
    """The sheets one after another; raises `ImportProblem`, `Cancelled`.

    Only the sheet that is held on to stays in memory.
    """
    import python_calamine

    with _in_the_clear(source) as file:
        kind, gaps = _judge(file, progress)
        if kind == "xls":
            file, found = old_excel.made_right(file, MOST_CELLS, progress)
            gaps = _in_order(found)
        file.seek(0)
        with _told():
            book = python_calamine.CalamineWorkbook.from_filelike(file)
        visible = python_calamine.SheetVisibleEnum.Visible
        metas = enumerate(book.sheets_metadata)
        for index, meta in sorted(metas, key=lambda m: m[1].visible != visible)[:MOST_SHEETS]:
            if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            progress.check()
            with _told():
                loaded = book.get_sheet_by_name(meta.name)
            row, column = loaded.end or (0, 0)
            cells = (row + 1) * (column + 1)
            if cells > 2 * MOST_CELLS:
                raise ImportProblem("too_many", cells=cells, limit=MOST_CELLS)
            hidden = meta.visible != visible
            yield LoadedSheet(meta.name, kind, loaded, hidden, gaps(index, meta.name))


def _in_order(found: list[results.Gaps]) -> _GapsOf:
    return lambda index, _name: found[index] if index < len(found) else {}


def _with_gaps(rows: Iterable[list[str]], gaps: results.Gaps, left: int) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        for column, text in gaps.get(number, {}).items():
            place = column - left
            if 0 <= place < len(row) + _BESIDE:
                row += [""] * (place + 1 - len(row))
                row[place] = text
        yield row


@contextmanager
def _told() -> Iterator[None]:
    """A workbook that calamine cannot read is damaged or has a password."""
    import python_calamine

    try:
        yield
    except python_calamine.PasswordError as error:
        raise ImportProblem("password") from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise ImportProblem("damaged", detail=str(error)[:200]) from error


class _Numbers(dict[float, str]):
    """Numbers as text; prices and counts repeat by the thousand."""

    def __missing__(self, cell: float) -> str:
        if len(self) >= 2_000:  # more do not stay in the processor's own memory
            self.clear()
        text = self[cell] = _number(cell) if cell.is_integer() else repr(cell)
        return text


def _number(cell: float) -> str:
    """A whole number as text. Excel makes digits beyond the fifteenth zeros: 2.40412345678901e+15
    says so of a number that may have lost some. Other programs leave sixteen."""
    if abs(cell) >= 10**16:
        return repr(cell)
    whole = int(cell)
    exact = abs(whole) < 10**15 or (abs(whole) < 2**53 and whole % 10)
    return str(whole) if exact else f"{cell:.14e}"


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if type(cell) is float:
        return _Numbers()[cell]
    if isinstance(cell, datetime):
        return str((cell + timedelta(milliseconds=500)).replace(microsecond=0))
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, timedelta):
        seconds = round(cell.total_seconds())
        return f"{seconds // 3600}:{seconds % 3600 // 60:02d}:{seconds % 60:02d}"
    if isinstance(cell, date | time):
        return cell.isoformat() if isinstance(cell, date) else f"{cell:%H:%M:%S}"
    return str(cell)


# ---- opening, with a password or without


@contextmanager
def _in_the_clear(source: Source) -> Iterator[BinaryIO]:
    """The workbook in the clear. What was encrypted is decrypted in memory, never on the disk."""
    with opened(source) as file:
        start = file.read(8)
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        if not start.startswith(_MAGIC_OLE):
            yield file
            return
        if size > LARGEST_XLS:
            raise ImportProblem("too_large", bytes=size, limit=LARGEST_XLS)
        plain = _decrypted(file, source.password)
        file.seek(0)
        yield plain or file


def _decrypted(file: BinaryIO, password: str | None) -> BinaryIO | None:
    """The plain workbook of an encrypted one, None where it is not encrypted."""
    import msoffcrypto
    import olefile
    from msoffcrypto import exceptions

    problems = (exceptions.FileFormatError, exceptions.ParseError, OSError, struct.error)
    try:
        office = msoffcrypto.OfficeFile(file)
        if not office.is_encrypted():
            return None
    except (*problems, AttributeError, KeyError, ValueError, IndexError) as error:
        if not olefile.isOleFile(file):
            raise ImportProblem("damaged", detail=str(error)[:200]) from error
        return None  # calamine says what is the matter with it
    if not password:
        raise ImportProblem("password")
    plain = io.BytesIO()
    try:
        office.load_key(password=password, verify_password=True)
        office.decrypt(plain)
    except exceptions.InvalidKeyError as error:
        raise ImportProblem("wrong_password") from error
    except (*problems, exceptions.DecryptionError, exceptions.EncryptionError, ValueError) as error:
        raise ImportProblem("damaged", detail=str(error)[:200]) from error
    plain.seek(0)
    return plain


# ---- judging


def _judge(file: BinaryIO, progress: Progress) -> tuple[str, _GapsOf]:
    """xlsx, ods or xls, and the cells without a result of the first two.

    Raises `ImportProblem` for one that is too large, a bomb, or another.
    """
    start = file.read(8)
    file.seek(0)
    if start.startswith(_MAGIC_OLE):
        return "xls", _in_order([])
    try:
        entries = {entry.filename: entry for entry in directory(file)}
        if _WORKBOOK in entries:
            doubtful = _judge_xlsx(file, list(entries.values()), progress)
            return "xlsx", _of_xlsx(file, entries, doubtful)
        if "content.xml" in entries:
            content = unpacked(file, entries["content.xml"], progress)
            found = open_document.judged(content, MOST_CELLS, MOST_UNPACKED // 2)
            return "ods", _in_order(found)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError) as error:
        raise ImportProblem("damaged", detail=str(error)[:200]) from error
    if any(name.startswith("xl/") for name in entries):
        raise ImportProblem("workbook")
    raise ImportProblem("foreign" if any(map(is_document, entries)) else "archive")


def _of_xlsx(file: BinaryIO, entries: dict[str, zipfile.ZipInfo], doubtful: set[str]) -> _GapsOf:
    if not doubtful or _RELATIONS not in entries:
        return _in_order([])
    workbook, relations = (
        b"".join(unpacked(file, entries[name], QUIET)) for name in (_WORKBOOK, _RELATIONS)
    )
    paths = results.entries_of(workbook, relations)

    def gaps(_index: int, name: str) -> results.Gaps:
        path = paths.get(name)
        return results.gaps(unpacked(file, entries[path], QUIET)) if path in doubtful else {}

    return gaps


def _judge_xlsx(file: BinaryIO, entries: list[zipfile.ZipInfo], progress: Progress) -> set[str]:
    """The sheets with errors or formulas in them."""
    total = cells = 0
    doubtful: set[str] = set()
    for entry in entries:
        name = entry.filename
        if not name.startswith("xl/") or not name.endswith((".xml", ".rels")):
            continue  # pictures and the like are never unpacked
        area = _Area()
        for block in unpacked(file, entry, progress):
            total += len(block)
            if total > MOST_UNPACKED:
                raise ImportProblem("bomb")
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                area.look(block)
                if name not in doubtful and results.is_doubtful(block):
                    doubtful.add(name)
                if cells + area.cells > MOST_CELLS:
                    raise ImportProblem("too_many", cells=cells + area.cells, limit=MOST_CELLS)
        cells += max(area.cells, area.dense // 2)  # half of a table may be empty
        if cells > MOST_CELLS:
            raise ImportProblem("too_many", cells=cells, limit=MOST_CELLS)
    return doubtful


class _Area:
    """The cells of a sheet so far, and the area that they lie in (calamine keeps all of it).

    Every cell is counted. Where they lie is read off all of them at first and off both ends of
    each block later: to read all would take longer than loading them.
    """

    def __init__(self) -> None:
        self.cells = self.rows = self.columns = 0
        self._seen = 0
        self._sign = b""

    @property
    def dense(self) -> int:
        """Cells of the area, the empty ones too."""
        return self.rows * self.columns

    def look(self, block: bytes) -> None:
        """Take the next block of the sheet's XML. A sign cut in two by a block's end is one cell
        of thousands."""
        if not self._sign:
            self._sign = b":c" if b":worksheet" in block[:4096] else b"<c"
        self.cells += block.count(self._sign)
        self._seen += len(block)
        if self._seen <= _EXACT or len(block) <= 2 * _END:
            pieces = [block]
        else:
            pieces = [block[:_END], block[-_END:]]
        for piece in pieces:
            if found := _place(piece):
                letters, numbers = map(set, zip(*found, strict=True))
                self.rows = max(self.rows, *map(int, numbers))
                self.columns = max(self.columns, *map(results.column_number, letters))
