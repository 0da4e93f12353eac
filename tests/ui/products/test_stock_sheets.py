"""Low stock, corrections and the out-of-stock path by mouse and keys over a real book."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from ksdesk.actions import imports, products
from ksdesk.actions.products import stock_case
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.stock.case import place
from ksdesk.ui.products.page import ProductsPage
from ksdesk.ui.products.quality.card import QualitySheet
from ksdesk.ui.products.row_menu import add_row_actions, begin_case, correct
from ksdesk.ui.products.stock.case_sheet import StockCaseSheet


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def goods(ctx):
    for product in (
        Product(title="洛川红富士", stock=34, item_id="11", state="listed"),
        Product(title="柿饼散装", stock=0, price=7900, state="off_shelf"),
        Product(title="蜂蜜", stock=126, state="listed"),
    ):
        products.save(ctx.book, product, ctx.clock())
    return {product.title: product for product in ctx.reader.products.all()}


@pytest.fixture
def page(ctx, qtbot, goods):
    made = ProductsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


@pytest.fixture
def listed(page, qtbot):
    page.open_stock()
    return page.stock_sheet


@pytest.fixture
def sold(ctx, goods, tmp_path: Path):
    """200 apples in two weeks."""
    day = (ctx.clock() - timedelta(days=3)).date()
    rows = ["订单号,订单创建时间,订单状态,实付款,成交数量,商品ID"]
    rows += [f"{n},{day} 08:00:00,已发货,69.00,50,11" for n in range(1, 5)]
    found = imports.preview(ctx.book, Source("订单.csv", text="\n".join(rows)), staging=tmp_path)
    imports.commit(ctx.book, found, now=ctx.clock())


def shown(sheet) -> list[tuple[str, ...]]:
    model = sheet.model
    return [
        tuple(model.text(row, column) for column in range(len(model.columns)))
        for row in range(len(model.rows))
    ]


def test_without_orders_what_is_gone_is_listed_and_it_says_how_to_know_more(listed):
    assert [row[0] for row in shown(listed)] == ["柿饼散装"]
    assert "导入订单" in listed.hint.text()
    assert not listed.correct_button.isEnabled()
    assert listed.correct_button.toolTip() == "先在上面选一件商品"


def test_the_list_tells_days_left_and_what_to_get(sold, listed):
    assert shown(listed) == [
        ("洛川红富士", "34", "200", "2 天", "–", "+166"),
        ("柿饼散装", "0", "–", "缺货", "–", "–"),
    ]
    assert "缺货 1 件，快卖完 1 件" in listed.sentence_label.text()


def test_a_stock_is_corrected_with_its_reason(sold, listed, qtbot, ctx, goods):
    listed.table.select_key((goods["洛川红富士"].id, ""))
    click(qtbot, listed.correct_button)
    sheet = listed.sheet
    assert sheet.now.text() == "34" and not sheet.main.isEnabled()
    for typed, ready in (("-1", False), ("2.5", False), ("10000000", False), ("300", True)):
        sheet.after.set_value(None)
        qtbot.keyClicks(sheet.after.edit, typed)
        assert sheet.main.isEnabled() is ready, typed
    sheet.reason.set_value("received")
    sheet.note.edit.insert("邻村送来")
    click(qtbot, sheet.main)
    assert ctx.reader.products.one(goods["洛川红富士"].id).stock == 300
    (move,) = ctx.reader.products.moves(goods["洛川红富士"].id)
    assert (move.before, move.after, move.reason, move.note) == (34, 300, "received", "邻村送来")
    assert [row[0] for row in shown(listed)] == ["柿饼散装"], "the list follows at once"
    ctx.undo.back()
    assert [row[0] for row in shown(listed)] == ["洛川红富士", "柿饼散装"]


def test_the_history_stands_below(page, ctx, qtbot, goods):
    sheet = correct(page, ctx, goods["蜂蜜"])
    qtbot.keyClicks(sheet.after.edit, "120")
    click(qtbot, sheet.main)
    again = correct(page, ctx, ctx.reader.products.one(goods["蜂蜜"].id))
    assert shown(again) == [("11-18 10:20", "126 → 120", "重新点过", "")]


def test_each_sku_is_corrected_by_itself(page, ctx, qtbot):
    skus = (Sku(("大",), "A", stock=7), Sku(("小",), "", stock=2))
    product = Product(
        title="柿子", stock=9, levels=("规格",), skus=skus, threshold=3, state="listed"
    )
    number = products.save(ctx.book, product, ctx.clock()).ref
    page.open_stock()
    page.stock_sheet.table.select_key((number, "小"))
    page.stock_sheet._correct_chosen()
    sheet = page.stock_sheet.sheet
    assert (sheet.sku.value(), sheet.now.text()) == ("小", "2")
    qtbot.keyClicks(sheet.after.edit, "8")
    click(qtbot, sheet.main)
    found = ctx.reader.products.one(number)
    assert ([sku.stock for sku in found.skus], found.stock) == ([7, 8], 15)


@pytest.mark.slow
def test_a_case_is_walked_to_its_outcome(page, ctx, qtbot, goods, listed):
    listed.table.select_key((goods["柿饼散装"].id, ""))
    click(qtbot, listed.case_button)
    sheet = listed.sheet
    qtbot.keyClicks(sheet.order_no.edit, "2632300000008519")
    click(qtbot, sheet.main)
    assert sheet.title_label.text() == "尾号 8519"
    assert list(sheet.events) == ["told"]
    assert "〔几号能发〕" in sheet.text.text_label.text() and "几号能发" in sheet.gaps.text()
    sheet.facts["source"].edit.insert("邻村")
    qtbot.keyClicks(sheet.facts["day"].edit, "2026-11-20")
    assert not sheet.gaps.text()
    click(qtbot, sheet.copy_button)
    assert "从邻村调同样的货，11月20日能发出" in QGuiApplication.clipboard().text()
    for event in ("told", "agreed", "fetched", "checked"):
        click(qtbot, sheet.events[event])
    (case,) = ctx.reader.notes.all(StockCase)
    assert (place(case), case.note) == ("ship", "从邻村调，11月20日 能发")
    assert list(sheet.events) == ["shipped"]
    click(qtbot, sheet.events["shipped"])
    (case,) = ctx.reader.notes.all(StockCase)
    assert (case.outcome, case.closed_at) == ("shipped", ctx.clock())
    assert not listed.case_card.isVisible()
    ctx.undo.back()
    assert listed.case_card.isVisible()


def test_no_button_closes_before_the_way_ends(page, ctx, qtbot, goods):
    sheet = begin_case(page, ctx, goods["柿饼散装"])
    click(qtbot, sheet.main)
    outcomes = {"shipped", "refunded", "exchanged"}
    for event in ("told", "refused"):
        assert not outcomes & set(sheet.events)
        click(qtbot, sheet.events[event])
    assert set(sheet.events) == {"agreed_refund", "agreed_exchange"}
    click(qtbot, sheet.events["agreed_exchange"])
    assert set(sheet.events) == {"exchanged"}
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert len(stock_case.open_cases(ctx.reader)) == 1, "closing the sheet keeps the case open"


def test_a_step_back_and_a_case_by_mistake(page, ctx, qtbot, goods):
    sheet = begin_case(page, ctx, goods["柿饼散装"])
    sheet.quantity.set_value(0)
    click(qtbot, sheet.main)
    assert sheet.quantity.verdict()[0] == "bad"
    sheet.quantity.set_value(2)
    click(qtbot, sheet.main)
    assert not sheet.drop_button.isHidden() and sheet.back_button.isHidden()
    click(qtbot, sheet.events["told"])
    click(qtbot, sheet.back_button)
    assert list(sheet.events) == ["told"]
    click(qtbot, sheet.drop_button)
    assert stock_case.open_cases(ctx.reader) == ()


def test_cases_beyond_three_are_counted(page, ctx, goods):
    for number in range(5):
        stock_case.open_case(ctx.book, goods["柿饼散装"], f"26{number}", 1, ctx.clock())
    page.open_stock()
    assert page.stock_sheet.case_card.count_label.text() == "5"
    page.stock_sheet.go_on(4)
    assert page.stock_sheet.sheet.case.order_no == "263"


def test_today_leads_to_the_case(page, ctx, goods):
    number = stock_case.open_case(ctx.book, goods["柿饼散装"], "2632", 1, ctx.clock()).ref
    page.jump(f"case:{number}")
    assert isinstance(page.case_sheet, StockCaseSheet)
    assert page.case_sheet.case.order_no == "2632"


def test_the_menu_of_a_row_offers_what_concerns_it(page, ctx, goods):
    menu, link = QMenu(page), QMenu(page)
    add_row_actions(menu, page, ctx, goods["柿饼散装"])
    assert [a.text() for a in menu.actions()] == ["上架前查一遍…", "改库存…", "卖了没货…"]
    add_row_actions(link, page, ctx, Product(way="link"))
    assert [a.text() for a in link.actions()] == ["上架前查一遍…"]
    menu.actions()[0].trigger()
    (sheet,) = page.findChildren(QualitySheet)
    assert sheet.product == goods["柿饼散装"]


def test_a_right_click_beside_the_rows_offers_nothing(page):
    table, at = page.list.table, QPoint(5, page.list.table.viewport().height() - 5)
    click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), click)
    assert page.findChildren(QMenu) == []


def test_the_list_is_exported_as_it_stands(sold, listed, ctx, tmp_path):
    path = tmp_path / "low.csv"
    ctx.ask.answers = [path]
    listed.export_button.ways.export(False, ".csv")
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[1:] == [
        '"洛川红富士","","34","200","2","","166"',
        '"柿饼散装","","0","0","","","0"',
    ]
    assert "2 行" in listed.hint.text()
