"""What the book's traffic says about a plan: its pace, its hours, its work, what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import TYPE_CHECKING, Final

from ksdesk.actions.promotion import spending
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.promotion import pacing
from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.pacing import Annoyance, Pace, Rush
from ksdesk.domain.promotion.plans import PLANNED, RUNNING, Plan, as_it_ran
from ksdesk.domain.promotion.verdict import BOUGHT_FOR, Verdict, judged
from ksdesk.domain.traffic import day_start, from_seconds, measure, to_seconds, value_of
from ksdesk.domain.traffic.alarms import Alarm, Alarms, Evidence
from ksdesk.domain.traffic.heat import Heat, heat_of
from ksdesk.domain.traffic.notes import IGNORED
from ksdesk.storage import Reader

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from ksdesk.domain.traffic.expectation import HourGrid

WEEKS: Final = 8
_HOUR, _DAY, _WEEK = 3_600, 86_400, 604_800
AROUND: Final = 14
"""Days before a plan, and half as many after it, whose annoyance is held against it."""
_BROUGHT: Final = ("orders", "new_fans", "product_clicks", "views")
_TOUCHED: Final = ("likes", "comments", "shares")
_SHOWN: Final = ("impressions", "cover_shows", "material_shows", "plays", "views")
"""What reports call an exposure: 广告曝光数, 封面曝光数, 素材曝光数."""


@dataclass(frozen=True)
class Rhythm:
    """How a plan spends: `pace` while it runs, `rush` where it is more than usual, `usual` is that,
    `annoyances` as far as reports tell them."""

    pace: Pace | None
    rush: Rush | None
    usual: pacing.Usual | None
    annoyances: tuple[Annoyance, ...] = ()


def rhythm(reader: Reader, standing: PlanStanding, now: datetime) -> Rhythm:
    """How the plan spends, against its budget and against what the seller did before."""
    plan = standing.plan
    before = plan.since.date()
    begins = before - timedelta(weeks=WEEKS)
    spend = spending.by_day(reader, begins, plan.last.date(), now)
    usual = pacing.usual(spend, before)
    beside = pacing.to_come(reader.notes.all(Plan), plan, now.date())
    rush = pacing.rush(plan, spend, usual, beside)
    if rush is not None and plan.state == RUNNING:
        left = pacing.left_over(plan, standing.spend or 0, now)
        rush = replace(rush, calmer=pacing.calmer(left, rush.usual))
    return Rhythm(
        pacing.pace(plan, standing.spend, now),
        rush,
        usual,
        _annoyances(reader, plan, now) if plan.state != PLANNED else (),
    )


def _by_day(reader: Reader, code: str, first: date, last: date) -> dict[date, float]:
    end = day_start(last) + _DAY
    series = reader.traffic.series(code, "day", day_start(first), end)
    moments = (from_seconds(at).date() for at in series.times)
    return dict(zip(moments, series.values, strict=True))


def _annoyances(reader: Reader, plan: Plan, now: datetime) -> tuple[Annoyance, ...]:
    first, end = plan.since.date(), (plan.last - timedelta(seconds=1)).date() + timedelta(days=1)
    before, after = first - timedelta(days=AROUND), end + timedelta(days=AROUND // 2)
    spans = ((before, first), (first, end), (end, min(after, now.date() + timedelta(days=1))))
    have = reader.traffic.measures()
    shown = [_by_day(reader, code, before, after) for code in _SHOWN if code in have]
    told = {c: _by_day(reader, c, before, after) for c in pacing.ANNOYED if c in have}
    if not shown or not told:
        return ()
    days = set[date]().union(*told.values())
    # One of them for all spans, for they count differently: the one that most of these days have.
    exposures = max(shown, key=lambda column: sum(bool(column.get(day)) for day in days))
    rows = (pacing.annoyance(code, counts, exposures, spans) for code, counts in told.items())
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


def verdict(reader: Reader, standing: PlanStanding, seen: Alarms, now: datetime) -> Verdict:
    """What came of a plan that has begun, up to the last full hour."""
    spans = plan_spans(standing.plan, now)
    if standing.plan.state == PLANNED or not spans:
        return Verdict("early")
    if own := _own_rows(reader, standing):
        return judged(standing, own, seen.alarms, own=True)
    return judged(standing, _rows(reader, spans, seen), seen.alarms)


def _own_rows(reader: Reader, standing: PlanStanding) -> tuple[Evidence, ...]:
    """What reports say its campaigns brought, against what as much money brought over all
    campaigns of the weeks before; what it was bought for leads."""
    first = day_start(standing.plan.since.date())
    campaigns = [part.key for part in reader.traffic.campaigns()]

    def before(code: str) -> float:
        whole = reader.traffic.series(code, "day", first - WEEKS * _WEEK, first, campaigns).whole
        return (value_of(measure(code), whole) or 0.0) if whole else 0.0

    codes = [c for c in _BROUGHT if c in standing.figures and c not in standing.typed]
    spent = before("spend") if codes and "spend" not in standing.typed else 0.0
    share = standing.figures.get("spend", 0.0) / spent if spent else 0.0
    codes.sort(key=lambda code: code not in BOUGHT_FOR[standing.plan.goal])
    return tuple(
        Evidence(code, before(code) * share if share else None, standing.figures[code])
        for code in codes
    )


def plan_spans(plan: Plan, now: datetime) -> list[tuple[datetime, datetime]]:
    """The full hours in which it ran up to now: those of each day, or all in one."""
    plan = as_it_ran(plan)
    start = plan.first.replace(minute=0, second=0, microsecond=0)
    end = min(plan.last, now.replace(minute=0, second=0, microsecond=0))
    if plan.hour_to - plan.hour_from == 24:
        return [(start, end)] if start < end else []
    spans = []
    # The hours after midnight are those of the day before, also where it began in them.
    for number in range(-1, (end.date() - start.date()).days + 1):
        midnight = datetime.combine(start.date(), time()) + timedelta(days=number)
        first = max(start, midnight + timedelta(hours=plan.hour_from))
        last = min(end, midnight + timedelta(hours=plan.hour_to))
        if first < last:
            spans.append((first, last))
    return spans


def _rows(
    reader: Reader, spans: Sequence[tuple[datetime, datetime]], seen: Alarms
) -> tuple[Evidence, ...]:
    """These hours against the same ones of the weeks before; the orders lead."""
    if not seen.views:
        return ()
    from ksdesk.domain.traffic.evidence import Past, over_hours

    start, end = to_seconds(spans[0][0]), to_seconds(spans[-1][1])
    longest = max(to_seconds(last) - to_seconds(first) for first, last in spans)
    grid = _grid(reader, seen.views, start - (WEEKS + 1) * max(_WEEK, longest), end)
    if grid is None:
        return ()
    zero = int(grid.start.astype("int64"))

    def place(moment: datetime) -> int:
        return to_seconds(moment) // _HOUR - zero

    odd = [(place(a.start), place(a.end)) for a in seen.alarms if a.suspect]
    past = Past(grid, over_hours([span for span in odd if span[1] > 0], grid.n))
    inside = [(place(first), place(last)) for first, last in spans]
    inside = [(first, last) for first, last in inside if first >= 0 and last <= grid.n]
    return _summed([past.rows("", *span, lead="orders") for span in inside])


def _grid(reader: Reader, views: str, first: int, end: int) -> HourGrid | None:
    """The hours as an unbroken grid; None without any."""
    import numpy as np

    from ksdesk.domain.traffic.expectation import on_grid

    have = set(reader.traffic.measures())
    codes = ["stay_seconds", "product_clicks", "new_fans", "orders"]
    wanted = [views, *(code for code in codes if code in have)]
    columns = reader.alarms.hours(wanted, first, end)
    times = sorted(set().union(*columns.values()))
    if not times:
        return None
    arrays: dict[str, ArrayLike] = {
        "views" if code == views else code: [column.get(at, np.nan) for at in times]
        for code, column in columns.items()
    }
    arrays["time"] = np.array(times, "datetime64[s]").astype("datetime64[h]")
    return on_grid(arrays, ("views", *codes))


def _summed(days: Sequence[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    """The evidence of several days as one: sums over those days whose usual is known, and for the
    stay the mean of them."""
    if len(days) == 1:
        return days[0]
    found: dict[str, list[Evidence]] = {}
    for row in (row for rows in days for row in rows):
        if row.compared is not None:
            found.setdefault(row.measure, []).append(row)
    summed = []
    for code, rows in found.items():
        parts = len(rows) if code == "stay_seconds" else 1
        usual = sum(row.compared or 0.0 for row in rows) / parts
        summed.append(Evidence(code, usual, sum(row.seen for row in rows) / parts))
    return tuple(summed)


@dataclass(frozen=True)
class Crowd:
    """How many people came (`code`) around a plan by the hour or day, with the median of the same
    hours of the weeks before; both by seconds. `start` to `end`: what is shown."""

    code: str
    grain: str
    start: int
    end: int
    came: Mapping[int, float]
    usual: Mapping[int, float]


BESIDE: Final = 2
"""Hours (or days) beside the plan that are shown as well."""
MEDIAN_WEEKS: Final = 4


def crowd(reader: Reader, plan: Plan, code: str, now: datetime) -> Crowd | None:
    """By the hour up to three days, else by the day; None without any figure."""
    if not code:
        return None
    plan = as_it_ran(plan)
    length = plan.last - plan.since
    grain, step = ("hour", _HOUR) if length <= timedelta(days=3) else ("day", _DAY)
    start = to_seconds(plan.since) // step * step - BESIDE * step
    end = min(-(-to_seconds(plan.last) // step) + BESIDE, to_seconds(now) // step + 1) * step
    end = max(end, start + step)
    shown = reader.traffic.series(code, grain, start, end)
    came = dict(zip(shown.times, shown.values, strict=True))
    before: dict[int, list[float]] = {}
    for back in range(1, MEDIAN_WEEKS + 1):
        weeks = back * _WEEK
        past = reader.traffic.series(code, grain, start - weeks, end - weeks)
        for at, value in zip(past.times, past.values, strict=True):
            before.setdefault(at + weeks, []).append(value)
    usual = {at: median(values) for at, values in sorted(before.items())}
    return Crowd(code, grain, start, end, came, usual) if came or usual else None
