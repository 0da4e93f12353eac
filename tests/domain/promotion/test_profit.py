"""What stays of sales: by hand, and what holds of any."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.promotion.profit import NOTHING, Earned, Sales, estimated, split

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


@given(st.integers(0, 10**9), st.dictionaries(st.integers(0, 9), st.integers(0, 10**6), min_size=1))
def test_an_amount_is_split_to_the_fen_and_nobody_gets_a_fen_more_than_their_due(amount, weights):
    found = split(amount, weights)
    assert found.keys() == weights.keys() and sum(found.values()) == amount
    total = sum(weights.values())
    for key, fen in found.items():
        due = amount * weights[key] / total if total else amount / len(weights)
        assert abs(fen - due) < 1


@pytest.mark.parametrize(
    ("amount", "weights", "shares"),
    [
        (10, (1, 1, 1), (4, 3, 3)),
        (11, (1, 1, 1), (4, 4, 3)),
        (10, (0, 0, 0), (4, 3, 3)),
        (10, (0, 1, 0), (0, 10, 0)),
        (100, (1, 2, 4), (14, 29, 57)),  # 14.29, 28.57, 57.14: the largest rest gets the fen
        (7, (5,), (7,)),
    ],
)
def test_the_largest_rests_get_what_rounding_leaves(amount, weights, shares):
    assert tuple(split(amount, dict(enumerate(weights))).values()) == shares


@pytest.mark.parametrize("paid", [0, None])
def test_without_sales_to_go_by_nothing_is_estimated(paid):
    assert estimated(100_00, 10_00, replace(HUNDRED, paid=paid)) is None


def test_attributed_sales_have_the_shares_of_those_they_go_by():
    found = estimated(50_00, 7_00, replace(HUNDRED, commission=None, shipping=3))
    assert found == Sales(50_00, 15_00, 25_00, 7_50, 2, 0, 50, 1_75, None, 0, 7_00, 50_00)


EARNED = Earned(HUNDRED, 1, 2, 40_00, 4, 5_00, 6, 7_00)


def test_what_was_earned_counts_what_is_left_out_beside():
    assert (EARNED.paid, EARNED.refunded, EARNED.estimated) == (105_00, 37_00, 30_00)
    bare = replace(EARNED, sales=replace(HUNDRED, paid=None, refunded=None))
    assert (bare.paid, bare.refunded, bare.estimated) == (5_00, 7_00, -40_00)
    assert EARNED.spent(1, 2) == replace(HUNDRED, spend=1, reported=2)
    assert EARNED.spent(None).reported is None


def test_parts_of_what_was_earned_add_up():
    twice = EARNED + EARNED
    assert twice == Earned.total([EARNED, EARNED])
    assert twice == Earned(HUNDRED + HUNDRED, 2, 4, 80_00, 8, 10_00, 12, 14_00)
    assert Earned.total(iter([])) == Earned() and Earned.total(iter([EARNED])) == EARNED
    unknown = replace(EARNED, sales=replace(HUNDRED, shipping=None))
    assert Earned.total([EARNED, unknown]).sales == HUNDRED + unknown.sales
    assert Earned.total([EARNED, unknown]).sales.unknown == ("shipping",)
