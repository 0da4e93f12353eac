"""The spans of a month and its quarter, and what a deposit moved in it."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.month import (
    BookIncome,
    DepositMoves,
    QuarterCheck,
    TaxFigure,
    quarter_end,
    quarter_of,
    span_beside,
    span_of,
)

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("month", "span"),
    [
        ("2024-02-10", ("2024-02-01", "2024-02-29")),
        ("2026-02-28", ("2026-02-01", "2026-02-28")),
        ("2026-11-01", ("2026-11-01", "2026-11-18")),
        ("2026-12-05", ("2026-12-01", "2026-12-31")),
        ("2025-12-31", ("2025-12-01", "2025-12-31")),
    ],
)
def test_a_month_has_its_own_days_and_one_that_runs_ends_today(month, span):
    found = span_of(date.fromisoformat(month), TODAY)
    assert found == tuple(map(date.fromisoformat, span))


@pytest.mark.parametrize(
    ("first", "last", "beside", "span"),
    [
        ("2026-03-01", "2026-03-31", "before", ("2026-02-01", "2026-02-28")),
        ("2026-03-01", "2026-03-30", "before", ("2026-02-01", "2026-02-28")),
        ("2026-11-01", "2026-11-18", "before", ("2026-10-01", "2026-10-18")),
        ("2026-02-01", "2026-02-28", "before", ("2026-01-01", "2026-01-31")),
        ("2026-01-01", "2026-01-31", "before", ("2025-12-01", "2025-12-31")),
        ("2025-02-01", "2025-02-28", "year", ("2024-02-01", "2024-02-29")),
        ("2026-11-01", "2026-11-18", "year", ("2025-11-01", "2025-11-18")),
    ],
)
def test_whole_months_stand_beside_whole_ones_and_days_beside_the_same_days(
    first, last, beside, span
):
    found = span_beside(date.fromisoformat(first), date.fromisoformat(last), beside)
    assert found == tuple(map(date.fromisoformat, span))


def test_nothing_stands_beside_where_nothing_is_wanted():
    assert span_beside(date(2026, 10, 1), date(2026, 10, 31), "none") is None


def test_a_deposit_moves_from_its_opening_to_its_closing():
    days = (("2026-09-30", "paid_in", 500), ("2026-10-01", "deduction", -30))
    days += (("2026-10-31", "deduction", -6), ("2026-10-31", "paid_in", 36))
    days += (("2026-11-01", "paid_in", 99),)
    entries = [Entry("own", date.fromisoformat(day), kind, fen) for day, kind, fen in days]
    found = DepositMoves.of("own", entries, date(2026, 10, 1), date(2026, 10, 31))
    assert (found.opening, found.closing) == (500, 500)
    assert found.moves == (("deduction", 2, -36), ("paid_in", 1, 36))


def test_quarters_begin_and_end_with_their_months():
    assert [quarter_of(date(2026, month, 28)).month for month in range(1, 13)] == [
        *(1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10)
    ]
    assert quarter_end(date(2025, 10, 1)) == date(2025, 12, 31)
    with pytest.raises(ValueError, match="quarter"):
        TaxFigure(date(2026, 2, 1), "paid")


def test_what_one_of_both_does_not_know_is_no_difference():
    figure = TaxFigure(date(2026, 7, 1), "paid", gross=100, refunds=None, net=90)
    months = (None, BookIncome(70, 10), BookIncome(20, 0))
    check = QuarterCheck(date(2026, 7, 1), date(2026, 9, 30), figure, {"paid": months})
    found = [check.difference("paid", name) for name in ("gross", "refunds", "net")]
    assert found == [10, None, 10] and not check.running
    empty = QuarterCheck(date(2026, 7, 1), TODAY, figure, {"paid": (None, None, None)})
    assert empty.total("paid") is None and empty.difference("paid", "gross") is None
