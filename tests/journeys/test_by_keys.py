"""The seller's journeys from the first start to the backup, by keys alone and in both languages.

Each control is reached with Tab from where the keyboard is, and can be seen once it is there.
"""

from __future__ import annotations

import pytest
from keys import Hand
from PySide6.QtCore import Qt

from ksdesk.domain.aftersales.cases import CaseFile
from ksdesk.domain.opening import STEP_NAMES
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.ui.parts.buttons import MainButton

pytestmark = pytest.mark.slow

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REPORT = "日期,花费,曝光数\n2026-11-16,120.50,8200\n2026-11-17,98.00,7400\n"


@pytest.fixture(params=["zh", "en"])
def hand(request, open_window) -> Hand:
    """At a window of an empty shop of one's own."""
    return Hand(open_window("own", request.param))


@pytest.fixture(params=["zh", "en"])
def guest(request, open_window) -> Hand:
    """At a window of the sample shop."""
    return Hand(open_window("sample", request.param))


def test_from_the_first_start_through_the_wizard_to_the_deposit(hand):
    window = hand.window
    window.ctx.settings.set(welcomed=False)
    window.open_first()
    hand.rest()
    hand.press(KEY.Key_Return)
    page = window.pages["opening"]
    assert window.topic == "opening"
    for name in STEP_NAMES[1 : STEP_NAMES.index("type.choose") + 1]:
        hand.to(page.card.next)
        hand.press(KEY.Key_Return)
        assert page.step == name
    hand.to(page.view().rows["personal"])
    hand.press(KEY.Key_Space)
    hand.to(page.card.next)
    hand.press(KEY.Key_Return)
    assert page.step == "deposit.quote"
    hand.to(page.view().shown.edit)
    hand.write("500")
    hand.press(KEY.Key_Return)
    while page.step != "done":
        before = page.step
        hand.to(page.card.next)
        hand.press(KEY.Key_Return)
        assert page.step != before
    hand.page("deposit")
    hand.to(window.pages["deposit"].add_button)


def test_a_line_is_recorded_taken_back_and_done_again(guest):
    guest.page("deposit")
    page = guest.window.pages["deposit"]
    before = amounts(page)
    guest.to(page.add_button)
    guest.press(KEY.Key_Space)
    sheet = page.desk.sheet
    guest.to(sheet.kind.choice)
    while sheet.kind.value() != "deduction":
        guest.press(KEY.Key_Down)
    guest.to(sheet.amount.edit)
    guest.press(KEY.Key_A, CONTROL)
    guest.write("12.30")
    guest.to(sheet.rule.edit)
    guest.write("晚发立赔")
    guest.press(KEY.Key_Escape)  # what is typed is not lost
    assert sheet.isVisible()
    guest.press(KEY.Key_Escape)
    assert guest.focus() is sheet.rule.edit and sheet.rule.text() == "晚发立赔"
    guest.press(KEY.Key_Return)
    assert not guest.sheets()
    assert amounts(page)[-1] == -1230
    assert page.isAncestorOf(guest.focus()), "where the sheet was opened"
    guest.press(KEY.Key_Z, CONTROL)
    assert sum(amounts(page)) == sum(before)
    guest.press(KEY.Key_Y, CONTROL)
    assert sum(amounts(page)) == sum(before) - 1230


def amounts(page) -> list[int]:
    return [entry.amount for entry in page.ledger.entries(shown=True)]


def test_a_report_is_imported_and_its_curve_read(hand, tmp_path):
    report = tmp_path / "粉条.csv"
    report.write_text(REPORT, "utf-8")
    hand.page("traffic")
    page = hand.window.pages["traffic"]
    hand.window.ctx.ask.answers.append([report])
    hand.to(hand.named(page, page.import_button.text()))
    hand.press(KEY.Key_Return)
    assert hand.sheets() == [page.bringing.runner.sheet]
    hand.press(KEY.Key_Return)
    assert hand.window.ctx.reader.batches.last().new == 2 and not hand.sheets()
    assert page.isAncestorOf(hand.focus())
    days = page.filled.controls.range
    hand.to(days)
    shown = days.value()
    hand.press(KEY.Key_Left)
    assert days.value() != shown and days.isAncestorOf(hand.focus())


def test_a_plan_is_made(hand):
    hand.page("promotion")
    page = hand.window.pages["promotion"]
    hand.to(page.chips)
    hand.press(KEY.Key_Right)
    hand.press(KEY.Key_Right)
    assert page.room is page.rooms["plans"]
    (begin,) = (one for one in page.findChildren(MainButton) if one.isVisible())
    hand.to(begin)
    hand.press(KEY.Key_Space)
    (sheet,) = hand.sheets()
    hand.to(sheet.name.edit)
    hand.write("Persimmons")
    hand.to(sheet.budget.edit)
    hand.write("300")
    hand.press(KEY.Key_Return)
    assert not hand.sheets()
    (plan,) = hand.window.ctx.reader.notes.all(Plan)
    assert (plan.name, plan.budget) == ("Persimmons", 30_000)
    assert page.isAncestorOf(hand.focus())
    hand.press(KEY.Key_Return)  # once more than meant: it had binned the plan
    assert hand.window.ctx.reader.notes.all(Plan) == (plan,)


def test_an_order_gets_its_number(guest):
    guest.page("orders")
    page = guest.window.pages["orders"]
    guest.to(page.list.table)
    guest.press(KEY.Key_Down)
    order = page.list.table.current_row()
    guest.press(KEY.Key_Space)
    assert page.list.model.checked()
    guest.to(page.number_button)
    guest.press(KEY.Key_Return)
    (sheet,) = guest.sheets()
    guest.to(sheet.lines.edit)
    guest.write("sf 1234 567 890")
    guest.press(KEY.Key_Return, CONTROL)
    assert not guest.sheets()
    shown = {row.order_no: row for row in page.list.model.rows if row is not None}
    assert shown[order.order_no].order_no == order.order_no
    assert page.isAncestorOf(guest.focus())
    guest.press(KEY.Key_Z, CONTROL)


def test_a_case_is_noted_and_looked_into(hand):
    hand.page("aftersales")
    page = hand.window.pages["aftersales"]
    hand.to(hand.named(page, page.new_button.text()))
    hand.press(KEY.Key_Space)
    (sheet,) = hand.sheets()
    hand.to(sheet.order_no.edit)
    hand.write("2632300000000999")
    hand.press(KEY.Key_Return)
    assert not hand.sheets()
    hand.to(page.work.words.edit)
    hand.write("sorry")
    hand.press(KEY.Key_Return, CONTROL)
    hand.to(page.work.main)
    hand.press(KEY.Key_Return)
    (case,) = hand.window.ctx.reader.notes.all(CaseFile)
    assert [words for _at, _who, words, _step in case.said] == ["sorry"]
    assert page.isAncestorOf(hand.focus())


def test_a_review_is_written(guest):
    guest.page("reviews")
    page = guest.window.pages["reviews"]
    guest.to(page.card.next.fields[0].edit)
    guest.press(KEY.Key_A, CONTROL)
    guest.write("first the persimmons")
    guest.to(page.main)
    guest.press(KEY.Key_Space)
    kept = guest.window.ctx.reader.notes.all(Broadcast)
    assert any("first the persimmons" in words for one in kept for words, _done in one.todo)
    assert page.isAncestorOf(guest.focus())


def test_a_month_is_saved(guest, tmp_path):
    guest.page("month")
    page = guest.window.pages["month"]
    guest.window.ctx.ask.answers.append(tmp_path / "month.pdf")
    guest.to(page.earlier)
    guest.press(KEY.Key_Space)
    guest.to(page.pdf_button)
    guest.press(KEY.Key_Space)
    assert (tmp_path / "month.pdf").stat().st_size > 1000


def test_a_copy_is_made_and_all_is_packed_for_a_move(hand, tmp_path):
    window = hand.window
    hand.page("today")
    hand.press(KEY.Key_F6)
    if not window.nav.isAncestorOf(hand.focus()):
        hand.press(KEY.Key_F6)
    hand.to(window.nav.items["settings"])
    hand.press(KEY.Key_Return)
    page = window.pages["settings"]
    hand.to(page.tabs)
    hand.press(KEY.Key_Right)
    card = page.data.backups
    hand.to(card.back_up_button)
    hand.press(KEY.Key_Space)
    assert len(card.model.rows) == 1
    window.ctx.ask.answers.append(tmp_path / "shop.ksdesk-move")
    hand.to(page.data.moving.out_button)
    hand.press(KEY.Key_Space)
    assert list(tmp_path.glob("shop*.ksdesk-move"))
