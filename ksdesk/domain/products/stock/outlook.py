"""How long the stock lasts, what is low, and how much to get.

Sales are pieces by (商品ID, SKU 编码) as orders name them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ksdesk.domain.products.values import Product, Sku

DAYS: Final = 14
LOW_DAYS: Final = 3
"""What is assumed where a caller has no rules at hand: quality.stock.window and low_days."""

REASONS: Final = ("counted", "damaged", "returned", "received", "sold_elsewhere", "other")
"""Why a stock was corrected: 盘点, 破损, 退回, 到货, 别处卖了, 其他. Changes of many at once have
the reason "bulk", a product's own import too."""


@dataclass(frozen=True)
class StockMove:
    """A correction: the stock before and after, in pieces (None: not known), and why.

    `sku_key` names one of the product's SKUs, "" for goods without options.
    """

    product: int
    sku_key: str
    before: int | None
    after: int | None
    reason: str
    note: str
    at: datetime
    id: int = 0


Sold = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class StockLine:
    """What is said of the stock of a product, or of one of its SKUs (`sku_key`, else "").

    `stock` and `sold` (of the last days) in pieces, `left` in days and None where nothing was
    sold, `get` in pieces, 0 where nothing is needed. `soon`: gone within the days of the rule;
    `low`: at its threshold, without one `soon`, or sold out.
    """

    product: Product
    sku_key: str
    stock: int | None
    sold: int
    left: int | None
    threshold: int | None
    get: int
    soon: bool
    low: bool

    @property
    def watched(self) -> bool:
        """Whether the seller is told when it is low."""
        return self.product.way == "own" and self.product.state != "draft"


def sku_key(sku: Sku) -> str:
    """What a SKU is called in corrections: its code, or its options where it has none."""
    return sku.code or "/".join(sku.options)


def renamed(before: Sequence[Sku], after: Sequence[Sku]) -> dict[str, str]:
    """The keys of SKUs that are called otherwise now: the same options under another code, the same
    code with other options, or without codes what stands in the same place of as many.

    Each key is the target of one, too: what another's former rows are called in turn, so that the
    way back finds all as it was.
    """
    left, right = list(before), list(after)
    pairs: list[tuple[Sku, Sku]] = []
    for same in ("options", "code"):
        there = {getattr(sku, same): sku for sku in right if getattr(sku, same)}
        for old in list(left):
            if (new := there.pop(getattr(old, same), None)) is not None:
                pairs.append((old, new))
                left.remove(old)
                right.remove(new)
    if len(before) == len(after):
        places = zip(before, after, strict=True)
        left, right = ([sku for sku in some if not sku.code] for some in (left, right))
        pairs += [(old, new) for old, new in places if old in left and new in right]
    keys = {sku_key(old): sku_key(new) for old, new in pairs if sku_key(old) != sku_key(new)}
    for start in [key for key in keys if key not in set(keys.values())]:
        end = start
        while end in keys:
            end = keys[end]
        keys[end] = start
    return keys


def corrections(
    before: Iterable[Product], after: Iterable[Product], now: datetime
) -> Iterator[StockMove]:
    """What became of stocks that were changed with others, SKU by SKU, for the history of each."""
    for old, new in zip(before, after, strict=True):
        keys = renamed(old.skus, new.skus)
        was = {keys.get(key, key): stock for key, stock in _stocks(old).items()}
        became = _stocks(new)
        for key, stock in became.items():
            if was.get(key) != stock:
                yield StockMove(new.id, key, was.get(key), stock, "bulk", "", now)


def _stocks(product: Product) -> dict[str, int | None]:
    return {sku_key(sku): sku.stock for sku in product.skus} or {"": product.stock}


def days_left(stock: int | None, sold: int, days: int = DAYS) -> int | None:
    """Whole days that *stock* lasts if *sold* pieces in *days* go on; None where unknown."""
    if stock is None or sold <= 0:
        return None
    return max(0, stock) * days // sold


def restock(stock: int | None, sold: int, cover: int = DAYS, days: int = DAYS) -> int:
    """Pieces to get so that the stock lasts *cover* days at the pace of the last *days*."""
    needed = -(-max(0, sold) * cover // days)
    return max(0, needed - max(0, stock or 0))


def sales_of(products: Iterable[Product], sold: Sold) -> dict[int, dict[str, int]]:
    """Pieces that each product sold, by its number and the code that the orders name.

    An order is of the one product with its 商品ID. One that names no 商品ID, or one that nothing
    has, is of a product with its code, which then has no other 商品ID itself. Each counts once:
    for the product that is no draft, and that came first.
    """
    items: dict[str, int] = {}
    codes: dict[str, int] = {}
    without_item: dict[str, int] = {}
    for product in sorted(products, key=lambda one: (one.state == "draft", one.id)):
        if product.item_id:
            items.setdefault(product.item_id, product.id)
        for code in {product.code, *(sku.code for sku in product.skus)} - {""}:
            codes.setdefault(code, product.id)
            if not product.item_id:
                without_item.setdefault(code, product.id)
    found: dict[int, dict[str, int]] = {}
    for (item, code), pieces in sold.items():
        number = items.get(item) or (without_item if item else codes).get(code)
        if number is not None:
            by_code = found.setdefault(number, {})
            by_code[code] = by_code.get(code, 0) + pieces
    return found


def low_lines(
    products: Iterable[Product],
    sold: Sold,
    low_days: int = LOW_DAYS,
    days: int = DAYS,
    cover: int = DAYS,
) -> tuple[StockLine, ...]:
    """What is low of the goods of one's own, what runs out first at the top.

    Drafts and what is sold for other platforms are left out.
    """
    products = tuple(products)
    sales = sales_of(products, sold)
    lines = [
        line
        for product in products
        for line in lines_of(product, sales.get(product.id, {}), low_days, days, cover)
        if line.low and line.watched
    ]
    return tuple(sorted(lines, key=first_gone))


def lines_of(
    product: Product,
    sales: Mapping[str, int],
    low_days: int = LOW_DAYS,
    days: int = DAYS,
    cover: int = DAYS,
) -> Iterator[StockLine]:
    """The lines of a product, low or not, from what it sold by code (`sales_of`): one, or one for
    each of its SKUs, for which its threshold holds.

    Where orders do not say which SKU it was, one line more is of all together.
    """
    open_sales = dict(sales)
    for sku in product.skus:
        went = open_sales.pop(sku.code, 0) if sku.code else 0
        threshold = product.threshold
        yield _line(product, sku_key(sku), sku.stock, went, threshold, low_days, days, cover)
    if not product.skus or any(open_sales.values()):
        threshold = None if product.skus else product.threshold
        whole = sum(sales.values())
        yield _line(product, "", product.stock, whole, threshold, low_days, days, cover)


def _line(
    product: Product,
    key: str,
    stock: int | None,
    went: int,
    threshold: int | None,
    low_days: int,
    days: int,
    cover: int,
) -> StockLine:
    left, get = days_left(stock, went, days), restock(stock, went, cover, days)
    soon = left is not None and left < low_days
    at_mark = stock is not None and threshold is not None and stock <= threshold
    low = stock is not None and (stock <= 0 or at_mark or (threshold is None and soon))
    return StockLine(product, key, stock, went, left, threshold, get, soon, low)


def lasts(lines: Iterable[StockLine]) -> int | None:
    """Days until the first of a product's lines that has stock is gone; 0 where none has any."""
    known = [(line.left, line.stock) for line in lines if line.left is not None]
    return min((left for left, pieces in known if pieces), default=0 if known else None)


def first_gone(line: StockLine) -> tuple[bool, float, int, int]:
    """Sold out goods that are asked for come first, goods nobody asks for last."""
    left = float("inf") if line.left is None else line.left
    return not line.sold, left, line.stock or 0, line.product.id
