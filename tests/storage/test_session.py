"""Which book a query means, though it is built before its first read; a killed write."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.storage import BookProblem, Store

FIRST_QUERY = """
import sys
from pathlib import Path
from ksdesk.storage import Store
book = Store.open(Path(sys.argv[1]))
assert "peewee" not in sys.modules
print(len(book.reader.deposit.entries("own")))
book.close()
"""

KILLED = """
import os, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA journal_mode = delete")
file.execute("PRAGMA cache_size = 1")
file.execute("BEGIN IMMEDIATE")
file.execute("CREATE TABLE half AS SELECT * FROM sqlite_master")
file.execute("CREATE TABLE more AS SELECT * FROM sqlite_master")
os.kill(os.getpid(), 9)  # on Windows, too, it ends there and then
"""


def filled(path: Path, now, count: int) -> None:
    book = Store.open(path)
    book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 1)] * count, now)
    book.close()


def test_a_query_in_the_next_book_does_not_reach_into_the_last(tmp_path, now):
    filled(tmp_path / "one.ksdesk", now, 2)
    filled(tmp_path / "two.ksdesk", now, 3)
    one = Store.open(tmp_path / "one.ksdesk")
    assert len(one.reader.deposit.entries("own")) == 2
    one.close()
    two = Store.open(tmp_path / "two.ksdesk")
    assert len(two.reader.deposit.entries("own")) == 3
    two.close()


def test_the_first_query_of_a_process_finds_the_book(tmp_path, now):
    filled(tmp_path / "one.ksdesk", now, 2)
    made = subprocess.run(
        [sys.executable, "-c", FIRST_QUERY, tmp_path / "one.ksdesk"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.stdout.strip(), made.stderr) == ("2", "")


def test_a_book_whose_writer_was_killed_opens_as_before(tmp_path, now):
    """Read-only, SQLite refuses a file with a hot journal: "attempt to write"."""
    path = tmp_path / "one.ksdesk"
    filled(path, now, 2)
    made = subprocess.run([sys.executable, "-c", KILLED, path], check=False)
    assert abs(made.returncode) == 9
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    book = Store.open(path)
    assert len(book.reader.deposit.entries("own")) == 2
    book.close()


def test_what_a_block_asks_goes_over_one_connection_that_ends_with_it(tmp_path, now):
    filled(tmp_path / "one.ksdesk", now, 2)
    book = Store.open(tmp_path / "one.ksdesk")
    database = book.session.db
    with book.connection():
        assert database.is_closed()
        book.reader.deposit.entries("own")
        first = database.connection()
        with book.connection():
            book.reader.deposit.entries("own")
        assert database.connection() is first
    assert database.is_closed()
    book.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays in its place")
@pytest.mark.parametrize(("folder", "code"), [(False, "gone"), (True, "missing")])
def test_a_book_that_is_gone_is_missed_and_not_made_anew(tmp_path, now, folder, code):
    """Of the file alone it was said that its folder cannot be opened."""
    (tmp_path / "shop").mkdir()
    filled(tmp_path / "shop" / "one.ksdesk", now, 2)
    book = Store.open(tmp_path / "shop" / "one.ksdesk")
    if folder:
        book.path.parent.rename(tmp_path / "elsewhere")
    else:
        book.path.unlink()
    with book.connection():
        pass  # who asks nothing does not need it
    with pytest.raises(BookProblem) as told, book.connection():
        book.reader.deposit.entries("own")
    assert told.value.code == code
    assert not book.path.exists()
    book.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays in its place")
@pytest.mark.parametrize(("put", "code"), [(os.replace, "replaced"), (copyfile, "not_a_book")])
def test_another_programs_file_in_the_books_place_is_told(tmp_path, now, put, code):
    filled(tmp_path / "one.ksdesk", now, 2)
    book = Store.open(tmp_path / "one.ksdesk")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("PRAGMA journal_mode = wal")
        other.execute("CREATE TABLE somebody (name TEXT)")
    put(tmp_path / "other.db", book.path)
    with pytest.raises(BookProblem) as told:
        book.reader.deposit.entries("own")
    assert told.value.code == code
    book.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays in its place")
def test_a_copy_put_in_the_place_of_the_open_book_stays_whole(tmp_path, now):
    """What was written next lay half in each: neither could be read any more."""
    filled(tmp_path / "one.ksdesk", now, 2)
    book = Store.open(tmp_path / "one.ksdesk")
    book.backup_to(tmp_path / "copy.ksdesk")
    line = NewEntry("own", now.date(), "paid_in", 5)
    book.deposit.add([line], now)
    (tmp_path / "copy.ksdesk").replace(book.path)
    with pytest.raises(BookProblem) as told:
        book.deposit.add([line], now)
    assert told.value.code == "replaced"
    book.close()
    again = Store.open(book.path)
    assert len(again.reader.deposit.entries("own")) == 2
    again.close()
