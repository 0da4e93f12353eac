"""The trend alarm: a curve that rises out of what its own past makes usual.

Each row is looked at twice, as it is and over what its hour of the day usually has, and each time
as a single row and as means over the last hours. What counts is how far it lies above the usual
high of a day, in spreads of the past daily highs. Highs of whole days are compared, so that an
evening peak is no news, and the same weekday counts, so that a weekly live is none either.
Where rows are further apart than some hours, weeks take the place of days.

A row is judged by past days and by earlier rows of its own day, never by a later row. Only rises
are judged; values below nothing count as nothing. Figures that are not there (NaN) are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Times = NDArray[np.datetime64]
Code = Literal["above_usual_high", "above_usual_hour"]
_CODES: Final[tuple[Code, ...]] = get_args(Code)

_HOUR: Final = 3600
_DAY: Final = 24 * _HOUR
_WEEK: Final = 7 * _DAY
_MONDAY: Final = 4 * _DAY
"""Of the first week that datetime64 counts from."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The one frozen setting, for every series and sampling interval. What was tried around it
    and what came of it stands in tests/bench/trend_trials.md."""

    far_apart: int = 6
    """Hours between rows from which weeks are compared instead of days."""
    periods: int = 28
    """How many past days (or weeks) with figures say what is usual."""
    least_periods: int = 3
    least_rows: int = 14
    """Before so much past there is no alarm."""
    spans: tuple[int, ...] = (0, 1, 6)
    """Hours over which means are taken; 0 is the row alone."""
    high: float = 0.8
    """Quantile of the daily highs whose distance from their median is the spread."""
    spread: float = 0.2
    """Added to that spread (in logs: about 20 %), so that a very even past is not oversensitive."""
    offset: float = 0.1
    """Added to ratios before the log, so that a quiet row is not infinitely far below."""
    least_hours: int = 6
    """With figures for fewer hours of the day none has a usual figure of its own."""
    hour_offset: float = 0.5
    """Of an average hour, added to what an hour usually has: a silent hour may stir a little."""
    height: float = 1.0
    """Height above the usual high, in spreads, from which a row may alarm."""
    pause_days: float = 1.0
    """The least time between two alarms."""
    rank: int = 2
    """A row must top this highest of the past periods' heights (2: one may have been higher)."""
    surely: float = 1.75
    """From so many spreads it needs to top yesterday's alone: a very large rise must not hide
    for weeks later ones that are large by the usual standard."""


SETTING: Final = Setting()

ALARM: Final = 0.5
"""A row whose score is at least this is an alarm."""


@dataclass(frozen=True, slots=True)
class Rise:
    """What was seen and what was usual, in the units of the series.

    ``above_usual_high``: ``usual`` is the usual high of a day, or of a week where ``weekly``
    (rows far apart). ``above_usual_hour``: it is the usual mean at that time of day. ``span`` is 0
    for the row alone, otherwise both figures are means over so many hours. ``hour`` is the hour
    of the day, ``days`` how far back the past that was looked at goes, days without figures
    not counted.
    """

    code: Code
    seen: float
    usual: float
    span: int
    hour: int
    days: int
    weekly: bool

    @property
    def times(self) -> float | None:
        """How many times the usual was seen; None where nothing is usual."""
        return self.seen / self.usual if self.usual > 0 else None

    def __str__(self) -> str:
        seen = (
            f"a mean of {_figure(self.seen)} over {self.span} h"
            if self.span
            else _figure(self.seen)
        )
        when = "" if self.weekly else f" in the hour from {self.hour:02}:00"
        usual = f"high of a {'week' if self.weekly else 'day'}"
        if self.code == "above_usual_hour":
            usual = "figure at this time of day"
        times = f"{_figure(self.times)} times" if self.times else "far above"
        return (
            f"Rose to {seen}{when}, {times} the usual {usual}: "
            f"{_figure(self.usual)} over the past {self.days} days."
        )


@dataclass(frozen=True, slots=True)
class RowAlarm:
    """One alarm: the row, its score (ALARM to 1), and why."""

    index: int
    score: float
    reason: Rise


def scores(times: Times, values: Floats) -> Floats:
    """One score in 0..1 a row; rows of at least ALARM are the alarms.

    ``times`` (datetime64) ascend, duplicates allowed, and are as long as ``values``; ValueError
    otherwise. Rows without a figure score 0.
    """
    return _judge(times, values).scores


def alarms(times: Times, values: Floats) -> list[RowAlarm]:
    """The rows at which a rise begins, at most one a day, each with its reason. See ``scores``."""
    judged = _judge(times, values)
    return [judged.alarm(int(index)) for index in np.flatnonzero(judged.scores >= ALARM)]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that have a figure: where they stand in the series, their seconds since a Monday,
    and the period of each, counted among the periods (days or weeks, of ``length`` seconds) that
    have figures. Of those the row each starts at, and its number in the calendar."""

    place: Ints
    seconds: Ints
    length: int
    period: Ints
    starts: Ints
    calendar: Ints


@dataclass(frozen=True, slots=True)
class _Views:
    """The ways of looking at n rows: what was seen (spans, n), and per code what is usual and how
    far above the usual high the row lies, (spans, codes, n)."""

    seen: Floats
    usual: Floats
    height: Floats


@dataclass(frozen=True, slots=True)
class _Judged:
    scores: Floats
    rows: _Rows
    views: _Views | None

    def alarm(self, index: int) -> RowAlarm:
        """Explained by the view that saw the most, the plainest of those alike."""
        assert self.views is not None
        rows, row = self.rows, int(np.searchsorted(self.rows.place, index))
        heights = self.views.height[..., row].round(6)
        span, code = divmod(int(heights.argmax()), len(_CODES))
        reason = Rise(
            _CODES[code],
            float(self.views.seen[span, row]),
            float(self.views.usual[span, code, row]),
            SETTING.spans[span],
            hour=int(rows.seconds[row] % _DAY // _HOUR),
            days=min(int(rows.period[row]), SETTING.periods) * rows.length // _DAY,
            weekly=rows.length == _WEEK,
        )
        return RowAlarm(index, float(self.scores[index]), reason)


def _judge(times: Times, values: Floats) -> _Judged:
    times = np.asarray(times, "datetime64[s]")
    values = np.asarray(values, np.float64)
    if times.shape != values.shape or times.ndim != 1:
        raise ValueError("times and values must be two rows of one length")
    place = np.flatnonzero(np.isfinite(values) & ~np.isnat(times))
    seconds = times[place].astype(np.int64) - _MONDAY
    if np.any(np.diff(seconds) < 0):
        raise ValueError("times must ascend")
    result = np.zeros(len(values))
    rows = _in_periods(place, seconds)
    enough = np.arange(len(rows.starts)) >= SETTING.least_periods
    ready = enough & (rows.starts >= SETTING.least_rows)
    if not ready.any():
        return _Judged(result, rows, None)
    # Past any real figure sums run over; heights are ratios, so such a bound changes nothing.
    figures = np.clip(values[place], 0, 1e15)
    figures[figures < 1e-15] = 0
    views = _views(rows, figures)
    height = views.height.mean(axis=0).max(axis=0)
    height = np.where(ready[rows.period], height.clip(min=0), 0)
    score = height / (height + SETTING.height)
    fired = _fire(rows, height)
    result[place] = np.where(fired | (score < ALARM), score, score / 2)
    return _Judged(result, rows, views)


def _in_periods(place: Ints, seconds: Ints) -> _Rows:
    """Days, or weeks where the first rows are far apart: the last ones may not decide."""
    first = np.diff(seconds[: SETTING.least_rows])
    far = len(first) > 0 and np.median(first) >= SETTING.far_apart * _HOUR
    length = _WEEK if far else _DAY
    calendar = seconds // length
    new = np.diff(calendar, prepend=calendar[:1] - 1) > 0
    return _Rows(place, seconds, length, np.cumsum(new) - 1, np.flatnonzero(new), calendar[new])


def _views(rows: _Rows, figures: Floats) -> _Views:
    """The figures as they are (spikes, records, new levels) and over what their hour usually has
    (an evening's traffic in the morning), row by row and as means."""
    usual, offset = _usual_hour(rows, figures)
    base = usual + offset
    over = np.divide(figures, base, out=np.zeros_like(base), where=base > 0)
    means = _means(rows, np.stack([figures, over, usual]))
    high, height = _heights(rows, means[:, :2])
    high[:, 1] = means[:, 2]
    return _Views(means[:, 0], high, height)


def _heights(rows: _Rows, seen: Floats) -> tuple[Floats, Floats]:
    """The usual high of a day at each row, and how many spreads above it the row lies (-1..30).

    The usual high is the median of the past days' highs, and no less than that of the same
    weekday in the last three weeks. Ratios and their logs: traffic and prices double and halve
    rather than add. Days without anything say nothing about how high a day goes.
    """
    highs = np.maximum.reduceat(seen, rows.starts, axis=-1)
    highs[highs <= 0] = np.nan
    past = _past(highs)
    usual = np.fmax(_quantile(past, 0.5), _weekday_high(rows, highs))
    usual[np.isfinite(past).sum(axis=-1) < 2] = np.nan
    spread = _quantile(_log(past / usual[..., None]), SETTING.high)
    spread = np.fmax(spread, 0) + SETTING.spread
    usual = usual[..., rows.period]
    height = (_log(seen / usual) / spread[..., rows.period]).clip(-1, 30)
    unknown = np.isnan(usual)
    usual[unknown] = height[unknown] = 0
    return usual, height


def _weekday_high(rows: _Rows, highs: Floats) -> Floats:
    """Of each day: the second highest of that weekday's highs in the last three weeks, as once
    is not weekly; -inf where there are not two."""
    before = rows.calendar[:, None] - np.arange(1, 4) * _WEEK // rows.length
    at = np.searchsorted(rows.calendar, before)
    there = (rows.calendar[at] == before) & np.isfinite(highs[..., at])
    three: Floats = np.where(there, highs[..., at], -np.inf)
    second: Floats = np.sort(three, axis=-1)[..., 1]
    return second


def _usual_hour(rows: _Rows, figures: Floats) -> tuple[Floats, Floats]:
    """At each row the median of its hour's means on the past days, and the offset to add to it;
    both 0 where the hour was seen on fewer than three of them, or hardly another hour was."""
    hour = rows.seconds % _DAY // _HOUR
    cell, cells = rows.period * 24 + hour, len(rows.starts) * 24
    count = np.bincount(cell, minlength=cells)
    mean = np.full(cells, np.nan)
    np.divide(np.bincount(cell, figures, cells), count, out=mean, where=count > 0)
    past = _past(mean.reshape(-1, 24).T)
    known = np.isfinite(past).sum(axis=-1) >= 3
    known &= known.sum(axis=0) >= SETTING.least_hours
    usual = np.where(known, _quantile(past, 0.5), 0)
    average = usual.sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    offset = np.where(known, SETTING.hour_offset * average, 0)
    return usual[hour, rows.period], offset[hour, rows.period]


def _means(rows: _Rows, series: Floats) -> Floats:
    """Of each series (k, n) the mean of the rows of the last hours, each row's own included:
    (spans, k, n)."""
    total = np.cumsum(np.pad(series, ((0, 0), (1, 0))), axis=1)
    end = np.arange(1, len(rows.seconds) + 1)
    means = []
    for span in SETTING.spans:
        begin = np.searchsorted(rows.seconds, rows.seconds - span * _HOUR, side="right")
        means.append((total[:, end] - total[:, begin]) / (end - begin) if span else series)
    return np.stack(means).clip(min=0)


def _past(figures: Floats) -> Floats:
    """Beside each period (last axis) the figures of those before it, on a new last axis; NaN
    where none are."""
    none = np.full((*figures.shape[:-1], SETTING.periods), np.nan)
    figures = np.concatenate([none, figures[..., :-1]], axis=-1)
    return sliding_window_view(figures, SETTING.periods, axis=-1)


def _quantile(figures: Floats, share: float) -> Floats:
    """Along the last axis, without the NaN; NaN where there is nothing else."""
    ordered = np.sort(figures, axis=-1)
    place: Floats = np.maximum(np.isfinite(ordered).sum(axis=-1) - 1, 0) * share
    at = np.stack([np.floor(place), np.ceil(place)], axis=-1).astype(np.int64)
    around = np.take_along_axis(ordered, at, -1)
    low: Floats = around[..., 0]
    return low + (around[..., 1] - low) * (place % 1)


def _log(ratio: Floats) -> Floats:
    """0 at a ratio of one, and not infinite at none."""
    return np.log((ratio + SETTING.offset) / (1 + SETTING.offset))


def _fire(rows: _Rows, height: Floats) -> NDArray[np.bool_]:
    """The rows that alarm: high enough, higher than the period before and than the past ones went
    but for the highest of them, and at least a pause after the last alarm."""
    past = np.nan_to_num(_past(np.maximum.reduceat(height, rows.starts)), nan=-1)
    ranked = np.sort(past, axis=-1)[:, -SETTING.rank]
    to_top = np.maximum(ranked.clip(max=SETTING.surely), past[:, -1])
    fired, last = np.zeros(len(height), bool), -np.inf
    for row in np.flatnonzero((height >= SETTING.height) & (height > to_top[rows.period])):
        if (second := rows.seconds[row]) - last >= SETTING.pause_days * _DAY:
            fired[row], last = True, second
    return fired


def _figure(number: float) -> str:
    """Three digits, whole from a hundred on."""
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"
