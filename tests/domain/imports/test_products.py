"""Lines of a table of products, gathered into products."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ksdesk.domain.imports.products import ProductRow, arrivals, changes_of, row_of, values_of
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.bulk import Limits

LIMITS = Limits(1, 9_999_999, 9_999_999, 10)
RED, BLUE = Sku(("红",), "R", 100, 1), Sku(("蓝",), "B", 300, 2)
SHIRT = Product(title="衫", levels=("颜色",), skus=(RED, BLUE), price=100, stock=3, id=7)


def row(line: int, *options: str, **given: object) -> ProductRow:
    return ProductRow(line, given, options, ("",) * len(options))


def gathered(*rows: ProductRow) -> list[tuple[int, ...]]:
    """The lines of each product of a new book."""
    made, refused = arrivals(rows, (), LIMITS)
    assert refused == ()
    return [one.lines for one in made]


def refusals(*rows: ProductRow, book: tuple[Product, ...] = ()) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in arrivals(rows, book, LIMITS)[1]]


def test_plain_lines_of_one_name_are_told_apart_by_code_and_link():
    rows = row(2, title="茶"), row(3, title="茶", code="A"), row(4, title="茶", link="x")
    assert gathered(*rows) == [(2,), (3,), (4,)]
    assert gathered(row(2, link="x"), row(3, link="y")) == [(2,), (3,)]


def test_the_same_plain_line_again_is_twice_however_its_name_is_written():
    assert refusals(row(2, title="Tea  Cup"), row(3, title="tea cup")) == [(3, "twice")]
    assert refusals(row(2, title="茶", link="x"), row(3, title="茶", link="x")) == [(3, "twice")]
    assert refusals(row(2, link="x"), row(3, link="x")) == [(3, "twice")]


def test_lines_with_options_are_one_product_by_number_else_by_name():
    named = row(2, "红", title="Shirt"), row(3, "蓝", title="shirt "), row(4, "红", title="帽")
    made, refused = arrivals(named[:1] + named[2:], (), LIMITS)
    assert ([one.lines for one in made], refused) == ([(2,), (4,)], ())
    assert gathered(row(2, "红", title="衫"), row(3, "蓝", title="衫")) == [(2, 3)]
    numbered = row(2, "红", title="衫", item_id="1"), row(3, "蓝", title="衫", item_id="2")
    assert gathered(*numbered) == [(2,), (3,)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_number_that_lost_its_zeros_is_of_the_same_product(turned):
    """Excel took 0012 for 12, and the goods came in once more."""
    whole, bare = {"item_id": "0024041", "code": "0012"}, {"item_id": "24041", "code": "12"}
    was, given = (bare, whole) if turned else (whole, bare)
    book = (Product(title="茶", price=500, id=7, **was),)
    for line in (
        row(2, title="茶", price=600, **given),
        row(2, title="绿茶", price=600, item_id=given["item_id"]),
        row(2, title="茶", price=600, code=given["code"]),
    ):
        ((made,), refused) = arrivals([line], book, LIMITS)
        assert (made.fate, refused, made.edit.after.price) == ("revised", (), 600)
        after = made.edit.after
        kept = {"item_id": after.item_id, "code": after.code}
        assert kept == was | ({k: v for k, v in line.given.items() if k in was} if turned else {})


def test_a_code_without_zeros_of_another_title_is_another_product():
    book = (Product(title="茶", code="0012", id=7),)
    ((made,), _) = arrivals([row(2, title="杯", code="12")], book, LIMITS)
    assert (made.fate, made.edit.after.code) == ("new", "12")
    both = (*book, Product(title="茶", code="12", id=8))
    ((made,), _) = arrivals([row(2, title="茶", code="12", price=5)], both, LIMITS)
    assert made.edit.before.id == 8


def test_a_line_of_a_new_product_needs_a_title_or_a_link():
    assert refusals(row(2, item_id="9", price=5)) == [(2, "no_title")]
    assert refusals(row(2, code="A")) == [(2, "no_title")]
    assert gathered(row(2, link="https://x")) == [(2,)]


NUMBERED = {"title": "衫", "item_id": "1"}


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (row(2, "红", title="衫"), row(3, "红", "L", title="衫"), "levels"),
        (row(2, "红", "L", title="衫"), row(3, "红", title="衫"), "levels"),
        (row(2, "红", **NUMBERED), row(3, **NUMBERED, price=5), "needs_options"),
        (row(2, **NUMBERED, stock=5), row(3, "红", **NUMBERED), "contradicts"),
        (row(2, "红", title="衫"), row(3, "红", title="衫"), "twice"),
        (row(2, "红", title="衫", note="a"), row(3, "蓝", title="衫", note="b"), "contradicts"),
    ],
)
def test_a_line_that_does_not_go_with_the_one_before_is_refused(first, second, reason):
    assert refusals(first, second) == [(3, reason)]


def test_a_line_without_options_may_tell_what_is_of_the_whole_product():
    rows = (
        row(2, title="衫", item_id="1", note="新"),
        row(3, "红", title="衫", item_id="1", price=5),
    )
    (made,) = arrivals(rows, (), LIMITS)[0]
    assert (made.edit.after.note, [sku.options for sku in made.edit.after.skus]) == (
        "新",
        [("红",)],
    )
    assert gathered(*reversed(rows)) == [(3, 2)]


def test_lines_of_a_product_of_the_book_name_its_options():
    book = (SHIRT,)
    assert refusals(row(2, title="衫", price=5), book=book) == [(2, "needs_options")]
    assert refusals(row(2, title="衫", note="新"), book=book) == []
    assert refusals(row(2, "红", "L", title="衫"), book=book) == [(2, "levels")]
    assert refusals(row(2, code="R", stock=5), row(3, "红", title="衫"), book=book) == [
        (3, "twice")
    ]
    assert refusals(row(2, code="R", stock=5), row(3, code="B", stock=6), book=book) == []


def test_options_that_are_new_go_behind_those_that_are_there():
    rows = row(2, "蓝", title="衫", price=350), row(3, "绿", title="衫", price=400, stock=4)
    (made,) = arrivals(rows, (SHIRT,), LIMITS)[0]
    assert made.fate == "revised"
    assert made.edit.after.skus == (RED, replace(BLUE, price=350), Sku(("绿",), "", 400, 4))
    assert made.edit.after.levels == ("颜色",)


def test_levels_have_the_tables_names_else_ours():
    one = ProductRow(2, {"title": "衫"}, ("红",), ("颜色",))
    assert arrivals([one], (), LIMITS)[0][0].edit.after.levels == ("颜色",)
    assert arrivals([row(2, "红", title="衫")], (), LIMITS)[0][0].edit.after.levels == ("规格",)
    two = row(2, "红", "L", title="衫")
    assert arrivals([two], (), LIMITS)[0][0].edit.after.levels == ("规格1", "规格2")
    half = ProductRow(2, {"title": "衫"}, ("红", "L"), ("颜色", ""))
    assert arrivals([half], (), LIMITS)[0][0].edit.after.levels == ("颜色", "规格2")


def test_a_link_alone_is_a_product_sold_by_link():
    ways = [
        arrivals([row(2, title="茶", **given)], (), LIMITS)[0][0].edit.after.way
        for given in ({}, {"link": "x"}, {"link": "x", "way": "own"})
    ]
    assert ways == ["own", "link", "own"]
    of_book = Product(title="茶", id=3)
    (made,) = arrivals([row(2, title="茶", way="link", note="新")], (of_book,), LIMITS)[0]
    assert (made.edit.after.way, made.edit.after.note) == ("own", "新")


def test_cells_of_options_are_told_apart_from_those_of_the_product():
    cells = {"title": "衫", "option1": "红", "level1": "颜色", "option2": "", "note": None}
    assert row_of(2, cells) == ProductRow(2, {"title": "衫"}, ("红",), ("颜色",))
    assert row_of(2, {"option2": "L"}) == ProductRow(2, {}, ("", "L"), ("", ""))
    assert row_of(2, {"stock": 0}) == ProductRow(2, {"stock": 0})


@pytest.mark.parametrize(
    ("spec", "options", "levels"),
    [
        ("颜色:红;尺码:L", ("红", "L"), ("颜色", "尺码")),
        ("颜色：红； 尺码：L；", ("红", "L"), ("颜色", "尺码")),
        ("a:1;b:2;c:3", ("1", "2", "3"), ("a", "b", "c")),
        ("a:1;b:2;c:3;d:4", ("a:1;b:2;c:3;d:4",), ("",)),
        ("大罐", ("大罐",), ("",)),
        ("红:", ("红:",), ("",)),
    ],
)
def test_a_cell_with_all_options(spec, options, levels):
    assert row_of(2, {"spec": spec}) == ProductRow(2, {}, options, levels)
    assert row_of(2, {"spec": spec, "option1": "x"}).options == ("x",)


def test_goods_with_options_show_their_span_of_prices_and_all_codes():
    shown = values_of(SHIRT)
    assert (shown["price"], shown["code"], shown["stock"]) == ((100, 300), "R B", 3)
    even = replace(SHIRT, skus=(RED, replace(BLUE, price=100, code="")))
    assert (values_of(even)["price"], values_of(even)["code"]) == (100, "R")
    plain = Product(title="茶", price=0, stock=0)
    assert (values_of(plain)["price"], values_of(plain)["stock"]) == (0, 0)
    assert values_of(plain)["note"] is values_of(plain)["levels"] is None


def test_a_change_of_one_option_is_told_though_the_whole_looks_alike():
    moved = replace(SHIRT, skus=(replace(RED, stock=2), replace(BLUE, stock=1)))
    assert changes_of(SHIRT, moved) == (("stock", 3, 3),)
    assert changes_of(SHIRT, SHIRT) == ()
    assert changes_of(SHIRT, replace(SHIRT, note="新")) == (("note", None, "新"),)


@pytest.mark.parametrize(
    ("given", "name"),
    [({"title": "帽", "item_id": "1", "code": "C"}, "帽"), ({"item_id": "1", "code": "C"}, "1"),
     ({"code": "C"}, "C"), ({}, "")],
)  # fmt: skip
def test_a_line_that_cannot_be_used_is_named(given, name):
    first = row(2, title="衫", link="x")
    refused = arrivals([first, row(3, **{"price": 1, **given})], (), LIMITS)[1]
    if "title" in given:
        assert refused == ()
        refused = arrivals([row(2, **given), row(3, **given)], (), LIMITS)[1]
    assert [(one.line, one.value) for one in refused] == [(3, name)]


def fates(*rows: ProductRow, book: tuple[Product, ...] = ()) -> list[str]:
    return [one.fate for one in arrivals(rows, book, LIMITS)[0]]


def test_what_becomes_of_a_product():
    tea = Product(title="茶", price=500, stock=1, id=7)
    assert fates(row(2, title="帽", price=500)) == ["new"]
    assert fates(row(2, title="茶", price=600), book=(tea,)) == ["revised"]
    assert fates(row(2, title="茶", price=500), book=(tea,)) == ["same"]
    assert fates(row(2, title="茶", price=10_000_000), book=(tea,)) == ["refused"]


@pytest.mark.parametrize("state", ["listed", "ready"])
def test_a_new_product_that_is_not_whole_comes_in_as_a_draft(state):
    ((one,), _) = arrivals([row(2, title="帽", price=500, state=state)], (), LIMITS)
    assert (one.edit.after.state, [each.code for each in one.edit.reasons]) == (
        "draft", ["draft_instead"],
    )  # fmt: skip
    assert one.edit.reasons[0]["gaps"] == "stock" and one.fate == "new"
    ((whole,), _) = arrivals([row(2, title="帽", price=500, stock=0, state=state)], (), LIMITS)
    assert whole.edit.after.state == state


def test_a_link_makes_a_product_of_another_platform_unless_the_table_says_otherwise():
    def way(**given: object) -> str:
        ((one,), _) = arrivals([row(2, title="帽", **given)], (), LIMITS)
        return one.edit.after.way

    assert (way(), way(link="x"), way(link="x", way="own"), way(way="link")) == (
        "own", "link", "own", "link",
    )  # fmt: skip
    tea = Product(title="茶", price=500, stock=1, id=7)
    ((one,), _) = arrivals([row(2, title="茶", way="link")], (tea,), LIMITS)
    assert one.edit.after.way == "own"
