"""Every table of a book as it is, for whoever takes the book elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ksdesk.domain.records import BUYER_KEY
from ksdesk.storage.session import Session

_AT_ONCE = 500


class Tables:
    """Reads tables by name. All that is read within one `reading` block belongs together."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A block in which the book stands still for its reader; writers are not held up."""
        with self._session.connection(), self._session.db.atomic("DEFERRED"):
            yield

    def names(self) -> tuple[str, ...]:
        """All tables, by name."""
        sql = """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
            AND name NOT LIKE 'profit%'"""  # these are worked out from the others
        return tuple(sorted(row[0] for row in self._session.db.execute_sql(sql)))

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a table, in its own order; what tells buyers apart stays in the book."""
        names = (column.name for column in self._session.db.get_columns(table))
        return tuple(name for name in names if name != BUYER_KEY)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self._session.db.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0])

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a table, oldest first, without holding them in memory."""
        names = ", ".join(f'"{name}"' for name in self.columns(table))
        cursor = self._session.db.execute_sql(f'SELECT {names} FROM "{table}" ORDER BY rowid')
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows
