"""The steps that only SQLite knows: versions, triggers, checks, copies."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from mmap import ACCESS_READ, mmap
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from ksdesk.paths import reserve

if TYPE_CHECKING:
    import peewee

log = logging.getLogger(__name__)

APPLICATION_ID = 0x6B736462  # "ksdb": tells a book from any other SQLite file
_MAGIC = b"SQLite format 3\0"
_MAGIC_END, _WRITES, _HEAD = 16, 18, 20  # where the file says how it is written
_LOGGED = 2  # with a write-ahead log
LOG_MARK = "log.mark"
_UNMARKED = "0" * 16  # stands before the first mark of a book
CHECK_UP_TO = 32 * 1024 * 1024  # bytes; larger books are checked with each backup instead

APPEND_ONLY = (
    """CREATE TRIGGER deposit_entry_keeps BEFORE UPDATE ON deposit_entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER deposit_entry_stays BEFORE DELETE ON deposit_entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
)

_ORDERED = {
    "order_row": "order_no",
    "settlement_row": "order_no",
    "insurance_row": "order_no",
    "movement_row": "related_no",
}


_NAMED_ANEW = "OLD.item_id <> NEW.item_id OR OLD.code <> NEW.code OR OLD.category <> NEW.category"


def stale_marks() -> Iterator[str]:
    """Triggers that write down whose profit is to be worked out anew, whoever writes.

    That is an order by its number ("" for movements that name none), a product by its own, or
    all; with a cost only what is of the day from which it holds or later.
    """
    for table, column in _ORDERED.items():
        yield from _marks(table, "order_no", f"coalesce({{0}}.{column}, '')")
    yield from _marks("sku", "product", "{0}.product_id")
    yield from _marks("product", "product", "{0}.id", f" WHEN {_NAMED_ANEW}")
    yield from _marks("unit_cost", "product, since", "{0}.product, {1}")
    for table in ("parcel_cost", "cost_share"):
        yield from _marks(table, "since", "{1}")


def _marks(table: str, columns: str, values: str, when: str = "") -> Iterator[str]:
    for event, row, since in (
        ("INSERT", "NEW", "NEW.since"),
        ("UPDATE", "NEW", "min(OLD.since, NEW.since)"),
        ("DELETE", "OLD", "OLD.since"),
    ):
        condition = when if event == "UPDATE" else ""
        day = f"CAST(strftime('%s', {since}) AS INTEGER) / 86400"
        told = values.format(row, day)
        yield f"""CREATE TRIGGER {table}_stale_{event.lower()} AFTER {event} ON {table}{condition}
            BEGIN INSERT INTO profit_stale ({columns}) VALUES ({told}); END"""


def look(path: Path) -> tuple[int, int, int]:
    """Version, application id and number of tables of a file, without changing a byte of it.

    A write that was killed is taken back first. Raises sqlite3.DatabaseError where the file is
    damaged or no SQLite file.
    """
    with closing(sqlite3.connect(address(path), uri=True)) as file:
        version = file.execute("PRAGMA user_version").fetchone()[0]
        application = file.execute("PRAGMA application_id").fetchone()[0]
        tables = file.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()
        if path.stat().st_size <= CHECK_UP_TO:
            check(file)
        return version, application, tables[0]


def has_foreign_log(path: Path) -> bool:
    """Whether the write-ahead log beside a book belongs to another one: a copy was put there by
    hand, and SQLite would read the old log into it. Raises sqlite3.DatabaseError for other damage.
    """
    log_file = path.with_name(path.name + "-wal")
    if not log_file.exists() or not log_file.stat().st_size:
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if len(head) == _HEAD and head[:_MAGIC_END] == _MAGIC and head[_WRITES] != _LOGGED:
        return True  # a book that was never opened, as every backup is, has no log
    # After a kill the log is the book's own: then a large one is read through once and not twice.
    bad = _is_unmarked(log_file, path) or not _is_whole(path, immutable=False)
    return bad and _is_whole(path, immutable=True)


def mark_log(db: peewee.Database) -> None:
    """Part of each transaction that writes: a new random mark, and the one before it. So a log
    holds the mark of every state of its own book to which it may be added."""
    db.execute_sql(
        "INSERT INTO fact (key, value) VALUES (?, ?) ON CONFLICT (key)"
        " DO UPDATE SET value = substr(value, -16) || substr(excluded.value, -16)",
        (LOG_MARK, _UNMARKED + os.urandom(8).hex()),
    )


def _is_unmarked(log_file: Path, book: Path) -> bool:
    """Whether a log bears marks, but not that of the book. Those of older ksdesks have none."""
    mark = _log_mark(book)
    with log_file.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as written:
        return bool(mark) and written.find(LOG_MARK.encode()) >= 0 and written.find(mark) < 0


def _log_mark(path: Path) -> bytes:
    """The mark of the last transaction in a book's own file, b"" where it cannot be read."""
    try:
        with closing(
            sqlite3.connect(uri(path.absolute(), "ro") + "&immutable=1", uri=True)
        ) as file:
            row = file.execute("SELECT value FROM fact WHERE key = ?", (LOG_MARK,)).fetchone()
    except sqlite3.DatabaseError:
        return b""
    return (_UNMARKED if row is None else str(row[0])[-16:]).encode()


def _is_whole(path: Path, *, immutable: bool) -> bool:
    """Whether a book passes its check, `immutable`: without what lies beside it."""
    place = uri(path.absolute(), "ro") + ("&immutable=1" if immutable else "")
    try:
        with closing(sqlite3.connect(place, uri=True)) as file:
            check(file)
    except sqlite3.DatabaseError:
        return False
    return True


def address(path: Path) -> str:
    """Read-only; but what a killed write left in a journal must be taken back to be read."""
    killed = path.with_name(path.name + "-journal").exists()
    return uri(path.absolute(), "rw" if killed else "ro")


def uri(path: PurePath, mode: str) -> str:
    """How SQLite is told of an absolute path and what it may do there (ro, rw, rwc).

    It takes no authority: of a network share (//server/share) server and share are part of the
    path. Such an address works where the connection was opened with uri=True, in every build.
    """
    place = path.as_posix()
    begin = "" if place.startswith("/") else "/"  # C:/…
    return f"file://{begin}{quote(os.fsencode(place), safe='/:')}?mode={mode}"


def about(path: Path, key: str) -> str:
    """What an open book says of itself by `key`, "" where it has none, read without peewee."""
    with closing(sqlite3.connect(uri(path.absolute(), "ro"), uri=True)) as file:
        row = file.execute("SELECT value FROM fact WHERE key = ?", (key,)).fetchone()
        return "" if row is None else str(row[0])


def check(file: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError if `quick_check` finds anything."""
    found = file.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorname = "SQLITE_CORRUPT"
        raise error


def version(db: peewee.Database) -> int:
    """The schema version that the open book says it has."""
    return int(db.execute_sql("PRAGMA user_version").fetchone()[0])


def set_version(db: peewee.Database, number: int) -> None:
    """Write the schema version; part of the surrounding transaction."""
    db.execute_sql(f"PRAGMA user_version = {int(number)}")
    db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def orphans(db: peewee.Database) -> int:
    """How many rows point to rows that are not there."""
    return len(db.execute_sql("PRAGMA foreign_key_check").fetchall())


def make_append_only(db: peewee.Database) -> None:
    """Let the database itself refuse any change of a ledger line."""
    for statement in APPEND_ONLY:
        db.execute_sql(statement)


def mark_stale_orders(db: peewee.Database) -> None:
    """Let the database itself tell whose profit is to be worked out anew."""
    for statement in stale_marks():
        db.execute_sql(statement)


def mark_stale_cases(db: peewee.Database) -> None:
    """The same for orders whose after-sales cases come in or change."""
    for statement in _marks("aftersales_row", "order_no", "coalesce({0}.order_no, '')"):
        db.execute_sql(statement)


def mark_stale_files(db: peewee.Database) -> None:
    """The same for orders of whose cases the seller notes how they ended."""
    for statement in _marks("aftersales_file", "order_no", "{0}.order_no"):
        db.execute_sql(statement)


def mark_stale_products(db: peewee.Database) -> None:
    """The same for orders of products that come into the bin or out of it or stop being drafts, and
    by the number and codes that they had: orders may name them still."""
    stands = "(OLD.state = 'draft') <> (NEW.state = 'draft')"
    binned = "(OLD.binned_at IS NULL) <> (NEW.binned_at IS NULL)"
    when = f" WHEN {_NAMED_ANEW} OR {stands} OR {binned}"
    for column in ("item", "code"):
        db.execute_sql(f"ALTER TABLE profit_stale ADD COLUMN {column} TEXT")
    had = "product, item, code", "{0}.id, OLD.item_id, OLD.code"
    changes = {"product": (*had, when), "sku": ("product, code", "{0}.product_id, OLD.code")}
    for table, marks in changes.items():
        _, *changed = _marks(table, *marks)
        for event, trigger in zip(("update", "delete"), changed, strict=True):
            db.execute_sql(f"DROP TRIGGER {table}_stale_{event}")
            db.execute_sql(trigger)


def copy_to(execute: Callable[..., object], target: Path) -> None:
    """Write a compact, complete copy of the book that a connection has open, then check it.

    The target must not exist or be empty. Raises sqlite3 errors; a bad copy is removed.
    """
    reserve(target)
    try:
        execute("VACUUM INTO ?", (str(target),))
        with closing(sqlite3.connect(target)) as file:
            check(file)
        flush(target)
    except Exception:
        target.unlink(missing_ok=True)
        raise


def compact(db: peewee.Database) -> None:
    """Leave nothing of deleted rows in the file or its log; on a full disk they go later."""
    try:
        db.execute_sql("VACUUM")
        db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    except Exception:
        log.warning("the book could not be made compact", exc_info=True)


def flush(path: Path) -> None:
    """Wait until a written file lies on the disk: a power cut must not empty a copy."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
