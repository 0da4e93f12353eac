"""Sheets of an ods, judged before their reader fills the whole area that they span.

A row and a cell may be repeated a million times each; the cells without a result are found on the
way, for the reader gives them out as empty or as 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.parsers import expat

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files import results

_CELLS: Final = ("table:table-cell", "table:covered-table-cell")
_SHOWN: Final = 60  # characters of a cell or formula that are looked at


def judged(blocks: Iterable[bytes], most_cells: int, most_bytes: int) -> list[results.Gaps]:
    """The cells without a result of each sheet, from the blocks of content.xml.

    Raises `ImportProblem` for sheets that span too much, for a bomb, for damage and for a text or
    slides.
    """
    reading = _Reading(most_cells)
    total = 0
    try:
        for block in blocks:
            total += len(block)
            if total > most_bytes:
                raise ImportProblem("bomb")
            reading.parser.Parse(block, False)
    except expat.ExpatError as error:
        raise ImportProblem("damaged", detail=str(error)[:200]) from error
    if not reading.has_sheets:
        raise ImportProblem("foreign")
    return reading.gaps


class _Reading:
    """Where in the sheets the parser is."""

    def __init__(self, most_cells: int) -> None:
        self.has_sheets = False
        self.gaps: list[results.Gaps] = []
        self._most = most_cells
        self._cells = self._named = 0  # of all sheets so far
        self._depth = 0
        self._row = self._rows = self._repeated = 0  # the next row, the last filled one
        self._column = self._width = self._widest = 0
        self._cell: dict[str, str] | None = None
        self._text = ""
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._said
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "office:spreadsheet":
            self.has_sheets = True
        elif name == "table:table":
            self._depth += 1
            if self._depth == 1:
                self.gaps.append({})
                self._row = self._rows = self._widest = 0
        elif name == "table:table-row":
            self._repeated = _times(attributes, "table:number-rows-repeated")
            self._column = self._width = 0
        elif name in _CELLS:
            self._cell, self._text = attributes, ""

    def _said(self, text: str) -> None:
        if len(self._text) < _SHOWN:
            self._text += text[:_SHOWN]

    def _end(self, name: str) -> None:
        if name in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "table:table-row":
            self._row += self._repeated
            if self._width:  # empty rows count where a filled one follows
                self._rows, self._widest = self._row, max(self._widest, self._width)
                self._judge()
        elif name == "table:table":
            self._depth -= 1
            if not self._depth:
                self._cells += self._rows * self._widest // 2  # half of a table may be empty

    def _end_cell(self, cell: dict[str, str]) -> None:
        times = _times(cell, "table:number-columns-repeated")
        shown = _shown(cell, self._text.strip())
        if shown and self.gaps:
            self._keep(shown, times)
        self._column += times
        if "office:value-type" in cell or "table:formula" in cell:
            self._width = self._column

    def _keep(self, shown: str, times: int) -> None:
        for row in range(self._row, self._row + min(self._repeated, results.MOST)):
            for column in range(self._column, self._column + min(times, results.MOST)):
                if self._named >= results.MOST:
                    return
                self.gaps[-1].setdefault(row, {})[column] = shown
                self._named += 1

    def _judge(self) -> None:
        cells = self._cells + self._rows * self._widest // 2
        if cells > self._most:
            raise ImportProblem("too_many", cells=cells, limit=self._most)

    def _doctype(self, *_arguments: object) -> None:
        raise ImportProblem("bomb")


def _times(attributes: dict[str, str], name: str) -> int:
    try:
        return max(1, int(attributes.get(name, 1)))
    except ValueError:
        return 1


def _shown(cell: dict[str, str], text: str) -> str:
    """What shows that a cell has no result: its error, or its formula."""
    kind, formula = cell.get("office:value-type", ""), cell.get("table:formula", "")
    if cell.get("calcext:value-type") == "error" or (
        text in results.ERRORS.values() and (formula or kind not in ("", "string"))
    ):
        return text if text in results.ERRORS.values() else results.AN_ERROR
    if formula and not kind and not text:
        return "=" + formula.partition("=")[2][:_SHOWN]
    return ""
