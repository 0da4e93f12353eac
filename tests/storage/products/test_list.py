"""The list's catalogue: kinds and counts, order, days left, what older books lack."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ksdesk.actions import products
from ksdesk.domain.products import Product, Quality, Sku
from ksdesk.domain.products.list import Query
from ksdesk.domain.products.search_text import query_words
from ksdesk.domain.products.stock import outlook as stock
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.domain.traffic import to_seconds
from ksdesk.storage.products.list import ORDERS

GOODS = (
    Product(title="柿饼", category="果干", price=5990, stock=412, state="listed", code="SB-1"),
    Product(title="红富士", category="水果", price=6900, stock=4, state="listed", threshold=10),
    Product(title="柿子醋", category="调味", price=2280, stock=0, state="ready"),
    Product(title="Apple 茶", category="", price=None, stock=None, item_id="700000000001"),
)


@pytest.fixture
def stocked(book, now):
    """Four products, saved an hour after each other; the last saved comes first."""
    for hour, product in enumerate(GOODS):
        products.save(book, product, now - timedelta(hours=9 - hour))
    return book


def whole(book, now: datetime):
    reader = book.reader.product_list
    return reader.completed(reader.catalogue(), now)


def sell(book, at: datetime, *sales: tuple[str, str, int | None, str | None]) -> None:
    with book.transaction():
        for number, (item, code, quantity, status) in enumerate(sales):
            book.session.db.execute_sql(
                """INSERT INTO order_row (key, time, product_id, sku_code, quantity, status)
                VALUES (?, ?, ?, ?, ?, ?)""",
                (f"{at}{number}", to_seconds(at), item, code, quantity, status),
            )


def test_the_last_changed_comes_first_and_every_chip_counts(stocked, now):
    found = whole(stocked, now).find(Query())
    assert list(found.ids) == [4, 3, 2, 1]
    assert found.counts == {
        "all": 4, "draft": 1, "ready": 1, "listed": 2, "off_shelf": 0, "low": 1, "out": 1, "bin": 0,
    }  # fmt: skip
    assert found.total == 4


@pytest.mark.parametrize(
    ("text", "show", "category", "ids"),
    [
        ("sb", "all", None, [1]),
        ("s", "all", None, [3, 2, 1]),
        ("", "listed", None, [2, 1]),
        ("s", "out", None, [3]),
        ("", "low", None, [2]),
        ("", "all", "水果", [2]),
        ("", "all", "", [4]),
        ("", "all", "没有的", []),
        ("柿", "listed", "果干", [1]),
        ("700000000001", "all", None, [4]),
    ],
)
def test_words_state_and_category_narrow_together(stocked, now, text, show, category, ids):
    found = whole(stocked, now).find(Query(query_words(text), show, category))
    assert list(found.ids) == ids
    assert found.total == 4


def test_categories_are_counted_among_what_is_found(stocked, now):
    catalogue = whole(stocked, now)
    assert catalogue.categories(Query()) == {"": 1, "调味": 1, "水果": 1, "果干": 1}
    assert catalogue.categories(Query(("s",), "listed", "调味")) == {"水果": 1, "果干": 1}


def test_the_bin_is_apart(stocked, now):
    products.bin_(stocked, [1, 2], now)
    catalogue = whole(stocked, now)
    assert list(catalogue.find(Query()).ids) == [4, 3]
    found = catalogue.find(Query(("sb",), "bin"))
    assert (list(found.ids), found.total, found.counts["bin"]) == ([1], 2, 1)


@pytest.mark.parametrize("column", ORDERS)
@pytest.mark.parametrize("downwards", [False, True])
def test_each_column_sorts_and_what_is_not_known_comes_last(stocked, now, column, downwards):
    sell(stocked, now - timedelta(days=1), ("", "SB-1", 14, None))
    catalogue = whole(stocked, now)
    keys = {
        "title": {p: GOODS[p - 1].title for p in (1, 2, 3, 4)},
        "category": {1: "果干", 2: "水果", 3: "调味"},
        "code": {1: "SB-1"},
        "price": {1: 5990, 2: 6900, 3: 2280},
        "struck_price": {},
        "stock": {1: 412, 2: 4, 3: 0},
        "state": {4: 0, 3: 1, 1: 2, 2: 2},
        "changed": {p: p for p in (1, 2, 3, 4)},
        "left": {3: 0, 1: 412},
    }[column]
    order = stocked.reader.product_list.order(catalogue, column, downwards)
    shown = list(replace(catalogue, order=order).find(Query()).ids)
    known = [number for number in shown if number in keys]
    assert [keys[n] for n in known] == sorted(keys.values(), reverse=downwards)
    assert shown[len(known) :] == [n for n in (4, 3, 2, 1) if n not in keys]
    bare = replace(catalogue, texts=None)
    assert stocked.reader.product_list.order(bare, column, downwards) == order


def test_a_sorted_list_is_searched_in_its_order(stocked, now):
    catalogue = whole(stocked, now)
    order = stocked.reader.product_list.order(catalogue, "price", True)
    found = replace(catalogue, order=order).find(Query(("s",)))
    assert list(found.ids) == [2, 1, 3]


def test_days_left_count_the_sales_of_fourteen_days(stocked, now):
    day = timedelta(days=1)
    sell(stocked, now - day, ("", "SB-1", 20, "已发货"), ("", "SB-1", None, None))
    sell(stocked, now - 13 * day, ("", "SB-1", 7, "已收货"))
    sell(stocked, now - 15 * day, ("", "SB-1", 999, "已收货"))
    sell(stocked, now, ("", "SB-1", 500, "交易关闭"), ("700000000001", "", 3, None))
    assert whole(stocked, now).left == {1: 412 * 14 // 28}


def test_an_order_counts_by_the_platforms_number_before_its_code(stocked, now):
    products.save(stocked, replace(GOODS[3], id=4, stock=28), now)
    sell(stocked, now, ("700000000001", "SB-1", 2, None))
    assert whole(stocked, now).left == {4: 28 * 14 // 2}


def test_the_codes_of_skus_count_for_their_product(book, now):
    skus = (Sku(("大",), "A-1", 100, 7), Sku(("小",), "A-2", 90, 7))
    number = products.save(
        book, Product(title="袜子", stock=14, levels=("码",), skus=skus), now
    ).ref
    sell(book, now, ("", "A-1", 3, None), ("", "A-2", 4, None))
    assert whole(book, now).left == {number: 7 * 14 // 4}
    assert book.reader.product_list.rows([number])[0].code == "A-1"


def test_what_lasts_less_than_three_days_runs_out_unless_a_threshold_says_otherwise(book, now):
    plain = Product(title="a", stock=5, code="A", state="listed")
    for product in (plain, replace(plain, code="B", threshold=1)):
        products.save(book, product, now)
    sell(book, now, ("", "A", 28, None), ("", "B", 28, None))
    catalogue = whole(book, now)
    assert catalogue.left == {1: 2, 2: 2}
    assert list(catalogue.find(Query(show="low")).ids) == [1]


def test_list_chip_and_low_stock_list_say_the_same(book, now):
    """Days left, and what is low, came from two places that did not agree."""
    skus = (Sku(("大",), "A-1", 100, 4), Sku(("小",), "A-2", 90, 0))
    sizes = Product(title="袜子", stock=4, state="listed", levels=("码",), skus=skus)
    plain = Product(title="柿饼", stock=4, state="listed", code="SB")
    for product in (
        sizes,
        plain,
        replace(plain, title="又一个", stock=3),
        replace(plain, item_id="77", code="KK", stock=2),
        replace(sizes, title="厚袜子", skus=(replace(skus[0], code=""), skus[1]), item_id="78"),
        replace(sizes, title="薄袜子", threshold=2, skus=(replace(skus[0], code="", stock=2),)),
    ):
        products.save(book, product, now)
    sell(book, now, ("", "A-1", 14, None), ("", "SB", 28, None), ("999", "KK", 99, None))
    sell(book, now - timedelta(days=20), ("", "SB", 500, None))
    for days, low_days in ((14, 3), (30, 1), (14, 9)):
        reader = book.reader.product_list
        catalogue = reader.completed(reader.catalogue(), now, days, low_days)
        sold = book.reader.products.sold(to_seconds(now - timedelta(days=days)))
        every = book.reader.products.all()
        lines = stock.low_lines(every, sold, low_days, days)
        low = {*catalogue.find(Query(show="low")).ids, *catalogue.find(Query(show="out")).ids}
        assert low == {line.product.id for line in lines} == catalogue.low
        sales = stock.sales_of(every, sold)
        for product in every:
            last = stock.lasts(stock.lines_of(product, sales.get(product.id, {}), low_days, days))
            assert catalogue.left.get(product.id) == last


def test_an_order_leads_to_the_product_whose_stock_it_takes(book, now):
    """It led to a product with the same code and another 商品ID, to a draft, or into the bin."""
    option = (Sku(("大",), "A", stock=4),)
    for product in (
        Product(title="草稿", code="KK"),
        Product(title="别的货", code="KK", item_id="77", state="listed"),
        Product(title="没有编号", code="KK", state="listed"),
        Product(title="袜子", levels=("码",), skus=option, item_id="88", state="listed"),
        Product(title="丢掉的", code="SB", state="listed"),
    ):
        products.save(book, product, now)
    products.bin_(book, [5], now)
    every = book.reader.products.all()
    for item in ("", "77", "88", "999"):
        for code in ("", "KK", "A", "SB"):
            taken = next(iter(stock.sales_of(every, {(item, code): 1})), 0)
            assert book.reader.product_list.sold_as(item, code) == taken, (item, code)


def test_what_nobody_is_told_of_is_not_running_out(book, now):
    """A draft and goods of other platforms at their threshold stood under the chip alone."""
    for product in (
        Product(title="草稿", stock=1, threshold=3),
        Product("link", "别家的", stock=2, threshold=3, state="listed"),
        Product(title="自家的", stock=3, threshold=3, state="listed"),
    ):
        book.products.save(product, now)
    reader = book.reader.product_list
    catalogue = reader.completed(reader.catalogue(), now)
    assert list(catalogue.find(Query(show="low")).ids) == [3]
    assert catalogue.find(Query()).counts["low"] == 1


def test_a_change_in_between_is_noticed(stocked, now):
    reader = stocked.reader.product_list
    catalogue = reader.catalogue()
    products.save(stocked, Product(title="新"), now)
    assert reader.completed(catalogue, now) is None
    assert reader.order(catalogue, "price", False) is None


def test_rows_come_in_the_order_asked_for_and_what_is_gone_is_bare(stocked, now):
    quality = Quality({"brand": "none"}, now.date(), "照片在手机里")
    products.save(stocked, replace(GOODS[0], id=1, quality=quality), now)
    rows = stocked.reader.product_list.rows([3, 99, 1])
    assert [row.title for row in rows] == ["柿子醋", "", "柿饼"]
    assert rows[1].id == 99
    assert (rows[2].quality, rows[2].changed_at) == (quality, now)


class Stopped(Progress):
    """Is no longer wanted after so many looks."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def wanted(self) -> bool:
        self.looks -= 1
        return self.looks >= 0


def test_products_of_an_older_book_are_found_plainly_then_by_pinyin(stocked, now):
    with stocked.transaction():
        stocked.session.db.execute_sql("UPDATE product SET found_by = ''")
    before = whole(stocked, now)
    assert before.texts.bare == 4
    assert list(before.find(Query(("柿",))).ids) == [3, 1]
    assert list(before.find(Query(("apple",))).ids) == [4]
    assert list(before.find(Query(("hfs",))).ids) == []
    assert products.make_findable(stocked).topics == {"products"}
    after = whole(stocked, now)
    assert after.texts.bare == 0
    assert list(after.find(Query(("hfs",))).ids) == [2]
    assert not products.make_findable(stocked)


def test_what_an_older_version_wrote_is_written_anew_once(stocked, now):
    """A book kept the pinyin that a product was written with until somebody saved the product."""
    with stocked.transaction():
        stocked.session.db.execute_sql("UPDATE product SET found_by = 'old' || char(31) || 'xhfs'")
    assert list(whole(stocked, now).find(Query(("hfs",))).ids) == [4, 3, 2, 1]
    assert products.make_findable(stocked).topics == {"products"}
    assert list(whole(stocked, now).find(Query(("hfs",))).ids) == [2]
    assert not products.make_findable(stocked)
    with stocked.transaction():
        stocked.session.db.execute_sql("UPDATE product SET found_by = found_by || 'x'")
    assert not products.make_findable(stocked)  # of this version: not looked at again


def test_a_newer_table_of_readings_writes_older_books_anew(stocked, now):
    products.make_findable(stocked)
    with stocked.transaction():
        stocked.session.db.execute_sql("UPDATE product SET found_by = 'old' || char(31) || 'xhfs'")
        stocked.session.db.execute_sql("UPDATE fact SET value = '1 0' WHERE key LIKE 'search.%'")
    assert products.make_findable(stocked).topics == {"products"}
    assert list(whole(stocked, now).find(Query(("hfs",))).ids) == [2]


@pytest.mark.slow
def test_making_findable_can_be_stopped_and_goes_on_later(stocked, now):
    many = [products.save(stocked, Product(title=f"柿{n}"), now).ref for n in range(600)]
    with stocked.transaction():
        stocked.session.db.execute_sql("UPDATE product SET found_by = ''")
    with pytest.raises(Cancelled):
        products.make_findable(stocked, Stopped(1))
    assert whole(stocked, now).texts.bare == len(many) + 4 - 500
    products.make_findable(stocked)
    assert whole(stocked, now).texts.bare == 0


def test_an_edit_is_found_by_its_new_words_only(stocked, now):
    products.save(stocked, Product(title="石榴", id=1), now)
    catalogue = whole(stocked, now)
    assert list(catalogue.find(Query(("sl",))).ids) == [1]
    assert list(catalogue.find(Query(("sb",))).ids) == []


def test_drafts_and_whether_there_is_anything(stocked, book, now):
    assert book.reader.product_list.any()
    assert [(p.id, p.title) for p in book.reader.product_list.drafts()] == [(4, "Apple 茶")]
    products.bin_(book, [1, 2, 3, 4], now)
    assert not book.reader.product_list.any()
    assert list(book.reader.product_list.drafts()) == []
