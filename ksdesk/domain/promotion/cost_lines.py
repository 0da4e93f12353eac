"""The list in which costs are filled in: products and options, those without a cost first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.stock.outlook import sku_key
from ksdesk.domain.promotion.breakdown import Good
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.domain.promotion.profit import Earned


@dataclass(frozen=True)
class CostLine:
    """A product, or one of its options (`sku_key`, `option` in words), and what a piece costs.

    `cost` holds since the day `since`, `before` is the one before it, `begins` the day of the very
    first; None where none is noted.
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
    begins: date | None = None
    orders: int = 0
    paid: int = 0
    first: date | None = None

    @property
    def uncovered(self) -> bool:
        """Whether orders are left out of the profit for want of it."""
        return self.first is not None and (self.begins is None or self.begins > self.first)

    @property
    def missing(self) -> bool:
        """Whether they are, and it has none today either."""
        return self.cost is None and self.uncovered

    @property
    def too_late(self) -> bool:
        """Whether they are, for its cost begins only after them."""
        return self.cost is not None and self.uncovered


def usual_since(first: date | None, held: bool, today: date) -> date:
    """From when a cost without a day holds: where one `held` already from today, else from the
    `first` order that has none."""
    return today if held or first is None else min(first, today)


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
    first, then what begins too late, and of all parts what most orders are of. Drafts without
    orders are left out, and links and what is in the bin unless orders of theirs have no cost.

    `earned` and `sold` are of the last days, `firsts` the days of the first orders without a cost.
    """
    noted: dict[tuple[int, str], list[UnitCost]] = {}
    for cost in sorted(costs, key=lambda cost: cost.since):
        noted.setdefault((cost.product, cost.sku_key), []).append(cost)
    found = [
        line
        for product in products
        if (product.id, "") in firsts or (_is_own(product) and _is_sold(product, earned))
        for line in _lines(product, noted, earned, sold, firsts, day)
    ]
    found += [
        _with_sales(CostLine(good, titles.get(good, good[1]), first=first), earned.get(good))
        for good, first in firsts.items()
        if not good[0]
    ]
    return tuple(sorted(found, key=_worst_first))


def _worst_first(line: CostLine) -> tuple[bool, bool, int, str]:
    return not line.missing, not line.too_late, -line.orders, line.title


def _is_own(product: Product) -> bool:
    return product.way == "own" and product.binned_at is None


def _is_sold(product: Product, earned: Mapping[Good, Earned]) -> bool:
    return product.state != "draft" or (product.id, "") in earned


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
    options = [_option(whole, sku, noted, sold, day) for sku in product.skus]
    # Where none of them sold in these days it was before: whichever has no cost may be it.
    before = not any(one.missing and one.orders for one in options)
    told = [
        one if one.orders or (before and one.uncovered) else replace(one, first=None)
        for one in options
    ]
    untold = whole.uncovered and not any(one.uncovered for one in options)
    if whole.cost is not None or good in sold or untold:
        # The orders do not tell which option it was.
        orders, paid = sold.get(good, (0, 0))
        yield replace(whole, orders=orders, paid=paid)
    yield from told


def _option(
    whole: CostLine,
    sku: Sku,
    noted: Mapping[tuple[int, str], list[UnitCost]],
    sold: Sold,
    day: date,
) -> CostLine:
    key = whole.good[0], sku_key(sku)
    orders, paid = sold.get(key, (0, 0))
    return replace(
        _with_cost(whole, noted.get(key, ()), day),
        sku_key=key[1],
        option=" ".join(sku.options),
        price=sku.price,
        orders=orders,
        paid=paid,
    )


def _with_cost(line: CostLine, noted: Iterable[UnitCost], day: date) -> CostLine:
    """The line with the cost that holds on a day, and the one before it."""
    held = [cost for cost in noted if cost.since <= day]
    if not held:
        return line
    before = held[-2].cost if len(held) > 1 else None
    last, first = held[-1], held[0].since
    begins = first if line.begins is None else min(first, line.begins)
    return replace(line, cost=last.cost, since=last.since, before=before, begins=begins)


def _with_sales(line: CostLine, earned: Earned | None) -> CostLine:
    if earned is None:
        return line
    return replace(line, orders=earned.orders + earned.left_out, paid=earned.paid)
