"""Days, moments and times of day."""

from __future__ import annotations

import re
from typing import Final

from ksdesk.domain.calendar import DayError, parse_moment
from ksdesk.domain.traffic import to_seconds
from ksdesk.importers.cell import (
    NONE,
    CellError,
    are_months,
    days_of,
    has_no_result,
    is_empty_figure,
    month_first,
    month_start,
    unwrapped,
    year_first,
)
from ksdesk.importers.converters.column import Cells, Convert, kept
from ksdesk.importers.files.besides import is_whole, kind_of


def moments(
    cells: Cells = (),
    *,
    optional: bool = False,
    longest: int | None = None,
    spans: bool = True,
    nought: bool = False,
) -> Convert:
    """Days and moments to seconds of the Beijing wall clock; `optional` ones may be missing.

    `cells` of the column tell how it writes days. A span of more than `longest` days is the total
    of those beside it; without `spans` one of several days is refused. With `nought` a 0 says
    something and is kept.
    """
    by_month = month_first(cells)
    monthly = are_months(cell for cell in cells if not kind_of(cell))

    def turn(cell: str) -> int | None:
        text = year_first(unwrapped(cell), by_month)
        text = month_start(text) if monthly else text
        if nought and text == "0":
            return 0
        if optional and (is_empty_figure(text) or text in _NEVER):
            return None
        seconds = _moment(text)
        if longest is not None and days_of(text) > longest:
            raise CellError("total_line")
        if not spans and days_of(text):
            raise CellError("span")
        return seconds

    return kept(turn)


_NEVER: Final = ("0", "0000-00-00 00:00:00", "1970-01-01 08:00:00", "1970-01-01 00:00:00")


def _moment(cell: str) -> int:
    try:
        seconds = to_seconds(parse_moment(cell, lead=True))
    except DayError as error:
        besides = "total_line" if is_whole(cell) else kind_of(cell)
        if has_no_result(cell):
            raise CellError("no_result") from None
        if besides:
            raise CellError(besides) from None
        raise CellError("no_day" if error.no_value else "bad_day") from None
    if seconds < 0:
        raise CellError("bad_day")
    if cell[-1:].isalpha() and kind_of(cell) == "total_line":  # 2026-04-15 小计
        raise CellError("total_line")
    return seconds


_hour = re.compile(r"(\d{1,2})(?:[:：]00(?:[:：]00)?|点|时)?(?:\s*[-~～至—].*)?").fullmatch


def hours() -> Convert:
    """The hour column beside a day: 9, 09:00, 9点, 09:00-10:00; in seconds after midnight."""

    def turn(cell: str) -> int:
        hour = _hour_of(cell)
        if hour is None:
            raise _no_hour(cell)
        return hour

    return kept(turn)


def clocks(*, optional: bool = False) -> Convert:
    """The time of day in a column of its own, 10:20:30 or 下午 3:04, in seconds after midnight. An
    `optional` one may be missing."""

    def turn(cell: str) -> int:
        text = unwrapped(cell)
        hour = _hour_of(text)
        if hour is not None:
            return hour
        if optional and text in NONE:
            return 0
        try:
            moment = parse_moment(f"2000-01-01 {text or '-'}")
        except DayError:
            raise _no_hour(cell) from None
        return moment.hour * 3600 + moment.minute * 60 + moment.second

    return kept(turn)


def _hour_of(cell: str) -> int | None:
    found = _hour(cell.strip())
    return int(found[1]) * 3600 if found and int(found[1]) < 24 else None


def _no_hour(cell: str) -> CellError:
    return CellError("total_line" if is_whole(cell) else kind_of(cell) or "bad_hour")
