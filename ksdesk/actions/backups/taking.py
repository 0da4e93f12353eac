"""Copies of the book: made by SQLite, checked before they count, thinned out by age.

A worse backup never replaces a better one: a copy that fails its check is not there, the newest
copy never goes, and where the book has lost more than half of its rows against an older copy,
that copy stays although its time is over, until the seller says that the book is right.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.storage.problem import system_problems

DAILY, WEEKLY, OTHERS = 7, 4, 5  # how many of each kind are kept
EVERY = timedelta(days=1)
BEFORE_IMPORT = timedelta(hours=1)
FEWER = 2  # a copy with more than so many times the book's rows is held back from going
FEW = 20  # rows below which a copy is nothing to hold
_STAMP = "%Y%m%d-%H%M%S"
_SUFFIX = ".ksdesk"
log = logging.getLogger(__name__)


class Backup(NamedTuple):
    """One copy: when it was made, why ("daily", "import", "migration"), the file."""

    made_at: datetime
    reason: str
    path: Path


def listed(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; files of another name are not ours."""
    found = []
    for path in folder.glob(f"*{_SUFFIX}"):
        stamp, _, reason = path.stem.rpartition("-")
        try:  # not by strptime, which each start would load
            made_at = datetime.fromisoformat(stamp.replace("-", "T", 1))
        except ValueError:
            continue
        if stamp == made_at.strftime(_STAMP):
            found.append(Backup(made_at, reason, path))
    return tuple(sorted(found, key=lambda b: b.made_at, reverse=True))


def target(folder: Path, reason: str, now: datetime) -> Path:
    """The file that a backup made now is written to."""
    return folder / f"{now.strftime(_STAMP)}-{reason}{_SUFFIX}"


def due(folder: Path, age: timedelta, now: datetime) -> bool:
    """Whether the newest backup is older than `age` (or there is none).

    A copy dated later than now was made while the clock was ahead; it stops no other.
    """
    newest = newest_of(folder, now)
    return newest is None or now - newest.made_at >= age


def newest_of(folder: Path, now: datetime) -> Backup | None:
    """The newest backup, those aside that were made while the clock was ahead."""
    return next((b for b in listed(folder) if b.made_at <= now), None)


def _written_since(book: Path, backup: Backup) -> bool:
    """Whether the book or its log was written after a copy, by the times of the files."""
    copied = backup.path.stat().st_mtime_ns
    beside = (book, book.with_name(book.name + "-wal"))
    return any(file.exists() and file.stat().st_mtime_ns >= copied for file in beside)


def free_target(folder: Path, reason: str, now: datetime) -> Path:
    """As `target`, a second later for each copy that bears the name already."""
    while (path := target(folder, reason, now)).exists():
        now += timedelta(seconds=1)
    return path


def back_up(
    book: Book, folder: Path, reason: str, now: datetime, keep: Collection[Path] = ()
) -> Changes:
    """Write a checked copy, then remove those that are no longer worth their place.

    `ref` is the copy's path; those in `keep` stay in any case. Raises `BookProblem`; older
    copies are then left alone.
    """
    from ksdesk.storage import copies  # not needed for a start

    path = free_target(folder, reason, now)
    with system_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
    book.backup_to(path)
    gone = [b for b in superfluous(listed(folder), now) if b.path != path and b.path not in keep]
    if gone:
        rows = copies.contents(path, check=False).rows
        since = book.reader.shop.fewer_since()
        for old in gone:
            if not _is_better(old, rows, since):
                _remove(old.path)
    return Changes.of("backups", ref=path)


def old_of(book: Path) -> Path:
    """Where the book that a restore replaces stays until the new one is open."""
    return book.with_name(book.name + ".before")


def outweighs(copy_rows: int, backup: Backup, rows: int, since: datetime | None) -> bool:
    """Whether a copy holds so much more than the book that it must not go by itself.

    since: the seller has said that the book is right against all copies until then.
    """
    if since is not None and backup.made_at <= since:
        return False
    return copy_rows >= FEW and copy_rows > FEWER * rows


def accept_fewer(book: Book, now: datetime) -> Changes:
    """The seller says that the book is right to hold less than its older copies."""
    return book.shop.accept_fewer(now)


def _is_better(old: Backup, rows: int, since: datetime | None) -> bool:
    from ksdesk.storage import BookProblem, copies

    try:
        return outweighs(copies.contents(old.path).rows, old, rows, since)
    except BookProblem as problem:
        return problem.code == "newer"  # only a newer ksdesk could judge it


def _remove(path: Path) -> None:
    """A copy that another program holds open goes next time."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("a backup could not be removed: %s", error)


def if_due(book: Book, folder: Path, reason: str, age: timedelta, now: datetime) -> Changes:
    """Back up unless there is a copy younger than `age`."""
    return back_up(book, folder, reason, now) if due(folder, age, now) else Changes()


def before_import(book: Book, folder: Path, now: datetime) -> Changes:
    """Back up unless there is a young copy and nothing was written since."""
    newest = newest_of(folder, now)
    if newest is None or now - newest.made_at >= BEFORE_IMPORT:
        return back_up(book, folder, "import", now)
    return back_up(book, folder, "import", now) if _written_since(book.path, newest) else Changes()


def superfluous(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """What can go: all but the last 7 days' and 4 weeks' daily copies and 5 of the others.

    Copies dated later than now (the clock was ahead) take no other's place: 5 of them stay.
    """
    newest_first = sorted(backups, key=lambda b: b.made_at, reverse=True)
    ahead = [b for b in newest_first if b.made_at > now]
    newest_first = newest_first[len(ahead) :]
    daily = [b for b in newest_first if b.reason == "daily"]
    keep = set(_newest_of_each(daily, lambda b: b.made_at.date().toordinal(), DAILY))
    keep |= set(_newest_of_each(daily, lambda b: b.made_at.date().isocalendar()[:2], WEEKLY))
    keep |= set([b for b in newest_first if b.reason != "daily"][:OTHERS])
    return (*ahead[OTHERS:], *(b for b in newest_first if b not in keep))


def _newest_of_each(
    backups: Iterable[Backup], period: Callable[[Backup], object], count: int
) -> list[Backup]:
    """The newest backup of each of the last `count` periods that have one."""
    first: dict[object, Backup] = {}
    for backup in backups:
        first.setdefault(period(backup), backup)
    return list(first.values())[:count]
