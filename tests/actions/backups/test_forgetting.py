"""Copies that hold what the book has forgotten are told of, and go when the seller says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from ksdesk.actions import backups
from ksdesk.actions.backups import forgetting
from ksdesk.storage import Store

OLD_BOOK = Path(__file__).parents[2] / "old_books" / "v11.sql"
NOTE = "王小明 13812345671"


def old_book(path: Path, note: str) -> Path:
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(OLD_BOOK.read_text("utf-8"))
        file.execute("UPDATE order_row SET order_note = ?", (note,))
    return path


def opened(paths, now, note: str) -> Store:
    old_book(paths.book, note)
    old_book(backups.target(paths.backups, "daily", now - timedelta(days=1)), note)
    (paths.backups / "20261101-080000-damaged.old").write_bytes(note.encode())
    return Store.open(paths.book, lambda _: backups.target(paths.backups, "migration", now))


def test_they_are_told_and_go_after_a_new_copy_was_made(paths, now):
    book = opened(paths, now, NOTE)
    held = forgetting.with_buyers(book.reader, paths.backups)
    assert [path.name.split("-")[-1] for path in held] == [
        "migration.ksdesk",
        "daily.ksdesk",
        "damaged.old",
    ]
    forgetting.forget_copies(book, paths.backups, now)
    assert [b.reason for b in backups.listed(paths.backups)] == ["manual"]
    assert forgetting.with_buyers(book.reader, paths.backups) == ()
    book.close()
    files = [path for path in paths.data.rglob("*") if path.is_file()]
    assert not any(b"13812345671" in path.read_bytes() for path in files)


def test_a_book_that_held_none_says_nothing(paths, now):
    book = opened(paths, now, "发顺丰")
    assert forgetting.with_buyers(book.reader, paths.backups) == ()
    forgetting.forget_copies(book, paths.backups, now)
    assert len(backups.listed(paths.backups)) == 2
    book.close()
