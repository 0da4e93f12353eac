"""What the traffic page shows: the seller's choices, and the figures that belong to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from ksdesk.domain.imports import Batch, Preview
from ksdesk.domain.traffic import Campaign, Series, from_seconds, measure, to_seconds
from ksdesk.storage import Reader
from ksdesk.ui.traffic.shaded import Shaded
from ksdesk.ui.traffic.words import USEFUL

HOUR, DAY, WEEK = 3_600, 86_400, 7 * 86_400
_FIRST_MONDAY = 4 * DAY
MOST_FIGURES = 12
RECENT = 50
MOST_HOURLY = 92

_NEEDED = {
    "hour": {"minute", "hour", "live"},
    "day": {"minute", "hour", "live", "day"},
    "week": {"minute", "hour", "live", "day", "week"},
}


@dataclass(frozen=True)
class View:
    """The choices. `days` back from today (0: everything), or from `anchor`, the first second of
    a day, where an import led there. `grain` "" takes what suits the range; no measures: the most
    useful ones; no campaigns: all.
    """

    measures: tuple[str, ...] = ()
    grain: str = ""
    days: int | None = None
    compare: bool = True
    campaigns: tuple[str, ...] = ()
    anchor: int | None = None


@dataclass(frozen=True)
class Figure:
    """A measure's total over the range and over the period before; None where there is none."""

    code: str
    value: float | None
    before: float | None


@dataclass(frozen=True)
class Shown:
    """The answer to a view. `view` is what could be shown of the one asked for; start ≤ t < end
    in seconds; `shift` from the period before onto this one, 0 without one; `coarser` is the
    grain that has figures where the one asked for has none. `shades` are stretches that a warning
    points at, `rises` where a curve rose suddenly; the page puts them in.
    """

    view: View = View()
    measures: tuple[str, ...] = ()
    grains: tuple[str, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    batches: tuple[Batch, ...] = ()
    start: int = 0
    end: int = 0
    shift: int = 0
    series: tuple[Series, ...] = ()
    ghosts: tuple[Series, ...] = ()
    figures: tuple[Figure, ...] = ()
    coarser: str = ""
    shades: tuple[Shaded, ...] = ()
    rises: tuple[Shaded, ...] = ()

    @property
    def warnings(self) -> tuple[Shaded, ...]:
        """All that an alarm is about."""
        return (*self.shades, *self.rises)

    @property
    def nothing(self) -> bool:
        """No figure has come into the book yet."""
        return not self.measures

    @property
    def first_day(self) -> datetime:
        """The range's first day."""
        return from_seconds(self.start)

    @property
    def last_day(self) -> datetime:
        """The range's last day."""
        return from_seconds(self.end - 1)

    @property
    def blank(self) -> bool:
        """Nothing of what was asked for lies in the range."""
        return not any(one.times for one in self.series)


def ordered(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The most useful first."""
    first = [code for code in USEFUL if code in codes]
    own = [code for code in codes if code.startswith("own:")]
    return tuple(dict.fromkeys([*first, *own, *codes]))


def usable_grains(rows: tuple[str, ...]) -> tuple[str, ...]:
    """What can be drawn from rows of these grains."""
    return tuple(grain for grain, needed in _NEEDED.items() if needed & set(rows))


def load(reader: Reader, view: View, now: datetime, most: int = MOST_FIGURES) -> Shown:
    """Read what a view needs, with the totals of at most `most` measures; for a job."""
    batches = reader.batches.recent(RECENT)
    span = reader.traffic.span()
    codes = ordered(reader.traffic.measures())
    if span is None or not codes:
        return Shown(batches=batches)
    grains = usable_grains(reader.traffic.grains()) or ("day",)
    campaigns = reader.traffic.campaigns()
    known = {campaign.key for campaign in campaigns}
    view = replace(view, campaigns=tuple(key for key in view.campaigns if key in known))
    get = _Fetch(reader, view.campaigns)
    shown = _series_of(get, _settled(view, codes, grains), span, now)
    coarser = _coarser(get, shown, grains) if shown.blank else ""
    if coarser and not view.grain:
        shown = _series_of(get, replace(shown.view, grain=coarser), span, now)
        coarser = ""
    cut = _cut(span, shown.end) if shown.view.grain != "week" else shown.end
    return replace(
        shown,
        measures=codes,
        grains=grains,
        campaigns=campaigns,
        batches=batches,
        figures=_figures(get, shown, codes, cut, most),
        coarser=coarser,
    )


def _series_of(get: _Fetch, view: View, span: tuple[int, int], now: datetime) -> Shown:
    start, end = _bounds(view, span, now)
    shift = _shift(view, start, end)
    series = tuple(get(code, view.grain, start, end) for code in view.measures)
    ghosts: list[Series] = []
    if shift and view.compare:
        before = start - shift, end - shift
        ghosts = [get(code, view.grain, *before) for code in view.measures if code != "spend"]
    there = tuple(ghost for ghost in ghosts if ghost.times)
    return Shown(view, start=start, end=end, shift=shift, series=series, ghosts=there)


def _coarser(get: _Fetch, shown: Shown, grains: tuple[str, ...]) -> str:
    """The next grain at which what was asked for has figures in the range."""
    for grain in grains[grains.index(shown.view.grain) + 1 :]:
        for code in shown.view.measures:
            if get(code, grain, shown.start, shown.end).times:
                return grain
    return ""


def _settled(view: View, codes: tuple[str, ...], grains: tuple[str, ...]) -> View:
    """The view with what there is in place of what is not there."""
    measures = tuple(code for code in view.measures if code in codes)
    days = view.days
    if days is None:
        days = 0 if grains == ("week",) else 7
    grain = view.grain if view.grain in grains else usual_grain(days, grains)
    return replace(view, measures=measures or codes[:2], days=days, grain=grain)


def usual_grain(days: int, grains: tuple[str, ...]) -> str:
    """What suits a range: hours up to two weeks, else days."""
    wanted = "hour" if 0 < days <= 14 else "day"
    if wanted in grains:
        return wanted
    return "day" if "day" in grains else grains[0]


def _bounds(view: View, span: tuple[int, int], now: datetime) -> tuple[int, int]:
    first, last = span[0] // DAY * DAY, span[1] // DAY * DAY
    if not view.days:
        start, end = first, last + DAY
        if view.grain == "week":
            # A report's row may stand for the week that begins then; no day lies ahead.
            end = max(end, min(last + WEEK, _today(now) + DAY))
    else:
        end = _last_day(view, first, last, now) + DAY
        start = end - view.days * DAY
    if view.grain == "week":
        start -= (start - _FIRST_MONDAY) % WEEK
    return start, end


def _last_day(view: View, first: int, last: int, now: datetime) -> int:
    """Today, unless an import led elsewhere or no figure lies within the range up to today."""
    if view.anchor is not None:
        return view.anchor
    today = _today(now)
    assert view.days is not None
    near = first <= today and last > today - view.days * DAY
    return today if near else last


def _today(now: datetime) -> int:
    return to_seconds(now) // DAY * DAY


def _shift(view: View, start: int, end: int) -> int:
    """How long the range is, in whole weeks where weeks are compared; 0 for everything."""
    if not view.days:
        return 0
    length = end - start
    return -(-length // WEEK) * WEEK if view.grain == "week" else length


class _Fetch:
    """Series of the reader, each asked for once."""

    def __init__(self, reader: Reader, campaigns: tuple[str, ...]) -> None:
        self._reader = reader
        self._campaigns = campaigns or None
        self._known: dict[tuple[str, str, int, int], Series] = {}

    def __call__(self, code: str, grain: str, start: int, end: int) -> Series:
        key = (code, grain, start, end)
        if key not in self._known:
            self._known[key] = self._reader.traffic.series(code, grain, start, end, self._campaigns)
        return self._known[key]


def _figures(
    get: _Fetch, shown: Shown, codes: tuple[str, ...], cut: int, most: int
) -> tuple[Figure, ...]:
    """Totals of the range; what it is compared with ends as early as the figures do (`cut`)."""
    view, shift = shown.view, shown.shift
    now = partial(_over, get, view.grain, shown.start, shown.end)
    before = partial(_over, get, view.grain, shown.start - shift, cut - shift)
    compare = shift and view.compare
    found: list[Figure] = []
    without: list[Figure] = []
    for code in dict.fromkeys([*view.measures, *codes]):
        value = total(code, now)
        figure = Figure(code, value, total(code, before) if compare else None)
        (found if value is not None or code in view.measures else without).append(figure)
        if len(found) >= most:
            break
    return (*found, *without[: most - len(found)])


def _over(get: _Fetch, grain: str, start: int, end: int, code: str) -> Series:
    """A measure by day, the rest of the last day by hour; by week where weeks are looked at."""
    if grain == "week":
        return get(code, "week", start, end)
    # A day's own figures are the platform's; its hours may be missing or come later.
    midnight = end - end % DAY
    days = get(code, "day", start, midnight)
    if midnight == end:
        return days
    rest = get(code, "hour", midnight, end)
    return Series(code, "day", days.times + rest.times, days.values + rest.values)


def _cut(span: tuple[int, int], end: int) -> int:
    """Where the figures end: today is not over, the same day a week ago is."""
    last = span[1]
    if last >= end or last < end - DAY or last % DAY == 0:
        return end
    return min(end, last - last % HOUR + HOUR)


def total(code: str, get: Callable[[str], Series]) -> float | None:
    """A measure over all of a range: summed, or for quotients computed from the sums of both."""
    found = measure(code)
    if found.how == "ratio":
        above, below = (total(part, get) for part in found.of)
        return above * found.factor / below if above is not None and below else None
    series = get(code)
    if not series.values:
        return None
    if found.how == "sum":
        return sum(series.values)
    if found.how == "weighted":
        weights = get(found.of[0])
        by_time = dict(zip(weights.times, weights.values, strict=True))
        heavy = [by_time.get(when, 0.0) for when in series.times]
        if sum(heavy):
            pairs = zip(series.values, heavy, strict=True)
            return sum(value * weight for value, weight in pairs) / sum(heavy)
    return sum(series.values) / len(series.values)


def led_to(view: View, first: int, last: int, grain: str, whole: bool) -> View:
    """The view of an import of rows of a grain from `first` to `last` (seconds); `whole`: there
    is nothing else in the book.
    """
    days = last // DAY - first // DAY + 1
    if grain in ("minute", "hour", "live"):
        suits = "hour" if days <= MOST_HOURLY else "day"
    else:
        suits, days = ("week", days + 6) if grain == "week" else ("day", max(days, 7))
    anchor = first // DAY * DAY + (days - 1) * DAY
    if grain == "day":
        anchor = last // DAY * DAY
    if whole:
        return replace(view, days=0, anchor=None, grain=suits, campaigns=())
    return replace(view, days=days, anchor=anchor, grain=suits, campaigns=())


def brought(preview: Preview) -> tuple[str, ...]:
    """The measures that an import brought, in the order of its columns."""
    return tuple(
        c.role if c.what == "own" else c.code
        for c in preview.columns
        if c.what in ("own", "measure")
    )
