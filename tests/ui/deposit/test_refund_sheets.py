"""The way back of the promotion deposit, and taking out what lies there beyond need."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import deposit
from ksdesk.actions.deposit import notes as deposit_notes
from ksdesk.actions.deposit import refund as deposit_refund
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import AccountState, LineCategory, MonthSales, RefundCase
from ksdesk.ui.deposit.refund.screens import PATH
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.segments import SegmentBar


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def seen(sheet, qtbot, kind) -> list:
    """What is in sight of a kind, once the new rows are shown."""
    qtbot.waitUntil(lambda: sum(p.isVisible() for p in sheet.findChildren(Pill)) == 2)
    return [widget for widget in sheet.findChildren(kind) if widget.isVisible()]


def pills(sheet, qtbot) -> list[str]:
    return [pill.text() for pill in seen(sheet, qtbot, Pill)]


@pytest.fixture
def page(open_page, dipped):
    made = open_page()
    made.choose_account("promotion")
    return made


def say_yes(sheet, qtbot) -> None:
    """Press the buttons of the two conditions."""
    for text in ("我申请了", "符合"):
        button = next(b for b in seen(sheet, qtbot, SecondButton) if b.text() == text)
        click(qtbot, button)


def test_the_way_on_the_phone_is_rehearsed(page, qtbot):
    click(qtbot, page.verdict.refund_link)
    sheet = page.sheet
    for number, word in enumerate(PATH):
        assert f"「{word}」" in sheet.tapped.text()
        assert word in sheet.phone.words() or word in sheet.phone.shown().spot.word
        qtbot.mouseClick(sheet.phone, Qt.MouseButton.LeftButton, pos=sheet.phone.spot_center())
        qtbot.waitUntil(lambda n=number: sheet.place == n + 1)
    assert sheet.phone.shown().spot is None
    click(qtbot, sheet.again)
    assert sheet.place == 0
    sheet.reject()


def test_the_path_is_that_of_the_rule_book(ctx):
    assert ctx.rules().on(date(2026, 11, 18)).words("deposit.refund.promotion.path") == PATH


@pytest.mark.slow
def test_from_the_conditions_to_the_money(page, book, ctx, qtbot):
    click(qtbot, page.verdict.refund_link)
    sheet = page.sheet
    assert pills(sheet, qtbot) == ["还没有", "要你说"]
    assert not sheet.main.isEnabled()
    say_yes(sheet, qtbot)
    assert pills(sheet, qtbot) == ["2026年11月18日 起满足"] * 2
    assert sheet.now.text() == "申请退回了吗？"
    assert "月" not in sheet.money.text()  # the month without sales belongs to the excess
    click(qtbot, sheet.main)
    assert sheet.now.text() == "先扣了多少？"
    assert "前到账" in sheet.why.text()
    click(qtbot, sheet.main)
    assert sheet.amount.verdict()[1] == "填上金额"
    sheet.amount.set_value(2_000)
    click(qtbot, sheet.main)
    assert sheet.now.text() == "钱到账了吗？"
    assert sheet.amount.value() == 48_000
    click(qtbot, sheet.main)
    assert sheet.why.text() == "2026年11月18日 退回 ¥480.00，扣了 20.00。"
    assert sheet.main.isHidden()
    kinds = [e.kind for e in book.reader.deposit.entries("promotion")]
    assert kinds[-3:] == ["refund_applied", "refund_deducted", "refund_paid"]
    assert page.view.account.balance == 0
    assert (page.verdict.title_line.text(), page.verdict.pill.text()) == ("已退回", "已退回")
    ctx.undo.back()
    assert (page.view.account.balance, sheet.now.text()) == (48_000, "钱到账了吗？")
    sheet.reject()


@pytest.mark.slow
def test_paid_without_a_deduction(page, book, now, qtbot):
    for verb in (deposit_refund.close_function, deposit_refund.exit_rule_met):
        verb(book, date(2026, 10, 1), now)
    deposit_refund.apply(book, date(2026, 10, 2), "", now)
    page.refresh()
    assert "10月2日 申请了退回" in page.verdict.sentence.text()
    page.desk.refund()
    sheet = page.sheet
    click(qtbot, sheet.skip)
    assert sheet.now.text() == "钱到账了吗？"
    click(qtbot, sheet.main)
    case = book.reader.notes.all(RefundCase)[0]
    assert (case.state, case.paid, case.deducted) == ("paid", 50_000, 0)
    sheet.reject()


def test_a_day_to_come_is_refused(page, book, qtbot):
    page.desk.refund()
    page.sheet.day.set_value(date(2026, 12, 1))
    say_yes(page.sheet, qtbot)
    assert page.sheet.day.verdict()[1] == "这一天还没到"
    assert not book.reader.notes.all(RefundCase)
    page.sheet.reject()


@pytest.mark.slow
def test_the_excess_is_asked_computed_and_booked(page, book, now, qtbot):
    deposit.add(book, [NewEntry("promotion", date(2026, 4, 1), "paid_in", 30_000)], now)
    page.refresh()
    click(qtbot, page.verdict.excess_link)
    sheet = page.sheet
    assert pills(sheet, qtbot) == ["要你说", "要你说"]
    assert sheet.outcome.text() == "两个条件还没都满足。"
    for n in range(2):
        seen(sheet, qtbot, SegmentBar)[n].chosen.emit(True)
    assert sheet.outcome.text() == "现在可以在手机上申请提现。"
    sheet.amount.set_value(40_000)
    click(qtbot, sheet.main)
    assert sheet.amount.verdict()[1] == "超出的只有 300.00"
    sheet.amount.set_value(30_000)
    click(qtbot, sheet.main)
    entry = book.reader.deposit.entries("promotion")[-1]
    assert (entry.kind, entry.amount) == ("withdrawal", -30_000)
    assert page.view.account.state == "exact"


@pytest.mark.slow
def test_the_book_knows_when_the_month_is_over(page, book, now, qtbot):
    deposit.add(book, [NewEntry("promotion", date(2026, 4, 1), "paid_in", 30_000)], now)
    closed = LineCategory("手机", 80_000, date(2026, 4, 1), date(2026, 11, 10), "promotion")
    deposit_notes.keep(book, closed, now)
    deposit_notes.keep(book, MonthSales(date(2026, 10, 1), 9_900, category="手机"), now)
    page.refresh()
    page.desk.excess()
    assert page.sheet.sentence_label.text() == "推广保证金最高的类目：手机。"
    assert page.sheet.outcome.text() == "2026年12月1日 起可以申请。"
    assert not page.sheet.main.isEnabled()
    page.sheet.categories.emit()
    assert page.sheet.windowTitle() == "推广类目"
    page.sheet.reject()


@pytest.mark.slow
def test_promotion_that_is_open_again_is_written_down_and_has_a_line(page, book, ctx, qtbot):
    click(qtbot, page.verdict.refund_link)
    sheet = page.sheet
    assert not sheet.reopen.isVisible()
    sheet.day.set_value(date(2026, 11, 1))
    applied = next(b for b in seen(sheet, qtbot, SecondButton) if b.text() == "我申请了")
    click(qtbot, applied)
    qtbot.waitUntil(sheet.reopen.isVisible)
    click(qtbot, sheet.reopen)
    assert sheet.amount.value() == 50_000 and sheet.now.text() == "推广从哪天起又开通了？"
    sheet.day.set_value(date(2026, 11, 10))
    click(qtbot, sheet.main)
    assert deposit.told(book.reader).facts.promotion_on(date(2026, 11, 10))
    assert not deposit.told(book.reader).facts.promotion_on(date(2026, 11, 9))
    qtbot.waitUntil(lambda: not sheet.reopen.isVisible())
    assert pills(sheet, qtbot)[0] == "还没有"
    sheet.reject()


@pytest.mark.slow
def test_after_a_refund_that_was_paid_the_sheet_begins_anew(page, book, now, qtbot):
    """Promotion was open again, and the sheet still said that all was done, without a button."""
    deposit_refund.apply(book, date(2026, 10, 2), "", now)
    deposit_refund.paid(book, 50_000, date(2026, 10, 20), "", now)
    page.refresh()
    page.desk.refund()
    sheet = page.sheet
    qtbot.waitUntil(lambda: sheet.now.text() == "都办完了")
    deposit.add(book, [NewEntry("promotion", date(2026, 11, 2), "paid_in", 60_000)], now)
    page.refresh()
    qtbot.waitUntil(lambda: sheet.now.text() == "申请退回了吗？")
    assert pills(sheet, qtbot) == ["还没有", "要你说"]
    say_yes(sheet, qtbot)
    click(qtbot, sheet.main)
    assert sheet.now.text() == "先扣了多少？"
    sheet.reject()


@pytest.mark.slow
def test_what_was_asked_for_and_opened_again_can_be_closed_again(page, book, now, qtbot):
    deposit_refund.apply(book, date(2026, 10, 2), "", now)
    deposit_refund.reopen(book, date(2026, 10, 9), 50_000, now)
    page.refresh()
    page.desk.refund()
    sheet = page.sheet
    assert pills(sheet, qtbot)[0] == "还没有"
    click(qtbot, next(b for b in seen(sheet, qtbot, SecondButton) if b.text() == "我申请了"))
    qtbot.waitUntil(lambda: sheet.now.text() == "申请退回了吗？")
    assert [case.closed_on for case in book.reader.notes.all(RefundCase)] == [
        date(2026, 10, 2),
        date(2026, 11, 18),
    ]
    sheet.reject()


def test_a_frozen_account_cannot_be_asked_for_its_refund(page, book, now, qtbot):
    for verb in (deposit_refund.close_function, deposit_refund.exit_rule_met):
        verb(book, date(2026, 10, 1), now)
    deposit_notes.keep(book, AccountState("promotion", date(2026, 11, 1), True), now)
    page.refresh()
    page.desk.refund()
    qtbot.waitUntil(lambda: page.sheet.why.text() == "账户冻结了，现在不能申请。")
    assert not page.sheet.main.isEnabled()
    page.sheet.reject()


def test_a_closed_promotion_is_not_asked_for_its_line(page, book, now):
    deposit_refund.close_function(book, date(2026, 10, 1), now)
    page.refresh()
    assert "推广已关闭" in page.verdict.sentence.text()
    assert page.verdict.link.isHidden() and page.verdict.gauge.isHidden()
