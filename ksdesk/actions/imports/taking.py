"""Taking what was read into the book, and taking it back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import zip_longest
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.actions.deposit.entries import standing_for
from ksdesk.actions.import_drafts import mark
from ksdesk.actions.imports.reading import limits, refresh
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import NotReady, Preview
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.paths import tidy_away
from ksdesk.storage.imports.intake import Ticks
from ksdesk.storage.imports.staging import readable
from ksdesk.storage.problem import BookProblem


def commit(
    book: Book,
    preview: Preview,
    *,
    take_revised: bool | Collection[str] = True,
    skip_revised: Collection[str] = (),
    entries: Sequence[NewEntry] = (),
    now: datetime,
    progress: Progress = QUIET,
) -> Changes:
    """Store all new rows and the ticked revised ones in one transaction; `ref` is the batch id.

    `take_revised`: all, none, or only these keys; `skip_revised`: not these. `entries` are lines
    for the deposit ledger that come with the rows; undo reverses them. Raises `NotReady`,
    `Outdated`, `Unstaged`, `Cancelled`, `BookProblem`; nothing is stored then.
    """
    if preview.needs:
        raise NotReady(preview.needs)
    if isinstance(take_revised, bool):
        only = None if take_revised else frozenset[str]()
    else:
        only = frozenset(take_revised)
    held = limits(book, preview.kind, now)
    ticks = Ticks(only, skip_revised)
    with readable(preview.staging):
        written = book.batches.commit(preview, ticks, now, progress, entries, held)
    number = written.ref
    assert isinstance(number, int)
    with suppress(BookProblem):  # the rows are in; at worst the draft is offered once more
        mark(preview.staging, "committed")
    again = partial(
        _again,
        preview=preview,
        take_revised=take_revised,
        skip_revised=skip_revised,
        entries=entries,
        now=now,
    )
    if preview.kind == "products":
        return written._replace(undo=partial(_take_products_back, number=number, now=now))
    return written._replace(undo=partial(_take_back, number=number, again=again))


def _again(
    book: Book,
    *,
    preview: Preview,
    take_revised: bool | Collection[str],
    skip_revised: Collection[str],
    entries: Sequence[NewEntry],
    now: datetime,
) -> Changes:
    """Redo: the staging file still has the rows."""
    return commit(
        book,
        refresh(book, preview, now=now),
        take_revised=take_revised,
        skip_revised=skip_revised,
        entries=entries,
        now=now,
    )


def _take_back(book: Book, *, number: int, again: partial[Changes]) -> Changes:
    """Undo of `commit`. Done once more, its ledger lines stand for those that are reversed now."""
    wanted: Sequence[NewEntry] = again.keywords["entries"]
    written = tuple(line.id for line in book.reader.deposit.of_batch(number))[: len(wanted)]
    lines = standing_for(book, written)
    changes = book.batches.undo(number, again.keywords["now"])
    staging: Path = again.keywords["preview"].staging
    if not staging.exists():
        return changes
    entries = [
        replace(entry, restores=None if line is None else line.id)
        for entry, line in zip_longest(wanted, lines)
    ]
    return changes._replace(undo=partial(again, entries=entries))


def _take_products_back(book: Book, *, number: int, now: datetime) -> Changes:
    written = book.batches.undo(number, now)
    return written._replace(undo=partial(_put_products_back, number=number, now=now))


def _put_products_back(book: Book, *, number: int, now: datetime) -> Changes:
    """Redo: the same products once more, not new ones beside those in the bin."""
    written = book.batches.redo(number, now)
    return written._replace(undo=partial(_take_products_back, number=number, now=now))


def undo(book: Book, batch_id: int, now: datetime | None = None) -> Changes:
    """Take a whole import out of the book and bring back what it revised.

    Its ledger lines are reversed, by lines written at `now`. Products that it made go to the bin;
    what has been changed since stays. The same file then imports in full again. Raises `BuiltUpon`
    while a later import stands on it, KeyError where there is no such batch.
    """
    return book.batches.undo(batch_id, now)


def drop(preview: Preview) -> None:
    """Remove the staging file; after that an undone import cannot be redone without its source."""
    tidy_away(preview.staging)
