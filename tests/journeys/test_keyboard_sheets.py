"""The main sheets, filled in and finished by keyboard alone."""

from __future__ import annotations

import pytest
from keys import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from ksdesk.domain.imports import Source
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.ui.shell import tour

pytestmark = pytest.mark.slow

CONTROL = Qt.KeyboardModifier.ControlModifier
REPORT = "日期,花费,曝光数\n2026-11-16,120.50,8200\n2026-11-17,98.00,7400\n"


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def at_hand(sheet) -> None:
    sheet.activateWindow()
    tour.settle()


def test_a_report_is_imported(open_window):
    window = open_window("own")
    window.navigate("traffic")
    runner = window.pages["traffic"].bringing.runner
    runner.take([Source("粉条.csv", text=REPORT)])
    at_hand(runner.sheet)
    press(Qt.Key.Key_Return)
    assert window.ctx.reader.batches.last().new == 2


def test_esc_sets_a_report_aside(open_window):
    window = open_window("own")
    window.navigate("traffic")
    bringing = window.pages["traffic"].bringing
    bringing.runner.take([Source("粉条.csv", text=REPORT)])
    at_hand(bringing.runner.sheet)
    press(Qt.Key.Key_Escape)
    tour.settle()
    assert window.ctx.reader.batches.last() is None and bringing.drafts.draft is not None


def test_a_product_is_written_and_saved(open_window):
    window = open_window("own")
    window.navigate("products")
    page = window.pages["products"]
    page.one.new()
    at_hand(page.one.sheet)
    assert page.one.sheet.title_field.edit.hasFocus()
    write("Persimmon 1kg")
    press(Qt.Key.Key_Return)
    (product,) = window.ctx.reader.products.all()
    assert (product.title, product.state) == ("Persimmon 1kg", "draft")


def test_a_note_stands_on_the_curve(open_window):
    window = open_window()
    window.navigate("traffic")
    sheets = window.pages["traffic"].sheets
    sheets.change_note(Annotation("live", window.ctx.clock()))
    at_hand(sheets.last)
    for _field in range(4):
        press(Qt.Key.Key_Tab)
    write("new price")
    press(Qt.Key.Key_Return)  # a second line of the note
    write("49.9")
    press(Qt.Key.Key_Return, CONTROL)
    noted = [note.note for note in window.ctx.reader.notes.all(Annotation)]
    assert "new price\n49.9" in noted


def test_figures_are_typed(open_window):
    window = open_window("own")
    window.navigate("traffic")
    page = window.pages["traffic"]
    page.sheets.type_figures()
    sheet = page.sheets.last
    at_hand(sheet)
    assert sheet.grid.hasFocus()
    write("12")
    press(Qt.Key.Key_Return)
    tour.settle()
    assert sheet.cells.rows()
    press(Qt.Key.Key_Escape)
    assert sheet.isVisible(), "typed figures are not thrown away unasked"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, CONTROL)
    assert not sheet.isVisible() and window.ctx.reader.traffic.measures()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_refund_says_what_is_missing(open_window):
    """Enter on a grey button says why it is grey."""
    window = open_window()
    window.navigate("deposit")
    desk = window.pages["deposit"].desk
    desk.refund()
    sheet = desk.sheet
    at_hand(sheet)
    press(Qt.Key.Key_Return)
    assert QToolTip.text() == sheet.main.toolTip() == "先满足两个条件"
    QToolTip.hideText()
    assert sheet.isVisible() and window.ctx.undo.last is None


def test_a_copy_is_not_put_back_by_a_careless_enter(open_window):
    window = open_window("own")
    window.navigate("settings", "data")
    card = window.pages["settings"].data.backups
    card.back_up()
    card.preview(card.model.rows[0])
    at_hand(card.sheet)
    assert card.sheet.keep.hasFocus()
    press(Qt.Key.Key_Return)
    assert not card.sheet.isVisible() and window.ctx.undo.last is None
