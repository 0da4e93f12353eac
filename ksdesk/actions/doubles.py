"""Rows that came in twice under older versions: the seller merges them, or says that both hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes


def merge(book: Book, name: str, now: datetime) -> Changes:
    """Merge all of them; each kind is an import called `name`, to be taken back like any."""
    written = book.doubles.merge(name, now)
    if not written:
        return written
    assert isinstance(written.ref, tuple)
    return written._replace(undo=partial(_part, numbers=written.ref, name=name, now=now))


def _part(book: Book, *, numbers: Sequence[int], name: str, now: datetime) -> Changes:
    written = Changes()
    with book.transaction():
        for number in reversed(numbers):
            written |= book.batches.undo(number, now)
    return written._replace(undo=partial(merge, name=name, now=now))


def keep_both(book: Book, numbers: Iterable[int]) -> Changes:
    """These rows are not the same: they stay as they are and are not asked about again."""
    rows = book.doubles.keep(numbers)
    return Changes.of("imports", "today", undo=partial(_ask_again, rows=rows))


def _ask_again(book: Book, *, rows: Sequence[tuple[Any, ...]]) -> Changes:
    book.doubles.bring_back(rows)
    return Changes.of("imports", "today", undo=partial(keep_both, numbers=[row[0] for row in rows]))
