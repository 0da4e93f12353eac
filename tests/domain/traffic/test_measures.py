"""Figures, how they are summed, and the keys of their rows."""

from __future__ import annotations

from array import array
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.traffic.measures import (
    GRAIN_LETTERS,
    GRAINS,
    MEASURES,
    RATIOS,
    STORED_CODES,
    Part,
    Series,
    added,
    day_start,
    from_seconds,
    measure,
    own_label,
    row_key,
    to_seconds,
    total,
    value_of,
)


@pytest.mark.parametrize(
    ("code", "sums", "value"),
    [
        ("spend", (30.0, 3), 30.0),
        ("spend", (0.0, 0), 0.0),
        ("peak_viewers", (30.0, 4), 7.5),
        ("peak_viewers", (0.0, 0), None),
        ("stay_seconds", (90.0, 3.0, 50.0, 2), 30.0),
        ("stay_seconds", (0.0, 0.0, 50.0, 2), 25.0),  # nobody came: each row alike
        ("stay_seconds", (0.0, 0.0, 0.0, 0), None),
        ("roi", (10.0, 4.0, 1), 2.5),
        ("roi", (10.0, 0.0, 1), None),
        ("roi", (10.0, 4.0, 0), None),
        ("cpm", (10.0, 4.0, 1), 2_500.0),
        ("order_cost", (10.0, 4.0, 2), 2.5),
    ],
)
def test_a_figure_out_of_its_sums(code, sums, value):
    assert value_of(measure(code), sums) == value


def series(code: str, *whole: float) -> Series:
    return Series(code, "day", array("q"), array("d"), whole)


def test_a_ratio_of_several_series_is_of_their_sums():
    one, other, bare = series("roi", 10, 4, 1), series("roi", 2, 2, 3), series("roi")
    assert total(one, bare, other) == 2 and total(bare) is None
    assert added([(1, 2), (3, 4), (5, 6)]) == (9, 12)
    assert one.divided == (10, 4) and bare.divided is None


@pytest.mark.parametrize(
    ("label", "how"),
    [("粉丝占比", "mean"), ("Avg. stay", "mean"), ("GPM", "mean"), ("下单成本", "mean"),
     ("下单", "sum"), ("Coins", "sum")],
)  # fmt: skip
def test_an_own_figure_is_averaged_where_it_sounds_like_a_quotient(label, how):
    found = measure(f"own:{label}")
    assert (found.how, found.kind, found.code) == (how, "number", f"own:{label}")


def test_what_is_no_measure_is_none():
    with pytest.raises(KeyError):
        measure("coins")
    assert all(measure(code).code == code for code in MEASURES)


def test_ratios_divide_what_is_stored_and_only_a_price_of_a_thousand_is_multiplied():
    assert all(part in STORED_CODES for one in RATIOS for part in one.of)
    assert {one.code: one.factor for one in RATIOS if one.factor != 1} == {"cpm": 1000}
    assert all(len(one.of) == 2 and one.how == "ratio" for one in RATIOS)


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)))
def test_seconds_and_moments_are_the_same(moment):
    second = moment.replace(microsecond=0)
    assert from_seconds(to_seconds(moment)) == second
    assert from_seconds(day_start(moment.date())) == datetime.combine(moment, datetime.min.time())


def test_the_first_second_is_nothing():
    assert to_seconds(datetime(1970, 1, 1)) == 0 and day_start(date(1970, 1, 2)) == 86_400
    assert to_seconds(datetime(1970, 1, 1) + timedelta(seconds=1.9)) == 1


def test_a_rows_key_begins_with_its_minute():
    assert row_key(119, "day", "c=1") == "000000000060|d|c=1|1"
    assert row_key(120, "hour", "") == "000000000120|h||1"
    assert sorted(GRAIN_LETTERS) == sorted(GRAINS)
    assert len({*GRAIN_LETTERS.values()}) == len(GRAINS)
    assert row_key(9 * 10**9, "live", "") > row_key(10**9 - 1, "week", "")


def test_a_label_of_an_own_figure_ends_no_path():
    assert own_label(' a"b\\c ') == "a”b/c"
    assert Part("live", "7", "晚场", 0, 0, 0).code == ("live", "7")
