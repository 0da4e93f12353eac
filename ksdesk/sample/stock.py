"""What a good shop keeps beside its products: papers, checks, sales of two weeks, an open case.

Numbers of orders and goods are made up and belong to nobody.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final

from ksdesk.actions import Book, notes
from ksdesk.actions.products import stock, stock_case
from ksdesk.domain.products import Product, Quality
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.sample.traffic.campaigns import tried
from ksdesk.sample.traffic.reports import Export

_SEED: Final = 8519
_LOOSE: Final = "柿饼散装"
_SHORT: Final = "2632300000008519"  # of the one that cannot be sent
_DAYS: Final = 14
_PROMISE: Final = timedelta(days=2)

# The title's beginning, pieces sold in two weeks, the seller's threshold.
_SELLING: Final = (
    ("富平吊柿饼 礼盒", 222, 60),
    ("洛川红富士 85mm", 200, None),
    ("秦岭土蜂蜜 500g", 56, 20),
    ("纸皮核桃 2kg", 100, 30),
    ("米脂黄小米", 84, None),
    (_LOOSE, 31, 20),
    ("蜂巢蜜", 34, 50),
)
_OLDER: Final = 70
_SOLD_BEFORE: Final = (
    *["富平吊柿饼 礼盒"] * 6,
    "秦岭土蜂蜜 500g",
    "纸皮核桃 2kg",
    "洛川红富士 85mm",
)
_BY_ITSELF: Final = 810.0
_RESPONSE: Final[Mapping[str, tuple[float, float, float]]] = {
    "付费买量": (120, 900, 60),
    "买热搜": (80, 420, 40),
    "刷礼物": (40, 110, 35),
}
"""Yuan a day: what a way costs as a rule, what it brings at most, what brings half of that."""
_THRESHOLDS: Final = {title: threshold for title, _sold, threshold in _SELLING}

# Kind, category ("" for all), days until its end (None: without one), its number.
_PAPERS: Final = (
    ("食品经营许可证", "", 1130, ""),
    ("质检报告", "果干蜜饯", 12, "柿饼 2025 批次"),
    ("质检报告", "蜂产品", 214, ""),
    ("质检报告", "坚果炒货", 301, ""),
    ("质检报告", "粮油杂粮", 158, ""),
    ("地理标志", "水果生鲜", None, ""),
)
_ANSWERS: Final[Mapping[str, str]] = {
    "brand": "none",
    "supplier": "yes",
    "invoice": "yes",
    "same": "yes",
    "other_brand": "no",
}
_NO_REPORT: Final = "质检报告周五拿到，周六才上架"


def quality(product: Product, today: date) -> Quality:
    """What was answered before a product was made ready; nothing yet for drafts."""
    if product.state == "draft":
        return Quality()
    looked = today - timedelta(days=40)
    reason = _NO_REPORT if product.category == "调味品" else ""
    return Quality(dict(_ANSWERS), looked, "照片在手机相册「样品」", reason)


def numbered(product: Product, place: int) -> Product:
    """A listed product with the platform's number and the threshold of what sells much."""
    found = (n for title, n in _THRESHOLDS.items() if product.title.startswith(title))
    return replace(
        product, item_id=f"{32_300_000_000_000_000 + place}", threshold=next(found, None)
    )


def fill(book: Book, now: datetime) -> None:
    """Papers, a corrected stock, and an order of goods that are gone: the buyer was told."""
    today = now.date()
    for kind, category, days, name in _PAPERS:
        until = None if days is None else today + timedelta(days=days)
        notes.keep(book, ProductPaper(kind, name, None, category, until), now - timedelta(days=60))
    by_title = {product.title: product for product in book.reader.products.all()}
    apples = _starting(by_title, "洛川红富士 85mm")
    loose = _starting(by_title, _LOOSE)
    assert apples.changed_at is not None
    stock.correct(book, apples, "", 34, "damaged", "压坏 6 箱，挑出来了", apples.changed_at)
    opened = stock_case.open_case(book, loose, _SHORT, 1, now - timedelta(minutes=41))
    assert isinstance(opened.ref, int)
    told = now - timedelta(minutes=34)
    stock_case.step(book, opened.ref, "told", told, "邻村调货")


ORDER_HEAD: Final = (
    *("订单号", "订单创建时间", "订单状态", "成交数量", "商品名称", "商品ID", "实付款", "订单载体"),
    *("收货地址-省", "快递单号", "承诺发货时间", "发货时间"),
)
_BUYER: Final = "买家ID"
_BUYERS: Final = 2400
_PROVINCES: Final = (
    *("陕西省", "河南省", "山东省", "江苏省", "广东省", "四川省", "浙江省", "河北省"),
    *("湖北省", "新疆维吾尔自治区"),
)


def orders(book: Book, now: datetime) -> Export:
    """The export of two weeks' orders, as it was imported a moment ago."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow((*ORDER_HEAD, _BUYER))
    writer.writerows(_with_buyers(order_rows(book.reader.products.all(), now), _SEED + 2))
    return Export("订单_近14天.csv", text.getvalue(), now - timedelta(minutes=9))


def _with_buyers(rows: Iterator[tuple[Any, ...]], seed: int) -> Iterator[tuple[Any, ...]]:
    """The rows with the number of their buyer; some come often, one order in ten tells nobody."""
    rng = Random(seed)
    for row in rows:
        buyer = 880_000 + int(_BUYERS * rng.random() ** 2)
        yield (*row, "" if rng.random() < 0.1 else f"ks{buyer}")


def order_rows(every: tuple[Product, ...], now: datetime) -> Iterator[tuple[Any, ...]]:
    """One to three pieces an order, so many in all as each product sold, under ORDER_HEAD."""
    rng, number = Random(_SEED), 0
    by_title = {product.title: product for product in every}
    for title, pieces, _threshold in _SELLING:
        product = _starting(by_title, title)
        while pieces:
            quantity = min(pieces, rng.choice((1, 1, 2, 3)))
            pieces -= quantity
            number += 1
            back = timedelta(minutes=rng.randrange(60, _DAYS * 24 * 60 - 60))
            at = (now - back).replace(second=0, microsecond=0)
            sent = back > timedelta(days=2)
            # One waits whose goods are gone.
            short = not sent and quantity == 1 and title.startswith(_LOOSE)
            order = _SHORT if short else f"26323{number:011}"
            paid = (product.price or 0) * quantity
            yield (
                *(order, at, "已发货" if sent else "待发货", quantity),
                *(product.title, product.item_id, f"{paid // 100}.{paid % 100:02}"),
                "短视频" if number % 4 == 0 else "直播间",
                _PROVINCES[number % len(_PROVINCES)],
                f"78{number:011}" if sent else "",
                at + _PROMISE,
                _shipped(at, number) if sent else "",
            )


def older_orders(book: Book, now: datetime) -> Export:
    """The export of the ten weeks of orders before, as it was imported two weeks ago."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow((*ORDER_HEAD, _BUYER))
    writer.writerows(_with_buyers(older_rows(book.reader.products.all(), now), _SEED + 3))
    return Export("订单_之前10周.csv", text.getvalue(), now - timedelta(days=_DAYS))


def older_rows(every: tuple[Product, ...], now: datetime) -> Iterator[tuple[Any, ...]]:
    """An order a piece; a day sells what comes by itself and what each way brings of its money."""
    rng, number = Random(_SEED + 1), 0
    by_title = {product.title: product for product in every}
    goods = [_starting(by_title, title) for title in _SOLD_BEFORE]
    for back in range(_DAYS + _OLDER, _DAYS, -1):
        day = (now - timedelta(days=back)).replace(hour=0, minute=0, second=0, microsecond=0)
        left = (_BY_ITSELF + sum(_brought(way, back) for way in _RESPONSE)) * rng.gauss(1, 0.06)
        while left > 0:
            product, quantity = rng.choice(goods), rng.choice((1, 1, 2, 3))
            number += 1
            paid = (product.price or 0) * quantity
            left -= paid / 100
            at = day + timedelta(minutes=rng.randrange(8 * 60, 23 * 60))
            yield (
                *(f"26322{number:011}", at),
                *("交易成功", quantity, product.title, product.item_id),
                f"{paid // 100}.{paid % 100:02}",
                "短视频" if number % 4 == 0 else "直播间",
                _PROVINCES[number % len(_PROVINCES)],
                f"77{number:011}",
                at + _PROMISE,
                _shipped(at, number),
            )


def _shipped(at: datetime, number: int) -> datetime:
    """Within the promise as a rule, one in two hundred just after it."""
    late = number % 200 == 99
    return at + (
        _PROMISE + timedelta(hours=1, minutes=20) if late else timedelta(hours=7 + number * 11 % 38)
    )


def _brought(way: str, back: int) -> float:
    plan, most, half = _RESPONSE[way]
    spent = plan * tried(way, back)
    return most * spent / (spent + half)


def _starting(by_title: Mapping[str, Product], title: str) -> Product:
    return next(product for name, product in by_title.items() if name.startswith(title))
