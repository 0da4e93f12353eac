"""Old workbooks that ask for more room than there is, or whose code page is wrong."""

from __future__ import annotations

import struct

import pytest

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers import open_table
from tests.importers.made_sheets import xls

ROWS = [["日期", "花费", "订单数"], ["2026-04-15", 1.5, 2.0]]


def changed(number, data, *, nth=0):
    """A workbook whose nth record of that number holds other data."""
    book = bytearray(xls(ROWS))
    at = 1536
    while True:
        kind, length = struct.unpack_from("<HH", book, at)
        if kind == number and not nth:
            break
        nth -= kind == number
        at += 4 + length
    book[at + 4 : at + 4 + len(data)] = data
    return bytes(book)


def test_one_cell_far_away_does_not_ask_for_gigabytes(tmp_path):
    """Its reader set aside twelve gigabytes for it and took the program along."""
    path = tmp_path / "report.xls"
    path.write_bytes(changed(0x0203, struct.pack("<HH", 60_000, 16_000), nth=1))
    with pytest.raises(ImportProblem) as caught:
        open_table(path)
    assert caught.value.code == "too_many"


def test_sizes_that_lie_are_put_right(tmp_path):
    path = tmp_path / "report.xls"
    path.write_bytes(changed(0x0200, struct.pack("<IIHH", 0, 4_000_000_000, 0, 60_000)))
    assert list(open_table(path).rows) == [["2026-04-15", "1.5", "2"]]


@pytest.mark.parametrize("page", [1252, 936, 65001])
def test_texts_are_unicode_whatever_the_code_page_says(tmp_path, page):
    """Every text was mojibake, the names of the sheets too, and could be stored."""
    path = tmp_path / "report.xls"
    path.write_bytes(changed(0x0042, struct.pack("<H", page)))
    table = open_table(path)
    assert (table.header, table.parts[0].name) == (("日期", "花费", "订单数"), "Sheet1")
