"""What a month looks like where there is one, and where there is none, for the tour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from ksdesk.domain.calendar import add_months, month_start
from ksdesk.domain.imports import Source
from ksdesk.domain.month.tax import BookOrder
from ksdesk.domain.month.tax_table import TaxTable
from ksdesk.ui.month.page import MonthPage
from ksdesk.ui.month.tax.table import TaxTableSheet


def rooms(page: MonthPage) -> Iterator[tuple[str, QWidget | None]]:
    """The month that runs, one of which the book knows nothing, and the check of a quarter."""
    this = month_start(page.ctx.clock().date())
    for name, back in (("running", 0), ("empty", 60)):
        page.jump(f"{add_months(this, -back):%Y-%m}")
        yield name, page.window()
    page.jump(f"{this:%Y-%m}")
    for figure in page.view.figures.model.rows:
        if figure.code in ("net", "shipping"):
            page.view.open_figure(figure, False)
            yield f"behind-{figure.code}", page.desk.sheet
            if page.desk.sheet is not None:
                page.desk.sheet.reject()
    page.jump("tax")
    yield "tax", page.window()
    page.type_figures()
    yield "tax-figures", page.desk.sheet
    heads, rows = ("统计月份", "收入总额", "退款金额"), (("2026-08", "48,206.10", "1,204.00"),)
    page.map_table(Source("报送.csv"), TaxTable(heads, rows))
    yield "tax-table", page.desk.sheet
    page.later.click()
    page.map_table(Source("明细.csv"), _orders(page))
    sheet = page.desk.sheet
    assert isinstance(sheet, TaxTableSheet)
    sheet.basis.set_value("paid")
    sheet.submit()
    yield "tax-orders", page.window()


def _orders(page: MonthPage) -> TaxTable:
    """The book's orders of the quarter as the platform would have them, all but three of them."""
    check = page.tax.check
    assert check is not None
    read = partial(page.ctx.reader.month.orders, check.first, check.last, money=False)
    found: dict[str, BookOrder] = {}
    page.ctx.jobs.run(page, read, done=found.update)  # jobs run at once while the tour walks
    rows = [
        (number, f"{one.sold_on}", f"{one.income.gross / 100}", f"{one.income.refunds / 100}")
        for number, one in found.items()
        if one.sold_on >= check.first
    ]
    changed = (*rows[1][:2], "9.90", rows[1][3])
    return TaxTable(("订单编号", "订单日期", "收入总额", "退款金额"), (changed, *rows[4:]))
