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


def lines(text):
    return list(cut_rows.lines_of(io.StringIO(text, newline="")))


@pytest.mark.parametrize("above", [0, 1, 31, 32, 33, 100])
def test_an_endless_line_is_told_by_its_number(monkeypatch, above):
    """What stands above it is read."""
    monkeypatch.setattr(cut_rows, "LONGEST_LINE", 10)
    assert lines("123456789\n"[1:] * (above + 1)) == ["23456789\n"] * (above + 1)
    taken = []
    with pytest.raises(ImportProblem, match="line_too_long") as caught:
        for line in cut_rows.lines_of(io.StringIO("ab\n" * above + "1234567890" * 5)):
            taken.append(line)
    assert (taken, caught.value.facts) == (["ab\n"] * above, {"line": above + 1})


def test_marks_of_files_that_were_put_together():
    text = "\ufeffa,b\n1,2\n\ufeff\ufeffa,b\n\ufeff\n\ufeff"
    assert lines(text) == ["a,b\n", "1,2\n", "a,b\n", "\n", "\n"]
    assert lines("a\ufeff\n") == ["a\ufeff\n"]


@pytest.mark.parametrize(
    ("line", "left"), [(0, "abcd"), (1, "bcd"), (2, "cd"), (3, "d"), (4, "d"), (5, ""), (9, "")]
)
def test_what_stands_above_a_line_is_left_out(line, left):
    """The third row takes two lines."""
    text = ["a,1\n", "b,2\n", 'c,"x\n', 'y"\n', "d,4\n"]
    chunks = list(cut_rows.chunks_below(line, text, ",", 2))
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
        return [len(found) for _numbers, found in cut_rows.chunks_below(0, rows, ",", 2)]

    even = sizes(["1,2\n"] * 600)
    assert sum(even) == 600 and all(0 <= size - cut_rows.CHUNK < 32 for size in even[:-1])
    assert sizes(["1,2\n", "1\n", *["1,2\n"] * 900]) == [902]
    assert sizes(["1,2\n", '1,"2"\n', "1\n", *["1,2\n"] * 900]) == [903]


@pytest.mark.parametrize("above", [0, 1, 31, 32, 40])
@pytest.mark.parametrize("mark", ["", '"x"'], ids=["plain", "marks beside it"])
def test_a_cell_that_is_too_long_names_its_line(above, mark):
    def rows(length):
        lines = [*["a,b\n"] * above, f"{mark or 1},{'x' * length}\n"]
        return [row for _number, row in cut_rows.numbered(cut_rows.cuts(lines, ","))]

    assert len(rows(131_072)) == above + 1
    with pytest.raises(ImportProblem, match="cell_too_long") as caught:
        rows(131_073)
    assert caught.value.facts == {"line": above + 1}


@given(
    st.lists(
        st.sampled_from(["a", "1", ",", ",", '"', "\n", "\n", "\r\n", "\r", "，"]), max_size=150
    ),
    st.sampled_from([0, 2, 3]),
    st.sampled_from([1, 3, 32]),
)
def test_lines_are_cut_as_csv_cuts_them(pieces, width, block):
    """However many of them are looked at together."""
    text = lines("".join(pieces))
    reader = csv.reader(settled(text, ",", width))
    meant = [(reader.line_num, row) for row in reader]
    with mock.patch.object(cut_rows, "_BLOCK", block):
        assert list(cut_rows.numbered(cut_rows.cuts(text, ",", width))) == meant
