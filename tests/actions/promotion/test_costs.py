"""Profit from real imports: it follows whatever changes, and its rows add up to it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import aftersales, imports, notes, products
from ksdesk.actions.promotion import costs
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost
from ksdesk.domain.promotion.profit import NOTHING, Earned, Sales
from ksdesk.domain.traffic import to_seconds

BEGIN = date(2026, 9, 1)
OCTOBER = date(2026, 10, 1), date(2026, 10, 31)
NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)
EVER = date(2020, 1, 1), date(2030, 1, 1)
NOW = datetime(2026, 11, 18, 10, 20)

ORDERS = """订单号,订单创建时间,订单支付时间,订单状态,售后状态,实付款,成交数量,商品名称,商品ID,\
SKU编码,商品规格,快递单号,收货地址-省,订单载体
a1,2026-10-05 20:10:00,2026-10-05 20:10:05,已发货,,100.00,1,柿饼,77,SB-1,,SF1,陕西省,直播间
a2,2026-10-06 20:10:00,2026-10-06 20:10:05,已发货,,60.00,2,柿饼,77,,小盒,SF2,新疆维吾尔自治区,短视频
a3,2026-10-07 20:10:00,2026-10-07 20:10:05,已发货,,40.00,1,没见过的货,78,,,SF3,陕西省,直播间
a4,2026-10-08 20:10:00,,待付款,,40.00,1,柿饼,77,SB-1,,,陕西省,直播间
a5,2026-11-02 20:10:00,2026-11-02 20:10:05,待发货,,50.00,1,柿饼,77,SB-1,,,陕西省,直播间
"""
SETTLED = """订单号,商品ID,实际结算时间,订单创建时间,订单实付(元),订单退款(元),\
技术服务费(元),达人佣金(元),实际结算金额(元)
a1,77,2026-10-15 10:00:00,2026-10-05 20:10:00,100.00,0,5.00,3.00,92.00
a2,77,2026-11-03 10:00:00,2026-10-06 20:10:00,60.00,60.00,0,0,0
"""
INSURANCE = """订单编号,服务费用（元）,商家承担服务费用（元）,生效时间,收费编号
a1,1.5,1.2,2026-10-05 21:00:00,F1
"""
MOVED = """账务流水号,关联业务单号,入账时间,账务方向,发生额（元）,业务类型
m1,a1,2026-10-09 10:00:00,支,5.00,晚发立赔
m2,,2026-10-10 10:00:00,支,2.00,违约金扣款
m3,a1,2026-10-15 10:00:00,收,92.00,结算
"""
NOTED = (
    UnitCost(1, "", 40_00, BEGIN),
    UnitCost(1, "小盒", 10_00, BEGIN),
    UnitCost(1, "", 45_00, date(2026, 11, 1)),
    ParcelCost("packaging", 1_00, BEGIN),
    ParcelCost("shipping", 4_00, BEGIN),
    ParcelCost("shipping", 15_00, BEGIN, provinces=("新疆", "西藏")),
    CostShare("platform_fee", 0.05, BEGIN),
    CostShare("returned", 0.5, BEGIN),
)
DRIED = Product(
    title="柿饼",
    item_id="77",
    levels=("装法",),
    skus=(Sku(("大盒",), "SB-1", 100_00), Sku(("小盒",), "", 30_00)),
)


def bring(book, text: str, kind: str) -> object:
    seen = imports.preview(book, Source("表.csv", text=text), kind=kind, now=NOW)
    return imports.commit(book, seen, now=NOW)


@pytest.fixture
def first_book(filled_once):
    return filled_once(open_shop)


def open_shop(book) -> None:
    products.save(book, DRIED, NOW)
    for text, kind in (
        *((ORDERS, "orders"), (SETTLED, "settlements")),
        *((INSURANCE, "insurance"), (MOVED, "movements")),
    ):
        bring(book, text, kind)
    notes.keep_all(book, NOTED, NOW)
    costs.work_out(book)


@pytest.fixture
def shop(book):
    return book


def known(sales: Sales) -> dict[str, int | None]:
    return {n: v for n, v in vars(sales).items() if v != 0}


def test_a_month_comes_to_what_one_reckons_by_hand(shop):
    found = shop.reader.profit.by_product(*OCTOBER)
    assert set(found) == {(1, ""), (0, "78"), (0, "")}
    dried = found[1, ""]
    assert dried.orders == 2
    assert known(dried.sales) == {
        "paid": 160_00,
        "goods_cost": 60_00,  # one at 40, two small boxes at 10
        "shipping": 21_00,  # 5 and, to Xinjiang, 16
        "insurance": 1_20,
        "platform_fee": 5_00,
        "commission": 3_00,
        "penalties": 5_00,
    }
    assert dried.settled == 160_00 and dried.estimated == 0
    unknown = found[0, "78"]
    assert (unknown.sales, unknown.left_out, unknown.left_paid) == (NOTHING, 1, 40_00)
    assert known(found[0, ""].sales) == {"penalties": 2_00}
    assert sum(found.values(), Earned()).leads == 3


def test_a_refund_stands_on_its_own_day_and_says_what_is_of_earlier_months(shop):
    november = shop.reader.profit.by_product(*NOVEMBER)[1, ""]
    assert (november.earlier, november.orders) == (60_00, 1)
    assert known(november.sales) == {
        "paid": 50_00,
        "refunded": 60_00,
        "goods_cost": 45_00,  # the cost of its day
        "cost_returned": 10_00,
        "shipping": 5_00,
        "return_shipping": 15_00,
        "platform_fee": 2_50,
    }
    assert (november.settled, november.estimated) == (-60_00, 50_00)


def test_by_the_day_of_the_money_only_what_is_settled_is_there(shop):
    october = shop.reader.profit.by_product(*OCTOBER, money=True)
    assert (october[1, ""].sales.paid, october[1, ""].orders) == (100_00, 1)
    november = shop.reader.profit.by_product(*NOVEMBER, money=True)[1, ""]
    assert (november.sales.paid, november.sales.refunded) == (60_00, 60_00)


def test_a_live_has_the_orders_of_its_hours_that_were_sold_in_it(shop):
    evening = [to_seconds(datetime(2026, 10, day, 20)) for day in (5, 6, 7)]
    lives = [(start, start + 3600) for start in evening]
    first, second, third = shop.reader.profit.by_live(lives)
    assert (first.orders, first.sales.paid) == (1, 100_00)
    assert second == Earned()
    assert (third.left_out, third.left_paid) == (1, 40_00)


def adds_up(book) -> None:
    """Every sum is the sum of the rows behind it, to the fen."""
    reader = book.reader.profit
    names = [name for name in vars(NOTHING) if name not in ("spend", "reported")]
    for money in (False, True):
        for first, last in (OCTOBER, NOVEMBER, EVER):
            by_product = reader.by_product(first, last, money=money)
            whole = sum(by_product.values(), Earned())
            assert replace(whole, orders=0, left_out=0) == replace(
                sum(reader.by_day(first, last, money=money).values(), Earned()),
                orders=0,
                left_out=0,
            )
            for good, earned in (*by_product.items(), (None, whole)):
                rows = reader.rows(first, last, money=money, good=good)
                counted = [row.sales for row in rows if not row.costless]
                assert sum(counted, NOTHING) == earned.sales
                assert sum(r.sales.paid for r in rows if r.costless) == earned.left_paid
                for name in names:
                    some = reader.rows(first, last, money=money, good=good, of=name)
                    values = [getattr(r.sales, name) for r in some if not r.costless]
                    assert None in values or sum(values) == getattr(earned.sales, name)


@pytest.mark.slow
def test_the_rows_behind_every_number_add_up_to_it(shop):
    adds_up(shop)
    span = to_seconds(datetime(2026, 10, 5)), to_seconds(datetime(2026, 10, 6))
    (live,) = shop.reader.profit.by_live([span])
    rows = shop.reader.profit.rows(*EVER, live=span)
    assert sum((row.sales for row in rows), NOTHING) == live.sales


def test_an_import_taken_back_takes_its_profit_along(shop):
    before = shop.reader.profit.by_product(*EVER)
    late = bring(shop, ORDERS.replace("a1,", "b1,").replace("a2,", "b2,"), "orders")
    costs.work_out(shop)
    assert shop.reader.profit.by_product(*EVER) != before
    imports.undo(shop, late.ref, NOW)
    assert not shop.reader.profit.up_to_date()
    costs.work_out(shop)
    assert shop.reader.profit.by_product(*EVER) == before


def test_a_product_that_is_written_later_finds_its_orders(shop):
    number = products.save(shop, Product(title="没见过的货", item_id="78"), NOW).ref
    notes.keep_all(shop, [UnitCost(number, "", 9_00, BEGIN)], NOW)
    costs.work_out(shop)
    found = shop.reader.profit.by_product(*OCTOBER)
    assert (0, "78") not in found
    assert found[number, ""].sales.goods_cost == 9_00


def test_what_is_not_noted_is_not_known_and_named(shop):
    for share in shop.reader.notes.all(CostShare):
        notes.drop(shop, share, NOW)
    costs.work_out(shop)
    october, november = (shop.reader.profit.by_product(*m)[1, ""] for m in (OCTOBER, NOVEMBER))
    assert october.spent(0, 0).unknown == ()
    assert november.spent(0, 0).unknown == ("cost_returned", "platform_fee")
    assert november.spent(0, 0).net is None
    # The rows behind the cost of goods say so too.
    rows = shop.reader.profit.rows(*NOVEMBER, of="goods_cost")
    assert any(row.sales.cost_returned is None for row in rows)


def test_nothing_is_done_where_nothing_changed(shop):
    assert shop.reader.profit.up_to_date()
    assert not costs.work_out(shop)


def table(book) -> list[tuple]:
    sql = "SELECT * FROM profit_row ORDER BY order_no, product, item, day, kind"
    with book.session.reading():
        return book.session.db.execute_sql(sql).fetchall()


@pytest.mark.slow
def test_step_by_step_comes_to_the_same_as_all_at_once(shop):
    """Whatever changed in whatever order: what is marked is enough."""
    chance = random.Random(11)

    def unit() -> UnitCost:
        return UnitCost(1, "", chance.randrange(99_00), BEGIN + timedelta(chance.randrange(90)))

    steps = [
        lambda: notes.keep_all(shop, [unit()], NOW),
        lambda: notes.keep_all(
            shop, [ParcelCost("shipping", chance.randrange(9_00), unit().since)], NOW
        ),
        lambda: notes.keep_all(shop, [CostShare("returned", chance.random(), unit().since)], NOW),
        lambda: notes.drop(shop, chance.choice(shop.reader.notes.all(UnitCost)), NOW),
        lambda: bring(
            shop, ORDERS.replace("已发货", chance.choice(["已签收", "退款成功"])), "orders"
        ),
        lambda: bring(shop, SETTLED.replace("5.00", f"{chance.randrange(9)}.00"), "settlements"),
        lambda: products.save(
            shop, replace(DRIED, id=1, item_id=chance.choice(["77", "78", ""])), NOW
        ),
        lambda: products.save(
            shop, replace(DRIED, id=1, category=chance.choice(["水果", "蜜"])), NOW
        ),
    ]
    for _ in range(40):
        changes = chance.choice(steps)()
        if chance.random() < 0.3 and changes and changes.undo:
            changes.undo(shop)
        costs.work_out(shop)
        found = table(shop)
        with shop.session.writing():
            shop.session.db.execute_sql("INSERT INTO profit_stale (since) VALUES (NULL)")
        costs.work_out(shop)
        assert table(shop) == found
    adds_up(shop)


CASES = """售后单号,订单编号,商品ID,售后类型,售后状态,退款金额,申请时间,售后完成时间
c1,a1,77,仅退款,退款成功,30.00,2026-10-09 10:00:00,2026-10-10 10:00:00
c2,a5,77,退货退款,退款成功,50.00,2026-11-04 10:00:00,2026-11-06 10:00:00
c3,a3,78,仅退款,售后关闭,40.00,2026-10-09 10:00:00,2026-10-10 10:00:00
c4,a2,77,仅退款,退款成功,60.00,2026-10-09 10:00:00,2026-10-10 10:00:00
"""


def refunds(book) -> set[tuple[str, date, int]]:
    rows = book.reader.profit.rows(*EVER, of="refunded")
    return {(row.order, row.day, row.sales.refunded) for row in rows}


def test_a_case_gives_back_what_no_settlement_tells(shop):
    """a1 and a2 are settled and have their say there; a3's case was closed without money."""
    before = refunds(shop)
    assert before == {("a2", date(2026, 11, 3), 60_00)}
    bring(shop, CASES, "aftersales")
    costs.work_out(shop)
    assert refunds(shop) == before | {("a5", date(2026, 11, 6), 50_00)}
    november = shop.reader.profit.by_product(*NOVEMBER)[1, ""]
    assert november.sales.cost_returned == 22_50  # of a5; a2 was money only, says its case
    imports.undo(shop, shop.reader.batches.recent(1)[0].id, now=NOW)
    costs.work_out(shop)
    assert refunds(shop) == before


def test_a_case_stands_before_the_state_of_its_order_and_neither_is_summed(shop):
    """The state says that all went back; the case that it was a part of it."""
    bring(shop, ORDERS.replace("待发货,", "交易关闭,退款成功"), "orders")
    costs.work_out(shop)
    assert ("a5", date(2026, 11, 2), 50_00) in refunds(shop)
    bring(shop, CASES.replace("50.00", "20.00"), "aftersales")
    costs.work_out(shop)
    assert [row for row in refunds(shop) if row[0] == "a5"] == [("a5", date(2026, 11, 6), 20_00)]


def test_a_case_that_the_seller_closed_is_in_the_profit_once(shop):
    """What it cost and gave back was nowhere but on the page of cases."""
    month = shop.reader.profit.by_product(*NOVEMBER)
    before = Earned.total(month.values()).sales
    closed = CaseFile("a5", kind="refund_only", refund=20_00)
    number = aftersales.open_case(shop, closed, NOW).ref
    step = aftersales.close(shop, CaseFile("a5", id=number), "partly", 7_00, NOW, 15_00)

    def seen():
        costs.work_out(shop)
        return Earned.total(shop.reader.profit.by_product(*NOVEMBER).values()).sales

    after = seen()
    assert (after.refunded - before.refunded, after.penalties - before.penalties) == (15_00, 7_00)
    rows = shop.reader.profit.rows(*NOVEMBER, of="penalties")
    assert [(row.order, row.day) for row in rows if row.sales.penalties == 7_00] == [
        ("a5", NOW.date())
    ]
    case = (
        "售后单号,订单编号,退款金额,售后状态,申请时间\nK1,a5,15.00,退款成功,2026-11-17 10:00:00\n"
    )
    bring(shop, case, "aftersales")
    assert (seen().refunded - before.refunded, seen().penalties - before.penalties) == (15_00, 7_00)
    step.undo(shop)
    assert (seen().refunded - before.refunded, seen().penalties) == (15_00, before.penalties)
