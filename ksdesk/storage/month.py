"""What only a month asks of the book: settlements with what arrived, shipping that was kept, and
the platform's figures of a quarter, order by order, beside the book's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from ksdesk.domain.deposit.movements import recognise
from ksdesk.domain.month import (
    BookIncome,
    BookOrder,
    MomentBehind,
    Settlement,
    ShippingKept,
    TaxPart,
)
from ksdesk.domain.orders.states import state_of
from ksdesk.domain.traffic import from_seconds, to_seconds
from ksdesk.storage.damage import day, readable
from ksdesk.storage.order_states import only_sales, states
from ksdesk.storage.promotion.profit import day_number, day_of
from ksdesk.storage.session import Session
from ksdesk.storage.several import batches, marks

_HELD = "冻"
"""Money that is only held or let go."""


class MonthReader:
    """Reads sums of a span in seconds, start ≤ t < end."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def settlement(self, start: int, end: int) -> Settlement | None:
        """What was settled, and what movements brought for it; None without any."""
        sql = """SELECT order_no, total(paid), total(refund),
            total(service_fee) + total(presale_fee) + total(other_fee), total(commission)
                + total(leader_commission) + total(seller_commission) + total(provider_commission),
            total(settled) FROM settlement_row WHERE time >= ? AND time < ? GROUP BY order_no"""
        rows = self._rows(sql, (start, end))
        if not rows:
            return None
        sums = (int(sum(row[place] for row in rows)) for place in range(1, 6))
        found = Settlement(len(rows), *sums)
        arrived = self._arrived(start, end)
        if arrived is None:
            return found
        waiting = sum(row[0] not in arrived and row[5] > 0 for row in rows)
        return replace(found, received=sum(arrived.values()), waiting=waiting)

    def _arrived(self, start: int, end: int) -> dict[str, int] | None:
        """Fen that came in by order; None where the book has no movement of any order."""
        if not self._rows("SELECT 1 FROM movement_row WHERE amount > 0 LIMIT 1"):
            return None
        sql = """SELECT related_no, amount, coalesce(business, '') || coalesce(description, '')
            || coalesce(remark, '') FROM movement_row WHERE amount > 0 AND related_no IN
            (SELECT order_no FROM settlement_row WHERE time >= ? AND time < ?)"""
        found: dict[str, int] = {}
        for order, fen, said in self._rows(sql, (start, end)):
            if _HELD not in said and recognise(said) is None:
                found[order] = found.get(order, 0) + fen
        return found

    def shipping(self, start: int, end: int, now: datetime) -> ShippingKept | None:
        """The orders whose own promised moment is in the span; None where none has one."""
        promised, values = self._promised(start, end, now)
        sql = f"SELECT sum(late), sum(sent IS NULL AND NOT late), count(*) FROM ({promised})"
        late, waiting, every = self._rows(sql, values)[0]
        if not every:
            return None
        return ShippingKept(every - late - waiting, late, waiting)

    def promised(self, start: int, end: int, now: datetime) -> list[MomentBehind]:
        """The same, order by order, the late ones first."""
        promised, values = self._promised(start, end, now)
        sql = f"""SELECT order_no, at, CASE WHEN late THEN 'late' WHEN sent THEN 'kept'
            ELSE 'open' END FROM ({promised}) ORDER BY late DESC, sent, at DESC"""
        rows = self._rows(sql, values)
        return [MomentBehind(order or "", from_seconds(at), kind) for order, at, kind in rows]

    def _promised(self, start: int, end: int, now: datetime) -> tuple[str, tuple[Any, ...]]:
        """The orders with their own promised moment in a span, and the values of that query. Of
        what is on its way nobody knows whether it was late where the file does not say since when.
        """
        with self.session.reading():
            sales, others = only_sales(self.session)
            sent = [one for one in states(self.session) if state_of(one) in ("shipped", "done")]
        told = f"(shipped_at > 0 OR coalesce(status, '') NOT IN ({', '.join('?' * len(sent))}))"
        sql = f"""SELECT order_no, max(ship_by) AS at, max(coalesce(shipped_at, ?) > ship_by) AS
                late, CASE WHEN count(shipped_at) = count(*) THEN 1 END AS sent
            FROM order_row WHERE ship_by >= ? AND ship_by < ? AND ship_by > 0 AND {sales}
                AND {told} GROUP BY order_no"""
        return sql, (to_seconds(now), start, end, *others, *sent)

    def parts(self, figure: int) -> tuple[TaxPart, ...]:
        """What the platform's table of a noted figure says by month and order."""
        sql = """SELECT month, order_no, gross, refunds, net FROM tax_part WHERE figure_id = ?
            ORDER BY id"""
        rows = self._rows(sql, (figure,))
        return tuple(readable(self.session, "tax_part", rows, _tax_part))

    def orders(self, first: date, last: date, *, money: bool) -> dict[str, BookOrder]:
        """What buyers paid and got back in these days, order by order; `money`: by the day of the
        settlement. As new as the profit that was worked out last."""
        day = "money_day" if money else "day"
        sql = f"""SELECT order_no, total(paid), total(refunded), min(sold_on), max(title)
            FROM profit_row LEFT JOIN product ON product.id = profit_row.product
            WHERE {day} BETWEEN ? AND ? AND (paid <> 0 OR refunded <> 0) GROUP BY order_no"""
        return {
            order: BookOrder(BookIncome(int(paid), int(back)), day_of(sold), title or "")
            for order, paid, back, sold, title in self._rows(
                sql, (day_number(first), day_number(last))
            )
        }

    def sold_on(self, orders: Sequence[str]) -> dict[str, date]:
        """The days of those of some orders that the book has."""
        found: dict[str, date] = {}
        for some in batches(orders):
            sql = f"""SELECT order_no, min(sold_on) FROM profit_row
                WHERE order_no IN ({marks(some)}) GROUP BY order_no"""
            found |= {order: day_of(day) for order, day in self._rows(sql, tuple(some))}
        return found

    def _rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with self.session.reading():
            found: list[tuple[Any, ...]] = self.session.db.execute_sql(sql, values).fetchall()
        return found


def _tax_part(row: tuple[Any, ...]) -> TaxPart:
    month, *told = row
    return TaxPart(day(month) if month else None, *told)


class MonthWriter:
    """Writes what the platform's table says of a quarter."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def put_parts(self, figure: int, parts: Sequence[TaxPart]) -> None:
        """Let these be the parts of a noted figure, in place of those that it has."""
        rows = [
            (figure, p.month.isoformat() if p.month else None, p.order, p.gross, p.refunds, p.net)
            for p in parts
        ]
        with self.session.writing():
            self.session.db.execute_sql("DELETE FROM tax_part WHERE figure_id = ?", (figure,))
            self.session.db.connection().executemany(
                "INSERT INTO tax_part (figure_id, month, order_no, gross, refunds, net)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                rows,
            )
