"""A book of an earlier version that kept buyers' data holds none of it after it was opened."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ksdesk.actions import imports
from ksdesk.actions.backups.forgetting import with_buyers
from ksdesk.domain.imports import Source
from ksdesk.storage import Store, copies

OLD_BOOKS = Path(__file__).parent.parent / "old_books"
SECRETS = ("王小明", "李雷", "13812345671", "13912345672", "小鱼儿99", "人民路12号", "xiaoyu_wx")


def column(index: int, label: str, role: str, *samples: str) -> dict:
    return {"index": index, "label": label, "role": role, "unit": "", "why": "guess"} | {
        "samples": samples
    }


COLUMNS = json.dumps(
    [
        column(0, "订单号", "identity:order_no", "5"),
        column(1, "买家昵称", "mark:买家昵称", "小鱼儿99"),
        column(2, "Phone", "own:Phone", "13812345671"),
        column(3, "给谁", "note:给谁", "王小明"),
        column(4, "收货人姓名", "skip"),
        column(5, "颜色", "note:颜色", "红"),
    ],
    ensure_ascii=False,
)


def marks(nick: str, who: str) -> str:
    return json.dumps({"买家昵称": nick, "给谁": who, "颜色": "黄"}, ensure_ascii=False)


@pytest.fixture
def old(tmp_path) -> Path:
    path = tmp_path / "old.ksdesk"
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript((OLD_BOOKS / "v11.sql").read_text("utf-8"))
        file.execute(
            "INSERT INTO batch (id, kind, name, started_at, state, new, revised, same, refused,"
            " columns) VALUES (7, 'orders', '13812345671.csv', '2026-11-11 09:00:00', 'done', 2,"
            " 0, 0, 0, ?)",
            (COLUMNS,),
        )
        file.execute(
            "INSERT INTO header_mapping VALUES ('[\"orders\"]', ?, '2026-11-11 09:00:00')",
            (COLUMNS,),
        )
        rows = (
            ("5", "小鱼儿99", "王小明", 13812345671.0, "人民路12号，王小明 13812345671"),
            ("5", "小鱼儿99", "李雷", 13912345672.0, "发顺丰"),
            ("6", "xiaoyu_wx", "李雷", 13912345672.0, "微信xiaoyu_wx"),
        )
        for place, (order, nick, who, phone, note) in zip((1, 2, 1), rows, strict=True):
            file.execute(
                "INSERT INTO order_row (key, time, batch, order_no, paid, order_note, province,"
                " extra, marks) VALUES (?, 1794960000, 7, ?, 100, ?, '陕西省', ?, ?)",
                (
                    f"|order_no={order}|买家昵称={nick}|{place}",
                    order,
                    note,
                    json.dumps({"Phone": phone, "重": 1.0}),
                    marks(nick, who),
                ),
            )
        file.execute(
            "INSERT INTO order_before (by_batch, key, time, batch, order_no, marks) VALUES"
            " (7, '|order_no=6|买家昵称=xiaoyu_wx|1', 1794960000, NULL, '6', ?)",
            (marks("xiaoyu_wx", "王小明"),),
        )
        file.execute(
            "INSERT INTO own_row (key, time, sheet, marks) VALUES"
            " ('000000000000|表|客户电话=13912345672|1', 0, '表', '{\"客户电话\":\"13912345672\"}')"
        )
        file.execute(
            "INSERT INTO deposit_entry (account, day, kind, amount, note, origin, batch,"
            " written_at) VALUES ('own', '2026-11-10', 'paid_in', 0, '王小明 13812345671', '', 7,"
            " '2026-11-11 09:00:00')"
        )
    return path


def test_nothing_of_a_buyer_is_left_in_the_file(old, now):
    Store.open(old).close()
    held = b"".join(path.read_bytes() for path in old.parent.glob("old.ksdesk*"))
    assert [secret for secret in SECRETS if secret.encode() in held] == []
    store = Store.open(old)
    names, rows = store.reader.records.rows("orders")
    found = [dict(zip(names, row, strict=True)) for row in rows if row[names.index("paid")] == 100]
    assert len(found) == 3 and {row["province"] for row in found} == {"陕西省"}
    assert {row["own:重"] for row in found} == {1.0} and {row["mark:颜色"] for row in found} == {
        "黄"
    }
    assert "发顺丰" in {row["order_note"] for row in found}
    labels = {c.label: (c.role, c.why) for c in store.reader.batches.one(7).columns}
    assert labels["买家昵称"] == labels["Phone"] == ("skip", "private")
    assert labels["颜色"] == ("note:颜色", "guess")
    store.close()
    assert copies.contents(old).about["buyers.forgotten"]


def test_rows_stay_known_and_the_ledger_stays_closed(old, now):
    store = Store.open(old)
    with store.session.reading():
        sql = "SELECT key FROM order_row WHERE batch = 7 ORDER BY id"
        keys = [key for (key,) in store.session.db.execute_sql(sql).fetchall()]
    assert keys == ["|order_no=5|1", "|order_no=5|2", "|order_no=6|1"]
    with pytest.raises(Exception, match="append-only"), store.session.writing():
        store.session.db.execute_sql("UPDATE deposit_entry SET amount = 1")
    imports.undo(store, 7, now)
    with store.session.reading():
        sql = "SELECT key, marks FROM order_row WHERE order_no IN ('5', '6')"
        left = store.session.db.execute_sql(sql).fetchall()
    assert left == [("|order_no=6|1", '{"颜色":"黄"}')]  # as it was before the import
    text = "订单号,订单创建时间,实付款\n5,2026-11-17,1\n5,2026-11-17,1\n"
    seen = imports.preview(store, Source("a", text=text), kind="orders")
    assert seen.counts.new == 2
    store.close()


def test_a_book_without_buyers_says_nothing(tmp_path):
    path = tmp_path / "old.ksdesk"
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v11.sql").read_text("utf-8"))
    Store.open(path).close()
    assert "buyers.forgotten" not in copies.contents(path).about


def test_what_is_known_as_buyers_only_since_then_goes_too(tmp_path, now):
    """A book that was clean by older rules kept what newer ones know, in cases and works too."""
    path = tmp_path / "old.ksdesk"
    said = '{"备注":"找王小明 13812345671","买家昵称":"小鱼儿99"}'
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript((OLD_BOOKS / "v35.sql").read_text("utf-8"))
        for table in ("order", "aftersales", "video", "own"):
            file.execute(
                f"INSERT INTO {table}_row (key, time, marks) VALUES ('|买家昵称=小鱼儿99|1', 0, ?)",
                (said,),
            )
        file.execute(
            "INSERT INTO deposit_entry (account, day, kind, amount, note, origin, written_at)"
            " VALUES ('own', '2026-11-10', 'paid_in', 0, '寄人民路12号3单元', '', '2026-11-11')"
        )
    copy = tmp_path / "20261118-090000-daily.ksdesk"
    copy.write_bytes(path.read_bytes())
    store = Store.open(path)
    held = b"".join(one.read_bytes() for one in tmp_path.glob("old.ksdesk*"))
    assert [secret for secret in SECRETS if secret.encode() in held] == []
    assert with_buyers(store.reader, tmp_path) == (copy,)
    store.close()


def test_a_book_that_was_clean_calls_no_copy_unclean_for_a_later_step(tmp_path):
    path = tmp_path / "old.ksdesk"
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v35.sql").read_text("utf-8"))
    (tmp_path / "20261118-090000-daily.ksdesk").write_bytes(path.read_bytes())
    store = Store.open(path)
    assert with_buyers(store.reader, tmp_path) == ()
    store.close()
