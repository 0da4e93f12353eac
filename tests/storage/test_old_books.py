"""Every schema that was ever landed becomes what a fresh book is, whoever opens it first."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ksdesk import __version__
from ksdesk.actions import backups
from ksdesk.storage import BookProblem, Store, copies, migrations
from ksdesk.storage.problem import WRITTEN_BY

OLD_BOOKS = Path(__file__).parent.parent / "old_books"
DUMPS = sorted(OLD_BOOKS.glob("v*.sql"), key=lambda path: int(path.stem[1:]))


def lay(dump: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.executescript(dump.read_text("utf-8"))


def schema(path: Path) -> dict[tuple[str, str], str]:
    """Tables, indices, triggers: each one's SQL with every run of white space made one."""
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {(kind, name): " ".join((sql or "").split()) for kind, name, sql in rows}


def rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as file:
        found = [name for kind, name in schema(path) if kind == "table"]
        return {t: file.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in found}


@pytest.mark.slow
@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_an_old_book_gets_the_schema_of_a_fresh_one_and_keeps_its_rows(dump, tmp_path, new_book):
    path = tmp_path / "old.ksdesk"
    lay(dump, path)
    before = rows(path)
    Store.open(path).close()
    assert schema(path) == schema(new_book)
    after = rows(path)
    dropped = re.findall(r"DROP TABLE (\w+)", Path(migrations.__file__).read_text("utf-8"))
    less = [t for t, count in before.items() if after.get(t, 0) < count and t not in dropped]
    assert not less, less
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_newer_book_names_the_version_to_get(book, paths):
    with closing(sqlite3.connect(paths.book)) as file, file:
        held = file.execute("SELECT value FROM fact WHERE key = ?", (WRITTEN_BY,)).fetchone()
        assert held == (__version__,)
        file.execute("UPDATE fact SET value = '2.7.1' WHERE key = ?", (WRITTEN_BY,))
        file.execute("PRAGMA user_version = 99")
    book.close()
    before = paths.book.read_bytes()
    for look in (Store.open, copies.contents, copies.name_of):
        with pytest.raises(BookProblem) as told:
            look(paths.book)
        assert (told.value.code, told.value.needs) == ("newer", "2.7.1")
    assert paths.book.read_bytes() == before


def test_a_newer_book_that_does_not_tell_is_refused_all_the_same(tmp_path):
    path = tmp_path / "later.ksdesk"
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE later (x)")
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(BookProblem) as told:
        Store.open(path)
    assert (told.value.code, told.value.needs) == ("newer", "")


START = """
import sys, time
from datetime import datetime
from pathlib import Path
from ksdesk.actions import backups
from ksdesk.paths import Paths
from ksdesk.storage import Store
from ksdesk.ui.shell.shops import open_book
paths = Paths(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
book = open_book(paths, lambda: datetime(2026, 11, 18, 10, 20))
print(book.reader.deposit.balances())
book.close()
"""


@pytest.mark.kill
@pytest.mark.timeout(180)
@pytest.mark.parametrize("version", [1, 10, 17, migrations.NEWEST - 1])
def test_starts_that_migrate_at_once_find_one_whole_book(paths, version):
    """As two computers do on one share, or two starts of which neither waited for the lock."""
    lay(OLD_BOOKS / f"v{version}.sql", paths.book)
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", START, str(paths.data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for start in starts:
        assert start.stdout.readline() == "ready\n"
    for start in starts:
        start.stdin.write("go\n")
        start.stdin.flush()
    for start in starts:
        said, wrong = start.communicate(timeout=120)
        assert said == "{'own': 49764}\n", wrong
    assert copies.contents(paths.book).version == migrations.NEWEST
    kept = [copies.contents(backup.path).version for backup in backups.listed(paths.backups)]
    assert version in kept and set(kept) <= {version, migrations.NEWEST}
    assert not list(paths.backups.glob("*.new*"))
