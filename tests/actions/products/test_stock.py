"""Corrections of stock with their reason and their way back; what is low."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksdesk.actions import imports, products
from ksdesk.actions.products import stock
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.stock.outlook import REASONS
from ksdesk.domain.rulebook import Override, RuleBook
from ksdesk.storage import Store

NOW = datetime(2026, 11, 18, 10, 20)
SKUS = (Sku(("大",), "A", stock=7), Sku(("小",), "", stock=None))


def keep(book, product: Product) -> Product:
    number = products.save(book, product, NOW).ref
    return book.reader.products.one(number)


def test_a_correction_is_the_stock_and_its_line(book) -> None:
    apple = keep(book, Product(title="红富士", stock=34))
    done = stock.correct(book, apple, "", 30, "damaged", " 压坏 4 件 ", NOW)
    (move,) = book.reader.products.moves(apple.id)
    assert (move.before, move.after, move.reason, move.note) == (34, 30, "damaged", "压坏 4 件")
    assert (move.id, move.at) == (done.ref, NOW)
    assert book.reader.products.one(apple.id).stock == 30
    undone = done.undo(book)
    assert book.reader.products.one(apple.id).stock == 34
    assert book.reader.products.moves(apple.id) == ()
    undone.undo(book)
    assert book.reader.products.one(apple.id).stock == 30
    assert len(book.reader.products.moves(apple.id)) == 1


def test_what_was_edited_meanwhile_is_kept(book) -> None:
    apple = keep(book, Product(title="红富士", stock=34))
    products.save(book, replace(apple, title="洛川红富士"), NOW)
    stock.correct(book, apple, "", 0, "counted", "", NOW)
    assert book.reader.products.one(apple.id).title == "洛川红富士"


def test_goods_with_skus_are_corrected_one_by_one(book) -> None:
    apple = keep(book, Product(title="红富士", stock=7, levels=("规格",), skus=SKUS))
    stock.correct(book, apple, "A", 5, "counted", "", NOW)
    stock.correct(book, apple, "小", 4, "received", "", NOW)
    found = book.reader.products.one(apple.id)
    assert [sku.stock for sku in found.skus] == [5, 4]
    assert found.stock == 9
    assert [(m.sku_key, m.before) for m in book.reader.products.moves(apple.id)] == [
        ("小", None),
        ("A", 7),
    ]


def test_what_cannot_be_is_refused_and_nothing_written(book) -> None:
    apple = keep(book, Product(title="红富士", stock=34))
    many = keep(book, Product(title="柿饼", stock=7, levels=("规格",), skus=SKUS))
    for product, key, after, reason, error in (
        (apple, "", -1, "counted", ValueError),
        (apple, "", 1, "because", ValueError),
        (apple, "A", 1, "counted", KeyError),
        (many, "", 1, "counted", KeyError),
        (replace(apple, id=99), "", 1, "counted", KeyError),
    ):
        with pytest.raises(error):
            stock.correct(book, product, key, after, reason, "", NOW)
    assert book.reader.products.one(apple.id).stock == 34
    assert book.reader.products.moves(apple.id) == book.reader.products.moves(many.id) == ()


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["A", "小"]), st.integers(0, 9_999_999), st.sampled_from(REASONS)
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_corrections_add_up_and_go_all_the_way_back(tmp_path: Path, steps) -> None:
    file = tmp_path / "book.ksdesk"
    file.unlink(missing_ok=True)
    book = Store.open(file)
    try:
        goods = keep(book, Product(title="柿饼", stock=7, levels=("规格",), skus=SKUS))
        done = [stock.correct(book, goods, key, n, why, "", NOW) for key, n, why in steps]
        found = book.reader.products.one(goods.id)
        assert found.stock == sum(sku.stock or 0 for sku in found.skus)
        moves = book.reader.products.moves(goods.id)[::-1]
        assert [(m.sku_key, m.after) for m in moves] == [(key, n) for key, n, _ in steps]
        for key in ("A", "小"):
            own = [m for m in moves if m.sku_key == key]
            for before, after in pairwise(own):
                assert before.after == after.before
        for change in reversed(done):
            change.undo(book)
        assert book.reader.products.one(goods.id) == goods
        assert book.reader.products.moves(goods.id) == ()
    finally:
        book.close()


def test_the_low_list_reads_sales_of_the_days_of_the_rule(book, tmp_path: Path) -> None:
    apple = keep(book, Product(title="红富士", stock=34, item_id="11", state="listed"))
    keep(book, Product(title="蜂蜜", stock=126, item_id="12", state="listed"))
    rules = RuleBook.load()
    assert stock.look(book.reader, rules, NOW).low == ()
    assert not stock.look(book.reader, rules, NOW).orders
    rows = ["订单号,订单创建时间,订单状态,实付款,成交数量,商品ID"]
    for n, ago in enumerate((1, 5, 13, 20)):
        day = (NOW - timedelta(days=ago)).date()
        rows.append(f"{n + 1},{day} 08:00:00,已发货,69.00,70,11")
    found = imports.preview(book, Source("订单.csv", text="\n".join(rows)), staging=tmp_path)
    imports.commit(book, found, now=NOW)
    view = stock.look(book.reader, rules, NOW)
    assert [(x.product.id, x.sold, x.left, x.get) for x in view.low] == [(apple.id, 210, 2, 176)]
    assert (view.goods, view.days, view.cover, view.orders) == (2, 14, 14, True)
    own = rules.with_overrides(
        [
            Override("quality.stock.window", 30, date(2026, 1, 1)),
            Override("quality.stock.low_days", 1, date(2026, 1, 1)),
        ]
    )
    assert stock.sold_lately(book.reader, own, NOW) == {("11", ""): 280}
    assert stock.look(book.reader, own, NOW).low == ()
