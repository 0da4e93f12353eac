"""几家店一起看: what is read of books that are not open, and that nothing of them is touched."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ksdesk.actions import deposit, imports, opening, products, shops
from ksdesk.actions.promotion import costs
from ksdesk.actions.today.other_shops import ClocksRunning, clocks, of_other
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.storage import BookProblem, Store
from ksdesk.storage.beside import reading_beside

DAY = date(2026, 11, 18)
ORDERS = """订单编号,订单状态,商品名称,实付款,下单时间,最晚发货时间
26001,待发货,柿饼,20.00,2026-11-17 09:00:00,2026-11-18 09:08:00
26002,待发货,苹果,30.00,2026-11-18 09:30:00,2026-11-18 16:00:00
26003,待发货,苹果,7.50,2026-11-18 09:40:00,2026-11-20 16:00:00
26004,交易成功,苹果,9.00,2026-11-18 09:50:00,
"""


@pytest.fixture
def other(paths, new_shop, now) -> shops.Shop:
    book = Store.open(new_shop("shop-2").book)
    book.shop.rename("秦岭山货铺")
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", DAY, "paid_in", 40_000)], now)
    imports.commit(book, imports.preview(book, Source("订单.csv", text=ORDERS), now=now), now=now)
    costs.work_out(book)
    book.close()
    return next(shop for shop in shops.listed(paths) if shop.slug == "shop-2")


def beside(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}


def test_a_shop_that_is_not_open_says_what_today_brought(other, book, now):
    products.save(book, Product(title="本店"), now)
    before = beside(other.path)
    found = of_other(other, now)
    assert (found.sales, found.orders, found.to_ship) == (4_650, 3, 3)
    assert found.until == now
    assert found.clocks == ClocksRunning(late=1, today=1, later=1)
    assert found.deposit.state == "short"
    assert [item.code for item in found.items] == ["orders_late", "orders_due"]
    assert beside(other.path) == before
    assert [one.title for one in book.reader.products.all()] == ["本店"]


def test_it_is_read_while_the_open_book_is_written(other, book, now):
    """On another thread the tables go on to mean the open book."""
    with reading_beside(other.path) as reader:
        assert reader.deposit.balances(DAY) == {"own": 40_000}
        assert reader.products.all() == ()
    products.save(book, Product(title="本店"), now)
    assert len(book.reader.products.all()) == 1


def test_nothing_can_be_written_through_it(other, book):
    with (
        pytest.raises((BookProblem, sqlite3.OperationalError)),
        reading_beside(other.path) as reader,
    ):
        reader.session.db.execute_sql("DELETE FROM order_row")


@pytest.mark.parametrize("way", ["gone", "damaged", "older"])
def test_a_book_that_cannot_be_read_says_why(other, book, now, way):
    path = other.path
    if way == "gone":
        path.unlink()
    elif way == "damaged":
        path.write_bytes(b"SQLite format 3\0" + b"\1" * 5_000)
    else:
        with sqlite3.connect(path) as file:
            file.execute("PRAGMA user_version = 12")
        file.close()
    found = of_other(other, now)
    assert found.trouble == {"gone": "missing", "damaged": "corrupt", "older": "older"}[way]
    assert (found.sales, found.clocks, found.items) == (None, None, ())


def test_a_day_without_an_import_has_no_figures(other, now):
    found = of_other(other, now + timedelta(days=1))
    assert (found.sales, found.orders, found.to_ship) == (None, None, 3)
    assert found.until == now


def test_clocks_are_counted_by_when_they_run_out():
    now = datetime(2026, 11, 18, 10, 20)
    due = [now - timedelta(1), now, now.replace(hour=23), now + timedelta(1), None]
    assert clocks(due, now) == ClocksRunning(late=1, today=2, later=1)
    assert ClocksRunning(1, 2, 3) + ClocksRunning(1, 1, 1) == ClocksRunning(2, 3, 4)
