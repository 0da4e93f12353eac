"""The sampling sheet: filled from the keyboard, judged at once, kept all the time."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ksdesk.domain.traffic.notes import FanSample
from ksdesk.ui.traffic.fan_samples.grid import FANS
from ksdesk.ui.traffic.fan_samples.sheet import SampleSheet, SamplesSheet

NOW = datetime(2026, 11, 18, 10, 20)
FAKE, REAL = "0\t2000\t3\t无", "12\t150\t88\t有"


@pytest.fixture
def open_sheet(ctx, qtbot):
    """Opens the sheet of a sample over a page."""
    from PySide6.QtWidgets import QWidget

    page = QWidget()
    qtbot.addWidget(page)
    page.show()

    def open_(sample: FanSample | None = None) -> SampleSheet:
        sheet = SampleSheet(ctx, sample or FanSample(NOW, "burst:x"), None, page)
        sheet.open()
        sheet.grid.setFocus()
        return sheet

    return open_


def kept(ctx) -> tuple[FanSample, ...]:
    return ctx.reader.notes.all(FanSample)


def type_keys(qtbot, sheet, keys: str) -> None:
    named = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
    for key in keys:
        if key in named:
            qtbot.keyClick(sheet.grid, named[key])
        else:
            qtbot.keyClicks(sheet.grid, key)


def test_a_fan_takes_a_few_keys(open_sheet, qtbot):
    sheet = open_sheet()
    type_keys(qtbot, sheet, "02000\n3\t0")
    type_keys(qtbot, sheet, "12\n150\n88\n1")
    assert sheet.sample.fans == ((0, 2000, 3, 0), (12, 150, 88, 1))
    assert (sheet.grid.currentIndex().row(), sheet.grid.currentIndex().column()) == (2, 0)
    sheet.accept()


def test_a_figure_is_typed_anew_shortened_and_taken_out(open_sheet, qtbot):
    sheet = open_sheet()
    type_keys(qtbot, sheet, "123")
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Backspace)
    assert sheet.grid.fans.rows[0][0] == 12
    sheet.grid.go(0, 0)
    type_keys(qtbot, sheet, "7")
    assert sheet.grid.fans.rows[0][0] == 7
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Delete)
    assert sheet.sample.fans == ()
    sheet.accept()


def test_a_block_from_excel_is_pasted(open_sheet, qtbot):
    sheet = open_sheet()
    QGuiApplication.clipboard().setText("0\t1.2万\t3\t无\r\n5\t1,200\t\t有\r\n")
    qtbot.keyClick(sheet.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sheet.sample.fans == ((0, 12_000, 3, 0), (5, 1_200, None, 1))
    sheet.accept()


def test_more_than_fifty_lines_end_at_fifty(open_sheet):
    sheet = open_sheet()
    sheet.grid.paste("\n".join([REAL] * 60))
    assert len(sheet.sample.fans) == FANS
    assert sheet.progress.text() == "50/50"
    sheet.accept()


CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_was_typed_pasted_or_emptied_is_taken_back_step_by_step(open_sheet, qtbot):
    sheet = open_sheet()
    type_keys(qtbot, sheet, "123\n45")
    sheet.grid.go(1, 0)
    sheet.grid.paste(FAKE)
    qtbot.mouseClick(sheet.clear_button, Qt.MouseButton.LeftButton)
    assert sheet.sample.fans == ()
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Z, CTRL)
    assert sheet.sample.fans == ((123, 45, None, None), (0, 2000, 3, 0))
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Z, CTRL)
    assert sheet.sample.fans == ((123, 45, None, None),)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Z, CTRL)
    assert sheet.sample.fans == ((123, None, None, None),)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Y, CTRL)
    assert sheet.sample.fans == ((123, 45, None, None),)
    assert sheet.progress.text() == "1/50"
    sheet.accept()


def test_a_figure_typed_anew_is_a_step_of_its_own(open_sheet, qtbot):
    sheet = open_sheet()
    type_keys(qtbot, sheet, "12")
    sheet.grid.go(0, 0)
    type_keys(qtbot, sheet, "78")
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Z, CTRL)
    assert sheet.sample.fans == ((12, None, None, None),)
    sheet.accept()


def test_a_block_is_chosen_copied_cut_filled_down_and_emptied(open_sheet, qtbot):
    sheet = open_sheet()
    sheet.grid.paste(f"{FAKE}\n{REAL}")
    sheet.grid.go(0, 0)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(sheet.grid, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "0\t2000\t3\t0\r\n12\t150\t88\t1\r\n"
    qtbot.keyClick(sheet.grid, Qt.Key.Key_D, CTRL)
    assert sheet.sample.fans == ((0, 2000, 3, 0),) * 2
    qtbot.keyClick(sheet.grid, Qt.Key.Key_X, CTRL)
    assert sheet.sample.fans == ()
    sheet.grid.go(4, 0)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_V, CTRL)
    assert sheet.sample.fans[4:] == ((0, 2000, 3, 0),) * 2
    sheet.accept()


def test_an_empty_clipboard_is_said(open_sheet, qtbot, spoken):
    sheet = open_sheet()
    QGuiApplication.clipboard().setText("")
    qtbot.keyClick(sheet.grid, Qt.Key.Key_V, CTRL)
    assert sheet.said.text() == "还没有复制"
    sheet.accept()


def test_the_verdict_goes_along(open_sheet, spoken):
    sheet = open_sheet()
    sheet.grid.paste("\n".join([FAKE] * 5))
    assert sheet.pill.text() == "还太少"
    assert sheet.said.text() == "5 个里 5 个像假粉。至少记 20 个才看得出来。"
    sheet.grid.go(0, 0)
    sheet.grid.paste("\n".join([FAKE] * 19 + [REAL] * 31))
    assert sheet.said.text() == "50 个里 19 个像假粉：38%，大概在 26%–52% 之间"
    assert (sheet.pill.text(), sheet.pill.kind()) == ("疑似异常", "bad")
    sheet.grid.go(0, 0)
    sheet.grid.paste("\n".join([REAL] * 50))
    assert sheet.pill.kind() == "good"
    sheet.accept()


def test_the_verdict_in_english(open_sheet, spoken):
    spoken("en")
    sheet = open_sheet()
    sheet.grid.paste("\n".join([FAKE] * 19 + [REAL] * 31))
    assert sheet.said.text() == ("19 of 50 look made up: 38%, with a 95% interval of 26%–52%")
    sheet.accept()


def test_it_is_kept_while_it_is_filled_and_one_step_to_undo(open_sheet, ctx, qtbot):
    sheet = open_sheet()
    sheet.grid.paste("\n".join([REAL] * 3))
    qtbot.waitUntil(lambda: len(kept(ctx)) == 1)
    assert ctx.undo.last is None
    sheet.grid.paste(REAL)
    qtbot.waitUntil(lambda: len(kept(ctx)[0].fans) == 4)
    sheet.accept()
    assert len(kept(ctx)) == 1
    ctx.undo.back()
    assert kept(ctx) == ()
    ctx.undo.forth()
    assert len(kept(ctx)[0].fans) == 4


def test_a_half_filled_one_is_gone_on_with(open_sheet, ctx):
    from ksdesk.actions.traffic import fan_samples

    first = open_sheet()
    first.grid.paste("\n".join([REAL] * 7))
    first.accept()
    draft = fan_samples.unfinished(ctx.reader, "burst:x")
    assert len(draft.fans) == 7
    second = open_sheet(draft)
    assert second.grid.currentIndex().row() == 7
    second.grid.paste(FAKE)
    second.accept()
    (sample,) = kept(ctx)
    assert len(sample.fans) == 8
    ctx.undo.back()
    assert len(kept(ctx)[0].fans) == 7


def test_an_empty_one_leaves_nothing_behind(open_sheet, ctx, qtbot):
    open_sheet().accept()
    assert kept(ctx) == ()
    sheet = open_sheet()
    sheet.grid.paste(REAL)
    qtbot.waitUntil(lambda: len(kept(ctx)) == 1)
    qtbot.mouseClick(sheet.clear_button, Qt.MouseButton.LeftButton)
    sheet.accept()
    assert kept(ctx) == ()


def test_earlier_ones_are_listed_opened_and_dropped(ctx, qtbot):
    from PySide6.QtWidgets import QWidget

    page = QWidget()
    qtbot.addWidget(page)
    fans = ((0, 2000, 3, 0),) * 30
    samples = (FanSample(NOW, "", fans, id=1), FanSample(NOW, "", fans[:3], id=2))
    sheet = SamplesSheet(samples, page)
    sheet.open()
    assert [row.id for row in sheet.model.rows] == [2, 1]
    sheet.table.select_key(1)
    with qtbot.waitSignal(sheet.opened) as opened:
        qtbot.mouseClick(sheet.open_button, Qt.MouseButton.LeftButton)
    assert opened.args[0].id == 1
