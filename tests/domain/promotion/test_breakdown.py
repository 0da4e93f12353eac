"""Profit by product with the spend of plans, ways by their reports, rounding to the fen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.promotion.breakdown import (
    GoodProfit,
    Paid,
    Profit,
    at_a_loss,
    by_goods,
    by_month,
)
from ksdesk.domain.promotion.profit import NOTHING, Earned, Sales, estimated, split

APPLES = Earned(
    replace(NOTHING, paid=12_144_00, refunded=2_000_00, goods_cost=9_176_65), orders=173
)
HONEY = Earned(replace(NOTHING, paid=4_856_00, goods_cost=2_000_00), orders=142)
UNKNOWN = Earned(left_out=14, left_paid=724_70)


def test_spend_goes_to_the_products_that_a_plan_names_and_the_rest_to_none():
    earned = {(1, ""): APPLES, (2, ""): HONEY, (0, "78"): UNKNOWN, (0, ""): Earned()}
    goods, assigned = by_goods(earned, {(1, ""): "苹果"}, [((1, 2), 1_700_00), ((1,), 300_00)])
    spends = {one.good: one.spend for one in goods}
    assert spends == {(1, ""): 1_514_40, (2, ""): 485_60, (0, "78"): 0}
    assert assigned == 2_000_00
    assert [one.title for one in goods] == ["苹果", "", "78"]  # worst first, the unknown last
    assert [one.costless for one in goods] == [False, False, True]


def test_a_plan_whose_products_sold_nothing_still_costs_them():
    goods, assigned = by_goods({}, {}, [((5, 6), 100_01)])
    assert (sorted(one.spend for one in goods), assigned) == ([50_00, 50_01], 100_01)


def test_products_sold_at_a_loss_name_what_each_order_loses():
    lost = GoodProfit((1, ""), "苹果", APPLES, 1_490_00)
    assert lost.sales.net == -522_65
    assert round(lost.lost_per_order, 1) == 302.1
    fine, unknown = GoodProfit((2, ""), "蜜", HONEY), GoodProfit((0, "78"), "78", UNKNOWN)
    assert at_a_loss([fine, unknown, lost]) == (lost,)
    assert fine.lost_per_order is None


def test_below_the_net_stand_the_shops_own_costs():
    whole = Profit(APPLES + HONEY + UNKNOWN, spend=1_000_00, monthly=3_159_00)
    assert whole.sales.net == 2_823_35
    assert whole.after_monthly == -335_65
    assert whole.whole.paid == 17_724_70
    dark = replace(APPLES, sales=replace(APPLES.sales, shipping=None))
    assert Profit(dark).after_monthly is None


# The way of the look: 15,288.00 reported, 5,271.72 of it stays before spend.
RATES = Sales(55_000_00, 5_000_00, 24_000_00, 1_000_00, 6_000_00, 400_00, 300_00, 2_500_00,
              1_200_00, 0, 7_440_00, 0)  # fmt: skip


def test_a_way_has_the_rates_of_the_shop_on_what_its_report_attributes():
    way = Paid("付费买量", 2_040_00, 15_288_00, orders=120, fans=51, rates=RATES)
    assert way.sales == Sales(
        15_288_00, 1_389_82, 6_671_13, 277_96, 1_667_78, 111_19, 83_39, 694_91, 333_56, 0,
        2_040_00, 15_288_00,
    )  # fmt: skip
    assert round(way.reported_roi, 2) == 7.49
    assert (way.per_order, way.per_fan) == (17_00, 40_00)


def test_without_reported_sales_or_effect_there_is_no_figure():
    gifts = Paid("刷礼物", 100_00, None, rates=RATES)
    assert gifts.sales is gifts.reported_roi is gifts.per_order is gifts.per_fan is None
    assert Paid("刷礼物", 100_00, 5_00).sales is None
    assert estimated(5_00, 1_00, replace(RATES, shipping=None)).unknown == ("shipping",)


def test_days_are_added_by_month():
    days = {date(2026, 10, 1): APPLES, date(2026, 10, 31): HONEY, date(2026, 11, 1): UNKNOWN}
    assert by_month(days) == {date(2026, 10, 1): APPLES + HONEY, date(2026, 11, 1): UNKNOWN}


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**9), min_size=1, max_size=9))
def test_a_split_adds_up_and_no_part_is_off_by_a_fen(amount, weights):
    parts = split(amount, dict(enumerate(weights)))
    assert sum(parts.values()) == amount
    total = sum(weights)
    if total:
        assert all(abs(parts[n] * total - amount * w) < total for n, w in enumerate(weights))
