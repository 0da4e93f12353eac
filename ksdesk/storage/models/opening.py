"""How far the shop is opened."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Base, NoteField


class OpeningStep(Base):
    """What was filled in on one step of the opening wizard, as JSON by field name."""

    name = pw.TextField(primary_key=True)
    fields = pw.TextField(default="{}")
    note = NoteField(default="")
    visited_at = pw.TextField(null=True)
    done_at = pw.TextField(null=True)
    updated_at = pw.TextField()


TABLES = (OpeningStep,)
