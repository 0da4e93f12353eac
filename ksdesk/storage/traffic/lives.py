"""The lives that rows of traffic name, each as one, over midnight too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import peewee

from ksdesk.storage.traffic.layers import PART_OF, within
from ksdesk.storage.traffic.own_rows import PAUSE, lasted

_HOUR, _DAY = 3_600, 86_400
_LIVE = PART_OF["live"]


def told_apart(db: peewee.Database, start: int, end: int) -> list[Live]:
    """Those of rows of a span, in order. Lives of one name are told apart by the hours without a
    figure between them, and by their own rows."""
    condition, bounds = within((start, end))
    sql = f"""SELECT {_LIVE}, coalesce(max(live_name), live), min(time),
            max(CASE WHEN grain <> 'live' THEN time + {_HOUR} END), max(extra), total(spend),
            max(CASE WHEN grain = 'live' THEN time / {_HOUR} END), max(live IS NOT NULL),
            group_concat(DISTINCT grain || level)
        FROM traffic_row WHERE {condition} AND {_LIVE} IS NOT NULL
            AND grain IN ('minute', 'hour', 'live')
        GROUP BY {_LIVE}, time / {_HOUR}, grain = 'live' ORDER BY 3"""
    return _whole(Live(*row) for row in db.execute_sql(sql, bounds).fetchall())


@dataclass
class Live:
    """Rows of a live, of an hour or of all; `until` as far as they tell it by the hour, `own`: the
    hour of its own row, `numbered`: it has a number, which no other live has, `kinds`: the grains
    and levels of its rows."""

    key: str
    name: str
    begin: int
    until: int | None
    extra: str | None
    spend: float
    own: int | None
    numbered: int
    kinds: str

    @property
    def lasts_until(self) -> int:
        """Its end, before which it sold."""
        return self.until or self.begin + (lasted(self.extra) or 6 * _HOUR)

    def goes_on(self, part: Live) -> bool:
        """Whether later rows of its name are of it: without a long pause, and up to midnight
        beyond it; what has a row of its own is another one."""
        if self.numbered or part.begin - self.begin >= _DAY:
            return part.begin - self.begin < _DAY
        if self.own is not None and part.own is not None:
            return False
        reached = self.until or self.begin - self.begin % _HOUR + _HOUR
        same_day = part.begin // _DAY == self.begin // _DAY
        pause = part.begin - part.begin % _HOUR - reached
        return pause <= (PAUSE if same_day else 0)

    def join(self, part: Live) -> None:
        """Take these rows in."""
        self.until = max(filter(None, (self.until, part.until)), default=None)
        self.extra, self.own = self.extra or part.extra, self.own or part.own
        self.spend, self.kinds = self.spend + part.spend, f"{self.kinds},{part.kinds}"


def _whole(parts: Iterable[Live]) -> list[Live]:
    """Lives of their rows by the hour, which come in order."""
    found: dict[str, Live] = {}
    every = []
    for one in parts:
        before = found.get(one.key)
        if before is not None and before.goes_on(one):
            before.join(one)
        else:
            found[one.key] = one
            every.append(one)
    return every
