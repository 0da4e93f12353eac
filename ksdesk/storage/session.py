"""One connection a thread, one transaction a write, environment faults told apart."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import RLock, local
from typing import TYPE_CHECKING, ClassVar, TypeVar

from ksdesk.domain.progress import Cancelled
from ksdesk.paths import is_within_reach, tidy_away
from ksdesk.storage import sqlite_only
from ksdesk.storage.problem import (
    BookProblem,
    database_errors,
    is_no_text,
    problem_of,
    problems,
)

if TYPE_CHECKING:
    import peewee

PATIENCE, AGAIN = 4, 0.02  # seconds to wait for another connection, and between two attempts
PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "wal",
    "synchronous": "full",
    "busy_timeout": 1000 * PATIENCE,
    "cache_size": -4000,  # KB; each thread that once filled it keeps about as much to the end
    "temp_store": "memory",
    "recursive_triggers": 1,  # without it REPLACE deletes a ledger line and no trigger hears it
}


T = TypeVar("T")


def _as_far_as_it_goes(text: bytes) -> str:
    return text.decode("utf-8", "replace")


class Session:
    """The database of one book, shared by its readers and writers.

    Connections are per thread. Whoever works on another thread than the one that opened the
    book stays inside `lasting()`, so that nothing is left open at the thread's end.
    peewee and the tables are loaded by the first query, so that a window need not wait for them.
    """

    _newest: ClassVar[Session | None] = None  # the tables belong to one book at a time

    def __init__(self, path: Path, *, takes_place: bool = True) -> None:
        self.path = path
        self._takes_place = takes_place
        self._lock = RLock()
        self._thread = local()
        self._db: peewee.SqliteDatabase | None = None
        self._held: sqlite3.Connection | None = None
        self._file = (0, 0)
        self._forgiving = False
        self.damaged: set[tuple[str, str]] = set()  # rows that could not be read, by table
        if takes_place:
            Session._newest = self

    @property
    def db(self) -> peewee.SqliteDatabase:
        """The database that the tables are bound to."""
        with self._lock:
            if self._db is None:
                import peewee

                from ksdesk.storage.models.base import BOOK

                self._db = peewee.SqliteDatabase(str(self.path), pragmas=PRAGMAS)
                BOOK.initialize(self._db)
        return self._db

    def hold(self) -> None:
        """Make sure that the book can be written, and keep the file open until `close`.

        Without an open connection each job's end would fold the write-ahead log into the file.
        """
        self._file = self._identity()
        self._held = sqlite3.connect(self.path, isolation_level=None)
        try:
            for name in ("busy_timeout", "journal_mode"):
                ask = partial(self._held.execute, f"PRAGMA {name} = {PRAGMAS[name]}")
                told = self._patiently(ask).fetchone()
            self._held.execute("BEGIN IMMEDIATE")
            self._held.execute("ROLLBACK")
        except sqlite3.Error:
            self.close()
            raise
        if told == ("wal",):  # a kill while the log was brought in left a journal nobody reads
            tidy_away(self.path.with_name(self.path.name + "-journal"))

    def close(self) -> None:
        """Close the present thread's connection and the one that `hold` keeps."""
        if self._db is not None and not self._db.is_closed():
            self._db.close()
        if self._held is not None:
            self._held.close()

    @contextmanager
    def lasting(self) -> Iterator[None]:
        """All that this thread asks in the block goes over one connection. It is opened by the
        first question: who asks nothing does not need a book that can be read.
        """
        if getattr(self._thread, "lasting", False):
            yield
            return
        self._thread.lasting = True
        try:
            with problems(self.path):
                yield
        finally:
            self._thread.lasting = False
            if self._db is not None and not self._db.is_closed():
                self._db.close()

    @contextmanager
    def connection(self) -> Iterator[None]:
        """Keep this thread's connection open for the block.

        Raises `BookProblem`, and `Cancelled` where another book has been opened since: nobody waits
        for this one.
        """
        if self._takes_place and Session._newest is not self:
            raise Cancelled
        with problems(self.path):
            if self.db.is_closed():
                self.check_file()
            opened = self._patiently(partial(self.db.connect, reuse_if_open=True))
            try:
                if opened and self._held is not None:
                    self._check_place()
                if opened and self._forgiving:
                    self.db.connection().text_factory = _as_far_as_it_goes
                yield
            except Exception as error:
                if is_no_text(error):
                    self._forgive(error)
                raise
            finally:
                if opened and not getattr(self._thread, "lasting", False):
                    self.db.close()

    def _patiently(self, ask: Callable[[], T]) -> T:
        """What `ask` returns. Where two starts turn one book to the write-ahead log at once, SQLite
        refuses one of them without waiting."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return ask()
            except database_errors() as error:
                problem = problem_of(error, self.path)
                if problem is None or problem.code != "locked" or time.monotonic() > until:
                    raise
                time.sleep(AGAIN)

    def _forgive(self, error: Exception) -> None:
        """One text that is none cost a question; from now on such texts are read as far as they
        go. It is told as damage, and no other question fails."""
        self._forgiving = True
        self.damaged.add(("text", str(error)))
        self.db.connection().text_factory = _as_far_as_it_goes

    def check_file(self) -> None:
        """That the file that was opened still bears its name. Where it is gone SQLite would make an
        empty one; into a copy that was put in its place it would write parts of this one."""
        if not self.path.exists():
            code = "gone" if is_within_reach(self.path.parent) else "missing"
            raise BookProblem(code, self.path, "the file is gone")
        if self._held is not None and self._identity() != self._file:
            raise BookProblem("replaced", self.path, "another file has its name")

    def _identity(self) -> tuple[int, int]:
        """What tells the file from others; nothing on Windows, where an open one stays."""
        found = self.path.stat()
        return (0, 0) if os.name == "nt" else (found.st_dev, found.st_ino)

    def _check_place(self) -> None:
        """Another program may have written its file over the open book."""
        found = self.db.pragma("application_id")
        if found != sqlite_only.APPLICATION_ID:
            self.db.close()  # the next question looks whether the book is there again
            raise BookProblem("not_a_book", self.path, f"application id {found}")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A block of queries."""
        with self.connection():
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that is committed as a whole or not at all; it may be nested."""
        with self.connection():
            if self.db.in_transaction():
                yield
                return
            with self.db.atomic("IMMEDIATE"):
                changes = self.db.connection().total_changes
                yield
                if self.db.connection().total_changes != changes:
                    sqlite_only.mark_log(self.db)
