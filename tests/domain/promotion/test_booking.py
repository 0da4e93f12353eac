"""What an order brings and costs, by hand: days, sources of a refund, parcels, unknown costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.promotion.booking import (
    OTHER,
    REFUND,
    SALE,
    UNTOLD,
    BookedEntry,
    booked,
    rounded,
)
from ksdesk.domain.promotion.costs import Costs, CostShare, ParcelCost, UnitCost
from ksdesk.domain.promotion.order_facts import EndedCase, Line, Order, Settled

BEGIN, DAY, LATER = date(2026, 1, 1), date(2026, 10, 5), date(2026, 11, 3)
COSTS = Costs(
    [UnitCost(1, "", 50_00, BEGIN), UnitCost(2, "", 20_00, BEGIN)],
    [ParcelCost("packaging", 1_00, BEGIN), ParcelCost("shipping", 3_00, BEGIN)],
    [
        CostShare("platform_fee", 0.05, BEGIN),
        CostShare("commission", 0.2, BEGIN),
        CostShare("returned", 0.8, BEGIN),
    ],
)
SENT = Line(1, paid=100_00, state="已发货", tracking=("SF1",))
ORDER = Order("1", DAY, lines=(SENT,))


def sums(entries: list[BookedEntry], kind: int | None = None) -> dict[str, int | None]:
    """What the entries of a kind come to, without what is nothing."""
    names = BookedEntry.__slots__[BookedEntry.__slots__.index("paid") :]
    found = {}
    for name in names:
        values = [getattr(one, name) for one in entries if kind in (None, one.kind)]
        found[name] = None if None in values else sum(values)
    return {name: value for name, value in found.items() if value != 0}


def back(order: Order) -> list[tuple[date, int]]:
    return [(one.day, one.refunded) for one in booked(order, COSTS) if one.kind == REFUND]


def test_a_sale_stands_on_the_day_of_the_order_with_all_that_it_costs():
    (sale,) = booked(ORDER, COSTS)
    assert (sale.kind, sale.day, sale.money_day, sale.lead, sale.costless) == (
        *(SALE, DAY, None, True, False),
    )
    assert sums([sale]) == {
        "paid": 100_00,
        "goods_cost": 50_00,
        "shipping": 4_00,
        "platform_fee": 5_00,
    }


def test_a_settlement_knows_fees_and_commission_and_its_day():
    order = replace(ORDER, settled=(Settled(LATER, 1, paid=100_00, fee=4_31, commission=7_00),))
    (sale,) = booked(order, COSTS)
    assert (sale.money_day, sale.platform_fee, sale.commission) == (LATER, 4_31, 7_00)


SETTLED = Settled(LATER, 1, paid=100_00, refund=30_00)
CLAIM = EndedCase(date(2026, 10, 20), 40_00)
REFUNDED = replace(SENT, after_sale="退款成功")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (replace(ORDER, lines=(REFUNDED,)), [(DAY, 100_00)]),
        (replace(ORDER, lines=(REFUNDED,), claims=(CLAIM,)), [(CLAIM.on, 40_00)]),
        (
            replace(ORDER, lines=(REFUNDED,), claims=(CLAIM,), settled=(SETTLED,)),
            [(LATER, 30_00)],
        ),
        (replace(ORDER, lines=(REFUNDED,), settled=(replace(SETTLED, refund=0),)), []),
        (replace(ORDER, lines=(replace(SENT, after_sale="退款关闭"),)), []),
        (replace(ORDER, lines=(replace(SENT, after_sale="部分退款成功"),)), []),
    ],
    ids=["state", "case", "settlement", "settled without", "closed wish", "part, unknown"],
)
def test_one_refund_per_order_settlement_else_case_else_state(order, expected):
    assert back(order) == expected


OTHER_GOODS = Line(2, "", "苹果", paid=60_00, state="已发货", tracking=("SF1",))
TWO = replace(ORDER, lines=(SENT, OTHER_GOODS), settled=(replace(SETTLED, refund=0),))
BY_CASE = EndedCase(date(2026, 10, 20), 25_00, product=2)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # of two goods one is settled, the other was refunded before
        (replace(TWO, claims=(BY_CASE,)), {2: [(BY_CASE.on, 25_00)]}),
        (
            replace(TWO, claims=(BY_CASE,), settled=(SETTLED,)),
            {1: [(LATER, 30_00)], 2: [(BY_CASE.on, 25_00)]},
        ),
        (
            replace(TWO, lines=(SENT, replace(OTHER_GOODS, after_sale="退款成功"))),
            {2: [(DAY, 60_00)]},
        ),
        (
            replace(
                TWO,
                lines=(SENT, replace(OTHER_GOODS, after_sale="退款成功")),
                settled=(SETTLED,),
                claims=(BY_CASE,),
            ),
            {1: [(LATER, 30_00)], 2: [(BY_CASE.on, 25_00)]},
        ),
        # a settlement of the whole order has the say
        (replace(TWO, claims=(BY_CASE,), settled=(replace(SETTLED, paid=160_00, refund=0),)), {}),
        # and so has one of the goods themselves
        (replace(TWO, claims=(replace(BY_CASE, product=1),)), {}),
        # a case that ended without money tells of none
        (
            replace(
                TWO,
                lines=(SENT, replace(OTHER_GOODS, after_sale="退款成功")),
                claims=(replace(BY_CASE, refund=0),),
            ),
            {2: [(DAY, 60_00)]},
        ),
    ],
)
def test_goods_that_were_refunded_before_the_others_were_settled(order, expected):
    """Their case was taken for one that the settlement of the others tells of."""
    found: dict[int, list[tuple[date, int]]] = {}
    for one in booked(order, COSTS):
        if one.kind == REFUND:
            found.setdefault(one.product, []).append((one.day, one.refunded))
    assert found == expected


GIFT = Line(3, "", "试吃", paid=0, state="已完成", tracking=("SF1",))


@pytest.mark.parametrize(
    ("settled", "expected"),
    [
        ((replace(SETTLED, refund=0), replace(SETTLED, product=3, paid=0, refund=0)), 25_00),
        ((replace(SETTLED, refund=0), replace(SETTLED, product=3, paid=None, refund=0)), 25_00),
        ((replace(SETTLED, product=3, paid=0, refund=0),), 25_00),
        # without any amount, or with nothing for what was paid, it may be of the whole order
        ((replace(SETTLED, product=3, paid=None, refund=0),), 0),
        ((replace(SETTLED, paid=0, refund=0), replace(SETTLED, product=3, paid=0, refund=0)), 0),
        ((replace(SETTLED, product=3, paid=160_00, refund=0),), 0),
    ],
)
def test_a_gift_that_is_settled_leaves_the_case_of_other_goods(settled, expected):
    """Nothing was paid for it, which was taken for an amount that is not told."""
    order = replace(TWO, lines=(SENT, OTHER_GOODS, GIFT), claims=(BY_CASE,), settled=settled)
    found = [one for one in booked(order, COSTS) if one.kind == REFUND]
    assert sum(one.refunded for one in found if one.product == 2) == expected
    assert sum(one.refunded for one in found) == expected


def test_money_that_goes_back_after_the_settlement_is_known_by_its_case_alone():
    late = EndedCase(date(2026, 11, 20), 100_00)
    order = replace(ORDER, settled=(replace(SETTLED, refund=0),), claims=(CLAIM, late))
    assert back(order) == [(late.on, 100_00)]


@pytest.mark.parametrize(
    "rows",
    [
        (SETTLED, Settled(date(2026, 11, 9), 1, paid=100_00, refund=100_00)),
        (SETTLED, Settled(date(2026, 11, 9), 1, refund=70_00)),
    ],
    ids=["the whole anew", "what came on top"],
)
def test_a_partial_and_then_a_full_refund_count_once_each_on_its_day(rows):
    order = replace(ORDER, settled=rows)
    assert back(order) == [(LATER, 30_00), (date(2026, 11, 9), 70_00)]
    assert sums(booked(order, COSTS))["refunded"] == 100_00


def test_two_cases_for_the_same_money_give_it_back_once():
    order = replace(ORDER, claims=(CLAIM, EndedCase(LATER, 100_00)))
    assert back(order) == [(CLAIM.on, 40_00), (LATER, 60_00)]


def test_the_order_of_cases_in_a_file_does_not_move_money_to_another_day():
    order = replace(ORDER, claims=(EndedCase(LATER, 100_00), CLAIM))
    assert back(order) == [(CLAIM.on, 40_00), (LATER, 60_00)]


AFTER, LAST = date(2026, 12, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("claims", "more"),
    [
        # the case of the 30 that the settlement took off, ended before and after it
        ([EndedCase(CLAIM.on, 30_00)], []),
        ([EndedCase(AFTER, 30_00)], []),
        ([EndedCase(CLAIM.on, 30_00), EndedCase(AFTER, 20_00)], [(AFTER, 20_00)]),
        ([EndedCase(AFTER, 30_00), EndedCase(LAST, 50_00)], [(LAST, 50_00)]),
        ([EndedCase(LAST, 90_00), EndedCase(CLAIM.on, 30_00)], [(LAST, 70_00)]),
        ([EndedCase(AFTER, 50_00)], [(AFTER, 20_00)]),
    ],
)
def test_a_case_after_the_settlement_gives_back_what_that_did_not_tell(claims, more):
    order = replace(ORDER, settled=(SETTLED,), claims=claims)
    assert back(order) == [(LATER, 30_00), *more]


def test_a_sale_keeps_the_day_of_its_settlement_when_a_later_one_takes_a_refund_off():
    later = Settled(AFTER, 1, paid=0, refund=30_00)
    for rows in ((replace(SETTLED, refund=0), later), (later, replace(SETTLED, refund=0))):
        sale, refund = booked(replace(ORDER, settled=rows), COSTS)
        assert (sale.money_day, refund.money_day) == (LATER, AFTER)
    alone = replace(ORDER, lines=(SENT,), settled=(later,))
    assert booked(alone, COSTS)[0].money_day == AFTER


BOTH = (SENT, Line(2, paid=50_00, state="已发货", tracking=("SF1",)))


@pytest.mark.parametrize("facts", [{"product": 2}, {"item": "77"}])
def test_a_case_gives_back_for_the_product_that_it_names(facts):
    """The order's first product bore it."""
    lines = BOTH[0], replace(BOTH[1], item="77")
    order = replace(ORDER, lines=lines, claims=(EndedCase(LATER, 50_00, True, **facts),))
    found = [(e.product, e.refunded, e.cost_returned) for e in booked(order, COSTS) if e.refunded]
    assert found == [(2, 50_00, 16_00)]


def test_what_a_settlement_takes_off_beyond_one_product_is_of_the_others():
    """A row for the whole order lost what was more than its first product."""
    settled = (Settled(LATER, item="整单", paid=150_00, refund=150_00),)
    entries = booked(replace(ORDER, lines=BOTH, settled=settled), COSTS)
    assert [(e.product, e.refunded) for e in entries if e.refunded] == [(1, 100_00), (2, 50_00)]


def test_a_settlement_finds_a_product_by_what_its_orders_call_it():
    """A product without its 商品ID in the book is known by the code of its orders alone."""
    lines = BOTH[0], replace(BOTH[1], item="78")
    settled = (Settled(LATER, 1, "77", 100_00, fee=5_00), Settled(LATER, 0, "78", 50_00, 50_00))
    sale, other, refund = booked(replace(ORDER, lines=lines, settled=settled), COSTS)
    assert (sale.platform_fee, other.platform_fee, refund.product) == (5_00, 0, 2)


@pytest.mark.parametrize("days", [(LATER, LATER), (LATER, date(2026, 11, 9))])
def test_options_of_a_product_that_are_settled_each_by_itself_are_refunded_each(days):
    """They were taken for the same money told twice."""
    lines = replace(SENT, sku_key="A", paid=60_00), replace(SENT, sku_key="B", paid=40_00)
    settled = [
        Settled(on, 1, paid=fen, refund=fen) for on, fen in zip(days, (60_00, 40_00), strict=True)
    ]
    order = replace(ORDER, lines=lines, settled=settled)
    assert sums(booked(order, COSTS))["refunded"] == 100_00
    if days[0] == days[1]:
        assert sums(booked(replace(order, lines=()), COSTS))["paid"] == 100_00


def test_what_comes_back_of_an_order_on_one_day_is_one_parcel():
    """It went out as one and came back as one for each product."""
    lines = tuple(replace(line, after_sale="退货退款成功") for line in BOTH)
    found = sums(booked(replace(ORDER, lines=lines), COSTS))
    assert (found["shipping"], found["return_shipping"]) == (4_00, 3_00)


@pytest.mark.parametrize(
    ("state", "cost"), [("待发货", 54_00), ("已签收", 54_00), ("交易关闭", None)]
)
def test_a_gift_costs_its_goods_and_its_parcel_unless_it_was_called_off(state, cost):
    line = Line(1, paid=0, state=state, paid_for=True)
    found = sums(booked(replace(ORDER, lines=(line,)), COSTS))
    assert found == ({} if cost is None else {"goods_cost": 50_00, "shipping": 4_00})


def test_a_line_that_nobody_paid_takes_nothing_off_the_others():
    """What it would have been was taken for a refund of what was paid."""
    lines = SENT, replace(SENT, sku_key="B", paid=40_00, state="交易关闭")
    assert sums(booked(replace(ORDER, lines=lines), COSTS))["paid"] == 100_00
    assert back(replace(ORDER, lines=lines)) == []


def test_one_case_is_not_given_to_each_product_of_the_order():
    other = Line(2, paid=50_00, state="已发货")
    order = replace(ORDER, lines=(SENT, other), claims=(EndedCase(LATER, 120_00),))
    entries = booked(order, COSTS)
    assert [(e.product, e.refunded) for e in entries if e.kind == REFUND] == [
        *((1, 100_00), (2, 20_00)),
    ]
    assert [entry.product for entry in entries if entry.lead] == [1]


def test_goods_that_come_back_keep_a_share_of_their_worth_and_cost_their_way():
    order = replace(ORDER, claims=(EndedCase(LATER, 100_00, returned=True),))
    sale, refund = booked(order, COSTS)
    assert sums([refund]) == {
        "refunded": 100_00,
        "cost_returned": 40_00,
        "return_shipping": 3_00,
    }
    assert sale.goods_cost == 50_00 and sale.platform_fee == 0


def test_goods_that_the_buyer_keeps_are_worth_nothing_to_the_shop():
    order = replace(ORDER, claims=(EndedCase(LATER, 100_00, returned=False),))
    assert sums(booked(order, COSTS), REFUND) == {"refunded": 100_00}


def test_an_order_that_failed_before_it_was_sent_cost_nothing():
    line = Line(1, paid=100_00, state="订单失败", paid_for=True)
    assert sums(booked(replace(ORDER, lines=(line,)), COSTS)) == {
        "paid": 100_00,
        "refunded": 100_00,
    }


@pytest.mark.parametrize("state", ["待付款", "订单失败", "交易关闭"])
def test_an_order_that_nobody_paid_is_no_sale(state):
    line = Line(1, paid=100_00, state=state)
    assert booked(replace(ORDER, lines=(line,)), COSTS) == []


def test_a_parcel_counts_once_per_order_and_tracking_number():
    lines = (
        replace(SENT, tracking=("SF1", "SF2")),
        Line(2, paid=10_00, tracking=("SF2",)),
        Line(2, "B", paid=10_00, tracking=("SF3",)),
    )
    entries = booked(replace(ORDER, lines=lines), COSTS)
    assert [(entry.product, entry.shipping) for entry in entries] == [(1, 8_00), (2, 4_00)]


def test_two_orders_under_one_tracking_number_are_a_parcel_each():
    """A number is told per order: what was sent together cannot be told from a number that was
    typed twice or stands for many (a pick-up), and a cost is rather told too high than lost."""
    every = [replace(ORDER, number=number) for number in ("1", "2")]
    shipping = [[entry.shipping for entry in booked(order, COSTS)] for order in every]
    assert shipping == [[4_00], [4_00]]


def test_what_waits_to_be_sent_will_be_a_parcel():
    lines = (Line(1, paid=10_00, state="待发货"), Line(2, paid=10_00, state="待发货"))
    entries = booked(replace(ORDER, lines=lines), COSTS)
    assert [entry.shipping for entry in entries] == [4_00, 0]


def test_goods_without_a_cost_are_marked_with_their_refund():
    order = replace(ORDER, lines=(replace(SENT, product=9),), claims=(CLAIM,))
    entries = booked(order, COSTS)
    assert [entry.costless for entry in entries] == [True, True]
    assert entries[0].goods_cost is None


def test_what_the_seller_did_not_note_is_not_known():
    goods = Costs([UnitCost(1, "", 50_00, BEGIN)])
    (sale,) = booked(replace(ORDER, lines=(replace(SENT, promoted=True),)), goods)
    assert (sale.shipping, sale.platform_fee, sale.commission) == (None, None, None)
    assert not sale.costless


def test_a_commission_is_estimated_on_what_is_kept():
    line = replace(SENT, promoted=True)
    told = replace(ORDER, lines=(replace(line, commission=10_00),), claims=(CLAIM,))
    assert booked(told, COSTS)[0].commission == 6_00
    assert booked(replace(ORDER, lines=(line,), claims=(CLAIM,)), COSTS)[0].commission == 12_00


def test_a_settlement_without_its_order_is_a_sale_of_its_own():
    order = Order("2", DAY, settled=(Settled(LATER, 1, paid=80_00, refund=80_00, quantity=2),))
    assert sums(booked(order, COSTS)) == {
        "paid": 80_00,
        "refunded": 80_00,
        "goods_cost": 100_00,
        "cost_returned": 80_00,
        "shipping": 4_00,
        "return_shipping": 3_00,
    }


def test_an_export_without_amounts_takes_them_from_the_settlement():
    line = replace(SENT, paid=None)
    assert booked(replace(ORDER, lines=(line,)), COSTS) == []
    order = replace(ORDER, lines=(line,), settled=(SETTLED,))
    assert booked(order, COSTS)[0].paid == 100_00


def test_fees_and_penalties_are_of_the_order_once():
    fees = {"insurance": 1_20, "penalties": 5_00, "sent_back": 7_00}
    order = replace(ORDER, lines=(SENT, Line(2, paid=1_00)), **fees)
    found = sums(booked(order, COSTS))
    assert (found["insurance"], found["penalties"], found["return_shipping"]) == (
        *(1_20, 5_00, 7_00),
    )
    (other,) = booked(Order("3", DAY, **fees), COSTS)
    assert (other.kind, other.insurance, other.penalties) == (OTHER, 1_20, 5_00)


FEN = st.integers(0, 10**7)
LINES = st.builds(
    Line,
    product=st.integers(1, 3),
    paid=FEN,
    quantity=st.integers(1, 5),
    state=st.sampled_from(["已发货", "待发货", "退款成功", "订单失败", "待付款", ""]),
    after_sale=st.sampled_from(["", "退款成功", "仅退款 退款成功", "退货退款成功"]),
    paid_for=st.booleans(),
    tracking=st.sampled_from([(), ("A",), ("A", "B")]),
)
DAYS = st.dates(DAY, LATER)
SETTLEMENTS = st.builds(Settled, DAYS, st.integers(1, 3), paid=FEN, refund=FEN, fee=FEN)
ORDERS = st.builds(
    Order,
    st.just("1"),
    st.just(DAY),
    lines=st.lists(LINES, max_size=3),
    settled=st.lists(SETTLEMENTS, max_size=3),
    claims=st.lists(st.builds(EndedCase, DAYS, FEN), max_size=3),
    insurance=FEN,
    penalties=FEN,
)


@given(ORDERS)
def test_no_more_goes_back_than_came_in_and_no_goods_come_back_dearer(order):
    entries = booked(order, COSTS)
    for product in {entry.product for entry in entries}:
        mine = [entry for entry in entries if entry.product == product]
        assert 0 <= sum(entry.refunded for entry in mine) <= sum(entry.paid for entry in mine)
        goods = [entry.goods_cost for entry in mine]
        if None not in goods:
            assert 0 <= sum(entry.cost_returned for entry in mine) <= sum(goods)
    assert sum(entry.insurance for entry in entries) == order.insurance
    assert sum(entry.penalties for entry in entries) == order.penalties
    assert sum(entry.lead for entry in entries) <= 1
    names = [(entry.product, entry.item, entry.day, entry.kind) for entry in entries]
    assert len(set(names)) == len(names)


def test_what_a_case_cost_beyond_its_refund_counts_once_on_its_day():
    ended = replace(ORDER, claims=(EndedCase(LATER, 30_00, cost=12_00),))
    (other,) = [one for one in booked(ended, COSTS) if one.kind == OTHER]
    assert (other.day, other.sold_on, other.penalties) == (LATER, DAY, 12_00)
    assert back(ended) == [(LATER, 30_00)]
    kept = replace(ORDER, claims=(EndedCase(LATER, 0, cost=12_00),))
    assert back(kept) == [] and sums(booked(kept, COSTS))["penalties"] == 12_00
    # The freight that the platform took is in what the seller noted.
    charged = replace(ended, sent_back=8_00)
    found = sums(booked(charged, COSTS))
    assert (found["return_shipping"], found["penalties"]) == (8_00, 4_00)
    settled = replace(ended, settled=(Settled(LATER, 1, paid=100_00, refund=30_00),))
    assert back(settled) == [(LATER, 30_00)]
    assert sums(booked(settled, COSTS))["penalties"] == 12_00


def test_a_noted_cost_takes_the_place_of_the_usual_way_back():
    costs = Costs(
        [UnitCost(1, "", 50_00, BEGIN)],
        [ParcelCost(part, 4_00, BEGIN) for part in ("packaging", "shipping", "return")],
        [CostShare(kind, 0.0, BEGIN) for kind in ("platform_fee", "commission", "returned")],
    )
    returned = replace(ORDER, claims=(EndedCase(LATER, 100_00, returned=True),))
    assert sums(booked(returned, costs))["return_shipping"] == 4_00
    noted = replace(ORDER, claims=(EndedCase(LATER, 100_00, returned=True, cost=6_00),))
    found = sums(booked(noted, costs))
    assert "return_shipping" not in found and found["penalties"] == 6_00


def test_a_case_that_gave_nothing_back_leaves_the_say_to_the_state():
    line = replace(SENT, after_sale="退款成功")
    assert back(replace(ORDER, lines=(line,), claims=(EndedCase(LATER, 0, cost=5_00),))) == [
        (DAY, 100_00)
    ]


@pytest.mark.parametrize(
    ("line", "paid", "gone"),
    [
        (Line(state="已发货"), True, False),
        (Line(state=""), True, False),
        (Line(state="待付款", paid_for=True), False, True),
        (Line(state="等待买家付款"), False, True),
        (Line(state="支付中"), False, False),
        (Line(state="unpaid"), False, True),
        (Line(state="交易关闭"), False, True),
        (Line(state="交易关闭", paid_for=True), True, True),
        (Line(state="退款成功"), True, True),
        (Line(state="交易关闭", after_sale="退款成功"), True, True),
        (Line(state="已签收", after_sale="退款成功"), True, True),
        (Line(state="已签收", after_sale="退款关闭"), True, False),
        (Line(state="已签收", after_sale="部分退款成功"), True, False),
        (Line(state="交易关闭", after_sale="部分退款成功", paid_for=True), True, False),
    ],
)
def test_whether_money_came_in_and_all_of_it_went_back(line, paid, gone):
    assert line.was_paid == paid
    if paid:
        assert line.refunded == gone


@pytest.mark.parametrize(
    ("facts", "cost"),
    [
        ({}, 0),
        ({"shipped": True}, 54_00),
        ({"tracking": ("SF1",)}, 54_00),
        ({"after_sale": "退货退款成功"}, 54_00),
        ({"after_sale": "未退货 退款成功"}, 0),
    ],
)
def test_goods_of_money_that_went_back_cost_nothing_where_they_stayed_in_the_shop(facts, cost):
    line = Line(1, paid=100_00, **{"state": "订单失败", "paid_for": True, **facts})
    (sale, refund) = booked(replace(ORDER, lines=(line,)), COSTS)
    assert refund.refunded == 100_00
    assert sale.goods_cost + sale.shipping == cost


@pytest.mark.parametrize(
    ("returned", "goods", "back"),
    [(None, 0, 0), (False, 0, 0), (True, 50_00, 40_00)],
)
def test_a_case_that_says_goods_came_back_says_that_they_had_left(returned, goods, back):
    line = Line(1, paid=100_00, state="订单失败", paid_for=True)
    order = replace(ORDER, lines=(line,), claims=(EndedCase(LATER, 100_00, returned),))
    sale, refund = booked(order, COSTS)
    assert (sale.goods_cost, refund.cost_returned) == (goods, back)


@pytest.mark.parametrize(
    ("after_sale", "fen", "back"),
    [
        ("退货退款成功", 100_00, 40_00),
        ("退货退款成功", 25_00, 10_00),
        ("仅退款 退款成功", 100_00, 0),
        ("退款成功", 100_00, 40_00),
        ("退款成功", 99_99, 0),
        ("", 33_33, 0),
    ],
)
def test_goods_come_back_by_the_state_else_where_all_was_refunded(after_sale, fen, back):
    lines = (replace(SENT, after_sale=after_sale),)
    order = replace(ORDER, lines=lines, claims=(EndedCase(LATER, fen),))
    (_, refund) = booked(order, COSTS)
    assert (refund.refunded, refund.cost_returned) == (fen, back)
    assert bool(refund.return_shipping) == bool(back)


def test_the_case_of_a_product_says_whether_it_came_back_before_those_of_others():
    claims = (EndedCase(LATER, 50_00, False, product=2), EndedCase(LATER, 100_00, True, product=1))
    entries = booked(replace(ORDER, lines=BOTH, claims=claims), COSTS)
    found = {e.product: (e.refunded, e.cost_returned) for e in entries if e.kind == REFUND}
    assert found == {1: (100_00, 40_00), 2: (50_00, 0)}


@pytest.mark.parametrize(
    ("money", "goods", "worth"),
    [(30_00, 70_00, 100), (20_00, 20_00, 20), (0, 40_00, 40), (40_00, 0, 40), (100_00, 0, 100)],
)
@pytest.mark.parametrize("returned_first", [True, False])
def test_goods_came_back_where_one_of_several_cases_says_so(money, goods, worth, returned_first):
    """The first case of an order had the say: of money given back at once and the goods returned
    later nothing was worth anything."""
    cases = [EndedCase(LATER, money, returned=False), EndedCase(AFTER, goods, returned=True)]
    order = replace(ORDER, claims=tuple(cases[:: -1 if returned_first else 1]))
    found = sums(booked(order, COSTS))
    whole = sums(booked(replace(ORDER, claims=(EndedCase(LATER, 100_00, True),)), COSTS))
    assert found["cost_returned"] == whole["cost_returned"] * worth // 100
    assert found["return_shipping"] == whole["return_shipping"] > 0


def test_options_settled_on_several_days_are_paid_as_the_last_of_them_tells():
    line = replace(SENT, paid=None)
    rows = (
        Settled(LATER, 1, paid=100_00),
        Settled(AFTER, 1, paid=70_00),
        Settled(AFTER, 1, paid=None),
        Settled(AFTER, 1, paid=20_00),
        Settled(LAST, 1, paid=None, refund=1_00),
    )
    for settled in (rows, rows[::-1]):
        sale, *_ = booked(replace(ORDER, lines=(line,), settled=settled), COSTS)
        assert (sale.paid, sale.money_day) == (90_00, LATER)


def test_what_every_row_of_a_settlement_takes_is_summed():
    settled = [Settled(LATER, 1, paid=60_00, fee=1_00, commission=2_00)] * 2
    (sale,) = booked(replace(ORDER, settled=settled), COSTS)
    assert (sale.platform_fee, sale.commission) == (2_00, 4_00)


@pytest.mark.parametrize(
    ("refunds", "more"),
    [
        ([30_00], []),
        ([30_00, 50_00], [(LAST, 20_00)]),
        ([20_00, 50_00], [(LAST, 20_00)]),
        ([50_00, 50_00], [(AFTER, 20_00)]),
        ([50_00, 60_00], [(AFTER, 20_00), (LAST, 10_00)]),
        ([10_00, 60_00], [(LAST, 30_00)]),
    ],
)
def test_what_is_told_anew_takes_off_what_is_more_than_before(refunds, more):
    """A day that tells less does not make the next one tell what was known."""
    days = (AFTER, LAST)
    rows = [replace(SETTLED, on=days[place], refund=fen) for place, fen in enumerate(refunds)]
    assert back(replace(ORDER, settled=(SETTLED, *rows))) == [(LATER, 30_00), *more]


@pytest.mark.parametrize(
    ("noted", "charged", "penalties"),
    [
        ([5_00], 0, [5_00]),
        ([5_00], 5_00, []),
        ([5_00], 6_00, []),
        ([5_00, 4_00], 6_00, [3_00]),
        ([5_00, None, 4_00], 2_00, [3_00, 4_00]),
        ([5_00, 4_00], 0, [5_00, 4_00]),
    ],
)
def test_the_way_back_that_was_charged_is_taken_off_the_noted_costs_once(noted, charged, penalties):
    days = (LATER, AFTER, LAST)
    claims = tuple(EndedCase(days[place], 0, cost=cost) for place, cost in enumerate(noted))
    entries = booked(replace(ORDER, claims=claims, sent_back=charged), COSTS)
    assert [entry.penalties for entry in entries if entry.kind == OTHER] == penalties
    assert sum(entry.return_shipping for entry in entries) == charged


def test_costs_of_two_cases_of_a_day_are_one_entry_of_the_first_product():
    claims = (EndedCase(LATER, 0, cost=5_00), EndedCase(LATER, 0, cost=1_00))
    lines = (Line(9, item="x", paid=1_00, state="已发货"), SENT)
    *_, other = booked(replace(ORDER, lines=lines, claims=claims), COSTS)
    assert (other.kind, other.product, other.penalties, other.money_day) == (OTHER, 9, 6_00, LATER)
    assert other.costless and not other.lead
    assert booked(Order("5", DAY, claims=claims), COSTS) == []


@pytest.mark.parametrize("fees", [{"insurance": 1}, {"penalties": 1}, {"sent_back": 1}])
def test_each_fee_of_an_order_that_is_not_in_the_book_is_an_entry_of_its_day(fees):
    (other,) = booked(Order("3", DAY, **fees), COSTS)
    assert (other.product, other.item, other.kind, other.lead) == (0, "", OTHER, False)
    assert (other.day, other.sold_on, other.money_day) == (DAY, DAY, DAY)
    assert other.insurance + other.penalties + other.return_shipping == 1


@pytest.mark.parametrize("charged", [0, 7_00])
def test_the_usual_way_back_is_not_added_to_what_was_charged(charged):
    order = replace(ORDER, claims=(EndedCase(LATER, 100_00, True),), sent_back=charged)
    assert sums(booked(order, COSTS))["return_shipping"] == (charged or 3_00)


def test_a_way_back_on_another_day_is_another_parcel():
    claims = (EndedCase(LATER, 100_00, True, product=1), EndedCase(AFTER, 50_00, True, product=2))
    entries = booked(replace(ORDER, lines=BOTH, claims=claims), COSTS)
    assert [e.return_shipping for e in entries if e.kind == REFUND] == [3_00, 3_00]


@pytest.mark.parametrize(
    ("commission", "promoted", "refund", "expected"),
    [
        (10_00, False, 0, 10_00),
        (0, True, 0, 0),
        (10_00, True, 33_33, 6_67),
        (10_00, True, 100_00, 0),
        (None, True, 0, 20_00),
        (None, False, 0, 0),
    ],
)
def test_the_orders_own_word_on_its_commission_counts(commission, promoted, refund, expected):
    lines = (replace(SENT, commission=commission, promoted=promoted),)
    claims = (EndedCase(LATER, refund),) if refund else ()
    assert booked(replace(ORDER, lines=lines, claims=claims), COSTS)[0].commission == expected
    gift = replace(ORDER, lines=(replace(lines[0], paid=0),))
    assert booked(gift, COSTS)[0].commission == 0


def test_a_case_that_names_nothing_of_the_order_is_of_its_first_and_of_the_called_by_its_lines():
    def refunded(**facts) -> list[int]:
        lines = (replace(SENT, item="76"), Line(2, item="77", paid=50_00, state="已发货"),
                 Line(0, item="78", paid=50_00, state="已发货"))  # fmt: skip
        claim = EndedCase(LATER, 10_00, **facts)
        entries = booked(replace(ORDER, lines=lines, claims=(claim,)), COSTS)
        return [entry.product for entry in entries if entry.kind == REFUND]

    assert refunded() == refunded(item="99") == refunded(product=9) == refunded(item="76") == [1]
    assert refunded(item="77") == refunded(product=2) == refunded(product=2, item="76x") == [2]
    assert refunded(item="78") == [0]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [(0, 3, 0), (1, 3, 0), (1, 2, 1), (3, 2, 2), (2, 3, 1), (-1, 2, 0), (7, 7, 1)],
)
def test_a_quotient_is_rounded_half_up(above, below, whole):
    assert rounded(above, below) == whole


def test_lines_of_one_product_are_one_sale_whatever_they_are_called_and_others_by_their_name():
    def sales(*lines: Line) -> list[tuple[int, str, int]]:
        entries = booked(replace(ORDER, lines=lines), COSTS)
        return [(e.product, e.item, e.paid) for e in entries if e.kind == SALE]

    one, again = replace(SENT, item="77"), replace(SENT, item="78", paid=5_00)
    assert sales(one, again) == [(1, "", 105_00)]
    bare = (replace(one, product=0), replace(again, product=0))
    assert sales(*bare) == [(0, "77", 100_00), (0, "78", 5_00)]
    assert sales(bare[0], replace(bare[1], item="77")) == [(0, "77", 105_00)]
    settled = (Settled(LATER, 0, "77", 10_00), Settled(AFTER, 0, "79", 10_00, fee=1_00))
    first, other = booked(replace(ORDER, lines=bare, settled=settled[:1]), COSTS)
    assert (first.money_day, other.money_day) == (LATER, None)
    first, other = booked(replace(ORDER, lines=bare, settled=settled[1:]), COSTS)
    assert (first.money_day, first.platform_fee) == (
        AFTER,
        1_00,
    )  # what nobody names is its first's


SILENT = EndedCase(date(2026, 10, 22), 0, untold=True)
PAIR = replace(ORDER, lines=(SENT, OTHER_GOODS))


@pytest.mark.parametrize(
    ("order", "left_out"),
    [
        # one case names its amount, the other does not
        (replace(ORDER, claims=(CLAIM, SILENT)), {1}),
        (replace(ORDER, claims=(SILENT, CLAIM)), {1}),
        (replace(ORDER, claims=(replace(CLAIM, refund=100_00), SILENT)), set()),
        (replace(PAIR, claims=(replace(CLAIM, product=1), replace(SILENT, product=2))), {2}),
        (replace(PAIR, claims=(replace(CLAIM, product=1), replace(SILENT, product=1))), {1}),
        (replace(PAIR, claims=(replace(CLAIM, product=1), SILENT)), {1, 2}),
        # a settlement tells of what was until then
        (replace(ORDER, settled=(SETTLED,), claims=(SILENT,)), set()),
        (replace(ORDER, settled=(SETTLED,), claims=(replace(SILENT, on=LATER),)), set()),
        (
            replace(ORDER, settled=(SETTLED,), claims=(replace(SILENT, on=date(2026, 11, 4)),)),
            {1},
        ),
        # the state knows of the refund that a case names
        (replace(ORDER, lines=(replace(SENT, after_sale="部分退款"),), claims=(CLAIM,)), set()),
    ],
)
def test_one_refund_that_is_told_does_not_stand_for_another(order, left_out):
    """The second of two refunds was taken for nothing, as soon as anything named the first."""
    sales = [one for one in booked(order, COSTS) if one.kind == SALE]
    assert {one.product for one in sales if one.costless == UNTOLD} == left_out
    for one in booked(order, COSTS):  # with the refunds that are known of it
        assert (one.costless == UNTOLD) is (one.product in left_out)
