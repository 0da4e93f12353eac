"""Going back to a backup: looking into the copies, what would be lost and gained, the way back.

A restore is prepared while the book is open (`prepare`), and takes its place once the book is
closed (`swap`). Until then nothing of the open book has changed.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.actions.backups import taking as backups
from ksdesk.actions.backups.taking import Backup
from ksdesk.domain.changes import Changes
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.paths import tidy_away
from ksdesk.storage import BookProblem, copies
from ksdesk.storage.copies import BookContents, Difference
from ksdesk.storage.shop import FEWER_SINCE, NAME

__all__ = [
    "BookContents",
    "Difference",
    "Prepared",
    "Seen",
    "differences",
    "look",
    "prepare",
    "swap",
]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Seen:
    """A copy and what is in it, or why it cannot be used (a code of `BookProblem`)."""

    backup: Backup
    size: int
    contents: BookContents | None
    trouble: str = ""


@dataclass(frozen=True)
class Shelf:
    """All copies of a shop, newest first; `richer` is the fullest one that holds more than twice
    what the book does and has not been told off."""

    seen: tuple[Seen, ...]
    present: BookContents | None
    richer: Seen | None


@dataclass(frozen=True)
class Prepared:
    """A checked file ready to be the book, and the backup of the present one (None: damaged)."""

    fresh: Path
    safety: Path | None
    now: datetime


def look(book: Book, folder: Path, *, progress: Progress = QUIET) -> Shelf:
    """Read every copy, checking each. Raises `Cancelled`."""
    found = backups.listed(folder)
    seen = []
    for done, backup in enumerate(found):
        progress.check()
        progress.report(done, len(found))
        seen.append(_seen(backup))
    try:
        present = copies.contents(book.path, check=False)
        since = book.reader.shop.fewer_since()
    except BookProblem as problem:
        log.warning("the open book could not be counted: %s", problem)
        return Shelf(tuple(seen), None, None)
    return Shelf(tuple(seen), present, _richer(seen, present.rows, since))


def differences(book: Book, chosen: Path) -> tuple[Difference, ...]:
    """What a restore would take away, bring and change, by topic. Raises `BookProblem`.

    A copy of an older version is compared as it would be restored: rows may be known otherwise.
    """
    if copies.is_current(chosen):
        return copies.differences(book.path, chosen)
    fresh = fresh_of(book.path)
    try:
        copies.copy(chosen, fresh)
        copies.bring_up_to_date(fresh)
        return copies.differences(book.path, fresh)
    finally:
        tidy_away(fresh)


def prepare(
    book: Book, chosen: Path, folder: Path, now: datetime, *, progress: Progress = QUIET
) -> Changes:
    """Make a checked, up-to-date copy beside the book, then back up the present one.

    `ref` is `Prepared`. Raises `BookProblem`, `Cancelled`; nothing is left behind then.
    """
    fresh = fresh_of(book.path)
    try:
        copies.copy(chosen, fresh)
        progress.check()
        copies.bring_up_to_date(fresh)
        progress.check()
        name = _name(book)
        accepted = now.isoformat(sep=" ", timespec="seconds")
        copies.write_about(fresh, {FEWER_SINCE: accepted, **({NAME: name} if name else {})})
        safety = _safety(book, folder, now, chosen)
    except BaseException:
        tidy_away(fresh)
        raise
    return Changes.of("backups", ref=Prepared(fresh, safety, now))


def swap(prepared: Prepared, book: Path) -> None:
    """Put the prepared file in the place of the closed book. Raises `BookProblem`: as before."""
    try:
        copies.put_in_place(prepared.fresh, book)
    except BaseException:
        tidy_away(prepared.fresh)
        raise


def settle(prepared: Prepared, book: Path, folder: Path) -> None:
    """The new book opened well: the old file goes, unless it is damaged and has no backup."""
    if prepared.safety is None and copies.old_of(book).exists():
        stamp = prepared.now.strftime("%Y%m%d-%H%M%S")
        copies.old_of(book).replace(folder / f"{stamp}-damaged.old")
    copies.forget_old(book)


def put_back(book: Path) -> None:
    """The new book did not open: the old one again. Raises `BookProblem`."""
    copies.put_back(book)


def recover(book: Path) -> None:
    """Bring the old book back where a kill fell between the two steps of a restore."""
    copies.recover(book)


def fresh_of(book: Path) -> Path:
    """Where the file lies that is about to become the book."""
    return book.with_name(book.name + ".restoring")


def sweep(book: Path, folder: Path) -> None:
    """Remove what a kill left: half copies, a prepared restore, the old book of a finished one."""
    if book.exists():
        copies.forget_old(book)
    halves = "*.ksdesk.new", "*.ksdesk.new-*"
    beside = f"{book.name}.*.new", f"{book.name}.*.new-*", f"{fresh_of(book).name}*"
    for place, names in ((folder, halves), (book.parent, beside)):
        tidy_away(*(path for name in names for path in place.glob(name)))


def _name(book: Book) -> str:
    try:
        return book.reader.shop.name()
    except BookProblem as problem:
        log.warning("the shop's name could not be read: %s", problem)
        return ""


def _safety(book: Book, folder: Path, now: datetime, chosen: Path) -> Path | None:
    """The backup of the present book; none can be made of a damaged one, its file is kept."""
    try:
        path = backups.back_up(book, folder, "restore", now, keep=(chosen,)).ref
    except BookProblem as problem:
        if problem.code != "corrupt":
            raise
        return None
    assert isinstance(path, Path)
    return path


def _seen(backup: Backup) -> Seen:
    size = 0
    try:
        size = backup.path.stat().st_size
        return Seen(backup, size, copies.contents(backup.path))
    except FileNotFoundError:
        return Seen(backup, size, None, "missing")
    except BookProblem as problem:
        return Seen(backup, size, None, problem.code)


def _richer(seen: Iterable[Seen], rows: int, since: datetime | None) -> Seen | None:
    held = [
        s
        for s in seen
        if s.contents is not None and backups.outweighs(s.contents.rows, s.backup, rows, since)
    ]
    return max(held, key=lambda s: s.contents.rows if s.contents else 0, default=None)
