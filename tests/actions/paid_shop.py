"""A shop of one product with three paid ways: orders, a report and costs of so many days.

What each way really brings is known; the platform counts 1.4 times as much for it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from ksdesk.actions import imports, notes, products
from ksdesk.actions.promotion import costs
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost

WAYS = {"付费买量": (120, 726, 60), "买热搜": (80, 352, 50), "刷礼物": (40, 121, 40)}
"""Yuan a day as a rule, what it brings at most, and what of it brings half."""
_SINCE = date(2026, 1, 1)


def fill(
    book, now: datetime, *, days: int = 84, even: bool = False, seed: int = 3, costed: bool = True
) -> None:
    """Put it into a book; `even`: each way costs about the same every day."""
    products.save(book, Product(title="柿饼", item_id="77"), now)
    for name, text in texts(now.date(), days, even, seed).items():
        imports.commit(book, imports.preview(book, Source(name, text=text), now=now), now=now)
    if costed:
        cost(book, now)
    costs.work_out(book)


def cost(book, now: datetime) -> None:
    """Fill its costs in: about 40 of 100 yuan stay before promotion."""
    noted = (
        UnitCost(1, "", 28_00, _SINCE),
        ParcelCost("packaging", 1_00, _SINCE),
        ParcelCost("shipping", 4_00, _SINCE),
        CostShare("platform_fee", 0.05, _SINCE),
        CostShare("returned", 0.8, _SINCE),
    )
    notes.keep_all(book, noted, now)


def texts(today: date, days: int, even: bool, seed: int) -> dict[str, str]:
    """The order file and the report of the days before today."""
    rng, number = Random(seed), 0
    orders = ["订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号"]
    report = ["日期,计划ID,计划名称,营销目标,花费,涨粉数,直接订单数,直接GMV"]
    for n in range(days):
        day, brought = today - timedelta(days=days - n), 0.0
        for place, (way, (usual, top, half)) in enumerate(WAYS.items()):
            step = (0.5, 1, 1.6)[(n // 7 + place * (1 + n // 21)) % 3]
            spent = usual * (rng.uniform(0.97, 1.03) if even else step * rng.uniform(0.8, 1.2))
            real = top * spent / (spent + half)
            brought += real
            told = real * 1.4 * rng.uniform(0.85, 1.15)
            cells = f"{spent:.2f},{spent // 3:.0f},{real // 60:.0f},{told:.2f}"
            report.append(f"{day},{place},{way}计划,{way},{cells}")
        for at in range(int((1500 + brought) * rng.uniform(0.88, 1.12) / 60)):
            number += 1
            time = f"{day} {8 + at % 14:02}:{at % 60:02}:00"
            orders.append(f"a{number},{time},已发货,60.00,1,柿饼,77,SF{number}")
    return {"订单.csv": "\n".join(orders) + "\n", "计划.csv": "\n".join(report) + "\n"}
