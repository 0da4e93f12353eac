"""什么时候人多: a measure by weekday and hour of day, and the best hours in a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from statistics import fmean, median
from typing import Final

from ksdesk.domain.traffic.measures import Series

_HOUR, _DAY = 3_600, 86_400
_ROW: Final = 3
_NEARLY: Final = 0.9
"""A fourth hour joins the best three if it has nearly as much as their mean."""


@dataclass(frozen=True)
class Heat:
    """`cells[weekday][hour]` (Monday 0): the median over `weeks`, None without a value.

    `best`: the first hour and the hour after the last of the best three or four in a row over all
    days; None where too few hours are known. `skipped`: how many hours were left out.
    """

    code: str
    cells: tuple[tuple[float | None, ...], ...]
    best: tuple[int, int] | None
    weeks: int
    skipped: int = 0


def heat_of(series: Series, until: int, weeks: int, skip: Collection[int] = ()) -> Heat | None:
    """From a measure by hour, the last `weeks` whole weeks before the hour of `until` (seconds).

    `skip`: hours, by their first second, that are left out (疑似异常). A median is used because
    one odd evening must not advise an hour. None without a single value.
    """
    last = until - until % _HOUR
    first = last - weeks * 7 * _DAY
    found: dict[tuple[int, int], list[float]] = defaultdict(list)
    skipped = 0
    for when, value in zip(series.times, series.values, strict=True):
        if first <= when < last:
            if when in skip:
                skipped += 1
            else:
                found[(when // _DAY + 3) % 7, when % _DAY // _HOUR].append(value)
    if not found:
        return None
    cells = tuple(
        tuple(median(found[day, hour]) if (day, hour) in found else None for hour in range(24))
        for day in range(7)
    )
    return Heat(series.code, cells, _best(cells), weeks, skipped)


def _best(cells: tuple[tuple[float | None, ...], ...]) -> tuple[int, int] | None:
    columns = [[value for row in cells if (value := row[hour]) is not None] for hour in range(24)]
    means = [fmean(column) if column else None for column in columns]
    windows = [(first, [m for m in means[first : first + _ROW] if m is not None])
               for first in range(24 - _ROW + 1)]  # fmt: skip
    whole = [(sum(values), -first) for first, values in windows if len(values) == _ROW]
    if not whole or max(whole)[0] <= 0:
        return None
    most, first = max(whole)[0], -max(whole)[1]
    last = first + _ROW
    beside = [
        (mean, hour)
        for hour in (first - 1, last)
        if 0 <= hour < 24 and (mean := means[hour]) is not None
    ]
    if beside and max(beside)[0] >= _NEARLY * most / _ROW:
        hour = max(beside)[1]
        return min(first, hour), max(last, hour + 1)
    return first, last
