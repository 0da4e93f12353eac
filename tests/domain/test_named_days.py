"""Holidays, worked weekends, promotions."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.domain.named_days import (
    DAYS_OFF,
    WORKED,
    NamedDays,
    days_typed,
    days_written,
    holidays_between,
    is_announced,
    is_working_day,
    promotions_between,
)
from ksdesk.domain.rulebook import Override, RuleBook

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def test_a_holiday_with_its_weekend_and_the_days_in_exchange():
    found = holidays_between(*YEAR, "zh")
    national = next(one for one in found if one.name == "国庆节")
    assert (national.first, national.last) == (date(2026, 10, 1), date(2026, 10, 7))
    new_year = found[0]
    assert (new_year.name, new_year.last) == ("元旦", date(2026, 1, 3))
    worked = [one.first for one in found if one.kind == "workday"]
    assert date(2026, 10, 10) in worked and date(2026, 1, 4) in worked
    assert all(one.name and "休" not in one.name for one in found if one.kind == "holiday")


def test_a_span_within_a_holiday_still_knows_it():
    found = holidays_between(date(2026, 10, 3), date(2026, 10, 3), "en_US")
    assert [(one.name, one.first) for one in found] == [("National Day", date(2026, 10, 1))]
    assert holidays_between(date(2026, 11, 2), date(2026, 11, 5), "zh") == ()


def test_the_shipped_promotions_are_readable():
    written = RuleBook.load().on(date(2026, 11, 18)).words("traffic.promo_days")
    found = promotions_between(written, *YEAR, "zh")
    assert [(one.first.isoformat()[5:], one.name) for one in found] == [
        ("06-18", "618"),
        ("11-11", "双11"),
        ("12-12", "双12"),
    ]
    assert len(found) == len(written)
    assert promotions_between(written, *YEAR, "en")[1].name == "Double 11"


@pytest.mark.parametrize("text", ["", "双11", "13-01 x", "02-30 x", "11-11..x 双11"])
def test_what_is_not_a_day_is_passed_over(text):
    found = promotions_between([text], *YEAR, "zh")
    assert found == () or found[0].first == date(2026, 11, 11)


def test_a_stretch_over_new_year():
    found = promotions_between(["12-25..01-02 年货节"], date(2027, 1, 1), date(2027, 1, 31), "zh")
    assert found == (NamedDays(date(2026, 12, 25), date(2027, 1, 2), "promotion", "年货节"),)


def test_working_days():
    assert is_working_day(date(2026, 11, 18)) and not is_working_day(date(2026, 11, 21))
    assert not is_working_day(date(2026, 10, 5)), "National Day"
    assert is_working_day(date(2026, 10, 10)), "a Saturday that is worked"


def test_typed_days_come_first_and_what_is_no_day_is_passed_over():
    off = days_written(["2027-02-06..2027-02-12 春节", "2027-05-03", "春节", "2027-13-01"])
    assert len(off) == 8 and is_working_day(date(2027, 2, 8), worked={date(2027, 2, 8)})
    assert not is_working_day(date(2027, 5, 3), off)
    assert is_announced(2026) and not is_announced(2090)


def test_what_the_seller_typed_is_drawn_as_what_is_announced():
    """A year that is not announced: 2090, with a week off and the Saturday before it worked."""
    off = days_written(["2090-01-30..2090-02-05 春节", "2090-03-08"])
    worked = days_written(["2090-01-28"])
    found = holidays_between(date(2090, 1, 20), date(2090, 3, 12), "zh", off, worked)
    week = next(one for one in found if one.first <= date(2090, 1, 30) <= one.last)
    assert (week.kind, week.last) == ("holiday", date(2090, 2, 5)) and "春节" in week.name
    assert NamedDays(date(2090, 1, 28), date(2090, 1, 28), "workday") in found
    assert NamedDays(date(2090, 3, 8), date(2090, 3, 8), "holiday") in found


def test_what_the_seller_typed_goes_before_what_was_announced():
    off, worked = days_written(["2026-10-10"]), days_written(["2026-10-07"])
    found = holidays_between(date(2026, 10, 1), date(2026, 10, 12), "zh", off, worked)
    kinds = {one.first: (one.last, one.kind) for one in found}
    assert kinds[date(2026, 10, 1)] == (date(2026, 10, 6), "holiday")
    assert kinds[date(2026, 10, 7)] == (date(2026, 10, 7), "workday")
    assert kinds[date(2026, 10, 10)] == (date(2026, 10, 11), "holiday")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2027-02-06", {date(2027, 2, 6): ""}),
        (" 2027-02-06 春节 ", {date(2027, 2, 6): "春节"}),
        ("2027-02-06..2027-02-07 a b", {date(2027, 2, 6): "a b", date(2027, 2, 7): "a b"}),
        ("2027-02-07..2027-02-06", {}),
        ("2027-02-06春节", {}),
        ("2027-2-6", {}),
        ("2027-02-30", {}),
    ],
)
def test_days_as_they_are_typed(text, days):
    assert days_written([text]) == days


@pytest.mark.parametrize(
    ("last", "count"), [("2027-01-31", 31), ("2027-02-01", 32), ("2028-01-01", 32)]
)
def test_days_off_in_a_row_are_a_month_at_most(last, count):
    assert len(days_written([f"2027-01-01..{last}"])) == count


def test_days_are_read_out_of_the_lists_of_the_rule_book():
    own = Override(DAYS_OFF, ("2027-05-03 x", "soon"))
    book = RuleBook.load().with_overrides([own])
    assert days_typed(book, DAYS_OFF) == {date(2027, 5, 3): "x"}
    assert days_typed(book, WORKED) == {} == days_typed(book, "deposit.base")


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("11-11 双11/Double 11", date(2026, 11, 11), date(2026, 11, 11), "双11"),
        ("11-01..11-11双11", date(2026, 11, 1), date(2026, 11, 11), "双11"),
        ("2-9", date(2026, 2, 9), date(2026, 2, 9), ""),
    ],
)
def test_a_promotion_by_its_days_and_name(text, first, last, name):
    assert promotions_between([text], *YEAR, "zh") == (NamedDays(first, last, "promotion", name),)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2026, 11, 1), date(2026, 11, 10), 0),
        (date(2026, 11, 1), date(2026, 11, 11), 1),
        (date(2026, 11, 13), date(2026, 11, 20), 1),
        (date(2026, 11, 14), date(2026, 11, 20), 0),
        (date(2025, 11, 12), date(2026, 11, 12), 2),
    ],
)
def test_a_promotion_is_told_where_a_day_of_it_is_in_the_span(first, last, found):
    assert len(promotions_between(["11-11..11-13 x"], first, last, "zh")) == found


def test_promotions_come_in_the_order_of_days_and_in_english_where_there_is_a_word():
    written = ["12-12 双12/Double 12", "11-11 双11"]
    found = promotions_between(written, *YEAR, "en_US")
    assert [one.name for one in found] == ["双11", "Double 12"]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 16), False),  # 春节
        (date(2026, 2, 14), True),  # a Saturday in exchange
        (date(2026, 11, 20), True),
        (date(2026, 11, 22), False),
    ],
)
def test_what_was_typed_goes_before_what_is_known_of_a_working_day(day, works):
    assert is_working_day(day) == works
    assert is_working_day(day, worked={day}) and not is_working_day(day, off={day})
    assert is_working_day(day, off={day}, worked={day})


def test_a_holiday_at_the_edge_of_the_span_is_whole():
    (before,) = holidays_between(date(2026, 10, 7), date(2026, 10, 9), "zh")
    (after,) = holidays_between(date(2026, 9, 28), date(2026, 10, 1), "zh")
    assert (before.first, before.last) == (after.first, after.last)
    assert [one.kind for one in holidays_between(date(2026, 10, 10), date(2026, 10, 10), "zh")] == [
        "workday"
    ]
