"""Tables packed in a zip or gz."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile

import pytest

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.importers import open_table
from ksdesk.importers.files import packed
from tests.importers.made_sheets import ods, xls, xlsx

HEAD = ["日期", "花费(元)", "订单数"]
ROWS = [HEAD, ["2026-04-15", "12.3", "100"]]
CSV = "日期,花费(元),订单数\n2026-04-15,12.3,100\n"


@pytest.fixture
def write(tmp_path):
    def make(content, name="report.zip"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    """Entries by name; a name of bytes is written as it is, as programs did before Unicode."""
    out = io.BytesIO()
    renamed = {}
    with zipfile.ZipFile(out, "w", method) as archive:
        for number, (name, content) in enumerate(entries.items()):
            if isinstance(name, bytes):
                renamed[str(number).rjust(len(name), "_").encode()] = name
                name = str(number).rjust(len(name), "_")
            archive.writestr(name, content)
    content = out.getvalue()
    for plain, name in renamed.items():
        assert content.count(plain) == 2
        content = content.replace(plain, name)
    return content


def problem(path, **more):
    with pytest.raises(ImportProblem) as caught:
        open_table(path, **more)
    return caught.value


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", CSV.encode("gbk")),
        ("a.TXT", CSV.replace(",", "\t").encode()),
        ("a.tsv", CSV.replace(",", "\t").encode("utf-16")),
        ("a.xlsx", xlsx(S=ROWS)),
        ("a.xls", xls(ROWS)),
        ("a.ods", ods(ROWS)),
        ("folder/下载/a.csv", CSV.encode()),
        ("订单.csv".encode("gbk"), CSV.encode()),
    ],
)
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_one_table_in_a_zip_is_opened(write, name, content, method):
    """Whatever systems put beside it."""
    beside = {
        "folder/": b"",
        "__MACOSX/._a.csv": b"x",
        ".DS_Store": b"x",
        "~$a.xlsx": b"x",
        "读我.png": b"x",
        "使用说明.txt": "请先解压".encode(),
    }
    table = open_table(write(zipped({**beside, name: content}, method)))
    assert [list(table.header), *table.rows] == ROWS
    assert table.source.name == "report.zip"


def test_the_one_table_in_a_gz(write):
    table = open_table(write(gzip.compress(CSV.encode("gbk")), "a.csv.gz"))
    assert [list(table.header), *table.rows] == ROWS
    table = open_table(write(gzip.compress(xlsx(S=ROWS)), "a.gz"))
    assert list(table.rows) == ROWS[1:]


def test_a_workbook_stays_one(write):
    assert open_table(write(xlsx(S=ROWS), "a.zip")).encoding.name == "xlsx"
    assert open_table(write(xlsx(S=ROWS), "a.xlsx")).source.unpacked is None


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_several_tables_are_named(write, encoding):
    names = ["四月/订单.csv", "喆堃.xlsx"]
    found = problem(write(zipped({name.encode(encoding): b"x" for name in names})))
    assert (found.code, found.facts["count"]) == ("several_packed", 2)
    assert found.facts["names"] == "、".join(names)
    many = problem(write(zipped({f"{n}.csv": b"x" for n in range(9)})))
    assert many.facts["names"] == "0.csv、1.csv、2.csv、3.csv、4.csv…"


def test_two_texts_that_explain_are_no_single_table(write):
    assert problem(write(zipped({"说明.txt": b"x", "readme.txt": b"x"}))).code == "several_packed"


def test_a_zip_with_a_password(write):
    """As bills of payment services are sent: a sentence, not a wrong reading of its bytes."""
    content = bytearray(zipped({"a.csv": CSV.encode()}))
    content[content.index(b"PK\x03\x04") + 6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert problem(write(bytes(content))).code == "locked_archive"


def test_names_of_locked_tables_are_read_too(write):
    content = zipped({"四月.csv".encode("gbk"): b"x", "五月.csv".encode("gbk"): b"x"})
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        parts = content.split(start)
        locked = (bytearray(start + part) for part in parts[1:])
        content = parts[0]
        for part in locked:
            part[flags] |= 1
            content += bytes(part)
    found = problem(write(content))
    assert (found.code, found.facts["names"]) == ("several_packed", "四月.csv、五月.csv")


def test_bombs_and_what_is_too_large(write, monkeypatch):
    monkeypatch.setattr(packed, "MOST_UNPACKED", 1 << 20)
    bomb = zipped({"a.csv": bytes(8 << 20)})
    assert problem(write(bomb)).code == "bomb"
    lying = bomb.replace(struct.pack("<I", 8 << 20), struct.pack("<I", 100))
    assert problem(write(lying)).code == "bomb"
    assert problem(write(gzip.compress(bytes(8 << 20)))).code == "bomb"
    large = zipped({"a.csv": bytes(2 << 20)}, zipfile.ZIP_STORED)
    found = problem(write(large))
    assert (found.code, found.facts["limit"]) == ("too_large", 1 << 20)


def test_a_directory_that_would_fill_the_memory(write, monkeypatch):
    """Its two million names were all read before they were counted."""
    monkeypatch.setattr(packed, "_DIRECTORY", 1_000)
    assert problem(write(zipped({f"{n}.png": b"" for n in range(100)}))).code == "bomb"


def test_damage_and_packings_of_other_kinds(write):
    good = zipped({"a.csv": CSV.encode()}, zipfile.ZIP_STORED)
    assert problem(write(good.replace(b"12.3", b"12.4"))).code == "damaged"
    assert problem(write(good[:-30])).code == "damaged"
    directory = good.rindex(b"PK\x01\x02")
    odd = good[: directory + 6] + b"\x83" + good[directory + 7 :]  # of zip version 13.1
    assert problem(write(odd)).code == "damaged"
    assert problem(write(gzip.compress(CSV.encode())[:-12])).code == "damaged"
    assert problem(write(zipped({"a.csv": CSV}, zipfile.ZIP_LZMA))).code == "archive"
    assert problem(write(zipped({"a.zip": good}))).code == "archive"
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        tar.addfile(tarfile.TarInfo("a.csv"))
    assert problem(write(out.getvalue(), "a.tar.gz")).code == "archive"
    assert problem(write(gzip.compress(b""))).code == "empty"
    assert problem(write(zipped({"a.csv": b""}))).code == "empty"
    for inner in (good, gzip.compress(CSV.encode())):
        assert problem(write(gzip.compress(inner))).code == "archive"


def test_unpacking_can_be_cancelled(write):
    class Unwanted(Progress):
        def wanted(self):
            return False

    for content in (zipped({"a.csv": CSV}), gzip.compress(CSV.encode())):
        with pytest.raises(Cancelled):
            open_table(write(content), progress=Unwanted())


def test_a_part_of_a_packed_workbook(write):
    path = write(zipped({"a.xlsx": xlsx(一=ROWS, 二=[["说明", "内容"], ["a", "b"]])}))
    assert open_table(Source("a", path, part=1)).header == ("说明", "内容")
