"""Products as a table for Excel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ksdesk.domain.products import Product
from ksdesk.domain.stock import StockLine
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.ui.products.words import state_word

WAYS = {
    "own": QT_TRANSLATE_NOOP("Products", "Own goods"),
    "link": QT_TRANSLATE_NOOP("Products", "Link from another platform"),
}


def products_sheet(title: str, products: Iterable[Product]) -> Sheet:
    """All that is kept of products, in the order given."""
    return Sheet(title, tuple(_columns()), [_row(product) for product in products])


def _columns() -> Iterable[ExportColumn]:
    yield ExportColumn("title", _said(QT_TRANSLATE_NOOP("Products", "Product")), width=40)
    yield ExportColumn("category", _said(QT_TRANSLATE_NOOP("Products", "Category")), width=16)
    yield ExportColumn("price", _said(QT_TRANSLATE_NOOP("Products", "Price (¥)")), "money")
    yield ExportColumn("stock", _said(QT_TRANSLATE_NOOP("Products", "Stock")), "count")
    yield ExportColumn("state", _said(QT_TRANSLATE_NOOP("Products", "State")), width=10)
    yield ExportColumn("way", _said(QT_TRANSLATE_NOOP("Products", "Kind")), width=16)
    yield ExportColumn("selling", _said(QT_TRANSLATE_NOOP("Products", "Selling point")), width=30)
    yield ExportColumn("link", _said(QT_TRANSLATE_NOOP("Products", "Link or share text")), width=40)
    yield ExportColumn("note", _said(QT_TRANSLATE_NOOP("Products", "Note")), width=30)
    yield ExportColumn("changed", _said(QT_TRANSLATE_NOOP("Products", "Changed")), "moment")


def _row(product: Product) -> tuple[object, ...]:
    return (
        product.title,
        product.category,
        product.price,
        product.stock,
        state_word(product.state),
        _said(WAYS[product.way]),
        product.selling_point,
        product.link,
        product.note,
        product.changed_at,
    )


def stock_sheet(title: str, lines: Iterable[StockLine]) -> Sheet:
    """The low-stock list, in the order given."""
    return Sheet(title, tuple(_stock_columns()), [_stock_row(line) for line in lines])


def _stock_columns() -> Iterable[ExportColumn]:
    yield ExportColumn("title", _said(QT_TRANSLATE_NOOP("Products", "Product")), width=40)
    yield ExportColumn("sku", _said(QT_TRANSLATE_NOOP("Products", "Options")), width=16)
    yield ExportColumn("stock", _said(QT_TRANSLATE_NOOP("Products", "Stock")), "count")
    yield ExportColumn("sold", _said(QT_TRANSLATE_NOOP("Products", "Sold lately")), "count")
    yield ExportColumn("left", _said(QT_TRANSLATE_NOOP("Products", "Days left")), "count")
    yield ExportColumn("threshold", _said(QT_TRANSLATE_NOOP("Products", "Threshold")), "count")
    yield ExportColumn("get", _said(QT_TRANSLATE_NOOP("Products", "To get")), "count")


def _stock_row(line: StockLine) -> tuple[object, ...]:
    return (
        line.product.title,
        line.sku_key,
        line.stock,
        line.sold,
        line.left,
        line.threshold,
        line.get,
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("Products", text)
