"""The rooms behind the doors of the orders page, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ksdesk.ui.orders.one import OneOrder
from ksdesk.ui.orders.page import OrdersPage


def rooms(page: OrdersPage) -> Iterator[tuple[str, QWidget | None]]:
    """Every sheet, opened as its button does."""
    page.bar.clear()
    yield "all", page.window()
    page.open_order(page.list.model.rows[0])
    yield "one", page.window()
    one = page.row.content()
    assert isinstance(one, OneOrder)
    one.show_files()
    yield "files", one.sheet
    if isValid(one.sheet):
        one.sheet.reject()
    page.row.close_side()
    page.bar.restore({"search": "", "filter": "to_ship"})
    chosen = page.desk.queue.rows[:3]
    order = page.list.model.rows[0]
    for name, open_sheet in (
        ("check", lambda: page.desk.check(chosen)),
        ("numbers", lambda: page.desk.number(chosen)),
        ("notice", lambda: page.desk.announce(chosen)),
        ("hours", page.desk.ask_hours),
        ("picking", page.desk.pick),
        ("missing", lambda: page.desk.begin_case(order, order.lines[0])),
    ):
        open_sheet()
        yield name, page.desk.sheet
        if page.desk.sheet is not None:
            page.desk.sheet.reject()
