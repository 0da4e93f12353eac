"""The seller's own stop line: what of it is a figure, and when a plan has crossed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.promotion.stop_line import StopLine, stop_lines

DAY = date(2026, 11, 18)
PLAN = Plan("paid_traffic", "粉条", "sales", 100_00, DAY, DAY)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ROI < 2", StopLine("roi", True, 2.0)),
        ("roi低于1.5就停", StopLine("roi", True, 1.5)),
        ("投产比不到 3", StopLine("roi", True, 3.0)),
        ("回报＜２", StopLine("roi", True, 2.0)),
        ("stop when the return is below 2.5", StopLine("roi", True, 2.5)),
        ("花到 300 就停", StopLine("spend", False, 300_00, True)),
        ("花费超过1,200", StopLine("spend", False, 1_200_00)),
        ("spent ¥300", StopLine("spend", False, 300_00, True)),
        ("消耗满 0.5万", StopLine("spend", False, 5_000_00, True)),
        ("每单超过20块", StopLine("order_cost", False, 20_00)),
        ("cost per order over 25", StopLine("order_cost", False, 25_00)),
        ("每个粉丝超过 3 元", StopLine("fan_cost", False, 3_00)),
        ("订单少于 5", StopLine("orders", True, 5.0)),
        # 到 and 在 say nothing by themselves: these were read as reached from below
        ("ROI 掉到 2 以下就停", StopLine("roi", True, 2.0)),
        ("ROI 在 2 以下停", StopLine("roi", True, 2.0)),
        ("ROI 跌到 1.5 就停", StopLine("roi", True, 1.5)),
        ("roi drops to 1.5", StopLine("roi", True, 1.5)),
        ("ROI 低过 2", StopLine("roi", True, 2.0)),
        ("ROI lower than 2", StopLine("roi", True, 2.0)),
        ("订单 100 单以下停", StopLine("orders", True, 100.0)),
        ("花费 300 以上就停", StopLine("spend", False, 300_00, True)),
        ("10 orders or fewer", StopLine("orders", True, 10.0)),
        ("sales below 10k", StopLine("gmv", True, 10_000_00)),
        ("成交不到 5 千", StopLine("gmv", True, 5_000_00)),
        ("涨一个粉超过 3 块", StopLine("fan_cost", False, 3_00)),
    ],
)
def test_a_line_with_a_figure_is_read(text, line):
    assert stop_lines(text) == (line,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "感觉不对就停",
        "21:00 前不到 60 就停",
        "到 25:00 不到 3 单就停",
        "20:00 到 21:00 不到 5 单就停",
        "跑 3 天没单就停",
        "ROI 不低于 2 就接着投",
        "ROI < 2 且花到 300",
        "花到预算的 80%",
        "老板说停就停",
        "ROI 2",
        "第 2 场",
        "退款超过 5 单就停",
        "取关超过 20 人",
        "拉黑超过 10 人就停",
        "库存低于 50 单",
        "在线人数低于 30",
        "转化率低于 0.01",
        "refunds over 5 orders",
        "unfollows over 20 people",
        "花了 200 元，一单都没有就停",
        "花 300 没单就停",
        "spent 200, no orders",
        "每天花费超过 100",
        "每小时花超过 50",
        "spent over 100 a day",
    ],
)
def test_what_is_no_figure_stays_text(text):
    assert stop_lines(text) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("到 21:00 不到 200 单就停", StopLine("orders", True, 200.0, at=1_260)),
        ("到２１：００，不到200单就停", StopLine("orders", True, 200.0, at=1_260)),
        ("晚上九点前没到 1,200 单", StopLine("orders", True, 1_200.0, at=1_260)),
        ("21 点还没开单就停", StopLine("orders", True, 1.0, at=1_260)),
        ("下午3点半成交不到 1,000 就停", StopLine("gmv", True, 1_000_00, at=930)),
        ("到 21:00 只来 100 人", StopLine("views", True, 100.0, at=1_260)),
        ("21:00 前点商品不到 60 就停", StopLine("product_clicks", True, 60.0, at=1_260)),
        ("到 20:30 花超过 300", StopLine("spend", False, 300_00, at=1_230)),
        ("晚上9pm不到200单", StopLine("orders", True, 200.0, at=1_260)),
        ("到24点不到5单", StopLine("orders", True, 5.0, at=1_440)),
        ("No 60 product clicks by 21:00", StopLine("product_clicks", True, 60.0, at=1_260)),
        ("fewer than 200 orders by 9:30 pm", StopLine("orders", True, 200.0, at=1_290)),
    ],
)
def test_a_line_with_a_clock_is_read(text, line):
    assert stop_lines(text) == (line,)


def test_a_line_is_due_at_its_hour_of_each_of_the_plans_days():
    evenings = replace(PLAN, ends=date(2026, 11, 20), hour_from=18, hour_to=26)
    (nine,) = stop_lines("到 21:00 不到 5 单")
    (one,) = stop_lines("凌晨 1 点前不到 5 单")

    def at(day: int, hour: int) -> datetime:
        return datetime(2026, 11, day, hour)

    assert nine.due(evenings, at(18, 20)) is None
    assert nine.due(evenings, at(18, 21)) == (at(18, 18), at(18, 21))
    assert nine.due(evenings, at(19, 20)) == (at(18, 18), at(18, 21))
    assert nine.due(evenings, at(19, 21)) == (at(19, 18), at(19, 21))
    assert nine.due(evenings, at(25, 21)) == (at(20, 18), at(20, 21))
    assert one.due(evenings, at(19, 0)) is None
    assert one.due(evenings, at(19, 1)) == (at(18, 18), at(19, 1))


@pytest.mark.parametrize(
    ("hours", "hour"),
    [((19, 23), 21), ((8, 12), 9), ((8, 23), 9), ((20, 22), 21), ((0, 24), 9)],
)
def test_nine_is_the_evenings_of_a_plan_that_runs_then_alone(hours, hour):
    """到 9 点 of an evening's plan lay before its begin and was never judged."""
    evening = replace(PLAN, hour_from=hours[0], hour_to=hours[1])
    (line,) = stop_lines("到 9 点不到 5 单就停")
    judged = line.due(evening, datetime(2026, 11, 19, 12))
    assert judged is not None and judged[1] == datetime(2026, 11, 18, hour)


def test_a_line_beside_what_nobody_can_judge_is_judged():
    found = stop_lines("退款超过 5 单，花到 300；花 100 没单，或者 ROI < 2")
    assert [line.figure for line in found] == ["spend", "roi"]


def test_each_of_several_lines_is_enough():
    found = stop_lines("ROI < 2 或者 花到 300，不行就算了")
    assert [line.figure for line in found] == ["roi", "spend"]


def crossed(text: str, **figures: float) -> float | None:
    (line,) = stop_lines(text)
    return line.crossed(PlanStanding(PLAN, figures=figures))


def test_a_plan_crosses_its_line_once_enough_was_spent():
    assert crossed("ROI < 2", spend=20_00, gmv=30_00) == 1.5
    assert crossed("ROI < 2", spend=20_00, gmv=40_00) is None
    assert crossed("ROI < 2", spend=9_00, gmv=0) is None  # not a tenth of the budget yet
    assert crossed("ROI < 2", spend=20_00) is None  # nobody said what was sold
    assert crossed("花到 60", spend=60_00) == 60_00 and crossed("花超过 60", spend=60_00) is None
    assert crossed("每单超过 20", spend=30_00, orders=0) == 30_00
    assert crossed("每单超过 20", spend=30_00, orders=2) is None
    assert crossed("订单少于 5", spend=50_00, orders=1) is None  # more may come
    assert crossed("订单少于 5", spend=100_00, orders=1) == 1


def test_a_free_plan_is_not_judged_without_figures():
    (line,) = stop_lines("花到 60")
    assert line.crossed(PlanStanding(replace(PLAN, budget=0))) is None
