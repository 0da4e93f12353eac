"""Many products written at once, undone and done again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksdesk.actions import products
from ksdesk.actions.products import bulk as product_bulk
from ksdesk.domain.imports import Outdated
from ksdesk.domain.products import Details, Picture, Product, Quality, Sku
from ksdesk.domain.products.bulk import (
    BulkChange,
    Edit,
    Limits,
    StockChange,
    parse_price_change,
    parse_stock_change,
    plan,
    with_skus,
)
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Store

LIMITS = Limits(1, 9_999_999, 9_999_999, 10)
CHEAPER = BulkChange(price=parse_price_change("-5%"), stock=parse_stock_change("+1"))


@pytest.fixture
def stocked(book, now):
    sizes = (Sku(("5斤",), "A", 4990, 10), Sku(("10斤",), "B", 6900, 20))
    for product in (
        Product(title="柿饼", price=5990, stock=412, state="listed", note="脆"),
        Product(title="红富士", price=4990, stock=30, levels=("规格",), skus=sizes),
        Product(title="茶", state="draft"),
    ):
        products.save(book, product, now)
    return book


def planned(book, change: BulkChange = CHEAPER) -> tuple[Edit, ...]:
    return plan(book.reader.products.all(), change, LIMITS)


def figures(book) -> dict:
    return {
        p.title: (p.price, p.stock, [(s.price, s.stock) for s in p.skus])
        for p in book.reader.products.all()
    }


def test_one_step_there_back_and_there_again(stocked, now):
    before = stocked.reader.products.all()
    later = now + timedelta(hours=1)
    done = product_bulk.apply(stocked, planned(stocked), later)
    after = {
        "柿饼": (5691, 413, []),
        "红富士": (4741, 32, [(4741, 11), (6555, 21)]),
        "茶": (None, None, []),
    }
    assert (done.ref, figures(stocked)) == (2, after)
    assert {"products", "today"} == done.topics
    undone = done.undo(stocked)
    assert stocked.reader.products.all() == before
    undone.undo(stocked)
    assert figures(stocked) == after


def test_products_that_changed_meanwhile_are_not_overwritten(stocked, now):
    edits = planned(stocked)
    persimmon = next(p for p in stocked.reader.products.all() if p.title == "柿饼")
    products.bin_(stocked, [persimmon.id], now)
    with pytest.raises(Outdated):
        product_bulk.apply(stocked, edits, now)
    assert figures(stocked)["红富士"][0] == 4990


def test_undo_leaves_out_what_was_deleted_for_good(stocked, now):
    done = product_bulk.apply(stocked, planned(stocked), now)
    sized = next(p.id for p in stocked.reader.products.all() if p.skus)
    products.bin_(stocked, [sized], now)
    products.remove(stocked, [sized])
    done.undo(stocked)
    assert figures(stocked)["柿饼"] == (5990, 412, [])
    assert "红富士" not in figures(stocked)


FEN = st.none() | st.integers(1, 99_999)
TEXTS = st.sampled_from(["-5%", "+12.5%", "9折", "=59.9", "+3", "-2", "-1% .9", ".99"])


@st.composite
def shelves(draw) -> list[Product]:
    made = []
    for number in range(draw(st.integers(1, 5))):
        product = Product(title=f"商品{number}", price=draw(FEN), stock=draw(FEN))
        prices = draw(st.lists(st.tuples(FEN, FEN), max_size=3))
        skus = [Sku((f"{n}",), f"{n}", *pair) for n, pair in enumerate(prices)]
        made.append(with_skus(replace(product, levels=("规格",)), skus) if skus else product)
    return made


@pytest.mark.slow
@given(shelf=shelves(), price=TEXTS, stock=st.sampled_from(["=7", "+3", "-1"]))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_is_as_if_nothing_had_been(tmp_path_factory, now, shelf, price, stock):
    book = Store.open(tmp_path_factory.mktemp("bulk") / "book.ksdesk")
    with book.connection():
        book.products.add(shelf, now)
        before = book.reader.products.all()
        change = BulkChange(parse_price_change(price), parse_stock_change(stock))
        done = product_bulk.apply(book, plan(before, change, LIMITS), now + timedelta(days=1))
        after = book.reader.products.all()
        undone = done.undo(book)
        assert book.reader.products.all() == before
        undone.undo(book)
        assert book.reader.products.all() == after
    book.close()


class Stopped(Progress):
    def wanted(self) -> bool:
        return False


def test_stopped_half_way_nothing_is_written(stocked, now):
    before = figures(stocked)
    with pytest.raises(Cancelled):
        product_bulk.apply(stocked, planned(stocked), now, progress=Stopped())
    assert figures(stocked) == before


@pytest.mark.slow
def test_a_thousand_products_are_changed_in_one_step(book, now):
    many = [Product(title=f"商品{n}", price=1000 + n, stock=n) for n in range(1_000)]
    book.products.add(many, now)
    assert product_bulk.apply(book, planned(book), now).ref == 1_000


def test_what_was_not_checked_does_not_become_ready_with_the_others(book, now):
    """A stated reason lets the open check pass; a state that does not follow is refused too."""
    whole = Product(
        title="柿饼",
        category="果干蜜饯",
        price=59_90,
        stock=3,
        details=Details((Picture("detail", "/a.png", "png", 1000, 800, 800),), "自己晒的"),
    )
    reasoned = replace(whole, quality=Quality(reason="样品周五到"))
    listed = replace(reasoned, state="listed")
    numbers = [products.save(book, one, now).ref for one in (whole, reasoned, listed)]
    limits = product_bulk.limits(book.reader, RuleBook.load(), now)
    edits = product_bulk.planned(book.reader, numbers, BulkChange(state="ready"), limits)
    assert [edit.verdict for edit in edits] == ["refused", "changed", "refused"]
    assert [edit.reasons[0].code for edit in edits if edit.reasons] == ["unchecked", "no_way"]


def test_stock_changed_with_others_stands_in_the_history(book, now):
    number = products.save(book, Product(title="柿饼", price=100, stock=3), now).ref
    limits = product_bulk.limits(book.reader, RuleBook.load(), now)
    change = BulkChange(stock=StockChange("add", 4))
    edits = product_bulk.planned(book.reader, [number], change, limits)
    changes = product_bulk.apply(book, edits, now)
    (move,) = book.reader.products.moves(number)
    assert (move.before, move.after, move.reason) == (3, 7, "bulk")
    changes.undo(book)
    assert [(m.before, m.after) for m in book.reader.products.moves(number)] == [(7, 3), (3, 7)]
