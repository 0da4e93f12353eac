"""What the traffic page shows: the seller's choices, and the figures that belong to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from ksdesk.domain.imports import Batch
from ksdesk.domain.traffic import Campaign, Series, from_seconds, measure
from ksdesk.storage import Reader
from ksdesk.ui.traffic.words import USEFUL

DAY, WEEK = 86_400, 7 * 86_400
_FIRST_MONDAY = 4 * DAY
MOST_FIGURES = 12
RECENT = 50

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
    in seconds; `shift` from the period before onto this one, 0 without one.
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
    figures: tuple[Figure, ...] = field(default=())

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


def load(reader: Reader, view: View, now: datetime) -> Shown:
    """Read what a view needs; for a job."""
    batches = reader.batches.recent(RECENT)
    span = reader.traffic.span()
    codes = ordered(reader.traffic.measures())
    if span is None or not codes:
        return Shown(batches=batches)
    grains = usable_grains(reader.traffic.grains()) or ("day",)
    view = _settled(view, codes, grains)
    campaigns = reader.traffic.campaigns()
    known = {campaign.key for campaign in campaigns}
    view = replace(view, campaigns=tuple(key for key in view.campaigns if key in known))
    start, end = _bounds(view, span, now)
    shift = _shift(view, start, end)
    get = _Fetch(reader, view.campaigns)
    series = tuple(get(code, view.grain, start, end) for code in view.measures)
    ghosts: tuple[Series, ...] = ()
    if shift and view.compare:
        before = start - shift, end - shift
        ghosts = tuple(get(code, view.grain, *before) for code in view.measures if code != "spend")
    figures = _figures(get, view, codes, start, end, shift)
    return Shown(
        view, codes, grains, campaigns, batches, start, end, shift, series, ghosts, figures
    )


def _settled(view: View, codes: tuple[str, ...], grains: tuple[str, ...]) -> View:
    """The view with what there is in place of what is not there."""
    measures = tuple(code for code in view.measures if code in codes)
    days = view.days
    if days is None:
        days = 0 if grains == ("week",) else 7
    grain = view.grain if view.grain in grains else usual_grain(days, grains)
    return replace(view, measures=measures or codes[:2], days=days, grain=grain)


def usual_grain(days: int, grains: tuple[str, ...]) -> str:
    """What suits a range: hours up to a week, else days."""
    wanted = "hour" if 0 < days <= 7 else "day"
    if wanted in grains:
        return wanted
    return "day" if "day" in grains else grains[0]


def _bounds(view: View, span: tuple[int, int], now: datetime) -> tuple[int, int]:
    first, last = span[0] // DAY * DAY, span[1] // DAY * DAY
    if not view.days:
        start, end = first, last + (WEEK if view.grain == "week" else DAY)
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
    midnight = datetime(now.year, now.month, now.day)
    today = round((midnight - datetime(1970, 1, 1)) / timedelta(seconds=1))
    assert view.days is not None
    near = first <= today and last > today - view.days * DAY
    return today if near else last


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
    get: _Fetch, view: View, codes: tuple[str, ...], start: int, end: int, shift: int
) -> tuple[Figure, ...]:
    chosen = tuple(dict.fromkeys([*view.measures, *codes]))[:MOST_FIGURES]
    # A day's own figures are the platform's; its hours may be missing or come later.
    grain = "week" if view.grain == "week" else "day"

    def over(first: int, last: int) -> Callable[[str], Series]:
        return lambda code: get(code, grain, first, last)

    now, before = over(start, end), over(start - shift, end - shift)
    compare = shift and view.compare
    return tuple(
        Figure(code, total(code, now), total(code, before) if compare else None) for code in chosen
    )


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


def led_to(view: View, first: int, last: int, grain: str) -> View:
    """The view that shows an import of rows of a grain from `first` to `last` (seconds)."""
    days = last // DAY - first // DAY + 1
    fine = grain in ("minute", "hour", "live")
    ranges = (1, 7, 30) if fine else (7, 30) if grain == "day" else ()
    wide = next((one for one in ranges if days <= one), 0)
    anchor = last // DAY * DAY if wide else None
    return replace(view, days=wide, anchor=anchor, grain="", campaigns=())
