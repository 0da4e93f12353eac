"""How a budget is cut, shared out and kept within its bounds."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.promotion.budget.fit import _fill, _limits, _parts, shared_out

GAIN = st.integers(-9, 9) | st.just(-np.inf)


@given(
    st.integers(1, 3).flatmap(
        lambda ways: st.lists(st.lists(GAIN, min_size=5, max_size=5), min_size=ways, max_size=ways)
    ),
    st.booleans(),
)
def test_steps_are_shared_out_as_brings_most(rows, exact):
    """Against all ways to do it; where `exact`, as many steps as the limits let."""
    for row in rows:
        row[0] = 0  # a way may always get nothing
    gain = np.array(rows, dtype=float)
    found = shared_out(gain, exact).astype(int)
    possible = [
        (sum(counts), sum(gain[way, n] for way, n in enumerate(counts)))
        for counts in itertools.product(range(5), repeat=len(rows))
        if sum(counts) < 5
    ]
    finite = [each for each in possible if np.isfinite(each[1])]
    if exact:
        most = max(count for count, _ in finite)
        finite = [each for each in finite if each[0] == most]
        assert sum(found) == most
    got = sum(gain[way, n] for way, n in enumerate(found))
    assert got == max(brought for _, brought in finite) and min(found) >= 0


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6), st.integers(0, 10**7))
def test_todays_mix_of_another_budget_is_whole_fen_and_sums_to_it(amounts, budget):
    if not sum(amounts):
        return
    today = {str(n): fen for n, fen in enumerate(amounts)}
    found = _parts(today, budget)
    assert found.sum() == budget
    for fen, part in zip(amounts, found, strict=True):
        assert abs(part - fen * budget / sum(amounts)) < 1


def test_the_largest_rests_get_the_last_fen():
    assert _parts({"a": 1, "b": 2, "c": 4}, 100).tolist() == [14, 29, 57]
    assert _parts({"a": 1, "b": 1, "c": 1}, 11).tolist() == [4, 4, 3]


@pytest.mark.parametrize(
    ("bounds", "low", "high"),
    [
        (None, [0, 0], [800, 800]),
        ((0.5, 2), [100, 300], [400, 1200]),  # multiples of today's part of the budget
        ((1, 100), [200, 600], [20_000, 60_000]),
        ((50, 101), [50, 50], [101, 101]),  # fen
        ({"a": (0, 300)}, [0, 0], [300, 800]),
        ({"b": (1, 1), "c": (9, 9)}, [0, 600], [800, 600]),
    ],
)
def test_bounds_up_to_a_hundred_are_multiples(bounds, low, high):
    found = _limits({"a": 50, "b": 150}, 800, bounds)
    assert [each.tolist() for each in found] == [low, high]


@pytest.mark.parametrize(
    ("amounts", "highest", "filled"),
    [
        ([3, 5, 1], [9, 9, 9], [3, 6, 1]),
        ([3, 5, 1], [9, 5, 9], [4, 5, 1]),
        ([3, 5, 1], [3, 5, 9], [3, 5, 2]),
        ([3, 6, 1], [9, 9, 9], [3, 6, 1]),
        ([3, 3, 1], [9, 4, 9], [6, 3, 1]),
    ],
)
def test_the_last_fen_go_where_most_is_and_room(amounts, highest, filled):
    told = np.array(amounts, dtype=float)
    _fill(told, np.array(highest, dtype=float), 10)
    assert told.tolist() == filled
