"""Promotion deposit back, excess taken out: conditions, amounts, and the ends of months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.calendar import last_natural_month
from ksdesk.domain.deposit.notes import LineCategory, MonthSales, RefundCase
from ksdesk.domain.deposit.refund import (
    clear_month_from,
    excess_withdrawal,
    promotion_refund,
    reminder,
)
from ksdesk.domain.rulebook import DayRules, RuleBook

TODAY = date(2026, 11, 18)
RULES = RuleBook.load().on(TODAY)
NO_RULES = DayRules({}, {})


@pytest.mark.parametrize(
    ("sale", "first"),
    [
        (date(2026, 1, 31), date(2026, 3, 1)),
        (date(2028, 1, 31), date(2028, 3, 1)),
        (date(2028, 2, 29), date(2028, 4, 1)),
        (date(2026, 11, 1), date(2027, 1, 1)),
        (date(2026, 11, 30), date(2027, 1, 1)),
        (date(2026, 12, 31), date(2027, 2, 1)),
    ],
)
def test_the_month_after_the_sale_must_pass_whole(sale: date, first: date) -> None:
    assert clear_month_from(sale) == first


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_it_is_the_first_day_whose_last_natural_month_is_clear(sale: date) -> None:
    first = clear_month_from(sale)
    assert last_natural_month(first)[0] > sale
    assert last_natural_month(first - timedelta(1))[0] <= sale


def states(found) -> list[tuple]:
    return [(c.code, c.state, c.known_by, c.on) for c in found.conditions]


def test_before_anything_was_said_one_is_open_and_one_is_asked() -> None:
    found = promotion_refund(50_000, TODAY, RULES)
    assert states(found) == [
        ("function_closed", "not_met", "book", None),
        ("exit_rule", "asked", "", None),
    ]
    assert (found.ready, found.quiet_from) == (False, None)
    assert found.path == ("小店", "头像", "关闭三方平台推广功能", "申请关闭")
    assert all(c.rule is not None for c in found.conditions)


def test_both_conditions_met_from_their_days_on() -> None:
    closed, exit_on = date(2026, 11, 1), TODAY
    early = promotion_refund(
        50_000, TODAY - timedelta(1), RULES, closed_on=closed, exit_rule_on=exit_on
    )
    assert [c.state for c in early.conditions] == ["met", "later"]
    found = promotion_refund(50_000, TODAY, RULES, closed_on=closed, exit_rule_on=exit_on)
    assert found.ready and all(c.met for c in found.conditions)
    assert found.quiet_from == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("closed", "sale", "quiet"),
    [
        (date(2026, 1, 15), date(2026, 1, 31), date(2026, 3, 1)),
        (date(2026, 2, 1), date(2026, 1, 31), date(2026, 4, 1)),
        (None, date(2026, 12, 31), date(2027, 2, 1)),
    ],
)
def test_the_quiet_month_counts_from_the_later_of_closing_and_sale(closed, sale, quiet) -> None:
    found = promotion_refund(1, TODAY, RULES, closed_on=closed, last_sale=sale)
    assert found.quiet_from == quiet


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_deductions_come_first(balance: int, deductions: int) -> None:
    found = promotion_refund(balance, TODAY, RULES, deductions=deductions)
    assert found.returned == max(0, balance - deductions)


def test_a_negative_deduction_is_refused_and_no_rules_are_survived() -> None:
    with pytest.raises(ValueError, match="negative"):
        promotion_refund(1, TODAY, RULES, deductions=-1)
    bare = promotion_refund(1, TODAY, NO_RULES)
    assert bare.path == () and bare.conditions[0].rule is None


BEAUTY = LineCategory("beauty", 80_000, date(2026, 5, 1), date(2026, 10, 20), "promotion")
FOOD = LineCategory("food", 60_000, date(2026, 5, 1), None, "promotion")
OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)


def month(first: date, fen: int, **more) -> MonthSales:
    return MonthSales(first, fen, category="beauty", **more)


def test_excess_is_what_the_highest_category_needed() -> None:
    found = excess_withdrawal(
        80_000, TODAY, RULES, categories=(BEAUTY, FOOD), sales=(month(OCTOBER, 0),)
    )
    assert (found.category, found.line, found.amount) == ("beauty", 60_000, 20_000)
    assert states(found) == [
        ("category_closed", "met", "book", date(2026, 10, 20)),
        ("no_sales", "met", "book", None),
    ]
    assert found.ready and found.ready_on == date(2026, 10, 20)


def test_a_sale_last_month_puts_it_off_to_the_first_of_the_next() -> None:
    found = excess_withdrawal(
        80_000, TODAY, RULES, categories=(BEAUTY,), sales=(month(OCTOBER, 5),)
    )
    assert states(found)[1] == ("no_sales", "later", "book", date(2026, 12, 1))
    assert not found.ready and found.ready_on == date(2026, 12, 1)
    assert (found.line, found.amount) == (50_000, 30_000)


@pytest.mark.parametrize(
    ("day", "sold", "ready"),
    [
        (date(2026, 2, 28), date(2026, 1, 1), date(2026, 3, 1)),
        (date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 1)),
        (date(2026, 12, 31), date(2026, 11, 1), date(2027, 1, 1)),
    ],
)
def test_at_the_ends_of_months(day: date, sold: date, ready: date) -> None:
    closed = LineCategory("beauty", 80_000, date(2025, 1, 1), sold, "promotion")
    rows = (month(sold, 1), month(ready - timedelta(1), 0))
    before = excess_withdrawal(80_000, day, RULES, categories=(closed,), sales=rows)
    assert (before.ready, before.ready_on) == (False, ready)
    after = excess_withdrawal(80_000, ready, RULES, categories=(closed,), sales=rows)
    assert (after.ready, after.ready_on) == (True, ready)


def test_what_the_book_does_not_know_is_asked() -> None:
    found = excess_withdrawal(80_000, TODAY, RULES)
    assert [s[1] for s in states(found)] == ["asked", "asked"]
    assert (found.category, found.ready_on, found.amount) == ("", None, 30_000)
    answered = excess_withdrawal(80_000, TODAY, RULES, closed=True, unsold=True)
    assert answered.ready and answered.ready_on == TODAY
    refused = excess_withdrawal(80_000, TODAY, RULES, closed=True, unsold=False)
    assert not refused.ready and refused.ready_on is None


def test_an_open_category_and_a_half_counted_month() -> None:
    still = LineCategory("beauty", 80_000, date(2026, 5, 1), None, "promotion")
    half = month(OCTOBER, 0, until=date(2026, 10, 30))
    found = excess_withdrawal(80_000, TODAY, RULES, categories=(still,), sales=(half,))
    assert [s[1] for s in states(found)] == ["not_met", "asked"]
    whole = month(OCTOBER, 0, until=date(2026, 10, 31))
    found = excess_withdrawal(
        80_000, TODAY, RULES, categories=(BEAUTY,), sales=(whole, month(SEPTEMBER, 9))
    )
    assert states(found)[1] == ("no_sales", "met", "book", date(2026, 11, 1))


def test_nothing_above_the_line_is_nothing_to_take_out() -> None:
    found = excess_withdrawal(50_000, TODAY, RULES, closed=True, unsold=True)
    assert (found.amount, found.ready) == (0, False)
    shown = excess_withdrawal(80_000, TODAY, RULES, minimum=70_000)
    assert shown.amount == 10_000
    assert excess_withdrawal(5, TODAY, NO_RULES).amount == 5


def test_the_money_is_awaited_for_thirty_working_days() -> None:
    applied = RefundCase(applied_on=date(2026, 11, 20))  # a Friday
    due = reminder(applied, RULES)
    assert due == date(2027, 1, 1)
    assert reminder(applied, RULES, lambda day: True) == date(2026, 12, 20)
    assert reminder(RefundCase(), RULES) is None
    assert reminder(RefundCase(applied_on=TODAY, paid_on=TODAY), RULES) is None
    assert reminder(applied, NO_RULES) is None


def promo(name: str, amount: int | None, closed: date | None = None, opened=date(2026, 1, 1)):
    return LineCategory(name, amount, opened, closed, "promotion")


AUGUST, OCTOBER = date(2026, 8, 1), date(2026, 10, 1)


def excess(*rows: LineCategory, sales=(), balance: int = 600_000):
    return excess_withdrawal(balance, TODAY, RULES, categories=rows, sales=sales)


def test_an_unknown_amount_makes_the_answer_unknown() -> None:
    assert excess(promo("酒类", 300_000, AUGUST), promo("二手", None)).amount is None
    assert excess(promo("酒类", 300_000, AUGUST), promo("二手", None, AUGUST)).amount == 550_000


@pytest.mark.parametrize("turn", [1, -1])
def test_two_of_one_amount_must_both_be_closed(turn: int) -> None:
    half = [promo("酒类", 300_000, AUGUST), promo("二手", 300_000)][::turn]
    assert excess(*half).conditions[0].state == "not_met"
    both = [promo("酒类", 300_000, AUGUST), promo("二手", 300_000, OCTOBER)][::turn]
    assert (excess(*both).conditions[0].state, excess(*both).conditions[0].on) == ("met", OCTOBER)
    sold = [MonthSales(OCTOBER, 0, category="酒类")]
    assert excess(*both, sales=sold).conditions[1].state == "asked"
    sold += [MonthSales(OCTOBER, 5, category="二手")]
    assert excess(*both, sales=sold).conditions[1].state == "later"


def test_a_category_that_was_opened_again_is_open() -> None:
    again = promo("酒类", 300_000, opened=OCTOBER)
    found = excess(promo("酒类", 300_000, AUGUST), again)
    assert found.conditions[0].state == "not_met"


@pytest.mark.parametrize(("noted", "sold"), [("alcohol", "酒类"), ("酒类", "alcohol")])
def test_a_code_and_its_name_are_one_category(noted: str, sold: str) -> None:
    rows = [MonthSales(OCTOBER, 7, category=sold)]
    assert excess(promo(noted, 300_000, AUGUST), sales=rows).conditions[1].state == "later"


def test_only_categories_of_promotion_that_are_open_by_the_day_count():
    own = LineCategory("jewellery", 900_000, date(2026, 5, 1))
    later = LineCategory("health_food", 900_000, TODAY + timedelta(1), None, "promotion")
    found = excess_withdrawal(80_000, TODAY, RULES, categories=(BEAUTY, FOOD, own, later))
    assert (found.category, found.line) == ("beauty", 60_000)
    there = LineCategory("health_food", 900_000, TODAY, None, "promotion")
    assert excess_withdrawal(80_000, TODAY, RULES, categories=(BEAUTY, there)).category == (
        "health_food"
    )


def test_sales_of_other_categories_and_of_all_say_nothing_of_the_highest():
    whole = MonthSales(OCTOBER, 5_000)
    food = MonthSales(OCTOBER, 5_000, category="food")
    found = excess_withdrawal(
        80_000, TODAY, RULES, categories=(BEAUTY, FOOD), sales=(whole, food, month(SEPTEMBER, 0))
    )
    assert found.conditions[1].state == "asked"
    half = excess_withdrawal(
        80_000,
        TODAY,
        RULES,
        categories=(BEAUTY,),
        sales=(month(OCTOBER, 0, until=date(2026, 10, 9)),),
    )
    assert half.conditions[1].state == "asked"


@pytest.mark.parametrize(
    ("balance", "minimum", "line", "amount"),
    [(80_000, None, 50_000, 30_000), (80_000, 70_000, 70_000, 10_000), (80_000, 0, 0, 80_000),
     (40_000, None, 50_000, 0)],
)  # fmt: skip
def test_what_lies_above_the_least_can_be_taken_out(balance, minimum, line, amount):
    found = excess_withdrawal(balance, TODAY, RULES, categories=(BEAUTY,), minimum=minimum,
                              sales=(month(OCTOBER, 0),))  # fmt: skip
    assert (found.line, found.amount, found.ready) == (line, amount, amount > 0)
    assert not excess_withdrawal(balance, TODAY, RULES, categories=(BEAUTY,), minimum=minimum,
                                 sales=(month(OCTOBER, 0),), frozen=True).ready  # fmt: skip


@pytest.mark.parametrize(
    ("closed", "unsold", "states_", "ready_on"),
    [
        (None, None, ["asked", "asked"], None), (True, None, ["met", "asked"], None),
        (True, True, ["met", "met"], TODAY), (False, True, ["not_met", "met"], None),
    ],
)  # fmt: skip
def test_without_categories_the_sellers_word_counts(closed, unsold, states_, ready_on):
    found = excess_withdrawal(80_000, TODAY, RULES, closed=closed, unsold=unsold)
    assert ([c.state for c in found.conditions], found.ready_on) == (states_, ready_on)
    assert {c.known_by for c in found.conditions} <= {"seller", ""}


@pytest.mark.parametrize("on", [TODAY, TODAY + timedelta(1)])
def test_a_category_closes_on_its_day(on):
    closed = LineCategory("beauty", 80_000, date(2026, 5, 1), on, "promotion")
    found = excess_withdrawal(
        80_000, TODAY, RULES, categories=(closed,), sales=(month(OCTOBER, 0),)
    )
    assert (found.conditions[0].state, found.ready_on) == ("met" if on == TODAY else "later", on)
    both = (closed, LineCategory("food", 80_000, date(2026, 5, 1), None, "promotion"))
    still = excess_withdrawal(80_000, TODAY, RULES, categories=both)
    assert (still.conditions[0].state, still.category) == ("not_met", "beauty、food")


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({"applied_on": date(2026, 11, 2)}, date(2026, 12, 14)),
        ({"applied_on": date(2026, 11, 2), "deducted_on": TODAY}, date(2026, 12, 14)),
        ({"applied_on": date(2026, 11, 2), "paid_on": TODAY}, None),
        ({}, None),
    ],
)
def test_the_money_should_be_there_after_thirty_working_days(facts, day):
    case = RefundCase(**facts)
    assert reminder(case, RULES) == day and reminder(case, NO_RULES) is None
    if day is not None:
        assert reminder(case, RULES, lambda _: True) == date(2026, 12, 2)
