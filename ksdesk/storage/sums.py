"""Adding up overlapping traffic reports without counting anything twice.

Rows of one grain and level make a layer. Where layers overlap, the platform's own coarser figure
wins over the sum of finer ones: the day over its hours, the account over its campaigns, the
campaign over its units, each for the day and the campaign that it covers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import peewee

from ksdesk.domain.traffic import OWN, Measure

Span = tuple[int | None, int | None]
Sums = dict[int, list[float]]
_Cover = dict[int, set[tuple[str, str]]]

_HOUR, _DAY = 3_600, 86_400
_FINE = ("minute", "hour", "live")
_USABLE = {"hour": _FINE, "day": (*_FINE, "day"), "week": (*_FINE, "day", "week")}
_COARSE_FIRST = ("week", "day", "live", "hour", "minute")


def of(
    db: peewee.Database,
    measure: Measure,
    grain: str,
    span: Span,
    campaigns: Collection[str] | None,
) -> dict[int, float | None]:
    """The measure's value for the start of each hour, day or week; ValueError for other grains."""
    if grain not in _USABLE:
        raise ValueError(f"no series by {grain!r}")
    query = _Query(db, measure, span, campaigns)
    if grain != "week":
        found = _layered(query, grain, _USABLE[grain])
        return {bucket: query.value(parts) for bucket, parts in found.items()}
    weeks = _folded(_layered(query, "day", _USABLE["day"]))
    whole = _layered(query, "week", ("week",), exact=not weeks)
    return {bucket: query.value(parts) for bucket, parts in {**weeks, **whole}.items()}


def within(span: Span) -> tuple[str, tuple[str, ...]]:
    """The condition for rows of a span, by their key, which begins with the time."""
    start, end = span
    return "key >= ? AND key < ?", (
        f"{max(start or 0, 0):012d}",
        f"{end:012d}" if end else "9" * 13,
    )


class _Query:
    """The sums that one measure needs."""

    def __init__(
        self,
        db: peewee.Database,
        measure: Measure,
        span: Span,
        campaigns: Collection[str] | None,
    ) -> None:
        self.db, self.measure = db, measure
        self._columns, self._values = _expressions(measure)
        present = " OR ".join(f"{column} IS NOT NULL" for column in self._columns)
        condition, bounds = within(span)
        self._where = f"{condition} AND ({present})"
        self._bounds: list[Any] = [*bounds, *self._values]
        if campaigns is not None:
            marks = ", ".join("?" * len(campaigns))
            self._where += f" AND coalesce(campaign, campaign_name) IN ({marks})"
            self._bounds += list(campaigns)

    def layers(self) -> list[tuple[str, int, int]]:
        """Grain, level and whether typed, of all rows that count here."""
        sql = f"""SELECT grain, level, coalesce(way, '') = 'typed' AS typed, count(*)
            FROM traffic_row WHERE {self._where} GROUP BY grain, level, typed"""
        return [row[:3] for row in self.db.execute_sql(sql, self._bounds).fetchall()]

    def rows(
        self, layer: tuple[str, int, int], bucket: str, *, scoped: bool
    ) -> Iterable[tuple[Any, ...]]:
        """Bucket, account, campaign, then the sums."""
        grain, level, typed = layer
        scope = (
            "coalesce(account, account_name, ''), coalesce(campaign, campaign_name, '')"
            if scoped
            else "'', ''"
        )
        aggregated = ", ".join(_aggregates(self.measure, self._columns))
        places = self._values * _times_used(self.measure)
        sql = f"""SELECT {bucket} AS bucket, {scope}, {aggregated} FROM traffic_row
            WHERE {self._where} AND grain = ? AND level = ? AND (coalesce(way, '') = 'typed') = ?
            GROUP BY 1, 2, 3"""
        values = [*places, *self._bounds, grain, level, typed]
        found: list[tuple[Any, ...]] = self.db.execute_sql(sql, values).fetchall()
        return found

    def value(self, parts: list[float]) -> float | None:
        """The measure from its sums."""
        first, second = parts[0], parts[1]
        if self.measure.how == "sum":
            return first
        if self.measure.how == "weighted" and not second:
            first, second = parts[2], parts[3]
        return first * self.measure.factor / second if second else None


def _expressions(measure: Measure) -> tuple[list[str], list[str]]:
    """The columns that the measure is made of, and the values of their placeholders."""
    if measure.code.startswith(OWN):
        return ["json_extract(extra, ?)"], [f'$."{measure.code.removeprefix(OWN)}"']
    if measure.how == "ratio":
        return list(measure.of), []
    return [measure.code], []


def _aggregates(measure: Measure, columns: list[str]) -> list[str]:
    first = columns[0]
    if measure.how == "ratio":
        return [f"total({column})" for column in columns]
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


def _bucket(grain: str, *, exact: bool = False) -> str:
    if grain == "week":
        # 1970-01-01 was a Thursday. A report's own week may begin on a Sunday: the nearest Monday.
        return "time" if exact else f"(time / {_DAY} + 6) / 7 * {7 * _DAY} - {3 * _DAY}"
    width = _HOUR if grain == "hour" else _DAY
    return f"time - time % {width}"


def _layered(query: _Query, grain: str, usable: Collection[str], *, exact: bool = False) -> Sums:
    """Sums by bucket from all layers, the coarser first; what they cover is not added again."""
    layers = [layer for layer in query.layers() if layer[0] in usable]
    layers.sort(key=lambda layer: (layer[2], layer[1], _COARSE_FIRST.index(layer[0])))
    bucket = _bucket(grain, exact=exact)
    sums: Sums = {}
    reports = [layer for layer in layers if not layer[2]]
    for layer in layers:
        if layer[2] or len(reports) == 1:
            for start, _account, _campaign, *parts in query.rows(layer, bucket, scoped=False):
                _add(sums, start, parts)
    if len(reports) > 1:
        for start, parts in _uncovered(query, reports, bucket):
            _add(sums, start, parts)
    return sums


def _add(sums: Sums, start: int, parts: list[float]) -> None:
    there = sums.get(start)
    sums[start] = parts if there is None else [a + b for a, b in zip(there, parts, strict=True)]


def _uncovered(
    query: _Query, layers: list[tuple[str, int, int]], bucket: str
) -> Iterator[tuple[int, list[float]]]:
    cover: _Cover = {}
    for layer in layers:
        mine: _Cover = {}
        for start, account, campaign, *parts in query.rows(layer, bucket, scoped=True):
            if not _is_covered(cover.get(start, set()), account, campaign):
                mine.setdefault(start, set()).add((account, campaign))
                yield start, parts
        for start, scopes in mine.items():
            cover.setdefault(start, set()).update(scopes)


def _is_covered(there: set[tuple[str, str]], account: str, campaign: str) -> bool:
    """Whether a coarser layer has this campaign, its account, or the whole shop.

    A report that does not name its account may be of any.
    """
    if not there:
        return False
    wanted = {("", ""), (account, ""), (account, campaign), ("", campaign)}
    if there & wanted:
        return True
    return not account and any(other in ("", campaign) for _, other in there)


def _folded(days: Sums) -> Sums:
    """Days to weeks from Monday."""
    weeks: Sums = {}
    for start, parts in days.items():
        day = start // _DAY
        _add(weeks, ((day + 3) // 7 * 7 - 3) * _DAY, parts)
    return weeks
