"""Another shop's book, read beside the open one: nothing of it is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from ksdesk.storage import copies
from ksdesk.storage.models.base import BOOK
from ksdesk.storage.problem import BookProblem, problems, system_problems
from ksdesk.storage.reader import Reader
from ksdesk.storage.session import Session

_PRAGMAS = {"query_only": 1, "busy_timeout": 1000, "temp_store": "memory"}


@contextmanager
def reading_beside(path: Path) -> Iterator[Reader]:
    """All that may be asked of a book of the newest version, on this thread, for the block.

    Raises `BookProblem`: older for one that must be brought up to date first, which is not done
    here. No file is changed, and none is left beside it.
    """
    if not path.exists():
        raise BookProblem("missing", path, "the file is gone")
    if not copies.is_current(path):
        raise BookProblem("older", path, "it was not opened since an update")
    with system_problems(path), problems(path):
        session = _Guest(path)
        with BOOK.meaning(session.db), session.connection():
            yield Reader(session)


class _Guest(Session):
    """It takes no other's place: the open book stays the open one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, takes_place=False)
        self._db = peewee.SqliteDatabase(copies.at_rest(path), uri=True, pragmas=_PRAGMAS)
