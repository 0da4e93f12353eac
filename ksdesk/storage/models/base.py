"""What all tables of a book have alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local

import peewee as pw


class _Meant(pw.DatabaseProxy):
    """A proxy of which a thread can mean another book for a while."""

    def __init__(self) -> None:
        object.__setattr__(self, "_here", local())
        super().__init__()

    @property
    def obj(self) -> pw.Database | None:
        return getattr(self._here, "book", None) or self._open

    @obj.setter
    def obj(self, book: pw.Database | None) -> None:
        object.__setattr__(self, "_open", book)

    @contextmanager
    def meaning(self, book: pw.Database) -> Iterator[None]:
        """On this thread the tables mean another book for the block."""
        self._here.book = book
        try:
            yield
        finally:
            self._here.book = None


BOOK = _Meant()
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
