"""Products in the book and in the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksdesk.actions import notes, products
from ksdesk.domain.products import (
    STATES,
    Details,
    Picture,
    Product,
    Quality,
    Sku,
    missing,
)
from ksdesk.domain.promotion.costs import UnitCost

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
COUNT = st.none() | st.integers(0, 2**53)
SKUS = st.builds(Sku, st.lists(TEXT, max_size=3).map(tuple), TEXT, COUNT, COUNT)
PICTURE = st.builds(
    Picture,
    st.sampled_from(("main", "detail", "white", "clear")),
    TEXT,
    TEXT,
    *[st.integers(0, 2**40)] * 3,
)
DETAILS = st.builds(
    Details,
    st.lists(PICTURE, max_size=3).map(tuple),
    TEXT,
    TEXT,
    TEXT,
    st.lists(TEXT, max_size=3).map(tuple),
    COUNT,
    st.booleans(),
)
QUALITY = st.builds(
    Quality,
    st.dictionaries(TEXT, TEXT),
    st.none() | st.dates(date(1970, 1, 1), date(8999, 12, 31)),
    TEXT,
    TEXT,
)
PRODUCTS = st.builds(
    Product,
    title=TEXT,
    state=st.sampled_from(STATES),
    short_title=TEXT,
    struck_price=COUNT,
    code=TEXT,
    threshold=COUNT,
    levels=st.lists(TEXT, min_size=1, max_size=3).map(tuple),
    skus=st.lists(SKUS, max_size=4).map(tuple),
    details=DETAILS,
    quality=QUALITY,
)


def test_what_is_saved_comes_back_whole(book, now):
    product = Product(
        "link", "削皮器", "家用", 1990, None, "省力", "draft", "https://e.tb.cn/h.x\n第二行", "备注"
    )
    number = products.save(book, product, now).ref
    back = book.reader.products.one(number)
    assert (back.title, back.link, back.price, back.stock) == ("削皮器", product.link, 1990, None)
    assert back.changed_at == now


@pytest.mark.slow
@given(PRODUCTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whole_products_come_back_to_the_letter(book, now, product):
    number = products.save(book, product, now).ref
    back = book.reader.products.one(number)
    assert replace(back, id=0, changed_at=None) == product
    products.save(book, back, now)
    assert book.reader.products.one(number) == back


def test_skus_go_with_their_product(book, now):
    product = Product(title="a", levels=("x",), skus=(Sku(("1",)), Sku(("2",))))
    number = products.save(book, product, now).ref
    products.bin_(book, [number], now)
    products.remove(book, [number])
    assert book.reader.products.some([number]) == ()


def test_the_last_changed_comes_first(book, now):
    for hour, title in enumerate("abc"):
        products.save(book, Product(title=title), now + timedelta(hours=hour))
    first = book.reader.products.all()[-1]
    products.save(book, first, now + timedelta(hours=9))
    assert [p.title for p in book.reader.products.all()] == ["a", "c", "b"]


def test_the_bin_empties_itself_after_thirty_days(book, now):
    numbers = [products.save(book, Product(title=t), now).ref for t in "ab"]
    products.bin_(book, numbers[:1], now)
    products.bin_(book, numbers[1:], now + timedelta(days=1))
    assert not products.sweep(book, now + timedelta(days=30))
    assert products.sweep(book, now + timedelta(days=30, hours=1))
    assert [p.title for p in book.reader.products.binned()] == ["b"]


def test_goods_whose_cost_is_noted_stay_in_the_bin(book, now):
    """When they went, the profit of months long over became another one."""
    costly, free, undone = (products.save(book, Product(title=t), now).ref for t in "abc")
    notes.keep(book, UnitCost(costly, "", 20_00, now.date()), now)
    notes.keep(book, UnitCost(undone, "", 20_00, now.date()), now).undo(book)
    products.bin_(book, [costly, free, undone], now)
    assert products.sweep(book, now + timedelta(days=31))
    assert [p.id for p in book.reader.products.binned()] == [costly]
    products.remove(book, [costly])
    assert not book.reader.products.binned()


def test_only_what_lies_in_the_bin_can_be_deleted(book, now):
    number = products.save(book, Product(title="a"), now).ref
    products.remove(book, [number])
    assert book.reader.products.one(number) is not None


def test_undo_of_an_edit_brings_the_old_values_back(book, now):
    number = products.save(book, Product(title="a", price=100, stock=1), now).ref
    changes = products.save(book, Product(title="b", price=200, id=number), now)
    redo = changes.undo(book)
    assert book.reader.products.one(number).price == 100
    redo.undo(book)
    assert book.reader.products.one(number).title == "b"


def test_undo_of_a_bin_and_of_a_new_product(book, now):
    changes = products.save(book, Product(title="a"), now)
    binned = changes.undo(book)
    assert book.reader.products.all() == ()
    binned.undo(book)
    assert [p.title for p in book.reader.products.all()] == ["a"]


def test_what_keeps_a_product_from_being_ready():
    assert missing(Product()) == ("title", "price", "stock")
    assert missing(Product("link", title="x")) == ("link",)
    assert missing(Product("link", title="x", link="http://a")) == ()
    assert missing(Product(title="x", price=1, stock=0)) == ()


def test_a_product_of_which_no_more_was_written_has_bare_details(book, now):
    number = products.save(book, Product(title="柿饼"), now).ref
    with book.transaction():
        book.session.db.execute_sql("UPDATE product SET details = '{}'")
    assert book.reader.products.one(number).details == Details()
    products.save(book, replace(book.reader.products.one(number), code="A1"), now)
    assert book.reader.products.one(number).details == Details()


def test_a_search_finds_the_newest_near_and_far(book, now):
    """Near the last number it looks at whole rows, beyond at the texts alone."""
    for number in range(1, 51):
        at = now + timedelta(seconds=number)
        state = "listed" if number % 10 == 0 else "draft"
        products.save(book, Product(title=f"柿饼 {number}", state=state), at)
    products.save(book, Product(title="红富士 柿饼", code="KS_1"), now)
    find = book.reader.products.find

    def found(*words: str) -> list[str]:
        return [product.title for product in find(words, 2)]

    near = (found("柿饼"), found("红富士"), found("hongf"), found("ks_1"), found("ksx1"), found())
    first = ["柿饼 50", "柿饼 40"]
    assert near == (first, *[["红富士 柿饼"]] * 3, [], first)
    with book.session.writing():
        book.session.db.execute_sql("UPDATE product SET id = id + 9000 WHERE id = 45")
        book.session.db.execute_sql("UPDATE product SET found_by = '' WHERE title LIKE '红%'")
        book.session.db.execute_sql("UPDATE product SET binned_at = changed_at WHERE id = 50")
    far = (found("柿饼"), found("红富士"), found("hongf"), found("ks_1"), found("ksx1"), found())
    first = ["柿饼 40", "柿饼 30"]
    assert far == (first, ["红富士 柿饼"], [], ["红富士 柿饼"], [], first)
