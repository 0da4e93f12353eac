"""Counts, amounts, figures and lengths of time."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Final

from ksdesk.domain.money import MoneyError, parse_number, parse_yuan
from ksdesk.importers.cell import (
    NONE,
    CellError,
    has_no_result,
    is_empty_figure,
    lower_end,
    unwrapped,
)
from ksdesk.importers.converters.column import Cells, Convert, column, remembered

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

    return column(fast, slow)


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

    return column(remembered(fast), slow)


def numbers() -> Convert:
    """Any figure as a float; 12.5% is 0.125."""

    def fast(cells: Cells) -> list[Any] | None:
        text = "\n".join(cells) + "\n"
        if _decimal(text):
            return list(map(float, cells))
        if _decimal_or_none(text):
            return [None if cell in NONE else float(cell) for cell in cells]
        return None

    return column(remembered(fast), _slow_number)


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

    return column(remembered(fast), slow)
