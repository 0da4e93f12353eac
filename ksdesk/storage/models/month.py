"""What is noted of months and quarters."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Base, Noted


class TaxFigure(Noted):
    """What the platform reports of a quarter."""

    quarter = pw.TextField()
    basis = pw.TextField()
    gross = pw.IntegerField(null=True)
    refunds = pw.IntegerField(null=True)
    net = pw.IntegerField(null=True)


class TaxPart(Base):
    """A part of it, by month and order, as the platform's table has it."""

    figure = pw.ForeignKeyField(TaxFigure, on_delete="CASCADE")
    month = pw.TextField(null=True)
    order_no = pw.TextField()
    gross = pw.IntegerField(null=True)
    refunds = pw.IntegerField(null=True)
    net = pw.IntegerField(null=True)


TABLES = (TaxFigure, TaxPart)
