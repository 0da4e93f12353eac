"""保证金曲线: the balance and the required line (要求线) as steps, each entry a dot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from ksdesk.charts import style, ticks
from ksdesk.charts.area import Area
from ksdesk.charts.pieces import Dot, LegendItem, Panel, Shade
from ksdesk.charts.plot import Plot
from ksdesk.charts.reduce import Floats
from ksdesk.charts.track import Track, axis_times

_DOT = 7.0


@dataclass(frozen=True)
class BalancePoint:
    """A ledger entry: the balance after it in fen, `bad` for a deduction, `ref` its number."""

    time: object
    balance: float
    bad: bool = False
    ref: object = None


@dataclass(frozen=True)
class RequiredStep:
    """From `time` on the required line is `amount` fen; None where it is not known."""

    time: object
    amount: float | None


@dataclass(frozen=True)
class LegendWords:
    """What the legend calls the three things."""

    balance: str
    required: str
    below: str


def steps(
    figure: Figure,
    entries: Sequence[BalancePoint],
    required: Sequence[RequiredStep] = (),
    *,
    until: object,
    span: tuple[object, object] | None = None,
    words: LegendWords,
    palette: Mapping[str, str],
    lang: str = "zh",
    scale: float = 1.0,
    empty: str = "",
) -> Plot:
    """Draw into an empty `figure`; call `Plot.arrange` with its pixels before showing it.

    Entries and lines are in the order of time. Both hold until `until` (now, datetime). `span`
    is what can be shown; without it the data with some room after them.
    """
    stop = _seconds(until)
    balance = _held([_seconds(e.time) for e in entries], [e.balance for e in entries], stop)
    line = _held(
        [_seconds(one.time) for one in required],
        [float("nan") if one.amount is None else one.amount for one in required],
        stop,
    )
    full = _span(span, balance[0], line[0], stop)
    dots = tuple(Dot(_seconds(e.time), e.balance, e.bad, e.ref) for e in entries)
    with style.styled(palette, scale):
        area = Area(figure)
        tracks = (
            _track("balance", words.balance, balance, palette["series_1"], style.SOLID, 2.0),
            _track("required", words.required, line, palette["series_2"], style.REQUIRED_DASH, 1.5),
        )
        for track in reversed(tracks):
            track.attach(area)
        for bad in (False, True):
            _draw_dots(area, [dot for dot in dots if dot.bad is bad], bad, palette)
    panel = Panel(area, tracks, "fen", head=14.0)
    return Plot(
        figure=figure,
        panels=(panel,),
        full=full,
        palette=palette,
        lang=lang,
        scale=scale,
        grain="day",
        shades=tuple(Shade(*stretch) for stretch in below(balance, line)),
        dots=dots,
        legend=_legend(words, palette),
        empty=empty,
        top_room=0.0,
    )


def below(
    balance: tuple[Floats, Floats], required: tuple[Floats, Floats]
) -> list[tuple[float, float]]:
    """The stretches in which the balance is under a known line, neighbours joined."""
    changes = np.unique(np.concatenate([balance[0], required[0]]))
    found: list[tuple[float, float]] = []
    for start, end in zip(changes[:-1].tolist(), changes[1:].tolist(), strict=True):
        have, need = _in_force(balance, start), _in_force(required, start)
        if have < need:
            if found and found[-1][1] == start:
                start = found.pop()[0]
            found.append((start, end))
    return found


def _in_force(held: tuple[Floats, Floats], time: float) -> float:
    index = int(np.searchsorted(held[0], time, side="right")) - 1
    return float(held[1][index]) if index >= 0 else float("nan")


def _held(times: list[float], values: list[float], until: float) -> tuple[Floats, Floats]:
    """The steps, the last one drawn out to `until`."""
    if times and until > times[-1]:
        times, values = [*times, until], [*values, values[-1]]
    return np.asarray(times, dtype=np.float64), np.asarray(values, dtype=np.float64)


def _seconds(when: object) -> float:
    if isinstance(when, (int, float)):
        return float(when)
    return float(axis_times(np.asarray([when], dtype="datetime64[ms]"))[0])


def _span(
    span: tuple[object, object] | None, first: Floats, second: Floats, stop: float
) -> tuple[float, float]:
    if span is not None:
        return _seconds(span[0]), _seconds(span[1])
    start = min([*first[:1].tolist(), *second[:1].tolist(), stop - ticks.DAY])
    room = max(ticks.DAY, (stop - start) * 0.03)
    return start - room, stop + room


def _track(
    name: str,
    label: str,
    held: tuple[Floats, Floats],
    colour: str,
    dash: tuple[float, ...],
    width: float,
) -> Track:
    times, values = held
    return Track(
        name,
        label,
        "fen",
        times,
        values,
        colour,
        kind="step",
        role=name,
        dash=dash,
        width=width,
        steady=True,
    )


def _draw_dots(area: Area, dots: Sequence[Dot], bad: bool, palette: Mapping[str, str]) -> None:
    line = Line2D(
        [dot.time for dot in dots],
        [dot.value for dot in dots],
        linestyle="none",
        marker="o",
        markersize=_DOT,
        markerfacecolor=palette["bad" if bad else "surface"],
        markeredgecolor=palette["bad" if bad else "series_1"],
        markeredgewidth=1.5,
        zorder=5,
    )
    area.add(line, clip=False)


def _legend(words: LegendWords, palette: Mapping[str, str]) -> tuple[LegendItem, ...]:
    return (
        LegendItem(words.balance, palette["series_1"]),
        LegendItem(words.required, palette["series_2"], "line", style.REQUIRED_DASH),
        LegendItem(words.below, palette["shade"], "shade"),
    )
