"""What was imported, and how its columns were read."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Base


class Batch(Base):
    """One import: what came of it, and what its columns became (JSON)."""

    kind = pw.TextField()
    name = pw.TextField()
    started_at = pw.TextField()
    state = pw.TextField()
    new = pw.IntegerField(default=0)
    revised = pw.IntegerField(default=0)
    same = pw.IntegerField(default=0)
    refused = pw.IntegerField(default=0)
    columns = pw.TextField(default="[]")


class HeaderMapping(Base):
    """What the columns of a set of headers became when it was imported last."""

    header = pw.TextField(primary_key=True)
    columns = pw.TextField()
    used_at = pw.TextField()


class Doubled(Base):
    """A row that is perhaps the one with the key `twin` once more: it came in before rows were
    known by what identifies them."""

    kind = pw.TextField()
    key = pw.TextField()
    twin = pw.TextField()

    class Meta:
        indexes = ((("kind", "key"), True),)


TABLES = (
    Batch,
    HeaderMapping,
    Doubled,
)
