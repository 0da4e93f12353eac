"""The seller's own stop line: what of it is a figure, and when a plan has crossed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ksdesk.domain.promotion.attaching import Standing
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
        "No 60 product clicks by 21:00",
        "跑 3 天没单就停",
        "ROI 不低于 2 就接着投",
        "ROI < 2 且花到 300",
        "花到预算的 80%",
        "老板说停就停",
        "ROI 2",
        "第 2 场",
    ],
)
def test_what_is_no_figure_stays_text(text):
    assert stop_lines(text) == ()


def test_each_of_several_lines_is_enough():
    found = stop_lines("ROI < 2 或者 花到 300，不行就算了")
    assert [line.figure for line in found] == ["roi", "spend"]


def crossed(text: str, **figures: float) -> float | None:
    (line,) = stop_lines(text)
    return line.crossed(Standing(PLAN, figures=figures))


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
    assert line.crossed(Standing(replace(PLAN, budget=0))) is None
