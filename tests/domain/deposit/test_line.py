"""The required line of any day: dated categories, tiers, adjustments, the phone's figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.deposit import ShownDue
from ksdesk.domain.deposit.line import (
    LineFacts,
    example_tier,
    line_by_day,
    line_on,
    months_of,
    reason,
)
from ksdesk.domain.deposit.notes import (
    Adjustment,
    LineCategory,
    MonthSales,
    SalesTier,
    ShownLine,
    SubShop,
)
from ksdesk.domain.rulebook import DayRules, Override, RuleBook

RULES = RuleBook.load()
TODAY = date(2026, 11, 18)
PLAIN = LineFacts("personal")


def line(facts: LineFacts, day: date, account: str = "own") -> int | None:
    return line_on(facts, RULES, account, day)


def test_a_category_counts_from_its_first_day_until_the_day_before_it_closed() -> None:
    fresh = LineCategory("fresh", 100_000, date(2026, 6, 1), date(2026, 9, 1))
    facts = LineFacts("personal", dated=(fresh,))
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 8, 31), date(2026, 9, 1))
    assert [line(facts, day) for day in days] == [50_000, 150_000, 150_000, 50_000]


def test_what_the_wizard_knows_counts_until_a_dated_note_says_more() -> None:
    fresh = LineCategory("fresh", 120_000, date(2026, 6, 1), date(2026, 9, 1))
    facts = LineFacts("personal", ("fresh", "alcohol"), asked={"alcohol": 80_000}, dated=(fresh,))
    assert line(facts, date(2026, 5, 1)) == 170_000  # its amount is taken from the later note
    assert line(facts, date(2026, 7, 1)) == 170_000
    assert line(facts, date(2026, 9, 1)) == 130_000  # closed: only alcohol is left
    asked = LineFacts("personal", ("fresh",), asked={"fresh": 90_000}, dated=(fresh,))
    assert line(asked, date(2026, 5, 1)) == 140_000


def test_promotion_counts_until_its_function_is_closed() -> None:
    facts = LineFacts("personal", promotion=True, promotion_closed=date(2026, 11, 1))
    assert line(facts, date(2026, 10, 31), "promotion") == 50_000
    assert line(facts, date(2026, 11, 1), "promotion") is None
    assert line(PLAIN, TODAY, "promotion") is None


def test_the_highest_promotion_category_counts_in_all() -> None:
    dated = (
        LineCategory("beauty", 80_000, date(2026, 5, 1), account="promotion"),
        LineCategory("food", 60_000, date(2026, 5, 1), account="promotion"),
        LineCategory("virtual", None, date(2026, 8, 1), account="promotion"),
    )
    facts = LineFacts("personal", dated=dated)
    requirement = facts.requirement(date(2026, 6, 1), RULES)
    part = reason(requirement, "promotion")
    assert part is not None
    assert (part.amount, part.note, part.origin) == (80_000, "beauty", "seller")
    assert requirement.complete_for("promotion")
    assert not facts.requirement(date(2026, 8, 1), RULES).complete_for("promotion")
    assert line(facts, date(2026, 4, 30), "promotion") is None
    low = LineFacts(
        "personal", dated=(LineCategory("x", 100, date(2026, 5, 1), None, "promotion"),)
    )
    assert line(low, TODAY, "promotion") == 50_000  # the minimum stays


def test_an_adjustment_holds_until_the_next_one() -> None:
    rows = (Adjustment(150_000, date(2026, 11, 3)), Adjustment(0, date(2026, 12, 2)))
    facts = LineFacts("personal", adjustments=rows)
    days = (date(2026, 11, 2), date(2026, 11, 3), date(2026, 12, 1), date(2026, 12, 2))
    assert [line(facts, day) for day in days] == [50_000, 200_000, 200_000, 50_000]


TIERS = (SalesTier(5_500_000, 300_000), SalesTier(20_000_000, 800_000))


@pytest.mark.parametrize(
    ("sales", "fen"),
    [
        (0, 50_000),
        (5_499_999, 50_000),
        (5_500_000, 300_000),
        (19_999_999, 300_000),
        (20_000_000, 800_000),
    ],
)
def test_the_sellers_tiers_by_last_natural_month(sales: int, fen: int) -> None:
    facts = LineFacts("personal", tiers=TIERS, sales=(MonthSales(date(2026, 10, 15), sales),))
    assert line(facts, date(2026, 10, 31)) == 50_000
    assert line(facts, date(2026, 11, 1)) == fen
    assert facts.requirement(TODAY, RULES).complete


@pytest.mark.parametrize(
    ("month", "first"),
    [
        (date(2026, 1, 31), date(2026, 2, 1)),
        (date(2026, 12, 5), date(2027, 1, 1)),
        (date(2028, 2, 29), date(2028, 3, 1)),
    ],
)
def test_a_month_counts_from_the_first_of_the_next(month: date, first: date) -> None:
    facts = LineFacts("personal", tiers=TIERS, sales=(MonthSales(month, 6_000_000),))
    found = line_by_day(facts, RULES, "own", first - timedelta(1), first)
    assert list(found.values()) == [50_000, 300_000]


def test_a_tier_that_is_not_valid_yet_does_not_count() -> None:
    later = SalesTier(0, 900_000, date(2026, 12, 2))
    facts = LineFacts("personal", tiers=(*TIERS, later), sales=(MonthSales(TODAY, 6_000_000),))
    assert line(facts, date(2026, 12, 1)) == 300_000
    low = (MonthSales(TODAY, 1_000), MonthSales(date(2026, 10, 1), 1_000))
    later = SalesTier(0, 900_000, date(2026, 12, 1))
    early = LineFacts("personal", tiers=(later,), sales=low)
    assert line(early, date(2026, 12, 1)) == 900_000
    assert line(early, date(2026, 11, 1)) == 50_000
    assert not early.requirement(date(2026, 11, 1), RULES).complete  # no tier was valid then


def test_a_typed_adjustment_wins_on_its_day_over_the_tier() -> None:
    facts = LineFacts(
        "personal",
        tiers=TIERS,
        sales=(MonthSales(date(2026, 10, 1), 6_000_000),),
        adjustments=(Adjustment(10_000, date(2026, 11, 1)),),
    )
    assert line(facts, date(2026, 11, 1)) == 60_000


def test_sales_without_a_tier_leave_the_line_open() -> None:
    october = MonthSales(date(2026, 10, 1), 6_000_000)
    facts = LineFacts("personal", sales=(october,))
    requirement = facts.requirement(TODAY, RULES)
    assert (requirement.own_total, requirement.complete) == (50_000, False)
    part = reason(requirement, "adjustment")
    assert part is not None and (part.amount, part.sales) == (None, 6_000_000)
    assert (
        LineFacts("personal", sales=(MonthSales(date(2026, 10, 1), 0),))
        .requirement(TODAY, RULES)
        .complete
    )


@pytest.mark.parametrize(("sold", "complete"), [(5_000_000, True), (7_000_000, False)])
def test_a_better_month_makes_the_typed_amount_stale(sold: int, complete: bool) -> None:
    facts = LineFacts(
        "personal",
        adjustments=(Adjustment(150_000, date(2026, 11, 3)),),
        sales=(MonthSales(date(2026, 10, 1), 6_000_000), MonthSales(date(2026, 11, 1), sold)),
    )
    requirement = facts.requirement(date(2026, 12, 1), RULES)
    assert (requirement.own_total, requirement.complete) == (200_000, complete)
    part = reason(requirement, "adjustment")
    assert part is not None and part.stale is not complete


def test_a_typed_amount_of_an_unknown_month_may_be_stale() -> None:
    facts = LineFacts(
        "personal",
        adjustments=(Adjustment(150_000, date(2026, 10, 3)),),
        sales=(MonthSales(date(2026, 10, 1), 6_000_000),),
    )
    assert facts.requirement(date(2026, 10, 31), RULES).complete
    assert not facts.requirement(date(2026, 11, 1), RULES).complete


def test_the_phones_figure_moves_with_what_comes_after_it() -> None:
    fresh = LineCategory("fresh", 100_000, date(2026, 12, 1), date(2026, 12, 20))
    facts = LineFacts("personal", shown=(ShownDue(300_000, date(2026, 11, 3)),), dated=(fresh,))
    assert line(facts, date(2026, 11, 2)) == 50_000
    assert line(facts, date(2026, 11, 30)) == 300_000
    assert line(facts, date(2026, 12, 1)) == 400_000
    assert line(facts, date(2026, 12, 20)) == 300_000
    shown = facts.requirement(date(2026, 12, 1), RULES).shown_for("own")
    assert shown is not None and (shown.moved, shown.sure) == (100_000, True)


def test_the_phones_newer_figure_counts_as_it_is() -> None:
    fresh = LineCategory("fresh", 100_000, date(2026, 12, 1))
    shown = (ShownDue(300_000, date(2026, 11, 3)), ShownDue(350_000, date(2026, 12, 4)))
    facts = LineFacts("personal", shown=shown, dated=(fresh,))
    assert line(facts, date(2026, 12, 3)) == 400_000
    assert line(facts, date(2026, 12, 4)) == 350_000


def test_an_unknown_category_since_the_figure_makes_it_unsure() -> None:
    alcohol = LineCategory("alcohol", None, date(2026, 12, 1))
    facts = LineFacts("personal", shown=(ShownDue(300_000, date(2026, 11, 3)),), dated=(alcohol,))
    assert facts.requirement(date(2026, 11, 30), RULES).complete
    requirement = facts.requirement(date(2026, 12, 1), RULES)
    assert (requirement.own_total, requirement.complete) == (300_000, False)


@pytest.mark.parametrize(("sold", "complete"), [(1_000_000, True), (9_000_000, False)])
def test_a_better_month_since_the_figure_makes_it_unsure(sold: int, complete: bool) -> None:
    facts = LineFacts(
        "personal",
        shown=(ShownDue(300_000, date(2026, 11, 3)),),
        sales=(MonthSales(date(2026, 10, 1), 6_000_000), MonthSales(date(2026, 11, 1), sold)),
    )
    assert facts.requirement(TODAY, RULES).complete
    assert facts.requirement(date(2026, 12, 1), RULES).complete is complete


def test_a_month_whose_orders_begin_in_its_middle_is_not_exact() -> None:
    """Orders of the last thirty days alone stood for the whole of the month before."""
    days = {date(2026, 5, 10): 1_000_000, date(2026, 6, 3): 6_000_000, date(2026, 7, 20): 5}
    found = months_of(days)
    tiers = (SalesTier(5_500_000, 300_000),)
    facts = LineFacts("personal", tiers=tiers, sales=found, orders_from=min(days))
    assert [facts.begins(each) for each in found] == [date(2026, 5, 10), None, None]
    lines = [facts.requirement(date(2026, month, 1), RULES) for month in (6, 7, 8)]
    assert [(each.own_total, each.complete) for each in lines] == [
        (50_000, False),
        (300_000, True),
        (50_000, False),
    ]
    typed = replace(facts, sales=(MonthSales(date(2026, 5, 1), 1_000_000),))
    assert typed.requirement(date(2026, 6, 1), RULES).complete


@pytest.mark.parametrize("account", ["own", "promotion"])
def test_an_unknown_category_may_be_the_highest_once_another_is_closed(account: str) -> None:
    """The phone's figure fell with the dear one, and 5,500 yuan stood as over."""
    facts = LineFacts(
        "personal",
        shown=(ShownDue(450_000, date(2026, 9, 1), account),),
        dated=(
            LineCategory("酒类", 450_000, date(2026, 2, 1), date(2026, 10, 20), account),
            LineCategory("beauty", None, date(2026, 3, 1), None, account),
        ),
    )
    known = [facts.requirement(day, RULES) for day in (date(2026, 10, 19), date(2026, 10, 20))]
    assert [each.complete_for(account) for each in known] == [True, False]


def test_what_nobody_told_has_no_line() -> None:
    assert line(LineFacts(), TODAY) is None
    assert line(LineFacts(), TODAY, "cross_border") is None
    shown = LineFacts(shown=(ShownDue(70_000, TODAY, "cross_border"),))
    assert line(shown, TODAY, "cross_border") == 70_000
    assert line(shown, TODAY - timedelta(1), "cross_border") is None
    closed = LineFacts(shown=(ShownDue(70_000, TODAY, "promotion"),), promotion_closed=TODAY)
    assert line(closed, TODAY, "promotion") is None


def test_the_published_example_is_shown_and_never_in_force() -> None:
    assert example_tier(RULES.on(TODAY)) == SalesTier(5_500_000, 300_000)
    assert example_tier(DayRules({}, {})) is None
    facts = LineFacts("personal", sales=(MonthSales(date(2026, 10, 1), 5_500_000),))
    assert line(facts, TODAY) == 50_000


DAYS = st.integers(0, 800).map(lambda n: date(2025, 1, 1) + timedelta(n))
FEN = st.integers(0, 10_000_000)


@st.composite
def some_facts(draw: st.DrawFn) -> LineFacts:
    def category() -> LineCategory:
        first = draw(DAYS)
        open_for = draw(st.none() | st.integers(0, 300))
        last = None if open_for is None else first + timedelta(open_for)
        account = draw(st.sampled_from(("own", "promotion")))
        name = draw(st.sampled_from(("fresh", "beauty", "花卉")))
        return LineCategory(name, draw(st.none() | FEN), first, last, account)

    many = st.integers(0, 3)
    return LineFacts(
        draw(st.sampled_from(("", "personal"))),
        draw(st.sampled_from(((), ("fresh",), ("fresh", "alcohol")))),
        draw(st.booleans()),
        draw(st.dictionaries(st.sampled_from(("fresh", "alcohol", "promotion")), FEN)),
        tuple(ShownDue(draw(FEN), draw(DAYS)) for _ in range(draw(many))),
        tuple(category() for _ in range(draw(many))),
        tuple(Adjustment(draw(FEN), draw(DAYS)) for _ in range(draw(many))),
        tuple(SalesTier(draw(FEN), draw(FEN), draw(st.none() | DAYS)) for _ in range(draw(many))),
        tuple(MonthSales(draw(DAYS), draw(FEN)) for _ in range(draw(many))),
        draw(st.none() | DAYS),
    )


@given(some_facts(), st.lists(DAYS, min_size=8, max_size=8), st.sampled_from(("own", "promotion")))
def test_the_line_moves_only_where_it_is_said_to(
    facts: LineFacts, days: list[date], account: str
) -> None:
    """The quick way, worked out at the turns alone, says what each single day says."""
    rules = RULES.with_overrides([Override("deposit.base", 60_000, date(2025, 8, 8))])
    found = line_by_day(facts, rules, account, min(days), max(days))
    assert list(found) == [min(days) + timedelta(n) for n in range(len(found))]
    for day in days:
        amount = line_on(facts, rules, account, day)
        assert found[day] == amount
        assert amount is None or amount >= 0


@given(some_facts(), DAYS)
def test_more_categories_never_lower_the_line(facts: LineFacts, day: date) -> None:
    more = LineFacts(
        "personal",
        facts.categories,
        facts.promotion,
        facts.asked,
        (),
        (*facts.dated, LineCategory("jewellery", 777, date(2020, 1, 1))),
    )
    less = LineFacts("personal", facts.categories, facts.promotion, facts.asked, (), facts.dated)
    after, before = (one.requirement(day, RULES).own_total for one in (more, less))
    assert after >= before


def tier(sales: int, amount: int, year: int) -> SalesTier:
    return SalesTier(sales * 100, amount * 100, date(year, 1, 1))


def test_a_tier_is_a_total_that_a_changed_base_does_not_move() -> None:
    """From 55,000: 3,000. The base fell from 1,000 to 500 on 2020-11-19."""
    sales = (MonthSales(date(2020, 10, 1), 6_000_000),)
    facts = LineFacts("personal", tiers=(SalesTier(5_500_000, 300_000),), sales=sales)
    assert line(facts, date(2020, 11, 18)) == 300_000
    assert line(facts, date(2020, 11, 19)) == 300_000
    own = RULES.with_overrides([Override("deposit.base", 80_000, date(2020, 11, 1))])
    assert line_on(facts, own, "own", date(2020, 11, 20)) == 300_000


def test_a_newer_table_of_tiers_replaces_the_older_one_whole() -> None:
    tiers = (tier(50_000, 3_000, 2024), tier(30_000, 2_000, 2026), tier(100_000, 5_000, 2026))
    sales = tuple(MonthSales(date(year, 3, 1), 6_000_000) for year in (2025, 2026))
    facts = LineFacts("personal", tiers=tiers, sales=sales)
    assert line(facts, date(2025, 4, 1)) == 300_000
    assert line(facts, date(2026, 4, 1)) == 200_000


def test_a_month_counted_only_to_its_20th_is_not_exact() -> None:
    june = MonthSales(date(2026, 6, 1), 6_000_000, date(2026, 6, 20))
    facts = LineFacts("personal", tiers=TIERS, sales=(june,))
    assert not facts.requirement(date(2026, 7, 1), RULES).complete
    whole = replace(facts, sales=(replace(june, until=date(2026, 6, 30)),))
    assert whole.requirement(date(2026, 7, 1), RULES).complete


@pytest.mark.parametrize(
    "make",
    [
        lambda: LineCategory("酒类", -1, TODAY),
        lambda: ShownLine("own", -1, TODAY),
        lambda: SubShop("二店", -1, TODAY),
        lambda: MonthSales(TODAY, -1),
        lambda: SalesTier(-1, 5),
    ],
)
def test_no_figure_of_the_sellers_is_negative(make) -> None:
    with pytest.raises(ValueError, match="negative"):
        make()


CLOSED = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("facts", "open_days"),
    [
        # closed alone: it had been open before
        ({"promotion_closed": CLOSED}, {9: True, 10: False, 30: False}),
        ({"promotion_closed": CLOSED, "promotion": True}, {1: True, 10: False}),
        # from its first opening on, where that is known
        ({"promotion_closed": CLOSED, "promotion_opened": (date(2026, 6, 3),)},
         {2: False, 3: True, 9: True, 10: False}),
        # opened on the day of its closing, and later
        ({"promotion_closed": CLOSED, "promotion_opened": (CLOSED,)}, {9: True, 10: True}),
        ({"promotion_closed": CLOSED, "promotion_opened": (date(2026, 6, 20),)},
         {9: True, 19: False, 20: True}),
        # a category or a figure of the phone opens it after that day only
        ({"promotion_closed": CLOSED, "shown": (ShownDue(1, CLOSED, "promotion"),)}, {10: False}),
        ({"promotion_closed": CLOSED, "shown": (ShownDue(1, date(2026, 6, 11), "promotion"),)},
         {10: False, 11: True}),
        ({"promotion_closed": CLOSED, "shown": (ShownDue(0, date(2026, 6, 11), "promotion"),)},
         {11: False}),
        ({"promotion_closed": CLOSED,
          "dated": (LineCategory("food", 1, date(2026, 6, 11), None, "promotion"),)}, {11: True}),
        ({"promotion_closed": CLOSED, "dated": (LineCategory("food", 1, date(2026, 6, 11)),)},
         {11: False}),
        ({"closed_before": (date(2026, 6, 5),), "promotion_closed": CLOSED,
          "promotion_opened": (date(2026, 6, 8),)}, {4: True, 5: False, 8: True, 10: False}),
        ({}, {10: False}),
        ({"promotion_opened": (CLOSED,)}, {9: False, 10: True}),
    ],
)  # fmt: skip
def test_promotion_is_open_from_an_opening_to_the_next_closing(facts, open_days):
    known = replace(PLAIN, **facts)
    assert {n: known.promotion_on(date(2026, 6, n)) for n in open_days} == open_days
    assert not known.is_closed("own", CLOSED)


def test_a_known_reason_that_came_since_leaves_the_phones_figure_sure():
    shown = (ShownDue(300_000, date(2026, 11, 3)),)
    typed = replace(PLAIN, shown=shown, adjustments=(Adjustment(150_000, date(2026, 11, 5)),))
    found = typed.requirement(TODAY, RULES)
    assert (found.own_total, found.complete) == (450_000, True)
    fresh = replace(PLAIN, shown=shown, dated=(LineCategory("fresh", 1_000, date(2026, 11, 5)),))
    assert fresh.requirement(TODAY, RULES).complete


@pytest.mark.parametrize(
    ("sold", "stale"), [(5_999_999, False), (6_000_000, False), (6_000_001, True), (None, False)]
)
def test_a_month_that_sold_as_much_leaves_the_typed_amount(sold, stale):
    rows = [MonthSales(date(2026, 10, 1), 6_000_000)]
    rows += [] if sold is None else [MonthSales(date(2026, 11, 1), sold)]
    facts = replace(PLAIN, adjustments=(Adjustment(150_000, date(2026, 11, 3)),), sales=tuple(rows))
    part = reason(facts.requirement(date(2026, 12, 5), RULES), "adjustment")
    assert (part.amount, part.stale) == (150_000, stale)
    other = replace(facts, sales=tuple(replace(row, category="fresh") for row in rows))
    assert not reason(other.requirement(date(2026, 12, 5), RULES), "adjustment").stale


@pytest.mark.parametrize(("sales", "complete"), [(0, True), (1, False)])
def test_without_tiers_only_a_month_without_sales_adds_nothing(sales, complete):
    facts = replace(PLAIN, sales=(MonthSales(date(2026, 10, 1), sales),))
    found = facts.requirement(TODAY, RULES)
    assert (found.own_total, found.complete) == (50_000, complete)


@pytest.mark.parametrize(
    ("month", "tiers", "stale"),
    [
        (date(2026, 10, 1), TIERS, False),
        (date(2026, 9, 1), TIERS, True),  # a month before the last one
        (date(2026, 9, 1), TIERS[:1], False),  # no tier asks for more
    ],
)
def test_a_tier_of_an_older_month_is_stale_where_another_asks_for_more(month, tiers, stale):
    facts = replace(PLAIN, tiers=tiers, sales=(MonthSales(month, 6_000_000),))
    found = facts.requirement(TODAY, RULES)
    assert (found.own_total, found.complete) == (300_000, not stale)


def test_a_falling_reason_moves_the_phones_figure_to_nothing_at_the_least():
    fresh = LineCategory("fresh", 100_000, date(2026, 6, 1), date(2026, 11, 10))
    facts = replace(PLAIN, dated=(fresh,), shown=(ShownDue(60_000, date(2026, 11, 3)),))
    assert line(facts, date(2026, 11, 9)) == 60_000
    assert line(facts, date(2026, 11, 10)) == 0


def test_a_line_may_move_on_the_days_that_are_noted():
    facts = LineFacts(
        "personal",
        dated=(LineCategory("fresh", 1, date(2026, 11, 4), date(2026, 11, 6)),),
        shown=(ShownDue(1, date(2026, 11, 8)),),
        adjustments=(Adjustment(1, date(2026, 11, 10)),),
        tiers=(SalesTier(1, 1, date(2026, 11, 12)),),
        sales=(MonthSales(date(2026, 9, 1), 1),),
        promotion_closed=date(2026, 11, 14),
        closed_before=(date(2026, 11, 15),),
        promotion_opened=(date(2026, 11, 16),),
    )
    days = facts.turns(RULES, date(2026, 11, 1), date(2026, 11, 30))
    assert [day.day for day in days] == [1, 4, 6, 8, 10, 12, 14, 15, 16]
    assert facts.turns(RULES, date(2026, 9, 20), date(2026, 11, 1))[1:] == (
        date(2026, 10, 1), date(2026, 11, 1),
    )  # fmt: skip
    old = PLAIN.turns(RULES, date(2020, 11, 1), date(2020, 11, 30))
    assert date(2020, 11, 19) in old  # the base fell


@pytest.mark.parametrize(
    ("facts", "account", "speaks"),
    [
        (LineFacts(), "own", False),
        (PLAIN, "own", True),
        (LineFacts(adjustments=(Adjustment(1, TODAY),)), "own", True),
        (LineFacts(dated=(LineCategory("x", 1, TODAY),)), "own", True),
        (LineFacts(dated=(LineCategory("x", 1, TODAY, None, "promotion"),)), "own", False),
        (LineFacts(shown=(ShownDue(1, TODAY),)), "own", True),
        (PLAIN, "promotion", False),
        (LineFacts(promotion=True), "promotion", True),
        (LineFacts(shown=(ShownDue(0, TODAY, "promotion"),)), "promotion", True),
        (LineFacts(shown=(ShownDue(0, TODAY + timedelta(1), "promotion"),)), "promotion", False),
    ],
)
def test_of_an_account_is_spoken_where_something_is_known(facts, account, speaks):
    assert facts.speaks_of(account, TODAY) == speaks


def test_months_of_days_are_counted_to_the_newest():
    found = months_of({date(2026, 9, 30): 1, date(2026, 10, 1): 2, date(2026, 10, 9): 4})
    assert [(row.month.month, row.amount, row.until) for row in found] == [
        (9, 1, None), (10, 6, date(2026, 10, 9)),
    ]  # fmt: skip
    assert months_of({}) == () and {row.origin for row in found} == {"orders"}


@pytest.mark.parametrize(
    ("first", "origin", "begins"),
    [
        (date(2026, 10, 2), "orders", True),
        (date(2026, 10, 31), "orders", True),
        (date(2026, 10, 1), "orders", False),
        (date(2026, 11, 1), "orders", False),
        (None, "orders", False),
        (date(2026, 10, 2), "", False),
    ],
)
def test_the_orders_of_a_month_begin_within_it(first, origin, begins):
    facts = replace(PLAIN, orders_from=first)
    row = MonthSales(date(2026, 10, 1), 1, origin=origin)
    assert facts.begins(row) == (first if begins else None)
