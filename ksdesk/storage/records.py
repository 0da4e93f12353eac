"""Imported orders, settlements, movements and other tables, as they were read."""

from __future__ import annotations

from typing import Any

from ksdesk.storage.damage import spread
from ksdesk.storage.session import Session
from ksdesk.storage.targets import TARGETS

Row = tuple[Any, ...]


class RecordReader:
    """Reads the rows of any kind; `kind` is one of `ksdesk.domain.records.RECORDS`."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def count(self, kind: str) -> int:
        """How many rows there are."""
        with self.session.reading():
            sql = f"SELECT count(*) FROM {TARGETS[kind].table}"
            return int(self.session.db.execute_sql(sql).fetchone()[0])

    def rows(
        self, kind: str, start: int | None = None, end: int | None = None, limit: int = 1000
    ) -> tuple[tuple[str, ...], tuple[Row, ...]]:
        """Names and values, newest first, start ≤ time < end in seconds.

        Without the fields that are empty in all; own figures and texts stand in fields of their
        own ("own:<label>", "mark:<label>").
        """
        where = "time >= ? AND time < ? ORDER BY time DESC, id DESC LIMIT ?"
        return self._read(kind, where, start or 0, end if end is not None else 1 << 40, limit)

    def of_order(self, kind: str, order_no: str) -> tuple[tuple[str, ...], tuple[Row, ...]]:
        """Names and values of the rows of one order, as `rows` gives them, at most 100."""
        return self._read(kind, "order_no = ? ORDER BY key LIMIT 100", order_no)

    def _read(self, kind: str, where: str, *bound: Any) -> tuple[tuple[str, ...], tuple[Row, ...]]:
        target = TARGETS[kind]
        sql = f"SELECT {', '.join(target.columns)} FROM {target.table} WHERE {where}"
        with self.session.reading():
            found = self.session.db.execute_sql(sql, bound).fetchall()
        rows = [dict(spread(target.columns, values, target.objects)) for values in found]
        plain = [name for name in target.columns if name not in target.objects]
        names = dict.fromkeys([*plain, *(name for row in rows for name in row)])
        filled = tuple(n for n in names if any(row.get(n) is not None for row in rows))
        return filled, tuple(tuple(row.get(name) for name in filled) for row in rows)
