"""Lines of text, their rows and numbers, and how long one may be."""

from __future__ import annotations

import io

import pytest

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files import cut_rows


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
    reader = cut_rows.rows_of(["a,1\n", "b,2\n", 'c,"x\n', 'y"\n', "d,4\n"], ",")
    cut_rows.skip_to(reader, line)
    assert "".join(row[0] for row in reader) == left


@pytest.mark.parametrize(
    ("rows", "after", "numbers"),
    [
        ([["a"], ["b"], ["c"]], 13, [11, 12, 13]),
        ([["a", "x\ny"], ["b", ""]], 13, [11, 13]),
        ([["a", "x\r\ny\r\nz"], ["b", ""]], 14, [11, 14]),
        ([["a", "x\ry"], ["b", "x\ny"], ["c", ""]], 15, [11, 13, 15]),
        ([["x\n", "y\n"], ["b", ""]], 14, [11, 14]),
        ([], 10, []),
    ],
)
def test_each_row_has_the_line_that_it_begins_on(rows, after, numbers):
    assert cut_rows.line_numbers(rows, 10, after) == numbers


def test_rows_of_even_width_come_in_chunks_and_others_with_those_around_them():
    def reader(rows):
        return cut_rows.rows_of(rows, ",")

    even = reader(["1,2\n"] * 600)
    sizes = [len(cut_rows.taken(even, 2)) for _ in range(4)]
    assert sizes == [cut_rows.CHUNK, cut_rows.CHUNK, 600 - 2 * cut_rows.CHUNK, 0]
    odd = reader(["1,2\n", "1\n", *["1,2\n"] * 900])
    assert len(cut_rows.taken(odd, 2)) == 902


def test_a_cell_that_is_too_long_names_its_line():
    def long(text):
        return cut_rows.rows_of(["a,b\n", f"1,{text}\n"], ",")

    assert len(cut_rows.taken(long("x" * 131_072), 2)) == 2
    for use in (lambda reader: cut_rows.taken(reader, 2), lambda r: list(cut_rows.numbered(r))):
        with pytest.raises(ImportProblem, match="cell_too_long") as caught:
            use(long("x" * 131_073))
        assert caught.value.facts == {"line": 2}
