"""How hits are ranked and grouped, and where the words stand in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain import search
from ksdesk.domain.search import (
    BEGINS,
    ELSEWHERE,
    EXACT,
    IN_TITLE,
    KINDS,
    MOST,
    NOT,
    Hit,
    fit,
    marks,
    merge,
    words_of,
)


def hit(kind: str, title: str, score: int) -> Hit:
    return Hit(kind, title, "", kind, title, score)


def test_an_exact_number_comes_before_a_beginning_and_that_before_words():
    words = words_of("233100")
    assert fit(words, "233100") == EXACT
    assert fit(words, "柿饼", ("233100",)) == EXACT
    assert fit(words, "233100889") == BEGINS
    assert fit(words, "单 233100") == IN_TITLE
    assert fit(words, "退款", (), "因 233100") == ELSEWHERE
    assert fit(words, "退款") == NOT


def test_all_words_must_be_there_in_any_order_case_and_width():
    assert fit(words_of("１KG 柿饼"), "富平吊柿饼 礼盒 1kg") == IN_TITLE
    assert fit(words_of("柿饼 500g"), "富平吊柿饼 礼盒 1kg") == NOT


def test_the_kind_with_the_best_hit_comes_first_then_the_order_of_kinds():
    found = merge(
        [
            hit("rule", "r", IN_TITLE),
            hit("product", "p", IN_TITLE),
            hit("order", "o1", BEGINS),
            hit("order", "o2", EXACT),
        ]
    )
    assert [h.title for h in found] == ["o2", "o1", "p", "r"]


def test_no_kind_crowds_out_the_others():
    found = merge(hit(kind, str(n), IN_TITLE) for n in range(50) for kind in KINDS)
    assert len(found) == sum(MOST.values())
    assert [h.title for h in found if h.kind == "page"] == ["0", "1", "2", "3", "4"]


def test_amounts_are_read_as_sellers_type_them():
    assert search.amount_of("236") == search.amount_of("¥236.00") == 23_600
    assert search.amount_of("-236.00") == 23_600
    assert search.amount_of("扣款") is None


def test_marks_join_where_words_overlap():
    assert marks("Aabab b", ("ab", "ba")) == ((1, 5),)
    assert marks("(a+b)", ("a+", "+b")) == ((1, 4),)


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_marks_are_places_of_the_text_in_order(text, words):
    places = marks(text, words)
    ends = [0, *(at for place in places for at in place), len(text)]
    assert ends == sorted(ends)
