"""What stays of sales after refunds, costs and spend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

K = TypeVar("K")


@dataclass(frozen=True)
class Sales:
    """Some sales and what they cost, all in fen; None is what is not known and never free.

    `cost_returned` is what the returned goods are still worth of their `goods_cost`;
    `return_shipping` is the way back, `insurance` the freight insurance. `spend` is what promotion
    cost, `reported` the sales that the platform counts for it.
    """

    paid: int | None
    refunded: int | None
    goods_cost: int | None
    cost_returned: int | None
    shipping: int | None
    return_shipping: int | None
    insurance: int | None
    platform_fee: int | None
    commission: int | None
    penalties: int | None
    spend: int | None
    reported: int | None

    def __add__(self, other: Sales) -> Sales:
        """Both together; what one does not know is not known of both."""
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(self))
        return Sales(*(None if a is None or b is None else a + b for a, b in pairs))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of what is not known, in the order of the fields."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) is None)

    @property
    def kept(self) -> int | None:
        """What buyers paid less what they got back."""
        return _less(self.paid, self.refunded)

    @property
    def before_ads(self) -> int | None:
        """What stays before spend; None where anything of it is not known."""
        return _less(
            self.kept,
            _less(self.goods_cost, self.cost_returned),
            self.shipping,
            self.return_shipping,
            self.insurance,
            self.platform_fee,
            self.commission,
            self.penalties,
        )

    @property
    def net(self) -> int | None:
        """What stays after spend."""
        return _less(self.before_ads, self.spend)

    @property
    def roi(self) -> float | None:
        """What was kept for each yuan of spend; None without spend."""
        return self.kept / self.spend if self.kept is not None and self.spend else None

    @property
    def break_even(self) -> float | None:
        """The reported ROI at which nothing is won or lost.

        Only where `paid` and `reported` are the same sales, that is of a way or a plan. None where
        nothing is reported, or nothing stays before spend: then no ROI is enough.
        """
        if not self.reported or self.before_ads is None or self.before_ads <= 0:
            return None
        return self.reported / self.before_ads


NOTHING = Sales(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
"""No sales and no costs: where a sum begins."""


@dataclass(frozen=True)
class Earned:
    """What a part of the orders comes to in some days; money in fen.

    `sales` has neither spend nor reported sales yet, which orders do not know. Orders whose goods
    have no cost, or of which nobody says how much went back (`untold`), are left out of it and
    counted beside: `left_out`, who paid `left_paid` and got `left_refunded` back. `earlier` of all
    that was refunded belongs to orders of before these days; `settled` of what was kept is settled,
    the rest is estimated. `leads` counts an order of two products once, with its first one, and
    those that are left out too.
    """

    sales: Sales = NOTHING
    orders: int = 0
    earlier: int = 0
    settled: int = 0
    left_out: int = 0
    left_paid: int = 0
    leads: int = 0
    left_refunded: int = 0
    untold: int = 0

    def __add__(self, other: Earned) -> Earned:
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(self))
        return Earned(*(a + b for a, b in pairs))

    @classmethod
    def total(cls, parts: Iterable[Earned]) -> Earned:
        """All parts together, as + adds them."""
        parts = tuple(parts)
        sums = (sum(getattr(part, f.name) for part in parts) for f in fields(cls)[1:])
        return cls(_all([part.sales for part in parts]), *sums)

    @property
    def without_cost(self) -> int:
        """How many orders are left out for want of a cost."""
        return self.left_out - self.untold

    @property
    def paid(self) -> int:
        """All that buyers paid, of the orders that are left out too."""
        return (self.sales.paid or 0) + self.left_paid

    @property
    def refunded(self) -> int:
        """All that buyers got back, of the orders that are left out too."""
        return (self.sales.refunded or 0) + self.left_refunded

    @property
    def estimated(self) -> int:
        """What of the kept money is not settled."""
        return (self.sales.kept or 0) - self.settled

    def spent(self, spend: int | None, reported: int | None = None) -> Sales:
        """The sales with what promotion cost for them."""
        return replace(self.sales, spend=spend, reported=reported)


def estimated(reported: int, spend: int, rates: Sales) -> Sales | None:
    """What stays of sales that a report attributes to a way or plan: `reported` is what was paid,
    everything else has its share of them as it has of `rates`, the product's or the shop's sales
    of the same days. None where these have no sales to go by.
    """
    if not rates.paid:
        return None

    def share(part: int | None) -> int | None:
        return None if part is None or not rates.paid else round(part * reported / rates.paid)

    shares = {f.name: share(getattr(rates, f.name)) for f in fields(rates)}
    return Sales(**{**shares, "paid": reported, "spend": spend, "reported": reported})


def split(amount: int, weights: Mapping[K, int]) -> dict[K, int]:
    """An amount by weights, to the fen: the largest rests get what rounding leaves over.

    Evenly where all weights are nothing.
    """
    total = sum(weights.values())
    if not total:
        weights, total = dict.fromkeys(weights, 1), len(weights)
    shares = {key: divmod(amount * weight, total) for key, weight in weights.items()}
    rest = amount - sum(whole for whole, _ in shares.values())
    by_rest = sorted(shares, key=lambda key: -shares[key][1])
    return {key: shares[key][0] + (key in by_rest[:rest]) for key in shares}


def _all(sales: Sequence[Sales]) -> Sales:
    told = ([getattr(one, f.name) for one in sales] for f in fields(Sales))
    return Sales(*(None if None in values else sum(values) for values in told))


def _less(whole: int | None, *parts: int | None) -> int | None:
    for part in parts:
        if whole is None or part is None:
            return None
        whole -= part
    return whole
