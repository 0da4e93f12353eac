"""The tables as peewee sees them. Only this room uses them; nothing outside gets an instance.

Days are ISO text, moments are ISO text to the second in Beijing time, money is integer fen.
"""

from __future__ import annotations

import peewee as pw


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


ALL: tuple[type[Base], ...] = (Fact, OpeningStep, DepositEntry, Product)
