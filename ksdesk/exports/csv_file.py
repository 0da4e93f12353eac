"""Tables to CSV as Excel opens it: UTF-8 with BOM, CRLF, every cell in quotation marks.

Excel takes a CSV's cells for what they look like. A tab in front keeps long digits and leading
zeros, an apostrophe keeps a text from becoming a formula; our import takes both away.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from ksdesk.domain.progress import QUIET, Progress
from ksdesk.exports.files import replacing
from ksdesk.exports.tables import STEP, CellKind, Sheet, Written, printable

Texts = Callable[[Any], str]

_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_negative = re.compile(r"-\d{1,11}(?:\.\d{1,11})?%?").fullmatch
# What Excel would turn into another number or into a day: 690123456789, 007, 12E5, 3-1.
_mangled = re.compile(
    r"\d{12,}|0\d+|\d+[eE][-+]?\d+|\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?", re.ASCII
).fullmatch


def write_csv(
    path: Path, sheet: Sheet, *, above: Sequence[str] = (), progress: Progress = QUIET
) -> Written:
    """Write a table; `path` is replaced as a whole or left as it was.

    `above` are lines over the header. Raises `ExportProblem`, `Cancelled`.
    """
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8-sig", newline="") as file:
        # In quotation marks also where lists are parted by ";": a cell stays one cell.
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerows([safe_text(line)] for line in above)
        writer.writerow([safe_text(column.title) for column in sheet.columns])
        texts = [cell_text(column.kind) for column in sheet.columns]
        count = 0
        for row in watched(sheet, progress):
            writer.writerow([text(value) for text, value in zip(texts, row, strict=True)])
            count += 1
    return Written(count)


def watched(sheet: Sheet, progress: Progress, done: int = 0) -> Iterator[tuple[Any, ...]]:
    """The rows of a table, telling how far they are; raises `Cancelled`."""
    total = sheet.total()
    rows: Iterable[tuple[Any, ...]] = sheet.rows
    for number, row in enumerate(rows):
        if number % STEP == 0:
            progress.check()
            progress.report(done + number, None if total is None else done + total)
        yield row
    progress.check()


def safe_text(text: str, *, exact: bool = True) -> str:
    """A text that is no formula, and (exact) still the same text, once Excel has opened it."""
    tidy = printable(text)
    start = tidy.lstrip()[:1]
    if start == "'" or tidy[:1] in ("\t", "\r", "\n"):
        return f"'{tidy}"
    if start in _FORMULA and start and not _negative(tidy):
        return f"'{tidy}"
    return f"\t{tidy}" if exact and _mangled(tidy) else tidy


def cell_text(kind: CellKind) -> Texts:
    """What turns the values of a kind into cells."""
    turn = _TEXTS[kind]
    dated = kind in ("day", "moment")
    exact = not dated  # a day that is written out may be one for Excel too

    def text(value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            return safe_text(value, exact=exact)
        spoilt = isinstance(value, bytes) or (dated and isinstance(value, int | float))
        return _text(value) if spoilt else turn(value)  # what a damaged disk made of a cell

    return text


def _text(value: Any) -> str:
    return safe_text(str(value))


def _yuan(fen: float) -> str:
    if not isinstance(fen, int):
        return _plain(fen / 100)
    whole, part = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole}.{part:02d}"


def _plain(number: float) -> str:
    """All digits of a number and no power of ten; nothing for what is no number."""
    if not math.isfinite(number):
        return ""
    text = format(Decimal(repr(number)), "f")
    return text.removesuffix(".0")


def _count(number: float) -> str:
    text = _plain(number)
    return f"\t{text}" if _mangled(text) else text


def _percent(share: float) -> str:
    if not math.isfinite(share):
        return ""
    return f"{(Decimal(repr(share)) * 100).normalize():f}%"


def _day(day: Any) -> str:
    return str(day.isoformat()[:10])


def _moment(moment: Any) -> str:
    if not isinstance(moment, datetime):
        return _day(moment)
    return moment.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")


_TEXTS: Final[dict[CellKind, Texts]] = {
    "text": _text,
    "id": _text,
    "money": _yuan,
    "count": _count,
    "number": _plain,
    "percent": _percent,
    "day": _day,
    "moment": _moment,
}
