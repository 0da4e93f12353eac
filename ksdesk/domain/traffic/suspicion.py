"""Stretches of hours in which something was bought that does not live.

Each rule weighs stretches of many lengths. For views the question is: do the hours look more as if
`added` views per hour, all day and night alike, had come without a hand that clicks, comments or
likes, than as if (1) all were usual viewers, or (2) the added ones were real but casual, as a viral
video brings them? Both answers are sums of log-likelihoods over the hours, divided by how much more
than chance the seller's own figures scatter, so they count like half a squared z. numpy only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ksdesk.domain.traffic.expectation import (
    DAY,
    LEAST_VIEWS,
    Bools,
    Floats,
    HourGrid,
    UsualHours,
    Whole,
)
from ksdesk.domain.traffic.stretches import (
    Best,
    Stretch,
    StretchKind,
    extended,
    joined,
    over,
    running,
)

CASUAL: Final = {"product_clicks": 0.3, "likes": 0.6, "comments": 0.55, "shares": 0.75}
"""What real but casual viewers still do at the least, as a share of what the usual ones do: our
assumption, as no public figure is known. They buy less, but they still like and talk."""

SHORT_STAY, CASUAL_STAY = 0.15, 0.5
"""The stay of a viewer who is none, and of a casual one, as a share of the usual."""

SHORT: Final = (2, 3, 4, 5, 6, 8, 10, 12, 15, 18)
LONG: Final = (24, 30, 38, 48, 60, 76, 96, 120, 150, 180)
"""Hours of the stretches looked at; the rhythm of a day shows in the long ones alone."""
ADDED: Final = (0.1, 0.16, 0.25, 0.4, 0.65, 1.0, 1.6, 2.6, 4.2, 7.0, 11.0)
"""Views added per hour, as multiples of the usual mean hour."""
LEAST_BURST, MOST_DRIP = 0.25, 3.0
"""A short stretch adds at least, a long one at most so many mean hours per hour."""
FANS_ADDED: Final = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
"""Fans added per hour, as multiples of the usual mean hour."""

ENOUGH: Final = 9.0
"""Evidence for junk against usual viewers."""
LEAST_GROWTH: Final = 1.0
"""Evidence that the views grew at all."""
LEAST_JUMP: Final = (4.0, 1.5, 5.0)
LEAST_DRIP: Final = (2.5, 0.8, 4.0)
"""What missing clicks, comments and likes alone must give against usual and against casual viewers
(no stay replaces them), and the latter with stay and nights. Less in a drip, whose steady growth
tells it from a viral evening, too."""
LIFELESS: Final = 0.75
"""The share that is lost must be at least so much of the share that was added."""
DRIP_FIRST: Final = 1.3
"""A drip's score counts more, or its nights would be told as bursts."""
QUIET: Final = 0.35
"""The share of the hours that count as night."""
FLAT_CAP: Final = 7.0
"""Most that a flat night may add."""
ENOUGH_STAY, TIMES_STAY = 6.3, 1.8
"""Evidence of a long stay; times the usual stay it must reach."""
MOST_HANDS: Final = 1.5
"""With so many times the usual clicks and comments a long stay is a good live, not an idle one."""
ENOUGH_FANS, TIMES_FANS = 12.0, 2.0
"""Evidence of fans out of nowhere; times the fans due by the views they must reach."""


def suspect_stretches(grid: HourGrid, usual: UsualHours, *, roughly: bool = False) -> list[Stretch]:
    """The suspect stretches of a grid, in order of time; none overlap.

    Roughly: by every other of `ADDED`, in half the time.
    """
    best = Best(grid.n)
    _junk_views(grid, usual, best, ADDED[1::2] if roughly else ADDED)
    _idle(grid, usual, best)
    _zombies(grid, usual, best)
    found = sorted(best.apart(), key=lambda found: found.first)
    return joined(extended(found, grid.columns["views"] - usual.views))


@dataclass(frozen=True, eq=False)
class _Measure:
    """A follow-through: events due by the views and seen, per hour, and running sums of due."""

    code: str
    due: Floats
    seen: Floats
    due_sums: Floats
    seen_sums: Floats
    clumping: float
    dispersion: float

    def damp(self, due: Floats, days: float) -> Floats:
        """What evidence is multiplied by where so much is due in so many days."""
        return 1 / (self.clumping + self.dispersion**2 * due / max(1.0, days))


def _measures(grid: HourGrid, usual: UsualHours) -> list[_Measure]:
    found = []
    for code, rate in usual.rates.items():
        due = rate * grid.columns["views"]
        known = np.isfinite(due * grid.columns[code])
        due, seen = np.where(known, due, 0.0), np.where(known, grid.columns[code], 0.0)
        sums = running(due), running(seen)
        wide = usual.clumping[code], usual.dispersion[code]
        found.append(_Measure(code, due, seen, *sums, *wide))
    return found


def _junk_views(grid: HourGrid, usual: UsualHours, best: Best, added: Sequence[float]) -> None:
    """burst, drip and padded_likes: views that grow while what should follow does not."""
    measures = [m for m in _measures(grid, usual) if m.code in CASUAL]
    if not measures:
        return
    shown = _Shown(grid.columns["views"], usual.views)
    for times in added:
        gain = _Gain(grid, usual, measures, times * float(np.mean(usual.views)))
        # A stretch that begins with an hour as usual is weaker than the one without that hour.
        begins = np.flatnonzero(gain.growing)
        if times >= LEAST_BURST:
            for length in SHORT:
                _weigh(gain, shown, _fitting(begins, length, grid.n), length, "burst", best)
        if times <= MOST_DRIP:
            for length in LONG:
                _weigh(gain, shown, _fitting(begins, length, grid.n), length, "drip", best)


def _fitting(begins: Whole, length: int, n: int) -> Whole:
    """Those that leave room for the length; of long stretches every so many hours is enough."""
    step = max(1, length // 16)
    fitting: Whole = begins[(begins + length <= n) & (begins % step == 0)]
    return fitting


class _Gain:
    """Running log-likelihoods of "`added` of the views of each hour are junk" against the two
    other explanations: of the measures, of the stay and of the growth of the views."""

    def __init__(
        self, grid: HourGrid, usual: UsualHours, measures: list[_Measure], added: float
    ) -> None:
        views = grid.columns["views"]
        with np.errstate(divide="ignore"):
            junk = np.nan_to_num(np.clip(added / views, 0.0, 0.95))
        left = np.log1p(-junk)
        self.measures = measures
        self.usual, self.casual = {}, {}
        hopes = np.zeros(grid.n)
        for m in measures:
            floor = CASUAL[m.code]
            less = np.log1p(-(1 - floor) * junk)
            gained = m.due * junk + m.seen * left
            hopes += np.maximum(gained, 0) if m.code == "likes" else gained
            self.usual[m.code] = running(gained)
            self.casual[m.code] = running(m.due * floor * junk + m.seen * (left - less))
        self.hopes = running(hopes)
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

    def missing(self, at: Whole, length: int) -> tuple[Floats, Floats, Floats, Bools]:
        """Evidence of what is missing against usual and against casual viewers, the share of the
        follow-through that is lost (as much as chance allows), and whether likes came all the same:
        likes along with views that nothing else followed are bought, too, and count for nothing."""
        usual, casual = np.zeros(len(at)), np.zeros(len(at))
        due, seen = np.zeros(len(at)), np.zeros(len(at))
        padded = np.zeros(len(at), dtype=bool)
        for m in self.measures:
            here = over(m.due_sums, at, length)
            damp = m.damp(here, length / DAY)
            gained = over(self.usual[m.code], at, length) * damp
            counts = np.ones(len(at), dtype=bool)
            if m.code == "likes":
                counts = gained >= 0
                padded = ~counts
            usual += counts * gained
            casual += counts * over(self.casual[m.code], at, length) * damp
            due += counts * here
            seen += counts * over(m.seen_sums, at, length)
        return usual, casual, 1 - (seen - np.sqrt(seen)) / np.maximum(due, 1e-9), padded


def _stay_off(grid: HourGrid, stay: Floats) -> Floats:
    """The logarithm of stay over usual stay; unknown with too few views."""
    seen = grid.columns["stay_seconds"]
    with np.errstate(invalid="ignore", divide="ignore"):
        watched = (seen > 0) & (grid.columns["views"] >= LEAST_VIEWS)
        return np.where(watched, np.log(seen / stay), np.nan)


def _growth(views: Floats, usual: UsualHours, added: float) -> Floats:
    """How much better each hour's views agree with the usual ones and `added` than without."""
    chance = usual.views + (usual.views_spread * usual.views) ** 2
    more = chance + added + (0.15 * added) ** 2
    off = views - usual.views
    return np.clip((off**2 / chance - (off - added) ** 2 / more - np.log(more / chance)) / 2, -3, 2)


class _Shown:
    """Views seen and usual, of the quiet third of the hours and of the others."""

    def __init__(self, views: Floats, usual: Floats) -> None:
        self.n = len(views)
        quiet = usual < np.quantile(usual, QUIET)
        known = np.isfinite(views)
        self.seen = [running(np.where(known & part, views, 0)) for part in (quiet, ~quiet)]
        self.due = [running(np.where(known & part, usual, 0)) for part in (quiet, ~quiet)]
        self.scale: dict[int, tuple[float, float]] = {}

    def grown(self, at: Whole, length: int) -> Floats:
        """The share of the views that is above the usual ones."""
        seen, due = (sum(over(part, at, length) for part in sums) for sums in (self.seen, self.due))
        return np.asarray(1 - due / np.maximum(seen, 1))

    def flat_nights(self, at: Whole, length: int) -> Floats:
        """Half the squared z of quiet hours that grew more than the others did: who is paid by the
        head comes at three in the morning, too."""
        if length not in self.scale:
            off = self._tilt(np.arange(0, self.n - length + 1, 6), length)
            middle = float(np.median(off))
            self.scale[length] = middle, 1.4826 * float(np.median(np.abs(off - middle)))
        middle, wide = self.scale[length]
        z = (self._tilt(at, length) - middle) / max(wide, 0.1)
        return np.minimum(np.maximum(z, 0) ** 2 / 2, FLAT_CAP)

    def _tilt(self, at: Whole, length: int) -> Floats:
        night, day = (
            np.log((over(seen, at, length) + 1) / (over(due, at, length) + 1))
            for seen, due in zip(self.seen, self.due, strict=True)
        )
        return night - day


def _weigh(
    gain: _Gain, shown: _Shown, at: Whole, length: int, kind: StretchKind, best: Best
) -> None:
    """Offers the stretches that grew and whose added viewers are neither usual nor casual."""
    # The sums that rule out most stretches come first, for speed.
    at = at[over(gain.growth, at, length) > LEAST_GROWTH]
    least, least_casual, enough_casual = LEAST_DRIP if kind == "drip" else LEAST_JUMP
    at = at[over(gain.hopes, at, length) > least]
    if not len(at):
        return
    growth = over(gain.growth, at, length)
    missing, missing_casual, lost, padded = gain.missing(at, length)
    # A short stay and a flat night support what is missing; they don't stand alone.
    room, room_casual = np.maximum(missing, 0), np.maximum(missing_casual + 1, 0)
    stay = np.clip(over(gain.stay, at, length) / 2, 0, room)
    stay_casual = np.clip(over(gain.stay_casual, at, length) / 2, 0, room_casual)
    flat = np.minimum(shown.flat_nights(at, length), room) if kind == "drip" else 0 * room
    found = missing + stay + flat
    fits = (
        (missing > least)
        & (missing_casual > least_casual)
        & (found + growth > ENOUGH)
        & (missing_casual + stay_casual + flat > enough_casual)
        & (lost > LIFELESS * shown.grown(at, length))
    )
    score = found + growth / 2
    first = DRIP_FIRST if kind == "drip" else 1.0
    best.offer(kind, at, length, score * first, fits & ~padded)
    best.offer("padded_likes", at, length, score, fits & padded)


class _Hands:
    """Product clicks and comments: the hands of real people, who do more when they are moved."""

    def __init__(self, measures: list[_Measure]) -> None:
        self.hands = [m for m in measures if m.code in ("product_clicks", "comments")]

    def times(self, at: Whole, length: int) -> Floats:
        """How many times as many as usual at the least; a little towards 1 where few are due."""
        seen, due = np.zeros(len(at)), np.zeros(len(at))
        for m in self.hands:
            seen += over(m.seen_sums, at, length)
            due += over(m.due_sums, at, length)
        times: Floats = (seen - np.sqrt(seen) + 3) / (due + 3)
        return times


def _idle(grid: HourGrid, usual: UsualHours, best: Best) -> None:
    """idle_viewers: a stay far longer than ever, while nobody does more than usual."""
    if not len(usual.stay):
        return
    hands = _Hands(_measures(grid, usual))
    off = _stay_off(grid, usual.long_stay)
    gain = np.where(np.isfinite(off), np.clip(off / usual.stay_spread, -2, 8) - 2, -2)
    longer, weight = running(off), running(gain)
    known = running(np.isfinite(off).astype(float))
    begins = np.flatnonzero(off > np.log(TIMES_STAY) / 2)
    for length in (*SHORT, *LONG[:3]):
        at = begins[begins + length <= grid.n]
        found = over(weight, at, length)
        mean = over(longer, at, length) / np.maximum(over(known, at, length), 1)
        fits = (found > ENOUGH_STAY) & (mean > np.log(TIMES_STAY))
        fits &= hands.times(at, length) < MOST_HANDS
        best.offer("idle_viewers", at, length, 2 * found, fits)


def _zombies(grid: HourGrid, usual: UsualHours, best: Best) -> None:
    """zombie_fans: new fans that neither the views nor livelier viewers explain."""
    measures = _measures(grid, usual)
    hands = _Hands(measures)
    for fans in measures:
        if fans.code == "new_fans":
            _weigh_fans(fans, hands, best)


def _weigh_fans(fans: _Measure, hands: _Hands, best: Best) -> None:
    """Offers the stretches with far more fans than clicks and comments would explain."""
    due = np.maximum(fans.due, 0.02)
    due_sums = running(due)
    for times in FANS_ADDED:
        added = max(times * float(np.mean(due)), 0.5)
        gained = np.clip(fans.seen * np.log1p(added / due) - added, -6, 24)
        begins, gain = np.flatnonzero(gained > 0), running(gained)
        for length in (*SHORT, *LONG[:3]):
            at = begins[begins + length <= len(due)]
            found = over(gain, at, length) * fans.damp(over(due_sums, at, length), length / DAY)
            grown = over(fans.seen_sums, at, length) / np.maximum(over(due_sums, at, length), 0.04)
            explained = np.maximum(hands.times(at, length), 1)
            fits = (found > ENOUGH_FANS) & (grown > TIMES_FANS * explained)
            best.offer("zombie_fans", at, length, found, fits)
