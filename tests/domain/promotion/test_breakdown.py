"""What ways cost and brought, alone and together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ksdesk.domain.promotion.breakdown import (
    NO_GOOD,
    DayProfit,
    GoodProfit,
    Paid,
    PaidTotal,
    Profit,
    at_a_loss,
    by_goods,
    by_month,
    shares,
)
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.promotion.profit import NOTHING, Earned

RATES = replace(NOTHING, paid=100_00, refunded=10_00)
WAY = Paid("a", 20_00, 200_00, 4, 8, RATES)
OTHER = Paid("b", 30_00, 100_00, 2, 2, RATES)


def test_a_way_by_order_and_by_fan():
    assert (WAY.reported_roi, WAY.per_order, WAY.per_fan) == (10, 500, 250)
    bare = Paid("a", 20_00)
    assert bare.reported_roi is bare.per_order is bare.per_fan is bare.sales is None
    assert replace(WAY, orders=0).per_order is replace(WAY, fans=0).per_fan is None
    assert WAY.sales.kept == 180_00


def test_ways_together_are_those_that_were_paid_and_of_which_it_is_known():
    unknown, unpaid = Paid("c", 5_00, orders=1), Paid("d", 0, 900_00, 9, 9, RATES)
    total = PaidTotal.of([WAY, OTHER, unknown, unpaid])
    assert (total.key, total.spend, total.reported) == ("total", 50_00, 300_00)
    assert (total.orders, total.fans, total.without) == (6, 10, ("c",))
    assert (total.sales.kept, total.sales.net) == (270_00, 220_00)


def test_money_of_which_no_report_tells_the_sales_makes_no_return_worse_and_is_named():
    silent = replace(WAY, spend=50_00, matched={"roi": (200_00, 20_00), "order_cost": None})
    assert (silent.reported_roi, silent.untold) == (10, 30_00)
    assert silent.per_order is None and silent.per_fan == pytest.approx(50_00 / 8)
    assert PaidTotal.of([silent, OTHER]).reported_roi == 300 / 50
    assert WAY.untold == replace(WAY, matched={"roi": None}).untold == 0


def test_a_count_that_one_way_does_not_tell_is_not_told_of_all():
    total = PaidTotal.of([WAY, replace(OTHER, orders=None)])
    assert (total.orders, total.fans) == (None, 10)


def test_ways_of_which_nothing_is_known_are_summed_by_what_they_cost():
    total = PaidTotal.of([Paid("a", 20_00, orders=1), Paid("b", 30_00, orders=2)])
    assert (total.spend, total.orders, total.sales, total.without) == (50_00, 3, None, ())
    assert PaidTotal.of([]).spend == 0
    assert PaidTotal.of([]).orders is None


def test_what_an_order_loses_is_told_only_where_it_does():
    def lost(paid: int, orders: int = 4, spend: int = 0) -> float | None:
        return GoodProfit((1, ""), "茶", Earned(replace(NOTHING, paid=paid), orders), spend
        ).lost_per_order  # fmt: skip

    assert lost(-8) == 2
    assert lost(8, spend=12) == 1
    assert lost(0) is lost(8) is lost(-8, orders=0) is None


def good(number: int, net: int | None, orders: int = 1, **facts) -> GoodProfit:
    costs = replace(NOTHING, paid=100, goods_cost=None if net is None else 100 - net)
    return GoodProfit((number, ""), str(number), Earned(costs, orders, **facts))


def test_what_loses_most_comes_first_and_what_is_not_known_last_by_what_was_paid():
    costless = good(5, 0, 0, left_out=2, left_paid=900)
    goods = [good(1, 30), good(2, -5), good(3, None), costless, good(4, -40, orders=8)]
    earned = {one.good: one.earned for one in goods}
    found = by_goods({**earned, NO_GOOD: Earned(leads=1)}, {(1, ""): "柿饼"}, [])
    assert [one.good[0] for one in found] == [4, 2, 1, 5, 3]
    assert [one.title for one in found] == ["", "", "柿饼", "", ""]
    assert [one.good[0] for one in at_a_loss(found)] == [4, 2]
    assert [one.costless for one in found] == [False, False, False, True, False]


def test_a_product_of_orders_alone_is_called_what_they_call_it():
    (one,) = by_goods({(0, "赠品"): Earned(leads=1)}, {}, [])
    assert (one.good, one.title, one.spend) == ((0, "赠品"), "赠品", 0)


PLAN = Plan("paid_traffic", "粉条", "sales", 1, date(2026, 11, 1), date(2026, 11, 2))


def test_what_plans_spent_is_shared_by_what_was_paid_for_their_products():
    earned = {(1, ""): Earned(replace(NOTHING, paid=300)), (2, ""): Earned(left_paid=100)}
    both = replace(PLAN, products=(2, 1, 2))
    assert shares(earned, both, 8_00) == {(2, ""): 2_00, (1, ""): 6_00}
    assert shares(earned, PLAN, 8_00) == {}
    assert shares({}, both, 8_00) == {(2, ""): 4_00, (1, ""): 4_00}
    alone = replace(PLAN, products=(3,))
    found = {
        one.good[0]: one.spend
        for one in by_goods(earned, {}, [(both, 8_00), (both, 4), (alone, 5)])
    }
    assert found == {1: 6_03, 2: 2_01, 3: 5}


def test_a_product_stays_with_what_is_left_after_its_spend():
    one = replace(good(1, 30), spend=50)
    assert (one.net, one.lost_per_order, one.sales.spend) == (-20, 20, 50)
    assert good(1, None).net is None and good(1, None).lost_per_order is None
    assert not good(1, 0, 1, left_out=1).costless and not good(1, 0, 0).costless


@pytest.mark.parametrize(
    ("spend", "earned", "there"),
    [(0, Earned(), False), (1, Earned(), True), (0, Earned(leads=1), True)],
)
def test_what_is_of_no_product_is_told_where_there_is_any(spend, earned, there):
    found = Profit(Earned(), unassigned=spend, of_no_good=earned).unsplit
    assert (found is not None) == there
    if found is not None:
        assert (found.good, found.spend, found.earned) == (NO_GOOD, spend, earned)


def test_the_shops_own_costs_are_below_the_net():
    whole = Earned(replace(NOTHING, paid=100), orders=2, leads=3)
    profit = Profit(whole, spend=30, monthly=90)
    assert (profit.orders, profit.sales.net, profit.after_monthly) == (3, 70, -20)
    unknown = Earned(replace(NOTHING, shipping=None))
    assert Profit(unknown, monthly=90).after_monthly is None
    assert DayProfit(date(2026, 11, 1), whole, 30).sales.net == 70


def test_days_are_summed_by_their_month():
    days = {date(2026, 10, 31): 1, date(2026, 11, 1): 2, date(2026, 11, 30): 4}
    found = by_month({day: Earned(leads=n) for day, n in days.items()})
    assert found == {date(2026, 10, 1): Earned(leads=1), date(2026, 11, 1): Earned(leads=6)}


@pytest.mark.parametrize(
    ("told", "roi"),
    [((200_00, 20_00), 10), ((200_00, 0), None), ((0, 20_00), None)],
)
def test_a_ratio_needs_spend_and_an_effect(told, roi):
    assert replace(WAY, matched={"roi": told}).reported_roi == roi


def test_untold_money_is_never_less_than_none():
    assert replace(WAY, matched={"roi": (1, 20_00.4)}).untold == 0
    assert replace(WAY, matched={"roi": (1, 25_00)}).untold == 0
    assert replace(WAY, matched={"roi": (1, 19_99)}).untold == 1


def test_ratios_together_are_of_the_ways_that_have_both_parts_or_of_none():
    told = replace(WAY, matched={"roi": (100_00, 10_00), "fan_cost": (5_00, 1)})
    total = PaidTotal.of([told, OTHER])
    assert total.matched["roi"] == (200_00, 40_00)
    assert total.matched["fan_cost"] == (35_00, 3)
    assert PaidTotal.of([told, replace(OTHER, orders=None)]).per_order is None
    assert PaidTotal.of([]).matched["roi"] is None and PaidTotal.of([]).reported is None
