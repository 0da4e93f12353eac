"""Ticking off and putting off what 今日 tells, and telling it again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from ksdesk.actions import Book, notes, reviews
from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.domain.changes import Changes
from ksdesk.domain.today import Item
from ksdesk.domain.today.later import PutOff, end_of_tick


def _ask(look: Look) -> tuple[PutOff, ...]:
    return look.reader.notes.all(PutOff)


PUT_OFF: Final = Inquiry("put_off", ("today",), _ask)


def put_off(book: Book, item: Item, until: datetime | None, now: datetime) -> Changes:
    """Tell it again from a moment on, None: never again. What is over by now is swept out."""
    thing, which = item.name
    with book.transaction():
        over = [note for note in book.reader.notes.all(PutOff) if not note.holds(now)]
        steps = [notes.drop(book, note, now) for note in over]
        steps.append(notes.keep(book, PutOff(thing=thing, which=which, told_from=until), now))
        return notes.as_one(steps)


def tick_off(book: Book, item: Item, now: datetime) -> Changes:
    """The seller says that it is done. What a review wanted done is so for good, of anything else
    the book speaks again the next day, where it still knows of it."""
    if item.code == "review_action":
        return reviews.tick(book, item.facts["broadcast"].id, item.facts["place"], True, now)
    return put_off(book, item, end_of_tick(now), now)


def tell_again(book: Book, items: Iterable[Item], now: datetime) -> Changes:
    """Do not put these off any longer."""
    names = {item.name for item in items}
    with book.transaction():
        standing = book.reader.notes.all(PutOff)
        found = [note for note in standing if (note.thing, note.which) in names]
        return notes.as_one([notes.drop(book, note, now) for note in found])
