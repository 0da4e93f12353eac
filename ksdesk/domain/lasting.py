"""What lasts of a text that workbook programs take for a number or a day.

Once its table was saved again, 0012 is 12, 1.50 is 1.5, the code 1E3 is 1000, the variant 1-2 is
1月2日, 2-Jan or 2026-01-02, and 09:30:10 is 9:30.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from ksdesk.domain.calendar import MONTHS, DayError, parse_moment

_pair = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})").fullmatch
_in_chinese = re.compile(r"([0-9]{1,2})月([0-9]{1,2})日").fullmatch
_in_english = re.compile(r"([0-9]{1,2})-([A-Za-z]{3})").fullmatch
_month_of_year = re.compile(r"([A-Za-z]{3})-([0-9]{2})").fullmatch
_with_year = re.compile(
    r"([0-9]{4})[-/年]([0-9]{1,2})[-/月]([0-9]{1,2})日?(?: +0?0:00(?::00)?)?"
).fullmatch
_power = re.compile(r"([0-9]{1,15})[eE]([0-9]{1,2})").fullmatch
_hundredth = re.compile(r"([0-9]{1,9})\.([0-9]{0,9}?)0+").fullmatch
_clock = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?").fullmatch
_dated = re.compile(r"[0-9]{4}[-/.年][0-9]{1,2}[-/.月].{1,30}").fullmatch
_CENTURY: Final = 2000  # 1-50 is taken for the first day of a month before it


def lasting_number(text: str) -> str:
    """A text of digits without the zeros in front, which programs drop. Any other is as it is."""
    return (text.lstrip("0") or "0") if text.isdecimal() else text


def lasting_pair(text: str) -> str:
    """``1-2`` as keys have it: also where it is written 1/2, or a program made 1月2日 or 2-Jan of
    it. Any other text is as it is."""
    if len(text) > len("12月31日"):
        return text
    if found := _pair(text) or _in_chinese(text):
        return _paired(found[1], found[2]) or text
    found = _in_english(text)
    return (found and _paired(_number(found[2]), found[1])) or text


def lasting_option(text: str) -> str:
    """The same of the name or code of a variant, which may have been given a year as well, or
    taken for a number."""
    if len(text) > len("2026-01-02 00:00:00"):
        return text
    if found := _month_of_year(text):
        return _paired(_number(found[1]), found[2]) or text
    if found := _with_year(text):
        of_old = int(found[1]) < _CENTURY and int(found[3]) == 1
        return _paired(found[2], found[1][2:] if of_old else found[3]) or text
    if found := _hundredth(text):
        return f"{found[1]}.{found[2]}".removesuffix(".")
    if found := _power(text):
        return str(int(found[1]) * 10 ** int(found[2]))
    return lasting_pair(lasting_number(text))


def whole(text: str, before: str) -> str:
    """A text as it was `before`, where a program made of that what it is now."""
    odd = next((shape for shape in (_pair, _power, _hundredth) if shape(before)), None)
    made = odd and not odd(text) and lasting_option(text) == lasting_option(before)
    return before if made or text == lasting_number(before) or _spelled(text, before) else text


def _spelled(text: str, before: str) -> bool:
    """Whether a moment or clock is the one before, in another spelling or without its seconds."""
    one, other = _minute(text), _minute(before)
    return one is not None and other is not None and one[0] == other[0] and one[1] in (0, other[1])


def _minute(text: str) -> tuple[datetime, int] | None:
    """A moment's minute and its second, a clock's on a day of its own; None for other texts."""
    clock = _clock(text)
    if not clock and not _dated(text):
        return None
    try:
        moment = parse_moment(f"1999-01-01 {text}" if clock else text)
    except DayError:
        return None
    return moment.replace(second=0), moment.second


def _number(month: str) -> int:
    return MONTHS.index(month.lower()) + 1 if month.lower() in MONTHS else 0


def _paired(month: str | int, day: str) -> str:
    """1-2, "" where there is no such month."""
    return f"{int(month)}-{int(day)}" if 1 <= int(month) <= 12 and int(day) else ""
