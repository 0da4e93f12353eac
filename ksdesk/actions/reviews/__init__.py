"""What a seller does with lives and videos: note one, look back at it, plan the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from ksdesk.actions import Book
from ksdesk.actions.notes import drop, keep
from ksdesk.domain.changes import Changes
from ksdesk.domain.personal import blotted
from ksdesk.domain.reviews import broadcasts
from ksdesk.domain.reviews.broadcasts import LIVE, VIDEO, VIDEOS_BELOW, Broadcast
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage import Reader


def known(reader: Reader) -> tuple[Broadcast, ...]:
    """All that was noted or reported, with what both tell."""
    pairs = broadcasts.told_together(reader.notes.all(Broadcast), reader.reviews.reported())
    return tuple(one for _, one in pairs)


def note_down(book: Book, one: Broadcast, now: datetime) -> Changes:
    """Keep one that is new (id 0), or correct what one was and its figures; `ref` is its number.
    What only a report tells of (its number is below 0) becomes a note beside it."""
    one = replace(one, name=blotted(one.name.strip()))
    if not one.id:
        return keep(book, one, now)

    def corrected(there: Broadcast) -> Broadcast:
        written = replace(one, note=there.note, todo=there.todo, reviewed_at=there.reviewed_at)
        return replace(written, id=there.id)

    return _turn(book, one.id, corrected, now)


def plan_next(book: Book, number: int, words: Sequence[str], now: datetime) -> Changes:
    """What is to be done next time, in other words."""
    return _turn(book, number, lambda one: _planned(one, words), now)


def finish(book: Book, number: int, learnt: str, words: Sequence[str], now: datetime) -> Changes:
    """It was looked back at (写好了): what was learnt, and what is to be done next time."""

    def finished(one: Broadcast) -> Broadcast:
        return replace(as_typed(one, learnt, words), reviewed_at=one.reviewed_at or now)

    return _turn(book, number, finished, now)


def learn(book: Book, number: int, learnt: str, now: datetime) -> Changes:
    """What the seller saw in it."""
    return _turn(book, number, lambda one: replace(one, note=blotted(learnt.strip())), now)


def tick(book: Book, number: int, place: int, done: bool, now: datetime) -> Changes:
    """One of the things for next time is done, or is to be done again."""
    return _turn(
        book, number, lambda one: broadcasts.ticked(one, place, now if done else None), now
    )


def as_typed(one: Broadcast, learnt: str, words: Sequence[str]) -> Broadcast:
    """It with what was learnt and what is to be done next time, as they would be kept."""
    return replace(_planned(one, words), note=blotted(learnt.strip()))


def throw_away(book: Book, one: Broadcast, now: datetime) -> Changes:
    """Into the bin, for 30 days."""
    return drop(book, one, now)


def _planned(one: Broadcast, words: Sequence[str]) -> Broadcast:
    return broadcasts.with_todo(one, [blotted(word) for word in words])


def _turn(
    book: Book, number: int, turn: Callable[[Broadcast], Broadcast], now: datetime
) -> Changes:
    with book.transaction():
        one = book.reader.notes.one(Broadcast, number)
        if number < 0:  # the page may not have seen yet that it was noted meanwhile
            new = _as_reported(book, number)
            noted = (one for one in book.reader.notes.all(Broadcast) if one.kind == new.kind)
            alike = (one for one in noted if one.began_at == new.began_at)
            one = next((one for one in alike if one.kind == LIVE or one.name == new.name), new)
        if one is None:
            raise KeyError(number)
        return keep(book, turn(one), now)


def _as_reported(book: Book, number: int) -> Broadcast:
    """What a report tells of, without its figures: those stay the report's."""
    if number > VIDEOS_BELOW:
        return Broadcast(LIVE, from_seconds(-number))
    every = book.reader.reviews.reported()
    video = next((one for one in every if one.id == number), None)
    if video is None:
        raise KeyError(number)
    return Broadcast(VIDEO, video.began_at, video.name)
