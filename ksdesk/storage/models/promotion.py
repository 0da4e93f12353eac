"""The tables of promotion."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Base, Noted


class PromotionPlan(Noted):
    """What is bought, for what, and how far it has come."""

    way = pw.TextField()
    name = pw.TextField()
    goal = pw.TextField()
    budget = pw.IntegerField()
    begins = pw.TextField()
    ends = pw.TextField()
    hour_from = pw.IntegerField()
    hour_to = pw.IntegerField()
    products = pw.TextField()
    label = pw.TextField()
    stop = pw.TextField()
    campaigns = pw.TextField()
    work = pw.TextField()
    work_day = pw.TextField(null=True)
    obstacles = pw.TextField()
    topic = pw.TextField()
    keywords = pw.TextField()
    staged = pw.TextField()
    state = pw.TextField()
    begun_at = pw.TextField(null=True)
    ended_at = pw.TextField(null=True)
    reviewed_at = pw.TextField(null=True)
    review = pw.TextField()


class PlanChange(Noted):
    """What of a running plan was changed."""

    plan = pw.IntegerField()
    at = pw.TextField()
    what = pw.TextField()
    was = pw.TextField()
    became = pw.TextField()


class PlanReading(Noted):
    """A figure that was read off the phone for a plan."""

    plan = pw.IntegerField()
    at = pw.TextField()
    what = pw.TextField()
    figure = pw.IntegerField()


class PromotionTrial(Noted):
    """Weeks in which what each way costs changes by plan; `ways` and `weeks` are JSON."""

    begins = pw.TextField()
    ways = pw.TextField()
    weeks = pw.TextField()
    stopped = pw.TextField(null=True)


class PromotionTrialDay(Noted):
    """What a day of a trial cost; `spent` is JSON."""

    trial = pw.IntegerField()
    day = pw.TextField()
    spent = pw.TextField()


class UnitCost(Noted):
    """What one piece of a product, or of an option, costs from a day on."""

    product = pw.IntegerField()
    sku_key = pw.TextField()
    cost = pw.IntegerField()
    since = pw.TextField()


class ParcelCost(Noted):
    """A part of what each parcel costs from a day on; `provinces` is JSON."""

    part = pw.TextField()
    cost = pw.IntegerField()
    since = pw.TextField()
    product = pw.IntegerField(null=True)
    provinces = pw.TextField()


class CostShare(Noted):
    """A share of the seller's own: of the platform's fee, of commission, of returned goods."""

    kind = pw.TextField()
    share = pw.FloatField()
    since = pw.TextField()
    category = pw.TextField()


class MonthlyCost(Noted):
    """What the shop costs each month, from the month of a day to that of another."""

    name = pw.TextField()
    cost = pw.IntegerField()
    first = pw.TextField()
    last = pw.TextField(null=True)


class ProfitRow(Base):
    """What an order brings and costs for one product on one day, worked out from what is imported.

    It is written and read by SQL; see `ksdesk.domain.promotion.booking.BookedEntry`. Days are
    counted since 1970, `at` is the moment of the order in seconds.
    """

    product = pw.IntegerField()
    item = pw.TextField()
    day = pw.IntegerField()
    order_no = pw.TextField(index=True)
    kind = pw.IntegerField()
    sold_on = pw.IntegerField()
    money_day = pw.IntegerField(null=True)
    at = pw.IntegerField(index=True)
    in_live = pw.IntegerField(null=True)
    lead = pw.IntegerField()
    costless = pw.IntegerField()
    paid = pw.IntegerField()
    refunded = pw.IntegerField()
    goods_cost = pw.IntegerField(null=True)
    cost_returned = pw.IntegerField(null=True)
    shipping = pw.IntegerField(null=True)
    return_shipping = pw.IntegerField(null=True)
    insurance = pw.IntegerField()
    platform_fee = pw.IntegerField(null=True)
    commission = pw.IntegerField(null=True)
    penalties = pw.IntegerField()

    class Meta:
        primary_key = pw.CompositeKey("product", "item", "costless", "day", "order_no", "kind")
        without_rowid = True
        indexes = (
            (
                (
                    *("day", "costless", "lead", "sold_on", "money_day", "paid", "refunded"),
                    *("goods_cost", "cost_returned", "shipping", "return_shipping", "insurance"),
                    *("platform_fee", "commission", "penalties", "at"),
                ),
                False,
            ),
        )


class ProfitStale(Base):
    """An order, or the orders of a product, or with neither all, that are to be worked out anew.

    With `since` only those of that day or later. `item` and `code` are what the product was named
    by before it changed.
    """

    order_no = pw.TextField(null=True)
    product = pw.IntegerField(null=True)
    since = pw.IntegerField(null=True)
    item = pw.TextField(null=True)
    code = pw.TextField(null=True)


TABLES = (
    *(PromotionPlan, PlanChange, PlanReading, PromotionTrial, PromotionTrialDay),
    *(UnitCost, ParcelCost, CostShare, MonthlyCost, ProfitRow, ProfitStale),
)
