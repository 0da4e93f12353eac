"""The sample shop 柿子沟果园: an invented seller of persimmons, apples and honey, with stories.

Nothing in it belongs to anybody. All its days are counted back from `now`, so that it is always
a shop of today; the same `now` gives the same book. It is written through the actions that a
seller uses, reports included: they come in as the text of files, each a batch of its own.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.actions.promotion.costs import work_out
from ksdesk.sample import (
    aftersales,
    checklist,
    costs,
    deposit,
    opening,
    products,
    promotion,
    reviews,
    stock,
)
from ksdesk.sample.traffic import reports


def build(path: Path, now: datetime) -> None:
    """Write the sample shop's book to `path`, a file that is not there yet, and close it.

    `now` is Beijing time; nothing in the book is later.
    """
    book = Book.open(path)
    try:
        with book.transaction():
            opening.fill(book, now)
            deposit.fill(book, now)
            products.fill(book, now)
            stock.fill(book, now)
            promotion.fill(book, now)
            costs.fill(book, now)
        more = [
            stock.older_orders(book, now),
            stock.orders(book, now),
            *costs.settlements(book, now),
            aftersales.cases(book, now),
        ]
        reports.fill(book, now, more)
        aftersales.fill(book, now)
        reviews.fill(book, now)
        checklist.fill(book, now)
        work_out(book)
    finally:
        book.close()
