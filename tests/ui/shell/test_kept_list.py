"""A list looks as it was left, and goes back to the usual on a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ksdesk.settings import Settings
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.shell.kept_list import KeptList

ROWS = [("柿饼", 3), ("茶", 1), ("醋", 2)]


@pytest.fixture
def open_list(ctx, qtbot):
    def make() -> tuple[TableView, KeptList]:
        model = RowsModel([Column("name", "名称", minimum=80), Column("stock", "库存", width=72)])
        table = TableView(model, name="商品")
        qtbot.addWidget(table)
        table.resize(480, 240)
        table.show()
        kept = KeptList(ctx, table, "products")
        model.set_rows(ROWS)
        return table, kept

    return make


def names(table: TableView) -> list[str]:
    return [row[0] for row in table.rows.rows]


def test_widths_and_order_are_there_again_after_a_start(open_list, ctx, qtbot):
    table, _kept = open_list()
    table.header().resizeSection(1, 130)
    table.header().sectionClicked.emit(1)
    qtbot.waitUntil(lambda: "sort" in ctx.settings.values.lists.get("products", {}))
    ctx.settings = Settings(ctx.settings.path)
    again, kept = open_list()
    assert again.columnWidth(1) == 130 and names(again) == ["茶", "醋", "柿饼"]
    assert [action.text() for action in kept.menu().actions()] == ["列宽和排序恢复原样"]
    kept.menu().actions()[0].trigger()
    assert again.columnWidth(1) != 130 and names(again) == [row[0] for row in ROWS]
    assert Settings(ctx.settings.path).values.lists == {}


@pytest.mark.parametrize(
    "kept",
    [
        {"widths": {"stock": "wide"}, "sort": ["price", True]},
        {"widths": {"stock": 9_000_000, "gone": 80}, "sort": "stock"},
        {"widths": [1], "sort": [["stock"], 1]},
        {},
    ],
)
def test_settings_of_another_shape_leave_the_list_as_usual(open_list, ctx, kept):
    usual, _ = open_list()
    ctx.settings.set(lists={"products": kept})
    table, _ = open_list()
    assert table.columnWidth(1) == usual.columnWidth(1)
    assert table.rows.order is None and names(table) == names(usual)


def test_settings_that_hold_no_lists_keep_the_default(paths):
    paths.settings_file.write_text('{"lists": {"products": 3}, "language": "en"}', "utf-8")
    values = Settings(paths.settings_file).values
    assert values.lists == {} and values.language == "en"


def test_the_products_come_back_in_their_order(ctx, qtbot):
    from ksdesk.actions import products
    from ksdesk.domain.products import Product
    from ksdesk.ui.products.page import ProductsPage

    for title, price in (("柿饼", 300), ("茶", 100), ("醋", 200)):
        products.save(ctx.book, Product(title=title, price=price), ctx.clock())
    ctx.settings.set(lists={"products": {"sort": ["price", True]}})
    page = ProductsPage(ctx)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert [p.title for p in page.list.model.rows] == ["柿饼", "醋", "茶"]
    page.list.model.sort(-1, Qt.SortOrder.AscendingOrder)
    assert [p.title for p in page.list.model.rows] == ["醋", "茶", "柿饼"]
