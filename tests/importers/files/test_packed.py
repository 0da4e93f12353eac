"""Tables packed in a zip or gz."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile

import pytest

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import QUIET, Cancelled, Progress
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


# ---- in this process, piece by piece


def taken(content):
    return packed.table_in(io.BytesIO(content), QUIET)


def refusal(content):
    with pytest.raises(ImportProblem) as caught:
        taken(content)
    return caught.value.code


@pytest.mark.parametrize(
    "name",
    "a.csv a.CSV a.tsv a.txt a.xlsx a.xlsm a.xls a.ods b/c/a.csv 说明/a.csv _MACOSX.csv".split(),
)
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_is_a_table_by_its_name(name, method):
    assert taken(zipped({"b/": b"", name: b"x,y"}, method)) == b"x,y"


@pytest.mark.parametrize(
    "name", "a.png a.csv.bak .a.csv b/.a.csv ~$a.xlsx __MACOSX/a.csv b/__MACOSX/a.csv csv".split()
)
def test_what_is_none(name):
    assert refusal(zipped({name: b"x"})) == "archive"
    assert taken(zipped({name: b"x", "t.csv": b"y"})) == b"y"


def test_a_name_that_some_program_wrote_with_its_own_slashes():
    assert taken(zipped({b"__MACOSX\\a.csv": b"x", b"b\\t.csv": b"y"})) == b"y"


@pytest.mark.parametrize(
    "beside", ["使用说明.txt", "README.txt", "b/Read Me First.TXT", "须知.txt"]
)
def test_a_text_that_explains_is_none_beside_a_table(beside):
    assert taken(zipped({"a.csv": b"x", beside: b"y"})) == b"x"
    assert taken(zipped({beside: b"y"})) == b"y"
    assert refusal(zipped({"a.csv": b"x", "b.txt": b"z", beside: b"y"})) == "several_packed"
    assert refusal(zipped({"a.csv": b"x", beside[:-3] + "csv": b"y"})) == "several_packed"


@pytest.mark.parametrize(("count", "more"), [(2, False), (5, False), (6, True)])
def test_five_tables_are_named(count, more):
    with pytest.raises(ImportProblem) as caught:
        taken(zipped({f"{n}.csv": b"x" for n in range(count)}))
    names = "、".join(f"{n}.csv" for n in range(min(count, 5)))
    assert caught.value.facts == {"count": count, "names": names + "…" * more}


@pytest.mark.parametrize(
    "name",
    ["content.xml", "[Content_Types].xml", "xl/a.xml", "word/a.xml", "ppt/a.xml", "Index/a.iwa"],
)
def test_a_document_is_left_to_others(name):
    assert taken(zipped({name: b"x", "a.csv": b"y"})) is None
    assert taken(zipped({f"b/{name}": b"x", "a.csv": b"y"})) == b"y"


@pytest.mark.parametrize("gz", [True, False])
@pytest.mark.parametrize(
    ("size", "packs_to", "code"),
    [(1000, 900, ""), (1001, 900, "too_large"), (1001, 11, "too_large"), (1001, 10, "bomb")],
)
def test_how_large_a_table_may_be(monkeypatch, gz, size, packs_to, code):
    """What packs a hundred times as well as any table is none."""
    monkeypatch.setattr(packed, "MOST_UNPACKED", 1000)
    rest, tail = divmod(size, packs_to)

    def judge():
        packed._joined(iter([b"x" * rest] * packs_to + [b"x" * tail]), packs_to)

    if code:
        with pytest.raises(ImportProblem) as caught:
            judge()
        assert caught.value.code == code
    else:
        judge()
    content = bytes(range(250)) * 4 + b"x" * (size - 1000)
    whole = gzip.compress(content) if gz else zipped({"a.csv": content})
    assert (taken(whole) == content) if size <= 1000 else (refusal(whole) == "too_large")


@pytest.mark.parametrize("block", [1, 7, 1 << 17])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_entry_is_unpacked_block_by_block(monkeypatch, block, method):
    """The last few bytes were lost where a block ended just before them."""
    monkeypatch.setattr(packed, "_BLOCK", block)
    texts = {"a": b"abc" * 900, "b": b"", "c": b"0123456789" * 30}
    file = io.BytesIO(b"before" + zipped(texts, method))
    for entry in packed.directory(file):
        blocks = [*packed.unpacked(file, entry, QUIET)]
        assert b"".join(blocks) == texts[entry.filename]
        assert all(len(each) <= 4 * block for each in blocks[:-1])


def test_entries_that_are_not_where_the_directory_says():
    content = zipped({"a.csv": b"x"}, zipfile.ZIP_STORED)
    assert refusal(content.replace(b"PK\x03\x04", b"PK\x03\x05", 1)) == "damaged"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (entry,) = archive.infolist()
    for start in (b"", b"PK\x03\x04" + bytes(25), b"PK\x03\x05" + bytes(26)):
        with pytest.raises(zipfile.BadZipFile):
            [*packed.unpacked(io.BytesIO(start), entry, QUIET)]


def test_as_many_entries_as_may_be_and_none_twice(monkeypatch):
    monkeypatch.setattr(packed, "MOST_ENTRIES", 3)
    assert len(packed.directory(io.BytesIO(zipped(dict.fromkeys("abc", b""))))) == 3
    assert refusal(zipped(dict.fromkeys("abcd", b""))) == "bomb"
    twice = zipped({"a.csv": b"x", "b.csv": b"y"}).replace(b"b.csv", b"a.csv")
    assert refusal(twice) == "bomb"


@pytest.mark.parametrize("comment", [b"", b"c" * 65_535])
def test_a_directory_as_large_as_it_may_be(monkeypatch, comment):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.csv", b"x")
        archive.comment = comment
    size = 46 + len("a.csv")
    assert packed._directory_size(out) == size
    monkeypatch.setattr(packed, "_DIRECTORY", size)
    assert taken(out.getvalue()) == b"x"
    monkeypatch.setattr(packed, "_DIRECTORY", size - 1)
    assert refusal(out.getvalue()) == "bomb"


WIDE = b"PK\x06\x06" + bytes(36) + b"\x09" + bytes(7)


@pytest.mark.parametrize(
    ("end", "size"),
    [
        (b"", 0),
        (b"no zip at all", 0),
        (b"PK\x05\x06" + bytes(8) + b"\x07\0\0", 0),  # cut off
        (b"PK\x05\x06" + bytes(8) + b"\x07\0\0\0", 7),
        (b"PK\x05\x06" + bytes(8) + b"\xff" * 4, 0xFFFFFFFF),
        (WIDE + b"PK\x05\x06" + bytes(8) + b"\xff" * 4, 9),
        (WIDE + b"PK\x05\x06" + bytes(8) + b"\x07\0\0\0", 7),
        (b"PK\x05\x06" + bytes(8) + b"\xff" * 4 + b"PK\x06\x06", 0xFFFFFFFF),
    ],
)
def test_what_a_zip_says_of_its_directory(end, size):
    """Of one beyond four gigabytes another record says it."""
    assert packed._directory_size(io.BytesIO(b"x" * 99 + end)) == size
