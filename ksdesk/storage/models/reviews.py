"""What is noted of lives, videos and fans."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Noted, NoteField


class ChecklistItem(Noted):
    """One thing that is done for fans."""

    asked = pw.TextField()
    since = pw.TextField()
    proposal = pw.TextField()
    words = NoteField()
    place = pw.IntegerField()
    off_since = pw.TextField(null=True)


class ChecklistTick(Noted):
    """That it was done."""

    item = pw.IntegerField()
    day = pw.TextField(index=True)
    at = pw.TextField()
    session = pw.IntegerField(index=True)


TABLES = (ChecklistItem, ChecklistTick)
