"""Looking for what is odd in the traffic, and what the seller makes of it.

The figures of an hour are looked at, for the last 400 days at most: older habits say little about
today's. numpy and what needs it are imported by the looking itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from ksdesk.actions import Book, notes
from ksdesk.domain.changes import Changes
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.traffic import from_seconds, to_seconds
from ksdesk.domain.traffic.alarms import (
    NO_RISE,
    RISE,
    Alarm,
    Alarms,
    Delivery,
    Evidence,
    MeasureRise,
    marked,
    told_again,
)
from ksdesk.domain.traffic.notes import AlarmMark
from ksdesk.storage import Reader
from ksdesk.storage.traffic.alarms import CampaignHour

if TYPE_CHECKING:
    from ksdesk.domain.traffic.evidence import Past
    from ksdesk.domain.traffic.quality import SuspectEvent

DAYS_BACK: Final = 400
TASK_DAYS: Final = 14
"""For so many days after it an alarm that nothing was made of is a task."""
AROUND: Final = timedelta(days=3)
"""Before and after the day of an alarm: the week whose deliveries are counted."""
TOGETHER: Final = timedelta(hours=24)
"""Rises of several measures within this time are one."""
LEAST_SHARE: Final = 0.1
"""Of the views or the spend of the hours, for a campaign to be named."""

VIEWS: Final = ("views", "entries", "plays", "impressions")
"""What can stand for viewers, the best first: reports of lives, videos and ads differ."""
_IN_PLACE: Final = {
    "likes": ("likes", "live_likes"),
    "comments": ("comments", "live_comments"),
    "shares": ("shares", "live_shares"),
}
_RISING: Final = ("views", "new_fans", "orders")


def found(
    reader: Reader, now: datetime, before: Alarms | None = None, progress: Progress = QUIET
) -> Alarms:
    """All that is odd up to the last full hour, with what was made of it.

    `before` is used again if neither the figures nor the day are others. `Cancelled` is raised
    where `progress` asks for it.
    """
    stamp = reader.alarms.stamp()
    if before is None or (before.stamp, before.day) != (stamp, now.date()):
        before = _Look(reader, now, stamp, progress).alarms()
    marks = reader.notes.all(AlarmMark)
    return replace(before, alarms=marked(before.alarms, marks))


def open_ones(reader: Reader, now: datetime) -> tuple[Alarm, ...] | None:
    """Suspect hours of the last two weeks that nothing was made of, as they were remembered.

    None where the figures have changed since, or were never looked at.
    """
    stamp = reader.alarms.stamp()
    seen = reader.alarms.seen()
    if not stamp:
        return ()
    if seen is None or seen[0] != stamp:
        return None
    since = now - timedelta(days=TASK_DAYS)
    near = [alarm for alarm in seen[1] if alarm.end >= since]
    return tuple(a for a in marked(near, reader.notes.all(AlarmMark)) if a.open)


def remember(book: Book, seen: Alarms, now: datetime) -> Changes:
    """Keep the suspect hours of the last weeks for 今日; what was kept before is forgotten."""
    since = now - timedelta(days=2 * TASK_DAYS)
    near = [alarm for alarm in seen.alarms if alarm.suspect and alarm.end >= since]
    return book.alarms.remember(seen.stamp, near)


def mark(book: Book, key: str, state: str, now: datetime, note: str = "") -> Changes:
    """已处理 or 忽略, with the seller's words; undo brings back what stood before."""
    return notes.keep(book, AlarmMark(key, state, now, note=note), now)


def unmark(book: Book, standing: AlarmMark, now: datetime) -> Changes:
    """Let an alarm be new again."""
    return notes.drop(book, standing, now)


class _Look:
    """One look at the hours."""

    def __init__(self, reader: Reader, now: datetime, stamp: str, progress: Progress) -> None:
        self.reader, self.progress = reader, progress
        self.now = now
        self.stamp = stamp
        self.end = to_seconds(now.replace(minute=0, second=0, microsecond=0))
        self.start = self.end - DAYS_BACK * 86_400

    def alarms(self) -> Alarms:
        """What is odd, without what was made of it."""
        empty = Alarms(self.stamp, self.now.date())
        span = self.reader.traffic.span()
        if span is None:
            return empty
        self.views, hours = self._hours()
        if not self.views:
            return empty
        from ksdesk.domain.traffic.expectation import on_grid
        from ksdesk.domain.traffic.quality import CODES, days_missing, suspect_events

        times = hours["time"]
        looked = tuple(code for code in CODES if code in hours)
        told = replace(
            empty,
            views=self.views,
            looked=looked,
            first=from_seconds(int(times[0].astype("int64")) * 3_600),
            last=from_seconds(int(times[-1].astype("int64")) * 3_600 + 3_600),
            cut=span[0] < self.start,
            days_missing=days_missing(hours),
        )
        self.progress.check()
        events = suspect_events(hours)
        self.progress.check()
        self.grid = on_grid(hours, CODES)
        return replace(told, alarms=self._told(events, hours))

    def _hours(self) -> tuple[str, Mapping[str, Any]]:
        """The measure that stands for viewers, and all figures by hour as arrays."""
        import numpy as np

        from ksdesk.domain.traffic.quality import CODES

        have = self.reader.traffic.measures()
        places = {code: _IN_PLACE.get(code, (code,)) for code in CODES[1:]}
        wanted = [*VIEWS, *(other for others in places.values() for other in others)]
        codes = [code for code in wanted if code in have]
        found = self.reader.alarms.hours(codes, self.start, self.end, self.progress)
        views = _views(found)
        if not views:
            return "", {}
        columns = {"views": found[views]}
        for code, others in places.items():
            there = next((other for other in others if found.get(other)), None)
            if there is not None:
                columns[code] = found[there]
        times = sorted(set().union(*columns.values()))
        arrays = {
            code: np.array([figures.get(time, np.nan) for time in times])
            for code, figures in columns.items()
        }
        return views, {"time": np.array(times, "datetime64[s]").astype("datetime64[h]"), **arrays}

    # -- telling -----------------------------------------------------------------------------

    def _told(self, events: Sequence[SuspectEvent], hours: Mapping[str, Any]) -> tuple[Alarm, ...]:
        from ksdesk.domain.traffic.evidence import Past, over_hours

        places = [(self._place(event.start), self._place(event.end)) for event in events]
        past = Past(self.grid, over_hours(places, self.grid.n))
        suspect = [
            self._suspect(event, *place, past) for event, place in zip(events, places, strict=True)
        ]
        self.progress.check()
        alarms = []
        rises = list(self._rises(hours))
        for alarm in suspect:
            mine = tuple(rise for rise in rises if told_again(rise, alarm))
            rises = [rise for rise in rises if rise not in mine]
            alarms.append(replace(alarm, rises=mine))
        alarms += [self._risen(group, past) for group in _grouped(rises)]
        self.progress.check()
        alarms += self._without_rise(hours, suspect)
        alarms = [self._delivered(alarm, suspect) for alarm in alarms]
        return tuple(sorted(alarms, key=lambda alarm: alarm.start, reverse=True))

    def _place(self, moment: Any) -> int:
        return int((moment - self.grid.start).astype("int64"))

    def _moment(self, place: int) -> datetime:
        return from_seconds((int(self.grid.start.astype("int64")) + place) * 3_600)

    def _suspect(self, event: SuspectEvent, first: int, end: int, past: Past) -> Alarm:
        from ksdesk.domain.traffic.evidence import total

        measures = {"zombie_fans": "new_fans", "idle_viewers": "stay_seconds"}
        return Alarm(
            event.kind,
            measures.get(event.kind, "views"),
            self._moment(first),
            self._moment(end),
            event.share,
            event.score,
            past.rows(event.kind, first, end, event.reasons),
            round(total(self.grid.columns.get("spend"), first, end)),
        )

    def _rises(self, hours: Mapping[str, Any]) -> Iterator[MeasureRise]:
        from ksdesk.domain.traffic import trend

        times = hours["time"].astype("datetime64[s]")
        for measure in _RISING:
            if measure not in hours:
                continue
            for alarm in trend.alarms(times, hours[measure]):
                why = alarm.reason
                at = from_seconds(int(times[alarm.index].astype("int64")))
                yield MeasureRise(measure, why.code, at, why.seen, why.usual, why.span, why.days)

    def _risen(self, rises: Sequence[MeasureRise], past: Past) -> Alarm:
        """One alarm for rises that belong together; it is about the first of `_RISING`."""
        from ksdesk.domain.traffic.evidence import total

        main = min(rises, key=lambda rise: _RISING.index(rise.measure))
        start = main.at - timedelta(hours=max(0, main.span - 1))
        end = main.at + timedelta(hours=1)
        first = (to_seconds(start) - to_seconds(self._moment(0))) // 3_600
        last = first + int((end - start) / timedelta(hours=1))
        spend = round(total(self.grid.columns.get("spend"), first, last))
        rows = past.rows(RISE, first, last, lead=main.measure)
        return Alarm(RISE, main.measure, start, end, 0.0, 0.0, rows, spend, rises=tuple(rises))

    def _without_rise(self, hours: Mapping[str, Any], suspect: Sequence[Alarm]) -> Iterator[Alarm]:
        """Purchases that are over and brought nothing; those that brought junk are told as such."""
        from ksdesk.domain.traffic.bought import purchases

        for bought in purchases(hours):
            start, end = (
                from_seconds(int(moment.astype("int64")) * 3_600)
                for moment in (bought.start, bought.end)
            )
            over = to_seconds(end) <= self.end
            told = any(alarm.start < end and start < alarm.end for alarm in suspect)
            if over and not bought.rose and not told:
                rows = tuple(Evidence(m.measure, None, m.seen, m.expected) for m in bought.measures)
                yield Alarm(NO_RISE, rows[0].measure, start, end, rows=rows, spend=bought.spend)

    def _delivered(self, alarm: Alarm, suspect: Sequence[Alarm]) -> Alarm:
        """With the campaigns that ran in its hours, the one that brought most first."""
        if alarm.kind == RISE:
            return alarm
        day = alarm.start.replace(hour=0)
        start, end = day - AROUND, day + AROUND + timedelta(days=1)
        hours = self.reader.alarms.campaign_hours(self.views, to_seconds(start), to_seconds(end))
        return replace(alarm, deliveries=tuple(_deliveries(alarm, hours, suspect)))


def _views(found: Mapping[str, Mapping[int, float]]) -> str:
    """The first of `VIEWS` that is known for at least half as many hours as any other."""
    most = max((len(found.get(code, ())) for code in VIEWS), default=0)
    return next((code for code in VIEWS if found.get(code) and 2 * len(found[code]) >= most), "")


def _grouped(rises: Iterable[MeasureRise]) -> Iterator[list[MeasureRise]]:
    group: list[MeasureRise] = []
    for rise in sorted(rises, key=lambda rise: rise.at):
        if group and rise.at - group[0].at >= TOGETHER:
            yield group
            group = []
        group.append(rise)
    if group:
        yield group


def _deliveries(
    alarm: Alarm, hours: Sequence[CampaignHour], suspect: Sequence[Alarm]
) -> list[Delivery]:
    inside = [hour for hour in hours if alarm.covers(from_seconds(hour.at))]
    spent = sum(hour.spend for hour in inside)
    seen = alarm.row("views")
    views = seen.seen if seen is not None else 0.0
    made = []
    for key in dict.fromkeys(hour.key for hour in inside):
        mine = [hour for hour in inside if hour.key == key]
        spend = sum(hour.spend for hour in mine)
        known = [hour.views for hour in mine if hour.views is not None]
        share = sum(known) / views if known and views else None
        if max(share or 0.0, spend / spent if spent else 0.0) < LEAST_SHARE:
            continue
        ran = [from_seconds(h.at) for h in hours if h.key == key and (h.spend or h.views)]
        days = {moment.date() for moment in ran}
        bad = {m.date() for m in ran if any(a.covers(m) for a in suspect)}
        made.append(Delivery(key, mine[-1].name, spend, share, len(days), len(bad)))
    return sorted(made, key=lambda d: (-(d.share or 0.0), -d.spend))
