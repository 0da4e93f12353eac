"""几家店一起看 on the screen: a row a shop, the open one named, the other one opened by its row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ksdesk.actions import deposit, imports, opening
from ksdesk.actions.promotion import costs
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Source
from ksdesk.storage import Store
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.task_row import TaskRow
from ksdesk.ui.today.shops_sheet import ShopsSheet

HEAD = "订单编号,订单状态,商品名称,实付款,下单时间,最晚发货时间\n"
LATE = "26001,待发货,柿饼,20.00,2026-11-17 09:00:00,2026-11-18 09:08:00\n"


@pytest.fixture
def second(new_shop, now):
    own = new_shop("shop-2")
    book = Store.open(own.book)
    book.shop.rename("秦岭山货铺")
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", date(2026, 11, 18), "paid_in", 40_000)], now)
    source = Source("订单.csv", text=HEAD + LATE)
    imports.commit(book, imports.preview(book, source, now=now), now=now)
    costs.work_out(book)
    book.close()
    return own.book


@pytest.fixture
def sheet(second, ctx, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = ShopsSheet(ctx, window)
    made.show()
    qtbot.waitUntil(lambda: len(made.found) == 2)
    yield made
    window.close()


def texts(sheet, kind=Label) -> list[str]:
    return [one.text() for one in sheet.area.findChildren(kind) if one.isVisible()]


def test_both_shops_have_a_row_and_the_late_order_stands_below(sheet):
    said = texts(sheet)
    assert "秦岭山货铺" in said and "就是这家" in said
    assert "数到 今天 10:20" in said
    assert "1 家不够" in said
    assert {"超时 1", "还差 100.00"} <= set(texts(sheet, Pill))
    (row,) = [one for one in sheet.area.findChildren(TaskRow) if one.isVisible()]
    assert row.title_label.text() == "1 单过了承诺发货时间"
    assert row.reason_label.text().startswith("秦岭山货铺 · ")


def opens(sheet, ctx, qtbot, named: str) -> list[str]:
    """What a click on the button of that name opens."""
    opened: list[str] = []
    ctx.open_shop = opened.append
    (button,) = [
        one
        for one in sheet.area.findChildren(SecondButton)
        if one.isVisible() and one.accessibleName() == named
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sheet.isHidden()
    return opened


def test_a_row_opens_its_shop(sheet, ctx, qtbot):
    assert opens(sheet, ctx, qtbot, "打开 秦岭山货铺") == ["shop-2"]


@pytest.mark.parametrize("text", ["秦岭山货铺", "就是这家", "店铺", "合计"])
def test_a_click_on_a_row_goes_to_its_shop(sheet, ctx, qtbot, text):
    """Only the button at its end did."""
    opened: list[str] = []
    ctx.open_shop = opened.append
    every = [one for one in sheet.area.findChildren(Label) if one.isVisible()]
    label = next(one for one in every if one.text() == text)
    qtbot.mouseClick(label, Qt.MouseButton.RightButton)
    assert sheet.isVisible()
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert opened == (["shop-2"] if text == "秦岭山货铺" else [])
    assert sheet.isVisible() == (text in ("店铺", "合计"))


def test_a_damaged_book_keeps_its_row_with_the_reason_and_is_opened_as_that_says(
    sheet, second, ctx, qtbot
):
    second.write_bytes(b"SQLite format 3\0" + b"\1" * 5_000)
    qtbot.mouseClick(sheet.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "账本坏了，打开它可以恢复备份" in texts(sheet))
    assert "看得到的 1 家" in texts(sheet)
    assert opens(sheet, ctx, qtbot, "打开 shop-2.ksdesk") == ["shop-2"]


def test_a_book_of_a_newer_version_is_looked_for_again(sheet, second, qtbot):
    with closing(sqlite3.connect(second)) as file:
        file.execute("PRAGMA user_version = 9999")
    qtbot.mouseClick(sheet.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "再找" in texts(sheet, SecondButton))
    assert "看得到的 1 家" in texts(sheet)


def test_a_shop_without_a_name_is_called_the_same_in_its_row_and_in_what_is_due(
    sheet, second, qtbot
):
    with closing(sqlite3.connect(second)) as file, file:
        file.execute("DELETE FROM fact WHERE key = 'shop.name'")
    qtbot.mouseClick(sheet.again_button, Qt.MouseButton.LeftButton)

    def reasons() -> list[str]:
        return [r.reason_label.text() for r in sheet.area.findChildren(TaskRow) if r.isVisible()]

    qtbot.waitUntil(lambda: any(said.startswith("我的店 · ") for said in reasons()))
