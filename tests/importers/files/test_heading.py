"""Headers as real files have them: far down, wrapped, guarded, in two lines."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import Source
from ksdesk.importers import open_table
from ksdesk.importers.files.heading import is_figure
from ksdesk.importers.kinds import BY_CODE, recognise
from ksdesk.importers.names import plain, unit_of

ORDER = "订单号,订单创建时间,订单状态,实付款"
ROW = "2404123456789001,2026-04-05 10:20:30,完成,59.90"


def opened(text):
    return open_table(Source("x.csv", text=text))


@pytest.mark.parametrize("lines", [1, 20, 24, 40, 55, 60, 61, 90, 299])
def test_a_header_below_many_lines(lines):
    above = "".join(
        ("-" * 60, f"第{n}行：说明", f"共{n}笔,合计{n}.00元", "起始时间：[2026-04-01 00:00:00]")[
            n % 4
        ]
        + "\n"
        for n in range(lines)
    )
    table = opened(f"{above}{ORDER}\n{ROW}\n")
    assert (table.header_line, table.header) == (lines + 1, tuple(ORDER.split(",")))
    assert list(table.rows) == [ROW.split(",")]


@pytest.mark.parametrize(
    "guard",
    [
        '="{}"',
        "\ufeff{}",
        "\ufeff\ufeff{}",
        "'{}",
        "{}\t",
        "\t{}\t",
        "{}\u200b",
        " {} ",
        '"{}\n"',
        "*{}",
        "{}（必填）",
        "{}(选填)",
        "{}【必填】",
        '"{}\n（必填）"',
        "{}：",
    ],
)
def test_labels_are_known_through_what_guards_them(guard):
    header = ",".join(guard.format(label) for label in ORDER.split(","))
    table = opened(f"{header}\n{ROW}\n")
    kind = recognise(table)
    assert kind is BY_CODE["orders"]
    assert [c.role for c in kind.columns(table.header, table.sample)] == [
        "identity:order_no",
        "time",
        "identity:status",
        "measure:paid",
    ]


@pytest.mark.parametrize("marks", [1, 2, 3])
def test_marks_of_the_encoding_before_a_quoted_label(marks):
    """The second one made the quotation marks a part of the label."""
    quoted = ",".join(f'"{label}"' for label in ORDER.split(","))
    mark = "\ufeff" * marks
    table = opened(f"{mark}{quoted}\n{ROW}\n{mark}{ROW}\n")
    assert table.header == tuple(ORDER.split(","))
    assert list(table.rows) == [ROW.split(","), ROW.split(",")]


def test_several_things_in_the_brackets_of_a_label():
    """价格（必填，元） was no price."""
    for label in ("价格（必填，元）", "价格(元/必填)", "*价格【必填、元】", "价格（元）（必填）"):
        assert (plain(label), unit_of(label)) == ("价格", "yuan"), label
    assert plain("数量（单，盒）") == "数量(单,盒)"


def test_figures_are_told_from_labels_that_begin_with_digits():
    for label in (
        "1月",
        "3日GMV",
        "7天退货率",
        "5斤装",
        "2026年",
        "4月5日",
        "1号仓",
        "60秒播放",
        "花费",
    ):
        assert not is_figure(label), label
    for figure in (
        "1",
        "-3.5",
        "1,234.50",
        "¥12",
        "12%",
        "1.2万",
        "2026-04-05",
        "20260405",
        "10:20",
    ):
        assert is_figure(figure), figure
    assert plain("订单号（必填）") == plain("*订单号") == "订单号"
    assert plain("商品数量(件)") == "商品数量"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("品名,1月,2月", "红富士,10,20"),
        ("品名,2024,2025", "红富士,10,20"),
        ("品名,2026-04,2026-05", "红富士,10,20"),
        ("品名,4/1,4/2,4/3", "红富士,1,2,3"),
        ("7天销量,品名", "12,红富士"),
        ("品名,5斤,10斤", "红富士,29.9,"),
    ],
)
def test_a_header_of_labels_with_digits(header, row):
    table = opened(f"{header}\n{row}\n")
    assert (table.header_line, table.header) == (1, tuple(header.split(",")))
    assert len(list(table.rows)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "红富士,1,2\n冰糖橙,3,4\n",
        "2026-04-05,1\n2026-04-06,2\n",
        "红富士,2024,2025\n柿饼,2024,2026\n",
    ],
)
def test_rows_without_a_header(text):
    table = opened(text)
    assert table.header_line == 0
    assert len(list(table.rows)) == 2


TWO = [
    (
        "日期,直播,,短视频,\n,花费,订单数,花费,订单数",
        "日期|直播 花费|直播 订单数|短视频 花费|短视频 订单数",
    ),
    ("日期,流量,,成交\n,曝光数,点击数,GMV", "日期|曝光数|点击数|GMV"),
    ("日期,计划名称,流量,\n,,曝光数,点击数", "日期|计划名称|曝光数|点击数"),
    (
        "品名,一季度,,二季度,\n,销量,退货,销量,退货",
        "品名|一季度 销量|一季度 退货|二季度 销量|二季度 退货",
    ),
]


@pytest.mark.parametrize(("header", "labels"), TWO)
def test_a_header_in_two_lines(header, labels):
    width = labels.count("|") + 1
    first = "2026-04-05" if header.startswith("日期") else "红富士"
    rows = [[first, *"1234"[: width - 1]], [first, *"5678"[: width - 1]]]
    table = opened("\n".join([header, *map(",".join, rows)]) + "\n")
    assert (table.header_line, table.header) == (2, tuple(labels.split("|")))
    assert list(table.rows) == rows


@pytest.mark.parametrize(
    "title",
    [
        "店铺：柿子沟,导出：今天",
        "快手磁力金牛 组报表,,",
        "报表,,",
        "时间,2026-04",
        "统计时间：,2026-04-05",
    ],
)
def test_a_title_is_no_group(title):
    table = opened(f"{title}\n日期,花费,订单数\n2026-04-05,1,2\n")
    assert (table.header_line, table.header) == (2, ("日期", "花费", "订单数"))


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("日子\t,摘要\t,数\t\n2026-05-02\t,消费\t,12\t\n2026-05-03\t,退款\t,9\t\n", ","),
        ('日子,摘要\n2026-05-02 \t,"消 费 \t"\n2026-05-03 \t,退款\t\n', ","),
        ("日子\t摘要,说明\n2026-05-02\t消费,a\n2026-05-03\t退款\n", "\t"),
        ("日子;摘要\n2026-05-02;1,5\n2026-05-03;2,5\n", ";"),
    ],
)
def test_the_delimiter_is_what_makes_even_rows(text, delimiter):
    table = opened(text)
    assert table.delimiter == delimiter
    assert table.header[0] == "日子"
    assert len(list(table.rows)) == 2


@pytest.mark.parametrize("sign", ["|", "，"])
def test_what_else_parts_cells(sign):
    text = "订单号,订单创建时间,实付款\n1,2026-04-15,5\n2,2026-04-15,6\n".replace(",", sign)
    table = open_table(Source("x", text=text))
    assert (table.delimiter, table.header[0], len(next(table.rows))) == (sign, "订单号", 3)


def test_columns_without_a_name_at_the_end_are_columns():
    """Each line had more cells than the header, it seemed, and none came in."""
    text = "日期,花费(元),,订单数,\n2026-04-15,1,x,3,y\n2026-04-16,1,z,3,\n"
    table = open_table(Source("x", text=text))
    assert table.header == ("日期", "花费(元)", "", "订单数", "")
    assert table.misfits(list(table.rows)) == {}
    bare = open_table(Source("x", text="日期,花费(元),,,\n2026-04-15,1,,,\n"))
    assert bare.header == ("日期", "花费(元)")
