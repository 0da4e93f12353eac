"""Rows that say nothing but the sums of those above them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, Final

from ksdesk.importers.cell import NONE
from ksdesk.importers.files.besides import is_whole

_LEAST: Final = 2  # rows that make a sum


class Sums:
    """The sums of a table's columns of `figures` so far, taken chunk by chunk."""

    def __init__(self, figures: Sequence[int], width: int) -> None:
        self._figures = figures
        self._named = sorted(set(range(width)).difference(figures))
        self._whole = dict.fromkeys(figures, 0.0)
        self._part = dict.fromkeys(figures, 0.0)  # since the last sum
        self._rows = self._rows_of_part = 0

    def among(
        self, rows: Sequence[Sequence[str]], values: Mapping[int, list[Any]], out: Collection[int]
    ) -> Iterator[int]:
        """The places of the rows that are a sum of all rows before them, or of those since the last
        sum. Rows `out` of the table are no part of it."""
        begin = 0
        for place, row in enumerate(rows):
            if any(map(_names, map(row.__getitem__, self._named))) or place in out:
                continue
            self._take(range(begin, place), values, out)
            begin = place
            if self._are_sums({index: values[index][place] for index in self._figures}):
                self._part, self._rows_of_part = dict.fromkeys(self._part, 0.0), 0
                begin = place + 1
                yield place
        self._take(range(begin, len(rows)), values, out)

    def _take(self, places: range, values: Mapping[int, list[Any]], out: Collection[int]) -> None:
        counted = [place not in out for place in places]
        self._rows += sum(counted)
        self._rows_of_part += sum(counted)
        for index in self._figures if any(counted) else ():
            column = values[index][places.start : places.stop]
            added = sum(filter(None, compress(column, counted)))
            self._whole[index] += added
            self._part[index] += added

    def _are_sums(self, row: Mapping[int, float | None]) -> bool:
        """Whether most of a row's figures are the sums of their columns; some may be means."""
        figures = {index: figure for index, figure in row.items() if figure}
        unnamed = not self._named and row[self._figures[0]]  # nothing tells this row from others
        if len(figures) < (_LEAST if unnamed else 1):
            return False
        for sums, count in ((self._whole, self._rows), (self._part, self._rows_of_part)):
            fitting = [abs(sums[n] - figure) <= 1e-6 * abs(figure) for n, figure in figures.items()]
            if count >= _LEAST + bool(unnamed) and 2 * sum(fitting) > len(fitting):
                return True
        return False


def _names(cell: str) -> bool:
    """Whether a text names one of a table's rows: 全部 names none."""
    text = cell.strip()
    return text not in NONE and not is_whole(text)
