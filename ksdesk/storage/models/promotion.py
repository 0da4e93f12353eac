"""The tables of promotion."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Noted


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


TABLES = (PromotionPlan, PlanChange, PlanReading, UnitCost, ParcelCost, CostShare, MonthlyCost)
