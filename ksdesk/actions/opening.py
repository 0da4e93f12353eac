"""What a seller does in the opening wizard: fill in, note, go on, book the first deposit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import Entry, NewEntry, reversal_of
from ksdesk.domain.opening import clean_fields
from ksdesk.domain.opening.identity import without_id_numbers
from ksdesk.domain.opening.switch import ANSWERED, SWITCH, TURNS, turned

ORIGIN: Final = "opening"
"""Marks the ledger lines that the wizard wrote, so that it finds them again."""


def save_fields(book: Book, step: str, fields: Mapping[str, Any], now: datetime) -> Changes:
    """Keep what stands on a step. ID numbers and pictures are left out, whatever is passed.

    On which day the switch for goods of other platforms was turned is kept with it.
    """
    kept = clean_fields(step, fields)
    if SWITCH not in kept:
        return book.opening.save(step, kept, now)
    with book.transaction():
        before = book.reader.opening.step(step).fields
        turns = turned(before, bool(kept[SWITCH]), now.date())
        first = before.get(ANSWERED) if SWITCH in before else now.date().isoformat()
        return book.opening.save(step, {**kept, TURNS: turns, ANSWERED: first}, now)


def save_note(book: Book, step: str, note: str, now: datetime) -> Changes:
    """Keep the seller's note on how this step looks on their own phone (我的手机不一样)."""
    return book.opening.save_note(step, without_id_numbers(note), now)


def go(book: Book, step: str, now: datetime, done: str | None = None) -> Changes:
    """Open a step; `done` names the one that was finished with it."""
    return book.opening.go(step, now, done)


def booked(entries: Iterable[Entry]) -> dict[str, int]:
    """What the wizard's standing ledger lines come to, in fen by account."""
    totals: dict[str, int] = {}
    for entry in entries:
        totals[entry.account] = totals.get(entry.account, 0) + entry.amount
    return totals


def book_deposit(
    book: Book, amounts: Mapping[str, int], day: date, note: str, now: datetime
) -> Changes:
    """Write the first deposit (保证金) to the ledger: fen by account ("own", "promotion").

    An account whose amount already stands there is left alone; a changed one gets a reversal and
    a new line, both dated `day`. Undo brings back what stood before; `ref` is the tuple of the
    new lines' numbers, and nothing is changed where everything stands already.
    """
    wanted = [
        NewEntry(account, day, "paid_in", amount, note, ORIGIN)
        for account, amount in amounts.items()
        if amount
    ]
    return _stand(book, wanted, day, now)


def _stand(book: Book, wanted: Iterable[NewEntry], day: date, now: datetime) -> Changes:
    """Make these the wizard's standing lines, by reversals and new lines."""
    wanted = tuple(wanted)
    with book.transaction():
        standing = book.reader.deposit.unreversed(ORIGIN)
        kept = {e.account for e in wanted if _same(booked(standing), e)}
        gone = [e for e in standing if e.account not in kept]
        fresh = [e for e in wanted if e.account not in kept]
        if not gone and not fresh:
            return Changes()
        lines = [*(reversal_of(e, day) for e in gone), *fresh]
        written = book.deposit.add(lines, now)
    # What comes back by an undo comes on the day it went: every day's balance is what it was.
    before = tuple(
        _plain(e) if e.account in kept else replace(_plain(e), day=day) for e in standing
    )
    topics = written.topics | {"opening"}
    return Changes(topics, partial(_stand, wanted=before, day=day, now=now), written.ref)


def _same(totals: Mapping[str, int], entry: NewEntry) -> bool:
    return totals.get(entry.account) == entry.amount


def _plain(entry: Entry) -> NewEntry:
    return NewEntry(entry.account, entry.day, entry.kind, entry.amount, entry.note, entry.origin)
