"""`--month 2026-10 --out FILE`: what a script of the seller's gets."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from pdf_text import pages_of

from ksdesk.paths import Paths
from ksdesk.ui.month.command import write_month


@pytest.fixture
def data(tmp_path, first_book) -> Path:
    paths = Paths(tmp_path / "店 铺")
    paths.make()
    shutil.copy(first_book, paths.book)
    return paths.data


def run(*arguments: object) -> tuple[int, str]:
    made = subprocess.run(
        [sys.executable, "-m", "ksdesk", "--lang", "zh", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert "Traceback" not in made.stderr
    return made.returncode, made.stderr


@pytest.mark.slow
def test_a_month_is_written_as_pdf_and_spreadsheet_with_the_same_figures(data, tmp_path):
    pdf, sheet = tmp_path / "十月.pdf", tmp_path / "十月.XLSX"
    assert run("--data", data, "--month", "2026-10", "--out", pdf) == (0, "")
    assert run("--data", data, "--month", "2026-10", "--out", sheet) == (0, "")
    words = "\n".join(pages_of(pdf)).split()
    assert {"钱从哪来、到哪去", "200.00", "−90.00", "464.00", "57.00"} <= set(words)
    assert pdf.stat().st_size < 300_000
    cells = [
        cell.value
        for table in openpyxl.load_workbook(sheet).worksheets
        for row in table.iter_rows()
        for cell in row
    ]
    assert {"钱从哪来、到哪去", 200, -90, 464, 57} <= {
        *cells,
        *openpyxl.load_workbook(sheet).sheetnames,
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--month", "2026-02", "--out", "a.pdf"], "2026-02"),
        (["--month", "2026-13", "--out", "a.pdf"], "2026-13"),
        (["--month", "2026-00", "--out", "a.pdf"], "2026-00"),
        (["--month", "十月", "--out", "a.pdf"], "十月"),
        (["--month", "2026-10-01", "--out", "a.pdf"], "2026-10-01"),
        (["--month", "2026-10", "--out", "a.docx"], "a.docx"),
        (["--month", "2026-10"], "--out"),
        (["--out", "a.pdf"], "--month"),
        (["--month", "2026-10", "--out", "nowhere/a.pdf"], "a.pdf"),
    ],
)
def test_what_cannot_be_written_is_a_sentence_and_2(data, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    code, words = run("--data", data, *arguments)
    assert code == 2 and said in words and len(words.splitlines()) == 1
    assert ".part" not in words, "the file that is written beside it for a moment"
    assert "directory" not in words, "the system's own words"
    assert not list(tmp_path.glob("a.*"))


@pytest.mark.parametrize(
    "wanted",
    [
        *("", "2026", "2026-", "-10", "2026-+1", "2026- 1", " 2026-10", "2026-10\n", "2026-010"),
        *("26-10", "0000-01", "1969-12", "9999-12", "２０２６-10", "2026-１", "2026/10", "十月"),
    ],
)
def test_whatever_is_no_month_is_told_before_any_book_is_opened(tmp_path, capsys, wanted):
    """2026- and 9999-12 ended in a crash report."""
    code = write_month(wanted, tmp_path / "a.pdf", Paths(tmp_path / "x"), datetime.now)
    assert code == 2 and wanted in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


@pytest.mark.slow
def test_a_folder_without_a_book_is_left_as_it_was(tmp_path):
    code, words = run("--data", tmp_path / "x", "--month", "2026-10", "--out", tmp_path / "a.pdf")
    assert code == 2 and "x" in words
    assert not (tmp_path / "x").exists()


@pytest.mark.slow
def test_a_folder_of_other_things_gets_no_book(tmp_path):
    """One was made in it, with backups, logs and all."""
    (tmp_path / "信.txt").write_text("x", "utf-8")
    code, words = run("--data", tmp_path, "--month", "2026-10", "--out", tmp_path / "a.pdf")
    assert code == 2 and "没有账本" in words
    assert [path.name for path in tmp_path.iterdir()] == ["信.txt"]


@pytest.mark.slow
@pytest.mark.parametrize(("spoil", "due"), [("PRAGMA user_version = 9999", 3), ("", 4)])
def test_a_newer_book_is_told_from_one_that_cannot_be_read(data, tmp_path, spoil, due):
    """Both ended with 4."""
    book = Paths(data).book
    if spoil:
        with closing(sqlite3.connect(book)) as file:
            file.execute(spoil)
    else:
        book.write_bytes(b"no book" * 999)
    code, words = run("--data", data, "--month", "2026-10", "--out", tmp_path / "a.pdf")
    assert code == due and str(book) in words and not (tmp_path / "a.pdf").exists()


@pytest.mark.slow
def test_a_folder_that_a_window_holds_is_left_to_it(data, tmp_path):
    from ksdesk.ui.shell.instance import take_lock

    lock = take_lock(Paths(data).lock_file)
    assert lock is not None
    code, words = run("--data", data, "--month", "2026-10", "--out", tmp_path / "a.pdf")
    lock.unlock()
    assert code == 5 and "月报" in words and not (tmp_path / "a.pdf").exists()
