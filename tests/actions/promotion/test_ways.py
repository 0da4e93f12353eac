"""One row a way, whatever reports and plans call it, and all that was spent in one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest

from ksdesk.actions import imports, notes, products, traffic
from ksdesk.actions.promotion import costs, effect, plans, profit, standing, trials, ways
from ksdesk.actions.promotion.behind import behind
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.promotion.trial import Trial
from ksdesk.domain.promotion.ways import UNNAMED, of_plan, same_way
from ksdesk.domain.traffic import TypedRow

NOW = datetime(2026, 11, 18, 10, 20)
BEGIN, DAYS = date(2026, 9, 1), (date(2026, 11, 1), date(2026, 11, 17))
ORDERS = "订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号\n" + "".join(
    f"a{n},2026-11-{n:02} 20:10:00,已发货,100.00,1,柿饼,77,SF{n}\n" for n in range(1, 18)
)


@pytest.fixture
def first_book(filled_once):
    return filled_once(open_shop)


def open_shop(book) -> None:
    products.save(book, Product(title="柿饼", item_id="77"), NOW)
    bring(book, ORDERS)
    noted = (
        *(UnitCost(1, "", 40_00, BEGIN), ParcelCost("packaging", 1_00, BEGIN)),
        *(ParcelCost("shipping", 4_00, BEGIN), CostShare("platform_fee", 0.05, BEGIN)),
    )
    notes.keep_all(book, noted, NOW)
    costs.work_out(book)


def bring(book, text: str) -> None:
    seen = imports.preview(book, Source("表.csv", text=text), now=NOW)
    imports.commit(book, seen, now=NOW)


def by_hand(book, way: str, label: str = "", **told: int) -> int:
    """A plan of ten days of which the phone alone tells."""
    made = Plan(way, f"手记{way}{label}", "sales", 900_00, date(2026, 11, 6), date(2026, 11, 15))
    number = plans.save(book, replace(made, label=label, keywords=("柿饼",)), NOW).ref
    plans.begin(book, number, datetime(2026, 11, 6))
    plans.end(book, number, datetime(2026, 11, 16))
    at = datetime(2026, 11, 16)
    plans.read_off(book, [PlanReading(number, at, what, one) for what, one in told.items()], NOW)
    return number


REPORT = "日期,计划ID,计划名称,营销目标,花费,直接订单数,直接GMV\n"


@pytest.mark.parametrize(
    "called", ["付费买量", "买量", "paid_traffic", "Paid traffic", "付费买量 "]
)
def test_a_way_of_reports_and_of_plans_by_hand_is_one_row(book, called):
    """付费买量 stood there twice: once by the report's name, once by the plan's."""
    bring(book, REPORT + f"2026-11-05,1,甲,{called},30,1,80\n")
    by_hand(book, "paid_traffic", spend=70_00, gmv=210_00, orders=3)
    (row,) = ways.of_days(book.reader, *DAYS, NOW)
    assert (row.key, row.spend, row.reported, row.orders) == ("付费买量", 100_00, 290_00, 4)
    assert row.reported_roi == pytest.approx(2.9) and row.per_order == 25_00
    assert row.sales.net == 290_00 - 116_00 - 14_50 - 14_50 - 100_00
    assert [*effect.spend_by_way(book.reader, *DAYS, NOW)] == ["付费买量"]
    spent = effect.spend_by_way(book.reader, *DAYS, NOW)["付费买量"]
    assert (spent[date(2026, 11, 5)], spent[date(2026, 11, 6)]) == (30_00, 7_00)


def test_several_words_of_reports_for_a_way_are_one_row(book):
    rows = "2026-11-05,1,甲,付费买量,30,1,80\n2026-11-06,1,甲,买量,20,1,60\n"
    bring(book, REPORT + rows + "2026-11-06,2,乙,热搜,5,0,0\n2026-11-07,3,丙,磁力金牛,9,0,9\n")
    found = ways.of_days(book.reader, *DAYS, NOW)
    assert [(one.key, one.spend, one.reported) for one in found] == [
        ("付费买量", 50_00, 140_00),
        ("磁力金牛", 9_00, 9_00),
        ("买热搜", 5_00, 0),
    ]


def test_a_plan_by_hand_is_of_the_way_that_its_label_names_in_reports(book):
    bring(book, REPORT + "2026-11-07,3,丙,磁力金牛,9,0,9\n2026-11-07,1,甲,付费买量,1,0,1\n")
    by_hand(book, "paid_traffic", "磁力金牛", spend=70_00)
    by_hand(book, "gift", "磁力金牛", spend=20_00)  # a label is free: gifts are no buying
    by_hand(book, "paid_traffic", "代理甲", spend=5_00)
    found = {one.key: one.spend for one in ways.of_days(book.reader, *DAYS, NOW)}
    assert found == {"磁力金牛": 79_00, "刷礼物": 20_00, "付费买量": 6_00}


def test_campaigns_that_no_report_gives_to_a_way_are_their_plans_and_else_of_none(book):
    """As soon as one report named ways, the campaigns of plans were of none."""
    bring(book, REPORT + "2026-11-05,1,甲,付费买量,30,1,80\n")
    text = "日期,计划ID,计划名称,花费,直接GMV\n"
    bring(book, text + "2026-11-05,2,周五热搜,12,40\n2026-11-05,3,没人管,4,\n")
    bring(book, text + "2026-11-06,1,甲,6,20\n")  # a report without ways tells more of a campaign
    made = Plan("hot_search", "周五热搜", "sales", 9_00, date(2026, 11, 5), date(2026, 11, 5))
    number = plans.save(book, replace(made, keywords=("柿饼",)), NOW).ref
    plans.begin(book, number, datetime(2026, 11, 5, 9))
    found = ways.of_days(book.reader, *DAYS, NOW)
    assert [(one.key, one.spend, one.reported) for one in found] == [
        ("付费买量", 36_00, 100_00),
        ("买热搜", 12_00, 40_00),
        (UNNAMED, 4_00, None),
    ]
    assert found[2].sales is None and found[2].reported_roi is None


@pytest.mark.parametrize("turned", [True, False])
@pytest.mark.parametrize("account", ["", ",9"])
@pytest.mark.parametrize("also", ["", ",9"])
@pytest.mark.parametrize(
    ("label", "marks"),
    [("营销目标", "付费买量 买热搜 付费买量"), ("直播标题", "早 晚 早"), ("渠道", "甲 乙 甲")],
)
def test_what_a_day_has_by_goal_live_or_channel_is_part_of_it(
    book, turned, account, also, label, marks
):
    """It was counted beside the whole of the day. A row with nothing in that column is a part."""
    first, second, third = marks.split()
    whole = f"日期{',账户ID' * bool(account)},花费\n2026-11-05{account},30\n2026-11-06{account},8\n"
    parts = (
        f"日期{',账户ID' * bool(also)},{label},花费\n"
        f"2026-11-05{also},{first},10\n2026-11-05{also},{second},5\n"
        f"2026-11-07{also},{third},3\n2026-11-07{also},,1\n"
    )
    for text in (parts, whole) if turned else (whole, parts):
        bring(book, text)
    spent = [3000, 800, 400]
    assert [*book.reader.traffic.series("spend", "day").values] == spent
    assert [*book.reader.traffic.series("spend", "month").values] == [sum(spent)]
    rows = {one.key: one.spend for one in ways.of_days(book.reader, *DAYS, NOW)}
    assert sum(rows.values()) == profit.look(book.reader, *DAYS, NOW).spend == sum(spent)
    if label == "营销目标":
        assert rows == {"付费买量": 13_00, "买热搜": 5_00, UNNAMED: 24_00}


@pytest.mark.parametrize("turned", [True, False])
@pytest.mark.parametrize("label", ["营销目标", "直播标题", "渠道"])
def test_a_report_of_some_goals_hides_no_campaigns_that_cost_more(book, turned, label):
    """A day that was told by one live alone lost what campaigns cost outside of it."""
    parts = f"日期,{label},花费\n2026-11-05,甲,6\n2026-11-05,乙,4\n2026-11-06,甲,50\n"
    campaigns = "日期,计划ID,花费\n2026-11-05,1,8\n2026-11-05,2,22\n2026-11-06,1,9\n"
    for text in (parts, campaigns) if turned else (campaigns, parts):
        bring(book, text)
    assert [*book.reader.traffic.series("spend", "day").values] == [3000, 5000]
    rows = ways.of_days(book.reader, *DAYS, NOW)
    assert sum(one.spend for one in rows) == profit.look(book.reader, *DAYS, NOW).spend == 80_00
    bring(book, "日期,花费\n2026-11-05,25\n")  # the whole of the day is the account's own row
    assert [*book.reader.traffic.series("spend", "day").values] == [2500, 5000]


@pytest.mark.parametrize("named", [True, False])
def test_the_ways_add_up_to_what_promotion_cost(book, named):
    head = REPORT if named else REPORT.replace(",营销目标", "")
    lines = [
        f"2026-11-{n:02},{n % 3},计划{n % 3}{',买热搜' * named},3.3{n},1,7\n" for n in range(10, 18)
    ]
    bring(book, head + "".join(lines))
    bring(book, "日期,小时,计划ID,计划名称,花费\n2026-11-03,9,7,别的,4.44\n")
    by_hand(book, "gift", spend=77_77)
    by_hand(book, "hot_search", spend=1_01, gmv=5_00)
    rows = ways.of_days(book.reader, *DAYS, NOW)
    assert sum(one.spend for one in rows) == profit.look(book.reader, *DAYS, NOW).spend
    assert len({one.key for one in rows}) == len(rows)
    days = effect.spend_by_way(book.reader, *DAYS, NOW)
    assert {one.key: one.spend for one in rows} == {w: sum(d.values()) for w, d in days.items()}


@pytest.mark.parametrize(
    ("typed", "how", "due"),
    [
        (120_00, "replace", {"付费买量": 60_00, "买热搜": 40_00, "typed": 20_00}),
        (50_00, "replace", {"付费买量": 30_00, "买热搜": 20_00}),
        (100_00, "replace", {"付费买量": 60_00, "买热搜": 40_00}),
        (15_00, "add", {"付费买量": 60_00, "买热搜": 40_00, "typed": 15_00}),
    ],
)
def test_a_figure_from_the_phone_that_replaces_the_reports_is_not_added_to_their_ways(
    book, typed, how, due
):
    lines = "2026-11-05,1,甲,付费买量,60,1,80\n2026-11-05,2,乙,买热搜,40,1,80\n"
    bring(book, REPORT + lines)
    row = TypedRow(date(2026, 11, 5), "", {"spend": typed}, {"spend": how})
    traffic.record(book, [row], NOW)
    rows = ways.of_days(book.reader, *DAYS, NOW)
    assert {one.key: one.spend for one in rows} == due
    assert sum(one.spend for one in rows) == profit.look(book.reader, *DAYS, NOW).spend
    days = effect.spend_by_way(book.reader, *DAYS, NOW)
    assert {way: sum(fen.values()) for way, fen in days.items()} == due


def test_a_total_that_is_less_than_its_ways_is_shared_by_them(book):
    """The account's own figure counts, so that the ways came to more than was spent."""
    lines = "2026-11-05,1,甲,付费买量,60,1,80\n2026-11-05,2,乙,买热搜,40,1,80\n"
    bring(book, REPORT + lines)
    bring(book, "日期,花费\n2026-11-05,99.99\n")
    rows = ways.of_days(book.reader, *DAYS, NOW)
    assert {one.key: one.spend for one in rows} == {"付费买量": 59_99, "买热搜": 40_00}
    assert profit.look(book.reader, *DAYS, NOW).spend == 99_99


@pytest.mark.parametrize(
    ("total", "phone", "goods", "unassigned"),
    [
        ("99.99", None, {1: 59_99, 2: 30_00}, 10_00),
        ("7.01", None, {1: 4_21, 2: 2_10}, 70),
        ("150", None, {1: 60_00, 2: 30_00}, 60_00),
        ("0", None, {}, 0),
        ("", 33_33, {1: 20_00, 2: 10_00}, 3_33),
    ],
)
def test_days_ways_products_and_the_whole_are_one_sum(book, total, phone, goods, unassigned):
    """Where the account's total is less than the plans' campaigns, the whole was these, and came to
    more than its days and ways."""
    products.save(book, Product(title="苹果", item_id="78"), NOW)
    lines = "".join(
        f"2026-11-05,{key},{name},付费买量,{spend},1,80\n"
        for key, name, spend in ((1, "甲", 60), (2, "乙", 30), (3, "丙", 10))
    )
    bring(book, REPORT + lines)
    if total:
        bring(book, f"日期,花费\n2026-11-05,{total}\n")
    else:
        row = TypedRow(date(2026, 11, 5), "", {"spend": phone}, {"spend": "replace"})
        traffic.record(book, [row], NOW)
    for name, named in (("甲", (1,)), ("乙", (2,)), ("丙", ())):
        made = Plan("paid_traffic", name, "sales", 1, date(2026, 11, 5), date(2026, 11, 5))
        number = plans.save(book, replace(made, products=named), NOW).ref
        plans.begin(book, number, datetime(2026, 11, 5, 9))
        plans.end(book, number, datetime(2026, 11, 6))
    found = profit.look(book.reader, *DAYS, NOW)
    whole = sum(goods.values()) + unassigned
    assert {one.good[0]: one.spend for one in found.goods if one.spend} == goods
    assert (found.spend, found.unassigned) == (whole, unassigned)
    assert sum(day.spend for day in profit.days(book.reader, *DAYS, NOW)) == whole
    assert sum(one.spend for one in ways.of_days(book.reader, *DAYS, NOW)) == whole
    rows = [behind(book.reader, *DAYS, NOW, "spend")]
    rows += [behind(book.reader, *DAYS, NOW, "spend", good=(n, "")) for n in (0, 1, 2)]
    summed = [sum(row.fen for row in one.spends) for one in rows]
    assert summed == [whole, unassigned, goods.get(1, 0), goods.get(2, 0)]


@pytest.mark.parametrize(
    ("report", "spend"),
    [
        ("", 50_00),  # the import that named its campaign was taken back
        ("日期,计划ID,直接GMV\n2026-11-06,9,80\n", 50_00),  # a report without 花费
        ("日期,计划ID,花费\n2026-11-02,9,30\n", 50_00),  # only what was before it
        ("日期,计划ID,花费\n2026-11-06,9,30\n", 30_00),
        ("日期,计划ID,花费\n2026-11-06,9,0\n", 0),
    ],
)
def test_what_the_phone_told_counts_where_reports_do_not_tell_it(book, report, spend):
    """The list of plans had it, and the profit had nothing."""
    if report:
        bring(book, report)
    made = Plan("hot_search", "热搜", "sales", 1, *(date(2026, 11, n) for n in (6, 8)))
    made = replace(made, keywords=("柿饼",), products=(1,), campaigns=("9",))
    number = plans.save(book, made, NOW).ref
    plans.begin(book, number, datetime(2026, 11, 6))
    told = [PlanReading(number, datetime(2026, 11, 8, 20), "spend", 50_00)]
    plans.read_off(book, told, NOW)
    plans.end(book, number, datetime(2026, 11, 9))
    (listed,) = standing.every(book.reader, NOW)
    rest = 30_00 if "11-02" in report else 0
    found = profit.look(book.reader, *DAYS, NOW)
    assert (listed.spend, found.spend, found.unassigned) == (spend, spend + rest, rest)
    assert sum(paid.spend for _, paid in profit.plans(book.reader, *DAYS, NOW)) == spend
    assert sum(day.spend for day in profit.days(book.reader, *DAYS, NOW)) == spend + rest
    assert sum(one.spend for one in ways.of_days(book.reader, *DAYS, NOW)) == spend + rest
    rows = behind(book.reader, *DAYS, NOW, "spend").spends
    assert sum(row.fen for row in rows) == spend + rest


TOLD_BY_REPORT = pytest.mark.parametrize(
    ("columns", "cells", "due"),
    [
        ("花费", "30", (200_00, 5, 3)),
        ("花费,直接GMV", "30,80", (80_00, 5, 3)),
        ("花费,直接订单数", "30,2", (200_00, 2, 3)),
        ("花费,直接GMV,直接订单数,涨粉数", "30,0,0,0", (0, 0, 0)),
    ],
)
"""What a report has beside the spend, and what is due of it and of the phone's figures."""


@TOLD_BY_REPORT
def test_what_a_plan_brought_is_told_by_the_phone_where_no_report_does(book, columns, cells, due):
    """The list of plans judged it by that, and the profit knew nothing of its sales."""
    bring(book, f"日期,计划ID,{columns}\n2026-11-06,9,{cells}\n")
    made = Plan("paid_traffic", "粉条", "sales", 1, *(date(2026, 11, n) for n in (6, 8)))
    number = plans.save(book, replace(made, products=(1,), campaigns=("9",)), NOW).ref
    plans.begin(book, number, datetime(2026, 11, 6))
    at = datetime(2026, 11, 8, 20)
    read = {"spend": 50_00, "gmv": 200_00, "orders": 5, "new_fans": 3}
    plans.read_off(book, [PlanReading(number, at, what, one) for what, one in read.items()], NOW)
    plans.end(book, number, datetime(2026, 11, 9))
    (listed,) = standing.every(book.reader, NOW)
    ((_, paid),) = profit.plans(book.reader, *DAYS, NOW)
    assert (paid.spend, paid.reported, paid.orders, paid.fans) == (30_00, *due)
    assert tuple(listed.figures[code] for code in ("gmv", "orders", "new_fans")) == due
    for code in ("roi", "order_cost", "fan_cost"):
        assert paid.divided(code) == listed.divided(code)
    left = profit.nets(book.reader, [listed], NOW).get(number)
    assert left is not None and paid.sales is not None and paid.sales.paid == due[0]


@pytest.mark.parametrize("called", ["付费买量", "磁力金牛", ""])
@TOLD_BY_REPORT
def test_what_the_phone_told_of_a_plan_is_of_its_way_too(book, called, columns, cells, due):
    """By plan it counted, by way it was not there, and the way earned less than its one plan."""
    bring(book, f"日期,计划ID,营销目标,{columns}\n2026-11-06,9,{called},{cells}\n")
    made = Plan("paid_traffic", "粉条", "sales", 1, *(date(2026, 11, n) for n in (6, 9)))
    number = plans.save(book, replace(made, products=(1,), campaigns=("9",)), NOW).ref
    plans.begin(book, number, datetime(2026, 11, 6))
    read = {"spend": 50_00, "gmv": 200_00, "orders": 5, "new_fans": 3}
    at = datetime(2026, 11, 8, 20)
    plans.read_off(book, [PlanReading(number, at, what, one) for what, one in read.items()], NOW)
    plans.end(book, number, datetime(2026, 11, 10))
    ((_, plan),) = profit.plans(book.reader, *DAYS, NOW)
    (way,) = ways.of_days(book.reader, *DAYS, NOW)
    assert (way.key, way.spend) == (called or "付费买量", 30_00)
    assert (way.reported, way.orders, way.fans) == due == (plan.reported, plan.orders, plan.fans)
    assert (way.sales, way.own) == (plan.sales, plan.own)
    for code in ("roi", "order_cost", "fan_cost"):
        assert way.divided(code) == plan.divided(code)
    for first in (6, 7):  # of some of its days each tells the same part
        some = date(2026, 11, first), date(2026, 11, 7)
        of_plans = {paid.reported for _, paid in profit.plans(book.reader, *some, NOW)}
        assert {one.reported for one in ways.of_days(book.reader, *some, NOW)} == of_plans
    found = effect.read(book.reader, NOW)
    assert sum(found.attributed[way.key]) == due[0]  # on the days of its spend
    # another campaign of that way brings its own figures, beside those of the phone
    more = f"日期,计划ID,营销目标,花费,直接GMV,直接订单数\n2026-11-06,8,{called},12,40,4\n"
    bring(book, more)
    rows = {one.key: one for one in ways.of_days(book.reader, *DAYS, NOW)}
    if called:
        both = rows[called]
        assert (both.spend, both.reported, both.orders) == (42_00, due[0] + 40_00, due[1] + 4)
        assert both.divided("roi") == (due[0] + 40_00, 42_00)
    else:
        assert (rows[UNNAMED].spend, rows[UNNAMED].reported) == (12_00, 40_00)


@pytest.mark.parametrize("seed", range(8))
def test_plans_of_any_days_add_up_with_goods_ways_and_rows(book, seed):
    """A plan's row kept the report's figure where the account's total of the day was less, and a
    period in which another day had more gave its goods more than its days by themselves did."""
    random = Random(seed)
    products.save(book, Product(title="苹果", item_id="78"), NOW)
    names = {"1": "甲", "2": "乙", "3": "丙", "4": "丁"}  # of the last there is no plan
    days = [date(2026, 11, n) for n in range(3, 9)]
    lines, totals = "", ""
    for day in days:
        told = {key: random.randrange(0, 60_00) for key in names if random.random() < 0.8}
        for key, fen in told.items():
            way = "买热搜" if key == "2" else "付费买量"
            lines += f"{day},{key},{names[key]},{way},{fen / 100},1,80\n"
        if random.random() < 0.7:
            totals += (
                f"{day},{round(sum(told.values()) * random.choice((0, 0.3, 0.9, 1.5))) / 100}\n"
            )
    bring(book, REPORT + lines)
    if totals:
        bring(book, "日期,花费\n" + totals)
    for key, (begins, ends), goods in (("1", (3, 8), (1,)), ("2", (4, 6), (2,)), ("3", (5, 9), ())):
        made = Plan(
            "paid_traffic", names[key], "sales", 1, *(date(2026, 11, n) for n in (begins, ends))
        )
        number = plans.save(book, replace(made, products=goods), NOW).ref
        plans.begin(book, number, datetime(2026, 11, begins, 9))

    def of_plans(first: date, last: date) -> dict[int, int]:
        whole = profit.look(book.reader, first, last, NOW)
        assert whole.spend == sum(day.spend for day in profit.days(book.reader, first, last, NOW))
        assert whole.spend == sum(one.spend for one in ways.of_days(book.reader, first, last, NOW))
        found = {
            one.plan.id: paid.spend for one, paid in profit.plans(book.reader, first, last, NOW)
        }
        goods = {one.good[0]: one.spend for one in whole.goods if one.spend}
        assert goods == {n: fen for n, fen in found.items() if n < 3}  # as the plans' numbers
        assert whole.unassigned == whole.spend - sum(goods.values()) >= found.get(3, 0)
        for number in (1, 2, 3):
            one = profit.one_plan(book.reader, number, first, last, NOW, whole.sales)
            assert (one.spend if one else 0) == found.get(number, 0)
        rows = behind(book.reader, first, last, NOW, "spend").spends
        assert sum(row.fen for row in rows) == whole.spend
        assert sum(row.fen for row in rows if row.name == "甲") == found.get(1, 0)
        rows = behind(book.reader, first, last, NOW, "spend", good=(0, "")).spends
        assert sum(row.fen for row in rows) == whole.unassigned and all(r.fen > 0 for r in rows)
        return found

    of_all, cut = Counter(of_plans(days[0], days[-1])), random.randrange(1, len(days))
    halves = (days[0], days[cut - 1]), (days[cut], days[-1])
    for spans in (halves, zip(days, days, strict=True)):
        assert sum((Counter(of_plans(*span)) for span in spans), Counter()) == of_all


@pytest.mark.parametrize(
    ("begun", "ended", "days"),
    [
        (datetime(2026, 11, 6, 9), datetime(2026, 11, 9), range(6, 9)),
        (datetime(2026, 11, 4, 9), datetime(2026, 11, 8, 0, 1), range(4, 9)),  # sooner than planned
        (datetime(2026, 11, 7, 9), datetime(2026, 11, 7, 9, 5), range(6, 8)),  # noted a day late
        (datetime(2026, 11, 12), datetime(2026, 11, 12, 9), range(6, 13)),  # noted afterwards
        (datetime(2026, 11, 16, 9), None, range(6, 9)),  # it runs, and was to end
    ],
)
def test_what_a_campaign_spends_outside_the_days_of_its_plan_is_of_none(book, begun, ended, days):
    """The profit gave it to the plan and its products, the list of plans did not count it; and what
    was noted only after it ran had cost nothing there."""
    lines = "".join(f"2026-11-{n:02},1,甲,付费买量,{n},1,80\n" for n in range(2, 17))
    bring(book, REPORT + lines)
    made = Plan("paid_traffic", "甲", "sales", 1, date(2026, 11, 6), date(2026, 11, 8))
    number = plans.save(book, replace(made, products=(1,)), NOW).ref
    plans.begin(book, number, begun)
    if ended:
        plans.end(book, number, ended)
    (listed,) = standing.every(book.reader, NOW)
    ((_, paid),) = profit.plans(book.reader, *DAYS, NOW)
    found = profit.look(book.reader, *DAYS, NOW)
    due = 100 * sum(days)
    assert (listed.spend, paid.spend, found.goods[0].spend) == (due, due, due)
    assert found.unassigned == 100 * sum(range(2, 17)) - due
    rows = behind(book.reader, *DAYS, NOW, "spend", good=(1, "")).spends
    assert sum(row.fen for row in rows) == due


def test_a_trial_that_was_made_under_another_name_follows_the_way(book):
    bring(book, REPORT + "2026-11-16,1,甲,付费买量,30,1,80\n2026-11-16,2,丙,刷礼物,9,0,9\n")
    trials.begin(book, Trial(date(2026, 11, 16), ("paid_traffic", "礼物"), ((30_00, 8_00),)), NOW)
    (day, *_) = trials.newest(book.reader, NOW).days
    assert day.spent == (30_00, 9_00)


def test_names_of_ways():
    told = {"付费买量", "买热搜", "刷礼物", "typed", UNNAMED, "磁力金牛", "直播推广"}
    assert {same_way(word) for word in told} == told
    plan = Plan("gift", "周六夜", "sales", 1_00, *DAYS)
    assert of_plan(plan, ()) == of_plan(plan, told) == "刷礼物"
