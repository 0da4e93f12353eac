"""Stretches of hours in which something was bought that does not live.

Each rule weighs stretches of many lengths. For views the question is: do the hours look more as if
`added` views per hour, all day and night alike, had come without a hand that clicks, comments or
likes, than as if (1) all were usual viewers, or (2) the added ones were real but casual, as a viral
video brings them? Both answers are sums of log-likelihoods over the hours, divided by the
over-dispersion 1 + φ²E of the stretch, so they count like half a squared z. numpy only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from ksdesk.domain.expectation import DAY, LEAST_VIEWS, Bools, Floats, Grid, Usual, Whole

CASUAL: Final = {"product_clicks": 0.3, "likes": 0.65, "comments": 0.6, "shares": 0.8}
"""What real but casual viewers still do at the least, as a share of what the usual ones do."""

SHORT_STAY, CASUAL_STAY = 0.15, 0.5
"""The stay of a viewer who is none, and of a casual one, as a share of the usual."""

SHORT: Final = (2, 3, 4, 5, 6, 8, 10, 12, 15, 18)
LONG: Final = (18, 22, 27, 33, 40, 50, 62, 76, 94, 116, 144, 176)
"""Hours of the stretches looked at; the rhythm of a day shows in the long ones alone."""
ADDED: Final = (0.1, 0.16, 0.25, 0.4, 0.65, 1.0, 1.6, 2.6, 4.2, 7.0, 11.0)
"""Views added per hour, as multiples of the usual mean hour."""
LEAST_BURST, MOST_DRIP = 0.25, 3.0
"""A short stretch adds at least, a long one at most so many mean hours per hour."""
FANS_ADDED: Final = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
"""Fans added per hour, as multiples of the usual mean hour."""

ENOUGH: Final = 9.0
"""Evidence for junk against usual viewers."""
ENOUGH_CASUAL: Final = 4.0
"""Evidence for junk against real, casual viewers."""
LEAST_GROWTH: Final = 1.0
"""Evidence that the views grew at all."""
LEAST_MISSING, LEAST_MISSING_CASUAL = 4.0, 1.5
"""Of these two, what missing clicks, comments and likes alone must give: no stay replaces them."""
FLAT_CAP: Final = 7.0
"""Most that a flat night may add."""
ENOUGH_STAY, TIMES_STAY = 6.3, 1.5
"""Evidence of a long stay; times the usual stay it must reach."""
ENOUGH_FANS, TIMES_FANS = 12.0, 2.0
"""Evidence of fans out of nowhere; times the fans due by the views they must reach."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours `first` .. `end` - 1 of the grid; `added` views an hour (0 where it is not views)."""

    kind: str
    first: int
    end: int
    added: float
    score: float


class _Best:
    """The best stretch that begins at each hour."""

    def __init__(self, n: int) -> None:
        self.score = np.zeros(n)
        self.length = np.zeros(n, dtype=np.int64)
        self.added = np.zeros(n)
        self.kind = np.full(n, "", dtype="U12")

    def offer(
        self, kind: str, at: Whole, length: int, score: Floats, fits: Bools, added: float = 0.0
    ) -> None:
        """Takes the stretches that begin `at` where they fit and beat what is there."""
        better = fits & (score > self.score[at])
        at = at[better]
        self.score[at] = score[better]
        self.length[at], self.added[at], self.kind[at] = length, added, kind

    def apart(self) -> Iterator[Stretch]:
        """The strongest first, none within two hours of a stronger one."""
        free = np.ones(len(self.score), dtype=bool)
        for first in np.argsort(-self.score, kind="stable"):
            if self.score[first] <= 0:
                return
            end = int(first + self.length[first])
            if free[first:end].all():
                free[max(0, first - 2) : end + 2] = False
                yield Stretch(
                    str(self.kind[first]),
                    int(first),
                    end,
                    float(self.added[first]),
                    float(self.score[first]),
                )


def stretches(grid: Grid, usual: Usual) -> list[Stretch]:
    """The suspect stretches of a grid, in order of time; none overlap."""
    best = _Best(grid.n)
    _junk_views(grid, usual, best)
    _idle(grid, usual, best)
    _zombies(grid, usual, best)
    return sorted(best.apart(), key=lambda found: found.first)


def running(values: Floats) -> Floats:
    """n + 1 running sums, unknown as 0."""
    return np.concatenate(([0.0], np.cumsum(np.nan_to_num(values))))


def over(sums: Floats, at: Whole, length: int) -> Floats:
    """The sum of each stretch of that length that begins `at`."""
    return sums[at + length] - sums[at]


@dataclass(frozen=True, eq=False)
class _Measure:
    """A follow-through: events due by the views and seen, per hour, and running sums of due."""

    code: str
    due: Floats
    seen: Floats
    due_sums: Floats
    dispersion: float


def _measures(grid: Grid, usual: Usual) -> list[_Measure]:
    found = []
    for code, rate in usual.rates.items():
        due = rate * grid.columns["views"]
        known = np.isfinite(due * grid.columns[code])
        due, seen = np.where(known, due, 0.0), np.where(known, grid.columns[code], 0.0)
        found.append(_Measure(code, due, seen, running(due), usual.dispersion[code]))
    return found


def _junk_views(grid: Grid, usual: Usual, best: _Best) -> None:
    """burst, drip and padded_likes: views that grow while what should follow does not."""
    measures = [m for m in _measures(grid, usual) if m.code in CASUAL]
    if not measures:
        return
    mean = float(np.mean(usual.views))
    nights = _Nights(grid, usual)
    for times in ADDED:
        gain = _Gain(grid, usual, measures, times * mean)
        # A stretch that begins with an hour as usual is weaker than the one without that hour.
        begins = np.flatnonzero(gain.growing)
        if times >= LEAST_BURST:
            for length in SHORT:
                _weigh(gain, _fitting(begins, length, grid.n), length, None, best)
        if times <= MOST_DRIP:
            for length in LONG:
                _weigh(gain, _fitting(begins, length, grid.n), length, nights, best)


def _fitting(begins: Whole, length: int, n: int) -> Whole:
    """Those that leave room for the length; of long stretches every so many hours is enough."""
    step = max(1, length // 16)
    return begins[(begins + length <= n) & (begins % step == 0)]


class _Gain:
    """Running log-likelihoods of "`added` of the views of each hour are junk" against the two
    other explanations: of the measures, of the stay and of the growth of the views."""

    def __init__(self, grid: Grid, usual: Usual, measures: list[_Measure], added: float) -> None:
        views = grid.columns["views"]
        with np.errstate(divide="ignore"):
            junk = np.nan_to_num(np.clip(added / views, 0.0, 0.95))
        left = np.log1p(-junk)
        self.added = added
        self.measures = measures
        self.usual, self.casual = {}, {}
        for m in measures:
            floor = CASUAL[m.code]
            less = np.log1p(-(1 - floor) * junk)
            self.usual[m.code] = running(m.due * junk + m.seen * left)
            self.casual[m.code] = running(m.due * floor * junk + m.seen * (left - less))
        growth = _growth(views, usual, added)
        self.growing = growth > 0
        self.growth = running(growth)
        self.stay = self.stay_casual = np.zeros(grid.n + 1)
        if len(usual.stay):
            off = _stay_off(grid, usual.stay)
            short, mild = np.log1p(-(1 - SHORT_STAY) * junk), np.log1p(-(1 - CASUAL_STAY) * junk)
            twice = 2 * usual.stay_spread**2
            near = (off - short) ** 2
            self.stay = running(np.clip((off**2 - near) / twice, -4, 4))
            self.stay_casual = running(np.clip(((off - mild) ** 2 - near) / twice, -4, 4))


def _stay_off(grid: Grid, stay: Floats) -> Floats:
    """The logarithm of stay over usual stay; unknown with too few views."""
    seen = grid.columns["stay_seconds"]
    with np.errstate(invalid="ignore", divide="ignore"):
        watched = (seen > 0) & (grid.columns["views"] >= LEAST_VIEWS)
        return np.where(watched, np.log(seen / stay), np.nan)


def _growth(views: Floats, usual: Usual, added: float) -> Floats:
    """How much better each hour's views agree with the usual ones and `added` than without."""
    chance = usual.views + (usual.views_spread * usual.views) ** 2
    more = chance + added + (0.15 * added) ** 2
    off = views - usual.views
    return np.clip((off**2 / chance - (off - added) ** 2 / more - np.log(more / chance)) / 2, -3, 2)


class _Nights:
    """How much more the quiet hours grew than the busy ones: who is paid by the head comes at
    three in the morning, too."""

    def __init__(self, grid: Grid, usual: Usual) -> None:
        views = grid.columns["views"]
        known = np.isfinite(views)
        quiet = usual.views < np.quantile(usual.views, 0.35)
        self.n = grid.n
        self.seen = [running(np.where(known & part, views, 0)) for part in (quiet, ~quiet)]
        self.due = [running(np.where(known & part, usual.views, 0)) for part in (quiet, ~quiet)]
        self.scale: dict[int, tuple[float, float]] = {}

    def _off(self, at: Whole, length: int) -> Floats:
        night, day = (
            np.log((over(seen, at, length) + 1) / (over(due, at, length) + 1))
            for seen, due in zip(self.seen, self.due, strict=True)
        )
        return night - day

    def flat(self, at: Whole, length: int) -> Floats:
        """Half the squared z of a night too full, for each stretch, against all of that length."""
        if length not in self.scale:
            off = self._off(np.arange(0, self.n - length + 1, 6), length)
            middle = float(np.median(off))
            self.scale[length] = middle, 1.4826 * float(np.median(np.abs(off - middle)))
        middle, wide = self.scale[length]
        z = (self._off(at, length) - middle) / max(wide, 0.1)
        return np.minimum(np.maximum(z, 0) ** 2 / 2, FLAT_CAP)


def _weigh(gain: _Gain, at: Whole, length: int, nights: _Nights | None, best: _Best) -> None:
    """Offers all stretches of one length that are neither usual nor casual."""
    growth = over(gain.growth, at, length)
    grown = growth > LEAST_GROWTH
    at, growth = at[grown], growth[grown]
    if not len(at):
        return
    missing, missing_casual = np.zeros_like(growth), np.zeros_like(growth)
    padded = np.zeros(len(growth), dtype=bool)
    for m in gain.measures:
        due = over(m.due_sums, at, length)
        damp = 1 / (1 + m.dispersion**2 * due / max(1.0, length / DAY))
        lost = over(gain.usual[m.code], at, length) * damp
        lost_casual = over(gain.casual[m.code], at, length) * damp
        if m.code == "likes":
            # Likes that came along with views which nothing else followed are bought, too.
            padded = lost < 0
            lost, lost_casual = np.maximum(lost, 0), np.where(padded, 0, lost_casual)
        missing += lost
        missing_casual += lost_casual
    # A short stay and a flat night support what is missing; they don't stand alone.
    room = np.maximum(missing, 0)
    stay = np.clip(over(gain.stay, at, length) / 2, 0, room)
    stay_casual = np.clip(
        over(gain.stay_casual, at, length) / 2, 0, np.maximum(missing_casual + 1, 0)
    )
    flat = np.minimum(nights.flat(at, length), room) if nights else np.zeros_like(room)
    found = missing + stay + flat
    fits = (
        (missing > LEAST_MISSING)
        & (missing_casual > LEAST_MISSING_CASUAL)
        & (found + np.minimum(growth, found + 2) > ENOUGH)
        & (missing_casual + stay_casual + flat > ENOUGH_CASUAL)
    )
    score = found + growth / 2
    kind = "drip" if nights else "burst"
    best.offer(kind, at, length, score, fits & ~padded, gain.added)
    best.offer("padded_likes", at, length, score, fits & padded, gain.added)


def _idle(grid: Grid, usual: Usual, best: _Best) -> None:
    """idle_viewers: an average stay far longer than ever, while nobody does more than usual."""
    if not len(usual.stay):
        return
    off = _stay_off(grid, usual.long_stay)
    longer, weight = running(off), running(np.clip(off / usual.stay_spread, -2, 8) - 2)
    known = running(np.isfinite(off).astype(float))
    begins = np.flatnonzero(off > np.log(TIMES_STAY) / 2)
    for length in range(2, 13):
        at = begins[begins + length <= grid.n]
        found = over(weight, at, length)
        mean = over(longer, at, length) / np.maximum(over(known, at, length), 1)
        fits = (found > ENOUGH_STAY) & (mean > np.log(TIMES_STAY))
        best.offer("idle_viewers", at, length, 2 * found, fits)


def _zombies(grid: Grid, usual: Usual, best: _Best) -> None:
    """zombie_fans: new fans that neither the views nor the clicks explain."""
    measures = {m.code: m for m in _measures(grid, usual)}
    if "new_fans" not in measures:
        return
    fans = measures["new_fans"]
    due = np.maximum(fans.due, 0.02)
    damp = 1 / (1 + (fans.dispersion**2) * due * 6)
    due_sums, seen_sums = running(due), running(fans.seen)
    begins = np.flatnonzero(fans.seen > due)
    for times in FANS_ADDED:
        added = max(times * float(np.mean(due)), 0.5)
        gain = running(np.clip((fans.seen * np.log1p(added / due) - added) * damp, -6, 12))
        for length in (*SHORT, *LONG[1:4]):
            at = begins[begins + length <= grid.n]
            found = over(gain, at, length)
            much = over(seen_sums, at, length) > TIMES_FANS * over(due_sums, at, length)
            best.offer("zombie_fans", at, length, found, (found > ENOUGH_FANS) & much)
