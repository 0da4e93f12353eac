"""Adding up overlapping traffic reports without counting anything twice.

Rows of one grain and level make a layer. Where layers overlap, the platform's own coarser figure
wins over the sum of finer ones: the day over its hours, the account over its campaigns, the
campaign over its units, whole days over days by goal, live or mark, each for the day and the
campaign that it covers. The own row of a live stands on the day it began and tells the live's own
hours, after midnight too; what its day has beside them counts beside it. Own days of its campaigns
have what the live had and more: they count instead of it where they are more, and instead of what
the day is by goal, live or mark, of which a report may have but some.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from operator import neg
from typing import Any, TypeVar

import peewee

from ksdesk.domain.traffic import MEASURES, Measure, Sums, added, day_start, from_seconds
from ksdesk.storage.traffic.layers import (
    PART_OF,
    Layer,
    Parts,
    Row,
    RowsQuery,
    Span,
    bucket_of,
    within,
)
from ksdesk.storage.traffic.own_rows import (
    Hours,
    Name,
    OwnRow,
    Scope,
    hours_by_name,
    hours_of,
    own_row,
)

Buckets = dict[int, Sums]
_Key = TypeVar("_Key")
Condition = tuple[str, tuple[Any, ...]]
"""SQL that rows must meet, and the values of its placeholders."""
_Cover = dict[int, set[tuple[str, str]]]
_Place = tuple[int, Scope]
"""A day by its first second, and an account or campaign."""
_OwnRows = dict[int, list[OwnRow]]
"""The own rows of lives that tell hours of a day, by its first second."""

_HOUR, _DAY = 3_600, 86_400
_MANY = 1_000
"""Hours or days that are named one by one."""
_FINE = ("minute", "hour", "live")
_USABLE = {"hour": _FINE, "day": (*_FINE, "day")}
_COARSE_FIRST = ("month", "week", "day", "live", "hour", "minute")


def of(
    db: peewee.Database, measure: Measure, grain: str, span: Span, parts: Parts | None
) -> Buckets:
    """What the measure is computed from, for the start of each hour, day, week or month.

    A row counts for a ratio if it has both parts. A return counts all money: what was typed for
    粉条 too, whose sales are in the reports. ValueError for another grain.

    `parts`: only rows that belong to one of these.
    """
    query = RowsQuery(db, measure, span, parts)
    if grain in _USABLE:
        return _layered(query, grain, _USABLE[grain])
    if grain in _FOLDS:
        return _folded(query, grain)
    raise ValueError(f"no series by {grain!r}")


def reported(
    db: peewee.Database, measure: Measure, grain: str, span: Span, only: Condition = ("1 = 1", ())
) -> Buckets:
    """The same by hour or day from reports alone, without what was typed; of the rows that meet
    a condition."""
    condition, values = only
    query = RowsQuery(db, measure, span, None)
    query.narrow(f"coalesce(way, '') <> 'typed' AND {condition}", values)
    return _layered(query, grain, _USABLE[grain])


def by_campaign(db: peewee.Database, measure: Measure, span: Span) -> dict[tuple[int, str], Sums]:
    """What the measure is computed from by day, for each campaign that reports name, by its key."""
    query = RowsQuery(db, measure, span, None)
    query.narrow(f"{PART_OF['campaign']} IS NOT NULL", ())
    layers = _reports(query, _USABLE["day"])
    found: dict[tuple[int, str], Sums] = {}
    own = _own_rows_before(query)
    for day, (_, campaign), parts in _uncovered(query, layers, bucket_of("day"), own):
        _add(found, (day, campaign), parts)
    return found


def spent_within(
    db: peewee.Database, found: Measure, span: tuple[int, int], parts: Parts | None
) -> float:
    """What a return counts of the fen spent in these hours, as reports say.

    An hour that names both counts by itself; of one that a day's own row covers, all that is spent.
    """
    start, end = span
    whole = RowsQuery(db, found, (start - start % _DAY, end), parts)
    cover: _Cover = {}
    for day, scope, _ in _uncovered(whole, _reports(whole, ("day",)), bucket_of("day")):
        cover.setdefault(day, set()).add(scope)
    spent = 0.0
    for asked, place in ((found, 1), (MEASURES["spend"], 0)):
        query = RowsQuery(db, asked, span, parts)
        for hour, scope, sums in _uncovered(query, _reports(query, _FINE), bucket_of("hour")):
            by_day = _is_covered(cover.get(hour - hour % _DAY, set()), *scope)
            spent += sums[place] if by_day == (asked is not found) else 0
    return spent


def _coarse_first(query: RowsQuery, usable: Collection[str]) -> list[Layer]:
    """The layers of these grains: reports before typed ones, coarser before finer ones."""
    layers = [layer for layer in query.layers() if layer[0] in usable]
    layers.sort(key=lambda layer: (layer[2], layer[1], _COARSE_FIRST.index(layer[0]), layer[3]))
    return layers


def _reports(query: RowsQuery, usable: Collection[str]) -> list[Layer]:
    return [layer for layer in _coarse_first(query, usable) if not layer[2]]


def _layered(query: RowsQuery, grain: str, usable: Collection[str]) -> Buckets:
    """Sums by hour or day from all layers; what the coarser cover is not added again."""
    layers = _coarse_first(query, usable)
    bucket = bucket_of(grain)
    sums: Buckets = {}
    reports = [layer for layer in layers if not layer[2]]
    own = _own_rows_before(query) if grain == "day" else None
    simple = len(reports) == 1 and not own
    for layer in layers:
        if layer[2] or simple:
            for start, _scope, parts in query.rows(layer, bucket, scoped=False):
                _add(sums, start, parts)
    if not simple:
        for start, _scope, parts in _uncovered(query, reports, bucket, own, scoped=False):
            _add(sums, start, parts)
    return sums


def _folded(query: RowsQuery, grain: str) -> Buckets:
    """Sums by week or month: reports of that grain, and the days of what these do not cover."""
    days = _coarse_first(query, _USABLE["day"])
    fold = _FOLDS[grain]
    sums: Buckets = {}
    cover: _Cover = {}
    bucket = bucket_of("week", exact=not days) if grain == "week" else bucket_of("day")
    for start, scope, parts in _uncovered(query, _coarse_first(query, (grain,)), bucket):
        start = start if grain == "week" else fold(start)
        cover.setdefault(start, set()).add(scope)
        _add(sums, start, parts)
    reports, own = [d for d in days if not d[2]], _own_rows_before(query)
    for day, scope, parts in _uncovered(query, reports, bucket_of("day"), own):
        start = fold(day)
        if not _is_covered(cover.get(start, set()), *scope):
            _add(sums, start, parts)
    for layer in [d for d in days if d[2]]:
        for day, _scope, parts in query.rows(layer, bucket_of("day"), scoped=False):
            _add(sums, fold(day), parts)
    return sums


def _monday(day: int) -> int:
    return ((day // _DAY + 3) // 7 * 7 - 3) * _DAY


def _first_of_month(day: int) -> int:
    moment = from_seconds(day)
    return day_start(date(moment.year, moment.month, 1))


_FOLDS: dict[str, Callable[[int], int]] = {"week": _monday, "month": _first_of_month}
"""The start of the week or month that a day lies in."""


def start_of(grain: str, at: int) -> int:
    """The start of the hour, day, week or month to which an hour or day belongs."""
    return _FOLDS[grain](at) if grain in _FOLDS else at


def _add(sums: dict[_Key, Sums], key: _Key, parts: Sums) -> None:
    there = sums.get(key)
    sums[key] = parts if there is None else added((there, parts))


def _uncovered(
    query: RowsQuery,
    layers: list[Layer],
    bucket: str,
    own: _OwnRows | None = None,
    *,
    scoped: bool = True,
) -> Iterator[Row]:
    """Of each layer what no coarser one has; by the day what no own row of a live tells, `own`
    being those of the day before the span, and by the hour no own row beside the live's hours.
    Unless `scoped`, what nothing can be counted twice with is of no account and campaign."""
    cover: _Cover = {}
    in_parts: _Cover = {}  # the same of days by goal, live or mark, which may be but some
    grains = {grain for grain, *_ in layers}
    mixed = bucket == bucket_of("hour") and "live" in grains and len(grains) > 1
    told = query.hours_of_lives() if mixed else {}
    beside: _OwnRows = own if own is not None else {}
    told_by: dict[_Place, Sums] = {}
    for layer in layers:
        mine: _Cover = {}
        hidden: dict[_Place, list[Row]] = {}
        if not scoped and layer is layers[-1] and layer[0] != "live" and not beside:
            rows = _finest(query, layer, bucket, [*cover, *in_parts])
        else:
            rows = _rows(query, layer, bucket, beside, told, cover)
        for row in rows:
            start, scope, parts = row
            if _is_covered(cover.get(start, set()), *scope):
                continue
            parts_of = _widest(in_parts.get(start, set()), scope)
            if layer[0] == "day" and (over := parts_of or _live_over(own, start, scope)):
                hidden.setdefault((start, over), []).append(row)
                continue
            if parts_of:
                continue
            mine.setdefault(start, set()).add(scope)
            yield row
            if own is not None and (layer[0] == "live" or layer[3]):
                _add(told_by, (start, scope), parts)
        for place, days in hidden.items():
            whole = added(parts for _, _, parts in days)
            if _size(query.measure, whole) > _size(query.measure, told_by[place]):
                yield *place, tuple(map(neg, told_by.pop(place)))
                for start, scope, parts in days:
                    yield start, scope, parts
                    mine.setdefault(start, set()).add(scope)
                    if layer[3]:
                        _add(told_by, (start, scope), parts)
                in_parts.get(place[0], set()).discard(place[1])
                _set_aside(own or {}, *place)
        if own is not None and layer[0] == "live":
            both = {
                day: cover.get(day, set()) | in_parts.get(day, set()) for day in (*cover, *in_parts)
            }
            _join(own, _own_rows(query, layer, both, own))
            continue
        there = in_parts if own is not None and layer[3] else cover
        for start, scopes in mine.items():
            there.setdefault(start, set()).update(scopes)


def _size(measure: Measure, sums: Sums) -> float:
    """What is more of a measure: its sum, or what it is divided by."""
    return sums[0] if measure.how == "sum" else sums[1]


def _live_over(own: _OwnRows | None, day: int, scope: Scope) -> Scope | None:
    """The widest account or campaign of a live that began that day which this day's row is of."""
    began = {one.scope for one in own.get(day, ()) if one.first >= day} if own else set()
    return _widest(began, scope)


def _widest(there: set[Scope], scope: Scope) -> Scope | None:
    """The widest of some accounts and campaigns which this one is of."""
    if not there:  # as of each row of a plain report
        return None
    return min((one for one in there if _is_covered({one}, *scope)), default=None)


def _set_aside(own: _OwnRows, day: int, scope: Scope) -> None:
    """Take out the own rows that began that day."""
    gone = [one for one in own.get(day, ()) if one.first >= day and one.scope == scope]
    for at, some in own.items():
        own[at] = [one for one in some if one not in gone]


def _own_rows(query: RowsQuery, layer: Layer, cover: _Cover, own: _OwnRows) -> _OwnRows:
    """The own rows of lives that nothing coarser covers or tells, by the days they tell of."""
    rows = []
    for row in query.own_rows(layer):
        begin, scope, live, _ = row
        told = _is_told(own, begin - begin % _HOUR, scope, live, {}, whole=True)
        if not (told or _is_covered(cover.get(begin - begin % _DAY, set()), *scope)):
            rows.append(row)
    if not rows:
        return {}
    first, last = (edge(begin for begin, *_ in rows) for edge in (min, max))
    there = query.hours_of_lives(*within((first - first % _DAY, last + 2 * _DAY)))
    found: _OwnRows = {}
    for begin, scope, live, extra in rows:
        one = own_row(begin, live, scope, extra, hours_of(live, there))
        for day in range(begin - begin % _DAY, one.end, _DAY):
            found.setdefault(day, []).append(one)
    return found


def _own_rows_before(query: RowsQuery) -> _OwnRows:
    """Those of lives of the day before the span."""
    found: _OwnRows = {}
    if query.start is not None:
        earlier = query.day_before()
        layers = _reports(earlier, _USABLE["day"])
        if any(grain == "live" for grain, *_ in layers):
            for _ in _uncovered(earlier, layers, bucket_of("day"), found):
                pass  # all are gone through for what they leave in `found`
    midnight = 0 if query.start is None else query.start - query.start % _DAY
    return {day: some for day, some in found.items() if day >= midnight}


def _join(own: _OwnRows, more: _OwnRows) -> None:
    for day, some in more.items():
        own.setdefault(day, []).extend(some)


def _rows(
    query: RowsQuery,
    layer: Layer,
    bucket: str,
    own: _OwnRows,
    told: Hours,
    cover: _Cover,
) -> Iterator[Row]:
    """What a layer has but for what own rows of lives tell, and by the hour but for own rows of
    lives whose hours are `told`; those that count, uncovered, come into `own`."""
    if layer[0] == "live" and told:
        for begin, live, row in query.hours(layer):
            hours = hours_of(live, told)
            one = own_row(begin, live, row[1], None, hours)
            of_it = hours & one.hours
            if of_it.isdisjoint({row[0], row[0] + _HOUR} if begin % _DAY else of_it):
                yield row
                if of_it and not _is_covered(cover.get(row[0], set()), *row[1]):
                    # those of its day: by itself, each day is to say the same
                    _join(own, {row[0] - row[0] % _DAY: [replace(one, until=one.first)]})
    elif own and layer[0] != "day":
        yield from _beside(query, layer, bucket, own)
    else:
        yield from query.rows(layer, bucket, scoped=True)


def _finest(query: RowsQuery, layer: Layer, bucket: str, covered: list[int]) -> Iterator[Row]:
    """What the finest layer has; by account and campaign only where a coarser one has something,
    unless that is almost everywhere."""
    if len(covered) > _MANY:
        yield from query.rows(layer, bucket, scoped=True)
        return
    there = f"{bucket} IN ({', '.join(map(str, covered))})"
    yield from query.only(f"NOT {there}").rows(layer, bucket, scoped=False)
    if covered:
        yield from query.only(there).rows(layer, bucket, scoped=True)


def _beside(query: RowsQuery, layer: Layer, bucket: str, own: _OwnRows) -> Iterator[Row]:
    """What a layer of hours or lives has beside the own rows; only at the times of day of these
    it is looked at hour by hour."""
    every = (one for some in own.values() for one in some)
    clock = {
        hour % _DAY // _HOUR
        for one in every
        for hour in (*one.hours, *range(one.first, one.until, _HOUR))
    }
    at = f"time % {_DAY} / {_HOUR} IN ({', '.join(map(str, clock))})"
    yield from query.only(f"NOT {at}").rows(layer, bucket, scoped=True)
    rows = [*query.only(at).hours(layer)]
    named = hours_by_name((hour, *live) for _, live, (hour, _, _) in rows)
    by_hour = bucket == bucket_of("hour")
    for _, live, (hour, scope, parts) in rows:
        if not _is_told(own, hour, scope, live, named, whole=layer[0] == "live"):
            yield hour if by_hour else hour - hour % _DAY, scope, parts


def _is_told(
    own: _OwnRows, hour: int, scope: Scope, live: Name, named: Hours, *, whole: bool
) -> bool:
    """Whether an own row tells that hour of a live or of none, `named`: those of its report; or
    the `whole` of a live that began then, which is not one that began later."""
    some = (one for one in own.get(hour - hour % _DAY, ()) if not whole or one.first <= hour)
    return _is_covered({one.scope for one in some if one.tells(hour, live, named)}, *scope)


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
