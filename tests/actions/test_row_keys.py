"""A row is itself, whatever a workbook program made of its file, and old doubles are found."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from ksdesk.actions import doubles, imports
from ksdesk.domain.imports import BuiltUpon, Counts, Source
from ksdesk.domain.traffic import to_seconds
from ksdesk.storage import Store
from ksdesk.storage.targets import TARGETS

OLD_BOOKS = Path(__file__).parent.parent / "old_books"

SAVED_AGAIN = {
    "orders": (
        "订单号,订单创建时间,订单支付时间,订单状态,实付款,商品ID\n"
        "240412345678901,2026-04-15 10:20:30,2026-04-15 10:21:05,待发货,59.90,77\n"
        "240412345678902,2026-04-15 15:20:31,2026-04-15 15:21:06,待发货,12,78\n",
        "订单号,订单创建时间,订单支付时间,订单状态,实付款,商品ID\n"
        "240412345678901.0,2026/4/15 10:20,2026/4/15 10:21,待发货,59.9,77.0\n"
        "'240412345678902,2026/4/15 3:20,2026/4/15 3:21,待发货,12.00,7.8e+1\n",
    ),
    "settlements": (
        "订单号,商品ID,实际结算时间,实际结算金额(元)\n"
        "1,7,2026-04-20 16:00:09,50.00\n1,7,2026-04-20 01:00:00,-2.00\n",
        "订单号,商品ID,实际结算时间,实际结算金额(元)\n"
        "1,7,2026/4/20 16:00,50\n1.0,7,2026/4/20 1:00,-2\n",
    ),
    "movements": (
        "账务流水号,关联业务单号,入账时间,账务方向,发生额（元）,期末余额（元）\n"
        "9001,1,2026-04-15 10:00:07,支,2.36,497.64\n9002,,2026-04-16 00:30:09,收,100,597.64\n",
        "账务流水号,关联业务单号,入账时间,账务方向,发生额（元）,期末余额（元）\n"
        "9001.00,1,2026/4/15,支,2.36,497.64\n9002,,2026/4/16 12:30,收,100.00,597.64\n",
    ),
    "movements without a number": (
        "关联业务单号,入账时间,账务方向,发生额（元）,期末余额（元）\n"
        "1,2026-04-15 10:00:07,支,2.36,497.64\n,2026-04-15 11:00:08,收,100,597.64\n",
        "关联业务单号,入账时间,账务方向,发生额（元）,期末余额（元）\n"
        ",2026/4/15 11:00,收,100,597.64\n1,2026/4/15 10:00,支,2.36,497.64\n",
    ),
    "insurance": (
        "订单编号,服务费用（元）,生效时间,收费编号\n1,0.5,2026-04-15 10:00:05,55\n",
        "订单编号,服务费用（元）,生效时间,收费编号\n1,0.5,2026/4/15 10:00,55.0\n",
    ),
    "aftersales": (
        "售后单号,订单编号,退款金额,售后状态,申请时间\n88,1,23.00,售后成功,2026-04-15 10:00:05\n",
        "售后单号,订单编号,退款金额,售后状态,申请时间\n88.0,1.0,23,售后成功,2026/4/15 10:00\n",
    ),
    "funds": (
        "日期,总花费,充值花费,转入,日终结余\n2026-04-15,100,80,200,300\n",
        "日期,总花费,充值花费,转入,日终结余\n2026/4/15,100.0,80,200,300\n",
    ),
    "traffic": (
        "开播时间,直播间ID,观看人数,涨粉数\n"
        "2026-04-15 20:00:13,88,100,3\n2026-04-16 20:00:14,89,90,2\n",
        "开播时间,直播间ID,观看人数,涨粉数\n2026/4/15 20:00,88.0,100,3\n2026/4/16 20:00,89,90,2\n",
    ),
    "traffic of days": (
        "日期,花费(元),广告曝光数\n2026-04-05,3.10,200\n2026-04-16,4.10,300\n",
        "日期,花费(元),广告曝光数\n2026/4/5 0:00,3.1,200\n2026/4/16 0:00:00,4.1,300\n",
    ),
    "traffic of hours": (
        "日期,花费(元),广告曝光数\n2026-04-05 00:00:00,3.10,200\n2026-04-05 10:00:00,4,300\n",
        "日期,花费(元),广告曝光数\n2026/4/5 0:00,3.1,200\n2026/4/5 10:00,4.0,300\n",
    ),
    "any": (
        "时间,主播,场次\n2026-04-15 10:00:05,小王,3\n2026-04-15 11:00:06,小王,4\n",
        "时间,主播,场次\n2026/4/15 10:00,小王,3.0\n2026/4/15 11:00,小王,4\n",
    ),
    "any with a number": (
        "时间,物流单号,重量\n2026-04-15 10:00:05,7001,3\n2026-04-15 23:00:06,7002,4\n",
        "时间,物流单号,重量\n2026/4/15,7001.0,3\n2026/4/15 11:00,7002,4\n",
    ),
}


@pytest.mark.parametrize("name", SAVED_AGAIN)
def test_a_file_saved_again_by_a_workbook_program_doubles_nothing(book, now, name):
    """Excel drops seconds and 下午, numbers lose their shape: each row came in once more."""
    kind = name.split()[0]
    first, again = (
        imports.preview(book, Source("表.csv", text=text), kind=kind) for text in SAVED_AGAIN[name]
    )
    rows = len(first.rows)
    assert first.counts == Counts(new=rows)
    imports.commit(book, first, now=now)
    assert imports.refresh(book, again).counts == Counts(same=rows)
    other = SAVED_AGAIN[name][1]
    mended = imports.preview(book, Source("表.csv", text=other), kind=kind)
    assert mended.counts == Counts(same=rows)


def test_the_finer_moment_stays_when_something_else_is_revised(book, now):
    first, again = SAVED_AGAIN["orders"]
    imports.commit(book, imports.preview(book, Source("a", text=first), kind="orders"), now=now)
    shipped = again.replace("10:21,待发货", "10:21,已发货")
    seen = imports.preview(book, Source("b", text=shipped), kind="orders")
    assert [[c[0] for c in one.changes] for one in seen.revised] == [["status"]]
    imports.commit(book, seen, now=now)
    names, rows = book.reader.records.rows("orders")
    found = [dict(zip(names, row, strict=True)) for row in rows]
    assert {(r["time"], r["status"]) for r in found} == {
        (to_seconds(datetime(2026, 4, 15, 10, 20, 30)), "已发货"),
        (to_seconds(datetime(2026, 4, 15, 15, 20, 31)), "待发货"),
    }


def test_rows_that_recur_within_a_day_are_told_apart_in_either_order(book, now):
    header = "订单号,商品ID,实际结算时间,实际结算金额(元)\n"
    lines = ["1,7,2026-04-20 16:00:09,50.00\n", "1,7,2026-04-20 01:00:00,-2.00\n"]
    for text, counts in (
        (header + "".join(lines), Counts(new=2)),
        (header + "".join(reversed(lines)), Counts(same=2)),
    ):
        seen = imports.preview(book, Source("a", text=text), kind="settlements")
        assert seen.counts == counts
        imports.commit(book, seen, now=now)


@pytest.mark.parametrize("upside_down", [False, True])
def test_a_later_double_takes_the_next_number(book, now, upside_down):
    """The row that is there already keeps its key, whichever way round the next file lists them."""
    header = "订单号,商品ID,实际结算时间,实际结算金额(元)\n"
    lines = ["1,7,2026-04-20 01:00:00,-2.00\n", "1,7,2026-04-20 16:00:09,50.00\n"]
    first = imports.preview(book, Source("a", text=header + lines[0]), kind="settlements")
    imports.commit(book, first, now=now)
    if upside_down:
        lines.reverse()
    seen = imports.preview(book, Source("b", text=header + "".join(lines)), kind="settlements")
    assert seen.counts == Counts(new=1, same=1)


def test_doubles_of_one_moment_are_numbered_in_the_order_of_their_lines(book, now):
    header = "订单号,商品ID,实际结算时间,实际结算金额(元)\n"
    lines = [f"1,7,2026-04-20 16:00:09,{amount}.00\n" for amount in (5, 6, 7)]
    for count in (1, 2, 3):
        text = header + "".join(lines[:count])
        seen = imports.preview(book, Source("a", text=text), kind="settlements")
        assert seen.counts == Counts(new=1, same=count - 1)
        imports.commit(book, seen, now=now)


FULL = [
    {"商品ID": "77", "SKU编码": "a1", "商品名称": "柿饼", "实付款": "119.80"},
    {"商品ID": "78", "SKU编码": "b1", "商品名称": "苹果", "实付款": "69.00"},
]


def order_file(*labels: str, lines=FULL) -> str:
    rows = (["2404", "2026-04-15 10:20:30", *(line[label] for label in labels)] for line in lines)
    return "\n".join(map(",".join, [["订单号", "订单创建时间", *labels], *rows]))


def take_orders(book, now, text: str) -> Counts:
    seen = imports.preview(book, Source("a", text=text), kind="orders")
    imports.commit(book, seen, now=now)
    return seen.counts


def paid(book) -> list[tuple[str, int]]:
    return sorted((line.name, line.paid) for line in book.reader.order_list.one("2404").lines)


LINES = [("柿饼", 11980), ("苹果", 6900)]
COLUMNS = [
    ("商品ID", "商品名称", "实付款"),
    ("商品名称", "实付款"),
    ("SKU编码", "商品名称", "实付款"),
    ("商品ID", "SKU编码", "商品名称", "实付款"),
]


@pytest.mark.parametrize("first", COLUMNS)
@pytest.mark.parametrize("then", COLUMNS)
def test_an_order_with_other_columns_is_the_same_order(book, now, first, then):
    """An export for which fewer columns were chosen brought each order in once more."""
    assert take_orders(book, now, order_file(*first)) == Counts(new=2)
    for text in (order_file(*then), order_file(*then, lines=FULL[::-1])):
        assert take_orders(book, now, text).new == 0
        assert paid(book) == LINES


def test_undone_the_order_is_as_it_was(book, now):
    take_orders(book, now, order_file("商品名称", "实付款"))
    seen = imports.preview(book, Source("a", text=order_file(*COLUMNS[3])), kind="orders")
    back = imports.commit(book, seen, now=now)
    assert seen.counts == Counts(revised=2)
    again = back.undo(book)
    assert paid(book) == LINES and book.reader.order_list.one("2404").lines[0].code == ""
    again.undo(book)
    assert sorted(line.code for line in book.reader.order_list.one("2404").lines) == ["a1", "b1"]


@pytest.mark.parametrize(
    ("labels", "line"),
    [
        (COLUMNS[0], {"商品ID": "79", "商品名称": "柿饼", "实付款": "1"}),
        (COLUMNS[1], {"商品名称": "柿饼 小盒", "实付款": "1"}),
        (COLUMNS[2], {"SKU编码": "a2", "商品名称": "柿饼", "实付款": "1"}),
    ],
)
def test_another_line_of_the_order_is_another_line(book, now, labels, line):
    take_orders(book, now, order_file(*COLUMNS[3]))
    assert take_orders(book, now, order_file(*labels, lines=[line])) == Counts(new=1)


@pytest.mark.parametrize("labels", [("实付款",), ("商品ID", "商品名称", "实付款")])
def test_the_whole_of_an_order_is_no_further_line_of_it(book, now, labels):
    """A table with a row for each order brought all that was paid in once more."""
    lines = imports.preview(book, Source("a", text=order_file(*COLUMNS[3])), kind="orders")
    back = imports.commit(book, lines, now=now)
    whole = {"商品ID": "", "商品名称": "", "实付款": "188.80"}
    text = order_file(*labels, lines=[whole]) + "\n2405,2026-04-15 11:00" + "," * len(labels) + "5"
    seen = imports.preview(book, Source("a", text=text), kind="orders")
    assert seen.counts == Counts(new=1, left_out=1)
    assert [(one.line, one.value, one.reason) for one in seen.refused] == [
        (2, "2404", "total_line")
    ]
    assert [row[0] for row in seen.rows] == [3]
    assert imports.refresh(book, seen).counts == seen.counts
    imports.commit(book, seen, now=now)
    assert paid(book) == LINES
    back.undo(book)
    assert imports.refresh(book, seen).counts == Counts(new=1, same=1), "the book has no lines now"


@pytest.mark.parametrize("then", COLUMNS)
def test_lines_take_the_place_of_what_was_known_of_the_whole_order(book, now, then):
    whole = order_file("实付款", lines=[{"实付款": "188.80"}])
    assert take_orders(book, now, whole) == Counts(new=1)
    seen = imports.preview(book, Source("a", text=order_file(*then)), kind="orders")
    assert seen.counts == Counts(new=1, revised=1)
    (one,) = seen.revised
    assert ("paid", 18880, 11980) in one.changes
    back = imports.commit(book, seen, now=now)
    assert paid(book) == LINES
    assert take_orders(book, now, whole) == Counts(left_out=1)
    assert take_orders(book, now, order_file(*then)) == Counts(same=2)
    back.undo(book)
    assert paid(book) == [("", 18880)]


def test_a_bare_line_beside_the_others_is_none_of_them(book, now):
    """A table of tracking numbers has one row for each order."""
    take_orders(book, now, order_file(*COLUMNS[3]))
    parcel = "订单号,订单创建时间,快递单号\n2404,2026-04-15 10:20:30,SF1000001\n"
    take_orders(book, now, parcel)
    assert take_orders(book, now, order_file(*COLUMNS[1])).new == 0


def test_lines_that_nobody_can_tell_apart_are_taken_for_none_of_them(book, now):
    """Two of one name: which of them a third is nobody can say."""
    twice = [FULL[0], FULL[0] | {"SKU编码": "a2"}]
    take_orders(book, now, order_file(*COLUMNS[3], lines=twice))
    assert take_orders(book, now, order_file(*COLUMNS[1], lines=twice[:1])) == Counts(new=1)


@pytest.mark.parametrize("turned", [False, True])
def test_a_settlement_with_other_columns_is_the_same_settlement(book, now, turned):
    texts = [
        "订单号,商品ID,实际结算时间,实际结算金额(元)\n"
        "1,7,2026-04-20 16:00:09,50.00\n1,8,2026-04-20 16:00:09,20.00\n",
        "订单号,实际结算时间,实际结算金额(元)\n1,2026/4/20 16:00,20\n1,2026/4/20 16:00,50\n",
    ]
    for text, new in zip(texts[::-1] if turned else texts, (2, 0), strict=True):
        seen = imports.preview(book, Source("a", text=text), kind="settlements")
        assert seen.counts.new == new
        imports.commit(book, seen, now=now)
    later = "订单号,实际结算时间,实际结算金额(元)\n1,2026-04-21 16:00:09,50.00\n"
    assert imports.preview(book, Source("a", text=later), kind="settlements").counts.new == 1


def test_a_code_that_looks_like_a_number_stays_a_code(book, now):
    text = "订单号,订单创建时间,SKU编码,实付款\n1,2026-04-15,2E5,1\n2,2026-04-15,007,1\n"
    imports.commit(book, imports.preview(book, Source("a", text=text), kind="orders"), now=now)
    names, rows = book.reader.records.rows("orders")
    assert {row[names.index("sku_code")] for row in rows} == {"2E5", "007"}


def old_book(path: Path, *statements: str) -> Path:
    """A book of the version before rows had lasting keys."""
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v9.sql").read_text("utf-8"))
        for statement in statements:
            file.execute(statement)
        file.commit()
    return path


def order(number: str, key: str, batch: int, status: str, seconds: int) -> str:
    return (
        "INSERT INTO order_row (key, time, batch, order_no, status, paid) VALUES"
        f" ('{seconds:012d}|{key}', {seconds}, {batch}, '{number}', '{status}', 100)"
    )


T = to_seconds(datetime(2026, 11, 10, 15, 20, 13))


def test_rows_that_came_in_twice_are_found_and_nothing_is_lost(tmp_path):
    path = old_book(
        tmp_path / "old.ksdesk",
        order("5", "order_no=5|1", 1, "待发货", T),
        order("5", "order_no=5|2", 1, "待发货", T),  # a second line of the same order
        order("5", "order_no=5|1", 2, "已发货", T - 13),
        order("5", "order_no=5|2", 2, "待发货", T - 13),
        order("6", "order_no=6.0|1", 2, "待发货", T),
        "INSERT INTO order_before (by_batch, key, time, batch, order_no, status) VALUES"
        f" (2, '{T:012d}|order_no=6.0|1', {T}, 1, '6', '待付款')",
    )
    store = Store.open(path)
    names, rows = store.reader.records.rows("orders")
    numbers = [row[names.index("order_no")] for row in rows]
    assert sorted(numbers) == ["0024101234567890123", "5", "5", "5", "5", "6"]
    store.close()
    with closing(sqlite3.connect(path)) as file:
        keys = {k for (k,) in file.execute("SELECT key FROM order_row WHERE order_no <> '0'")}
        assert {"|order_no=5|1", "|order_no=5|2", "|order_no=6|1"} <= keys
        assert file.execute("SELECT key FROM order_before").fetchall() == [("|order_no=6|1",)]
        twins = file.execute(
            "SELECT d.twin, r.status FROM doubled AS d JOIN order_row AS r USING (key)"
        ).fetchall()
    assert sorted(twins) == [("|order_no=5|1", "已发货"), ("|order_no=5|2", "待发货")]


def test_the_file_of_an_old_import_is_known_again(tmp_path, now):
    """The keys that a migration makes are those that an import makes."""
    moved = (
        "INSERT INTO movement_row (key, time, batch, direction, related_no, amount) VALUES"
        f" ('{T:012d}|related_no=|1', {T}, 1, '支', NULL, -236)"
    )
    own = (
        "INSERT INTO own_row (key, time, batch, sheet, extra, marks) VALUES"
        f" ('{T:012d}|表|主播=小王|1', {T}, 1, '表', '{{\"场次\":3.0}}', '{{\"主播\":\"小王\"}}')"
    )
    live = (
        "INSERT INTO traffic_row (key, time, grain, level, batch, live, views, new_fans) VALUES"
        f" ('{T:012d}|l|l=88|1', {T}, 'live', 3, 1, '88', 100, 3)"
    )
    path = old_book(
        tmp_path / "old.ksdesk", order("5", "order_no=5|1", 1, "待发货", T), moved, own, live
    )
    store = Store.open(path)
    for kind, text in (
        ("orders", "订单号,订单创建时间,订单状态,实付款\n5,2026/11/10 15:20,待发货,1\n"),
        ("movements", "关联业务单号,入账时间,账务方向,发生额\n,2026/11/10 15:20,支,2.36\n"),
        ("any", "时间,主播,场次\n2026/11/10 15:20,小王,3\n2026/11/10 15:20,小李,3\n"),
        ("traffic", "开播时间,直播间ID,观看人数,涨粉数\n2026/11/10 15:20,88,100,3\n"),
    ):
        seen = imports.preview(store, Source("表.csv", text=text), kind=kind)
        assert (seen.counts.same, seen.counts.revised) == (1, 0), kind
    store.close()


DOUBLED = (
    order("5", "order_no=5|1", 1, "待发货", T),
    order("5", "order_no=5|1", 2, "已发货", T - 13),
    order("5", "order_no=5|1", 3, "已签收", T - T % 86_400),
    "UPDATE order_row SET extra = '{\"重\":1.0}' WHERE batch = 1",
    "UPDATE order_row SET extra = '{\"长\":2.0}', paid = NULL WHERE batch = 2",
    order("6", "order_no=6|1", 1, "待发货", T),
    order("6", "order_no=6|1", 2, "待发货", T - 13),
    "INSERT INTO batch VALUES (1, 'orders', '十一月.csv', '2026-11-11 09:00:00', 'done', 2, 0, 0,"
    " 0, '[]'), (2, 'orders', '另存.csv', '2026-11-12 09:00:00', 'done', 2, 0, 0, 0, '[]'),"
    " (3, 'orders', '又存.csv', '2026-11-13 09:00:00', 'done', 1, 0, 0, 0, '[]')",
)


def rows_of(book) -> list[tuple]:
    with book.session.reading():
        sql = (
            "SELECT key, time, batch, status, paid, extra FROM order_row WHERE length(order_no) = 1"
        )
        return sorted(book.session.db.execute_sql(sql).fetchall())


@pytest.fixture
def doubled(tmp_path):
    store = Store.open(old_book(tmp_path / "old.ksdesk", *DOUBLED))
    yield store
    store.close()


def test_doubles_say_what_merging_changes(doubled):
    assert doubled.reader.doubles.count() == 3
    first, *_ = doubled.reader.doubles.some(10)
    assert (first.kind, first.first, first.again) == ("orders", "十一月.csv", "另存.csv")
    assert first.changes == (("status", "待发货", "已发货"), ("own:长", None, 2.0))


def test_merging_keeps_one_of_each_and_is_undone_and_redone(doubled, now):
    before = rows_of(doubled)
    merged = doubles.merge(doubled, "合并", now)
    after = rows_of(doubled)
    assert [row[:2] + row[3:] for row in after] == [
        ("|order_no=5|1", T, "已签收", 100, '{"重":1.0,"长":2.0}'),
        ("|order_no=6|1", T, "待发货", 100, None),
    ]
    assert doubled.reader.doubles.count() == 0
    with pytest.raises(BuiltUpon):  # the merge stands on both imports
        imports.undo(doubled, 2, now)
    undone = merged.undo(doubled)
    assert rows_of(doubled) == before and doubled.reader.doubles.count() == 3
    again = undone.undo(doubled)
    assert [row[3:] for row in rows_of(doubled)] == [row[3:] for row in after]
    again.undo(doubled)
    assert rows_of(doubled) == before
    imports.undo(doubled, 2, now)
    assert doubled.reader.doubles.count() == 1


def test_rows_that_are_not_the_same_are_kept_and_not_asked_about_again(doubled, now):
    before = rows_of(doubled)
    chosen = [one.id for one in doubled.reader.doubles.some(10) if "no=6" in one.key]
    kept = doubles.keep_both(doubled, chosen)
    assert doubled.reader.doubles.count() == 2 and rows_of(doubled) == before
    kept.undo(doubled).undo(doubled)
    doubles.merge(doubled, "合并", now)
    assert rows_of(doubled)[0][0] == "|order_no=5|1"
    assert len(rows_of(doubled)) == 3


ZEROS = {
    "orders": (
        "订单号,订单创建时间,商品ID,SKU编码,实付款\n"
        "0024,2026-04-15 10:20:30,0077,001,5\n0024,2026-04-15 10:20:30,0077,002,6\n"
    ),
    "movements": (
        "账务流水号,入账时间,账务方向,发生额\n0099,2026-04-15,收,5\n0100,2026-04-15,支,6\n"
    ),
    "settlements": (
        "订单号,商品ID,实际结算时间,实际结算金额\n001,07,2026-04-20,5\n002,07,2026-04-20,6\n"
    ),
    "insurance": (
        "订单编号,服务费用,生效时间,收费编号\n01,5,2026-04-15,085\n02,6,2026-04-15,086\n"
    ),
    "aftersales": "售后单号,订单编号,退款金额,售后状态\n088,01,5,成功\n089,02,6,成功\n",
    "videos": "作品ID,作品标题,发布时间,播放量\n05,甲,2026-04-15,9\n06,乙,2026-04-15,8\n",
    "traffic": "日期,计划Id,组Id,花费\n2026-04-15,001,07,5\n2026-04-15,002,07,6\n",
}


@pytest.mark.parametrize("kind", ZEROS)
def test_a_number_that_lost_its_zeros_is_the_same_and_the_book_keeps_them(book, now, kind):
    """Excel took 0012 for 12, and each row came in once more."""
    first = imports.preview(book, Source("表.csv", text=ZEROS[kind]), kind=kind)
    assert first.counts == Counts(new=2)
    imports.commit(book, first, now=now)
    bare = re.sub(r"(?m)(^|,)0+(?=[1-9])", r"\1", ZEROS[kind])
    again = imports.preview(book, Source("表.csv", text=bare), kind=kind)
    assert again.counts == Counts(same=2)
    changed = imports.preview(book, Source("b", text=bare.replace(",5", ",7")), kind=kind)
    assert changed.counts.new == 0
    imports.commit(book, changed, now=now)
    whole = imports.preview(book, Source("c", text=ZEROS[kind]), kind=kind)
    names = {name for one in whole.revised for name, *_ in one.changes}
    assert whole.counts.new == 0 and not names & set(TARGETS[kind].names)


def test_zeros_that_a_first_file_had_lost_come_with_the_next(book, now):
    header = "订单号,订单创建时间,实付款\n"
    lost = imports.preview(book, Source("a", text=f"{header}24,2026-04-15,5\n"), kind="orders")
    imports.commit(book, lost, now=now)
    seen = imports.preview(book, Source("b", text=f"{header}0024,2026-04-15,5\n"), kind="orders")
    assert [one.changes for one in seen.revised] == [(("order_no", "24", "0024"),)]


def test_a_book_that_knew_rows_by_their_zeros_lists_its_doubles(tmp_path, now):
    path = tmp_path / "old.ksdesk"
    keys = [("|order_no=0024|sku_code=001|1", 7), ("|order_no=24|sku_code=1|1", 8)]
    keys += [("|order_no=0|sku_code=|1", 7), ("|order_no=A01|1", 7), ("|order_no=0024|1", 7)]
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v33.sql").read_text("utf-8"))
        file.execute("DELETE FROM order_row")
        sql = "INSERT INTO order_row (key, time, batch) VALUES (?, 1794960000, ?)"
        file.executemany(sql, keys)
        file.commit()
    store = Store.open(path)
    try:
        assert store.reader.doubles.count() == 1
        doubles.merge(store, "合并", now)
        with closing(sqlite3.connect(path)) as file:
            left = [key for (key,) in file.execute("SELECT key FROM order_row ORDER BY id")]
    finally:
        store.close()
    assert left == [
        "|order_no=24|sku_code=1|1",
        "|order_no=0|sku_code=|1",
        "|order_no=A01|1",
        "|order_no=24|1",
    ]


OPTIONS = {
    "orders": (
        "订单号,订单创建时间,实付款,{}\n1,2026-04-15,5,1-2\n1,2026-04-15,6,3/4\n1,2026-04-15,7,大\n"
    ),
    "any": "品名,{},件数\n甲,1-2,5\n甲,3/4,6\n甲,大,7\n",
    "products": "商品名称,{},价格\n甲,1-2,5\n甲,3/4,6\n甲,大,7\n",
}


@pytest.mark.parametrize("made", ["1月2日 3月4日", "2-Jan 4-Mar", "2026/1/2 2026-03-04"])
@pytest.mark.parametrize(
    ("kind", "label"),
    [
        *(("orders", "商品规格"), ("orders", "SKU编码"), ("any", "规格"), ("any", "尺码")),
        *(("any", "货号"), ("products", "规格"), ("products", "规格1")),
    ],
)
def test_a_variant_that_became_a_day_is_the_same_and_the_book_keeps_it(
    book, now, kind, label, made
):
    """Excel took 1-2 for a day: each row came in once more, each product got one more option."""
    text = OPTIONS[kind].format(label)
    days = made.split()
    saved = text.replace("1-2", days[0]).replace("3/4", days[1])
    imports.commit(book, imports.preview(book, Source("表.csv", text=text), kind=kind), now=now)
    again = imports.preview(book, Source("表.csv", text=saved), kind=kind)
    assert again.counts == Counts(same=1 if kind == "products" else 3)
    changed = imports.preview(book, Source("表.csv", text=saved.replace("7", "9")), kind=kind)
    assert (changed.counts.new, changed.counts.revised) == (0, 1)
    imports.commit(book, changed, now=now)
    left = imports.preview(book, Source("表.csv", text=text), kind=kind)
    names = {name for one in left.revised for name, *_ in one.changes}
    assert left.counts.new == 0 and names <= {"paid", "own:件数", "price"}


def test_a_code_that_was_taken_for_a_number_is_the_same(book, now):
    text = "订单号,订单创建时间,实付款,SKU编码\n1,2026-04-15,5,1E3\n1,2026-04-15,6,12E5\n"
    imports.commit(book, imports.preview(book, Source("a", text=text), kind="orders"), now=now)
    saved = text.replace("1E3", "1.00E+03").replace("12E5", "1200000")
    again = imports.preview(book, Source("b", text=saved), kind="orders")
    assert again.counts == Counts(same=2)


SPELLED = {
    "orders": (
        "订单号,订单创建时间,实付款,商品规格,快递单号,订单备注\n1,2026-04-15,5,1.50,00123,11-11\n",
        "订单号,订单创建时间,实付款,商品规格,快递单号,订单备注\n1,2026-04-15,5,1.5,123,11月11日\n",
    ),
    "traffic": (
        "日期,计划名称,创意名称,花费\n2026-04-15,11-11,1/2,5\n2026-04-15,专场,3-4,5\n",
        "日期,计划名称,创意名称,花费\n2026/4/15,11月11日,2026-01-02,5\n2026/4/15,专场,4-Mar,5\n",
    ),
    "videos": (
        "作品标题,发布时间,播放量\n11-11,2026-04-15,9\n",
        "作品标题,发布时间,播放量\n2026-11-11,2026/4/15,9\n",
    ),
    "any": (
        "品名,开始,时刻\n甲,2026-04-15 09:30:10,08:30:00\n乙,2026-04-15 19:30:10,9:30\n",
        "品名,开始,时刻\n甲,2026/4/15 9:30,8:30\n乙,2026/4/15 19:30,09:30:00\n",
    ),
}


@pytest.mark.parametrize("kind", SPELLED)
def test_no_text_is_revised_by_what_a_program_made_of_it(book, now, kind):
    """A parcel's number lost its zeros, a campaign called 11-11 was there twice."""
    first, saved = (Source("表", text=text) for text in SPELLED[kind])
    seen = imports.preview(book, first, kind=kind)
    imports.commit(book, seen, now=now)
    assert imports.preview(book, saved, kind=kind).counts == Counts(same=seen.counts.new)


def test_a_day_without_its_year_in_an_own_table_is_the_same_day(book, now):
    text = "月日,件数\n11-1,3\n11-2,4\n"
    imports.commit(book, imports.preview(book, Source("表", text=text), kind="any"), now=now)
    saved = text.replace("11-1", "11月1日").replace("11-2", "11月2日")
    assert imports.preview(book, Source("表", text=saved), kind="any").counts == Counts(same=2)


def test_an_own_tables_number_that_lost_its_zeros_is_the_same(book, now):
    """It was offered as revised, without a change."""
    text = "工号,组,件数\n0012,007,3\n0013,甲,4\n"
    imports.commit(book, imports.preview(book, Source("表", text=text), kind="any"), now=now)
    saved = text.replace("0012", "12").replace("0013", "13").replace("007", "7")
    assert imports.preview(book, Source("表", text=saved), kind="any").counts == Counts(same=2)
    more = imports.preview(book, Source("表", text=saved.replace(",4", ",5")), kind="any")
    assert [one.changes for one in more.revised] == [(("own:件数", 4.0, 5.0),)]


def test_a_book_that_knew_rows_by_days_made_of_variants_lists_its_doubles(tmp_path, now):
    path = tmp_path / "old.ksdesk"
    keys = [("|order_no=1|spec=1-2|1", 7), ("|order_no=1|spec=1月2日|1", 8)]
    keys += [("|order_no=1|spec=2026-03-04|1", 8), ("|order_no=1|spec=大|1", 7)]
    keys += [("|order_no=2026-03-04|spec=|1", 7), ("|order_no=1|款式=Jan-50|1", 7)]
    keys += [("|order_no=2|sku_code=1E3|1", 7), ("|order_no=2|spec=1.50|1", 7)]
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v36.sql").read_text("utf-8"))
        file.execute("DELETE FROM order_row")
        sql = "INSERT INTO order_row (key, time, batch) VALUES (?, 1794960000, ?)"
        file.executemany(sql, keys)
        file.commit()
    store = Store.open(path)
    try:
        assert store.reader.doubles.count() == 1
        doubles.merge(store, "合并", now)
        with closing(sqlite3.connect(path)) as file:
            left = [key for (key,) in file.execute("SELECT key FROM order_row ORDER BY id")]
    finally:
        store.close()
    assert left == [
        "|order_no=1|spec=1-2|1",
        "|order_no=1|spec=3-4|1",
        "|order_no=1|spec=大|1",
        "|order_no=2026-03-04|spec=|1",
        "|order_no=1|款式=1-50|1",
        "|order_no=2|sku_code=1000|1",
        "|order_no=2|spec=1.5|1",
    ]


OWN_MOMENTS = {
    "two moments": (
        "日期,主播,开始时间,结束时间\n2026-04-15,小王,2026-04-15 09:30:10,2026-04-15 12:00:00\n"
        "2026-04-15,小王,2026-04-15 19:30:11,2026-04-15 22:10:35\n",
        "日期,主播,开始时间,结束时间\n2026/4/15,小王,2026/4/15 9:30,2026/4/15 12:00\n"
        "2026/4/15,小王,2026/4/15 下午 7:30,2026/4/15 22:10\n",
    ),
    "a clock": (
        "日期,时刻,人数\n2026-04-15,08:30:00,3\n2026-04-15,09:30:00,4\n",
        "日期,时刻,人数\n2026/4/15,8:30,3\n2026/4/15,9:30:00,4\n",
    ),
    "within a minute": (
        "品名,上架时间,下架时间\n甲,2026-04-15 08:00:00,2026-04-15 10:00:01\n"
        "甲,2026-04-15 08:00:00,2026-04-15 10:00:02\n",
        "品名,上架时间,下架时间\n甲,2026/4/15 8:00,2026/4/15 10:00\n"
        "甲,2026/4/15 8:00,2026/4/15 10:00\n",
    ),
}


@pytest.mark.parametrize("name", OWN_MOMENTS)
def test_a_moment_that_tells_rows_apart_is_itself_in_each_spelling(book, now, name):
    first, again = (Source("表.csv", text=text) for text in OWN_MOMENTS[name])
    seen = imports.preview(book, first, kind="any")
    assert seen.counts == Counts(new=2)
    imports.commit(book, seen, now=now)
    assert imports.preview(book, first, kind="any").counts == Counts(same=2)
    assert imports.preview(book, again, kind="any").counts.new == 0


def test_a_book_that_knew_rows_by_the_spelling_of_a_moment_lists_its_doubles(tmp_path, now):
    path = tmp_path / "old.ksdesk"
    day = to_seconds(datetime(2026, 4, 15))
    keys = [
        (f"{day:012d}|表|主播=小王|开始时间=2026-04-15 09:30:10|1", 7),
        (f"{day:012d}|表|主播=小王|开始时间=2026-04-15 09:30:40|1", 7),
        (f"{day:012d}|表|主播=小王|开始时间=2026/4/15 9:30|1", 8),
        (f"{day:012d}|表|主播=小王|1", 7),
    ]
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v32.sql").read_text("utf-8"))
        file.execute("DELETE FROM own_row")
        sql = "INSERT INTO own_row (key, time, batch, sheet) VALUES (?, ?, ?, '表')"
        file.executemany(sql, [(key, day, batch) for key, batch in keys])
        file.commit()
    store = Store.open(path)
    try:
        assert store.reader.doubles.count() == 1
        doubles.merge(store, "合并", now)
        with closing(sqlite3.connect(path)) as file:
            left = [key for (key,) in file.execute("SELECT key FROM own_row ORDER BY id")]
    finally:
        store.close()
    base = f"{day:012d}|表|主播=小王"
    start = f"{base}|开始时间=2026-04-15 09:30"
    assert left == [f"{start}|1", f"{start}|2", f"{base}|1"]


def report(*labels: str, lines: list[dict[str, str]] | None = None) -> str:
    rows = [[line[label] for label in labels] for line in lines or CAMPAIGNS]
    return "\n".join(map(",".join, [labels, *rows]))


CAMPAIGNS = [
    {"日期": day, "账户ID": "9", "计划ID": number, "计划名称": name, "花费": spent}
    for day, number, name, spent in (
        ("2026-04-15", "101", "晚场", "10"),
        ("2026-04-15", "102", "早场", "5"),
        ("2026-04-16", "101", "晚场", "7"),
    )
]
NAMED = [
    ("日期", "计划ID", "计划名称", "花费"),
    ("日期", "计划名称", "花费"),
    ("日期", "账户ID", "计划ID", "计划名称", "花费"),
    ("日期", "账户ID", "计划名称", "花费"),
]


def take_report(book, now, text: str) -> Counts:
    seen = imports.preview(book, Source("a", text=text), kind="traffic")
    imports.commit(book, seen, now=now)
    return seen.counts


@pytest.mark.parametrize("first", NAMED)
@pytest.mark.parametrize("then", NAMED)
def test_a_campaign_by_its_number_or_its_name_is_the_same_campaign(book, now, first, then):
    """A report for which fewer columns were chosen brought what was spent in once more."""
    assert take_report(book, now, report(*first)) == Counts(new=3)
    for text in (report(*then), report(*first), report(*then, lines=CAMPAIGNS[::-1])):
        assert take_report(book, now, text).new == 0
        assert list(book.reader.traffic.series("spend", "day").values) == [1500, 700]


def test_undone_a_report_leaves_the_campaigns_as_they_were(book, now):
    take_report(book, now, report(*NAMED[1]))
    seen = imports.preview(book, Source("a", text=report(*NAMED[0])), kind="traffic")
    back = imports.commit(book, seen, now=now)
    assert {one.key for one in book.reader.traffic.campaigns()} == {"101", "102"}
    back.undo(book)
    found = book.reader.traffic.campaigns()
    assert {one.name for one in found} == {"晚场", "早场"}
    assert not {one.key for one in found} & {"101", "102"}


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ({"计划ID": "103"}, NAMED[0]),
        ({"计划名称": "午场"}, NAMED[1]),
        ({"账户ID": "8"}, NAMED[2]),
    ],
)
def test_another_campaign_or_account_of_the_day_is_another_one(book, now, line, labels):
    take_report(book, now, report(*NAMED[2]))
    other = report(*labels, lines=[CAMPAIGNS[0] | line])
    assert take_report(book, now, other) == Counts(new=1)


def test_two_campaigns_of_one_name_are_not_one(book, now):
    """Which of them a third without a number is nobody can say."""
    twice = [CAMPAIGNS[0], CAMPAIGNS[0] | {"计划ID": "103"}]
    take_report(book, now, report(*NAMED[0], lines=twice))
    assert take_report(book, now, report(*NAMED[1], lines=twice[:1])) == Counts(new=1)


OF_TWO = [*CAMPAIGNS, CAMPAIGNS[0] | {"日期": "2026-04-17", "账户ID": "8", "计划ID": "201"}]


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("turned", [True, False])
@pytest.mark.parametrize(("full", "bare"), [(2, 1), (3, 1), (2, 0)])
def test_a_name_that_two_accounts_have_is_not_taken_for_either(
    book, now, at_once, turned, full, bare
):
    """The other account's campaign of that name took the place of what was there."""
    line = CAMPAIGNS[2] | {"花费": "4"} | ({"计划ID": "202"} if bare == 0 else {})
    texts = [report(*NAMED[bare], lines=[line])]
    halves = [OF_TWO] if at_once else [OF_TWO[:3], OF_TWO[3:]]
    whole = [report(*NAMED[full], lines=half) for half in halves]
    for text in [*texts, *whole] if turned and at_once else [*whole, *texts]:
        assert take_report(book, now, text).revised == 0
    assert sum(book.reader.traffic.series("spend", "day").values) == 3600
    # what only one of them has is found again by its name
    early = CAMPAIGNS[1] | {"花费": "6"}
    assert take_report(book, now, report(*NAMED[1], lines=[early])) == Counts(revised=1)


def test_a_number_tells_whose_a_campaign_is_where_two_accounts_call_theirs_so(book, now):
    take_report(book, now, report(*NAMED[2], lines=OF_TWO))
    for labels in (NAMED[0], NAMED[2], NAMED[3]):
        assert take_report(book, now, report(*labels, lines=OF_TWO)).new == 0
    assert sum(book.reader.traffic.series("spend", "day").values) == 3200
