"""The preview of an import, driven by mouse and keys."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from late_jobs import LateJobs
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from traffic_reports import hourly, written

from ksdesk.actions import backups
from ksdesk.domain.imports import Source
from ksdesk.ui.imports.reading import once_more
from ksdesk.ui.imports.sheet import TABS
from ksdesk.ui.parts.table import TableView

START = datetime(2026, 11, 11)


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def show(runner, tab: str) -> TableView:
    runner.sheet.tabs.set_value(tab)
    runner.sheet.open_tab()
    return runner.sheet.stack.currentWidget().findChild(TableView)


def texts(table: TableView) -> list[list[str]]:
    model = table.rows
    return [
        [model.text(row, place) for place in range(len(model.columns))]
        for row in range(len(model.rows))
    ]


def counts(sheet) -> dict[str, str]:
    return {tab: sheet.tabs.chip(tab).accessibleName() for tab in TABS}


def take(runner, *paths: Path) -> None:
    runner.take([Source(path.name, path) for path in paths])


def staged(ctx) -> list[Path]:
    return list(ctx.paths.staging.glob("*.staging"))


@pytest.fixture
def flawed(tmp_path) -> Path:
    lines = hourly(START, 24)
    lines[3] = lines[3].replace("11.50", "12.3.4")
    lines[6] = lines[6].replace("2026-11-11 02:00", "昨天")
    return written(tmp_path / "报表.csv", [*lines, "合计,,,999,,,,,"])


def test_the_preview_says_what_it_is_and_what_becomes_of_it(runner, flawed):
    take(runner, flawed)
    sheet = runner.sheet
    assert sheet.windowTitle() == "报表.csv"
    said = sheet.sentence_label.text()
    assert said == "流量报表 · GBK · 表头在第 3 行 · 每小时一行 · 2026年11月11日"
    assert counts(sheet) == {
        "columns": "列 9",
        "new": "新的 46",
        "same": "已导入过 0",
        "revised": "将更新 0",
        "refused": "不能用 2",
    }
    assert sheet.go.text() == "导入 46 行"
    sheet.reject()


def test_rows_that_cannot_be_used_are_named(runner, flawed):
    take(runner, flawed)
    rows = texts(show(runner, "refused"))
    assert rows[0] == ["6", "总花费（元）", "12.3.4", "“12.3.4”不是数字，此行未导入"]
    assert rows[1][3] == "“昨天”不是日期，此行未导入"
    assert rows[2][3] == "报表自己的合计，不重复算"
    note = runner.sheet.note.text()
    assert note.startswith("第 6 行：总花费（元）“12.3.4”不是数字，此行未导入")
    assert note.endswith("报表自己的合计没有算：1 行")
    runner.sheet.reject()


def test_rows_are_shown_as_they_will_be_stored(runner, flawed):
    take(runner, flawed)
    row = texts(show(runner, "new"))[0]
    assert row[:5] == ["4", "2026-11-11 00:00", "101", "$100 起 ^_^ 🎁", "¥10.50"]
    runner.sheet.reject()


def test_models_keep_qts_rules(runner, flawed, ctx, qtbot, tmp_path):
    take(runner, flawed)
    click(qtbot, runner.sheet.go)
    take(runner, written(tmp_path / "改.csv", hourly(START, 24, twist=2)))
    for tab in TABS:
        table = show(runner, tab)
        QAbstractItemModelTester(
            table.rows, QAbstractItemModelTester.FailureReportingMode.Warning, table
        )
    runner.sheet.reject()


def test_revised_rows_are_shown_old_to_new_and_ticked(runner, ctx, qtbot, tmp_path):
    take(runner, written(tmp_path / "一.csv", hourly(START, 3)))
    click(qtbot, runner.sheet.go)
    take(runner, written(tmp_path / "二.csv", hourly(START, 4, twist=5)))
    table = show(runner, "revised")
    rows = texts(table)
    assert rows[0][2] == "观看 20 → 25" and "2026-11-11" in rows[0][1]
    assert len(rows) == 6 and runner.sheet.go.text() == "导入 8 行"
    for number in range(5):
        table.rows.toggle(number)
    assert runner.sheet.go.text() == "导入 3 行"
    click(qtbot, runner.sheet.go)
    batch = ctx.reader.batches.last()
    assert (batch.new, batch.revised, batch.same) == (2, 1, 5)
    ctx.undo.back()
    assert ctx.reader.batches.last().name == "一.csv"


def test_the_same_file_again_has_nothing_new(runner, qtbot, flawed):
    take(runner, flawed)
    click(qtbot, runner.sheet.go)
    take(runner, flawed)
    assert counts(runner.sheet)["same"] == "已导入过 46"
    assert not runner.sheet.go.isEnabled() and runner.sheet.go.text() == "没有新的行"
    runner.sheet.reject()


def test_a_figure_without_a_name_is_asked_for(runner, ctx, qtbot, tmp_path):
    path = tmp_path / "exchange.csv"
    path.write_text("timestamp,value\n2011-07-01 00:00:01,0.08\n2011-07-01 01:00:01,0.09\n")
    take(runner, path)
    sheet = runner.sheet
    assert sheet.stack.currentWidget() is sheet.pane
    assert not sheet.go.isEnabled() and sheet.go.toolTip() == "请先指定“value”这一列是什么"
    assert sheet.pane.name.caption.text() == "这一列是什么？"
    assert sheet.pane.name.edit.hasFocus() or not sheet.isActiveWindow()
    qtbot.keyClicks(sheet.pane.name.edit, "CPC today")
    qtbot.keyClick(sheet.pane.name.edit, Qt.Key.Key_Return)
    assert sheet.go.text() == "导入 2 行"
    click(qtbot, sheet.pane.suggestions.chip("CPC"))
    click(qtbot, sheet.go)
    assert ctx.reader.traffic.measures() == ("own:CPC",)


def test_a_column_gets_another_role(runner, ctx, qtbot, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("日期,花费,人数\n2026-11-16,10,5\n2026-11-17,20,7\n", "utf-8")
    take(runner, path)
    pane = runner.sheet.pane
    pane.table.select_key(2)
    assert (pane.role.value(), pane.name.text()) == ("own", "人数")
    pane.role.edited.emit("measure:views")
    assert runner.sheet.preview.columns[2].role == "measure:views"
    pane.table.select_key(1)
    assert pane.unit.isVisibleTo(pane)
    pane.unit.edited.emit("li")
    pane.table.select_key(0)
    pane.role.edited.emit("skip")
    assert runner.sheet.go.text() == "请先指定哪一列是日期"
    pane.role.edited.emit("time")
    click(qtbot, runner.sheet.go)
    series = ctx.reader.traffic.series("spend", "day")
    assert list(series.values) == [1.0, 2.0]
    assert len(staged(ctx)) == 1, "the last reading is kept for redo, the others are gone"


def test_leaving_drops_what_was_staged_and_goes_on_to_the_next(runner, ctx, qtbot, tmp_path):
    paths = [written(tmp_path / f"{n}.csv", hourly(datetime(2026, 11, n), 2)) for n in (10, 11, 12)]
    take(runner, *paths)
    assert runner.sheet.windowTitle() == "10.csv" and runner.waiting == 2
    click(qtbot, runner.sheet.leave)
    assert runner.sheet.windowTitle() == "11.csv" and len(staged(ctx)) == 1
    click(qtbot, runner.sheet.go)
    assert runner.sheet.windowTitle() == "12.csv"
    runner.sheet.reject()
    assert runner.sheet is None
    assert [batch.name for batch in ctx.reader.batches.recent(9)] == ["11.csv"]


def test_a_damaged_workbook_is_refused_with_the_way_out(runner, qtbot, tmp_path):
    path = tmp_path / "报表.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    good = written(tmp_path / "好.csv", hourly(START, 2))
    take(runner, path, good)
    problem = runner.problem
    assert problem.windowTitle() == "报表.xlsx 已损坏"
    assert "另存为 CSV" in problem.sentence_label.text()
    click(qtbot, problem.leave)
    assert runner.sheet.windowTitle() == "好.csv"
    runner.sheet.reject()


def test_another_file_can_be_chosen_at_once(runner, qtbot, tmp_path):
    wanted: list[bool] = []
    runner.other_wanted.connect(lambda: wanted.append(True))
    take(runner, tmp_path / "gone.csv")
    assert runner.problem.windowTitle() == "gone.csv 不在了"
    click(qtbot, runner.problem.go)
    assert wanted == [True]


def test_a_copy_of_the_book_is_made_before_an_import(runner, ctx, qtbot, flawed):
    take(runner, flawed)
    click(qtbot, runner.sheet.go)
    (copy,) = backups.listed(ctx.paths.backups)
    assert copy.reason == "import"


def test_the_sample_shop_is_not_backed_up(runner, ctx, qtbot, flawed):
    ctx.sample = True
    take(runner, flawed)
    click(qtbot, runner.sheet.go)
    assert backups.listed(ctx.paths.backups) == ()
    assert ctx.reader.batches.last().new == 46


def test_a_book_that_changed_meanwhile_is_compared_once_more(runner, ctx, qtbot, tmp_path):
    first = written(tmp_path / "a.csv", hourly(START, 2))
    second = written(tmp_path / "b.csv", hourly(START, 3))
    take(runner, second)
    from ksdesk.actions import imports

    imports.commit(ctx.book, imports.preview(ctx.book, first), now=ctx.clock())
    click(qtbot, runner.sheet.go)
    assert counts(runner.sheet)["same"] == "已导入过 4"
    click(qtbot, runner.sheet.go)
    assert ctx.reader.batches.last().new == 2


def test_rows_that_cannot_be_used_are_saved_mended_and_imported(runner, ctx, tmp_path, qtbot):
    source = tmp_path / "报表.csv"
    source.write_text(
        "日期,计划名称,花费(元)\n2026-11-16,秋,1.00\n2026-11-17,秋,12.3.4\n", encoding="utf-8"
    )
    take(runner, source)
    show(runner, "new")
    assert not runner.sheet.mend.isVisible()
    show(runner, "refused")
    assert runner.sheet.mend.isVisible()
    path = tmp_path / "mend.csv"
    ctx.ask.answers = [path]
    runner.sheet.mend.ways.export(False, ".csv")
    assert runner.sheet.note.text() == "已导出 1 行"
    text = path.read_text("utf-8-sig")
    assert "原文件行号" in text and "不是数字" in text
    runner.sheet.reject()
    path.write_text(text.replace('"12.3.4"', '"12.34"').replace("'12.3.4", "12.34"), "utf-8-sig")
    take(runner, path)
    assert [row[-1] for row in texts(show(runner, "new"))] == ["¥12.34"]
    runner.sheet.reject()


def test_rows_without_a_campaign_are_asked_for_before_they_come_in(runner, qtbot, ctx, tmp_path):
    lines = ["日期,计划ID,花费", "2026-11-11,1,4", "2026-11-11,2,6", "2026-11-11,--,10"]
    take(runner, written(tmp_path / "计划.csv", lines))
    sheet, choice = runner.sheet, runner.sheet.bar.nameless
    assert choice.isVisibleTo(sheet) and not sheet.go.isEnabled()
    assert "campaign" in sheet.go.text() or "计划" in sheet.go.text()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.value() == "total" and choice.isVisibleTo(sheet)
    assert runner.sheet.preview.counts.left_out == 1
    click(qtbot, sheet.go)
    assert list(ctx.reader.traffic.series("spend", "day").values) == [1000]


def test_an_answer_for_another_sheet_is_thrown_away(runner, ctx, book, flawed, tmp_path):
    """The first file is left while it is read anew; the answer comes when the next one is shown."""
    take(runner, flawed, written(tmp_path / "二.csv", hourly(START, 3)))
    first = runner.sheet
    late = ctx.jobs = LateJobs(book)
    first.wanted.emit(once_more(first.preview, kind="any"))
    first.reject()
    late.deliver(1)
    second = runner.sheet
    assert second is not first and second.windowTitle() == "二.csv"
    shown, files = second.preview, set(staged(ctx))
    late.deliver()
    assert runner.sheet is second and second.preview is shown
    assert set(staged(ctx)) < files
    second.reject()


def test_the_account_that_was_named_is_kept_where_the_book_changed_meanwhile(
    runner, ctx, qtbot, tmp_path
):
    head = "账务流水号,入账时间,账务方向,发生额\n"
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(head + "1,2026-11-16 10:00:00,收,5.00\n", encoding="utf-8")
    second.write_text(
        head + "1,2026-11-16 10:00:00,收,5.00\n2,2026-11-17 10:00:00,收,6.00\n", encoding="utf-8"
    )
    take(runner, second)
    runner.sheet.bar.ledger.set_value("own")
    from ksdesk.actions import imports

    imports.commit(ctx.book, imports.preview(ctx.book, first), now=ctx.clock())
    click(qtbot, runner.sheet.go)
    assert counts(runner.sheet)["same"] == "已导入过 1"
    assert runner.sheet.bar.account() == "own"
