"""Traffic figures: series over time, campaigns, and what was typed from the phone."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from ksdesk.domain.traffic import (
    GRAINS,
    IDENTITIES,
    OWN,
    PARTS,
    RATIOS,
    STORED_CODES,
    Measure,
    Part,
    Series,
    TypedRow,
    added,
    day_start,
    measure,
    own_label,
    value_of,
)
from ksdesk.storage.damage import spread
from ksdesk.storage.imports.batches import BatchReader
from ksdesk.storage.models.traffic import TrafficRow
from ksdesk.storage.session import Session
from ksdesk.storage.targets import TRAFFIC
from ksdesk.storage.traffic import layers, sums, typed
from ksdesk.storage.traffic.lives import told_apart

OBJECTS = TRAFFIC.objects
KEYWORD = "关键词"
_DAY = 86_400
_TEXTS = ("time", "grain", *IDENTITIES)


class TrafficReader:
    """Reads traffic."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def measures(self) -> tuple[str, ...]:
        """Codes with figures in the book: stored ones, own ones, ratios whose parts are there."""
        with self.session.reading():
            have = {code for row in typed.rows(self.session.db) for code in row.figures}
        owns: dict[str, None] = {}
        batches = BatchReader(self.session).standing("traffic")
        if not all(batch.columns for batch in batches) or len(batches) < self._imports():
            have |= self._filled()  # what came with an import is damaged: the rows say it
        for batch in batches:
            for column in batch.columns:
                if column.what == "measure":
                    have.add(column.code)
                elif column.what == "own" and column.code:
                    owns[OWN + own_label(column.code)] = None
        stored = tuple(code for code in STORED_CODES if code in have)
        ratios = tuple(m.code for m in RATIOS if have.issuperset(m.of))
        return (*stored, *owns, *ratios)

    def _imports(self) -> int:
        with self.session.reading():
            sql = "SELECT count(*) FROM batch WHERE state = 'done' AND kind = 'traffic'"
            return int(self.session.db.execute_sql(sql).fetchone()[0])

    def _filled(self) -> set[str]:
        """The stored codes that any row has a figure of."""
        filled = ", ".join(f"max({code} IS NOT NULL)" for code in STORED_CODES)
        with self.session.reading():
            row = self.session.db.execute_sql(f"SELECT {filled} FROM traffic_row").fetchone()
        return {code for code, has in zip(STORED_CODES, row, strict=True) if has}

    def grains(self) -> tuple[str, ...]:
        """What rows stand for: those of GRAINS that there are."""
        with self.session.reading():
            found = {row[0] for row in TrafficRow.select(TrafficRow.grain).distinct().tuples()}
        return tuple(grain for grain in GRAINS if grain in found)

    def span(self) -> tuple[int, int] | None:
        """First and last second that a row begins at, None where there is no row."""
        with self.session.reading():
            sql = "SELECT (SELECT min(key) FROM traffic_row), (SELECT max(key) FROM traffic_row)"
            first, last = self.session.db.execute_sql(sql).fetchone()
        return None if first is None else (int(first[:12]), int(last[:12]))

    def series(
        self,
        code: str,
        grain: str,
        start: int | None = None,
        end: int | None = None,
        campaigns: Collection[str] | None = None,
        parts: layers.Parts | None = None,
    ) -> Series:
        """A measure by hour, day, week (from Monday) or month, start ≤ t < end in seconds.

        Nothing is counted twice where reports overlap: a day that has daily rows is not summed
        from its hours, an account's own total is not added to its campaigns'. What was typed from
        the phone (粉条) is added, or replaces what is imported, as the seller said. `campaigns`:
        only these keys; `parts`: only these campaigns, lives or ways, each (kind, key).
        """
        if campaigns is not None:
            parts = [("campaign", key) for key in campaigns]
        wanted = measure(code)
        with self.session.reading():
            found = sums.of(self.session.db, wanted, grain, (start, end), parts)
            if parts is None:
                typed.settle(self.session.db, found, wanted, grain, (start, end))
        times, values = array("q"), array("d")
        for moment in sorted(found):
            value = value_of(wanted, found[moment])
            if value is not None:
                times.append(moment)
                values.append(value)
        return Series(code, grain, times, values, added(found.values()))

    def pairs(
        self, above: str, below: str, grain: str, start: int, end: int
    ) -> dict[int, tuple[float, float]]:
        """Two measures summed over the rows that have both, by the start of each day, week or
        month; as in `series` nothing is counted twice and typed figures count.
        """
        wanted = Measure("", "rate", "ratio", (above, below))
        with self.session.reading():
            found = sums.of(self.session.db, wanted, grain, (start, end), None)
            typed.settle(self.session.db, found, wanted, grain, (start, end))
        return {at: (parts[0], parts[1]) for at, parts in sorted(found.items()) if parts[2]}

    def spent_within(
        self, code: str, start: int, end: int, parts: layers.Parts | None = None
    ) -> float:
        """What the return of that code counts of the fen spent in these hours, in seconds."""
        with self.session.reading():
            return sums.spent_within(self.session.db, measure(code), (start, end), parts)

    def by_campaign(self, code: str, start: int, end: int) -> dict[int, dict[str, float]]:
        """A measure of each campaign that reports name, by its key, for each day of a span."""
        wanted = measure(code)
        with self.session.reading():
            found = sums.by_campaign(self.session.db, wanted, (start, end))
        days: dict[int, dict[str, float]] = {}
        for (day, key), parts in found.items():
            if (value := value_of(wanted, parts)) is not None:
                days.setdefault(day, {})[key] = value
        return days

    def parts(self) -> tuple[Part, ...]:
        """Every campaign, live and way with its newest name, kind by kind, the dearest first."""
        return tuple(part for kind in PARTS for part in self._parts(kind))

    def campaigns(self) -> tuple[Part, ...]:
        """Every campaign, the dearest first."""
        return tuple(self._parts("campaign"))

    def _parts(self, kind: str) -> list[Part]:
        key = layers.PART_OF[kind]
        name = key if kind == "way" else f"coalesce({kind}_name, {kind})"
        # by import first, whose rows are of one kind, as in layers
        sql = f"""SELECT part, max(named), sum(spend), min(first), max(last), max(way), max(wayless)
            FROM (SELECT {key} AS part, max(substr(key, 1, 12) || {name}) AS named,
                    sum(spend) AS spend, min(time) AS first, max(time) AS last, max(way) AS way,
                    count(way) < count(*) AS wayless, grain, level, key
                FROM traffic_row WHERE {key} IS NOT NULL GROUP BY part, grain, level, batch)
            GROUP BY part, grain, level, {layers.IS_PART}"""
        found: dict[str, Part] = {}
        with self.session.reading():
            rows = self.session.db.execute_sql(sql).fetchall()
        newest: dict[str, str] = {}
        for part, named, spend, first, last, way, wayless in rows:
            newest[part] = max(newest.get(part, ""), named)
            there = found.get(part)
            found[part] = Part(
                kind,
                part,
                newest[part][12:],
                max(spend or 0, there.spend if there else 0),
                min(first, there.first if there else first),
                max(last, there.last if there else last),
                way or (there.way if there else None),
                bool(wayless or (there and there.wayless)),
            )
        return sorted(found.values(), key=lambda part: (-part.spend, part.name))

    def lives(self, start: int, end: int) -> tuple[tuple[int, str], ...]:
        """Lives that begin in a span in seconds, each at its first second, with its name."""
        with self.session.reading():
            found = told_apart(self.session.db, max(start - _DAY, 0), end)
        return tuple((one.begin, one.name) for one in found if one.begin >= start)

    def keyword_changes(self) -> tuple[tuple[int, str, str], ...]:
        """When a campaign first ran with another 关键词 than it began with: (second, campaign key,
        keyword), as far as reports name keywords. By the hour where that day has hours.
        """
        word = f"""CASE WHEN json_valid(marks) THEN json_extract(marks, '$."{KEYWORD}"') END"""
        sql = f"""SELECT {layers.PART_OF["campaign"]} AS part, {word} AS word, min(time),
                min(CASE WHEN grain IN ('minute', 'hour', 'live') THEN time END)
            FROM traffic_row WHERE part IS NOT NULL AND marks LIKE ? AND word IS NOT NULL
            GROUP BY part, word ORDER BY part, 3"""
        found = []
        with self.session.reading():
            rows = self.session.db.execute_sql(sql, (f'%"{KEYWORD}"%',)).fetchall()
        for (before, *_), (part, said, day, hour) in pairwise(rows):
            if part == before:
                same = hour is not None and hour // _DAY == day // _DAY
                found.append((hour if same else day, part, said))
        return tuple(found)

    def sources(self, start: int, end: int) -> tuple[str, ...]:
        """The names of the imports that wrote the rows of a span last, the newest first."""
        condition, bounds = layers.within((start, end))
        sql = f"""SELECT name FROM batch WHERE id IN
            (SELECT DISTINCT batch FROM traffic_row WHERE {condition}) ORDER BY id DESC"""
        with self.session.reading():
            rows = self.session.db.execute_sql(sql, bounds).fetchall()
        return tuple(dict.fromkeys(row[0] for row in rows))

    def typed(self, day: date) -> tuple[TypedRow, ...]:
        """What was typed for a day and its lives."""
        first = day_start(day)
        with self.session.reading():
            return typed.rows(self.session.db, first, first + _DAY)

    def typed_within(self, start: int, end: int) -> tuple[TypedRow, ...]:
        """What was typed of days and lives, start ≤ t < end in seconds."""
        with self.session.reading():
            return typed.rows(self.session.db, start, end)

    def imported(self, at: date | datetime, live: str = "") -> dict[str, float]:
        """What the imports say of a day or of one live, of the measures that are typed."""
        with self.session.reading():
            return typed.imported(self.session.db, at, live)

    def undecided(self, start: int, end: int) -> tuple[TypedRow, ...]:
        """Typed rows, start ≤ t < end in seconds, that are added to imported figures only because
        the seller has not said what they are."""
        with self.session.reading():
            return typed.undecided(self.session.db, start, end)

    def rows(
        self, start: int | None = None, end: int | None = None, limit: int = 1000
    ) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
        """The figures as a table, newest first, without the fields that nothing stands in."""
        names = (*_TEXTS, *STORED_CODES, *OBJECTS)
        condition, values = layers.within((start, end))
        sql = f"""SELECT {", ".join(names)} FROM traffic_row WHERE {condition}
            ORDER BY key DESC LIMIT ?"""
        with self.session.reading():
            found = self.session.db.execute_sql(sql, (*values, limit)).fetchall()
        return _as_table(names, found)


def _as_table(
    names: tuple[str, ...], found: list[tuple[Any, ...]]
) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
    """Rows without the fields that are empty in all; own figures as fields of their own."""
    rows = [dict(spread(names, values, OBJECTS)) for values in found]
    plain = [name for name in names if name not in OBJECTS]
    fields = dict.fromkeys([*plain, *(name for row in rows for name in row)])
    filled = tuple(f for f in fields if any(row.get(f) is not None for row in rows))
    return filled, tuple(tuple(row.get(name) for name in filled) for row in rows)
