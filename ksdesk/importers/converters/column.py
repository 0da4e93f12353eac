"""A column turned a chunk at a time: fast where all of it is plain, else cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from ksdesk.importers.cell import CellError

Cells = Sequence[str]
Faults = dict[int, str]
Convert = Callable[[Cells], tuple[list[Any], Faults]]
"""Values of a chunk (None: no value) and, by place in it, why a cell cannot be taken."""
Fast = Callable[[Cells], list[Any] | None]
"""Values of a chunk, None where it has to go cell by cell."""

LONGEST_TEXT: Final = 500
MOST_KEPT: Final = 20_000  # texts remembered by a column; then it begins anew
_MOST_FIGURES: Final = 1_000  # figures remembered by a column; where they are more, few come again

# Commas only between thousands.
_grouped = re.compile(
    r"(?:(?:-?[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?+|-?[0-9.]*+|--)\n)*+"
).fullmatch


def column(fast: Fast, slow: Callable[[str], Any]) -> Convert:
    """What turns the cells of a column; `slow` raises `CellError` for one that cannot be taken."""

    def convert(cells: Cells) -> tuple[list[Any], Faults]:
        try:
            values = fast(cells)
            if values is None and (bare := _without_commas(cells)):
                values = fast(bare)
        except ValueError:  # a line break in a cell, which the joined text cannot show
            values = None
        return (values, {}) if values is not None else _one_by_one(cells, slow)

    return convert


def remembered(fast: Fast) -> Fast:
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


class _Kept(dict[str, Any]):
    """What a column's texts became. Reports repeat them by the thousand."""

    def __init__(self, turn: Callable[[str], Any]) -> None:
        super().__init__()
        self._turn = turn

    def __missing__(self, text: str) -> Any:
        value = self._turn(text)
        if len(self) >= MOST_KEPT:
            self.clear()
        if len(text) <= LONGEST_TEXT:
            self[text] = value
        return value


def kept(turn: Callable[[str], Any]) -> Convert:
    """A column whose texts repeat, each turned once."""
    look_up = _Kept(turn).__getitem__
    return column(lambda cells: list(map(look_up, cells)), look_up)
