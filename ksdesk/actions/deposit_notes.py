"""Noting what the phone says about the deposit beside its ledger, every time with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from ksdesk.actions import Book, deposit
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit_notes import (
    AccountState,
    MeasureEvent,
    MonthSales,
    N,
    Note,
    OwnFigure,
    SalesTier,
    SubShop,
)
from ksdesk.domain.ledger import NewEntry

_SAME: dict[type[Note], tuple[str, ...]] = {
    SubShop: ("name",),
    SalesTier: ("sales_from", "valid_from"),
    MonthSales: ("month", "category"),
}
"""What there can be only one of: a new one with the same fields overwrites the old one."""


def keep(book: Book, note: N, now: datetime) -> Changes:
    """Write a note (id 0), or overwrite the one with its number; `ref` is the number.

    Undo takes it away, or brings back what was there. KeyError for an unknown number.
    """
    with book.transaction():
        note = _in_place_of(book, note)
        standing = book.reader.notes.all(type(note)) if note.id else ()
        before = next((one for one in standing if one.id == note.id), None)
        if before == note:
            return Changes(ref=note.id)
        number = book.notes.put(note, now)
    if before is None:
        back = partial(_bin, kind=type(note), number=number, now=now)
    else:
        back = partial(keep, note=before, now=now)
    return Changes.of(*_topics(type(note)), undo=back, ref=number)


def drop(book: Book, note: Note, now: datetime) -> Changes:
    """Put a note into the bin, where it waits for 30 days; undo takes it out."""
    return _bin(book, kind=type(note), number=note.id, now=now)


def _in_place_of(book: Book, note: N) -> N:
    names = _SAME.get(type(note))
    if names is None or note.id:
        return note
    for other in book.reader.notes.all(type(note)):
        if all(getattr(other, name) == getattr(note, name) for name in names):
            return replace(note, id=other.id)
    return note


def _bin(book: Book, *, kind: type[Note], number: int, now: datetime) -> Changes:
    book.notes.bin(kind, number, now)
    back = partial(_take_out, kind=kind, number=number, now=now)
    return Changes.of(*_topics(kind), undo=back, ref=number)


def _take_out(book: Book, *, kind: type[Note], number: int, now: datetime) -> Changes:
    book.notes.bin(kind, number, None)
    back = partial(_bin, kind=kind, number=number, now=now)
    return Changes.of(*_topics(kind), undo=back, ref=number)


def _topics(kind: type[Note]) -> tuple[str, ...]:
    return ("guide", "deposit", "today") if kind is OwnFigure else ("deposit", "today")


def as_one(steps: Sequence[Changes], ref: object = None) -> Changes:
    """Several writes as one step: undo takes them back last first, in one transaction."""
    topics = frozenset[str]().union(*(step.topics for step in steps))
    undos = tuple(step.undo for step in steps if step.undo is not None)
    return Changes(topics, partial(_undo_all, undos=undos) if undos else None, ref)


def _undo_all(book: Book, *, undos: Sequence[Callable[[Book], Changes]]) -> Changes:
    with book.transaction():
        return as_one([undo(book) for undo in reversed(undos)])


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
