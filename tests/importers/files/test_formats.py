"""What a file is, in words: packed, another program's, or a table after all."""

from __future__ import annotations

import io
import zipfile

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
        (b"%PDF-1.7", "not_a_table"),
    ],
)
def test_a_file_that_is_no_table_is_told_by_what_it_is(tmp_path, content, code):
    path = tmp_path / "report.xlsx"
    path.write_bytes(content)
    with pytest.raises(ImportProblem) as caught:
        open_table(path)
    assert caught.value.code == code


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_characters_without_their_mark(tmp_path, encoding):
    path = tmp_path / "report.csv"
    path.write_bytes(SIMPLE.encode(encoding))
    table = open_table(path)
    assert table.header == ("日期", "花费(元)", "订单数")
    assert list(table.rows) == [["2026-04-15", "12.30", "100"]]


@pytest.mark.parametrize(
    "text", [f"<?xml version='1.0'?>\n<html>{TABLE}</html>", f"<!-- made by x -->{TABLE}"]
)
def test_web_pages_with_something_before_them(tmp_path, text):
    path = tmp_path / "report.xls"
    path.write_text(text, "utf-8")
    assert list(open_table(path).rows) == [["2026-04-15", "1"]]
