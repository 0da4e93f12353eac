"""Imports set aside and taken up again; other kinds than traffic on their way in and back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ksdesk.actions import import_drafts, imports
from ksdesk.domain.imports import DRAFT_DAYS, Source
from ksdesk.ui.parts.drop import TABLE_SUFFIXES
from ksdesk.ui.traffic.page import TrafficPage

NOW = datetime(2026, 11, 18, 10, 20)
TRAFFIC = "日期,花费\n2026-11-15,1\n2026-11-16,2\n"
ORDERS = (
    "订单号,订单创建时间,订单状态,实付款\n"
    "24101234567890123,2026-10-15 10:20:30,已完成,59.90\n"
    "24101234567890124,2026-10-16 10:20:30,已完成,12\n"
)
MOVEMENTS = (
    "账务流水号,关联业务单号,入账时间,账务方向,发生额（元）,期末余额（元）,业务类型,描述,备注\n"
    "9001,1,2026-11-15 10:00:00,支,2.36,497.64,违约金扣款,,\n"
    "9002,,2026-11-16 10:00:00,收,100,597.64,保证金充值,甲,乙\n"
)


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def new_page(ctx, qtbot, notices):
    made = []

    def make() -> TrafficPage:
        page = TrafficPage(ctx)
        made.append(page)
        qtbot.addWidget(page)
        page.resize(1112, 800)
        page.show()
        page.refresh()
        return page

    yield make
    made.clear()


@pytest.fixture
def page(new_page):
    return new_page()


def bring(page, text: str, name: str = "表.csv"):
    page.bringing.runner.take([Source(name, text=text)])
    return page.bringing.runner.sheet


@pytest.mark.slow
def test_what_was_set_aside_is_there_after_the_app_was_closed(page, new_page, ctx, qtbot, tmp_path):
    assert not page.bringing.drafts.isVisible()
    path = tmp_path / "花费.csv"
    path.write_text(TRAFFIC, "utf-8")
    page.import_files([path])
    page.bringing.runner.sheet.pane.table.select_key(1)
    page.bringing.runner.sheet.pane.role.edited.emit("measure:gmv")
    click(qtbot, page.bringing.runner.sheet.later)
    assert page.bringing.drafts.said.text().startswith("有 1 份没导完：花费.csv · 流量报表 · ")
    page.hide()
    import_drafts.sweep(ctx.paths.staging, ctx.clock())
    later = new_page()
    assert later.bringing.drafts.isVisible()
    click(qtbot, later.bringing.drafts.go)
    sheet = later.bringing.runner.sheet
    assert sheet.preview.columns[1].role == "measure:gmv" and sheet.bar.isEnabled()
    click(qtbot, sheet.go)
    assert not later.bringing.drafts.isVisible()
    assert ctx.reader.traffic.measures() == ("gmv",)
    assert imports.drafts(ctx.paths.staging) == ()


@pytest.mark.slow
def test_unticked_rows_stay_unticked(page, ctx, qtbot):
    click(qtbot, bring(page, TRAFFIC).go)
    sheet = bring(page, TRAFFIC.replace(",1", ",7").replace(",2\n", ",8\n"))
    sheet.tabs.set_value("revised")
    sheet.open_tab()
    sheet.revised.toggle(0)
    sheet.reject()
    click(qtbot, page.bringing.drafts.go)
    sheet = page.bringing.runner.sheet
    assert sheet.go.text() == "导入 1 行" and len(sheet.skipped()) == 1
    sheet.tabs.set_value("revised")
    sheet.open_tab()
    assert len(sheet.revised.checked()) == 1
    click(qtbot, sheet.go)
    assert list(ctx.reader.traffic.series("spend", "day").values) == [100, 800]


@pytest.mark.slow
def test_pasted_cells_of_another_day_come_in_as_they_were_seen(page, new_page, ctx, qtbot):
    bring(page, TRAFFIC).reject()
    later = new_page()
    click(qtbot, later.bringing.drafts.go)
    sheet = later.bringing.runner.sheet
    assert not sheet.bar.isEnabled() and not sheet.pane.role.isEnabled()
    assert sheet.pane.role.verdict()[1]
    click(qtbot, sheet.go)
    assert ctx.reader.batches.last().new == 2


def test_a_draft_is_forgotten(page, ctx, qtbot, notices):
    bring(page, TRAFFIC).reject()
    click(qtbot, page.bringing.drafts.forget)
    assert not page.bringing.drafts.isVisible()
    assert notices[-1] == "已放弃导入 表.csv，原文件没动"
    assert list(ctx.paths.staging.glob("*.staging")) == []


@pytest.mark.slow
def test_nothing_is_kept_of_what_is_not_wanted_or_has_nothing_new(page, ctx, qtbot):
    click(qtbot, bring(page, TRAFFIC).leave)
    assert imports.drafts(ctx.paths.staging) == ()
    click(qtbot, bring(page, TRAFFIC).go)
    bring(page, TRAFFIC).reject()
    assert imports.drafts(ctx.paths.staging) == () and not page.bringing.drafts.isVisible()


@pytest.mark.slow
def test_the_newest_of_several_is_offered_first(page, ctx, qtbot):
    bring(page, TRAFFIC, "一.csv").reject()
    ctx.clock = lambda: NOW + timedelta(hours=1)
    bring(page, ORDERS, "二.csv").reject()
    assert page.bringing.drafts.said.text().startswith("有 2 份没导完：二.csv · 订单")
    import_drafts.sweep(ctx.paths.staging, NOW + timedelta(days=DRAFT_DAYS, minutes=30))
    page.refresh()
    assert page.bringing.drafts.said.text().startswith("有 1 份没导完：二.csv")


def test_orders_say_what_they_are_used_for_and_can_be_taken_back(page, ctx, qtbot, notices):
    click(qtbot, bring(page, ORDERS, "订单.csv").go)
    assert notices[-1] == "订单.csv 导入好了，2 行 · 上个月卖了 ¥71.90，保证金按它算"
    assert page.states.currentWidget() is page.empty
    click(qtbot, page.past)
    records = page.bringing.sheet.records
    assert records.model.rows[0].kind == "orders"
    assert records.select(ctx.reader.batches.last().id)
    copy, undo = records.menu().actions()
    assert (copy.text(), undo.text()) == ("复制", records.undo_button.text())
    undo.trigger()
    assert ctx.reader.records.count("orders") == 0
    assert records.model.rows[0].state == "undone"
    page.bringing.sheet.accept()


@pytest.mark.parametrize(("account", "balance"), [("", {}), ("own", {"own": 9764})])
def test_movements_come_into_the_ledger_only_if_asked(page, ctx, qtbot, notices, account, balance):
    sheet = bring(page, MOVEMENTS, "动账.csv")
    assert sheet.bar.ledger.isVisibleTo(sheet) and sheet.bar.account() == ""
    sheet.bar.ledger.set_value(account)
    click(qtbot, sheet.go)
    assert ctx.reader.deposit.balances() == balance
    end = "保证金账本记了 2 笔" if account else "保证金账本没动"
    assert notices[-1] == f"动账.csv 导入好了，2 行 · {end}"
    page.bringing.undo_batch(ctx.reader.batches.last())
    assert sum(ctx.reader.deposit.balances().values()) == 0
    assert ctx.reader.records.count("movements") == 0


def test_a_line_typed_before_is_not_booked_twice(page, ctx, qtbot, notices):
    from ksdesk.actions import deposit
    from ksdesk.domain.deposit.ledger import NewEntry

    day = datetime(2026, 11, 16).date()
    deposit.add(ctx.book, [NewEntry("own", day, "paid_in", 10000)], NOW)
    sheet = bring(page, MOVEMENTS)
    sheet.bar.ledger.set_value("own")
    click(qtbot, sheet.go)
    assert ctx.reader.deposit.balances() == {"own": 9764}
    assert notices[-1].endswith("保证金账本记了 1 笔")


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods", ".zip", ".gz"])
def test_the_dialog_and_the_empty_page_take_every_table(page, ctx, suffix):
    asked: list[str] = []
    ctx.ask.open_files = lambda _parent, _title, filters, _done: asked.append(filters)
    page.bringing.choose_files()
    assert f"*{suffix}" in asked[0] and suffix in TABLE_SUFFIXES


def test_cells_are_pasted_as_any_kind(page, ctx, qtbot):
    QGuiApplication.clipboard().setText(ORDERS.replace(",", "\t"))
    page.bringing.paste()
    assert page.bringing.runner.sheet.preview.kind == "orders"
    click(qtbot, page.bringing.runner.sheet.go)
    assert ctx.reader.records.count("orders") == 2


def test_the_start_sweeps_old_drafts_but_not_what_is_being_read(ctx, qtbot, paths):
    from ksdesk.ui.shell.window import MainWindow

    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    old = NOW - timedelta(days=DRAFT_DAYS + 1)
    source = Source("旧.csv", text=TRAFFIC)
    imports.preview(ctx.book, source, staging=paths.staging, now=old)
    window.navigate("traffic")
    page = window.pages["traffic"]
    bring(page, ORDERS, "新.csv")
    window.keeper.tidy(window.reading())
    assert len(list(paths.staging.glob("*.staging"))) == 2, "something is at hand"
    page.bringing.runner.sheet.reject()
    window.keeper.tidy(window.reading())
    assert [draft.name for draft in imports.drafts(paths.staging)] == ["新.csv"]
