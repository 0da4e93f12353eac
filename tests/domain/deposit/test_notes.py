from __future__ import annotations

from datetime import date

import pytest

from ksdesk.domain.deposit import notes
from ksdesk.domain.rulebook import Override

DAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: notes.AccountState("mine", DAY, True),
        lambda: notes.ShownLine("mine", 1, DAY),
        lambda: notes.RefundCase("mine"),
        lambda: notes.Compared("mine", DAY, 1, 0),
        lambda: notes.LineCategory("fresh", 1, DAY, None, "mine"),
        lambda: notes.LineCategory("fresh", 1, DAY, date(2026, 11, 17)),
        lambda: notes.MeasureEvent("cart", "happened", DAY),
        lambda: notes.MeasureEvent("cart_closed", "maybe", DAY),
        lambda: notes.SalesTier(-1, 5),
        lambda: notes.SalesTier(1, -5),
        lambda: notes.MonthSales(DAY, -1),
        lambda: notes.Adjustment(-1, DAY),
    ],
)
def test_what_makes_no_sense_is_refused(wrong) -> None:
    with pytest.raises(ValueError):
        wrong()


def test_a_month_is_named_by_its_first_day() -> None:
    assert notes.MonthSales(DAY, 5).month == date(2026, 11, 1)


def test_a_case_says_how_far_it_is() -> None:
    states = [
        notes.RefundCase(),
        notes.RefundCase(applied_on=DAY),
        notes.RefundCase(applied_on=DAY, deducted_on=DAY),
        notes.RefundCase(applied_on=DAY, deducted_on=DAY, paid_on=DAY),
    ]
    assert [case.state for case in states] == ["preparing", "applied", "deducted", "paid"]


def test_an_own_figure_as_the_rule_book_takes_it() -> None:
    figure = notes.OwnFigure("deposit.base", 60_000, DAY, None, note="手机上看到", id=4)
    assert figure.override == Override("deposit.base", 60_000, DAY, None, "手机上看到")
