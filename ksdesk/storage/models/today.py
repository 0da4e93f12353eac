"""What the seller put off on 今日."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Noted


class PutOffItem(Noted):
    """What is not told before a moment; without one never again."""

    thing = pw.TextField()
    which = pw.TextField()
    told_from = pw.TextField(null=True)

    class Meta:
        table_name = "put_off"


TABLES = (PutOffItem,)
