"""利润 by day, live, way and plan: what each cost and left, and when it would pay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.actions import imports, notes, products
from ksdesk.actions.promotion import costs, plans
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.traffic import to_seconds

NOW = datetime(2026, 11, 18, 10, 20)
MAY = date(2026, 5, 1)


@pytest.fixture
def shop(book):
    """Goods sold for ¥100 a day on three days, at 50 and 10 for the parcel."""
    with book.transaction():
        number = products.save(
            book, Product(title="柿饼", item_id="11", price=10_000, state="listed"), NOW
        ).ref
        for day in (11, 12, 13):
            moment = to_seconds(datetime(2026, 11, day, 9, 0))
            book.session.db.execute_sql(
                """INSERT INTO order_row (key, time, paid_at, order_no, product_id, product_name,
                status, paid, quantity) VALUES (?, ?, ?, ?, '11', '柿饼', '已发货', 10000, 1)""",
                (f"{day}", moment, moment, f"90{day}"),
            )
        known = [ParcelCost(part, 500, MAY) for part in ("packaging", "shipping", "return")]
        known += [CostShare(kind, 0.0, MAY) for kind in ("platform_fee", "commission", "returned")]
        notes.keep_all(book, [*known, UnitCost(number, "", 5_000, MAY)], NOW)
    costs.work_out(book)
    return number


def bring(book, *rows: str) -> None:
    head = "日期,计划ID,计划名称,推广方式,花费,GMV,订单数,涨粉数,涨粉7日GMV"
    seen = imports.preview(book, Source("计划.csv", text="\n".join((head, *rows))), now=NOW)
    imports.commit(book, seen, now=NOW)


@pytest.fixture
def room(shop, open_page):
    page = open_page(1400, 900)
    page.jump("profit")
    return page.rooms["profit"]


def shown(room, part: str) -> list[dict[str, str]]:
    room.parts.by.button(part).click()
    model = room.parts.models[part]
    names = [column.name for column in model.columns]
    return [
        {name: model.text(row, place) for place, name in enumerate(names)}
        for row in range(model.rowCount())
    ]


def test_days_have_their_spend_and_add_up_to_the_month(room, book):
    bring(book, "2026-11-12,7,甲,付费买量,30,80,1,3,12", "2026-11-14,7,甲,付费买量,5,0,0,0,0")
    room.page.refresh()
    days = shown(room, "days")
    assert [(d["day"], d["paid"], d["spend"], d["net"]) for d in days] == [
        ("11-14", "0.00", "5.00", "−5.00"),
        ("11-13", "100.00", "–", "40.00"),
        ("11-12", "100.00", "30.00", "10.00"),
        ("11-11", "100.00", "–", "40.00"),
        ("合计", "300.00", "35.00", "85.00"),
    ]
    steps = {step.code: step.amount for step in room.lines.model.rows}
    assert (
        steps["net"] == 8_500 == sum(row.sales.net for row in room.parts.models["days"].rows[:-1])
    )
    room.open_part(room.parts.models["days"].rows[1])
    assert "1" in room.desk.sheet.sentence_label.text()


def test_a_way_says_when_it_would_pay_and_a_plan_by_what_it_is_estimated(room, shop, book):
    bring(book, "2026-11-12,7,甲,付费买量,30,80,1,3,12", "2026-11-12,8,乙,买热搜,20,0,0,0,0")
    plan = Plan("paid_traffic", "甲", "sales", 10_000, date(2026, 11, 1), date(2026, 11, 30))
    number = plans.save(book, replace(plan, products=(shop,)), NOW).ref
    plans.begin(book, number, datetime(2026, 11, 1))
    room.page.refresh()
    bought, searched = shown(room, "ways")
    # Of 80 that the platform counts 40 % stay: 32, so that 2.5 is even and 2.67 earns 2.
    assert (bought["told"], bought["even"], bought["net"]) == ("2.67", "2.50", "2.00")
    assert (bought["per_order"], bought["per_fan"]) == ("30.00", "10.00")
    assert "12.00" in room.parts.models["ways"].columns[0].second(room.parts.models["ways"].rows[0])
    assert searched["name"] == "买热搜" and searched["net"] == "−20.00"
    assert (searched["told"], searched["even"], searched["per_fan"]) == ("–", "–", "–")
    assert "÷" in room.parts.foot.text()
    (one,) = shown(room, "plans")
    assert (one["name"], one["net"], one["even"]) == ("甲", "2.00", "2.50")
    room.open_part(room.parts.models["plans"].rows[0])
    assert room.page.room.code == "plans" and room.page.room.one.view.standing.plan.id == number


def test_reports_that_name_no_way_are_told_apart_by_their_plans(room, book):
    bring(book, "2026-11-12,7,甲,,30,80,1,3,")
    plan = Plan("gift", "甲", "sales", 10_000, date(2026, 11, 1), date(2026, 11, 30))
    plans.begin(book, plans.save(book, plan, NOW).ref, datetime(2026, 11, 1))
    room.page.refresh()
    (way,) = shown(room, "ways")
    assert (way["name"], way["spend"]) == ("刷礼物", "30.00")


def test_what_cost_nothing_says_where_it_would_come_from(room):
    assert shown(room, "plans") == [] and shown(room, "lives") == []
