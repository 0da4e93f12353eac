"""What only a month asks of the book: settlements with what arrived, and shipping that was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from ksdesk.domain.deposit.movements import recognise
from ksdesk.domain.month import Settlement, ShippingKept
from ksdesk.domain.traffic import to_seconds
from ksdesk.storage.order_states import only_sales
from ksdesk.storage.session import Session

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
        with self.session.reading():
            sales, states = only_sales(self.session)
        sql = f"""SELECT sum(late), sum(sent IS NULL AND NOT late), count(*) FROM
            (SELECT max(coalesce(shipped_at, ?) > ship_by) AS late,
                    CASE WHEN count(shipped_at) = count(*) THEN 1 END AS sent
             FROM order_row WHERE ship_by >= ? AND ship_by < ? AND ship_by > 0 AND {sales}
             GROUP BY order_no)"""
        late, waiting, every = self._rows(sql, (to_seconds(now), start, end, *states))[0]
        if not every:
            return None
        return ShippingKept(every - late - waiting, late, waiting)

    def _rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with self.session.reading():
            found: list[tuple[Any, ...]] = self.session.db.execute_sql(sql, values).fetchall()
        return found
