"""Writing to the deposit ledger. Nothing is ever changed or removed there: undo reverses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.domain.ledger import Entry, NewEntry, reversal_of


def add(book: Book, entries: Sequence[NewEntry], now: datetime) -> Changes:
    """Write lines; undo writes their reversals. `ref` is the tuple of their numbers."""
    written = book.deposit.add(entries, now)
    numbers = written.ref
    assert isinstance(numbers, tuple)
    back = partial(_take_back, numbers=numbers, again=tuple(entries), now=now)
    return Changes(written.topics, back, numbers)


def reverse(book: Book, numbers: Sequence[int], day: date, note: str, now: datetime) -> Changes:
    """Reverse lines by new ones dated `day`; a line that is already reversed is left alone.

    ValueError where a number is not in the ledger.
    """
    return add(book, [reversal_of(e, day, note) for e in _standing(book, numbers)], now)


def _standing(book: Book, numbers: Sequence[int]) -> list[Entry]:
    entries = book.reader.deposit.by_number(numbers)
    if len(entries) != len(set(numbers)):
        raise ValueError(f"not all of {sorted(numbers)} are in the ledger")
    return [e for e in entries if e.reversed_by is None]


def _take_back(
    book: Book, *, numbers: Sequence[int], again: Sequence[NewEntry], now: datetime
) -> Changes:
    """Undo of `add`: reverse what stands of these lines; its own undo writes them anew."""
    reversals = [reversal_of(e, e.day) for e in _standing(book, numbers)]
    written = book.deposit.add(reversals, now)
    # A reversed line cannot be reversed twice: what comes back is a fresh line.
    fresh = [_plain(e) for e in again]
    return Changes(written.topics, partial(add, entries=fresh, now=now), written.ref)


def _plain(entry: NewEntry) -> NewEntry:
    return NewEntry(entry.account, entry.day, entry.kind, entry.amount, entry.note, entry.origin)
