"""Figures typed by hand where a report has some: what is imported is seen, and asked about once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import traffic
from ksdesk.domain.traffic import TypedRow, to_seconds

DAY = date(2026, 11, 17)


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def sheet(filled, page, qtbot):
    page.type_button.click()
    made = page.sheets.last
    made.activateWindow()
    qtbot.waitUntil(made.grid.hasFocus)
    return made


def write(qtbot, sheet, row: int, code: str, text: str) -> None:
    grid = sheet.grid
    grid.setCurrentIndex(sheet.cells.index(row, sheet.cells.codes.index(code)))
    qtbot.keyClicks(grid, text[0])
    line = grid.focusWidget()
    qtbot.keyClicks(line, text[1:])
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.focusWidget() is not line)


def aside(sheet, row: int, code: str) -> str:
    return sheet.cells.aside(row, sheet.cells.codes.index(code))


def total(ctx, code: str) -> float:
    start = to_seconds(datetime(2026, 11, 17))
    return ctx.reader.traffic.series(code, "day", start, start + 86_400).values[0]


@pytest.mark.slow
def test_the_cell_shows_what_is_imported_and_asks_once(sheet, page, ctx, qtbot):
    reported = total(ctx, "views")
    assert aside(sheet, 1, "views") == f"报表 {reported:,.0f}"
    assert sheet.beside.isHidden()
    write(qtbot, sheet, 1, "views", "77")
    assert "手工记的 77" in sheet.beside.words.text() and sheet.beside.isVisible()
    assert not sheet.keep.isEnabled() and "替换" in sheet.keep.toolTip()
    click(qtbot, sheet.earlier)
    assert sheet.cells.lines[1].day == DAY, "what is undecided is not left"
    click(qtbot, sheet.beside.how.button("replace"))
    assert aside(sheet, 1, "views") == f"替换 {reported:,.0f}"
    click(qtbot, sheet.keep)
    assert total(ctx, "views") == 77
    ctx.undo.back()
    assert total(ctx, "views") == reported
    ctx.undo.forth()
    page.type_button.click()
    again = page.sheets.last
    assert again.beside.isHidden(), "what was said is not asked again"
    write(qtbot, again, 1, "views", "80")
    assert again.beside.how.value() == "replace" and again.keep.isEnabled()
    again.grid.setCurrentIndex(again.cells.index(1, again.cells.codes.index("views")))
    click(qtbot, again.beside.how.button("add"))
    click(qtbot, again.keep)
    assert total(ctx, "views") == reported + 80


def test_a_day_without_a_report_is_not_asked_about(sheet, qtbot):
    click(qtbot, sheet.earlier)
    write(qtbot, sheet, 5, "views", "5")
    assert sheet.beside.isHidden() and sheet.keep.isEnabled()


@pytest.mark.slow
def test_the_curve_goes_to_the_days_and_marks_them(sheet, page, ctx, qtbot):
    click(qtbot, page.filled.controls.range.button(1))
    click(qtbot, sheet.earlier)
    write(qtbot, sheet, 3, "orders", "3")
    day = sheet.cells.lines[3].day
    click(qtbot, sheet.keep)
    at = to_seconds(datetime(day.year, day.month, day.day))
    assert page.shown.start <= at < page.shown.end and page.shown.view.grain == "day"
    assert "orders" in page.shown.view.measures
    assert [event.at for event in page.shown.events if event.kind == "typed"] == [at]
    ctx.undo.back()
    assert not any(event.kind == "typed" for event in page.shown.events)


@pytest.mark.slow
@pytest.mark.slow
def test_where_typed_figures_do_not_show_a_sentence_says_where_they_are(page, filled, ctx, now):
    """By the hour, and under a choice of campaigns, they seemed to be gone."""
    view = page.shown.view
    page.ask(replace(view, parts=(), days=30, grain="hour", anchor=None))
    assert page.filled.summary.unseen.isHidden()
    traffic.record(ctx.book, [TypedRow(DAY, "", {"views": 77, "spend": 100})], now)
    page.ask(replace(view, parts=(), days=30, grain="hour", anchor=None))
    assert "11月17日" in page.filled.summary.unseen.text()
    assert "按天" in page.filled.summary.unseen.text()
    page.ask(replace(view, parts=(), days=30, grain="day", anchor=None))
    assert page.filled.summary.unseen.isHidden()
    campaign = next(part.code for part in page.shown.parts if part.kind == "campaign")
    page.ask(replace(view, parts=(campaign,), days=30, grain="day", anchor=None))
    assert "不在这个选择里" in page.filled.summary.unseen.text()
    page.ask(replace(view, parts=(("way", "typed"),), days=30, grain="day", anchor=None))
    assert page.filled.summary.unseen.isHidden()


def test_a_report_of_days_that_were_typed_before_says_so(ctx, page, notices, report, qtbot):
    """The day counted twice from then on, and nothing told of it."""
    traffic.record(ctx.book, [TypedRow(DAY, "", {"views": 5})], ctx.clock())
    page.import_files([report])
    click(qtbot, page.bringing.runner.sheet.go)
    assert notices[-1].endswith("其中 1 笔手工也记过，到「手工记一笔」选替换还是两样都算")
    page.type_button.click()
    sheet = page.sheets.last
    assert sheet.beside.isVisible() and not sheet.keep.isEnabled()
    click(qtbot, sheet.earlier)
    assert sheet.cells.lines[0].day == date(2026, 11, 11), "who only looks is not held"
    click(qtbot, sheet.later)
    click(qtbot, sheet.beside.how.button("replace"))
    click(qtbot, sheet.keep)
    assert total(ctx, "views") == 5
    start = to_seconds(datetime(2026, 11, 1))
    assert ctx.reader.traffic.undecided(start, start + 30 * 86_400) == ()
