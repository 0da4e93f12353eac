"""Rows that are nothing but the sums of those above them."""

from __future__ import annotations

import pytest

from ksdesk.importers.records.sums import Sums


def sums_in(*chunks, named=True, out=()):
    """The places of sums: rows of a name and two figures, or of the figures alone."""
    first = int(named)
    found, begin = [], 0
    sums = Sums([first, first + 1], first + 2)
    for chunk in chunks:
        rows = [[str(cell) for cell in row] for row in chunk]
        values = {n: [row[n] for row in chunk] for n in (first, first + 1)}
        left_out = {place - begin for place in out}
        found += [begin + place for place in sums.among(rows, values, left_out)]
        begin += len(chunk)
    return found


@pytest.mark.parametrize(
    ("below", "sums"),
    [
        ([("", 3, 30)], [2]),
        ([("--", 3, 30)], [2]),
        ([("全部", 3, 30)], [2]),
        ([("丙", 3, 30)], []),
        ([("", 3, None)], [2]),
        ([("", None, 30)], [2]),
        ([("", None, None)], []),
        ([("", 0, 0)], []),
        ([("", 4, 30)], []),  # one of two is a half, and may be chance
        ([("", 3, 31)], []),
        ([("", 3 + 2e-6, None)], [2]),
        ([("", 3 + 4e-6, None)], []),
        ([("", 3, 30), ("", 3, 30)], [2, 3]),  # of all, once more
        ([("", 3, 30), ("丙", 4, 40), ("丁", 5, 50), ("", 9, 90), ("", 12, 120)], [2, 5, 6]),
        ([("", 3, 30), ("丙", 4, 40), ("", 4, 40)], [2]),  # one row makes no sum
        ([("丙", 4, 40), ("", 7, 70)], [3]),
        ([("丙", 4, 40), ("", 4, 40)], []),
    ],
)
def test_sums_below_two_rows(below, sums):
    rows = [("甲", 1, 10), ("乙", 2, 20), *below]
    assert sums_in(rows) == sums
    for cut in range(1, len(rows)):  # chunk by chunk
        assert sums_in(rows[:cut], rows[cut:]) == sums


def test_one_row_is_no_sum_of_another():
    assert sums_in([("甲", 1, 10), ("", 1, 10)]) == []
    assert sums_in([("", 1, 10)]) == []


def test_rows_left_out_are_no_part_of_a_sum():
    rows = [("甲", 1, 10), ("乙", 2, 20), ("坏", 5, 50), ("", 3, 30)]
    assert sums_in(rows, out={2}) == [3]
    assert sums_in(rows) == []
    assert sums_in(rows, out={2, 3}) == []
    assert sums_in([("甲", 1, 10), ("坏", 2, 20), ("", 1, 10)], out={1}) == []


@pytest.mark.parametrize(
    ("rows", "sums"),
    [
        ([(1, 10), (2, 20), (3, 30)], []),  # rows of figures may count up
        ([(1, 10), (2, 20), (4, 40), (7, 70)], [3]),
        ([(1, 10), (2, 20), (4, 40), (7, None)], []),
        ([(1, 10), (2, 20), (4, 40), (None, 70)], [3]),
        ([(1, 10), (2, 20), (4, 40), (7, 71)], []),
    ],
)
def test_where_nothing_names_a_row_more_must_fit(rows, sums):
    assert sums_in(rows, named=False) == sums


def test_most_figures_must_be_sums():
    """Some may be means or shares."""
    sums = Sums([1, 2, 3], 4)
    rows = [["甲", "1", "10", "0.5"], ["乙", "2", "20", "0.7"]]

    def with_last(*figures):
        values = {n: [float(row[n]) for row in rows] + [figures[n - 1]] for n in (1, 2, 3)}
        return list(Sums([1, 2, 3], 4).among([*rows, [""] * 4], values, ()))

    assert with_last(3.0, 30.0, 0.6) == [2]
    assert with_last(3.0, 29.0, 0.6) == []
    assert list(sums.among([], {1: [], 2: [], 3: []}, ())) == []
