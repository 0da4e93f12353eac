"""Rows that came in twice before rows were known by what identifies them: told, merged or kept.

A merge is an import of its own: it keeps what it changed like any other, and is undone like one.
SQLite-only, like `intake`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Double
from ksdesk.storage.damage import spread
from ksdesk.storage.imports.sql import coarser, sound
from ksdesk.storage.models.imports import Batch, Doubled
from ksdesk.storage.session import Session
from ksdesk.storage.targets import TARGETS, Target


class DoubleReader:
    """Reads which rows are perhaps there twice."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def count(self) -> int:
        """How many rows wait for the seller's word."""
        with self.session.reading():
            return sum(self._count(kind) for kind in self._kinds())

    def kinds(self) -> tuple[str, ...]:
        """The kinds that have such rows."""
        with self.session.reading():
            return tuple(kind for kind in self._kinds() if self._count(kind))

    def some(self, limit: int) -> tuple[Double, ...]:
        """The first of them, with what merging would change in the row that stays."""
        found: list[Double] = []
        with self.session.reading():
            for kind in self._kinds():
                found += self._some(kind, limit - len(found))
        return tuple(found)

    def _kinds(self) -> list[str]:
        return [row.kind for row in Doubled.select(Doubled.kind).distinct().order_by(Doubled.kind)]

    def _count(self, kind: str) -> int:
        sql = f"SELECT count(*) FROM {_pairs(TARGETS[kind])}"
        return int(self.session.db.execute_sql(sql, (kind,)).fetchone()[0])

    def _some(self, kind: str, limit: int) -> Iterable[Double]:
        target = TARGETS[kind]
        names = target.columns
        stays = ", ".join(f"r.{name}" for name in names)
        becomes = ", ".join(_merged(target, name) for name in names)
        sql = f"""SELECT d.id, d.twin, coalesce(first.name, ''), coalesce(again.name, ''),
            {stays}, {becomes} FROM {_pairs(target)}
            LEFT JOIN batch AS first ON first.id = r.batch
            LEFT JOIN batch AS again ON again.id = a.batch ORDER BY d.id LIMIT ?"""
        for row in self.session.db.execute_sql(sql, (kind, max(0, limit))).fetchall():
            number, key, first, again, *values = row
            was = dict(spread(names, values[: len(names)], target.objects))
            new = dict(spread(names, values[len(names) :], target.objects))
            changes = tuple((n, was.get(n), new[n]) for n in new if was.get(n) != new[n])
            yield Double(number, kind, key, was["time"], first, again, changes)


class DoubleWriter:
    """Merges rows that are there twice, or keeps both."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def merge(self, name: str, now: datetime) -> Changes:
        """Merge all, as one import a kind called `name`; `ref` are the imports' numbers.

        The row that came first stays; what the later one knows is put into it.
        """
        with self.session.writing():
            kinds = DoubleReader(self.session).kinds()
            numbers = tuple(self._merge(kind, name, now) for kind in kinds)
        topics = {topic for kind in kinds for topic in TARGETS[kind].topics}
        return Changes.of("imports", "today", *topics, ref=numbers) if kinds else Changes()

    def _merge(self, kind: str, name: str, now: datetime) -> int:
        target, execute = TARGETS[kind], self.session.db.execute_sql
        started = now.isoformat(sep=" ", timespec="seconds")
        number: int = Batch.insert(kind=kind, name=name, started_at=started, state="done").execute()
        every = ", ".join(("key", "batch", *target.stored))
        execute(
            f"""INSERT INTO {target.before} (by_batch, {every}) SELECT ?, {every}
            FROM {target.table} WHERE key IN (SELECT r.key FROM {_pairs(target)} UNION
                SELECT a.key FROM {_pairs(target)})""",
            (number, kind, kind),
        )
        merged = 0
        while done := self._merge_one_each(kind, target, number):
            merged += done
        Batch.update(revised=merged).where(Batch.id == number).execute()
        return number

    def _merge_one_each(self, kind: str, target: Target, number: int) -> int:
        """Merge the earliest double of each row: a row may be there three times."""
        execute = self.session.db.execute_sql
        execute(
            f"CREATE TEMP TABLE merging AS SELECT min(d.id) AS id FROM {_pairs(target)}"
            " GROUP BY d.twin",
            (kind,),
        )
        sets = ", ".join(f"{name} = {_merged(target, name)}" for name in target.stored)
        done: int = execute(
            f"""UPDATE {target.table} AS r SET batch = ?, {sets} FROM doubled AS d
            JOIN {target.table} AS a ON a.key = d.key
            WHERE r.key = d.twin AND d.id IN (SELECT id FROM temp.merging)""",
            (number,),
        ).rowcount
        execute(
            f"""DELETE FROM {target.table} WHERE key IN
            (SELECT key FROM doubled WHERE id IN (SELECT id FROM temp.merging))"""
        )
        execute("DROP TABLE temp.merging")
        return done

    def keep(self, numbers: Iterable[int]) -> tuple[tuple[Any, ...], ...]:
        """These are rows of their own: nothing more is said of them. What was noted of them."""
        with self.session.writing():
            chosen = Doubled.id << list(numbers)
            rows = tuple(Doubled.select().where(chosen).tuples())
            Doubled.delete().where(chosen).execute()
        return rows

    def bring_back(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Ask again about rows that were kept."""
        fields = [Doubled.id, Doubled.kind, Doubled.key, Doubled.twin]
        with self.session.writing():
            Doubled.insert_many(list(rows), fields=fields).execute()


def _pairs(target: Target) -> str:
    """Rows r that are there once more as a, by what is noted of them in d; binds the kind."""
    return (
        f"doubled AS d JOIN {target.table} AS r ON r.key = d.twin AND d.kind = ?"
        f" JOIN {target.table} AS a ON a.key = d.key"
    )


def _merged(target: Target, name: str) -> str:
    """What a field of r becomes: what a says, unless r has the same moment more exactly."""
    mine, later = f"r.{name}", f"a.{name}"
    if name in target.objects:
        joined = f"json_patch({sound(mine)}, {sound(later)})"
        return f"CASE WHEN {later} IS NULL THEN {mine} ELSE {joined} END"
    if name in target.moments:
        return f"CASE WHEN {coarser(later, mine)} THEN {mine} ELSE coalesce({later}, {mine}) END"
    return f"coalesce({later}, {mine})"
