"""Step 37: names within row keys as they were before a program took them for days or numbers.

A workbook program makes 1月2日 or 2026-01-02 of the variant 1-2, and 1000 of the code 1E3, when it
saves a table, and each row known by it came in a second time. Such doubles are listed in `doubled`,
to be merged or kept by the seller. Frozen like every step: nothing here follows the importers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ksdesk.storage.moment_keys import rename_parts

if TYPE_CHECKING:
    import peewee

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_options = re.compile(
    r"^(?:an|cn|un|in|ln|work_title)$|规格|尺[码寸]|码数|型号|款[式号]|货号|颜色|属性|编码|sku|variant|option|spec|size|model",
    re.IGNORECASE,
).search
_of_book = re.compile(r"[a-z_]+").fullmatch  # what is not the seller's own has no such texts
_pair = re.compile(r"([0-9]{1,2})(?:[-/]|月)([0-9]{1,2})日?").fullmatch
_in_english = re.compile(r"([0-9]{1,2})-([A-Za-z]{3})").fullmatch
_month_of_year = re.compile(r"([A-Za-z]{3})-([0-9]{2})").fullmatch
_hundredth = re.compile(r"([0-9]{1,9})\.([0-9]{0,9}?)0+").fullmatch
_power = re.compile(r"([0-9]{1,15})[eE]([0-9]{1,2})").fullmatch
_with_year = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})").fullmatch


def rename(db: peewee.Database) -> None:
    """Give all rows that a variant tells apart their new keys and list the doubles."""
    rename_parts(db, _part)


def _part(part: str) -> str:
    """One part of a key, `name=value`, with its variant in one spelling."""
    name, is_, value = part.partition("=")
    option = _options(name) is not None
    if not is_ or (_of_book(name) and not option):
        return part
    month = day = ""
    if found := _pair(value):
        month, day = found.groups()
    elif found := _in_english(value):
        month, day = _number(found[2]), found[1]
    elif option and (found := _hundredth(value)):
        value = f"{found[1]}.{found[2]}".removesuffix(".")
    elif option and (found := _power(value)):
        value = str(int(found[1]) * 10 ** int(found[2]))
    elif option and (found := _month_of_year(value)):
        month, day = _number(found[1]), found[2]
    elif option and (found := _with_year(value)):
        of_old = found[1] < "2000" and found[3] == "01"
        month, day = found[2], found[1][2:] if of_old else found[3]
    if month and 1 <= int(month) <= 12 and int(day):
        value = f"{int(month)}-{int(day)}"
    return f"{name}{is_}{value}"


def _number(month: str) -> str:
    return str(_MONTHS.index(month.lower()) + 1) if month.lower() in _MONTHS else ""
