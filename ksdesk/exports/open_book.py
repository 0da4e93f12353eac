"""A whole book as open files: each table a CSV, and a readme that says what stands in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.traffic import from_seconds
from ksdesk.exports.book_words import ColumnWords, Words, column_words, table_words
from ksdesk.exports.csv_file import write_csv
from ksdesk.exports.files import replacing, replacing_folder, scratch, system_faults
from ksdesk.exports.tables import ExportColumn, Sheet, Written

README: Final = "README.txt"
_BLOCK: Final = 1 << 20


@dataclass(frozen=True)
class BookTable:
    """One table of a book: its columns, how many rows, and the rows as the book has them."""

    name: str
    columns: tuple[str, ...]
    count: int
    rows: Callable[[], Iterable[Sequence[Any]]]


@dataclass(frozen=True)
class About:
    """What the readme says of the whole: the shop's name, the app's version, the moment."""

    shop: str
    version: str
    now: datetime


def write_folder(
    folder: Path,
    tables: Sequence[BookTable],
    about: About,
    words: Words,
    progress: Progress = QUIET,
) -> Written:
    """Write every table into a new folder. `words` say what imported columns are.

    Raises `ExportProblem` (not_empty: the folder holds things), `Cancelled`; nothing is left then.
    """
    with replacing_folder(folder) as fresh:
        return _write(fresh, tables, about, words, progress)


def write_zip(
    path: Path,
    tables: Sequence[BookTable],
    about: About,
    words: Words,
    progress: Progress = QUIET,
) -> Written:
    """The same in one zip file, which replaces what bore its name."""
    with replacing(path) as fresh, scratch(path) as made:
        written = _write(made, tables, about, words, progress)
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as pack:
            for file in sorted(made.iterdir()):
                _pack(pack, file, about.now, progress)
        return written


def _pack(pack: zipfile.ZipFile, file: Path, now: datetime, progress: Progress) -> None:
    entry = zipfile.ZipInfo(file.name, (now.year, now.month, now.day, now.hour, now.minute, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    with file.open("rb") as source, pack.open(entry, "w", force_zip64=True) as target:
        while block := source.read(_BLOCK):
            progress.check()
            target.write(block)


def _write(
    folder: Path,
    tables: Sequence[BookTable],
    about: About,
    words: Words,
    progress: Progress,
) -> Written:
    total, done = sum(table.count for table in tables), 0
    for table in tables:
        meant = [_meant(table, name, words) for name in table.columns]
        columns = tuple(
            ExportColumn(name, name if each.zh == name else f"{each.zh} {name}", each.kind)
            for name, each in zip(table.columns, meant, strict=True)
        )
        sheet = Sheet(table.name, columns, _shaped(table, meant))
        step = _Step(progress, done, total)
        done += write_csv(folder / f"{table.name}.csv", sheet, progress=step).rows
    with system_faults(folder):
        text = "\r\n".join(_readme(tables, about, words)) + "\r\n"
        (folder / README).write_text(text, encoding="utf-8-sig", newline="")
    return Written(done)


class _Step(Progress):
    """One table's part of the whole."""

    def __init__(self, whole: Progress, before: int, total: int) -> None:
        self._whole, self._before, self._total = whole, before, total

    def report(self, done: int, total: int | None = None) -> None:
        """Add what came before."""
        self._whole.report(self._before + done, self._total)

    def wanted(self) -> bool:
        """As of the whole."""
        return self._whole.wanted()


def _meant(table: BookTable, column: str, words: Words) -> ColumnWords:
    plain = column.replace("_", " ")
    return column_words(table.name, column, words) or ColumnWords("text", plain, plain)


def _shaped(table: BookTable, meant: Sequence[ColumnWords]) -> Iterator[tuple[Any, ...]]:
    """The rows, with moments where imports count seconds (other moments are written out)."""
    places = [place for place, each in enumerate(meant) if each.kind == "moment"]
    for row in table.rows():
        values = list(row)
        for place in places:
            if isinstance(values[place], int):
                values[place] = from_seconds(values[place])
        yield tuple(values)


def _readme(tables: Sequence[BookTable], about: About, words: Words) -> Iterator[str]:
    moment = about.now.isoformat(sep=" ", timespec="minutes")
    yield from (
        f"{about.shop or 'ksdesk'}  {moment}  ksdesk {about.version}",
        "",
        "这个文件夹是账本的全部内容，每张表一个 CSV 文件，任何表格软件都能打开。",
        "This folder is everything in the book: one CSV file for each table.",
        "",
        "· 编码 UTF-8（带 BOM），逗号分隔，每行以 CRLF 结束；第一行是列名：中文名，空格，代码。",
        "  UTF-8 with BOM, commas, CRLF; the first line names the columns, Chinese first.",
        "· 金额单位是元；时间是北京时间；空格子表示没有值。",
        "  Amounts are in yuan, times are Beijing time, an empty cell has no value.",
        "· 长编号和开头的 0 前面有一个制表符，= + - @ 开头的文字前面有一个 '，是为了不被"
        "表格软件改掉；用程序读取时请去掉。",
        "  A tab stands before long numbers and leading zeros, a ' before texts that begin with"
        " = + - @, so that no spreadsheet changes them; programs should drop both.",
        "· 花括号或方括号里的是 JSON。",
        "  What stands in braces or brackets is JSON.",
        "· 证件照片和证件号码从不保存，这里也没有。",
        "  Photos and numbers of identity papers are never kept, and are not in here.",
    )
    for table in tables:
        zh, en = table_words(table.name) or (table.name, table.name)
        yield from ("", f"== {table.name}.csv", f"{zh}  {table.count:,} 行", f"{en}")
        for name in table.columns:
            meant = _meant(table, name, words)
            yield f"  {name:<20} {meant.zh}  |  {meant.en}"
