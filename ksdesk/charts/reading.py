"""Questions to a drawn chart: what stands at this time, what lies under this pixel."""

from __future__ import annotations

from ksdesk.charts import ticks
from ksdesk.charts.pieces import ChartReading, Dot, Mark, ReadSeries, SeriesSummary, Shade
from ksdesk.charts.plot import Plot
from ksdesk.charts.track import Track

_REACH = 8.0  # px


def reading(plot: Plot, time: float) -> ChartReading | None:
    """What stands nearest to `time`; None where the chart has no point."""
    at = _nearest(plot, time)
    return None if at is None else reading_of(plot, at)


def reading_of(plot: Plot, at: float) -> ChartReading:
    """What stands at the hour, day or moment that begins at `at`."""
    rows = []
    for panel in plot.panels:
        for track in panel.tracks:
            value = track.value_at(at)
            rows.append(
                ReadSeries(
                    track.label,
                    ticks.number_text(value, track.unit),
                    plot.palette["muted"] if track.role == "previous" else track.colour,
                    panel.y(value) if value == value else None,
                    not panel.strip and track.role != "previous",
                )
            )
    grain = max((track.grain for track in plot.tracks), default=0.0)
    title = " · ".join([ticks.bucket_text(at, plot.grain, plot.lang), *_notes(plot, at, grain)])
    return ChartReading(at, plot.x(at + grain / 2), title, tuple(rows))


def _notes(plot: Plot, at: float, grain: float) -> list[str]:
    """What day it is and what happened in an hour or day; longer stretches hold too much."""
    if grain > ticks.DAY:
        return []
    days = [s.label for s in plot.shades if s.kind == "day" and s.start <= at < s.end]
    events = [
        mark.text or mark.label for mark in plot.marks if at <= mark.time < at + max(grain, 1.0)
    ]
    return list(dict.fromkeys(filter(None, [*days, *events])))


def _points(plot: Plot) -> tuple[Track, ...]:
    filled = [track for track in plot.tracks if len(track.times)]
    return tuple(one for one in filled if one.role != "previous") or tuple(filled)


def _nearest(plot: Plot, time: float) -> float | None:
    best: float | None = None
    for track in _points(plot):
        index = track.nearest(time)
        if index is None:
            continue
        at, middle = float(track.times[index]), track.grain / 2
        if best is None or abs(at + middle - time) < abs(best + middle - time):
            best = at
    return best


def neighbour(plot: Plot, at: float, forward: bool) -> float:
    """The next point before or after `at`, at least a pixel away; `at` itself at the end."""
    pixel = plot.seconds_per_pixel
    found = []
    for track in _points(plot):
        if forward:
            index = int(track.times.searchsorted(at + pixel))
            if index < len(track.times):
                found.append(float(track.times[index]))
        else:
            index = int(track.times.searchsorted(at - pixel, side="right")) - 1
            if index >= 0:
                found.append(float(track.times[index]))
    if not found:
        return at
    return min(found) if forward else max(found)


def edge(plot: Plot, last: bool) -> float | None:
    """The first or last time that has a point."""
    ends = [float(track.times[-1 if last else 0]) for track in _points(plot)]
    return (max(ends) if last else min(ends)) if ends else None


def shade_at(plot: Plot, x: float) -> Shade | None:
    """The shade under a pixel that can be chosen, with two pixels of grace."""
    for shade in plot.shades:
        if shade.ref is not None and plot.x(shade.start) - 2 <= x <= plot.x(shade.end) + 2:
            return shade
    return None


def mark_at(plot: Plot, x: float) -> Mark | None:
    """The event whose line is nearest to a pixel, within three."""
    near = [mark for mark in plot.marks if mark.ref is not None and abs(plot.x(mark.time) - x) <= 3]
    return min(near, key=lambda mark: abs(plot.x(mark.time) - x), default=None)


def dot_at(plot: Plot, x: float, y: float) -> Dot | None:
    """The entry dot nearest to a pixel, within eight; the later one where two are as near."""
    best: tuple[float, Dot] | None = None
    for dot in plot.dots:
        away = ((plot.x(dot.time) - x) ** 2 + (plot.panels[0].y(dot.value) - y) ** 2) ** 0.5
        if away <= _REACH and (best is None or away <= best[0]):
            best = (away, dot)
    return best[1] if best else None


def summaries(plot: Plot) -> tuple[SeriesSummary, ...]:
    """All series that have values, in words and figures."""
    return tuple(
        _summary(track, plot.grain, plot.lang)
        for track in plot.tracks
        if not track.empty and track.role != "previous"
    )


def _summary(track: Track, grain: str, lang: str) -> SeriesSummary:
    known = track.values == track.values
    times, values = track.times[known], track.values[known]
    high = int(values.argmax())

    def said(value: float) -> str:
        return ticks.number_text(float(value), track.unit)

    return SeriesSummary(
        track.label,
        said(values[high]),
        ticks.bucket_text(float(times[high]), grain, lang),
        said(values.min()),
        said(values[-1]),
        ticks.bucket_text(float(times[-1]), grain, lang),
    )
