"""What a product needs to be ready, and what its options make of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products.cells import belongs_to_options, read_cell
from ksdesk.domain.products.values import (
    Product,
    Quality,
    Sku,
    combined,
    missing,
    summed,
    without_people,
)


@pytest.mark.parametrize(
    ("facts", "gaps"),
    [
        ({}, ("title", "price", "stock")),
        ({"title": " ", "price": 1, "stock": 0}, ("title",)),
        ({"title": "茶", "price": 0, "stock": 0}, ("price",)),
        ({"title": "茶", "price": 1}, ("stock",)),
        ({"way": "link"}, ("title", "link")),
        ({"way": "link", "title": "茶", "link": " "}, ("link",)),
        ({"way": "link", "title": "茶", "link": "x"}, ()),
        ({"title": "茶", "price": 1, "stock": 1}, ()),
    ],
)
def test_own_goods_need_price_and_stock_and_a_link_its_link(facts, gaps):
    assert missing(Product(**facts)) == gaps


FIGURE = st.none() | st.integers(0, 1000)


@given(st.lists(st.tuples(FIGURE, FIGURE), min_size=1, max_size=5))
def test_the_price_is_the_lowest_and_the_stock_the_sum_of_what_is_known(figures):
    skus = tuple(Sku((str(n),), price=p, stock=s) for n, (p, s) in enumerate(figures))
    found = summed(Product(price=7, stock=7, skus=skus))
    prices = [p for p, _ in figures if p is not None]
    stocks = [s for _, s in figures if s is not None]
    assert found.price == (min(prices) if prices else None)
    assert found.stock == (sum(stocks) if stocks else None)


@pytest.mark.parametrize("most", [0, 1, 3, 4, 9])
def test_every_combination_is_made_up_to_so_many(most):
    every = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
    made = combined([["a", "b"], ["x", "y"]], (), 5, most)
    assert [one.options for one in made] == every[:most]
    assert {one.price for one in made} <= {5}


def test_a_new_combination_has_the_price_of_its_kin_and_no_stock():
    ab = (Sku(("a", "x"), "C", 300, 4), Sku(("b", "x"), "D", None, 4))
    fewer = combined([["a", "b", "c"]], ab, 50, 9)
    assert [(one.price, one.stock, one.code) for one in fewer] == [
        (300, None, ""), (None, None, ""), (50, None, ""),
    ]  # fmt: skip
    same = combined([["a"], ["x", "z"]], ab, 50, 9)
    assert same == (ab[0], Sku(("a", "z"), price=50))
    twice = combined([["a"]], (Sku(("a",), price=1), Sku(("a",), price=2)), 50, 9)
    assert [one.price for one in twice] == [1]


def test_no_buyer_stays_in_what_was_noted_of_a_product():
    said = "退给 13812345678"
    product = Product(
        title=said, note=said, quality=Quality(sample_note=said, reason=said, answers={"a": "b"})
    )
    kept = without_people(product)
    texts = (kept.note, kept.quality.sample_note, kept.quality.reason)
    assert all("138" not in text and text.startswith("退给") for text in texts)
    assert (kept.title, kept.quality.answers) == (said, {"a": "b"})


@pytest.mark.parametrize("name", ["price", "stock", "code", "title"])
def test_price_stock_and_code_of_goods_with_options_are_theirs(name):
    assert belongs_to_options(Product(skus=(Sku(),)), name) == (name != "title")
    assert not belongs_to_options(Product(), name)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", "x" * 500, "x" * 500), ("note", "x" * 4_000, "x" * 4_000),
        ("link", "a  b", "a  b"), ("code", "6E5", "6E5"), ("title", "6.9E+12", "6.9E+12"),
        ("stock", "0", 0), ("price", "0", 0), ("stock", "12.0", 12), ("threshold", "1万", 10_000),
        ("state", "草稿", "draft"), ("state", "待上架", "ready"), ("state", "READY", "ready"),
        ("state", "仓库中", "off_shelf"), ("state", "off_shelf", "off_shelf"),
    ],
)  # fmt: skip
def test_what_just_fits_is_taken(name, text, value):
    assert read_cell(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("note", "x" * 4_001, "too_long"), ("link", "x" * 4_001, "too_long"),
        ("code", "6E+5", "lost_digits"), ("item_id", "1.2e+12", "lost_digits"),
        ("stock", "-1", "negative"), ("stock", "1" * 30, "too_big"), ("price", "-0.01", "negative"),
        ("struck_price", "x", "bad_money"), ("threshold", "0.5", "bad_count"),
    ],
)  # fmt: skip
def test_what_is_just_beyond_is_not(name, text, reason):
    with pytest.raises(ValueError, match=reason):
        read_cell(name, text)
