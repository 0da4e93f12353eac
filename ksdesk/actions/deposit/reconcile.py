"""和手机对一下: the balance that the phone shows against the book's."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from ksdesk.actions import Book
from ksdesk.actions.deposit import entries as deposit
from ksdesk.actions.notes import as_one, keep
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit import reconcile as books
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import Compared
from ksdesk.storage import Reader

ORIGIN: Final = "reconcile"
"""Marks the adjustments that were booked."""


def explain(reader: Reader, account: str, shown: int, day: date) -> books.Explanation:
    """The difference at the end of `day` and the lines near it that could explain it."""
    return books.explain(reader.deposit.entries(account), account, shown, day)


def reconcile(
    book: Book, account: str, shown: int, day: date, reason: str, now: datetime
) -> Changes:
    """Make the book agree with what the phone showed on `day`: one line `correction` of that day.

    The comparison itself is kept too, also where nothing differs and no line is written. Undo
    takes back both. `ref` is the difference in fen.
    """
    with book.transaction():
        difference = shown - book.reader.deposit.balances(day).get(account, 0)
        seen = keep(book, Compared(account, day, shown, difference, note=reason), now)
        if not difference:
            return as_one([seen], 0)
        entry = NewEntry(account, day, "correction", difference, reason, ORIGIN)
        return as_one([deposit.add(book, [entry], now), seen], difference)


def last_compared(reader: Reader, account: str) -> Compared | None:
    """The newest comparison of an account, by its day."""
    rows = [row for row in reader.notes.all(Compared) if row.account == account]
    return max(rows, key=lambda row: (row.day, row.id), default=None)
