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
    with the goods, and the `cost` beyond the refund that the seller noted, None where none is."""

    on: date
    refund: int
    returned: bool | None = None
    cost: int | None = None


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
        known = known or [row.paid for row in self.settled if row.paid is not None][-1:]
        return sum(known) if known else None

    @property
    def said(self) -> str:
        return "".join(line.said for line in self.lines)

    @property
    def was_shipped(self) -> bool:
        """Whether goods left the shop, of an order whose money went back."""
        left = any(line.shipped or line.tracking for line in self.lines)
        return left or not self.lines or bool(_CAME_BACK.search(self.said))


def booked(order: Order, costs: Costs) -> list[BookedEntry]:
    """The entries of an order; of one that was never paid its fees and penalties alone."""
    found: list[BookedEntry] = []
    parcels: set[str] = set()
    shares = [*_shares(order)]
    told = sum(fen for share in shares for _, fen in _settled_back(share))
    back = _money_back(order, told)
    by_state = not told and not back
    for share in shares:
        if (paid := share.paid) is None:
            continue
        sale = BookedEntry(
            *(order.number, share.product, share.item, SALE, order.day, order.day),
            money_day=_money_day(share),
            lead=not found,
            paid=paid,
        )
        refunds = list(_refunds(share, sale, back, by_state=by_state))
        left = share.was_shipped or any(claim.returned for claim in order.claims)
        gone = sum(one.refunded for one in refunds) >= paid and not left
        _cost(order, share, sale, refunds, costs, gone)
        sale.shipping = 0 if gone else _shipping(order, share, costs, parcels)
        found += [sale, *refunds]
    return [*_with_fees(order, found), *_case_costs(order, found)]


def _shares(order: Order) -> Iterable[_Share]:
    """The order by product. What is settled of a product that it does not name is of its first."""
    shares: dict[tuple[int, str], _Share] = {}
    for line in order.lines:
        key = line.product, "" if line.product else line.item
        shares.setdefault(key, _Share(*key)).lines.append(line)
    for row in order.settled:
        key = row.product, "" if row.product else row.item
        if key not in shares and order.lines:
            key = next(iter(shares))
        shares.setdefault(key, _Share(*key)).settled.append(row)
    return shares.values()


@dataclass
class _Back:
    """Money that went back `on` a day, as far as no share of the order has it yet."""

    on: date
    fen: int


def _money_day(share: _Share) -> date | None:
    """The day on which a sale was settled; what is taken off later has its own days."""
    days = [row.on for row in share.settled if row.paid] or [row.on for row in share.settled]
    return min(days, default=None)


def _money_back(order: Order, told: int) -> list[_Back]:
    """What after-sales cases gave back beyond what settlements told, after the last of them."""
    until = max((row.on for row in order.settled), default=date.min)
    left = sum(claim.refund for claim in order.claims) - told
    found = []
    for claim in sorted(order.claims, key=lambda claim: claim.on, reverse=True):
        if claim.on > until and (fen := min(claim.refund, left)) > 0:
            found.append(_Back(claim.on, fen))
            left -= fen
    return found[::-1]


def _refunds(
    share: _Share, sale: BookedEntry, back: list[_Back], *, by_state: bool
) -> Iterable[BookedEntry]:
    """The refunds of a share on their days, together never more than was paid."""
    open_, entries = sale.paid, dict[date, BookedEntry]()

    def take(on: date, fen: int) -> int:
        nonlocal open_
        if (taken := min(fen, open_)) > 0:
            open_ -= taken
            place = (sale.order, sale.product, sale.item, REFUND, on, sale.day)
            entry = entries.setdefault(
                on, BookedEntry(*place, money_day=on if sale.money_day else None)
            )
            entry.refunded += taken
        return max(taken, 0)

    for on, fen in _settled_back(share):
        take(on, fen)
    for one in back:
        one.fen -= take(one.on, one.fen)
    if by_state and not share.settled:
        take(sale.day, sum(line.paid or 0 for line in share.lines if line.refunded))
    return entries.values()


def _settled_back(share: _Share) -> Iterator[tuple[date, int]]:
    """Rows that name the payment anew tell how the whole stands, others what came on top."""
    anew, before = sum(1 for row in share.settled if row.paid) > 1, 0
    for row in sorted(share.settled, key=lambda row: row.on):
        yield row.on, row.refund - before if anew else row.refund
        before = max(before, row.refund)


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
    told = next((claim.returned for claim in order.claims if claim.returned is not None), None)
    if told is not None:
        return told
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
