"""What was seen in the traffic, remembered so that 今日 can tell it without looking again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.changes import Changes
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.traffic import measure
from ksdesk.domain.traffic.alarms import Alarm, as_plain, from_plain
from ksdesk.storage import about
from ksdesk.storage.session import Session
from ksdesk.storage.traffic import layers
from ksdesk.storage.traffic.series import TrafficReader
from ksdesk.storage.traffic.typed import TYPED, replacing

SEEN: Final = "traffic.seen"
_HOUR: Final = 3_600
_FINE: Final = "grain IN ('minute', 'hour', 'live')"


@dataclass(frozen=True)
class CampaignHour:
    """What a campaign spent and brought in the hour from `at` (seconds)."""

    key: str
    name: str
    at: int
    spend: int
    views: float | None


class AlarmReader:
    """Reads what was seen, and what it is seen in."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def stamp(self) -> str:
        """Another one whenever the figures are others; "" without any."""
        with self.session.reading():
            sql = "SELECT count(*), max(id) FROM traffic_row"
            count, newest = self.session.db.execute_sql(sql).fetchone()
            sql = "SELECT count(*), max(id) FROM batch WHERE state = 'done' AND kind = 'traffic'"
            batches = self.session.db.execute_sql(sql).fetchone()
            typed = about.get(TYPED, "0")
        return f"{count}-{newest}-{batches[0]}-{batches[1]}-{typed}" if count else ""

    def seen(self) -> tuple[str, tuple[Alarm, ...]] | None:
        """What was remembered last, with the stamp of the figures; None where nothing was."""
        with self.session.reading():
            stored = about.get(SEEN)
        if not stored:
            return None
        try:
            found = json.loads(stored)
            return found["stamp"], tuple(map(from_plain, found["alarms"]))
        except (ValueError, TypeError, KeyError):  # damaged: they are looked for anew
            return None

    def hours(
        self, codes: Sequence[str], start: int, end: int, progress: Progress = QUIET
    ) -> dict[str, dict[int, float]]:
        """Measures by hour, start ≤ t < end in seconds, as `TrafficReader.series` has them.

        Where only one kind of report covers the hours, nothing overlaps: all is read at once.
        """
        if not codes:
            return {}
        with self.session.reading():
            replaced = any(replacing(self.session.db, (start, end)))
            if self._layers(start, end) < 2 and not replaced:
                return self._at_once(codes, start, end)
        reader, found = TrafficReader(self.session), {}
        for code in codes:
            progress.check()
            series = reader.series(code, "hour", start, end)
            found[code] = dict(zip(series.times, series.values, strict=True))
        return found

    def _layers(self, start: int, end: int) -> int:
        """How many kinds of report there are; what was typed is in none."""
        condition, bounds = layers.within((start, end))
        # rows of one import are of one kind
        sql = f"""SELECT count(*) FROM (SELECT DISTINCT grain, level, {layers.IS_PART} FROM
            (SELECT grain, level, key FROM traffic_row WHERE {condition} AND {_FINE}
                AND coalesce(way, '') <> 'typed' GROUP BY grain, level, batch))"""
        count: int = self.session.db.execute_sql(sql, bounds).fetchone()[0]
        return count

    def _at_once(self, codes: Sequence[str], start: int, end: int) -> dict[str, dict[int, float]]:
        """Sums, and means by weight; the plain mean where no weight is known."""
        parts: list[str] = []
        for code in codes:
            parts += [f"total({code})", f"count({code})"]
            weights = measure(code).of if measure(code).how == "weighted" else ()
            weight = weights[0] if weights else "NULL"
            known = f"CASE WHEN {code} IS NOT NULL THEN {weight} END"
            parts += [f"total({code} * {weight})", f"total({known})"] if weights else ["0", "0"]
        condition, bounds = layers.within((start, end))
        sql = f"""SELECT time - time % {_HOUR} AS hour, {", ".join(parts)} FROM traffic_row
            WHERE {condition} AND {_FINE} GROUP BY hour ORDER BY hour"""
        found: dict[str, dict[int, float]] = {code: {} for code in codes}
        for hour, *values in self.session.db.execute_sql(sql, bounds).fetchall():
            for place, code in enumerate(codes):
                whole, count, weighted, weight = values[4 * place : 4 * place + 4]
                if not count:
                    continue
                if measure(code).how == "sum":
                    found[code][hour] = whole
                else:
                    found[code][hour] = weighted / weight if weight else whole / count
        return found

    def campaign_hours(self, views: str, start: int, end: int) -> tuple[CampaignHour, ...]:
        """Hours in which campaigns spent or brought views, start ≤ t < end in seconds.

        Where a campaign is reported more than once, its own rows count, not those of its units.
        """
        views = measure(views).code
        condition, bounds = layers.within((start, end))
        sql = f"""SELECT coalesce(campaign, campaign_name) AS part, level,
                max(substr(key, 1, 12) || coalesce(campaign_name, campaign)),
                time - time % {_HOUR} AS hour, total(spend), total({views}), count({views})
            FROM traffic_row
            WHERE {condition} AND {_FINE} AND coalesce(campaign, campaign_name) IS NOT NULL
            GROUP BY part, level, hour ORDER BY part, level, hour"""
        with self.session.reading():
            rows = self.session.db.execute_sql(sql, bounds).fetchall()
        coarsest: dict[str, int] = {}
        for part, level, *_ in rows:
            coarsest.setdefault(part, level)
        return tuple(
            CampaignHour(part, name[12:], hour, round(spend), seen if known else None)
            for part, level, name, hour, spend, seen, known in rows
            if level == coarsest[part]
        )


class AlarmWriter:
    """Remembers what was seen."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def remember(self, stamp: str, alarms: Iterable[Alarm]) -> Changes:
        """Keep these for 今日; nothing changes where they are the same as before."""
        told = json.dumps({"stamp": stamp, "alarms": [as_plain(alarm) for alarm in alarms]})
        with self.session.writing():
            if about.get(SEEN) == told:
                return Changes()
            about.put(SEEN, told)
        return Changes.of("today")
