"""Orders are found by what their rows hold, however many there are."""

from __future__ import annotations

from array import array
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.orders.finding import END, OrderList, OrderTexts
from ksdesk.domain.orders.list import SHOWN, OrderLine, OrderQuery, ShownOrder, kind_of, shows
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


def test_a_word_longer_than_all_that_stands_in_the_orders_is_in_none():
    assert found_by(["", "11"]).holding("111柿").tolist() == [False, False]
    assert found_by([""]).holding("ab").tolist() == [False]


def test_a_word_that_runs_over_the_end_of_a_row_is_in_neither():
    assert found_by(["xa", "bx"]).holding("ab").tolist() == [False, False]


def test_short_words_that_stand_everywhere_are_found_in_their_rows_alone():
    rows = ["abababab", "", "ba", "abab", "b"]
    assert found_by(rows).holding("ab").tolist() == [True, False, False, True, False]
    assert found_by(rows).holding("b").tolist() == [True, False, True, True, True]
    assert found_by(["ababababa", "ab"]).holding("aba").tolist() == [True, False]


def test_a_row_is_found_by_what_it_sold_too():
    texts = found_by(["x", "柿"], ("苹果", "柿饼"), 1)
    assert texts.holding("柿饼").tolist() == [True, True]
    assert texts.holding("苹果").tolist() == [False, False]


def test_syllables_are_guessed_only_where_a_word_is_written_out_nowhere():
    goods = Texts(("", ""), ("fs1", " fu shi"), array("l", [0, 0]), ("",))
    texts = replace(found_by(["x", "y", "fp"]), bought=np.array([0, 1, 1]), goods=goods)
    assert texts.holding("fs").tolist() == [True, False, False]
    assert texts.holding("fush").tolist() == [False, True, True]
    assert texts.holding("fp").tolist() == [False, False, True]


@given(ROWS, ROWS, st.integers(0, 2**9 - 1))
def test_rows_that_go_and_come_leave_the_others_findable(rows, more, gone):
    flags = np.array([bool(gone >> place & 1) for place in range(len(rows))])
    kept = [row for row, is_gone in zip(rows, flags, strict=True) if not is_gone]
    both = found_by(rows).without(flags).followed_by(found_by(more))
    assert len(both.numbers) == len(kept) + len(more)
    assert both.holding("a").tolist() == ["a" in row for row in [*kept, *more]]


def listed(rows: list[str], kinds: list[int]) -> OrderList:
    count = len(rows)
    places = np.arange(count)
    paid = np.arange(count) + 1
    return OrderList(places + 100, np.array(kinds, np.uint8), paid, places, places, found_by(rows))


def test_orders_hold_all_words_and_are_counted_by_where_they_stand():
    kinds = [kind_of("to_ship"), kind_of("shipped"), kind_of("to_ship", "whole"), kind_of("done")]
    every = listed(["a1柿", "a柿", "a1柿", "b1"], kinds)
    found = every.find(OrderQuery(("a", "1"), "all"))
    assert ([*found.ids], found.paid) == ([100, 102], 1 + 3)
    assert (found.counts["all"], found.counts["to_ship"], found.counts["refund"]) == (2, 1, 1)
    assert [*every.find(OrderQuery(("a",), "to_ship")).ids] == [100]
    assert [*every.find(OrderQuery(show="all")).ids] == [100, 101, 102, 103]
    assert not every.find(OrderQuery(("x",), "all")).ids


def test_what_is_to_be_shipped_stands_as_it_falls_due():
    waiting = listed(["a", "b", "a"], [kind_of("to_ship")] * 3)
    assert [*waiting.find(OrderQuery(), [102, 100, 101]).ids] == [102, 100, 101]
    assert [*waiting.find(OrderQuery(("a",)), [102, 100, 101]).ids] == [102, 100]


def test_orders_whose_goods_are_missing_are_shown_as_such():
    every = listed(["a", "b"], [kind_of("to_ship"), kind_of("blocked", "part")]).with_short([1])
    assert [*every.find(OrderQuery(show="short")).ids] == [101]
    assert [*every.find(OrderQuery(show="refund")).ids] == [101]


@pytest.mark.parametrize(
    ("state", "refund", "shown"),
    [
        ("to_ship", "", {"to_ship"}),
        ("to_ship", "part", {"to_ship", "refund"}),
        ("to_ship", "whole", {"refund"}),
        ("part", "", {"to_ship", "shipped"}),
        ("shipped", "whole", {"shipped", "refund"}),
        ("done", "", {"done"}),
        ("unpaid", "", {"unpaid"}),
        ("closed", "", {"closed"}),
        ("unknown", "", set()),
    ],
)
def test_where_orders_stand_says_in_what_lists_they_are(state, refund, shown):
    assert {show for show in SHOWN if shows(show, kind_of(state, refund))} == {*shown, "all"}
    assert "short" in {show for show in SHOWN if shows(show, kind_of(state, refund, short=True))}


def test_a_line_that_does_not_say_how_many_is_one_piece():
    assert (
        ShownOrder(1, lines=(OrderLine(quantity=3), OrderLine(), OrderLine(quantity=0))).pieces == 4
    )
