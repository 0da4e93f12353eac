from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.calendar import (
    BEIJING,
    DayError,
    add_months,
    days_spanned,
    last_natural_month,
    month_end,
    month_start,
    next_month_start,
    parse_day,
    parse_moment,
    to_beijing,
)

MOMENTS = {
    "2026-04-15 10:20:30": datetime(2026, 4, 15, 10, 20, 30),
    "2026-04-15T10:20:30": datetime(2026, 4, 15, 10, 20, 30),
    "2026-04-15 10:20": datetime(2026, 4, 15, 10, 20),
    "2026-04-15 10": datetime(2026, 4, 15, 10),
    "2026-04-15": datetime(2026, 4, 15),
    "2026/04/20": datetime(2026, 4, 20),
    "2026/4/5 9:05": datetime(2026, 4, 5, 9, 5),
    "2026.4.5 9:05:01": datetime(2026, 4, 5, 9, 5, 1),
    "20260415": datetime(2026, 4, 15),
    "20260415 10:20": datetime(2026, 4, 15, 10, 20),
    "20260415102030": datetime(2026, 4, 15, 10, 20, 30),
    "202604151020": datetime(2026, 4, 15, 10, 20),
    "2026年4月20日": datetime(2026, 4, 20),
    "2026年4月20日 10:20": datetime(2026, 4, 20, 10, 20),
    "2026年04月20日10时5分30秒": datetime(2026, 4, 20, 10, 5, 30),
    "2026年4月20日 9点": datetime(2026, 4, 20, 9),
    "２０２６－０４－１５　１０：２０": datetime(2026, 4, 15, 10, 20),
    "'2026-04-15 10:20:30": datetime(2026, 4, 15, 10, 20, 30),
    " 2026-04-15\u00a010:20:30 ": datetime(2026, 4, 15, 10, 20, 30),
    "2026-04-15 10:20:30.123": datetime(2026, 4, 15, 10, 20, 30),
    "2026-04-15T02:20:30Z": datetime(2026, 4, 15, 10, 20, 30),
    "2026-04-15T10:20:30+08:00": datetime(2026, 4, 15, 10, 20, 30),
    "2026-04-14T21:20-0500": datetime(2026, 4, 15, 10, 20),
    "15-Apr-26": datetime(2026, 4, 15),
    "5-apr-2026 9:05": datetime(2026, 4, 5, 9, 5),
    "15 April 2026 3:04 PM": datetime(2026, 4, 15, 15, 4),
    "Apr 15, 2026 10:20:30": datetime(2026, 4, 15, 10, 20, 30),
    "Wed, April 15th 2026": datetime(2026, 4, 15),
    "04/15/2026": datetime(2026, 4, 15),
    "4/15/2026 10:20 AM": datetime(2026, 4, 15, 10, 20),
    "15.04.2026 10:20": datetime(2026, 4, 15, 10, 20),
    "15-4-2026": datetime(2026, 4, 15),
    "4/4/2026": datetime(2026, 4, 4),
    "46127": datetime(2026, 4, 15),
    "46127.430902778": datetime(2026, 4, 15, 10, 20, 30),
    "46127.999999": datetime(2026, 4, 16),
}

BAD = {
    "": "empty",
    " \u3000": "empty",
    "--": "dash",
    "—": "dash",
    "2026-02-30": "no_such_day",
    "2026-13-01": "no_such_day",
    "20261301": "no_such_day",
    "2025-02-29": "no_such_day",
    "2026-04-15 25:00": "no_such_time",
    "2026-04-15 10:60:00": "no_such_time",
    "2026-04-15T10:00:00+99:00": "no_such_time",
    "1899-12-31": "out_of_range",
    "1899-12-31 10:00:00": "out_of_range",
    "2200/1/1": "out_of_range",
    "19999": "out_of_range",
    "80001": "out_of_range",
    "4月15日": "not_a_day",
    "26-04-15": "not_a_day",
    "04/05/2026": "not_a_day",
    "4/5/2026 10:00": "not_a_day",
    "2026-04-15 noon": "not_a_day",
    "13/13/2026": "no_such_day",
    "15-Apx-26": "not_a_day",
    "15-Apr": "not_a_day",
    "31-Feb-26": "no_such_day",
    "Apr 2026": "not_a_day",
    "15 Apr 10:20": "not_a_day",
    "2026-04/15": "not_a_day",
    "2026-W15-4": "not_a_day",
    "2026-04-15x": "not_a_day",
    "2026-04-15 上午": "not_a_day",
    "2026-04-15 10:00-11:00": "not_a_day",
    "2026-04-15 10:20:30:40": "not_a_day",
    "20260415102530123": "not_a_day",
    "20260415106030": "no_such_time",
    "1234567890123": "not_a_day",
    "合计": "not_a_day",
    "2026-04-15 " + "1" * 60: "too_long",
}


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_takes(text: str, moment: datetime) -> None:
    assert parse_moment(text) == moment
    assert parse_day(text) == moment.date()
    assert type(parse_day(text)) is date


@pytest.mark.parametrize(
    "around", ["\u200e{}\u200f", "\u202a{}\u202c", "\u2066{}\u2069", "\u206a{}\ufeff"]
)
def test_marks_of_direction_around_a_pasted_day_are_forgiven(around: str) -> None:
    """Windows writes them into what it shows of a file."""
    day = "\u200e/".join(("2026", "11", "30"))
    assert parse_day(around.format(day)) == date(2026, 11, 30)
    assert parse_moment(around.format(f"{day} 10:30")) == datetime(2026, 11, 30, 10, 30)


@pytest.mark.parametrize(("text", "reason"), BAD.items())
def test_refuses(text: str, reason: str) -> None:
    for read in (parse_moment, parse_day):
        with pytest.raises(DayError) as caught:
            read(text)
        assert (caught.value.text, caught.value.reason) == (text, reason)
        assert caught.value.no_value == (reason in ("empty", "dash"))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-08-10 00:00-01:00", datetime(2022, 8, 10)),
        ("2022-08-10 13:00~13:59", datetime(2022, 8, 10, 13)),
        ("2022-08-10 周三", datetime(2022, 8, 10)),
        ("2022-08-10 " + "长" * 80, datetime(2022, 8, 10)),
        ("2022年8月10日(周三)", datetime(2022, 8, 10)),
        ("2022-08-10", datetime(2022, 8, 10)),
        ("2022-08-10T02:00:00Z", datetime(2022, 8, 10, 10)),
    ],
)
def test_lead_takes_the_beginning_of_a_cell(text: str, moment: datetime) -> None:
    assert parse_moment(text, lead=True) == moment


def test_lead_still_wants_a_space() -> None:
    with pytest.raises(DayError):
        parse_moment("2022-08-10号", lead=True)


@pytest.mark.parametrize(
    "clock", ["??:??", "--:--", "xx:xx", "??", "十二點", "半夜", "noon", "Midnight"]
)
def test_a_clock_that_says_nothing_is_no_midnight(clock: str) -> None:
    for lead in (False, True):
        with pytest.raises(DayError):
            parse_moment(f"2026-04-15 {clock}", lead=lead)


HALVES = {
    "2026/4/5 午后3:04": (15, 4, 0),
    "2026/4/5 深夜11:30": (23, 30, 0),
    "2026/4/5 下午 3:04:05": (15, 4, 5),
    "2026/4/5 3:04:05 下午": (15, 4, 5),
    "2026-04-05 03:04:05 PM": (15, 4, 5),
    "2026-04-05 03:04:05PM": (15, 4, 5),
    "2026-04-05 PM 03:04": (15, 4, 0),
    "下午 2026-04-05 3:04": (15, 4, 0),
    "2026-04-05 3:04 p.m.": (15, 4, 0),
    "2026年04月05日 下午3:04": (15, 4, 0),
    "2026年4月5日下午3点4分": (15, 4, 0),
    "2026/4/5下午3:04": (15, 4, 0),
    "２０２６／４／５　下午　３：０４": (15, 4, 0),
    "2026/4/5 12:30:00 AM": (0, 30, 0),
    "2026/4/5 上午 12:30": (0, 30, 0),
    "2026/4/5 凌晨 12:30": (0, 30, 0),
    "2026/4/5 12:30:00 PM": (12, 30, 0),
    "2026/4/5 中午 12:30": (12, 30, 0),
    "2026/4/5 中午1:30": (13, 30, 0),
    "2026/4/5 上午 9:05": (9, 5, 0),
    "2026/4/5 下午 15:04": (15, 4, 0),
    "2026/4/5 晚上8点": (20, 0, 0),
    "2026-04-05 周日 10:20:30": (10, 20, 30),
    "2026-04-05 星期日 下午 3:04": (15, 4, 0),
    "2026年4月5日（星期日） 10:20": (10, 20, 0),
    "2026-04-05 Sunday, 10:20": (10, 20, 0),
    "Sun, 2026-04-05 10:20": (10, 20, 0),
    "2026-04-05 10:20:30 (北京时间)": (10, 20, 30),
    "2026-04-05 10:20:30 UTC+8": (10, 20, 30),
    "2026-04-05 10.20.30": (10, 20, 30),
    "2026-04-05 10.20": (10, 20, 0),
    "2026-04-05 10-20-30": (10, 20, 30),
    "2026-04-05 1020": (10, 20, 0),
    "2026-04-05 102030": (10, 20, 30),
    "20260405 102030": (10, 20, 30),
    "2026-04-05 10点20": (10, 20, 0),
    "2026-04-05 10时20分30秒": (10, 20, 30),
    "2026-04-05 10点整": (10, 0, 0),
}


@pytest.mark.parametrize(("text", "clock"), HALVES.items())
def test_every_way_to_write_a_time_is_understood(text, clock) -> None:
    """They were cut to midnight, or twelve hours were lost, without a word."""
    for lead in (False, True):
        assert parse_moment(text, lead=lead) == datetime(2026, 4, 5, *clock)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-05 下午",
        "2026-04-05 PM",
        "2026-04-05 上午 15:04",
        "2026-04-05 晚上 12:30",
        "2026-04-05 下午三点",
        "2026-04-05 10点半",
        "2026-04-05 10:2O",
        "2026-04-05 10:20:xx",
        "2026-04-05 10;20",
        "2026-04-05 10.5",
        "2026-04-05 10.20.30.40",
        "2026-04-05 10-20",
        "2026-04-05 99",
        "2026-04-05 02:20 UTC",
        "2026-04-05 02:20 PST",
        "2026-04-05 晚场",
        "2026-04-05 第3场",
        "2026-04-05 至今",
        "2026-04-05 ~ 明天",
        "2026-04-05x10:20",
    ],
)
def test_a_time_that_is_not_understood_is_refused(text) -> None:
    for lead in (False, True):
        with pytest.raises(DayError):
            parse_moment(text, lead=lead)


@pytest.mark.parametrize(
    ("text", "beginning", "days"),
    [
        ("2026-04-05", (2026, 4, 5), 0),
        ("2026-04-05 10:00-11:00", (2026, 4, 5, 10), 0),
        ("2026-04-05 10-11", (2026, 4, 5, 10), 0),
        ("2026-04-05 23:00~24:00", (2026, 4, 5, 23), 0),
        ("2026-04-05 下午 3:00 - 下午 4:00", (2026, 4, 5, 15), 0),
        ("2026-04-05 10点至11点", (2026, 4, 5, 10), 0),
        ("2026-04-05 ~ 2026-04-11", (2026, 4, 5), 6),
        ("2026-04-05至2026-04-11", (2026, 4, 5), 6),
        ("20260405-20260411", (2026, 4, 5), 6),
        ("2026/4/5 - 2026/4/11", (2026, 4, 5), 6),
        ("2026-04-05 to 2026-04-11", (2026, 4, 5), 6),
        ("2026年4月5日到2026年4月11日", (2026, 4, 5), 6),
        ("2026-04-05 ~ 04-11", (2026, 4, 5), 6),
        ("2026年4月5日-4月11日", (2026, 4, 5), 6),
        ("2026-04-05 00:00:00 ~ 2026-04-11 23:59:59", (2026, 4, 5), 6),
    ],
)
def test_spans(text, beginning, days) -> None:
    assert parse_moment(text, lead=True) == datetime(*beginning)
    assert days_spanned(text) == days


@given(st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 31)))
def test_every_written_moment_is_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    for shape in (
        "%Y-%m-%d %H:%M:%S",
        "%Y/%m/%d %H:%M:%S",
        "%Y年%m月%d日 %H:%M:%S",
        "%Y%m%d %H:%M:%S",
    ):
        assert parse_moment(moment.strftime(shape)) == moment
    assert parse_moment(moment.replace(tzinfo=BEIJING).isoformat()) == moment
    assert parse_moment(moment.replace(tzinfo=BEIJING).astimezone(UTC).isoformat()) == moment


@given(st.integers(20_000 * 86400, 80_000 * 86400))
def test_serials_of_workbooks(seconds: int) -> None:
    moment = datetime(1899, 12, 30) + timedelta(seconds=seconds)
    assert parse_moment(f"{seconds / 86400:.10f}") == moment


@given(st.text(alphabet="0123456789-/:. T年月日时分Z+", max_size=24) | st.text(max_size=70))
def test_no_other_error_comes_out(text: str) -> None:
    for read in (parse_day, parse_moment, partial(parse_moment, lead=True)):
        try:
            read(text)
        except DayError as error:
            assert error.text == text


def test_zone_is_eight_hours_ahead() -> None:
    assert to_beijing(datetime(2026, 4, 14, 17, tzinfo=UTC)) == datetime(2026, 4, 15, 1)
    assert to_beijing(datetime(2026, 4, 15, 1)) == datetime(2026, 4, 15, 1)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 3, 1), date(2026, 2, 1), date(2026, 2, 28)),
        (date(2024, 3, 31), date(2024, 2, 1), date(2024, 2, 29)),
        (date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31)),
    ],
)
def test_last_natural_month(day: date, first: date, last: date) -> None:
    assert last_natural_month(day) == (first, last)


@given(st.dates(date(1901, 1, 1), date(2198, 12, 31)))
def test_months_hang_together(day: date) -> None:
    assert month_start(day) <= day <= month_end(day)
    assert last_natural_month(next_month_start(day)) == (month_start(day), month_end(day))
    assert next_month_start(day) == month_start(add_months(day, 1))


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 5, 5), -17, date(2024, 12, 5)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_add_months_stays_in_the_month(day: date, months: int, moved: date) -> None:
    assert add_months(day, months) == moved


FORE = ("上午", "凌晨", "清晨", "早上", "早晨", "AM", "a.m.")
AFTER = ("下午", "午后", "傍晚", "PM", "p.m.")
EVENING = ("晚上", "夜里", "夜晚", "夜间", "深夜")


def hour_of(hour: int, half: str) -> int | None:
    """What an hour of a clock of twelve or of 24 is; None where the two contradict."""
    if half in FORE:
        return hour % 12 if hour <= 12 else None
    if half in AFTER:
        return (hour + 12 if hour < 12 else hour) if hour < 24 else None
    if half == "中午":
        return {1: 13, 2: 14, 11: 11, 12: 12, 13: 13, 14: 14}.get(hour)
    if hour in range(5, 12):
        return hour + 12
    return hour if hour in range(17, 24) else None


@pytest.mark.parametrize("half", [*FORE, *AFTER, *EVENING, "中午"])
def test_every_hour_of_each_half_of_the_day(half: str) -> None:
    for hour in range(26):
        for text in (f"2026-04-05 {half} {hour}:07", f"2026-04-05 {hour}:07 {half}"):
            wanted = hour_of(hour, half)
            if wanted is None:
                with pytest.raises(DayError, match="no_such_time"):
                    parse_moment(text)
            else:
                assert parse_moment(text) == datetime(2026, 4, 5, wanted, 7)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("20000", datetime(1954, 10, 3)),
        ("80000", datetime(2119, 1, 11)),
        ("80000.0", datetime(2119, 1, 11)),
        ("1900-01-01", datetime(1900, 1, 1)),
        ("2199-12-31 23:59:59", datetime(2199, 12, 31, 23, 59, 59)),
        ("1900/1/1", datetime(1900, 1, 1)),
        ("2199/12/31", datetime(2199, 12, 31)),
        ("2026-04-15 " + " " * 100 + "9:05", datetime(2026, 4, 15, 9, 5)),
        ("2026-04-15T23:30:00Z", datetime(2026, 4, 16, 7, 30)),
        ("2026-04-15T00:30:00+0930", datetime(2026, 4, 14, 23)),
        ("2026-04-15T00:30:00-00:30", datetime(2026, 4, 15, 9)),
        ("2026-04-15 10:20 +08:00", datetime(2026, 4, 15, 10, 20)),
        ("2026-04-15 10:20:30 +00:00", datetime(2026, 4, 15, 18, 20, 30)),
    ],
)
def test_the_ends_of_the_calendar_and_of_the_earth(text: str, moment: datetime) -> None:
    if len(text) > 60:
        with pytest.raises(DayError, match="too_long"):
            parse_moment(text)
        text = text.replace(" " * 50, "")
    assert parse_moment(text) == moment and parse_day(text) == moment.date()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("19999.9", "out_of_range"), ("80000.1", "out_of_range"), ("1899/12/31", "out_of_range"),
        ("2200-01-01", "out_of_range"), ("2200-01-01 00:00:00", "out_of_range"),
        ("2026-04-15 10-20:30", "not_a_day"), ("2026-04-15 24:00", "no_such_time"),
        ("2026-04-15 9:05:60", "no_such_time"), ("2026-04-15 " + "x" * 50, "too_long"),
        ("2026-04-15 " + "x" * 49, "not_a_day"),
    ],
)  # fmt: skip
def test_what_lies_beyond_the_ends(text: str, reason: str) -> None:
    with pytest.raises(DayError, match=reason):
        parse_moment(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-04-15T10+08:00", datetime(2026, 4, 15, 10)),
        ("2026-04-15T10-05:00", datetime(2026, 4, 15, 23)),
        ("2026-04-15T10+00:00", datetime(2026, 4, 15, 18)),
    ],
)
def test_an_hour_with_a_zone_is_beijing_time(text: str, moment: datetime) -> None:
    """As long as a whole moment, it was taken with its zone, and no other could be held against
    it; so was 10-20:30, which is no time."""
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-04-05 9-10", 0), ("2026-04-05 23-24", 0), ("2026-04-05 9:00-15:00", 0),
        ("2026-12-28 ~ 2027-01-03", 6), ("2026-04-05 22:00 ~ 2026-04-06 02:00", 1),
        ("2026-04-05 ~ 4.11", 6), ("2026-04-05 ~ 4/6 10:00", 1), ("2026-04-05 - 2026-04-05", 0),
    ],
)  # fmt: skip
def test_how_many_days_a_span_runs_over(text: str, days: int) -> None:
    assert days_spanned(text) == days


@pytest.mark.parametrize("text", ["2026-04-05 10-20", "2026-04-05 9-11", "2026-04-05 ~ 02-30"])
def test_a_span_that_nobody_can_be_sure_of_is_none(text: str) -> None:
    with pytest.raises(DayError):
        days_spanned(text)


@pytest.mark.parametrize(
    ("day", "start", "end", "after"),
    [
        (date(2028, 2, 10), date(2028, 2, 1), date(2028, 2, 29), date(2028, 3, 1)),
        (date(2027, 2, 28), date(2027, 2, 1), date(2027, 2, 28), date(2027, 3, 1)),
        (date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_the_ends_of_a_month(day: date, start: date, end: date, after: date) -> None:
    assert (month_start(day), month_end(day), next_month_start(day)) == (start, end, after)
    assert add_months(day, 12) == day.replace(year=day.year + 1)
    assert add_months(add_months(start, -13), 13) == start
