"""Orders as they are shown: an order is its rows, and the first of them leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from ksdesk.domain.orders.list import (
    CaseLine,
    MoneyLine,
    OnItsWay,
    OrderLine,
    ShownOrder,
    WholeOrder,
    awaits_money,
)
from ksdesk.domain.orders.numbers import numbers_in
from ksdesk.domain.orders.states import joined, refund_of, refund_of_lines, state_of
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage.damage import moment, readable
from ksdesk.storage.notes import NoteReader
from ksdesk.storage.orders.refunds import refunds
from ksdesk.storage.session import Session

_LINE: Final = """id, order_no, time, status, product_id, sku_code, product_name, spec, quantity,
    paid, after_sale, gift_order_no, paid_at, shipped_at, courier, tracking_no"""
_MONEY: Final = """SELECT 'settled', time, settled, NULL FROM settlement_row
        WHERE order_no = :order AND settled IS NOT NULL
    UNION ALL SELECT 'fees', time, -cost, NULL FROM settlement_row
        WHERE order_no = :order AND cost <> 0
    UNION ALL SELECT 'refund', time, -refund, NULL FROM settlement_row
        WHERE order_no = :order AND refund <> 0
    UNION ALL SELECT 'insurance', time, -coalesce(shop_fee, fee), NULL FROM insurance_row
        WHERE order_no = :order AND coalesce(shop_fee, fee) <> 0
    UNION ALL SELECT 'movement', time, amount, coalesce(business, description) FROM movement_row
        WHERE related_no = :order AND amount IS NOT NULL"""
_DEPOSIT: Final = """SELECT day, amount, note FROM deposit_entry WHERE order_number = ?
    ORDER BY day"""
_CASES: Final = """SELECT 'no:' || case_no, case_no, case_kind, after_sale, case_refund, expires_at
    FROM aftersales_row WHERE order_no = :order
    UNION ALL SELECT 'file:' || id, '', '', outcome, refund, expires_at
    FROM aftersales_file AS file WHERE order_no = :order AND case_no = '' AND binned_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM aftersales_row AS row WHERE row.order_no = :order)"""
_SETTLED_LATELY: Final = 500
_PACE: Final = f"""SELECT time, (SELECT min(shipped_at) FROM order_row WHERE order_no = s.order_no),
        (SELECT min(paid_at) FROM order_row WHERE order_no = s.order_no),
        (SELECT min(time) FROM order_row WHERE order_no = s.order_no)
    FROM settlement_row AS s WHERE settled IS NOT NULL ORDER BY time DESC LIMIT {_SETTLED_LATELY}"""


class OrderListReader:
    """Reads orders. Each call is one look at the book; a write may come between two."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def newest(self) -> datetime | None:
        """When the newest order was placed; None without any."""
        with self.session.reading():
            return _moment(one or None for (one,) in self._rows("SELECT max(time) FROM order_row"))

    def rows(self, numbers: Sequence[int]) -> list[ShownOrder]:
        """What the list shows of orders by their leading rows, in the order asked for. A bare one
        stands for a number that is gone.
        """
        with self.session.reading():
            marks = ", ".join(map(str, map(int, numbers)))
            leads = dict(self._rows(f"SELECT id, order_no FROM order_row WHERE id IN ({marks})"))
            orders = self._orders(list(leads.values()))
        return [orders.get(leads.get(number, ""), ShownOrder(number)) for number in numbers]

    def one(self, order_no: str) -> ShownOrder | None:
        """An order by its number."""
        with self.session.reading():
            return self._orders([order_no]).get(order_no)

    def whole(self, order_no: str) -> WholeOrder | None:
        """All that the book knows of an order, None for one that is in no file."""
        with self.session.reading():
            order = self._orders([order_no]).get(order_no)
            if order is None:
                return None
            money = [
                MoneyLine(kind, _moment([at or None]), fen, said or "")
                for kind, at, fen, said in self.session.db.execute_sql(
                    _MONEY.replace(":order", "?"), (order_no,) * _MONEY.count(":order")
                )
            ]
            deposits = self._rows(_DEPOSIT, (order_no,))
            money += readable(self.session, "deposit_entry", deposits, _deposit)
            found = tuple(
                CaseLine(name, number or "", kind or "", state or "", refund, _until(expires))
                for name, number, kind, state, refund, expires in self._rows(
                    _CASES.replace(":order", "?"), (order_no,) * _CASES.count(":order")
                )
            )
            on_its_way = None
            if not any(line.kind == "settled" for line in money) and awaits_money(order):
                on_its_way = self._on_its_way(order)
        money.sort(key=lambda line: line.at or datetime.max)
        return WholeOrder(order, tuple(money), found, on_its_way)

    def _on_its_way(self, order: ShownOrder) -> OnItsWay:
        settled = [*self._rows(_PACE)]
        moments = {"shipped": order.shipped_at, "paid": order.paid_at, "ordered": order.at}
        for place, (since, at) in enumerate(moments.items(), 1):
            spans = [row[0] - row[place] for row in settled if row[place] is not None]
            known = [span for span in spans if span >= 0]
            if at is not None and known:
                from statistics import median  # large, and needed where an order is opened

                days = round(median(known) / 86_400)
                return OnItsWay(at.date() + timedelta(days=days), since, days, len(known))
        return OnItsWay()

    def _orders(self, order_nos: Sequence[str]) -> dict[str, ShownOrder]:
        chosen = tuple(dict.fromkeys(order_nos))
        named = f"order_no IN ({', '.join('?' * len(chosen))})"
        lines: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for row in self._rows(
            f"SELECT {_LINE} FROM order_row WHERE {named} ORDER BY order_no, id", chosen
        ):
            lines[row[1]].append(row)
        back = refunds(self.session, chosen)
        cases = NoteReader(self.session).all(StockCase)
        short = {case.order_no: case.id for case in cases if case.order_no and not case.outcome}
        return {
            order_no: _shown(rows, back.get(order_no, 0), short.get(order_no, 0))
            for order_no, rows in lines.items()
        }

    def _rows(self, sql: str, values: Iterable[object] = ()) -> Iterable[tuple[Any, ...]]:
        found: Iterable[tuple[Any, ...]] = self.session.db.execute_sql(sql, tuple(values))
        return found


def _shown(rows: Sequence[tuple[Any, ...]], refunded: int, stock_case: int) -> ShownOrder:
    lines = []
    for row in rows:
        product, code, name, spec, quantity, paid, after = row[4:11]
        texts = (product or "", code or "", name or "", spec or "")
        gift = paid == 0 and bool(row[11])
        lines.append(OrderLine(*texts, quantity, paid, row[3] or "", after or "", gift))
    first = rows[0]
    known = [line.paid for line in lines if line.paid is not None]
    paid = sum(known) if known else None
    states = tuple(_state_of(row) for row in rows)
    back = [refund_of(None, 0, line.after_sale) == "whole" for line in lines]
    if not all(back):  # what was paid back of an order waits for nothing
        states = tuple("closed" if gone else s for gone, s in zip(back, states, strict=True))
        told = sum(line.paid or 0 for gone, line in zip(back, lines, strict=True) if gone)
        refunded = refunded or told
    numbers = (number for row in rows for number in numbers_in(row[15] or ""))
    return ShownOrder(
        first[0],
        first[1],
        from_seconds(first[2]),
        joined(states),
        tuple(lines),
        paid,
        refunded,
        refund_of_lines(refunded, ((line.paid, line.after_sale) for line in lines)),
        _moment(row[12] for row in rows),
        _moment(row[13] for row in rows),
        next((row[14] for row in rows if row[14]), ""),
        tuple(dict.fromkeys(numbers)),
        stock_case,
    )


def _state_of(row: tuple[Any, ...]) -> str:
    if row[3] is None and (row[13] is not None or row[15]):
        return "shipped"
    return state_of(row[3])


def _moment(seconds: Iterable[int | None]) -> datetime | None:
    known = [one for one in seconds if one is not None]
    return from_seconds(min(known)) if known else None


def _until(expires: int | str | None) -> datetime | None:
    """The end of a case's clock: seconds in a row of a file, words where it is noted by hand."""
    if not isinstance(expires, str):
        return _moment([expires])
    try:
        return moment(expires)
    except ValueError:
        return None


def _deposit(row: tuple[Any, ...]) -> MoneyLine:
    day, fen, note = row
    return MoneyLine("deposit", moment(day), fen, note or "")
