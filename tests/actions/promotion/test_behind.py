"""The rows behind each number of the profit add up to it to the fen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.actions import imports, notes, products
from ksdesk.actions.promotion import costs, plans, profit, spending
from ksdesk.actions.promotion.behind import behind
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.breakdown import NO_GOOD, Behind
from ksdesk.domain.promotion.costs import CostShare, MonthlyCost, ParcelCost, UnitCost
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.promotion.profit import Earned, estimated
from ksdesk.storage.promotion.profit import AMOUNTS

NOW = datetime(2026, 11, 18, 10, 20)
BEGIN = date(2026, 8, 1)
ORDERS = """订单号,订单创建时间,订单支付时间,订单状态,售后状态,实付款,成交数量,商品名称,商品ID,\
订单载体
a0,2026-09-20 20:10:00,2026-09-20 20:10:05,已发货,,80.00,1,柿饼,77,直播间
a1,2026-10-05 20:10:00,2026-10-05 20:10:05,已发货,,100.00,1,柿饼,77,直播间
a1,2026-10-05 20:10:00,2026-10-05 20:10:05,已发货,,35.00,1,苹果,78,直播间
a2,2026-10-06 21:30:00,2026-10-06 21:30:05,已发货,,60.00,1,苹果,78,短视频
a3,2026-10-07 20:10:00,2026-10-07 20:10:05,已发货,,40.00,1,没见过的货,79,直播间
a4,2026-10-07 20:20:00,2026-10-07 20:20:05,已发货,退款成功,50.00,1,苹果,78,直播间
a5,2026-11-02 20:20:00,2026-11-02 20:20:05,已发货,,55.00,1,柿饼,77,直播间
"""
SETTLED = """订单号,商品ID,实际结算时间,订单创建时间,订单实付(元),订单退款(元),\
技术服务费(元),达人佣金(元)
a0,77,2026-10-06 10:00:00,2026-09-20 20:10:00,80.00,80.00,0,0
a1,77,2026-10-15 10:00:00,2026-10-05 20:10:00,100.00,30.00,3.00,1.00
a2,78,2026-11-03 10:00:00,2026-10-06 21:30:00,60.00,0,2.00,0
"""
CHARGED = """账务流水号,关联业务单号,入账时间,账务方向,发生额,业务类型
m1,,2026-10-06 20:30:00,支,5.00,违约金扣款
m2,a2,2026-10-08 20:40:00,支,7.00,晚发立赔
"""
REPORT = """日期,小时,计划ID,计划名称,营销目标,直播标题,花费,直接GMV
2026-10-05,20,11,买量甲,付费买量,晚场,20.00,80.00
2026-10-05,21,11,买量甲,付费买量,晚场,10.00,0
2026-10-06,20,12,热搜,买热搜,,15.00,0
2026-10-07,20,13,没人管,付费买量,夜场,4.00,0
2026-10-07,21,12,热搜,买热搜,,6.00,0
"""
TOTAL = "日期,花费\n2026-10-06,21.00\n2026-10-07,8.00\n"  # more, and less, than its campaigns


@pytest.fixture
def first_book(filled_once):
    return filled_once(open_shop)


def open_shop(book) -> None:
    for title, item in (("柿饼", "77"), ("苹果", "78")):
        products.save(book, Product(title=title, item_id=item), NOW)
    tables = {
        "orders": ORDERS,
        "settlements": SETTLED,
        "movements": CHARGED,
        "traffic": REPORT,
    }
    for kind, text in (*tables.items(), ("traffic", TOTAL)):
        seen = imports.preview(book, Source(f"{kind}.csv", text=text), kind=kind, now=NOW)
        imports.commit(book, seen, now=NOW)
    noted = (
        *(UnitCost(1, "", 40_00, BEGIN), UnitCost(2, "", 20_00, BEGIN)),
        *(ParcelCost("packaging", 1_00, BEGIN), ParcelCost("shipping", 4_00, BEGIN)),
        *(CostShare("platform_fee", 0.05, BEGIN), CostShare("returned", 0.8, BEGIN)),
        *(CostShare("commission", 0.1, BEGIN), MonthlyCost("租金", 30_00, BEGIN)),
        MonthlyCost("旧的", 9_00, BEGIN, date(2026, 9, 1)),
    )
    notes.keep_all(book, noted, NOW)
    made = Plan("paid_traffic", "买量甲", "sales", 9_00, date(2026, 10, 5), date(2026, 10, 7))
    named = (
        replace(made, products=(1, 2)),
        replace(made, name="热搜", campaigns=("12",), products=(2,)),
        replace(made, name="粉条", products=(1,)),
        replace(made, name="小号粉条", begins=date(2026, 9, 28)),
    )
    for one, begun, spent in zip(named, (5, 6, 5, 5), (None, None, 70_01, 33_00), strict=True):
        number = plans.save(book, one, NOW).ref
        plans.begin(book, number, datetime(2026, 10, begun, 9))
        plans.end(book, number, datetime(2026, 10, 8))
        if spent:
            at = datetime(2026, 10, 8)
            plans.read_off(book, (PlanReading(number, at, "spend", spent),), NOW)
    costs.work_out(book)


def summed(rows: Behind, of: str) -> int:
    """What the rows of a number come to."""
    counted = [row for row in rows.orders if not row.costless]
    if of in ("orders", "left_out"):
        return sum(row.kind == 0 for row in rows.orders)
    amount = {
        "earlier": "refunded",
        "estimated": "kept",
        "after": "before_ads",
        "net": "before_ads",
    }
    name = amount.get(of, of)
    some = rows.orders if of in ("earlier", "paid", "refunded") else counted
    orders = sum(getattr(row.sales, name) or 0 for row in some) if of != "spend" else 0
    spent = sum(row.fen for row in rows.spends) + sum(row.fen for row in rows.monthly)
    return spent if of in ("spend", "monthly") else orders - spent


def due(earned: Earned, spend: int, monthly: int, of: str) -> int | None:
    sales = earned.spent(spend)
    if of in ("paid", "refunded", "earlier", "left_out", "estimated"):
        return getattr(earned, of)
    after = {"monthly": monthly, "after": (sales.net or 0) - monthly}
    return after[of] if of in after else getattr(sales, of)


NUMBERS = (*AMOUNTS, "kept", "before_ads", "net", "earlier", "left_out", "estimated", "spend")
SPANS = [
    (date(2026, 10, 1), date(2026, 10, 31)),
    (date(2026, 10, 6), date(2026, 10, 6)),
    (date(2026, 9, 1), date(2026, 11, 30)),
    (date(2026, 10, 7), date(2026, 10, 20)),
]


@pytest.mark.parametrize("money", [False, True])
@pytest.mark.parametrize(("first", "last"), SPANS)
def test_the_whole_and_each_product_are_the_sum_of_their_rows(book, first, last, money):
    whole = profit.look(book.reader, first, last, NOW, money=money)
    for of in (*NUMBERS, "monthly", "after"):
        rows = behind(book.reader, first, last, NOW, of, money=money)
        told = len({row.order for row in rows.orders}) if of == "left_out" else summed(rows, of)
        assert told == due(whole.whole, whole.spend, whole.monthly, of), of
        days = [row.day for row in rows.spends]
        assert days == sorted(days, reverse=True) and all(row.fen for row in rows.spends)
    rows = behind(book.reader, first, last, NOW, "orders", money=money)
    assert len(rows.orders) == whole.orders and not rows.spends and not rows.monthly
    parts = [*whole.goods, *([whole.unsplit] if whole.unsplit else [])]
    assert len(parts) > 1
    for part in parts:
        for of in NUMBERS:
            rows = behind(book.reader, first, last, NOW, of, money=money, good=part.good)
            assert summed(rows, of) == due(part.earned, part.spend, 0, of), (part.title, of)
            assert {row.good for row in rows.orders} <= {part.good}
        rows = behind(book.reader, first, last, NOW, "orders", money=money, good=part.good)
        assert summed(rows, "orders") == part.earned.orders + part.earned.left_out


@pytest.mark.parametrize("money", [False, True])
@pytest.mark.parametrize(("first", "last"), SPANS)
def test_each_day_is_the_sum_of_its_rows(book, first, last, money):
    told = profit.days(book.reader, first, last, NOW, money=money)
    assert told
    for day in told:
        for of in NUMBERS:
            rows = behind(book.reader, first, last, NOW, of, money=money, day=day.day)
            if of != "earlier":
                assert summed(rows, of) == due(day.earned, day.spend, 0, of), (day.day, of)
            assert {row.day for row in (*rows.orders, *rows.spends)} <= {day.day}


def test_each_live_is_the_sum_of_its_rows(book):
    lives = profit.lives(book.reader, *SPANS[0])
    assert [live.name for live in lives] == ["夜场", "晚场"]
    for live in lives:
        for of in (*AMOUNTS, "kept", "before_ads", "net", "left_out", "estimated", "spend"):
            rows = behind(book.reader, *SPANS[0], NOW, of, live=live)
            assert summed(rows, of) == due(live.earned, live.spend, 0, of), (live.name, of)
        rows = behind(book.reader, *SPANS[0], NOW, "spend", live=live)
        assert [(row.name, row.day) for row in rows.spends] == [(live.name, date.fromordinal(
            date(1970, 1, 1).toordinal() + live.start // 86_400
        ))]  # fmt: skip


def test_what_was_spent_is_told_by_campaign_and_plan_as_far_as_it_is_known(book):
    rows = behind(book.reader, *SPANS[0], NOW, "spend").spends
    assert [(row.day.day, row.name, row.fen) for row in rows if row.name != "小号粉条"] == [
        (7, "热搜", 4_80),  # the account's 8 of 20
        (7, "没人管", 3_20),
        (7, "粉条", 23_34),
        (6, "热搜", 15_00),
        (6, "", 6_00),
        (6, "粉条", 23_34),
        (5, "买量甲", 30_00),
        (5, "粉条", 23_33),
    ]
    mine = behind(book.reader, *SPANS[0], NOW, "spend", good=NO_GOOD).spends
    assert {row.name for row in mine} == {"", "小号粉条", "没人管"}
    costs_ = behind(book.reader, *SPANS[2], NOW, "monthly").monthly
    assert [(row.day.month, row.name, row.fen) for row in costs_] == [
        *((9, "租金", 30_00), (9, "旧的", 9_00), (10, "租金", 30_00), (11, "租金", 30_00)),
    ]


@pytest.mark.parametrize(("first", "last"), SPANS)
def test_from_the_sums_of_days_comes_the_same_whole(book, first, last):
    days = book.reader.profit.by_day(date(2026, 1, 1), date(2026, 12, 31))
    seen = profit.look(book.reader, first, last, NOW)
    found = profit.whole(book.reader, first, last, NOW, days)
    assert (found.spend, found.unassigned, found.monthly) == (
        *(seen.spend, seen.unassigned, seen.monthly),
    )
    orders = found.whole.orders  # by order there, by product here
    assert replace(found.whole, earlier=0) == replace(seen.whole, orders=orders, earlier=0)
    assert found.goods == () and found.sales == seen.sales


@pytest.mark.parametrize(("first", "last"), SPANS)
def test_a_plan_by_its_number_is_as_among_all(book, first, last):
    shop = Earned.total(book.reader.profit.by_product(first, last).values()).sales
    every = {one.plan.id: paid for one, paid in profit.plans(book.reader, first, last, NOW)}
    assert every
    for number in range(1, 6):
        one = profit.one_plan(book.reader, number, first, last, NOW, shop)
        assert one == every.get(number)


def test_what_plans_left_is_by_the_rates_of_their_goods_and_else_of_the_shop(book):
    every = [one for one in spending.begun(book.reader, NOW) if one.spend is not None]
    told = [replace(one, figures={**one.figures, "gmv": 90_00}) for one in every]
    silent = replace(told[0], figures={"spend": 1.0}, plan=replace(told[0].plan, id=77))
    found = profit.nets(book.reader, [*told, silent], NOW)
    assert [*found] == [one.plan.id for one in told]
    for one in told:
        days = one.plan.first.date(), one.plan.last.date()
        only = one.plan.products or None
        own = book.reader.profit.by_product(*days, only=only)
        rates = Earned.total(own.values()).sales
        assert found[one.plan.id] == estimated(90_00, one.spend, rates).net
