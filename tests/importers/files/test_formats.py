"""What a file is, in words: packed, another program's, or a table after all."""

from __future__ import annotations

import io
import zipfile

import made_sheets
import pytest

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers import open_table

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
