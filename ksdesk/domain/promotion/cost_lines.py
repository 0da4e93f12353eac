"""The list in which costs are filled in: products and options, those without a cost first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ksdesk.domain.products import Product
from ksdesk.domain.products.stock.outlook import sku_key
from ksdesk.domain.promotion.breakdown import Good
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.domain.promotion.profit import Earned


@dataclass(frozen=True)
class CostLine:
    """A product, or one of its options (`sku_key`, `option` in words), and what a piece costs.

    `cost` holds since the day `since`, `before` is the one before it; None where none is noted.
    A cost of the whole product holds for an option without its own. `orders` and `paid` are of the
    last days, `first` is the day of the first order that has no cost. `good` tells also what only
    orders name, for which there is no product yet.
    """

    good: Good
    title: str
    sku_key: str = ""
    option: str = ""
    price: int | None = None
    cost: int | None = None
    since: date | None = None
    before: int | None = None
    orders: int = 0
    paid: int = 0
    first: date | None = None

    @property
    def missing(self) -> bool:
        """Whether orders are left out of the profit for want of it."""
        return self.cost is None and self.first is not None


Sold = Mapping[tuple[int, str], tuple[int, int]]
"""Orders and fen paid by product and option."""


def cost_lines(
    products: Iterable[Product],
    costs: Iterable[UnitCost],
    earned: Mapping[Good, Earned],
    sold: Sold,
    firsts: Mapping[Good, date],
    titles: Mapping[Good, str],
    day: date,
) -> tuple[CostLine, ...]:
    """The lines of all goods of one's own and of what only orders name; what is missing comes
    first, and in both parts what most orders are of. Drafts without orders are left out.

    `earned` and `sold` are of the last days, `firsts` the days of the first orders without a cost.
    """
    noted: dict[tuple[int, str], list[UnitCost]] = {}
    for cost in sorted(costs, key=lambda cost: cost.since):
        noted.setdefault((cost.product, cost.sku_key), []).append(cost)
    found = [
        line
        for product in products
        if product.way == "own" and (product.state != "draft" or (product.id, "") in earned)
        for line in _lines(product, noted, earned, sold, firsts, day)
    ]
    found += [
        _with_sales(CostLine(good, titles.get(good, good[1]), first=first), earned.get(good))
        for good, first in firsts.items()
        if not good[0]
    ]
    return tuple(sorted(found, key=lambda line: (not line.missing, -line.orders, line.title)))


def _lines(
    product: Product,
    noted: Mapping[tuple[int, str], list[UnitCost]],
    earned: Mapping[Good, Earned],
    sold: Sold,
    firsts: Mapping[Good, date],
    day: date,
) -> Iterator[CostLine]:
    good = product.id, ""
    line = CostLine(good, product.title, price=product.price, first=firsts.get(good))
    whole = _with_cost(line, noted.get(good, ()), day)
    if not product.skus:
        yield _with_sales(whole, earned.get(good))
        return
    if whole.cost is not None or good in sold:  # the orders do not tell which option it was
        orders, paid = sold.get(good, (0, 0))
        yield replace(whole, orders=orders, paid=paid)
    for sku in product.skus:
        key = sku_key(sku)
        orders, paid = sold.get((product.id, key), (0, 0))
        yield replace(
            _with_cost(whole, noted.get((product.id, key), ()), day),
            sku_key=key,
            option=" ".join(sku.options),
            price=sku.price,
            orders=orders,
            paid=paid,
            first=line.first if orders else None,
        )


def _with_cost(line: CostLine, noted: Iterable[UnitCost], day: date) -> CostLine:
    """The line with the cost that holds on a day, and the one before it."""
    held = [cost for cost in noted if cost.since <= day]
    if not held:
        return line
    before = held[-2].cost if len(held) > 1 else None
    return replace(line, cost=held[-1].cost, since=held[-1].since, before=before)


def _with_sales(line: CostLine, earned: Earned | None) -> CostLine:
    if earned is None:
        return line
    return replace(line, orders=earned.orders + earned.left_out, paid=earned.paid)
