"""After-sales of a good shop: four cases that run, one of them half way, and what is over.

What went back by the settlements was closed with a case; numbers belong to nobody.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from ksdesk.actions import Book, aftersales
from ksdesk.actions.aftersales.looking import open_cases
from ksdesk.domain.rulebook import RuleBook
from ksdesk.sample.costs import went_back
from ksdesk.sample.stock import ORDER_HEAD, order_rows
from ksdesk.sample.traffic.reports import Export

HEAD: Final = (
    *("售后单号", "订单编号", "商品名称", "商品ID", "售后类型", "售后原因", "退款金额", "实付款"),
    *("售后状态", "申请时间", "退款超时时间", "售后完成时间"),
)
_REASONS: Final = ("坏果压伤", "坏果压伤", "发货慢", "和描述不符", "坏果压伤", "发错规格")
_OPEN: Final = (
    # Title's beginning, type, reason, share of what was paid, state, hours ago, hours to its end.
    ("洛川红富士", "仅退款", "坏果压伤", 3, "待商家处理", 42.33, None),
    ("富平吊柿饼", "退货退款", "包装压坏", 1, "待商家处理", 5, None),
    ("秦岭土蜂蜜", "退货退款", "不想要了", 1, "商品回寄信息待卖家确认", 120, 144),
    ("纸皮核桃", "换货", "发错规格", 1, "待买家确认收货", 96, None),
)


def cases(book: Book, now: datetime) -> Export:
    """The export of cases, as it was imported a moment ago."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEAD)
    writer.writerows(_rows(book, now))
    return Export("售后单_近14天.csv", text.getvalue(), now - timedelta(minutes=10))


def _rows(book: Book, now: datetime) -> Iterator[tuple[Any, ...]]:
    orders = [
        dict(zip(ORDER_HEAD, row, strict=True))
        for row in order_rows(book.reader.products.all(), now)
    ]
    number = 990_100
    for place, order in enumerate(orders):
        begun = order["订单创建时间"] + timedelta(days=4)
        if went_back(order, place, now):
            number += 1
            reason = _REASONS[place % len(_REASONS)]
            paid = order["实付款"]
            ended = begun + timedelta(days=1)
            yield (
                *(number, order["订单号"], order["商品名称"], order["商品ID"], "仅退款", reason),
                *(paid, paid, "售后成功", begun, "", ended),
            )
    for title, kind, reason, part, state, ago, left in _OPEN:
        number += 1
        at = now - timedelta(hours=ago)
        fitting = (
            one
            for one in orders
            if one["商品名称"].startswith(title) and one["订单创建时间"] < at - timedelta(days=1)
        )
        order = max(fitting, key=lambda one: one["订单创建时间"])
        paid = round(float(order["实付款"]) * 100)
        back = f"{paid // part // 100}.{paid // part % 100:02}"
        ends = now + timedelta(hours=left) if left is not None else ""
        yield (
            *(number, order["订单号"], order["商品名称"], order["商品ID"], kind, reason, back),
            *(order["实付款"], state, at.replace(microsecond=0), ends, ""),
        )


def fill(book: Book, now: datetime) -> None:
    """The most urgent case is being looked into, and the buyer was promised something."""
    found = open_cases(book.reader, RuleBook.load())
    file = next(one.case.file for one in found if one.case.reason == "坏果压伤")
    for minutes, who, words, step in (
        (68, "buyer", "三个烂的，你看", ""),
        (60, "seller", "对不住，这就去查，今天给您答复", "calm"),
        (56, "buyer", "好", ""),
    ):
        at = now - timedelta(minutes=minutes)
        aftersales.step(book, file, who, words, step, {}, at)
    found_out = {"checked": ("photos",), "fault": "courier", "plan": "refunded"}
    aftersales.find_out(book, file, found_out, now - timedelta(minutes=40))
    aftersales.promise(book, file, 3, "补寄一个果篮", now - timedelta(minutes=39))
