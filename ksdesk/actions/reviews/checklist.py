"""The list "every fan counts": read, ticked and changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from ksdesk.actions import Book, notes
from ksdesk.domain.changes import Changes
from ksdesk.domain.reviews import checklist
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import Asked, CheckItem, CheckTick, EndedSession, ListKept
from ksdesk.storage import Reader

_DAY = timedelta(days=1)


def owed(reader: Reader, day: date) -> tuple[Asked, ...]:
    """What the list asks for on a day and what is not done, what the day before left first."""
    return tuple(one for one in of_day(reader, day) if not one.done)


def of_day(reader: Reader, day: date) -> tuple[Asked, ...]:
    """What the list asks for on a day, done or not; nothing before it was begun."""
    items = _items(reader, day)
    if not items:
        return ()
    sessions = _sessions(reader)
    ticks = _ticks(reader, sessions, day - _DAY, day + _DAY)
    return checklist.of_day(items, ticks, sessions, day)


def of_sessions(
    reader: Reader, broadcasts: Iterable[Broadcast], today: date
) -> dict[int, tuple[Asked, ...]]:
    """The list of each live or video by its number, done or not."""
    items = _items(reader, today)
    ticks: dict[int, list[CheckTick]] = {}
    sessions = [_session_of(one) for one in broadcasts]
    for mark in _placed(reader.notes.all(CheckTick), sessions):
        ticks.setdefault(mark.session, []).append(mark)
    return {
        one.id: checklist.of_session(items, ticks.get(one.id, ()), one, today) for one in sessions
    }


def begun(reader: Reader) -> bool:
    """Whether the seller has a list of their own, if only an empty one."""
    return bool(reader.notes.all(CheckItem))


def standing(reader: Reader, day: date) -> tuple[CheckItem, ...]:
    """The list of a day in its order, the app's own before the seller has one."""
    return checklist.standing(_items(reader, day), day)


def kept(reader: Reader, first: date, end: date, today: date) -> ListKept:
    """How the list was kept, first ≤ day < end."""
    items, sessions = _items(reader, today), _sessions(reader)
    ticks = _ticks(reader, sessions, first, end)
    return checklist.kept(items, ticks, sessions, (first, end), today)


def tick(book: Book, one: Asked, on: bool, now: datetime) -> Changes:
    """Note that something was done, or that it was not after all.

    What is ticked of the app's own list makes it the seller's, from that day on.
    """
    with book.transaction():
        item, steps = one.item, []
        if on and not item.id:
            steps.append(arrange(book, checklist.defaults(now.date()), now))
            item = next(
                own for own in book.reader.notes.all(CheckItem) if own.proposal == item.proposal
            )
        which = {"session": one.session} if one.session else {"day": one.day.isoformat()}
        there = book.reader.notes.having(CheckTick, item=item.id, **which)
        if on and not there:
            made = CheckTick(item=item.id, day=one.day, at=now, session=one.session)
            steps.append(notes.keep(book, made, now))
        elif not on:
            steps += [notes.drop(book, mark, now) for mark in there]
        return notes.as_one(steps)


def arrange(book: Book, wanted: Sequence[CheckItem], now: datetime) -> Changes:
    """Let the list be these items in this order; what is missing is taken off from today on.

    Items without a number are new. What was ticked stays counted. Undo brings the old list back.
    """
    with book.transaction():
        there = [item for item in book.reader.notes.all(CheckItem) if item.off_since is None]
        staying = {item.id for item in wanted}
        gone = [replace(item, off_since=now.date()) for item in there if item.id not in staying]
        placed = [replace(item, place=place) for place, item in enumerate(wanted)]
        return notes.keep_all(book, [*gone, *placed], now)


def _items(reader: Reader, today: date) -> list[CheckItem]:
    """The seller's list; what was changed while the clock was ahead counts from today on."""

    def by_now(day: date) -> date:
        return today if day > today + _DAY else day  # a page may still ask for yesterday

    return [
        replace(item, since=by_now(item.since), off_since=item.off_since and by_now(item.off_since))
        for item in reader.notes.all(CheckItem)
    ]


def _session_of(broadcast: Broadcast) -> EndedSession:
    """A live or video as the list knows it."""
    return EndedSession(broadcast.id, (broadcast.ended_at or broadcast.began_at).date())


def _sessions(reader: Reader) -> list[EndedSession]:
    return [_session_of(one) for one in reader.notes.all(Broadcast)]


def _ticks(
    reader: Reader, sessions: Sequence[EndedSession], first: date, end: date
) -> tuple[CheckTick, ...]:
    """What was ticked of the days, first ≤ day < end, and of what ended in them."""
    days = [(first + timedelta(days=count)).isoformat() for count in range((end - first).days)]
    ended = [one.id for one in sessions if first <= one.day < end]
    of_days = reader.notes.having(CheckTick, day=days)
    found = {mark.id: mark for mark in (*of_days, *reader.notes.having(CheckTick, session=ended))}
    return _placed(found.values(), sessions)


def _placed(ticks: Iterable[CheckTick], sessions: Iterable[EndedSession]) -> tuple[CheckTick, ...]:
    """Ticks of lives and videos on the day on which these end now: it may have been mistyped."""
    ends = {one.id: one.day for one in sessions}
    return tuple(replace(mark, day=ends.get(mark.session, mark.day)) for mark in ticks)
