"""Tables of products: read, held against the book, and the same again after an export."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ksdesk.actions import exports, imports, products
from ksdesk.domain.imports import BuiltUpon, Counts, NotReady, Outdated, Source
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.bulk import with_skus
from ksdesk.storage import Store
from ksdesk.ui.products.table_out import products_sheet

NOW = datetime(2026, 11, 18, 10, 20)


def looked(book, text: str, mapping=None):
    source = Source("商品", text=text)
    return imports.preview(book, source, kind="products", mapping=mapping, now=NOW)


def taken(book, text: str):
    return imports.commit(book, looked(book, text), now=NOW)


def shown(preview, fate: str) -> list[dict]:
    """What a preview says of the products of one fate, by field."""
    found = [row for row in preview.rows if row[1] == fate]
    return [dict(zip(preview.fields, row[2:], strict=True)) for row in found]


def roles(preview) -> list[str]:
    return [column.role for column in preview.columns]


def kept(book) -> dict[str, Product]:
    return {p.title: p for p in book.reader.products.all()}


def test_columns_by_their_names_in_both_languages(book):
    preview = looked(book, "商品标题,售价（元）,商家编码,库存数量,某列\n柿饼,59.9,SB,12,x\n")
    assert roles(preview) == [
        *("identity:title", "measure:price", "identity:code", "measure:stock", "skip"),
    ]
    preview = looked(book, "Title\tPrice\tSKU code\tStock\tStatus\nTea\t36\tT\t5\tlisted\n")
    (tea,) = shown(preview, "new")
    assert (tea["title"], tea["price"], tea["code"], tea["stock"]) == ("Tea", 3600, "T", 5)
    assert tea["state"] == "listed"


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


def test_colours_and_sizes_in_columns_of_their_own_are_options(book):
    """The second line of a product was refused as the same once more."""
    text = (
        "商品名称,颜色,尺码,材质,价格\n衫,红,1-2,棉,10\n衫,红,L,棉,11\n衫,蓝,L,棉,12\n帽,黑,M,棉,5"
    )
    preview = looked(book, text)
    assert roles(preview)[1:4] == ["identity:option1", "identity:option2", "skip"]
    imports.commit(book, preview, now=NOW)
    shirt = kept(book)["衫"]
    assert shirt.levels == ("颜色", "尺码")
    assert [sku.options for sku in shirt.skus] == [("红", "1-2"), ("红", "L"), ("蓝", "L")]
    assert looked(book, text).counts == Counts(same=2)
    assert looked(book, text.replace("1-2", "1月2日")).counts == Counts(same=2)
    only = "商品名称,颜色,价格\n衫,红,10\n帽,黑,5\n"  # tells no lines of one title apart
    assert roles(looked(book, only))[1] == "skip"
    both = "商品名称,规格,颜色,价格\n衫,L,红,10\n衫,M,蓝,5\n"
    assert roles(looked(book, both))[1:3] == ["identity:spec", "skip"]
    named = "商品名称,规格1,规格名1,颜色,价格\n衫,L,尺码,红,10\n衫,M,尺码,蓝,5\n"
    assert roles(looked(book, named))[3] == "skip"


def test_a_blank_cell_says_nothing_and_the_rest_is_old_to_new(book):
    products.save(book, Product(title="柿饼", price=5990, stock=12, note="脆", code="SB"), NOW)
    preview = looked(book, "SKU编码,价格,库存,备注\nSB,49.9,,\n")
    (revised,) = preview.revised
    assert (revised.name, revised.changes) == ("柿饼", (("price", 5990, 4990),))
    assert looked(book, "SKU编码,价格\nSB,59.90\n").counts == Counts(same=1)


def test_a_product_is_known_by_number_then_code_then_title(book):
    for product in (
        Product(title="一", item_id="100", code="A", price=100),
        Product(title="二", code="B", price=100),
        Product(title="三", price=100),
        Product(title="四", item_id="400", price=100),
    ):
        products.save(book, product, NOW)
    preview = looked(
        book,
        "商品ID,SKU编码,名称,价格\n100,B,x,2\n,B,y,3\n,, 三 ,4\n999,,四,5\n",
    )
    assert [one.name for one in preview.revised] == ["一", "二", "三"]
    assert [row["item_id"] for row in shown(preview, "new")] == ["999"]


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
    preview = looked(book, text)
    assert [(one.line, one.reason) for one in preview.refused] == [(line, reason)]
    if reason != "total_line":
        rows = list(exports.refused_sheet(preview, str, "zh").rows)
        cells = text.splitlines()[line - 1].split(",")
        assert [row[:-1] for row in rows] == [(*cells[: len(preview.columns)], line)]


def test_an_option_is_changed_by_its_code_and_a_new_one_added(book):
    skus = (Sku(("红",), "R", 100, 1), Sku(("蓝",), "B", 200, 2))
    products.save(book, Product(title="衫", levels=("颜色",), skus=skus, price=100, stock=3), NOW)
    taken(book, "SKU编码,库存\nB,9\n")
    assert [sku.stock for sku in kept(book)["衫"].skus] == [1, 9]
    taken(book, "名称,规格1,价格,库存\n衫,绿,1.5,4\n")
    shirt = kept(book)["衫"]
    assert (len(shirt.skus), shirt.levels, shirt.stock) == (3, ("颜色",), 14)


def test_a_new_product_that_is_not_complete_waits_as_a_draft(book):
    (new,) = shown(looked(book, "名称,价格,状态\n柿饼,59.9,上架\n"), "new")
    assert new["state"] == "draft"
    assert new["reasons"][0].code == "draft_instead"


def states(preview) -> dict[str, tuple[str, list[str]]]:
    """What state each product would be in, and why it is not another."""
    return {
        row["title"]: (row["state"], [reason.code for reason in row.get("reasons") or ()])
        for fate in ("new", "revised")
        for row in shown(preview, fate)
    }


def test_only_a_new_product_that_is_to_be_sold_is_held_back_for_what_it_lacks(book):
    """What is on sale without a price stays on sale, and what is off the shelf may lack one."""
    products.save(book, Product(title="茶", state="listed"), NOW)
    found = states(looked(book, "名称,库存,状态\n茶,4,\n柿饼,4,下架\n"))
    assert found == {"茶": ("listed", []), "柿饼": ("off_shelf", [])}


def test_what_a_table_makes_ready_must_have_been_checked(book):
    """What is ready already stays so."""
    whole = Product(title="柿饼", category="食品", price=5990, stock=3, selling_point="甜")
    products.save(book, whole, NOW)
    products.save(book, replace(whole, title="茶", state="ready"), NOW)
    found = states(looked(book, "名称,库存,状态\n柿饼,4,待上架\n茶,4,待上架\n"))
    assert found == {"柿饼": ("draft", ["draft_unchecked"]), "茶": ("ready", [])}


def test_a_price_over_the_limit_is_refused(book):
    preview = looked(book, "名称,价格\n金山,100000\n")
    (refused,) = preview.refused
    assert (refused.value, refused.reason) == ("金山", "not_allowed")
    assert refused.reasons[0].code == "price_high"
    assert preview.counts == Counts(refused=1)


def test_a_table_in_which_nothing_names_the_products_is_not_taken(book):
    preview = looked(book, "日期,花费\n2026-11-01,12\n")
    assert preview.needs == ("names",)
    with pytest.raises(NotReady):
        imports.commit(book, preview, now=NOW)


def test_codes_that_look_like_telephones_stay(book):
    """Goods counted by numbers of eleven digits lost their codes, and with them what they are."""
    lines = "".join(f"茶{n},1380013{n:04d},{n + 1}\n" for n in range(20))
    taken(book, "name,sku,price\n" + lines)
    assert kept(book)["茶7"].code == "13800130007"


def test_units_kinds_and_twins_among_the_columns(book):
    """An amount in fen as the header says; the first of two columns with one meaning counts."""
    preview = looked(
        book,
        "名称,价格（分）,售价,来源,链接\n\n盒,1990,5,其他平台商品,https://a.b/1\n茶,200,5,自有商品,\n",
    )
    assert roles(preview) == [
        *("identity:title", "measure:price", "skip", "identity:way", "identity:link"),
    ]
    found = shown(preview, "new")
    assert [(row["way"], row["price"]) for row in found] == [("link", 1990), ("own", 200)]


def test_columns_set_by_hand_are_known_the_next_time(book):
    text = "名称,供货价,价格\n茶,20,36\n"
    first, cost, price = looked(book, text).columns
    mended = (
        first,
        replace(cost, role="measure:price", why="named"),
        replace(price, role="skip"),
    )
    imports.commit(book, looked(book, text, mended), now=NOW)
    assert kept(book)["茶"].price == 2000
    again = looked(book, "名称,供货价,价格\n蜜,30,48\n")
    assert [(c.role, c.why) for c in again.columns][1:] == [
        ("measure:price", "remembered"),
        ("skip", "remembered"),
    ]


def test_a_pasted_table_is_told_from_a_share_text():
    assert imports.is_table("柿子沟果园\n名称\t价格\n茶\t36\n")
    assert not imports.is_table("名称\n茶\n")
    assert not imports.is_table("【淘宝】好茶 https://e.tb.cn/h.abc 「茶」\t点击链接")


@pytest.mark.parametrize(
    ("header", "usual", "kind"),
    [
        ("商品名称,价格,库存,SKU编码", "traffic", "products"),
        ("商品名称,供货价,产地", "products", "products"),
        ("类目,价格,库存", "products", "products"),
        ("名称,产地", "traffic", "any"),
        ("日期,花费,曝光数", "products", "traffic"),
        (
            "订单号,订单创建时间,订单状态,实付款,商品ID,商品名称,SKU编码,商品规格",
            "products",
            "orders",
        ),
        ("日期,计划名称,商品名称,价格,点击数,成交金额", "products", "traffic"),
    ],
)
def test_products_are_told_from_other_tables(book, header, usual, kind):
    """Whatever page a table is brought to, it is what its header says."""
    cells = ",".join("1" for _label in header.split(","))
    source = Source("表", text=f"{header}\n{cells}\n")
    assert imports.preview(book, source, usual=usual, now=NOW).kind == kind


def test_options_are_the_same_whatever_the_blanks_in_them(book):
    skus = (Sku(("大  罐",), "D", 100, 1),)
    products.save(book, Product(title="茶", levels=("装",), skus=skus, price=100, stock=1), NOW)
    taken(book, "名称,规格1,价格\n茶,大 罐,2\n")
    assert kept(book)["茶"].skus == (Sku(("大  罐",), "D", 200, 1),)


def test_one_step_there_and_back(book):
    products.save(book, Product(title="柿饼", price=5990, stock=3), NOW)
    before = book.reader.products.all()
    done = taken(book, "名称,价格,库存\n柿饼,49.9,5\n茶,36,1\n")
    after = book.reader.products.all()
    batch = book.reader.batches.last()
    assert (batch.id, batch.kind, batch.new, batch.revised) == (done.ref, "products", 1, 1)
    undone = done.undo(book)
    assert book.reader.products.all() == before
    assert [p.title for p in book.reader.products.binned()] == ["茶"]
    assert [(m.before, m.after) for m in book.reader.products.moves(1)] == [(5, 3), (3, 5)]
    again = undone.undo(book)
    assert book.reader.products.all() == after
    assert book.reader.batches.last().id == batch.id
    again.undo(book)
    assert book.reader.products.all() == before


def test_a_batch_is_taken_back_after_the_app_was_closed(book, tmp_path):
    """Once it could be undone only as long as the app was open."""
    products.save(book, Product(title="柿饼", price=5990, stock=3), NOW)
    skus = (Sku(("红",), "R", 100, 1), Sku(("蓝",), "B", 200, 2))
    products.save(book, Product(title="衫", levels=("色",), skus=skus, price=100, stock=3), NOW)
    before = book.reader.products.all()
    text = "SKU编码,名称,规格1,价格,库存\nR,衫,红,9,7\n,衫,绿,5,1\n,柿饼,,49.9,\n,茶,,36,1\n"
    number = taken(book, text).ref
    assert kept(book)["衫"].stock == 10
    book.close()
    again = Store.open(book.path)
    assert [(b.kind, b.state) for b in again.reader.batches.recent(9)] == [("products", "done")]
    changes = imports.undo(again, number, NOW)
    assert changes.topics >= {"products", "imports"}
    assert again.reader.products.all() == before
    assert [p.title for p in again.reader.products.binned()] == ["茶"]
    assert again.reader.batches.recent(9)[0].state == "undone"
    assert imports.undo(again, number, NOW).topics == frozenset()
    again.close()


def test_what_was_changed_since_stays_when_a_batch_is_taken_back(book):
    products.save(book, Product(title="柿饼", price=5990, stock=3), NOW)
    number = taken(book, "名称,价格,库存\n柿饼,49.9,5\n").ref
    products.save(book, replace(kept(book)["柿饼"], stock=8, note="脆"), NOW + timedelta(1))
    imports.undo(book, number, NOW)
    found = kept(book)["柿饼"]
    assert (found.price, found.stock, found.note) == (5990, 8, "脆")
    assert found.changed_at == NOW + timedelta(1)


def test_a_batch_that_a_later_one_changed_is_not_taken_back_first(book):
    first = taken(book, "名称,价格\n柿饼,49.9\n").ref
    second = taken(book, "名称,价格\n柿饼,39.9\n").ref
    with pytest.raises(BuiltUpon) as built:
        imports.undo(book, first, NOW)
    assert built.value.batch.id == second
    imports.undo(book, second, NOW)
    assert kept(book)["柿饼"].price == 4990
    imports.undo(book, first, NOW)
    assert not kept(book)


@pytest.mark.slow
def test_more_products_are_taken_back_than_a_statement_has_room_for(book):
    """SQLite takes 32,766 values at once."""
    numbers = book.products.add([Product(title=f"茶{n}") for n in range(33_000)], NOW).ref
    products.bin_(book, numbers, NOW)
    assert not book.reader.products.all()


def test_a_product_that_is_gone_for_good_stops_no_undo(book):
    number = taken(book, "名称,价格\n柿饼,49.9\n茶,3\n").ref
    tea = kept(book)["茶"].id
    products.bin_(book, [tea], NOW)
    products.remove(book, [tea])
    imports.undo(book, number, NOW)
    assert [p.title for p in book.reader.products.binned()] == ["柿饼"]


def test_a_draft_is_held_against_the_products_of_another_day(book):
    preview = looked(book, "名称,价格\n柿饼,49.9\n茶,36\n")
    imports.keep(preview, (), NOW)
    products.save(book, Product(title="茶", price=1), NOW)
    (draft,) = imports.drafts(preview.staging.parent)
    assert (draft.kind, draft.rows) == ("products", 2)
    again = imports.resume(book, draft.path, now=NOW)
    assert again.counts == Counts(new=1, revised=1)
    imports.commit(book, again, now=NOW)
    assert {p.title: p.price for p in kept(book).values()} == {"柿饼": 4990, "茶": 3600}
    assert not imports.drafts(preview.staging.parent)


def test_what_was_not_ticked_stays(book):
    products.save(book, Product(title="柿饼", price=5990), NOW)
    preview = looked(book, "名称,价格\n柿饼,49.9\n茶,36\n")
    imports.commit(book, preview, skip_revised=[preview.revised[0].key], now=NOW)
    assert {p.title: p.price for p in kept(book).values()} == {"柿饼": 5990, "茶": 3600}


def test_a_book_that_changed_is_looked_at_again(book):
    preview = looked(book, "名称,价格\n茶,36\n")
    products.save(book, Product(title="茶", price=1), NOW)
    with pytest.raises(Outdated):
        imports.commit(book, preview, now=NOW)
    assert not book.reader.batches.recent(9)
    again = imports.refresh(book, preview, now=NOW)
    assert again.counts == Counts(revised=1)


def test_an_edit_of_what_would_change_is_seen_too(book):
    """Even within the second in which the products were compared."""
    products.save(book, Product(title="茶", price=1), NOW)
    preview = looked(book, "名称,价格\n茶,36\n")
    products.save(book, replace(kept(book)["茶"], price=2), NOW)
    with pytest.raises(Outdated):
        imports.commit(book, preview, now=NOW)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_template_comes_in_as_it_is(book, tmp_path, suffix):
    path = tmp_path / f"template{suffix}"
    exports.template(path, "products")
    preview = imports.preview(book, path, now=NOW)
    assert preview.kind == "products"
    assert not preview.refused
    assert all(column.role != "skip" for column in preview.columns)
    (new,) = shown(preview, "new")
    assert (new["levels"], new["price"]) == ("重量 / 包装", 5990)


# A leading apostrophe is what Excel marks a text with, and goes.
WORDS = (
    st.text("甲乙丙aZ09 =+-@'\"，,;；:：\t\n", max_size=8)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: not text.startswith("'"))
)
NAMES = WORDS.filter(lambda text: text not in ("", "-", "--", "---", "/"))
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
@example(shelf=[Product(title="商0", code='="甲"', state="draft")])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_exported_comes_back_equal(spoken, tmp_path_factory, suffix, shelf):
    folder = tmp_path_factory.mktemp("round")
    path = folder / f"products{suffix}"
    exports.write(path, products_sheet("商品", shelf))
    book = Store.open(folder / "book.ksdesk")
    with book.connection():
        preview = imports.preview(book, path, kind="products", now=NOW)
        assert not preview.refused
        imports.commit(book, preview, now=NOW)
        assert content(book.reader.products.all()) == content(shelf)
        again = imports.preview(book, path, kind="products", now=NOW)
        assert again.counts == Counts(same=len(shelf))
    book.close()
