"""Tables of products: read, held against the book, and the same again after an export."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksdesk.actions import exports, products
from ksdesk.actions.products import imports as product_imports
from ksdesk.domain.imports import ImportProblem, Outdated, Source
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.bulk import Limits, with_skus
from ksdesk.ui.products.table_out import products_sheet

LIMITS = Limits(1, 9_999_999, 9_999_999, 10)
NOW = datetime(2026, 11, 18, 10, 20)


def looked(book, text: str, name: str = "商品"):
    return product_imports.preview(book.reader, Source(name, text=text), LIMITS)


def taken(book, text: str):
    shown = looked(book, text)
    return product_imports.commit(book, shown, (), NOW)


def kept(book) -> dict[str, Product]:
    return {p.title: p for p in book.reader.products.all()}


def test_columns_by_their_names_in_both_languages(book):
    shown = looked(book, "商品标题,售价（元）,商家编码,库存数量,某列\n柿饼,59.9,SB,12,x\n")
    assert [c.role for c in shown.columns] == ["title", "price", "code", "stock", "skip"]
    shown = looked(book, "Title\tPrice\tSKU code\tStock\tStatus\nTea\t36\tT\t5\tlisted\n")
    after = shown.of("new")[0].edit.after
    assert (after.title, after.price, after.code, after.stock) == ("Tea", 3600, "T", 5)
    assert after.state == "listed"


def test_lines_with_options_are_one_product(book):
    taken(
        book,
        "商品名称,规格名1,规格1,规格名2,规格2,价格,库存,SKU编码\n"
        "红富士,重量,5斤,包装,散装,49.9,10,A\n"
        "红富士,重量,10斤,包装,礼盒,69,20,B\n"
        "柿饼,,,,,59.9,3,C\n",
    )
    apple = kept(book)["红富士"]
    assert (apple.levels, apple.price, apple.stock) == (("重量", "包装"), 4990, 30)
    assert apple.skus == (
        Sku(("5斤", "散装"), "A", 4990, 10),
        Sku(("10斤", "礼盒"), "B", 6900, 20),
    )
    assert kept(book)["柿饼"].code == "C"


def test_a_single_column_of_options(book):
    taken(book, "名称,规格,价格\n衫,颜色:红;尺码:L,10\n衫,颜色:蓝;尺码:M,12\n茶,大罐,5\n")
    assert kept(book)["衫"].levels == ("颜色", "尺码")
    assert kept(book)["衫"].skus[1].options == ("蓝", "M")
    assert (kept(book)["茶"].levels, kept(book)["茶"].skus[0].options) == (("规格",), ("大罐",))


def test_a_blank_cell_says_nothing_and_the_rest_is_old_to_new(book):
    products.save(book, Product(title="柿饼", price=5990, stock=12, note="脆", code="SB"), NOW)
    shown = looked(book, "SKU编码,价格,库存,备注\nSB,49.9,,\n")
    (revised,) = shown.of("revised")
    assert revised.edit.after == replace(revised.edit.before, price=4990)
    assert looked(book, "SKU编码,价格\nSB,59.90\n").of("same")


def test_a_product_is_known_by_number_then_code_then_title(book):
    for product in (
        Product(title="一", item_id="100", code="A", price=100),
        Product(title="二", code="B", price=100),
        Product(title="三", price=100),
        Product(title="四", item_id="400", price=100),
    ):
        products.save(book, product, NOW)
    shown = looked(
        book,
        "商品ID,SKU编码,名称,价格\n100,B,x,2\n,B,y,3\n,, 三 ,4\n999,,四,5\n",
    )
    assert [one.edit.before.title for one in shown.of("revised")] == ["一", "二", "三"]
    assert [one.edit.after.item_id for one in shown.of("new")] == ["999"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("名称,价格\n柿饼,12.3.4\n", 2, "bad_money"),
        ("名称,库存\n柿饼,-3\n", 2, "negative"),
        ("名称,状态\n柿饼,卖着呢\n", 2, "bad_state"),
        ("名称,价格\n,5\n", 2, "no_title"),
        ("名称,价格\n柿饼,5\n柿饼,6\n", 3, "twice"),
        ("名称,价格\n柿饼,5,多\n", 2, "too_many_cells"),
        ("名称,价格\n合计,5\n", 2, "total_line"),
        ("名称,SKU编码\n茶,6.9E+12\n", 2, "lost_digits"),
        ("名称,价格\n双胞胎,5\n", 2, "ambiguous"),
        ("名称,价格\n衫,5\n", 2, "needs_options"),
        ("名称,规格1,规格2,价格\n衫,红,L,5\n", 2, "levels"),
        ("名称,规格1,类目,价格\n新衫,红,甲,5\n新衫,蓝,乙,5\n", 3, "contradicts"),
        ("商品ID,名称,规格1,价格\n77,衬,,5\n77,衬,红,6\n", 3, "contradicts"),
        ("SKU编码,库存\nR,5\nR,6\n", 3, "twice"),
    ],
)
def test_lines_that_cannot_be_used_are_named(book, text, line, reason):
    for title in ("双胞胎", "双胞胎"):
        products.save(book, Product(title=title), NOW)
    skus = (Sku(("红",), "R", 100, 1),)
    products.save(book, Product(title="衫", levels=("颜色",), skus=skus, price=100, stock=1), NOW)
    shown = looked(book, text)
    assert [(one.line, one.reason) for one in shown.refused] == [(line, reason)]
    cells = text.splitlines()[line - 1].split(",")
    assert product_imports.cells_of(shown, line) == cells[: len(shown.header)]


def test_an_option_is_changed_by_its_code_and_a_new_one_added(book):
    skus = (Sku(("红",), "R", 100, 1), Sku(("蓝",), "B", 200, 2))
    products.save(book, Product(title="衫", levels=("颜色",), skus=skus, price=100, stock=3), NOW)
    taken(book, "SKU编码,库存\nB,9\n")
    assert [sku.stock for sku in kept(book)["衫"].skus] == [1, 9]
    taken(book, "名称,规格1,价格,库存\n衫,绿,1.5,4\n")
    shirt = kept(book)["衫"]
    assert (len(shirt.skus), shirt.levels, shirt.stock) == (3, ("颜色",), 14)


def test_a_new_product_that_is_not_complete_waits_as_a_draft(book):
    shown = looked(book, "名称,价格,状态\n柿饼,59.9,上架\n")
    (new,) = shown.of("new")
    assert new.edit.after.state == "draft"
    assert new.edit.reasons[0].code == "draft_instead"


def test_a_price_over_the_limit_is_refused(book):
    (refused,) = looked(book, "名称,价格\n金山,100000\n").of("refused")
    assert refused.edit.reasons[0].code == "price_high"


def test_a_table_of_something_else_is_no_table_of_products(book):
    with pytest.raises(ImportProblem) as problem:
        looked(book, "日期,花费\n2026-11-01,12\n")
    assert problem.value.code == "not_products"


def test_units_kinds_and_twins_among_the_columns(book):
    """An amount in fen as the header says; the first of two columns with one meaning counts."""
    shown = looked(
        book,
        "名称,价格（分）,售价,来源,链接\n\n盒,1990,5,其他平台商品,https://a.b/1\n茶,200,5,自有商品,\n",
    )
    assert [c.role for c in shown.columns] == ["title", "price", "skip", "way", "link"]
    found = [one.edit.after for one in shown.of("new")]
    assert [(p.way, p.price) for p in found] == [("link", 1990), ("own", 200)]


def test_columns_set_by_hand_are_known_the_next_time(book):
    text = "名称,供货价,价格\n茶,20,36\n"
    first, cost, price = looked(book, text).columns
    mended = (first, replace(cost, role="price", why="named"), replace(price, role="skip"))
    source = Source("商品", text=text)
    shown = product_imports.preview(book.reader, source, LIMITS, mended)
    product_imports.commit(book, shown, (), NOW)
    assert kept(book)["茶"].price == 2000
    again = looked(book, "名称,供货价,价格\n蜜,30,48\n")
    assert [(c.role, c.why) for c in again.columns][1:] == [
        ("price", "remembered"),
        ("skip", "remembered"),
    ]


def test_a_pasted_table_is_told_from_a_share_text():
    assert product_imports.is_table("柿子沟果园\n名称\t价格\n茶\t36\n")
    assert not product_imports.is_table("名称\n茶\n")
    assert not product_imports.is_table("【淘宝】好茶 https://e.tb.cn/h.abc 「茶」\t点击链接")


def test_options_are_the_same_whatever_the_blanks_in_them(book):
    skus = (Sku(("大  罐",), "D", 100, 1),)
    products.save(book, Product(title="茶", levels=("装",), skus=skus, price=100, stock=1), NOW)
    taken(book, "名称,规格1,价格\n茶,大 罐,2\n")
    assert kept(book)["茶"].skus == (Sku(("大  罐",), "D", 200, 1),)


def test_one_step_there_and_back(book):
    products.save(book, Product(title="柿饼", price=5990), NOW)
    before = book.reader.products.all()
    done = taken(book, "名称,价格\n柿饼,49.9\n茶,36\n")
    assert (done.ref, set(kept(book))) == (2, {"柿饼", "茶"})
    undone = done.undo(book)
    assert book.reader.products.all() == before
    assert [p.title for p in book.reader.products.binned()] == ["茶"]
    undone.undo(book)
    assert {p.title: p.price for p in kept(book).values()} == {"柿饼": 4990, "茶": 3600}


def test_what_was_not_ticked_stays(book):
    products.save(book, Product(title="柿饼", price=5990), NOW)
    shown = looked(book, "名称,价格\n柿饼,49.9\n茶,36\n")
    product_imports.commit(book, shown, {shown.of("revised")[0].edit.before.id}, NOW)
    assert {p.title: p.price for p in kept(book).values()} == {"柿饼": 5990, "茶": 3600}


def test_a_book_that_changed_is_looked_at_again(book):
    shown = looked(book, "名称,价格\n茶,36\n")
    products.save(book, Product(title="茶", price=1), NOW)
    with pytest.raises(Outdated):
        product_imports.commit(book, shown, (), NOW)
    again = product_imports.refresh(book.reader, shown)
    assert (len(again.of("new")), len(again.of("revised"))) == (0, 1)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_template_comes_in_as_it_is(book, tmp_path, suffix):
    path = tmp_path / f"template{suffix}"
    product_imports.template(path)
    shown = product_imports.preview(book.reader, Source(path.name, path), LIMITS)
    assert not shown.refused
    assert all(column.role != "skip" for column in shown.columns)
    (new,) = shown.of("new")
    assert (new.edit.after.levels, new.edit.after.price) == (("重量", "包装"), 5990)


# A leading apostrophe is what Excel marks a text with, and goes.
WORDS = (
    st.text("甲乙丙aZ09 =+-@'\"，,;；:：\t\n", max_size=8)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: not text.startswith("'"))
)
NAMES = WORDS.filter(lambda text: text not in ("", "-", "--", "/"))
FEN = st.none() | st.integers(1, 9_999_999)
PIECES = st.none() | st.integers(0, 9_999_999)
CODES = st.text("AB019-", max_size=12).filter(lambda t: t.strip("-"))


@st.composite
def made(draw, number: int) -> Product:
    link = draw(st.booleans())
    product = Product(
        way="link" if link else "own",
        title=f"{draw(WORDS)}商{number}",
        short_title=draw(st.sampled_from(["", "短", "007", "3-1"])),
        category=draw(st.sampled_from(["", "果干", "=1+1"])),
        price=draw(FEN),
        struck_price=draw(FEN),
        stock=draw(PIECES),
        threshold=draw(PIECES),
        code=draw(st.just("") | CODES.map(lambda t: f"{number}{t}")),
        platform=draw(st.sampled_from(["", "1688"])),
        item_id=draw(st.sampled_from(["", f"{number}67451234567812345"])),
        selling_point=draw(st.sampled_from(["", "甜", "=甜"])),
        link=f"https://example.com/{number}?a=1,2" if link else "",
        note=draw(st.sampled_from(["", "一\n二", '说"好"'])),
        state=draw(st.sampled_from(["draft", "off_shelf"])),
    )
    levels = draw(st.integers(0, 3))
    if not levels:
        return product
    options = draw(st.lists(st.tuples(*[NAMES] * levels), min_size=1, max_size=4, unique=True))
    skus = [
        Sku(option, f"{number}-{place}", draw(FEN), draw(PIECES))
        for place, option in enumerate(options)
    ]
    names = tuple(f"级{n}" for n in range(levels))
    return with_skus(replace(product, levels=names, code=""), skus)


@st.composite
def shelves(draw) -> list[Product]:
    return [draw(made(number)) for number in range(draw(st.integers(1, 4)))]


def content(products) -> list[Product]:
    return sorted((replace(p, id=0, changed_at=None) for p in products), key=lambda p: p.title)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@given(shelf=shelves())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_exported_comes_back_equal(spoken, tmp_path_factory, suffix, shelf):
    from ksdesk.storage import Store

    folder = tmp_path_factory.mktemp("round")
    path = folder / f"products{suffix}"
    exports.write(path, products_sheet("商品", shelf))
    book = Store.open(folder / "book.ksdesk")
    with book.connection():
        shown = product_imports.preview(book.reader, Source(path.name, path), LIMITS)
        assert not shown.refused
        product_imports.commit(book, shown, (), NOW)
        assert content(book.reader.products.all()) == content(shelf)
        again = product_imports.preview(book.reader, Source(path.name, path), LIMITS)
        assert set(again.arrivals) == {"same"}
    book.close()
