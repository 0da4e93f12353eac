"""Rows to rows of the book: their keys, those that are refused, and what is told of them."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import Source
from ksdesk.importers import open_table
from ksdesk.importers.kinds import BY_CODE


def plan_of(text, kind="traffic"):
    table = open_table(text if isinstance(text, Source) else Source("x", text=text))
    return BY_CODE[kind].plan(table, BY_CODE[kind].columns(table.header, table.sample), "表")


def read(text, kind="traffic"):
    plan = plan_of(text, kind)
    chunks = list(plan.chunks())
    fields = ("line", "key", *plan.fields)
    rows = [dict(zip(fields, row, strict=True)) for chunk in chunks for row in chunk.rows()]
    return rows, [r for chunk in chunks for r in chunk.refused]


def key_of(cell, label="渠道ID"):
    ((row,), _) = read(f"日子\t品名\t{label}\n2026-04-15\t甲\t{cell}\n", "any")
    return dict(part.split("=") for part in row["key"].split("|") if "=" in part)[label]


@pytest.mark.parametrize(
    ("cell", "again"),
    [
        ("007", "7"),
        ("38.0", "38"),
        ("a|b", "a¦b"),
        ("9:05", "09:05"),
        ("09:05:30", "09:05"),
        ("2026/4/5 10:20:30", "2026-04-05 10:20"),
        ("2026-04-05 00:00:00", "2026-04-05"),
        ("2026-04-05 00:00", "2026-04-05"),
        ("甲", "甲"),
        ("38.5", "38.5"),
        ("2026-13-45", "2026-13-45"),
        ("000", ""),
    ],
)
def test_a_key_stays_when_its_table_is_saved_again(cell, again):
    """Programs drop zeros, seconds and the spelling of days."""
    assert key_of(cell) == again
    if "|" not in cell:
        assert key_of(again) == again


@pytest.mark.parametrize(
    ("spans", "taken"),
    [
        (["01~2026-04-07", "08~2026-04-14", "01~2026-04-13"], 3),  # twelve days are twice six
        (["01~2026-04-07", "08~2026-04-14", "01~2026-04-14"], 2),
        (["01", "01~2026-04-02"], 1),  # beside days a span is their total
        (["01", "02", "01~2026-04-02"], 2),
        (["01~2026-04-30"], 1),
    ],
)
def test_a_span_of_more_than_two_of_the_others_is_their_total(spans, taken):
    rows, refused = read("日期,花费\n" + "".join(f"2026-04-{span},1\n" for span in spans))
    assert len(rows) == taken
    assert [r.reason for r in refused] == ["total_line"] * (len(spans) - taken)


def test_what_is_refused_is_named_by_line_column_and_cell():
    long = "x" * 200
    rows, refused = read(f"日期,花费,涨粉数\n2026-04-15,{long},1\n2026-04-16,1,{long}\n\n坏,1,1\n")
    assert rows == []
    assert [(r.line, r.column, r.value, r.reason) for r in refused] == [
        (2, "花费", "x" * 80, "bad_money"),
        (3, "涨粉数", "x" * 80, "bad_count"),
        (5, "日期", "坏", "bad_day"),
    ]


def test_of_two_faults_the_first_column_is_named_unless_a_line_is_none():
    _rows, refused = read("日期,花费,计划名称\n2026-04-15,坏,甲\n坏,坏,甲\n坏,1,合计\n")
    assert [(r.column, r.reason) for r in refused] == [
        ("花费", "bad_money"),
        ("日期", "bad_day"),
        ("计划名称", "total_line"),
    ]


@pytest.mark.parametrize(("at", "label"), [(0, "日期"), (1, "花费"), (2, "备注")])
def test_bytes_that_fit_no_encoding_refuse_their_row(tmp_path, at, label):
    cells = [b"2026-04-16", b"1", "好吃".encode()]
    cells[at] += b"\xff"
    lines = [
        "日期,花费,备注".encode(),
        *["2026-04-15,1,直播间的老铁".encode()] * 9,
        b",".join(cells),
    ]
    path = tmp_path / "x.csv"
    path.write_bytes(b"\n".join(lines))
    rows, refused = read(Source("x", path))
    assert len(rows) == 9
    assert [(r.line, r.column, r.reason) for r in refused] == [(11, label, "bad_bytes")]
    assert refused[0].value == cells[at].decode(errors="replace")


def test_a_short_row_is_filled_up_and_blank_ones_are_none():
    rows, refused = read("日期,花费,涨粉数,点赞数\n2026-04-15,1\n,,,\n \t,,,\n2026-04-16,1,2,3\n")
    assert [(row["line"], row["new_fans"]) for row in rows] == [(2, None), (5, 2)]
    assert refused == []


ORDER = "订单号\t订单创建时间\t实付款\t订单备注\t收货人姓名\n"


def test_a_buyers_name_is_in_no_text_of_its_row():
    """Nor in what is told of a row that is refused."""
    one, two = "7\t2026-04-15\t5\t给欧阳娜娜的柿饼\t欧阳娜娜\n", "8\t2026-04-15\t5\t好吃\t王小明\n"
    rows, refused = read(ORDER + one + two, "orders")
    assert refused == []
    assert "欧阳娜娜" not in str(rows[0])
    assert "柿饼" in str(rows[0])
    good = "".join(f"{n}\t2026-04-15\t5\t\t王小明\n" for n in range(10, 40))
    bad = "7\t2026-04-15\t欧阳娜娜\t\t欧阳娜娜\n8\t2026-04-15\tx王小明\t\t王小明\n"
    _rows, refused = read(ORDER + good + bad, "orders")
    assert [r.reason for r in refused] == ["bad_money"] * 2
    assert "欧阳娜娜" not in str(refused)
    assert "王小明" not in str(refused)


def test_each_row_has_the_hash_of_its_buyer():
    lines = (
        f"{n}\t2026-04-15\t5\t{buyer}\n" for n, buyer in enumerate(("b12345", "b12345", ""), 1)
    )
    header = "订单号\t订单创建时间\t实付款\t买家ID\n"
    found = open_table(Source("x", text=header + "".join(lines)))
    plan = BY_CODE["orders"].plan(found, BY_CODE["orders"].columns(found.header, found.sample))
    plan.know_buyers(b"key")
    (chunk,) = plan.chunks()
    one, two, three = (row[-1] for row in chunk.rows())
    assert one == two and len(one) == 32
    assert three is None
    assert len(plan.fields) == len(chunk.columns)


def test_a_table_without_a_time_has_rows_only_where_none_is_needed():
    assert read("计划名称,花费\n甲,1\n") == ([], [])
    rows, _ = read("品名,数量\n甲,1\n", "any")
    assert [row["time"] for row in rows] == [0]


def test_own_figures_and_marks_are_kept_by_their_labels():
    text = "日期,乙,甲,备注\n2026-04-15,2.5,1,\n2026-04-16,,,好\n2026-04-17,,,\n"
    rows, _ = read(text)
    assert [row["extra"] for row in rows] == ['{"乙":2.5,"甲":1.0}', None, None]
    assert [row["marks"] for row in rows] == [None, '{"备注":"好"}', None]
