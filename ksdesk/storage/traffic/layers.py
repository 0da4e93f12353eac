"""The rows of traffic that a measure is made of, one layer at a time.

Rows of one grain and level make a layer; what was typed is one of its own, and so are days (weeks,
months) of an account or a campaign by goal, live or another mark. Of its hours by goal, live or
mark those count of which no row tells the whole hour.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

import peewee

from ksdesk.domain.traffic import OWN, Measure, Sums
from ksdesk.storage.traffic.own_rows import Hours, Name, Scope, hours_by_name

Span = tuple[int | None, int | None]
Row = tuple[int, Scope, Sums]
"""The start of a bucket, (account, campaign), what the measure is computed from."""

_HOUR, _DAY = 3_600, 86_400

PART_OF = {
    "campaign": "coalesce(campaign, campaign_name)",
    "live": "coalesce(live, live_name)",
    "way": "way",
}
"""What names the part of traffic that a row belongs to, as SQL."""
_ACCOUNT = "coalesce(account, account_name, '')"
_CAMPAIGN = "coalesce(campaign, campaign_name, '')"
_SCOPE = f"{_ACCOUNT}, {_CAMPAIGN}"
_MINUTE = "substr(key, 1, 15)"  # with the grain
IS_PART = """CASE WHEN substr(key, 16, 1) = '|' OR grain = 'live' OR level > 1 THEN 0
    ELSE length(key) - length(replace(key, '|', '')) - (instr(key, '||') > 0) > 2 + level
        + (instr(key, '|p=') > 0) + (instr(key, '|a=') > 0 OR instr(key, '|an=') > 0)
    END"""
"""Whether its key names more than platform, account and campaign, with a value or without."""
_HOURS = ("hour", "minute")
_IS_HOURS = f"grain IN {_HOURS}"


class Layer(NamedTuple):
    """Rows of one kind; `part`: of days, that they are parts of whole ones; `mixed`: of hours, that
    some are parts and some the whole."""

    grain: str
    level: int
    typed: int
    part: int
    mixed: bool = False


Parts = Collection[tuple[str, str]]
"""Parts of traffic, each as (campaign, live or way; its key)."""


def within(span: Span) -> tuple[str, tuple[str, ...]]:
    """The condition for rows of a span, by their key, which begins with the time."""
    start, end = span
    return "key >= ? AND key < ?", (
        f"{max(start or 0, 0):012d}",
        f"{end:012d}" if end else "9" * 13,
    )


class RowsQuery:
    """The sums that one measure needs."""

    def __init__(
        self,
        db: peewee.Database,
        measure: Measure,
        span: Span,
        parts: Parts | None,
    ) -> None:
        self.db, self.measure = db, measure
        self._columns, self._values = _expressions(measure)
        present = " AND ".join(f"{column} IS NOT NULL" for column in self._columns)
        if measure.kind == "ratio":
            present += f" OR {measure.of[1]} IS NOT NULL AND way = 'typed'"
        condition, bounds = within(span)
        self.start = span[0]
        self._where = f"{condition} AND ({present})"
        self._bounds: list[Any] = [*bounds, *self._values]
        if parts is not None:
            choices = [f"{PART_OF[kind]} = ?" for kind, _ in parts] or ["1 = 0"]
            self.narrow(" OR ".join(choices), [key for _, key in parts])

    def narrow(self, condition: str, values: Collection[Any]) -> None:
        """Only rows that also meet this."""
        self._where += f" AND ({condition})"
        self._bounds += values

    def only(self, condition: str, *values: Any) -> RowsQuery:
        """The same of the rows that also meet this."""
        some = copy.copy(self)
        some._bounds = [*self._bounds]
        some.narrow(condition, values)
        return some

    def day_before(self) -> RowsQuery:
        """The same of the day before its span, for lives that went on at midnight."""
        assert self.start is not None
        earlier, midnight = copy.copy(self), self.start - self.start % _DAY
        earlier.start = midnight - _DAY
        earlier._bounds = [*within((earlier.start, midnight))[1], *self._bounds[2:]]
        return earlier

    def layers(self) -> list[Layer]:
        """Those of all rows that count here."""
        # One column to group by for both, and hours by one row of each import, for these are of one
        # kind: a year by the hour is read for this.
        kind = f"2 * (coalesce(way, '') = 'typed') + iif({_IS_HOURS}, 0, {IS_PART})"
        sql = f"""SELECT grain, level, kind + iif({_IS_HOURS}, {IS_PART}, 0) AS kind FROM
            (SELECT grain, level, {kind} AS kind, key FROM traffic_row WHERE {self._where}
                GROUP BY grain, level, kind, batch)"""
        found = self.db.execute_sql(sql, self._bounds).fetchall()
        every = {Layer(grain, level, *divmod(kind, 2)) for grain, level, kind in found}
        days = [layer for layer in every if layer.grain not in _HOURS]
        hours = {layer._replace(part=0) for layer in every if layer.grain in _HOURS}
        both = [layer._replace(mixed={layer, layer._replace(part=1)} <= every) for layer in hours]
        return days + both

    def rows(self, layer: Layer, bucket: str, *, scoped: bool) -> Iterator[Row]:
        """What the layer has by bucket, and by account and campaign if scoped."""
        scope = _SCOPE if scoped else "'', ''"
        aggregated = ", ".join(_aggregates(self.measure, self._columns))
        places = self._values * _times_used(self.measure)
        condition, bounds = self._of(layer)
        sql = f"""SELECT {bucket} AS bucket, {scope}, {aggregated} FROM traffic_row
            WHERE {condition} GROUP BY 1, 2, 3"""
        for start, account, campaign, *parts in self._all(sql, [*places, *bounds]):
            yield start, (account, campaign), tuple(parts)

    def hours(self, layer: Layer) -> Iterator[tuple[int, Name, Row]]:
        """The same by hour and live, each with its first second and the live's name."""
        aggregated = ", ".join(_aggregates(self.measure, self._columns))
        condition, bounds = self._of(layer)
        sql = f"""SELECT {bucket_of("hour")} AS hour, {_SCOPE}, live, live_name, min(time),
            {aggregated} FROM traffic_row WHERE {condition} GROUP BY 1, 2, 3, 4, 5"""
        values = [*self._values * _times_used(self.measure), *bounds]
        for hour, account, campaign, number, name, begin, *parts in self._all(sql, values):
            yield begin, (number, name), (hour, (account, campaign), tuple(parts))

    def own_rows(self, layer: Layer) -> Iterator[tuple[int, Scope, Name, Any]]:
        """The own rows of lives: begin, account and campaign, live and its other figures."""
        condition, bounds = self._of(layer)
        sql = f"""SELECT time, {_SCOPE}, live, live_name, max(extra) FROM traffic_row
            WHERE {condition} GROUP BY 1, 2, 3, 4, 5"""
        for begin, account, campaign, number, name, extra in self._all(sql, bounds):
            yield begin, (account, campaign), (number, name), extra

    def hours_of_lives(self, condition: str = "", bounds: Iterable[Any] = ()) -> Hours:
        """The hours that reports name lives in; those with the measure unless otherwise told."""
        named = "coalesce(live, live_name) IS NOT NULL AND grain IN ('minute', 'hour')"
        sql = f"SELECT DISTINCT {bucket_of('hour')}, live, live_name FROM traffic_row WHERE {named}"
        if not condition:
            condition, bounds = self._where, self._bounds
        return hours_by_name(self._all(f"{sql} AND {condition}", bounds))

    def _of(self, layer: Layer) -> tuple[str, list[Any]]:
        """The condition for rows of a layer, and the values of its placeholders."""
        own = "grain = ? AND level = ? AND (coalesce(way, '') = 'typed') = ?"
        kind = [layer.grain, layer.level, layer.typed]
        condition, values = f"{self._where} AND {own}", [*self._bounds, *kind]
        if layer.grain not in _HOURS:
            return f"{condition} AND {IS_PART} = ?", [*values, layer.part]
        if not layer.mixed:
            return condition, values
        hour = f"{_MINUTE}, {_CAMPAIGN}"
        whole = f"FROM traffic_row WHERE {condition} AND NOT {IS_PART}"
        told = f"""({hour}, {_ACCOUNT}) IN (SELECT {hour}, {_ACCOUNT} {whole})
            OR ({hour}, '') IN (SELECT {hour}, {_ACCOUNT} {whole})
            OR {_ACCOUNT} = '' AND ({hour}) IN (SELECT {hour} {whole})"""
        return f"{condition} AND NOT ({IS_PART} AND ({told}))", values * 4

    def _all(self, sql: str, values: Iterable[Any]) -> list[Any]:
        rows: list[Any] = self.db.execute_sql(sql, tuple(values)).fetchall()
        return rows


def _expressions(measure: Measure) -> tuple[list[str], list[str]]:
    """The columns that the measure is made of, and the values of their placeholders."""
    if measure.code.startswith(OWN):
        return ["CASE WHEN json_valid(extra) THEN json_extract(extra, ?) END"], [
            f'$."{measure.code.removeprefix(OWN)}"'
        ]
    if measure.how == "ratio":
        return list(measure.of), []
    return [measure.code], []


def _aggregates(measure: Measure, columns: list[str]) -> list[str]:
    first = columns[0]
    if measure.how == "ratio":
        return [*(f"total({column})" for column in columns), f"count({first})"]
    if measure.how == "weighted":
        weight = measure.of[0]
        both = f"CASE WHEN {first} IS NOT NULL THEN {weight} END"
        return [
            f"total({first} * {weight})",
            f"total({both})",
            f"total({first})",
            f"count({first})",
        ]
    return [f"total({first})", f"count({first})"]


def _times_used(measure: Measure) -> int:
    return 2 if measure.code.startswith(OWN) else 1


def bucket_of(grain: str, *, exact: bool = False) -> str:
    if grain == "week":
        # 1970-01-01 was a Thursday. A report's own week may begin on a Sunday: the nearest Monday.
        return "time" if exact else f"(time / {_DAY} + 6) / 7 * {7 * _DAY} - {3 * _DAY}"
    width = _HOUR if grain == "hour" else _DAY
    return f"time - time % {width}"
