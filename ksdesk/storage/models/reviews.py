"""Lives and short videos as the seller looks back at them, and the list for fans."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Noted, NoteField


class LookedBack(Noted):
    """One of them; `todo` is JSON. What is not known is NULL."""

    kind = pw.TextField()
    began_at = pw.TextField()
    name = NoteField()
    seconds = pw.IntegerField(null=True)
    viewers = pw.IntegerField(null=True)
    peak = pw.IntegerField(null=True)
    stay = pw.IntegerField(null=True)
    new_fans = pw.IntegerField(null=True)
    lost_fans = pw.IntegerField(null=True)
    comments = pw.IntegerField(null=True)
    likes = pw.IntegerField(null=True)
    shares = pw.IntegerField(null=True)
    exposures = pw.IntegerField(null=True)
    entered = pw.IntegerField(null=True)
    stayed = pw.IntegerField(null=True)
    clicks = pw.IntegerField(null=True)
    orders = pw.IntegerField(null=True)
    paid_orders = pw.IntegerField(null=True)
    sales = pw.IntegerField(null=True)
    refunds = pw.IntegerField(null=True)
    spend = pw.IntegerField(null=True)
    running = pw.IntegerField(null=True)
    todo = NoteField()
    reviewed_at = pw.TextField(null=True)

    class Meta:
        table_name = "broadcast"


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


TABLES = (LookedBack, ChecklistItem, ChecklistTick)
