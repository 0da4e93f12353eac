"""Encodings, delimiters, headers and the bounds of what is read."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from ksdesk import paths
from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.importers import open_table
from ksdesk.importers.files import apart, table
from ksdesk.importers.files.cut_rows import CHUNK
from ksdesk.importers.files.encoding import detect, plausibility
from ksdesk.importers.kinds import KINDS, recognise

SIMPLE = "日期,花费(元),直播观看数\n2026-04-15,12.30,100\n2026-04-16,8.00,90\n"
TRADITIONAL = "日期,花費,觀看人數,備註\n2026-04-15,12.30,100,晚上直播間觀眾很多\n"


class Unwanted(Progress):
    def wanted(self) -> bool:
        return False


@pytest.fixture
def write(tmp_path):
    def make(content: str | bytes, encoding: str = "utf-8"):
        path = tmp_path / "report.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return make


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
def test_each_encoding_is_told(write, encoding, found):
    opened = open_table(write(SIMPLE, encoding))
    assert opened.encoding.name == found
    assert not opened.encoding.damaged
    assert opened.header == ("日期", "花费(元)", "直播观看数")
    assert opened.sample[0] == ("2026-04-15", "12.30", "100")


def test_big5_is_told_from_gbk(write):
    assert detect(Source("x", write(TRADITIONAL, "big5"))).name == "big5"
    assert detect(Source("x", write(SIMPLE, "gbk"))).name == "gb18030"
    assert plausibility(b"ascii only", "gb18030") == 0.0


def test_a_long_utf8_file_with_a_broken_byte_stays_utf8(write):
    content = (SIMPLE * 200).encode() + b"2026-04-17,\xff,3\n"
    opened = open_table(write(content))
    assert (opened.encoding.name, opened.encoding.damaged) == ("utf-8", True)


def test_a_damaged_file_with_a_bom(write):
    opened = open_table(write(SIMPLE.encode("utf-8-sig") + b"2026-04-17,\xff,3\n"))
    assert (opened.encoding.name, opened.encoding.damaged) == ("utf-8-sig", True)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"PK\x03\x04....", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "damaged"),
        (b"<html><table>", "not_a_table"),
        (b"%PDF-1.7", "not_a_table"),
        (b"a,b\n1,\0\n", "nul_bytes"),
        (b"\xef\xbb\xbfa,b\n1,\0\n", "nul_bytes"),
        (bytes(range(128, 256)) * 40, "encoding"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(write, content, code):
    with pytest.raises(ImportProblem) as caught:
        open_table(write(content))
    assert caught.value.code == code


def test_nul_bytes_name_their_line(write):
    with pytest.raises(ImportProblem) as caught:
        open_table(write(b"a,b\n1,2\n3,\0\n"))
    assert caught.value.facts == {"line": 3}
    with pytest.raises(ImportProblem) as caught:
        open_table(Source("pasted", text="a\tb\n\0"))
    assert caught.value.facts == {"line": 2}


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(ImportProblem) as caught:
        open_table(tmp_path / "none.csv")
    assert caught.value.code == "missing"
    with pytest.raises(ImportProblem) as caught:
        open_table(tmp_path)
    assert caught.value.code == "folder"


def test_a_file_too_deep_in_folders_is_not_said_to_be_gone(tmp_path, monkeypatch):
    """Windows says of a path beyond 259 characters that it is not there."""
    monkeypatch.setattr(paths, "_LONGEST", len(str(tmp_path)))
    with pytest.raises(ImportProblem) as caught:
        open_table(tmp_path / "none.csv")
    assert caught.value.code == "path_too_long"


def test_a_file_beyond_all_bounds(write, monkeypatch):
    monkeypatch.setattr(table, "LARGEST_FILE", 10)
    with pytest.raises(ImportProblem) as caught:
        open_table(write(SIMPLE))
    assert caught.value.code == "too_large"


def test_an_endless_line_and_an_open_quote(write):
    with pytest.raises(ImportProblem) as caught:
        open_table(write("日期,花费\n2026-01-01," + "9" * (2 << 20)))
    assert (caught.value.code, caught.value.facts) == ("line_too_long", {"line": 2})
    with pytest.raises(ImportProblem) as caught:
        open_table(write('日期,备注\n2026-01-01,"' + "长" * 140_000 + '"\n'))
    assert (caught.value.code, caught.value.facts) == ("cell_too_long", {"line": 2})
    content = "日期,花费\n" + '2026-01-01,"1\n' + "2026-01-02,3\n" * 20_000
    rows = list(open_table(write(content)).rows)
    assert len(rows) == 20_001
    assert rows[:2] == [["2026-01-01", '"1'], ["2026-01-02", "3"]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimiters(write, delimiter):
    opened = open_table(write(SIMPLE.replace(",", delimiter)))
    assert opened.delimiter == delimiter
    assert len(opened.header) == 3


def test_titles_above_the_header(write):
    titles = "快手磁力金牛 组报表,,\n导出时间：2026-04-20 10:00,,\n\n"
    opened = open_table(write(titles + SIMPLE))
    assert opened.header_line == 4
    lines, rows = next(opened.chunks())
    assert lines == [5, 6]
    assert rows[0][0] == "2026-04-15"


def test_a_header_without_known_labels_and_none_at_all(write):
    opened = open_table(write("foo,bar\n1,2\n"))
    assert (opened.header_line, opened.header) == (1, ("foo", "bar"))
    assert recognise(opened) is None
    opened = open_table(write("2026-04-15,12\n2026-04-16,13\n"))
    assert (opened.header_line, opened.header) == (0, ("", ""))
    assert len(opened.sample) == 2


def test_lines_are_numbered_through_cells_with_breaks(write):
    content = '日期,备注,花费\n2026-04-15,"a\nb\r\nc",1\n2026-04-16,x,2\n'
    lines, rows = next(open_table(write(content)).chunks())
    assert lines == [2, 5]
    assert rows[1][2] == "2"


def test_pasted_cells():
    opened = open_table(Source("paste", text="日期\t花费\r\n2026-04-15\t3\r\n"))
    assert (opened.delimiter, opened.encoding.name) == ("\t", "text")
    assert recognise(opened) is KINDS[0]


def test_no_longer_wanted(write):
    with pytest.raises(Cancelled):
        open_table(write(SIMPLE), progress=Unwanted())
    with pytest.raises(Cancelled):
        list(open_table(write(SIMPLE)).chunks(Unwanted()))


# ---- which table of a source, and how much of it is looked at


def test_a_file_as_large_as_it_may_be(write, monkeypatch):
    size = len(SIMPLE.encode())
    monkeypatch.setattr(table, "LARGEST_FILE", size)
    assert len(list(open_table(write(SIMPLE)).rows)) == 2
    monkeypatch.setattr(table, "LARGEST_FILE", size - 1)
    with pytest.raises(ImportProblem) as caught:
        open_table(write(SIMPLE))
    assert caught.value.facts == {"bytes": size, "limit": size - 1}


TWO = "总览\n日期,花费\n2026-04-15,1\n2026-04-16,2\n\n明细\n商品,销量,价\n柿饼,3,5\n枣,4,6\n"


def test_a_file_is_looked_through_for_tables_up_to_a_size(monkeypatch):
    monkeypatch.setattr(table, "LARGEST_SPLIT", len(TWO))
    assert [part.name for part in open_table(Source("x", text=TWO)).parts] == ["总览", "明细"]
    monkeypatch.setattr(table, "LARGEST_SPLIT", len(TWO) - 1)
    assert open_table(Source("x", text=TWO)).parts == ()


@pytest.mark.parametrize(("part", "chosen"), [(None, 0), (0, 0), (1, 1), (2, 0), (-1, 0)], ids=str)
def test_the_part_that_is_asked_for_or_the_one_known_best(part, chosen):
    opened = open_table(Source("x", text=TWO, part=part))
    assert (opened.part, opened.problems) == (chosen, ("several_tables",))
    first = [["2026-04-15", "1"], ["2026-04-16", "2"]]
    second = [["柿饼", "3", "5"], ["枣", "4", "6"]]
    assert list(opened.rows) == (second if chosen else first)
    assert [lines for lines, _rows in opened.chunks()] == ([[8, 9]] if chosen else [[3, 4]])
    names = [(p.index, p.name, p.kind, p.columns) for p in opened.parts]
    assert names == [(0, "总览", "traffic", 2), (1, "明细", "", 3)]


def test_of_parts_known_equally_well_the_first():
    text = "日期,花费\n2026-04-15,1\n\n日期,点赞数\n2026-04-15,1\n\n商品,销量,价\n柿饼,3,5\n"
    assert open_table(Source("x", text=text)).part == 0
    assert open_table(Source("x", text=text)).parts[0].name == "日期 花费"


@pytest.mark.parametrize("rows", range(CHUNK, CHUNK + 33))
def test_a_table_of_several_ends_where_the_next_begins(rows):
    """Whether its last lines come in one chunk with those of the next or before."""
    text = "日期,花费\n" + "2026-04-15,1\n" * rows + "\n明细\n商品,销量,价\n柿饼,3,5\n"
    assert len(list(open_table(Source("x", text=text)).rows)) == rows


@pytest.mark.parametrize(
    ("sheets", "hidden", "chosen"),
    [
        (
            {"说明": [["x", "y"], ["a", "b"]], "数据": [["日期", "花费"], ["2026-04-15", 1]]},
            (),
            "数据",
        ),
        ({"数据": [["日期", "花费"], ["2026-04-15", 1]], "说明": [["x", "y"]]}, ("数据",), "说明"),
        (
            {"一": [["日期", "花费"], ["2026-04-15", 1]], "二": [["日期", "花费"], ["x", 2]]},
            (),
            "一",
        ),
        ({"空": [], "二": [["x", "y"]]}, (), "二"),
    ],
)
def test_the_sheet_to_read(monkeypatch, sheets, hidden, chosen):
    def open_sheets(_source, _progress):
        for name, rows in sheets.items():
            cells = [[str(cell) for cell in row] for row in rows]
            yield apart.WorkbookSheet(name, "xlsx", name in hidden, [marshal.dumps(cells)])

    monkeypatch.setattr(table.apart, "open_sheets", open_sheets)
    book = b"PK\x03\x04[Content_Types].xml"
    monkeypatch.setattr(table, "_unpacked", lambda source, _progress: source)
    opened = open_table(Source("x", unpacked=book, path=Path("x")))
    assert opened.parts[opened.part].name == chosen
    assert [part.name for part in opened.parts] == [*sheets]
    for index, name in enumerate(sheets):
        asked = open_table(Source("x", unpacked=book, path=Path("x"), part=index))
        assert asked.parts[asked.part].name == (name if sheets[name] else chosen)


@pytest.mark.parametrize(
    ("width", "taken"), [(2, 2_000), (80, 2_000), (81, 1_975), (160, 1_000), (20_000, 10)]
)
def test_a_sample_of_a_wide_table_has_fewer_rows(width, taken):
    """Blank rows are none of it."""
    header = ["日期", *(f"指标{n}" for n in range(width - 1))]
    count = min(2_500, 400_000 // width)
    lines = [",".join(header), *[",".join(["2026-04-15", *["1"] * (width - 1)])] * count]
    opened = open_table(Source("x", text="\n".join(lines)))
    assert len(opened.sample) == min(taken, count)
    assert {len(row) for row in opened.sample} == {width}


def test_a_sample_is_as_wide_as_the_header():
    opened = open_table(Source("x", text="日期,花费,点赞数\n2026-04-15,1\n,,\n2026-04-16,2,3\n"))
    assert opened.sample == (("2026-04-15", "1", ""), ("2026-04-16", "2", "3"))


def test_reading_says_how_far_it_is(write):
    class Told(Progress):
        def report(self, done, total=0):
            told.append((done, total))

    told = []
    rows = 10_000
    content = "日期,花费\n" + "2026-04-15,1\n" * rows
    assert sum(len(lines) for lines, _ in open_table(write(content)).chunks(Told())) == rows
    assert len(told) > 5 and {total for _done, total in told} == {len(content.encode())}
    assert told == sorted(told)
    assert told[-1][0] <= len(content.encode())
