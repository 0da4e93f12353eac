"""Cells of one column to values, a chunk at a time.

Most columns of most reports are plain figures. One regular expression over the joined cells proves
that a chunk is, and then the cells are turned by C code alone; only a chunk with anything else in
it goes cell by cell through the domain's parsers, which know all shapes and name what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from typing import Any, Final

from ksdesk.domain.calendar import DayError, parse_moment
from ksdesk.domain.money import MoneyError, parse_number, parse_yuan
from ksdesk.domain.personal import blotted
from ksdesk.domain.traffic import to_seconds
from ksdesk.importers.cell import (
    NONE,
    CellError,
    are_months,
    as_written,
    days_of,
    has_no_result,
    is_empty_figure,
    lower_end,
    month_first,
    month_start,
    tidy_text,
    unwrapped,
    year_first,
)
from ksdesk.importers.files.besides import is_whole, kind_of

Cells = Sequence[str]
Faults = dict[int, str]
Convert = Callable[[Cells], tuple[list[Any], Faults]]
"""Values of a chunk (None: no value) and, by place in it, why a cell cannot be taken."""
Fast = Callable[[Cells], list[Any] | None]
"""Values of a chunk, None where it has to go cell by cell."""

LONGEST_TEXT: Final = 500
_MOST_KEPT: Final = 20_000  # texts remembered by a column; then it begins anew
_MOST_FIGURES: Final = 1_000  # figures remembered by a column; where they are more, few come again
_SMALL: Final = {"": None, **{str(count): count for count in range(2_000)}}
"""What most counts are, once for all columns: so much stays in the processor's own memory."""

_SHARES: Final = frozenset("%％‰")
_RESIDUE: Final = 1e-9
_MOST: Final = 2**53  # whole numbers beyond it are not figures but ids

# Possessive: a chunk that does not fit is given up at the first cell, without trying back.
_whole = re.compile(r"(?:-?[0-9]{1,15}+\n)*+").fullmatch
_whole_or_none = re.compile(r"(?:(?:-?[0-9]{1,15}+|-{0,2})\n)*+").fullmatch
_hundredths = re.compile(r"(?:-?[0-9]{1,12}+\.[0-9]{2}\n)*+").fullmatch
_cents = re.compile(r"(?:-?[0-9]{1,12}+(?:\.[0-9]{1,2}+)?+\n)*+").fullmatch
_cents_or_none = re.compile(r"(?:(?:-?[0-9]{1,12}+(?:\.[0-9]{1,2}+)?+|-{0,2})\n)*+").fullmatch
_decimal = re.compile(r"(?:-?[0-9]{1,15}+(?:\.[0-9]{1,17}+)?+\n)*+").fullmatch
_decimal_or_none = re.compile(r"(?:(?:-?[0-9]{1,15}+(?:\.[0-9]{1,17}+)?+|-{0,2})\n)*+").fullmatch
# Commas only between thousands.
_grouped = re.compile(
    r"(?:(?:-?[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?+|-?[0-9.]*+|--)\n)*+"
).fullmatch


def _column(fast: Fast, slow: Callable[[str], Any]) -> Convert:
    def convert(cells: Cells) -> tuple[list[Any], Faults]:
        try:
            values = fast(cells)
            if values is None and (bare := _without_commas(cells)):
                values = fast(bare)
        except ValueError:  # a line break in a cell, which the joined text cannot show
            values = None
        return (values, {}) if values is not None else _one_by_one(cells, slow)

    return convert


def _remembered(fast: Fast) -> Fast:
    """Prices and fees repeat: each is turned once then."""
    known: dict[str, Any] = {}

    def quick(cells: Cells) -> list[Any] | None:
        try:
            return list(map(known.__getitem__, cells))
        except KeyError:
            values = fast(cells)
        if values is not None and len(known) < _MOST_FIGURES:
            known.update(zip(cells, values, strict=True))
        return values

    return quick


def _without_commas(cells: Cells) -> list[str]:
    """The cells without the commas between thousands; [] where there are none or others."""
    text = "\n".join(cells) + "\n"
    bare = text.replace(",", "").split("\n")[:-1] if "," in text and _grouped(text) else []
    return bare if len(bare) == len(cells) else []


def _one_by_one(cells: Cells, slow: Callable[[str], Any]) -> tuple[list[Any], Faults]:
    values: list[Any] = []
    faults: Faults = {}
    for place, cell in enumerate(cells):
        try:
            values.append(slow(cell))
        except CellError as error:
            values.append(None)
            faults[place] = str(error)
    return values, faults


def counts() -> Convert:
    """Whole numbers as a rule; a share of a conversion (3.7) stays one."""

    def fast(cells: Cells) -> list[Any] | None:
        with suppress(KeyError):
            return list(map(_SMALL.__getitem__, cells))
        text = "\n".join(cells) + "\n"
        if _whole(text):
            return list(map(int, cells))
        if _whole_or_none(text):
            return [None if cell in NONE else int(cell) for cell in cells]
        return None

    def slow(cell: str) -> int | float | None:
        number = _number(cell, "bad_count")
        if number is None:
            return None
        if not _SHARES.isdisjoint(cell):
            raise CellError("bad_count")
        if abs(number) > _MOST:
            raise CellError("too_big")
        number = round(number, 9)
        return int(number) if number.is_integer() else number

    return _column(fast, slow)


def money(unit: str) -> Convert:
    """Amounts to fen; `unit` is yuan, li (厘) or fen, as the header says."""
    per_hundred = {"li": 1000, "fen": 100}.get(unit, 1)  # how many of the unit a yuan's figure is

    def fast(cells: Cells) -> list[Any] | None:
        text = "\n".join(cells) + "\n"
        if per_hundred != 1:
            return None
        if _hundredths(text) and text.count("\n") == len(cells):
            return list(map(int, text.replace(".", "").split()))
        if _cents(text):
            return [round(float(cell) * 100) for cell in cells]
        if _cents_or_none(text):
            return [None if cell in NONE else round(float(cell) * 100) for cell in cells]
        return None

    def slow(cell: str) -> int | None:
        tidy = unwrapped(cell)
        if is_empty_figure(tidy):
            return None
        try:
            fen = parse_yuan(lower_end(tidy))
        except MoneyError as error:
            if error.no_value:
                return None
            if has_no_result(tidy):
                raise CellError("no_result") from None
            raise CellError("too_big" if error.reason == "too_big" else "bad_money") from None
        whole, rest = divmod(abs(fen), per_hundred)
        whole += rest * 2 >= per_hundred > 1
        return -whole if fen < 0 else whole

    return _column(_remembered(fast), slow)


def numbers() -> Convert:
    """Any figure as a float; 12.5% is 0.125."""

    def fast(cells: Cells) -> list[Any] | None:
        text = "\n".join(cells) + "\n"
        if _decimal(text):
            return list(map(float, cells))
        if _decimal_or_none(text):
            return [None if cell in NONE else float(cell) for cell in cells]
        return None

    return _column(_remembered(fast), _slow_number)


def _slow_number(cell: str) -> float | None:
    return _number(cell, "bad_number")


def _number(cell: str, reason: str) -> float | None:
    tidy = unwrapped(cell)
    if is_empty_figure(tidy, quotient=reason != "bad_count"):
        return None
    try:
        number = parse_number(lower_end(tidy))
        return 0.0 if abs(number) < _RESIDUE else number  # what is left of 0.1 + 0.2 - 0.3
    except MoneyError as error:
        if error.no_value:
            return None
        if has_no_result(tidy):
            raise CellError("no_result") from None
        raise CellError("too_big" if error.reason == "too_big" else reason) from None


_clock = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:\.\d+)?)").fullmatch
_worded = re.compile(
    r"(?:(\d+(?:\.\d+)?)(?:小时|时|h))?(?:(\d+(?:\.\d+)?)(?:分钟|分|min|m))?(?:(\d+(?:\.\d+)?)(?:秒|s|sec))?",
    re.IGNORECASE,
).fullmatch


def is_length(cell: str) -> bool:
    """Whether a cell says how long something lasted, in words or as a clock does."""
    tidy = cell.strip().replace(" ", "")
    return bool(tidy) and bool(_clock(tidy) or _worded(tidy))


def durations(unit: str) -> Convert:
    """Lengths of time to seconds: 1:02:03, 1分20秒, 41秒, 41.2 (minutes if the header says so)."""
    factor = 60.0 if unit == "minutes" else 1.0

    def fast(cells: Cells) -> list[Any] | None:
        text = "\n".join(cells) + "\n"
        if "-" in text or not _decimal(text):
            return None
        return [float(cell) * factor for cell in cells]

    def slow(cell: str) -> float | None:
        tidy = cell.strip().replace(" ", "")
        if is_empty_figure(tidy, quotient=True):
            return None
        found = _clock(tidy) or _worded(tidy)
        if found:
            hours, minutes, seconds = (float(part or 0) for part in found.groups())
            return hours * 3600 + minutes * 60 + seconds
        number = _number(tidy, "bad_duration")
        if number is not None and (number < 0 or not _SHARES.isdisjoint(tidy)):
            raise CellError("bad_duration")
        return None if number is None else number * factor

    return _column(_remembered(fast), slow)


class _Kept(dict[str, Any]):
    """What a column's texts became. Reports repeat them by the thousand."""

    def __init__(self, turn: Callable[[str], Any]) -> None:
        super().__init__()
        self._turn = turn

    def __missing__(self, text: str) -> Any:
        value = self._turn(text)
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(text) <= LONGEST_TEXT:
            self[text] = value
        return value


def kept(turn: Callable[[str], Any]) -> Convert:
    """A column whose texts repeat, each turned once."""
    look_up = _Kept(turn).__getitem__
    return _column(lambda cells: list(map(look_up, cells)), look_up)


def moments(
    cells: Cells = (),
    *,
    optional: bool = False,
    longest: int | None = None,
    nought: bool = False,
) -> Convert:
    """Days and moments to seconds of the Beijing wall clock; `optional` ones may be missing.

    `cells` of the column tell how it writes days. A span of more than `longest` days is the total
    of those beside it. With `nought` a 0 says something and is kept.
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


def texts(
    longest: int = LONGEST_TEXT,
    told: Callable[[str], str] | None = kind_of,
    *,
    note: bool = False,
    nameless: Callable[[str], object] | None = None,
) -> Convert:
    """Names and remarks, None where there is none; without buyers' telephones and the like, and
    where it is a `note`, without their streets and accounts. `told` says of a name why its row is
    none, `nameless` that it is no name."""
    turn = partial(_text, longest=longest, told=told, note=note)
    return kept(turn if nameless is None else _unless(nameless, turn))


def _unless(nameless: Callable[[str], object], turn: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda cell: None if nameless(cell) else turn(cell)


@lru_cache(maxsize=_MOST_KEPT)  # of many columns that say the same
def _text(cell: str, *, longest: int, told: Callable[[str], str] | None, note: bool) -> str | None:
    text = tidy_text(cell)
    if len(text) > longest:
        raise CellError("too_long")
    if has_no_result(text) and not (note and text[0] == "="):  # =_= is a face
        raise CellError("no_result")
    if told is not None and (besides := told(text)):
        raise CellError(besides)
    return None if text in NONE else blotted(text, note=note, names=note)


def ids(*, required: bool = False, nameless: Callable[[str], object] | None = None) -> Convert:
    """Numbers that name something: text with all their digits and leading zeros; `nameless` says of
    a word that it is none.

    123.0 and 1.23e5 are 123 and 123000. What Excel made of long ones (1.23E+18) has lost its
    digits and is refused; so is a `required` one that is empty or zero.
    """

    def turn(cell: str) -> str | None:
        text = tidy_text(cell)
        if len(text) > LONGEST_TEXT:
            raise CellError("too_long")
        if has_no_result(text):
            raise CellError("no_result")
        figures = text[:1].isdigit() and text[-1:].isdigit()
        if not figures and (besides := kind_of(text)):
            raise CellError(besides)
        text = as_written(text.removeprefix('"'))  # a mark that nothing closed
        if text in NONE or not text.strip("0"):
            if required:
                raise CellError("no_number")
            return None
        return text

    return kept(turn if nameless is None else _unless(nameless, turn))
