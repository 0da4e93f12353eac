"""The figures of a month: what is known, what is not, and which days they are of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.month import (
    CasesOfMonth,
    DepositMoves,
    MonthFigures,
    MonthReport,
    Settlement,
    ShippingKept,
    span_beside,
    span_of,
)
from ksdesk.domain.promotion.breakdown import GoodProfit, Profit
from ksdesk.domain.promotion.profit import NOTHING, Earned

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
AT = datetime(2026, 11, 18, 10, 20)


def entry(day: date, amount: int, kind: str = "top_up") -> Entry:
    return Entry(id=day.toordinal(), account="own", kind=kind, amount=amount, day=day)


def month(**values: object) -> MonthFigures:
    profit = Profit(Earned(**values.pop("whole", {})), spend=values.pop("spend", 0))
    return MonthFigures(FIRST, LAST, replace(profit, goods=values.pop("goods", ())), **values)


def good(number: int, stays: int, orders: int = 1, left_out: int = 0) -> GoodProfit:
    sales = replace(NOTHING, paid=stays)
    return GoodProfit((number, ""), str(number), Earned(sales, orders, left_out=left_out))


def test_moves_of_a_deposit_are_those_from_the_first_to_the_last_day():
    before, after = FIRST - timedelta(1), LAST + timedelta(1)
    entries = [
        entry(before, 500_00),
        entry(FIRST, 20_00),
        entry(FIRST + timedelta(3), -7_00, "penalty"),
        entry(LAST, 30_00),
        entry(after, 1_00),
    ]
    found = DepositMoves.of("own", entries, FIRST, LAST)
    assert found == DepositMoves(
        "own", 500_00, (("top_up", 2, 50_00), ("penalty", 1, -7_00)), 543_00
    )


def test_what_has_not_arrived_is_known_only_where_movements_are():
    settled = Settlement(1, 100, 0, 0, 0, 90, received=60)
    assert settled.outstanding == 30
    assert replace(settled, received=None).outstanding is None


@pytest.mark.parametrize(
    ("kept", "late", "share"), [(3, 1, 0.75), (0, 2, 0.0), (2, 0, 1.0), (0, 0, None)]
)
def test_the_share_sent_in_time_counts_what_is_decided(kept, late, share):
    assert ShippingKept(kept, late, open=9).share == share


def test_an_empty_month_knows_nothing():
    found = month()
    assert found.empty
    assert not found.sold
    assert (found.paid, found.refunded, found.spend, found.net, found.orders) == (None,) * 5
    assert found.best == found.lost == ()


@pytest.mark.parametrize(
    "told",
    [
        {"whole": {"orders": 1}},
        {"whole": {"left_out": 1}},
        {"whole": {"left_refunded": 1}},
        {"spend": 1},
        {"settlement": Settlement(0, 0, 0, 0, 0, 0)},
        {"deposits": (DepositMoves("shop", 0, (("top_up", 1, 0),), 0),)},
        {"shipping": ShippingKept(0, 0, 1)},
        {"cases": CasesOfMonth(1, 0, None)},
        {"cases": CasesOfMonth(0, 1, None)},
        {"lives": 1},
        {"new_fans": 0},
        {"lost_fans": 0},
    ],
)
def test_a_month_of_which_anything_is_told_is_not_empty(told):
    assert not month(**told).empty


@pytest.mark.parametrize(
    "still",
    [
        {"deposits": (DepositMoves("shop", 5, (), 5),)},
        {"cases": CasesOfMonth(0, 0, None)},
    ],
)
def test_an_account_that_stands_still_and_no_cases_are_nothing(still):
    assert month(**still).empty


def test_figures_of_a_month_with_orders():
    sales = replace(NOTHING, paid=100_00, refunded=10_00)
    whole = {"sales": sales, "orders": 2, "leads": 3, "left_out": 1, "left_paid": 5_00}
    found = month(whole=whole, spend=20_00)
    assert (found.paid, found.refunded, found.orders) == (105_00, 10_00, 3)
    assert (found.spend, found.net) == (20_00, 70_00)
    assert month(whole={"orders": 1}).spend == 0, "no spend is known to be none"
    assert month(spend=5).spend == 5


def test_nothing_stays_that_is_known_where_no_order_has_a_cost():
    assert month(whole={"left_out": 2, "leads": 2}).net is None
    assert month(whole={"left_refunded": 5}).net == 0, "only refunds"


def test_the_five_best_earn_and_the_best_is_first():
    goods = tuple(good(n, n * 100) for n in range(7))
    assert [one.title for one in month(goods=goods).best] == ["6", "5", "4", "3", "2"]
    assert month(goods=(good(1, 0), good(2, -5))).best == ()
    assert month(goods=(good(1, 500, orders=0, left_out=1),)).best == (), "its cost is not known"
    assert [one.title for one in month(goods=(good(1, -5), good(2, -9), good(3, 1))).lost] == [
        "2",
        "1",
    ]


def test_a_month_runs_until_its_last_day_is_in_it():
    assert not MonthReport("店", AT, month()).running
    assert MonthReport("店", AT, replace(month(), last=LAST - timedelta(1))).running
    assert MonthReport("店", AT, month()).before is None


def test_the_month_of_today_ends_today_and_others_with_their_last_day():
    today = AT.date()
    assert span_of(today, today) == (FIRST, today)
    assert span_of(FIRST, FIRST) == (FIRST, FIRST)
    assert span_of(date(2026, 10, 5), today) == (date(2026, 10, 1), date(2026, 10, 31))
    assert span_of(date(2026, 12, 5), today) == (date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "beside", "span"),
    [
        ((2026, 11, 1), (2026, 11, 30), "before", ((2026, 10, 1), (2026, 10, 31))),
        ((2026, 11, 1), (2026, 11, 30), "year", ((2025, 11, 1), (2025, 11, 30))),
        ((2026, 11, 1), (2026, 11, 18), "before", ((2026, 10, 1), (2026, 10, 18))),
        ((2026, 3, 1), (2026, 3, 30), "before", ((2026, 2, 1), (2026, 2, 28))),
        ((2026, 11, 1), (2026, 11, 30), "none", None),
    ],
)
def test_what_stands_beside_has_the_same_days(first, last, beside, span):
    found = span_beside(date(*first), date(*last), beside)
    assert found == (span and tuple(date(*day) for day in span))
