"""Opening, migrating, copying and closing a book."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from ksdesk.paths import is_bare, put_in_place, reserve
from ksdesk.storage import migrations, sqlite_only
from ksdesk.storage.problem import (
    BookProblem,
    copying,
    database_errors,
    newer,
    problem_of,
    problems,
    system_problems,
)
from ksdesk.storage.reader import Reader
from ksdesk.storage.session import Session

if TYPE_CHECKING:
    from ksdesk.storage.deposit import DepositWriter
    from ksdesk.storage.imports.batches import BatchWriter
    from ksdesk.storage.imports.doubles import DoubleWriter
    from ksdesk.storage.month import MonthWriter
    from ksdesk.storage.notes import NoteWriter
    from ksdesk.storage.opening import OpeningWriter
    from ksdesk.storage.orders.work import OrderWorkWriter
    from ksdesk.storage.products import ProductWriter
    from ksdesk.storage.products.list import ProductListWriter
    from ksdesk.storage.promotion.booking import ProfitWriter
    from ksdesk.storage.shop import ShopWriter
    from ksdesk.storage.traffic import TrafficWriter
    from ksdesk.storage.traffic.alarms import AlarmWriter


log = logging.getLogger(__name__)


class Store:
    """One shop's book: a writer for each topic, and `reader` with the same names for reading."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.path = session.path
        self.reader = Reader(session)

    @cached_property
    def opening(self) -> OpeningWriter:
        from ksdesk.storage.opening import OpeningWriter

        return OpeningWriter(self.session)

    @cached_property
    def deposit(self) -> DepositWriter:
        from ksdesk.storage.deposit import DepositWriter

        return DepositWriter(self.session)

    @cached_property
    def month(self) -> MonthWriter:
        from ksdesk.storage.month import MonthWriter

        return MonthWriter(self.session)

    @cached_property
    def notes(self) -> NoteWriter:
        from ksdesk.storage.notes import NoteWriter

        return NoteWriter(self.session)

    @cached_property
    def order_work(self) -> OrderWorkWriter:
        from ksdesk.storage.orders.work import OrderWorkWriter

        return OrderWorkWriter(self.session)

    @cached_property
    def products(self) -> ProductWriter:
        from ksdesk.storage.products import ProductWriter

        return ProductWriter(self.session)

    @cached_property
    def product_list(self) -> ProductListWriter:
        from ksdesk.storage.products.list import ProductListWriter

        return ProductListWriter(self.session)

    @cached_property
    def profit(self) -> ProfitWriter:
        from ksdesk.storage.promotion.booking import ProfitWriter

        return ProfitWriter(self.session)

    @cached_property
    def traffic(self) -> TrafficWriter:
        from ksdesk.storage.traffic import TrafficWriter

        return TrafficWriter(self.session)

    @cached_property
    def batches(self) -> BatchWriter:
        from ksdesk.storage.imports.batches import BatchWriter

        return BatchWriter(self.session)

    @cached_property
    def doubles(self) -> DoubleWriter:
        from ksdesk.storage.imports.doubles import DoubleWriter

        return DoubleWriter(self.session)

    @cached_property
    def shop(self) -> ShopWriter:
        from ksdesk.storage.shop import ShopWriter

        return ShopWriter(self.session)

    @cached_property
    def alarms(self) -> AlarmWriter:
        from ksdesk.storage.traffic.alarms import AlarmWriter

        return AlarmWriter(self.session)

    @classmethod
    def open(cls, path: Path, before_migration: Callable[[Path], Path] | None = None) -> Store:
        """Open the book at `path`, or make one where there is none.

        An older book is brought up to date; `before_migration` then names the file that its
        copy goes to first. Raises `BookProblem`; the file is left as it was.
        """
        path = Path(path)
        found = _inspect(path)
        session = Session(path)
        with system_problems(path), problems(path):
            if not path.exists():
                reserve(path)
            if found < migrations.NEWEST:
                copy = None if before_migration is None else partial(_copy, path, before_migration)
                with session.connection():
                    _migrate(session, copy)
            session.hold()
        return cls(session)

    def connection(self) -> AbstractContextManager[None]:
        """One connection on the present thread for all that a block asks."""
        return self.session.lasting()

    def transaction(self) -> AbstractContextManager[None]:
        """Join several writes to one."""
        return self.session.writing()

    def backup_to(self, target: Path) -> None:
        """Write a checked copy of the book; raises `BookProblem`, and leaves no half copy."""
        fresh = target.with_name(target.name + ".new")
        with self.connection(), system_problems(target), copying(self.path, target):
            self.session.check_file()
            fresh.unlink(missing_ok=True)
            sqlite_only.copy_to(self.session.db.execute_sql, fresh)
            put_in_place(fresh, target)

    def close(self) -> None:
        """Close the connection of the present thread, and let go of the file."""
        self.session.close()


def _migrate(session: Session, copy: Callable[[], None] | None) -> None:
    """Bring the book up to date; what the steps cannot be done to is not what its version says."""
    try:
        migrations.migrate(session.db, copy)
    except database_errors() as error:
        if problem_of(error, session.path) is not None:
            raise
        log.exception("the book could not be brought up to date")
        raise BookProblem("corrupt", session.path, str(error)) from error


def _copy(path: Path, place: Callable[[Path], Path]) -> None:
    """A checked copy under another name first: what bears the name that was given is whole."""
    target = place(path)
    fresh = target.with_name(target.name + ".new")
    with system_problems(target), copying(path, target):
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(sqlite_only.uri(path.absolute(), "ro"), uri=True)) as file:
            sqlite_only.copy_to(file.execute, fresh)
        put_in_place(fresh, target)


def _set_log_aside(path: Path) -> None:
    log.warning("the log beside %s is another book's and was set aside", path.name)
    path.with_name(path.name + "-wal").replace(path.with_name(path.name + "-wal.old"))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)


def _inspect(path: Path) -> int:
    """The version of the file at `path` (0: none yet); raises `BookProblem`, changes nothing."""
    if path.is_dir():
        raise BookProblem("not_a_book", path, "a folder")
    if is_bare(path):
        if not path.parent.is_dir():
            raise BookProblem("missing", path, "no such folder")
        return 0
    if not os.access(path, os.W_OK):
        raise BookProblem("read_only", path, "the file cannot be written")
    try:
        with problems(path), system_problems(path):
            if sqlite_only.has_foreign_log(path):
                _set_log_aside(path)
            version, application, tables = sqlite_only.look(path)
    except sqlite3.DatabaseError as error:
        raise BookProblem("corrupt", path, str(error)) from error
    if version > migrations.NEWEST:
        raise newer(path, version, migrations.NEWEST)
    if tables and application != sqlite_only.APPLICATION_ID:
        raise BookProblem("not_a_book", path, f"application id {application}")
    return version
