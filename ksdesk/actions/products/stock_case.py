"""An order of goods that are not there: open a case, go its way step by step, close it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from ksdesk.actions import Book
from ksdesk.actions.notes import keep
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.stock import case as path
from ksdesk.storage import Reader


def open_cases(reader: Reader) -> tuple[StockCase, ...]:
    """The cases without an outcome, in the order in which they were opened."""
    return tuple(case for case in reader.notes.all(StockCase) if not case.outcome)


def open_case(
    book: Book, product: Product, order_no: str, quantity: int, now: datetime, note: str = ""
) -> Changes:
    """Begin a case; `ref` is its number. An order that has an open one already keeps it.

    ValueError for a quantity below 1.
    """
    if quantity < 1:
        raise ValueError(quantity)
    number = order_no.strip()
    with book.transaction():
        for case in open_cases(book.reader):
            if number and (case.order_no, case.product) == (number, product.id):
                return Changes(ref=case.id)
        case = StockCase(product.id, product.title, number, quantity, now, note=note.strip())
        return keep(book, case, now)


def step(book: Book, number: int, event: str, now: datetime, said: str = "") -> Changes:
    """Something happened on the way (`ksdesk.domain.products.stock.case.PATH`).

    `said`, what the buyer was told, joins the case's note. KeyError for an unknown case,
    `StockCaseError` where that cannot happen now.
    """

    def change(case: StockCase) -> StockCase:
        note = "\n".join(filter(None, (case.note, said.strip())))
        return replace(path.step(case, event, now), note=note)

    return _change(book, number, change, now)


def step_back(book: Book, number: int, now: datetime) -> Changes:
    """The last step did not happen after all; a closed case is open again."""
    return _change(book, number, path.step_back, now)


def close(book: Book, number: int, outcome: str, now: datetime) -> Changes:
    """End a case. `StockCaseError` where its way does not lead to that outcome, or to none."""
    return _change(book, number, lambda case: path.close(case, outcome, now), now)


def _change(
    book: Book, number: int, change: Callable[[StockCase], StockCase], now: datetime
) -> Changes:
    with book.transaction():
        case = book.reader.notes.one(StockCase, number)
        if case is None:
            raise KeyError(number)
        return keep(book, change(case), now)
