"""Preferences, backups, details for help, and the About page."""

from __future__ import annotations

import errno
import logging
import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from ksdesk import settings
from ksdesk.actions import backups
from ksdesk.ui.settings import details
from ksdesk.ui.settings.page import SettingsPage
from ksdesk.ui.shell.window import MainWindow


@pytest.fixture
def page(ctx, qtbot):
    made = SettingsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "en"), ("scheme", "dark"), ("text_size", 120), ("up_colour", "green")],
)
def test_a_setting_is_written_and_taken_up(page, ctx, qtbot, name, value):
    restyled = []
    ctx.restyle = lambda: restyled.append(name)
    click(qtbot, page.look.bars[name].button(value))
    assert getattr(ctx.settings.values, name) == value
    assert restyled == [name]


def test_a_setting_that_cannot_be_written_goes_back(page, ctx, qtbot, tmp_path):
    ctx.settings.path = tmp_path / "gone" / "settings.json"
    click(qtbot, page.look.bars["scheme"].button("dark"))
    assert page.look.bars["scheme"].value() == ""
    assert page.banner.isVisible()
    click(qtbot, page.look.bars["scheme"].button("light"))
    assert ctx.settings.values.scheme == ""


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.EACCES, "settings.json 是只读的"),
        (errno.EROFS, "settings.json 是只读的"),
        (errno.EBUSY, "settings.json 正被别的程序占着"),
        (errno.ENOSPC, "满了"),
        (errno.EIO, "读写不正常"),
        (errno.EINVAL, "读写不正常"),
    ],
)
def test_why_a_setting_is_not_written_is_told_in_the_language_of_the_screen(
    page, ctx, qtbot, monkeypatch, code, told
):
    """[Errno 13] Permission denied, and the whole path, stood in the middle of the sentence."""

    def refuse(_fresh: Path, path: Path) -> None:
        raise OSError(code, os.strerror(code), str(path))

    monkeypatch.setattr(settings, "put_in_place", refuse)
    click(qtbot, page.look.bars["scheme"].button("dark"))
    said = page.banner.text()
    assert told in said and os.strerror(code) not in said and "账本" not in said


@pytest.mark.slow
def test_in_the_window_the_page_is_rebuilt_where_it_was(ctx, qtbot):
    ctx.settings.set(language="zh", scheme="light")
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    window.navigate("settings")
    first = window.pages["settings"]
    click(qtbot, first.look.bars["language"].button("en"))
    second = window.pages["settings"]
    assert second is not first
    assert second.tabs.button("about").text() == "About"
    window.navigate("settings", "data")
    ctx.settings.set(scheme="dark")
    window.restyle()
    assert window.pages["settings"].tabs.value() == "data"
    assert ctx.theme.scheme == "dark"


def test_the_focused_row_and_the_place_are_kept(page, ctx, qtbot):
    page.activateWindow()
    page.look.bars["text_size"].button(100).setFocus()
    kept = page.state()
    assert kept["focus"] == "text_size"
    again = SettingsPage(ctx)
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    again.restore(kept)
    qtbot.waitUntil(lambda: again.look.bars["text_size"].button(100).hasFocus())


def test_backing_up_now_adds_a_row(page, ctx, qtbot):
    said = []
    ctx.notice = lambda text, undo=False, **_way: said.append(text)
    page.jump("data")
    click(qtbot, page.data.backups.back_up_button)
    assert [s.backup.reason for s in page.data.backups.model.rows] == ["manual"]
    assert page.data.backups.model.text(0, 1) == "手动"
    assert said == ["已备份"]
    assert page.data.backups.back_up_button.isEnabled()


def test_a_backup_that_fails_is_told_and_can_be_tried_again(page, ctx, qtbot):
    told = []
    ctx.jobs.failed.disconnect()
    ctx.jobs.failed.connect(told.append)
    ctx.paths.backups.rmdir()
    ctx.paths.backups.write_text("a file where the folder should be")
    page.jump("data")
    click(qtbot, page.data.backups.back_up_button)
    assert len(told) == 1
    assert page.data.backups.back_up_button.isEnabled()


def test_other_backups_are_listed_with_their_reason(page, ctx):
    for reason in ("daily", "import", "migration", "odd"):
        backups.target(ctx.paths.backups, reason, datetime(2026, 11, 1)).write_bytes(b"x" * 4096)
    page.refresh()
    texts = {page.data.backups.model.text(row, 1) for row in range(4)}
    assert texts == {"每天一份", "导入前", "升级前", "odd"}


def test_the_sample_shop_has_no_backups_but_a_way_out(ctx, qtbot):
    ctx.sample = True
    went = []
    ctx.switch_shop = went.append
    page = SettingsPage(ctx)
    qtbot.addWidget(page)
    page.show()
    page.jump("data")
    assert not page.data.backups.back_up_button.isEnabled()
    assert page.data.backups.back_up_button.toolTip()
    click(qtbot, page.data.shop_button)
    assert went == [False]


def test_the_sample_can_be_looked_at(page, ctx, qtbot):
    went = []
    ctx.switch_shop = went.append
    page.jump("data")
    click(qtbot, page.data.shop_button)
    assert went == [True]


def test_the_path_is_copied_and_shown(page, ctx, qtbot):
    page.jump("data")
    click(qtbot, page.data.copy_path)
    assert QGuiApplication.clipboard().text() == str(ctx.paths.data)
    assert page.data.copy_path.text() == "已复制"
    assert page.data.folder.text() == str(ctx.paths.data)


def test_folders_open_as_local_files_only(page, ctx, qtbot, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.jump("data")
    for button in (page.data.open_button, page.data.open_backups, page.data.open_log):
        click(qtbot, button)
    assert all(url.isLocalFile() for url in opened)
    folders = [ctx.paths.data, ctx.paths.backups, ctx.paths.logs]
    assert [Path(url.toLocalFile()) for url in opened] == folders


def test_details_hold_versions_and_the_end_of_the_log(page, ctx, qtbot):
    lines = [f"line {n}" for n in range(300)]
    (ctx.paths.logs / details.LOG).write_text("\n".join(lines), encoding="utf-8")
    page.jump("data")
    click(qtbot, page.data.copy_button)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("ksdesk ")
    assert "line 299" in text and "line 100\n" in text and "line 99\n" not in text


def test_a_log_that_cannot_be_read_leaves_the_versions_to_copy(page, ctx, qtbot):
    (ctx.paths.logs / details.LOG).mkdir()
    page.jump("data")
    click(qtbot, page.data.copy_button)
    assert QGuiApplication.clipboard().text().startswith("ksdesk ")


def test_the_log_that_is_read_is_the_one_that_is_written(ctx):
    from ksdesk.log import Log

    log = Log(ctx.paths.logs)
    logging.getLogger("ksdesk").warning("written here")
    log.close()
    assert "written here" in details.log_tail(ctx.paths.logs)


def test_about_lists_what_ships_and_shows_the_texts(page, qtbot):
    page.jump("about")
    assert page.about.model.rows[0].name == "ksdesk"
    qt = next(row for row in page.about.model.rows if row.name == "PySide6-Essentials")
    page.about.table.opened.emit(qt)
    assert "LESSER GENERAL PUBLIC LICENSE" in page.about.sheet.text.toPlainText().upper()
    page.about.sheet.reject()
    click(qtbot, page.about.text_buttons["OFL"])
    assert "SIL OPEN FONT LICENSE" in page.about.sheet.text.toPlainText().upper()
    page.about.sheet.reject()


def test_a_licence_without_its_text_opens_nothing(page):
    page.about.open_licence(details.Shipped("x", "1", "MIT"))
    assert page.about.sheet is None


def test_about_without_the_list_says_so(ctx, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(details, "resources", lambda: tmp_path)
    page = SettingsPage(ctx)
    qtbot.addWidget(page)
    page.show()
    page.jump("about")
    assert page.about.model.rows == []
    assert page.about.text_buttons == {}


def test_models_keep_their_promises(page, qtmodeltester):
    qtmodeltester.check(page.data.backups.model)
    qtmodeltester.check(page.about.model)
