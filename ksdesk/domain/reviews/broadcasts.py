"""A live or a short video as the seller looks back at it, and which of them wait for that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from ksdesk.domain.notes import Note

LIVE, VIDEO = "live", "video"
MONEY: Final = ("sales", "refunds", "spend")
COUNTS: Final = (
    *("viewers", "peak", "stay", "new_fans", "lost_fans", "comments", "likes", "shares"),
    *("exposures", "entered", "stayed", "clicks", "orders", "paid_orders"),
)
FIGURES: Final = ("seconds", *COUNTS, *MONEY)
PARTS: Final = ((5, "night"), (11, "morning"), (17, "noon"), (24, "evening"))
"""Until which hour a live belongs to which part of the day."""

ACTIONS: Final = 3
"""How many things are to be done next time, at most."""

NEAR: Final = timedelta(minutes=30)
"""A live that was noted and one that a report tells of, this near to each other, are one."""

VIDEOS_BELOW: Final = -(1 << 40)
"""Numbers below it are of videos that only a report tells of."""

OWED_FOR: Final = timedelta(days=7)
"""Nobody writes down any more how it was longer ago."""


class BroadcastError(ValueError):
    """A figure below 0; `figure` is its name."""

    def __init__(self, figure: str) -> None:
        super().__init__(figure)
        self.figure = figure


@dataclass(frozen=True)
class Broadcast(Note):
    """One of them; `note` is what was learnt. A figure that is not known is None.

    `kind` is LIVE or VIDEO, `seconds` how long it ran, `viewers` of a video how often it was
    played, `stay` how many seconds a viewer stayed on
    average, `stayed` how many stayed over ten seconds; `orders` were placed, `paid_orders` paid.
    Money in fen. `running` is the number of its running sheet. `todo`: what to do next time, and
    the ISO moment when that was done ("" as long as it is not). Where a number is below 0 only a
    report tells of it: that of a live is the second in which it began.
    """

    topics = ("reviews", "today", "month")

    kind: str
    began_at: datetime
    name: str = ""
    seconds: int | None = None
    viewers: int | None = None
    peak: int | None = None
    stay: int | None = None
    new_fans: int | None = None
    lost_fans: int | None = None
    comments: int | None = None
    likes: int | None = None
    shares: int | None = None
    exposures: int | None = None
    entered: int | None = None
    stayed: int | None = None
    clicks: int | None = None
    orders: int | None = None
    paid_orders: int | None = None
    sales: int | None = None
    refunds: int | None = None
    spend: int | None = None
    running: int | None = None
    todo: tuple[tuple[str, str], ...] = ()
    reviewed_at: datetime | None = None

    def __post_init__(self) -> None:
        for name in FIGURES:
            value = getattr(self, name)
            if value is not None and value < 0:
                raise BroadcastError(name)

    @property
    def part(self) -> str:
        """The part of the day of a live, "video" for a short video."""
        hour = self.began_at.hour
        return VIDEO if self.kind == VIDEO else next(part for until, part in PARTS if hour < until)

    @property
    def ended_at(self) -> datetime | None:
        """When it was over; None where it is not known how long it ran."""
        return self.began_at + timedelta(seconds=self.seconds) if self.seconds else None


@dataclass(frozen=True)
class OpenAction:
    """Something that was to be done next time and is not yet: number `place` of a review."""

    broadcast: Broadcast
    place: int

    @property
    def words(self) -> str:
        """What is to be done."""
        return self.broadcast.todo[self.place][0]


def newest_first(every: Iterable[Broadcast]) -> tuple[Broadcast, ...]:
    """As the list shows them."""
    return tuple(sorted(every, key=lambda one: (one.began_at, one.id), reverse=True))


def told_together(
    noted: Iterable[Broadcast], reported: Sequence[Broadcast]
) -> tuple[tuple[Broadcast, Broadcast], ...]:
    """Each as it was noted and with what reports say where nothing was; the newest first.

    What only reports tell stands for itself on both sides.
    """
    left = {one.id: one for one in reported}
    pairs = []
    for note in newest_first(noted):
        near = [one for one in left.values() if _are_one(note, one)]
        match = min(near, key=lambda one: abs(one.began_at - note.began_at), default=None)
        if match is not None:
            del left[match.id]
        pairs.append((note, note if match is None else _filled(note, match)))
    pairs += [(one, one) for one in left.values()]
    return tuple(sorted(pairs, key=lambda pair: (pair[1].began_at, pair[1].id), reverse=True))


def _are_one(note: Broadcast, one: Broadcast) -> bool:
    """Two works may come out one after the other; their titles tell them apart."""
    named = note.kind == VIDEO and note.name and one.name and note.name != one.name
    return note.kind == one.kind and not named and abs(one.began_at - note.began_at) <= NEAR


def _filled(note: Broadcast, report: Broadcast) -> Broadcast:
    new: dict[str, Any] = {
        name: getattr(report, name) for name in FIGURES if getattr(note, name) is None
    }
    return replace(note, name=note.name or report.name, **new)


def owed(every: Iterable[Broadcast], now: datetime) -> tuple[Broadcast, ...]:
    """Lives that ended within the last days and were not looked back at, the latest first.

    One of unknown length is over once the day after it has come.
    """
    waiting = (one for one in every if one.kind == LIVE and one.reviewed_at is None)
    return newest_first(one for one in waiting if timedelta(0) <= now - _over(one) <= OWED_FOR)


def _over(one: Broadcast) -> datetime:
    midnight = one.began_at.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    return one.ended_at or midnight


def open_actions(every: Iterable[Broadcast]) -> tuple[OpenAction, ...]:
    """What the reviews say is to be done next time and is not done, the latest first."""
    return tuple(
        OpenAction(one, place)
        for one in newest_first(every)
        if one.reviewed_at is not None
        for place, (words, done) in enumerate(one.todo)
        if words and not done
    )


def with_todo(one: Broadcast, words: Sequence[str]) -> Broadcast:
    """With other things to do; what is worded as before stays done."""
    done = dict(one.todo)
    kept = [word.strip() for word in words if word.strip()][:ACTIONS]
    return replace(one, todo=tuple((word, done.get(word, "")) for word in kept))


def ticked(one: Broadcast, place: int, at: datetime | None) -> Broadcast:
    """With one of the things done, or (None) to do again."""
    every = list(one.todo)
    every[place] = (every[place][0], at.isoformat(sep=" ", timespec="seconds") if at else "")
    return replace(one, todo=tuple(every))


def looked_back_at(every: Iterable[Broadcast], first: datetime, end: datetime) -> tuple[int, int]:
    """How many lives began in a span, and how many of them were looked back at."""
    lives = [one for one in every if one.kind == LIVE and first <= one.began_at < end]
    return len(lives), sum(one.reviewed_at is not None for one in lives)
