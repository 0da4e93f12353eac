"""The list for fans driven over a real book: ticked, taken back, changed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.actions import reviews
from ksdesk.actions.reviews import checklist
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import AFTER, DAILY, ListKept, defaults
from ksdesk.ui.reviews.checklist.card import ChecklistCard
from ksdesk.ui.reviews.checklist.desk import ChecklistDesk
from ksdesk.ui.reviews.checklist.ticks import AfterList

LIVE = Broadcast("live", datetime(2026, 11, 17, 19, 30))


class Room(QWidget):
    """A card and a row over the book, shown anew after every write."""

    def __init__(self, ctx) -> None:
        super().__init__()
        self.ctx = ctx
        self.number = reviews.note_down(ctx.book, LIVE, ctx.clock()).ref
        self.desk = ChecklistDesk(ctx, self)
        self.card, self.after = ChecklistCard(self), AfterList(self)
        column = QVBoxLayout(self)
        for widget in (self.card, self.after):
            widget.ticked.connect(self.desk.tick)
            widget.editing.connect(self.desk.edit)
            column.addWidget(widget)
        self.card.begun.connect(self.desk.begin)
        ctx.hub.changed.connect(self.look)
        self.look()

    def look(self, *_changes: object) -> None:
        reader, today = self.ctx.reader, self.ctx.clock().date()
        if checklist.begun(reader):
            daily = [one for one in checklist.of_day(reader, today) if not one.session]
            self.card.show_day(daily, {}, ListKept(3, 1))
        else:
            self.card.show_proposal(checklist.standing(reader, today))
        lives = reader.notes.all(Broadcast)
        self.after.show_asked(checklist.of_sessions(reader, lives, today)[self.number])


@pytest.fixture
def room(ctx, qtbot):
    made = Room(ctx)
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show()
    return made


def click(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def boxes(ticks) -> list[tuple[str, bool]]:
    return [(check.text(), check.isChecked()) for check in ticks.checks]


def test_the_proposed_list_is_begun_and_ticked(room, ctx, qtbot):
    assert "回完私信" in room.card.proposal.text() and room.card.begin.isVisible()
    click(qtbot, room.card.begin)
    today = room.card.parts[1]
    assert today.isVisible() and len(today.ticks.checks) == 3 and not room.card.begin.isVisible()
    assert not room.card.parts[0].isVisible() and not room.card.parts[2].isVisible()
    first = today.ticks.checks[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert first.hasFocus() and boxes(today.ticks)[0] == ("回完私信", True)
    ctx.undo.undo()
    assert boxes(today.ticks)[0] == ("回完私信", False)
    ctx.undo.undo()
    assert room.card.begin.isVisible()


def test_a_tick_below_a_review_makes_the_list_the_sellers(room, ctx, qtbot):
    assert boxes(room.after.ticks) == [
        *(("谢过下单的老客", False), ("记下问得最多的三件事", False)),
        *(("回完没回的评论", False), ("看一遍差评", False)),
    ]
    click(qtbot, room.after.ticks.checks[3])
    assert boxes(room.after.ticks)[3] == ("看一遍差评", True) and not room.card.begin.isVisible()
    click(qtbot, room.after.ticks.checks[3])
    assert not boxes(room.after.ticks)[3][1]


def test_what_yesterday_left_stands_first(room, ctx, qtbot):
    before = ctx.clock() - timedelta(days=1)
    checklist.arrange(ctx.book, defaults(before.date()), before)
    room.look()
    left = room.card.parts[0]
    assert left.isVisible() and left.caption.text() == "昨天没做的" and len(left.ticks.checks) == 3
    click(qtbot, left.ticks.checks[1])
    assert [on for _text, on in boxes(left.ticks)] == [False, True, False]
    assert "做到 3 件，共 4 件" in room.card.said.text()


def test_the_list_is_renamed_put_in_order_added_to_and_taken_off(room, ctx, qtbot):
    click(qtbot, room.card.edit)
    sheet = room.desk.sheet
    daily, after = sheet.parts[DAILY], sheet.parts[AFTER]
    assert not daily.lines[0].up.isEnabled() and not daily.lines[2].down.isEnabled()
    click(qtbot, daily.lines[0].down)
    click(qtbot, daily.lines[2].drop)
    click(qtbot, after.more)
    after.lines[4].field.edit.insert("发个红包")
    daily.lines[0].field.edit.selectAll()
    daily.lines[0].field.edit.insert("看粉丝榜")
    qtbot.keyClick(daily.lines[0].field.edit, Qt.Key.Key_Return)
    assert room.desk.sheet is None
    assert [text for text, _ in boxes(room.card.parts[1].ticks)] == ["看粉丝榜", "回完私信"]
    assert boxes(room.after.ticks)[4][0] == "发个红包"
    ctx.undo.undo()
    assert not checklist.begun(ctx.reader)


def move(qtbot, line):
    click(qtbot, line.down)


def take_off(qtbot, line):
    click(qtbot, line.drop)


def empty(qtbot, line):
    line.field.edit.selectAll()
    qtbot.keyClick(line.field.edit, Qt.Key.Key_Delete)


@pytest.mark.parametrize("change", [move, take_off, empty])
def test_changes_are_not_lost_to_esc(room, qtbot, change):
    click(qtbot, room.card.edit)
    sheet = room.desk.sheet
    change(qtbot, sheet.parts[DAILY].lines[0])
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(sheet.stay.isVisible)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible() and room.desk.sheet is sheet


def test_esc_leaves_a_list_that_is_as_it_was(room, qtbot):
    click(qtbot, room.card.edit)
    sheet = room.desk.sheet
    click(qtbot, sheet.parts[DAILY].lines[0].down)
    click(qtbot, sheet.parts[DAILY].lines[0].down)
    click(qtbot, sheet.parts[DAILY].more)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert room.desk.sheet is None


def test_a_line_left_empty_is_no_thing_to_do(room, ctx, qtbot):
    room.desk.edit()
    sheet = room.desk.sheet
    click(qtbot, sheet.parts[DAILY].more)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert len(room.card.parts[1].ticks.checks) == 3
