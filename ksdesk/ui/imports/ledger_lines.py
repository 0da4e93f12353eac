"""Lines of the deposit ledger out of a 动账 preview, for the account that the seller named."""

from __future__ import annotations

from ksdesk.actions import Book, imports
from ksdesk.actions.deposit import movements
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Preview


def lines_for(book: Book, preview: Preview, account: str) -> tuple[NewEntry, ...]:
    """What the new rows come to in the ledger of `account`; `book` is only read.

    A row that may be a line typed before (same day, same amount) is left out, so that nothing is
    booked twice.
    """
    mapped = movements.preview(book.reader, imports.movements(preview), account)
    return tuple(guess.entry for guess in mapped.lines if not guess.twin)
