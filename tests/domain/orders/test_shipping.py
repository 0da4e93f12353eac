"""When an order must be shipped, by what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.orders.shipping import promise
from ksdesk.domain.rulebook import RuleBook

PAID = datetime(2026, 9, 30, 22, 15)  # the evening before a week of holidays
ORDERS = datetime(2026, 10, 2, 12, 0)
NOTICE = datetime(2026, 10, 9, 18, 0)
RULES = RuleBook.load().on(date(2026, 9, 30))


@dataclass
class Order:
    paid_at: datetime | None = PAID
    ship_by: datetime | int | None = None
    notice_until: datetime | None = None
    presale_days: int | None = None
    promise_hours: float | None = None
    blocked: bool | None = None


@pytest.mark.parametrize(
    ("order", "due", "basis"),
    [
        (Order(), None, "unknown"),
        (Order(promise_hours=48), datetime(2026, 10, 2, 22, 15), "promise"),
        (Order(promise_hours=24), datetime(2026, 10, 1, 22, 15), "promise"),
        (Order(promise_hours=-1), None, "unknown"),
        (Order(promise_hours=0), None, "blocked"),
        (Order(promise_hours=48, paid_at=None), None, "unknown"),
        (Order(presale_days=7, promise_hours=48), datetime(2026, 10, 7, 22, 15), "presale"),
        (Order(presale_days=0, promise_hours=48), datetime(2026, 10, 2, 22, 15), "promise"),
        (Order(presale_days=7, paid_at=None), None, "unknown"),
        (Order(notice_until=NOTICE, presale_days=7, paid_at=None), NOTICE, "notice"),
        (Order(ship_by=ORDERS, notice_until=NOTICE, promise_hours=0), ORDERS, "order"),
        (Order(ship_by=ORDERS, paid_at=None), ORDERS, "order"),
        (Order(ship_by=0, notice_until=NOTICE), None, "blocked"),
        (Order(ship_by=ORDERS, blocked=True), None, "blocked"),
        (Order(ship_by=ORDERS, blocked=False), ORDERS, "order"),
        # A cell that is damaged: no such date.
        (Order(promise_hours=1e9), None, "unknown"),
        (Order(promise_hours=float("inf")), None, "unknown"),
        (Order(promise_hours=float("nan")), None, "unknown"),
        (Order(presale_days=10**12), None, "unknown"),
    ],
)
def test_what_is_nearest_to_the_platform_counts(order: Order, due: datetime, basis: str) -> None:
    made = promise(order, RULES)
    assert (made.due, made.basis) == (due, basis)
    assert (made.rule is None) == (basis == "unknown")


@given(hours=st.sampled_from([24, 48, 72]), paid=st.datetimes(datetime(2020, 1, 1)))
def test_no_day_is_skipped(hours: int, paid: datetime) -> None:
    made = promise(Order(paid_at=paid, promise_hours=hours), RULES)
    assert made.due == paid + timedelta(hours=hours)
