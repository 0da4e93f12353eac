"""What waits for its shipping, and what was done with it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from ksdesk.domain.orders.numbers import numbers_in
from ksdesk.domain.orders.queue import WaitingOrder, is_blocked, is_urged
from ksdesk.domain.orders.states import refund_of_lines, state_of, waits
from ksdesk.domain.orders.work import OrderWork, TrackedParcel
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage.damage import json_object, moment, readable
from ksdesk.storage.orders.refunds import refunds
from ksdesk.storage.session import Session
from ksdesk.storage.several import batches, marks

_WAITING: Final = """id, order_no, status, paid, paid_at, ship_by, marks, extra, order_note,
    product_id, sku_code, coalesce(after_sale, ''), coalesce(buyer_key, ''),
    coalesce(province, '') || ' ' || coalesce(city, ''),
    coalesce(gift_order_no, ''), coalesce(tracking_no, '')"""


class OrderWorkReader:
    """Reads what waits, and the work on it."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def waiting(self, leads: Sequence[int], hours: Mapping[str, int]) -> list[WaitingOrder]:
        """The orders of some leading rows as far as something of them waits, without what was paid
        back; `hours` are the shop's where a product has none.
        """
        with self.session.reading():
            promises = self._promises()
            found: list[WaitingOrder] = []
            for some in batches(leads):
                rows = self._lines(some)
                works, back = self._works([*rows]), refunds(self.session, [*rows])
                for order_no, lines in rows.items():
                    said = [(row[3], row[11]) for row in lines]
                    sent_back = refund_of_lines(back.get(order_no, 0), said) == "whole"
                    if not sent_back and any(waits(row[2], row[11]) for row in lines):
                        found.append(_waiting(lines, works.get(order_no), promises, hours))
        return found

    def of(self, order_nos: Iterable[str]) -> dict[str, OrderWork]:
        """The work on some orders by their numbers; a bare one where nothing was done."""
        numbers = tuple(dict.fromkeys(order_nos))
        found: dict[str, OrderWork] = {number: OrderWork(number) for number in numbers}
        with self.session.reading():
            for some in batches(numbers):
                found.update(self._works(some))
        return found

    def _lines(self, leads: Iterable[int]) -> dict[str, list[tuple[Any, ...]]]:
        marks = ", ".join(map(str, map(int, leads)))
        lines: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        sql = f"""SELECT {_WAITING} FROM order_row WHERE order_no IN
            (SELECT order_no FROM order_row WHERE id IN ({marks})) ORDER BY id"""
        for row in self._rows(sql):
            lines[row[1]].append(row)
        return lines

    def _promises(self) -> dict[str, tuple[bool, int]]:
        """What products promise: whether on presale, and days or seconds; by number or code."""
        sql = """SELECT item_id, product.code, sku.code, details FROM product
            LEFT JOIN sku ON product_id = product.id
            WHERE details LIKE '%"shipping": _%' AND details NOT LIKE '%"shipping": null%'"""
        found: dict[str, tuple[bool, int]] = {}
        for item, code, sku, details in self._rows(sql):
            read = json_object(details)
            if not isinstance(read.get("shipping"), int):
                continue
            for name in filter(None, (item, code, sku)):
                found[name] = bool(read.get("presale")), read["shipping"]
        return found

    def _works(self, order_nos: Sequence[str]) -> dict[str, OrderWork]:
        asked = marks(order_nos)
        parcels: dict[str, list[TrackedParcel]] = defaultdict(list)
        sql = f"""SELECT order_no, courier, number, at, sent_at FROM order_parcel
            WHERE order_no IN ({asked}) ORDER BY id"""
        for order_no, parcel in readable(
            self.session, "order_parcel", self._rows(sql, order_nos), _parcel
        ):
            parcels[order_no].append(parcel)
        sql = f"SELECT order_no, checks, notice_until FROM order_work WHERE order_no IN ({asked})"
        works = readable(self.session, "order_work", self._rows(sql, order_nos), _work)
        found = {work.order_no: work for work in works}
        for order_no, some in parcels.items():
            work = found.get(order_no, OrderWork(order_no))
            found[order_no] = OrderWork(order_no, work.checks, work.notice_until, tuple(some))
        return found

    def _rows(self, sql: str, values: Iterable[object] = ()) -> Iterator[tuple[Any, ...]]:
        found: Iterator[tuple[Any, ...]] = self.session.db.execute_sql(sql, tuple(values))
        return found


class OrderWorkWriter:
    """Writes the work on orders."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def put(self, works: Iterable[OrderWork]) -> None:
        """Put each order's work in the place of what was there."""
        with self.session.writing():
            run = self.session.db.connection().execute
            for work in works:
                run("DELETE FROM order_work WHERE order_no = ?", (work.order_no,))
                run("DELETE FROM order_parcel WHERE order_no = ?", (work.order_no,))
                if work.checks or work.notice_until:
                    run(
                        "INSERT INTO order_work (order_no, checks, notice_until) VALUES (?, ?, ?)",
                        (work.order_no, json.dumps(work.checks), _stamp(work.notice_until)),
                    )
                for one in work.parcels:
                    moments = _stamp(one.at), _stamp(one.sent_at)
                    run(
                        "INSERT INTO order_parcel (order_no, courier, number, at, sent_at)"
                        " VALUES (?, ?, ?, ?, ?)",
                        (work.order_no, one.courier, one.number, *moments),
                    )


def _waiting(
    lines: Sequence[tuple[Any, ...]],
    work: OrderWork | None,
    promises: Mapping[str, tuple[bool, int]],
    hours: Mapping[str, int],
) -> WaitingOrder:
    first, sent = lines[0], [row for row in lines if not waits(row[2], row[11])]
    paid = [row[3] for row in lines if row[3] is not None]
    buyers = {row[12] for row in lines}
    lines = [row for row in lines if row not in sent]  # only what waits has a clock
    named: dict[str, Any] = {}
    for row in lines:
        for packed in (row[6], row[7]):
            named |= json_object(packed) if packed else {}
    moments = [row[5] for row in lines if row[5]]
    stopped = any(row[5] == 0 for row in lines) or any(
        state_of(row[2]) == "blocked" for row in lines
    )
    promised = [promises[key] for row in lines for key in (row[10], row[9]) if key in promises]
    presale = [days for is_presale, days in promised if is_presale]
    spans = [seconds / 3600 for is_presale, seconds in promised if not is_presale]
    paid_at = [row[4] for row in lines if row[4] is not None]
    return WaitingOrder(
        first[0],
        first[1],
        sum(paid) if paid else None,
        from_seconds(min(paid_at)) if paid_at else None,
        from_seconds(min(moments)) if moments else None,
        work.notice_until if work else None,
        max(presale) if presale else None,
        min(spans) if spans else hours.get("ship"),
        stopped or is_blocked(named),
        is_urged(named, "".join(row[8] or "" for row in lines)),
        work,
        buyers.pop() if len(buyers) == 1 else "",
        first[13],
        first[14],
        tuple(number for row in sent for number in numbers_in(row[15])),
    )


def _stamp(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(sep=" ", timespec="seconds")


def _parcel(row: tuple[Any, ...]) -> tuple[str, TrackedParcel]:
    order_no, courier, number, at, sent_at = row
    return order_no, TrackedParcel(courier, number, moment(at), _moment(sent_at))


def _work(row: tuple[Any, ...]) -> OrderWork:
    order_no, checks, until = row
    return OrderWork(order_no, tuple(json.loads(checks)), _moment(until))


def _moment(text: str | None) -> datetime | None:
    return None if text is None else moment(text)
