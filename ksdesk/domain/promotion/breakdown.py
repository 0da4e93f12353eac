"""Profit by product, day, way, plan and live, with what promotion cost for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from ksdesk.domain.promotion.attaching import RATIOS, Matched, divided
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.promotion.profit import NOTHING, Earned, Sales, estimated, split

Good = tuple[int, str]
"""A product by its number, or (0, what orders call it) where it is none of the book's."""

NO_GOOD: Final[Good] = (0, "")
"""In the place of a product where there is none."""


@dataclass(frozen=True)
class GoodProfit:
    """What stays of one product; `spend` is its share of the plans that name it."""

    good: Good
    title: str
    earned: Earned
    spend: int = 0

    @property
    def sales(self) -> Sales:
        """Its sales with their spend."""
        return self.earned.spent(self.spend)

    @cached_property
    def net(self) -> int | None:
        """What stays after its spend."""
        before = self.earned.sales.before_ads
        return None if before is None else before - self.spend

    @property
    def costless(self) -> bool:
        """Whether all its orders are left out: no cost is noted, or refunds are untold."""
        return not self.earned.orders and bool(self.earned.left_out)

    @property
    def lost_per_order(self) -> float | None:
        """Fen that each order loses, None where none does or it is not known."""
        net = self.net
        return (
            -net / self.earned.orders if net is not None and net < 0 < self.earned.orders else None
        )


@dataclass(frozen=True)
class Profit:
    """What stays of the sales of some days.

    `whole` are all orders, those of goods without a cost counted beside (see `Earned`).
    `spend` is all that promotion cost and `unassigned` what of it no plan gives to products (不分
    商品); `monthly` are the shop's own costs of these months, below the net. `of_no_good` is what
    of the whole is of no product: charges that name no order.
    """

    whole: Earned
    goods: tuple[GoodProfit, ...] = ()
    spend: int = 0
    unassigned: int = 0
    monthly: int = 0
    of_no_good: Earned = field(default_factory=Earned)

    @property
    def unsplit(self) -> GoodProfit | None:
        """What is of no product, None where all is."""
        one = GoodProfit(NO_GOOD, "", self.of_no_good, self.unassigned)
        return one if one.spend or one.earned != Earned() else None

    @property
    def orders(self) -> int:
        """How many orders there are, those that are left out too."""
        return self.whole.leads

    @property
    def sales(self) -> Sales:
        """All sales with their spend."""
        return self.whole.spent(self.spend)

    @property
    def after_monthly(self) -> int | None:
        """What is left of the net after the shop's own costs."""
        net = self.sales.net
        return None if net is None else net - self.monthly


@dataclass(frozen=True)
class Paid:
    """What a way or a plan cost and what its reports attribute to it (money in fen).

    Orders name no plan: `sales` has the refunds and costs that `rates`, the sales of its products
    or of the shop in the same days, have. `clean` is the same without the suspect hours, None
    where there are none. `own` tells that `rates` are those of its own products. `fans_paid`: in
    so many days the fans it won bought for so many fen, None where no report has that. A campaign
    that tells no sales makes no return worse: ratios are of `matched`.
    """

    key: str
    spend: int
    reported: int | None = None
    orders: int | None = None
    fans: int | None = None
    rates: Sales = NOTHING
    own: bool = False
    clean: Sales | None = None
    fans_paid: tuple[int, int] | None = None
    matched: Matched = field(default_factory=dict)

    @property
    def sales(self) -> Sales | None:
        """What stays of the attributed sales; None where nothing is reported or to go by."""
        return None if self.reported is None else estimated(self.reported, self.spend, self.rates)

    @property
    def reported_roi(self) -> float | None:
        """The return as the platform reports it."""
        return self._ratio("roi")

    @property
    def per_order(self) -> float | None:
        """Fen for one order."""
        return self._ratio("order_cost")

    @property
    def per_fan(self) -> float | None:
        """Fen for one fan."""
        return self._ratio("fan_cost")

    @property
    def untold(self) -> int:
        """Fen of the spend of which no report tells what it sold, where of the rest one does."""
        parts = self.matched.get("roi")
        return 0 if parts is None else max(0, self.spend - round(parts[1]))

    def divided(self, code: str) -> tuple[float, float] | None:
        """What one of `RATIOS` divides and by what, None where that is not known."""
        told = {
            "spend": self.spend,
            "gmv": self.reported,
            "orders": self.orders,
            "new_fans": self.fans,
        }
        known = {name: figure for name, figure in told.items() if figure is not None}
        return divided(code, known, self.matched)

    @classmethod
    def joined(cls, key: str, some: Sequence[Paid]) -> Paid:
        """Several of one way as one; a figure counts as far as one of them tells it."""

        def known(figures: Sequence[int | None]) -> int | None:
            told = [figure for figure in figures if figure is not None]
            return sum(told) if told else None

        clean = [sales for one in some if (sales := one.clean or one.sales) is not None]
        divided = {code: [one.divided(code) for one in some] for code in RATIOS}
        return replace(
            some[0],
            key=key,
            spend=sum(one.spend for one in some),
            reported=known([one.reported for one in some]),
            orders=known([one.orders for one in some]),
            fans=known([one.fans for one in some]),
            clean=sum(clean, NOTHING) if any(one.clean for one in some) else None,
            fans_paid=next((one.fans_paid for one in some if one.fans_paid), None),
            matched={code: _both([p for p in parts if p]) for code, parts in divided.items()},
        )

    def beyond(self, told: Paid) -> Paid:
        """What it has beside what reports `told` of it, of which the spend is; ratios of that are
        of the whole figures."""

        def more(name: str) -> int | None:
            return getattr(self, name) if getattr(told, name) is None else None

        return Paid(
            *(self.key, 0, more("reported"), more("orders"), more("fans"), self.rates),
            matched={code: None if code in self.matched else self.divided(code) for code in RATIOS},
        )

    def less(self, some: Sequence[Paid]) -> Paid | None:
        """What of it is of none of some; None where nothing was spent for that."""
        spend = self.spend - sum(one.spend for one in some)
        if spend <= 0:
            return None
        matched: dict[str, tuple[float, float] | None] = {}
        for code in RATIOS:
            parts = [one.divided(code) for one in some]
            whole = self.divided(code)
            if whole is not None:
                above, below = _both([p for p in parts if p]) or (0, 0)
                left = whole[0] - above, whole[1] - below
                matched[code] = left if min(left) >= 0 and any(left) else None

        def rest(whole: int | None, figures: Sequence[int | None]) -> int | None:
            left = (whole or 0) - sum(figure or 0 for figure in figures)
            return left if left > 0 else None

        told = rest(self.reported, [one.reported for one in some])
        if told is None and matched.get("roi"):
            told = 0  # its reports say that it sold nothing
        return Paid(
            *(self.key, spend, told),
            rest(self.orders, [one.orders for one in some]),
            rest(self.fans, [one.fans for one in some]),
            self.rates,
            matched=matched,
        )

    def _ratio(self, code: str) -> float | None:
        """None where there is no spend or no effect."""
        above, below = self.divided(code) or (0, 0)
        return above / below if above and below else None


@dataclass(frozen=True)
class PaidTotal(Paid):
    """What ways cost and brought together: those of which it is known; `without` names the others.
    A count that one of them does not tell is not told of all."""

    summed: Sales | None = None
    without: tuple[str, ...] = ()

    @property
    def sales(self) -> Sales | None:
        return self.summed

    @classmethod
    def of(cls, every: Sequence[Paid]) -> PaidTotal:
        """The sum of some ways."""

        def all_of(values: Sequence[int | None]) -> int | None:
            known = [value for value in values if value is not None]
            return sum(known) if known and len(known) == len(values) else None

        spent = [one for one in every if one.spend]
        ways = [one for one in spent if one.sales is not None] or spent
        sales = [one.sales for one in ways if one.sales is not None]
        return cls(
            "total",
            sum(one.spend for one in ways),
            all_of([one.reported for one in ways]),
            all_of([one.orders for one in ways]),
            all_of([one.fans for one in ways]),
            matched={code: _both([one.divided(code) for one in ways]) for code in RATIOS},
            summed=sum(sales, NOTHING) if sales else None,
            without=tuple(one.key for one in spent if one not in ways),
        )


def _both(parts: Sequence[tuple[float, float] | None]) -> tuple[float, float] | None:
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    return sum(above for above, _ in known), sum(below for _, below in known)


@dataclass(frozen=True)
class PaidPlan:
    """What a way cost and brought, or a `plan` of it."""

    paid: Paid
    plan: Plan | None = None


@dataclass(frozen=True)
class DayProfit:
    """What stays of a day; `spend` is what promotion cost on it."""

    day: date
    earned: Earned
    spend: int = 0

    @property
    def sales(self) -> Sales:
        """Its sales with their spend."""
        return self.earned.spent(self.spend)


@dataclass(frozen=True, slots=True)
class EarnedRow:
    """What stands behind a sum: an order's sale, refund or fee (`kind`, one of `KINDS` in
    `ksdesk.domain.promotion.booking`) of one product on a `day`; `sales` in fen. `costless`: why it
    is left out of the sums of profit (`NO_COST`, `UNTOLD` there), 0 where it is not. `lead`: by it
    its order is counted.
    """

    order: str
    good: Good
    kind: int
    day: date
    sold_on: date
    settled: bool
    costless: int
    lead: bool
    sales: Sales


@dataclass(frozen=True, slots=True)
class CostRow:
    """What stands behind a sum and is of no order: what a campaign or plan cost, or a cost of the
    shop's own. `name` is "" where no report tells; `day` the last that it is counted for."""

    day: date
    name: str
    fen: int


@dataclass(frozen=True)
class Behind:
    """The rows behind a number of the profit: of orders, of what promotion cost, and the shop's
    own costs of the months."""

    orders: Sequence[EarnedRow] = ()
    spends: Sequence[CostRow] = ()
    monthly: Sequence[CostRow] = ()


def by_goods(
    earned: Mapping[Good, Earned],
    titles: Mapping[Good, str],
    plans: Iterable[tuple[Plan, int]],
) -> tuple[GoodProfit, ...]:
    """The products, those that lose most first, each with its share of what plans spent."""
    spends: dict[Good, int] = {}
    for plan, spend in plans:
        for good, part in shares(earned, plan, spend).items():
            spends[good] = spends.get(good, 0) + part
    goods = [
        GoodProfit(good, titles.get(good, good[1]), earned.get(good, Earned()), spends.get(good, 0))
        for good in dict.fromkeys((*earned, *spends))
        if good != NO_GOOD
    ]
    return tuple(sorted(goods, key=_worst_first))


def shares(earned: Mapping[Good, Earned], plan: Plan, spend: int) -> dict[Good, int]:
    """What a plan spent, shared among its products by what was paid for them."""
    weights = {(n, ""): earned.get((n, ""), Earned()).paid for n in dict.fromkeys(plan.products)}
    return split(spend, weights) if weights else {}


def _worst_first(one: GoodProfit) -> tuple[bool, int]:
    net = None if one.costless else one.net
    return net is None, one.earned.paid * -1 if net is None else net


def at_a_loss(goods: Iterable[GoodProfit]) -> tuple[GoodProfit, ...]:
    """Products that were sold at a loss, those that lose most first."""
    lost = [one for one in goods if one.lost_per_order is not None]
    return tuple(sorted(lost, key=_worst_first))


def by_month(days: Mapping[date, Earned]) -> dict[date, Earned]:
    """Sums of days by the first day of their month."""
    found: dict[date, Earned] = {}
    for day, earned in days.items():
        month = day.replace(day=1)
        found[month] = found.get(month, Earned()) + earned
    return found
