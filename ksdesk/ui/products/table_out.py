"""Products as a table for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ksdesk.domain.products import Product
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.exports.tables import Counted
from ksdesk.ui.products.words import state_word

WAYS = {
    "own": QT_TRANSLATE_NOOP("Products", "Own goods"),
    "link": QT_TRANSLATE_NOOP("Products", "Link from another platform"),
}


def products_sheet(title: str, products: Sequence[Product]) -> Sheet:
    """All that is kept of products, in the order given; they are read as they are written."""
    return Sheet(title, tuple(_columns()), Counted(len(products), map(_row, products)))


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


def _said(text: str) -> str:
    return QCoreApplication.translate("Products", text)
