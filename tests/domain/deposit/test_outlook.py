"""What if, forecasts, warnings ahead, and the exact day on which a balance crosses its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.deposit import ShownDue
from ksdesk.domain.deposit.line import LineFacts
from ksdesk.domain.deposit.notes import Adjustment, LineCategory, MonthSales, SalesTier
from ksdesk.domain.deposit.outlook import Ahead, Crossing, ahead, crossings, forecast, what_if
from ksdesk.domain.rulebook import Override, RuleBook

RULES = RuleBook.load()
TODAY = date(2026, 11, 18)
TIERS = (SalesTier(5_500_000, 300_000),)
FACTS = LineFacts("personal", ("fresh",), asked={"fresh": 100_000}, tiers=TIERS)


def test_nothing_different_changes_nothing() -> None:
    answer = what_if(FACTS, RULES, TODAY)
    assert answer.before == answer.after
    assert answer.difference() == answer.difference("promotion") == 0


@pytest.mark.parametrize(
    ("question", "fen"),
    [
        ({"opened": {"jewellery": 250_000}}, 150_000),
        ({"opened": {"beauty": 90_000}}, 0),
        ({"opened": {"fresh": 130_000}}, 30_000),
        ({"closed": ("fresh",)}, -100_000),
        ({"sales": 5_500_000}, 250_000),
        ({"sales": 5_499_999}, 0),
        ({"shop_type": "company"}, 50_000),
    ],
)
def test_one_thing_different(question: dict, fen: int) -> None:
    rules = RULES.with_overrides([Override("deposit.base.company", 100_000, unit="fen")])
    answer = what_if(FACTS, rules, TODAY, **question)
    assert answer.before == FACTS.requirement(TODAY, rules)
    assert answer.difference() == fen


def test_other_sales_are_those_of_the_last_natural_month_alone() -> None:
    rows = (MonthSales(date(2026, 10, 1), 6_000_000), MonthSales(date(2026, 11, 1), 6_000_000))
    lower = what_if(replace(FACTS, sales=rows), RULES, TODAY, sales=1_000_000)
    assert (lower.before.own_total, lower.difference()) == (300_000 + 100_000, -250_000)
    december = date(2026, 12, 5)
    assert what_if(replace(FACTS, sales=rows), RULES, december, sales=0).difference() == -250_000


def test_promotion_opened_and_closed() -> None:
    opened = what_if(FACTS, RULES, TODAY, promotion=True)
    assert opened.difference("promotion") == 50_000
    more = what_if(FACTS, RULES, TODAY, promotion_opened={"beauty": 80_000})
    assert more.difference("promotion") == 80_000
    has = LineFacts("personal", promotion=True)
    assert what_if(has, RULES, TODAY, promotion=False).difference("promotion") == -50_000


def test_the_rest_of_promotion_stays_open_where_a_category_is_closed() -> None:
    food = LineCategory("food", 80_000, date(2026, 5, 1), None, "promotion")
    facts = LineFacts("personal", dated=(food,))
    found = what_if(facts, RULES, TODAY, closed=("食品",))
    assert found.after.promotion_total == 50_000
    assert found.difference("promotion") == -30_000


def test_an_unknown_amount_stays_unknown() -> None:
    answer = what_if(FACTS, RULES, TODAY, opened={"jewellery": None})
    assert answer.difference() == 0
    assert answer.before.complete and not answer.after.complete


def test_the_question_starts_from_the_figure_of_the_phone() -> None:
    facts = LineFacts("personal", shown=(ShownDue(300_000, date(2026, 11, 3)),))
    answer = what_if(facts, RULES, TODAY, opened={"fresh": 100_000})
    assert (answer.before.own_total, answer.after.own_total) == (300_000, 400_000)


def test_a_category_noted_before_is_asked_anew() -> None:
    facts = LineFacts("personal", dated=(LineCategory("fresh", 100_000, date(2026, 6, 1)),))
    assert what_if(facts, RULES, TODAY, opened={"fresh": 40_000}).difference() == -60_000
    assert what_if(facts, RULES, TODAY, closed=["fresh"]).difference() == -100_000


@pytest.mark.parametrize(
    ("month", "until", "today", "likely"),
    [
        (date(2026, 11, 1), date(2026, 11, 15), TODAY, 2_000),
        (date(2026, 11, 1), None, date(2026, 11, 16), 2_000),
        (date(2026, 11, 1), None, date(2026, 11, 1), 30_000),
        (date(2026, 2, 1), date(2026, 2, 14), date(2026, 2, 15), 2_000),
        (date(2028, 2, 1), date(2028, 2, 29), date(2028, 3, 1), 1_000),
        (date(2026, 1, 1), None, date(2026, 3, 5), 1_000),
        (date(2026, 11, 1), date(2026, 10, 5), TODAY, 30_000),
    ],
)
def test_a_month_goes_on_as_it_began(month, until, today, likely) -> None:
    found = forecast(MonthSales(month, 1_000, until), today)
    assert (found.so_far, found.likely) == (1_000, likely)


@pytest.mark.parametrize(
    ("begins", "likely"),
    [
        (date(2026, 11, 6), 2_500),  # ten days of twenty-five
        (date(2026, 11, 15), 16_000),
        (date(2026, 11, 20), 16_000),  # after the day that the figure reaches to
    ],
)
def test_a_month_that_began_late_goes_on_from_there(begins, likely) -> None:
    sold = MonthSales(date(2026, 11, 1), 1_000, date(2026, 11, 15))
    assert forecast(sold, TODAY, begins).likely == likely


@pytest.mark.parametrize(
    ("month", "starts"),
    [(date(2026, 12, 1), date(2027, 1, 1)), (date(2026, 1, 1), date(2026, 2, 1))],
)
def test_the_forecast_names_the_day_it_is_for(month: date, starts: date) -> None:
    assert forecast(MonthSales(month, 5), month).starts == starts


@given(st.integers(0, 10**12), st.integers(1, 30))
def test_a_forecast_is_never_less_than_what_is_sold(amount: int, day: int) -> None:
    row = MonthSales(date(2026, 11, 1), amount, date(2026, 11, day))
    found = forecast(row, TODAY)
    assert found.likely >= amount
    assert abs(found.likely * day - amount * 30) <= day


def test_a_planned_category_is_told_ahead() -> None:
    planned = LineCategory("jewellery", 250_000, date(2026, 12, 1))
    facts = LineFacts("personal", ("fresh",), asked={"fresh": 100_000}, dated=(planned,))
    warning = Ahead("special", "own", date(2026, 12, 1), 300_000, 299_999, 1, "jewellery")
    assert ahead(facts, RULES, {"own": 299_999}, TODAY) == (warning,)
    assert ahead(facts, RULES, {"own": 300_000}, TODAY) == ()
    assert ahead(facts, RULES, {"own": 299_999}, TODAY, days=12) == ()


def test_a_planned_category_of_unknown_amount_is_told_ahead() -> None:
    """Nobody was warned of a line that may rise by anything."""
    planned = LineCategory("jewellery", None, date(2026, 12, 1))
    facts = LineFacts("personal", ("fresh",), asked={"fresh": 100_000}, dated=(planned,))
    (warning,) = ahead(facts, RULES, {"own": 500_000}, TODAY)
    assert (warning.code, warning.on, warning.note) == ("unknown", planned.opened_on, "jewellery")
    assert warning.short == 0
    assert ahead(facts, RULES, {"own": 500_000}, TODAY, days=12) == ()
    promo = LineCategory("beauty", None, date(2026, 12, 2), account="promotion")
    other = LineFacts("personal", promotion=True, dated=(promo,))
    assert [
        x.account for x in ahead(other, RULES, {"own": 50_000, "promotion": 50_000}, TODAY)
    ] == ["promotion"]


def test_being_below_already_is_no_warning_ahead() -> None:
    assert ahead(FACTS, RULES, {"own": 1}, TODAY) == ()
    planned = LineCategory("jewellery", 250_000, date(2026, 12, 1))
    more = LineFacts("personal", dated=(planned,))
    assert [one.short for one in ahead(more, RULES, {"own": 1}, TODAY)] == [299_999]


def test_a_rule_to_come_and_a_promotion_category() -> None:
    rules = RULES.with_overrides([Override("deposit.base", 60_000, date(2026, 12, 5))])
    promo = LineCategory("beauty", 80_000, date(2026, 12, 2), account="promotion")
    facts = LineFacts("personal", promotion=True, dated=(promo,))
    found = ahead(facts, rules, {"own": 50_000, "promotion": 50_000}, TODAY)
    assert [(one.code, one.account, one.on.day) for one in found] == [
        ("promotion", "promotion", 2),
        ("base", "own", 5),
    ]


def test_an_adjustment_to_come_and_a_newer_figure_of_the_phone() -> None:
    facts = LineFacts("personal", adjustments=(Adjustment(10_000, date(2026, 12, 3)),))
    assert [o.code for o in ahead(facts, RULES, {"own": 50_000}, TODAY)] == ["adjustment"]
    shown = LineFacts("personal", shown=(ShownDue(70_000, date(2026, 12, 4)),))
    assert [o.code for o in ahead(shown, RULES, {"own": 50_000}, TODAY)] == ["shown"]


def sold(amount: int) -> LineFacts:
    rows = (MonthSales(date(2026, 11, 1), amount, date(2026, 11, 15)),)
    return LineFacts("personal", tiers=(*TIERS, SalesTier(9_000_000, 500_000)), sales=rows)


def test_the_months_sales_warn_before_the_month_is_over() -> None:
    first = date(2026, 12, 1)
    likely = Ahead("sales_likely", "own", first, 300_000, 50_000, 250_000, sales=5_500_000)
    assert ahead(sold(2_750_000), RULES, {"own": 50_000}, TODAY) == (likely,)
    assert ahead(sold(2_749_000), RULES, {"own": 50_000}, TODAY) == ()
    assert ahead(sold(2_750_000), RULES, {"own": 300_000}, TODAY) == ()
    both = ahead(sold(5_500_000), RULES, {"own": 50_000}, TODAY)
    assert [(one.code, one.short) for one in both] == [
        ("sales_likely", 450_000),
        ("sales_now", 250_000),
    ]
    assert ahead(LineFacts(sales=sold(9_000_000).sales), RULES, {}, TODAY) == ()


def days(levels: list[int]) -> dict[date, int]:
    return {TODAY + timedelta(n): level for n, level in enumerate(levels)}


def test_one_fen_flips_it_on_the_exact_day_both_ways() -> None:
    found = crossings(days([300, 299, 299, 300, 300]), days([300] * 5))
    assert found == (Crossing(TODAY + timedelta(1), True, 1), Crossing(TODAY + timedelta(3), False))


def test_the_line_can_cross_too_and_no_line_is_never_below() -> None:
    lines = {TODAY: None, TODAY + timedelta(1): 11, TODAY + timedelta(2): 10}
    assert crossings(days([10, 10, 10]), lines) == (
        Crossing(TODAY + timedelta(1), True, 1),
        Crossing(TODAY + timedelta(2), False),
    )
    assert crossings(days([1]), {}) == ()


@given(st.lists(st.tuples(st.integers(0, 5), st.none() | st.integers(0, 5)), max_size=30))
def test_crossings_tell_for_every_day_whether_it_is_below(pairs: list) -> None:
    balances = days([balance for balance, _ in pairs])
    lines = dict(zip(balances, (line for _, line in pairs), strict=True))
    flips = {crossing.day: crossing for crossing in crossings(balances, lines)}
    below = False
    for day, balance in balances.items():
        below = flips[day].below if day in flips else below
        line = lines[day]
        assert below == (line is not None and balance < line)
        if day in flips and below:
            assert flips[day].short == line - balance


def told(facts: LineFacts, balances: dict[str, int], days: int = 62) -> list[tuple[str, int, int]]:
    return [(one.code, one.line, one.short) for one in ahead(facts, RULES, balances, TODAY, days)]


def test_of_two_reasons_on_a_day_the_one_that_rises_most_is_named():
    day = date(2026, 12, 3)
    facts = LineFacts(
        "personal",
        dated=(LineCategory("jewellery", 30_000, day),),
        adjustments=(Adjustment(20_000, day),),
    )
    assert told(facts, {"own": 50_000}) == [("special", 100_000, 50_000)]
    more = replace(facts, adjustments=(Adjustment(30_001, day),))
    assert told(more, {"own": 50_000}) == [("adjustment", 110_001, 60_001)]
    promo = LineCategory("beauty", 900_000, day, account="promotion")
    beside = replace(facts, promotion=True, dated=(*facts.dated, promo))
    assert ("special", 100_000, 50_000) in told(beside, {"own": 50_000, "promotion": 900_000})


def test_each_rise_is_told_by_what_will_be_missing_and_no_fall_is():
    first, then = date(2026, 12, 3), date(2026, 12, 9)
    facts = LineFacts(
        "personal",
        dated=(
            LineCategory("jewellery", 30_000, first, date(2026, 12, 5)),
            LineCategory("fresh", 20_000, date(2026, 12, 6)),
            LineCategory("alcohol", 40_000, then),
        ),
    )
    assert told(facts, {"own": 50_000}) == [
        ("special", 80_000, 30_000),
        ("special", 90_000, 40_000),
    ]
    assert told(facts, {}) == [("special", 80_000, 80_000), ("special", 90_000, 90_000)]
    assert told(facts, {"own": 50_000}, (first - TODAY).days) == [("special", 80_000, 30_000)]
    assert told(facts, {"own": 50_000}, (first - TODAY).days - 1) == []


def test_only_a_category_that_nobody_knows_and_that_is_new_is_told_as_unknown():
    day = date(2026, 12, 3)
    there = LineCategory("fresh", None, date(2026, 1, 1))
    facts = LineFacts("personal", dated=(there, LineCategory("jewellery", 1, day)))
    assert told(facts, {"own": 900_000}) == []
    both = replace(
        facts, dated=(there, LineCategory("jewellery", None, day), LineCategory("food", 5, day))
    )
    (one,) = ahead(both, RULES, {"own": 900_000}, TODAY)
    assert (one.code, one.note, one.line, one.short) == ("unknown", "jewellery", 50_005, 0)
    nothing = LineFacts(promotion=True, dated=(LineCategory("x", None, day, account="promotion"),))
    (bare,) = ahead(nothing, RuleBook(()), {}, TODAY)
    assert (bare.account, bare.line, bare.balance) == ("promotion", 0, 0)


def test_the_sales_of_this_month_alone_tell_of_the_next():
    facts = sold(5_500_000)
    (november,) = facts.sales
    october = MonthSales(date(2026, 10, 1), 9_000_000)
    only = replace(facts, sales=(replace(november, category="fresh"),))
    assert ahead(only, RULES, {"own": 50_000}, TODAY) == ()
    both = replace(facts, sales=(november, replace(october, category="fresh")))
    assert [one.sales for one in ahead(both, RULES, {"own": 50_000}, TODAY)] == [
        11_000_000, 5_500_000,
    ]  # fmt: skip
    past = replace(facts, sales=(october,))
    assert [one.code for one in ahead(past, RULES, {"own": 900_000}, TODAY)] == []
