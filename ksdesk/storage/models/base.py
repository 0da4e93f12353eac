"""What all tables of a book have alike."""

from __future__ import annotations

import peewee as pw

BOOK = pw.DatabaseProxy()
"""The book that the tables mean: the one whose session was read from first since it was opened."""


class Base(pw.Model):
    """All tables of a book."""

    class Meta:
        database = BOOK
        legacy_table_names = False


class Noted(Base):
    """What the seller notes (`ksdesk.domain.notes`), bin included."""

    note = pw.TextField(default="")
    written_at = pw.TextField()
    binned_at = pw.TextField(null=True)
