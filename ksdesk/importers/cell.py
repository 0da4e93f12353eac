"""What one cell says, whatever its column is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import time
from decimal import Decimal
from typing import Final

from ksdesk.domain.calendar import DayError, days_spanned, parse_moment, turned_day

NONE: Final = frozenset(
    (
        *("", "-", "--", "—", "——", "/", "null", "NULL", "None", "nan", "NaN", "N/A", "n/a", "无"),
        *("---", "–", "－", "－－", "\\N", "(null)", "(空)", "（空）", "空", "暂无", "未归因"),
        *("#N/A", "#DIV/0!"),  # a text that was looked up and not found; a quotient of nothing
    )
)
"""What exports write where they have no value."""

_OF_NOTHING: Final = "#DIV/0!"

_GUARDS: Final = ("=", "'", "`")
_wrapped = re.compile(r'="(.*)"').fullmatch
_range = re.compile(r"\s*([^~～]*[0-9][^~～]*?)\s*[~～]\s*([^~～]*[0-9][^~～]*?)\s*").fullmatch
_bound = re.compile(
    r"(?P<before><=?|>=?|≤|≥|＜|＞|不足|小于|少于|低于|不到|至多|最多|超过?|大于|多于|高于|至少|最少)?\s*"
    r"(?P<figure>[¥￥]?[0-9][0-9,.]*\s*[千万亿wWkK%％‰]?)\s*[元块次人个件单条]?\s*"
    r"(?P<behind>[+＋]|以上|以下|以内|及以上|及以下|余|多)?\s*[元块次人个件单条]?"
).fullmatch
_vague = re.compile(r"[~～+＋<>＜＞≤≥上下内余多足到于至最超]").search
_LONGEST_SAID: Final = 100  # a longer text is no range and no clock, and would take its time
_scaled = re.compile(r"[0-9]\s*([千万亿wWkK%％‰]+)").search


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
    return _may_be_range(cell) and (_range(cell) is not None or _bounded(cell) is not None)


def _may_be_range(text: str) -> bool:
    return len(text) <= _LONGEST_SAID and _vague(text) is not None


def has_ranges(cells: Sequence[str]) -> bool:
    """Whether any cell of a column `is_range`."""
    return _vague("\n".join(cells)) is not None and any(map(is_range, cells))


def lower_end(text: str) -> str:
    """The first figure of a range, which is what is counted: better too little than too much.

    ``7.5~10w`` begins at 7.5w; of ``1000+`` and ``<10`` the figure counts. Anything else stays.
    """
    if not _may_be_range(text):
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


def is_empty_figure(text: str, *, quotient: bool = False) -> bool:
    """Whether a cell of figures has no value. Raises `CellError` where a workbook found none, but
    a `quotient` may be one of nothing."""
    if text not in NONE:
        return False
    if text[:1] == "#" and not (quotient and text == _OF_NOTHING):
        raise CellError("no_result")
    return True


def has_no_result(text: str) -> bool:
    """Whether a workbook has no value for a cell: an error, a formula that was never worked out,
    the signs for a number that its column was too narrow for."""
    if text[:1] == "=":
        return len(text) > 1 and text[1].isascii() and not text[1].isspace()
    return text[:1] == "#" and (text.upper() in _ERRORS or (len(text) > 2 and not text.strip("#")))


class CellError(ValueError):
    """A cell that cannot be taken; its only argument is the reason's code."""


def days_of(cell: str) -> int:
    """How many days a cell spans, 0 for a moment and for what is none."""
    text = cell.strip()
    if len(text) == _DAY or (len(text) == _SECOND and text[13] == ":"):
        return 0  # as nearly all are
    try:
        return days_spanned(unwrapped(text))
    except DayError:
        return 0


def first_day(cell: str) -> int:
    """The day of the month on which a span (`days_of`) begins."""
    return parse_moment(unwrapped(cell.strip()), lead=True).day


_DAY, _SECOND = len("2026-04-15"), len("2026-04-15 10:20:30")


def month_first(cells: Iterable[str]) -> bool | None:
    """Whether days with their year behind begin with their month, as the days beyond the twelfth
    of their column tell; None where nothing does."""
    found = [match for match in map(turned_day, map(unwrapped, cells)) if match]
    first, last = (any(int(match[name]) > 12 for match in found) for name in ("other", "one"))
    return None if first == last else first


def year_first(text: str, by_month: bool | None) -> str:
    """Such a day the other way round, by what `month_first` says of its column."""
    found = turned_day(text)
    if found is None or by_month is None:
        return text
    month, day = found.group("one", "other") if by_month else found.group("other", "one")
    return f"{found['year']}-{month}-{day}{text[found.end() :]}"


_month = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})|年([0-9]{1,2})月份?)").fullmatch


def are_months(cells: Iterable[str]) -> bool:
    """Whether what stands in a column are months, each for its whole: 2026-09, 2026年9月."""
    filled = [text for cell in cells if (text := unwrapped(cell)) not in NONE]
    return bool(filled) and all(map(_month, filled))


def month_start(text: str) -> str:
    """The first day of a month, any other text as it is."""
    found = _month(text)
    return f"{found[1]}-{found[2] or found[3]}-1" if found else text


def is_clock(cell: str) -> bool:
    """Whether a cell looks like a time of day alone, to the minute at the least."""
    return len(cell) <= _LONGEST_SAID and _clocklike(cell) is not None


def has_clock(cell: str) -> bool:
    """Whether a moment is another one than the midnight that stands for its day."""
    try:
        return parse_moment(unwrapped(cell), lead=True).time() != time.min
    except DayError:
        return False


_clocklike = re.compile(
    r"\s*['`]?\s*(?:[^0-9\s]{2}\s*)?[0-9]{1,2}\s*[:：点时]\s*[0-9]{2}.{0,12}"
).fullmatch
_unseen = re.compile(r"[\x00-\x1f\x7f\u200b\ufeff]+")


def tidy_text(cell: str) -> str:
    """A text as it is stored: no blanks around it, no control signs, no guarding ' or tab."""
    return unwrapped(_unseen.sub(" ", cell))


_ruined = re.compile(r"-?[0-9](?:\.([0-9]+))?[eE]\+?([0-9]{1,3})").fullmatch
_SURE_DIGITS: Final = 15  # of a float
_SHOWN_WHOLE: Final = 11  # digits that workbook programs write out: more become 1.23E+11


def as_written(text: str) -> str:
    """A number that names something without what programs make of it: 123.0, 1.23e5.

    Raises `CellError` where digits are lost.
    """
    if text.isdecimal() and not text.isascii():  # of full width
        text = unicodedata.normalize("NFKC", text)
    if _grouped(text):
        return text.replace(",", "")
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


_grouped = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}").fullmatch
_numeral = re.compile(r"([0-9]+)(?:\.0+)?|[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{2,3}").fullmatch
_mobile = re.compile(r"1[3-9][0-9]{9}").fullmatch
_LONG_NAME: Final = 11  # digits of a phone: more are no figure of a shop
_KEPT: Final = 15  # digits of a spreadsheet
_EVEN_NAMES: Final = 8  # digits from which on numbers of one length name things
_FEW: Final = 3
_CHANCE: Final = 5  # zeros that are no chance any more


def is_rounded(number: str) -> bool:
    """Whether a long number has nothing but zeros after the digits that a spreadsheet keeps."""
    return len(number) > _KEPT and number.isdecimal() and not number[_KEPT:].strip("0")


def are_rounded(cells: Iterable[str]) -> bool:
    """Whether a spreadsheet took the last digits of all long numbers in a column."""
    long = {text for cell in cells if len(text := unwrapped(cell)) > _KEPT and text.isdecimal()}
    return all(map(is_rounded, long)) and sum(len(text) - _KEPT for text in long) >= _CHANCE


def names_things(cells: Iterable[str], *, figures: bool = False) -> bool:
    """Whether numbers name something, as they look: with zeros in front, too long for a figure, or
    all of one length. Where the label tells of `figures`, only zeros in front speak against it, and
    more digits than a spreadsheet keeps."""
    filled = {text for cell in cells if (text := unwrapped(cell)) not in NONE}
    if not any(len(text) > 3 or text[:1] == "0" for text in filled):
        return False
    found = [match for match in map(_numeral, filled) if match]
    if not found or len(found) < len(filled):
        return False
    names = [match[1] or "9" * (_LONG_NAME + 1) for match in found]
    longest = _KEPT if figures else _LONG_NAME
    if any(len(name) > longest or (name[0] == "0" and len(name) > 1) for name in names):
        return True
    if not figures and all(map(_mobile, names)):
        return True
    return (
        not figures
        and len(names) >= _FEW
        and len(names[0]) >= _EVEN_NAMES
        and len(set(map(len, names))) == 1
    )
