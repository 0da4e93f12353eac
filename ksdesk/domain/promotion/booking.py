"""What each order brings and costs, as entries on the days to which they belong.

A sale stands on the day of the order, a refund on its own. Where several sources know a refund
the settlement counts, else the after-sales case, else the state of the order: never their sum.
What a case gave back after the last settlement, and beyond what settlements told, comes on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ksdesk.domain.order_states import is_sale
from ksdesk.domain.orders.refunds import is_apart, largest, later_cases, settled_back
from ksdesk.domain.orders.states import refund_of
from ksdesk.domain.promotion.costs import Costs

SALE, REFUND, OTHER = KINDS = (0, 1, 2)
"""Kinds of entries; OTHER is a fee or penalty of an order that is not in the book, and what a case
cost beyond its refund."""

_UNPAID: Final = re.compile(
    r"[待未](付|支付|买家付|用户付|下单)|等待.{0,4}付款|付款中|支付中|unpaid"
)
_CAME_BACK: Final = re.compile(r"(?<!未)退货")
_MONEY_ONLY: Final = re.compile(r"仅退款")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of an order: one product or option. Money in fen, None where the export has none.

    `product` is its number in the book, 0 where it is none of the book's, and `item` what it is
    then called. `state` and `after_sale` are 订单状态 and 售后状态, `paid_for`: it has a moment of
    payment, `promoted`: a promoter is named, who gets a commission.
    """

    product: int = 0
    sku_key: str = ""
    item: str = ""
    paid: int | None = None
    quantity: int = 1
    state: str = ""
    after_sale: str = ""
    paid_for: bool = False
    commission: int | None = None
    promoted: bool = False
    tracking: tuple[str, ...] = ()
    shipped: bool = False

    @property
    def said(self) -> str:
        """All that is said of its state."""
        return self.state + self.after_sale

    @property
    def refunded(self) -> bool:
        """Whether its state says that all of the money went back."""
        if refund_of(None, 0, self.said) == "part":
            return False
        return not is_sale(self.state) or bool(refund_of(None, 0, self.after_sale))

    @property
    def was_paid(self) -> bool:
        """Whether money came in, be it that it went back since."""
        if _UNPAID.search(self.state):
            return False
        went_back = refund_of(None, 0, self.state) or refund_of(None, 0, self.after_sale)
        return is_sale(self.state) or self.paid_for or bool(went_back)


@dataclass(frozen=True, slots=True)
class Settled:
    """A row of a settlement: what was paid out `on` a day, the refund it takes off, its fees."""

    on: date
    product: int = 0
    item: str = ""
    paid: int | None = None
    refund: int = 0
    fee: int = 0
    commission: int = 0
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class EndedCase:
    """An after-sales case that ended `on` a day: the money that went back (0: none), `returned`:
    with the goods, and the `cost` beyond the refund that the seller noted, None where none is.
    `product` and `item` as in `Line`, as far as the case says what it is about."""

    on: date
    refund: int
    returned: bool | None = None
    cost: int | None = None
    product: int = 0
    item: str = ""


@dataclass(frozen=True)
class Order:
    """All that the book knows of one order. Money in fen.

    `day` is that of the order. Without `lines` only settlements and fees name it. `sent_back` is
    what the platform took for the way back of its goods.
    """

    number: str
    day: date
    province: str = ""
    lines: Sequence[Line] = ()
    settled: Sequence[Settled] = ()
    claims: Sequence[EndedCase] = ()
    insurance: int = 0
    penalties: int = 0
    sent_back: int = 0


@dataclass(slots=True)
class BookedEntry:
    """What an order brings and costs for one product on one day, in fen; None is not known.

    `money_day` is the day of its settlement, None until then; `sold_on` that of the order. Of the
    sales of an order one is the `lead`, by which orders are counted. `costless`: the goods have
    no cost noted, so that it is left out of any profit.
    """

    order: str
    product: int
    item: str
    kind: int
    day: date
    sold_on: date
    money_day: date | None = None
    lead: bool = False
    costless: bool = False
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


@dataclass
class _Share:
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
        return left or not self.lines or bool(_CAME_BACK.search(self.said))


def booked(order: Order, costs: Costs) -> list[BookedEntry]:
    """The entries of an order; of one that was never paid its fees and penalties alone."""
    found: list[BookedEntry] = []
    parcels: set[str] = set()
    shares = [(share, paid) for share in _shares(order) if (paid := share.paid) is not None]
    back = _money_back(order, shares)
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
        found += [sale, *refunds]
    _one_parcel_back(found)
    return [*_with_fees(order, found), *_case_costs(order, found)]


def _never_left(order: Order, share: _Share) -> bool:
    """Whether goods that are not paid any more stayed in the shop; a gift is paid nothing."""
    if share.was_shipped or any(claim.returned for claim in order.claims):
        return False
    return bool(share.paid) or all(line.refunded for line in share.lines)


def _shares(order: Order) -> Iterable[_Share]:
    """The order by product. What is settled of a product that it does not name is of its first."""
    shares: dict[tuple[int, str], _Share] = {}
    called: dict[str, tuple[int, str]] = {}
    for line in order.lines:
        key = called[line.item] = line.product, "" if line.product else line.item
        shares.setdefault(key, _Share(*key)).lines.append(line)
    for row in order.settled:
        key = row.product, "" if row.product else row.item
        if key not in shares and order.lines:
            key = called.get(row.item, next(iter(shares)))
        shares.setdefault(key, _Share(*key)).settled.append(row)
    return shares.values()


_Day = dict[date, int]
"""Fen that went back by the day."""


def _money_day(share: _Share) -> date | None:
    """The day on which a sale was settled; what is taken off later has its own days."""
    days = [row.on for row in share.settled if row.paid] or [row.on for row in share.settled]
    return min(days, default=None)


def _money_back(order: Order, shares: Sequence[tuple[_Share, int]]) -> list[_Day]:
    """The refunds of each share, together never more than was paid for it.

    Settlements have the say of what was until the last of them. What cases gave back beyond that
    came later; without either the states tell it.
    """
    found: list[_Day] = [{} for _ in shares]

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


def _amounts(
    shares: Sequence[tuple[_Share, int]],
) -> tuple[dict[int, int], dict[int, int | None]]:
    """What was paid for the share at each place, and what settlements say was paid for it."""
    told = ((place, share.settled) for place, (share, _) in enumerate(shares) if share.settled)
    most = {place: largest(row.paid for row in rows) for place, rows in told}
    return {place: fen for place, (_, fen) in enumerate(shares)}, most


def _later_cases(
    order: Order, shares: Sequence[tuple[_Share, int]], settled: int
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


def _cost(
    order: Order,
    share: _Share,
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
        entry.costless = goods is None
    kept = sale.paid - sum(refund.refunded for refund in refunds)
    if share.settled:
        sale.platform_fee = sum(row.fee for row in share.settled)
        sale.commission = sum(row.commission for row in share.settled)
    else:
        sale.platform_fee = _part_of(kept, costs.share("platform_fee", order.day, share.product))
        sale.commission = _commission(order, share, sale.paid, kept, costs)
    if goods and refunds and _came_back(order, share, kept):
        for refund in refunds:
            worth = costs.share("returned", refund.day, share.product)
            refund.cost_returned = _part_of(rounded(goods * refund.refunded, sale.paid), worth)
        if not order.sent_back and all(claim.cost is None for claim in order.claims):
            last = refunds[-1]
            last.return_shipping = costs.part("return", last.day, share.product, order.province)


def _commission(order: Order, share: _Share, paid: int, kept: int, costs: Costs) -> int | None:
    """As the order's export estimates it, of what is kept; else by the seller's share."""
    told = [line.commission for line in share.lines if line.commission is not None]
    if told:
        return rounded(sum(told) * kept, paid) if paid else 0
    if not any(line.promoted for line in share.lines):
        return 0
    return _part_of(kept, costs.share("commission", order.day, share.product))


def _came_back(order: Order, share: _Share, kept: int) -> bool:
    """Whether the goods came back: as the case says, else the state, else if all was refunded."""
    for claim in sorted(order.claims, key=lambda claim: not share.is_of(claim)):
        if claim.returned is not None:
            return claim.returned
    if _MONEY_ONLY.search(share.said):
        return False
    return bool(_CAME_BACK.search(share.said)) or kept <= 0


def _shipping(order: Order, share: _Share, costs: Costs, parcels: set[str]) -> int | None:
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
