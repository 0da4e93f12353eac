"""The rooms behind the doors of the products page, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.products.bulk import BulkChange, parse_price_change
from ksdesk.ui.products.page import ProductsPage
from ksdesk.ui.products.row_menu import begin_case, check, correct

SHARED = "【淘宝】https://e.tb.cn/h.gR4x?tk=Zq1w3xYbCdE 「红富士苹果 5 斤装」点击链接直接打开"

# What a seller keeps in Excel: one line that is not whole, one that cannot be read, a total.
TABLE = """商品名称,类目,价格,库存,SKU编码,状态
霜降吊柿饼 1kg,食品,59.90,120,SB-10,上架
手工柿子醋,食品,36,,CU-01,上架
野蜂蜜 500g,食品,12.3.4,5,FM-05,草稿
合计,,95.90,125,,
"""


def rooms(page: ProductsPage) -> Iterator[tuple[str, QWidget | None]]:
    """Every sheet, opened as its button does."""
    numbers = tuple(page.list.ids())
    found: list[Product] = []
    page.ctx.jobs.run(page, page.ctx.reader.products.some, numbers, done=found.extend)
    by_number = {product.id: product for product in found}
    own = next(by_number[number] for number in numbers if by_number[number].way == "own")
    page.edit(own)
    for place, section in enumerate(page.one.sheet.sections):
        page.one.sheet.area.verticalScrollBar().setValue(section.y() - 8)
        yield f"editor-{place}", page.one.sheet
    page.one.new()
    yield "editor-new", page.one.sheet
    yield "check", check(page, page.ctx, own)
    yield "correction", correct(page, page.ctx, own)
    yield "stock-case", begin_case(page, page.ctx, own)
    page.open_stock()
    yield "stock", page.stock_sheet
    link = next(n for n in numbers if by_number[n].link.startswith("https://"))
    page.list.select(link)
    page.foot.show_code()
    yield "code", page.foot.code_sheet
    page.many.choose(numbers[:4])
    page.many.bar.asked.emit(BulkChange(price=parse_price_change("-10%")))
    yield "bulk", page.many.preview
    page.many.edit_as_table()
    yield "grid", page.many.grid
    page.many.choose(())
    page.list.model.set_checked(numbers[:6])
    running = page.open_running()
    yield "running-big", running.show_big()
    yield "running", running
    page.list.model.set_checked(())
    QGuiApplication.clipboard().setText(SHARED)
    page.paste()
    yield "pasted", page.window()
    page.row.close_side()
    page.bringing.runner.take([Source("商品.csv", text=TABLE)])
    sheet = page.bringing.runner.sheet
    assert sheet is not None
    for tab in ("columns", "new", "refused"):
        sheet.tabs.set_value(tab)
        sheet.open_tab()
        yield f"import-{tab}", sheet
    if page.bringing.runner.sheet is not None:  # not imported by whoever looked on
        sheet.leave.click()
