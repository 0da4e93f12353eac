"""What the line depends on: facts in their sheets, what is coming, what would be."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import imports
from ksdesk.actions.deposit import notes as deposit_notes
from ksdesk.domain.deposit.notes import Adjustment, LineCategory, MonthSales, SalesTier
from ksdesk.domain.imports import Source


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def plain(ledger, tell) -> None:
    """No figure of the phone: the rule book counts."""
    tell(categories=["fresh"], asked={"fresh": 100_000})


def facts(page, name: str):
    page.desk.list_facts(name)
    return page.sheet


def labels(page) -> list[str]:
    from ksdesk.ui.parts.labels import Label

    return [label.text() for label in page.why.content.findChildren(Label)]


def test_each_account_offers_its_figures(open_page, plain):
    page = open_page()
    counts = {}
    for name in ("own", "promotion", "cross_border"):
        page.choose_account(name)
        counts[name] = [a.text() for a in page.facts_menu().actions() if not a.isSeparator()]
    assert counts["own"][0] == "手机显示的应缴…"
    assert counts["own"][-2:] == ["平台规则里的最低标准…", "开店向导里填的 ›"]
    assert counts["promotion"][1] == "推广类目…"
    assert counts["cross_border"] == ["手机显示的应缴…"]


def test_a_planned_category_warns_ahead(open_page, plain, book, qtbot):
    page = open_page()
    assert page.verdict.coming.isHidden()
    sheet = facts(page, "categories")
    sheet.category.set_value("health_food")
    sheet.amount.set_value(300_000)
    sheet.opened.set_value(date(2026, 12, 10))
    click(qtbot, sheet.main)
    assert book.reader.notes.all(LineCategory)[0].name == "health_food"
    assert page.verdict.coming_words.text() == ("12月10日 起要求线 3,500.00，还差 736.00：保健食品")
    sheet.reject()


def test_a_category_of_ones_own_words_and_its_end(open_page, plain, book, qtbot):
    page = open_page()
    sheet = facts(page, "categories")
    sheet.category.set_value("other")
    sheet._tell()
    click(qtbot, sheet.main)
    assert sheet.name.verdict()[1] == "填上名称"
    sheet.name.set_text("水果干")
    sheet.opened.set_value(date(2026, 11, 1))
    sheet.closed.set_value(date(2026, 10, 1))
    click(qtbot, sheet.main)
    assert sheet.closed.verdict()[1] == "不能早于开通日"
    sheet.closed.set_value(date(2026, 11, 10))
    click(qtbot, sheet.main)
    (kept,) = book.reader.notes.all(LineCategory)
    assert (kept.name, kept.amount, kept.closed_on) == ("水果干", None, date(2026, 11, 10))
    sheet.table.select_key(kept.id)
    assert sheet.name.text() == "水果干"
    sheet.reject()


@pytest.mark.slow
def test_sales_and_tiers_make_the_adjustment(open_page, plain, book, qtbot):
    page = open_page()
    sheet = facts(page, "sales")
    sheet.amount.set_value(5_581_240)
    click(qtbot, sheet.main)
    assert [row.month for row in sheet.model.rows] == [date(2026, 10, 1)]
    assert "10月卖了 55,812.40" in labels(page)
    assert any(text.startswith("公开的例子") for text in labels(page))
    sheet.reject()
    sheet = facts(page, "tiers")
    click(qtbot, sheet.main)
    assert sheet.amount.verdict()[1] == "填上金额"
    sheet.sales_from.set_value(5_000_000)
    sheet.amount.set_value(200_000)
    click(qtbot, sheet.main)
    assert book.reader.notes.all(SalesTier) == tuple(sheet.model.rows)
    assert page.view.account.line == 300_000
    assert "+1,500.00" in labels(page)
    sheet.reject()


def test_an_adjustment_is_entered_with_its_day(open_page, plain, book, qtbot):
    page = open_page()
    sheet = facts(page, "adjustments")
    sheet.amount.set_value(150_000)
    sheet.day.set_value(date(2026, 11, 3))
    sheet.note.set_text("站内信")
    click(qtbot, sheet.main)
    assert book.reader.notes.all(Adjustment)[0].amount == 150_000
    assert page.view.account.line == 300_000
    assert page.why.title_label.text() == "为什么是 3,000"
    sheet.table.select_key(sheet.model.rows[0].id)
    assert sheet.note.text() == "站内信"
    sheet.reject()


@pytest.mark.slow
def test_the_present_month_is_counted_up_to_a_day(open_page, plain, book, qtbot):
    page = open_page()
    sheet = facts(page, "sales")
    sheet.month.set_value(date(2026, 11, 1))
    sheet._tell()
    sheet.amount.set_value(4_100_000)
    sheet.until.set_value(date(2026, 10, 31))
    click(qtbot, sheet.main)
    assert sheet.until.verdict()[1] == "不在这个月里"
    sheet.until.set_value(date(2026, 11, 17))
    click(qtbot, sheet.main)
    assert book.reader.notes.all(MonthSales)[0].until == date(2026, 11, 17)
    assert page.view.forecast.so_far == 4_100_000
    sheet.reject()


def test_sales_of_imported_orders_are_listed_and_can_be_corrected(open_page, plain, book, qtbot):
    counted = [
        MonthSales(date(2026, 10, 1), 2_050_000, origin="orders"),
        MonthSales(date(2026, 9, 1), 900_000, origin="orders"),
    ]
    page = open_page()
    sheet = facts(page, "sales")
    sheet.model.set_rows(counted)
    assert sheet.table.select_key(counted[1])
    assert (sheet.amount.value(), sheet.drop_button.isHidden()) == (900_000, True)
    assert sheet.model.text(1, sheet.model.column("origin")) == "订单"
    sheet.amount.set_value(950_000)
    click(qtbot, sheet.main)
    (typed,) = book.reader.notes.all(MonthSales)
    assert (typed.month, typed.amount, typed.origin) == (date(2026, 9, 1), 950_000, "typed")
    sheet.reject()


def test_what_if_answers_without_touching_the_book(open_page, dipped, book, now, qtbot):
    deposit_notes.keep(book, MonthSales(date(2026, 11, 1), 4_100_000, date(2026, 11, 17)), now)
    page = open_page()
    before = book.reader.deposit.entries("own"), book.reader.notes.all(LineCategory)
    click(qtbot, page.what_if_button)
    sheet = page.sheet
    assert sheet.lines["own"].text() == "3,000.00，和现在一样"
    assert sheet.changes() == {}
    sheet.category.set_value("alcohol")
    sheet.asks.set_value(200_000)
    sheet.ask()
    assert sheet.lines["own"].text() == "3,000.00 → 5,000.00（+2,000.00）"
    assert sheet.outcomes["own"].text() == "余额 2,764.00，会差 2,236.00。"
    sheet.reset()
    click(qtbot, sheet.pace)
    assert sheet.changes() == {"sales": page.view.forecast.likely}
    assert sheet.unsure.isVisible()
    sheet.reset()
    sheet.shop_type.set_value("flagship")
    sheet.promotion.click()
    assert sheet.changes() == {"shop_type": "flagship", "promotion": False}
    assert sheet.lines["promotion"].text() == "500.00 → 0.00（−500.00）"
    assert before == (book.reader.deposit.entries("own"), book.reader.notes.all(LineCategory))
    sheet.reject()


def test_what_if_a_category_is_closed(open_page, plain, qtbot):
    page = open_page()
    page.desk.ask_what_if()
    page.sheet.closing.set_value("fresh")
    page.sheet.ask()
    assert page.sheet.lines["own"].text() == "1,500.00 → 500.00（−1,000.00）"
    assert page.sheet.outcomes["own"].text() == "余额 2,764.00，够。"
    page.sheet.reject()


def test_the_minimum_can_be_changed_and_both_figures_stay(open_page, plain, ctx, book, qtbot):
    page = open_page()
    menu = page.facts_menu()
    next(a for a in menu.actions() if a.text() == "平台规则里的最低标准…").trigger()
    sheet = page.sheet
    assert sheet.shipped.text() == "¥500"
    sheet.value.set_value(200_000)
    sheet.note.set_text("手机通知")
    sheet.ask()
    assert "¥500 → ¥2,000" in sheet.outcome.text()
    assert "差 ¥236.00" in sheet.outcome.text()
    assert "1,500.00 → 3,000.00" in sheet.changes.text()
    click(qtbot, sheet.main)
    assert page.view.account.line == 300_000
    assert {"2,000.00", "平台规则原来是 500.00"} <= set(labels(page))
    ctx.undo.back()
    assert page.view.account.line == 150_000


def test_the_ledger_filters_by_kind_words_and_days(open_page, dipped, qtbot):
    page = open_page()
    ledger = page.ledger
    click(qtbot, ledger.filter_button)
    strip = ledger.strip
    strip.kind.set_value("deduction")
    strip.changed.emit()
    assert [row.id for row in ledger.model.rows] == [5, 3]
    assert ledger.count_label.text() == "5 笔里的 2 笔，合计 −272.00"
    strip.search.set_text("236")
    strip.changed.emit()
    assert [row.id for row in ledger.model.rows] == [5]
    strip.search.set_text("")
    strip.last.set_value(date(2026, 10, 31))
    strip.changed.emit()
    assert [row.id for row in ledger.model.rows] == [3]
    assert [e.id for e in ledger.entries(shown=True)] == [3]
    assert len(ledger.entries(shown=False)) == 5
    assert ledger.select(1)
    assert not strip.active()
    strip.first.set_value(date(2027, 1, 1))
    strip.changed.emit()
    assert not ledger.model.rows
    ledger.table.emptied_acted.emit()
    assert (strip.isHidden(), len(ledger.model.rows)) == (True, 5)


def test_a_deduction_names_clause_order_and_proof(open_page, dipped, book, qtbot):
    page = open_page()
    click(qtbot, page.ledger.record_button)
    sheet = page.sheet
    assert sheet.penalty.isHidden()
    sheet.kind.set_value("deduction")
    sheet.kind.edited.emit("deduction")
    assert sheet.penalty.isVisible()
    sheet.amount.set_value(3_000)
    sheet.rule.set_text("第12条")
    sheet.order.set_text("2511090001")
    sheet.proof.set_text("截图")
    click(qtbot, sheet.main)
    entry = book.reader.deposit.entries("own")[-1]
    assert (entry.rule, entry.order, entry.proof) == ("第12条", "2511090001", "截图")
    page.resize(1752, 1080)
    ledger = page.ledger
    place = ledger.model.column("proof")
    assert ledger.model.text(0, place) == "2511090001 · 第12条 · 截图"
    assert "订单号：2511090001" in ledger._whole(entry)


def test_the_ledger_is_exported_as_shown_or_whole(open_page, dipped, ctx, tmp_path):
    page = open_page()
    page.ledger.strip.search.set_text("立赔")
    page.ledger.strip.changed.emit()
    for shown, lines in ((True, 2), (False, 5)):
        target = tmp_path / f"{shown}.csv"
        ctx.ask.answers = [target]
        page.export.export(shown, ".csv")
        text = target.read_text(encoding="utf-8-sig")
        assert len(text.splitlines()) == lines + 1
        assert "晚发立赔 9 单" in text
        assert "-236.00" in text


def test_a_month_that_was_not_counted_to_its_end_says_until_when(open_page, dipped, book, now):
    deposit_notes.keep(book, MonthSales(date(2026, 10, 1), 4_100_000, date(2026, 10, 20)), now)
    page = open_page()
    assert "10月截至10月20日卖了 41,000.00，后面的还没算进来" in labels(page)


def test_a_month_whose_orders_begin_in_its_middle_says_since_when(open_page, dipped, book, now):
    rows = "订单编号,下单时间,实付款\n1,2026-10-21 10:00,410.00\n2,2026-11-02 10:00,5.00\n"
    preview = imports.preview(book, Source("订单.csv", text=rows))
    imports.commit(book, preview, now=now)
    page = open_page()
    assert "10月从10月21日（最早的订单）起卖了 410.00，之前的没算" in labels(page)
