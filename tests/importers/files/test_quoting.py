"""Marks around cells, and marks that are part of a text."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.importers.files import quoting


def rows(*lines, width=0, delimiter=","):
    ended = [line + "\n" for line in lines]
    return list(csv.reader(quoting.settled(ended, delimiter, width), delimiter=delimiter))


@given(st.text('ab",;\t', max_size=12), st.sampled_from(",;\t"))
def test_a_line_that_seems_plain_is_read_as_csv_reads_it_strictly(line, delimiter):
    if not quoting._is_plain(line + "\r\n", delimiter):
        return
    (strict,) = csv.reader([line], delimiter=delimiter, strict=True) if line else ([],)
    assert sum(map(len, strict)) + line.count('"') + line.count(delimiter) >= len(line)
    assert list(csv.reader([line, "x"], delimiter=delimiter))[-1] == ["x"]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("a,b", True),
        ('"a",b', True),
        ('a,"b"', True),
        ('"a","b"', True),
        ('a,"b",c', True),
        ('"a', False),
        ('a"', False),
        ('a"b', False),
        ('a,"b', False),
        ('"a"b",c', False),
        ('"a,b",c', True),
        ('"a""b",c', False),
        ("", True),
        ('"a",b","c,"d"', False),  # as many marks open as close
        ('""",",;";,"', False),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_most_lines_are_plain(line, plain, end):
    assert quoting._is_plain(line + end, ",") == plain


@pytest.mark.parametrize(("lines", "one"), [(2, True), (5, True), (6, False)])
def test_how_many_lines_a_cell_may_have(monkeypatch, lines, one):
    monkeypatch.setattr(quoting, "_MOST_LINES", 5)
    text = ['1,"a', *["b"] * (lines - 2), 'c",2', "3,4,5"]
    found = rows(*text, width=3)
    if one:
        assert found == [["1", "\n".join(["a", *["b"] * (lines - 2), "c"]), "2"], ["3", "4", "5"]]
    else:
        assert len(found) == lines + 1
        assert found[0] == ["1", '"a']


@pytest.mark.parametrize("above", [0, 30, 31, 32, 33, 64])
def test_a_cell_over_the_lines_that_are_looked_at_together(above):
    found = rows(*["1,2,3"] * above, '4,"a', 'b",6', "7,8,9", width=3)
    assert found == [*[["1", "2", "3"]] * above, ["4", "a\nb", "6"], ["7", "8", "9"]]


@pytest.mark.parametrize(
    ("record", "width", "swallows"),
    [
        (['1,"a', 'b",2'], 3, False),  # two halves of a row
        (['1,2,"a', '3,4,b"'], 3, True),
        (['1,2,"a', 'b"'], 3, False),
        (['1,"a', '3,4,b"'], 3, False),
        (['1,2,"a', '3,4,b"'], 2, False),  # too narrow to say
        (['1,2,"a', '3,4,b"'], 0, False),
        (['1,2,3,"a', "1,2,3,4", 'b"'], 4, True),
        (['1,2,"a', "1,2,3", 'b"'], 3, False),
        (['1,2,3,"a', "1,2,3", 'b"'], 4, False),
        (['1,2,3,4,"a'], 4, False),
    ],
)
def test_lines_that_are_whole_rows_are_not_one_cell(record, width, swallows):
    assert quoting._swallows(record, ",", width) == swallows


@pytest.mark.parametrize(
    ("line", "width", "cells"),
    [
        ('1,"a,3', 3, ["1", '"a', "3"]),  # a row as wide as the header: all marks are text
        ('"x",5" 锅,3', 3, ["x", '5" 锅', "3"]),
        ('"x",2,"a', 4, ["x", "2", '"a']),  # else from the one that is open
        ('"x,y",2,"a', 5, ["x,y", "2", '"a']),
        ('"a', 0, ['"a']),
        ('a "b" c', 0, ['a "b" c']),
    ],
)
def test_an_open_mark_is_text(line, width, cells):
    assert rows(line, "next", width=width) == [cells, ["next"]]
