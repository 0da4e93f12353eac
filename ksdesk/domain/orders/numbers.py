"""Tracking numbers as they are typed, scanned or pasted, given to orders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from ksdesk.domain.personal import blotted

_NUMBER: Final = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9-]{5,39}")
_WHOLE: Final = 9  # letters and figures; shorter ones may be a group of a number
_BETWEEN: Final = str.maketrans("，,;；、|/\n\t", " " * 9)
_COURIER: Final = re.compile(
    "顺丰|[中圆申]通|韵达|极兔|京东|德邦|百世|丰网|天天|菜鸟|跨越|安能|壹米|优速|宅急送|国通|邮"
    "|[快速]递|快运|物流|配送|速运|express|logistics|post|courier|[a-z]{2,12}",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"[\t,，;；|]+|\s{2,}")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line as it was read: the order and the courier that it names, "" where it does not, and
    the number; `fault` is no_number, twice or no_order.
    """

    text: str
    order_no: str = ""
    courier: str = ""
    number: str = ""
    fault: str = ""


def clean_number(text: str) -> str:
    """A tracking number without blanks and in capitals, "" for what is none.

    >>> clean_number(" sf 1234 5678 90 "), clean_number("顺丰")
    ('SF1234567890', '')
    """
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).upper()
    return folded if _NUMBER.fullmatch(folded) else ""


def numbers_in(cell: str) -> list[str]:
    """The tracking numbers of a file's cell: SF1；SF2, YT1/YT2."""
    return cell.translate(_BETWEEN).split()


def read_numbers(text: str, orders: Sequence[str]) -> tuple[Numbered, ...]:
    """The lines of a pasted column, or of columns that name the order too.

    A line without an order is the next one's of `orders` that no line names. Two orders in one
    parcel are told by naming both; the same number twice in a column is a slip of the scanner.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    read = [one for line in lines for one in _read(line, orders)]
    named = {one.order_no for one in read if one.order_no}
    free = iter([order for order in orders if order not in named])
    return tuple(_given(read, free))


def _read(line: str, orders: Sequence[str]) -> Iterator[Numbered]:
    """A line as it was read, once for each number in it."""
    cells = [_parts(cell.strip().strip("'\""), orders) for cell in _SPLIT.split(line)]
    every = [*chain.from_iterable(cells)]
    order = next((part for part in every if part in orders), "")
    # A print shop's line names the buyer, too: a phone is no number, a name no courier.
    rest = [[part for part in cell if part != order and blotted(part) == part] for cell in cells]
    found = ([number for part in cell if (number := clean_number(part))] for cell in rest)
    told = (part for cell in rest for part in cell if not clean_number(part))
    courier = next((part for part in told if _COURIER.search(part)), "")
    for number in next(filter(None, found), [""]):
        yield Numbered(line.strip(), order, courier, number, "" if number else "no_number")


def _parts(cell: str, orders: Sequence[str]) -> Sequence[str]:
    """What stands in a cell between blanks, where it is more than one number in groups (sf 1234
    5678): the order's own number, a courier's name, several parcels.
    """
    parts, fine = numbers_in(cell), numbers_in(blotted(cell))
    numbers = [part for part in parts if clean_number(part)]
    grouped = bool(clean_number(cell)) and sum(len(part) >= _WHOLE for part in numbers) < 2
    if len(parts) < 2 or not numbers or (grouped and not set(parts) & set(orders)):
        return (cell,) if cell else ()
    return [part for part in parts if part in fine]


def _given(read: Sequence[Numbered], free: Iterator[str]) -> Iterator[Numbered]:
    seen: set[str] = set()
    for one in read:
        fault, order = one.fault, one.order_no
        if not fault and not order:
            fault = "twice" if one.number in seen else ""
            order = "" if fault else next(free, "")
            fault = fault or ("" if order else "no_order")
        seen.add(one.number)
        yield replace(one, order_no=order, fault=fault)
