"""What goods, parcels and the shop cost: noting it, and working the profit out by it.

Costs are notes: `actions.notes.keep_all` writes and `notes.drop` bins them, each with a way back.
"""

from __future__ import annotations

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.promotion.costs import Costs, CostShare, ParcelCost, UnitCost
from ksdesk.storage import Reader


def known(reader: Reader) -> Costs:
    """All costs that were noted."""
    notes = reader.notes
    return Costs(
        notes.all(UnitCost),
        notes.all(ParcelCost),
        notes.all(CostShare),
        reader.profit.categories(),
    )


def work_out(book: Book, progress: Progress = QUIET) -> Changes:
    """Bring the profit up to date with what was imported and noted since.

    Raises `Cancelled`; what was done by then stays.
    """
    if book.reader.profit.up_to_date():
        return Changes()
    return book.profit.book(known(book.reader), progress)
