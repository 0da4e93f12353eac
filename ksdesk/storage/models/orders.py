"""What the seller does with orders before they are gone."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Base, Noted


class CheckedOrder(Base):
    """Checks (JSON) of an order, and until when a delay was announced."""

    order_no = pw.TextField(unique=True)
    checks = pw.TextField()
    notice_until = pw.TextField(null=True)

    class Meta:
        table_name = "order_work"


class OrderParcel(Base):
    """A parcel of an order by its tracking number."""

    order_no = pw.TextField()
    courier = pw.TextField()
    number = pw.TextField()
    at = pw.TextField()
    sent_at = pw.TextField(null=True)

    class Meta:
        indexes = ((("order_no", "number"), True),)


class ClockHours(Noted):
    """The seller's hours of a clock."""

    clock = pw.TextField()
    hours = pw.IntegerField()

    class Meta:
        table_name = "own_hours"


TABLES = (CheckedOrder, OrderParcel, ClockHours)
