"""Months of a shop: it opens, grows, breaks a rule, closes and opens again.

Every line was written out by hand, in yuan: a row of a story names the first day from which the
own and the promotion deposit stand at these figures (None: nothing is required there). All days
up to the next row are looked at. The figures of categories and tiers are of imaginary sellers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from ksdesk.domain.deposit import ShownDue, standing
from ksdesk.domain.deposit.line import LineFacts, line_by_day, line_on
from ksdesk.domain.deposit.notes import Adjustment, LineCategory, MonthSales, SalesTier
from ksdesk.domain.rulebook import Override, RuleBook

RULES = RuleBook.load()


def day(text: str) -> date:
    return date.fromisoformat(text)


def sold(month: str, yuan: int, until: str = "") -> MonthSales:
    return MonthSales(day(f"{month}-01"), yuan * 100, day(until) if until else None)


def opened(
    name: str, yuan: int | None, first: str, last: str = "", account: str = "own"
) -> LineCategory:
    amount = None if yuan is None else yuan * 100
    return LineCategory(name, amount, day(first), day(last) if last else None, account)


def tier(sales: int, yuan: int, first: str = "") -> SalesTier:
    return SalesTier(sales * 100, yuan * 100, day(first) if first else None)


def seen(yuan: int, on: str, account: str = "own") -> ShownDue:
    return ShownDue(yuan * 100, day(on), account)


@dataclass(frozen=True)
class Story:
    """Facts, until when it is told, and the lines of the days."""

    facts: LineFacts
    last: str
    lines: str
    own_rules: tuple[Override, ...] = ()


STORIES = {
    "opens before the minimum was lowered": Story(
        LineFacts("personal"),
        "2021-01-31",
        """2020-10-01 1000 -
           2020-11-19  500 -""",
    ),
    "grows month by month by its own tiers": Story(
        LineFacts(
            "personal",
            tiers=(tier(30_000, 2_000), tier(55_000, 3_000), tier(120_000, 6_000)),
            sales=(
                sold("2026-01", 29_999),
                sold("2026-02", 30_000),
                sold("2026-03", 119_999),
                sold("2026-04", 250_000),
                sold("2026-05", 0),
            ),
        ),
        "2026-07-31",
        """2026-01-01  500 -
           2026-03-01 2000 -
           2026-04-01 3000 -
           2026-05-01 6000 -
           2026-06-01  500 -""",
    ),
    "a newer table of tiers begins in the middle of a year": Story(
        LineFacts(
            "personal",
            tiers=(
                tier(50_000, 3_000, "2024-01-01"),
                tier(30_000, 2_000, "2026-04-01"),
                tier(100_000, 5_000, "2026-04-01"),
            ),
            sales=(sold("2026-01", 60_000), sold("2026-02", 40_000), sold("2026-03", 60_000)),
        ),
        "2026-05-31",
        """2026-01-01  500 -
           2026-02-01 3000 -
           2026-03-01  500 -
           2026-04-01 2000 -""",
    ),
    "special categories come and go, the dearest counts": Story(
        LineFacts(
            "personal",
            dated=(
                opened("fresh", 1_000, "2026-02-10", "2026-06-01"),
                opened("jewellery", 20_000, "2026-03-15", "2026-05-20"),
                opened("beauty", 800, "2026-04-01"),
            ),
        ),
        "2026-07-01",
        """2026-01-01   500 -
           2026-02-10  1500 -
           2026-03-15 20500 -
           2026-05-20  1500 -
           2026-06-01  1300 -""",
    ),
    "a category closes and is opened anew at another price": Story(
        LineFacts(
            "personal",
            dated=(
                opened("alcohol", 2_000, "2026-01-05", "2026-03-01"),
                opened("alcohol", 3_000, "2026-04-10"),
            ),
        ),
        "2026-05-01",
        """2026-01-01  500 -
           2026-01-05 2500 -
           2026-03-01  500 -
           2026-04-10 3500 -""",
    ),
    "a category of the wizard's is closed under its other name": Story(
        LineFacts(
            "personal",
            categories=("alcohol", "珠宝玉石"),
            asked={"alcohol": 200_000, "珠宝玉石": 90_000},
            dated=(
                opened("酒类", 2_500, "2026-02-01", "2026-04-01"),
                opened("jewellery", 900, "2026-03-01", "2026-05-01"),
            ),
        ),
        "2026-05-31",
        """2026-01-01 2500 -
           2026-02-01 3000 -
           2026-04-01 1400 -
           2026-05-01  500 -""",
    ),
    "promotion opens, closes, is paid back and opens again": Story(
        LineFacts(
            "personal",
            dated=(
                opened("beauty", 800, "2026-03-01", "2026-06-15", "promotion"),
                opened("food", 600, "2026-10-01", "", "promotion"),
            ),
            promotion_closed=day("2026-06-15"),
        ),
        "2026-12-31",
        """2026-02-01 500 -
           2026-03-01 500 800
           2026-06-15 500 -
           2026-10-01 500 600""",
    ),
    "promotion is opened twice by paying in anew": Story(
        LineFacts(
            "personal",
            promotion=True,
            promotion_closed=day("2026-09-10"),
            closed_before=(day("2026-03-31"),),
            promotion_opened=(day("2026-05-01"), day("2026-11-11")),
        ),
        "2026-12-31",
        """2026-01-01 500 500
           2026-03-31 500 -
           2026-05-01 500 500
           2026-09-10 500 -
           2026-11-11 500 500""",
    ),
    "promotion is closed and opened again on one day, then closed for good": Story(
        LineFacts(
            "personal",
            promotion_closed=day("2026-08-20"),
            closed_before=(day("2026-04-02"), day("2026-06-30")),
            promotion_opened=(day("2026-01-15"), day("2026-04-02"), day("2026-07-01")),
        ),
        "2026-12-31",
        """2026-01-01 500 -
           2026-01-15 500 500
           2026-06-30 500 -
           2026-07-01 500 500
           2026-08-20 500 -""",
    ),
    "one category closes on the day on which a dearer one opens": Story(
        LineFacts(
            "personal",
            dated=(
                opened("fresh", 1_000, "2026-02-01", "2026-03-10"),
                opened("alcohol", 2_000, "2026-03-10", "2026-03-31"),
                opened("fresh", 1_200, "2026-03-31"),
            ),
        ),
        "2026-04-30",
        """2026-01-01  500 -
           2026-02-01 1500 -
           2026-03-10 2500 -
           2026-03-31 1700 -""",
    ),
    "grows, breaks a rule, sells less, and the tier comes back with the sales": Story(
        LineFacts(
            "personal",
            tiers=(tier(55_000, 3_000), tier(100_000, 8_000)),
            sales=(
                sold("2026-01", 55_000),
                sold("2026-02", 120_000),
                sold("2026-03", 54_999),
                sold("2026-04", 99_999),
            ),
            adjustments=(Adjustment(300_000, day("2026-04-12")),),
        ),
        "2026-05-31",
        """2026-01-01  500 -
           2026-02-01 3000 -
           2026-03-01 8000 -
           2026-04-01  500 -
           2026-04-12 3500 -
           2026-05-01 3000 -""",
    ),
    "two promotion categories, the dearer one goes first": Story(
        LineFacts(
            "personal",
            dated=(
                opened("beauty", 3_000, "2026-02-03", "2026-05-05", "promotion"),
                opened("food", 900, "2026-03-01", "2026-07-31", "promotion"),
            ),
            promotion_closed=day("2026-07-31"),
        ),
        "2026-08-31",
        """2026-01-01 500 -
           2026-02-03 500 3000
           2026-05-05 500 900
           2026-07-31 500 -""",
    ),
    "the phone shows the line of a day on which a category closes": Story(
        LineFacts(
            "personal",
            shown=(seen(2_400, "2026-06-15"), seen(900, "2026-09-01", "promotion")),
            dated=(
                opened("fresh", 1_000, "2026-05-01", "2026-06-15"),
                opened("beauty", 800, "2026-08-01", "", "promotion"),
            ),
            promotion_closed=day("2026-11-11"),
        ),
        "2026-12-31",
        """2026-04-01  500 -
           2026-05-01 1500 -
           2026-06-15 2400 -
           2026-08-01 2400 800
           2026-09-01 2400 900
           2026-11-11 2400 -""",
    ),
    "what the phone showed before promotion was closed is over when it opens anew": Story(
        LineFacts(
            "personal",
            promotion=True,
            shown=(
                seen(3_000, "2026-02-10", "promotion"),
                seen(1_200, "2026-08-20", "promotion"),
                seen(800, "2026-02-10"),
            ),
            promotion_closed=day("2026-09-30"),
            closed_before=(day("2026-04-15"),),
            promotion_opened=(day("2026-06-01"), day("2026-10-08")),
        ),
        "2026-12-31",
        """2026-01-01 500  500
           2026-02-10 800 3000
           2026-04-15 800    -
           2026-06-01 800  500
           2026-08-20 800 1200
           2026-09-30 800    -
           2026-10-08 800  500""",
    ),
    "the phone shows another line, and later facts move it": Story(
        LineFacts(
            "personal",
            shown=(seen(3_000, "2026-04-03"), seen(2_600, "2026-07-09")),
            dated=(opened("fresh", 1_000, "2026-05-01", "2026-06-01"),),
        ),
        "2026-08-01",
        """2026-03-01  500 -
           2026-04-03 3000 -
           2026-05-01 4000 -
           2026-06-01 3000 -
           2026-07-09 2600 -""",
    ),
    "after a violation the platform asks for more, and less again": Story(
        LineFacts(
            "personal",
            adjustments=(
                Adjustment(150_000, day("2026-02-20")),
                Adjustment(400_000, day("2026-03-03")),
                Adjustment(0, day("2026-06-01")),
            ),
        ),
        "2026-06-30",
        """2026-02-01  500 -
           2026-02-20 2000 -
           2026-03-03 4500 -
           2026-06-01  500 -""",
    ),
    "a month typed by hand over what the tiers say": Story(
        LineFacts(
            "personal",
            tiers=(tier(55_000, 3_000),),
            sales=(sold("2026-08", 60_000), sold("2026-09", 60_000), sold("2026-10", 1)),
            adjustments=(Adjustment(120_000, day("2026-10-05")),),
        ),
        "2026-11-30",
        """2026-08-01  500 -
           2026-09-01 3000 -
           2026-10-05 1700 -
           2026-11-01  500 -""",
    ),
    "a minimum of its own from a day on": Story(
        LineFacts("personal", promotion=True),
        "2026-12-31",
        """2026-08-01 500 500
           2026-09-15 800 500""",
        (Override("deposit.base", 80_000, day("2026-09-15")),),
    ),
    "a whole year: opens, grows, is fined, closes promotion, comes back": Story(
        LineFacts(
            "personal",
            tiers=(tier(55_000, 3_000),),
            sales=(sold("2026-03", 80_000), sold("2026-04", 10_000), sold("2026-09", 55_000)),
            dated=(
                opened("fresh", 1_000, "2026-02-01", "2026-08-01"),
                opened("food", 900, "2026-02-15", "2026-05-10", "promotion"),
                opened("food", 700, "2026-11-20", "", "promotion"),
            ),
            promotion_closed=day("2026-05-10"),
            adjustments=(Adjustment(200_000, day("2026-06-10")),),
        ),
        "2026-12-31",
        """2026-01-01  500 -
           2026-02-01 1500 -
           2026-02-15 1500 900
           2026-04-01 4000 900
           2026-05-01 1500 900
           2026-05-10 1500 -
           2026-06-10 3500 -
           2026-08-01 2500 -
           2026-10-01 3000 -
           2026-11-20 3000 700""",
    ),
}


def expected(story: Story) -> dict[date, tuple[int | None, int | None]]:
    """The hand-written lines in fen, day by day."""
    rows = [row.split() for row in story.lines.splitlines()]
    amounts = [tuple(None if x == "-" else int(x) * 100 for x in row[1:]) for row in rows]
    firsts = [day(row[0]) for row in rows]
    ends = [*firsts[1:], day(story.last) + timedelta(1)]
    return {
        first + timedelta(n): (own, promotion)
        for first, end, (own, promotion) in zip(firsts, ends, amounts, strict=True)
        for n in range((end - first).days)
    }


@pytest.mark.parametrize("name", STORIES)
def test_the_line_of_each_day_is_the_one_written_out(name: str) -> None:
    story = STORIES[name]
    rules = RULES.with_overrides(story.own_rules)
    lines = expected(story)
    for place, account in enumerate(("own", "promotion")):
        wanted = {when: both[place] for when, both in lines.items()}
        each = {when: line_on(story.facts, rules, account, when) for when in wanted}
        wrong = {when: fen for when, fen in each.items() if fen != wanted[when]}
        assert not wrong, (account, dict(list(wrong.items())[:3]))
        quick = line_by_day(story.facts, rules, account, min(wanted), max(wanted))
        assert quick == wanted


def test_a_fine_leaves_the_line_and_takes_from_the_balance() -> None:
    """Paid 3,000 for a line of 3,000; 36 deducted on 12 April: 36 are missing until it is paid."""
    facts = LineFacts("personal", tiers=(tier(55_000, 3_000),), sales=(sold("2026-03", 60_000),))
    balances = {"2026-03-31": 300_000, "2026-04-11": 300_000, "2026-04-12": 296_400,
                "2026-04-20": 300_000, "2026-05-01": 300_000}  # fmt: skip
    short = {"2026-03-31": 0, "2026-04-11": 0, "2026-04-12": 3_600, "2026-04-20": 0,
             "2026-05-01": 0}  # fmt: skip
    surplus = {"2026-03-31": 250_000, "2026-04-11": 0, "2026-04-12": 0, "2026-04-20": 0,
               "2026-05-01": 0}  # fmt: skip
    for when, balance in balances.items():
        stands = standing(balance, facts.requirement(day(when), RULES))
        assert (stands.shortfall, stands.surplus) == (short[when], surplus[when]), when


UNSURE = [
    (sold("2026-06", 60_000, "2026-06-20"), "2026-07-05", False),
    (sold("2026-06", 60_000, "2026-06-30"), "2026-07-05", True),
    (sold("2026-06", 0), "2026-07-05", True),
    (sold("2026-05", 54_999), "2026-07-05", False),  # June may have sold 55,000
    (sold("2026-05", 55_000), "2026-07-05", True),  # no tier asks for more
]


@pytest.mark.parametrize(("month", "when", "exact"), UNSURE)
def test_a_month_that_was_not_over_or_not_told_leaves_the_line_open(
    month: MonthSales, when: str, exact: bool
) -> None:
    facts = LineFacts("personal", tiers=(tier(55_000, 3_000),), sales=(month,))
    assert facts.requirement(day(when), RULES).complete is exact
