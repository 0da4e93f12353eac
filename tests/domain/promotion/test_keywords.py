"""Keywords word by word against what is sold, and hours against when people come."""

from __future__ import annotations

import pytest

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
