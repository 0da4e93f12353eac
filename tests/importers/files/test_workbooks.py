"""Workbooks and HTML tables: what is read of them, and what is refused before it is opened."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import datetime, time, timedelta

import msoffcrypto.format.ooxml
import pytest
from made_sheets import MAIN, Broken, BrokenFormula, html, letters, ods, ole2, sheet_xml, xls, xlsx

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.importers import open_table
from ksdesk.importers.files import html_tables, packed, results, workbooks
from ksdesk.importers.kinds import recognise

HEAD = ["日期", "花费(元)", "直播观看数"]
ROWS = [HEAD, ["2026-04-15", 12.5, 100], [46128.43402777778, "'8.00", 90.0]]
READ = [["2026-04-15", "12.5", "100"], ["46128.43402777778", "'8.00", "90"]]


@pytest.fixture
def write(tmp_path):
    def make(content: bytes | str, name: str = "report.xlsx"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


def problem(path, **more) -> ImportProblem:
    with pytest.raises(ImportProblem) as caught:
        open_table(path, **more)
    return caught.value


def judged(path) -> ImportProblem:
    """What is refused, read in this process with the bounds that a test sets."""
    with pytest.raises(ImportProblem) as caught:
        list(workbooks.open_sheets(Source("x", path)))
    return caught.value


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (xlsx(S=ROWS), "a.xlsx", "xlsx"),
        (xlsx(S=ROWS), "named_wrongly.xls", "xlsx"),
        (xls(ROWS), "a.xls", "xls"),
        (ods(ROWS), "a.ods", "ods"),
        (html([[str(cell) for cell in row] for row in [HEAD, *READ]]), "a.xls", "html"),
    ],
)
def test_each_kind_of_workbook(write, content, name, found):
    """Also with a <dimension> that says A1 and a name that does not fit."""
    table = open_table(write(content, name))
    assert (table.encoding.name, list(table.header)) == (found, HEAD)
    assert list(table.rows) == READ
    assert recognise(table).code == "traffic"
    assert table.problems == ()


def test_titles_above_the_header_keep_the_lines_right(write):
    rows = [["快手运费险账单"], [None], HEAD, *ROWS[1:]]
    table = open_table(write(xlsx(S=rows)))
    assert (table.header_line, list(table.header)) == (3, HEAD)
    assert next(table.chunks())[0] == [4, 5]


def test_values_as_text():
    from datetime import date, datetime, time, timedelta

    said = [
        workbooks._text(value)
        for value in (
            *(None, True, False, 12.0, 0.1, 7, 241012345678901.0, 2.4101234567890124e18),
            *(datetime(2026, 4, 15, 10, 20, 29, 999_997), date(2026, 4, 15), time(9, 5)),
            timedelta(hours=26, seconds=1),
        )
    ]
    assert said == [
        *("", "TRUE", "FALSE", "12", "0.1", "7", "241012345678901", "2.4101234567890125e+18"),
        *("2026-04-15 10:20:30", "2026-04-15", "09:05:00", "26:00:01"),
    ]


def test_the_sheet_that_is_recognised_best(write):
    notes = [["说明", "内容"], ["a", "b"]]
    path = write(xlsx(说明=notes, 数据=ROWS, 空=[]))
    table = open_table(path)
    assert (table.part, list(table.header)) == (1, HEAD)
    assert [(p.name, p.kind, p.columns) for p in table.parts] == [
        ("说明", "", 2),
        ("数据", "traffic", 3),
        ("空", "", 0),
    ]
    assert table.problems == ("several_tables",)
    other = open_table(Source("x", path, part=0))
    assert (other.part, other.header) == (0, ("说明", "内容"))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-12.0, "-12"),
        (1999.5, "1999.5"),
        (1e14 + 1, "100000000000001"),
        (999_999_999_999_999.0, "999999999999999"),  # fifteen digits are all there
        (-999_999_999_999_999.0, "-999999999999999"),
        (1e15, "1.00000000000000e+15"),  # the sixteenth is a zero that Excel may have made
        (1_000_000_000_000_001.0, "1000000000000001"),
        (-1_000_000_000_000_010.0, "-1.00000000000001e+15"),
        (9_007_199_254_740_991.0, "9007199254740991"),  # whole numbers are exact up to 2**53
        (9_007_199_254_740_992.0, "9.00719925474099e+15"),
        (9_007_199_254_740_994.0, "9.00719925474099e+15"),
        (1e16, "1e+16"),
        (-1e16, "-1e+16"),
        (2.4e18, "2.4e+18"),
    ],
)
def test_a_number_says_which_of_its_digits_are_sure(number, text):
    assert workbooks._text(number) == text


def test_many_numbers_are_remembered_and_forgotten():
    numbers = workbooks._Numbers()
    for _ in range(2):
        assert [numbers[n / 2] for n in range(9)] == "0 0.5 1 1.5 2 2.5 3 3.5 4".split()
        for n in range(5_000):
            assert numbers[float(n)] == str(n)
            assert len(numbers) <= 2_000


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 4, 15), "2026-04-15 00:00:00"),
        (datetime(2026, 4, 15, 23, 59, 59, 499_999), "2026-04-15 23:59:59"),
        (datetime(2026, 4, 15, 23, 59, 59, 500_000), "2026-04-16 00:00:00"),
        (time(0, 0), "00:00:00"),
        (time(23, 5, 9, 900_000), "23:05:09"),
        (timedelta(0), "0:00:00"),
        (timedelta(seconds=59.4), "0:00:59"),
        (timedelta(minutes=59, seconds=59.6), "1:00:00"),
        (timedelta(hours=100, minutes=7, seconds=8), "100:07:08"),
        ("  a text ", "  a text "),
    ],
)
def test_moments_and_durations_to_the_second(value, text):
    assert workbooks._text(value) == text


# ---- which sheets there are


def sheets(path):
    return [
        (sheet.name, sheet.kind, sheet.hidden, list(sheet.rows()))
        for sheet in workbooks.open_sheets(Source("x", path))
    ]


def with_hidden(book, name, state):
    """A workbook one of whose sheets is hidden."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            if entry == "xl/workbook.xml":
                said = f'<sheet name="{name}"'.encode()
                assert said in content
                content = content.replace(said, said + f' state="{state}"'.encode())
            new.writestr(entry, content)
    return out.getvalue()


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_come_last(write, state):
    """Each with the cells without a result that it has itself."""
    broken = b'<c r="A%d" t="e"><v>%s</v></c><c r="B%d"><v>2</v></c>'

    def sheet(row, error):
        cells = broken % (row, error, row)
        xml = f'<worksheet xmlns="{MAIN}"><sheetData><row r="{row}">'.encode()
        return xml + cells + b"</row></sheetData></worksheet>"

    book = xlsx(a=sheet(1, b"#N/A"), b=[["x"]], c=sheet(2, b"#REF!"), d=[["y"]])
    assert sheets(write(with_hidden(book, "a", state))) == [
        ("b", "xlsx", False, [["x"]]),
        ("c", "xlsx", False, [["", ""], ["#REF!", "2"]]),
        ("d", "xlsx", False, [["y"]]),
        ("a", "xlsx", True, [["#N/A", "2"]]),
    ]


def test_no_more_sheets_than_anybody_looks_at(write, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_SHEETS", 2)
    path = write(with_hidden(xlsx(a=[["1"]], b=[["2"]], c=[["3"]]), "a", "hidden"))
    assert [name for name, *_others in sheets(path)] == ["b", "c"]


@pytest.mark.parametrize("make", [xls, ods, lambda rows: xlsx(S=rows)])
def test_each_kind_in_this_process(write, make):
    path = write(make([*ROWS, [Broken("#REF!"), None, BrokenFormula("#DIV/0!")]]), "a.xls")
    ((_name, _kind, hidden, rows),) = sheets(path)
    assert (hidden, rows[1:]) == (False, [*READ, ["#REF!", "", "#DIV/0!"]])


@pytest.mark.parametrize(
    ("gaps", "rows"),
    [
        ({}, [["a"], ["b"]]),
        ({1: {3: "!"}}, [["a"], ["!"]]),
        ({0: {4: "!"}}, [["a", "!"], ["b"]]),
        ({0: {6: "!", 4: "?"}, 1: {2: "left of all"}}, [["a", "?", "", "!"], ["b"]]),
        ({0: {3 + 200: "!"}}, [["a", *[""] * 199, "!"], ["b"]]),
        ({0: {3 + 201: "too far"}, 7: {3: "below"}}, [["a"], ["b"]]),
    ],
)
def test_cells_without_a_result_stand_in_their_rows(gaps, rows):
    """The rows begin in the sheet's column 3; a cell far out is none that anybody sees."""
    assert list(workbooks._with_gaps([["a"], ["b"]], gaps, 3)) == rows


def test_an_empty_workbook(write):
    assert problem(write(xlsx(S=[]))).code == "empty"


# ---- passwords


@pytest.fixture
def locked(write):
    out = io.BytesIO()
    # the library that makes it cannot make small ones
    more = [[f"2026-04-15 {n % 24:02d}:00", n * 7.13, n] for n in range(2_000)]
    plain = io.BytesIO(xlsx(S=[*ROWS, *more]))
    msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("Ks-2026", out)
    return write(out.getvalue(), "订单.xlsx")


@pytest.mark.slow
def test_an_encrypted_workbook_asks_for_its_password(locked):
    assert problem(locked).code == "password"
    assert problem(locked, password="ks-2026").code == "wrong_password"
    assert list(open_table(locked, password="Ks-2026").rows)[:2] == READ
    assert "Ks-2026" not in repr(Source("x", locked, password="Ks-2026"))


@pytest.mark.slow
def test_a_password_is_asked_for_and_tried_in_this_process(locked):
    """What was encrypted is read like any other. An empty password was said to be damage."""

    def read(password):
        return [*next(workbooks.open_sheets(Source("x", locked, password=password))).rows()]

    assert read("Ks-2026")[:3] == [HEAD, *READ]
    for password, code in ((None, "password"), ("", "password"), ("x", "wrong_password")):
        with pytest.raises(ImportProblem, match=f"^{code}$"):
            read(password)


def test_a_password_that_was_not_needed(write):
    for content in (xlsx(S=ROWS), xls(ROWS)):
        path = write(content, "a.xls")
        (sheet,) = workbooks.open_sheets(Source("x", path, password="Ks-2026"))
        assert [*sheet.rows()] == [HEAD, *READ]


def test_an_ole_file_that_is_no_workbook(write):
    assert problem(write(ole2(b"hello", "WordDocument"), "a.xls")).code == "foreign"
    assert problem(write(ole2(b"hello", "EncryptedPackage"), "a.xls")).code == "damaged"


# ---- bounds


def test_more_cells_than_can_be_held(write, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_CELLS", 8)
    found = judged(write(xlsx(S=ROWS)))
    assert (found.code, found.facts["limit"]) == ("too_many", 8)
    assert judged(write(ods([*ROWS, *ROWS]), "a.ods")).code == "too_many"
    wide = [[*HEAD, *["x"] * 20]]
    assert judged(write(xls(wide), "a.xls")).code == "too_many"


def area_of(*cells):
    area = workbooks._Area()
    area.look("".join(f'<c r="{place}"><v>1</v></c>' for place in cells).encode())
    return area


@pytest.mark.parametrize(
    ("cells", "count", "dense"),
    [
        ([], 0, 0),
        (["A1"], 1, 1),
        (["B2", "A1"], 2, 4),
        (["C1", "A7", "B3"], 3, 21),
        (["AA1"], 1, 27),
    ],
)
def test_the_area_that_cells_lie_in(cells, count, dense):
    area = area_of(*cells)
    assert (area.cells, area.dense) == (count, dense)


def test_an_area_grows_block_by_block(monkeypatch):
    """Up to a size all of a sheet is looked at, then both ends of its blocks."""
    block = b'<c r="C3"/>' + b" " * 30 + b'<c r="%s"/>' + b" " * 30 + b'<c r="A1"/>'
    monkeypatch.setattr(workbooks, "_END", 20)
    monkeypatch.setattr(workbooks, "_EXACT", len(block % b"B9"))
    area = workbooks._Area()
    area.look(block % b"B9")
    assert (area.rows, area.columns) == (9, 3)
    area.look(block % b"Z9")
    assert (area.cells, area.rows, area.columns) == (6, 9, 3)
    area.look(b'<c r="D3"/>' + b" " * 40 + b'<c r="A12"/>')
    assert (area.rows, area.columns) == (12, 4)
    area.look(b'     <c r="AA1"/>     ' + b" " * 19)  # no longer than both ends
    assert (area.rows, area.columns) == (12, 27)


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_cells_are_counted_whatever_their_prefix(prefix):
    area = workbooks._Area()
    start = f'<{prefix}worksheet xmlns{":x" * bool(prefix)}="{MAIN}">'.encode()
    area.look(start + f'<{prefix}c r="A1"/>'.encode() * 3)
    area.look(f'<{prefix}c r="A1"/>'.encode() * 4)
    assert area.cells == 7


def test_as_many_cells_as_may_be(write, monkeypatch):
    """Each counts, and half of a table may be empty; the sheets count together."""
    corners = f'<worksheet xmlns="{MAIN}"><row><c r="A1"/></row><row><c r="J4"/></row></worksheet>'

    def book(first, second):
        return write(xlsx(a=first, b=second))

    ten = [[1] * 5] * 2
    for pair, cells in (((ten, ten), 20), ((ten, corners.encode()), 30)):
        monkeypatch.setattr(workbooks, "MOST_CELLS", cells)
        assert len([*workbooks.open_sheets(Source("x", book(*pair)))]) == 2
        monkeypatch.setattr(workbooks, "MOST_CELLS", cells - 1)
        assert judged(book(*pair)).facts == {"cells": cells, "limit": cells - 1}


def test_an_area_that_its_ends_did_not_tell_is_seen_once_it_is_loaded(write, monkeypatch):
    monkeypatch.setattr(workbooks, "_EXACT", 0)
    monkeypatch.setattr(workbooks, "_END", 10)
    far = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="7">'
    path = write(xlsx(S=f'{far}<c r="C7"><v>1</v></c></row></sheetData></worksheet>'.encode()))
    monkeypatch.setattr(workbooks, "MOST_CELLS", 11)
    assert len(sheets(path)[0][3]) == 7
    monkeypatch.setattr(workbooks, "MOST_CELLS", 10)
    assert judged(path).facts == {"cells": 21, "limit": 10}


def test_as_many_bytes_as_may_be(write, monkeypatch):
    """Pictures are none of them, for they are never unpacked."""
    path = write(xlsx(S=[["x"]]))
    with zipfile.ZipFile(path) as book:
        size = sum(e.file_size for e in book.infolist() if e.filename.startswith("xl/"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/image1.png", bytes(1 << 20))
        book.writestr("docProps/app.xml", bytes(1 << 20))
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", size)
    assert sheets(path) == [("S", "xlsx", False, [["x"]])]
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", size - 1)
    assert judged(path).code == "bomb"


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        (["content.xml"], "foreign"),
        (["word/document.xml"], "foreign"),
        (["[Content_Types].xml"], "foreign"),
        (["xl/workbook.bin"], "workbook"),
        (["a.csv"], "archive"),
        ([], "archive"),
    ],
)
def test_zips_that_are_no_workbooks(write, entries, code):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name in entries:
            z.writestr(name, "<a/>")
    assert judged(write(out.getvalue())).code == code


@pytest.mark.parametrize("place", ["XFD1048576", "B1048576", "XFD2"])
@pytest.mark.parametrize("exact", [True, False])
def test_one_cell_far_away_is_not_an_area_to_fill(write, monkeypatch, place, exact):
    """calamine keeps every cell between the first and the last one."""
    if not exact:
        monkeypatch.setattr(workbooks, "_EXACT", 0)
    monkeypatch.setattr(workbooks, "MOST_CELLS", 6_000)
    number = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    far = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        f'<row r="{number}"><c r="{place}"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert judged(write(xlsx(S=far.encode()))).code == "too_many"


def test_a_repeated_cell_is_counted_as_often_as_it_is_repeated(write):
    """A million rows of sixteen thousand cells in two lines; an empty end of a sheet is none."""
    cell = '<table:table-cell table:number-columns-repeated="16384"{}/>'
    row = '<table:table-row table:number-rows-repeated="1048000">{}</table:table-row>'
    empty = row.format(cell.format(""))
    full = row.format(cell.format(' office:value-type="float" office:value="1"'))
    assert list(open_table(write(ods(ROWS, empty), "a.ods")).header) == HEAD
    assert judged(write(ods(ROWS, full), "b.ods")).code == "too_many"


def test_what_unpacks_to_far_too_much_is_a_bomb(write, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1 << 20)
    bomb = b"".join(sheet_xml([["x"]])).replace(b"<sheetData>", b" " * (3 << 20) + b"<sheetData>")
    packed = xlsx(S=bomb)
    assert len(packed) < 10_000
    assert judged(write(packed)).code == "bomb"
    assert judged(write(ods(ROWS, " " * (3 << 20)), "a.ods")).code == "bomb"


def test_a_directory_that_lies_about_sizes_is_not_believed(write, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1 << 20)
    big = xlsx(S=b" " * (3 << 20))
    size = struct.pack("<I", 3 << 20)
    assert size in big
    assert judged(write(big.replace(size, struct.pack("<I", 100)))).code == "bomb"


def test_entities_and_too_many_entries(write):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    assert judged(write(out.getvalue(), "a.ods")).code == "bomb"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for number in range(packed.MOST_ENTRIES + 1):
            z.writestr(f"xl/{number}", "")
    assert judged(write(out.getvalue())).code == "bomb"


def test_other_archives_and_damage(write):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("xl/workbook.bin", "x")
    assert judged(write(out.getvalue(), "a.xlsb")).code == "workbook"
    good = xlsx(S=ROWS)
    assert judged(write(good[: len(good) // 2])).code == "damaged"
    holes = bytearray(good)
    holes[good.index(b"PK\x03\x04", 4) :][:4] = b"...."
    place = good.index(b"xl/workbook.xml") - 30
    holes[place : place + 4] = b"...."
    assert judged(write(bytes(holes))).code == "damaged"
    assert judged(write(ods(ROWS).replace(b"content.xml", b"content.xm_"), "a.ods")).code
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("content.xml", "<a><b></a>")
    assert judged(write(out.getvalue(), "b.ods")).code == "damaged"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as z:
        z.writestr("content.xml", "<a/>")
    assert judged(write(out.getvalue(), "c.ods")).code == "damaged"


def test_a_large_old_workbook_is_refused_unread(write, monkeypatch):
    path = write(xls(ROWS), "a.xls")
    size = path.stat().st_size
    monkeypatch.setattr(workbooks, "LARGEST_XLS", size)
    assert len(sheets(path)) == 1
    monkeypatch.setattr(workbooks, "LARGEST_XLS", size - 1)
    assert judged(path).facts == {"bytes": size, "limit": size - 1}
    assert judged(path).code == "too_large"
    assert len(sheets(write(xlsx(S=ROWS)))) == 1  # is judged by what it unpacks to


class Unwanted(Progress):
    def wanted(self) -> bool:
        return False


def test_judging_can_be_cancelled(write):
    with pytest.raises(Cancelled):
        open_table(write(xlsx(S=ROWS)), progress=Unwanted())


def test_columns_have_letters():
    assert [results.column_number(letters(n).encode()) for n in (0, 25, 26, 701, 702)] == [
        *(1, 26, 27, 702, 703)
    ]


# ---- HTML


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_html_in_each_encoding(write, encoding):
    text = html([HEAD, ["2026-04-15", "1", "2"]], "<style>td{color:red}</style><h1>账单</h1>")
    table = open_table(write(text.encode(encoding), "账单.xls"))
    assert (list(table.header), list(table.rows)) == (HEAD, [["2026-04-15", "1", "2"]])


def test_spans_entities_nested_tables_and_unclosed_cells(write):
    text = (
        "<table><tr><td colspan=3>快手账单</table><table><tr><th>日期<th>花费(元)<th>备&amp;注"
        "<tr><td> 2026-04-15 \n<td>1<br>2<td><table><tr><td>in</table>ner"
    )
    table = open_table(write(text, "a.xls"))
    assert table.header == ("日期", "花费(元)", "备&注")
    assert list(table.rows) == [["2026-04-15", "1 2", "in ner".replace(" ", "")]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<table><tr><td>" + "x" * 200_000, "cell_too_long"),
        ("<table><tr>" + "<td>x" * 3_000, "line_too_long"),
        ("<table><tr><td colspan=99999>x", "line_too_long"),
        ("<table>" * 50, "damaged"),
        ("<table><tr><td " + "x" * (3 << 20), "line_too_long"),
        ("<html><body>nothing here</body></html>", "not_a_table"),
    ],
)
def test_html_beyond_all_bounds(write, text, code):
    assert problem(write(text, "a.xls")).code == code


def test_html_with_a_stray_end():
    rows = list(html_tables.rows(iter(["</table></tr><td>a</td></style><td>b"])))
    assert rows == [(1, ["a", "b"])]


def test_html_that_is_shown_nowhere_is_in_no_cell():
    text = "<table><tr><td>a<head>b<title>c</title>d</head>e"
    assert list(html_tables.rows(iter([text]))) == [(1, ["ae"])]


@pytest.mark.parametrize("text", ["<td>x" * 2_000, "<td colspan=2000>x"])
def test_html_as_wide_as_it_may_be(text):
    (row,) = html_tables.rows(iter([f"<table><tr>{text}</table>"]))
    assert len(row[1]) == 2_000
    with pytest.raises(ImportProblem, match="line_too_long"):
        list(html_tables.rows(iter([f"<table><tr>{text}<td>y</table>"])))
