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

_ROWS = 3
_WIDEST, _SHORTEST = 140.0, 56.0  # pixels of a line of the seller's own words
Taken = list[tuple[float, float, int]]
"""Stretches of pixels that have a name already, each in its row from the upper edge down."""


def names_height(texts: Sequence[str]) -> float:
    """Pixels to keep free above the curves for these words of the seller's; "" is a plain name."""
    if any(texts):
        return 8.0 + _ROWS * _LINE
    return 24.0 if texts else 8.0


def draw_notes(plot: Layout) -> None:
    """Lay shades behind the curves and write names at the upper edge."""
    taken: Taken = []
    first = plot.panels[0]
    if first.title:
        taken.append((plot.left, plot.left + plot.text_width(first.title, bold=True), 0))
    shades = _in_sight(plot)
    for shade in shades:
        left, wide = _band(plot, shade)
        token, order = ("stripe_light", -4.0) if shade.kind == "day" else ("shade", -3.0)
        plot.box(left, plot.top, wide, plot.bottom - plot.top, plot.palette[token], order)
    for shade in shades:
        if shade.kind != "day":
            _name_alarm(plot, shade, taken)
    start, end = plot.view
    marks = [mark for mark in plot.marks if start <= mark.time <= end]
    for mark in sorted(marks, key=lambda mark: not mark.text):  # the seller's own words first
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
    taken += [(begin, end, 0), (begin, end, 1), (left, right, 0)]
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
    if mark.text and _write_own(plot, mark.text, x, taken):
        return
    if begin >= plot.left and _free(taken, begin, x):
        taken.append((begin, x, 0))
        plot.word(x - 5, plot.top + 11 * plot.scale, mark.label, muted, "right")


def _write_own(plot: Layout, text: str, x: float, taken: Taken) -> bool:
    """The seller's words beside their line, wrapped or cut to the room there is; whether there is
    any."""
    for most, wide in ((2, _WIDEST), (1, _WIDEST), (1, _SHORTEST)):
        lines = _wrapped(plot, text, wide * plot.scale, most)
        wide = max(plot.text_width(line) for line in lines)
        for row in range(_ROWS - len(lines) + 1):
            rows = range(row, row + len(lines))
            for begin, at, side in ((x - 5 - wide, x - 5, "right"), (x + 5, x + 5, "left")):
                inside = begin >= plot.left and begin + wide <= plot.right
                if inside and all(_free(taken, begin, begin + wide, one) for one in rows):
                    taken += [(begin, begin + wide, one) for one in rows]
                    for one, line in zip(rows, lines, strict=True):
                        y = plot.top + (11 + one * _LINE) * plot.scale
                        plot.word(at, y, line, plot.palette["text"], side)  # type: ignore[arg-type]
                    return True
    return False


def _wrapped(plot: Layout, text: str, wide: float, most: int) -> list[str]:
    """At most so many lines, the last cut where not all of it fits."""
    lines: list[str] = []
    rest = style.plain_text(text)
    while rest and len(lines) < most:
        length = len(rest)
        last = len(lines) + 1 == most
        while length > 1 and plot.text_width(_cut(rest, length, last)) > wide:
            length -= 1
        if not last and length < len(rest) and " " in rest[1 : length + 1]:
            length = rest.rindex(" ", 1, length + 1)
        lines.append(_cut(rest, length, last))
        rest = rest[length:].lstrip()
    return lines or [""]


def _cut(text: str, length: int, last: bool) -> str:
    """So much of a text; with dots where it is the last line and more of it was to come."""
    return text[:length].rstrip() + ("…" if last and length < len(text) else "")


def _name_day(plot: Layout, shade: Shade, taken: Taken) -> None:
    """In the middle of its band, a little over its edges where the band is narrow."""
    left, wide = _band(plot, shade)
    text = plot.text_width(shade.label)
    begin = min(max(left + wide / 2 - text / 2, plot.left), plot.right - text)
    if text <= max(wide, _OVERHANG) and _free(taken, begin, begin + text):
        taken.append((begin, begin + text, 0))
        y = plot.top + 11 * plot.scale
        plot.word(begin, y, shade.label, plot.palette["muted"])


def _free(taken: Taken, begin: float, end: float, row: int = 0) -> bool:
    return all(at != row or end + 2 <= left or begin - 2 >= right for left, right, at in taken)
