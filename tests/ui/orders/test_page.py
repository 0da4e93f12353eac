"""The orders page driven by mouse and keys over a real book."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ksdesk.actions import deposit, imports
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Source
from ksdesk.ui.orders.one import OneOrder
from ksdesk.ui.orders.page import OrdersPage

TITLES = (
    "订单号 订单创建时间 订单支付时间 订单状态 商品名称 商品规格 成交数量 实付款 售后状态 快递单号"
)
HEAD = ",".join(TITLES.split()) + "\n"
ROWS = """2331000000000001,2026-11-17 09:00,2026-11-17 09:01,待发货,富平吊柿饼,礼盒 1kg,2,119.80,,
2331000000000002,2026-11-17 10:00,2026-11-17 10:01,已发货,洛川红富士,10斤,1,69.00,,SF100200300
2331000000000003,2026-11-16 10:00,2026-11-16 10:01,交易成功,秦岭土蜂蜜,500g,1,48.00,,
2331000000000004,2026-11-15 10:00,,交易关闭,纸皮核桃,2kg,2,91.60,,
2331000000000005,2026-11-14 10:00,2026-11-14 10:01,待发货,纸皮核桃,2kg,1,45.80,,
2331000000000005,2026-11-14 10:00,2026-11-14 10:01,已发货,秦岭土蜂蜜,500g,1,48.00,,YT900
2331000000000006,2026-11-13 10:00,2026-11-13 10:01,订单成功,米脂黄小米,5斤,1,32.90,退款成功,
"""
SETTLED = """订单号,实际结算时间,实际结算金额,订单退款,合计支出,结算规则
2331000000000003,2026-11-17 12:00,40.10,5.00,2.90,确认收货
"""


def bring(ctx, text: str, name: str = "订单.csv") -> None:
    source = Source(name, text=text)
    seen = imports.preview(ctx.book, source, staging=ctx.paths.staging, now=ctx.clock())
    ctx.hub.tell(imports.commit(ctx.book, seen, now=ctx.clock()))


@pytest.fixture
def page(ctx, qtbot):
    bring(ctx, HEAD + ROWS)
    made = OrdersPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


def shown(page) -> list[str]:
    return [order.order_no[-2:] for order in page.list.model.rows]


def counts(page) -> dict[str, str]:
    chips = page.bar.chips
    return {value: chips.chip(value).accessibleName() for value in ("to_ship", "shipped", "all")}


def press(qtbot, page, chip: str) -> None:
    qtbot.mouseClick(page.bar.chips.chip(chip), Qt.MouseButton.LeftButton)


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_an_empty_book_says_how_orders_get_here(ctx, qtbot):
    made = OrdersPage(ctx)
    qtbot.addWidget(made)
    made.show()
    assert made.states.currentWidget() is made.empty


def test_what_is_to_be_shipped_comes_first_and_lines_are_one_order(page):
    assert shown(page) == ["05", "01"], "who waits longest comes first"
    assert counts(page) == {"to_ship": "待发货 2", "shipped": "已发货 2", "all": "全部 6"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_search_says_whole_what_it_finds(ctx, spoken, language, qtbot):
    spoken(language, "light")
    page = OrdersPage(ctx)
    qtbot.addWidget(page)
    page.show()
    edit = page.bar.search.edit
    margins = edit.textMargins()
    room = edit.width() - margins.left() - margins.right() - 2 * 9
    assert edit.fontMetrics().horizontalAdvance(edit.placeholderText()) <= room


def test_chips_narrow_the_list(page, qtbot):
    for chip, numbers in {
        "shipped": ["02", "05"],
        "done": ["03", "06"],
        "closed": ["04"],
        "refund": ["06"],
        "all": ["02", "01", "03", "04", "05", "06"],
    }.items():
        press(qtbot, page, chip)
        assert shown(page) == numbers, chip


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("0003", ["03"]),
        ("sf1002", ["02"]),
        ("蜂蜜", ["03", "05"]),
        ("hfs", ["02"]),
        ("核桃 2kg", ["04", "05"]),
        ("没有这个", []),
    ],
)
def test_a_search_finds_numbers_goods_and_pinyin(page, qtbot, typed, numbers):
    press(qtbot, page, "all")
    if typed.isascii():
        qtbot.keyClicks(page.bar.search.edit, typed)
    else:
        page.bar.search.edit.insert(typed)
        page.bar.search.edit.textEdited.emit(typed)
    assert shown(page) == numbers


def test_money_that_went_back_shows_once_it_is_settled(page, qtbot, ctx):
    bring(ctx, SETTLED, "结算.csv")
    press(qtbot, page, "refund")
    assert shown(page) == ["03", "06"]
    table, place = page.list.model, page.list.model.column("state")
    assert [table.text(row, place) for row in (0, 1)] == ["部分退款", "已退款"]


def test_an_order_opens_with_all_that_the_book_knows(page, qtbot, ctx):
    bring(ctx, SETTLED, "结算.csv")
    entry = NewEntry(
        "own", ctx.clock().date(), "deduction", -500, note="发错货", order="2331000000000003"
    )
    deposit.add(ctx.book, [entry], ctx.clock())
    page.jump("2331000000000003")
    one = page.row.content()
    assert isinstance(one, OneOrder)
    words = said(one)
    for word in ("秦岭土蜂蜜", "+40.10", "−2.90", "发错货", "−5.00", "实付 ¥48.00，退了 ¥5.00"):
        assert word in words, word
    assert page.list.table.current_row().order_no == "2331000000000003"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("部分退款", "实付 ¥48.00，退了一部分，文件里没写退了多少"),
        ("退款成功", "实付 ¥48.00，退了 ¥48.00"),
    ],
)
def test_a_part_that_went_back_without_an_amount_is_not_called_all(ctx, qtbot, state, text):
    bring(ctx, HEAD + f"1,2026-11-16 10:00,2026-11-16 10:01,交易成功,蜂蜜,,1,48.00,{state},\n")
    made = OrdersPage(ctx)
    qtbot.addWidget(made)
    made.show()
    made.jump("1")
    assert text in said(made.row.content())


def test_enter_opens_the_chosen_row_and_escape_closes_it(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.start_search()
    qtbot.keyClick(page.bar.search.edit, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    one = page.row.content()
    assert isinstance(one, OneOrder) and one.order_no.endswith("05")
    one.closed.emit()
    assert page.row.content() is None


def test_an_undone_import_leaves_the_page_empty(page, ctx):
    ctx.hub.tell(imports.undo(ctx.book, ctx.reader.batches.last().id, ctx.clock()))
    assert page.states.currentWidget() is page.empty
