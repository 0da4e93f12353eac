"""What a seller does with after-sales cases: open one, go its way, promise, close it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from ksdesk.actions import Book
from ksdesk.actions.notes import keep
from ksdesk.domain.aftersales import files
from ksdesk.domain.aftersales.files import CaseError, CaseFile
from ksdesk.domain.changes import Changes
from ksdesk.domain.personal import blotted


def open_case(book: Book, file: CaseFile, now: datetime) -> Changes:
    """Begin a case by hand; `ref` is its number. CaseError without the number of its order."""
    if not file.order_no.strip():
        raise CaseError("no_order")
    tidy = replace(
        file,
        order_no=file.order_no.strip(),
        case_no=file.case_no.strip(),
        reason=blotted(file.reason.strip()),
        note=blotted(file.note.strip()),
        opened_at=file.opened_at or now,
    )
    return keep(book, _standing(book, tidy), now)


def step(
    book: Book,
    file: CaseFile,
    who: str,
    words: str,
    step: str,
    facts: Mapping[str, Any],
    now: datetime,
) -> Changes:
    """Something was said; with a `step` of the path, that one is done by it. `facts` as in
    `find_out`."""

    def change(one: CaseFile) -> CaseFile:
        return files.said(replace(one, **facts), now, who, words, step)

    return _change(book, file, change, now)


def unsay(book: Book, file: CaseFile, now: datetime) -> Changes:
    """The last line was not said after all."""
    return _change(book, file, lambda one: replace(one, said=one.said[:-1]), now)


def turn(book: Book, file: CaseFile, state: str, at: datetime, now: datetime) -> Changes:
    """The case is in another state since `at`. CaseError for a closed one."""
    return _change(book, file, lambda one: files.turned(one, state, at), now)


def find_out(book: Book, file: CaseFile, facts: Mapping[str, Any], now: datetime) -> Changes:
    """What came out: `checked`, `fault`, `plan`, `expires_at`."""
    return _change(book, file, lambda one: replace(one, **facts), now)


def promise(book: Book, file: CaseFile, days: int, words: str, now: datetime) -> Changes:
    """The seller promised the buyer something within so many working days."""
    made = (now.date().isoformat(), days, blotted(words.strip()), "")
    return _change(book, file, lambda one: replace(one, promised=(*one.promised, made)), now)


def keep_promise(book: Book, file: CaseFile, place: int, on: date, now: datetime) -> Changes:
    """The promise number `place` was kept on a day."""

    def kept(one: CaseFile) -> CaseFile:
        every = list(one.promised)
        every[place] = (*every[place][:3], on.isoformat())
        return replace(one, promised=tuple(every))

    return _change(book, file, kept, now)


def close(
    book: Book,
    file: CaseFile,
    outcome: str,
    cost: int | None,
    now: datetime,
    refund: int | None = None,
) -> Changes:
    """End a case; `refund` is what was given back where that is not what was wanted. CaseError
    without an outcome and its cost beyond the refund, in fen."""
    return _change(book, file, lambda one: files.closed(one, outcome, cost, now, refund), now)


def reopen(book: Book, file: CaseFile, now: datetime) -> Changes:
    """It was not over."""
    return _change(book, file, lambda one: replace(one, outcome="", cost=None, closed_at=None), now)


def _change(
    book: Book, file: CaseFile, change: Callable[[CaseFile], CaseFile], now: datetime
) -> Changes:
    with book.transaction():
        return keep(book, change(_standing(book, file)), now)


def _standing(book: Book, file: CaseFile) -> CaseFile:
    """What the book has of a case by now: of one number nothing is noted twice."""
    notes = book.reader.notes
    found = notes.having(CaseFile, id=file.id) if file.id else ()
    if not found and file.case_no:
        found = notes.having(CaseFile, case_no=file.case_no)
    if not found:
        return file
    return replace(found[0], case_no=found[0].case_no or file.case_no)
