"""Shipping as tables: the tracking numbers for the platform, the picking list."""

from __future__ import annotations

from collections.abc import Sequence

from ksdesk.domain.orders.picking import PickLine
from ksdesk.domain.orders.queue import ToShip
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_said = Words("Orders")

PICKED = (
    QT_TRANSLATE_NOOP("Orders", "Product"),
    QT_TRANSLATE_NOOP("Orders", "Variant"),
    QT_TRANSLATE_NOOP("Orders", "SKU code"),
    QT_TRANSLATE_NOOP("Orders", "Pieces"),
    QT_TRANSLATE_NOOP("Orders", "Orders"),
)


def numbers_table(orders: Sequence[ToShip]) -> Sheet:
    """One row a parcel, under the platform's words in any language; the shape is a guess."""
    columns = (
        ExportColumn("order_no", "订单编号", "id"),
        ExportColumn("courier", "快递公司", width=14),
        ExportColumn("number", "运单号", "id"),
    )
    rows = [
        (one.order.order_no, parcel.courier, parcel.number)
        for one in orders
        if one.order.work is not None
        for parcel in one.order.work.parcels
    ]
    return Sheet("批量发货", columns, rows)


def picked_headers() -> list[str]:
    """The titles of the picking list."""
    return [_said(text) for text in PICKED]


def picking_table(title: str, lines: Sequence[PickLine]) -> Sheet:
    """The picking list, a row for each option of a product."""
    name, spec, code, pieces, orders = picked_headers()
    columns = (
        ExportColumn("name", name, width=40),
        ExportColumn("spec", spec),
        ExportColumn("code", code, "id", 16),
        ExportColumn("pieces", pieces, "count"),
        ExportColumn("orders", orders, "count"),
    )
    rows = [(one.name, one.spec, one.code, one.pieces, one.orders) for one in lines]
    return Sheet(title, columns, rows)
