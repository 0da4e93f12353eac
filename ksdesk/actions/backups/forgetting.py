"""Copies from before the book forgot its buyers: they still hold what it held, until they go."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.actions.backups.taking import back_up, listed
from ksdesk.domain.changes import Changes
from ksdesk.storage import Reader, migrations, sqlite_only
from ksdesk.storage.problem import system_problems


def with_buyers(reader: Reader, folder: Path) -> tuple[Path, ...]:
    """The copies in a folder that hold buyers' data which the book has forgotten, newest first."""
    clean = max((migrations.FORGETTING[way] for way in reader.shop.forgotten()), default=0)
    if not clean:
        return ()  # 今日 asks each minute: no copy is opened for nothing
    damaged = sorted(folder.glob("*-damaged.old"), reverse=True)
    return tuple(
        path
        for path in (*(backup.path for backup in listed(folder)), *damaged)
        if _version(path) < clean
    )


def _version(path: Path) -> int:
    """A copy's version; of one that cannot be read none is known, and it may hold anything."""
    try:
        address = sqlite_only.address(path)
        with closing(sqlite3.connect(address, uri=True)) as file:
            return int(file.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error:
        return 0


def forget_copies(book: Book, folder: Path, now: datetime) -> Changes:
    """Remove them, after a new copy is made that holds no buyers. Raises `BookProblem`."""
    old = with_buyers(book.reader, folder)
    if old:
        back_up(book, folder, "manual", now)
    with system_problems(folder):
        for path in old:
            path.unlink(missing_ok=True)
    return Changes.of("backups")
