"""CSV as Excel opens it, read back as bytes and cells."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk import paths
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.exports import ExportColumn, ExportProblem, Sheet, write_csv
from ksdesk.exports.csv_file import safe_text
from ksdesk.importers.cell import tidy_text

COLUMNS = (
    ExportColumn("title", "商品"),
    ExportColumn("number", "订单号", "id"),
    ExportColumn("price", "价格(元)", "money"),
    ExportColumn("stock", "库存", "count"),
    ExportColumn("rate", "转化率", "percent"),
    ExportColumn("roi", "ROI", "number"),
    ExportColumn("day", "日期", "day"),
    ExportColumn("at", "时间", "moment"),
)


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_kind_is_written_as_excel_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "商品.csv"
    row = ("柿饼", "2026111800000000001", -5990, 3, 0.125, 3.5, date(2026, 11, 18),
           datetime(2026, 11, 18, 20, 0))  # fmt: skip
    written = write_csv(path, Sheet("商品", COLUMNS, [row, (None,) * 8]))
    assert (written.rows, written.cut) == (2, 0)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 3
    assert cells(path)[1:] == [
        ["柿饼", "\t2026111800000000001", "-59.90", "3", "12.5%", "3.5", "2026-11-18",
         "2026-11-18 20:00:00"],
        [""] * 8,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+86 138", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1",
     "＝1+1", "-", "--", "'quoted", "-1,5", "\n@x"],
)  # fmt: skip
def test_nothing_becomes_a_formula(text: str) -> None:
    safe = safe_text(text)
    assert safe.startswith("'")


@pytest.mark.parametrize("text", ["-12.50", "-5%", "-3", "柿饼", "", "a=b", "1.5", "12345678901"])
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


@pytest.mark.parametrize(
    "text", ["123456789012", "2026111800000000001", "007", "00", "12E5", "3-1", "1/2", "2026-11"]
)
def test_what_excel_would_mangle_gets_a_tab(text: str) -> None:
    assert safe_text(text) == f"\t{text}"


def test_a_day_that_is_written_out_may_be_a_day(tmp_path: Path) -> None:
    column = (ExportColumn("day", "日期", "day"),)
    write_csv(tmp_path / "a.csv", Sheet("a", column, [("2026-11-18",), ("=1",)]))
    assert cells(tmp_path / "a.csv")[1:] == [["2026-11-18"], ["'=1"]]


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("money", 5, "0.05"),
        ("money", -5, "-0.05"),
        ("money", 10**15 - 1, "9999999999999.99"),
        ("money", 123.5, "1.235"),
        ("count", 10**13, "\t10000000000000"),
        ("count", 3.7, "3.7"),
        ("number", 1e-7, "0.0000001"),
        ("number", 2.0, "2"),
        ("number", float("nan"), ""),
        ("percent", float("inf"), ""),
        ("percent", 1.0, "100%"),
        ("text", 12, "12"),
        ("moment", date(2026, 1, 2), "2026-01-02"),
        ("day", datetime(2026, 1, 2, 3), "2026-01-02"),
        ("text", "a\0b\ud800c", "abc"),
    ],
)
def test_a_value_of_its_kind(tmp_path: Path, kind, value, text: str) -> None:
    write_csv(tmp_path / "a.csv", Sheet("a", (ExportColumn("x", "x", kind),), [(value,)]))
    assert cells(tmp_path / "a.csv")[1] == [text]


@given(st.text(max_size=40))
def test_our_import_takes_the_guards_away(text: str) -> None:
    stored = tidy_text(text)
    assert tidy_text(safe_text(stored)) == stored


@given(st.text(max_size=20))
def test_no_text_at_all_begins_a_formula(text: str) -> None:
    safe = safe_text(text)
    start = safe.lstrip(" \t\r\n")[:1]
    assert start not in ("=", "+", "@") and (start != "-" or safe[1:2].isdigit())


class Stop(Progress):
    def __init__(self, after: int) -> None:
        self.after, self.seen = after, []

    def report(self, done: int, total: int | None = None) -> None:
        self.seen.append((done, total))

    def wanted(self) -> bool:
        return len(self.seen) < self.after


@pytest.mark.parametrize("code", [column.name for column in COLUMNS])
def test_what_a_damaged_disk_made_of_a_cell_is_written_as_it_is(tmp_path: Path, code: str) -> None:
    """The table around it goes out."""
    columns = [column for column in COLUMNS if column.name == code]
    spoilt: list[tuple[object]] = [(b"j\xeb\x02 ",), (None,)]
    if code in ("day", "at"):
        spoilt.append((1_796_000_000,))
    write_csv(tmp_path / "x.csv", Sheet("x", columns, spoilt))
    (_label, (first,), *rest) = cells(tmp_path / "x.csv")
    assert "xeb" in first and len(rest) == len(spoilt) - 1


def test_progress_and_cancel_leave_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")
    rows = [(str(n),) for n in range(2000)]
    stop = Stop(2)
    with pytest.raises(Cancelled):
        write_csv(path, Sheet("a", COLUMNS[:1], rows), progress=stop)
    assert stop.seen == [(0, 2000), (500, 2000)]
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_a_failing_row_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(ValueError):
        write_csv(path, Sheet("a", COLUMNS[:1], [("a", "one too many")]))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "no" / "a.csv"
    with pytest.raises(ExportProblem) as caught:
        write_csv(path, Sheet("a", COLUMNS[:1], []))
    assert caught.value.code == "missing" and caught.value.path == path


def test_what_would_lie_too_deep_in_folders_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows says of a path beyond 259 characters that its folder is not there."""
    with pytest.raises(ExportProblem) as caught:
        write_csv(tmp_path / ("长" * 300) / "a.csv", Sheet("a", COLUMNS[:1], []))
    assert caught.value.code == "too_long"
    monkeypatch.setattr(paths, "_LONGEST", len(str(tmp_path)))
    with pytest.raises(ExportProblem) as caught:
        write_csv(tmp_path / "no" / "a.csv", Sheet("a", COLUMNS[:1], []))
    assert caught.value.code == "too_long"


def test_a_folder_of_that_name_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ExportProblem) as caught:
        write_csv(tmp_path, Sheet("a", COLUMNS[:1], []))
    assert caught.value.code == "bad_name"


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Another program that has the file open and lets go of it at the nth try, on Windows."""

    def hold(tries: int, said: int = 32) -> None:
        left, replace = [tries], Path.replace

        def replaced(self: Path, target: Path) -> Path:
            left[0] -= 1
            if left[0] > 0:
                error = PermissionError(13, "used by another process", str(target))
                error.winerror = said
                raise error
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", replaced)

    return hold


def test_a_file_that_a_scanner_holds_is_written_all_the_same(tmp_path: Path, hold) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")
    hold(3)
    write_csv(path, Sheet("a", COLUMNS[:1], [("柿饼",)]))
    assert cells(path) == [["商品"], ["柿饼"]]


@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() == 0, reason="nothing is write-protected for root"
)
def test_a_write_protected_file_is_not_said_to_be_open_in_excel(tmp_path: Path, hold) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")
    path.chmod(0o444)
    hold(99, said=5)
    with pytest.raises(ExportProblem) as caught:
        write_csv(path, Sheet("a", COLUMNS[:1], [("柿饼",)]))
    assert caught.value.code == "protected"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"] and path.read_text() == "before"
    path.chmod(0o644)


def test_a_file_that_excel_keeps_open_is_in_use_and_as_it_was(tmp_path: Path, hold) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")
    hold(99)
    with pytest.raises(ExportProblem) as caught:
        write_csv(path, Sheet("a", COLUMNS[:1], [("柿饼",)]))
    assert caught.value.code == "in_use"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"] and path.read_text() == "before"
