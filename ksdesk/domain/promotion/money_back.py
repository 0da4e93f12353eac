"""What of an order's money went back, for which of its products and on which days.

Where several sources know a refund the settlement counts, else the after-sales case, else the state
of the order: never their sum. What a case gave back after the last settlement, and beyond what
settlements told, comes on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ksdesk.domain.orders.refunds import is_apart, largest, later_cases, settled_back
from ksdesk.domain.promotion.order_facts import EndedCase, Line, Order, Settled

CAME_BACK: Final = re.compile(r"(?<!未)退货")


@dataclass
class Share:
    """What of an order is of one product."""

    product: int
    item: str
    lines: list[Line] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)

    @property
    def paid(self) -> int | None:
        """What came in for it; an export without amounts leaves that to the settlement."""
        lines = [one for one in self.lines if self.settled or one.was_paid]
        known = [line.paid for line in lines if line.paid is not None]
        if not known and (told := [row for row in self.settled if row.paid is not None]):
            last = max(row.on for row in told)  # its options, each by itself
            known = [row.paid or 0 for row in told if row.on == last]
        return sum(known) if known else None

    @property
    def said(self) -> str:
        """All that its rows say of their state."""
        return "".join(line.said for line in self.lines)

    def is_of(self, claim: EndedCase) -> bool:
        """Whether a case names it."""
        if self.product and self.product == claim.product:
            return True
        return bool(claim.item) and claim.item in (self.item, *(one.item for one in self.lines))

    @property
    def was_shipped(self) -> bool:
        """Whether goods left the shop, of an order whose money went back."""
        left = any(line.shipped or line.tracking for line in self.lines)
        return left or not self.lines or bool(CAME_BACK.search(self.said))


def shares_of(order: Order) -> Iterable[Share]:
    """The order by product. What is settled of a product that it does not name is of its first."""
    shares: dict[tuple[int, str], Share] = {}
    called: dict[str, tuple[int, str]] = {}
    for line in order.lines:
        key = called[line.item] = line.product, "" if line.product else line.item
        shares.setdefault(key, Share(*key)).lines.append(line)
    for row in order.settled:
        key = row.product, "" if row.product else row.item
        if key not in shares and order.lines:
            key = called.get(row.item, next(iter(shares)))
        shares.setdefault(key, Share(*key)).settled.append(row)
    return shares.values()


FenByDay = dict[date, int]
"""Fen that went back, by the day."""


def money_back(order: Order, shares: Sequence[tuple[Share, int]]) -> list[FenByDay]:
    """The refunds of each share, together never more than was paid for it.

    Settlements have the say of what was until the last of them. What cases gave back beyond that
    came later; without either the states tell it.
    """
    found: list[FenByDay] = [{} for _ in shares]

    def take(on: date, fen: int, first: int) -> int:
        """For the share at that place, what is too much for it for the others."""
        left = fen
        for place in sorted(range(len(shares)) if fen > 0 else (), key=lambda n: n != first):
            paid = shares[place][1]
            if (taken := min(left, paid - sum(found[place].values()))) > 0:
                found[place][on] = found[place].get(on, 0) + taken
                left -= taken
        return fen - left

    settled = sum(
        take(on, fen, place)
        for place, (share, paid) in enumerate(shares)
        for on, fen in settled_back([(row.on, row.paid, row.refund) for row in share.settled], paid)
    )
    later = _later_cases(order, shares, settled)
    for claim, fen in later:
        own = (place for place, (share, _) in enumerate(shares) if share.is_of(claim))
        take(claim.on, fen, next(own, 0))
    amounts = _amounts(shares)
    for place, (share, _) in enumerate(shares):
        known = bool(found[place]) if is_apart(place, *amounts) else bool(settled or later)
        if not (known or share.settled):
            lost = (line.paid or 0 for line in share.lines if line.refunded and line.was_paid)
            take(order.day, sum(lost), place)
    return [dict(sorted(days.items())) for days in found]


def is_untold(order: Order, share: Share, every: Sequence[Share], given: FenByDay) -> bool:
    """Whether money went back for a share, beyond what is known of it (`given`), and nobody says
    how much. A case of none of the order's shares (`every`) may be of each. What was until the last
    settlement is told by it; a state is told by any amount, a case by its own alone."""
    if not share.paid or sum(given.values()) >= share.paid:
        return False
    until = max((row.on for row in order.settled), default=date.min)
    for claim in (one for one in order.claims if one.untold and one.on > until):
        if share.is_of(claim) or not any(one.is_of(claim) for one in every):
            return True
    told = given or order.settled or any(claim.refund for claim in order.claims)
    return not told and any(line.refunded_in_part for line in share.lines)


def _amounts(
    shares: Sequence[tuple[Share, int]],
) -> tuple[dict[int, int], dict[int, int | None]]:
    """What was paid for the share at each place, and what settlements say was paid for it."""
    told = ((place, share.settled) for place, (share, _) in enumerate(shares) if share.settled)
    most = {place: largest(row.paid for row in rows) for place, rows in told}
    return {place: fen for place, (_, fen) in enumerate(shares)}, most


def _later_cases(
    order: Order, shares: Sequence[tuple[Share, int]], settled: int
) -> list[tuple[EndedCase, int]]:
    """Cases since the last settlement with what they gave back beyond what is settled, and those of
    goods that are not settled."""
    until = max((row.on for row in order.settled), default=date.min)
    paid, told = _amounts(shares)
    apart: list[EndedCase] = []
    given: list[EndedCase] = []
    for claim in order.claims:
        of = next((n for n, (share, _) in enumerate(shares) if share.is_of(claim)), -1)
        (apart if is_apart(of, paid, told) else given).append(claim)
    counted = later_cases([(claim.on, claim.refund) for claim in given], settled, until)
    later = [(given[place], fen) for place, fen in counted]
    later += [(claim, claim.refund) for claim in apart if claim.refund]
    return sorted(later, key=lambda pair: pair[0].on)
