"""What SQLite alone knows of a book: its log, its damage, whose profit a write makes stale."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ksdesk.storage import Store, sqlite_only


@pytest.fixture
def file_of(new_book, tmp_path):
    def make(name: str) -> Path:
        return Path(shutil.copy(new_book, tmp_path / f"{name}.ksdesk"))

    return make


def killed(path: Path, note: str) -> tuple[bytes, bytes]:
    """A book and its log as a kill leaves them after a marked write of so many bytes."""
    store = Store.open(path)
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA wal_autocheckpoint = 0")
        with file:
            sqlite_only.mark_log(Marked(file))
            file.execute("INSERT INTO fact VALUES ('note', ?)", (note,))
        left = path.read_bytes(), path.with_name(path.name + "-wal").read_bytes()
    store.close()
    return left


class Marked:
    """What marks a log, by an open connection."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self.execute_sql = file.execute


def lay(path: Path, book: bytes, log: bytes | None) -> Path:
    path.write_bytes(book)
    if log is not None:
        path.with_name(path.name + "-wal").write_bytes(log)
    return path


def test_a_log_is_a_books_own_until_another_one_lies_there(file_of, new_book, tmp_path):
    ours, log = killed(file_of("ours"), "x" * 9_000)
    theirs, other = killed(file_of("theirs"), "y" * 9_000)
    fresh = new_book.read_bytes()
    place = tmp_path / "place" / "shop.ksdesk"
    place.parent.mkdir()
    cases = [
        (ours, log, False),
        (theirs, other, False),
        (ours, None, False),
        (ours, b"", False),
        (ours[:18] + b"\1\1" + ours[20:], log, True),
        (b"short", log, False),
    ]
    for book, beside, foreign in cases:
        assert sqlite_only.has_foreign_log(lay(place, book, beside)) is foreign, (foreign, beside)
        for left in place.parent.iterdir():
            left.unlink()
    assert fresh[:16] == b"SQLite format 3\0"


def test_each_marked_write_follows_the_one_before(book):
    marks = []
    for _ in range(3):
        with book.session.writing():
            sqlite_only.mark_log(book.session.db)
            sql = "SELECT value FROM fact WHERE key = 'log.mark'"
            marks.append(book.session.db.execute_sql(sql).fetchone()[0])
    assert {len(mark) for mark in marks} == {32}
    assert len({mark[-16:] for mark in marks}) == 3
