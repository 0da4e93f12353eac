"""What orders say was sold, and the corrections of stock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import peewee as pw

from ksdesk.domain.products.stock.outlook import StockMove
from ksdesk.storage.damage import moment, readable
from ksdesk.storage.models.products import StockMove as Row
from ksdesk.storage.order_states import only_sales
from ksdesk.storage.session import Session

_AT_ONCE: Final = 100
_COLUMNS = (
    Row.product,
    Row.sku_code,
    Row.before,
    Row.after,
    Row.reason,
    Row.note,
    Row.written_at,
    Row.id,
)


def sold(session: Session, since_seconds: int) -> dict[tuple[str, str], int]:
    """Pieces sold since a moment by 商品ID and SKU 编码, "" where an order does not say.

    Orders that were not paid or failed are no sales; one that does not say how many is one piece.
    """
    with session.reading():
        sales, states = only_sales(session)
        sql = f"""SELECT coalesce(product_id, ''), coalesce(sku_code, ''),
            SUM(coalesce(quantity, 1)) FROM order_row WHERE time >= ? AND {sales} GROUP BY 1, 2"""
        rows = session.db.execute_sql(sql, (since_seconds, *states)).fetchall()
    return {(item, code): int(pieces) for item, code, pieces in rows}


def moves(session: Session, product: int) -> tuple[StockMove, ...]:
    """The corrections of a product, the newest first."""
    query = Row.select(*_COLUMNS).where(Row.product == product)
    with session.reading():
        found = list(query.order_by(Row.written_at.desc(), Row.id.desc()).tuples())
    return tuple(readable(session, "stock_move", found, _move))


def _move(row: tuple[Any, ...]) -> StockMove:
    number, key, before, after, reason, note, at, place = row
    return StockMove(number, key, before, after, reason, note, moment(at), place)


def write(session: Session, move: StockMove) -> int:
    """Insert a correction; returns its number."""
    with session.writing():
        number: int = Row.insert(**_values(move)).execute()
    return number


def write_many(session: Session, moves: Iterable[StockMove]) -> None:
    """Insert corrections."""
    with session.writing():
        for some in pw.chunked(map(_values, moves), _AT_ONCE):
            Row.insert_many(some).execute()


def _values(move: StockMove) -> dict[str, object]:
    return {
        "product": move.product,
        "sku_code": move.sku_key,
        "before": move.before,
        "after": move.after,
        "reason": move.reason,
        "note": move.note,
        "written_at": move.at.isoformat(sep=" ", timespec="seconds"),
    }


def forget(session: Session, number: int) -> None:
    """Delete a correction."""
    with session.writing():
        Row.delete().where(Row.id == number).execute()
