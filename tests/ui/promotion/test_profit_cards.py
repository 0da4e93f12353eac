"""利润: the bars of its lines, the card of one product, and the detail as a table."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from ksdesk.actions import notes, products
from ksdesk.actions.promotion import costs, plans
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.breakdown import GoodProfit
from ksdesk.domain.promotion.costs import CostShare, MonthlyCost, ParcelCost, UnitCost
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.promotion.profit import Earned, Sales
from ksdesk.domain.traffic import to_seconds
from ksdesk.ui.promotion.profit.parts_card import DAYS
from ksdesk.ui.promotion.profit.words import ProfitStep, spans

NOW = datetime(2026, 11, 18, 10, 20)
MAY = date(2026, 5, 1)


@pytest.fixture
def shop(book):
    """Persimmons that earn, apples that lose, pears without a cost; a plan spends on apples."""
    with book.transaction():
        numbers = [
            products.save(book, Product(title=t, item_id=i, price=10_000, state="listed"), NOW).ref
            for t, i in (("柿饼", "11"), ("苹果", "22"), ("梨", "33"))
        ]
        for number, item, status in (
            *((1, "11", "已发货"), (2, "11", "已发货"), (3, "22", "已发货")),
            *((4, "22", "已发货"), (5, "33", "已发货")),
        ):
            moment = to_seconds(datetime(2026, 11, 10 + number, 9, 0))
            book.session.db.execute_sql(
                """INSERT INTO order_row (key, time, paid_at, order_no, product_id, product_name,
                status, paid, quantity) VALUES (?, ?, ?, ?, ?, '', ?, 10000, 1)""",
                (f"{number}", moment, moment, f"90{number}", item, status),
            )
        known = [ParcelCost(part, 500, MAY) for part in ("packaging", "shipping", "return")]
        known += [CostShare(kind, 0.0, MAY) for kind in ("platform_fee", "commission", "returned")]
        known += [UnitCost(numbers[0], "", 5_000, MAY), UnitCost(numbers[1], "", 9_500, MAY)]
        notes.keep_all(book, [*known, MonthlyCost("冷库", 1_000, MAY)], NOW)
    costs.work_out(book)
    days = date(2026, 11, 11), date(2026, 11, 12)
    plan = Plan("paid_traffic", "粉条", "sales", 100_00, *days, products=(numbers[1],))
    number = plans.save(book, plan, NOW).ref
    plans.begin(book, number, datetime(2026, 11, 11, 9))
    plans.read_off(book, (PlanReading(number, datetime(2026, 11, 12), "spend", 30_00),), NOW)
    return numbers


@pytest.fixture
def room(shop, open_page):
    page = open_page(1400, 900)
    page.jump("profit")
    return page.rooms["profit"]


def told(card) -> list[str]:
    return [key.text() for key in card.keys]


def test_the_product_that_loses_most_explains_itself(room, shop, ctx):
    card = room.good
    assert card.isVisible() and card.name.text() == "苹果：卖一单亏 20.00"
    assert card.pill.isVisible() and card.pill.text() == "共亏 40.00"
    assert told(card) == ["货 95.00", "运费 10.00", "推广 15.00", "竖线：买家付 100.00"]
    assert sum(amount for amount, _ in card.bar.parts) == card.bar.tick + 40_00
    asked = []
    ctx.navigate = lambda *where: asked.append(where)
    card.product.click()
    assert asked == [("products", str(shop[1]))]
    card.orders.click()
    assert {row.order for row in room.desk.sheet.model.rows} == {"903", "904"}
    room.desk.sheet.reject()
    sent = []
    room.sent.connect(sent.append)
    card.plan.click()
    assert sent == [f"plans:{room.seen.plans[shop[1]]}"]


def test_one_that_earns_shows_what_stays_and_one_without_a_cost_the_way_to_it(room, shop):
    goods = room.parts.tables["goods"]
    titles = [one.title for one in room.parts.models["goods"].rows]
    goods.selectRow(titles.index("柿饼"))
    card = room.good
    assert card.name.text() == "柿饼：卖一单剩 40.00" and card.pill.isHidden()
    assert told(card) == ["货 50.00", "运费 10.00", "剩下 40.00", "竖线：买家付 100.00"]
    assert sum(amount for amount, _ in card.bar.parts) == card.bar.tick
    assert card.plan.isHidden()
    goods.selectRow(titles.index("梨"))
    assert card.bar.isHidden() and card.product.isHidden() and "还没填成本" in card.why.text()
    card.costs.click()
    assert room.desk.sheet.isVisible()
    room.desk.sheet.reject()


@pytest.mark.parametrize("spend", [0, 1, 100, 20_003])
@pytest.mark.parametrize("count", [1, 3, 7, 120])
def test_of_one_order_the_parts_come_to_what_it_paid_and_leaves(room, count, spend):
    """Each was rounded by itself: they came to a fen more or less than what was paid and lost."""
    sales = Sales(1_455_901, 144_999, 1_213_333, 0, 132_907, 77, 0, 67_333, 0, 5, 0, 0)
    good = GoodProfit((1, ""), "苹果", Earned(sales, count), spend)
    room.good.show_good(good, room.seen.profit, {})
    texts = (text.split()[-1].replace(",", "") for text in told(room.good))
    *parts, paid = (round(100 * float(text)) for text in texts)
    left = round((sales.before_ads - spend) / count)
    assert sum(parts) == paid - min(left, 0) and paid == round(sales.paid / count)


def test_the_card_is_of_products_alone(room):
    room.parts.by.button(DAYS).click()
    assert room.good.isHidden()
    room.parts.by.button("goods").click()
    assert room.good.isVisible()
    goods = room.parts.tables["goods"]
    goods.selectRow(room.parts.models["goods"].rowCount() - 1)
    assert room.good.isHidden()  # the sum is none


def test_a_click_on_a_line_opens_its_rows(room):
    line = next(n for n, step in enumerate(room.lines.model.rows) if step.code == "left_out")
    room.lines.table.clicked.emit(room.lines.model.index(line, 0))
    assert [row.order for row in room.desk.sheet.model.rows] == ["905"]
    room.desk.sheet.reject()


def test_the_rows_behind_a_line_go_out_as_they_are_shown(room, ctx, tmp_path):
    room._open_rows("买家付的", "paid")
    sheet = room.desk.sheet
    ctx.ask.answers = [tmp_path / "行.csv"]
    sheet.export_button.ways.export(False, ".csv")
    with (tmp_path / "行.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["日期", "订单或开支", "项目", "买家付的", "金额"]
    assert [row[1] for row in rows] == ["905", "904", "903", "902", "901"]
    assert {row[4] for row in rows} == {"100.00"} and "5" in sheet.sentence_label.text()
    sheet.reject()


@pytest.mark.parametrize("money", [False, True])
def test_the_detail_adds_up_to_the_net(room, ctx, tmp_path, money):
    room.by.button(money).click()
    ctx.ask.answers = [tmp_path / "明细.xlsx"]
    room.detail.ways.export(False, ".xlsx")
    (table,) = openpyxl.load_workbook(tmp_path / "明细.xlsx").worksheets
    head, *rows = table.iter_rows(values_only=True)
    stays, what, note = (head.index(name) for name in ("剩下", "项目", "说明"))
    assert round(sum(row[stays] or 0 for row in rows) * 100) == room.seen.profit.sales.net
    spent = sum(-row[stays] for row in rows if row[what] == "推广")
    assert round(spent * 100) == room.seen.profit.spend == 30_00
    if not money:
        assert [row[1] for row in rows if row[note]] == ["905"] and len(rows) == 5 + 2


STEPS = (
    ProfitStep("paid", "", 100, sum=True),
    ProfitStep("refunded", "", -20),
    ProfitStep("goods_cost", "", None),
    ProfitStep("shipping", "", -30),
    ProfitStep("net", "", 50, sum=True),
)


def test_each_bar_begins_where_the_one_above_ended():
    assert dict(spans(STEPS)) == {
        "paid": (0.0, 1.0, "series_1"),
        "refunded": (0.8, 1.0, "series_6"),
        "shipping": (0.5, 0.8, "series_6"),
        "net": (0.0, 0.5, "good"),
    }


def test_a_loss_reaches_to_the_left_of_nothing():
    lost = (*STEPS[:3], ProfitStep("spend", "", -180), ProfitStep("net", "", -100, sum=True))
    found = dict(spans(lost))
    assert found["net"] == (0.0, 0.5, "bad") and found["paid"] == (0.5, 1.0, "series_1")
    assert found["spend"] == (0.0, 0.9, "series_2")
    assert not dict(spans((replace(STEPS[0], amount=0), replace(STEPS[4], amount=0))))
