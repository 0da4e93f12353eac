"""Orders, ledger lines, running sheets and imports as Ctrl+K finds them in a real book."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ksdesk.actions import notes
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products.notes import RunningSheet
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.search import words_of
from ksdesk.domain.traffic import to_seconds

NOON = to_seconds(datetime(2026, 11, 14, 12))


def add_orders(book, rows) -> None:
    """Rows (order number, product, tracking number), each a minute after the one before."""
    sql = """INSERT INTO order_row (key, time, order_no, product_name, tracking_no, paid)
        VALUES (?, ?, ?, ?, ?, 5990)"""
    with book.reader.session.writing():
        for n, row in enumerate(rows):
            time = NOON + 60 * n
            book.reader.session.db.execute_sql(sql, (f"{time:012d}|{n}", time, *row))


@pytest.fixture
def search(book):
    add_orders(
        book,
        [
            ("2331000000000001", "富平吊柿饼 礼盒", "SF100200300"),
            ("2331000000000002", "洛川红富士 100%", None),
            ("2331000000000002", "纸皮核桃", None),
            ("2442000000000003", "富平吊柿饼 散装", "YT9"),
        ],
    )
    return book.reader.search


def numbers(search, text: str) -> list[str]:
    return [order.order_no[-4:] for order in search.orders(words_of(text), 6)]


def test_an_order_is_found_by_the_beginning_and_the_end_of_its_number(search):
    assert numbers(search, "23310") == ["0002", "0001"]
    assert numbers(search, "2442000000000003") == ["0003"]
    assert numbers(search, "0001") == ["0001"]
    assert numbers(search, "99") == []


def test_an_order_of_several_products_is_one_hit(search):
    assert numbers(search, "2331000000000002") == ["0002"]


def test_an_order_is_found_by_product_and_parcel_the_newest_first(search):
    assert numbers(search, "柿饼") == ["0003", "0001"]
    assert numbers(search, "柿饼 0001") == ["0001"]
    assert numbers(search, "sf100200300") == ["0001"]
    assert numbers(search, "sf1002") == []


def test_signs_of_patterns_are_plain_text(search):
    assert numbers(search, "100%") == ["0002"]
    assert numbers(search, "%") == ["0002"]
    assert numbers(search, "_") == []


def test_what_lies_further_back_is_still_found_by_its_number(search, book, monkeypatch):
    from ksdesk.storage import search as room

    monkeypatch.setattr(room, "RECENT", 1)
    assert numbers(search, "23310") == ["0002", "0001"]
    assert numbers(search, "柿饼") == ["0003"]


def test_ledger_lines_by_amount_note_order_and_kind(book, now):
    day = date(2026, 11, 14)
    lines = [
        NewEntry("own", day, "paid_in", 300_000, "第一次"),
        NewEntry("own", day, "deduction", -23_600, "晚发立赔 9 单", order="2331000000000001"),
        NewEntry("promotion", day, "paid_in", 50_000),
    ]
    book.deposit.add(lines, now)

    def found(text: str, **kinds: tuple[str, ...]) -> list[int]:
        words = words_of(text)
        return [number for number, _ in book.reader.search.entries(words, kinds, 6)]

    assert found("236") == found("236.00") == found("¥236.00") == [2]
    assert found("立赔") == found("23310") == [2]
    assert found("充值", 充值=("paid_in",)) == [3, 1]
    assert found("充值 3000", 充值=("paid_in",)) == [1]
    assert found("237") == []


def test_running_sheets_by_name_and_without_the_bin(book, now):
    notes.keep(book, RunningSheet("双十一晚场", date(2026, 11, 11)), now)
    gone = notes.keep(book, RunningSheet("双十一早场"), now).ref
    book.notes.bin(RunningSheet, gone, now)
    found = book.reader.search.running_sheets(("双十一",), 6)
    assert [(sheet.name, sheet.day) for sheet in found] == [("双十一晚场", date(2026, 11, 11))]


def test_the_rows_of_an_order_are_read_whole(search, book):
    names, rows = book.reader.records.of_order("orders", "2331000000000002")
    assert [row[names.index("product_name")] for row in rows] == ["洛川红富士 100%", "纸皮核桃"]
    assert book.reader.records.of_order("settlements", "2331000000000002") == ((), ())


def test_plans_by_name_label_and_keyword_without_the_bin(book, now):
    days = {"begins": date(2026, 11, 18), "ends": date(2026, 11, 20)}
    bought = Plan(way="paid_traffic", name="粉条", goal="sales", budget=1, label="代理甲", **days)
    hot = Plan(
        way="hot_search", name="热搜", goal="sales", budget=1, keywords=("富平柿饼",), **days
    )
    numbers = [notes.keep(book, plan, now).ref for plan in (bought, hot)]
    search = book.reader.search
    assert [found.number for found in search.plans(("代理甲",), 3)] == numbers[:1]
    assert [found.number for found in search.plans(("热", "柿饼"), 3)] == numbers[1:]
    assert search.plans(("粉条",), 3)[0].day == days["begins"]
    assert search.plans(("%",), 3) == ()
    notes.drop(book, book.reader.notes.one(Plan, numbers[0]), now)
    assert search.plans(("粉条",), 3) == ()
