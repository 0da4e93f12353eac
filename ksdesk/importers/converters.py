"""Cells of one column to values, a chunk at a time.

Most columns of most reports are plain figures. One regular expression over the joined cells proves
that a chunk is, and then the cells are turned by C code alone; only a chunk with anything else in
it goes cell by cell through the domain's parsers, which know all shapes and name what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from ksdesk.domain.calendar import DayError, days_spanned, parse_moment
from ksdesk.domain.money import MoneyError, parse_number, parse_yuan
from ksdesk.domain.personal import blotted
from ksdesk.domain.traffic import to_seconds
from ksdesk.importers.files.besides import is_whole, kind_of

Cells = Sequence[str]
Faults = dict[int, str]
Convert = Callable[[Cells], tuple[list[Any], Faults]]
"""Values of a chunk (None: no value) and, by place in it, why a cell cannot be taken."""

NONE: Final = frozenset(
    (
        *("", "-", "--", "—", "——", "/", "null", "NULL", "None", "nan", "NaN", "N/A", "n/a", "无"),
        *("#N/A", "#DIV/0!"),  # a quotient of nothing, as workbooks have it
    )
)
"""What exports write where they have no value."""

LONGEST_TEXT: Final = 500
_MOST_KEPT: Final = 20_000  # texts remembered by a column; then it begins anew
_RESIDUE: Final = 1e-9
_MOST: Final = 2**53  # whole numbers beyond it are not figures but ids

# Possessive: a chunk that does not fit is given up at the first cell, without trying back.
_whole = re.compile(r"(?:-?[0-9]{1,15}+\n)*+").fullmatch
_whole_or_none = re.compile(r"(?:(?:-?[0-9]{1,15}+|-{0,2})\n)*+").fullmatch
_cents = re.compile(r"(?:-?[0-9]{1,12}+(?:\.[0-9]{1,2}+)?+\n)*+").fullmatch
_cents_or_none = re.compile(r"(?:(?:-?[0-9]{1,12}+(?:\.[0-9]{1,2}+)?+|-{0,2})\n)*+").fullmatch
_decimal = re.compile(r"(?:-?[0-9]{1,15}+(?:\.[0-9]{1,17}+)?+\n)*+").fullmatch


_GUARDS: Final = ("=", "'", "`")
_wrapped = re.compile(r'="(.*)"').fullmatch
_range = re.compile(r"\s*([^~～]*[0-9][^~～]*?)\s*[~～]\s*([^~～]*[0-9][^~～]*?)\s*").fullmatch
_bound = re.compile(
    r"(?P<before><=?|>=?|≤|≥|＜|＞|不足|小于|少于|低于|不到|至多|最多|超过?|大于|多于|高于|至少|最少)?\s*"
    r"(?P<figure>[¥￥]?[0-9][0-9,.]*\s*[万亿wW%％]?)\s*[元块次人个件单条]?\s*"
    r"(?P<behind>[+＋]|以上|以下|以内|及以上|及以下|余|多)?\s*[元块次人个件单条]?"
).fullmatch
_vague = re.compile(r"[~～+＋<>＜＞≤≥上下内余多足到于至最超]").search
_scaled = re.compile(r"[0-9]\s*([万亿wW%％]+)").search


def unwrapped(cell: str) -> str:
    """A cell without what guards long digits from Excel: a tab, an apostrophe, ="…", and the `
    that bills of 微信 begin each cell with."""
    text = cell.strip()
    if text[:1] not in _GUARDS:
        return text
    found = _wrapped(text)
    return (found[1] if found else text).strip().lstrip("'`").strip()


def is_range(cell: str) -> bool:
    """Whether a cell says from … to …, at least or at most: ``7.5w~10w``, ``1000+``, ``<10``."""
    return _vague(cell) is not None and (_range(cell) is not None or _bounded(cell) is not None)


def lower_end(text: str) -> str:
    """The first figure of a range, which is what is counted: better too little than too much.

    ``7.5~10w`` begins at 7.5w; of ``1000+`` and ``<10`` the figure counts. Anything else stays.
    """
    if _vague(text) is None:
        return text
    bound = _bounded(text)
    if bound is not None:
        return bound["figure"]
    found = _range(text)
    if found is None:
        return text
    unit = _scaled(found[2])
    return found[1] + unit[1] if unit and not _scaled(found[1]) else found[1]


def _bounded(text: str) -> re.Match[str] | None:
    found = _bound(text.strip())
    return found if found and (found["before"] or found["behind"]) else None


_ERRORS: Final = frozenset("#VALUE! #REF! #NAME? #NUM! #NULL! #SPILL! #CALC! #GETTING_DATA".split())


def has_no_result(text: str) -> bool:
    """Whether a workbook has no value for a cell: an error, a formula that was never worked out,
    the signs for a number that its column was too narrow for."""
    if text[:1] == "=":
        return len(text) > 1 and text[1].isascii() and not text[1].isspace()
    return text[:1] == "#" and (text.upper() in _ERRORS or (len(text) > 2 and not text.strip("#")))


class CellError(ValueError):
    """A cell that cannot be taken; its only argument is the reason's code."""


def _column(fast: Callable[[Cells], list[Any] | None], slow: Callable[[str], Any]) -> Convert:
    def convert(cells: Cells) -> tuple[list[Any], Faults]:
        try:
            values = fast(cells)
        except ValueError:  # a line break in a cell, which the joined text cannot show
            values = None
        return (values, {}) if values is not None else _one_by_one(cells, slow)

    return convert


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
        if "%" in cell or "％" in cell:
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
        if _cents(text):
            return [round(float(cell) * 100) for cell in cells]
        if _cents_or_none(text):
            return [None if cell in NONE else round(float(cell) * 100) for cell in cells]
        return None

    def slow(cell: str) -> int | None:
        tidy = unwrapped(cell)
        if tidy in NONE:
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

    return _column(fast, slow)


def numbers() -> Convert:
    """Any figure as a float; 12.5% is 0.125."""

    def fast(cells: Cells) -> list[Any] | None:
        return list(map(float, cells)) if _decimal("\n".join(cells) + "\n") else None

    return _column(fast, _slow_number)


def _slow_number(cell: str) -> float | None:
    return _number(cell, "bad_number")


def _number(cell: str, reason: str) -> float | None:
    tidy = unwrapped(cell)
    if tidy in NONE:
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
        if tidy in NONE:
            return None
        found = _clock(tidy) or _worded(tidy)
        if found:
            hours, minutes, seconds = (float(part or 0) for part in found.groups())
            return hours * 3600 + minutes * 60 + seconds
        number = _number(tidy, "bad_duration")
        if number is not None and (number < 0 or "%" in tidy):
            raise CellError("bad_duration")
        return None if number is None else number * factor

    return _column(fast, slow)


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


def moments(*, optional: bool = False, longest: int | None = None) -> Convert:
    """Days and moments to seconds of the Beijing wall clock; `optional` ones may be missing.

    A span of more than `longest` days is the total of those beside it.
    """

    def turn(cell: str) -> int | None:
        text = unwrapped(cell)
        if optional and (text in NONE or text in _NEVER):
            return None
        seconds = _moment(text)
        if longest is not None and days_of(text) > longest:
            raise CellError("total_line")
        return seconds

    return kept(turn)


def days_of(cell: str) -> int:
    """How many days a cell spans, 0 for a moment and for what is none."""
    text = cell.strip()
    if len(text) in (_DAY, _SECOND):
        return 0
    try:
        return days_spanned(unwrapped(text))
    except DayError:
        return 0


_DAY, _SECOND = len("2026-04-15"), len("2026-04-15 10:20:30")
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
    return seconds


_hour = re.compile(r"(\d{1,2})(?:[:：]00(?:[:：]00)?|点|时)?(?:\s*[-~～至—].*)?").fullmatch


def hours() -> Convert:
    """The hour column beside a day: 9, 09:00, 9点, 09:00-10:00; in seconds after midnight."""

    def turn(cell: str) -> int:
        found = _hour(cell.strip())
        if found is None or int(found[1]) > 23:
            raise CellError("total_line" if is_whole(cell) else kind_of(cell) or "bad_hour")
        return int(found[1]) * 3600

    return kept(turn)


def clocks() -> Convert:
    """The time of day in a column of its own, 10:20:30 or 下午 3:04, in seconds after midnight."""

    def turn(cell: str) -> int:
        try:
            moment = parse_moment(f"2000-01-01 {unwrapped(cell)}")
        except DayError:
            raise CellError(
                "total_line" if is_whole(cell) else kind_of(cell) or "bad_hour"
            ) from None
        return moment.hour * 3600 + moment.minute * 60 + moment.second

    return kept(turn)


def is_clock(cell: str) -> bool:
    """Whether a cell looks like a time of day alone, to the minute at the least."""
    return _clocklike(cell) is not None


_clocklike = re.compile(
    r"\s*['`]?\s*(?:[^0-9\s]{2}\s*)?[0-9]{1,2}\s*[:：点时]\s*[0-9]{2}.{0,12}"
).fullmatch
_unseen = re.compile(r"[\x00-\x1f\x7f\u200b\ufeff]+")


def tidy_text(cell: str) -> str:
    """A text as it is stored: no blanks around it, no control signs, no guarding ' or tab."""
    return unwrapped(_unseen.sub(" ", cell))


def texts(
    longest: int = LONGEST_TEXT,
    told: Callable[[str], str] | None = kind_of,
    *,
    note: bool = False,
) -> Convert:
    """Names and remarks, None where there is none; without buyers' telephones and the like, and
    where it is a `note`, without their streets and accounts. `told` says of a name why its row is
    none."""

    def turn(cell: str) -> str | None:
        text = tidy_text(cell)
        if len(text) > longest:
            raise CellError("too_long")
        if has_no_result(text):
            raise CellError("no_result")
        if told is not None and (besides := told(text)):
            raise CellError(besides)
        return None if text in NONE else blotted(text, note=note)

    return kept(turn)


_ruined = re.compile(r"-?[0-9](?:\.([0-9]+))?[eE]\+?([0-9]{1,3})").fullmatch
_SURE_DIGITS: Final = 15  # of a float
_SHOWN_WHOLE: Final = 11  # digits that workbook programs write out: more become 1.23E+11


def as_written(text: str) -> str:
    """A number that names something without what programs make of it: 123.0, 1.23e5.

    Raises `CellError` where digits are lost.
    """
    whole, point, rest = text.partition(".")
    if point and whole.isdigit() and not rest.strip("0"):
        return whole
    found = _ruined(text)
    if found is None:
        return text
    digits, power = len(found[1] or "") + 1, int(found[2])
    if power >= _SHOWN_WHOLE and not power < digits <= _SURE_DIGITS:
        raise CellError("lost_digits")
    if digits > power + 1 or not (point or "+" in text):  # a code that only looks like it: 2E5
        return text
    return str(int(Decimal(text)))


_numeral = re.compile(r"([0-9]+)(?:\.0+)?|[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{2,3}").fullmatch
_LONG_NAME: Final = 11  # digits of a phone: more are no figure of a shop
_EVEN_NAMES: Final = 8  # digits from which on numbers of one length name things
_FEW: Final = 3


def names_things(cells: Iterable[str]) -> bool:
    """Whether numbers name something, as they look: with zeros in front, too long for a figure, or
    all of one length."""
    filled = {text for cell in cells if (text := unwrapped(cell)) not in NONE}
    found = [match for match in map(_numeral, filled) if match]
    if not found or len(found) < len(filled):
        return False
    names = [match[1] or "9" * (_LONG_NAME + 1) for match in found]
    if any(len(name) > _LONG_NAME or (name[0] == "0" and len(name) > 1) for name in names):
        return True
    return len(names) >= _FEW and len(names[0]) >= _EVEN_NAMES and len(set(map(len, names))) == 1


def ids(*, required: bool = False) -> Convert:
    """Numbers that name something: text with all their digits and leading zeros.

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
        text = as_written(text)
        if text in NONE or not text.strip("0"):
            if required:
                raise CellError("no_number")
            return None
        return text

    return kept(turn)
