"""One connection a thread, one transaction a write, environment faults told apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from ksdesk.storage import models
from ksdesk.storage.problem import problems

PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "wal",
    "synchronous": "full",
    "busy_timeout": 4000,
    "cache_size": -16000,
    "temp_store": "memory",
    "recursive_triggers": 1,  # without it REPLACE deletes a ledger line and no trigger hears it
}


class Session:
    """The database of one book, shared by its readers and writers.

    Connections are per thread. Whoever works on another thread than the one that opened the
    book stays inside `connection()`, so that nothing is left open at the thread's end.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = peewee.SqliteDatabase(str(path), pragmas=PRAGMAS)

    @contextmanager
    def connection(self) -> Iterator[None]:
        """Keep this thread's connection open for the block."""
        if models.Fact._meta.database is not self.db:  # the tables belong to one book at a time
            raise RuntimeError("another book has been opened since")
        with problems(self.path):
            opened = self.db.connect(reuse_if_open=True)
            try:
                yield
            finally:
                if opened:
                    self.db.close()

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
                yield
