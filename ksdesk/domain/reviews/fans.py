"""Fans that came and left, and what they did, by day, week or month.

Two figures are held against each other only where the same rows tell both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ksdesk.domain.calendar import add_months, month_start

PERIODS: Final[Mapping[str, int]] = {"day": 30, "week": 12, "month": 12}
"""How many days, weeks or months are shown, the running one among them."""

INTERACTIONS: Final = (
    *(("likes", "plays"), ("comments", "plays"), ("shares", "plays")),
    *(("live_likes", "views"), ("live_comments", "views"), ("live_shares", "views")),
)
"""What fans do, and what it is divided by: 播放 of works, 观看 of lives."""


@dataclass(frozen=True)
class FigurePair:
    """Two figures summed over the rows that tell both."""

    above: float
    below: float

    @property
    def ratio(self) -> float | None:
        """The first by the second; None where there is nothing to divide by."""
        return self.above / self.below if self.below else None


@dataclass(frozen=True)
class Interaction:
    """One thing that fans do: `count` is all of it, `pair` what it is of `per` (plays or views)."""

    code: str
    per: str
    count: float
    pair: FigurePair | None


@dataclass(frozen=True)
class FanPeriod:
    """A day, week or month by its first day. None where nothing tells the figure."""

    start: date
    new: float | None = None
    lost: float | None = None
    both: FigurePair | None = None
    follow: FigurePair | None = None

    @property
    def net(self) -> float | None:
        """New less lost, of the rows that tell both."""
        return self.both.above - self.both.below if self.both is not None else None


@dataclass(frozen=True)
class Fans:
    """What is known of first ≤ day < end, as a whole and by `grain`. `both` are new and lost fans,
    `follow` new fans and views.
    """

    grain: str
    first: date
    end: date
    periods: tuple[FanPeriod, ...] = ()
    new: float | None = None
    lost: float | None = None
    both: FigurePair | None = None
    follow: FigurePair | None = None
    interactions: tuple[Interaction, ...] = ()

    @property
    def net(self) -> float | None:
        """New less lost, of the rows that tell both."""
        return self.both.above - self.both.below if self.both is not None else None

    @property
    def running(self) -> bool:
        """Whether the last week or month goes on."""
        last = self.periods[-1].start
        if self.grain == "week":
            return self.end < last + timedelta(weeks=1)
        return self.grain == "month" and self.end < add_months(last, 1)

    @property
    def interaction(self) -> FigurePair | None:
        """Likes, comments and shares of works by their plays, where the same rows tell all."""
        works = [one for one in self.interactions if one.per == "plays"]
        pairs = [one.pair for one in works if one.pair is not None]
        if len(pairs) < len(INTERACTIONS) // 2 or len({pair.below for pair in pairs}) > 1:
            return None
        return FigurePair(sum(pair.above for pair in pairs), pairs[0].below)

    @property
    def empty(self) -> bool:
        """Whether nothing tells of fans."""
        return self.new is None and self.lost is None and not self.interactions


def starts(grain: str, today: date) -> tuple[date, ...]:
    """The first days of the days, weeks or months that are shown: those with a day before today."""
    last, many = today - timedelta(days=1), PERIODS[grain]
    if grain == "day":
        return tuple(last - timedelta(days=many - 1 - back) for back in range(many))
    if grain == "week":
        monday = last - timedelta(days=last.weekday())
        return tuple(monday - timedelta(weeks=many - 1 - back) for back in range(many))
    return tuple(add_months(month_start(last), back + 1 - many) for back in range(many))


def summed(pairs: Sequence[FigurePair]) -> FigurePair | None:
    """Pairs added up; None without any."""
    if not pairs:
        return None
    return FigurePair(sum(pair.above for pair in pairs), sum(pair.below for pair in pairs))
