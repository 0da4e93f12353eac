"""Nothing of a buyer reaches the book, a staging file, a mapping or a draft, in any kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ksdesk.actions import imports
from ksdesk.domain.imports import Source

SECRETS = (
    *("王小明", "李雷雷", "13812345671", "13912345672", "小鱼儿99", "大树88", "人民路12号"),
    *("文三路34号", "xiaoyu_wx", "11010519491231002X", "029-88880000"),
)
PERSONAL = ("收货信息", "买家昵称", "客户姓名", "Phone", "去向", "备用号", "微信", "证件", "给谁")
BUYERS = (
    "王小明 13812345671,小鱼儿99,王小明,13812345671,陕西省西安市雁塔区人民路12号,"
    "13812345671,xiaoyu_wx,110105/19491231/002X,王小明",
    "李雷雷 13912345672,大树88,李雷雷,13912345672,浙江省杭州市西湖区文三路34号,"
    "029-88880000,xiaoyu_wx,11010519491231002X,李雷雷",
)
NOTES = ("电话13812345671，王小明收，人民路12号", "联系人：李雷雷 微信xiaoyu_wx")
KINDS = {
    "orders": ("订单号,订单创建时间,实付款,订单备注", ("1,2026-04-15,5", "2,2026-04-16,6")),
    "settlements": ("订单号,实际结算时间,实际结算金额,备注", ("1,2026-04-15,5", "2,2026-04-16,6")),
    "movements": (
        "账务流水号,入账时间,账务方向,发生额,备注",
        ("1,2026-04-15,收,5", "2,2026-04-16,支,6"),
    ),
    "insurance": (
        "收费编号,订单编号,生效时间,服务费用,备注",
        ("1,1,2026-04-15,5", "2,2,2026-04-16,6"),
    ),
    "funds": ("日期,总花费,日终结余,备注", ("2026-04-15,5,1", "2026-04-16,6,2")),
    "aftersales": (
        "售后单号,订单编号,退款金额,售后状态,申请时间,退款说明",
        ("1,1,5,售后成功,2026-04-15", "2,2,6,售后关闭,2026-04-16"),
    ),
    "traffic": ("日期,计划Id,花费,备注", ("2026-04-15,7,5", "2026-04-16,8,6")),
    "products": ("商品名称,价格,库存,备注", ("柿饼,5,1", "苹果,6,2")),
    "any": ("日期,主播,场次,备注", ("2026-04-15,甲,5", "2026-04-16,乙,6")),
}


def table(kind: str) -> str:
    header, rows = KINDS[kind]
    lines = [",".join((header, *PERSONAL))]
    for row, note, buyer in zip(rows, NOTES, BUYERS, strict=True):
        lines.append(",".join((row, f'"{note.replace(",", "，")}"', buyer)))
    return "\n".join(lines) + "\n"


def found_in(folder) -> set[str]:
    """The secrets that stand in any file of a folder, byte by byte."""
    held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    plain = held.replace(b"/", b"").replace(b"_", b"_")
    return {secret for secret in SECRETS if secret.encode() in held or secret.encode() in plain}


@pytest.mark.parametrize("kind", KINDS)
def test_no_byte_of_a_buyer_is_kept(book, paths, now, kind):
    """51 of 68 tried column names leaked, into the book, the mapping and the staging file."""
    source = Source("13812345671 的订单.csv", text=table(kind))
    seen = imports.preview(book, source, kind=kind, title="表", staging=paths.staging, now=now)
    assert seen.counts.new == 2 and seen.counts.refused == 0
    assert {c.label for c in seen.columns if c.why == "private"} == set(PERSONAL)
    assert not any(secret in repr(seen.columns) + repr(seen.rows) for secret in SECRETS)
    imports.commit(book, seen, now=now)
    batch = book.reader.batches.last()
    assert batch is not None and not any(column.samples for column in batch.columns)
    known = book.reader.batches.mapping(kind, [c.label for c in seen.columns])
    assert known and not any(column.samples for column in known.values())
    imports.undo(book, batch.id, now)
    assert found_in(paths.data) == set()


def test_no_mapping_brings_a_buyer_in(book, paths, now):
    """Neither one of the seller's nor one of an older version."""
    source = Source("a.csv", text=table("orders"))
    first = imports.preview(book, source, kind="orders", staging=paths.staging)
    forced = [replace(c, role=f"note:{c.label}", why="named") for c in first.columns[4:]]
    forced = [*first.columns[:4], *forced]
    seen = imports.preview(book, source, kind="orders", mapping=forced, staging=paths.staging)
    imports.commit(book, seen, now=now)
    assert {c.label for c in seen.columns if c.why == "private"} == set(PERSONAL)
    assert found_in(paths.data) == set()


def test_what_cannot_be_read_is_told_without_the_buyer(book, paths):
    text = table("orders") + "3,不是日期,5,找李雷雷 13912345672," + BUYERS[1] + "\n"
    text += "4,2026-04-17,x,无," + BUYERS[0] + ",13812345671" + "\n"
    seen = imports.preview(book, Source("a.csv", text=text), kind="orders", staging=paths.staging)
    assert len(seen.refused) == 2
    assert not any(secret in repr(seen.refused) for secret in SECRETS)
    assert found_in(paths.data) == set()


def test_a_buyer_named_in_another_column_leaves_the_notes_too(book, paths, now):
    """给王小明 beside 收货人 王小明, and the same row with its cells shifted."""
    rows = (
        "订单号,订单创建时间,实付款,订单备注,收货人,收货人手机",
        "1,2026-04-15,5,给王小明的贺卡,王小明,13812345671",
        "2,2026-04-16,6,李雷雷要红色,李雷雷,13912345672",
        "3,王小明,6,无,王小明,13812345671",
        "4,2026-04-16,李雷雷,无,李雷雷,13912345672",
    )
    source = Source("a.csv", text="\n".join(rows))
    seen = imports.preview(book, source, kind="orders", staging=paths.staging)
    assert (seen.counts.new, seen.counts.refused) == (2, 2)
    imports.commit(book, seen, now=now)
    assert found_in(paths.data) == set()
    names, kept = book.reader.records.rows("orders")
    assert {row[names.index("order_note")] for row in kept} == {"给***的贺卡", "***要红色"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "13812345671.csv",
        "王小明的订单.csv",
        "李雷雷_13912345672.csv",
        "11010519491231002X.csv",
        "找王小明 13812345671.csv",
    ],
)
@pytest.mark.parametrize("kind", ["orders", "any", "products"])
def test_a_file_named_after_a_buyer_leaves_no_name(book, paths, now, tmp_path, name, kind):
    """The draft kept where the file lay, and an own table was called like it."""
    for folder in (tmp_path, tmp_path / name.partition(".")[0]):
        folder.mkdir(exist_ok=True)
        file = folder / name
        file.write_text(table(kind), encoding="utf-8")
        seen = imports.preview(book, file, kind=kind, staging=paths.staging, now=now)
        assert found_in(paths.data) == set()
        (draft,) = imports.drafts(paths.staging)
        again = imports.resume(book, draft.path, now=now)
        assert again.counts == seen.counts and again.source.path is None
        imports.commit(book, again, now=now)
        assert found_in(paths.data) == set()
        imports.undo(book, book.reader.batches.last().id, now)
        imports.drop(again)


def test_a_file_with_an_everyday_name_is_read_again_from_its_place(book, paths, now, tmp_path):
    file = tmp_path / "订单20260415-20260416.csv"
    file.write_text(table("orders"), encoding="utf-8")
    seen = imports.preview(book, file, kind="orders", staging=paths.staging, now=now)
    again = imports.resume(book, seen.staging, now=now)
    assert (again.source.name, again.source.path) == (file.name, file)


def test_a_label_that_is_a_buyer_is_not_remembered(book, paths, now):
    rows = (
        "订单号,订单创建时间,实付款,王小明,联系13912345672",
        "1,2026-04-15,5,李雷雷,13912345672",
        "2,2026-04-16,5,王小明,13812345671",
    )
    source = Source("a.csv", text="\n".join(rows))
    seen = imports.preview(book, source, kind="orders", staging=paths.staging, now=now)
    assert seen.counts.new == 2 and [c.why for c in seen.columns[3:]] == ["private"] * 2
    imports.commit(book, seen, now=now)
    assert found_in(paths.data) == set()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("label", ["备注", "描述", "ID", "备注2", "其他"])
def test_nothing_but_telephones_are_kept_under_no_label(book, paths, now, kind, label):
    """Digits of one length were the number of something, and a note of them was not blotted."""
    header, rows = KINDS[kind]
    header = header.replace("备注", "标记")
    lines = [f"{header},{label}"]
    for row, phone in zip(rows, ("13812345671", "13912345672"), strict=True):
        lines.append(f"{row},,{phone}")
    source = Source("a.csv", text="\n".join(lines))
    seen = imports.preview(book, source, kind=kind, title="表", staging=paths.staging, now=now)
    assert seen.counts.new == 2
    imports.commit(book, seen, now=now)
    assert found_in(paths.data) == set()
