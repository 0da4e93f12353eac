"""What products cost, typed in the product's sheet and for the chosen ones at once."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ksdesk.actions import notes, products
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.ui.products.costs.grid import COST, SINCE
from ksdesk.ui.products.page import ProductsPage

NOW = datetime(2026, 11, 18, 10, 20)
MAY = date(2026, 5, 1)


@pytest.fixture
def goods(book):
    tastes = (Sku(("原味",), "A", 59_90, 1), Sku(("流心",), "B", 69_90, 2))
    made = (
        Product(title="苹果", price=5_000, stock=1),
        Product(title="柿饼", levels=("口味",), skus=tastes),
        Product(title="蜂蜜", price=8_000, stock=1),
    )
    return [products.save(book, product, NOW).ref for product in made]


@pytest.fixture
def page(goods, ctx, qtbot):
    page = ProductsPage(ctx)
    qtbot.addWidget(page)
    page.resize(1112, 800)
    page.show()
    return page


def noted(ctx) -> set[tuple[int, str, int, date]]:
    found = ctx.reader.notes.all(UnitCost)
    return {(one.product, one.sku_key, one.cost, one.since) for one in found}


@pytest.mark.slow
def test_a_product_is_saved_with_its_cost_as_one_step(page, goods, ctx, book):
    notes.keep_all(book, [UnitCost(goods[0], "", 2_000, MAY)], NOW)
    page.one.edit(goods[0])
    sheet = page.one.sheet
    cells = sheet.costs.grid.cells
    assert cells.text(0, COST) == "20.00" and not sheet.is_changed()
    cells.put([(0, COST, "二十")], "typing")
    assert "二十" in sheet.costs.said.text() and not sheet.keep.isEnabled()
    cells.put([(0, COST, "21.5"), (0, SINCE, "2026-11-10")], "typing")
    assert sheet.is_changed() and sheet.keep.isEnabled()
    sheet.title_field.set_text("洛川苹果")
    sheet._on_edited()
    sheet.keep.click()
    old = (goods[0], "", 2_000, MAY)
    assert noted(ctx) == {old, (goods[0], "", 2_150, date(2026, 11, 10))}
    ctx.undo.back()
    assert noted(ctx) == {old} and ctx.reader.products.one(goods[0]).title == "苹果"


def test_options_have_a_cost_each_as_they_are_typed(page, goods, ctx):
    page.one.edit(goods[1])
    sheet = page.one.sheet
    cells = sheet.costs.grid.cells
    assert [cells.text(row, 0) for row in range(cells.rowCount())] == ["原味", "流心"]
    cells.put([(1, COST, "30")], "typing")
    sheet.options.table.cells.put([(0, 1, "61")], "typing")  # another price: the rows are made anew
    cells = sheet.costs.grid.cells
    assert (cells.text(0, 2), cells.text(1, COST)) == ("61.00", "30.00")
    sheet.keep.click()
    ((product, key, cost, since),) = noted(ctx)
    assert (product, cost, since) == (goods[1], 3_000, NOW.date()) and key == "B"


def test_a_cost_goes_with_an_option_whose_code_is_edited(page, goods, ctx, book):
    """It stayed under the old code, and the option had none."""
    was = [UnitCost(goods[1], key, cost, MAY) for key, cost in (("A", 3_000), ("B", 4_000))]
    notes.keep_all(book, was, NOW)
    before = noted(ctx)
    page.one.edit(goods[1])
    sheet = page.one.sheet
    sheet.options.table.cells.put([(0, 3, "B"), (1, 3, "C")], "typing")
    cells = sheet.costs.grid.cells
    assert [cells.text(row, COST) for row in (0, 1)] == ["30.00", "40.00"]
    cells.put([(1, COST, "45"), (1, SINCE, "2026-11-10")], "typing")
    sheet.keep.click()
    number, later = goods[1], date(2026, 11, 10)
    after = {(number, "B", 3_000, MAY), (number, "C", 4_000, MAY), (number, "C", 4_500, later)}
    assert noted(ctx) == after
    ctx.undo.back()
    assert noted(ctx) == before
    ctx.undo.forth()
    assert noted(ctx) == after


@pytest.mark.slow
def test_a_new_product_has_its_cost_from_the_start(page, ctx):
    page.one.open(Product())
    sheet = page.one.sheet
    sheet.title_field.set_text("核桃")
    sheet._on_edited()
    sheet.costs.grid.cells.put([(0, COST, "12")], "typing")
    sheet.keep_draft.click() if sheet.keep_draft.isVisible() else sheet.keep.click()
    ((number, _, cost, _),) = noted(ctx)
    assert ctx.reader.products.one(number).title == "核桃" and cost == 1_200


def test_the_chosen_ones_get_one_cost_at_once(page, goods, ctx):
    page.many.choose(goods[:2])
    page.many.bar.costs.click()
    sheet = page.many.costs.sheet
    assert sheet.grid.cells.rowCount() == 3 and not sheet.keep.isEnabled()
    sheet.cost.set_text("18")
    sheet.since.set_text("2026-11-01")
    sheet.fill.click()
    sheet.keep.click()
    found = noted(ctx)
    assert {(one[0], one[2], one[3]) for one in found} == {
        (goods[0], 1_800, date(2026, 11, 1)),
        (goods[1], 1_800, date(2026, 11, 1)),
    }
    assert len(found) == 3
    ctx.undo.back()
    assert not noted(ctx)
