"""Figures typed from the phone, and what they are to the imported ones of their day or live."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

import peewee

from ksdesk.domain.changes import Changes
from ksdesk.domain.lasting import lasting_option
from ksdesk.domain.traffic import (
    STORED_CODES,
    Measure,
    Sums,
    TypedRow,
    added,
    day_start,
    from_seconds,
    measure,
    row_key,
    to_seconds,
    value_of,
)
from ksdesk.domain.traffic import TYPED as CODES
from ksdesk.storage import about
from ksdesk.storage.models.traffic import TrafficRow, TypedChoice
from ksdesk.storage.session import Session
from ksdesk.storage.traffic import layers, sums
from ksdesk.storage.traffic.own_rows import LONGEST, PAUSE

TYPED: Final = "traffic.typed"
"""How often figures were typed: rows alone do not tell that they changed."""
WAY: Final = "typed"
_HOUR, _DAY = 3_600, 86_400
_LIVE_NAME: Final = f"coalesce({layers.PART_OF['live']}, '')"
_OF_LIVES: Final = "grain IN ('minute', 'hour', 'live') AND coalesce(way, '') <> 'typed'"


def rows(db: peewee.Database, start: int = 0, end: int = 10**11) -> tuple[TypedRow, ...]:
    """What was typed, start ≤ t < end in seconds."""
    columns = ", ".join(STORED_CODES)
    sql = f"""SELECT key, time, grain, live_name, {columns} FROM traffic_row
        WHERE way = ? AND key >= ? AND key < ? ORDER BY key"""
    _, span = layers.within((start, end))
    found = db.execute_sql(sql, (WAY, *span)).fetchall()
    said: dict[str, dict[str, Any]] = {}
    choices = "SELECT key, figure, how FROM typed_choice WHERE key >= ? AND key < ?"
    for key, code, how in db.execute_sql(choices, span).fetchall():
        said.setdefault(key, {})[code] = how
    return tuple(_row(row[1:4], row[4:], said.get(row[0], {})) for row in found)


def _row(place: tuple[int, str, str | None], values: Iterable[Any], said: Any) -> TypedRow:
    at, grain, live = from_seconds(place[0]), place[1], place[2] or ""
    figures = {c: v for c, v in zip(STORED_CODES, values, strict=True) if v is not None}
    return TypedRow(at if grain == "live" else at.date(), live, figures, said)


def imported(db: peewee.Database, at: date | datetime, live: str) -> dict[str, float]:
    """What the reports say of a day or of one live, of the measures that are typed."""
    found = {}
    for code in CODES:
        buckets = _beside(db, measure(code), TypedRow(at, live), "day")
        value = value_of(measure(code), added(buckets.values())) if buckets else None
        if value is not None:
            found[code] = value
    return found


def undecided(db: peewee.Database, start: int, end: int) -> tuple[TypedRow, ...]:
    """The typed rows of a span with a figure beside an imported one, of which nothing was said."""
    return tuple(
        row
        for row in rows(db, start, end)
        if (set(row.figures) - set(row.beside)) & set(imported(db, row.at, row.live))
    )


def settle(
    db: peewee.Database, found: sums.Buckets, wanted: Measure, grain: str, span: layers.Span
) -> None:
    """Take out of the sums of a measure what typed figures stand for."""
    if wanted.how not in ("sum", "ratio"):
        return
    start, end = span
    owners = (wanted.code, wanted.code) if wanted.how == "sum" else (*wanted.of, wanted.of[0])
    for row in replacing(db, span):
        by_live = isinstance(row.at, datetime)
        replaced = {code for code, how in row.beside.items() if how == "replace"}
        if not replaced & set(owners) & set(row.figures) or (grain == "hour" and not by_live):
            continue
        own = _seconds(row) - _seconds(row) % (_HOUR if grain == "hour" else _DAY)
        there = _beside(db, wanted, row, "hour" if grain == "hour" else "day")
        for at in {own, *there}:
            if (start is None or at >= start) and (end is None or at < end):
                seen = there.get(at, (0.0,) * len(owners))
                typed = _typed(wanted, row if at == own else TypedRow(row.at))
                change = [
                    _figure(row, at == own, code, place, owners) - seen[place] - typed[place]
                    if code in replaced and code in row.figures
                    else 0.0
                    for place, code in enumerate(owners)
                ]
                _change(found, sums.start_of(grain, at), tuple(change))


def _figure(row: TypedRow, here: bool, code: str, place: int, owners: tuple[str, ...]) -> float:
    """What stands in a place of the sums by a typed figure alone; the last place counts."""
    if not here:
        return 0.0
    return 1.0 if place == len(owners) - 1 else float(row.figures[code] or 0)


def _typed(wanted: Measure, row: TypedRow) -> Sums:
    """What a typed row adds to the sums of a measure, as `sums.of` counts it."""
    if wanted.how == "sum":
        known = row.figures.get(wanted.code)
        return (0.0, 0.0) if known is None else (known, 1.0)
    above, below = (row.figures.get(code) for code in wanted.of)
    if below is None or (above is None and wanted.kind != "ratio"):
        return 0.0, 0.0, 0.0
    return above or 0.0, below, float(above is not None)


def _change(found: sums.Buckets, at: int, change: Sums) -> None:
    now = added((found[at], change)) if at in found else change
    if any(now):
        found[at] = now
    else:
        found.pop(at, None)


def replacing(db: peewee.Database, span: layers.Span) -> Iterator[TypedRow]:
    """The typed rows that replace imported figures of a span, of lives that reach into it too."""
    start, end = span
    bounds = layers.within((None if start is None else start - LONGEST, end))[1]
    sql = "SELECT count(*) FROM typed_choice WHERE how = 'replace' AND key >= ? AND key < ?"
    if db.execute_sql(sql, bounds).fetchone()[0]:
        yield from (row for row in rows(db, *map(int, bounds)) if "replace" in row.beside.values())


def _beside(db: peewee.Database, wanted: Measure, row: TypedRow, grain: str) -> sums.Buckets:
    """The reports' sums of the day or live that a typed row is about, by hour or day."""
    at = _seconds(row)
    if not isinstance(row.at, datetime):
        return sums.reported(db, wanted, "day", (at, at + _DAY))
    name = _live_at(db, at, row.live.strip())
    if name is None:
        return {}
    grains = _OF_LIVES if name else f"{_OF_LIVES} AND grain = 'live'"
    only = f"{grains} AND {_LIVE_NAME} = ?", (name,)
    first = at - at % _HOUR
    hours = sums.reported(db, wanted, "hour", (first - _HOUR, first + LONGEST), only)
    end = first
    for hour in sorted(hours):
        if hour > end + PAUSE:
            break
        end = max(end, hour)
    span = first - _HOUR, end + _HOUR
    if grain == "day":
        return sums.reported(db, wanted, "day", span, only)
    return {hour: parts for hour, parts in hours.items() if hour < span[1]}


def _live_at(db: peewee.Database, at: int, name: str) -> str | None:
    """The imported live that began about then: the one of that name, else the only one there is.

    None where there is none or it is not clear which; "" for a live without a name.
    """
    first = at - at % _HOUR
    _, bounds = layers.within((first - _HOUR, first + 2 * _HOUR))
    sql = f"""SELECT {_LIVE_NAME} AS part, max(coalesce(live_name, '') = ?) FROM traffic_row
        WHERE {_OF_LIVES} AND key >= ? AND key < ?
            AND (grain = 'live' OR {_LIVE_NAME} <> '') GROUP BY part"""
    found = db.execute_sql(sql, (name, *bounds)).fetchall()
    named = [part for part, same in found if name and (same or part == name)]
    chosen = named or [part for part, _ in found]
    return chosen[0] if len(chosen) == 1 else None


def _seconds(row: TypedRow) -> int:
    return to_seconds(row.at) if isinstance(row.at, datetime) else day_start(row.at)


class TrafficWriter:
    """Writes typed figures."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def record(self, typed: Iterable[TypedRow]) -> Changes:
        """Set figures and what they are to imported ones; `ref` is a tuple of rows that set them
        back to what they were."""
        before = []
        with self.session.writing():
            for row in typed:
                before.append(self._record(row))
            about.put(TYPED, str(int(about.get(TYPED, "0")) + 1))
        return Changes.of("traffic", "today", ref=tuple(before))

    def _record(self, row: TypedRow) -> TypedRow:
        if unknown := {*row.figures, *row.beside} - set(STORED_CODES):
            raise ValueError(f"not stored measures: {sorted(unknown)}")
        key, values = _place(row)
        fields = [getattr(TrafficRow, code) for code in STORED_CODES]
        found = TrafficRow.select(*fields).where(TrafficRow.key == key).tuples().first()
        old = dict(zip(STORED_CODES, found or [None] * len(STORED_CODES), strict=True))
        new = {**old, **row.figures}
        if found is None:
            TrafficRow.insert(key=key, **values, **row.figures).execute()
        elif row.figures:
            TrafficRow.update(**row.figures).where(TrafficRow.key == key).execute()
        if all(value is None for value in new.values()):
            TrafficRow.delete().where(TrafficRow.key == key).execute()
        said = self._choose(key, row)
        return TypedRow(row.at, row.live, {code: old[code] for code in row.figures}, said)

    def _choose(self, key: str, row: TypedRow) -> dict[str, Any]:
        """Keep what was said of these figures; what was said before."""
        mine = (TypedChoice.key == key) & TypedChoice.figure.in_(list(row.beside))
        chosen = TypedChoice.select(TypedChoice.figure, TypedChoice.how).where(mine)
        before = dict(chosen.tuples())
        TypedChoice.delete().where(mine).execute()
        for code, how in row.beside.items():
            if how is not None:
                TypedChoice.insert(key=key, figure=code, how=how).execute()
        return {code: before.get(code) for code in row.beside}


def _place(row: TypedRow) -> tuple[str, dict[str, Any]]:
    """The row's key and what stands in it besides figures."""
    grain = "live" if isinstance(row.at, datetime) else "day"
    live = row.live.strip()
    name = lasting_option(live).replace("|", "¦")
    key = row_key(_seconds(row), grain, f"y={WAY}|ln={name}")
    return key, {
        "time": _seconds(row),
        "grain": grain,
        "level": 0,
        "way": WAY,
        "live_name": live or None,
    }
