"""Totals of what the traffic page shows, and of the period before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ksdesk.domain.traffic import Series, measure
from ksdesk.storage import Reader
from ksdesk.ui.traffic.view import Figure, Shown

HOUR, DAY = 3_600, 86_400
MOST_FIGURES = 12

Parts = tuple[tuple[str, str], ...]


class Fetch:
    """Series of the reader, each asked for once."""

    def __init__(self, reader: Reader, parts: Parts) -> None:
        self._reader = reader
        self._parts = parts or None
        self._known: dict[tuple[str, str, int, int, Parts | None], Series] = {}

    def __call__(
        self, code: str, grain: str, start: int, end: int, parts: Parts | None = None
    ) -> Series:
        """Of these parts, or of all that the view looks at."""
        parts = parts or self._parts
        key = (code, grain, start, end, parts)
        if key not in self._known:
            found = self._reader.traffic.series(code, grain, start, end, parts=parts)
            self._known[key] = found
        return self._known[key]


def figures_of(get: Fetch, shown: Shown, span: tuple[int, int], most: int) -> tuple[Figure, ...]:
    """Totals of the range; what it is compared with ends as early as the figures do."""
    view = shown.view
    by = _summed_by(view.grain, shown.grains)
    now = partial(_over, get, by, shown.start, shown.end)
    before = None
    if shown.before is not None and view.compare:
        start, end = shown.before
        if by == "day":
            end -= shown.end - _cut(span, shown.end)
        before = partial(_over, get, by, start, max(start, end))
    found: list[Figure] = []
    without: list[Figure] = []
    for code in dict.fromkeys([*view.measures, *shown.measures]):
        value = total(code, now)
        figure = Figure(code, value, total(code, before) if before else None)
        (found if value is not None or code in view.measures else without).append(figure)
        if len(found) >= most:
            break
    return (*found, *without[: most - len(found)])


def _summed_by(grain: str, grains: tuple[str, ...]) -> str:
    """Weeks and months as their reports say it; all else by day and the rest by hour."""
    if grain == "week" or (grain == "month" and "day" not in grains):
        return grain
    return "day"


def _over(get: Fetch, by: str, start: int, end: int, code: str) -> Series:
    """A measure by day, the rest of the last day by hour; or by week or month."""
    if by != "day":
        return get(code, by, start, end)
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
