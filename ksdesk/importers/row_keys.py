"""What a row is known by from one export to the next: the parts of its key.

The key is the time, then every identifying column as `name=value`, parted by bars.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from ksdesk.domain.calendar import DayError, parse_moment
from ksdesk.domain.imports import ColumnGuess
from ksdesk.domain.lasting import lasting_number, lasting_option, lasting_pair
from ksdesk.importers.names import names_options

_MOST_KEPT: Final = 20_000  # parts remembered; then it begins anew

_decimal = re.compile(r"(\d+)\.0+").fullmatch


class KeyPart(dict[Any, str]):
    """One column's part of the row key, by value; 38 and 38.0 are the same thing. The `spelling`
    of a text is what stays of it when a program takes it for a day."""

    def __init__(self, name: str, spelling: Callable[[str], str]) -> None:
        super().__init__()
        self._start = f"{name}="
        self._spelling = spelling

    def __missing__(self, value: Any) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        text = "" if value is None else str(value)
        found = _decimal(text)
        part = self[value] = self._start + safe(
            _lasting(self._spelling(found[1] if found else text))
        )
        return part


def spelling(column: ColumnGuess) -> Callable[[str], str]:
    """What keeps of a column's text the part that lasts."""
    if column.code in _OPTIONS or (column.what == "mark" and names_options(column.label)):
        return lasting_option
    return lasting_pair if column.what == "mark" else str


_OPTIONS = (
    *("spec", "sku_code", "work_title"),
    *("account_name", "campaign_name", "unit_name", "ad_name", "live_name"),
)
"""Codes of columns with names that a seller gave."""
_moment = re.compile(r"[0-9]{4}[-/.年][0-9]{1,2}[-/.月].{1,30}").fullmatch
_clock = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?").fullmatch


def _lasting(text: str) -> str:
    """A text of a row key as it stays when its table is saved again: days and clocks in one
    spelling, without the seconds, and numbers without zeros in front, which programs drop."""
    if clock := _clock(text):
        return f"{int(clock[1]):02d}:{clock[2]}"
    if not _moment(text):
        return lasting_number(text)
    try:
        moment = parse_moment(text)
    except DayError:
        return text
    return moment.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")


class Stamps(dict[int, str]):
    """The beginning of a row key, by time."""

    def __init__(self, stamp: Callable[[int], str]) -> None:
        super().__init__()
        self._stamp = stamp

    def __missing__(self, seconds: int) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        stamp = self[seconds] = self._stamp(seconds)
        return stamp


def safe(text: str) -> str:
    """A text as part of a row key, whose parts are parted by bars."""
    return text.replace("|", "¦")
