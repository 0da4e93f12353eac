"""Day by day, ahead, and what really happened below the line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ksdesk.actions import deposit, opening
from ksdesk.actions.deposit import notes, outlook
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import LineCategory, MonthSales, SalesTier, ShownLine
from ksdesk.domain.deposit.outlook import Crossing
from ksdesk.domain.rulebook import RuleBook

DAY = date(2026, 11, 18)
RULES = RuleBook.load()


@pytest.fixture
def shop(book, now):
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", date(2026, 11, 1), "paid_in", 50_000)], now)
    return book


@pytest.mark.slow
def test_one_fen_below_flips_on_its_day_in_both_directions(shop, now):
    below, again = date(2026, 11, 14), date(2026, 11, 16)
    lines = [NewEntry("own", below, "deduction", -1), NewEntry("own", again, "paid_in", 1)]
    deposit.add(shop, lines, now)
    daily = outlook.by_day(shop.reader, RULES, "own", date(2026, 11, 10), DAY)
    assert daily.crossings == (Crossing(below, True, 1), Crossing(again, False))
    assert (daily.balances[below], daily.lines[below]) == (49_999, 50_000)
    for day in daily.balances:
        account = deposit.accounts(shop.reader, RULES, day)[0]
        assert (account.balance, account.line) == (daily.balances[day], daily.lines[day])
        states = {m.state for m in outlook.measures(shop.reader, RULES, day)}
        assert states == {"possible" if below <= day < again else "none"}


def test_the_days_before_the_first_are_in_the_balance(shop):
    daily = outlook.by_day(shop.reader, RULES, "own", DAY, DAY)
    assert (daily.first, daily.last, daily.balances) == (DAY, DAY, {DAY: 50_000})
    assert outlook.by_day(shop.reader, RULES, "promotion", DAY, DAY).lines == {DAY: None}


def test_what_happened_stops_something_until_it_is_lifted(shop, now):
    deposit.add(shop, [NewEntry("own", DAY, "deduction", -236)], now)
    notes.mark(shop, "listing_closed", "happened", DAY, "", now)
    listing = outlook.measures(shop.reader, RULES, DAY)[1]
    assert (listing.state, listing.amount, listing.lifted_by) == (
        "happened",
        236,
        ("top_up", "ask_platform"),
    )
    assert outlook.stopped(shop.reader, DAY) == {"listing"}
    notes.mark(shop, "listing_closed", "lifted", DAY + timedelta(1), "", now)
    assert outlook.stopped(shop.reader, DAY + timedelta(1)) == set()


def test_the_day_by_which_comes_from_the_newest_figure(shop, now):
    assert outlook.due(shop.reader, "own", DAY) is None
    until = date(2026, 11, 25)
    notes.keep(shop, ShownLine("own", 50_236, date(2026, 11, 14), until), now)
    found = outlook.due(shop.reader, "own", DAY)
    assert found is not None and (found.due, found.day.day) == (until, 14)
    assert outlook.due(shop.reader, "own", date(2026, 11, 13)) is None
    notes.keep(shop, ShownLine("own", 50_000, date(2026, 11, 17)), now)
    assert outlook.due(shop.reader, "own", DAY) is None


def test_warnings_ahead_and_questions(shop, now):
    assert outlook.look_ahead(shop.reader, RULES, DAY) == ()
    assert outlook.month_forecast(shop.reader, DAY) is None
    notes.keep(shop, LineCategory("fresh", 100_000, date(2026, 12, 10)), now)
    notes.keep(shop, SalesTier(5_500_000, 300_000), now)
    notes.keep(shop, MonthSales(DAY, 3_000_000, date(2026, 11, 15)), now)
    notes.keep(shop, MonthSales(DAY, 3_000_000, category="fresh"), now)
    found = outlook.look_ahead(shop.reader, RULES, DAY)
    assert [(one.code, one.on.day, one.short) for one in found] == [
        ("sales_likely", 1, 250_000),
        ("special", 10, 100_000),
    ]
    forecast = outlook.month_forecast(shop.reader, DAY)
    assert forecast is not None and forecast.likely == 6_000_000
    before = {e.id for e in shop.reader.deposit.entries("own")}
    answer = outlook.what_if(shop.reader, RULES, DAY, opened={"jewellery": 70_000}, promotion=True)
    assert (answer.difference(), answer.difference("promotion")) == (70_000, 50_000)
    assert {e.id for e in shop.reader.deposit.entries("own")} == before
