"""What is read or the book itself is damaged while a preview is open: a sentence, nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import backups, imports
from ksdesk.domain.imports import Source
from ksdesk.storage import Store
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.traffic.page import TrafficPage

TRAFFIC = "日期,花费\n2026-11-15,1\n2026-11-16,2\n"


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def book(paths, new_book):
    """A book whose every question opens the file anew, as in the app: here its bytes change."""
    shutil.copy(new_book, paths.book)
    book = Store.open(paths.book)
    yield book
    book.close()


@pytest.fixture
def page(ctx, qtbot, notices):
    made = TrafficPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def sheet(page, tmp_path):
    """A preview of a file, one of whose columns the seller has read otherwise."""
    path = tmp_path / "花费.csv"
    path.write_text(TRAFFIC, "utf-8")
    page.import_files([path])
    page.bringing.runner.sheet.pane.table.select_key(1)
    page.bringing.runner.sheet.pane.role.edited.emit("measure:gmv")
    return page.bringing.runner.sheet


def gone(path) -> None:
    path.unlink()


def folder_gone(path) -> None:
    shutil.rmtree(path.parent)


def empty(path) -> None:
    path.write_bytes(b"")


def cut(path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def half(path) -> None:
    """Its second page is lost; how large pages are stands in the head of the file."""
    whole = path.read_bytes()
    page = int.from_bytes(whole[16:18], "big")
    path.write_bytes(whole[:page] + bytes(page) + whole[2 * page :])


def overwritten(path) -> None:
    path.write_bytes(b"x" * 8192)


HARMS = pytest.mark.parametrize("harm", [gone, folder_gone, empty, cut, half, overwritten])


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label))


@pytest.mark.slow
@HARMS
def test_what_was_read_is_read_once_more(page, sheet, ctx, qtbot, harm):
    """The book was called damaged, and the way out was to put a backup in its place."""
    harm(sheet.preview.staging)
    click(qtbot, sheet.go)
    again = page.bringing.runner.sheet
    assert again is not sheet and again.isVisible() and page.bringing.trouble is None
    assert again.note.text() == (
        "刚才读到的内容坏了，已经重新读了一遍。现在什么都没存：看一眼，再点导入。"
    )
    assert again.preview.columns[1].role == "measure:gmv"
    assert ctx.reader.traffic.span() is None
    click(qtbot, again.go)
    assert list(ctx.reader.traffic.series("gmv", "day").values) == [100, 200]
    assert not list(ctx.paths.staging.glob("*.staging")) or imports.drafts(ctx.paths.staging) == ()


@pytest.mark.slow
def test_rows_that_were_left_out_stay_left_out(page, sheet, ctx, qtbot, tmp_path):
    click(qtbot, sheet.go)
    (tmp_path / "花费.csv").write_text(TRAFFIC.replace(",1", ",7").replace(",2\n", ",8\n"), "utf-8")
    page.import_files([tmp_path / "花费.csv"])
    sheet = page.bringing.runner.sheet
    sheet.tabs.set_value("revised")
    sheet.open_tab()
    sheet.revised.toggle(0)
    gone(sheet.preview.staging)
    click(qtbot, sheet.go)
    click(qtbot, page.bringing.runner.sheet.go)
    assert list(ctx.reader.traffic.series("gmv", "day").values) == [100, 800]


def test_the_file_is_gone_as_well(page, sheet, qtbot, tmp_path):
    (tmp_path / "花费.csv").unlink()
    gone(sheet.preview.staging)
    click(qtbot, sheet.go)
    assert "花费.csv" in page.bringing.runner.problem.windowTitle()
    page.bringing.runner.problem.reject()
    assert not page.bringing.busy


@pytest.mark.slow
@HARMS
def test_a_pasted_table_of_another_day_has_to_be_copied_again(page, ctx, qtbot, harm):
    page.bringing.runner.take([Source("粘贴的表格", text=TRAFFIC)])
    page.bringing.runner.sheet.reject()
    click(qtbot, page.bringing.drafts.go)
    sheet = page.bringing.runner.sheet
    harm(sheet.preview.staging)
    click(qtbot, sheet.go)
    assert page.bringing.runner.problem.windowTitle() == "粘贴的表格 之前读到的内容没有了"
    page.bringing.runner.problem.reject()
    assert not page.bringing.busy and ctx.reader.traffic.span() is None


@pytest.mark.slow
@HARMS
def test_a_draft_that_is_lost_before_it_is_taken_up_again(page, qtbot, harm, ctx):
    page.bringing.runner.take([Source("表.csv", text=TRAFFIC)])
    page.bringing.runner.sheet.reject()
    (draft,) = imports.drafts(ctx.paths.staging)
    harm(draft.path)
    click(qtbot, page.bringing.drafts.go)
    assert page.bringing.runner.problem.windowTitle() == "表.csv 之前读到的内容没有了"
    page.bringing.runner.problem.reject()
    assert not page.bringing.drafts.isVisible()


@pytest.mark.slow
@HARMS
def test_what_is_lost_cannot_be_set_aside(page, sheet, notices, harm):
    harm(sheet.preview.staging)
    sheet.reject()
    assert notices == ["花费.csv 没能留着稍后再导，要用时重新选这个文件"]
    assert not page.bringing.busy and not page.bringing.drafts.isVisible()


@pytest.mark.slow
def test_a_damaged_book_is_named_and_the_backups_are_the_way_out(page, sheet, ctx, qtbot):
    """The copy that was about to be made was called damaged, and all was said to be there."""
    went: list[tuple] = []
    ctx.navigate = lambda *where: went.append(where)
    kept = ctx.book.path.read_bytes()
    ctx.book.path.write_bytes(b"y" * len(kept))
    click(qtbot, sheet.go)
    trouble = page.bringing.trouble
    said = texts(trouble)
    assert ctx.book.path.name in said and "import.ksdesk" not in said
    assert "原来的账都在" not in said and "花费.csv" in said
    click(qtbot, trouble.to_data)
    assert went == [("settings", "data")]
    ctx.book.path.write_bytes(kept)
    click(qtbot, trouble.again)
    click(qtbot, page.bringing.runner.sheet.go)
    assert list(ctx.reader.traffic.series("gmv", "day").values) == [100, 200]


def written_over(other, path) -> None:
    """As SQLite itself puts a copy back, which needs no file to be let go."""
    with closing(sqlite3.connect(other)) as whole, closing(sqlite3.connect(path)) as there:
        whole.backup(there)


@pytest.mark.slow
@pytest.mark.parametrize(
    "put",
    [
        pytest.param(
            os.replace,
            marks=pytest.mark.skipif(
                sys.platform == "win32", reason="an open file stays in its place"
            ),
        ),
        written_over,
    ],
)
def test_another_book_in_its_place_is_compared_anew(page, sheet, ctx, qtbot, tmp_path, now, put):
    """A restore while the preview is open: what it has already is not brought in twice."""
    click(qtbot, sheet.go)
    full = tmp_path / "full.ksdesk"
    ctx.book.backup_to(full)
    imports.undo(ctx.book, 1, now)
    page.import_files([tmp_path / "花费.csv"])
    sheet = page.bringing.runner.sheet
    assert sheet.preview.counts.new == 2
    backups.back_up(ctx.book, ctx.paths.backups, "import", ctx.clock())
    put(full, ctx.book.path)
    click(qtbot, sheet.go)
    book = ctx.book
    if put is os.replace:  # to go on would write parts of the open book into the copy
        assert "换成了别的文件" in texts(page.bringing.trouble)
        book.close()
        book = Store.open(book.path)
    assert list(book.reader.traffic.series("gmv", "day").values) == [100, 200]
    book.close()
