"""A report dropped on the page becomes a curve, is there tomorrow, and can be taken back."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from traffic_reports import NAMES, hourly, written

WAIT = 20_000


def drop(page, *paths) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPointF(page.rect().center())
    common = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    enter = QDragEnterEvent(middle.toPoint(), *common)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    event = QDropEvent(middle, *common)
    QApplication.sendEvent(page, event)
    assert event.isAccepted()


def preview(qtbot, page):
    qtbot.waitUntil(
        lambda: page.bringing.runner.sheet is not None and page.bringing.runner.sheet.isVisible(),
        timeout=WAIT,
    )
    return page.bringing.runner.sheet


def drawn(qtbot, page):
    """The chart once it shows the book as it is now."""
    qtbot.waitUntil(lambda: not page.ctx.jobs.busy(), timeout=WAIT)
    qtbot.waitUntil(
        lambda: page.filled.curve is not None and page.filled.curve.card is not None, timeout=WAIT
    )
    return page.filled.curve.card.canvas


@pytest.mark.slow
@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_report_is_dropped_drawn_kept_and_taken_back(open_shop, qtbot, tmp_path):
    lines = hourly(datetime(2026, 11, 12), 6 * 24 + 10)
    lines[9] = lines[9].replace(".50,", ".5.0,", 1)
    report = written(tmp_path / "磁力金牛 小时.csv", lines)

    page = open_shop("traffic").pages["traffic"]
    qtbot.waitUntil(lambda: page.states.currentWidget() is page.empty, timeout=WAIT)
    drop(page, report)
    sheet = preview(qtbot, page)
    assert sheet.go.text() == "导入 307 行"
    assert sheet.tabs.chip("refused").accessibleName() == "不能用 1"
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.states.currentWidget() is page.filled, timeout=WAIT)

    canvas = drawn(qtbot, page)
    assert [item.label for item in canvas.plot.legend] == ["观看", "花费"]
    assert len(canvas.plot.panels[0].tracks[0].times) == 154
    named = {part.name: part.code for part in page.shown.parts}
    assert set(named) == set(NAMES.values())
    panel = page.filled.controls.open_parts()
    qtbot.mouseClick(panel.checks[named[NAMES["101"]]], Qt.MouseButton.LeftButton)
    panel.close()
    drawn(qtbot, page)
    assert page.filled.controls.plans.text() == NAMES["101"]
    assert not page.grab().isNull()
    open_shop.close()

    page = open_shop("traffic").pages["traffic"]
    qtbot.waitUntil(lambda: page.states.currentWidget() is page.filled, timeout=WAIT)
    canvas = drawn(qtbot, page)
    assert len(canvas.plot.panels[0].tracks[0].times) == 154
    canvas.grab()

    drop(page, report)
    sheet = preview(qtbot, page)
    assert not sheet.go.isEnabled() and sheet.go.text() == "没有新的行"
    assert sheet.tabs.chip("same").accessibleName() == "已导入过 307"
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.bringing.runner.sheet is None, timeout=WAIT)

    page.filled.records.select(1)
    qtbot.mouseClick(page.filled.records.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.states.currentWidget() is page.empty, timeout=WAIT)
    drop(page, report)
    assert preview(qtbot, page).go.text() == "导入 307 行"
    page.bringing.runner.sheet.reject()
