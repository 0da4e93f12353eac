"""Every kind on its way into the book and back out; drafts that outlive the app."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import imports
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.movements import Movement
from ksdesk.domain.imports import DRAFT_DAYS, BuiltUpon, Counts, NotReady, Source
from ksdesk.domain.traffic import to_seconds
from ksdesk.storage.targets import TARGETS

TEXTS = {
    "orders": (
        "订单号,订单创建时间,订单状态,实付款,商品ID,收货人姓名,收货人电话,收货地址-省,神秘数\n"
        "'0024101234567890123,2026-04-15 10:20:30,待发货,59.90,77,张三,13800000000,陕西省,1\n"
        "0024101234567890124,2026/04/15,待发货,￥12,77,李四,13800000001,陕西省,2\n"
        "0,2026-04-15,待发货,1,77,王五,13800000002,陕西省,3\n"
    ),
    "settlements": (
        "订单号,实际结算时间,实际结算金额(元),技术服务费(元)\n1,2026-04-20 01:00:00,50.00,0.6\n"
    ),
    "movements": (
        "账务流水号,关联业务单号,入账时间,账务方向,发生额（元）,期末余额（元）,业务类型,描述,备注\n"
        "9001,1,2026-04-15 10:00:00,支,2.36,497.64,违约金扣款,,\n"
        "9002,,2026-04-16 10:00:00,收,100,597.64,保证金充值,甲,乙\n"
    ),
    "insurance": (
        "快手运费险账单\n订单编号,服务费用（元）,生效时间,收费编号\n1,0.5,2026-04-15 10:00:00,55\n"
    ),
    "funds": "日期,总花费,充值花费,转入,日终结余\n2026-04-15,100,80,200,300\n",
    "aftersales": (
        "售后单号,订单编号,退款金额,售后状态,申请时间\n88,1,23.00,待商家处理,2026-04-16 09:00:00\n"
    ),
    "any": "主播,场次\n小王,3\n小李,5\n",
}
REVISED = {
    "orders": ("待发货,59.90", "已发货,59.90"),
    "settlements": ("50.00", "49.00"),
    "movements": ("违约金扣款", "违规"),
    "insurance": ("0.5", "0.6"),
    "funds": ("300", "301"),
    "aftersales": ("待商家处理", "售后成功"),
    "any": ("小王,3", "小王,4"),
}


def everything(book) -> dict[str, list]:
    """All rows of all tables of records."""
    found = {}
    with closing(sqlite3.connect(book.path)) as file:
        for target in TARGETS.values():
            for name in (target.table, target.before):
                fields = [r[1] for r in file.execute(f"PRAGMA table_info({name})")]
                kept = ", ".join(f for f in fields if f not in ("id", "batch", "by_batch"))
                found[name] = file.execute(f"SELECT {kept} FROM {name} ORDER BY key").fetchall()
    return found


def pasted(kind: str, text: str | None = None) -> Source:
    return Source(f"{kind}.csv", text=TEXTS[kind] if text is None else text)


def seen(book, kind: str, text: str | None = None, **more):
    return imports.preview(book, pasted(kind, text), kind="any" if kind == "any" else None, **more)


@pytest.mark.parametrize("kind", TEXTS)
def test_in_and_out_again(book, now, kind):
    empty = everything(book)
    preview = seen(book, kind)
    assert (preview.kind, preview.needs, preview.grain) == (kind, (), "")
    new = preview.counts.new
    assert new == len(preview.rows) == {"orders": 2, "movements": 2, "any": 2}.get(kind, 1)
    changes = imports.commit(book, preview, now=now)
    assert {"imports", "today"} <= changes.topics
    assert book.reader.records.count(kind) == new
    full = everything(book)
    assert seen(book, kind).counts.same == new

    later = seen(book, kind, TEXTS[kind].replace(*REVISED[kind]))
    assert (later.counts.revised, later.counts.new) == (1, 0)
    second = imports.commit(book, later, now=now)
    with pytest.raises(BuiltUpon):
        imports.undo(book, changes.ref, now)
    assert everything(book) != full
    second.undo(book)
    assert everything(book) == full
    undone = changes.undo(book)
    assert everything(book) == empty
    assert undone.undo is not None
    undone.undo(book)
    assert everything(book) == full


def test_what_of_an_order_is_kept(book, now):
    preview = seen(book, "orders")
    assert preview.counts == Counts(new=2, refused=1)
    assert [(r.line, r.column, r.value, r.reason) for r in preview.refused] == [
        (4, "订单号", "0", "no_number")
    ]
    why = {c.label: (c.role, c.why, c.samples) for c in preview.columns}
    assert why["收货人姓名"] == why["收货人电话"] == ("skip", "private", ())
    imports.commit(book, preview, now=now)
    fields, rows = book.reader.records.rows("orders")
    newest = dict(zip(fields, rows[0], strict=True))
    assert newest["order_no"] == "0024101234567890123"
    assert (newest["paid"], newest["province"], newest["own:神秘数"]) == (5990, "陕西省", 1.0)
    day = to_seconds(datetime(2026, 4, 15))
    assert len(book.reader.records.rows("orders", day, day + 1)[1]) == 1
    for file in (book.path, book.path.with_name(book.path.name + "-wal"), preview.staging):
        text = file.read_bytes() if file.exists() else b""
        assert "张三".encode() not in text
        assert b"13800000000" not in text


def test_no_mapping_brings_private_columns_back(book):
    preview = seen(book, "orders")
    wanted = tuple(
        replace(c, role="note:x", why="named", samples=("张三",)) if c.why == "private" else c
        for c in preview.columns
    )
    again = imports.preview(book, preview.source, mapping=wanted)
    assert [c.why for c in again.columns] == [c.why for c in preview.columns]
    assert "张三" not in repr(again.columns)


def test_the_kind_can_be_corrected_and_is_remembered(book, now):
    text = "日期,花费,场次\n2026-04-15,1,2\n"
    first = imports.preview(book, pasted("traffic", text))
    assert first.kind == "traffic"
    own = imports.preview(book, first.source, kind="any", title="我的表")
    assert (own.kind, own.title, own.fields) == (
        "any", "我的表", ("time", "sheet", "own:场次", "own:花费")
    )  # fmt: skip
    imports.commit(book, own, now=now)
    assert imports.preview(book, pasted("traffic", text)).kind == "any"
    back = imports.preview(book, pasted("traffic", text), kind="traffic")
    imports.commit(book, back, now=now + timedelta(seconds=1))
    assert imports.preview(book, pasted("traffic", text)).kind == "traffic"
    with pytest.raises(KeyError):
        imports.preview(book, pasted("traffic", text), kind="nothing")


def test_an_own_table_is_called_like_its_file(book):
    assert seen(book, "any").title == "any"
    assert imports.preview(book, Source("", text=TEXTS["any"]), kind="any").title == "table"


def test_what_is_missing_must_be_said_first(book, now):
    preview = imports.preview(book, pasted("x", "订单创建时间,订单状态,旗帜颜色\n2026-04-15,a,b\n"))
    assert (preview.kind, preview.needs) == ("orders", ("missing:order_no",))
    with pytest.raises(NotReady):
        imports.commit(book, preview, now=now)


def test_another_table_of_the_source(book, now):
    text = "甲榜\n日期,花费\n2026-04-15,1\n\n乙榜\n日期,花费,点赞数\n2026-04-16,2,3\n"
    preview = imports.preview(book, pasted("x", text))
    assert ([p.name for p in preview.parts], preview.part) == (["甲榜", "乙榜"], 1)
    other = imports.preview(book, replace(preview.source, part=0))
    assert (other.part, other.counts.new, other.fields) == (0, 1, ("time", "spend"))
    assert imports.resume(book, other.staging).source.part == 0


# ---- the deposit ledger


def test_movements_as_the_ledger_wants_them(book):
    assert imports.movements(seen(book, "movements")) == (
        Movement("9001", "1", datetime(2026, 4, 15, 10), "out", 236, 49764, "违约金扣款", ""),
        Movement(
            "9002", "", datetime(2026, 4, 16, 10), "in", 10000, 59764, "保证金充值", "甲", "乙"
        ),
    )
    with pytest.raises(ValueError, match="orders"):
        imports.movements(seen(book, "orders"))


def test_a_movement_without_an_amount_moves_nothing(book):
    text = TEXTS["movements"].replace("收,100,", "收,,")
    one, two = imports.movements(imports.preview(book, Source("动账.csv", text=text)))
    assert (one.signed, two.signed, two.balance_after) == (-236, 0, 59764)


def test_ledger_lines_of_a_batch_are_reversed_and_come_again(book, now):
    preview = seen(book, "movements")
    lines = [
        NewEntry("own", m.at.date(), "paid_in" if m.signed > 0 else "deduction", m.signed)
        for m in imports.movements(preview)
    ]
    changes = imports.commit(book, preview, entries=lines, now=now)
    assert "deposit" in changes.topics
    assert book.reader.deposit.balances() == {"own": 9764}
    assert {e.batch for e in book.reader.deposit.entries("own")} == {changes.ref}
    later = now + timedelta(days=1)
    imports.undo(book, changes.ref, later)
    entries = book.reader.deposit.entries("own")
    assert book.reader.deposit.balances() == {"own": 0}
    assert [(e.kind, e.day) for e in entries if e.reverses] == [
        ("reversal", date(2026, 4, 15)), ("reversal", date(2026, 4, 16))
    ]  # fmt: skip
    fresh = seen(book, "movements")
    assert fresh.counts == Counts(new=2)
    again = imports.commit(book, fresh, entries=lines, now=later)
    assert book.reader.deposit.balances() == {"own": 9764}
    undone = again.undo(book)
    assert book.reader.deposit.balances() == {"own": 0}
    undone.undo(book)
    assert book.reader.deposit.balances() == {"own": 9764}


def test_a_bad_ledger_line_keeps_the_rows_out_too(book, now):
    bad = NewEntry("own", date(2026, 4, 15), "paid_in", 1, reverses=999)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        imports.commit(book, seen(book, "movements"), entries=[bad], now=now)
    assert book.reader.records.count("movements") == 0
    assert book.reader.batches.recent(1) == ()


# ---- drafts


def test_a_draft_outlives_the_app(book, paths, now):
    text = "日期,花费\n2026-04-15,1\n2026-04-16,1\n"
    imports.commit(book, imports.preview(book, pasted("t", text)), now=now)
    source = pasted("t", text.replace(",1", ",2"))
    preview = imports.preview(book, source, staging=paths.staging, now=now)
    keys = [r.key for r in preview.revised]
    imports.keep(preview, keys[:1], now)
    (draft,) = imports.drafts(paths.staging)
    assert (draft.name, draft.kind, draft.made_at, draft.rows) == ("t.csv", "traffic", now, 2)
    imports.sweep(paths.staging, now + timedelta(days=DRAFT_DAYS))
    again = imports.resume(book, draft.path)
    assert again.unticked == {keys[0]}
    assert (again.columns, again.counts, again.rows) == (
        preview.columns,
        preview.counts,
        preview.rows,
    )
    imports.commit(book, again, skip_revised=again.unticked, now=now)
    assert list(book.reader.traffic.series("spend", "day").values) == [100, 200]
    assert imports.drafts(paths.staging) == ()
    imports.sweep(paths.staging, now)
    assert list(paths.staging.iterdir()) == []


def test_drafts_that_are_old_damaged_or_dropped_go(book, paths, now):
    old = imports.preview(book, pasted("any"), kind="any", staging=paths.staging, now=now)
    new = imports.preview(book, pasted("funds"), staging=paths.staging, now=now + timedelta(days=1))
    timeless = imports.preview(book, pasted("funds"), staging=paths.staging)
    (paths.staging / "half.staging").write_bytes(b"nothing of ours")
    found = imports.drafts(paths.staging)
    assert [d.path for d in found] == [new.staging, old.staging, timeless.staging]
    imports.sweep(paths.staging, now + timedelta(days=DRAFT_DAYS, hours=1))
    assert {d.path for d in imports.drafts(paths.staging)} >= {new.staging}
    assert not old.staging.exists()
    assert not (paths.staging / "half.staging").exists()
    imports.discard(found[0])
    imports.drop(timeless)
    assert imports.drafts(paths.staging) == ()


def test_what_a_draft_holds_is_no_secret_of_buyers(book, paths, now):
    preview = imports.preview(book, pasted("orders"), staging=paths.staging, now=now)
    with closing(sqlite3.connect(preview.staging)) as file:
        facts = dict(file.execute("SELECT key, value FROM fact"))
    assert json.loads(facts["unticked"]) if "unticked" in facts else True
    assert "张三" not in repr(facts)
