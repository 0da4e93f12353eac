"""What ways cost and brought, alone and together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ksdesk.domain.promotion.breakdown import GoodProfit, Paid, PaidTotal
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
