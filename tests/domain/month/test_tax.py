"""A quarter held against what the platform reports of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ksdesk.domain.month import (
    BookIncome,
    BookOrder,
    QuarterCheck,
    TaxFigure,
    TaxPart,
    gaps,
    quarter_end,
    quarter_of,
)
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


SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 1)
BOOK = {
    "1": BookOrder(BookIncome(100, 0), OCTOBER, "柿饼"),
    "2": BookOrder(BookIncome(60, 10), OCTOBER),
    "3": BookOrder(BookIncome(0, 90), SEPTEMBER),
    "4": BookOrder(BookIncome(40, 0), OCTOBER),
}
PARTS = (
    TaxPart(OCTOBER, "1", 100, 30, 70),
    TaxPart(OCTOBER, "2", 35, None, 25),
    TaxPart(OCTOBER, "2", 35, None, 25),
    TaxPart(OCTOBER, "3", 90, 90, 0),
    TaxPart(OCTOBER, "5", 7, 0, 7),
    TaxPart(OCTOBER, "6", 8, 0, 8),
)


@pytest.mark.parametrize("name", ["gross", "refunds", "net"])
def test_the_orders_that_differ_add_up_to_the_difference(name):
    found = gaps(name, PARTS, BOOK, {"6": SEPTEMBER})
    platform = sum(getattr(part, name) or 0 for part in PARTS)
    book = sum(getattr(one.income, name) for one in BOOK.values())
    assert sum(gap.difference for gap in found) == platform - book
    assert all(gap.difference for gap in found), "what agrees is not listed"
    sizes = [abs(gap.difference) for gap in found]
    assert sizes == sorted(sizes, reverse=True)


def test_an_order_says_on_which_side_it_is_missing():
    found = {gap.order: gap for gap in gaps("gross", PARTS, BOOK, {"6": SEPTEMBER})}
    assert {order: gap.kind for order, gap in found.items()} == {
        "2": "amount", "3": "elsewhere", "4": "book", "5": "platform", "6": "elsewhere"
    }  # fmt: skip
    assert (found["3"].book, found["3"].sold_on) == (None, SEPTEMBER)
    assert (found["4"].platform, found["5"].book) == (None, None)
    refunds = {gap.order: gap for gap in gaps("refunds", PARTS, BOOK, {})}
    assert {order: gap.kind for order, gap in refunds.items()} == {"1": "amount", "2": "amount"}


def test_months_are_told_where_every_row_has_one_and_add_up_to_the_quarter():
    figure = TaxFigure(quarter=FIRST, basis="paid", gross=230)
    months = {"paid": (BookIncome(100, 10), None, BookIncome(50, 5))}
    parts = (TaxPart(FIRST, "", 90), TaxPart(date(2026, 11, 1), "", 140))
    check = QuarterCheck(FIRST, LAST, figure, months, parts)
    assert check.monthly and not check.by_order
    found = [check.difference("paid", "gross", month) for month in check.begins]
    assert found == [-10, 140, -50]
    assert sum(found) == check.difference("paid", "gross") == 80
    assert check.differing() == tuple(("paid", month, "gross") for month in check.begins)
    loose = replace(check, parts=(*parts, TaxPart(None, "", 0)))
    assert loose.platform("gross", FIRST) is None
    assert loose.differing() == (("paid", None, "gross"),)
