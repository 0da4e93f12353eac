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


TABLES = (PromotionPlan, PlanChange, PlanReading)
