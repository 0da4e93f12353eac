"""A shop on the disk as deeds find it, and what a deed is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ksdesk.actions import imports
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Preview, Source
from ksdesk.paths import Paths, follow
from ksdesk.ui.shell.shops import open_book

START = datetime(2026, 11, 18, 10, 20)


@dataclass
class Desk:
    """A shop as it lies on the disk: what `--data` names, and a folder of the seller's own."""

    root: Path
    outside: Path
    turn: int = 0
    ahead: timedelta = timedelta()

    def __post_init__(self) -> None:
        self.paths = Paths(follow(self.root))

    @property
    def now(self) -> datetime:
        """Later with every deed, so that no two copies are of one moment."""
        return START + timedelta(minutes=self.turn) + self.ahead

    def open(self) -> None:
        """As a start does."""
        self.paths.make()
        self.book = open_book(self.paths, lambda: self.now)

    def preview(self, text: str, kind: str) -> Preview:
        source = Source(f"{kind}.csv", text=text)
        return imports.preview(
            self.book, source, kind=kind, staging=self.paths.staging, now=self.now
        )

    def bring(self, text: str, kind: str, entries: tuple[NewEntry, ...] = ()) -> int:
        changes = imports.commit(self.book, self.preview(text, kind), entries=entries, now=self.now)
        assert isinstance(changes.ref, int)
        return changes.ref

    def one(self, sql: str, *values: object) -> int:
        with self.book.session.reading():
            return int(self.book.session.db.execute_sql(sql, values).fetchone()[0] or 0)

    def count(self, table: str, where: str, *values: object) -> int:
        return self.one(f"SELECT count(*) FROM {table} WHERE {where}", *values)


def all_or_none(found: int, whole: int) -> int:
    assert found in (0, whole), f"{found} of {whole}"
    return found // whole


def nothing(_desk: Desk, _n: int) -> None:
    """Most deeds need nothing laid ready."""


@dataclass(frozen=True)
class Deed:
    """What is done, and how far it came.

    `do(desk, n)` does it; `steps(desk, n)` counts what of it is there and raises AssertionError
    where something is there by half; `whole` is the count when it was done. `lasting`: what is
    there once is there after every later deed. `lay(desk, n)` lays ready what it is done with.
    """

    do: Callable[[Desk, int], None]
    steps: Callable[[Desk, int], int]
    whole: int = 1
    lasting: bool = True
    lay: Callable[[Desk, int], None] = nothing
