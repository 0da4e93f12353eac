"""Totals of what the traffic page shows, and of the period before."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from ksdesk.domain.traffic import Series, measure, total
from ksdesk.storage import Reader
from ksdesk.ui.traffic.view import Figure, ShownTraffic

_Over = Callable[[str], tuple[Series, ...]]

HOUR, DAY = 3_600, 86_400
MOST_FIGURES = 12

Parts = tuple[tuple[str, str], ...]


class Fetch:
    """Series of the reader, each asked for once. `codes`: what a part is made of in the reports."""

    def __init__(
        self, reader: Reader, parts: Parts, codes: Mapping[tuple[str, str], Parts]
    ) -> None:
        self._reader = reader
        self._codes = codes
        self._parts = self._in_reports(parts)
        self._known: dict[tuple[str, str, int, int, Parts | None], Series] = {}

    def __call__(
        self, code: str, grain: str, start: int, end: int, parts: Parts | None = None
    ) -> Series:
        """Of these parts, or of all that the view looks at."""
        parts = self._in_reports(parts) or self._parts
        key = (code, grain, start, end, parts)
        if key not in self._known:
            found = self._reader.traffic.series(code, grain, start, end, parts=parts)
            self._known[key] = found
        return self._known[key]

    def _in_reports(self, parts: Parts | None) -> Parts | None:
        return tuple(code for part in parts or () for code in self._codes[part]) or None

    def spent_within(self, code: str, start: int, end: int) -> float:
        """The fen of these hours that a return counts, of the parts that the view looks at."""
        return self._reader.traffic.spent_within(code, start, end, self._parts)


def figures_of(
    get: Fetch, shown: ShownTraffic, span: tuple[int, int], most: int
) -> tuple[Figure, ...]:
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
        value = total(*now(code))
        earlier = total(*before(code)) if before else None
        figure = Figure(code, value, earlier, _without_doubted(get, shown, now, code))
        (found if value is not None or code in view.measures else without).append(figure)
        if len(found) >= most:
            break
    return (*found, *without[: most - len(found)])


def _summed_by(grain: str, grains: tuple[str, ...]) -> str:
    """Weeks and months as their reports say it; all else by day and the rest by hour."""
    if grain == "week" or (grain == "month" and "day" not in grains):
        return grain
    return "day"


def _over(get: Fetch, by: str, start: int, end: int, code: str) -> tuple[Series, ...]:
    """A measure by day, the rest of the last day by hour; or by week or month."""
    if by != "day":
        return (get(code, by, start, end),)
    # A day's own figures are the platform's; its hours may be missing or come later.
    midnight = end - end % DAY
    days = get(code, "day", start, midnight)
    if midnight == end:
        return (days,)
    return days, get(code, "hour", midnight, end)


def _without_doubted(get: Fetch, shown: ShownTraffic, now: _Over, code: str) -> float | None:
    """A return without what was spent in the hours that an alarm suspects; None without such, or
    where these days have no return."""
    if measure(code).kind != "ratio":
        return None
    fen = 0.0
    for first, last in _apart((one.start, one.end) for one in shown.shades if one.doubted):
        start, end = max(first, shown.start), min(last, shown.end)
        if start < end:
            fen += get.spent_within(code, start, end)
    series = now(code)
    if not 0 < fen < sum(one.whole[1] for one in series if one.whole):
        return None
    return total(*series, Series(code, "hour", array("q"), array("d"), (0, -fen, 0)))


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same hours, none twice."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _cut(span: tuple[int, int], end: int) -> int:
    """Where the figures end: today is not over, the same day a week ago is."""
    last = span[1]
    if last >= end or last < end - DAY or last % DAY == 0:
        return end
    return min(end, last - last % HOUR + HOUR)
