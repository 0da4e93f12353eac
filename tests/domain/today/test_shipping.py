"""What orders ask for on 今日: by hand, order by order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from ksdesk.domain.orders.queue import WaitingOrder, queued
from ksdesk.domain.orders.shipping import late_cost
from ksdesk.domain.orders.work import OrderWork, TrackedParcel
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.today.shipping import shipments

NOW = datetime(2026, 11, 18, 10, 20)
RULES = RuleBook.load().on(NOW.date())


def order(n: int, hours: float | None, **more) -> WaitingOrder:
    by = None if hours is None else NOW + timedelta(hours=hours)
    return WaitingOrder(n, f"26{n:04d}", 10_000, ship_by=by, **more)


def parcel(sent: bool, hours_ago: float = 1) -> OrderWork:
    at = NOW - timedelta(hours=hours_ago)
    return OrderWork("", parcels=(TrackedParcel("SF", "1", at, at if sent else None),))


def said(*orders: WaitingOrder, hours=None, now=NOW) -> list[tuple]:
    found = shipments(queued(orders, RULES, hours or {}, now), now)
    return [(i.code, i.group, i.level, i.target, i.facts["count"]) for i in found]


@pytest.mark.parametrize(
    ("hours", "code", "group"),
    [
        (-0.01, "orders_late", "now"),
        (0, "orders_due", "now"),
        (2, "orders_due", "now"),
        (2.01, "orders_due", "today"),
        (13.6, "orders_due", "today"),
        (13.7, "", ""),  # tomorrow
        (None, "orders_untimed", "remind"),
    ],
)
def test_an_order_by_the_time_that_is_left(hours, code, group):
    found = said(order(1, hours))
    assert [(one[0], one[1]) for one in found] == ([(code, group)] if code else [])


def test_what_falls_due_in_the_night_is_told_in_the_evening():
    late = NOW.replace(hour=23)
    due = WaitingOrder(1, "260001", ship_by=late + timedelta(hours=5))
    assert said(due, now=late) == [("orders_due", "today", "plain", "260001", 1)]


def test_orders_of_a_kind_are_one_item_that_leads_to_the_first():
    found = said(order(1, -1), order(2, -3), order(3, 1), order(4, 6), order(5, 5))
    assert found == [
        ("orders_late", "now", "bad", "260002", 2),
        ("orders_due", "now", "warn", "260003", 1),
        ("orders_due", "today", "plain", "260005", 2),
    ]


def test_what_is_late_says_what_it_may_cost():
    (item,) = shipments(queued([order(1, -1), order(2, -1)], RULES, {}, NOW), NOW)
    assert item.facts["cost"] == 2 * (late_cost(10_000, RULES) or 0)
    assert item.due == NOW - timedelta(hours=1)


def test_what_must_not_be_shipped_is_not_asked_for():
    assert said(order(1, -1, blocked=True), order(2, None, blocked=True, urged=True)) == []


def test_an_order_with_a_number_waits_for_the_platform_alone():
    assert said(order(1, -1, work=parcel(sent=False))) == [
        ("numbers_unsent", "today", "plain", "260001", 1)
    ]
    assert said(order(1, -1, work=parcel(sent=True))) == []


def test_a_parcel_that_nobody_picked_up_runs_by_the_sellers_own_hours():
    lying = order(1, 40, work=parcel(sent=True, hours_ago=13))
    assert said(lying, hours={"pickup": 12}) == [("pickup_late", "today", "warn", "260001", 1)]
    assert said(lying, hours={"pickup": 14}) == said(lying) == []


def test_who_asked_to_go_first_is_told_once():
    far, near, untimed = (order(n, left, urged=True) for n, left in ((1, 40), (2, 1), (3, None)))
    assert said(far, near, untimed) == [
        ("orders_due", "now", "warn", "260002", 1),
        ("orders_urged", "today", "warn", "260001", 2),
    ]


def test_it_is_another_thing_when_another_order_joins_and_the_same_when_one_leaves():
    def name(*orders: WaitingOrder) -> tuple[str, str]:
        (item,) = shipments(queued(orders, RULES, {}, NOW), NOW)
        return item.name

    both = name(order(1, -1), order(2, -2))
    assert name(order(2, -2)) == both
    assert name(order(1, -1), order(2, -2), order(3, -1)) != both
