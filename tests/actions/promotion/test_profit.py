"""Profit with what promotion cost, from orders, reports and plans in a real book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest

from ksdesk.actions import imports, notes, products
from ksdesk.actions.promotion import costs, plans, profit, spending, standing, ways
from ksdesk.actions.promotion.behind import behind
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.stock.outlook import sku_key
from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.costs import CostShare, MonthlyCost, ParcelCost, UnitCost
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.promotion.profit import Earned
from ksdesk.domain.traffic import to_seconds
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.storage.traffic.own_rows import lasted

NOW = datetime(2026, 11, 18, 10, 20)
BEGIN, DAYS = date(2026, 9, 1), (date(2026, 10, 1), date(2026, 10, 31))
ORDERS = """订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号
a1,2026-10-05 20:10:00,已发货,100.00,1,柿饼,77,SF1
a2,2026-10-06 21:30:00,已发货,60.00,1,苹果,78,SF2
a3,2026-10-07 20:10:00,已发货,40.00,1,没见过的货,79,SF3
"""
REPORT = """日期,小时,计划ID,计划名称,营销目标,直播标题,花费,涨粉数,直接订单数,直接GMV
2026-10-05,20,11,买量甲,付费买量,晚场,20.00,4,1,80.00
2026-10-05,21,11,买量甲,付费买量,晚场,10.00,0,0,0
2026-10-06,20,12,热搜,买热搜,,15.00,3,0,0
"""


@pytest.fixture
def first_book(filled_once):
    return filled_once(open_shop)


def open_shop(book) -> None:
    for title, item in (("柿饼", "77"), ("苹果", "78")):
        products.save(book, Product(title=title, item_id=item), NOW)
    for name, text in (("订单.csv", ORDERS), ("计划.csv", REPORT)):
        seen = imports.preview(book, Source(name, text=text), now=NOW)
        imports.commit(book, seen, now=NOW)
    noted = (
        *(UnitCost(1, "", 40_00, BEGIN), UnitCost(2, "", 50_00, BEGIN)),
        *(ParcelCost("packaging", 1_00, BEGIN), ParcelCost("shipping", 4_00, BEGIN)),
        *(CostShare("platform_fee", 0.05, BEGIN), CostShare("returned", 0.8, BEGIN)),
        *(MonthlyCost("租金", 30_00, BEGIN), MonthlyCost("旧的", 9_00, BEGIN, BEGIN)),
    )
    notes.keep_all(book, noted, NOW)
    costs.work_out(book)


@pytest.fixture
def shop(book):
    return book


def plan(book, **facts) -> int:
    made = Plan("paid_traffic", "买量甲", "sales", 100_00, date(2026, 10, 5), date(2026, 10, 6))
    number = plans.save(book, Plan(**{**vars(made), **facts}), NOW).ref
    plans.begin(book, number, datetime(2026, 10, 5, 9))
    plans.end(book, number, datetime(2026, 10, 7))
    return number


def test_spend_that_no_plan_gives_to_products_stands_apart(shop):
    plan(shop, products=(1,))
    found = profit.look(shop.reader, *DAYS, NOW)
    assert (found.spend, found.unassigned, found.monthly) == (45_00, 15_00, 30_00)
    assert {one.title: one.sales.net for one in found.goods} == {
        "柿饼": 100_00 - 40_00 - 5_00 - 5_00 - 30_00,
        "苹果": 60_00 - 50_00 - 5_00 - 3_00,
        "没见过的货": 0,
    }
    assert found.sales.net == 20_00 + 2_00 - 15_00
    assert found.after_monthly == -23_00
    assert (found.orders, found.whole.left_out, found.whole.left_paid) == (3, 1, 40_00)


def test_a_parcel_of_two_orders_counts_for_each_and_all_sums_agree(shop):
    """By order and tracking number: the rows, the days, the products and the whole say the same."""
    text = ORDERS.replace("a1,", "b1,").replace("a2,", "b2,").replace("SF2", "SF1")
    imports.commit(shop, imports.preview(shop, Source("合.csv", text=text), now=NOW), now=NOW)
    costs.work_out(shop)
    rows = [row for row in shop.reader.profit.rows(*DAYS) if row.order in ("b1", "b2")]
    assert [row.sales.shipping for row in rows] == [5_00, 5_00]
    whole = profit.look(shop.reader, *DAYS, NOW).whole.sales.shipping
    by_good = shop.reader.profit.by_product(*DAYS).values()
    by_day = shop.reader.profit.by_day(*DAYS).values()
    counted = [row for row in shop.reader.profit.rows(*DAYS) if not row.costless]
    sums = [sum(e.sales.shipping for e in found) for found in (by_good, by_day, counted)]
    assert sums == [whole] * 3 == [20_00] * 3


def test_a_campaign_that_two_plans_were_counts_for_the_one_that_ran(shop):
    """A copy bears the name of the first one: each had all of the campaign's spend, and the shop
    spent more than was spent."""
    plan(shop, name="热搜", way="paid_traffic", campaigns=("11", "12"), products=(1,))
    again = Plan("paid_traffic", "再来", "sales", 9_00, date(2026, 10, 6), date(2026, 10, 6))
    number = plans.save(shop, replace(again, products=(2,), campaigns=("12",)), NOW).ref
    plans.begin(shop, number, datetime(2026, 10, 6, 9))
    found = profit.look(shop.reader, *DAYS, NOW)
    assert (found.spend, found.unassigned) == (45_00, 0)
    spends = {one.title: one.spend for one in found.goods if one.spend}
    assert spends == {"柿饼": 30_00, "苹果": 15_00}
    told = {one.plan.name: paid.spend for one, paid in profit.plans(shop.reader, *DAYS, NOW)}
    assert told == {"热搜": 30_00, "再来": 15_00}
    rows = behind(shop.reader, *DAYS, NOW, "spend", good=(2, "")).spends
    assert [(row.name, row.fen) for row in rows] == [("再来", 15_00)]
    assert sum(row.fen for row in behind(shop.reader, *DAYS, NOW, "spend").spends) == 45_00


def test_what_only_the_phone_told_of_a_plan_is_spread_over_its_days(shop):
    number = plan(shop, name="粉条", begins=date(2026, 9, 30), products=(2,))
    shop.session.db.execute_sql("UPDATE promotion_plan SET begun_at = '2026-09-30 09:00:00'")
    plans.read_off(shop, (PlanReading(number, datetime(2026, 10, 6), "spend", 70_00),), NOW)
    found = profit.look(shop.reader, *DAYS, NOW)
    assert found.spend == 45_00 + 60_00
    assert {one.title: one.spend for one in found.goods}["苹果"] == 60_00


@pytest.mark.parametrize("spend", [70_00, 100_03, 11])
def test_days_and_months_of_a_plan_that_only_the_phone_told_add_up_to_it(shop, spend):
    """Each span had its own rounding: two months of a plan came to a fen less than the plan, and
    a day was another figure in the month than by itself."""
    number = plan(shop, name="粉条", begins=date(2026, 9, 29), ends=date(2026, 10, 5))
    shop.session.db.execute_sql("UPDATE promotion_plan SET begun_at = '2026-09-29 09:00:00'")
    told = {"spend": spend, "gmv": 3 * spend, "orders": 7}
    at = datetime(2026, 10, 6)
    plans.read_off(shop, tuple(PlanReading(number, at, *one) for one in told.items()), NOW)

    def of_plan(first: date, last: date) -> tuple[int, int, int]:
        found = [paid for one, paid in profit.plans(shop.reader, first, last, NOW)]
        return tuple(sum(getattr(p, of) for p in found) for of in ("spend", "reported", "orders"))

    days = [date(2026, 9, 25) + timedelta(days=n) for n in range(15)]
    by_day = [of_plan(day, day) for day in days]
    assert tuple(map(sum, zip(*by_day, strict=True))) == (spend, 3 * spend, 7)
    (one,) = spending.begun(shop.reader, NOW)
    month = dict(spending.typed_by_day(one, *DAYS, NOW))
    alone = {day: of_plan(day, day)[0] for day in days if day >= DAYS[0]}
    assert month == {day: fen for day, fen in alone.items() if fen}
    for cut in days[1:]:
        parts = of_plan(days[0], cut - timedelta(days=1)), of_plan(cut, days[-1])
        assert tuple(map(sum, zip(*parts, strict=True))) == (spend, 3 * spend, 7)


@pytest.mark.parametrize(
    ("hours", "begun", "ended", "now", "due"),
    [
        ((20, 26), (31, 20), (32, 2), NOW, {31: 90_00}),
        ((20, 26), (31, 20), (33, 2), NOW, {31: 45_00, 32: 45_00}),
        ((20, 26), (31, 20), (32, 1), NOW, {31: 90_00}),
        ((20, 26), (32, 1), (32, 2), NOW, {31: 90_00}),
        ((20, 26), (31, 0), (32, 2), NOW, {31: 90_00}),
        ((20, 26), (31, 20), None, datetime(2026, 11, 1, 1), {31: 90_00}),
        ((20, 24), (31, 20), (32, 0), NOW, {31: 90_00}),
        ((0, 24), (31, 9), (32, 9), NOW, {31: 45_00, 32: 45_00}),
    ],
)
def test_the_hours_after_midnight_are_of_the_night_before(hours, begun, ended, now, due):
    """Half of what a night cost stood on the next day, at times in the next month."""

    def moment(day: int, hour: int) -> datetime:
        return datetime(2026, 10, 1, hour) + timedelta(days=day - 1)

    made = Plan("gift", "夜", "sales", 1_00, date(2026, 10, 31), date(2026, 11, 2), *hours)
    over = None if ended is None else moment(*ended)
    made = replace(made, id=1, begun_at=moment(*begun), ended_at=over)
    one = PlanStanding(made, figures={"spend": 90_00})
    days = spending.typed_by_day(one, date(2026, 10, 25), date(2026, 11, 9), now)
    assert {(day - date(2026, 9, 30)).days: fen for day, fen in days} == due


def test_results_that_only_the_phone_told_of_a_plan_count_as_its_spend_does(shop):
    """Its spend was there and its sales were not, so that it had neither return nor net."""
    number = plan(shop, name="粉条", begins=date(2026, 9, 30), products=(2,))
    shop.session.db.execute_sql("UPDATE promotion_plan SET begun_at = '2026-09-30 09:00:00'")
    told = {"spend": 70_00, "gmv": 210_00, "orders": 7, "new_fans": 14}
    at = datetime(2026, 10, 6)
    plans.read_off(shop, tuple(PlanReading(number, at, *one) for one in told.items()), NOW)
    ((_, paid),) = profit.plans(shop.reader, *DAYS, NOW)
    assert (paid.spend, paid.reported, paid.orders, paid.fans) == (60_00, 180_00, 6, 12)
    assert paid.reported_roi == 3 and paid.sales.net == 180_00 - 150_00 - 15_00 - 9_00 - 60_00


def test_ways_have_their_reports_sales_at_the_shops_rates(shop):
    bought, searched = ways.of_days(shop.reader, *DAYS, NOW)
    assert (bought.key, bought.spend, bought.reported, bought.fans) == (
        *("付费买量", 30_00, 80_00, 4),
    )
    assert bought.sales.paid == bought.sales.reported == 80_00
    assert bought.sales.goods_cost == 45_00  # 90 of 160
    assert bought.sales.break_even == pytest.approx(80_00 / 26_00)
    assert searched.reported_roi is None and searched.per_order is None


def test_all_money_counts_and_beside_it_stands_what_it_is_without_suspect_hours(shop):
    junk = Alarm("stay", "views", datetime(2026, 10, 5, 21), datetime(2026, 10, 5, 22), spend=1)
    bought, searched = ways.of_days(shop.reader, *DAYS, NOW, [junk])
    assert (bought.spend, bought.clean.spend, bought.clean.reported) == (30_00, 20_00, 80_00)
    assert searched.clean is None


def test_a_plan_has_the_rates_of_its_products_and_else_of_the_shop(shop):
    plan(shop, products=(2,))
    ((_, paid),) = profit.plans(shop.reader, *DAYS, NOW)
    assert (paid.own, paid.spend) == (True, 30_00)
    assert paid.sales.goods_cost == round(80_00 * 50 / 60)
    plan(shop, name="热搜", products=())
    rates = {one.plan.name: paid for one, paid in profit.plans(shop.reader, *DAYS, NOW)}
    assert not rates["热搜"].own and rates["热搜"].rates.paid == 160_00


def test_a_live_has_its_hours_orders_and_spend(shop):
    (live,) = profit.lives(shop.reader, *DAYS)
    assert (live.name, live.earned.orders, live.spend) == ("晚场", 1, 30_00)
    assert live.sales.net == 100_00 - 40_00 - 5_00 - 5_00 - 30_00


def test_today_knows_what_was_sold_at_a_loss(shop):
    plan(shop, products=(1, 2))
    notes.keep_all(shop, [UnitCost(2, "", 58_00, BEGIN)], NOW)
    costs.work_out(shop)
    (lost,) = profit.losses(shop.reader, datetime(2026, 10, 20))
    assert lost.title == "苹果"
    assert lost.sales.net == 60_00 - 58_00 - 5_00 - 3_00 - 11_25


def test_a_charge_that_names_no_order_of_the_book_is_of_no_live(shop):
    """It was the live's during which the platform took it."""
    before = profit.lives(shop.reader, *DAYS)
    text = """账务流水号,关联业务单号,入账时间,账务方向,发生额,业务类型
m1,,2026-10-05 20:30:00,支,5.00,违约金扣款
m2,zz,2026-10-05 20:40:00,支,7.00,晚发立赔
"""
    seen = imports.preview(shop, Source("动账.csv", text=text), now=NOW)
    imports.commit(shop, seen, now=NOW)
    costs.work_out(shop)
    assert profit.lives(shop.reader, *DAYS) == before
    assert profit.look(shop.reader, *DAYS, NOW).sales.penalties == 12_00


LIVES = """日期,小时,直播标题,花费
2026-10-31,9,早场,5.00
2026-10-31,20,晚场,20.00
2026-10-31,21,晚场,10.00
2026-11-01,20,次日,7.00
"""
IN_LIVES = """订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号
b1,2026-10-31 08:59:59,已发货,100.00,1,柿饼,77,SF1
b2,2026-10-31 09:00:00,已发货,100.00,1,柿饼,77,SF2
b3,2026-10-31 10:00:00,已发货,100.00,1,柿饼,77,SF3
b4,2026-10-31 20:00:00,已发货,60.00,1,苹果,78,SF4
b5,2026-10-31 21:59:59,已发货,60.00,1,苹果,78,SF5
"""


def test_lives_of_the_days_are_told_newest_first_each_with_the_orders_of_its_hours(shop):
    for name, text in (("场次.csv", LIVES), ("更多.csv", IN_LIVES)):
        seen = imports.preview(shop, Source(name, text=text), now=NOW)
        imports.commit(shop, seen, now=NOW)
    costs.work_out(shop)
    found = profit.lives(shop.reader, date(2026, 10, 31), date(2026, 10, 31))
    assert [(one.name, one.earned.orders, one.spend) for one in found] == [
        ("晚场", 2, 30_00),
        ("早场", 1, 5_00),
    ]
    late, early = found
    assert (late.end - late.start, early.end - early.start) == (2 * 3600, 3600)
    assert early.sales.net == 100_00 - 40_00 - 5_00 - 5_00 - 5_00


LATE = """日期,小时,计划ID,计划名称,直播标题,花费
2026-10-31,22,11,甲,夜场,10.00
2026-10-31,23,11,甲,夜场,10.00
2026-11-01,0,11,甲,夜场,10.00
2026-11-01,1,11,甲,夜场,10.00
"""
OF_LATE = "直播标题,开播时间,花费\n夜场,2026-10-31 22:00:00,40.00\n"
UNITS = """日期,小时,计划ID,计划名称,单元ID,直播标题,花费
2026-10-31,22,11,甲,u1,夜场,6.00
2026-10-31,22,11,甲,u2,夜场,4.00
"""
SOLD_LATE = """订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号
b1,2026-10-31 22:10:00,已发货,100.00,1,柿饼,77,SF1
b2,2026-11-01 01:10:00,已发货,100.00,1,柿饼,77,SF2
b3,2026-11-01 02:00:00,已发货,100.00,1,柿饼,77,SF3
"""


@pytest.mark.parametrize("beside", ["", OF_LATE, UNITS], ids=["hours", "its row too", "units too"])
def test_a_live_over_midnight_is_one_of_its_first_day_and_costs_what_it_cost(shop, beside):
    """It was two, each half in its month; and two reports of it cost twice as much."""
    for name, text in (("场次.csv", LATE), ("更多.csv", SOLD_LATE), ("同场.csv", beside)):
        if text:
            seen = imports.preview(shop, Source(name, text=text), now=NOW)
            imports.commit(shop, seen, now=NOW)
    costs.work_out(shop)
    (late,) = profit.lives(shop.reader, date(2026, 10, 31), date(2026, 10, 31))
    assert (late.end - late.start, late.earned.orders, late.spend) == (4 * 3600, 2, 40_00)
    assert not profit.lives(shop.reader, date(2026, 11, 1), date(2026, 11, 1))


def test_a_live_that_never_ends_is_one_a_day(shop):
    """What runs all day and night has no evening that it belongs to."""
    days = [f"2026-10-{day},{hour},常开,1.00" for day in (20, 21, 22) for hour in range(24)]
    text = "\n".join(["日期,小时,直播标题,花费", *days]) + "\n"
    imports.commit(shop, imports.preview(shop, Source("常.csv", text=text), now=NOW), now=NOW)
    found = profit.lives(shop.reader, date(2026, 10, 21), date(2026, 10, 22))
    assert [(one.end - one.start, one.spend) for one in found] == [(86_400, 24_00)] * 2


@pytest.mark.parametrize(
    ("today", "told"), [(date(2026, 10, 6), 0), (date(2026, 10, 7), 1), (date(2026, 11, 5), 1)]
)
def test_losses_are_of_the_thirty_days_before_today(shop, today, told):
    notes.keep_all(shop, [UnitCost(2, "", 58_00, BEGIN)], NOW)
    costs.work_out(shop)
    lost = profit.losses(shop.reader, datetime.combine(today, NOW.time()))
    assert len(lost) == told
    assert not profit.losses(shop.reader, datetime(2026, 11, 6))


def test_orders_and_what_was_paid_are_counted_by_option_within_the_days(shop):
    sizes = (Sku(("大",), code="B"), Sku(("小",), code="S"))
    number = products.save(shop, Product(title="核桃", item_id="80", skus=sizes), NOW).ref
    header = (
        "订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,SKU编码,商品规格,快递单号\n"
    )
    lines = (
        "c1,2026-10-01 00:00:00,已发货,30.00,1,核桃,80,B,,SF1",
        "c1,2026-10-01 00:00:00,已发货,5.00,1,核桃,80,B,礼盒,SF1",
        "c2,2026-10-31 23:59:59,已发货,31.00,1,核桃,80,,大 500g,SF2",
        "c3,2026-10-20 10:00:00,已发货,12.00,1,核桃,80,S,,SF3",
        "c4,2026-11-01 00:00:00,已发货,50.00,1,核桃,80,B,,SF4",
        "c5,2026-10-20 10:00:00,交易关闭,70.00,1,核桃,80,S,,",
    )
    seen = imports.preview(shop, Source("规格.csv", text=header + "\n".join(lines)), now=NOW)
    imports.commit(shop, seen, now=NOW)
    span = (to_seconds(datetime(2026, 10, 1)), to_seconds(datetime(2026, 11, 1)))
    found = shop.reader.profit.sold_options(*span)
    options = {key: sold for (good, key), sold in found.items() if good == number}
    big, small = (sku_key(sku) for sku in sizes)
    assert options == {big: (3, 66_00), small: (1, 12_00)}
    costs.work_out(shop)
    assert shop.reader.profit.firsts_without_cost()[number, ""] == date(2026, 10, 1)


def test_the_rows_behind_a_sum_are_those_of_its_days_goods_and_live(shop):
    rows = shop.reader.profit.rows
    assert [one.order for one in rows(*DAYS)] == ["a3", "a2", "a1"]
    assert [one.order for one in rows(date(2026, 10, 6), date(2026, 10, 6))] == ["a2"]
    assert [one.order for one in rows(*DAYS, good=(1, ""))] == ["a1"]
    assert rows(*DAYS, of="refunded") == []
    assert [one.order for one in rows(*DAYS, of="paid")] == ["a3", "a2", "a1"]
    evening = tuple(to_seconds(datetime(2026, 10, 5, hour)) for hour in (20, 21))
    assert [one.order for one in rows(BEGIN, BEGIN, live=evening)] == ["a1"]
    assert shop.reader.profit.firsts_without_cost() == {(0, "79"): date(2026, 10, 7)}


@pytest.mark.parametrize(
    ("extra", "seconds"),
    [
        ('{"直播时长(分)": 90}', 5_400),
        ('{"直播时长(小时)": 1.5}', 5_400),
        ('{"直播时长": 77}', 77),
        ('{"直播时长(时:分:秒)(秒)": 5400}', 5_400),
        ('{"直播时长(小时)(秒)": 5400}', 5_400),
        ('{"直播时长": 0, "别的": 5}', None),
        ('{"直播时长": "很久"}', None),
        ("不是JSON", None),
        (None, None),
    ],
)
def test_how_long_a_live_lasted_by_its_row(extra, seconds):
    assert lasted(extra) == seconds


def test_an_order_that_the_file_calls_paid_back_brings_nothing(shop):
    header = "订单号,订单创建时间,订单状态,售后状态,实付款,成交数量,商品名称,商品ID,快递单号\n"
    lines = (
        "d1,2026-12-05 20:10:00,已发货,退款成功,100.00,1,柿饼,77,SF1",
        "d2,2026-12-05 21:10:00,已发货,,100.00,1,柿饼,77,SF2",
    )
    seen = imports.preview(shop, Source("售后.csv", text=header + "\n".join(lines)), now=NOW)
    imports.commit(shop, seen, now=NOW)
    costs.work_out(shop)
    rows = shop.reader.profit.rows(date(2026, 12, 1), date(2026, 12, 31))
    back = {one.order: one.sales.refunded for one in rows if one.sales.refunded}
    assert back == {"d1": 100_00}


def import_table(book, name: str, text: str) -> None:
    seen = imports.preview(book, Source(name, text=text), now=NOW)
    assert seen.counts.new, seen
    imports.commit(book, seen, now=NOW)


PART_BACK = """订单号,订单创建时间,订单状态,售后状态,实付款,成交数量,商品名称,商品ID,快递单号
p1,2026-12-05 20:10:00,已发货,{said},100.00,1,柿饼,77,SF9
"""
CASES = """售后单号,订单编号,申请时间,售后类型,售后状态,退款金额,售后原因,商品名称
901,p1,2026-12-06 10:00:00,仅退款,{said},{fen},不想要,柿饼
"""


@pytest.mark.parametrize(
    ("state", "case", "told"),
    [
        ("部分退款", None, (0, 1, 1, 100_00, 0)),
        ("部分退款成功", ("退款中", ""), (0, 1, 1, 100_00, 0)),
        ("", ("退款成功", ""), (0, 1, 1, 100_00, 0)),
        ("部分退款", ("退款成功", "12.00"), (1, 0, 0, 0, 12_00)),
        ("", ("退款成功", "12.00"), (1, 0, 0, 0, 12_00)),
        ("全额退款", ("退款成功", ""), (1, 0, 0, 0, 100_00)),
        ("", ("退款关闭", ""), (1, 0, 0, 0, 0)),
        ("部分退款失败", None, (1, 0, 0, 0, 0)),
        ("", None, (1, 0, 0, 0, 0)),
    ],
)
def test_a_refund_of_which_nobody_says_how_much_is_never_taken_for_nothing(shop, state, case, told):
    """The whole of what was paid was said to stay; it is left out and counted until a case or a
    settlement names the amount."""
    import_table(shop, "订单.csv", PART_BACK.format(said=state))
    if case is not None:
        import_table(shop, "售后.csv", CASES.format(said=case[0], fen=case[1]))
    costs.work_out(shop)
    december = date(2026, 12, 1), date(2026, 12, 31)
    whole = profit.look(shop.reader, *december, NOW).whole
    assert (
        *(whole.orders, whole.left_out, whole.untold),
        *(whole.left_paid, whole.refunded),
    ) == told
    assert whole.without_cost == 0 and not whole.sales.unknown
    sums = (
        Earned.total(found.values())
        for found in (
            shop.reader.profit.by_product(*december),
            shop.reader.profit.by_day(*december),
        )
    )
    assert [one == whole for one in sums] == [True, True]
    assert (1, "") not in shop.reader.profit.firsts_without_cost()
    left_out = behind(shop.reader, *december, NOW, of="left_out").orders
    assert sum(row.sales.paid for row in left_out) == whole.left_paid


def test_a_case_without_an_amount_is_not_told_by_the_other_case_of_its_order(shop):
    """The order stood in the profit with the refund of one case, the other counted for nothing."""
    import_table(shop, "订单.csv", PART_BACK.format(said=""))
    second = "902,p1,2026-12-08 10:00:00,仅退款,退款成功,,少件,柿饼\n"
    import_table(shop, "售后.csv", CASES.format(said="退款成功", fen="12.00") + second)
    costs.work_out(shop)
    whole = profit.look(shop.reader, date(2026, 12, 1), date(2026, 12, 31), NOW).whole
    assert (whole.orders, whole.left_out, whole.untold) == (0, 1, 1)
    assert (whole.left_paid, whole.left_refunded) == (100_00, 12_00)
    assert whole.sales.refunded == 0


def test_a_settlement_names_what_went_back_of_an_order_that_was_left_out(shop):
    import_table(shop, "订单.csv", PART_BACK.format(said="部分退款"))
    costs.work_out(shop)
    settled = (
        "订单号,商品ID,商品名称,订单实付(元),订单退款(元),技术服务费(元),实际结算金额(元),"
        "实际结算时间\np1,77,柿饼,100.00,30.00,3.50,66.50,2026-12-20 02:00:00\n"
    )
    import_table(shop, "结算.csv", settled)
    costs.work_out(shop)
    whole = profit.look(shop.reader, date(2026, 12, 1), date(2026, 12, 31), NOW).whole
    assert (whole.orders, whole.left_out, whole.refunded) == (1, 0, 30_00)


def begun_plan(number: int, first: datetime, last: datetime, keys: tuple[str, ...] = (), **more):
    made = Plan("paid_traffic", f"{number}", "sales", 1, first.date(), max(first, last).date())
    return PlanStanding(
        replace(made, id=number, begun_at=first, ended_at=last, state="ended"), keys, **more
    )


@pytest.mark.parametrize("seed", range(12))
def test_each_day_of_a_campaign_is_that_of_one_plan(seed):
    """Of the latest that had begun by then, up to its end. What was before all of them was the
    first one's, and what came after the last one its own, which the list of plans did not count."""
    random = Random(seed)
    moments = [datetime(2026, 10, random.randrange(1, 9), random.randrange(24)) for _ in range(4)]
    every = [
        begun_plan(number, at, at + timedelta(days=3), random.choice([("a",), ("b",), ("a", "b")]))
        for number, at in enumerate(moments, 1)
    ]
    first, last = date(2026, 10, 3), date(2026, 10, 7)
    spans = profit.own_days(every, first, last)
    for one in every:
        same = [o for o in every if {*o.keys} & {*one.keys}]
        order = sorted(same, key=lambda o: (o.plan.first, o.plan.id))
        for day in (first + timedelta(days=n) for n in range(5)):
            began = [o for o in order if o.plan.first.date() <= day]
            ended = day > (one.plan.last - timedelta(seconds=1)).date()
            owner = began[-1] if began and not ended else None
            mine = spans[one.plan.id][0] <= day <= spans[one.plan.id][1]
            # What another plan of the same campaign has by then, a later one took from it.
            assert mine == (owner is one), (day, one.plan.id, spans)


@pytest.mark.parametrize("ends", [6, 7, 8, 9, 12])
@pytest.mark.parametrize("phone", [0, 5_00])
def test_list_and_profit_share_the_days_of_a_campaign_alike(shop, ends, phone):
    """Of a campaign that is another plan too, told by the phone alone for its days, the profit
    gave the longer plan all of what came after; the list of plans did not."""
    text = "日期,计划ID,计划名称,营销目标,花费\n2026-10-08,11,买量甲,付费买量,8.00\n"
    imports.commit(shop, imports.preview(shop, Source("后.csv", text=text), now=NOW), now=NOW)
    of_campaign = Plan(
        *("paid_traffic", "长", "sales", 100_00, date(2026, 10, 5), date(2026, 10, 12)),
        campaigns=("11",),
    )
    short = replace(of_campaign, name="短", begins=date(2026, 10, 6), ends=date(2026, 10, ends))
    for made in (of_campaign, short):
        number = plans.save(shop, made, NOW).ref
        plans.begin(shop, number, datetime.combine(made.begins, datetime.min.time()))
    if phone:
        plans.read_off(shop, (PlanReading(number, datetime(2026, 10, 6, 22), "spend", phone),), NOW)
    listed = {one.plan.name: one.spend or 0 for one in standing.every(shop.reader, NOW)}
    told = {one.plan.name: paid.spend for one, paid in profit.plans(shop.reader, *DAYS, NOW)}
    assert told == {name: fen for name, fen in listed.items() if fen}
    later = 8_00 if ends >= 8 else phone
    assert listed == {"长": 30_00, "短": later}


@pytest.mark.parametrize("now", [datetime(2026, 10, 2, 12), datetime(2026, 10, 4, 9), NOW])
@pytest.mark.parametrize("last", [datetime(2026, 10, 3, 18), datetime(2026, 10, 6)])
def test_what_the_phone_told_is_spread_evenly_over_the_days_so_far(now, last):
    first, fen = datetime(2026, 10, 3, 8), 100_01
    one = begun_plan(1, first, last, figures={"spend": fen})
    stands = min(last, now) - timedelta(seconds=1)
    ran = [date(2026, 10, 3) + timedelta(days=n) for n in range(9)]
    ran = [day for day in ran if day <= stands.date()]
    begin, end = date(2026, 10, 1), date(2026, 10, 9)
    for n in range((end - begin).days + 1):
        for m in range(n, (end - begin).days + 1):
            days = begin + timedelta(days=n), begin + timedelta(days=m)
            within = [day for day in ran if days[0] <= day <= days[1]]
            before = sum(day < days[0] for day in ran)
            until = before + len(within)
            due = fen * until // len(ran) - fen * before // len(ran) if ran else 0
            assert spending.typed(one, *days, now) == due
            told = [*spending.typed_by_day(one, *days, now)]
            assert sum(fen for _, fen in told) == due
            assert [day for day, _ in told] == within
    assert spending.typed(replace(one, keys=("a",)), begin, end, NOW) == 0
    assert not [*spending.typed_by_day(replace(one, keys=("a",)), begin, end, NOW)]
    assert spending.typed(replace(one, figures={}), begin, end, NOW) == 0


@pytest.mark.parametrize(
    ("first", "last", "fen"),
    [
        (date(2026, 8, 1), date(2026, 8, 31), 0),
        (date(2026, 8, 31), date(2026, 9, 1), 39_00),
        (date(2026, 10, 1), date(2026, 10, 1), 30_00),
        (date(2026, 9, 30), date(2026, 10, 1), 69_00),
        (date(2026, 9, 1), date(2026, 11, 30), 99_00),
        (date(2026, 12, 31), date(2027, 1, 1), 60_00),
    ],
)
def test_costs_of_a_month_count_once_in_each_month_of_the_days(shop, first, last, fen):
    assert profit.monthly(shop.reader, first, last) == fen


@pytest.mark.parametrize(
    ("begins", "ends", "ran"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), False),
        (date(2026, 9, 1), date(2026, 10, 1), True),
        (date(2026, 10, 31), date(2026, 11, 2), True),
        (date(2026, 11, 1), date(2026, 11, 2), False),
    ],
)
@pytest.mark.parametrize("begun", [True, False])
def test_a_way_has_the_rates_of_the_plans_that_ran_in_the_days(shop, begins, ends, ran, begun):
    made = Plan("paid_traffic", "甲", "sales", 9_00, begins, ends, 0, 23, products=(2,))
    number = plans.save(shop, made, NOW).ref
    if begun:
        plans.begin(shop, number, datetime.combine(begins, datetime.min.time()))
    bought, searched = ways.of_days(shop.reader, *DAYS, NOW)
    assert (bought.own, searched.own) == (ran and begun, False)
    assert bought.rates.paid == (60_00 if bought.own else 160_00)
    assert searched.rates.paid == 160_00
    plans.begin(shop, plans.save(shop, replace(made, products=()), NOW).ref, NOW)
    assert ways.of_days(shop.reader, *DAYS, NOW)[0].own == bought.own


@pytest.mark.parametrize(
    ("labels", "days", "place"),
    [
        (("涨粉当日GMV",), 1, 0),
        (("涨粉7日GMV",), 7, 0),
        (("涨粉7日累计成交金额", "涨粉30日累计GMV"), 30, 1),
        (("涨粉30日GMV", "涨粉7日GMV"), 30, 0),
        (("fansT15GMV", "涨粉当日GMV"), 15, 0),
        (("涨粉成本",), None, 0),
    ],
)
def test_what_new_fans_bought_is_told_over_the_most_days_of_a_report(book, labels, days, place):
    head = ",".join(["日期,计划ID,营销目标,花费", *labels])
    rows = [f"2026-08-0{day},1,付费买量,5.00" + ",1.25,4.50"[: 5 * len(labels)] for day in (5, 6)]
    text = "\n".join([head, *rows]) + "\n"
    imports.commit(book, imports.preview(book, Source("粉.csv", text=text), now=NOW), now=NOW)
    (paid,) = ways.of_days(book.reader, date(2026, 8, 1), date(2026, 8, 6), NOW)
    yuan = (2_50, 9_00)[place]
    assert paid.fans_paid == (None if days is None else (days, yuan))
    assert (paid.spend, paid.orders, paid.clean) == (10_00, None, None)


@pytest.mark.parametrize(
    ("start", "hours", "clean"),
    [
        (datetime(2026, 10, 5, 20), 1, 10_00),
        (datetime(2026, 10, 5, 20), 2, 0),
        (datetime(2026, 10, 5, 19), 1, None),
        (datetime(2026, 10, 5, 22), 1, None),
        (datetime(2026, 9, 30, 23), 118, 10_00),
    ],
)
def test_what_is_suspect_is_left_out_by_the_hour(shop, start, hours, clean):
    junk = Alarm("idle_viewers", "views", start, start + timedelta(hours=hours))
    bought, _ = ways.of_days(shop.reader, *DAYS, NOW, [junk])
    told = None if bought.clean is None else bought.clean.spend
    assert told == clean and bought.spend == 30_00


def test_days_have_what_was_sold_and_what_was_spent_the_newest_first(shop):
    number = plan(shop, name="粉条", products=(2,))
    plans.read_off(shop, (PlanReading(number, datetime(2026, 10, 6), "spend", 70_00),), NOW)
    told = [(one.day, one.earned.paid, one.spend) for one in profit.days(shop.reader, *DAYS, NOW)]
    assert told == [
        (date(2026, 10, 7), 40_00, 0),
        (date(2026, 10, 6), 60_00, 50_00),
        (date(2026, 10, 5), 100_00, 65_00),
    ]
    only = profit.days(shop.reader, date(2026, 10, 6), date(2026, 10, 6), NOW)
    assert [(one.day, one.spend) for one in only] == [(date(2026, 10, 6), 50_00)]
