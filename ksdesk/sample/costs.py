"""What the shop's goods, parcels and rooms cost, and the settlement of its older orders.

Three goods are still without a cost, red apples are sold at a loss.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from ksdesk.actions import Book, notes
from ksdesk.domain.money import format_yuan
from ksdesk.domain.products.stock.outlook import sku_key
from ksdesk.domain.promotion.costs import (
    CostNote,
    CostShare,
    MonthlyCost,
    ParcelCost,
    UnitCost,
)
from ksdesk.sample.days import opened_on
from ksdesk.sample.stock import ORDER_HEAD, older_rows, order_rows
from ksdesk.sample.traffic.reports import Export

_MISSING: Final = ("柿饼散装 5斤 实惠装", "蜂巢蜜 250g 盒装", "临潼石榴 6枚")
_CHANGED: Final = {"富平吊柿饼 礼盒 1kg": (20_50, 22_00), "洛川红富士 85mm 10斤": (54_00, 57_50)}
"""What some goods cost at first, and since this month."""
_SHARE: Final = 52  # % of the price that other goods cost
_MONTHLY: Final = (
    ("冷库租金", 1_200_00),
    ("小工（两个人，打包）", 1_800_00),
    ("打单软件", 60_00),
    ("宽带和话费", 99_00),
)
_SETTLES: Final = timedelta(days=7)
_FEE: Final = 20  # a twentieth


def fill(book: Book, now: datetime) -> None:
    """Note all costs, as of the day on which the shop was opened."""
    opened, month = opened_on(now), now.date().replace(day=1)
    noted: list[CostNote] = [MonthlyCost(name, fen, opened) for name, fen in _MONTHLY]
    apples = 0
    for product in book.reader.products.all():
        if product.way != "own" or not product.price or product.title in _MISSING:
            continue
        first, later = _CHANGED.get(product.title, (product.price * _SHARE // 100, None))
        noted.append(UnitCost(product.id, "", first, opened))
        if later is not None:
            noted.append(UnitCost(product.id, "", later, month))
        noted += [
            UnitCost(product.id, sku_key(sku), later * 2, month)
            for sku in product.skus
            if later is not None and "两盒" in sku.options
        ]
        if product.title.startswith("洛川红富士 85mm"):
            apples = product.id
    noted += [
        ParcelCost("packaging", 1_20, opened),
        ParcelCost("shipping", 5_60, opened),
        ParcelCost("shipping", 9_00, opened, product=apples),
        ParcelCost("shipping", 15_00, opened, provinces=("新疆", "西藏")),
        CostShare("platform_fee", 1 / _FEE, opened),
        CostShare("returned", 0.8, opened),
        CostShare("returned", 0, opened, "水果生鲜"),
    ]
    notes.keep_all(book, noted, now - timedelta(days=2))


def settlements(book: Book, now: datetime) -> Iterator[Export]:
    """The settlements of the orders of over a week ago, as they were imported two weeks and a
    moment ago."""
    every = book.reader.products.all()
    before, lately = now - timedelta(days=14), now - timedelta(minutes=8)
    yield Export("结算明细_之前10周.csv", _settled(older_rows(every, now), now), before)
    yield Export("结算明细_近14天.csv", _settled(order_rows(every, now), now), lately)


def _settled(rows: Iterable[tuple[Any, ...]], now: datetime) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(
        ("订单号", "商品ID", "商品名称", "订单创建时间", "订单实付(元)", "订单退款(元)",
         "技术服务费(元)", "实际结算金额(元)", "实际结算时间")
    )  # fmt: skip
    for place, row in enumerate(rows):
        order = dict(zip(ORDER_HEAD, row, strict=True))
        at = order["订单创建时间"]
        settled = at + _SETTLES
        if not _is_settled(order, now):
            continue
        paid = round(float(order["实付款"]) * 100)
        back = paid if went_back(order, place, now) else 0
        fee = (paid - back) // _FEE
        money = (_yuan(fen) for fen in (paid, back, fee, paid - back - fee))
        writer.writerow((order["订单号"], order["商品ID"], order["商品名称"], at, *money, settled))
    return text.getvalue()


def went_back(order: Mapping[str, Any], place: int, now: datetime) -> bool:
    """Whether an order, by its place among all, was settled with all its money back."""
    often = 6 if "红富士" in order["商品名称"] else 17
    return _is_settled(order, now) and place % often == 0


def _is_settled(order: Mapping[str, Any], now: datetime) -> bool:
    settled: datetime = order["订单创建时间"] + _SETTLES
    return settled <= now - timedelta(hours=1)


def _yuan(fen: int) -> str:
    return format_yuan(fen).replace(",", "")
