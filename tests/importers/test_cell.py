"""What one cell says: ranges, guards, times of day, and numbers that name something."""

from __future__ import annotations

import pytest

from ksdesk.domain.calendar import DayError
from ksdesk.importers.cell import (
    CellError,
    as_written,
    days_of,
    first_day,
    has_clock,
    has_no_result,
    has_ranges,
    is_clock,
    is_empty_figure,
    is_range,
    lower_end,
    names_things,
    tidy_text,
    unwrapped,
)


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        ('="0123"', "0123"),
        ("'0123", "0123"),
        ("`0123\t", "0123"),
        ("=1+1", "=1+1"),
        (" a ", "a"),
        ("'' 0123 ", "0123"),
        ('=""', ""),
        ('="\'7"', "7"),
        ("a'", "a'"),
        ("", ""),
    ],
)
def test_guards_of_long_digits_go(cell, bare):
    assert unwrapped(cell) == bare


@pytest.mark.parametrize(
    ("cell", "lower"),
    [
        ("7.5~10w", "7.5w"),
        ("7.5w~10w", "7.5w"),
        ("100 ～ 200", "100"),
        ("10%~20%", "10%"),
        ("1000+", "1000"),
        ("<10", "10"),
        ("不足 5 单", "5"),
        ("3万以上", "3万"),
        ("1万~2亿", "1万"),
        ("1~2", "1"),
        ("¥5~10元", "¥5"),
        ("≥ 1,000 元", "1,000"),
        ("100元以内", "100"),
        ("500多", "500"),
    ],
)
def test_a_range_counts_as_its_lower_end(cell, lower):
    assert lower_end(cell).strip() == lower
    assert has_ranges(["5", cell])
    assert is_range(cell)


@pytest.mark.parametrize(
    "cell",
    ["12", "3.5w", "-7", "a~b", "三多", "", "2026-04-15", "1~", "~", "5斤", "+5", "多5", "5~6~7"],
)
def test_anything_else_is_no_range(cell):
    assert lower_end(cell) == cell
    assert not has_ranges([cell])
    assert not is_range(cell)
    assert not has_ranges(["5", cell])


@pytest.mark.parametrize("cell", ["", "-", "--", "N/A", "无", "暂无", "null", "（空）"])
def test_no_figure_is_none(cell):
    assert is_empty_figure(cell)
    assert is_empty_figure(cell, quotient=True)


@pytest.mark.parametrize("cell", ["0", "12", "a", "#REF!", "-5"])
def test_what_must_be_looked_at_is_not_empty(cell):
    assert not is_empty_figure(cell)


def test_only_a_quotient_may_be_one_of_nothing():
    assert is_empty_figure("#DIV/0!", quotient=True)
    for cell, quotient in (("#DIV/0!", False), ("#N/A", False), ("#N/A", True)):
        with pytest.raises(CellError, match="no_result"):
            is_empty_figure(cell, quotient=quotient)


@pytest.mark.parametrize(
    ("cell", "missing"),
    [
        ("#REF!", True),
        ("#name?", True),
        ("###", True),
        ("##", False),
        ("#1款", False),
        ("=A1", True),
        ("=", False),
        ("= 甲", False),
        ("=甲", False),
        ("=\t1", False),
        ("=(A1+B1)*2", True),
        ("#VALUE!", True),
        ("#SPILL!", True),
        ("#########", True),
        ("#甲#", False),
        ("#", False),
        ("", False),
        ("12", False),
        ("A=1", False),
    ],
)
def test_cells_without_a_result(cell, missing):
    assert has_no_result(cell) is missing


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("2026-04-13~2026-04-19", 6),
        ("2026/4/13-2026/4/19", 6),  # as long as a day with its seconds
        ("2026-04-15", 0),
        ("2026-04-15 10:20:30", 0),
        ("合计", 0),
        ("", 0),
        (" '2026-04-13 ~ 2026-04-14 ", 1),
        ("2026-04-15~2026-04-15", 0),
        ("2026-02-01 至 2026-02-28", 27),
    ],
)
def test_the_days_of_a_span(cell, days):
    assert days_of(cell) == days


@pytest.mark.timeout(10)
@pytest.mark.parametrize("sign", ["1", " ", "1 ", "1~", "~1 "])
def test_long_cells_take_no_time(sign):
    """A text of thousands of signs is none of these; it took minutes to say so."""
    for cell in (sign * 20_000, f"~{sign * 20_000}。", f"{sign * 20_000}~1"):
        assert not is_range(cell) and lower_end(cell) == cell and not is_clock(cell)
        with pytest.raises(DayError):
            first_day(cell)
        assert not days_of(cell)


def test_times_of_day():
    assert all(map(is_clock, ["9:30", "09:30:15", "上午 9:30", "9点30分", "'10:20"]))
    assert not any(map(is_clock, ["9", "2026-04-15 09:30", "9:3", ""]))
    assert has_clock("'2026-04-15 09:30") and has_clock("2026-04-15 09:30-10:30")
    assert has_clock("2026-04-15 00:00:01") and has_clock("2026-04-15 09:30")
    assert not has_clock("2026-04-15") and not has_clock("2026-04-15 00:00") and not has_clock("x")


def test_texts_are_stored_without_what_nobody_sees():
    assert tidy_text("\t柿\u200b饼\ufeff\n礼盒 ") == "柿 饼 礼盒"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("123.0", "123"),
        ("123.50", "123.50"),
        ("1.5", "1.5"),
        ("1.23e5", "123000"),
        ("1.2345e3", "1.2345e3"),
        ("1.234e3", "1234"),
        ("5e+3", "5000"),
        ("2E5", "2E5"),
        ("1.2e10", "12000000000"),
        ("1.2345678901e10", "12345678901"),
        ("1.23456789012e10", "1.23456789012e10"),
        ("2E+5", "200000"),
        ("2.0e5", "200000"),
        ("-1.5E+3", "-1500"),
        ("1E10", "1E10"),
        ("123.", "123"),
        ("0.0", "0"),
        ("1.0.0", "1.0.0"),
        ("a.0", "a.0"),
        (".0", ".0"),
        ("1,234,567", "1234567"),
        ("123,456,789,012", "123456789012"),
        ("1,234", "1,234"),
        ("1,23,456", "1,23,456"),
        ("１２３", "123"),
        ("１２３号", "１２３号"),
        ("", ""),
        ("1.23456789012E+11", "123456789012"),
        ("1.23456789012345E+14", "123456789012345"),
    ],
)
def test_numbers_as_programs_write_them(text, written):
    assert as_written(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "1.2E+11",
        "1.23456789012345E+15",
        "1.23456789012E+12",
        "1.234567890123456E+15",
        "1E+11",
        "1E11",
        "-2.4E+18",
    ],
)
def test_numbers_whose_digits_are_lost_are_refused(text):
    with pytest.raises(CellError, match="lost_digits"):
        as_written(text)


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (["0012", "0034"], True),
        (["123456789012"], True),
        (["12345678901"], False),
        (["12345678", "12345679", "12345670"], True),
        (["12345678", "12345679"], False),
        (["1234567", "1234568", "1234569"], False),
        (["12345678", "12345679", "123456"], False),
        (["0", "5", "12"], False),
        (["12345678", "12345679", "12345670", "甲"], False),
        (["1.2E+17"], True),
        (["", "--"], False),
        (["007"], True),
        (["00"], True),
        (["5", "0123"], True),
        (["13800000000"], True),
        (["13800000000", "15912345678"], True),
        (["13800000000", "12345678901"], False),
        (["23800000000"], False),
        (["12345678.0", "12345679.00", "12345670"], True),
        (["12345678", "", "12345679", "--", "12345670"], True),
        (["12345678", "12345678", "12345679"], False),
        (["123456789012", "5"], True),
        (["123456789012", "5.5"], False),
        (["'0012"], True),
    ],
)
def test_numbers_that_name_things_look_like_it(cells, names):
    assert names_things(cells) is names


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (["123456789012345"], False),
        (["1234567890123456"], True),
        (["12345678", "12345679", "12345670"], False),
        (["13800000000"], False),
        (["0012"], True),
        (["0", "1234"], False),
    ],
)
def test_amounts_may_be_long_where_their_label_tells_of_them(cells, names):
    """No spreadsheet keeps more than fifteen digits."""
    assert names_things(cells, figures=True) is names
