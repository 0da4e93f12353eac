"""Rows of a traffic report to rows of the book, a chunk of columns at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

from ksdesk.domain.imports import SKIP, ColumnGuess, Refused
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.traffic import GRAIN_LETTERS, IDENTITIES, LEVELS, MEASURES, own_label
from ksdesk.importers import converters
from ksdesk.importers.converters import Cells, Convert, Faults
from ksdesk.importers.labels import LIVE_STARTS, TOTALS, plain
from ksdesk.importers.table import Rows, Table

_VALUE_SHOWN = 80  # characters of a refused cell that are kept
_NAME_OF = {"account_name": "account", "campaign_name": "campaign", "unit_name": "unit",
            "ad_name": "ad", "live_name": "live"}  # fmt: skip


@dataclass
class Chunk:
    """Rows as they will be stored, column by column: `lines`, `keys`, then one list a field."""

    lines: Sequence[int]
    keys: Sequence[str]
    columns: Sequence[Sequence[Any]]
    refused: list[Refused] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The rows: line, key, values."""
        return zip(self.lines, self.keys, *self.columns, strict=True)


class Plan:
    """How the rows of one source are read. `fields` are the columns that come out of it.

    `level` says how fine the rows are, `grain` what one stands for as far as the header and the
    first rows tell; the row keys are made with it.
    """

    def __init__(self, table: Table, columns: Sequence[ColumnGuess]) -> None:
        self.table = table
        each = {c.role: c for c in reversed(columns) if c.role != SKIP}  # the first of a role
        self.columns = tuple(c for c in columns if each.get(c.role) is c)
        self.width = len(table.header)
        self._time = next((c for c in self.columns if c.role == "time"), None)
        self._hour = next((c for c in self.columns if c.role == "hour"), None)
        self._measures = [c for c in self.columns if c.what == "measure"]
        self._identities = [c for c in self.columns if c.what == "identity"]
        self._owns = [c for c in self.columns if c.what == "own"]
        self._marks = [c for c in self.columns if c.what in ("mark", "note")]
        self._keyed = keyed(self.columns)
        self._convert = {c.index: _converter(c) for c in self.columns}
        self.level = max(
            (LEVELS.get(_NAME_OF.get(c.code, c.code), 0) for c in self._keyed), default=0
        )
        self.grain, self.grain_is_sure = self._first_grain()
        self.fields = (
            "time",
            *(c.code for c in (*self._identities, *self._measures)),
            *(["extra"] if self._owns else []),
            *(["marks"] if self._marks else []),
        )

    def _first_grain(self) -> tuple[str, bool]:
        """What one row stands for, and whether the header says so (else the spacing decides)."""
        label = plain(self._time.label) if self._time is not None else ""
        if label in LIVE_STARTS:
            return "live", True
        if self._hour is not None:
            return "hour", True
        if "week" in label or label.startswith(("wk", "周")):
            return "week", True
        if self._time is None:
            return "day", False
        index = self._time.index
        clocks = {row[index].strip()[10:].strip() for row in self.table.sample}
        hourly = any(":" in clock and clock != "00:00:00" for clock in clocks)
        return "hour" if hourly else "day", False

    def chunks(self, progress: Progress = QUIET) -> Iterator[Chunk]:
        """Everything in the source; a chunk holds the rows it refuses as well."""
        if self._time is None:
            return
        letter = GRAIN_LETTERS[self.grain]
        parts: dict[int, Callable[[str | None], str]] = {
            c.index: _Part(c).__getitem__ for c in self._keyed
        }
        stamps = _Stamps(letter).__getitem__
        for lines, rows in self.table.chunks(progress):
            yield self._chunk(lines, rows, stamps, parts)

    def _chunk(
        self,
        lines: list[int],
        rows: Rows,
        stamps: Callable[[int], str],
        parts: dict[int, Callable[[str | None], str]],
    ) -> Chunk:
        refused: list[Refused] = []
        lines, rows = self._of_width(lines, rows, refused)
        values, faults = self._values(rows)
        if faults:
            lines, rows, values = self._without(faults, lines, rows, values, refused)
        if not rows:
            return Chunk((), (), [()] * len(self.fields), refused)
        assert self._time is not None
        times = values[self._time.index]
        if self._hour is not None:
            times = [day + hour for day, hour in zip(times, values[self._hour.index], strict=True)]
        identity: list[Iterable[str]] = [map(parts[c.index], values[c.index]) for c in self._keyed]
        keys = list(
            map("|".join, zip(map(stamps, times), *(identity or [repeat("")]), repeat("1")))
        )
        columns = [times, *(values[c.index] for c in (*self._identities, *self._measures))]
        if self._owns:
            columns.append(_objects(self._owns, values, len(rows), repr))
        if self._marks:
            columns.append(_objects(self._marks, values, len(rows), _quoted))
        return Chunk(lines, keys, columns, refused)

    def _of_width(
        self, lines: list[int], rows: Rows, refused: list[Refused]
    ) -> tuple[list[int], Rows]:
        """Rows brought to the header's width; blank ones dropped, longer ones refused."""
        damaged = self.table.encoding.damaged
        if set(map(len, rows)) == {self.width} and not damaged:
            return lines, rows
        kept_lines: list[int] = []
        kept: Rows = []
        for line, row in zip(lines, rows, strict=True):
            rest = [cell for cell in row[self.width :] if cell.strip()]
            broken = [cell for cell in row if "\ufffd" in cell] if damaged else []
            if rest:
                refused.append(Refused(line, "", rest[0][:_VALUE_SHOWN], "too_many_cells"))
            elif broken:
                label = self.table.header[min(row.index(broken[0]), self.width - 1)]
                refused.append(Refused(line, label, broken[0][:_VALUE_SHOWN], "bad_bytes"))
            elif any(map(str.strip, row)):
                kept_lines.append(line)
                kept.append(row[: self.width] + [""] * (self.width - len(row)))
        return kept_lines, kept

    def _values(
        self, rows: Rows
    ) -> tuple[dict[int, list[Any]], dict[int, tuple[ColumnGuess, str]]]:
        cells: list[Cells] = list(zip(*rows, strict=True)) if rows else [()] * self.width
        values: dict[int, list[Any]] = {}
        faults: dict[int, tuple[ColumnGuess, str]] = {}
        for column in self.columns:
            found: Faults
            values[column.index], found = self._convert[column.index](cells[column.index])
            for place, reason in found.items():
                if place not in faults or reason == "total_line":
                    faults[place] = (column, reason)
        return values, faults

    def _without(
        self,
        faults: dict[int, tuple[ColumnGuess, str]],
        lines: list[int],
        rows: Rows,
        values: dict[int, list[Any]],
        refused: list[Refused],
    ) -> tuple[list[int], Rows, dict[int, list[Any]]]:
        for place in sorted(faults):
            column, reason = faults[place]
            row = rows[place]
            if not any(map(str.strip, row)):
                continue
            first = next(cell.strip() for cell in row if cell.strip())
            if first.rstrip(":：") in TOTALS or first.startswith(("合计", "总计")):
                reason = "total_line"
            value = row[column.index][:_VALUE_SHOWN]
            refused.append(Refused(lines[place], column.label, value, reason))
        stay = [place for place in range(len(rows)) if place not in faults]
        kept = {index: [column[place] for place in stay] for index, column in values.items()}
        return [lines[place] for place in stay], [rows[place] for place in stay], kept


def keyed(columns: Sequence[ColumnGuess]) -> list[ColumnGuess]:
    """The columns that make up the row key, in a fixed order, so that moved columns don't matter.

    Every identifying column counts. A name stands back where its id is there (campaigns are
    renamed), 营销目标 where the campaign is.
    """
    codes = {c.code for c in columns if c.what == "identity"}
    finer = codes & {"campaign", "campaign_name", "unit", "unit_name", "ad", "ad_name"}
    order = list(IDENTITIES)
    chosen = [
        c
        for c in columns
        if c.what == "identity"
        and _NAME_OF.get(c.code) not in codes
        and not (c.code == "way" and finer)
    ]
    chosen.sort(key=lambda c: order.index(c.code))
    return chosen + sorted((c for c in columns if c.what == "mark"), key=lambda c: c.code)


def _converter(column: ColumnGuess) -> Convert:
    if column.role == "time":
        return converters.moments()
    if column.role == "hour":
        return converters.hours()
    if column.what == "own":
        return converters.numbers()
    if column.what == "measure":
        kind = MEASURES[column.code].kind
        if kind == "money":
            return converters.money(column.unit)
        return converters.durations(column.unit) if kind == "seconds" else converters.counts()
    return converters.texts()


class _Part(dict[str | None, str]):
    """One column's part of the row key, by value."""

    def __init__(self, column: ColumnGuess) -> None:
        super().__init__()
        name = IDENTITIES[column.code] if column.what == "identity" else _safe(column.code)
        self._start = f"{name}="

    def __missing__(self, value: str | None) -> str:
        if len(self) > 20_000:
            self.clear()
        part = self[value] = self._start + _safe(value or "")
        return part


class _Stamps(dict[int, str]):
    """The beginning of a row key, by time."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def __missing__(self, seconds: int) -> str:
        if len(self) > 20_000:
            self.clear()
        stamp = self[seconds] = f"{seconds:012d}|{self._letter}"
        return stamp


def _safe(text: str) -> str:
    return text.replace("|", "¦")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _objects(
    columns: Sequence[ColumnGuess],
    values: dict[int, list[Any]],
    count: int,
    written: Callable[[Any], str],
) -> list[str | None]:
    """One JSON object a row from several columns, without those that have no value in it."""
    cells = []
    for column in sorted(columns, key=lambda c: c.code):
        start = f"{_quoted(own_label(column.code))}:"
        cells.append(
            ["" if value is None else start + written(value) for value in values[column.index]]
        )
    rows = zip(*cells, strict=True)
    made = [",".join(filter(None, row)) for row in rows] if cells else [""] * count
    return [f"{{{text}}}" if text else None for text in made]
