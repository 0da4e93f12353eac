"""What is noted of after-sales cases."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Noted


class AftersalesFile(Noted):
    """What the seller noted of a case; `turns`, `said`, `checked` and `promised` are JSON."""

    order_no = pw.TextField()
    case_no = pw.TextField()
    kind = pw.TextField()
    product = pw.TextField()
    refund = pw.IntegerField(null=True)
    reason = pw.TextField()
    opened_at = pw.TextField(null=True)
    expires_at = pw.TextField(null=True)
    turns = pw.TextField()
    said = pw.TextField()
    checked = pw.TextField()
    fault = pw.TextField()
    plan = pw.TextField()
    promised = pw.TextField()
    outcome = pw.TextField()
    cost = pw.IntegerField(null=True)
    closed_at = pw.TextField(null=True)


TABLES = (AftersalesFile,)
