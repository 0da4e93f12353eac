"""Refunds as the ledger still says them, and the days on which promotion opened and closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.deposit.notes import RefundCase
from ksdesk.domain.opening.switch import first_answer, turns_of
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


def promotion_turns(
    reader: Reader, quote: Mapping[str, Any]
) -> tuple[bool, date | None, tuple[date, ...], tuple[date, ...]]:
    """Whether 第三方平台推广 was open from the first, its newest closing, the earlier ones, and the
    days it was opened again.

    The wizard's switch opens and closes it (`refund.close_function` turns it, too), and money paid
    in after a refund opens it.
    """
    known, turns = cases(reader), turns_of(quote)
    opened = {day for day, on in turns if on}
    off = {day for day, on in turns if not on}
    closings = {case.closed_on for case in known if case.closed_on is not None}
    always, answered = first_answer(quote)
    # Closed before the switch said anything: from its yes on it is open again.
    unsaid = [day for day in closings if day < min(off, default=date.max)]
    if always and answered is not None and any(day < answered for day in unsaid):
        opened.add(answered)
    closings |= off
    opened |= _paid_in_anew(reader, known)
    newest = max(closings, default=None)
    return always, newest, tuple(sorted(closings - {newest})), tuple(sorted(opened))


def _paid_in_anew(reader: Reader, known: Sequence[RefundCase]) -> set[date]:
    """The days after a refund on which money came in; none on which promotion was closed again."""
    lines = [
        entry.day
        for entry in reader.deposit.entries("promotion")
        if entry.kind in ("paid_in", "special_top_up", "transfer_in") and entry.reversed_by is None
    ]
    found = set()
    for place, case in enumerate(known):
        closed_again = {later.closed_on for later in known[place + 1 :]}
        found |= {
            day for day in lines if case.paid_on and case.paid_on <= day and day not in closed_again
        }
    return found
