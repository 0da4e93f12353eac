"""A book that is damaged, missing or empty: the newest good copy, and how it is put in place."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.actions.backups.restoring import fresh_of
from ksdesk.actions.backups.taking import Backup, listed
from ksdesk.paths import is_bare, patiently, system_problems, tidy_away
from ksdesk.storage import BookProblem, copies
from ksdesk.storage.copies import BookContents

log = logging.getLogger(__name__)

FILES = ("", "-wal", "-shm", "-journal")
"""What may belong to a book beside its own file."""


@dataclass(frozen=True)
class Rescue:
    """The newest copy that can be used, what it holds, and how many rows more the book still
    shows (None: it shows nothing any more)."""

    backup: Backup
    contents: BookContents
    lost: int | None


def check_there(book: Path, folder: Path) -> None:
    """Raise `BookProblem` ("gone") where a book is missing or empty that once was copied: without
    it a new, empty one would be made in its place, and nobody would know."""
    if is_bare(book) and any(_good(copy, book) for copy in listed(folder)):
        raise BookProblem("gone", book, "no such file" if not book.exists() else "0 bytes")


def find(book: Path, folder: Path, now: datetime) -> Rescue | None:
    """The newest good copy in a folder of backups, None where there is none.

    One dated later than now was made while the clock was ahead: it comes after the others.
    """
    for backup in sorted(listed(folder), key=lambda b: b.made_at > now):
        contents = _good(backup, book)
        if contents is not None:
            held = _shown(book)
            lost = None if held is None else max(0, held - contents.rows)
            return Rescue(backup, contents, lost)
    return None


def _good(backup: Backup, book: Path) -> BookContents | None:
    """What a copy holds that can be put in the book's place, None of one that cannot."""
    try:
        contents = copies.contents(backup.path)
        if not copies.is_current(backup.path):
            _lay_ready(backup.path, fresh_of(book))
        return contents
    except (BookProblem, OSError) as problem:
        log.warning("a backup cannot be used: %s", problem)
        return None
    finally:
        tidy_away(fresh_of(book))


def _lay_ready(copy: Path, fresh: Path) -> None:
    copies.copy(copy, fresh)
    copies.bring_up_to_date(fresh)


def _shown(book: Path) -> int | None:
    """How many rows can still be counted in a damaged book; of an empty one SQLite would throw
    the log away, if it were asked."""
    if is_bare(book):
        return None
    try:
        return copies.contents(book, check=False).rows
    except (BookProblem, OSError):
        return None


def put_in_place(rescue: Rescue, book: Path, folder: Path, now: datetime) -> None:
    """Let the copy be the book. What lay there goes to the backups, its log and all: SQLite would
    read the old log into the new book.

    A kill in between leaves no book, and the next start offers the copy again. Raises
    `BookProblem`; the book is then as it was.
    """
    fresh = fresh_of(book)
    try:
        _lay_ready(rescue.backup.path, fresh)
        with system_problems(book):
            _set_aside(book, folder, now)
            patiently(partial(fresh.replace, book), book)
    finally:
        tidy_away(fresh)


def start_empty(book: Path, folder: Path, now: datetime) -> None:
    """The seller wants a new book although there are copies: what is left of the old one goes
    aside. Raises `BookProblem`."""
    with system_problems(book):
        _set_aside(book, folder, now)
    Book.open(book).close()


def _set_aside(book: Path, folder: Path, now: datetime) -> None:
    for end in FILES:
        old = book.with_name(book.name + end)
        aside = folder / f"{now:%Y%m%d-%H%M%S}-damaged.old{end}"
        if old.exists():
            patiently(partial(old.replace, aside), old)
