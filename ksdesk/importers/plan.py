"""Rows of a source to rows of the book, a chunk of columns at a time: what all kinds share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from json.encoder import encode_basestring
from operator import add
from typing import Any

from ksdesk.domain.imports import LEFT_OUT, SKIP, ColumnGuess, Refused
from ksdesk.domain.personal import BLOT, blotted, is_name, is_note
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.records import BUYER_KEY
from ksdesk.domain.traffic import own_label
from ksdesk.importers import converters
from ksdesk.importers.buyers import Buyers
from ksdesk.importers.cell import days_of, has_ranges, is_range, names_things
from ksdesk.importers.converters import Convert, Faults
from ksdesk.importers.files import besides
from ksdesk.importers.files.cut_rows import Even, Rows, columns
from ksdesk.importers.files.table import Table
from ksdesk.importers.names import looks_like_id, names_days, tells_figures
from ksdesk.importers.private import people, private_columns, without
from ksdesk.importers.row_keys import KeyPart, Stamps, safe, spelling

_VALUE_SHOWN = 80  # characters of a refused cell that are kept

Values = dict[int, list[Any]]
"""Values of a chunk by the number of their column."""


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


class RowPlan:
    """How the rows of one source are read. `fields` are the columns that come out of it.

    A kind says which columns make up the row key, and how each column's cells are turned.
    `constants` are the same in every row. `grain`, `level`, `grain_is_sure` and `names`
    (the fields that name a campaign, group or ad, under the label in the file) are of traffic.
    """

    grain = ""
    level = 0
    names: Mapping[str, tuple[str, ...]] = {}
    grain_is_sure = True
    constants: Mapping[str, str] = {}

    def __init__(self, table: Table, columns: Sequence[ColumnGuess]) -> None:
        self.table = table
        self._private = private_columns(table.header, table.sample)
        columns = [c for c in columns if c.role != SKIP and c.index not in self._private]
        each = {c.role: c for c in reversed(columns)}  # the first of a role
        self.columns = tuple(c for c in columns if each.get(c.role) is c)
        self.width = len(table.header)
        self._besides = besides.Lines(table.header)
        self._time = next((c for c in self.columns if c.role == "time"), None)
        self._hour = next((c for c in self.columns if c.role == "hour"), None)
        self._stored = [c for c in self.columns if c.what in ("identity", "measure")]
        self._stored += self.derived()
        self._stored.sort(key=lambda c: c.what)
        self._owns = [c for c in self.columns if c.what == "own"]
        self._marks = [c for c in self.columns if c.what in ("mark", "note")]
        self._people = people(self._private, table.sample)
        self._free = [c for c in self._marks + self._stored if is_note(c.label or c.code)]
        self._ranged = [c for c in self.columns if self._has_ranges(c)]
        self._keyed = self.keyed()
        self._convert: dict[int, Convert] = {}
        self._buyers: Buyers | None = None
        self._progress = QUIET
        self.fields = (
            "time",
            *self.constants,
            *(c.code for c in self._stored),
            *(["extra"] if self._owns else []),
            *(["marks"] if self._marks or self._ranged else []),
        )

    def know_buyers(self, key: bytes) -> None:
        """Have the hash of its buyer in each row (`ksdesk.importers.buyers`)."""
        self._buyers = Buyers(self.table.header, key)
        self.fields = (*self.fields, BUYER_KEY)

    def keyed(self) -> list[ColumnGuess]:
        """The columns that make up the row key, in a fixed order, so that moved columns don't
        matter."""
        raise NotImplementedError

    def converter(self, column: ColumnGuess) -> Convert:
        """What turns the cells of a column."""
        if column.role == "time":
            return self.moments(column)
        if column.role == "hour":
            return converters.hours()
        if column.what == "own":
            seconds = column.unit == "seconds"
            return converters.durations("") if seconds else converters.numbers()
        cells = self._cells(column)
        figures = tells_figures(column.label)
        note = is_note(column.label)  # where a row of digits may be somebody's telephone
        if looks_like_id(column.label) or (not note and names_things(cells, figures=figures)):
            return converters.ids(like=cells)
        return converters.texts(told=self.told(column), note=note)

    def moments(self, column: ColumnGuess) -> Convert:
        """What turns the cells of the time."""
        return converters.moments(self._cells(column), longest=2 * self.usual_span(column))

    def told(self, column: ColumnGuess) -> Callable[[str], str] | None:
        """What a name in a column says of its row (合计); None where it is a text like others."""
        note = column.what == "note"
        if besides.is_remark(column.label) or (note and not besides.is_subject(column.label)):
            return None
        cells = [] if note else self._cells(column)
        return besides.among(cells, dated=names_days(column.label))

    def numbered(self, values: Values, place: int) -> bool:
        """Whether a row has a number of its own: then it is one, whatever its first word."""
        return False

    def _cells(self, column: ColumnGuess) -> list[str]:
        """What the first rows have in a column."""
        return [row[column.index] for row in self.table.sample]

    def usual_span(self, column: ColumnGuess) -> int:
        """How many days lie between the ends of a report's usual spans, 0 where its rows are days.
        One of more than twice as many is a total of others."""
        spans = sorted(map(days_of, self.spans(column)))
        return spans[(len(spans) - 1) // 2] if spans else 0

    def spans(self, column: ColumnGuess) -> list[str]:
        """The first cells of the time with the end of their span."""
        return self._cells(column)

    def stamp(self, seconds: int) -> str:
        """The beginning of the row keys of a moment: seconds go where a table is saved again."""
        return f"{seconds - seconds % 60:012d}"

    def starts(self, values: Values, stamps: Iterable[str]) -> Iterable[str]:
        """How the key of each row begins: with its time, unless its own number names it."""
        return stamps

    def part_name(self, column: ColumnGuess) -> str:
        """How row keys name a column."""
        return safe(column.code)

    def derived(self) -> list[ColumnGuess]:
        """Fields that the source has no column for, whose values `finish` makes."""
        return []

    def finish(self, values: Values, count: int) -> dict[int, tuple[ColumnGuess, str]]:
        """Let columns change each other (a sign that stands in another one); new faults."""
        return {}

    def _has_ranges(self, column: ColumnGuess) -> bool:
        """Whether a column of figures says 7.5w~10w somewhere: its texts are kept beside them."""
        if column.what not in ("own", "measure"):
            return False
        return has_ranges(self._cells(column))

    def chunks(self, progress: Progress = QUIET) -> Iterator[Chunk]:
        """Everything in the source; a chunk holds the rows it refuses as well."""
        if self._time is None and not self.timeless:
            return
        parts: dict[int, Callable[[Any], str]] = {
            c.index: KeyPart(self.part_name(c), spelling(c)).__getitem__ for c in self._keyed
        }
        stamps = Stamps(self.stamp).__getitem__
        self._progress = progress
        for column in self.columns:
            progress.check()
            self._convert[column.index] = self.converter(column)
        for lines, rows in self.table.chunks(progress):
            yield self._chunk(lines, rows, stamps, parts)

    timeless = False
    """Whether rows may have no time at all."""

    def _chunk(
        self,
        lines: list[int],
        rows: Rows,
        stamps: Callable[[int], str],
        parts: dict[int, Callable[[Any], str]],
    ) -> Chunk:
        refused: list[Refused] = []
        lines, rows = self._of_width(lines, rows, refused)
        values, faults = self._values(rows)
        if faults:
            lines, rows, values = self._without(faults, lines, rows, values, refused)
        if not rows:
            return Chunk((), (), [()] * len(self.fields), refused)
        for place in self._people if self._free else ():
            names = [row[place].strip() for row in rows]
            for column in self._free:
                texts = values[column.index]
                for n, (text, name) in enumerate(zip(texts, names, strict=True)):
                    if text and name and name in text:
                        texts[n] = self._nameless(text, rows[n])
        times = values[self._time.index] if self._time is not None else [0] * len(rows)
        if self._hour is not None:
            times = list(map(add, times, values[self._hour.index]))
        identity: list[Iterable[str]] = [map(parts[c.index], values[c.index]) for c in self._keyed]
        starts = self.starts(values, map(stamps, times))
        keys = list(map("|".join, zip(starts, *(identity or [repeat("")]), repeat("1"))))
        columns: list[Sequence[Any]] = [times]
        columns += [[constant] * len(rows) for constant in self.constants.values()]
        columns += [values[c.index] for c in self._stored]
        if self._owns:
            owns = [(c.code, values[c.index]) for c in self._owns]
            columns.append(_objects(owns, repr, self._progress))
        if self._marks or self._ranged:
            marks = [(c.code, values[c.index]) for c in self._marks]
            marks += [(c.label, _ranges(rows, c.index)) for c in self._ranged]
            columns.append(_objects(marks, _quoted, self._progress))
        if self._buyers is not None:
            columns.append(self._buyers.keys(rows))
        return Chunk(lines, keys, columns, refused)

    def _of_width(
        self, lines: list[int], rows: Rows, refused: list[Refused]
    ) -> tuple[list[int], Rows]:
        """Rows brought to the header's width; blank ones dropped, those that do not fit refused."""
        damaged = self.table.encoding.damaged
        if isinstance(rows, Even):
            if not damaged and not self.timeless:
                return lines, rows
            rows = [*rows]
        if not all(map(any, rows)):  # a workbook may have a million blank ones before its end
            filled = [(line, row) for line, row in zip(lines, rows, strict=True) if any(row)]
            lines, rows = [line for line, _row in filled], [row for _line, row in filled]
        if set(map(len, rows)) == {self.width} and not damaged and not self.timeless:
            return lines, rows
        misfits = self.table.misfits(rows)
        kept_lines: list[int] = []
        kept: list[list[str]] = []
        for place, (line, row) in enumerate(zip(lines, rows, strict=True)):
            broken = [cell for cell in row if "\ufffd" in cell] if damaged else []
            if place in misfits:
                cell, reason = misfits[place]
                reason = self._besides.why(row) or reason
                shown = "" if self._private else _shown(cell)  # a shifted cell may be private
                refused.append(Refused(line, "", shown, reason))
            elif broken:
                place = min(row.index(broken[0]), self.width - 1)
                label = self.table.header[place]
                shown = "" if place in self._private else _shown(broken[0])
                refused.append(Refused(line, label, shown, "bad_bytes"))
            elif any(map(str.strip, row)):
                kept_lines.append(line)
                kept.append(row[: self.width] + [""] * (self.width - len(row)))
        return kept_lines, kept

    def _values(self, rows: Rows) -> tuple[Values, dict[int, tuple[ColumnGuess, str]]]:
        cells = columns(rows, self.width)
        values: Values = {}
        faults: dict[int, tuple[ColumnGuess, str]] = {}
        for column in self.columns:
            self._progress.check()  # of many thousand columns, a few rows are much
            found: Faults
            values[column.index], found = self._convert[column.index](cells(column.index))
            for place, reason in found.items():
                if place not in faults or reason in LEFT_OUT:
                    faults[place] = (column, reason)
        for place, fault in self.finish(values, len(rows)).items():
            faults.setdefault(place, fault)
        for place in range(len(rows)) if self.timeless and self.columns else ():
            if reason := self._why(rows[place], values, place):
                faults[place] = (self.columns[0], reason)
        return values, faults

    def _why(self, row: Sequence[str], values: Values, place: int) -> str:
        """Why a line is none of the table's rows, "" where it is one."""
        if self.numbered(values, place):
            return "note_line" if self._besides.is_header(row) else ""
        return self._besides.why(row)

    def _nameless(self, text: str, row: Sequence[str]) -> str:
        """A text without the buyers whose names stand elsewhere in its row."""
        return without(text, (row[place] for place in self._people if is_name(row[place].strip())))

    def _without(
        self,
        faults: dict[int, tuple[ColumnGuess, str]],
        lines: list[int],
        rows: Rows,
        values: Values,
        refused: list[Refused],
    ) -> tuple[list[int], Rows, Values]:
        for place in sorted(faults):
            column, reason = faults[place]
            row = rows[place]
            if not any(map(str.strip, row)):
                continue
            reason = self._why(row, values, place) or reason
            value = _shown(row[column.index])
            if self._private:  # a shifted cell may be anybody
                value = BLOT if is_name(value.strip()) else self._nameless(value, row)
            refused.append(Refused(lines[place], column.label, value, reason))
        stay = [place for place in range(len(rows)) if place not in faults]
        kept = {index: [column[place] for place in stay] for index, column in values.items()}
        return [lines[place] for place in stay], [rows[place] for place in stay], kept


def _shown(cell: str) -> str:
    """A refused cell as it is kept to be told of."""
    return blotted(cell)[:_VALUE_SHOWN]


def _quoted(text: str) -> str:
    return encode_basestring(text)


def _ranges(rows: Rows, index: int) -> list[str | None]:
    """The texts of a column's ranges, None for plain figures."""
    return [row[index].strip() if is_range(row[index]) else None for row in rows]


def _objects(
    columns: Iterable[tuple[str, Sequence[Any]]],
    written: Callable[[Any], str],
    progress: Progress,
) -> list[str | None]:
    """One JSON object a row from several columns, without those that have no value in it."""
    cells = []
    for label, values in sorted(columns, key=lambda column: column[0]):
        progress.check()
        start = f"{_quoted(own_label(label))}:"
        cells.append(["" if value is None else start + written(value) for value in values])
    made = [",".join(filter(None, row)) for row in zip(*cells, strict=True)]
    return [f"{{{text}}}" if text else None for text in made]
