"""Tracking numbers as they are typed, scanned or pasted, given to orders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ksdesk.domain.personal import blotted

_NUMBER: Final = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9-]{5,39}")
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
    read = [_read(line, orders) for line in lines]
    named = {one.order_no for one in read if one.order_no}
    free = iter([order for order in orders if order not in named])
    return tuple(_given(read, free))


def _read(line: str, orders: Sequence[str]) -> Numbered:
    cells = [cell.strip().strip("'\"") for cell in _SPLIT.split(line) if cell.strip()]
    order = next((cell for cell in cells if cell in orders), "")
    # A print shop's line names the buyer, too: a phone is no number, a name no courier.
    rest = [cell for cell in cells if cell != order and blotted(cell) == cell]
    found = next((clean_number(cell) for cell in rest if clean_number(cell)), "")
    courier = next((c for c in rest if not clean_number(c) and _COURIER.search(c)), "")
    return Numbered(line.strip(), order, courier, found, "" if found else "no_number")


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
