"""Every order at hand for searching, kept while imports come and go."""

from __future__ import annotations

from datetime import datetime

import pytest

from ksdesk.actions import imports
from ksdesk.domain.imports import Source
from ksdesk.domain.orders.list import SHOWN, OrderQuery
from ksdesk.domain.products.search_text import query_words
from ksdesk.storage import Reader

NOW = datetime(2026, 11, 18, 10, 20)
TITLES = "订单号 订单创建时间 订单状态 商品名称 商品规格 成交数量 实付款 售后状态 快递单号 买家留言"
HEAD = ",".join(TITLES.split()) + "\n"
FIRST = """101,2026-11-17 09:00,待发货,富平吊柿饼,礼盒 1kg,2,100.00,,,
102,2026-11-17 10:00,已发货,洛川红富士,10斤,1,69.00,,SF100200300,Ａ级
103,2026-11-16 10:00,待发货,秦岭土蜂蜜,500g,1,48.00,退款成功,,
104,2026-11-15 10:00,待发货,纸皮核桃,2kg,1,45.80,退款成功,,
104,2026-11-15 10:00,待发货,秦岭土蜂蜜,500g,1,48.00,,,
"""
LATER = """101,2026-11-17 09:00,已发货,富平吊柿饼,礼盒 1kg,2,100.00,,YT777,
105,2026-11-18 09:00,待发货,米脂黄小米,5斤,1,32.90,,,快一点
"""
SETTLED = "订单号,实际结算时间,实际结算金额,订单退款\n102,2026-11-17 12:00,60.00,69.00\n"
SEARCHES = (
    "",
    "10",
    "1",
    "sf100",
    "yt777",
    "hfs",
    "蜂蜜",
    "红fs",
    "a级",
    "快一点",
    "米 5斤",
    "500g",
)


@pytest.fixture
def bring(book, tmp_path):
    def bring(text: str, name: str = "订单.csv") -> int:
        source = Source(name, text=text)
        seen = imports.preview(book, source, staging=tmp_path / "staging", now=NOW)
        return imports.commit(book, seen, now=NOW).ref

    bring(HEAD + FIRST)
    return bring


def whole(reader):
    orders = reader.order_index.completed(reader.order_index.listed())
    assert orders is not None
    return orders


def found(reader, words: str = "", show: str = "all") -> list[str]:
    orders = whole(reader)
    answer = orders.find(OrderQuery(query_words(words), show))
    return [one.order_no for one in reader.order_list.rows(answer.ids)]


def everything(reader) -> dict:
    shown = {show: (found(reader, "", show)) for show in SHOWN}
    return shown | {words: sorted(found(reader, words)) for words in SEARCHES}


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("10", ["102", "101", "103", "104"]),
        ("1", ["102", "101", "103", "104"]),
        ("sf100200", ["102"]),
        ("fengmi", ["103", "104"]),
        ("核桃 蜂蜜", ["104"]),
        ("A级", ["102"]),
        ("1kg", ["101"]),
        ("00500", []),
    ],
)
def test_words_are_found_in_any_line_of_an_order(book, bring, words, numbers):
    assert found(book.reader, words) == numbers


def test_what_imports_change_is_found_as_a_book_opened_anew_finds_it(book, bring):
    kept = book.reader
    before = everything(kept)
    assert (found(kept, "yt777"), found(kept, "快一点")) == ([], [])
    batch = bring(HEAD + LATER)
    assert (found(kept, "yt777"), found(kept, "快一点")) == (["101"], ["105"])
    assert everything(kept) == everything(Reader(kept.session))
    imports.undo(book, batch, NOW)
    assert everything(kept) == everything(Reader(kept.session)) == before


def test_a_list_without_news_is_not_read_again(book, bring):
    index = book.reader.order_index
    assert index.kept() is None
    orders = whole(book.reader)
    assert index.kept().texts is orders.texts
    bring(SETTLED, "结算.csv")
    assert index.kept() is None, "what went back may be another figure now"
    assert index.listed().texts is orders.texts, "but no word of an order is"
    bring(HEAD + LATER)
    assert index.completed(orders) is None


def test_what_was_paid_back_as_a_whole_waits_for_nothing(book, bring):
    assert found(book.reader, "", "to_ship") == ["101", "104"]
    assert found(book.reader, "", "refund") == ["103", "104"]
    assert [one.refund for one in book.reader.order_list.rows(whole(book.reader).ids)] == [
        "",
        "",
        "whole",
        "part",
    ]
    bring(SETTLED, "结算.csv")
    assert found(book.reader, "", "refund") == ["102", "103", "104"]


def test_what_was_paid_back_is_not_shipped(book, bring):
    leads = book.reader.order_index.to_ship()
    assert [one.order_no for one in book.reader.order_work.waiting(leads, {})] == ["101", "104"]
