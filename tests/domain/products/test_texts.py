"""Products are found by words, by pinyin, by initials, and by syllables half spelt."""

from __future__ import annotations

from array import array

import pytest

from ksdesk.domain.products import Product
from ksdesk.domain.products.list import Texts
from ksdesk.domain.products.search_text import found_by, mixed_pattern

TITLES = ("红富士苹果", "富平柿饼", "洛川富士", "")


def texts() -> Texts:
    latin = [found_by(Product(title=title)) for title in TITLES]
    return Texts(TITLES, latin, array("l", [1, 0, 1, 2]), ("", "水果", "干货"))


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("hfush", (1, 0, 0, 0)),
        ("hongfs", (1, 0, 0, 0)),
        ("fshi", (1, 0, 1, 0)),
        ("fpsb", (0, 1, 0, 0)),
        ("lchuanf", (0, 0, 1, 0)),
        ("hoshi", (0, 0, 0, 0)),
    ],
)
def test_syllables_half_spelt_find_what_they_begin(word, found):
    pattern = mixed_pattern(word)
    assert tuple(texts().matching(word, pattern)) == found
    known = texts()
    for end in range(3, len(word) + 1):  # as it is typed
        part = word[:end]
        assert known.matching(part, mixed_pattern(part)) == texts().matching(
            part, mixed_pattern(part)
        )


def test_words_find_what_holds_them_whatever_was_asked_before():
    asked = texts()
    assert tuple(asked.holding("富士")) == (1, 0, 1, 0)
    assert tuple(asked.holding("富士苹果")) == (1, 0, 0, 0)
    assert tuple(asked.holding("富")) == (1, 1, 1, 0)
    assert tuple(asked.holding("fuping")) == (0, 1, 0, 0)
    assert tuple(asked.holding("桃")) == (0, 0, 0, 0)
    assert tuple(asked.holding("桃富")) == (0, 0, 0, 0)


def test_categories_rank_by_their_names_and_none_has_no_rank():
    assert texts().category_ranks() == [1, None, 1, 0]
