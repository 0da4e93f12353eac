"""Reads what the traffic page shows: the figures that belong to the seller's choices."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from ksdesk.domain.calendar import add_months
from ksdesk.domain.imports import Preview
from ksdesk.domain.promotion.ways import one_a_way, same_way
from ksdesk.domain.traffic import Part, Series, TypedRow, day_start, from_seconds, to_seconds
from ksdesk.domain.traffic.heat import Heat, heat_of
from ksdesk.storage import Reader
from ksdesk.ui.parts.measure_words import USEFUL
from ksdesk.ui.traffic.events import events_of, typed_at, typed_of
from ksdesk.ui.traffic.figures import MOST_FIGURES, Fetch, Parts, figures_of
from ksdesk.ui.traffic.shaded import Shaded
from ksdesk.ui.traffic.view import DrawnLine, ShownTraffic, TrafficView

HOUR, DAY, WEEK = 3_600, 86_400, 7 * 86_400
_FIRST_MONDAY = 4 * DAY
RECENT = 50
MOST_HOURLY = 92
MOST_LINES = 6
HEAT_WEEKS = 8
RETURNS = frozenset(("roi", "roi_day"))
"""Measures beside which the return stands at which spending leaves nothing."""

_NEEDED = {
    "hour": {"minute", "hour", "live"},
    "day": {"minute", "hour", "live", "day"},
    "week": {"minute", "hour", "live", "day", "week"},
    "month": {"minute", "hour", "live", "day", "month"},
}


def ordered(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The most useful first."""
    first = [code for code in USEFUL if code in codes]
    own = [code for code in codes if code.startswith("own:")]
    return tuple(dict.fromkeys([*first, *own, *codes]))


def usable_grains(rows: tuple[str, ...]) -> tuple[str, ...]:
    """What can be drawn from rows of these grains."""
    return tuple(grain for grain, needed in _NEEDED.items() if needed & set(rows))


def load(
    reader: Reader,
    view: TrafficView,
    now: datetime,
    most: int = MOST_FIGURES,
    *,
    shades: tuple[Shaded, ...] = (),
    rises: tuple[Shaded, ...] = (),
    marked: tuple[int, ...] = (),
) -> ShownTraffic:
    """Read what a view needs, with the totals of at most `most` measures; for a job.

    `shades` and `rises` are what is known of alarms; the heat map leaves out the shaded hours.
    `marked` are moments of figures that were just typed; they are shown while these stand.
    """
    batches = reader.batches.recent(RECENT)
    span = reader.traffic.span()
    codes = ordered(reader.traffic.measures())
    if span is None or not codes:
        return ShownTraffic(batches=batches)
    grains = usable_grains(reader.traffic.grains()) or ("day",)
    made_of = one_a_way(reader.traffic.parts())
    parts = tuple(made_of)
    codes_of = {part.code: some for part, some in made_of.items()}
    view = replace(view, parts=_known(view.parts, codes_of), off=_known(view.off, codes_of))
    get = Fetch(reader, view.on, codes_of)
    shown = _lines_of(get, _settled(view, codes, grains), parts, span, now)
    coarser = _coarser(get, shown, grains) if shown.blank else ""
    if coarser and not view.grain:
        shown = _lines_of(get, replace(shown.view, grain=coarser), parts, span, now)
        coarser = ""
    shown = replace(
        shown, measures=codes, grains=grains, parts=parts, batches=batches, coarser=coarser
    )
    shown = replace(shown, shades=shades, rises=rises)
    return replace(
        shown,
        figures=figures_of(get, shown, span, most),
        events=(
            *(events_of(reader, shown) if view.events else ()),
            *typed_of(reader, shown, marked),
        ),
        heat=_heat(get, shown, now),
        unseen=_unseen(reader, shown),
        sources=reader.traffic.sources(shown.start, shown.end),
        break_even=_break_even(reader, shown),
    )


def _known(some: Parts, codes_of: Mapping[tuple[str, str], Parts]) -> Parts:
    """Those of some parts that there are; a way may be chosen by another of its words."""
    named = ((kind, same_way(key) if kind == "way" else key) for kind, key in some)
    return tuple(dict.fromkeys(code for code in named if code in codes_of))


def _unseen(reader: Reader, shown: ShownTraffic) -> tuple[date, ...]:
    """What is typed belongs to no campaign, and what is typed of a day to none of its hours."""
    view = shown.view
    if ("way", "typed") in view.on or not (view.on or view.grain == "hour"):
        return ()
    rows = reader.traffic.typed_within(shown.start, shown.end)
    days = [typed_at(row) for row in rows if view.on or not isinstance(row.at, datetime)]
    return tuple(from_seconds(at).date() for at in sorted({at // DAY * DAY for at in days}))


def _break_even(reader: Reader, shown: ShownTraffic) -> float | None:
    if not RETURNS & set(shown.view.measures):
        return None
    return reader.profit.break_even(shown.first_day.date(), shown.last_day.date())


def _lines_of(
    get: Fetch, view: TrafficView, parts: tuple[Part, ...], span: tuple[int, int], now: datetime
) -> ShownTraffic:
    start, end = _bounds(view, span, now)
    before = _before(view, start, end)
    lines = _lines(get, view, parts, start, end)
    ghosts: list[Series] = []
    if before and view.compare and len(view.on) < 2:
        codes = [code for code in view.measures if code != "spend"]
        found = [get(code, view.grain, *before) for code in codes]
        ghosts = [_moved(one, before[0], start) for one in found if one.times]
    return ShownTraffic(
        view, start=start, end=end, before=before, lines=lines, ghosts=tuple(ghosts)
    )


def _lines(
    get: Fetch, view: TrafficView, parts: tuple[Part, ...], start: int, end: int
) -> tuple[DrawnLine, ...]:
    """A line a measure, or a line a measure and part where several parts are switched on."""
    if len(view.on) < 2:
        return tuple(DrawnLine(get(code, view.grain, start, end)) for code in view.measures)
    chosen = [part for part in parts if part.code in view.on]
    most = max(1, MOST_LINES // max(1, len([c for c in view.measures if c != "spend"])))
    return tuple(
        DrawnLine(get(code, view.grain, start, end, (part.code,)), part)
        for code in view.measures
        for part in chosen[:most]
    )


def _moved(series: Series, before: int, start: int) -> Series:
    """A series of the period before, its times moved onto this one; months onto months."""
    if series.grain != "month":
        times = array("q", [when + start - before for when in series.times])
    else:
        away = _months(before, start)
        times = array("q", [_month_after(when, away) for when in series.times])
    return replace(series, times=times)


def _months(first: int, last: int) -> int:
    """How many months lie between."""
    one, other = from_seconds(first), from_seconds(last)
    return (other.year - one.year) * 12 + other.month - one.month


def _month_after(seconds: int, months: int) -> int:
    return day_start(add_months(from_seconds(seconds).date(), months))


def _coarser(get: Fetch, shown: ShownTraffic, grains: tuple[str, ...]) -> str:
    """The next grain at which what was asked for has figures in the range."""
    for grain in grains[grains.index(shown.view.grain) + 1 :]:
        for code in shown.view.measures:
            if get(code, grain, shown.start, shown.end).times:
                return grain
    return ""


def _settled(view: TrafficView, codes: tuple[str, ...], grains: tuple[str, ...]) -> TrafficView:
    """The view with what there is in place of what is not there."""
    measures = tuple(code for code in view.measures if code in codes)
    days = view.days
    if days is None:
        days = 0 if not {"hour", "day"} & set(grains) else 7
    grain = view.grain if view.grain in grains else usual_grain(days, grains)
    return replace(view, measures=measures or codes[:2], days=days, grain=grain)


def usual_grain(days: int, grains: tuple[str, ...]) -> str:
    """What suits a range: hours up to two weeks, else days."""
    wanted = "hour" if 0 < days <= 14 else "day"
    if wanted in grains:
        return wanted
    return "day" if "day" in grains else grains[0]


def _bounds(view: TrafficView, span: tuple[int, int], now: datetime) -> tuple[int, int]:
    first, last = span[0] // DAY * DAY, span[1] // DAY * DAY
    if not view.days:
        start, end = first, last + DAY
        if view.grain in ("week", "month"):
            # A report's row may stand for what begins then; no day lies ahead.
            whole = last + WEEK if view.grain == "week" else _month_after(last, 1)
            end = max(end, min(whole, _today(now) + DAY))
    else:
        end = _last_day(view, first, last, now) + DAY
        start = end - view.days * DAY
    if view.grain == "week":
        start -= (start - _FIRST_MONDAY) % WEEK
    if view.grain == "month":
        start = day_start(from_seconds(start).date().replace(day=1))
    return start, end


def _last_day(view: TrafficView, first: int, last: int, now: datetime) -> int:
    """Today, unless an import led elsewhere or no figure lies within the range up to today."""
    if view.anchor is not None:
        return view.anchor
    today = _today(now)
    assert view.days is not None
    near = first <= today and last > today - view.days * DAY
    return today if near else last


def _today(now: datetime) -> int:
    return to_seconds(now) // DAY * DAY


def _before(view: TrafficView, start: int, end: int) -> tuple[int, int] | None:
    """As long before: in whole weeks or months where these are compared; None for everything."""
    if not view.days:
        return None
    if view.grain == "month":
        away = _months(start, end - 1) + 1
        return _month_after(start, -away), start
    length = end - start
    if view.grain == "week":
        length = -(-length // WEEK) * WEEK
    return start - length, end - length


def _heat(get: Fetch, shown: ShownTraffic, now: datetime) -> Heat | None:
    """When people come, of the first measure that is no spend; None without figures by hour."""
    code = next((code for code in shown.view.measures if code != "spend"), "spend")
    if "hour" not in shown.grains:
        return None
    until = _today(now) + DAY
    found = get(code, "hour", until - (HEAT_WEEKS + 1) * WEEK, until)
    skipped = frozenset(
        hour for shade in shown.shades for hour in range(shade.start, shade.end, HOUR)
    )
    return heat_of(found, to_seconds(now), HEAT_WEEKS, skipped)


def led_to(view: TrafficView, first: int, last: int, grain: str, whole: bool) -> TrafficView:
    """The view of an import of rows of a grain from `first` to `last` (seconds); `whole`: there
    is nothing else in the book.
    """
    days = last // DAY - first // DAY + 1
    anchor = first // DAY * DAY + (days - 1) * DAY
    if grain in ("minute", "hour", "live"):
        suits = "hour" if days <= MOST_HOURLY else "day"
    elif grain == "month":
        anchor = _month_after(last // DAY * DAY, 1) - DAY
        suits, days = "month", (anchor - first // DAY * DAY) // DAY + 1
    elif grain == "week":
        suits, days = "week", days + 6
        anchor += 6 * DAY
    else:
        suits, days = "day", max(days, 7)
    if whole:
        return replace(view, days=0, anchor=None, grain=suits, parts=(), off=())
    return replace(view, days=days, anchor=anchor, grain=suits, parts=(), off=())


def noted_at(view: TrafficView, shown: ShownTraffic, rows: tuple[TypedRow, ...]) -> TrafficView:
    """The view that has these typed figures in it: the present one if it has, parts aside."""
    times = [typed_at(row) for row in rows]
    lives = all(isinstance(row.at, datetime) for row in rows)
    view = replace(view, parts=(), off=())
    seen = shown.start <= min(times) and max(times) < shown.end
    if not seen or (view.grain == "hour" and not lives):
        view = led_to(view, min(times), max(times), "live" if lives else "day", False)
    codes = ordered(tuple(code for row in rows for code, had in row.figures.items() if had))
    return view if set(codes) & set(view.measures) else replace(view, measures=codes[:2])


def with_alarm(view: TrafficView, shown: ShownTraffic, start: int, end: int) -> TrafficView:
    """The view that has an alarm in it by the hour, start ≤ t < end: its own days, unless the
    present view is of a few days and has it."""
    grain = "hour" if "hour" in shown.grains else view.grain
    within = shown.start <= start and end <= shown.end
    if view.grain == grain and within and shown.end - shown.start <= WEEK:
        return view
    first, last = start // DAY * DAY, (end - 1) // DAY * DAY
    return replace(view, days=(last - first) // DAY + 1, anchor=last, grain=grain)


def brought(preview: Preview) -> tuple[str, ...]:
    """The measures that an import brought, in the order of its columns."""
    return tuple(
        c.role if c.what == "own" else c.code
        for c in preview.columns
        if c.what in ("own", "measure")
    )
