"""Cells over the clipboard, and what they say of a product."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.cells import NotCells, read_cells, spread, write_cells
from ksdesk.domain.products.cells import CellFault, read_cell

CELL = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0\r"))


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n))))
def test_a_block_comes_back_as_it_went(block):
    assert read_cells(write_cells(block)) == block


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", []),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        ('"two\nlines"\t"say ""hi"""\r\n', [["two\nlines", 'say "hi"']]),
        ('5" pan\t1\n', [['5" pan', "1"]]),
        ('"5 pan\t1\n', [['"5 pan', "1"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
    ],
)
def test_what_excel_and_others_copy(text, block):
    assert read_cells(text) == block


def test_no_cells_at_all():
    with pytest.raises(NotCells):
        read_cells('"\0')


def test_a_block_is_repeated_where_it_divides_the_selection():
    assert spread([["a", "b"]], 2, 4) == [["a", "b", "a", "b"]] * 2
    assert spread([["a", "b"]], 2, 3) == [["a", "b"]]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("price", "¥59.9", 5990),
        ("price", " ", None),
        ("struck_price", "--", None),
        ("stock", "1,200", 1200),
        ("stock", "", None),
        ("state", "已上架", "listed"),
        ("state", "Off shelf", "off_shelf"),
        ("title", "  a   b ", "a b"),
        ("note", "one\ntwo", "one\ntwo"),
        ("code", "007", "007"),
    ],
)
def test_what_a_cell_says(name, text, value):
    assert read_cell(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("price", "12.3.4", "bad_money"),
        ("price", "-5", "negative"),
        ("price", "9999999999999999999", "too_big"),
        ("stock", "3.5", "bad_count"),
        ("stock", "5%", "bad_count"),
        ("stock", "x", "bad_count"),
        ("state", "", "bad_state"),
        ("state", "sold", "bad_state"),
        ("title", "x" * 501, "too_long"),
        ("code", "6.90123E+12", "lost_digits"),
    ],
)
def test_what_cannot_be_taken(name, text, reason):
    with pytest.raises(CellFault) as fault:
        read_cell(name, text)
    assert fault.value.reason == reason
