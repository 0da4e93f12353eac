"""Ticks where a reader expects them, and the words beside them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ksdesk.charts import ticks
from ksdesk.charts.style import text_width


def shown(start: datetime, end: datetime, pixels: float = 668, lang: str = "zh") -> list[str]:
    found = ticks.time_ticks(
        ticks.seconds_of(start), ticks.seconds_of(end), pixels, lang, text_width
    )
    return [text for _, text in found.labels]


def test_a_week_names_its_days_in_their_middle() -> None:
    start = datetime(2026, 11, 12)
    first = ticks.seconds_of(start)
    found = ticks.time_ticks(first, first + 7 * ticks.DAY, 668, "zh", text_width)
    assert [text for _, text in found.labels] == [
        "12 周四", "13 周五", "14 周六", "15 周日", "16 周一", "17 周二", "18 周三",
    ]  # fmt: skip
    assert found.labels[0][0] == first + ticks.DAY / 2
    assert found.marks == tuple(first + n * ticks.DAY for n in range(8))


def test_english_days_months_and_years() -> None:
    assert shown(datetime(2026, 11, 12), datetime(2026, 11, 14, 12), lang="en")[0] == "12 Thu"
    year = shown(datetime(2026, 3, 1), datetime(2027, 2, 2), lang="en")
    assert year[1:3] == ["Apr", "May"] and "2027" in year
    assert "4月" in shown(datetime(2026, 3, 1), datetime(2026, 12, 1))
    assert "2027年" in shown(datetime(2026, 3, 1), datetime(2027, 2, 2))


def test_one_day_shows_hours_and_its_name() -> None:
    day = shown(datetime(2026, 11, 18), datetime(2026, 11, 19))
    assert day[0] == "18 周三" and "12点" in day
    assert shown(datetime(2026, 11, 18), datetime(2026, 11, 19), lang="en")[1][-3:] == ":00"
    few = shown(datetime(2026, 11, 18, 20), datetime(2026, 11, 18, 21))
    assert few[0].startswith("11-18 ") and "20:30" in few


def test_a_month_names_mondays() -> None:
    assert shown(datetime(2026, 10, 19), datetime(2026, 11, 18)) == [
        "10-19", "10-26", "11-02", "11-09", "11-16",
    ]  # fmt: skip


@pytest.mark.slow
@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
    st.floats(600, 40 * 365 * 86400),
    st.integers(200, 1800),
    st.sampled_from(["zh", "en"]),
)
@settings(max_examples=200, deadline=None)
def test_labels_never_touch(start: datetime, length: float, pixels: int, lang: str) -> None:
    first = ticks.seconds_of(start)
    found = ticks.time_ticks(first, first + length, pixels, lang, text_width)
    right = None
    for at, text in found.labels:
        middle = (at - first) / length * pixels
        half = text_width(text) / 2
        if right is not None:
            assert middle - half >= right, (found.labels, length, pixels)
        right = middle + half


@given(st.floats(-1e8, 1e8), st.floats(1e-3, 1e9), st.integers(1, 5), st.booleans())
@settings(max_examples=200, deadline=None)
def test_value_ticks_are_even_and_inside(low: float, span: float, most: int, whole: bool) -> None:
    span = max(span, abs(low) / 1e6)
    lines = ticks.value_ticks(low, low + span, most, whole=whole)
    assert len(lines) <= most + 3
    assert all(line <= low + span * (1 + 1e-9) for line in lines)
    if whole:
        assert all(line == round(line) for line in lines)


def test_value_ticks_of_the_looks() -> None:
    assert ticks.value_ticks(0, 2162) == [0, 500, 1000, 1500, 2000]
    assert ticks.value_ticks(0, 3000, 3) == [0, 1000, 2000, 3000]
    assert ticks.value_ticks(0, 1) == [0, 1]
    assert ticks.value_ticks(5, 5) == [5, 6]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (2162, "count", "2,162"),
        (12.34, "count", "12.3"),
        (1.234, "count", "1.23"),
        (-236, "count", "−236"),
        (4800, "fen", "¥48.00"),
        (-23600, "fen", "−¥236.00"),
        (1.5, "yuan", "¥1.50"),
        (0.1234, "percent", "12.3%"),
        (2.345, "ratio", "2.35"),
        (float("nan"), "count", "–"),
    ],
)
def test_figures_in_full(value: float, unit: str, text: str) -> None:
    assert ticks.number_text(value, unit) == text


@pytest.mark.parametrize(
    ("value", "unit", "lang", "text"),
    [
        (2000, "count", "zh", "2,000"),
        (120_000, "count", "zh", "12万"),
        (120_000, "count", "en", "120k"),
        (2.5e8, "count", "zh", "2.5亿"),
        (2.5e6, "count", "en", "2.5M"),
        (300_000, "fen", "zh", "3,000"),
        (0.15, "percent", "en", "15%"),
        (-500, "count", "en", "−500"),
        (0.0, "count", "en", "0"),
    ],
)
def test_figures_at_the_axis(value: float, unit: str, lang: str, text: str) -> None:
    assert ticks.axis_text(value, unit, lang) == text


def test_times_of_a_read_out() -> None:
    at = ticks.seconds_of(datetime(2026, 11, 15, 21))
    assert ticks.bucket_text(at, "hour", "zh") == "11-15 周日 21 点"
    assert ticks.bucket_text(at, "hour", "en") == "Sun 15 Nov 21:00"
    assert ticks.bucket_text(at + 300, "raw", "zh") == "11-15 周日 21:05"
    monday = ticks.seconds_of(date(2026, 11, 9))
    assert ticks.bucket_text(monday, "day", "en") == "Mon 9 Nov"
    assert ticks.bucket_text(monday, "week", "zh") == "11-09 到 11-15"
    assert ticks.bucket_text(monday, "week", "en") == "9 Nov – 15 Nov"
    assert ticks.bucket_text(monday, "month", "en") == "Nov 2026"
    assert ticks.bucket_text(monday, "month", "zh") == "2026-11"


@given(st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1)))
def test_a_moment_comes_back(when: datetime) -> None:
    assert abs(ticks.moment(ticks.seconds_of(when)) - when) < timedelta(milliseconds=1)
