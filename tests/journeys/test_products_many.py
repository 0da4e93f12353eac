"""200 products out of a table, all of them 5 % cheaper, looked at first, and everything back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import exports
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product, Sku
from ksdesk.ui.imports.runner import ImportRunner
from ksdesk.ui.products.many import ManyProducts
from ksdesk.ui.products.table_out import products_sheet

pytestmark = pytest.mark.slow

WAIT = 20_000


@pytest.fixture
def desk(open_shop):
    """The products page in a window with real threads."""
    window = open_shop("products")
    return window.ctx, window


@pytest.fixture
def many(desk):
    ctx, window = desk
    left: list[int] = []
    made = ManyProducts(ctx, window.pages["products"], lambda: (), lambda: left.append(1))
    made.left = left
    return made


def table(tmp_path):
    """200 products: every fourth has two options, one cannot be read, one has no price."""
    shelf = []
    for n in range(200):
        product = Product(title=f"商品 {n}", price=1000 + n, stock=n, code=f"C{n}", state="listed")
        if n % 4 == 0:
            skus = (Sku(("小",), f"C{n}-1", 1000 + n, 1), Sku(("大",), f"C{n}-2", 2000, 2))
            product = Product(title=f"商品 {n}", levels=("大小",), skus=skus, state="draft")
        shelf.append(product)
    shelf.append(Product(title="没价", stock=3))
    path = tmp_path / "商品.xlsx"
    exports.write(path, products_sheet("商品", shelf))
    return path


def prices(ctx) -> dict[str, int | None]:
    return {p.title: p.price for p in ctx.reader.products.all()}


def test_from_a_table_to_a_sale_and_back(desk, many, qtbot, tmp_path):
    ctx, _window = desk

    def click(button) -> None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    runner = ImportRunner(ctx, many.page, "products")
    path = table(tmp_path)
    runner.take([Source(path.name, path)])
    qtbot.waitUntil(lambda: runner.sheet is not None, timeout=WAIT)
    assert runner.sheet.go.text() == "导入 201 件商品"
    with qtbot.waitSignal(runner.imported, timeout=WAIT):
        click(runner.sheet.go)
    assert len(prices(ctx)) == 201
    assert prices(ctx)["商品 5"] == 1005

    many.choose([p.id for p in ctx.reader.products.all()])
    assert many.bar.count.text() == "已选 201 件"
    qtbot.keyClicks(many.bar.price, "-5%")
    click(many.bar.go)
    qtbot.waitUntil(lambda: many.preview is not None and bool(many.preview.edits), timeout=WAIT)
    assert many.preview.go.text() == "改这 200 件"
    with qtbot.waitSignal(many.preview.applied, timeout=WAIT):
        click(many.preview.go)
    assert many.left == [1]
    assert prices(ctx)["商品 5"] == 955  # 954.75
    assert prices(ctx)["商品 4"] == 954  # the lower of 10.04 and 20.00
    assert prices(ctx)["没价"] is None

    ctx.undo.back()
    qtbot.waitUntil(lambda: not ctx.jobs.busy(), timeout=WAIT)
    assert prices(ctx)["商品 5"] == 1005
    ctx.undo.back()
    qtbot.waitUntil(lambda: not ctx.jobs.busy(), timeout=WAIT)
    assert prices(ctx) == {}


def test_ctrl_e_opens_what_is_chosen_as_a_table(desk, qtbot):
    ctx, window = desk
    page = window.pages["products"]
    ctx.book.products.add([Product(title=title) for title in ("A", "B", "C")], ctx.clock())
    page.many.choose([3, 1])
    page.activateWindow()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    many = page.many
    qtbot.waitUntil(lambda: many.grid is not None and many.grid.isVisible(), timeout=WAIT)
    assert [many.grid.cells.text(row, 0) for row in range(2)] == ["C", "A"]
    many.grid.reject()
