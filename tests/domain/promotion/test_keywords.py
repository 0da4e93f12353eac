"""Keywords word by word against what is sold, and hours against when people come."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ksdesk.domain.products import Product
from ksdesk.domain.promotion.keywords import below_usual, held_against, hours_judged, mean_row

PERSIMMON = Product(
    id=7,
    title="富平吊柿饼 礼盒 1kg",
    category="果干蜜饯",
    selling_point="流心、手工吊晒、不加糖、送长辈",
)
APPLE = Product(id=8, title="洛川红富士 85mm 12枚", category="水果生鲜")


@pytest.mark.parametrize(
    ("keyword", "title", "category", "points", "left", "kind"),
    [
        ("柿饼", ("柿饼",), (), (), (), "fits"),
        ("富平柿饼", ("富平", "柿饼"), (), (), (), "fits"),
        ("流心柿饼", ("柿饼",), (), ("流心",), (), "fits"),
        ("果干礼盒", ("礼盒",), ("果干",), (), (), "fits"),
        ("新疆特产", (), (), (), ("新疆特产",), "not"),
        ("新疆柿饼", ("柿饼",), (), (), ("新疆",), "partly"),
        ("柿饼 １ＫＧ", ("柿饼", "1kg"), (), (), (), "fits"),
        ("柿饼10kg", ("柿饼",), (), (), ("10kg",), "partly"),
        ("甜", (), (), (), ("甜",), "not"),
        ("饼", ("饼",), (), (), (), "fits"),
        ("蜜", (), ("蜜",), (), (), "fits"),
        ("大饼", (), (), (), ("大饼",), "not"),
        ("！", (), (), (), (), "not"),
    ],
)
def test_each_word_is_found_where_it_stands(keyword, title, category, points, left, kind):
    fit = held_against(keyword, [PERSIMMON])
    assert (fit.title, fit.category, fit.points, fit.left, fit.kind) == (
        *(title, category, points, left, kind),
    )


def test_the_product_that_fits_best_counts():
    assert held_against("洛川红富士85mm", [PERSIMMON, APPLE]).product == 8
    assert held_against("洛川红富士85mm", [PERSIMMON, APPLE]).kind == "fits"


def test_without_products_nothing_fits():
    fit = held_against("柿饼", [])
    assert fit.kind == "not" and fit.product == 0


ROW = [1.0] * 18 + [10.0, 30.0, 100.0, 96.0, 40.0, 5.0]


@pytest.mark.parametrize(
    ("hours", "kind", "best"),
    [((20, 22), "busiest", (20, 22)), ((3, 5), "other", (20, 22)), ((19, 21), "other", (20, 22))],
)
def test_hours_are_held_against_the_own_week(hours, kind, best):
    judged = hours_judged(ROW, hours, (19, 23))
    assert (judged.kind, judged.best) == (kind, best)


def test_without_history_the_evening_is_advised():
    judged = hours_judged([None] * 24, (3, 5), (19, 23))
    assert (judged.kind, judged.best) == ("unknown", (19, 23))
    assert hours_judged([0.0] * 24, (3, 5), (19, 23)).kind == "unknown"


def test_a_plan_of_half_a_day_has_no_hour_of_its_own():
    judged = hours_judged(ROW, (12, 23), (19, 23))
    assert (judged.kind, judged.best) == ("long", (20, 23))
    assert hours_judged(ROW, (0, 24), (19, 23)).kind == "long"
    assert hours_judged([None] * 24, (0, 24), (19, 23)).kind == "unknown"


def test_several_days_are_one_row():
    sunday = [None] * 12 + [4.0] * 12
    assert mean_row([sunday, [2.0] * 24])[0] == 2.0 and mean_row([sunday, [2.0] * 24])[20] == 3.0
    assert mean_row([sunday])[0] is None


def test_interaction_is_only_judged_where_both_are_known():
    assert below_usual(390, 480) is True and below_usual(480, 390) is False
    assert below_usual(None, 390) is None and below_usual(480, None) is None


def test_a_keyword_falls_into_the_fewest_pieces_whatever_place_they_are_in():
    pear = Product(id=9, title="库尔勒大香梨", category="水果", selling_point="库尔勒香梨")
    fit = held_against("库尔勒香梨", [pear])
    assert (fit.title, fit.points) == ((), ("库尔勒香梨",))
    fit = held_against("便宜好吃库尔勒香梨", [pear])
    assert (fit.points, fit.left) == (("库尔勒香梨",), ("便宜好吃",))


TEXTS = st.text("柿饼礼盒", max_size=7)


def fewest(keyword: str, texts: list[str]) -> tuple[int, int]:
    """Of all ways to cut a keyword: the characters that stand nowhere, then the pieces."""
    found = []
    for cuts in itertools.product((True, False), repeat=len(keyword) - 1):
        pieces = [keyword[:1]]
        for cut, char in zip(cuts, keyword[1:], strict=True):
            pieces += [char] if cut else [pieces.pop() + char]
        least = min(2, len(keyword))
        stands = [len(p) >= least and any(p in text for text in texts) for p in pieces]
        left = sum(len(piece) for piece, here in zip(pieces, stands, strict=True) if not here)
        found.append((left, len([here for here, _ in itertools.groupby(stands) if not here])
                      + sum(stands)))  # fmt: skip
    return min(found)


@given(st.text("柿饼礼盒", min_size=1, max_size=7), st.lists(TEXTS, min_size=3, max_size=3))
@example("柿饼礼盒", ["柿饼", "饼礼", ""])
def test_no_other_way_to_cut_a_keyword_leaves_less_or_has_fewer_pieces(keyword, texts):
    """Of two ways that left as much over, one that needed a piece more was taken."""
    fit = held_against(
        keyword, [Product(id=1, title=texts[0], category=texts[1], selling_point=texts[2])]
    )
    pieces = [*fit.title, *fit.category, *fit.points, *fit.left]
    assert (sum(map(len, fit.left)), len(pieces)) == fewest(keyword, texts)
    assert sorted("".join(pieces)) == sorted(keyword)
    for place, text in zip((fit.title, fit.category, fit.points), texts, strict=True):
        assert all(piece in text for piece in place)
    assert not any(piece in texts[0] for piece in (*fit.category, *fit.points))
    assert fit.kind == ("fits" if not fit.left else "partly" if fit.left != (keyword,) else "not")


@pytest.mark.parametrize(
    ("hours", "kind", "best"),
    [((18, 24), "busiest", (18, 24)), ((17, 24), "long", (20, 23)), ((17, 23), "other", (18, 24))],
)
def test_a_plan_of_over_six_hours_has_no_hour_of_its_own(hours, kind, best):
    judged = hours_judged([1.0] * 18 + [10.0, 30.0, 100.0, 96.0, 40.0, 50.0], hours, (19, 23))
    assert (judged.kind, judged.best) == (kind, best)


@pytest.mark.parametrize(
    ("mine", "kind", "times"),
    [
        (100, "busiest", 1.0),
        (90, "busiest", 1.0),
        (89, "other", 100 / 89),
        (0, "other", float("inf")),
    ],
)
def test_within_a_tenth_of_the_best_is_as_good(mine, kind, times):
    row = [float(mine)] * 12 + [100.0] * 12
    judged = hours_judged(row, (3, 5), (19, 23))
    assert (judged.kind, judged.times) == (kind, pytest.approx(times))
    assert judged.best == ((3, 5) if kind == "busiest" else (12, 14))


@pytest.mark.parametrize(
    ("hours", "known", "kind"),
    [
        ((20, 22), range(20, 22), "busiest"),
        ((20, 22), range(21, 24), "unknown"),
        ((18, 24), range(18), "unknown"),
        ((18, 24), range(18, 24), "busiest"),
        ((22, 26), range(22, 24), "busiest"),
        ((23, 29), range(23, 24), "busiest"),
        ((0, 1), range(1), "busiest"),
        ((8, 24), range(20, 22), "unknown"),
        ((8, 24), range(20, 23), "long"),
    ],
)
def test_hours_are_judged_where_each_of_them_is_known(hours, known, kind):
    row = [0.5 if hour in known else None for hour in range(24)]
    judged = hours_judged(row, hours, (19, 23))
    assert judged.kind == kind
    assert kind == "busiest" or judged.best == ((20, 23) if kind == "long" else (19, 23))


def test_a_usual_interaction_is_not_below_itself():
    assert below_usual(390, 390) is False
