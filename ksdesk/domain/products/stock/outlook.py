"""How long the stock lasts, what is low, and how much to get.

Sales are pieces by (商品ID, SKU 编码) as orders name them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ksdesk.domain.products.values import Product, Sku

DAYS: Final = 14
"""Days of sales that tell how long the stock lasts (rule quality.stock.window)."""

LOW_DAYS: Final = 3
"""Without a threshold, stock for fewer days counts as low (rule quality.stock.low_days)."""

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
    """What the low-stock list says of a product, or of one of its SKUs (`sku_key`, else "").

    `stock` and `sold` (of the last days) in pieces, `left` in days and None where nothing was
    sold, `get` in pieces, 0 where nothing is needed.
    """

    product: Product
    sku_key: str
    stock: int | None
    sold: int
    left: int | None
    threshold: int | None
    get: int


def sku_key(sku: Sku) -> str:
    """What a SKU is called in corrections: its code, or its options where it has none."""
    return sku.code or "/".join(sku.options)


def corrections(
    before: Iterable[Product], after: Iterable[Product], now: datetime
) -> Iterator[StockMove]:
    """What became of stocks that were changed with others, SKU by SKU, for the history of each."""
    for old, new in zip(before, after, strict=True):
        was, became = _stocks(old), _stocks(new)
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


def _low(stock: int | None, threshold: int | None, sold: int, low_days: int, days: int) -> bool:
    if stock is None:
        return False
    if stock <= 0:
        return True
    if threshold is not None:
        return stock <= threshold
    left = days_left(stock, sold, days)
    return left is not None and left < low_days


def restock(stock: int | None, sold: int, cover: int = DAYS, days: int = DAYS) -> int:
    """Pieces to get so that the stock lasts *cover* days at the pace of the last *days*."""
    needed = -(-max(0, sold) * cover // days)
    return max(0, needed - max(0, stock or 0))


def sold_of_sku(product: Product, sku: Sku, sold: Sold) -> int:
    """Pieces that one SKU with a code sold."""
    if not sku.code:
        return 0
    return sum(
        n
        for (item, code), n in sold.items()
        if code == sku.code and (not product.item_id or item == product.item_id)
    )


def by_product(products: Iterable[Product], sold: Sold) -> dict[int, int]:
    """Pieces that each product sold, by its number; in one pass over a long list."""
    items: dict[str, int] = {}
    codes: dict[str, int] = {}
    for (item, code), pieces in sold.items():
        items[item] = items.get(item, 0) + pieces
        codes[code] = codes.get(code, 0) + pieces
    found = {}
    for product in products:
        if product.item_id:
            pieces = items.get(product.item_id, 0)
        else:
            named = {product.code, *(sku.code for sku in product.skus)} - {""}
            pieces = sum(codes.get(code, 0) for code in named)
        if pieces:
            found[product.id] = pieces
    return found


def low_lines(
    products: Iterable[Product],
    sold: Sold,
    low_days: int = LOW_DAYS,
    days: int = DAYS,
    cover: int = DAYS,
) -> tuple[StockLine, ...]:
    """What is low of the goods of one's own, what runs out first at the top.

    Drafts and what is sold for other platforms are left out. The threshold of goods with SKUs
    holds for each of them.
    """
    rows = [product for product in products if product.way == "own" and product.state != "draft"]
    pieces = by_product(rows, sold)
    lines = [
        line
        for product in rows
        for line in lines_of(product, sold, pieces.get(product.id, 0), days, cover)
        if _low(line.stock, line.threshold, line.sold, low_days, days)
    ]
    return tuple(sorted(lines, key=_first_gone))


def lines_of(
    product: Product, sold: Sold, pieces: int, days: int = DAYS, cover: int = DAYS
) -> Iterator[StockLine]:
    """The lines of a product, low or not: one, or one for each of its SKUs.

    *pieces* is what it sold in all.
    """
    parts: Iterable[tuple[str, int | None, int]] = [("", product.stock, pieces)]
    if product.skus:
        parts = [(sku_key(s), s.stock, sold_of_sku(product, s, sold)) for s in product.skus]
    for key, stock, went in parts:
        left, get = days_left(stock, went, days), restock(stock, went, cover, days)
        yield StockLine(product, key, stock, went, left, product.threshold, get)


def _first_gone(line: StockLine) -> tuple[bool, float, int, int]:
    """Sold out goods that are asked for come first, goods nobody asks for last."""
    left = float("inf") if line.left is None else line.left
    return not line.sold, left, line.stock or 0, line.product.id
