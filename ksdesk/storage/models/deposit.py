"""The ledger of the deposit, and what the seller notes of it."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Base, Noted, NoteField


class DepositEntry(Base):
    """One line of the deposit ledger; triggers refuse to change or delete it."""

    account = pw.TextField()
    day = pw.TextField()
    kind = pw.TextField()
    amount = pw.IntegerField()
    note = NoteField(default="")
    origin = pw.TextField(default="")
    reverses = pw.ForeignKeyField("self", null=True, unique=True, backref="reversal")
    batch = pw.IntegerField(null=True)
    written_at = pw.TextField()
    rule = pw.TextField(default="")
    order = pw.TextField(default="", column_name="order_number")
    proof = pw.TextField(default="")
    serial = pw.TextField(default="")
    restores = pw.IntegerField(null=True)

    class Meta:
        indexes = ((("account", "day", "id"), False), (("account", "day", "amount"), False))


class AccountState(Noted):
    """An account is frozen from a day on, or no longer."""

    account = pw.TextField()
    day = pw.TextField()
    frozen = pw.IntegerField()


class SubShop(Noted):
    """A sub-shop and its receivables."""

    name = pw.TextField()
    receivables = pw.IntegerField()
    noted_on = pw.TextField()


class MeasureEvent(Noted):
    """The platform took a measure, or lifted it."""

    measure = pw.TextField()
    state = pw.TextField()
    day = pw.TextField()


class ShownLine(Noted):
    """What the phone showed as due for an account."""

    account = pw.TextField()
    amount = pw.IntegerField()
    day = pw.TextField()
    due = pw.TextField(null=True)


class LineCategory(Noted):
    """A category that asks for more."""

    name = pw.TextField()
    amount = pw.IntegerField(null=True)
    opened_on = pw.TextField()
    closed_on = pw.TextField(null=True)
    account = pw.TextField()


class LineAdjustment(Noted):
    """What the platform adds for last month's sales, from a day on."""

    amount = pw.IntegerField()
    day = pw.TextField()
    month = pw.TextField(null=True)


class SalesTier(Noted):
    """From which sales of a month on the deposit is how much."""

    sales_from = pw.IntegerField()
    amount = pw.IntegerField()
    valid_from = pw.TextField(null=True)


class SalesMonth(Noted):
    """What a month sold, in all or in one category."""

    month = pw.TextField()
    amount = pw.IntegerField()
    until = pw.TextField(null=True)
    category = pw.TextField()
    origin = pw.TextField()


class RefundCase(Noted):
    """How far the way back of a deposit has come."""

    account = pw.TextField()
    closed_on = pw.TextField(null=True)
    exit_rule_on = pw.TextField(null=True)
    applied_on = pw.TextField(null=True)
    deducted_on = pw.TextField(null=True)
    deducted = pw.IntegerField()
    paid_on = pw.TextField(null=True)
    paid = pw.IntegerField()


class Comparison(Noted):
    """A balance that was held against the phone."""

    account = pw.TextField()
    day = pw.TextField()
    shown = pw.IntegerField()
    difference = pw.IntegerField()


TABLES = (
    DepositEntry,
    AccountState,
    SubShop,
    MeasureEvent,
    ShownLine,
    LineCategory,
    LineAdjustment,
    SalesTier,
    SalesMonth,
    RefundCase,
    Comparison,
)
