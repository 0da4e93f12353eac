"""Tables in HTML: what many web pages hand out under a name that ends in .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files.spans import holds_for_each

_MOST_RAW = 1 << 20  # characters without a tag
_LONGEST_CELL = 131_072
_MOST_CELLS = 2_000  # in a row
_DEEPEST = 8  # tables within tables
_TO_THE_END = 1 << 20  # rows
_GROUPS = ("thead", "tbody", "tfoot")
_SILENT = frozenset(("style", "script", "head", "title"))

_STARTS = ("<html", "<table", "<!doctype html", "<meta", "<head", "<body", "<style", "<div")


_before = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL).match


def begins(start: bytes) -> bool:
    """Whether a file that begins like this is HTML, whatever stands before its first tag."""
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = start.decode("utf-16" if wide else "utf-8-sig", "ignore").lower()
    before = _before(text)
    place = before.end() if before else 0
    unclosed = text.startswith("<!--", place)  # a comment longer than what is looked at
    return text.startswith(_STARTS, place) or unclosed


class _Rows(HTMLParser):
    """Collects rows; a table within a cell counts as text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._row: list[tuple[str, int, int]] | None = None
        self._cell: list[str] | None = None
        self._span = self._down = 1
        self._above: dict[int, tuple[int, str]] = {}
        self._length = 0
        self._deep = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._deep += 1
            if self._deep > _DEEPEST:
                raise ImportProblem("damaged", detail="tables within tables")
        elif self._deep > 1:
            return
        elif tag == "tr":
            self.end_row()
            self._row = []
        elif tag in ("td", "th"):
            self._end_cell()
            if self._row is None:
                self._row = []
            self._cell, self._length = [], 0
            given = dict(attributes)
            self._span = min(_count(given.get("colspan")) or 1, _MOST_CELLS + 1)
            self._down = _count(given.get("rowspan")) or _TO_THE_END
        elif tag in _GROUPS:
            self._end_group()
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table":
            self._deep = max(0, self._deep - 1)
            if not self._deep:
                self._end_group()
        elif self._deep > 1:
            return
        elif tag in _GROUPS:
            self._end_group()
        elif tag == "tr":
            self.end_row()
        elif tag in ("td", "th"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is None or self._silent:
            return
        self._length += len(data)
        if self._length > _LONGEST_CELL:
            raise ImportProblem("cell_too_long", line=self.getpos()[0])
        self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            text = " ".join("".join(self._cell).split())
            self._row.append((text, self._span, self._down))
            if sum(span for _text, span, _down in self._row) > _MOST_CELLS:
                raise ImportProblem("line_too_long", line=self.getpos()[0])
        self._cell = None

    def end_row(self) -> None:
        """Take the row as it is, for not every row is closed."""
        self._end_cell()
        if self._row is not None:
            self.rows.append(self._laid_out(self._row))
        self._row = None

    def _end_group(self) -> None:
        """No cell reaches out of a group of rows."""
        self.end_row()
        self._above = {}

    def _laid_out(self, cells: list[tuple[str, int, int]]) -> list[str]:
        """A row with the cells of rows above that reach down into it."""
        row: list[str] = []
        below: dict[int, tuple[int, str]] = {}

        def pass_above() -> None:
            while (column := len(row)) in self._above:
                left, text = self._above[column]
                if left > 1:
                    below[column] = (left - 1, text)
                row.append(text)

        for text, span, down in cells:
            pass_above()
            for place in range(span):
                if down > 1:
                    repeated = text if not place and holds_for_each(text) else ""
                    below[len(row)] = (down - 1, repeated)
                row.append("" if place else text)
        for column in sorted(column for column in self._above if column >= len(row)):
            row += [""] * (column - len(row))
            pass_above()
        self._above = below
        return row


def _count(text: str | None) -> int:
    """A span as HTML writes it; 0 reaches to the end."""
    return int(text) if text and text.isdecimal() and len(text) < 7 else 1


def rows(blocks: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number, as a spreadsheet would show it; raises `ImportProblem`."""
    yield from enumerate(_rows(blocks), 1)


def _rows(blocks: Iterator[str]) -> Iterator[list[str]]:
    parser = _Rows()
    for block in blocks:
        parser.feed(block)
        if len(parser.rawdata) > _MOST_RAW:
            raise ImportProblem("line_too_long", line=parser.getpos()[0])
        yield from parser.rows
        parser.rows.clear()
    parser.close()
    parser.end_row()
    yield from parser.rows
