"""Shades and events of a chart, and their names where there is room: warnings come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ksdesk.charts import style, ticks
from ksdesk.charts.layout import Layout
from ksdesk.charts.pieces import Mark, Shade

_LINE = 16.0
_THIN = 3.0  # pixels a day that named days still show at
_OVERHANG = 72.0

Taken = list[tuple[float, float]]
"""Stretches of pixels at the upper edge that have a name already."""


def draw_notes(plot: Layout) -> None:
    """Lay shades behind the curves and write names at the upper edge."""
    taken: Taken = []
    first = plot.panels[0]
    if first.title:
        taken.append((plot.left, plot.left + plot.text_width(first.title, bold=True)))
    shades = _in_sight(plot)
    for shade in shades:
        left, wide = _band(plot, shade)
        token, order = ("stripe_light", -4.0) if shade.kind == "day" else ("shade", -3.0)
        plot.box(left, plot.top, wide, plot.bottom - plot.top, plot.palette[token], order)
    for shade in shades:
        if shade.kind != "day":
            _name_alarm(plot, shade, taken)
    start, end = plot.view
    for mark in plot.marks:
        if start <= mark.time <= end:
            _draw_mark(plot, mark, taken)
    for shade in shades:
        if shade.kind == "day":
            _name_day(plot, shade, taken)
    if plot.nothing and plot.empty:
        middle = (plot.left + plot.right) / 2
        y = first.top + first.height / 2
        plot.word(middle, y, plot.empty, plot.palette["muted"], "center")


def _in_sight(plot: Layout) -> list[Shade]:
    days = plot.seconds_per_pixel * _THIN <= ticks.DAY
    start, end = plot.view
    return [
        one
        for one in plot.shades
        if one.end > start and one.start < end and (days or one.kind != "day")
    ]


def _band(plot: Layout, shade: Shade) -> tuple[float, float]:
    """Left edge and width."""
    left = min(max(plot.x(shade.start), plot.left), plot.right)
    right = min(max(plot.x(shade.end), plot.left), plot.right)
    return left, max(2.0, right - left)


def _name_alarm(plot: Layout, shade: Shade, taken: Taken) -> None:
    if not shade.label:
        return
    left, band = _band(plot, shade)
    right = left + band
    wide = max(plot.text_width(shade.label, bold=True), plot.text_width(shade.note))
    after = right + 5 + wide <= plot.width
    begin, end = (right + 5, right + 5 + wide) if after else (left - 5 - wide, left - 5)
    if begin < 0 or not _free(taken, begin, end):
        return
    taken += [(begin, end), (left, right)]
    side: Literal["left", "right"] = "left" if after else "right"
    at = right + 5 if after else left - 5
    bad, y = plot.palette["bad"], plot.top + 9 * plot.scale
    plot.word(at, y, shade.label, bad, side, bold=True)
    plot.word(at, y + _LINE * plot.scale, shade.note, bad, side)


def _draw_mark(plot: Layout, mark: Mark, taken: Taken) -> None:
    x, first = plot.x(mark.time), plot.panels[0]
    begin = x - 5 - plot.text_width(mark.label)
    bottom = first.y(max(0.0, first.low))
    axis, muted = plot.palette["axis"], plot.palette["muted"]
    plot.line([(x, bottom), (x, plot.top + 4)], axis, 1.0, style.MARK_DASH, order=-2)
    if begin >= plot.left and _free(taken, begin, x):
        taken.append((begin, x))
        plot.word(x - 5, plot.top + 11 * plot.scale, mark.label, muted, "right")


def _name_day(plot: Layout, shade: Shade, taken: Taken) -> None:
    """In the middle of its band, a little over its edges where the band is narrow."""
    left, wide = _band(plot, shade)
    text = plot.text_width(shade.label)
    begin = min(max(left + wide / 2 - text / 2, plot.left), plot.right - text)
    if text <= max(wide, _OVERHANG) and _free(taken, begin, begin + text):
        taken.append((begin, begin + text))
        y = plot.top + 11 * plot.scale
        plot.word(begin, y, shade.label, plot.palette["muted"])


def _free(taken: Sequence[tuple[float, float]], begin: float, end: float) -> bool:
    return all(end + 2 <= left or begin - 2 >= right for left, right in taken)
