"""A table whose lines are one cell each is the table that stands in them."""

from __future__ import annotations

import pytest
from made_sheets import xlsx

from ksdesk.domain.imports import Source
from ksdesk.importers import open_table

LINES = (
    *("订单号,订单创建时间,实付款,商品名称", '1,2026-04-15 10:00:00,5,"柿饼, 5斤"'),
    *("2,2026-04-15 11:00:00,6,杯子", "3,2026-04-15 12:00:00,7,杯子"),
)
HEADER = ("订单号", "订单创建时间", "实付款", "商品名称")
ROWS = [["1", "2026-04-15 10:00:00", "5", "柿饼, 5斤"], ["2", "2026-04-15 11:00:00", "6", "杯子"]]


def quoted(line):
    doubled = line.replace('"', '""')
    return f'"{doubled}"'


def of_text(lines, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("\r\n".join(lines) + "\r\n", "gb18030", newline="")
    return open_table(path)


@pytest.mark.parametrize("end", ["", ",,,", ";", ";;", "\t\t", " "])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_lines_that_are_quoted_whole(tmp_path, sign, end):
    if sign != ",":
        lines = [line.replace("柿饼, 5", "柿饼. 5").replace(",", sign) for line in LINES]
    else:
        lines = list(LINES)
    table = of_text([quoted(line) + end for line in lines], tmp_path)
    assert (table.header_line, table.header) == (1, HEADER)
    assert [row[:3] for row in table.rows][:2] == [row[:3] for row in ROWS]
    pasted = Source("a", text="\n".join(map(quoted, lines)))
    assert open_table(pasted).header == HEADER


@pytest.mark.parametrize("above", [[], ["某店订单"], ["某店订单", ""]])
def test_a_workbook_that_did_not_part_its_lines(tmp_path, above):
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(甲=[[line] for line in (*above, *LINES, "合计")]))
    table = open_table(path)
    assert (table.header_line, table.header) == (len(above) + 1, HEADER)
    assert list(table.rows) == [*ROWS, ["3", "2026-04-15 12:00:00", "7", "杯子"], ["合计"]]
    assert [number for numbers, _rows in table.chunks() for number in numbers] == [
        *range(len(above) + 2, len(above) + 6)
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ['"备注"', '"要红的, 快点"', '"发顺丰, 谢谢"', '"好, 的"'],
        ['"备注"', '"要红的"', '"发顺丰, 谢谢"', '"好, 的, 吧"'],
        ['"关键词"', '"杯子"', '"柿饼"'],
        ['"1,2"'],
    ],
)
def test_a_column_of_remarks_stays_one(tmp_path, lines):
    assert len(of_text(lines, tmp_path).header) == 1


def test_a_cell_beyond_all_bounds_is_one(tmp_path):
    long = "9" * 140_000
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(甲=[[line] for line in (*LINES, f"4,{long}")]))
    assert len(list(open_table(path).rows)) == 4
