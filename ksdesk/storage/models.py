"""The tables as peewee sees them. Only this room uses them; nothing outside gets an instance.

Days are ISO text, moments are ISO text to the second in Beijing time, money is integer fen.
"""

from __future__ import annotations

import peewee as pw

from ksdesk.domain import traffic


class Base(pw.Model):
    """All tables of a book; bound to its database by `bind`."""

    class Meta:
        legacy_table_names = False


class Fact(Base):
    """One fact about the book itself (the shop's name, the wizard's place)."""

    key = pw.TextField(primary_key=True)
    value = pw.TextField()


class OpeningStep(Base):
    """What was filled in on one step of the opening wizard, as JSON by field name."""

    name = pw.TextField(primary_key=True)
    fields = pw.TextField(default="{}")
    note = pw.TextField(default="")
    visited_at = pw.TextField(null=True)
    done_at = pw.TextField(null=True)
    updated_at = pw.TextField()


class DepositEntry(Base):
    """One line of the deposit ledger; triggers refuse to change or delete it."""

    account = pw.TextField()
    day = pw.TextField()
    kind = pw.TextField()
    amount = pw.IntegerField()
    note = pw.TextField(default="")
    origin = pw.TextField(default="")
    reverses = pw.ForeignKeyField("self", null=True, unique=True, backref="reversal")
    batch = pw.IntegerField(null=True)
    written_at = pw.TextField()

    class Meta:
        indexes = ((("account", "day", "id"), False),)


class Product(Base):
    """Own goods, or another platform's link kept as text."""

    way = pw.TextField()
    title = pw.TextField(default="")
    category = pw.TextField(default="")
    price = pw.IntegerField(null=True)
    stock = pw.IntegerField(null=True)
    selling_point = pw.TextField(default="")
    state = pw.TextField(default="draft")
    link = pw.TextField(default="")
    note = pw.TextField(default="")
    made_at = pw.TextField()
    changed_at = pw.TextField()
    binned_at = pw.TextField(null=True, index=True)


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


class TrafficRow(Base):
    """Figures of one hour, live, day or week of whatever its identifying columns say.

    `time` is in seconds of the Beijing wall clock; `extra` (own figures) and `marks` (own texts)
    are JSON by label; `batch` is the import that wrote the row last.
    """

    key = pw.TextField(unique=True)
    time = pw.IntegerField()
    grain = pw.TextField()
    level = pw.IntegerField()
    batch = pw.IntegerField(null=True)


class TrafficBefore(Base):
    """A traffic row as it was before the import `by_batch` revised it."""

    by_batch = pw.IntegerField()
    key = pw.TextField()
    time = pw.IntegerField()
    grain = pw.TextField()
    level = pw.IntegerField()
    batch = pw.IntegerField(null=True)

    class Meta:
        indexes = ((("by_batch", "key"), True),)


for _table in (TrafficRow, TrafficBefore):
    for _name in traffic.IDENTITIES:
        _table._meta.add_field(_name, pw.TextField(null=True))
    for _measure in traffic.STORED:
        _kind = pw.FloatField if _measure.kind == "seconds" else pw.IntegerField
        _table._meta.add_field(_measure.code, _kind(null=True))
    _table._meta.add_field("extra", pw.TextField(null=True))
    _table._meta.add_field("marks", pw.TextField(null=True))


ALL: tuple[type[Base], ...] = (
    Fact,
    OpeningStep,
    DepositEntry,
    Product,
    Batch,
    HeaderMapping,
    TrafficRow,
    TrafficBefore,
)
