"""Books that are not open: what is in them, how two differ, one put in another's place.

SQLite-only. Nothing here binds the models, so the open book stays the open book, and a copy that
is only looked at gets no files beside it.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from ksdesk.domain.records import RECORDS
from ksdesk.paths import patiently, reserve, tidy_away
from ksdesk.storage import migrations, sqlite_only
from ksdesk.storage.problem import (
    BookProblem,
    copying,
    database_errors,
    newer,
    problems,
    system_problems,
)
from ksdesk.storage.targets import TARGETS

OTHERS: Final = "other"
_ZERO: Final = datetime(1970, 1, 1)  # traffic counts its seconds from here, wall clock


@dataclass(frozen=True)
class _Topic:
    """A table that the seller knows: its key, and the column that says how new a row is."""

    name: str
    table: str
    key: str
    newest: str
    where: str = "1"


TOPICS: Final = (
    _Topic("deposit", "deposit_entry", "id", "day"),
    _Topic("products", "product", "id", "changed_at", "binned_at IS NULL"),
    _Topic("traffic", "traffic_row", "key", "time"),
    _Topic("imports", "batch", "id", "started_at", "state = 'done'"),
    *(_Topic(kind, TARGETS[kind].table, "key", "time") for kind in RECORDS),
    _Topic("opening", "opening_step", "name", "updated_at"),
)
NAMES: Final = (*(topic.name for topic in TOPICS), OTHERS)
_SILENT: Final = frozenset(
    ("fact", "header_mapping", "doubled", "product_change", "profit_row", "profit_stale")
)
"""Tables that hold nothing a seller wrote."""

_BEFORE: Final = "_before"  # ends the tables that hold what an import revised
_NEWEST: Final = ("time", "written_at", "updated_at")
_TABLES: Final = (
    "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
)


@dataclass(frozen=True)
class BookContents:
    """What a book holds, by topic: how many rows, and the newest day or moment (Beijing time).

    What belongs to no topic of its own counts under `OTHERS`; `rows` is all that a seller wrote;
    `name` is the shop's, "" where it has none.
    """

    version: int
    name: str
    counts: Mapping[str, int]
    newest: Mapping[str, datetime | None]
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """All rows of the seller's."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Difference:
    """One topic of two books: rows only in the first, only in the second, other in the second."""

    topic: str
    before: int = 0
    after: int = 0
    lost: int = 0
    gained: int = 0
    changed: int = 0
    newest_before: datetime | None = None
    newest_after: datetime | None = None

    def __add__(self, other: Difference) -> Difference:
        return Difference(
            self.topic,
            self.before + other.before,
            self.after + other.after,
            self.lost + other.lost,
            self.gained + other.gained,
            self.changed + other.changed,
            _later(self.newest_before, other.newest_before),
            _later(self.newest_after, other.newest_after),
        )

    def __bool__(self) -> bool:
        return bool(self.lost or self.gained or self.changed)


def contents(path: Path, *, check: bool = True) -> BookContents:
    """Look into a book without opening it. `check` runs `quick_check` first, whatever its size.

    Raises `BookProblem`: newer, not_a_book, corrupt, missing.
    """
    with _told(path), _reading(path) as file:
        version = _fit(file, path)
        if check:
            sqlite_only.check(file)
        counts = dict.fromkeys(NAMES, 0)
        newest: dict[str, datetime | None] = dict.fromkeys(NAMES)
        for topic in _topics(file, "main"):
            count, moment = _count(file, topic, "main")
            counts[topic.name] += count
            newest[topic.name] = _later(newest[topic.name], moment)
        about = dict(file.execute("SELECT key, value FROM fact"))
        return BookContents(version, about.get("shop.name", ""), counts, newest, about)


def name_of(path: Path) -> str:
    """The shop's name in a book that is not open, "" where it has none. Raises `BookProblem`."""
    with _told(path), _reading(path) as file:
        _fit(file, path)
        row = file.execute("SELECT value FROM fact WHERE key = 'shop.name'").fetchone()
        return "" if row is None else str(row[0])


def is_current(path: Path) -> bool:
    """Whether a copy is of the newest version. Raises `BookProblem`."""
    with _told(path), _reading(path) as file:
        return _fit(file, path) == migrations.NEWEST


def differences(before: Path, after: Path) -> tuple[Difference, ...]:
    """Compare two books topic by topic, row by row. Raises `BookProblem`."""
    with _told(after), _reading(before) as file:
        file.execute("ATTACH ? AS later", (at_rest(after),))
        here, there = _topics(file, "main"), _topics(file, "later")
        found = dict.fromkeys(NAMES, Difference(""))
        for topic in dict.fromkeys((*here, *there)):
            found[topic.name] += _difference(file, topic, topic in here, topic in there)
    return tuple(replace(one, topic=name) for name, one in found.items())


def copy(source: Path, target: Path) -> None:
    """Write a compact, checked copy of a book; raises `BookProblem`, leaves no half copy.

    What is no book, or a newer ksdesk's, is refused.
    """
    with _told(source), _reading(source) as file:
        _fit(file, source)
    fresh = target.with_name(target.name + ".new")
    try:
        with system_problems(target), copying(source, target), _reading(source) as file:
            fresh.unlink(missing_ok=True)
            reserve(fresh)
            file.execute("VACUUM INTO ?", (str(fresh),))
        with problems(source), closing(sqlite3.connect(fresh)) as made:
            sqlite_only.check(made)
        with system_problems(target):
            sqlite_only.flush(fresh)
            patiently(partial(fresh.replace, target), target)
    finally:
        tidy_away(fresh)


def bring_up_to_date(path: Path) -> None:
    """Migrate a copy that an older version wrote, in place. Raises `BookProblem`."""
    import peewee  # the one step that needs it

    with _told(path):
        db = peewee.SqliteDatabase(str(path), pragmas={"foreign_keys": 1})
        db.connect()
        try:
            migrations.migrate(db)
            sqlite_only.check(db.connection())
        finally:
            db.close()


def write_about(path: Path, about: Mapping[str, str]) -> None:
    """Write what a copy says of itself; the value "" removes one. Raises `BookProblem`."""
    with _told(path), closing(sqlite3.connect(path)) as file, file:
        file.executemany(
            "INSERT INTO fact (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            about.items(),
        )
        file.execute("DELETE FROM fact WHERE value = ''")


def put_in_place(fresh: Path, book: Path) -> None:
    """Let `fresh` be the book, in one step; the old one stays beside it until `forget_old`.

    The old book must be closed. A kill at any moment leaves one of the two, whole: `recover`
    finds it. Raises `BookProblem`; the old book is then in its place.
    """
    close_log(book)
    old = old_of(book)
    with system_problems(book):
        old.unlink(missing_ok=True)
        try:
            if book.exists():
                _set_aside(book, old)
            patiently(partial(fresh.replace, book), book)
        except OSError:
            recover(book)
            raise


def put_back(book: Path) -> None:
    """Undo `put_in_place`: the old book again. Raises `BookProblem`."""
    with system_problems(book):
        for beside in ("-wal", "-shm", "-journal"):
            book.with_name(book.name + beside).unlink(missing_ok=True)
        patiently(partial(old_of(book).replace, book), book)


def recover(book: Path) -> None:
    """Bring the old book back where a kill fell between the two renames."""
    if not book.exists() and old_of(book).exists():
        old_of(book).replace(book)


def forget_old(book: Path) -> None:
    """Remove the old book that `put_in_place` left."""
    tidy_away(old_of(book))


def old_of(book: Path) -> Path:
    """Where the old book stays meanwhile."""
    return book.with_name(book.name + ".before")


def _set_aside(book: Path, old: Path) -> None:
    """A second name for the file, or (exFAT knows none) its only name for a moment."""
    try:
        os.link(book, old)
    except OSError:
        patiently(partial(book.replace, old), book)


def close_log(book: Path) -> None:
    """Bring what a write-ahead log still holds into the book, so that the file alone is all.

    Nobody else may have the book open: locked. A damaged book's log cannot be brought in; it
    goes, else it would be read into the next book of that name. Raises `BookProblem`.
    """
    if not book.exists():
        return
    if threading.current_thread() is threading.main_thread():  # a worker may not collect widgets
        gc.collect()  # a query that nobody finished holds its closed connection until then
    try:
        with problems(book), closing(sqlite3.connect(book, timeout=1)) as file:
            if file.execute("PRAGMA journal_mode = delete").fetchone()[0] != "delete":
                raise BookProblem("locked", book, "another connection is open")
    except BookProblem as problem:
        if problem.code != "corrupt":
            raise
    for beside in ("-wal", "-shm"):
        book.with_name(book.name + beside).unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever SQLite has against a foreign file is the file's fault."""
    try:
        with problems(path):
            yield
    except database_errors() as error:
        raise BookProblem("corrupt", path, str(error)) from error


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(at_rest(path), uri=True)) as file:
        yield file


def at_rest(path: Path) -> str:
    """How SQLite reads a book that is not open. One at rest is also promised to stay so, else
    SQLite leaves files beside it."""
    beside = (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    at_rest = not any(file.exists() for file in beside)
    return sqlite_only.address(path) + ("&immutable=1" if at_rest else "")


def _fit(file: sqlite3.Connection, path: Path) -> int:
    """The version of a book that this ksdesk can use."""
    version = int(file.execute("PRAGMA user_version").fetchone()[0])
    application = int(file.execute("PRAGMA application_id").fetchone()[0])
    if application != sqlite_only.APPLICATION_ID or not version:
        raise BookProblem("not_a_book", path, f"application id {application}")
    if version > migrations.NEWEST:
        raise newer(path, version, migrations.NEWEST)
    return version


def _topics(file: sqlite3.Connection, base: str) -> tuple[_Topic, ...]:
    """What a book has tables for; those that no topic names are `OTHERS`."""
    tables = {row[0] for row in file.execute(_TABLES.format(base))} - _SILENT
    known = {topic.table for topic in TOPICS}
    others = []
    for table in sorted(tables - known):
        names = {row[1]: row[5] for row in file.execute(f"PRAGMA {base}.table_info({table})")}
        keys = ["key"] if "key" in names else [name for name, key in names.items() if key == 1]
        if table.endswith(_BEFORE) or not keys:
            continue
        newest = next((name for name in _NEWEST if name in names), "NULL")
        others.append(_Topic(OTHERS, table, keys[0], newest))
    return (*(topic for topic in TOPICS if topic.table in tables), *others)


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(filter(None, (one, other)), default=None)


def _count(file: sqlite3.Connection, topic: _Topic, base: str) -> tuple[int, datetime | None]:
    count, newest = file.execute(
        f"SELECT count(*), max({topic.newest}) FROM {base}.{topic.table} WHERE {topic.where}"
    ).fetchone()
    return int(count), _moment(newest)


def _moment(value: str | int | None) -> datetime | None:
    if value is None:
        return None
    try:
        if isinstance(value, int):
            return _ZERO + timedelta(seconds=value)
        return datetime.fromisoformat(value)
    except (ValueError, TypeError, OverflowError):  # a strange file; its rows still count
        return None


def _difference(file: sqlite3.Connection, topic: _Topic, here: bool, there: bool) -> Difference:
    before, newest_before = _count(file, topic, "main") if here else (0, None)
    after, newest_after = _count(file, topic, "later") if there else (0, None)
    lost, gained, changed = before, after, 0
    if here and there:
        lost = _only_in(file, topic, "main", "later")
        gained = _only_in(file, topic, "later", "main")
        changed = _changed(file, topic)
    return Difference("", before, after, lost, gained, changed, newest_before, newest_after)


def _only_in(file: sqlite3.Connection, topic: _Topic, one: str, other: str) -> int:
    key, table, where = topic.key, topic.table, topic.where
    there = f"SELECT {key} FROM {other}.{table} WHERE {where}"
    query = f"SELECT count(*) FROM {one}.{table} WHERE {where} AND {key} NOT IN ({there})"
    return int(file.execute(query).fetchone()[0])


def _changed(file: sqlite3.Connection, topic: _Topic) -> int:
    names = [
        {row[1] for row in file.execute(f"PRAGMA {base}.table_info({topic.table})")}
        for base in ("main", "later")
    ]
    shared = sorted(names[0] & names[1] - {topic.key})
    one, other = (", ".join(f"{base}.{name}" for name in shared) for base in "ab")
    where = f"SELECT {topic.key} FROM {{}}.{topic.table} WHERE {topic.where}"
    query = (
        f"SELECT count(*) FROM main.{topic.table} AS a JOIN later.{topic.table} AS b"
        f" ON a.{topic.key} = b.{topic.key} WHERE ({one}) IS NOT ({other})"
    )
    if topic.where != "1":
        query += f" AND a.{topic.key} IN ({where.format('main')})"
        query += f" AND b.{topic.key} IN ({where.format('later')})"
    return int(file.execute(query).fetchone()[0])
