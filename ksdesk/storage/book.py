"""Opening, migrating, copying and closing a book."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from ksdesk.storage import migrations, models, sqlite_only
from ksdesk.storage.batches import BatchWriter
from ksdesk.storage.deposit import DepositWriter
from ksdesk.storage.opening import OpeningWriter
from ksdesk.storage.problem import BookProblem, problems
from ksdesk.storage.products import ProductWriter
from ksdesk.storage.reader import Reader
from ksdesk.storage.session import Session
from ksdesk.storage.traffic import TrafficWriter


class Store:
    """One shop's book: a writer for each topic, and `reader` with the same names for reading."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.path = session.path
        self.reader = Reader(session)
        self.opening = OpeningWriter(session)
        self.deposit = DepositWriter(session)
        self.products = ProductWriter(session)
        self.traffic = TrafficWriter(session)
        self.batches = BatchWriter(session)

    @classmethod
    def open(cls, path: Path, before_migration: Callable[[Path], Path] | None = None) -> Store:
        """Open the book at `path`, or make one where there is none.

        An older book is brought up to date; `before_migration` then names the file that its
        copy goes to first. Raises `BookProblem`; the file is left as it was.
        """
        path = Path(path)
        found = _inspect(path)
        session = Session(path)
        with problems(path):
            session.db.bind(models.ALL)
            session.db.connect()
            try:
                if 0 < found < migrations.NEWEST and before_migration is not None:
                    sqlite_only.copy_to(session.db, before_migration(path))
                migrations.migrate(session.db)
            except BaseException:
                session.db.close()
                raise
        return cls(session)

    def connection(self) -> AbstractContextManager[None]:
        """Keep a connection open on the present thread for a block."""
        return self.session.connection()

    def transaction(self) -> AbstractContextManager[None]:
        """Join several writes to one."""
        return self.session.writing()

    def backup_to(self, target: Path) -> None:
        """Write a checked copy of the book; raises `BookProblem`, and leaves no half copy."""
        fresh = target.with_name(target.name + ".new")
        fresh.unlink(missing_ok=True)
        with self.connection(), problems(target):
            sqlite_only.copy_to(self.session.db, fresh)
        fresh.replace(target)

    def close(self) -> None:
        """Close the connection of the present thread."""
        if not self.session.db.is_closed():
            self.session.db.close()


def _inspect(path: Path) -> int:
    """The version of the file at `path` (0: none yet); raises `BookProblem`, changes nothing."""
    if not path.exists() or path.stat().st_size == 0:
        if not path.parent.is_dir():
            raise BookProblem("missing", path, "no such folder")
        return 0
    if not os.access(path, os.W_OK):
        raise BookProblem("read_only", path, "the file cannot be written")
    try:
        with problems(path):
            version, application, tables = sqlite_only.look(path)
    except sqlite3.DatabaseError as error:
        raise BookProblem("corrupt", path, str(error)) from error
    if version > migrations.NEWEST:
        raise BookProblem("newer", path, f"{version} > {migrations.NEWEST}")
    if tables and application != sqlite_only.APPLICATION_ID:
        raise BookProblem("not_a_book", path, f"application id {application}")
    return version
