"""A live beside those before it: what is compared, how far apart, step by step, in remarks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.comparison import ROWS, compared, difference, peers, usual
from ksdesk.domain.reviews.funnel import FunnelStep, funnel, left_out, usual_shares, weakest
from ksdesk.domain.reviews.remarks import SoldProduct, remarks

EVENING = Broadcast("live", datetime(2026, 11, 17, 19, 30), id=1, sales=191_240, viewers=3_486)
DAY = timedelta(days=1)
FIGURE = st.one_of(st.none(), st.integers(0, 10_000_000))


def before(days: int, **figures: object) -> Broadcast:
    return replace(EVENING, began_at=EVENING.began_at - days * DAY, id=100 + days, **figures)


def test_evenings_are_held_against_evenings_and_odd_ones_are_passed_over():
    noon = replace(before(3), began_at=datetime(2026, 11, 14, 12))
    odd, last, after = before(2), before(5), before(-1)
    video = before(1, kind="video")
    every = [after, EVENING, video, odd, noon, last, before(9)]
    assert [one.id for one in peers(EVENING, every, {odd.id})] == [last.id, 109]
    assert [one.id for one in peers(noon, every, {odd.id})] == [last.id, 109]  # no other noon
    assert peers(video, every) == ()


def test_of_many_the_last_ten_are_taken():
    assert [one.id for one in peers(EVENING, [before(n) for n in range(1, 20)])] == [
        *range(101, 111)
    ]


@given(value=FIGURE, other=FIGURE)
def test_a_difference_is_known_where_both_are_and_turns_around(value, other):
    found, back = difference(value, other), difference(other, value)
    assert (found is None) == (value is None or other is None)
    if found is None or back is None:
        return
    assert found.amount == back.amount == abs(value - other)
    turned = {"up": "down", "down": "up", "flat": "flat"}
    assert back.way == turned[found.way] and (found.way == "flat") == (value == other)
    assert (found.share is None) == (other == 0)


@given(values=st.lists(st.lists(FIGURE, min_size=6, max_size=6), min_size=1, max_size=14))
def test_the_middle_lies_between_and_what_is_not_known_is_no_zero(values):
    every = [
        before(n, **dict(zip(ROWS["live"], row, strict=True))) for n, row in enumerate(values, 1)
    ]
    found = compared(EVENING, peers(EVENING, every))
    for row in found.rows:
        known = [v for v in (getattr(one, row.code) for one in every[:10]) if v is not None]
        assert row.usual == (median(known) if known else None)
        assert row.before == getattr(every[0], row.code)
        assert (row.change is None) == (row.value is None or row.before is None)


def test_nothing_known_is_nothing_usual():
    assert usual([None, None]) is None and usual([]) is None and usual([None, 4]) == 4


STEPS = {
    "exposures": 21_400,
    "entered": 3_486,
    "stayed": 1_952,
    "clicks": 486,
    "orders": 54,
    "paid_orders": 47,
}


def test_each_step_has_its_share_of_the_one_before():
    shares = [round(step.share, 3) for step in funnel(replace(EVENING, **STEPS)) if step.of]
    assert shares == [0.163, 0.56, 0.249, 0.111, 0.87]


def test_a_step_that_is_not_known_is_left_out_and_said():
    one = replace(EVENING, **{**STEPS, "entered": None, "stayed": None})
    assert [(step.code, step.of) for step in funnel(one)] == [
        *(("exposures", ""), ("viewers", "exposures"), ("clicks", "viewers")),
        *(("orders", "clicks"), ("paid_orders", "orders")),
    ]
    assert left_out(one) == ("stayed",)
    assert funnel(replace(one, viewers=0))[2].share is None
    nothing = Broadcast("live", EVENING.began_at)
    assert funnel(nothing) == () and len(left_out(nothing)) == 6


def test_the_step_that_lost_most_is_named_only_where_it_lost_more_than_usual():
    good = before(1, **{**STEPS, "clicks": 610})
    found = weakest(replace(EVENING, **STEPS), [good])
    assert found is not None and found[0].code == "clicks" and round(found[1], 4) == 0.3125
    assert weakest(replace(EVENING, **STEPS), [before(1, **STEPS)]) is None
    assert weakest(replace(EVENING, **STEPS), []) is None
    few = replace(EVENING, **dict.fromkeys(STEPS, 20))
    assert weakest(few, [good]) is None


def said(one, peers=(), sold=(), net=None):
    return {remark.code: dict(remark.facts) for remark in remarks(one, peers, sold, net)}


@pytest.mark.parametrize(
    ("figures", "code", "facts"),
    [
        ({"sales": 150_000}, "sales_more", {"fen": 41_240, "by": ""}),
        ({"sales": 150_000, "viewers": 2_000, "paid_orders": 40}, "sales_more", {"by": "viewers"}),
        ({"sales": 250_000}, "sales_less", {"fen": 58_760, "by": ""}),
        ({"stay": 41}, "stay_more", {"seconds": 7}),
        ({"stay": 60}, "stay_less", {"seconds": 12}),
        ({"new_fans": 113}, "fans_less", {"n": 21, "lost": 19}),
        ({"new_fans": 40}, "fans_more", {"n": 52, "lost": 19}),
    ],
)
def test_what_is_said_against_the_last_one(figures, code, facts):
    told = {"sales": None, "viewers": None, "paid_orders": None, **figures}
    one = replace(EVENING, stay=48, new_fans=92, lost_fans=19, paid_orders=47)
    found = said(one, [before(1, **told)])
    assert set(facts.items()) <= set(found[code].items())


def test_what_hardly_changed_is_not_said():
    one = replace(EVENING, stay=48, new_fans=92)
    assert said(one, [before(1, sales=190_000, stay=47, new_fans=90)]) == {}


def test_the_four_that_stand_out_most_are_said_first():
    """A fifth would be one too many to read."""
    one = replace(EVENING, sales=100, stay=48, new_fans=92, refunds=90)
    last = before(1, sales=10_000, stay=24, new_fans=10, refunds=1)
    found = remarks(one, [last], (SoldProduct("柿饼", 3, 90, 1),), net=-100)
    assert len(found) == 4
    assert [each.weight for each in found] == sorted((r.weight for r in found), reverse=True)


def test_refunds_over_the_usual_share_and_a_loss_are_said():
    one = replace(EVENING, refunds=19_124)
    assert "refunds_more" in said(one, [before(1, refunds=5_000)])
    assert "refunds_more" not in said(one, [before(1, refunds=None)])
    assert said(EVENING, net=-4_000) == {"lost": {"fen": 4_000}}
    assert said(EVENING, net=4_000) == {}


def test_products_that_were_shown_and_did_not_sell():
    sold = [SoldProduct("柿饼", 3, 9_000, 1), SoldProduct("红富士", 0, 0, 2)]
    assert said(EVENING, sold=sold) == {"unsold": {"n": 1, "told": 2, "name": "红富士"}}
    more = [*sold, SoldProduct("蜂蜜", 1, 1_000)]
    assert said(EVENING, sold=more)["best"] == {"name": "柿饼", "share": 0.9, "orders": 3}
    assert said(EVENING, sold=[sold[1]]) == {}  # nothing sold at all: no orders came in yet


@pytest.mark.parametrize(
    ("before_it", "figures", "told"),
    [
        ({"stay": 30}, {"stay": 33}, {"stay_more"}),
        ({"stay": 30}, {"stay": 32}, set()),
        ({"stay": 50}, {"stay": 45}, {"stay_less"}),
        ({"stay": 50}, {"stay": 46}, set()),
        ({"new_fans": 20}, {"new_fans": 25}, {"fans_more"}),
        ({"new_fans": 20}, {"new_fans": 24}, set()),
        ({"new_fans": 100}, {"new_fans": 90}, {"fans_less"}),
        ({"new_fans": 100}, {"new_fans": 91}, set()),
        ({"sales": 100_000}, {"sales": 125_000}, {"sales_more"}),
        ({"sales": 100_000}, {"sales": 109_999}, set()),
        ({"sales": 100_000}, {"sales": 75_000}, {"sales_less"}),
    ],
)
def test_from_which_difference_on_something_stands_out(before_it, figures, told):
    bare = Broadcast("live", EVENING.began_at, id=1)
    last = replace(bare, began_at=EVENING.began_at - DAY, id=2, **before_it)
    assert {*said(replace(bare, **figures), [last])} == told


@pytest.mark.parametrize(
    ("figures", "by"),
    [
        # ten times as many came, a tenth paid, at the same value; and so on
        ({"viewers": 10_000, "paid_orders": 100, "sales": 200_000}, "viewers"),
        ({"viewers": 1_000, "paid_orders": 200, "sales": 200_000}, "rate"),
        ({"viewers": 1_000, "paid_orders": 100, "sales": 200_000}, "value"),
        ({"viewers": 900, "paid_orders": 100, "sales": 50_000}, "value"),
        ({"viewers": 1_200, "paid_orders": 60, "sales": 60_000}, "rate"),
        ({"viewers": 400, "paid_orders": 50, "sales": 50_000}, "viewers"),
        ({"viewers": 0, "paid_orders": 50, "sales": 50_000}, ""),
        ({"viewers": 400, "paid_orders": 0, "sales": 50_000}, ""),
    ],
)
def test_the_sales_are_moved_by_what_changed_most_their_way(figures, by):
    last = before(1, viewers=1_000, paid_orders=100, sales=100_000)
    if figures["sales"] == 200_000 and by == "viewers":
        last = replace(last, paid_orders=50)
    (remark,) = [each for each in remarks(replace(EVENING, **figures), [last])
                 if each.code.startswith("sales")]  # fmt: skip
    assert remark.facts["by"] == by


def test_each_remark_has_its_tone_and_a_loss_stands_out_most():
    one = replace(EVENING, sales=100, stay=24, new_fans=10)
    last = before(1, sales=200, stay=48, new_fans=92)
    found = {each.code: each for each in remarks(one, [last], net=-1)}
    assert {code: each.tone for code, each in found.items()} == {
        "lost": "bad", "sales_less": "bad", "stay_less": "bad", "fans_less": "warn",
    }  # fmt: skip
    assert [*found][:2] == ["lost", "sales_less"]
    assert found["sales_less"].weight == 1.5 and found["stay_less"].weight == 0.5
    better = {each.code: each.tone for each in remarks(last, [one])}
    assert better == {"sales_more": "good", "stay_more": "good", "fans_more": "good"}
    assert remarks(EVENING, [], net=0) == () and remarks(EVENING, [], net=None) == ()


@pytest.mark.parametrize(
    ("refunds", "usually", "said_so"),
    [(2_000, 0, False), (2_001, 0, True), (4_500, 3_000, False), (4_501, 3_000, True)],
)
def test_refunds_are_more_from_half_as_much_again_and_two_in_a_hundred(refunds, usually, said_so):
    bare = Broadcast("live", EVENING.began_at, id=1, sales=100_000)
    last = replace(bare, began_at=EVENING.began_at - DAY, id=2, refunds=usually)
    assert ("refunds_more" in said(replace(bare, refunds=refunds), [last])) == said_so
    assert "refunds_more" not in said(replace(bare, sales=0, refunds=refunds), [last])


def test_the_best_product_is_said_where_two_sold():
    sold = [SoldProduct("柿饼", 3, 4_000), SoldProduct("红富士", 1, 6_000), SoldProduct("茶", 0, 0)]
    assert said(EVENING, sold=sold) == {"best": {"name": "红富士", "share": 0.6, "orders": 1}}
    assert said(EVENING, sold=[sold[0], sold[2]]) == {}
    free = [replace(each, paid=0) for each in sold]
    assert said(EVENING, sold=free) == {}


@pytest.mark.parametrize(("came", "told"), [(30, True), (29, False)])
def test_a_share_says_something_from_thirty_on(came, told):
    one = replace(EVENING, viewers=None, entered=came, clicks=3)
    assert usual_shares([one]) == ({("clicks", "entered"): 3 / came} if told else {})
    good = before(1, viewers=None, entered=100, clicks=50)
    assert (weakest(one, [good]) is not None) == told


@pytest.mark.parametrize(("clicks", "told"), [(85, False), (84, True), (0, True)])
def test_a_step_lost_more_than_usual_below_85_of_a_hundred(clicks, told):
    one = replace(EVENING, viewers=None, entered=1_000, clicks=clicks)
    found = weakest(one, [before(1, viewers=None, entered=1_000, clicks=100)])
    assert found == ((FunnelStep("clicks", clicks, "entered", 1_000), 0.1) if told else None)


def test_the_usual_share_is_the_middle_of_the_shares():
    shares = (10, 20, 90)
    every = [before(n, viewers=None, entered=100, clicks=n_) for n, n_ in enumerate(shares, 1)]
    assert usual_shares(every) == {("clicks", "entered"): 0.2}
    nothing = before(1, viewers=None, entered=100, clicks=0)
    assert weakest(replace(EVENING, viewers=None, entered=100, clicks=0), [nothing]) is None
