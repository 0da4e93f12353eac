"""流量曲线: what viewers, fans and clicks did over time, and what was spent meanwhile.

Several measures: those of one unit whose highest values lie within a factor of ten share one
value axis and differ by colour and dash. Any other gets a panel of its own below, on the same
time axis (small multiples). A second axis on the right would let the seller read crossings that
mean nothing; a normalised one would hide the figures. Spend is always a strip of bars at the
bottom: money is not compared with people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

from ksdesk.charts import style, ticks
from ksdesk.charts.area import Area
from ksdesk.charts.layout import STRIP
from ksdesk.charts.notes import names_height
from ksdesk.charts.pieces import LegendItem, Mark, Panel, Shade
from ksdesk.charts.plot import Plot
from ksdesk.charts.reduce import Floats
from ksdesk.charts.track import Track, axis_times

__all__ = ["ChartEvent", "ChartSeries", "Shade", "curve", "share_axes"]

GRAINS = {
    "minute": ticks.MINUTE,
    "hour": ticks.HOUR,
    "day": ticks.DAY,
    "week": ticks.WEEK,
    "month": ticks.MONTH,
}
_TOGETHER = 10.0
# series_2 is the colour of spend on every page.
_COLOURS = ("series_1", "series_3", "series_4", "series_5", "series_6")
_DENSE_HOURS = 24 * 7


@dataclass(frozen=True)
class ChartEvent:
    """What happened at a time (datetime or datetime64), its word, and the `ref` that comes back.

    `text`: the seller's own, in place of the word.
    """

    time: object
    label: str
    ref: object = None
    text: str = ""


@dataclass(frozen=True)
class ChartSeries:
    """One measure. `times`: datetime64, beginnings of hours, days or weeks, Beijing wall clock.

    `values`: NaN is "no figure". `kind`: line or step. `unit`: as in
    `ticks.number_text`, or a measure's kind (money, price, rate). `seat`: which of the colours
    it has, None for the next: bars of spend have the colour of the line that they bought.
    """

    name: str
    label: str
    times: npt.NDArray[np.datetime64]
    values: Floats
    kind: str = "line"
    unit: str = "count"
    seat: int | None = None


def curve(
    figure: Figure,
    series: Sequence[ChartSeries],
    *,
    spend: ChartSeries | Sequence[ChartSeries] | None = None,
    previous: Sequence[ChartSeries] | ChartSeries | None = None,
    shades: Sequence[Shade] = (),
    marks: Sequence[ChartEvent] = (),
    grain: str = "hour",
    span: tuple[object, object] | None = None,
    palette: Mapping[str, str],
    lang: str = "zh",
    scale: float = 1.0,
    empty: str = "",
    strip_title: str = "",
) -> Plot:
    """Draw into an empty `figure`; call `Plot.arrange` with its pixels before showing it.

    `previous`: the period before, its times already moved onto this one, found by `name`.
    `spend`: several series stand on each other in one strip, called `strip_title`. `grain`: minute,
    hour, day, week, month, or anything else (live) for moments as they are. `span`: first and last
    moment that can be shown (datetime or datetime64); without it what the data cover. `empty` is
    the sentence for a chart without a figure.
    """
    ghosts = [previous] if isinstance(previous, ChartSeries) else list(previous or ())
    seconds = GRAINS.get(grain, 0.0)
    bought = [spend] if isinstance(spend, ChartSeries) else list(spend or ())
    full = _span(span, [*series, *bought], seconds)
    draft = _Draft(palette, seconds, full, {ghost.name: ghost for ghost in ghosts})
    groups = share_axes(series) or [[]]
    tracks = [draft.tracks(group) for group in groups]
    with style.styled(palette, scale):
        panels = [
            _panel(figure, group, seat, len(groups) > 1, scale) for seat, group in enumerate(tracks)
        ]
        if bought:
            panels.append(
                _strip(figure, draft.spend(bought), strip_title or bought[0].label, scale)
            )
        for panel in panels:
            for track in panel.tracks:
                track.attach(panel.area)
    return Plot(
        figure=figure,
        panels=tuple(panels),
        full=full,
        palette=palette,
        lang=lang,
        scale=scale,
        grain=grain,
        shades=tuple(_plain_shade(shade) for shade in shades),
        marks=tuple(Mark(_seconds(m.time), m.label, m.ref, m.text) for m in marks),
        legend=_legend(panels),
        empty=empty,
        top_room=names_height([*("" for _ in shades), *(mark.text for mark in marks)]) * scale,
    )


def share_axes(series: Sequence[ChartSeries]) -> list[list[ChartSeries]]:
    """Which measures may share a value axis: one unit, highest values within a factor of ten."""
    groups: list[list[ChartSeries]] = []
    for one in series:
        for group in groups:
            tops = [_highest(other) for other in (*group, one)]
            known = [top for top in tops if top > 0]
            near = not known or max(known) <= _TOGETHER * min(known)
            if ticks.unit_of(group[0].unit) == ticks.unit_of(one.unit) and near:
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _highest(series: ChartSeries) -> float:
    values = np.asarray(series.values, dtype=np.float64)
    finite = values[np.isfinite(values)]
    return float(np.abs(finite).max()) if len(finite) else 0.0


class _Draft:
    """Turns series into tracks: colours and dashes in the order they come."""

    def __init__(
        self,
        palette: Mapping[str, str],
        seconds: float,
        full: tuple[float, float],
        ghosts: Mapping[str, ChartSeries],
    ) -> None:
        self._palette = palette
        self._seconds = seconds
        self._full = full
        self._ghosts = ghosts
        self._made = 0

    def tracks(self, group: Sequence[ChartSeries]) -> tuple[Track, ...]:
        """The tracks of one panel, each measure's ghost behind it."""
        found: list[Track] = []
        for series in group:
            found.append(self._main(series))
            ghost = self._ghosts.get(series.name)
            if ghost is not None:
                found.append(self._ghost(ghost))
        return tuple(found)

    def _main(self, series: ChartSeries) -> Track:
        seat = self._made if series.seat is None else series.seat
        self._made += 1
        hours = (self._full[1] - self._full[0]) / ticks.HOUR
        dense = self._seconds <= ticks.HOUR and hours >= _DENSE_HOURS
        return Track(
            series.name,
            style.plain_text(series.label) or ticks.NOTHING,
            ticks.unit_of(series.unit),
            series.times,  # type: ignore[arg-type]  # made seconds by Track
            series.values,
            self._palette[_COLOURS[seat % len(_COLOURS)]],
            kind=series.kind,
            grain=self._seconds,
            gap=self._gap(series),
            dash=style.DASHES[seat % len(style.DASHES)],
            width=1.8 if dense else 2.0,
        )

    def _ghost(self, series: ChartSeries) -> Track:
        return Track(
            series.name,
            style.plain_text(series.label) or ticks.NOTHING,
            ticks.unit_of(series.unit),
            series.times,  # type: ignore[arg-type]
            series.values,
            self._palette["ghost"],
            kind=series.kind,
            role="previous",
            grain=self._seconds,
            gap=self._gap(series),
            dash=style.GHOST_DASH,
            width=1.0,
        )

    def spend(self, bought: Sequence[ChartSeries]) -> tuple[Track, ...]:
        """The bars of the strip; those of several series stand on each other."""
        times = np.unique(np.concatenate([axis_times(one.times) for one in bought]))
        under = np.zeros(len(times))
        found = []
        for place, one in enumerate(bought):
            values = np.full(len(times), np.nan)
            values[np.searchsorted(times, axis_times(one.times))] = one.values
            under = under + np.nan_to_num(values)
            colour = "series_2" if one.seat is None else _COLOURS[one.seat % len(_COLOURS)]
            found.append(
                Track(
                    one.name,
                    style.plain_text(one.label) or ticks.NOTHING,
                    ticks.unit_of(one.unit),
                    times,
                    values,
                    self._palette[colour],
                    kind="bar",
                    role="spend",
                    grain=self._seconds or _usual_step(times),
                    order=3.0 - place / 100,
                    tops=np.where(np.isnan(values), np.nan, under),
                )
            )
        return tuple(found)

    def _gap(self, series: ChartSeries) -> float:
        """Moments without a grain: a hole is more than three usual steps."""
        return self._seconds or 2 * _usual_step(axis_times(series.times))


def _usual_step(times: Floats) -> float:
    steps = np.diff(np.sort(times))
    steps = steps[steps > 0]
    return float(np.median(steps)) if len(steps) else 0.0


def _seconds(when: object) -> float:
    if isinstance(when, (int, float)):
        return float(when)
    return float(axis_times(np.asarray([when], dtype="datetime64[ms]"))[0])


def _plain_shade(shade: Shade) -> Shade:
    return replace(shade, start=_seconds(shade.start), end=_seconds(shade.end))


def _span(
    span: tuple[object, object] | None, series: Sequence[ChartSeries], seconds: float
) -> tuple[float, float]:
    if span is not None:
        start, end = _seconds(span[0]), _seconds(span[1])
    else:
        times = [axis_times(one.times) for one in series if len(one.times)]
        if not times:
            return 0.0, ticks.DAY
        start = min(float(one.min()) for one in times)
        end = max(float(one.max()) for one in times) + seconds
    return (start, end) if end > start else (start - ticks.HOUR, start + ticks.HOUR)


def _panel(
    figure: Figure, tracks: tuple[Track, ...], seat: int, several: bool, scale: float
) -> Panel:
    named = dict.fromkeys(track.label for track in tracks if track.role == "main")
    return Panel(
        area=Area(figure),
        tracks=tracks,
        unit=tracks[0].unit if tracks else "count",
        title=" · ".join(named) if several else "",
        weight=1.6 if several and not seat else 1.0,
        head=(24.0 if several else 10.0) * scale,
    )


def _strip(figure: Figure, tracks: tuple[Track, ...], title: str, scale: float) -> Panel:
    return Panel(
        area=Area(figure),
        tracks=tracks,
        unit=tracks[0].unit,
        title=title,
        fixed=STRIP * scale,
        head=24.0 * scale,
    )


def _legend(panels: Sequence[Panel]) -> tuple[LegendItem, ...]:
    """Names as drawn; ghosts of several measures look the same and are named once."""
    items: dict[tuple[str, str], LegendItem] = {}
    for panel in panels:
        if panel.strip and len(panel.tracks) > 1:
            continue  # the colours are those of the lines
        for track in panel.tracks:
            kind = "bar" if track.kind == "bar" else "line"
            key = (track.role if track.role == "previous" else track.name, track.label)
            items.setdefault(key, LegendItem(track.label, track.colour, kind, track.dash))
    return tuple(items.values())
