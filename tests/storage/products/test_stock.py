"""Sales by number and code, and the history of corrections."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ksdesk.actions import imports
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.products.stock.outlook import StockMove
from ksdesk.domain.traffic import to_seconds

HEAD = "订单号,订单创建时间,订单状态,实付款,成交数量,商品ID,商品名称,SKU编码"


@pytest.fixture
def sell(book, tmp_path: Path, now: datetime):
    def take(*rows: str) -> None:
        found = imports.preview(
            book, Source("订单.csv", text="\n".join((HEAD, *rows))), staging=tmp_path
        )
        imports.commit(book, found, now=now)

    return take


def test_what_was_sold_by_number_and_code(book, sell, now: datetime) -> None:
    day = now.date().isoformat()
    sell(
        f"1,{day} 08:00:00,已发货,10.00,2,3230000000000000011,柿饼,A",
        f"2,{day} 08:00:00,30,10.00,3,3230000000000000011,柿饼,A",
        f"3,{day} 08:00:00,交易成功,10.00,,3230000000000000011,柿饼,B",
        f"4,{day} 08:00:00,订单失败,10.00,50,3230000000000000011,柿饼,A",
        f"5,{day} 08:00:00,10,10.00,50,3230000000000000011,柿饼,A",
        f"6,{day} 08:00:00,,10.00,4,,柿饼,C",
        "7,2026-10-01 08:00:00,已发货,10.00,99,3230000000000000011,柿饼,A",
    )
    since = to_seconds(now - timedelta(days=14))
    assert book.reader.products.sold(since) == {
        ("3230000000000000011", "A"): 5,
        ("3230000000000000011", "B"): 1,
        ("", "C"): 4,
    }
    assert book.reader.products.sold(0)["3230000000000000011", "A"] == 104
    assert book.reader.products.sold(to_seconds(now)) == {}


def test_corrections_come_back_newest_first_and_go_with_their_product(book, now) -> None:
    number = book.products.save(Product(title="柿饼", stock=5), now).ref
    first = StockMove(number, "", None, 5, "counted", "", now)
    later = StockMove(number, "A", 5, 3, "damaged", "压坏 2 件", now + timedelta(hours=1))
    ids = [book.products.move(move) for move in (first, later)]
    found = book.reader.products.moves(number)
    assert [move.id for move in found] == ids[::-1]
    assert [StockMove(**{**vars(m), "id": 0}) for m in found] == [later, first]
    book.products.forget_move(ids[0])
    assert len(book.reader.products.moves(number)) == 1
    book.products.bin([number], now)
    book.products.remove([number])
    assert book.reader.products.moves(number) == ()
