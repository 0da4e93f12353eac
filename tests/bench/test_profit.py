"""Profit of a year over 200,000 orders, 20 plans and 2,000 products.

It is held against one SQL aggregate over the same orders, in the same process, best of several,
in time of the processor: what else runs on the machine is none of it.
Beside it stands what it costs to work the orders out, which happens once after an import.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import notes
from ksdesk.actions.promotion import costs, plans, profit
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.traffic import day_start, row_key

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]

PRODUCTS, PLANS = 2_000, 20
FIRST, LAST = date(2025, 11, 1), date(2026, 10, 31)
AGGREGATE = """SELECT product_id, count(*), sum(paid), sum(commission) FROM order_row
    WHERE time >= ? AND time < ? GROUP BY product_id"""


def fill(book, now: datetime, count: int) -> int:
    """Orders of the years to LAST; how many these are."""
    years = 1 if count <= 200_000 else 5
    chance = random.Random(13)
    goods = [
        Product(title=f"货{n}", item_id=f"32300{n:09}", state="listed") for n in range(PRODUCTS)
    ]
    length = years * 365 * 86_400
    begin = day_start(FIRST) + 365 * 86_400 - length
    orders, settled, insurance = [], [], []
    for n in range(count):
        at, number = begin + n * length // count, f"2532{n:012}"
        item, paid = f"32300{chance.randrange(PRODUCTS):09}", chance.randrange(10_00, 120_00)
        orders.append((number, at, number, item, "已签收", f"SF{n:013}", paid, paid // 20, 1))
        if chance.random() < 0.95:
            back = paid if chance.random() < 0.1 else 0
            settled.append((number, at + 7 * 86_400, number, item, at, paid, back, paid // 20))
        if chance.random() < 0.5:
            insurance.append((number, at, number, 1_00))
    for table, columns, rows in (
        (
            "order_row",
            "key, time, order_no, product_id, status, tracking_no, paid, commission, quantity",
            orders,
        ),
        (
            "settlement_row",
            "key, time, order_no, product_id, ordered_at, paid, refund, service_fee",
            settled,
        ),
        ("insurance_row", "key, time, order_no, shop_fee", insurance),
        (
            "traffic_row",
            "key, time, grain, level, campaign, campaign_name, way, spend, gmv",
            traffic(chance),
        ),
    ):
        marks = ", ".join("?" * len(columns.split(",")))
        book.session.db.connection().executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows
        )
    book.products.add(goods, now)
    units = [UnitCost(n, "", chance.randrange(5_00, 60_00), FIRST) for n in range(1, PRODUCTS)]
    parcels = [ParcelCost("packaging", 1_00, FIRST), ParcelCost("shipping", 4_00, FIRST)]
    shares = [CostShare("platform_fee", 0.05, FIRST), CostShare("returned", 0.8, FIRST)]
    notes.keep_all(book, [*units, *parcels, *shares], now)
    for n in range(PLANS):
        plan = Plan("paid_traffic", f"计划{n}", "sales", 100_00, FIRST, LAST)
        named = replace(plan, campaigns=(f"{n}",), products=(n + 1, n + 2))
        number = plans.save(book, named, now).ref
        plans.begin(book, number, datetime.combine(FIRST, datetime.min.time()))
    return years


def traffic(chance: random.Random) -> list[tuple]:
    return [
        (row_key(at, "day", f"c={n}"), at, "day", 1, f"{n}", f"计划{n}", "付费买量",
         chance.randrange(50_00), chance.randrange(90_00))
        for day in range(365)
        for at in [day_start(FIRST + timedelta(day))]
        for n in range(PLANS)
    ]  # fmt: skip


def best(work: Callable[[], object], times: int = 5) -> float:
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found) * 1000


def test_a_year_and_a_changed_plan(book, now, count, grown, measured):
    with book.transaction():
        years = fill(book, now, count)
    once = best(lambda: costs.work_out(book), 1)
    span = day_start(FIRST), day_start(LAST) + 86_400
    raw = book.session.db.connection()

    def look() -> profit.Profit:
        return profit.look(book.reader, FIRST, LAST, now)

    found = look()
    assert found.orders == count // years and len(found.goods) == PRODUCTS
    assert found.whole.left_out and found.sales.net is not None
    query = best(lambda: raw.execute(AGGREGATE, span).fetchall())
    year = best(look)
    october = date(2026, 10, 1), LAST
    (first, before), *_ = profit.plans(book.reader, *october, now)
    shop = profit.look(book.reader, *october, now).sales

    def change() -> None:
        changed = replace(first.plan, products=(5, 6, 7), note=str(time.perf_counter()))
        plans.save(book, changed, now)
        after = profit.one_plan(book.reader, first.plan.id, *october, now, shop)
        assert after.spend == before.spend and after.rates != before.rates

    changed = best(change)
    few = count == 200_000
    name = f"profit of {count:,} orders worked out for the first time"
    measured(f"{name}{grown('once', once)}", once / 1000, "s")
    name = f"profit of a year of {count:,} orders"
    measured(f"{name}{grown('year', year)}", year, most=300 if few else None)
    measured(f"{name}, to one SQL aggregate", year / query, "×", most=2 if few else None)
    name = f"profit of {count:,} orders: a plan's row changed and shown"
    measured(f"{name}{grown('plan', changed)}", changed, most=50 if few else None)
