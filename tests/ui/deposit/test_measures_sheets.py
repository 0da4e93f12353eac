"""What the platform did, accounts that are frozen, sub-shops, and the phone's balance."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions.deposit import notes as deposit_notes
from ksdesk.domain.deposit.notes import AccountState, MeasureEvent, ShownLine, SubShop
from ksdesk.ui.parts.buttons import TextButton


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_measure_is_marked_where_it_stands_and_undone(open_page, dipped, ctx, book, qtbot):
    page = open_page()
    click(qtbot, page.measures.pills["listing_closed"])
    sheet = page.sheet
    assert sheet.measure.value() == "listing_closed"
    assert sheet.means.text() == "不能上架新商品；已上架的照常卖。"
    sheet.day.set_value(date(2026, 11, 15))
    sheet.note.set_text("站内信")
    click(qtbot, sheet.main)
    assert page.sheet is None
    (event,) = book.reader.notes.all(MeasureEvent)
    assert (event.state, event.day, event.note) == ("happened", date(2026, 11, 15), "站内信")
    assert page.measures.pills["listing_closed"].text() == "11-15 已发生"
    assert page.measures.note.text() == "补足 ¥236.00 后请平台解除。"
    assert "上架已经停了，小黄车可能跟着停。" in page.verdict.sentence.text()
    ctx.undo.back()
    assert page.measures.pills["listing_closed"].text() == "可能"


def test_a_measure_that_happened_offers_to_be_lifted(open_page, dipped, book, now, qtbot):
    deposit_notes.mark(book, "cart_closed", "happened", date(2026, 11, 15), "", now)
    page = open_page()
    click(qtbot, page.measures.pills["cart_closed"])
    assert page.sheet.state.value() == "lifted"
    assert "请平台解除" in page.sheet.means.text()
    click(qtbot, page.sheet.main)
    assert page.measures.pills["cart_closed"].text() == "可能"


def test_what_happened_to_the_shop_is_seen_on_every_account(open_page, dipped, book, now):
    deposit_notes.mark(book, "selling_closed", "happened", date(2026, 11, 15), "", now)
    page = open_page()
    page.choose_account("promotion")
    assert list(page.measures.pills) == ["selling_closed"]
    assert page.measures.note.text() == "补足 ¥236.00 后请平台解除。"


def test_a_measure_has_no_day_to_come(open_page, dipped, book, qtbot):
    page = open_page()
    page.desk.mark("cart_closed")
    page.sheet.day.set_value(date(2026, 11, 19))
    click(qtbot, page.sheet.main)
    assert page.sheet.day.verdict() == ("bad", "这一天还没到")
    assert not book.reader.notes.all(MeasureEvent)
    page.sheet.reject()


def test_an_account_is_frozen_and_thawed(open_page, dipped, book, qtbot):
    page = open_page()
    page.more_menu().actions()[1].trigger()
    assert page.sheet.windowTitle() == "自建保证金被冻结"
    click(qtbot, page.sheet.main)
    assert page.view.account.frozen
    assert page.verdict.pill.text() == "冻结"
    assert page.verdict.gauge.state() == "frozen"
    assert "动不了" in page.verdict.sentence.text()
    page.more_menu().actions()[1].trigger()
    assert page.sheet.windowTitle() == "自建保证金解冻"
    click(qtbot, page.sheet.main)
    assert not page.view.account.frozen
    assert len(book.reader.notes.all(AccountState)) == 2


def test_sub_shops_are_kept_and_give_money(open_page, dipped, book, ctx, qtbot):
    page = open_page()
    page.desk.list_facts("sub_shops")
    sheet = page.sheet
    click(qtbot, sheet.main)
    assert sheet.name.verdict()[1] == "填上名称"
    sheet.name.set_text("二店")
    sheet.money.set_value(120_000)
    click(qtbot, sheet.main)
    assert [row.name for row in sheet.model.rows] == ["二店"]
    assert sheet.name.text() == ""
    sheet.table.select_key(sheet.model.rows[0].id)
    sheet.moved.set_value(200_000)
    click(qtbot, sheet.move_button)
    assert sheet.moved.verdict()[1] == "只有 1,200.00"
    sheet.moved.set_value(23_600)
    click(qtbot, sheet.move_button)
    assert [row.receivables for row in sheet.model.rows] == [96_400]
    assert page.verdict.title_line.text() == "刚好够"
    ctx.undo.back()
    assert book.reader.notes.all(SubShop)[0].receivables == 120_000
    assert page.verdict.title_line.text() == "还差 ¥236.00"
    sheet.reject()


def test_a_fact_is_changed_and_taken_away(open_page, dipped, book, now, qtbot):
    deposit_notes.keep(book, SubShop("二店", 100, date(2026, 11, 1)), now)
    page = open_page()
    page.desk.list_facts("sub_shops")
    sheet = page.sheet
    assert sheet.drop_button.isHidden()
    sheet.table.select_key(sheet.model.rows[0].id)
    assert (sheet.main.text(), sheet.name.text()) == ("保存修改", "二店")
    sheet.money.set_value(500)
    click(qtbot, sheet.main)
    assert [row.receivables for row in sheet.model.rows] == [500]
    sheet.table.select_key(sheet.model.rows[0].id)
    click(qtbot, sheet.drop_button)
    assert (len(sheet.model.rows), sheet.main.text()) == (0, "加上")
    sheet.reject()


def test_the_day_by_which_stands_in_the_sentence(open_page, dipped, book, qtbot):
    page = open_page()
    assert page.verdict.due_link.isVisible()
    click(qtbot, page.verdict.due_link)
    sheet = page.sheet
    sheet.amount.set_value(300_000)
    sheet.day.set_value(date(2026, 11, 14))
    sheet.due.set_value(date(2026, 11, 25))
    click(qtbot, sheet.main)
    assert book.reader.notes.all(ShownLine)[0].due == date(2026, 11, 25)
    assert page.verdict.sentence.text() == "11月25日 前要补上。期限来自 11月14日 的手机通知。"
    assert page.verdict.due_link.isHidden()
    sheet.reject()


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 11, 18), "今天必须补上。"),
        (date(2026, 11, 10), "11月10日 前就该补上，已经过了。"),
    ],
)
def test_a_day_that_is_here_or_over(open_page, dipped, book, now, due, said):
    deposit_notes.keep(book, ShownLine("own", 300_000, date(2026, 11, 5), due), now)
    assert open_page().verdict.sentence.text().startswith(said)


def test_the_phone_agrees(open_page, dipped, qtbot):
    page = open_page()
    click(qtbot, page.compare_button)
    sheet = page.sheet
    click(qtbot, sheet.main)
    assert sheet.shown.verdict()[1] == "填上金额"
    sheet.shown.set_value(276_400)
    sheet.ask()
    assert sheet.outcome.text() == "一分不差：两边都是 2,764.00。"
    assert sheet.reason.isHidden()
    click(qtbot, sheet.main)
    page.desk.compare()
    assert page.sheet.last.text() == "上次 11月18日 核对过，一分不差。"
    page.sheet.reject()


def test_a_difference_is_explained_and_booked_with_its_reason(open_page, dipped, ctx, qtbot):
    page = open_page()
    page.desk.compare()
    sheet = page.sheet
    sheet.shown.set_value(280_000)
    sheet.ask()
    assert sheet.outcome.text() == "账本 2,764.00，手机 2,800.00：手机上多 36.00。"
    (link,) = sheet.hints.findChildren(TextButton)
    assert "第 3 笔" in link.text()
    sheet.reason.set_text("平台退了")
    click(qtbot, sheet.main)
    newest = page.ledger.model.rows[0]
    assert (newest.kind, newest.amount, newest.note) == ("correction", 3_600, "平台退了")
    assert page.verdict.title_line.text() == "还差 ¥200.00"
    ctx.undo.back()
    assert page.verdict.title_line.text() == "还差 ¥236.00"


def test_a_hint_leads_to_its_line(open_page, dipped, qtbot):
    page = open_page()
    page.desk.compare()
    sheet = page.sheet
    sheet.shown.set_value(280_000)
    sheet.ask()
    click(qtbot, sheet.hints.findChildren(TextButton)[0])
    assert not sheet.isVisible()
    assert page.ledger.selected() == 3


def test_hints_cover_what_a_seller_may_have_done(open_page, dipped):
    from ksdesk.domain.deposit.reconcile import Hint
    from ksdesk.ui.deposit.outlook_words import HINTS, hint_words

    entries = open_page().view.entries[:2]
    for code in HINTS:
        assert "第 1 笔" in hint_words(Hint(code, entries, 1))
