"""Headers as real files have them: far down, wrapped, guarded, in two lines."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import Source
from ksdesk.importers import open_table
from ksdesk.importers.files import heading
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


# ---- line by line

KNOWN = frozenset(("日期", "花费", "订单数", "点赞数", "GMV")).__contains__


def found(*lines, known=KNOWN):
    return heading.find([(n, line.split(",")) for n, line in enumerate(lines, 1)], known)


def where(*lines):
    head = found(*lines)
    return head.line, ",".join(head.labels)


@pytest.mark.parametrize(
    ("lines", "line", "labels"),
    [
        (["日期,花费", "2026-04-15,1"], 1, "日期,花费"),
        (["报表,,", "日期,花费,x", "2026-04-15,1,2"], 2, "日期,花费,x"),
        (["a,b", "1,2"], 1, "a,b"),
        (["报表", "", "a,b", "1,2"], 3, "a,b"),
        (["1,2", "3,4"], 0, ","),
        (["1,2,", "3,4,5"], 0, ",,"),
        (["a,b,c", "d,e,f", "g,h,i"], 1, "a,b,c"),
        (["只有一列", "x"], 1, "只有一列"),
        ([""], 0, ""),
        ([], 0, ""),
        # a title may have a known word beside what it tells
        (["日期,2026-04", "a,b", "1,2"], 1, "日期,2026-04"),
        (["日期", "a,b", "1,2"], 2, "a,b"),
        (["日期,花费,订单数,5", "a,b,c,d"], 1, "日期,花费,订单数,5"),
        (["日期,花费,5", "a,b,c"], 0, ",,"),
        # of lines known equally well the first, else the better one
        (["日期,花费", "日期,花费"], 1, "日期,花费"),
        (["日期,x", "日期,花费"], 2, "日期,花费"),
        # columns at the end that have cells, but no name
        (["日期,花费,,", "2026-04-15,1,2,3"], 1, "日期,花费,,"),
        (["日期,花费,,", "2026-04-15,1,2,"], 1, "日期,花费,"),
        (["日期,花费,,,", "2026-04-15,1,2,3,4"], 1, "日期,花费"),
        (["日期,花费", "2026-04-15,1,2"], 1, "日期,花费"),
        # years, months and days above figures
        (["品名,2024,2025", "果,1,2"], 1, "品名,2024,2025"),
        (["品名,2024,2025", "果,①,²"], 1, "品名,2024,2025"),  # digits that are no numbers
        (["品名,2024,2025", f"果,{'1' * 5_000},2"], 1, "品名,2024,2025"),
        (["品名,1990,2100", "果,1,2"], 1, "品名,1990,2100"),
        (["品名,1989,2101", "果,1,2"], 0, ",,"),
        (["品名,2024", "果,1"], 0, ","),
        (["2023,2024,2025", "果,1,2"], 0, ",,"),
        ([",2024,2025", "果,1,2"], 0, ",,"),
        (["品名,2024,2024", "果,1,2"], 0, ",,"),
        (["品名,2024,2025", "果,2024,2"], 0, ",,"),
        (["品名,2024,5", "果,1,2"], 0, ",,"),
        (["品名,2024,2025"], 1, "品名,2024,2025"),
        (["品名,x,2024,2025", "果,y"], 1, "品名,x,2024,2025"),
    ],
)
def test_which_line_is_the_header(lines, line, labels):
    assert where(*lines) == (line, labels)


@pytest.mark.parametrize(
    ("lines", "line", "labels"),
    [
        (["日期,流量,,成交", ",曝光,点击,GMV", "2026-04-15,1,2,3"], 2, "日期,曝光,点击,GMV"),
        (
            ["品名,一季,,二季,", ",销,退,销,退", "果,1,2,3,4"],
            2,
            "品名,一季 销,一季 退,二季 销,二季 退",
        ),
        (["品名,一季,,二季,", ",销,退,售,还", "果,1,2,3,4"], 2, "品名,销,退,售,还"),
        (["品名,一季,,二季,", "名,销,退,销,退", "果,1,2,3,4"], 2, "名,销,退,销,退"),
        (["日期,一季,,x", "日期,销,退,花费", "2026-04-15,1,2,3"], 2, "日期,销,退,花费"),
        (["一季,,二季,", "销,退,销,退", "1,2,3,4"], 2, "销,退,销,退"),
        (["日期,流量,,成交", "5,曝光,点击,GMV", "2026-04-15,1,2,3"], 1, "日期,流量,,成交"),
        (["日期,流量", ",GMV", "2026-04-15,1"], 1, "日期,流量"),
    ],
)
def test_a_header_of_two_lines(lines, line, labels):
    assert where(*lines) == (line, labels)


def test_how_surely_a_header_is_one():
    head = found("报表", "日期,花费,x", "1,2,3", "4,5,6", "7,8")
    assert (head.known, head.fitting) == (2, 3)
    head = found("a,b", "1,2")
    assert (head.known, head.fitting) == (0, 2)
    assert found("x", "y").fitting == 0


def test_only_the_first_labels_of_a_very_wide_line_tell():
    wide = ",".join(["日期", *(f"c{n}" for n in range(298)), "花费", "订单数"])
    assert found(wide).known == 2


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("5", True),
        ("-5.5", True),
        ("(5)", True),
        ("¥1,234", True),
        ("5%", True),
        ("5 万", True),
        ("'5", True),
        ("2026-04-15", True),
        ("2026年4月15日", True),
        ("20260415", True),
        ("10:20", True),
        ("10:20:30", True),
        ("2026-04-15 10:20", True),
        ("", False),
        ("5斤", False),
        ("a5", False),
        ("2026-04", False),
        ("10:2", False),
        ("202604155", True),
    ],
)
def test_what_is_taken_for_a_figure(cell, figure):
    assert heading.is_figure(cell) == figure


@pytest.mark.parametrize(
    ("sizes", "taken"),
    [
        ([1] * 400, 305),
        ([1] * 300, 300),
        ([2_000] * 400, 65),
        ([1_000] * 400, 101),
        ([100_001] + [1] * 400, 65),
        ([100_000] + [0] * 400, 305),
    ],
)
def test_how_many_lines_a_header_is_looked_for_in(sizes, taken):
    assert heading.top(iter(sizes), int) == sizes[:taken]


@pytest.mark.parametrize(
    ("above", "labels", "line"),
    [
        (59, "日期,x", 60),
        (60, "日期,花费", 0),
        (60, "日期,花费,订单数", 61),
        (299, "日期,花费,订单数", 300),
        (300, "日期,花费,订单数", 0),
    ],
)
def test_how_far_down_a_header_may_be(above, labels, line):
    """A far one needs three known labels."""
    head = found(*["说明"] * above, labels, "2026-04-15,1,2")
    assert (head.line if head.known else 0) == line


def test_groups_may_stand_above_their_columns_alone():
    """花费 of the second group was the own figure of nobody knows what."""
    rows = ",,直播,,短视频,\n日期,店铺,花费,订单数,花费,订单数\n2026-04-05,甲,1,2,3,4\n"
    table = opened(rows)
    assert table.header == (
        "日期",
        "店铺",
        *(f"{g} {c}" for g in ("直播", "短视频") for c in ("花费", "订单数")),
    )
    title = opened("某店,,数据日报,,,\n日期,店铺,花费,订单数,花费,订单数\n2026-04-05,甲,1,2,3,4\n")
    assert title.header == ("日期", "店铺", "花费", "订单数", "花费", "订单数")
    wider = opened("某店,,,,数据日报\n日期,花费,订单数\n2026-04-05,1,2\n")
    assert wider.header == ("日期", "花费", "订单数")
