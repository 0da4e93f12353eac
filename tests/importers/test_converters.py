"""What the cells of one column become, in a hurry and one by one, and why some cannot be taken."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.traffic import to_seconds
from ksdesk.importers import converters as to

PLAIN = st.sampled_from(
    ("0", "7", "-3", "12", "123456", "1,234", "-12,345,678", "", "-", "--", "3.5", "0.05", "12.30")
)
CONVERTS = {
    "counts": to.counts,
    "money": lambda: to.money("yuan"),
    "numbers": to.numbers,
    "durations": lambda: to.durations("seconds"),
}


def one(convert: to.Convert, cell: str) -> object:
    """The value of a cell, or the code of what is wrong with it."""
    (value,), faults = convert([cell])
    return faults.get(0, value)


@given(st.lists(PLAIN, min_size=1, max_size=6), st.sampled_from(sorted(CONVERTS)))
def test_a_chunk_of_plain_figures_says_what_its_cells_say_one_by_one(cells, name):
    convert = CONVERTS[name]()
    values, faults = convert(cells)
    assert convert(cells) == (values, faults)  # met once more
    for place, cell in enumerate(cells):
        (value,), fault = CONVERTS[name]()([cell])
        assert (values[place], faults.get(place)) == (value, fault.get(0))
    odd, odd_faults = convert([*cells, "1万"])  # no figure that a hurried look knows
    assert odd[:-1] == values
    assert {place: why for place, why in odd_faults.items() if place < len(cells)} == faults


@given(st.lists(PLAIN, min_size=1, max_size=6), st.sampled_from(sorted(CONVERTS)))
def test_a_chunk_says_the_same_whatever_came_before(cells, name):
    fresh, later = CONVERTS[name](), CONVERTS[name]()
    later(["0", "7", "-3", "12", "3.5", "0.05", "12.30"])
    later([str(figure) for figure in range(9_000)])  # more than is remembered
    assert repr(later(cells)) == repr(fresh(cells))


def test_hundredths_are_fen_to_the_fen():
    amounts = [f"{sign}{fen // 100}.{fen % 100:02}" for fen in range(20_000) for sign in ("", "-")]
    assert to.money("yuan")(amounts) == ([fen * s for fen in range(20_000) for s in (1, -1)], {})
    assert to.money("yuan")(["1.00\n2.00", "3.00"])[1] == {0: "bad_money"}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("41", 41),
        ("-2", -2),
        ("1,234", 1234),
        ("3.7", 3.7),
        ("4.0", 4),
        ("1.5万", 15_000),
        ("100~200", 100),
        ("", None),
        ("无", None),
        ("1.2k", 1200),
        ("3K+", 3000),
        ("1k~2k", 1000),
        ("5千", 5000),
        ("12%", "bad_count"),
        ("12‰", "bad_count"),
        ("三个", "bad_count"),
        ("#REF!", "no_result"),
        (str(2**53), 2**53),
        ("9,007,199,254,740,993.5", "too_big"),
        ("-" + str(2**53), -(2**53)),
        ("-9,007,199,254,740,994.5", "too_big"),
        ("12％", "bad_count"),
        ("#DIV/0!", "no_result"),
    ],
)
def test_counts(cell, value):
    assert one(to.counts(), cell) == value


@pytest.mark.parametrize(
    ("unit", "cell", "value"),
    [
        ("yuan", "1.5", 150),
        ("yuan", "0.29", 29),
        ("yuan", "¥1,234.56", 123_456),
        ("yuan", "-0.01", -1),
        ("yuan", "--", None),
        ("yuan", "1.5万", 1_500_000),
        ("yuan", "1.2k", 120_000),
        ("yuan", "3‰", "bad_money"),
        ("yuan", "abc", "bad_money"),
        ("yuan", "#VALUE!", "no_result"),
        ("fen", "7", 7),
        ("fen", "-7", -7),
        ("li", "1000", 100),
        ("li", "15", 2),
        ("li", "14", 1),
        ("li", "-15", -2),
        ("li", "", None),
        ("li", "-14", -1),
        ("li", "0", 0),
        ("li", "1.5万", 1500),
        ("fen", "1,234", 1234),
        ("fen", "0.4", 0),
        ("fen", "abc", "bad_money"),
        ("yuan", "0.005", 1),
        ("yuan", "12%", "bad_money"),
        ("yuan", "1000+", 100_000),
        ("yuan", "#DIV/0!", "no_result"),
        ("yuan", "9" * 20, "too_big"),
    ],
)
def test_amounts_are_fen_whatever_the_header_counts_in(unit, cell, value):
    assert one(to.money(unit), cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12.5%", 0.125),
        ("3‰", 0.003),
        ("1.5 ‰", 0.0015),
        ("2k", 2000.0),
        ("0.1", 0.1),
        ("1e-10", 0.0),
        ("-1e-10", 0.0),
        ("0.000000002", 2e-9),
        ("-0.000000002", -2e-9),
        ("-", None),
        ("#DIV/0!", None),
        ("#N/A", "no_result"),
        ("10%~20%", 0.1),
        ("很多", "bad_number"),
        ("1e999", "too_big"),
    ],
)
def test_figures(cell, value):
    assert one(to.numbers(), cell) == value


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("41", 41.0),
        ("41.5", 41.5),
        ("2:03", 123.0),
        ("1:02:03", 3_723.0),
        ("1 分 20 秒", 80.0),
        ("2小时", 7_200.0),
        ("1时1分1秒", 3_661.0),
        ("1h30min", 5_400.0),
        ("--", None),
        ("0", 0.0),
        ("100:00:01", 360_001.0),
        ("0:00:00.5", 0.5),
        ("1.5小时", 5_400.0),
        ("30秒", 30.0),
        ("#DIV/0!", None),
        ("#REF!", "no_result"),
        ("-1:00", "bad_duration"),
        ("-3", "bad_duration"),
        ("5%", "bad_duration"),
        ("5‰", "bad_duration"),
        ("久", "bad_duration"),
    ],
)
def test_lengths_of_time(cell, seconds):
    assert one(to.durations("seconds"), cell) == seconds


def test_lengths_in_minutes():
    assert to.durations("minutes")(["2", "0.5"]) == ([120.0, 30.0], {})
    assert to.durations("minutes")(["1.5万"]) == ([900_000.0], {})
    assert to.durations("minutes")(["2", "1:30", "2 "]) == ([120.0, 90.0, 120.0], {})


@pytest.mark.parametrize(
    ("cell", "hour"),
    [
        ("9", 9),
        ("09:00", 9),
        ("9点", 9),
        ("9:00:00", 9),
        ("09:00-10:00", 9),
        ("23", 23),
        ("0", 0),
        ("24", None),
        ("99", None),
        ("123", None),
        (" 9 ", 9),
        ("9：00", 9),
        ("09时", 9),
        ("20~21", 20),
        ("9:30", None),
        ("", None),
    ],
)
def test_the_hour_beside_a_day(cell, hour):
    assert one(to.hours(), cell) == ("bad_hour" if hour is None else hour * 3_600)


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("10:20:30", (10, 20, 30)),
        ("下午 3:04", (15, 4, 0)),
        ("23:59", (23, 59, 0)),
        ("9", (9, 0, 0)),
        ("0:01", (0, 1, 0)),
    ],
)
def test_the_time_of_day_beside_a_day(cell, clock):
    hour, minute, second = clock
    assert one(to.clocks(), cell) == hour * 3_600 + minute * 60 + second
    assert one(to.clocks(optional=True), cell) == one(to.clocks(), cell)


def test_a_time_of_day_may_be_missing_only_where_it_is_said():
    assert one(to.clocks(optional=True), "") == one(to.clocks(optional=True), "--") == 0
    assert one(to.clocks(), "") == one(to.clocks(), "--") == "bad_hour"
    assert one(to.clocks(), "全部") == one(to.hours(), "全部") == "total_line"
    assert one(to.hours(), "备注：x") == "note_line"
    assert one(to.clocks(optional=True), "晚上") == "bad_hour"
    assert one(to.clocks(), "合计") == one(to.hours(), "合计") == "total_line"


def test_moments_may_be_missing_span_or_be_nought_where_it_is_said():
    moment = to_seconds(datetime(2026, 4, 15, 10, 20))
    assert one(to.moments(), "2026-04-15 10:20") == moment
    for none in ("", "--", "0", "0000-00-00 00:00:00", "1970-01-01 08:00:00"):
        assert one(to.moments(optional=True), none) is None
    assert one(to.moments(), "") == "no_day"
    assert one(to.moments(), "昨天吧") == "bad_day"
    assert one(to.moments(), "1969-12-31") == "bad_day"
    assert one(to.moments(), "1970-01-01") == 0
    assert one(to.moments(nought=True), "1") == "bad_day"
    assert (one(to.moments(), "0"), one(to.moments(nought=True), "--")) == ("bad_day", "no_day")
    assert one(to.moments(nought=True, optional=True), "0") == 0
    assert one(to.moments(optional=True), "昨天吧") == "bad_day"
    assert one(to.moments(), "2026-04-15 小计") == "total_line"
    assert one(to.moments(), "2026-04-15 星期三") == to_seconds(datetime(2026, 4, 15))
    assert one(to.moments(), "全部") == "total_line"
    assert one(to.moments(), "备注：x") == "note_line"
    assert one(to.moments(), "#REF!") == "no_result"
    assert one(to.moments(), "'2026-04-15 10:20") == moment
    assert one(to.moments(), "合计") == "total_line"
    assert one(to.moments(nought=True), "0") == 0
    week = "2026-04-13~2026-04-19"
    assert one(to.moments(longest=6), week) == to_seconds(datetime(2026, 4, 13))
    assert one(to.moments(longest=5), week) == "total_line"


def test_texts_have_a_longest_and_none():
    convert = to.texts()
    assert one(convert, "柿" * to.LONGEST_TEXT) == "柿" * to.LONGEST_TEXT
    assert one(convert, "柿" * (to.LONGEST_TEXT + 1)) == "too_long"
    assert one(convert, " 柿\u200b饼\t") == "柿 饼"
    assert one(convert, "N/A") is None
    assert one(convert, "#NAME?") == "no_result"
    assert one(to.texts(3), "四个字了") == "too_long"
    assert one(to.texts(), "合计") == "total_line"
    assert one(to.texts(told=None), "合计") == "合计"
    assert one(to.texts(told=lambda text: "note_line" * (text == "x")), "x") == "note_line"
    assert one(to.texts(nameless=lambda text: text == "未知"), "未知") is None
    assert one(to.texts(nameless=lambda text: text == "未知"), "某计划") == "某计划"


def test_a_note_hides_where_somebody_lives():
    street = "陕西省富平县东上官镇北街12号"
    assert one(to.texts(told=None), street) == street
    assert one(to.texts(told=None, note=True), street) != street


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("00123", "00123"),
        ("123.0", "123"),
        ("1.23e5", "123000"),
        ("1.23E+18", "lost_digits"),
        ("2E5", "2E5"),
        ("a-1", "a-1"),
        ("000", None),
        ("", None),
        ("=x", "no_result"),
        ('"123', "123"),
        ("0", None),
        ("合计", "total_line"),
        ("5合计", "total_line"),
        ("count2", "note_line"),
        ("无", None),
        ("7" * 500, "7" * 500),
        ("7" * 501, "too_long"),
    ],
)
def test_numbers_that_name_something_keep_all_digits(cell, number):
    assert one(to.ids(), cell) == number
    assert one(to.ids(required=True), cell) == ("no_number" if number is None else number)


@pytest.mark.slow
def test_a_column_of_more_texts_than_are_remembered_is_read_to_its_end():
    cells = [f"第{n}件" for n in range(20_500)]
    assert to.texts()([*cells, *cells]) == ([*cells, *cells], {})


@pytest.mark.parametrize("face", ["=_=", "=3=", "=。=", "=.="])
def test_a_face_in_a_note_is_no_formula(face):
    """It hid the order whose buyer drew it."""
    assert one(to.texts(note=True), face) == face
    assert one(to.texts(note=True), "#VALUE!") == "no_result"
    assert one(to.texts(), "=B1") == "no_result"
