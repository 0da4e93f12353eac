"""What is to be shipped, by the time left and on what it rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ksdesk.domain.orders.queue import (
    WaitingOrder,
    is_blocked,
    is_urged,
    pressing,
    queued,
)
from ksdesk.domain.orders.shipping import late_cost
from ksdesk.domain.orders.work import OrderWork, TrackedParcel
from ksdesk.domain.rulebook import RuleBook

NOW = datetime(2026, 11, 18, 10, 20)
RULES = RuleBook.load().on(NOW.date())
PAID = NOW - timedelta(hours=30)
DUE = NOW + timedelta(hours=5)


def test_overdue_comes_first_then_what_is_urged_then_by_time_left():
    parcel = TrackedParcel("顺丰", "SF1234567", NOW)
    orders = [
        WaitingOrder(1, "later", ship_by=NOW + timedelta(days=2)),
        WaitingOrder(2, "stopped", ship_by=0),
        WaitingOrder(3, "soon", ship_by=DUE),
        WaitingOrder(4, "numbered", ship_by=DUE, work=OrderWork("numbered", parcels=(parcel,))),
        WaitingOrder(5, "urged", ship_by=NOW + timedelta(days=3), urged=True),
        WaitingOrder(6, "unknown", paid_at=PAID),
        WaitingOrder(7, "overdue", ship_by=NOW - timedelta(minutes=1)),
        WaitingOrder(8, "more overdue", ship_by=NOW - timedelta(hours=3)),
    ]
    queue = queued(orders, RULES, {}, NOW)
    names = "more overdue,overdue,urged,soon,later,unknown,numbered,stopped"
    assert ",".join(one.order.order_no for one in queue.rows) == names
    assert [one.order.id for one in pressing(queue.rows, NOW).late] == [8, 7]
    assert [one.order.id for one in queue.unknown()] == [6]
    assert [one.order.id for one in queue.blocked()] == [2]
    groups = "late,late,urged,today,later,unknown,numbered,blocked"
    assert ",".join(one.group for one in queue.rows) == groups


@pytest.mark.parametrize(
    ("due", "group"),
    [
        (NOW, "today"),
        (NOW.replace(hour=23, minute=59), "today"),
        (datetime(2026, 11, 19), "tomorrow"),
        (datetime(2026, 11, 19, 23, 59), "tomorrow"),
        (datetime(2026, 11, 20), "later"),
        (NOW - timedelta(seconds=1), "late"),
    ],
)
def test_the_day_of_its_promise_is_what_an_order_stands_under(due, group):
    (one,) = queued([WaitingOrder(1, "1", ship_by=due)], RULES, {}, NOW).rows
    assert one.group == group


@pytest.mark.parametrize(
    ("paid_at", "due", "gone"),
    [
        (NOW - timedelta(hours=36), NOW + timedelta(hours=12), 0.75),
        (None, NOW + timedelta(hours=12), 0.75),  # two days where the payment is unknown
        (None, NOW + timedelta(days=9), 0.0),
        (NOW - timedelta(hours=3), NOW - timedelta(hours=1), 1.0),
        (NOW + timedelta(hours=2), NOW + timedelta(hours=1), 1.0),
    ],
)
def test_how_much_of_the_time_is_gone(paid_at, due, gone):
    (one,) = queued([WaitingOrder(1, "1", paid_at=paid_at, ship_by=due)], RULES, {}, NOW).rows
    assert one.gone(NOW) == pytest.approx(gone)


def test_without_a_promise_no_time_is_gone():
    waiting = [WaitingOrder(1, "1"), WaitingOrder(2, "2", ship_by=0)]
    assert [one.gone(NOW) for one in queued(waiting, RULES, {}, NOW).rows] == [None, None]


def test_an_order_that_has_its_number_is_late_no_more():
    done = OrderWork("1", parcels=(TrackedParcel("", "SF1234567", NOW),))
    late = WaitingOrder(1, "1", paid=10_000, ship_by=NOW - timedelta(hours=1), work=done)
    assert not pressing(queued([late], RULES, {}, NOW).rows, NOW)


@pytest.mark.parametrize(
    ("order", "basis", "hours"),
    [
        (
            WaitingOrder(1, "1", paid_at=PAID, ship_by=DUE, notice_until=NOW, blocked=True),
            "blocked",
            0,
        ),
        (WaitingOrder(1, "1", paid_at=PAID, ship_by=DUE, notice_until=NOW), "order", 35),
        (WaitingOrder(1, "1", paid_at=PAID, notice_until=DUE, presale_days=9), "notice", 35),
        (WaitingOrder(1, "1", paid_at=PAID, presale_days=3, promise_hours=48), "presale", 72),
        (WaitingOrder(1, "1", paid_at=PAID, promise_hours=48), "promise", 48),
        (WaitingOrder(1, "1", paid_at=PAID, promise_hours=-1), "unknown", 0),
        (WaitingOrder(1, "1", promise_hours=48), "unknown", 0),
    ],
)
def test_on_what_a_promise_rests(order, basis, hours):
    (one,) = queued([order], RULES, {}, NOW).rows
    assert one.promise.basis == basis
    assert one.promise.due == (PAID + timedelta(hours=hours) if hours else None)


@pytest.mark.parametrize(
    ("paid", "cost"),
    [(11_980, 1_198), (100, 500), (4_999, 500), (5_005, 501), (1_000_000, 3_000), (None, None)],
)
def test_a_delay_costs_a_tenth_within_its_bounds(paid, cost):
    assert late_cost(paid, RULES) == cost


def test_the_delay_of_a_gift_has_no_price():
    """The least of an order, ¥5, was added to what the late ones may cost."""
    orders = [WaitingOrder(n, str(n), paid, gift_no="9") for n, paid in ((1, 0), (2, 119_80))]
    costs = {one.order.id: one.cost for one in queued(orders, RULES, {}, NOW).rows}
    assert costs == {1: None, 2: 11_98}


def test_pickup_is_known_once_the_seller_says_the_hours():
    work = OrderWork(
        "1", parcels=(TrackedParcel("", "SF1234567", NOW), TrackedParcel("", "SF2", PAID))
    )
    order = WaitingOrder(1, "1", ship_by=DUE, work=work)
    assert queued([order], RULES, {}, NOW).rows[0].pickup_by is None
    known = queued([order], RULES, {"pickup": 24}, NOW).rows[0]
    assert known.pickup_by == PAID + timedelta(hours=24)


@pytest.mark.parametrize(
    ("named", "note", "urged"),
    [
        ({"催发货": "是"}, "", True),
        ({"是否优先发货": 1.0}, "", True),
        ({"催发货": "否"}, "", False),
        ({"催发货次数": 0.0}, "", False),
        ({}, "买家催发货了", True),
        ({"备注": "催发货"}, "", False),
    ],
)
def test_what_a_file_asks_to_ship_first(named, note, urged):
    assert is_urged(named, note) is urged


def test_what_the_platform_stops():
    assert is_blocked({"履约拦截": 1.0}) and is_blocked({"riskCode": "10001"})
    assert not is_blocked({"履约拦截": 0.0}) and not is_blocked({"催发货": "是"})


def test_what_presses_is_late_or_due_before_the_day_is_over():
    done = OrderWork("done", parcels=(TrackedParcel("", "SF1234567", NOW),))
    orders = [
        WaitingOrder(1, "tonight", ship_by=datetime(2026, 11, 18, 23, 59)),
        WaitingOrder(2, "tomorrow", ship_by=datetime(2026, 11, 19, 0, 1)),
        WaitingOrder(3, "late", paid=10_000, ship_by=NOW - timedelta(minutes=1)),
        WaitingOrder(4, "now", ship_by=NOW),
        WaitingOrder(5, "done", ship_by=NOW - timedelta(days=1), work=done),
        WaitingOrder(6, "stopped", ship_by=0),
        WaitingOrder(7, "unknown"),
    ]
    rows = queued(orders, RULES, {}, NOW).rows
    found = pressing(rows, NOW)
    assert [one.order.order_no for one in found.late] == ["late"]
    assert [one.order.order_no for one in found.near] == ["now", "tonight"]
    assert (len(found), found.cost) == (3, late_cost(10_000, RULES))
    evening = pressing(rows, datetime(2026, 11, 18, 23, 0))
    assert [one.order.order_no for one in evening.near] == ["tonight", "tomorrow"]


def groups(*orders: WaitingOrder) -> set[frozenset[int]]:
    queue = queued(orders, RULES, {}, NOW)
    return {
        frozenset(one.order.id for one in queue.together(order.id))
        for order in orders
        if queue.together(order.id)
    }


def test_what_can_go_in_one_parcel_is_one_buyers_to_one_place_or_a_gift():
    def order(number: int, **facts) -> WaitingOrder:
        whole = {"ship_by": DUE, "buyer": "x", "place": "陕西西安", **facts}
        return WaitingOrder(number, str(number), **whole)

    done = OrderWork("3", parcels=(TrackedParcel("", "SF1234567", NOW),))
    assert groups(order(1), order(2)) == {frozenset({1, 2})}
    assert groups(order(1), order(2), order(3)) == {frozenset({1, 2, 3})}
    assert groups(order(1), order(2, place="陕西咸阳")) == set()
    assert groups(order(1), order(2, buyer="y")) == set()
    assert groups(order(1, buyer=""), order(2, buyer="")) == set()
    assert groups(order(1), order(2, work=done)) == set()
    assert groups(order(1), order(2, ship_by=0)) == set()
    assert groups(order(1, buyer=""), order(2, buyer="", gift_no="1")) == {frozenset({1, 2})}
    assert groups(order(1), order(2, buyer="z", gift_no="1"), order(3)) == {frozenset({1, 2, 3})}
    assert groups(order(2, buyer="", gift_no="9"), order(1)) == set()
    assert groups(order(1), order(2), order(3, buyer="y"), order(4, buyer="y")) == {
        frozenset({1, 2}), frozenset({3, 4}),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("now", "due", "near"),
    [
        (NOW, datetime(2026, 11, 18, 23, 59, 59), True),
        (NOW, datetime(2026, 11, 19), False),
        (datetime(2026, 11, 18, 20), datetime(2026, 11, 19, 4), True),
        (datetime(2026, 11, 18, 20), datetime(2026, 11, 19, 4, 0, 1), False),
    ],
)
def test_what_presses_is_due_today_or_within_eight_hours(now, due, near):
    found = pressing(queued([WaitingOrder(1, "1", ship_by=due)], RULES, {}, now).rows, now)
    assert (len(found.near), len(found.late)) == (int(near), 0)


def test_among_equals_what_was_paid_first_goes_first():
    orders = [
        WaitingOrder(4, "4", paid_at=NOW, ship_by=DUE),
        WaitingOrder(3, "3", ship_by=DUE),
        WaitingOrder(2, "2", paid_at=PAID, ship_by=DUE),
        WaitingOrder(1, "1", ship_by=DUE),
    ]
    assert [one.order.id for one in queued(orders, RULES, {}, NOW).rows] == [2, 4, 1, 3]


def test_an_urged_order_without_a_moment_stands_with_the_urged_and_one_that_is_late_with_the_late():
    orders = [WaitingOrder(1, "1", urged=True), WaitingOrder(2, "2", urged=True, ship_by=PAID)]
    rows = queued(orders, RULES, {}, NOW).rows
    assert [(one.order.id, one.group) for one in rows] == [(2, "late"), (1, "urged")]


def test_parcels_that_are_on_their_way_are_no_numbers_of_what_waits():
    parcels = (TrackedParcel("", "SF1", NOW, sent_at=NOW), TrackedParcel("", "SF2", PAID))
    work = OrderWork("1", parcels=parcels)
    order = WaitingOrder(1, "1", ship_by=DUE, work=work)

    def one(*gone: str):
        return queued([replace(order, gone=gone)], RULES, {"pickup": 1}, NOW).rows[0]

    assert (one().done, one().sent, one().pickup_by) == (True, False, PAID + timedelta(hours=1))
    assert (one("SF2").done, one("SF2").sent) == (True, True)
    assert one("SF2").pickup_by == NOW + timedelta(hours=1)
    assert (one("SF1", "SF2").done, one("SF1", "SF2").pickup_by) == (False, None)


@pytest.mark.parametrize(
    "no", ["", "0", "0.0", "否", "无", "未", "False", "NO", "-", "--", " 否 ", None]
)
def test_what_says_no(no):
    assert not is_blocked({"风控": no}) and not is_urged({"加急": no})
    assert is_blocked({"风控": 1}) and is_urged({"加急": "加"})
