"""Noting what the phone says about the deposit beside its ledger, every time with a way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from ksdesk.actions import Book
from ksdesk.actions.deposit import entries as deposit
from ksdesk.actions.notes import as_one, keep
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import AccountState, MeasureEvent, SubShop


def mark(book: Book, measure: str, state: str, day: date, note: str, now: datetime) -> Changes:
    """Note that the platform took a measure ("happened") or lifted it ("lifted") on `day`."""
    return keep(book, MeasureEvent(measure, state, day, note=note), now)


def freeze(book: Book, account: str, frozen: bool, day: date, note: str, now: datetime) -> Changes:
    """Note that an account is frozen (冻结) from `day` on, or no longer."""
    return keep(book, AccountState(account, day, frozen, note=note), now)


def transfer(
    book: Book,
    sub_shop: int,
    account: str,
    amount: int,
    day: date,
    note: str,
    now: datetime,
) -> Changes:
    """The platform moved `amount` fen of a sub-shop's receivables (子店铺货款划转) to an account.

    One step: a ledger line, and so much less of receivables. KeyError for an unknown sub-shop,
    ValueError where it is more than the sub-shop has; then nothing is written. `ref` is the tuple
    of the line's number.
    """
    with book.transaction():
        shop = book.reader.notes.one(SubShop, sub_shop)
        if shop is None:
            raise KeyError(sub_shop)
        if amount > shop.receivables:
            raise ValueError(f"{amount} is more than the {shop.receivables} of the sub-shop")
        entry = NewEntry(account, day, "transfer_in", amount, note or shop.name)
        booked = deposit.add(book, [entry], now)
        less = replace(shop, receivables=shop.receivables - amount, noted_on=day)
        return as_one([booked, keep(book, less, now)], booked.ref)
