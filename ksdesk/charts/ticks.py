"""Where the axes get a tick, and the words of times and numbers in a chart.

Times are seconds since 1970 of the Beijing wall clock, without a zone.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

MINUTE, HOUR, DAY, WEEK, MONTH = 60.0, 3600.0, 86400.0, 604800.0, 30.4375 * 86400.0
MINUS = "\u2212"
NOTHING = "–"
_EPOCH = datetime(1970, 1, 1)
_FIRST_MONDAY = 4 * DAY  # 1970-01-05
_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

Width = Callable[[str], float]


def moment(seconds: float) -> datetime:
    """The wall clock time of an axis position."""
    return _EPOCH + timedelta(seconds=seconds)


def seconds_of(when: date | datetime) -> float:
    """The axis position of a day or moment."""
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day)
    return (when - _EPOCH).total_seconds()


# -- words -----------------------------------------------------------------------------------


def weekday(when: datetime, lang: str) -> str:
    """周四, Thu."""
    return weekday_name(when.weekday(), lang)


def weekday_name(number: int, lang: str) -> str:
    """周一, Mon for 0."""
    return _WEEKDAYS["zh" if lang == "zh" else "en"][number]


def day_text(when: datetime, lang: str) -> str:
    """11-15 or 15 Nov."""
    return f"{when:%m-%d}" if lang == "zh" else f"{when.day} {_MONTHS[when.month - 1]}"


def clock_text(when: datetime, lang: str) -> str:
    """21点 or 21:00."""
    if lang == "zh" and not when.minute:
        return f"{when.hour}点"
    return f"{when:%H:%M}"


def month_text(when: datetime, lang: str) -> str:
    """4月 or Apr; January says its year."""
    if when.month == 1:
        return f"{when.year}年" if lang == "zh" else str(when.year)
    return f"{when.month}月" if lang == "zh" else _MONTHS[when.month - 1]


def bucket_text(seconds: float, grain: str, lang: str) -> str:
    """The time of a read-out: 11-15 周日 21 点, Sun 15 Nov 21:00; a week names both ends."""
    when = moment(seconds)
    day = day_text(when, lang)
    named = f"{day} {weekday(when, lang)}" if lang == "zh" else f"{weekday(when, lang)} {day}"
    if grain == "day":
        return named
    if grain == "month":
        return f"{when:%Y-%m}" if lang == "zh" else f"{_MONTHS[when.month - 1]} {when.year}"
    if grain == "week":
        last = day_text(when + timedelta(days=6), lang)
        return f"{day} 到 {last}" if lang == "zh" else f"{day} – {last}"
    if grain == "hour" and lang == "zh" and not when.minute:
        return f"{named} {when.hour} 点"
    return f"{named} {when:%H:%M}"


def range_text(start: float, end: float, lang: str) -> str:
    """A range in full, both ends said: 2026-11-12 到 2026-11-18; with the clock within days."""
    first, last = moment(start), moment(end)
    between = " 到 " if lang == "zh" else " to "
    if start % DAY or end % DAY:
        return f"{first:%Y-%m-%d %H:%M}{between}{last:%Y-%m-%d %H:%M}"
    last -= timedelta(seconds=1)
    if first.date() == last.date():
        return f"{first:%Y-%m-%d}"
    return f"{first:%Y-%m-%d}{between}{last:%Y-%m-%d}"


def unit_of(kind: str) -> str:
    """The unit of a measure's kind: money and price are fen, a rate is a share of 1."""
    return {"money": "fen", "price": "fen", "rate": "percent"}.get(kind, kind)


def number_text(value: float, unit: str = "count", sign: str = "¥") -> str:
    """A figure in full: 2,162 · ¥48.00 · 12.3% · 2.31 · –.

    `unit`: count (whole numbers where they are whole), fen (amounts in fen), yuan, percent (a
    share of 1), ratio (ROI), seconds.
    """
    if not math.isfinite(value):
        return NOTHING
    minus = MINUS if value < 0 else ""
    size = abs(value)
    if unit == "fen":
        return f"{minus}{sign}{size / 100:,.2f}"
    if unit == "yuan":
        return f"{minus}{sign}{size:,.2f}"
    if unit == "percent":
        return f"{minus}{size * 100:,.1f}%"
    if unit == "ratio":
        return f"{minus}{size:,.2f}"
    digits = 0 if size == round(size) or size >= 1000 else 1 if size >= 10 else 2
    return f"{minus}{size:,.{digits}f}"


def axis_text(value: float, unit: str, lang: str) -> str:
    """A figure at the value axis, short: 2,000 · 12万 · 120k · 15%."""
    if unit == "fen":
        value /= 100
    if unit == "percent":
        return _trimmed(value * 100) + "%"
    steps = ((1e8, "亿"), (1e4, "万")) if lang == "zh" else ((1e9, "bn"), (1e6, "M"), (1e3, "k"))
    if abs(value) >= 1e5:
        for size, word in steps:
            if abs(value) >= size:
                return _trimmed(value / size) + word
    return _trimmed(value)


def rounded(value: float) -> float:
    """Three digits that count: enough for a word beside an axis."""
    if not value:
        return 0.0
    return round(value, 2 - math.floor(math.log10(abs(value))))


def _trimmed(value: float) -> str:
    text = f"{abs(value):,.3f}".rstrip("0").rstrip(".")
    return MINUS + text if value < 0 and text != "0" else text


# -- values ----------------------------------------------------------------------------------


def nice_step(span: float, most: int, *, whole: bool) -> float:
    """The smallest of 1, 2, 2.5, 5 × 10ⁿ that divides `span` into at most `most` parts."""
    rough = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1.0, 2.0, 2.5, 5.0, 10.0):
        step = factor * power
        odd = whole and step != round(step)
        # A little more than `most` lines beat half as many.
        if step >= rough * 0.9 and not odd:
            return step
    return 1.0


def value_ticks(low: float, high: float, most: int = 5, *, whole: bool = True) -> list[float]:
    """Grid lines from at or below `low` up to `high`; `whole` figures get no fractions."""
    if high <= low:
        high = low + 1
    step = nice_step(high - low, most, whole=whole)
    first = math.floor(low / step + 1e-9)
    last = math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


# -- times -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class TimeTicks:
    """`marks` are the ticks on the axis line; `labels` say (where, what), centred there."""

    marks: tuple[float, ...]
    labels: tuple[tuple[float, str], ...]


def time_ticks(start: float, end: float, pixels: float, lang: str, width: Width) -> TimeTicks:
    """Ticks of the time axis from `start` to `end` on `pixels`, as many as fit side by side.

    Days are named centred below themselves with ticks between them; hours, weeks, months and
    years are named at their tick. `width` measures a text in pixels.
    """
    day = DAY * pixels / (end - start)
    if day > 330 or end - start < 0.9 * DAY:
        return _clock_ticks(start, end, pixels, lang, width)
    named = width("30 周三" if lang == "zh" else "30 Wed") + 14
    if day >= named:
        return _day_ticks(start, end, lang, 1, pixels, width, weekdays=True)
    short = width("11-30" if lang == "zh" else "30 Nov") + 14
    for days in (1, 2):
        if day * days >= short:
            return _day_ticks(start, end, lang, days, pixels, width, weekdays=False)
    for weeks in (1, 2):
        # Beyond a quarter months say more than Mondays.
        if day * 7 * weeks >= short and end - start <= 100 * DAY:
            return _week_ticks(start, end, lang, weeks)
    return _month_ticks(start, end, day, lang, width)


def _multiples(start: float, end: float, step: float, origin: float = 0.0) -> list[float]:
    first = math.ceil((start - origin) / step - 1e-9)
    last = math.floor((end - origin) / step + 1e-9)
    return [origin + index * step for index in range(first, last + 1)]


def _clock_ticks(start: float, end: float, pixels: float, lang: str, width: Width) -> TimeTicks:
    needed = width("00:00") + 26
    minutes = next(
        (
            step
            for step in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)
            if step * MINUTE * pixels / (end - start) >= needed
        ),
        720,
    )
    marks = _multiples(start, end, minutes * MINUTE)
    labels = []
    for mark in marks:
        when = moment(mark)
        if when.hour == when.minute == 0:
            labels.append((mark, f"{when.day} {weekday(when, lang)}"))
        else:
            labels.append((mark, clock_text(when, lang)))
    if labels and not any(moment(mark).hour == moment(mark).minute == 0 for mark in marks):
        mark, text = labels[0]
        labels[0] = (mark, f"{day_text(moment(mark), lang)} {text}")
    return TimeTicks(tuple(marks), tuple(labels))


def _day_ticks(
    start: float,
    end: float,
    lang: str,
    days: int,
    pixels: float,
    width: Width,
    *,
    weekdays: bool,
) -> TimeTicks:
    marks = _multiples(start, end, DAY)
    labels = []
    per_pixel = (end - start) / pixels
    for first in _multiples(start - DAY, end, DAY * days):
        when = moment(first)
        text = f"{when.day} {weekday(when, lang)}" if weekdays else day_text(when, lang)
        if days > 1:
            labels.append((first + DAY / 2, text))
            continue
        # A day that is half out of sight keeps its name while there is room for it.
        left, right = max(first, start), min(first + DAY, end)
        if right - left >= width(text) * per_pixel:
            labels.append(((left + right) / 2, text))
    return TimeTicks(tuple(marks), tuple(one for one in labels if start <= one[0] <= end))


def _week_ticks(start: float, end: float, lang: str, weeks: int) -> TimeTicks:
    marks = _multiples(start, end, WEEK * weeks, _FIRST_MONDAY)
    return TimeTicks(tuple(marks), tuple((mark, day_text(moment(mark), lang)) for mark in marks))


def _month_ticks(start: float, end: float, day: float, lang: str, width: Width) -> TimeTicks:
    needed = width("2026年" if lang == "zh" else "2026") + 16
    months = next((n for n in (1, 2, 3, 6, 12, 24, 60) if n * 30.4 * day >= needed), 120)
    when = moment(start)
    index = when.year * 12 + when.month - 1
    marks = []
    while True:
        if index % months == 0:
            mark = seconds_of(date(index // 12, index % 12 + 1, 1))
            if mark > end:
                break
            if mark >= start:
                marks.append(mark)
        index += 1
        if index // 12 > 9998:
            break
    return TimeTicks(tuple(marks), tuple((mark, month_text(moment(mark), lang)) for mark in marks))
