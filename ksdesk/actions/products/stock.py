"""Stock: what is low, what was sold, and corrections with their reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from ksdesk.actions import Book
from ksdesk.actions.notes import as_one
from ksdesk.actions.products import keeping as products
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product
from ksdesk.domain.products.stock import outlook as stock
from ksdesk.domain.products.stock.outlook import REASONS, Sold, StockLine, StockMove, sku_key
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic import to_seconds
from ksdesk.storage import Reader


@dataclass(frozen=True)
class StockView:
    """The low-stock list: `low` lines, how many goods there are, the days the sales are of.

    `orders`: whether there are sales to judge by.
    """

    low: tuple[StockLine, ...]
    goods: int
    days: int
    cover: int
    orders: bool


def look(reader: Reader, rules: RuleBook, now: datetime) -> StockView:
    """What is low at *now*, with the sales of the days before."""
    today = rules.on(now.date())
    days, cover = (today.whole(f"quality.stock.{name}") for name in ("window", "cover"))
    sold = sold_lately(reader, rules, now)
    every = reader.products.all()
    low = stock.low_lines(every, sold, today.whole("quality.stock.low_days"), days, cover)
    goods = sum(1 for product in every if product.way == "own")
    return StockView(low, goods, days, cover, bool(sold))


def running_out(reader: Reader, rules: RuleBook, now: datetime) -> list[StockLine]:
    """What is low of the goods that somebody buys, what is gone first in front; see
    `ProductListReader.running_out`."""
    today = rules.on(now.date())
    days, low = (today.whole(f"quality.stock.{name}") for name in ("window", "low_days"))
    return reader.product_list.running_out(now, days, low)


def sold_lately(reader: Reader, rules: RuleBook, now: datetime) -> Sold:
    """Pieces by (商品ID, SKU 编码) of the days of rule quality.stock.window up to *now*."""
    days = rules.on(now.date()).whole("quality.stock.window")
    return reader.products.sold(to_seconds(now - timedelta(days=days)))


def correct(
    book: Book,
    product: Product,
    sku_code: str,
    after: int,
    reason: str,
    note: str,
    now: datetime,
) -> Changes:
    """Set the stock of a product, or of the SKU that `sku_key` calls so; `ref` is the move.

    The stock of goods with SKUs is their sum. Undo brings the stock back and takes the line out
    of the history. KeyError for a product or SKU that is not there, ValueError for a stock below 0
    or a reason that is none of `REASONS`.
    """
    if after < 0 or reason not in REASONS:
        raise ValueError((after, reason))
    with book.transaction():
        standing = book.reader.products.one(product.id)
        if standing is None:
            raise KeyError(product.id)
        before, changed = _with_stock(standing, sku_code, after)
        saved = products.save(book, changed, now)
        move = StockMove(product.id, sku_code, before, after, reason, note.strip(), now)
        written = _write(book, move=move)
        return as_one([saved, written], written.ref)


def _with_stock(product: Product, key: str, after: int) -> tuple[int | None, Product]:
    """The stock that stood, and the product with the new one."""
    if not product.skus:
        if key:
            raise KeyError(key)
        return product.stock, replace(product, stock=after)
    keys = [sku_key(sku) for sku in product.skus]
    if key not in keys:
        raise KeyError(key)
    skus, place = list(product.skus), keys.index(key)
    before = skus[place].stock
    skus[place] = replace(skus[place], stock=after)
    total = sum(sku.stock or 0 for sku in skus)
    return before, replace(product, skus=tuple(skus), stock=total)


def _write(book: Book, *, move: StockMove) -> Changes:
    number = book.products.move(move)
    back: Callable[[Book], Changes] = partial(_forget, move=move, number=number)
    return Changes.of("products", "today", undo=back, ref=number)


def _forget(book: Book, *, move: StockMove, number: int) -> Changes:
    book.products.forget_move(number)
    return Changes.of("products", "today", undo=partial(_write, move=move))
