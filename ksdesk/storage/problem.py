"""The disk or the file is at fault: a message with a way out, not a crash report."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ksdesk.paths import BookProblem, system_problems, too_long
from ksdesk.storage import sqlite_only

__all__ = [
    "WRITTEN_BY",
    "BookProblem",
    "copying",
    "database_errors",
    "is_no_text",
    "newer",
    "problem_of",
    "problems",
    "system_problems",
]

WRITTEN_BY = "app.version"
"""Under this key a book says which ksdesk brought it to its version."""

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
    "SQLITE_IOERR_SHMSIZE": "disk_full",  # no room for the index of its log
    "SQLITE_IOERR": "io",
}

_LONGEST = 1032 if os.name == "nt" else 504  # bytes of a path, with its log's, that SQLite opens

_UNREADABLE = "Could not decode to UTF-8"  # SQLite's word for a text that is none
_NO_TABLE, _NO_COLUMN = "no such table: ", "no such column: "


def problem_of(error: BaseException, path: Path) -> BookProblem | None:
    """The problem that an SQLite or system error means, None if it is our own mistake.

    The whole chain is looked at: on a full disk SQLite rolls back by itself, and what arrives
    is the complaint that there was nothing left to roll back.
    """
    cause: BaseException | None = error
    while cause is not None:
        if is_no_text(cause):
            return BookProblem("corrupt", path, str(cause))
        name = getattr(cause, "sqlite_errorname", None) or ""
        if _lacks_ours(str(cause)):
            return BookProblem("corrupt", path, str(cause))
        for start, code in _BY_SQLITE.items():
            if name.startswith(start):
                if code == "missing":
                    code = _unopened(path)
                return BookProblem(code, path, str(cause))
        cause = cause.__cause__ or cause.__context__
    return None


def _unopened(path: Path) -> str:
    """Why SQLite cannot open a file, of which it says no more than that."""
    if too_long(path) or len(os.fsencode(path)) > _LONGEST:
        return "too_long"
    if os.name == "nt" and path.exists():
        return "locked"  # it is there, and another program lets nobody else in
    return "missing"


def is_no_text(error: BaseException) -> bool:
    """Whether a text of the book could not be read as one."""
    return isinstance(error, UnicodeDecodeError) or _UNREADABLE in str(error)


def _lacks_ours(said: str) -> bool:
    """Whether SQLite misses a table or a column that every book has: that is damage."""
    from ksdesk.storage.models import ALL

    if said.startswith(_NO_TABLE):
        return said.removeprefix(_NO_TABLE) in {model._meta.table_name for model in ALL}
    column = said.removeprefix(_NO_COLUMN).rpartition(".")[2]
    return said.startswith(_NO_COLUMN) and any(column in model._meta.columns for model in ALL)


def newer(path: Path, version: int, newest: int) -> BookProblem:
    """A newer ksdesk wrote the book; which one, if it tells."""
    try:
        needs = sqlite_only.about(path, WRITTEN_BY)
    except sqlite3.Error:  # the newer ksdesk keeps such things elsewhere
        needs = ""
    return BookProblem("newer", path, f"{version} > {newest}", needs)


def database_errors() -> tuple[type[Exception], ...]:
    """Asked for only when something was raised, so that a start need not load peewee."""
    import peewee

    return sqlite3.Error, peewee.DatabaseError, peewee.InterfaceError, UnicodeDecodeError


@contextmanager
def problems(path: Path) -> Iterator[None]:
    """Turn errors that are the environment's fault into `BookProblem`; others pass."""
    try:
        yield
    except database_errors() as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def copying(source: Path, target: Path) -> Iterator[None]:
    """`problems` of writing a new file `target` out of `source`: what is damaged is the source.
    Raises `BookProblem`."""
    try:
        with problems(target):
            yield
    except BookProblem as problem:
        if problem.code != "corrupt":
            raise
        raise BookProblem(problem.code, source, problem.detail) from problem
