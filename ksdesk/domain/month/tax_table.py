"""The platform's figures as a table: which column is what, and what it says of a quarter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ksdesk.domain.calendar import month_start, parse_moment
from ksdesk.domain.month.tax import TaxPart, quarter_of

TaxRole = Literal["order", "when", "gross", "refunds", "net"]
FIGURES: Final[tuple[TaxRole, ...]] = ("gross", "refunds", "net")
ROLES: Final[tuple[TaxRole, ...]] = ("order", "when", *FIGURES)

_WORDS: Final[Mapping[TaxRole, str]] = {
    "order": r"订单(编|序)?号|订单\s*id|交易单号|^单号|order\s*(no|number|id)|^order$",
    "when": r"月份|季度|所属期|期间|日期|时间|month|quarter|period|date",
    "refunds": r"退|refund",
    "net": r"净|net",
    "gross": r"收入|销售额|成交|总额|金额|gross|income|sales",
}
_QUARTER: Final = re.compile(r"((?:19|20)\d\d)\D{0,2}(?:q([1-4])|([1-4一二三四])季)", re.IGNORECASE)
_MONTH: Final = re.compile(r"((?:19|20)\d\d)\D?(0?[1-9]|1[0-2])月?")


@dataclass(frozen=True)
class TaxTable:
    """A table as it was read: its header and its rows without those that add up others, all
    texts."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class TaxSums:
    """What a table says of a quarter, in fen (None: no column, or nothing of it). `counted` rows
    are in it, `elsewhere` are of other quarters, `unread` the texts of figures and periods that
    could not be read, the rows of which are left out. `parts` add up to it, by month and order;
    there are none where the table tells neither."""

    gross: int | None = None
    refunds: int | None = None
    net: int | None = None
    counted: int = 0
    elsewhere: int = 0
    unread: tuple[str, ...] = ()
    parts: tuple[TaxPart, ...] = ()


def guessed(header: Sequence[str]) -> dict[TaxRole, int]:
    """Which column may be what, by its words; each once, the first that fits."""
    found: dict[TaxRole, int] = {}
    for role, words in _WORDS.items():
        for place, label in enumerate(header):
            if place not in found.values() and re.search(words, label, re.IGNORECASE):
                found[role] = place
                break
    return found


def quarter_in(text: str) -> date | None:
    """The first day of the quarter that a text names: 2026Q3, 2026年三季度, 2026-08, a day.

    >>> quarter_in("2026年三季度"), quarter_in("202608"), quarter_in("2026-08-31 10:00:00")
    (datetime.date(2026, 7, 1), datetime.date(2026, 7, 1), datetime.date(2026, 7, 1))
    """
    if told := _QUARTER.search("".join(text.split())):
        said = told[2] or told[3]
        number = "一二三四".find(said) + 1 or int(said)
        return date(int(told[1]), 3 * number - 2, 1)
    month = month_in(text)
    return None if month is None else quarter_of(month)


def month_in(text: str) -> date | None:
    """The first day of the month that a text names; None for a quarter, too.

    >>> month_in("2026年8月"), month_in("2026-08-31 10:00:00"), month_in("2026Q3")
    (datetime.date(2026, 8, 1), datetime.date(2026, 8, 1), None)
    """
    plain = "".join(text.split())
    if _QUARTER.search(plain):
        return None
    if told := _MONTH.fullmatch(plain):
        return date(int(told[1]), int(told[2]), 1)
    try:
        return month_start(parse_moment(text).date())
    except ValueError:
        return None
