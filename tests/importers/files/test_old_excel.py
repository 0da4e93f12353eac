"""Old workbooks that ask for more room than there is, or whose code page is wrong."""

from __future__ import annotations

import io
import struct

import pytest

from ksdesk.domain.imports import ImportProblem
from ksdesk.domain.progress import QUIET, Cancelled, Progress
from ksdesk.importers import open_table
from ksdesk.importers.files import old_excel, results
from tests.importers.made_sheets import ole2, xls

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


# ---- in this process, record by record

BIFF8, BIFF5 = 0x0600, 0x0500
BEGIN, END, CODEPAGE, STRINGS, DIMENSIONS = 0x0809, 0x000A, 0x0042, 0x00FC, 0x0200
FORMULA, NUMBER, TRUTH, SEVERAL = 0x0006, 0x0203, 0x0205, (0x00BD, 0x00BE)
ONE_CELL = {
    "formula": FORMULA,
    "number": NUMBER,
    "label": 0x0204,
    "truth or error": TRUTH,
    "rk": 0x027E,
    "shared string": 0x00FD,
    "rich string": 0x00D6,
    "blank": 0x0201,
    "blank of Excel 2": 0x0001,
    "integer of Excel 2": 0x0002,
    "number of Excel 2": 0x0003,
    "label of Excel 2": 0x0004,
}


def record(number, data=b""):
    return struct.pack("<HH", number, len(data)) + data


def cell(number, row, column, value=bytes(8)):
    return record(number, struct.pack("<HHH", row, column, 0) + value)


def stream_of(*sheets, head=b"", version=BIFF8):
    """A workbook's stream with sheets of these records."""
    begin = record(BEGIN, struct.pack("<HH", version, 5))
    length = len(begin) + len(head) + len(sheets) * 16 + 4
    bodies = [record(BEGIN, struct.pack("<HH", version, 16)) + s + record(END) for s in sheets]
    places = [length + sum(map(len, bodies[:n])) for n in range(len(bodies))]
    told = [
        record(0x0085, struct.pack("<IHBB", place, 0, 2, 0) + b"S%d  " % n)
        for n, place in enumerate(places)
    ]
    return begin + head + b"".join(told) + record(END) + b"".join(bodies)


def right(stream, most=100, progress=QUIET, name="Workbook"):
    """What stands in the stream that the reader is given, and the errors by sheet."""
    import olefile

    file = io.BytesIO(ole2(stream, name))
    made, gaps = old_excel.made_right(file, most, progress)
    with olefile.OleFileIO(made) as folder:
        found = folder.openstream(name).read()[: len(stream)]
    assert (made is file) == (found == stream)  # what is right is not copied
    return found, gaps


def refused(stream, most=100, **more):
    with pytest.raises(ImportProblem) as caught:
        right(stream, most, **more)
    return caught.value.code, dict(caught.value.facts)


@pytest.mark.parametrize("number", ONE_CELL.values(), ids=ONE_CELL)
def test_every_record_of_a_cell_counts_for_the_area(number):
    """The area begins in the first cell of the sheet; twice the cells may be half empty."""
    assert right(stream_of(cell(number, 19, 9)))[1] == [{}]
    assert right(stream_of(cell(number, 199, 0)))[1] == [{}]
    assert refused(stream_of(cell(number, 200, 0))) == ("too_many", {"cells": 201, "limit": 100})
    assert refused(stream_of(cell(number, 0, 200))) == ("too_many", {"cells": 201, "limit": 100})
    apart = cell(number, 20, 0) + cell(number, 0, 9)
    assert refused(stream_of(apart)) == ("too_many", {"cells": 210, "limit": 100})


@pytest.mark.parametrize("number", SEVERAL)
def test_a_record_of_several_cells_reaches_to_its_last_column(number):
    def cells(row, first, last):
        return record(number, struct.pack("<HHHHH", row, first, 0, 0, last))

    assert right(stream_of(cells(1, 0, 99)))[1] == [{}]
    assert refused(stream_of(cells(1, 0, 100)))[1]["cells"] == 202
    assert refused(stream_of(cells(1, 100, 3)))[1]["cells"] == 202


def test_what_is_no_cell_has_no_place():
    """A short record has none either."""
    far = struct.pack("<HH", 60_000, 16_000)
    others = record(0x0208, far) + record(0x00E5, far) + record(NUMBER, far[:3])
    assert right(stream_of(others + cell(NUMBER, 1, 1)))[1] == [{}]


def test_each_sheet_has_an_area_of_its_own():
    wide, high = cell(NUMBER, 0, 150), cell(NUMBER, 150, 0)
    assert right(stream_of(wide, high))[1] == [{}, {}]
    assert refused(stream_of(wide, high + wide))[0] == "too_many"


@pytest.mark.parametrize(
    ("area", "stays"),
    [
        ((0, 10, 0, 10), True),
        ((5, 15, 5, 15), True),
        ((0, 101, 0, 1), False),
        ((0, 1, 0, 101), False),
        ((0, 4_000_000_000, 0, 60_000), False),
        ((4_000_000_000, 0, 60_000, 0), True),  # nothing
        ((0, 4_000_000_000, 9, 9), True),
    ],
)
def test_a_size_that_is_no_size_of_a_sheet_becomes_none(area, stays):
    said = struct.pack("<IIHH", *area)
    stream = stream_of(record(DIMENSIONS, said) + cell(NUMBER, 0, 0))
    put_right = stream.replace(said, said if stays else bytes(12))
    assert right(stream)[0] == put_right


@pytest.mark.parametrize("version", [BIFF8, BIFF5])
@pytest.mark.parametrize("page", [1200, 1252, 936])
def test_only_new_workbooks_are_unicode_whatever_they_say(version, page):
    said = record(CODEPAGE, struct.pack("<H", page))
    mended = record(CODEPAGE, struct.pack("<H", 1200))
    stream = stream_of(cell(NUMBER, 0, 0), head=said, version=version)
    found, _gaps = right(stream, name="Workbook" if version == BIFF8 else "Book")
    assert found == (stream.replace(said, mended) if version == BIFF8 else stream)


def test_a_chart_within_says_nothing_of_the_version():
    """The first record tells it; what follows may be of another."""
    said = record(BEGIN, struct.pack("<HH", BIFF8, 32)) + record(CODEPAGE, struct.pack("<H", 936))
    stream = stream_of(cell(NUMBER, 0, 0), head=said, version=BIFF5)
    assert right(stream)[0] == stream


def test_more_strings_than_bytes():
    def with_strings(count):
        return stream_of(head=record(STRINGS, struct.pack("<II", 1, count)))

    length = len(ole2(b"")) - 1536  # a stream fills whole sectors
    assert right(with_strings(length))[1] == []
    assert refused(with_strings(length + 1))[0] == "damaged"


ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!",
          42: "#N/A", 99: "#VALUE!"}  # fmt: skip


@pytest.mark.parametrize("number", ERRORS)
def test_each_error_by_its_number(number):
    worked_out = struct.pack("<BxBxxxHH", 2, number, 0xFFFF, 0)
    typed = cell(TRUTH, 3, 1, bytes((number, 1)))
    sheet = typed + cell(FORMULA, 4, 2, worked_out) + cell(FORMULA, 4, 3, worked_out[:8])
    shown = ERRORS[number]
    assert right(stream_of(sheet))[1] == [{3: {1: shown}, 4: {2: shown, 3: shown}}]


def test_other_results_are_no_errors():
    """TRUE, a text, a truth and a number that a formula gave, and cells without all of it."""
    sheet = (
        cell(TRUTH, 0, 0, b"\x01\x00")
        + cell(TRUTH, 0, 1, b"\x07")
        + cell(FORMULA, 1, 0, struct.pack("<BxBxxxHH", 0, 7, 0xFFFF, 0))
        + cell(FORMULA, 1, 1, struct.pack("<BxBxxxHH", 1, 7, 0xFFFF, 0))
        + cell(FORMULA, 1, 2, struct.pack("<BxBxxxHH", 2, 7, 0xFFFE, 0))
        + cell(FORMULA, 1, 3, struct.pack("<BxBxxx", 2, 7))
        + cell(NUMBER, 2, 0, struct.pack("<BxBxxxH", 2, 7, 0xFFFF))
    )
    assert right(stream_of(sheet))[1] == [{}]


def test_errors_are_told_by_sheet_and_not_without_end(monkeypatch):
    bad = b"\x07\x01"
    first = cell(TRUTH, 0, 2, bad)
    second = b"".join(cell(TRUTH, row, 0, bad) for row in range(5))
    assert right(stream_of(first, b"", second))[1] == [
        {0: {2: "#DIV/0!"}},
        {},
        {row: {0: "#DIV/0!"} for row in range(5)},
    ]
    monkeypatch.setattr(results, "MOST", 3)
    assert [*right(stream_of(second))[1][0]] == [0, 1, 2]


def test_a_stream_that_ends_in_a_record():
    """Its last record says that it is longer than what is there."""
    stream = stream_of(cell(NUMBER, 3, 3) * 2).ljust(4096 - 8, b"\0")
    assert right(stream + struct.pack("<HHHH", NUMBER, 14, 5, 5))[1] == [{}]
    assert refused(stream + struct.pack("<HHHH", NUMBER, 14, 5, 50))[1]["cells"] == 306


def test_what_is_no_workbook():
    assert refused(stream_of(b""), name="WordDocument")[0] == "foreign"
    with pytest.raises(ImportProblem, match="damaged"):
        old_excel.made_right(io.BytesIO(ole2(b"")[:1000]), 100, QUIET)


def test_judging_many_records_can_be_cancelled(monkeypatch):
    class Unwanted(Progress):
        def wanted(self):
            return False

    monkeypatch.setattr(old_excel, "_TICK", 8)
    few = record(BEGIN, struct.pack("<HH", BIFF8, 5))
    with pytest.raises(Cancelled):
        right(few, progress=Unwanted())  # the zeros behind it are records of nothing
