"""Copies of the book: made by SQLite, checked before they count, thinned out by age."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes

DAILY, WEEKLY, OTHERS = 7, 4, 5  # how many of each kind are kept
EVERY = timedelta(days=1)
BEFORE_IMPORT = timedelta(hours=1)
_STAMP = "%Y%m%d-%H%M%S"
_SUFFIX = ".ksdesk"


@dataclass(frozen=True)
class Backup:
    """One copy: when it was made, why ("daily", "import", "migration"), the file."""

    made_at: datetime
    reason: str
    path: Path


def listed(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; files of another name are not ours."""
    found = []
    for path in folder.glob(f"*{_SUFFIX}"):
        stamp, _, reason = path.stem.rpartition("-")
        try:
            found.append(Backup(datetime.strptime(stamp, _STAMP), reason, path))
        except ValueError:
            continue
    return tuple(sorted(found, key=lambda b: b.made_at, reverse=True))


def target(folder: Path, reason: str, now: datetime) -> Path:
    """The file that a backup made now is written to."""
    return folder / f"{now.strftime(_STAMP)}-{reason}{_SUFFIX}"


def due(folder: Path, age: timedelta, now: datetime) -> bool:
    """Whether the newest backup is older than `age` (or there is none)."""
    newest = next(iter(listed(folder)), None)
    return newest is None or now - newest.made_at >= age


def back_up(book: Book, folder: Path, reason: str, now: datetime) -> Changes:
    """Write a checked copy, then remove those that are no longer worth their place.

    Raises `BookProblem`; older copies are then left alone.
    """
    path = target(folder, reason, now)
    book.backup_to(path)
    for old in superfluous(listed(folder)):
        old.path.unlink(missing_ok=True)
    return Changes.of("backups", ref=path)


def if_due(book: Book, folder: Path, reason: str, age: timedelta, now: datetime) -> Changes:
    """Back up unless there is a copy younger than `age`."""
    return back_up(book, folder, reason, now) if due(folder, age, now) else Changes()


def superfluous(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """What can go: all but the last 7 days' and 4 weeks' daily copies and 5 of the others."""
    newest_first = sorted(backups, key=lambda b: b.made_at, reverse=True)
    daily = [b for b in newest_first if b.reason == "daily"]
    keep = set(_newest_of_each(daily, lambda b: b.made_at.date().toordinal(), DAILY))
    keep |= set(_newest_of_each(daily, lambda b: b.made_at.date().isocalendar()[:2], WEEKLY))
    keep |= set([b for b in newest_first if b.reason != "daily"][:OTHERS])
    return tuple(b for b in newest_first if b not in keep)


def _newest_of_each(
    backups: Iterable[Backup], period: Callable[[Backup], object], count: int
) -> list[Backup]:
    """The newest backup of each of the last `count` periods that have one."""
    first: dict[object, Backup] = {}
    for backup in backups:
        first.setdefault(period(backup), backup)
    return list(first.values())[:count]
