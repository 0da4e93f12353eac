"""What a file is, in words: packed, another program's, or a table after all."""

from __future__ import annotations

import io
import zipfile

import made_sheets
import pytest

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers import open_table
from ksdesk.importers.files import formats

SIMPLE = "日期,花费(元),订单数\n2026-04-15,12.30,100\n"
TABLE = "<table><tr><td>日期<td>花费</tr><tr><td>2026-04-15<td>1</tr></table>"


def packed(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, SIMPLE)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (packed("a.png"), "archive"),
        (packed(), "archive"),
        (b"Rar!\x1a\x07\x01\x00", "archive"),
        (b"7z\xbc\xaf\x27\x1c\x00", "archive"),
        (b"\x1f\x8b\x08\x00", "damaged"),
        (b"BZh91AY", "archive"),
        (packed("word/document.xml"), "foreign"),
        (packed("Index/Document.iwa"), "foreign"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<table>", "foreign"),
        (b'{"rows": [1, 2]}', "foreign"),
        (b'[{"a": 1}]', "foreign"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\n", "foreign"),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\nVERSION:2.0\n", "foreign"),
        (b"[InternetShortcut]\r\nURL=https://x\r\n", "foreign"),
        (b"%PDF-1.7", "not_a_table"),
        (b"\xfd7zXZ\0\0\4", "archive"),
        (b"\x28\xb5\x2f\xfd\x24\x05\0\0", "archive"),
        (b"MSCF\0\0\0\0\1", "archive"),
        (b"a.csv".ljust(257, b"\0") + b"ustar\x0000", "archive"),
        (made_sheets.ole2(b"text", "WordDocument"), "foreign"),
        (b"SQLite format 3\0\x10", "foreign"),
        (b"{\\rtf1 x}", "foreign"),
        (b' [\r\n  {"a": 1}]', "foreign"),
        (b'[["a", 1]]', "foreign"),
        ('{"a": [1]}'.encode("utf-16"), "foreign"),
        (b"Received: from x\r\nSubject: y\r\nMIME-Version: 1.0\r\n\r\nz", "foreign"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x"><Table></Table></Workbook>', "foreign"),
        (b"<orders><order id='1'/></orders>", "not_a_table"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not_a_table"),
        (b"GIF89a\0\0", "not_a_table"),
        (b"ID3\3\0\0\0\0\x21\x76", "not_a_table"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "not_a_table"),
        (b"\0\0\0\x18ftypheic", "not_a_table"),
        (b"BM\x36\0\x0c\0\0\0\x1a\x07", "not_a_table"),
        (b"MZ\x90\0\3\0\0\0\4", "not_a_table"),
        (b"\xef\xbb\xbf" + SIMPLE.encode("gb18030"), "encoding"),
        (SIMPLE.encode() + bytes(40), "nul_bytes"),  # a download that broke off
    ],
)
def test_a_file_that_is_no_table_is_told_by_what_it_is(tmp_path, content, code):
    path = tmp_path / "report.xlsx"
    path.write_bytes(content)
    with pytest.raises(ImportProblem) as caught:
        open_table(path)
    assert caught.value.code == code


def test_a_car_called_id3_is_no_song(tmp_path):
    path = tmp_path / "parts.csv"
    path.write_text("ID3车型,数量\n脚垫,3\n", encoding="utf-8")
    assert open_table(path).header == ("ID3车型", "数量")


def test_a_text_in_an_open_document_is_another_programs_file(tmp_path):
    path = tmp_path / "report.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", '<document xmlns:office="o"><office:text/></document>')
    with pytest.raises(ImportProblem, match="foreign"):
        open_table(path)


def test_wide_characters_where_hardly_a_comma_is(tmp_path):
    """What stands in UTF-16 was known by its zeros, and Chinese has none."""
    names = "富平吊柿饼礼盒顺丰包邮正宗特产传统手工制作零食送礼佳品老少皆宜欢迎选购谢谢惠顾"
    for encoding in ("utf-16-le", "utf-16-be", "utf-32"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(f"日期,商品名称\n2026-04-15,{names * 9}\n".encode(encoding))
        assert list(open_table(path).rows) == [["2026-04-15", names * 9]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_characters_without_their_mark(tmp_path, encoding):
    path = tmp_path / "report.csv"
    path.write_bytes(SIMPLE.encode(encoding))
    table = open_table(path)
    assert table.header == ("日期", "花费(元)", "订单数")
    assert list(table.rows) == [["2026-04-15", "12.30", "100"]]


@pytest.mark.parametrize(
    "text",
    [
        f"<?xml version='1.0'?>\n<html>{TABLE}</html>",
        f"<!-- made by x -->{TABLE}",
        f"<!-- {'x' * 3000} -->\n<!-- y -->{TABLE}",
    ],
)
def test_web_pages_with_something_before_them(tmp_path, text):
    path = tmp_path / "report.xls"
    path.write_text(text, "utf-8")
    assert list(open_table(path).rows) == [["2026-04-15", "1"]]


# ---- by its first bytes alone


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (b"", "empty"),
        *(
            (start + b"x" * 9, "archive")
            for start in (
                b"Rar!\x1a\x07",
                b"7z\xbc\xaf\x27\x1c",
                b"\x1f\x8b",
                b"BZh",
                b"\xfd7zXZ\0",
                b"\x28\xb5\x2f\xfd",
                b"LZIP",
                b"MSCF",
                b"\x1f\x9d",
                b"\x04\x22\x4d\x18",
            )
        ),
        *(
            (start + b"x" * 9, "foreign")
            for start in (
                b"SQLite format 3\0",
                b"PAR1",
                b"\0\1\0\0Standard ",
                b"{\\rtf",
            )
        ),
        *(
            (start + b"x" * 9, "not_a_table")
            for start in (
                b"%PDF",
                b"\x89PNG",
                b"\xff\xd8\xff",
                b"GIF8",
                b"II*\0",
                b"MM\0*",
                b"OggS",
                b"ID3\2",
                b"ID3\4",
                b"\x1aE\xdf\xa3",
                b"\x7fELF",
                b"\0\0\1\0",
                b"L\0\0\0\1\x14\2\0",
            )
        ),
        (b"x" * 257 + b"ustar", "archive"),
        (b"x" * 256 + b"ustar", ""),
        (b"\0\0\0 ftypmp42", "not_a_table"),
        (b"abcdftypes", "not_a_table"),
        (b"RIFF\0\0\0\0WAVE", "not_a_table"),
        (b"RIFF,1,2,3,4", ""),
        (b"RIFFS and solos,3", ""),
        (b"Subject: x\nMIME-Version: 1.0\n", "foreign"),
        (b"MIME-Version: 1.0", "foreign"),
        (b"Content-Type: multipart/related", "foreign"),
        (b"date,cost\nMIME-Version: 1.0\n", ""),
        (b"{}", "foreign"),
        (b"[[1]]", "foreign"),
        (b"[{}]", "foreign"),
        (b'["a"]', "foreign"),
        (b"[2026],3", ""),
        (b"\xef\xbb\xbf \t\r\n{}", "foreign"),
        (b"\xff\xfe" + "{}".encode("utf-16-le"), "foreign"),
        (b"\xfe\xff" + "{}".encode("utf-16-be"), "foreign"),
        (b"<?xml ?><ss:Workbook>", "foreign"),
        (b"<svg>", "not_a_table"),
        (b"<?xml ?><a/>", "not_a_table"),
        (b"<!DOCTYPE x><a>", "not_a_table"),
        (b"<a><html>", ""),
        (b"<a><TABLE>", ""),
        (b"<a><!-- b -->", ""),
        (b"<100,3", ""),
        (b"< a", ""),
        (b"a,b\n1,2", ""),
        (b" " * 4_100 + b"{}", ""),
    ],
)
def test_what_no_table_begins_like(start, code):
    if not code:
        formats.refuse(start)
        return
    with pytest.raises(ImportProblem) as caught:
        formats.refuse(start)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("start", "binary"),
    [
        (b"\0\1", True),
        (b"\0a\x1f", True),
        (b"\0a,b\r\n\t\x1a\x1b", False),  # a table with a nul in it
        (b"\1\2", False),
        (b"a" * 510 + b"\0\1", True),
        (b"a" * 511 + b"\0\1", False),
        (b"", False),
    ],
)
def test_signs_that_no_text_has(start, binary):
    assert formats.is_binary(start) == binary
