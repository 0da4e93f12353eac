"""Products as a table for Excel: one line a product, or one for each combination of options.

The headers are those that the import of products knows, so a table that comes back in makes the
same products.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.stock.outlook import StockLine
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.products.words import state_word, way_word

_said = Words("Products")

LEVELS = (
    (QT_TRANSLATE_NOOP("Products", "Option 1 name"), QT_TRANSLATE_NOOP("Products", "Option 1")),
    (QT_TRANSLATE_NOOP("Products", "Option 2 name"), QT_TRANSLATE_NOOP("Products", "Option 2")),
    (QT_TRANSLATE_NOOP("Products", "Option 3 name"), QT_TRANSLATE_NOOP("Products", "Option 3")),
)


def products_sheet(title: str, products: Iterable[Product]) -> Sheet:
    """All that is kept of products but pictures, details and checks, in the order given.

    They are read as they are written.
    """
    rows = (_row(product, sku) for product in products for sku in (product.skus or (None,)))
    return Sheet(title, tuple(_columns()), rows)


def _columns() -> Iterator[ExportColumn]:
    yield ExportColumn("title", _said(QT_TRANSLATE_NOOP("Products", "Product")), width=40)
    yield ExportColumn("short_title", _said(QT_TRANSLATE_NOOP("Products", "Short title")), width=16)
    yield ExportColumn("category", _said(QT_TRANSLATE_NOOP("Products", "Category")), width=16)
    for number, (name, option) in enumerate(LEVELS, 1):
        yield ExportColumn(f"level{number}", _said(name), width=12)
        yield ExportColumn(f"option{number}", _said(option), width=12)
    yield ExportColumn("price", _said(QT_TRANSLATE_NOOP("Products", "Price (¥)")), "money")
    struck = QT_TRANSLATE_NOOP("Products", "Crossed-out price (¥)")
    yield ExportColumn("struck_price", _said(struck), "money")
    yield ExportColumn("stock", _said(QT_TRANSLATE_NOOP("Products", "Stock")), "count")
    yield ExportColumn("threshold", _said(QT_TRANSLATE_NOOP("Products", "Low at")), "count")
    yield ExportColumn("code", _said(QT_TRANSLATE_NOOP("Products", "SKU code")), "id", 16)
    yield ExportColumn("state", _said(QT_TRANSLATE_NOOP("Products", "State")), width=10)
    yield ExportColumn("way", _said(QT_TRANSLATE_NOOP("Products", "Kind")), width=16)
    yield ExportColumn("platform", _said(QT_TRANSLATE_NOOP("Products", "Platform")), width=12)
    yield ExportColumn("item_id", _said(QT_TRANSLATE_NOOP("Products", "Item ID")), "id")
    yield ExportColumn("selling", _said(QT_TRANSLATE_NOOP("Products", "Selling point")), width=30)
    yield ExportColumn("link", _said(QT_TRANSLATE_NOOP("Products", "Link or share text")), width=40)
    yield ExportColumn("note", _said(QT_TRANSLATE_NOOP("Products", "Note")), width=30)
    yield ExportColumn("changed", _said(QT_TRANSLATE_NOOP("Products", "Changed")), "moment")


def _row(product: Product, sku: Sku | None) -> tuple[object, ...]:
    priced = product if sku is None else sku
    return (
        product.title,
        product.short_title,
        product.category,
        *_options(product.levels, () if sku is None else sku.options),
        priced.price,
        product.struck_price,
        priced.stock,
        product.threshold,
        priced.code,
        state_word(product.state),
        way_word(product.way),
        product.platform,
        product.item_id,
        product.selling_point,
        product.link,
        product.note,
        product.changed_at,
    )


def _options(levels: tuple[str, ...], options: tuple[str, ...]) -> Iterator[str]:
    """Name and option of each level, "" where there is none."""
    for number in range(len(LEVELS)):
        yield levels[number] if number < len(levels) else ""
        yield options[number] if number < len(options) else ""


def stock_sheet(title: str, lines: Iterable[StockLine]) -> Sheet:
    """The low-stock list, in the order given."""
    return Sheet(title, tuple(_stock_columns()), [_stock_row(line) for line in lines])


def _stock_columns() -> Iterable[ExportColumn]:
    yield ExportColumn("title", _said(QT_TRANSLATE_NOOP("Products", "Product")), width=40)
    yield ExportColumn("sku", _said(QT_TRANSLATE_NOOP("Products", "Options")), width=16)
    yield ExportColumn("stock", _said(QT_TRANSLATE_NOOP("Products", "Stock")), "count")
    yield ExportColumn("sold", _said(QT_TRANSLATE_NOOP("Products", "Sold lately")), "count")
    yield ExportColumn("left", _said(QT_TRANSLATE_NOOP("Products", "Days left")), "count")
    yield ExportColumn("threshold", _said(QT_TRANSLATE_NOOP("Products", "Low at")), "count")
    yield ExportColumn("get", _said(QT_TRANSLATE_NOOP("Products", "To restock")), "count")


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
