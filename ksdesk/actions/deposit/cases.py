"""The refunds of a deposit as its ledger still says them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.deposit.notes import RefundCase
from ksdesk.storage import Reader

ORIGIN: Final = "refund"
"""Marks the ledger lines of a refund."""


def cases(reader: Reader, account: str = "promotion") -> tuple[RefundCase, ...]:
    """The refunds of an account; a step of the newest whose line was reversed did not happen."""
    noted = tuple(case for case in reader.notes.all(RefundCase) if case.account == account)
    if not noted:
        return ()
    *earlier, newest = noted
    since = newest.applied_on
    lines = [
        line
        for line in reader.deposit.entries(account)
        if line.origin == ORIGIN and line.reverses is None
        if since is not None and line.day >= since
    ]
    return (*earlier, _as_it_stands(newest, lines))


def _as_it_stands(case: RefundCase, lines: Iterable[Entry]) -> RefundCase:
    standing: dict[str, int] = {}
    taken_back: dict[str, int] = {}
    for line in lines:
        found = standing if line.reversed_by is None else taken_back
        found[line.kind] = found.get(line.kind, 0) - line.amount
    gone = taken_back.keys() - standing.keys()
    if case.paid and "refund_paid" in gone:
        case = replace(case, paid_on=None, paid=0)
    if case.deducted and "refund_deducted" in taken_back:
        kept = min(case.deducted, standing.get("refund_deducted", 0))
        case = replace(case, deducted=kept, deducted_on=case.deducted_on if kept else None)
    if case.state == "applied" and "refund_applied" in gone:
        case = replace(case, applied_on=None)
    return case
