"""Workbooks, read back by openpyxl."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.exports import ExportColumn, ExportProblem, Sheet, workbook, write_xlsx
from ksdesk.exports.tables import file_stem

openpyxl = pytest.importorskip("openpyxl")

COLUMNS = (
    ExportColumn("title", "商品", width=30),
    ExportColumn("number", "订单号", "id"),
    ExportColumn("price", "价格", "money"),
    ExportColumn("stock", "库存", "count"),
    ExportColumn("rate", "转化率", "percent"),
    ExportColumn("roi", "ROI", "number"),
    ExportColumn("day", "日期", "day"),
    ExportColumn("at", "时间", "moment"),
)
DAY, MOMENT = date(2026, 11, 18), datetime(2026, 11, 18, 20, 0, 5)


def write(path: Path, *rows, columns=COLUMNS, title="商品"):
    write_xlsx(path, [Sheet(title, columns, rows)])
    return openpyxl.load_workbook(path).worksheets[0]


def test_every_kind_is_what_it_is(tmp_path: Path) -> None:
    row = ("柿饼", "2026111800000000001", 5990, 3, 0.125, 3.55, DAY, MOMENT)
    sheet = write(tmp_path / "a.xlsx", row, (None,) * 8)
    assert sheet.title == "商品"
    assert [cell.value for cell in sheet[1]] == [column.title for column in COLUMNS]
    values = [cell.value for cell in sheet[2]]
    assert values == ["柿饼", "2026111800000000001", 59.9, 3, 0.125, 3.55,
                      datetime(2026, 11, 18), MOMENT]  # fmt: skip
    assert [cell.value for cell in sheet[3]] == [None] * 8
    formats = [cell.number_format for cell in sheet[2]]
    assert formats[1] == "@" and "¥" in formats[2] and formats[4].endswith("%")
    assert sheet["G2"].is_date and sheet["H2"].is_date
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:H3"
    assert sheet.column_dimensions["A"].width == pytest.approx(30, abs=1)


@pytest.mark.parametrize("long", [False, True])
def test_long_numbers_and_leading_zeros_survive(tmp_path: Path, long: bool) -> None:
    numbers = ["2026111800000000001", "0012", "690123456789", "12E5", "3-1"]
    rows = ((None, n, *[None] * 6) for n in numbers)
    counted = rows if long else list(rows)
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [Sheet("a", COLUMNS, counted)])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [sheet.cell(n, 2).value for n in range(2, 7)] == numbers
    assert {sheet.cell(n, 2).data_type for n in range(2, 7)} == {"s"}


@pytest.mark.parametrize("text", ["=1+1", "+86", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1"])
def test_nothing_becomes_a_formula(tmp_path: Path, text: str) -> None:
    sheet = write(tmp_path / "a.xlsx", (text, text, *[None] * 6))
    for cell in sheet[2][:2]:
        assert cell.data_type == "s" and cell.value.strip() == text.strip()
        assert cell.quotePrefix


def test_amounts_are_exact_to_the_fen(tmp_path: Path) -> None:
    fens = [1, -1, 7, 29, 1999999999999, -123456789012345, 10**15 - 1, 0]
    sheet = write(tmp_path / "a.xlsx", *((None, None, fen, *[None] * 5) for fen in fens))
    read = [round(sheet.cell(n + 2, 3).value * 100) for n in range(len(fens))]
    assert read == fens


@pytest.mark.parametrize(
    ("kind", "value", "cell"),
    [
        ("money", 10**17, "1,000,000,000,000,000.00"),
        ("money", 12.5, 0.125),
        ("count", 10**15, "1000000000000000"),
        ("count", 3.7, 3.7),
        ("number", float("nan"), None),
        ("number", "1.9w", "1.9w"),
        ("day", date(1899, 1, 1), "1899-01-01"),
        ("day", datetime(2026, 1, 2, 3), datetime(2026, 1, 2)),
        ("moment", date(2026, 1, 2), datetime(2026, 1, 2)),
        ("text", "第一行\r\n第二行\x0b", "第一行\n第二行"),
    ],
)
def test_odd_values(tmp_path: Path, kind, value, cell) -> None:
    sheet = write(tmp_path / "a.xlsx", (value,), columns=(ExportColumn("x", "x", kind),))
    assert sheet["A2"].value == cell


def test_a_text_too_long_for_a_cell_is_cut_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = [("🎁" * 20_000,), ("柿" * 20_000,)]
    written = write_xlsx(path, [Sheet("a", COLUMNS[:1], rows)])
    assert (written.rows, written.cut) == (2, 1)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert len(sheet["A2"].value) == 16_383 and len(sheet["A3"].value) == 20_000


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    path = tmp_path / "a.xlsx"
    written = write_xlsx(path, [Sheet("订单", COLUMNS[:1], [(str(n),) for n in range(7)])])
    book = openpyxl.load_workbook(path)
    assert written.rows == 7
    assert book.sheetnames == ["订单", "订单 (2)", "订单 (3)"]
    assert [[c.value for c in s["A"]] for s in book] == [
        ["商品", "0", "1", "2"],
        ["商品", "3", "4", "5"],
        ["商品", "6"],
    ]


def test_sheets_get_names_that_excel_takes(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    titles = ["a/b:c", "A b c", "History", "", "长" * 40, "长" * 40, "b" * 30 + "'s"]
    write_xlsx(path, [Sheet(title, COLUMNS, []) for title in titles])
    names = openpyxl.load_workbook(path).sheetnames
    assert names[:4] == ["a b c", "A b c (2)", "History (2)", "ksdesk"]
    assert names[4] == "长" * 31 and names[5] == "长" * 27 + " (2)"
    assert names[6] == "b" * 30, "none ends with an apostrophe"


def test_an_empty_table_has_its_header(tmp_path: Path) -> None:
    sheet = write(tmp_path / "a.xlsx")
    assert sheet.max_row == 1 and sheet.freeze_panes == "A2"


def test_a_wide_table_names_its_last_column(tmp_path: Path) -> None:
    columns = tuple(ExportColumn(str(n), str(n)) for n in range(60))
    sheet = write(tmp_path / "a.xlsx", ("x",) * 60, columns=columns)
    assert sheet.auto_filter.ref == "A1:BH2"


class Stop(Progress):
    """Wants the work until it has been asked so many times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def wanted(self) -> bool:
        self.times -= 1
        return self.times >= 0


def rows(count: int) -> list[tuple[str]]:
    return [(f"{n * 7919 % 10007}",) for n in range(count)]


@pytest.mark.parametrize("times", [2, 6])
@pytest.mark.parametrize("count", [1_500, 30_000])
def test_cancel_while_writing_or_packing_leaves_nothing(
    tmp_path: Path, monkeypatch, times: int, count: int
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    path = tmp_path / "a.xlsx"
    path.write_text("before")
    with pytest.raises(Cancelled):
        write_xlsx(path, [Sheet("a", COLUMNS[:1], rows(count))], progress=Stop(times))
    assert path.read_text() == "before"
    assert {p.name for p in tmp_path.iterdir()} == {"a.xlsx", "scratch"}
    assert list(scratch.iterdir()) == []


def test_a_full_disk_is_a_problem_and_leaves_nothing(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.xlsx"
    real = workbook._Wanted

    class Full(io.BytesIO):
        def write(self, data) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(workbook, "_Wanted", lambda _file, progress: real(Full(), progress))
    with pytest.raises(ExportProblem) as caught:
        write_xlsx(path, [Sheet("a", COLUMNS[:1], [])])
    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_the_file_is_a_whole_zip(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [Sheet("a", COLUMNS[:1], rows(30_000))])
    with zipfile.ZipFile(path) as pack:
        assert pack.testzip() is None


@pytest.mark.parametrize(
    ("text", "stem"), [("a/b: c*", "a b  c"), ("..", "ksdesk"), ("商品 2026-11", "商品 2026-11")]
)
def test_a_file_name_for_every_system(text: str, stem: str) -> None:
    assert file_stem(text) == stem


@pytest.mark.parametrize("name", ["CON", "nul", "com1.", "LPT¹", "aux .a", "conin$", "Prn.2026"])
def test_no_file_is_called_like_a_device_of_windows(name: str) -> None:
    """What is written to such a name is lost, with whatever suffix."""
    assert file_stem(name).startswith("ksdesk ")
    assert file_stem(f"店{name}", "商品").startswith("店")


NAMES = st.text([*"\\/:*?\"<>|. '\x00\x7f\u202e\n店🍊a\ud800"])


@given(NAMES | st.text(max_size=300), st.sampled_from(["", "商品", "x" * 200]))
def test_a_name_is_one_that_every_disk_takes(shop: str, page: str) -> None:
    """The day and the suffix follow; 255 bytes is what most take."""
    stem = file_stem(shop, page)
    file = f"{stem} 2026-11-18.ksdesk-move"
    assert stem and len(file.encode()) <= 255
    assert not set(stem) & set('\\/:*?"<>|\x00\n\u202e')
    assert stem == stem.strip(" .")
    assert stem.endswith(page[:40])
    assert PurePath(file).name == file
