"""The list as it is narrowed, against products looked at one by one."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products.list import (
    LEVELS,
    SHOWN,
    Catalogue,
    Query,
    Texts,
    kind_of,
    lowered,
    shows,
    unlowered,
)
from ksdesk.domain.products.values import STATES

NAMES = ("", "水果", "干货")


@dataclass(frozen=True)
class Entry:
    """A product of the list."""

    state: str
    level: str
    binned: bool
    title: str
    category: str

    @property
    def kind(self) -> int:
        return kind_of(self.state, self.level, self.binned)

    def shown(self, show: str) -> bool:
        if self.binned or show == "bin":
            return self.binned and show == "bin"
        return show in ("all", self.state) or (show == self.level != "")

    def matches(self, query: Query) -> bool:
        return all(word in self.title for word in query.words) and (
            query.category in (None, self.category)
        )


ENTRIES = st.lists(
    st.builds(
        Entry,
        st.sampled_from(STATES),
        st.sampled_from(LEVELS),
        st.booleans(),
        st.text("富平柿饼", max_size=4),
        st.sampled_from(NAMES),
    ),
    max_size=9,
)
QUERIES = st.builds(
    Query,
    st.lists(st.text("富平柿饼", min_size=1, max_size=2), max_size=2).map(tuple),
    st.sampled_from(SHOWN),
    st.sampled_from([None, *NAMES, "海鲜"]),
)


def catalogue(entries: list[Entry], order: list[int] | None = None) -> Catalogue:
    return Catalogue(
        array("q", range(100, 100 + len(entries))),
        bytes(one.kind for one in entries),
        order=None if order is None else array("l", order),
        texts=Texts(
            [one.title for one in entries],
            [""] * len(entries),
            array("l", [NAMES.index(one.category) for one in entries]),
            NAMES,
        ),
    )


@given(ENTRIES, st.lists(QUERIES, max_size=20), st.none() | st.randoms(use_true_random=False))
def test_what_is_found_is_what_matches_in_order_and_counted_by_what_it_could_be(
    entries, queries, shuffle
):
    """Whatever was asked before, for that is remembered."""
    places = [*range(len(entries))]
    if shuffle is not None:
        shuffle.shuffle(places)
    books = catalogue(entries, None if shuffle is None else places)
    for query in queries:
        found = books.find(query)
        there = [(at, entries[at]) for at in places]
        assert [*found.ids] == [
            100 + at for at, one in there if one.matches(query) and one.shown(query.show)
        ]
        assert found.counts == {
            show: sum(one.matches(query) and one.shown(show) for one in entries) for show in SHOWN
        }
        whole = "bin" if query.show == "bin" else "all"
        assert found.total == sum(one.shown(whole) for one in entries)
        anywhere = Query(query.words, query.show)
        counts = Counter(
            one.category for one in entries if one.matches(anywhere) and one.shown(query.show)
        )
        assert books.categories(query) == counts
        assert [*books.categories(query).values()] == sorted(counts.values(), reverse=True)
    assert [*books.ordered] == [100 + at for at in places]
    assert books.low == {100 + at for at, one in enumerate(entries) if one.level}
    assert [STATES[state] for state in books.states()] == [one.state for one in entries]
    assert len(books) == len(entries)


KINDS = [Entry(state, level, bin_, "", "") for state in STATES for level in LEVELS
         for bin_ in (False, True)]  # fmt: skip


@pytest.mark.parametrize("one", KINDS, ids=lambda one: f"{one.state} {one.level} {one.binned}")
def test_a_kind_says_what_the_product_is(one):
    assert all(shows(show, one.kind) == one.shown(show) for show in SHOWN)
    low = kind_of(one.state, one.level or "low", one.binned)
    assert lowered(one.kind) == low
    high = kind_of(one.state, "" if one.level == "low" else one.level, one.binned)
    assert unlowered(one.kind) == high
    assert one.kind < 32 and len({each.kind for each in KINDS}) == len(KINDS)


def test_without_texts_only_a_question_of_kinds_can_be_answered():
    bare = Catalogue(array("q", [7]), bytes([0]))
    assert bare.ready_for(Query()) and bare.ready_for(Query(show="low"))
    assert not bare.ready_for(Query(("柿",))) and not bare.ready_for(Query(category=""))
    assert catalogue([]).ready_for(Query(("柿",), category="水果"))
    assert [*bare.find(Query()).ids] == [7] and [*bare.find(Query(show="bin")).ids] == []


def test_what_has_no_key_comes_last_both_ways_and_alike_ones_keep_their_order():
    books = catalogue([])
    assert [*books.sorted_by([3, None, 1, 3, None, 0], False)] == [5, 2, 0, 3, 1, 4]
    assert [*books.sorted_by([3, None, 1, 3, None, 0], True)] == [0, 3, 2, 5, 1, 4]


LATIN = st.text("fpsb |", max_size=6)


@given(st.lists(LATIN, max_size=8), st.lists(st.text("fpsb", min_size=2, max_size=4), max_size=30))
def test_letters_are_looked_for_where_letters_find(latin, words):
    texts = Texts([""] * len(latin), latin, array("l", [0] * len(latin)), ("",))
    for word in words:
        assert [*texts.holding(word)] == [word in text for text in latin]
        pattern = re.compile(word[:2] + ".*".join(["", *word[2:]]))
        assert [*texts.matching(word, pattern)] == [
            pattern.search(text) is not None for text in latin
        ]


def test_syllables_are_guessed_only_where_a_word_is_written_out_nowhere():
    latin = ["fs1", " fu shi", " fen pi/ping"]
    texts = Texts([""] * 3, latin, array("l", [0] * 3), ("",))
    books = Catalogue(array("q", [1, 2, 3]), bytes(3), texts=texts)
    assert [*books.find(Query(("fs",))).ids] == [1]
    assert [*books.find(Query(("fush",))).ids] == [2]
    assert [*books.find(Query(("fx",))).ids] == []


def test_words_are_remembered_and_the_oldest_forgotten():
    texts = Texts(["柿饼"] + ["茶"] * 9, [""] * 10, array("l", [0] * 10), ("",))
    texts.holding("柿")
    texts.holding("茶")
    assert set(texts._places) == {"柿"}  # what most have is not kept
    for word in "柿饼富平苹果茶叶蜂蜜核桃红枣":
        texts.holding(word)
        assert len(texts._places) <= 12
    assert len(texts._places) == 12 and "柿" not in texts._places
