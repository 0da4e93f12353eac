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


class NoteField(pw.TextField):
    """What the seller writes freely; what is somebody's personal data in it is not kept."""

    def db_value(self, value: str | None) -> str | None:
        """The note as the book keeps it."""
        from ksdesk.domain.personal import blotted  # not needed for reading

        return blotted(value) if value else value


class Noted(Base):
    """What the seller notes (`ksdesk.domain.notes`), bin included."""

    note = NoteField(default="")
    written_at = pw.TextField()
    binned_at = pw.TextField(null=True)
