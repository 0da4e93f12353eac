"""How long stock lasts, what is low, what to get."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.stock import outlook as stock
from ksdesk.domain.products.stock.outlook import corrections, renamed


@pytest.mark.parametrize(
    ("pieces", "sold", "left"),
    [(412, 222, 25), (34, 200, 2), (0, 5, 0), (10, 0, None), (None, 5, None), (14, 14, 14)],
)
def test_days_left(pieces: int | None, sold: int, left: int | None) -> None:
    assert stock.days_left(pieces, sold) == left


@pytest.mark.parametrize(
    ("pieces", "threshold", "sold", "low"),
    [
        (10, 10, 0, True),
        (11, 10, 999, False),  # the seller's own threshold decides alone
        (34, None, 200, True),
        (43, None, 200, False),
        (34, None, 0, False),
        (0, None, 0, True),
        (0, 5, 0, True),
        (None, 5, 9, False),
    ],
)
def test_low_by_threshold_else_by_days(
    pieces: int | None, threshold: int | None, sold: int, low: bool
) -> None:
    goods = Product(stock=pieces, threshold=threshold, code="A", state="listed", id=1)
    assert bool(stock.low_lines((goods,), {("", "A"): sold})) is low


@pytest.mark.parametrize(
    ("pieces", "sold", "get"), [(34, 200, 166), (500, 200, 0), (0, 0, 0), (None, 3, 3)]
)
def test_what_to_get(pieces: int | None, sold: int, get: int) -> None:
    assert stock.restock(pieces, sold) == get


SKUS = (Sku(("大",), "A"), Sku(("小",), "B"))


def test_every_order_is_of_one_product_by_number_else_by_code() -> None:
    """The list took an order of another 商品ID for a product with its code, and the low-stock list
    counted one order for two products of one code."""
    sold = {("11", "A"): 3, ("11", "B"): 4, ("12", "A"): 5, ("", "C"): 6, ("13", "D"): 7}
    numbered = Product(item_id="11", skus=SKUS, id=1)
    coded, twin, draft = Product(code="C", id=2), Product(code="C", id=3), Product(code="D", id=4)
    by_skus, other = Product(skus=SKUS, id=5), Product(item_id="14", code="D", id=6)
    unknown = Product(id=7)
    every = (unknown, twin, coded, numbered, by_skus, other, replace(draft, state="draft"))
    assert stock.sales_of(every, sold) == {
        1: {"A": 3, "B": 4}, 5: {"A": 5}, 2: {"C": 6}, 4: {"D": 7},
    }  # fmt: skip
    assert stock.sales_of([coded, replace(twin, state="listed")], sold) == {3: {"C": 6}}


def test_each_option_lasts_by_its_own_sales_and_what_names_none_by_all() -> None:
    skus = (Sku(("大",), "A", stock=4), Sku(("小",), "B", stock=0), Sku(("小",), "B", stock=9))
    product = Product(stock=13, skus=skus, state="listed", id=1)
    lines = [*stock.lines_of(product, {"A": 14, "B": 14})]
    assert [(x.sku_key, x.sold, x.left, x.low) for x in lines] == [
        ("A", 14, 4, False), ("B", 14, 0, True), ("B", 0, None, False),
    ]  # fmt: skip
    assert stock.lasts(lines) == 4
    *_, whole = stock.lines_of(product, {"A": 14, "": 84})
    assert (whole.sku_key, whole.sold, whole.left, whole.low) == ("", 98, 1, True)
    gone = replace(product, stock=0, skus=(replace(skus[0], stock=0),))
    assert stock.lasts(stock.lines_of(gone, {"A": 3})) == 0
    assert stock.lasts(stock.lines_of(gone, {})) is None


def test_the_list_is_of_own_goods_what_runs_out_first_on_top() -> None:
    sold = {("", "two"): 200, ("", "none"): 10}
    two = Product(title="红富士", stock=34, code="two", state="listed", id=1)
    none = Product(title="柿饼", stock=0, code="none", state="off_shelf", id=2)
    quiet = Product(title="蜂蜜", stock=0, state="listed", id=3)
    others = (
        Product(stock=0, state="draft", id=4),
        Product(way="link", stock=0, state="listed", id=5),
        Product(stock=99, state="listed", id=6),
    )
    lines = stock.low_lines((two, quiet, none, *others), sold)
    assert [(x.product.id, x.stock, x.sold, x.left, x.get) for x in lines] == [
        (2, 0, 10, 0, 10),
        (1, 34, 200, 2, 166),
        (3, 0, 0, None, 0),
    ]


def test_each_sku_has_a_line_of_its_own() -> None:
    skus = (Sku(("大",), "A", stock=1), Sku(("小",), "", stock=50))
    product = Product(stock=51, threshold=5, skus=skus, state="listed", id=1)
    assert [(x.sku_key, x.stock) for x in stock.low_lines([product], {})] == [("A", 1)]
    assert stock.sku_key(skus[1]) == "小"


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 60))
def test_what_is_got_lasts_as_long_as_wanted(pieces: int, sold: int, cover: int) -> None:
    got = stock.restock(pieces, sold, cover)
    left = stock.days_left(pieces + got, sold)
    assert left is None or left >= cover
    assert got == 0 or stock.days_left(pieces + got - 1, sold) < cover


def test_an_option_is_the_same_under_another_code_or_name():
    plain, red = Sku(("原味",), "A"), Sku(("流心",), "B")
    assert renamed((plain, red), (plain, red)) == {}
    assert renamed((plain, red), (red, replace(plain, code="C"))) == {"A": "C", "C": "A"}
    assert renamed((plain, red), (replace(plain, options=("本味",)), red)) == {}
    swapped = (replace(plain, code="B"), replace(red, code="A"))
    assert renamed((plain, red), swapped) == {"A": "B", "B": "A"}
    bare = (Sku(("红", "大")), Sku(("红", "小")))
    told = (Sku(("朱红", "大")), Sku(("红", "小")))
    assert renamed(bare, told) == {"红/大": "朱红/大", "朱红/大": "红/大"}
    assert renamed((plain,), (Sku(("山楂",), "S"),)) == {}  # another one in its place


def test_the_way_back_of_a_chain_of_codes_finds_all_as_it_was():
    before = (Sku(("甲",), "A"), Sku(("乙",), "B"))
    after = (Sku(("甲",), "B"), Sku(("乙",), "C"))
    there, back = renamed(before, after), renamed(after, before)
    assert {back[new]: new for new in there.values()} == there


def test_a_stock_that_only_got_another_code_was_not_corrected():
    before = Product(skus=(Sku(("甲",), "A", stock=3),), id=1)
    after = replace(before, skus=(Sku(("甲",), "B", stock=3),))
    assert not list(corrections([before], [after], datetime(2026, 11, 18)))


def test_what_runs_out_first_stands_first_and_what_nobody_asks_for_last() -> None:
    def goods(number: int, pieces: int, threshold: int | None = None) -> Product:
        facts = {"stock": pieces, "threshold": threshold, "state": "listed"}
        return Product(id=number, code=f"C{number}", **facts)

    shop = (goods(1, 0), goods(2, 10, 20), goods(3, 34), goods(4, 0), goods(5, 3, 20))
    sold = {("", "C2"): 28, ("", "C3"): 200, ("", "C4"): 5}
    lines = stock.low_lines(shop, sold)
    assert [(line.product.id, line.left) for line in lines] == [
        *((4, 0), (3, 2), (2, 5), (1, None), (5, None)),
    ]


@pytest.mark.parametrize(
    ("pieces", "sold", "days", "left"),
    [(7, 1, 14, 98), (1, 1, 14, 14), (5, 3, 7, 11), (-2, 3, 7, 0), (5, -1, 7, None)],
)
def test_how_long_it_lasts_at_the_pace_of_so_many_days(pieces, sold, days, left):
    assert stock.days_left(pieces, sold, days) == left


@pytest.mark.parametrize(
    ("pieces", "threshold", "low"),
    [(1, None, False), (0, None, True), (-1, None, True), (6, 5, False), (5, 5, True)],
)
def test_one_piece_is_not_sold_out(pieces, threshold, low):
    (line,) = stock.lines_of(Product(stock=pieces, threshold=threshold, state="listed", id=1), {})
    assert (line.low, line.soon, line.left) == (low, False, None)


@pytest.mark.parametrize(
    ("sold", "soon"), [(46, True), (47, True), (35, False), (36, True), (1, False)]
)
def test_what_is_gone_within_three_days_is_soon(sold, soon):
    goods = Product(stock=10, code="A", state="listed", id=1)
    (line,) = stock.lines_of(goods, {"A": sold}, low_days=4)
    assert line.soon == (line.left < 4)
    (line,) = stock.lines_of(goods, {"A": sold}, low_days=line.left)
    assert not line.soon
    (line,) = stock.lines_of(goods, {"A": sold}, low_days=line.left + 1)
    assert line.soon and line.low


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [
        (Product(stock=1, id=1), Product(stock=2, id=1), [("", 1, 2)]),
        (Product(stock=1, id=1), Product(stock=1, id=1), []),
        (Product(stock=None, id=1), Product(stock=0, id=1), [("", None, 0)]),
        (
            Product(skus=SKUS, id=1),
            Product(skus=(replace(SKUS[0], stock=3), SKUS[1]), id=1),
            [("A", None, 3)],
        ),
        (
            Product(skus=SKUS[:1], id=1),
            Product(skus=(SKUS[0], Sku(("中",), "C", stock=2)), id=1),
            [("C", None, 2)],
        ),
    ],
)
def test_each_stock_that_became_another_is_a_correction(before, after, moves):
    now = datetime(2026, 11, 18)
    found = [*corrections([before], [after], now)]
    assert [(one.sku_key, one.before, one.after) for one in found] == moves
    assert all((one.product, one.reason, one.at) == (1, "bulk", now) for one in found)
