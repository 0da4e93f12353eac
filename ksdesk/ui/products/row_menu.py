"""What can be done with one product of the list besides editing it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.domain.products import Product
from ksdesk.ui.products.correction_sheet import CorrectionSheet
from ksdesk.ui.products.quality.card import QualitySheet
from ksdesk.ui.products.stock.case_sheet import StockCaseSheet
from ksdesk.ui.shell.context import Context

translate = QCoreApplication.translate


def add_row_actions(menu: QMenu, page: QWidget, ctx: Context, product: Product) -> None:
    """Add the check before listing and, for own goods, what concerns the stock."""
    text = translate("Products", "Check before listing…")
    menu.addAction(text, partial(check, page, ctx, product))
    if product.way == "own":
        text = translate("Products", "Correct the stock…")
        menu.addAction(text, partial(correct, page, ctx, product))
        text = translate("Products", "Sold, but not there…")
        menu.addAction(text, partial(begin_case, page, ctx, product))


def check(page: QWidget, ctx: Context, product: Product) -> QualitySheet:
    """Show the check before listing of a product."""
    sheet = QualitySheet(ctx, product, page)
    sheet.open()
    return sheet


def correct(page: QWidget, ctx: Context, product: Product) -> CorrectionSheet:
    """Correct the stock of a product."""
    sheet = CorrectionSheet(ctx, product, parent=page)
    sheet.open()
    return sheet


def begin_case(page: QWidget, ctx: Context, product: Product) -> StockCaseSheet:
    """Begin a case of a product that was sold but is not there."""
    sheet = StockCaseSheet(ctx, product, parent=page)
    sheet.open()
    return sheet
