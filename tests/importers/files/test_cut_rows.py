"""Lines of text, their rows and numbers, and how long one may be."""

from __future__ import annotations

import csv
import io
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files import cut_rows
from ksdesk.importers.files.quoting import settled


def open_lines(text):
    return cut_rows.TextLines(io.StringIO(text, newline=""))


def lines(text):
    return list(open_lines(text))


@pytest.fixture(params=[1, 3, 100, 1 << 14])
def stretch(request, monkeypatch):
    """However many characters are looked at together."""
    monkeypatch.setattr(cut_rows, "_STRETCH", request.param)


@pytest.mark.parametrize("above", [0, 1, 31, 32, 33, 100])
def test_an_endless_line_is_told_by_its_number(monkeypatch, stretch, above):
    """What stands above it is read, line by line or cut into rows."""
    monkeypatch.setattr(cut_rows, "LONGEST_LINE", 10)
    assert lines("123456789\n"[1:] * (above + 1)) == ["23456789\n"] * (above + 1)
    endless = "ab\n" * above + "1234567890" * 5
    taken = []
    with pytest.raises(ImportProblem, match="line_too_long") as caught:
        for line in open_lines(endless):
            taken.append(line)
    assert (taken, caught.value.facts) == (["ab\n"] * above, {"line": above + 1})
    for text, rows in ((endless, above), (f'"\n"\n{endless}', above + 1)):
        taken = []
        with pytest.raises(ImportProblem, match="line_too_long") as caught:
            for cut in cut_rows.cuts(open_lines(text), ",", 1):
                taken += cut.rows
        assert (len(taken), caught.value.facts["line"]) == (rows, text.count("\n") + 1)


def test_marks_of_files_that_were_put_together(stretch):
    text = "\ufeffa,b\n1,2\n\ufeff\ufeffa,b\n\ufeff\n\ufeff"
    assert lines(text) == ["a,b\n", "1,2\n", "a,b\n", "\n"]
    assert lines("a\ufeff\n") == ["a\ufeff\n"]


@pytest.mark.parametrize(
    ("line", "left"), [(0, "abcd"), (1, "bcd"), (2, "cd"), (3, "d"), (4, "d"), (5, ""), (9, "")]
)
def test_what_stands_above_a_line_is_left_out(line, left):
    """The third row takes two lines."""
    text = 'a,1\nb,2\nc,"x\ny"\nd,4\n'
    chunks = list(cut_rows.chunks_below(line, open_lines(text), ",", 2))
    assert "".join(row[0] for _numbers, rows in chunks for row in rows) == left
    begins = dict(zip("abcd", (1, 2, 3, 5), strict=True))
    assert [number for numbers, _rows in chunks for number in numbers] == [*map(begins.get, left)]


@pytest.mark.parametrize(
    ("rows", "below", "numbers"),
    [
        ([["a"], ["b"], ["c"]], 14, [11, 12, 13]),
        ([["a", "x\ny"], ["b", ""]], 14, [11, 13]),
        ([["a", "x\r\ny\r\nz"], ["b", ""]], 15, [11, 14]),
        ([["a", "x\ry"], ["b", "x\ny"], ["c", ""]], 16, [11, 13, 15]),
        ([["x\n", "y\n"], ["b", ""]], 15, [11, 14]),
    ],
)
def test_each_row_has_the_line_that_it_begins_on(rows, below, numbers):
    assert cut_rows.Cut(11, below, rows).lines() == numbers
    ends = [number for number, _row in cut_rows.numbered([cut_rows.Cut(11, below, rows)])]
    assert ends == [number - 1 for number in (*numbers[1:], below)]


def test_rows_of_even_width_come_in_chunks_and_others_with_those_around_them():
    def sizes(rows):
        chunks = cut_rows.chunks_below(0, open_lines("".join(rows)), ",", 2)
        return [len(found) for _numbers, found in chunks]

    long = f"1,{'2' * 96}\n"
    even = sizes([long] * 600)
    assert sum(even) == 600 and all(0 <= size - cut_rows.CHUNK < 200 for size in even[:-1])
    assert sizes([long, "1\n", *[long] * 900]) == [902]
    assert sizes([long, '1,"2"\n', "1\n", *[long] * 900]) == [903]


@pytest.mark.parametrize("above", [0, 1, 31, 32, 40])
@pytest.mark.parametrize("mark", ["", '"x"'], ids=["plain", "marks beside it"])
def test_a_cell_that_is_too_long_names_its_line(above, mark):
    def rows(length):
        text = "a,b\n" * above + f"{mark or 1},{'x' * length}\n"
        return [row for _number, row in cut_rows.numbered(cut_rows.cuts(open_lines(text), ","))]

    assert len(rows(131_072)) == above + 1
    with pytest.raises(ImportProblem, match="cell_too_long") as caught:
        rows(131_073)
    assert caught.value.facts == {"line": above + 1}


SIGNS = st.lists(
    st.sampled_from(["a", "1", ",", ",", '"', "\n", "\n", "\r\n", "\r", "，"]), max_size=150
)
ROWS = st.lists(
    st.sampled_from(["a,1\r\n", "b,2\r\n", "b,2\n", ",\r\n", "\n", "c,3\r", '"x",1\n', "1,2,3\n"]),
    max_size=12,
)


@given(SIGNS | ROWS, st.sampled_from([0, 1, 2, 3]), st.sampled_from([1, 3, 32, 1 << 14]))
def test_lines_are_cut_as_csv_cuts_them(pieces, width, stretch):
    """However many characters are looked at together."""
    text = "".join(pieces)
    reader = csv.reader(settled(io.StringIO(text, newline=""), ",", width))
    meant = [(reader.line_num, row) for row in reader]
    with mock.patch.object(cut_rows, "_STRETCH", stretch):
        assert lines(text) == list(io.StringIO(text, newline=""))
        found = list(cut_rows.cuts(open_lines(text), ",", width))
    assert list(cut_rows.numbered(found)) == meant
    for cut in found:
        rows = [*cut.rows]
        if set(map(len, rows)) == {width}:
            column = cut_rows.columns(cut.rows, width)
            assert [column(n) for n in range(width)] == [
                [row[n] for row in rows] for n in range(width)
            ]


def test_rows_of_a_table_are_cut_without_a_list_for_each():
    """Both ways of ending a line."""
    for end in ("\n", "\r\n"):
        (cut,) = cut_rows.cuts(open_lines(f"a,1{end}b,2{end}"), ",", 2)
        assert isinstance(cut.rows, cut_rows.Even) and [*cut.rows] == [["a", "1"], ["b", "2"]]
