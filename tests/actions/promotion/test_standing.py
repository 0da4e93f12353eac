"""What a plan spent and brought: from its campaign's rows, else from the phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.actions import imports
from ksdesk.actions.promotion import plans, profit, standing, waiting
from ksdesk.domain.imports import Source
from ksdesk.domain.promotion.plans import Plan, PlanReading

REPORT = """日期,计划ID,计划名称,花费,直播观看数,涨粉数,直接订单数,直接GMV
2026-11-14,11,代理甲 直播间买量,50.00,500,5,3,150.00
2026-11-16,11,代理甲 直播间买量,120.50,1200,12,7,399.00
2026-11-17,11,代理甲 直播间买量,100.00,1000,9,5,260.00
2026-11-16,12,代理乙 短视频,30.00,200,1,1,60.00
"""
NOW = datetime(2026, 11, 18, 10, 20)


@pytest.fixture
def brought(book):
    seen = imports.preview(book, Source("计划.csv", text=REPORT), now=NOW)
    imports.commit(book, seen, now=NOW)


def running(book, **facts) -> Plan:
    plan = Plan(
        way="paid_traffic", name="代理甲　直播间买量", goal="sales", budget=100_000,
        begins=date(2026, 11, 16), ends=date(2026, 11, 22),
    )  # fmt: skip
    number = plans.save(book, replace(plan, **facts), NOW).ref
    plans.begin(book, number, datetime(2026, 11, 16, 9))
    return book.reader.notes.one(Plan, number)


def one(book):
    (found,) = standing.every(book.reader, NOW)
    return found


def test_a_plan_finds_its_campaign_by_name_and_counts_its_own_days(book, brought):
    running(book)
    found = one(book)
    assert found.keys == ("11",)
    assert found.spend == 22_050 and found.figures["gmv"] == 65_900
    assert found.figures["orders"] == 12 and found.order_cost == pytest.approx(1837.5)
    assert found.typed == ()


@pytest.mark.parametrize(
    ("facts", "spend"),
    [
        ({"name": "十一月", "label": "代理乙"}, 3_000),
        ({"name": "十一月", "campaigns": ("11", "12")}, 25_050),
        ({"name": "十一月"}, None),
    ],
)
def test_a_plan_finds_its_campaign_by_label_or_by_hand(book, brought, facts, spend):
    running(book, **facts)
    assert one(book).spend == spend


@pytest.mark.parametrize(
    ("hours", "ended", "spent"),
    [
        ((20, 26), datetime(2026, 11, 17, 2), [(1, 120_50), (2, 100_00)]),
        ((9, 24), datetime(2026, 11, 16, 23), [(1, 120_50), (2, 100_00)]),
        ((9, 24), datetime(2026, 11, 17, 12), [(1, 120_50), (2, 100_00)]),
    ],
)
def test_plans_that_were_one_campaign_in_a_row_do_not_both_have_a_day(
    book, brought, hours, ended, spent
):
    """A night's plan that ended at two had all of the next day as well, with the next plan's."""
    for day in (16, 17):
        made = Plan(
            *("paid_traffic", "代理甲　直播间买量", "sales", 1_00),
            *(date(2026, 11, day), date(2026, 11, day), *hours),
            label="代理甲",
        )
        number = plans.save(book, made, NOW).ref
        plans.begin(
            book,
            number,
            datetime(2026, 11, day, hours[0])
            if day == 16
            else max(ended, datetime(2026, 11, 17, hours[0])),
        )
        if day == 16:
            plans.end(book, number, ended)
    found = sorted((one.plan.id, one.spend) for one in standing.every(book.reader, NOW))
    assert found == spent
    shown = {
        one.plan.id: paid.spend
        for one, paid in profit.plans(book.reader, date(2026, 11, 16), date(2026, 11, 17), NOW)
    }
    assert shown == dict(spent)


def test_a_label_that_two_plans_bear_attaches_nothing(book, brought):
    for name in ("甲", "乙"):
        running(book, name=name, label="代理甲")
    assert [found.keys for found in standing.every(book.reader, NOW)] == [(), ()]


def test_a_campaign_is_not_counted_for_two_plans(book, brought):
    running(book)
    running(book, name="另一个", label="代理甲")
    assert {found.plan.name: found.keys for found in standing.every(book.reader, NOW)} == {
        "代理甲　直播间买量": ("11",),
        "另一个": (),
    }


def test_what_the_phone_says_counts_until_a_report_does(book):
    plan = running(book)
    for at, fen in ((datetime(2026, 11, 16, 20), 3_000), (datetime(2026, 11, 17, 20), 26_70)):
        plans.read_off(book, (PlanReading(plan.id, at, "spend", fen),), NOW)
    late = PlanReading(plan.id, datetime(2026, 11, 19), "spend", 9_999)
    plans.read_off(book, (late,), NOW)
    assert one(book).spend == 2_670 and one(book).typed == ("spend",)
    seen = imports.preview(book, Source("计划.csv", text=REPORT), now=NOW)
    imports.commit(book, seen, now=NOW)
    assert one(book).spend == 22_050 and one(book).typed == ()


def test_a_plan_that_has_not_begun_has_spent_nothing(book, brought):
    plan = replace(running(book), id=0, state="planned", begun_at=None, name="代理甲 直播间买量")
    plans.save(book, plan, NOW)
    assert [found.spend for found in standing.every(book.reader, NOW)] == [22_050, None]


SILENT = """日期,计划ID,计划名称,花费,直播观看数,涨粉数,直接订单数,直接GMV
2026-11-17,11,代理甲 直播间买量,100.00,1000,9,5,260.00
2026-11-17,12,代理甲 短视频,300.00,200,1,--,--
"""


@pytest.mark.parametrize(
    ("line", "crossed"), [("ROI < 2", None), ("ROI < 3", 2.6), ("每单超过 25 停", None)]
)
def test_a_campaign_that_tells_no_sales_makes_no_return_worse(book, line, crossed):
    seen = imports.preview(book, Source("计划.csv", text=SILENT), now=NOW)
    imports.commit(book, seen, now=NOW)
    running(book, campaigns=("11", "12"), stop=line)
    found = one(book)
    assert found.spend == 400_00 and found.order_cost == pytest.approx(20_00)
    stop = waiting.crossed(book.reader, found, NOW)
    assert (stop and stop.figure) == crossed
    ((_, paid),) = profit.plans(book.reader, date(2026, 11, 16), date(2026, 11, 18), NOW)
    assert (paid.spend, paid.reported_roi, paid.per_order) == (400_00, 2.6, 20_00)


def test_figures_that_no_row_has_together_are_no_ratio(book):
    text = SILENT.replace("100.00,1000", "--,1000")
    imports.commit(book, imports.preview(book, Source("计划.csv", text=text), now=NOW), now=NOW)
    running(book, campaigns=("11", "12"), stop="ROI < 2")
    found = one(book)
    assert found.spend == 300_00 and found.figures["gmv"] == 260_00
    assert found.order_cost is None and waiting.crossed(book.reader, found, NOW) is None
