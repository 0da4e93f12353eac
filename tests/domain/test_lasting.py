"""What a workbook program makes of a text is the same text, and of no other one."""

from __future__ import annotations

import pytest

from ksdesk.domain.lasting import lasting_number, lasting_option, lasting_pair, whole

DAYS = [(month, day) for month in range(1, 13) for day in (1, 2, 9, 10, 28, 29)]
SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@pytest.mark.parametrize(("month", "day"), DAYS)
def test_a_pair_is_itself_whatever_day_a_program_made_of_it(month, day):
    name = f"{month}-{day}"
    yearless = (
        *(name, f"{month}/{day}", f"{month:02d}-{day:02d}", f"{month}月{day}日"),
        *(f"{day}-{SHORT[month - 1].title()}", f"{day:02d}-{SHORT[month - 1]}"),
    )
    dated = (
        *(f"2026-{month:02d}-{day:02d}", f"2026/{month}/{day}", f"2026年{month}月{day}日"),
        *(f"2026-{month:02d}-{day:02d} 00:00:00", f"2026/{month}/{day} 0:00"),
    )
    assert {lasting_pair(text) for text in yearless} == {name}
    assert {lasting_option(text) for text in (*yearless, *dated)} == {name}
    assert [lasting_pair(text) for text in dated] == list(dated)
    for made in (*yearless[3:], *dated):
        assert whole(made, name) == name, made
        assert whole(name, made) == name, "what the platform says heals what a program made"
    assert whole(f"{month}月{day + 1}日", name) == f"{month}月{day + 1}日"


@pytest.mark.parametrize("year", [32, 50, 99])
def test_a_pair_too_large_for_a_day_is_a_month_of_the_last_century(year):
    name = f"2-{year}"
    for made in (f"Feb-{year}", f"19{year}-02-01", f"19{year}/2/1"):
        assert lasting_option(made) == lasting_option(name) == name
        assert whole(made, name) == name


@pytest.mark.parametrize(
    "text",
    "13-1|0-5|1-0|2-Foo|Foo-22|13月1日|1-2-3|红|XL|1.2|2026-13-01|10-12斤|2026-11-01~2026-11-30||-|1-"
    "|红 1-2|2026-01-02 10:20:30".split("|"),
)
def test_any_other_name_stays(text):
    assert lasting_pair(text) == lasting_option(text) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [("007", "7"), ("000", "0"), ("", ""), ("0a", "0a"), ("70", "70"), ("-07", "-07")],
)
def test_zeros_in_front_of_a_number_do_not_last(text, number):
    assert lasting_number(text) == number


def test_zeros_in_front_are_lost_and_found():
    assert lasting_option("0012") == "12"
    assert whole("12", "0012") == "0012" and whole("0012", "12") == "0012"
    assert whole("13", "0012") == "13"


def test_a_code_that_was_taken_for_a_number():
    assert lasting_option("1E3") == lasting_option("1000") == "1000"
    assert whole("1000", "1E3") == "1E3" and whole("1E3", "1000") == "1E3"
    assert whole("1000", "2E3") == "1000" and lasting_pair("1E3") == "1E3"
    assert lasting_option("E3") == "E3" and lasting_option("1EX") == "1EX"


@pytest.mark.parametrize(
    ("before", "made"),
    [
        ("1.50", "1.5"),
        ("2.0", "2"),
        ("0.500", "0.5"),
        ("2026-04-15 09:30:10", "2026/4/15 9:30"),
        ("2026-04-15 09:30", "2026-04-15 09:30:00"),
        ("2026-04-15", "2026/4/15"),
        ("09:30:10", "9:30"),
        ("9:30", "09:30:00"),
    ],
)
def test_what_a_program_made_is_what_it_was(before, made):
    assert whole(made, before) == before
    other = made.replace("5", "7").replace("9:3", "9:4").replace("2", "3")
    assert whole(other, before) == other


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("2026-04-15 09:30", "2026-04-15 09:30:10"),
        ("2026-13-15 09:30", "2026/13/15 9:30"),
        ("1.5", "1.50"),
        ("9:30", "09:30:10"),
        ("25:00", "25:00:00"),
    ],
)
def test_what_says_more_or_is_no_moment_stays(before, text):
    assert whole(text, before) == text


def test_two_years_of_one_day_are_two_days():
    assert whole("2026-01-02", "2025-01-02") == "2026-01-02"
