"""Every number of 利润 is opened, and the rows behind it are added up."""

from __future__ import annotations

from datetime import date, datetime
from itertools import product

import pytest

from ksdesk.actions import imports, notes, products
from ksdesk.actions.promotion import costs, plans
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, MonthlyCost, ParcelCost, UnitCost
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.ui.promotion.page import PromotionPage
from ksdesk.ui.promotion.profit.parts_card import DAYS, GOODS, LIVES, TOTAL, net_of

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 18, 10, 20)
SINCE = date(2026, 8, 1)
FILES = {
    # One order of two goods in two parcels, one of goods without a cost, one sent back in part and
    # then whole, one given back in the month after, one that was never paid.
    "订单.csv": """订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号,订单来源
b1,2026-10-20 20:10:00,已发货,90.00,1,柿饼,77,SF0,直播
a1,2026-11-05 20:10:00,已发货,100.00,1,柿饼,77,SF1,直播
a1,2026-11-05 20:10:00,已发货,33.35,1,苹果,78,SF9,直播
a2,2026-11-06 21:30:00,已发货,60.01,2,苹果,78,SF2,直播
a3,2026-11-10 09:00:00,已发货,40.00,1,没见过的货,79,SF3,
a4,2026-11-11 09:00:00,交易关闭,20.00,1,柿饼,77,,
a5,2026-11-12 20:30:00,已发货,50.00,1,柿饼,77,SF5,
a6,2026-11-12 20:40:00,已发货,7.77,1,没见过的货,79,SF6,直播
""",
    "结算.csv": """订单号,商品ID,商品名称,订单创建时间,订单实付(元),订单退款(元),技术服务费(元),\
实际结算金额(元),实际结算时间
b1,77,柿饼,2026-10-20 20:10:00,90.00,90.00,0.00,0.00,2026-11-02 10:00:00
a1,77,柿饼,2026-11-05 20:10:00,100.00,30.00,5.01,64.99,2026-11-15 10:00:00
a2,78,苹果,2026-11-06 21:30:00,60.01,0.00,3.00,57.01,2026-11-16 10:00:00
""",
    "动账.csv": """账务流水号,关联业务单号,账务方向,业务类型,描述,入账时间,发生额,期末余额
f1,a2,支,违规扣款,延迟发货赔付,2026-11-15 12:00:00,3.00,92.00
f2,,支,违规扣款,违规扣款,2026-11-14 12:00:00,8.88,80.00
""",
    "计划.csv": """日期,小时,计划ID,计划名称,营销目标,直播标题,花费,涨粉数,直接订单数,直接GMV
2026-11-05,20,11,买量甲,付费买量,晚场,20.03,4,1,80.00
2026-11-05,21,11,买量甲,付费买量,晚场,10.00,0,0,0
2026-11-06,21,12,热搜,买热搜,,15.00,3,0,0
2026-11-12,20,11,买量甲,付费买量,夜场,5.55,0,0,0
""",
}


def fill(book) -> None:
    for title, item in (("柿饼", "77"), ("苹果", "78")):
        products.save(book, Product(title=title, item_id=item), NOW)
    for name, text in FILES.items():
        imports.commit(book, imports.preview(book, Source(name, text=text), now=NOW), now=NOW)
    noted = (
        *(UnitCost(1, "", 40_00, SINCE), UnitCost(2, "", 15_55, SINCE)),
        *(ParcelCost("packaging", 1_00, SINCE), ParcelCost("shipping", 4_00, SINCE)),
        *(ParcelCost("return", 6_00, SINCE), CostShare("platform_fee", 0.053, SINCE)),
        *(CostShare("commission", 0.1, SINCE), CostShare("returned", 0.8, SINCE)),
        *(MonthlyCost("租金", 30_00, SINCE), MonthlyCost("小工", 12_34, SINCE)),
    )
    notes.keep_all(book, noted, NOW)
    # Of both goods, its spend read off the phone and spread over days; and one of the reports.
    for way, name, goods in (("gift", "榜上三天", (1, 2)), ("paid_traffic", "买量甲", (1,))):
        made = Plan(way, name, "sales", 10_000, date(2026, 11, 3), date(2026, 11, 12))
        made = Plan(**{**made.__dict__, "products": goods, "id": None})
        number = plans.save(book, made, NOW).ref
        plans.begin(book, number, datetime(2026, 11, 3))
        if way == "gift":
            plans.read_off(book, (PlanReading(number, NOW, "spend", 100.03),), NOW)
    costs.work_out(book)


@pytest.fixture(params=["own", "sample"])
def first_book(request, filled_once):
    if request.param == "sample":
        return request.getfixturevalue("sample_file")
    return filled_once(fill)


@pytest.fixture
def room(book, ctx, qtbot):
    costs.work_out(book)
    page = PromotionPage(ctx)
    qtbot.addWidget(page)
    page.resize(1400, 900)
    page.jump("profit")
    page.show()
    return page.rooms["profit"]


def behind(room) -> tuple[list, int | None]:
    """The rows of the sheet that is open and their sum, None where of one it is not known."""
    sheet, rows = room.desk.sheet, room.desk.sheet.model.rows
    total = None if any(row.fen is None for row in rows) else sum(row.fen for row in rows)
    said = sheet.sentence_label.text()
    assert total is None or f"{abs(total) / 100:,.2f}" in said
    assert f"{len(rows)} " in said
    sheet.reject()
    return list(rows), total


def see(room, month: int, money: bool):
    for _ in range(month):
        room.earlier.click()
    room.by.button(money).click()


@pytest.mark.parametrize(("month", "money"), [(0, False), (0, True), (1, False)])
def test_every_line_opens_rows_that_add_up_to_it(room, month, money):
    see(room, month, money)
    for place, step in enumerate(room.lines.model.rows):
        room.lines.table.setCurrentIndex(room.lines.model.index(place, 1))
        room.lines.table.opened.emit(step)
        _, total = behind(room)
        taken_off = not step.sum
        wanted = None if step.amount is None else -step.amount if taken_off else step.amount
        assert total == wanted, step
    for button, wanted in (
        (room.lines.monthly, room.seen.profit.monthly),
        (room.lines.after, room.seen.profit.after_monthly),
    ):
        assert not button.isHidden() or not room.seen.profit.monthly
        button.click()
        assert behind(room)[1] == wanted
    room.lines.unsettled.click()
    assert behind(room)[1] == max(room.seen.profit.whole.estimated, 0)


def all_left_out(one) -> bool:
    return bool(one.earned.left_out and not one.earned.orders)


def orders_of(one) -> int:
    """Of all together one of two products counts once."""
    whole = getattr(one, "good", None) == TOTAL
    return one.earned.leads if whole else one.earned.orders + one.earned.left_out


NUMBERS = {
    "orders": orders_of,
    "paid": lambda one: one.earned.paid,
    "before_ads": lambda one: None if all_left_out(one) else one.earned.sales.before_ads,
    "spend": lambda one: one.spend,
    "net": net_of,
}


@pytest.mark.parametrize(("month", "money"), [(0, False), (0, True), (1, False)])
def test_every_number_of_a_product_day_and_live_adds_up(room, month, money):
    see(room, month, money)
    for part in (GOODS, DAYS, LIVES):
        room.parts.by.button(part).click()
        model, table = room.parts.models[part], room.parts.tables[part]
        last = len(model.rows) - 3  # of many days the first and the last
        some = [(n, one) for n, one in enumerate(model.rows) if n < 3 or n >= last]
        for (place, one), (name, number) in product(some, NUMBERS.items()):
            table.setCurrentIndex(model.index(place, model.column(name)))
            table.opened.emit(one)
            rows, total = behind(room)
            wanted = number(one)
            if name == "orders":
                assert len(rows) == wanted, (part, one)
            elif wanted is None and not one.earned.orders:
                assert not [row for row in rows if row.order]  # left out: its goods have no cost
            else:
                assert total == wanted, (part, name, one)
        if part != LIVES and model.rows:
            *rest, whole = model.rows
            # What has no cost shows no net; what was spent on it is in the sum.
            nets = [-one.spend if net_of(one) is None else net_of(one) for one in rest]
            assert sum(nets) == net_of(whole) == room.seen.profit.sales.net
            assert sum(one.spend for one in rest) == whole.spend == room.seen.profit.spend


def test_a_row_leads_to_its_order(room, ctx):
    asked = []
    ctx.navigate = lambda *where: asked.append(where)
    step = room.lines.model.rows[0]
    room.lines.table.opened.emit(step)
    sheet = room.desk.sheet
    sheet.table.opened.emit(sheet.model.rows[0])
    assert asked == [("orders", sheet.model.rows[0].order)]
