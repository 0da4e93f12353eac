"""A live is over: typed, held against the last one, looked back at, sent on; by keyboard alone."""

from __future__ import annotations

import pytest
from keys import press
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ksdesk.domain.reviews import broadcasts
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.ui.shell import tour

pytestmark = pytest.mark.slow


def write(text: str) -> None:
    """Into whatever has the focus, as an input method does."""
    target = QApplication.focusWidget()
    assert target is not None
    if text.isascii():
        QTest.keyClicks(target, text)
        return
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(target, typed)


def go_to(widget) -> None:
    """Tab until a control has the focus."""
    for _ in range(80):
        if widget.hasFocus():
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach “{widget.accessibleName()}”")


def test_from_the_figures_to_the_picture(open_window, tmp_path):
    window = open_window()
    window.navigate("reviews")
    tour.settle()
    page = window.pages["reviews"]
    go_to(page.list.new_button)
    press(Qt.Key.Key_Space)
    sheet = page.desk.sheet
    assert sheet is not None
    tour.settle()
    for field, figure in (
        (sheet.minutes, "120"),
        (sheet.amounts["sales"], "2000"),
        (sheet.amounts["refunds"], "0"),
        (sheet.counts["viewers"], "4000"),
        (sheet.counts["clicks"], "900"),
    ):
        go_to(field.edit)
        write(figure)
    began = sheet.began.edit
    go_to(began)
    began.selectAll()
    write("2026-11-18 07:00")
    press(Qt.Key.Key_Return)
    window.activateWindow()  # without a window manager it does not come back by itself
    tour.settle()
    assert page.desk.sheet is None and page.card.title.text() == "11-18 早场"
    assert page.card.compare.cells["refunds"][0].text() == "0.00"  # known, and nothing
    assert page.card.compare.cells["stay"][0].text() == "–"  # not known
    one = page.card.one
    assert one is not None and one.id in page.view.owed
    wanted = ["先切柿饼", "留福袋", "少讲红富士"]
    for field, text in zip(page.card.next.fields, wanted, strict=True):
        go_to(field.edit)
        write(text)
    go_to(page.card.note.edit)
    write("早上买的都是老客")
    go_to(page.main)
    press(Qt.Key.Key_Space)
    kept = window.ctx.reader.notes.one(Broadcast, one.id)
    assert kept is not None and kept.reviewed_at is not None and kept.note == "早上买的都是老客"
    asked = [each.words for each in broadcasts.open_actions([kept])]
    assert asked == wanted
    assert one.id not in page.view.owed
    window.ctx.ask.answers.append(tmp_path / "早场.png")
    go_to(page.picture)
    press(Qt.Key.Key_Space)
    assert QImage(str(tmp_path / "早场.png")).width() == 1080
    while window.ctx.undo.last is not None:
        window.ctx.undo.undo()
    assert window.ctx.reader.notes.having(Broadcast, id=one.id) == ()
