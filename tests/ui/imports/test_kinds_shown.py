"""Kind, part and name of a table, corrected; workbooks with a password."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import Qt
from xlsxwriter import Workbook

from ksdesk.domain.imports import Source
from ksdesk.ui.imports.kind_words import field_options
from ksdesk.ui.parts.table import TableView

ORDERS = (
    "订单号,订单创建时间,订单状态,实付款,收货人姓名\n"
    "'0024101234567890123,2026-10-15 10:20:30,待发货,59.90,张三\n"
    "'0024101234567890124,2026-10-15,待发货,12,李四\n"
)


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def paste(runner, text: str) -> None:
    runner.take([Source("表.csv", text=text)])


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    with Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return path


@pytest.fixture
def locked(tmp_path) -> Path:
    rows = [["日期", "花费"], *([f"2026-10-{n % 28 + 1:02d}", n] for n in range(28))]
    plain = workbook(tmp_path / "plain.xlsx", 报表=rows)
    out = io.BytesIO()
    with plain.open("rb") as file:
        OOXMLFile(file).encrypt("Ks-2026", out)
    path = tmp_path / "加密.xlsx"
    path.write_bytes(out.getvalue())
    return path


def test_orders_have_roles_of_their_own_and_a_buyers_name_is_out_of_reach(runner, ctx, qtbot):
    paste(runner, ORDERS)
    sheet = runner.sheet
    assert sheet.bar.kind.value() == "orders" and not sheet.bar.part.isVisibleTo(sheet)
    pane = sheet.pane
    pane.table.select_key(2)
    assert pane.role.value() == "identity:status" and pane.role.isEnabled()
    assert pane.role.choice.count() == len(field_options("orders")) + 6
    pane.table.select_key(4)
    assert not pane.role.isEnabled() and pane.role.verdict()[1]
    pane.table.select_key(2)
    pane.role.edited.emit("identity:flag")
    assert sheet.preview.kind == "orders" and sheet.preview.columns[2].role == "identity:flag"
    click(qtbot, sheet.go)
    assert ctx.reader.records.count("orders") == 2


def test_orders_are_shown_with_their_hour_and_whole_number(runner):
    paste(runner, ORDERS)
    sheet = runner.sheet
    sheet.tabs.set_value("new")
    sheet.open_tab()
    model = sheet.stack.currentWidget().findChild(TableView).rows
    assert [model.text(0, place) for place in (1, 2)] == [
        "2026-10-15 10:20",
        "0024101234567890123",
    ]
    assert model.text(1, 1) == "2026-10-15"
    assert model.columns[2].width > model.columns[3].width
    sheet.dropped.emit()


def test_revised_orders_are_shown(runner, ctx, qtbot):
    paste(runner, ORDERS)
    click(qtbot, runner.sheet.go)
    paste(runner, ORDERS.replace("待发货,59.90", "已发货,59.90"))
    sheet = runner.sheet
    sheet.tabs.set_value("revised")
    sheet.open_tab()
    table = sheet.stack.currentWidget().findChild(TableView)
    assert "0024101234567890123" in table.rows.text(0, 1)
    assert table.rows.text(0, 2).endswith("待发货 → 已发货")
    click(qtbot, sheet.go)
    assert ctx.reader.batches.last().revised == 1


def test_a_kind_is_corrected_and_an_own_table_named(runner, ctx, qtbot):
    paste(runner, "日期,花费,场次\n2026-10-15,1,2\n")
    bar = runner.sheet.bar
    assert not bar.title.isVisibleTo(runner.sheet)
    bar.kind.chosen.emit("any")
    assert runner.sheet.preview.kind == "any" and bar.title.isVisibleTo(runner.sheet)
    bar.title.setText("Evening  shifts")
    bar.title.editingFinished.emit()
    assert runner.sheet.preview.title == "Evening shifts"
    runner.sheet.pane.table.select_key(2)
    runner.sheet.pane.role.edited.emit("skip")
    preview = runner.sheet.preview
    assert (preview.kind, preview.title, preview.columns[2].role) == (
        "any",
        "Evening shifts",
        "skip",
    )
    click(qtbot, runner.sheet.go)
    assert ctx.reader.records.count("any") == 1
    assert len(list(ctx.paths.staging.glob("*.staging"))) == 1


@pytest.mark.slow
def test_another_sheet_of_a_workbook(runner, tmp_path):
    path = workbook(
        tmp_path / "两张.xlsx",
        说明=[["项目", "内容"], ["口径", "支付"]],
        报表=[["日期", "花费"], ["2026-10-15", 3]],
    )
    runner.take([Source(path.name, path)])
    bar = runner.sheet.bar
    assert bar.part.isVisibleTo(runner.sheet) and bar.part.value() == 1
    assert bar.part.itemText(1).startswith("报表 · ")
    bar.part.chosen.emit(0)
    assert runner.sheet.preview.part == 0
    bar.part.chosen.emit(1)
    assert runner.sheet.preview.fields == ("time", "spend")
    runner.sheet.dropped.emit()


@pytest.mark.slow
def test_a_password_is_asked_for_and_wrong_ones_said(runner, ctx, qtbot, locked):
    runner.take([Source(locked.name, locked)])
    asked = runner.password
    assert locked.name in asked.windowTitle() and not asked.go.isEnabled()
    assert asked.field.verdict() == ("", "")
    assert "WPS" in asked.sentence_label.text(), "the way without"
    qtbot.keyClicks(asked.field.edit, "ks-2026")
    click(qtbot, asked.go)
    asked = runner.password
    assert asked.field.verdict()[0] == "bad"
    qtbot.keyClicks(asked.field.edit, "Ks-2026")
    assert asked.field.edit.displayText() != "Ks-2026"
    qtbot.keyClick(asked.field.edit, Qt.Key.Key_Return)
    assert runner.sheet.preview.counts.new == 28
    runner.sheet.bar.kind.chosen.emit("any")
    assert runner.sheet.preview.kind == "any", "the password is known while the sheet is open"
    click(qtbot, runner.sheet.go)
    assert ctx.reader.records.count("any") == 28


def test_a_locked_file_can_be_skipped(runner, qtbot, locked, tmp_path):
    runner.take([Source(locked.name, locked), Source("表.csv", text=ORDERS)])
    click(qtbot, runner.password.leave)
    assert runner.sheet.preview.kind == "orders"
    runner.sheet.dropped.emit()
    assert runner.sheet is None


def test_a_source_that_went_away_leaves_the_sheet_as_it_was(runner, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("日期,花费\n2026-10-15,1\n", "utf-8")
    runner.take([Source(path.name, path)])
    path.unlink()
    runner.sheet.bar.kind.chosen.emit("any")
    sheet = runner.sheet
    assert (sheet.preview.kind, sheet.bar.kind.value()) == ("traffic", "traffic")
    assert "a.csv" in sheet.note.text() and sheet.go.isEnabled()
    sheet.dropped.emit()
