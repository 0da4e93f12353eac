"""What stays of sales: by hand, and what holds of any."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.promotion.profit import NOTHING, Sales

NAMES = tuple(f.name for f in fields(Sales))
FEN = st.integers(-(10**12), 10**12)
KNOWN = st.builds(Sales, *[FEN] * len(NAMES))
ANY = st.builds(Sales, *[st.none() | FEN] * len(NAMES))

# 100 yuan paid, goods at half of it, 30 % come back and are worth what they cost, 5 % of what is
# kept, 4 for the parcel, 1 for the return cover; the platform counts all of it for its ads.
HUNDRED = Sales(100_00, 30_00, 50_00, 15_00, 4_00, 0, 1_00, 3_50, 0, 0, 20_00, 100_00)


def test_of_a_hundred_yuan_26_50_remain_and_the_roi_must_read_3_8():
    assert HUNDRED.kept == 70_00
    assert HUNDRED.before_ads == 26_50
    assert HUNDRED.net == 6_50
    assert HUNDRED.roi == 3.5
    assert round(HUNDRED.break_even, 1) == 3.8
    assert HUNDRED.unknown == ()


def test_a_way_breaks_even_where_reported_sales_are_so_many_times_what_stays():
    way = replace(NOTHING, paid=5_271_72, spend=4_000_00, reported=15_288_00)
    assert way.before_ads == 5_271_72
    assert round(way.break_even, 2) == 2.90


def test_goods_that_come_back_worthless_cost_their_whole_price():
    assert replace(HUNDRED, cost_returned=0).before_ads == 11_50


@pytest.mark.parametrize("spend", [0, None])
def test_without_spend_there_is_no_roi(spend):
    assert replace(HUNDRED, spend=spend).roi is None


@pytest.mark.parametrize("reported", [0, None])
def test_nothing_reported_has_no_break_even(reported):
    assert replace(HUNDRED, reported=reported).break_even is None


@pytest.mark.parametrize("penalties", [26_50, 30_00])
def test_no_roi_is_enough_where_nothing_stays_before_spend(penalties):
    assert replace(HUNDRED, penalties=penalties).break_even is None


@given(KNOWN)
def test_at_the_break_even_roi_the_net_is_nothing(sales):
    if sales.break_even is None:
        assert not sales.reported or sales.before_ads <= 0
        return
    at = replace(sales, spend=sales.before_ads)
    assert at.net == 0
    assert at.break_even == pytest.approx(at.reported / at.spend)


@given(ANY)
def test_what_is_not_known_makes_its_results_not_known_and_is_named(sales):
    missing = {name for name in NAMES if getattr(sales, name) is None}
    assert sales.unknown == tuple(name for name in NAMES if name in missing)
    assert (sales.kept is None) == bool(missing & {"paid", "refunded"})
    assert (sales.before_ads is None) == bool(missing - {"spend", "reported"})
    assert (sales.net is None) == bool(missing - {"reported"})
    if missing - {"spend", "reported"}:
        assert sales.break_even is None


@given(KNOWN)
def test_everything_that_was_paid_goes_somewhere(sales):
    out = (
        *(sales.refunded, sales.goods_cost, -sales.cost_returned, sales.shipping),
        *(sales.return_shipping, sales.insurance, sales.platform_fee, sales.commission),
        *(sales.penalties, sales.spend),
    )
    assert sales.net == sales.paid - sum(out)


@given(st.lists(KNOWN))
def test_what_stays_of_parts_is_what_stays_of_the_whole(parts):
    whole = sum(parts, NOTHING)
    assert whole.net == sum(part.net for part in parts)
    assert whole.kept == sum(part.kept for part in parts)


@given(ANY, ANY)
def test_what_a_part_does_not_know_the_whole_does_not(one, other):
    assert set((one + other).unknown) == {*one.unknown, *other.unknown}
