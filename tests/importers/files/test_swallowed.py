"""Each line of a file becomes a row or is named: no mark and no blank line swallows any."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.imports import Source
from ksdesk.importers import open_table
from ksdesk.importers.files.quoting import settled
from ksdesk.importers.kinds import BY_CODE

CELL = st.text('ab ,;\t"\n5寸', max_size=8)


def rows_of(text, kind="any"):
    table = open_table(Source("x.csv", text=text))
    plan = BY_CODE[kind].plan(table, BY_CODE[kind].columns(table.header, table.sample), "own")
    chunks = list(plan.chunks())
    taken = [line for chunk in chunks for line in chunk.lines]
    named = {one.line: one.reason for chunk in chunks for one in chunk.refused}
    return taken, named


def read(text, width=0, delimiter=","):
    lines = io.StringIO(text, newline="")
    return list(csv.reader(settled(lines, delimiter, width), delimiter=delimiter))


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=6), st.sampled_from(",\t;"))
def test_what_csv_writes_is_read_as_before(rows, delimiter):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    assert read(out.getvalue(), 2, delimiter) == rows


@given(st.text('a",\n5', max_size=90), st.integers(20, 40))
def test_how_many_plain_lines_stand_above_changes_nothing(text, above):
    assert read("a,5\n" * above + text, 2)[above:] == read(text, 2)


@given(st.text('a",\n\r5', max_size=60), st.integers(0, 4))
def test_no_text_loses_a_line(text, width):
    lines = io.StringIO(text, newline="").readlines()
    assert len(list(settled(lines, ",", width))) == len(lines)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ('1,"爆款,3\n4,5,6\n', ["1", '"爆款', "3"], ["4", "5", "6"]),
        ('"爆款,2,3\n"小,5,6\n4,5,6\n', ['"爆款', "2", "3"], ["4", "5", "6"]),
        ('1,"爆款,3\n4,小果",6\n', ["1", '"爆款', "3"], ["4", '小果"', "6"]),
        ('1,"爆款,3\n4,"小果",6\n', ["1", '"爆款', "3"], ["4", "小果", "6"]),
        ('1,"爆款,3\n4,,6\n7,小",9\n', ["1", '"爆款', "3"], ["7", '小"', "9"]),
        ('1,5" 锅,"大\n4,5,6\n', ["1", '5" 锅', '"大'], ["4", "5", "6"]),
        ('1,"5"" 锅",3\n4,5,6\n', ["1", '5" 锅', "3"], ["4", "5", "6"]),
        ('1,"大"果,3\n4,5,6\n', ["1", '"大"果', "3"], ["4", "5", "6"]),
        ('1,"两\n行",3\n4,5,6\n', ["1", "两\n行", "3"], ["4", "5", "6"]),
        ('"两, 三\n行",2,3\n4,5,6\n', ["两, 三\n行", "2", "3"], ["4", "5", "6"]),
        ('1,2,"好\n\n吃"\n4,5,6\n', ["1", "2", "好\n\n吃"], ["4", "5", "6"]),
    ],
)
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_an_open_mark_takes_no_line_below(text, first, last, delimiter):
    text = f"a,b,c\n{text}".replace(",", delimiter)
    table = open_table(Source("x.csv", text=text))
    rows = list(table.rows)
    assert (rows[0], rows[-1]) == ([cell.replace(",", delimiter) for cell in first], last)
    assert [line for numbers, _rows in table.chunks() for line in numbers][-1] == text.count("\n")


def test_an_open_mark_above_the_header_and_in_many_lines():
    text = '"报表\n日期,花费\n' + '2026-04-15,"1\n' * 3_000
    table = open_table(Source("x.csv", text=text))
    assert (table.header_line, table.header) == (2, ("日期", "花费"))
    assert len(list(table.rows)) == 3_000


WIDE = "品名,类别,产地,数量\n红富士,水果,洛川,10\n"


@pytest.mark.parametrize(
    ("below", "named"),
    [
        ("柿饼,干果,富平,5,6,7,8\n", {3: "too_many_cells"}),
        ("柿饼,干果,富平,5,,,\n", {}),
        ("柿饼,干果,富平\n", {}),
        ("柿饼\n核桃,坚果,商洛,6\n", {3: "too_few_cells"}),
        ("柿饼,干\n果,富平,5\n核桃,坚果,商洛,6\n", {3: "too_few_cells", 4: "too_few_cells"}),
        ("柿饼,干果,富\n\n平,5\n", {3: "too_few_cells", 5: "too_few_cells"}),
        ('柿饼,"干果,富平,5"\n', {3: "too_few_cells"}),
        ('柿饼,"干果",富平,"5\n', {}),
    ],
)
def test_a_row_of_another_width_is_taken_or_named(below, named):
    """Half a line came in without its figures, and a mark took the cells beside it."""
    taken, refused = rows_of(WIDE + below)
    assert refused == named
    lines = (WIDE + below).splitlines()[1:]
    filled = {number for number, line in enumerate(lines, 2) if line.strip()}
    assert filled == {*taken, *named}
    taken, refused = rows_of(WIDE + below, "products")
    assert filled == {*taken, *refused}


@pytest.mark.parametrize(
    "text",
    [
        "品名,类别,数量\n红富士,水果,10\n\n冰糖橙,水果,无\n柿饼,干果,5\n",
        "品名,类别,数量\n红富士,水果,10\n\n\n冰糖橙,水果,\n柿饼,干果,5\n",
        "品名,类别,数量\n红富士,水果,10\n干果类\n柿饼,干果,无\n核桃,坚果,6\n",
        "品名,类别,数量\n红富士,水果,10\n,,\n冰糖橙,水果,无\n,,\n柿饼,干果,5\n",
    ],
)
def test_a_blank_line_ends_no_table(text):
    table = open_table(Source("x.csv", text=text))
    assert table.parts == ()
    taken, named = rows_of(text)
    filled = {n for n, line in enumerate(text.splitlines(), 1) if line.strip(",")} - {1}
    assert {*taken, *named} == filled
    assert set(named.values()) <= {"too_few_cells"}


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ('1,2,"好\n吃",4\n', 4, [["1", "2", "好\n吃", "4"]]),
        ('1,2,"a\n5,6\nb",4\n', 4, [["1", "2", "a\n5,6\nb", "4"]]),
        ('1,2,3,"a\n5,6,7,8\nb"\n', 4, [["1", "2", "3", '"a'], ["5", "6", "7", "8"], ['b"']]),
        ('1,2,"a\n5,6,7\nb"\n', 3, [["1", "2", "a\n5,6,7\nb"]]),
        ('1,2,"a\n5,6,b"\n', 3, [["1", "2", '"a'], ["5", "6", 'b"']]),
        ('1,"a\n5,b"\n', 2, [["1", "a\n5,b"]]),
    ],
)
def test_a_cell_of_several_lines_is_one_unless_they_are_rows_by_themselves(text, width, rows):
    assert read(text, width) == rows


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"爆款 5"",水果', ['"爆款 5""', "水果"]),  # open from the first mark of the line on
        ('1,"爆款 5""锅', ["1", '"爆款 5""锅']),
        ('"爆款,""水果', ['"爆款', '""水果']),
        ('"大果",5,"爆款', ["大果", "5", '"爆款']),  # what is closed before it stays a cell
    ],
)
def test_a_short_row_is_plain_text_from_the_mark_that_closes_nowhere(line, cells):
    assert read(f"{line}\n4,5,6,7\n", 4) == [cells, ["4", "5", "6", "7"]]


def test_a_comma_within_a_cell_moves_no_cells(tmp_path):
    """The last column was empty, so the row had room for one more: the note became the name."""
    path = tmp_path / "orders.csv"
    header = "订单号,订单创建时间,实付款,商品名称,买家留言"
    rows = [f"24100{n},2026-04-15,1,柿饼," for n in range(4)]
    path.write_text("\n".join([header, *rows, "241009,2026-04-15,1,红枣,大,", ""]), "utf-8")
    table = open_table(path)
    found = list(table.rows)
    assert table.misfits(found) == {4: ("241009", "too_many_cells")}
    path.write_text("\n".join([header, *(f"{row}," for row in rows), ""]), "utf-8")
    table = open_table(path)
    assert table.misfits(list(table.rows)) == {}  # each line of some programs ends in a comma
