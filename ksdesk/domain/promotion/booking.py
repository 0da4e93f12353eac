"""What each order brings and costs, as entries on the days to which they belong.

A sale stands on the day of the order, a refund on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ksdesk.domain.promotion.costs import Costs
from ksdesk.domain.promotion.money_back import CAME_BACK, Share, is_untold, money_back, shares_of
from ksdesk.domain.promotion.order_facts import Line, Order

SALE, REFUND, OTHER = KINDS = (0, 1, 2)
"""Kinds of entries; OTHER is a fee or penalty of an order that is not in the book, and what a case
cost beyond its refund."""

NO_COST, UNTOLD = 1, 2
"""Why an entry is left out of profits."""

_MONEY_ONLY: Final = re.compile(r"仅退款")


@dataclass(slots=True)
class BookedEntry:
    """What an order brings and costs for one product on one day, in fen; None is not known.

    `money_day` is the day of its settlement, None until then; `sold_on` that of the order. Of the
    sales of an order one is the `lead`, by which orders are counted. `costless`: it is left out of
    any profit, for the goods have no cost noted (`NO_COST`) or nobody says how much of the money
    went back (`UNTOLD`).
    """

    order: str
    product: int
    item: str
    kind: int
    day: date
    sold_on: date
    money_day: date | None = None
    lead: bool = False
    costless: int = 0
    paid: int = 0
    refunded: int = 0
    goods_cost: int | None = 0
    cost_returned: int | None = 0
    shipping: int | None = 0
    return_shipping: int | None = 0
    insurance: int = 0
    platform_fee: int | None = 0
    commission: int | None = 0
    penalties: int = 0


def booked(order: Order, costs: Costs) -> list[BookedEntry]:
    """The entries of an order; of one that was never paid its fees and penalties alone."""
    found: list[BookedEntry] = []
    parcels: set[str] = set()
    shares = [(share, paid) for share in shares_of(order) if (paid := share.paid) is not None]
    back = money_back(order, shares)
    for (share, paid), given in zip(shares, back, strict=True):
        sale = BookedEntry(
            *(order.number, share.product, share.item, SALE, order.day, order.day),
            money_day=_money_day(share),
            lead=not found,
            paid=paid,
        )
        refunds = [
            BookedEntry(
                *(order.number, share.product, share.item, REFUND, on, order.day),
                money_day=on if sale.money_day else None,
                refunded=fen,
            )
            for on, fen in given.items()
        ]
        gone = sum(given.values()) >= paid and _never_left(order, share)
        _cost(order, share, sale, refunds, costs, gone)
        sale.shipping = 0 if gone else _shipping(order, share, costs, parcels)
        if not sale.costless and is_untold(order, share, [one for one, _ in shares], given):
            for entry in (sale, *refunds):
                entry.costless = UNTOLD
        found += [sale, *refunds]
    _one_parcel_back(found)
    return [*_with_fees(order, found), *_case_costs(order, found)]


def _never_left(order: Order, share: Share) -> bool:
    """Whether goods that are not paid any more stayed in the shop; a gift is paid nothing."""
    if share.was_shipped or any(claim.returned for claim in order.claims):
        return False
    return bool(share.paid) or all(line.refunded for line in share.lines)


def _money_day(share: Share) -> date | None:
    """The day on which a sale was settled; what is taken off later has its own days."""
    days = [row.on for row in share.settled if row.paid] or [row.on for row in share.settled]
    return min(days, default=None)


def _cost(
    order: Order,
    share: Share,
    sale: BookedEntry,
    refunds: list[BookedEntry],
    costs: Costs,
    gone: bool,
) -> None:
    """Write goods, fees and what came back into the entries of a share."""
    lines = share.lines or [Line(share.product, quantity=row.quantity) for row in share.settled[:1]]
    pieces = [(costs.unit(line.product, line.sku_key, order.day), line.quantity) for line in lines]
    goods = 0 if gone else _added([None if one is None else one * n for one, n in pieces])
    sale.goods_cost = goods
    for entry in (sale, *refunds):
        entry.costless = NO_COST if goods is None else 0
    kept = sale.paid - sum(refund.refunded for refund in refunds)
    if share.settled:
        sale.platform_fee = sum(row.fee for row in share.settled)
        sale.commission = sum(row.commission for row in share.settled)
    else:
        sale.platform_fee = _part_of(kept, costs.share("platform_fee", order.day, share.product))
        sale.commission = _commission(order, share, sale.paid, kept, costs)
    back, refunded = _came_back(order, share, kept)
    if goods and refunds and back:
        for refund in refunds:
            worth = costs.share("returned", refund.day, share.product)
            cost = rounded(goods * refund.refunded * back, sale.paid * refunded)
            refund.cost_returned = _part_of(cost, worth)
        if not order.sent_back and all(claim.cost is None for claim in order.claims):
            last = refunds[-1]
            last.return_shipping = costs.part("return", last.day, share.product, order.province)


def _commission(order: Order, share: Share, paid: int, kept: int, costs: Costs) -> int | None:
    """As the order's export estimates it, of what is kept; else by the seller's share."""
    told = [line.commission for line in share.lines if line.commission is not None]
    if told:
        return rounded(sum(told) * kept, paid) if paid else 0
    if not any(line.promoted for line in share.lines):
        return 0
    return _part_of(kept, costs.share("commission", order.day, share.product))


def _came_back(order: Order, share: Share, kept: int) -> tuple[int, int]:
    """Of how much of the refunds the goods came back: as its cases say, else the state, else if all
    was refunded. Money that one case gave without goods counts with a return of all the rest."""
    told = [claim for claim in order.claims if claim.returned is not None]
    told = [claim for claim in told if share.is_of(claim)] or told
    if any(claim.returned for claim in told):
        back, whole = (sum(c.refund for c in told if c.returned or every) for every in (0, 1))
        return (back, whole) if back and kept > 0 else (1, 1)
    if told or _MONEY_ONLY.search(share.said):
        return 0, 1
    return int(bool(CAME_BACK.search(share.said)) or kept <= 0), 1


def _shipping(order: Order, share: Share, costs: Costs, parcels: set[str]) -> int | None:
    """What the parcels of a share cost that no share before had, the order's first at least.

    A parcel is counted per order and tracking number: one that two orders share is one of each.
    """
    mine = {number for line in share.lines for number in line.tracking} - parcels
    count = len(mine) or (0 if parcels else 1)
    parcels |= mine or {""}
    if not count:
        return 0
    one = costs.parcel(order.day, share.product, order.province)
    return None if one is None else one * count


def _one_parcel_back(entries: Iterable[BookedEntry]) -> None:
    """What comes back of an order on one day does so together."""
    days: set[date] = set()
    for entry in entries:
        if entry.return_shipping:
            entry.return_shipping *= entry.day not in days
            days.add(entry.day)


def _with_fees(order: Order, entries: list[BookedEntry]) -> list[BookedEntry]:
    """Insurance, penalties and the way back as the platform charged them, at the first entry."""
    if not (order.insurance or order.penalties or order.sent_back):
        return entries
    if not entries:
        entries = [BookedEntry(order.number, 0, "", OTHER, order.day, order.day, order.day)]
    entries[0].insurance, entries[0].penalties = order.insurance, order.penalties
    entries[0].return_shipping = order.sent_back
    return entries


def _case_costs(order: Order, entries: list[BookedEntry]) -> Iterator[BookedEntry]:
    """What cases cost beyond their refunds, each on the day it ended; the way back that the
    platform charged is in it already."""
    charged, by_day = order.sent_back, dict[date, int]()
    for claim in order.claims:
        taken = min(charged, claim.cost or 0)
        charged -= taken
        by_day[claim.on] = by_day.get(claim.on, 0) + (claim.cost or 0) - taken
    for day, fen in by_day.items():
        if entries and fen:
            first = entries[0]
            place = (order.number, first.product, first.item, OTHER, day, order.day, day)
            yield BookedEntry(*place, costless=first.costless, penalties=fen)


def _added(costs: list[int | None]) -> int | None:
    known = [cost for cost in costs if cost is not None]
    return sum(known) if len(known) == len(costs) else None


def _part_of(amount: int, share: float | None) -> int | None:
    return None if share is None else rounded(amount * round(share * 1_000_000), 1_000_000)


def rounded(above: int, below: int) -> int:
    """A quotient to the nearest whole, half up; `below` is above 0."""
    return (2 * above + below) // (2 * below)
