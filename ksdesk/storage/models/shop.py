"""What the book says of itself, and the figures the seller goes by instead of the rules."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Base, Noted


class About(Base):
    """What the book says of itself by key (the shop's name, the wizard's place)."""

    key = pw.TextField(primary_key=True)
    value = pw.TextField()

    class Meta:
        table_name = "fact"


class RuleOverride(Noted):
    """The seller's own figure for a rule; the value is JSON."""

    key = pw.TextField()
    value = pw.TextField()
    valid_from = pw.TextField(null=True)
    valid_to = pw.TextField(null=True)
    unit = pw.TextField()
    written_on = pw.TextField(null=True)


TABLES = (
    About,
    RuleOverride,
)
