"""The shipping queue and its verbs: checks, tracking numbers, announced delays, own hours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from ksdesk.actions import Book, notes
from ksdesk.domain.changes import Changes
from ksdesk.domain.orders.queue import ShippingQueue, queued
from ksdesk.domain.orders.work import CHECKS, MOST_HOURS, OrderWork, OwnHours, TrackedParcel
from ksdesk.domain.personal import blotted
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader


def look(reader: Reader, rules: RuleBook, now: datetime) -> ShippingQueue:
    """What is to be shipped, by the time left; as fast in a book of any length."""
    hours = own_hours(reader)
    waiting = reader.order_work.waiting(reader.order_index.to_ship(), hours)
    return queued(waiting, rules.on(now.date()), hours, now)


def own_hours(reader: Reader) -> dict[str, int]:
    """The seller's own hours by clock."""
    return {note.clock: note.hours for note in reader.notes.all(OwnHours)}


def set_hours(book: Book, hours: Mapping[str, int | None], now: datetime) -> Changes:
    """Write the seller's hours of some clocks, None to forget one.

    ValueError for hours below 1 or above MOST_HOURS.
    """
    if any(value is not None and not 1 <= value <= MOST_HOURS for value in hours.values()):
        raise ValueError(hours)
    with book.transaction():
        standing = {note.clock: note for note in book.reader.notes.all(OwnHours)}
        steps = []
        for clock, value in hours.items():
            if value is not None:
                steps.append(notes.keep(book, OwnHours(clock=clock, hours=value), now))
            elif clock in standing:
                steps.append(notes.drop(book, standing[clock], now))
        return notes.as_one(steps)


def check(
    book: Book, order_nos: Iterable[str], on: Sequence[str], off: Sequence[str] = ()
) -> Changes:
    """Tick some of CHECKS for orders, and untick others. ValueError for one that is none."""
    if unknown := {*on, *off} - set(CHECKS):
        raise ValueError(unknown)

    def changed(work: OrderWork) -> OrderWork:
        wanted = ({*work.checks} | {*on}) - {*off}
        return replace(work, checks=tuple(one for one in CHECKS if one in wanted))

    return _change(book, order_nos, changed)


def announce(book: Book, order_nos: Iterable[str], until: datetime | None) -> Changes:
    """A delay was announced (报备) until a moment, None: it was not."""
    return _change(book, order_nos, lambda work: replace(work, notice_until=until))


def number(
    book: Book, parcels: Iterable[tuple[str, str, str]], now: datetime, *, instead: bool = False
) -> Changes:
    """Give orders the numbers of their parcels: order number, courier, tracking number each.

    An order may have several; with `instead` the new ones replace what it had.
    """
    given: dict[str, list[TrackedParcel]] = {}
    for order_no, courier, tracking in parcels:
        parcel = TrackedParcel(blotted(courier.strip(), note=False), tracking.strip(), now)
        given.setdefault(order_no, []).append(parcel)

    def changed(work: OrderWork) -> OrderWork:
        kept = () if instead else work.parcels
        known = {one.number for one in kept}
        fresh = {one.number: one for one in given[work.order_no] if one.number not in known}
        return replace(work, parcels=(*kept, *fresh.values()))

    return _change(book, given, changed)


def take_numbers_back(book: Book, order_nos: Iterable[str]) -> Changes:
    """Orders have no parcels after all."""
    return _change(book, order_nos, lambda work: replace(work, parcels=()))


def sent(book: Book, order_nos: Iterable[str], now: datetime) -> Changes:
    """The numbers of these orders went into a file for the platform."""

    def changed(work: OrderWork) -> OrderWork:
        parcels = (replace(one, sent_at=one.sent_at or now) for one in work.parcels)
        return replace(work, parcels=tuple(parcels))

    return _change(book, order_nos, changed)


def _change(
    book: Book, order_nos: Iterable[str], change: Callable[[OrderWork], OrderWork]
) -> Changes:
    with book.transaction():
        before = book.reader.order_work.of(order_nos)
        after = {number: change(work) for number, work in before.items()}
        changed = [number for number, work in after.items() if work != before[number]]
        return _put(book, [after[n] for n in changed], [before[n] for n in changed])


def _put(book: Book, works: Sequence[OrderWork], before: Sequence[OrderWork]) -> Changes:
    if not works:
        return Changes()
    book.order_work.put(works)
    back = partial(_put, works=before, before=works)
    return Changes.of("orders", "today", undo=back, ref=len(works))
