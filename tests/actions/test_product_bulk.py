"""Many products written at once, undone and done again."""

from __future__ import annotations

from datetime import timedelta
from time import process_time

import pytest

from ksdesk.actions import product_bulk, products
from ksdesk.domain.bulk import Change, Edit, Limits, parse_price_change, parse_stock_change, plan
from ksdesk.domain.imports import Outdated
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.progress import Cancelled, Progress

LIMITS = Limits(1, 9_999_999, 9_999_999, 10)
CHEAPER = Change(price=parse_price_change("-5%"), stock=parse_stock_change("+1"))


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


def planned(book, change: Change = CHEAPER) -> tuple[Edit, ...]:
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


class Stopped(Progress):
    def wanted(self) -> bool:
        return False


def test_stopped_half_way_nothing_is_written(stocked, now):
    before = figures(stocked)
    with pytest.raises(Cancelled):
        product_bulk.apply(stocked, planned(stocked), now, progress=Stopped())
    assert figures(stocked) == before


def test_ten_thousand_products_are_changed_in_seconds(book, now):
    """Seconds of the processor, for others may work beside; a bound with much room."""
    many = [Product(title=f"商品{n}", price=1000 + n, stock=n) for n in range(10_000)]
    book.products.add(many, now)
    edits = planned(book)
    begun = process_time()
    done = product_bulk.apply(book, edits, now)
    took = process_time() - begun
    assert done.ref == 10_000
    assert took < 4
