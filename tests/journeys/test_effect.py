"""From what the ways left to plans of next month: the budget is moved, saved and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.promotion.trial import Trial


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_where_the_next_yuan_goes(open_window, qtbot):
    window = open_window()
    reader = window.ctx.reader

    def press(widget) -> None:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    window.navigate("promotion")
    page = window.pages["promotion"]
    room = page.room
    assert room.code == "effect"
    qtbot.waitUntil(lambda: room.answer is not None)
    assert len(room.ways.model.rows) >= 3
    assert "再花一块" in room.mix.said.text()
    assert "疑似异常" in room.mix.source.text()
    said = room.mix.sales.text()

    press(room.mix.own)
    room.mix.slider.setFocus()
    qtbot.keyClick(room.mix.slider, Qt.Key.Key_Right)
    assert room.answer.terms.budget == sum(room.found.effect.today.values()) + 100
    room.mix.slider.setValue(40)
    assert room.mix.sales.text() != said
    best = room.answer.proposal.best
    assert 0 < sum(best.values()) <= 40_00
    assert best["刷礼物"] <= room.answer.proposal.today["刷礼物"]

    before = len(reader.notes.all(Plan))
    press(room.mix.save)
    made = reader.notes.all(Plan)[before:]
    assert {plan.budget for plan in made} == {31 * fen for fen in best.values() if fen}
    window.ctx.undo.undo()
    assert len(reader.notes.all(Plan)) == before

    press(room.mix.trial)
    sheet = page.desk.sheet
    press(sheet.start)
    (trial,) = reader.notes.all(Trial)
    assert max(map(sum, trial.weeks)) <= sum(room.found.effect.today.values())
    sheet.reject()
    window.ctx.undo.undo()
    assert reader.notes.all(Trial) == ()
