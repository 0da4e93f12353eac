"""From a staging file into the book and back out: SQL alone, in stretches that can be cancelled.

SQLite-only, like `staging`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import peewee

from ksdesk.domain.imports import Counts, Outdated, Preview, Unstaged
from ksdesk.domain.progress import Progress
from ksdesk.domain.traffic import GRAIN_LETTERS
from ksdesk.storage.imports.sql import NEW, REVISED, sound, stamp_of
from ksdesk.storage.imports.staging import MAPPED, ComparedRows, Staging
from ksdesk.storage.session import Session
from ksdesk.storage.targets import TARGETS, Target

_BATCH: Final = 20_000  # rows between two looks at whether the work is still wanted


@dataclass(frozen=True)
class Ticks:
    """Which revised rows are taken: `only` these keys (None: all), without those in `without`."""

    only: Collection[str] | None = None
    without: Collection[str] = ()

    def takes(self, key: str) -> bool:
        """Whether a revised row is taken."""
        return key not in self.without and (self.only is None or key in self.only)


@contextmanager
def attached(db: peewee.SqliteDatabase, path: Path) -> Iterator[None]:
    """Have a staging file beside the book for a block; never inside a transaction."""
    if db.in_transaction():
        raise RuntimeError("a staging file cannot be attached inside a transaction")
    db.execute_sql("ATTACH ? AS staging", (str(path),))
    db.execute_sql(f"PRAGMA staging.mmap_size = {MAPPED}")
    try:
        yield
    finally:
        db.execute_sql("DETACH staging")


class RowIntake:
    """Brings the rows of a staging file into the table of their kind."""

    def __init__(self, session: Session, kind: str) -> None:
        self.session, self._kind = session, kind
        self._target = TARGETS[kind]
        self.topics = self._target.topics

    def compare(self, staged: Staging) -> ComparedRows:
        """Mark what the book has already and what it has otherwise."""
        return staged.compare(self.session.path, self._target, self._kind)

    def beside(self, staging: Path) -> AbstractContextManager[None]:
        """Have the staging file at hand for `store`; never inside a transaction."""
        return attached(self.session.db, staging)

    def store(
        self, number: int, preview: Preview, ticks: Ticks, _now: datetime, progress: Progress
    ) -> tuple[int, int]:
        """Write new and ticked revised rows; how many. Raises `Outdated`, and `Unstaged` where the
        index of the staging file does not lead to all that was shown."""
        db = self.session.db
        if stamp_of(db.execute_sql, "main", self._kind) != preview.stamp:
            raise Outdated
        new, revised = move(db, self._target, number, preview.counts, ticks, progress)
        if new != preview.counts.new:
            raise Unstaged(str(preview.staging))
        return new, revised

    def built_upon(self, number: int) -> int | None:
        """The first later batch that revised rows of this one."""
        return built_upon(self.session.db, self._target, number)

    def take_back(self, number: int, _now: datetime) -> None:
        """Bring back what a batch revised, remove what it added."""
        take_back(self.session.db, self._target, number)


def move(
    db: peewee.SqliteDatabase,
    target: Target,
    batch: int,
    counts: Counts,
    ticks: Ticks,
    progress: Progress,
) -> tuple[int, int]:
    """Bring the attached rows, so many as were counted, into the book, in order of their keys; how
    many are new and revised.

    In that order a shuffled file costs hardly more than a sorted one: each index grows at its end.
    """
    facts = dict(db.execute_sql("SELECT key, value FROM staging.fact").fetchall())
    have = {row[1] for row in db.execute_sql("PRAGMA staging.table_info(staged)").fetchall()}
    fields = [name for name in target.stored if name in have]
    statements = _Statements(target, fields, facts)
    chosen = _chosen(db, ticks)
    total = counts.new + counts.same + counts.revised
    take_revised = counts.revised and (ticks.only is None or ticks.only)
    new = revised = done = 0
    low = ""
    while done < total:
        progress.check()
        progress.report(done, total)
        high = _upper(db, low)
        span = {"low": low, "high": high, "batch": batch}
        new += db.execute_sql(statements.insert, span).rowcount
        if take_revised:
            db.execute_sql(statements.save + chosen, span)
            revised += db.execute_sql(statements.update + chosen, span).rowcount
        low, done = high, done + _BATCH
    db.execute_sql("DROP TABLE IF EXISTS temp.ticked")
    progress.report(total, total)
    return new, revised


def _upper(db: peewee.SqliteDatabase, low: str) -> str:
    """The last key of the next stretch of rows."""
    above = "SELECT key FROM staging.staged WHERE key > ? ORDER BY key"
    last = db.execute_sql(f"{above} LIMIT 1 OFFSET {_BATCH - 1}", (low,)).fetchone()
    if last is None:  # fewer are left
        last = db.execute_sql("SELECT max(key) FROM staging.staged").fetchone()
    return str(last[0])


def _chosen(db: peewee.SqliteDatabase, ticks: Ticks) -> str:
    """The condition that keeps revised rows out that were not ticked."""
    keys = ticks.without if ticks.only is None else ticks.only
    if ticks.only is None and not ticks.without:
        return ""
    db.execute_sql("CREATE TEMP TABLE ticked (key TEXT PRIMARY KEY)")
    with closing(db.cursor()) as cursor:
        wanted = set(keys) - (set(ticks.without) if ticks.only is not None else set())
        cursor.executemany("INSERT INTO temp.ticked VALUES (?)", ((key,) for key in wanted))
    return f" AND s.key {'NOT ' if ticks.only is None else ''}IN (SELECT key FROM temp.ticked)"


class _Statements:
    """The three statements that move one stretch of rows."""

    def __init__(self, target: Target, fields: Sequence[str], facts: dict[str, str]) -> None:
        names = ", ".join(fields)
        above, below = _grade(facts) if target.graded else ("", "")
        stretch = "s.key > :low AND s.key <= :high"
        self.insert = (
            f"INSERT INTO {target.table} (key, batch{above}, {names})"
            f" SELECT key, :batch{below}, {names} FROM staging.staged AS s"
            f" WHERE {stretch} AND s.fate = {NEW} ORDER BY s.key"
        )
        every = ", ".join(("key", "batch", *target.stored))
        theirs = ", ".join(f"r.{name}" for name in ("key", "batch", *target.stored))
        self.save = (
            f"INSERT INTO {target.before} (by_batch, {every}) SELECT :batch, {theirs}"
            f" FROM staging.staged AS s JOIN {target.table} AS r ON r.key = s.key"
            f" WHERE {stretch} AND s.fate = {REVISED}"
        )
        sets = ", ".join(_set(target, name) for name in fields)
        self.update = (
            f"UPDATE {target.table} SET batch = :batch, {sets} FROM staging.staged AS s"
            f" WHERE s.key = {target.table}.key AND {stretch} AND s.fate = {REVISED}"
        )


def _grade(facts: dict[str, str]) -> tuple[str, str]:
    """Names and values of what every row of a source has alike."""
    grain, level = facts["grain"], int(facts["level"])
    if grain not in GRAIN_LETTERS:
        raise ValueError(f"unknown grain {grain!r}")
    return ", grain, level", f", '{grain}', {level}"


def _set(target: Target, name: str) -> str:
    old = f"{target.table}.{name}"
    if name in target.objects:
        joined = f"json_patch({sound(old)}, s.{name})"
        return f"{name} = CASE WHEN s.{name} IS NULL THEN {old} ELSE {joined} END"
    return f"{name} = coalesce(s.{name}, {old})"


def built_upon(db: peewee.SqliteDatabase, target: Target, batch: int) -> int | None:
    """The first later batch that revised rows of this one."""
    found: tuple[int | None] = db.execute_sql(
        f"SELECT min(by_batch) FROM {target.before} WHERE batch = ?", (batch,)
    ).fetchone()
    return found[0]


def take_back(db: peewee.SqliteDatabase, target: Target, batch: int) -> None:
    """Bring back what a batch revised, remove what it added."""
    names = ("batch", *target.stored)
    sets = ", ".join(f"{name} = b.{name}" for name in names)
    db.execute_sql(
        f"UPDATE {target.table} SET {sets} FROM {target.before} AS b"
        f" WHERE b.by_batch = ? AND b.key = {target.table}.key",
        (batch,),
    )
    every = ", ".join(("key", *names))
    db.execute_sql(  # what a merge of doubles took out
        f"INSERT INTO {target.table} ({every}) SELECT {every} FROM {target.before} AS b"
        f" WHERE b.by_batch = ? AND NOT EXISTS"
        f" (SELECT 1 FROM {target.table} AS r WHERE r.key = b.key)",
        (batch,),
    )
    db.execute_sql(f"DELETE FROM {target.before} WHERE by_batch = ?", (batch,))
    db.execute_sql(f"DELETE FROM {target.table} WHERE batch = ?", (batch,))
