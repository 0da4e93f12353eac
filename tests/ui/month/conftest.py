"""A shop with two months of orders, settlements, movements, a report and a deposit."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ksdesk.actions import deposit, imports, notes, products
from ksdesk.actions.promotion import costs
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, MonthlyCost, ParcelCost, UnitCost

NOW = datetime(2026, 11, 18, 10, 20)
SINCE = date(2026, 8, 1)
FILES = {
    "订单.csv": """订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号,\
承诺发货时间,发货时间
b1,2026-09-20 20:10:00,已发货,90.00,1,柿饼,77,SF0,2026-09-22 20:10:00,2026-09-21 08:00:00
a1,2026-10-05 20:10:00,已发货,100.00,1,柿饼,77,SF1,2026-10-07 20:10:00,2026-10-06 08:00:00
a2,2026-10-06 21:30:00,已发货,60.00,1,苹果,78,SF2,2026-10-08 21:30:00,2026-10-09 09:00:00
a3,2026-10-31 23:59:59,已发货,40.00,1,没见过的货,79,SF3,2026-11-02 20:10:00,2026-11-01 09:00:00
""",
    "结算.csv": """订单号,商品ID,商品名称,订单创建时间,订单实付(元),订单退款(元),技术服务费(元),\
实际结算金额(元),实际结算时间
b1,77,柿饼,2026-09-20 20:10:00,90.00,90.00,0.00,0.00,2026-10-02 10:00:00
a1,77,柿饼,2026-10-05 20:10:00,100.00,0.00,5.00,95.00,2026-10-15 10:00:00
a2,78,苹果,2026-10-06 21:30:00,60.00,0.00,3.00,57.00,2026-10-16 10:00:00
""",
    "动账.csv": """账务流水号,关联业务单号,账务方向,业务类型,描述,入账时间,发生额,期末余额
f1,a1,收,货款结算,,2026-10-15 12:00:00,95.00,95.00
""",
    "计划.csv": """日期,小时,计划ID,计划名称,营销目标,直播标题,花费,涨粉数,直接订单数,直接GMV
2026-10-05,20,11,买量甲,付费买量,晚场,20.00,4,1,80.00
2026-10-05,21,11,买量甲,付费买量,晚场,10.00,0,0,0
2026-10-06,20,12,热搜,买热搜,,15.00,3,0,0
""",
}


@pytest.fixture
def first_book(filled_once, fill):
    return filled_once(fill)


@pytest.fixture(scope="session")
def fill():
    """Write the shop into a book."""

    def make(book) -> None:
        for title, item in (("柿饼", "77"), ("苹果", "78")):
            products.save(book, Product(title=title, item_id=item), NOW)
        for name, text in FILES.items():
            imports.commit(book, imports.preview(book, Source(name, text=text), now=NOW), now=NOW)
        noted = (
            *(UnitCost(1, "", 40_00, SINCE), UnitCost(2, "", 55_00, SINCE)),
            *(ParcelCost("packaging", 1_00, SINCE), ParcelCost("shipping", 4_00, SINCE)),
            *(CostShare("platform_fee", 0.05, SINCE), CostShare("returned", 0.8, SINCE)),
            MonthlyCost("租金", 30_00, SINCE),
        )
        notes.keep_all(book, noted, NOW)
        lines = [
            NewEntry("own", date(2026, 9, 1), "paid_in", 500_00),
            NewEntry("own", date(2026, 10, 3), "deduction", -36_00),
            NewEntry("own", date(2026, 11, 1), "paid_in", 36_00),
        ]
        deposit.add(book, lines, NOW)
        costs.work_out(book)

    return make
