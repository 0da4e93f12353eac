"""Shipping as tables: the tracking numbers for the platform, the picking list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ksdesk.domain.orders.list import ShownOrder
from ksdesk.domain.orders.picking import PickLine
from ksdesk.domain.orders.queue import ToShip
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.storage import Reader
from ksdesk.ui.orders.words import goods_text, state_text, went_back
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_said = Words("Orders")

AT_ONCE = 2_000  # orders that are read at once


def read_orders(reader: Reader, ids: Sequence[int]) -> Iterator[ShownOrder]:
    """The orders of some leading rows, some at a time; those that are gone are left out."""
    for start in range(0, len(ids), AT_ONCE):
        found = reader.order_list.rows(ids[start : start + AT_ONCE])
        yield from (order for order in found if order.order_no)


def orders_table(title: str, orders: Iterable[ShownOrder]) -> Sheet:
    """Orders as they are listed, one row each, in the order given."""
    columns = (
        ExportColumn("order_no", _said(QT_TRANSLATE_NOOP("Orders", "Order number")), "id"),
        ExportColumn("at", _said(QT_TRANSLATE_NOOP("Orders", "Ordered")), "moment"),
        ExportColumn("state", _said(QT_TRANSLATE_NOOP("Orders", "State")), width=12),
        ExportColumn("goods", _said(QT_TRANSLATE_NOOP("Orders", "Product")), width=40),
        ExportColumn("pieces", _said(QT_TRANSLATE_NOOP("Orders", "Pieces")), "count"),
        ExportColumn("paid", _said(QT_TRANSLATE_NOOP("Orders", "Paid ¥")), "money"),
        ExportColumn("refunded", _said(QT_TRANSLATE_NOOP("Orders", "Refunded ¥")), "money"),
        ExportColumn("paid_at", _said(QT_TRANSLATE_NOOP("Orders", "Paid at")), "moment"),
        ExportColumn("shipped_at", _said(QT_TRANSLATE_NOOP("Orders", "Shipped at")), "moment"),
        ExportColumn("courier", _said(QT_TRANSLATE_NOOP("Orders", "Courier")), width=12),
        ExportColumn("number", _said(QT_TRANSLATE_NOOP("Orders", "Tracking number")), "id"),
    )
    return Sheet(title, columns, map(_order_row, orders))


def _order_row(order: ShownOrder) -> tuple[object, ...]:
    return (
        order.order_no,
        order.at,
        state_text(order),
        goods_text(order),
        order.pieces,
        order.paid,
        went_back(order),
        order.paid_at,
        order.shipped_at,
        order.courier,
        ", ".join(order.tracking),
    )


def shipping_table(title: str, waiting: Sequence[ToShip], orders: Iterable[ShownOrder]) -> Sheet:
    """What is to be sent, due first in front, a row each product, with room for the numbers: who
    packs at another computer fills them in, and the table is read back as one of numbers."""
    columns = (
        ExportColumn("due", _said(QT_TRANSLATE_NOOP("Orders", "Send before")), "moment"),
        ExportColumn("order_no", _said(QT_TRANSLATE_NOOP("Orders", "Order number")), "id"),
        ExportColumn("name", _said(QT_TRANSLATE_NOOP("Orders", "Product")), width=40),
        ExportColumn("spec", _said(QT_TRANSLATE_NOOP("Orders", "Variant")), width=20),
        ExportColumn("code", _said(QT_TRANSLATE_NOOP("Orders", "SKU code")), "id", 16),
        ExportColumn("pieces", _said(QT_TRANSLATE_NOOP("Orders", "Pieces")), "count"),
        ExportColumn("note", _said(QT_TRANSLATE_NOOP("Orders", "Remark")), width=20),
        ExportColumn("courier", _said(QT_TRANSLATE_NOOP("Orders", "Courier")), width=14),
        ExportColumn("number", _said(QT_TRANSLATE_NOOP("Orders", "Tracking number")), "id"),
    )
    by_number = {order.order_no: order for order in orders}
    urged = _said(QT_TRANSLATE_NOOP("Orders", "asked to go first"))
    rows = [
        (
            *(one.promise.due, order.order_no, line.name or line.product_id, line.spec, line.code),
            *(1 if line.quantity is None else line.quantity, urged if one.order.urged else ""),
            *("", ""),
        )
        for one in waiting
        if (order := by_number.get(one.order.order_no)) is not None
        for line in order.lines
        if line.waits
    ]
    return Sheet(title, columns, rows)


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
        for parcel in one.parcels
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
