"""Rows that came in twice under an older version are told of, shown, and merged on a word."""

from __future__ import annotations

from datetime import datetime

import pytest

from ksdesk.actions.today import agenda
from ksdesk.domain.rulebook import RuleBook
from ksdesk.ui.today.words import words_of
from ksdesk.ui.traffic.page import TrafficPage

NOW = datetime(2026, 11, 18, 10, 20)


@pytest.fixture
def page(ctx, qtbot):
    with ctx.book.session.writing():
        for key, status in (("|order_no=5|1", "待发货"), ("|order_no=5|7+1", "已发货")):
            ctx.book.session.db.execute_sql(
                "INSERT INTO order_row (key, time, order_no, status, paid)"
                " VALUES (?, 1794960000, '5', ?, 100)",
                (key, status),
            )
        ctx.book.session.db.execute_sql(
            "INSERT INTO doubled (kind, key, twin) VALUES ('orders', ?, ?)",
            ("|order_no=5|7+1", "|order_no=5|1"),
        )
    page = TrafficPage(ctx)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    return page


def told(ctx) -> list[str]:
    found = agenda(ctx.reader, RuleBook.load(), NOW)
    return [words_of(task, NOW).title for task in found.tasks if task.code == "doubles"]


@pytest.mark.slow
def test_they_are_a_task_and_merged_with_one_step_to_undo(page, ctx):
    assert told(ctx) == ["有 1 行可能导入了两次"]
    page.jump("doubles")
    sheet = page.bringing.show_doubles()
    assert sheet.model.text(0, sheet.model.column("changes")) == "订单状态 待发货 → 已发货"
    sheet.main.click()
    assert told(ctx) == [] and ctx.reader.records.count("orders") == 1
    ctx.undo.undo()
    assert told(ctx) != [] and ctx.reader.records.count("orders") == 2


def test_both_are_kept_when_the_seller_says_so(page, ctx):
    sheet = page.bringing.show_doubles()
    assert not sheet.keep_button.isEnabled()
    sheet.table.select_key(sheet.model.row(0).id)
    sheet.keep_button.click()
    assert told(ctx) == [] and ctx.reader.records.count("orders") == 2
