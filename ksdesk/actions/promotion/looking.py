"""What the book's traffic says about a plan: its pace, its hours, its work, what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.promotion import pacing
from ksdesk.domain.promotion.attaching import Standing
from ksdesk.domain.promotion.pacing import Annoyance, Pace, Rush
from ksdesk.domain.promotion.plans import PLANNED, Plan
from ksdesk.domain.promotion.verdict import Verdict, judged
from ksdesk.domain.traffic import day_start, from_seconds, to_seconds
from ksdesk.domain.traffic.alarms import Alarm, Alarms, Evidence
from ksdesk.domain.traffic.heat import Heat, heat_of
from ksdesk.domain.traffic.notes import IGNORED
from ksdesk.storage import Reader

WEEKS: Final = 8
_HOUR, _DAY, _WEEK = 3_600, 86_400, 604_800
AROUND: Final = 14
"""Days before a plan, and half as many after it, whose annoyance is held against it."""
_TOUCHED: Final = ("likes", "comments", "shares")


@dataclass(frozen=True)
class Rhythm:
    """How a plan spends: `pace` while it runs, `rush` where it is more than usual, `usual` is that,
    `annoyances` as far as reports tell them."""

    pace: Pace | None
    rush: Rush | None
    usual: pacing.Usual | None
    annoyances: tuple[Annoyance, ...] = ()


def rhythm(reader: Reader, standing: Standing, now: datetime) -> Rhythm:
    """How the plan spends, against its budget and against what the seller did before."""
    plan = standing.plan
    before = plan.first.date()
    spend = spend_by_day(reader, before - timedelta(weeks=WEEKS), plan.last.date())
    usual = pacing.usual(spend, before)
    return Rhythm(
        pacing.pace(plan, standing.spend, now),
        pacing.rush(plan, spend, usual),
        usual,
        _annoyances(reader, plan, now) if plan.state != PLANNED else (),
    )


def spend_by_day(reader: Reader, first: date, last: date) -> dict[date, int]:
    """Fen a day over all ways, both days included."""
    return {day: round(fen) for day, fen in _by_day(reader, "spend", first, last).items()}


def _by_day(reader: Reader, code: str, first: date, last: date) -> dict[date, float]:
    end = day_start(last) + _DAY
    series = reader.traffic.series(code, "day", day_start(first), end)
    moments = (from_seconds(at).date() for at in series.times)
    return dict(zip(moments, series.values, strict=True))


def _annoyances(reader: Reader, plan: Plan, now: datetime) -> tuple[Annoyance, ...]:
    first, end = plan.first.date(), (plan.last - timedelta(seconds=1)).date() + timedelta(days=1)
    before, after = first - timedelta(days=AROUND), end + timedelta(days=AROUND // 2)
    spans = ((before, first), (first, end), (end, min(after, now.date() + timedelta(days=1))))
    have = reader.traffic.measures()
    shown = next((code for code in ("impressions", "plays", "views") if code in have), "")
    told = [code for code in pacing.ANNOYED if code in have]
    if not shown or not told:
        return ()
    exposures = _by_day(reader, shown, before, after)
    rows = (
        pacing.annoyance(code, _by_day(reader, code, before, after), exposures, spans)
        for code in told
    )
    return tuple(row for row in rows if row is not None)


def heat(reader: Reader, now: datetime, seen: Sequence[Alarm]) -> Heat | None:
    """When people come, by the hours of the last weeks without the suspect ones; None where no
    report has hours."""
    have = reader.traffic.measures()
    code = next((code for code in traffic_alarms.VIEWS if code in have), "")
    if not code:
        return None
    until = to_seconds(now)
    series = reader.traffic.series(code, "hour", until - (WEEKS + 1) * _WEEK, until)
    odd = (alarm for alarm in seen if alarm.suspect and alarm.state != IGNORED)
    skipped = {
        hour
        for alarm in odd
        for hour in range(to_seconds(alarm.start), to_seconds(alarm.end), _HOUR)
    }
    return heat_of(series, until, WEEKS, skipped)


def usual_interaction(reader: Reader, now: datetime) -> float | None:
    """The median over days of likes, comments and shares per play, in hundredths of a percent."""
    have = reader.traffic.measures()
    plays = next((code for code in ("plays", "views") if code in have), "")
    touched = [code for code in _TOUCHED if code in have]
    if not plays or not touched:
        return None
    first, last = now.date() - timedelta(weeks=WEEKS), now.date() - timedelta(days=1)
    seen = _by_day(reader, plays, first, last)
    columns = [_by_day(reader, code, first, last) for code in touched]
    shares = [
        sum(column.get(day, 0.0) for column in columns) / count
        for day, count in seen.items()
        if count
    ]
    return 10_000 * median(shares) if shares else None


def verdict(reader: Reader, standing: Standing, seen: Alarms, now: datetime) -> Verdict:
    """What came of a plan that has begun, up to the last full hour."""
    plan = standing.plan
    start = plan.first.replace(minute=0, second=0, microsecond=0)
    end = min(plan.last, now.replace(minute=0, second=0, microsecond=0))
    if plan.state == PLANNED or end <= start:
        return Verdict("early")
    return judged(standing, _rows(reader, start, end, seen), seen.alarms)


def _rows(reader: Reader, start: datetime, end: datetime, seen: Alarms) -> tuple[Evidence, ...]:
    """These hours against the same ones of the weeks before; the orders lead."""
    if not seen.views:
        return ()
    import numpy as np

    from ksdesk.domain.traffic.evidence import Past, over_hours
    from ksdesk.domain.traffic.expectation import on_grid

    have = set(reader.traffic.measures())
    codes = ["stay_seconds", "product_clicks", "new_fans", "orders"]
    first = to_seconds(start) - (WEEKS + 1) * max(_WEEK, to_seconds(end) - to_seconds(start))
    columns = reader.alarms.hours(
        [seen.views, *(code for code in codes if code in have)], first, to_seconds(end)
    )
    times = sorted(set().union(*columns.values()))
    if not times:
        return ()
    named = {"views" if code == seen.views else code: column for code, column in columns.items()}
    arrays: Mapping[str, object] = {
        code: np.array([column.get(at, np.nan) for at in times]) for code, column in named.items()
    }
    hours = {"time": np.array(times, "datetime64[s]").astype("datetime64[h]"), **arrays}
    grid = on_grid(hours, ("views", *codes))  # type: ignore[arg-type]
    zero = int(grid.start.astype("int64"))

    def place(moment: datetime) -> int:
        return to_seconds(moment) // _HOUR - zero

    odd = [(place(a.start), place(a.end)) for a in seen.alarms if a.suspect]
    past = Past(grid, over_hours([span for span in odd if span[1] > 0], grid.n))
    if place(start) < 0 or place(end) > grid.n:
        return ()
    return past.rows("", place(start), place(end), lead="orders")
