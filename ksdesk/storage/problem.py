"""The disk or the file is at fault: a message with a way out, not a crash report."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CODES = frozenset(
    ("newer", "locked", "read_only", "corrupt", "not_a_book", "disk_full", "missing", "io")
)

_BY_SQLITE = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_PROTOCOL": "locked",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CORRUPT": "corrupt",
    "SQLITE_NOTADB": "corrupt",
    "SQLITE_FULL": "disk_full",
    "SQLITE_CANTOPEN": "missing",
    "SQLITE_PERM": "read_only",
    "SQLITE_IOERR": "io",
}

_UNREADABLE = "Could not decode to UTF-8"  # SQLite's word for a text that is none

_BY_SYSTEM = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.EBUSY: "locked",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
}


class BookProblem(Exception):
    """The environment keeps the book from being used.

    `code` is one of `CODES`, `path` the file, `detail` SQLite's or the system's own words.
    """

    def __init__(self, code: str, path: Path, detail: str = "") -> None:
        super().__init__(f"{code}: {path}: {detail}")
        self.code, self.path, self.detail = code, path, detail

    @classmethod
    def of(cls, error: OSError, path: Path) -> BookProblem:
        """The problem that the system's word about a file or folder means."""
        return cls(_BY_SYSTEM.get(error.errno or 0, "io"), path, str(error))


def problem_of(error: BaseException, path: Path) -> BookProblem | None:
    """The problem that an SQLite or system error means, None if it is our own mistake.

    The whole chain is looked at: on a full disk SQLite rolls back by itself, and what arrives
    is the complaint that there was nothing left to roll back.
    """
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, UnicodeDecodeError) or _UNREADABLE in str(cause):
            return BookProblem("corrupt", path, str(cause))
        name = getattr(cause, "sqlite_errorname", None) or ""
        for start, code in _BY_SQLITE.items():
            if name.startswith(start):
                return BookProblem(code, path, str(cause))
        cause = cause.__cause__ or cause.__context__
    return None


def _database_errors() -> tuple[type[Exception], ...]:
    """Asked for only when something was raised, so that a start need not load peewee."""
    import peewee

    return sqlite3.Error, peewee.DatabaseError, peewee.InterfaceError, UnicodeDecodeError


@contextmanager
def problems(path: Path) -> Iterator[None]:
    """Turn errors that are the environment's fault into `BookProblem`; others pass."""
    try:
        yield
    except _database_errors() as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def system_problems(path: Path) -> Iterator[None]:
    """Turn what the system says of a file or folder into `BookProblem`."""
    try:
        yield
    except OSError as error:
        raise BookProblem.of(error, path) from error
