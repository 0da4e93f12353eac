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
        # how long, and what of the budget is gone by then
        *("ROI连续两天低于2", "连续三小时ROI<2", "ROI三天都低于2", "半小时ROI<2", "几天ROI<2"),
        *("第一个小时花超100", "消耗到一半ROI<2", "消耗过半ROI<2", "roi below 2 for two days"),
        # what makes one go on
        *("ROI>3就继续投，低于1.5就停", "ROI>3就加钱", "订单超过5就加码", "没到200单继续投"),
        *("ROI above 3 keep going", "ROI over 3: raise it", "ROI低于2不停", "ROI<2别停"),
        *("花300以内不停", "ROI 低于 2 不用停", "don't stop below ROI 2"),
        # a price is no count, and no spend
        *("点击单价超过1块", "点击成本超过1块", "每个点击超过1元", "进人成本超过2元"),
        *("进人超过2元一个", "涨粉超过3块", "cost per click over 1", "CPC超过1", "订单低于 20 元"),
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


@pytest.mark.parametrize(
    ("named", "figure", "times"),
    [
        ("投产比", "roi", 1), ("投入产出比", "roi", 1), ("回报率", "roi", 1), ("return", "roi", 1),
        ("单均", "order_cost", 100), ("单个成本", "order_cost", 100),
        ("订单成本", "order_cost", 100), ("一单", "order_cost", 100),
        ("order cost", "order_cost", 100), ("粉丝成本", "fan_cost", 100), ("每粉", "fan_cost", 100),
        ("fan cost", "fan_cost", 100), ("成交额", "gmv", 100), ("销售额", "gmv", 100),
        ("卖出", "gmv", 100), ("sold", "gmv", 100), ("涨粉", "new_fans", 1),
        ("新增粉丝", "new_fans", 1), ("new fans", "new_fans", 1), ("点击", "product_clicks", 1),
        ("点小黄车", "product_clicks", 1), ("clicks", "product_clicks", 1), ("下单", "orders", 1),
        ("出单", "orders", 1), ("单数", "orders", 1), ("orders", "orders", 1), ("观看", "views", 1),
        ("进直播间的人", "views", 1), ("人数", "views", 1), ("viewers", "views", 1),
        ("消耗", "spend", 100), ("用掉", "spend", 100), ("cost", "spend", 100),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("said", "below", "reached", "number"),
    [
        ("低于 5", True, False, 5),
        ("超过 5", False, False, 5),
        ("达到 5", False, True, 5),
        (" 5 以下", True, False, 5),
        (" 5 以上", False, True, 5),
        ("不到 1.5万", True, False, 15_000),
        ("多于 2k", False, False, 2_000),
    ],
)
def test_each_figure_is_read_with_each_way_to_hold_it(
    named, figure, times, said, below, reached, number
):
    (line,) = stop_lines(named + said)
    assert line == StopLine(figure, below, number * times, reached)


@pytest.mark.parametrize(
    ("clock", "minute"),
    [
        ("0点", 0), ("凌晨1点", 60), ("早上9点", 540), ("上午 11:59", 719), ("中午12点", 720),
        ("中午1点", 780), ("中午 11 点", 660), ("下午1点", 780), ("傍晚六点", 1_080),
        ("晚上十二点", 1_440), ("晚上十一点", 1_380), ("夜里10点半", 1_350), ("21点05分", 1_265),
        ("21:05", 1_265), ("9时", 540), ("12am", 0), ("1 a.m.", 60), ("12pm", 720),
        ("11:30 p.m.", 1_410), ("23:59", 1_439), ("24:00", 1_440), ("24点1分", None),
        ("20:60", None), ("25点", None),
    ],
)  # fmt: skip
def test_an_hour_is_a_minute_of_the_day(clock, minute):
    found = stop_lines(f"到{clock}不到 5 单就停")
    if minute is None:
        assert found == ()
    else:
        assert found == (StopLine("orders", True, 5.0, at=minute),)


@pytest.mark.parametrize(
    ("clock", "minute"),
    [
        ("9pm", 1_260), ("9PM", 1_260), ("9:30pm", 1_290), ("9p.m.", 1_260), ("9am", 540),
        ("by9pm", 1_260), ("pm9点", 1_260), ("PM 9:30", 1_290), ("晚9点", 1_260), ("晚9", 1_260),
        ("今晚9点", 1_260), ("晚九点半", 1_290), ("晚间9点", 1_260), ("夜间九点", 1_260),
        ("深夜11点", 1_380), ("夜里1点", 60), ("晚上12点", 1_440), ("凌晨12点", 0),
        ("午后3点", 900), ("21点", 1_260), ("21点30", 1_290), ("二十一点", 1_260),
        ("二十点", 1_200), ("十点", 600), ("到九点", 540), ("零点", 0), ("两点", 120),
        ("21:00", 1_260), ("9点一刻", 555), ("九点三刻", 585), ("九点25分", 565),
        ("晚上9點", 1_260), ("9o'clock", 540), ("正午", 720), ("midnight", 1_440),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("about", "figure", "below", "limit"),
    [
        ("ROI<2", "roi", True, 2), ("ROI低于2", "roi", True, 2), ("roi below 2", "roi", True, 2),
        ("投产比不到2", "roi", True, 2), ("花到300", "spend", False, 300_00),
        ("spent300", "spend", False, 300_00), ("GMV<1000", "gmv", True, 1_000_00),
        ("orders<5", "orders", True, 5), ("不到5单", "orders", True, 5),
        ("点击<60", "product_clicks", True, 60),
    ],
)  # fmt: skip
@pytest.mark.parametrize("glue", ["", " ", "前"])
def test_an_hour_may_be_glued_to_what_it_is_for(clock, minute, about, figure, below, limit, glue):
    """9pmROI<2 was no line, 9:30pmROI<2 one of the morning, 二十一点 one of no hour at all."""
    if clock == "midnight" and about[0].isascii() and not glue:
        return  # nobody glues two words
    found = [(one.figure, one.below, one.limit, one.at) for one in stop_lines(clock + glue + about)]
    a_count = clock in ("晚9", "21点30") and about in ("orders<5", "点击<60") and glue != "前"
    assert found == ([] if a_count else [(figure, below, limit, minute)])


@pytest.mark.parametrize(
    "text",
    [
        *("9点后ROI<2", "9pm以后ROI<2", "after 9pm ROI<2", "21:00起ROI<2", "since 9pm ROI<2"),
        *("周五9点ROI<2", "明晚9点ROI<2", "5号9点ROI<2", "次日1点ROI<2", "ROI<2 on Friday"),
        *("中午ROI<2", "半夜ROI<2", "2100ROI<2", "21.30ROI<2", "9:5ROI<2", "21点30 单ROI<2"),
        *("9pm到10pmROI<2", "over 5 amazing orders at 9"),
    ],
)
def test_an_hour_that_cannot_be_told_makes_no_line_of_any_hour(text):
    """It was watched at another hour, or at all of them."""
    assert stop_lines(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "ROI低于2就早点停",
        "ROI低于2一点都不行",
        "今晚ROI低于2就停",
        "ROI<2差一点也停",
        "ROI < 2, 有点亏",
    ],
)
def test_words_that_are_no_hour_leave_the_line(text):
    assert stop_lines(text) == (StopLine("roi", True, 2.0),)


@pytest.mark.parametrize(("hours", "day"), [((0, 24), 19), ((19, 24), 19), ((19, 23), None)])
def test_midnight_is_the_end_of_the_plans_day(hours, day):
    """到 0 点 of a plan that runs up to it lay before its begin."""
    (line,) = stop_lines("到 0 点不到 5 单")
    plan = replace(PLAN, hour_from=hours[0], hour_to=hours[1])
    due = line.due(plan, datetime(2026, 11, 19, 12))
    assert (due and due[1]) == (day and datetime(2026, 11, day))


@pytest.mark.parametrize(
    ("plan", "now", "due"),
    [
        # of a plan from 8 to 22 over two days that began at noon, judged at 21:00
        ({}, (18, 20, 59), None),
        ({}, (18, 21, 0), ((18, 12), (18, 21))),
        ({}, (19, 20, 59), ((18, 12), (18, 21))),
        ({}, (19, 21, 0), ((19, 8), (19, 21))),
        ({}, (25, 0, 0), ((19, 8), (19, 21))),
        # begun after the hour, that day is none; one that ran on it at all was to be judged
        ({"begun_at": datetime(2026, 11, 18, 21)}, (19, 20, 59), None),
        ({"begun_at": datetime(2026, 11, 18, 20, 59)}, (18, 21, 0), ((18, 20, 59), (18, 21))),
        ({"ended_at": datetime(2026, 11, 19, 20)}, (25, 0, 0), ((19, 8), (19, 21))),
        ({"ended_at": datetime(2026, 11, 19, 8)}, (25, 0, 0), ((18, 12), (18, 21))),
        ({"ended_at": datetime(2026, 11, 18, 12)}, (25, 0, 0), None),
        ({"ended_at": datetime(2026, 11, 18, 13)}, (25, 0, 0), ((18, 12), (18, 21))),
    ],
)
def test_a_clock_is_judged_from_the_begin_of_its_day_on(plan, now, due):
    begun = datetime(2026, 11, 18, 12)
    facts = {"ends": date(2026, 11, 19), "hour_from": 8, "hour_to": 22, "begun_at": begun, **plan}
    line = StopLine("orders", True, 5.0, at=21 * 60)
    moments = due and tuple(
        datetime(2026, 11, day, hour, minute)
        for day, hour, minute in ((*one, 0)[:3] for one in due)
    )
    assert line.due(replace(PLAN, **facts), datetime(2026, 11, *now)) == moments
    assert replace(line, at=None).due(PLAN, datetime(2026, 11, 19)) is None


@pytest.mark.parametrize(
    ("figure", "parts"),
    [("roi", ("gmv", "spend")), ("fan_cost", ("spend", "new_fans")), ("orders", ("orders",))],
)
def test_what_a_line_needs_is_known_where_it_can_be_judged(figure, parts):
    line = StopLine(figure, True, 2.0)
    assert line.needs == parts
    known = dict.fromkeys(parts, 1.0)
    assert line.known(PlanStanding(PLAN, figures=known))
    for part in parts:
        rest = {name: fen for name, fen in known.items() if name != part}
        assert not line.known(PlanStanding(PLAN, figures=rest))
    assert not StopLine("roi", True, 2.0).known(PlanStanding(PLAN, figures={"gmv": 1, "spend": 0}))


@pytest.mark.parametrize(
    ("line", "figures", "value"),
    [
        # a return or a price from a tenth of the budget on
        (StopLine("roi", True, 2.0), {"spend": 10_00, "gmv": 19_99}, 1.999),
        (StopLine("roi", True, 2.0), {"spend": 10_00, "gmv": 20_00}, None),
        (StopLine("roi", True, 2.0), {"spend": 9_99, "gmv": 0}, None),
        (StopLine("order_cost", False, 5_00), {"spend": 10_00, "orders": 1}, 10_00),
        (StopLine("order_cost", False, 5_00), {"spend": 10_00, "orders": 2}, None),
        (StopLine("order_cost", False, 5_00, True), {"spend": 10_00, "orders": 2}, 5_00),
        (StopLine("fan_cost", False, 5_00), {"spend": 9_99, "new_fans": 0}, None),
        (StopLine("fan_cost", False, 9_99), {"spend": 10_00, "new_fans": 0}, 10_00),
        # a count that may still grow when the budget is spent
        (StopLine("orders", True, 5.0), {"spend": 99_99, "orders": 4}, None),
        (StopLine("orders", True, 5.0), {"spend": 100_00, "orders": 4}, 4),
        (StopLine("orders", True, 5.0), {"spend": 100_00, "orders": 5}, None),
        (StopLine("orders", True, 5.0), {"orders": 4}, None),
        (StopLine("orders", False, 5.0), {"orders": 6}, 6),
        (StopLine("orders", False, 5.0), {"orders": 5}, None),
        (StopLine("orders", False, 5.0, True), {"orders": 5}, 5),
        (StopLine("orders", False, 5.0, True), {"orders": 4}, None),
        # with a clock by what is known then
        (StopLine("orders", True, 5.0, at=60), {"orders": 4}, 4),
        (StopLine("roi", True, 2.0, at=60), {"spend": 1, "gmv": 1}, 1),
        (StopLine("roi", True, 2.0, at=60), {"spend": 0, "gmv": 1}, None),
    ],
)
def test_a_line_is_crossed_beyond_its_limit_once_it_can_be_judged(line, figures, value):
    assert line.crossed(PlanStanding(PLAN, figures=figures)) == value


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("花到 1,200.5", 1_200_50), ("花到 ￥300", 300_00), ("花到 3千", 3_000_00),
        ("花到 0.5w", 5_000_00), ("花到 2 万元", 20_000_00),
    ],
)  # fmt: skip
def test_amounts_are_read_as_they_are_written(text, limit):
    assert stop_lines(text) == (StopLine("spend", False, limit, True),)


@pytest.mark.parametrize("or_", ["；", ";", "。", "或", "或者", " or ", "，", "、"])
def test_lines_stand_beside_each_other_in_any_way(or_):
    found = stop_lines(f"花到 300{or_}订单少于 5")
    assert [(line.figure, line.limit) for line in found] == [("spend", 300_00), ("orders", 5)]
