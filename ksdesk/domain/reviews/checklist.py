"""珍惜每一位粉丝: what the seller does for fans, every day and after each live or video.

What was missed is asked for once more on the next day. After that it is dropped and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from ksdesk.domain.notes import Note

DAILY, AFTER = "daily", "session"
"""When an item is asked for: every day, or after each live or video."""

DEFAULT_CODES: Final = (
    *((DAILY, code) for code in ("messages", "lost", "regular")),
    *((AFTER, code) for code in ("thank", "asked", "comments", "bad")),
)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class CheckItem(Note):
    """One thing to do, on the list from `since`, and no more from `off_since` on.

    `proposal` names one of the app's own: as long as `words` is empty, the screen has its words.
    """

    topics = ("reviews", "today", "month")

    asked: str
    since: date
    proposal: str = ""
    words: str = ""
    place: int = 0
    off_since: date | None = None

    def stands(self, day: date) -> bool:
        """Whether it is on the list of a day."""
        return self.since <= day and (self.off_since is None or day < self.off_since)


@dataclass(frozen=True)
class CheckTick(Note):
    """An item was done: that of `day`, or that of a session that ended then (0: none)."""

    topics = ("reviews", "today", "month")

    item: int
    day: date
    at: datetime
    session: int = 0


@dataclass(frozen=True)
class EndedSession:
    """A live or video by its number, and the day on which it ended."""

    id: int
    day: date


@dataclass(frozen=True)
class Asked:
    """An item as it is asked for: that of a day, or of a session that ended then. `rolled`: it was
    missed the day before.
    """

    item: CheckItem
    day: date
    session: int = 0
    done: bool = False
    rolled: bool = False


@dataclass(frozen=True)
class ListKept:
    """How often what the list asked for was done, and how often it was missed for good."""

    done: int = 0
    missed: int = 0

    @property
    def asked(self) -> int:
        """Both together; what can still be done is in neither."""
        return self.done + self.missed


def defaults(day: date) -> tuple[CheckItem, ...]:
    """The list that the app proposes; nothing of it is in the book."""
    return tuple(
        CheckItem(asked=asked, since=day, proposal=code, place=place)
        for place, (asked, code) in enumerate(DEFAULT_CODES)
    )


def standing(items: Iterable[CheckItem], day: date) -> tuple[CheckItem, ...]:
    """The list of a day in its order; the app's own where the seller has never had one."""
    every = tuple(items)
    there = (item for item in every if item.stands(day))
    return tuple(sorted(there, key=_order)) if every else defaults(day)


def of_day(
    items: Sequence[CheckItem],
    ticks: Iterable[CheckTick],
    sessions: Sequence[EndedSession],
    day: date,
) -> tuple[Asked, ...]:
    """What a day asks for: first what the day before left, then its own. Ticked things stay, those
    of the day before if they were ticked on this one. Nothing before the list was begun.
    """
    at = {_name(tick): tick.at.date() for tick in ticks}
    before = [
        Asked(one.item, one.day, one.session, _name(one) in at, True)
        for one in _asked(items, sessions, day - _DAY)
        if one.item.stands(day) and at.get(_name(one), day) == day
    ]
    today = [
        Asked(one.item, one.day, one.session, _name(one) in at)
        for one in _asked(items, sessions, day)
    ]
    return (*before, *today)


def of_session(
    items: Sequence[CheckItem], ticks: Iterable[CheckTick], session: EndedSession, today: date
) -> tuple[Asked, ...]:
    """The list of a live or video, whenever it is looked at; today's, if there was none then."""
    done = {_name(tick) for tick in ticks}
    there = tuple(_asked(items, [session], session.day))
    own = tuple(one.item for one in there if one.session)
    if not own:
        own = tuple(item for item in standing(items, today) if item.asked == AFTER)
    return tuple(
        Asked(item, session.day, session.id, (item.id, session.day, session.id) in done)
        for item in own
    )


def kept(
    items: Sequence[CheckItem],
    ticks: Iterable[CheckTick],
    sessions: Sequence[EndedSession],
    days: tuple[date, date],
    today: date,
) -> ListKept:
    """How the list was kept from the first of two days up to, not including, the second.

    What a day leaves can be done on the next, so it is missed only after that; what was taken off
    the list meanwhile is not.
    """
    first, end = days
    done = {_name(tick) for tick in ticks if first <= tick.day < end}
    missed, day = 0, first
    while day < min(end, today - _DAY):
        missed += sum(
            one.item.stands(day + _DAY) and _name(one) not in done
            for one in _asked(items, sessions, day)
        )
        day += _DAY
    return ListKept(len(done), missed)


def _asked(
    items: Iterable[CheckItem], sessions: Iterable[EndedSession], day: date
) -> Iterator[Asked]:
    """What a day asks for by itself."""
    there = sorted((item for item in items if item.stands(day)), key=_order)
    yield from (Asked(item, day) for item in there if item.asked == DAILY)
    for session in sessions:
        if session.day == day:
            yield from (Asked(item, day, session.id) for item in there if item.asked == AFTER)


def _name(one: Asked | CheckTick) -> tuple[int, date, int]:
    item = one.item if isinstance(one, CheckTick) else one.item.id
    return item, one.day, one.session


def _order(item: CheckItem) -> tuple[int, int]:
    return item.place, item.id
