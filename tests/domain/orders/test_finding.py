"""Orders are found by what their rows hold, however many there are."""

from __future__ import annotations

from array import array

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.orders.finding import END, OrderTexts
from ksdesk.domain.products.list import Texts

ROWS = st.lists(st.text("ab1柿饼", max_size=6), min_size=1, max_size=9)


def found_by(rows: list[str], goods: tuple[str, ...] = ("",), bought: int = 0) -> OrderTexts:
    return OrderTexts(
        np.arange(len(rows)),
        np.zeros(len(rows), np.int64),
        np.frombuffer("".join(row + END for row in rows).encode(), np.uint8),
        np.full(len(rows), bought),
        Texts(goods, goods, array("l", [0] * len(goods)), ("",)),
    )


@given(ROWS, st.text("ab1柿饼", min_size=1, max_size=4))
def test_a_word_is_found_in_the_rows_that_hold_it_and_in_no_others(rows, word):
    assert found_by(rows).holding(word).tolist() == [word in row for row in rows]


def test_a_word_that_runs_over_the_end_of_a_row_is_in_neither():
    assert found_by(["xa", "bx"]).holding("ab").tolist() == [False, False]


def test_short_words_that_stand_everywhere_are_found_in_their_rows_alone():
    rows = ["abababab", "", "ba", "abab", "b"]
    assert found_by(rows).holding("ab").tolist() == [True, False, False, True, False]
    assert found_by(rows).holding("b").tolist() == [True, False, True, True, True]


def test_a_row_is_found_by_what_it_sold_too():
    texts = found_by(["x", "柿"], ("苹果", "柿饼"), 1)
    assert texts.holding("柿饼").tolist() == [True, True]
    assert texts.holding("苹果").tolist() == [False, False]


@given(ROWS, ROWS, st.integers(0, 2**9 - 1))
def test_rows_that_go_and_come_leave_the_others_findable(rows, more, gone):
    flags = np.array([bool(gone >> place & 1) for place in range(len(rows))])
    kept = [row for row, is_gone in zip(rows, flags, strict=True) if not is_gone]
    both = found_by(rows).without(flags).followed_by(found_by(more))
    assert len(both.numbers) == len(kept) + len(more)
    assert both.holding("a").tolist() == ["a" in row for row in [*kept, *more]]
