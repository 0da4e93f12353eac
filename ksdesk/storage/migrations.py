"""The steps from one schema version to the next: SQL text and frozen names only.

Step n takes a book from version n-1 to n. A step is never edited once it has shipped, it never
uses the models (they describe the newest version only), and each has a test with a book of the
version before it in tests/old_books.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

import peewee

from ksdesk.storage import sqlite_only

log = logging.getLogger(__name__)

FIRST = """
CREATE TABLE fact (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE opening_step (name TEXT NOT NULL PRIMARY KEY, fields TEXT NOT NULL,
    note TEXT NOT NULL, visited_at TEXT, done_at TEXT, updated_at TEXT NOT NULL);
CREATE TABLE deposit_entry (id INTEGER NOT NULL PRIMARY KEY, account TEXT NOT NULL,
    day TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, note TEXT NOT NULL,
    origin TEXT NOT NULL, reverses_id INTEGER, batch INTEGER, written_at TEXT NOT NULL,
    FOREIGN KEY (reverses_id) REFERENCES deposit_entry (id));
CREATE UNIQUE INDEX deposit_entry_reverses_id ON deposit_entry (reverses_id);
CREATE INDEX deposit_entry_account_day_id ON deposit_entry (account, day, id);
CREATE TABLE product (id INTEGER NOT NULL PRIMARY KEY, way TEXT NOT NULL, title TEXT NOT NULL,
    category TEXT NOT NULL, price INTEGER, stock INTEGER, selling_point TEXT NOT NULL,
    state TEXT NOT NULL, link TEXT NOT NULL, note TEXT NOT NULL, made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL, binned_at TEXT);
CREATE INDEX product_binned_at ON product (binned_at);
"""


def first_book(db: peewee.Database) -> None:
    """Make the tables of the first book."""
    run(db, FIRST)
    sqlite_only.make_append_only(db)


STEPS: tuple[Callable[[peewee.Database], None], ...] = (first_book,)
NEWEST = len(STEPS)


def run(db: peewee.Database, script: str) -> None:
    """Execute the statements of a script one by one, inside the open transaction."""
    for statement in filter(None, map(str.strip, script.split(";"))):
        db.execute_sql(statement)


def migrate(db: peewee.Database) -> int:
    """Bring the open book to the newest version in one transaction; returns steps taken.

    The version is read again inside the transaction: whoever came second finds it done.
    """
    with db.atomic("IMMEDIATE"):
        start = sqlite_only.version(db)
        for number, step in enumerate(STEPS[start:], start + 1):
            log.info("book: step %d, %s", number, step.__name__)
            step(db)
        if start < NEWEST:
            if lost := sqlite_only.orphans(db):
                raise peewee.IntegrityError(f"{lost} rows lost what they belong to")
            sqlite_only.set_version(db, NEWEST)
    return max(0, NEWEST - start)
