"""Booking a 动账 export: what its rows become, the write, and the way back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from ksdesk.actions import Book
from ksdesk.actions.deposit import entries as deposit
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.movements import Mapped, Movement, read
from ksdesk.storage import Reader


def preview(reader: Reader, movements: Iterable[Movement], account: str) -> Mapped:
    """What the rows would become in the ledger of `account`; nothing is written."""
    ledger = reader.deposit
    return read(movements, account, ledger.serials(), ledger.entries(account))


def commit(book: Book, mapped: Mapped, now: datetime, leave: Collection[str] = ()) -> Changes:
    """Write the lines whose serial does not stand yet; `ref` is the tuple of their numbers.

    `leave` are the serials that the seller left out (twins of typed lines, not ticked).
    Undo writes their reversals, and the same rows can come in again. `LedgerError` where a kind
    that was changed by hand cannot have its amount; then nothing is written.
    """
    with book.transaction():
        standing = book.reader.deposit.serials().union(leave)
        fresh = [guess.entry for guess in mapped.lines if guess.entry.serial not in standing]
        return deposit.add(book, fresh, now) if fresh else Changes(ref=())
