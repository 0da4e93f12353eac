"""试投: some weeks in which what each way costs changes by plan, so that a fit can tell the ways
apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ksdesk.domain.notes import Note
from ksdesk.domain.promotion.ways import same_way

WEEKS: Final = 8
_WHOLE: Final = 1_00
_NEAR: Final = 0.05
_LITTLE: Final = 2_00
"""So much beside the plan (a share of it, or fen) is still as planned."""
_SMALL: Final = 0.05
"""A way with no more of today's money is left out of a trial."""


@dataclass(frozen=True)
class Trial(Note):
    """The plan: from `begins` on, week by week, fen a day for each of `ways`. `stopped`: the first
    day on which it is not followed any more, where that was before its end.
    """

    topics = ("promotion", "traffic")

    begins: date
    ways: tuple[str, ...]
    weeks: tuple[tuple[int, ...], ...]
    stopped: date | None = None

    def __post_init__(self) -> None:
        ways = tuple(map(same_way, self.ways))
        if len(set(ways)) == len(ways):
            object.__setattr__(self, "ways", ways)  # as they were called when it was made
        if not self.weeks or any(len(week) != len(self.ways) for week in self.weeks):
            raise ValueError("each week has an amount for each way")
        if any(fen < 0 for week in self.weeks for fen in week):
            raise ValueError("money spent is below 0")

    @property
    def end(self) -> date:
        """The day after the last one."""
        whole = self.begins + timedelta(weeks=len(self.weeks))
        return whole if self.stopped is None else min(whole, self.stopped)

    def week_of(self, day: date) -> int | None:
        """The place of its week, None outside of the plan."""
        return (day - self.begins).days // 7 if self.begins <= day < self.end else None

    def on(self, day: date) -> tuple[int, ...] | None:
        """What each way is to cost on a day, None outside of the plan."""
        week = self.week_of(day)
        return None if week is None else self.weeks[week]

    def days(self) -> list[dict[str, int]]:
        """All its days, stopped or not."""
        return [dict(zip(self.ways, week, strict=True)) for week in self.weeks for _ in range(7)]


@dataclass(frozen=True)
class TrialDay(Note):
    """What a day of a trial cost by way (fen, in the order of its ways), as the seller says."""

    topics = ("promotion",)
    single = ("trial", "day")

    trial: int
    day: date
    spent: tuple[int, ...]


def made(
    begins: date,
    today: Mapping[str, int],
    gifts: Collection[str],
    weeks: int = WEEKS,
    budget: int | None = None,
) -> Trial:
    """A trial of the ways that cost a good part of today's money, in whole yuan.

    No day costs more than today does, or than `budget`; ways in `gifts` never more than theirs
    today. ValueError where nothing is spent.
    """
    from ksdesk.domain.promotion.budget import test_plan

    ways = tuple(way for way, fen in today.items() if fen > _SMALL * sum(today.values()))
    total = sum(today.values()) if budget is None else budget
    days = test_plan(ways, total, weeks)[::7]

    def amount(way: str, fen: int) -> int:
        most = min(fen, today[way]) if way in gifts else fen
        return most // _WHOLE * _WHOLE

    found = tuple(tuple(amount(way, day[way]) for way in ways) for day in days)
    if not ways:
        raise ValueError("nothing is spent today")
    return Trial(begins, ways, found)


def paused(begins: date, today: Mapping[str, int], way: str, days: int) -> Trial:
    """The cheapest trial: all as today, but one way stops for some days."""
    ways = tuple(one for one, fen in today.items() if fen)
    week = tuple(0 if one == way else today[one] for one in ways)
    return Trial(begins, ways, (week,), stopped=begins + timedelta(days=days))


def as_planned(planned: tuple[int, ...], spent: tuple[int, ...]) -> bool:
    """Whether what was spent is what the plan wanted, give or take a little."""
    pairs = zip(planned, spent, strict=True)
    return all(abs(was - fen) <= max(_NEAR * fen, _LITTLE) for fen, was in pairs)
