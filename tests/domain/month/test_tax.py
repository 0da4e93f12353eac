"""A quarter held against what the platform reports of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ksdesk.domain.month import BookIncome, QuarterCheck, TaxFigure, quarter_end, quarter_of
from ksdesk.domain.promotion.profit import NOTHING, Earned

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("month", "first", "last"), [(1, 1, 31), (3, 1, 31), (4, 4, 30), (6, 4, 30), (12, 10, 31)]
)
def test_the_days_of_a_quarter(month, first, last):
    begins = quarter_of(date(2026, month, 17))
    assert begins == date(2026, first, 1)
    assert quarter_end(begins) == date(2026, first + 2, last)


def test_a_figure_is_of_a_whole_quarter_and_a_known_basis():
    figure = TaxFigure(quarter=FIRST, basis="paid")
    assert not figure.told
    assert all(replace(figure, **{name: 0}).told for name in ("gross", "refunds", "net"))
    for wrong in ({"quarter": date(2026, 11, 1)}, {"basis": "other"}):
        with pytest.raises(ValueError, match="no quarter or basis"):
            TaxFigure(**{"quarter": FIRST, "basis": "paid"} | wrong)


def test_income_counts_orders_without_a_cost_too():
    costed = Earned(replace(NOTHING, paid=100, refunded=30), 1)
    left = Earned(left_out=1, left_paid=50, left_refunded=5)
    assert BookIncome.of([costed, left]) == BookIncome(150, 35)
    assert BookIncome.of([costed, left]).net == 115
    assert BookIncome.of([]) is None


def test_a_difference_is_platform_less_book_where_both_know():
    figure = TaxFigure(quarter=FIRST, basis="paid", gross=200, net=0)
    months = {"paid": (BookIncome(100, 10), None, BookIncome(50, 5)), "settled": (None, None)}
    check = QuarterCheck(FIRST, LAST, figure, months)
    assert check.total("paid") == BookIncome(150, 15)
    assert check.difference("paid", "gross") == 50
    assert check.difference("paid", "net") == -135, "nothing reported is a figure"
    assert check.difference("paid", "refunds") is None
    assert check.total("settled") is check.difference("settled", "gross") is None
    assert replace(check, figure=None).difference("paid", "gross") is None


def test_a_quarter_runs_until_its_last_day():
    assert QuarterCheck(FIRST, date(2026, 12, 30), None, {}).running
    assert not QuarterCheck(FIRST, LAST, None, {}).running
