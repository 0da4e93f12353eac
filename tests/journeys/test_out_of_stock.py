"""Sold, but not there: from the low list over the buyer's yes to the parcel, with real threads."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import products
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import StockCase
from ksdesk.storage import Store
from ksdesk.ui.products.row_menu import correct

pytestmark = pytest.mark.slow

WAIT = 20_000


@pytest.fixture
def persimmons(paths, now) -> None:
    """Goods of which none are left."""
    book = Store.open(paths.book)
    goods = Product(title="柿饼散装 5斤", category="果干蜜饯", price=7900, stock=1, state="listed")
    products.save(book, goods, now)
    book.close()


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_from_the_empty_shelf_to_the_outcome(open_shop, persimmons, qtbot):
    window = open_shop("products")
    page = window.pages["products"]

    # The last piece is bad: the stock is corrected with its reason, and the goods are on the list.
    page.open_stock()
    stock = page.stock_sheet
    qtbot.waitUntil(lambda: stock.view is not None, timeout=WAIT)
    assert stock.model.rows == []
    stock.reject()
    qtbot.waitUntil(lambda: page.list.select(1), timeout=WAIT)
    (goods,) = page.list.table.selected_rows()
    correction = correct(page, window.ctx, goods)
    correction.after.set_value(0)
    correction.after.edited.emit(0)
    correction.reason.set_value("damaged")
    click(qtbot, correction.main)
    page.open_stock()
    stock = page.stock_sheet
    qtbot.waitUntil(lambda: len(stock.model.rows) == 1, timeout=WAIT)

    # A buyer has paid for it all the same.
    stock.table.select_key((1, ""))
    click(qtbot, stock.case_button)
    sheet = stock.sheet
    qtbot.keyClicks(sheet.order_no.edit, "2632300000008519")
    click(qtbot, sheet.main)
    qtbot.waitUntil(lambda: sheet.case is not None, timeout=WAIT)
    sheet.facts["source"].edit.insert("邻村")
    sheet.facts["day"].set_value(date(2026, 11, 20))
    click(qtbot, sheet.events["told"])
    qtbot.waitUntil(lambda: "agreed" in sheet.events, timeout=WAIT)
    assert "shipped" not in sheet.events
    sheet.reject()
    stock.reject()
    open_shop.close()

    # Opened again it stands on 今日, where it was left, with what the buyer was told.
    window = open_shop("today")
    today = window.pages["today"]
    qtbot.waitUntil(lambda: today.agenda is not None, timeout=WAIT)
    (task,) = [item for item in today.agenda.tasks if item.code == "stock_case"]
    window.navigate(task.topic, task.target)
    sheet = window.pages["products"].case_sheet
    qtbot.waitUntil(lambda: sheet.case is not None, timeout=WAIT)
    assert sheet.case.note == "从邻村调，11月20日 能发"
    for event in ("agreed", "fetched", "checked"):
        click(qtbot, sheet.events[event])
        qtbot.waitUntil(lambda done=event: sheet.case.steps[-1][0] == done, timeout=WAIT)
    click(qtbot, sheet.events["shipped"])
    reader = window.ctx.reader
    qtbot.waitUntil(lambda: reader.notes.all(StockCase)[0].outcome == "shipped", timeout=WAIT)

    # Taken back, it is open again.
    window.ctx.undo.back()
    qtbot.waitUntil(lambda: not reader.notes.all(StockCase)[0].outcome, timeout=WAIT)
