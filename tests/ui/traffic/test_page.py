"""The traffic page driven by mouse and keys over a real book."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from traffic_reports import hourly, written

from ksdesk.storage import BookProblem
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.traffic.range_sheet import RangeSheet
from ksdesk.ui.traffic.tour import VIEWS

# Popups: offscreen has no keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

NOW = datetime(2026, 11, 18, 10, 20)


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def bring(qtbot, page, *paths) -> None:
    page.import_files(list(paths))
    click(qtbot, page.bringing.runner.sheet.go)


def test_nothing_yet_offers_import_sample_and_where_reports_are(page, ctx, qtbot):
    went: list[object] = []
    ctx.navigate = lambda *where: went.append(where)
    ctx.switch_shop = went.append
    assert page.states.currentWidget() is page.empty
    assert not page.import_button.isVisible() and page.type_button.isVisible()
    page._where_exported()
    page._see_sample()
    assert went == [("guide", "section:reports"), True]


@pytest.mark.slow
def test_the_main_button_asks_for_files_and_the_import_is_shown(page, ctx, qtbot, report, notices):
    ctx.ask.answers = [[str(report)]]
    page.bringing.choose_files()
    assert page.bringing.runner.sheet.go.text() == "导入 356 行"
    click(qtbot, page.bringing.runner.sheet.go)
    assert page.states.currentWidget() is page.filled
    assert page.shown.view.measures == ("views", "spend")
    assert page.filled.curve.card.canvas.plot.legend[0].label == "观看"
    assert notices[-1] == "小时.csv 导入好了，356 行"
    assert ctx.reader.batches.last().name == "小时.csv"
    ctx.undo.back()
    assert page.states.currentWidget() is page.empty


@pytest.mark.slow
def test_chips_choose_what_is_drawn(filled, page, qtbot):
    assert [*page.filled.controls.chips] == ["views", "spend", "product_clicks", "new_fans"]
    click(qtbot, page.filled.controls.chips["new_fans"])
    assert page.shown.view.measures == ("views", "spend", "new_fans")
    click(qtbot, page.filled.controls.chips["spend"])
    click(qtbot, page.filled.controls.chips["views"])
    click(qtbot, page.filled.controls.chips["new_fans"])
    assert page.shown.view.measures == ("new_fans",), "one always stays"
    menu = page.filled.controls.measures_menu()
    {action.data(): action for action in menu.actions()}["view_cost"].trigger()
    assert page.shown.view.measures == ("new_fans", "view_cost")
    assert "view_cost" in page.filled.controls.chips


@pytest.mark.slow
def test_days_of_ones_own(filled, page, qtbot):
    controls = page.filled.controls
    click(qtbot, controls.own_range)
    sheet = controls.findChild(RangeSheet)
    sheet.first.edit.clear()
    qtbot.keyClicks(sheet.first.edit, "20261116")
    for day, said in (("2026-11-12", "不能早于开始那天"), ("2027-01-01", "这一天还没到")):
        sheet.last.edit.clear()
        qtbot.keyClicks(sheet.last.edit, day)
        qtbot.keyClick(sheet.last.edit, Qt.Key.Key_Return)
        assert sheet.isVisible() and sheet.last.verdict()[1] == said
    sheet.last.edit.clear()
    qtbot.keyClicks(sheet.last.edit, "2026-11-17")
    qtbot.keyClick(sheet.last.edit, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    shown = page.shown
    assert (shown.end - shown.start, shown.view.grain) == (2 * 86_400, "hour")
    assert controls.own_range.text() == "11-16 到 11-17" and controls.own_range.isChecked()
    assert controls.range.value() is None
    click(qtbot, controls.range.button(7))
    assert controls.own_range.text() == "自选…" and not controls.own_range.isChecked()
    again = controls.open_range()
    assert again.first.value() == date(2026, 11, 16), "what was chosen last stands there"
    again.reject()


@pytest.mark.slow
def test_range_and_grain(filled, page, qtbot):
    click(qtbot, page.filled.controls.range.button(30))
    assert (page.shown.view.days, page.shown.view.grain) == (30, "day")
    click(qtbot, page.filled.controls.grain.button("week"))
    assert page.shown.view.grain == "week"
    click(qtbot, page.filled.controls.range.button(0))
    assert not page.filled.controls.compare.isEnabled()
    click(qtbot, page.filled.controls.range.button(1))
    assert page.shown.view.grain == "hour" and page.shown.ghosts
    click(qtbot, page.filled.controls.compare)
    assert page.shown.ghosts == ()


def test_one_campaign(filled, page, qtbot):
    whole = page.shown.figures[0].value
    panel = page.filled.controls.open_parts()
    assert "柿饼 & 苹果｜晚场" in [check.accessibleName() for check in panel.checks.values()]
    click(qtbot, panel.checks["campaign", "101"])
    assert page.filled.controls.plans.text() == "$100 起 ^_^ 🎁"
    assert page.shown.figures[0].value == whole / 2
    assert page.filled.summary.note.text() == "只算上面选中的"
    assert len(page.shown.lines) == 2 and not page.shown.split
    panel.close()


def test_the_sentence_says_the_numbers(filled, page):
    words = page.filled.summary.words()
    assert words.startswith("11月12日到11月18日花了 ¥")
    assert "次观看" in words and words.endswith("。")


def table_of(sheet) -> list[list[str]]:
    model = sheet.findChild(TableView).rows
    return [
        [model.text(row, place) for place in range(len(model.columns))]
        for row in range(len(model.rows))
    ]


@pytest.mark.slow
def test_formulas_stand_beside_quotients(filled, page, qtbot):
    click(qtbot, page.filled.summary.all_button)
    rows = {row[0]: row[1] for row in table_of(page.sheets.last)}
    assert rows["每次观看花费"] == "花费 ÷ 观看"
    assert rows["观看"] == ""
    page.sheets.last.accept()


def test_the_curve_as_a_table(filled, page, qtbot):
    click(qtbot, page.filled.controls.range.button(1))
    page.filled.curve.card.table_button.click()
    rows = table_of(page.sheets.last)
    assert rows[0][0] == "2026-11-18 00:00" and len(rows) == 24
    assert rows[0][3] != "–" and rows[-1][1] == "–", "the day before goes on, today does not"
    page.sheets.last.accept()


@pytest.mark.slow
def test_the_import_is_taken_back_from_the_records(filled, page, qtbot, notices):
    assert not page.filled.records.undo_button.isEnabled()
    page.filled.records.select(1)
    click(qtbot, page.filled.records.undo_button)
    assert page.shown.nothing and "整份撤销" in notices[-1]
    sheet = page.bringing.show_records()
    assert sheet.records.table.rows.rows[0].state == "undone"
    sheet.records.select(1)
    assert not sheet.records.undo_button.isEnabled()
    sheet.accept()
    assert page.past.text() == "导入的数据已经撤销，看导入记录 ›"


@pytest.mark.slow
def test_a_later_import_must_go_first(filled, page, qtbot, tmp_path, notices):
    later = hourly(datetime(2026, 11, 11), 48, twist=1)
    bring(qtbot, page, written(tmp_path / "改过.csv", later))
    page.filled.records.select(1)
    click(qtbot, page.filled.records.undo_button)
    assert notices[-1] == "后来导入的 改过.csv（11月18日）改过它的数，先撤销那一份"
    assert page.ctx.reader.batches.one(1).state == "done"
    sheet = page.bringing.show_records()
    sheet.records.select(2)
    click(qtbot, sheet.records.undo_button)
    assert sheet.records.table.rows.rows[0].state == "undone"
    sheet.accept()


@pytest.mark.slow
def test_cells_are_pasted(page, qtbot, notices):
    page.activateWindow()
    QGuiApplication.clipboard().setText("日期\t花费\t观看数\n2026-11-17\t12.5\t300\n")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.bringing.runner.sheet.windowTitle() == "粘贴的表格"
    click(qtbot, page.bringing.runner.sheet.go)
    assert page.shown.figures[0].value == 300
    QGuiApplication.clipboard().setText("  ")
    page.bringing.paste()
    assert notices[-1] == "剪贴板里没有表格"


def test_a_copied_file_is_pasted(page, report):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report))])
    QGuiApplication.clipboard().setMimeData(data)
    page.bringing.paste()
    assert page.bringing.runner.sheet.preview.counts.new == 356
    page.bringing.runner.sheet.reject()


def typed(sheet, row: int, code: str) -> str:
    return sheet.cells.text(row, sheet.cells.codes.index(code))


def opened(page, qtbot):
    page.sheets.type_figures()
    page.sheets.last.activateWindow()
    qtbot.waitUntil(page.sheets.last.grid.hasFocus)
    return page.sheets.last


def choose(sheet, row: int, code: str) -> None:
    sheet.grid.setCurrentIndex(sheet.cells.index(row, sheet.cells.codes.index(code)))


def write(qtbot, sheet, text: str, end=Qt.Key.Key_Return) -> None:
    """Type over the chosen cell; the first letter opens the line."""
    qtbot.keyClicks(sheet.grid, text[0])
    line = sheet.grid.focusWidget()
    qtbot.keyClicks(line, text[1:])
    qtbot.keyClick(line, end)
    qtbot.waitUntil(lambda: sheet.grid.focusWidget() is not line)  # Qt commits a moment later


@pytest.mark.slow
def test_figures_are_typed_with_tab_and_enter(page, ctx, qtbot):
    sheet = opened(page, qtbot)
    assert not sheet.keep.isEnabled()
    write(qtbot, sheet, "30")
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Up)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Tab)
    write(qtbot, sheet, "1.2w")
    here = sheet.grid.currentIndex()
    assert (here.row(), sheet.cells.codes[here.column()]) == (1, "views")
    write(qtbot, sheet, "x")
    assert not sheet.keep.isEnabled() and "“x”不是数字" in sheet.said.text()
    click(qtbot, sheet.earlier)
    assert sheet.cells.lines[0].day == date(2026, 11, 18), "what cannot be taken is not left"
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    click(qtbot, sheet.keep)
    (row,) = ctx.reader.traffic.typed(date(2026, 11, 18))
    assert row.figures == {"spend": 3_000, "views": 12_000}
    assert page.states.currentWidget() is page.filled
    ctx.undo.back()
    assert page.states.currentWidget() is page.empty
    ctx.undo.forth()
    assert ctx.reader.traffic.typed(date(2026, 11, 18)) == (row,)


def test_a_figure_that_is_still_being_typed_is_saved_with_the_rest(page, ctx, qtbot):
    sheet = opened(page, qtbot)
    qtbot.keyClicks(sheet.grid, "3")
    qtbot.keyClicks(sheet.grid.focusWidget(), "0")
    click(qtbot, sheet.keep)
    assert ctx.reader.traffic.typed(date(2026, 11, 18))[0].figures == {"spend": 3_000}


@pytest.mark.slow
def test_copied_cells_fill_the_grid_and_turning_the_week_keeps_them(page, ctx, qtbot):
    sheet = opened(page, qtbot)
    QGuiApplication.clipboard().setText('10\t"100"\r\n20\t200\r\n')
    choose(sheet, 5, "views")
    qtbot.keyClick(sheet.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert typed(sheet, 6, "new_fans") == "200"
    click(qtbot, sheet.earlier)
    assert sheet.cells.lines[0].day == date(2026, 11, 11)
    assert ctx.reader.traffic.typed(date(2026, 11, 12))[0].figures == {"views": 20, "new_fans": 200}
    click(qtbot, sheet.later)
    assert typed(sheet, 6, "views") == "20"
    click(qtbot, sheet.mode.button("live"))
    write(qtbot, sheet, "11-17 20:00")
    choose(sheet, 0, "orders")
    write(qtbot, sheet, "7")
    click(qtbot, sheet.keep)
    (live,) = ctx.reader.traffic.typed(date(2026, 11, 17))
    assert (live.at, live.figures) == (datetime(2026, 11, 17, 20), {"orders": 7})


@pytest.mark.slow
def test_a_full_disk_is_told_and_the_import_kept_ready(page, ctx, qtbot, report):
    page.import_files([report])
    preview = page.bringing.runner.sheet.preview
    page.bringing.runner.sheet.blockSignals(True)
    page.bringing.runner.sheet.reject()
    page.bringing.runner._failed(preview, BookProblem("disk_full", ctx.paths.book, "full"))
    assert page.states.currentWidget() is page.bringing.trouble
    assert not page.import_button.isEnabled()
    went: list[tuple] = []
    ctx.navigate = lambda *where: went.append(where)
    click(qtbot, page.bringing.trouble.to_data)
    assert went == [("settings", "data")], "there the data is moved to a disk with room"
    page.bringing._try_again()
    click(qtbot, page.bringing.runner.sheet.go)
    assert page.states.currentWidget() is page.filled and page.import_button.isEnabled()
    assert ctx.reader.batches.last().new == 356


def test_giving_up_leaves_the_book_alone(page, ctx, report):
    page.import_files([report])
    preview = page.bringing.runner.sheet.preview
    page.bringing.runner._failed(preview, BookProblem("disk_full", ctx.paths.book, "full"))
    page.bringing._give_up()
    assert page.states.currentWidget() is page.empty
    assert not preview.staging.exists() and ctx.reader.batches.last() is None


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_the_tour_sees_every_view(filled, page, view):
    page.jump(view)
    assert not page.shown.blank
    assert not page.filled.curve.card.canvas.grab().isNull()


def test_a_jump_to_an_import_chooses_it(filled, page):
    page.jump("1")
    assert page.bringing.sheet.records.table.current_row().id == 1
    page.bringing.sheet.accept()


@pytest.mark.slow
def test_choices_survive_a_rebuild(filled, page, new_page, qtbot):
    click(qtbot, page.filled.controls.chips["new_fans"])
    click(qtbot, page.filled.controls.range.button(30))
    again = new_page()
    again.restore(page.state())
    again.show()
    assert again.shown.view == page.shown.view


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "scheme"), [("zh", "dark"), ("en", "light"), ("en", "dark")])
def test_small_and_wide_in_both_languages(filled, ctx, new_page, spoken, lang, scheme):
    ctx.theme = spoken(lang, scheme)
    page = new_page()
    page.show()
    for width, height in ((856, 608), (1021, 582), (1752, 1080)):
        page.resize(width, height)
        assert not page.grab().isNull()
        assert page.width() == width
