"""Working out what orders bring and cost, anew for those of which something has changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, Final

from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.promotion.booking import BookedEntry, booked
from ksdesk.domain.promotion.costs import Costs
from ksdesk.domain.promotion.goods import Goods, charge
from ksdesk.domain.promotion.order_facts import EndedCase, Line, Order, Settled
from ksdesk.storage.damage import known, nth_day, whole
from ksdesk.storage.ended_cases import CASES, FILES, ended_cases
from ksdesk.storage.session import Session
from ksdesk.storage.several import by_order, marks

_AT_ONCE: Final = 10_000  # below the limit for values in one statement, 32,766
_DAY: Final = 86_400
_RETURNED: Final = {"return_refund": True, "refund_only": False}
_SOURCES: Final = {
    "order_row": "order_no",
    "settlement_row": "order_no",
    "insurance_row": "order_no",
    "movement_row": "related_no",
    "aftersales_row": "order_no",
    "aftersales_file": "order_no",
}
_LINES: Final = """order_no, time, province, coalesce(carrier, '') || coalesce(channel, ''),
    product_id, sku_code, spec, product_name, paid, quantity, status, after_sale, paid_at,
    commission, coalesce(talent_id, talent_name, leader_id, leader_name, seller_id, promoter_id),
    tracking_no, shipped_at"""
_SETTLED: Final = """order_no, time, ordered_at, product_id, product_name, paid, refund, quantity,
    coalesce(service_fee, 0) + coalesce(presale_fee, 0) + coalesce(other_fee, 0)
        - coalesce(marketing_returned, 0),
    coalesce(commission, 0) + coalesce(leader_commission, 0) + coalesce(seller_commission, 0)
        + coalesce(provider_commission, 0)"""
_CHANGED: Final = "profit_stale WHERE order_no IS NULL AND since IS NULL"
_IDS: Final = f"(SELECT product FROM {_CHANGED})"
_ITEMS: Final = f"""(SELECT item_id FROM product WHERE id IN {_IDS} AND item_id <> ''
    UNION SELECT item FROM {_CHANGED} AND item <> '')"""
_CODES: Final = f"""(SELECT code FROM product WHERE id IN {_IDS} AND code <> ''
    UNION SELECT code FROM sku WHERE product_id IN {_IDS} AND code <> ''
    UNION SELECT code FROM {_CHANGED} AND code <> '')"""
_OF_CHANGED: Final = f"""SELECT order_no FROM profit_row WHERE product IN {_IDS}
    UNION SELECT order_no FROM order_row WHERE product_id IN {_ITEMS} OR sku_code IN {_CODES}
    UNION SELECT order_no FROM settlement_row WHERE product_id IN {_ITEMS}
    UNION SELECT order_no FROM aftersales_row
        WHERE product_id IN {_ITEMS} AND order_no IS NOT NULL"""
"""The orders that were of products that changed, and those that name them, as they are called now
or were: what is of one may have been another one's until now."""
_SPLIT: Final = re.compile(r"[\s,，;；、|/]+")
_NAMED: Final = attrgetter("order", "product", "item", "kind")
_VALUED: Final = attrgetter(*[f.name for f in fields(BookedEntry)][7:])
_COLUMNS: Final = """order_no, product, item, kind, day, sold_on, money_day, lead, costless, paid,
    refunded, goods_cost, cost_returned, shipping, return_shipping, insurance, platform_fee,
    commission, penalties, at, in_live"""


class ProfitWriter:
    """Keeps the table of what orders bring and cost."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def book(self, costs: Costs, progress: Progress = QUIET) -> Changes:
        """Work out what is marked as not up to date, in transactions of ten thousand orders.

        Raises `Cancelled`; what was written by then stays, the rest stays marked.
        """
        with self.session.writing():
            self._name_orders()
            goods = Goods(products(self.session))
            total = self._run("SELECT count(*) FROM profit_stale").fetchone()[0]
        done = 0
        while numbers := self._next():
            progress.check()
            progress.report(done, total)
            with self.session.writing():
                self._write([number for _, number in numbers], goods, costs)
                # what was marked by its product since is for the next time
                worked = "order_no IS NOT NULL AND id <= ?"
                self._run(f"DELETE FROM profit_stale WHERE {worked}", numbers[-1][0])
            done += len(numbers)
        return Changes.of("promotion", "today") if done else Changes()

    def _run(self, sql: str, *values: Any) -> Any:
        return self.session.db.execute_sql(sql, values)

    def _name_orders(self) -> None:
        """Marks of products, and of all, as the numbers of their orders."""
        marks = "FROM profit_stale WHERE order_no IS NULL"
        found = self._run(f"SELECT DISTINCT product, since {marks}").fetchall()
        if (None, None) in found:
            self._run("DELETE FROM profit_stale")
            self._run("DELETE FROM profit_row")
            numbers = (
                f"SELECT coalesce({column}, '') FROM {table}" for table, column in _SOURCES.items()
            )
            self._mark(" UNION ".join(numbers))
            return
        if any(since is None for _, since in found):
            self._mark(_OF_CHANGED)
        for product, since in found:
            if since is not None:
                among = f"product = {int(product)} AND" if product is not None else ""
                where = f"{among} day >= {int(since)}"
                self._mark(f"SELECT DISTINCT order_no FROM profit_row WHERE {where}")
        self._run(f"DELETE {marks}")

    def _mark(self, numbers: str) -> None:
        self._run(f"INSERT INTO profit_stale (order_no) {numbers}")

    def _next(self) -> list[tuple[int, str]]:
        with self.session.reading():
            sql = "SELECT id, order_no FROM profit_stale WHERE order_no IS NOT NULL ORDER BY id"
            found: list[tuple[int, str]] = self._run(f"{sql} LIMIT {_AT_ONCE}").fetchall()
        return found

    def _write(self, numbers: list[str], goods: Goods, costs: Costs) -> None:
        chosen = tuple(dict.fromkeys(numbers))
        named = f"order_no IN ({', '.join('?' * len(chosen))})"
        self._run(f"DELETE FROM profit_row WHERE {named}", *chosen)
        rows = _entries(self.session, chosen, goods, costs)
        marks = ", ".join("?" * len(_COLUMNS.split(",")))
        sql = f"INSERT INTO profit_row ({_COLUMNS}) VALUES ({marks})"
        self.session.db.connection().executemany(sql, rows)


def products(session: Session) -> Iterator[Product]:
    """All products, those in the bin too, with what orders name them by."""
    sql = """SELECT product.id, state, binned_at, item_id, product.code, sku.code, options
        FROM product LEFT JOIN sku ON product_id = product.id ORDER BY product.id, place"""
    found = session.db.execute_sql(sql).fetchall()
    for number, rows in groupby(found, itemgetter(0)):
        options = [*rows]
        _, state, binned_at, item, code, *_ = options[0]
        skus = tuple(Sku(_options(row[6]), row[5]) for row in options if row[5] is not None)
        yield Product(
            state=state, item_id=item, code=code, skus=skus, id=number, binned_at=binned_at
        )


def _options(text: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, json.loads(text)))
    except (ValueError, TypeError, RecursionError):
        return ()


def _entries(
    session: Session, numbers: tuple[str, ...], goods: Goods, costs: Costs
) -> Iterator[tuple[Any, ...]]:
    """The rows of the table for these orders."""
    for order, at, in_live in _orders(session, numbers, goods):
        for entry in booked(order, costs):
            days = map(_number, (entry.day, entry.sold_on, entry.money_day))
            yield (*_NAMED(entry), *days, *_VALUED(entry), at, in_live)


def _orders(
    session: Session, numbers: tuple[str, ...], goods: Goods
) -> Iterator[tuple[Order, int, int | None]]:
    """Each order, its moment and whether it was sold in a live, 1 or 0."""

    def rows(columns: str, table: str) -> list[tuple[Any, ...]]:
        where = f"{_SOURCES[table]} IN ({marks(numbers)})"
        sql = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY id"
        found: list[tuple[Any, ...]] = session.db.execute_sql(sql, numbers).fetchall()
        return found

    lines, settled = (
        by_order(rows(_LINES, "order_row")),
        by_order(rows(_SETTLED, "settlement_row")),
    )
    insurance = by_order(rows("order_no, time, coalesce(shop_fee, fee)", "insurance_row"))
    moved = "related_no, time, amount, business, description, remark"
    claims = by_order(rows(CASES, "aftersales_row"))
    files = by_order(rows(FILES, "aftersales_file"))
    movements = by_order([*rows(moved, "movement_row"), *_loose(session, numbers)])
    for number in numbers:
        mine = lines.get(number, ()), settled.get(number, ())
        fees = insurance.get(number, ()), movements.get(number, ())
        if number and any((*mine, *fees)):
            cases = claims.get(number, ()), files.get(number, ())
            yield _order(number, *mine, *fees, goods, *cases)
        elif not number:
            yield from _days(fees[1], goods)


def _loose(session: Session, numbers: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    if "" not in numbers:
        return ()
    sql = """SELECT '', time, amount, business, description, remark FROM movement_row
        WHERE related_no IS NULL"""
    found: list[tuple[Any, ...]] = session.db.execute_sql(sql).fetchall()
    return found


def _days(
    movements: Iterable[tuple[Any, ...]], goods: Goods
) -> Iterator[tuple[Order, int, int | None]]:
    """What was charged without naming an order, a day together."""
    for _, rows in groupby(sorted(movements, key=_of_day), _of_day):
        yield _order("", (), (), (), [*rows], goods)


def _of_day(row: tuple[Any, ...]) -> int:
    return whole(row[1]) // _DAY


def _order(
    number: str,
    lines: Iterable[tuple[Any, ...]],
    settled: Iterable[tuple[Any, ...]],
    insurance: Iterable[tuple[Any, ...]],
    movements: Iterable[tuple[Any, ...]],
    goods: Goods,
    claims: Sequence[tuple[Any, ...]] = (),
    files: Sequence[tuple[Any, ...]] = (),
) -> tuple[Order, int, int | None]:
    lines, settled, insurance, movements = map(list, (lines, settled, insurance, movements))
    ordered = next((row[2] for row in settled if row[2] is not None), None)
    first = next(iter((*lines, *insurance, *movements, *settled)))
    at = whole(first[1] if lines or ordered is None else ordered)
    charged = {"penalty": 0, "sent_back": 0, "": 0}
    for _, _, amount, *said in movements:
        charged[charge(" ".join(str(word) for word in said if word))] -= whole(amount)
    order = Order(
        number,
        nth_day(at // _DAY),
        str(first[2] or "") if lines else "",
        [_line(row, goods) for row in lines],
        [_settled(row, goods) for row in settled],
        [*_claims(claims, files, at, goods)],
        insurance=sum(whole(row[2]) for row in insurance),
        penalties=charged["penalty"],
        sent_back=charged["sent_back"],
    )
    sold_in = str(first[3]) if lines else ""
    # Where nothing tells when it was ordered, the moment of a fee makes it none of a live's.
    placed = bool(lines) or ordered is not None
    return order, at, int("直播" in sold_in) if sold_in or not placed else None


def _line(row: tuple[Any, ...], goods: Goods) -> Line:
    item, code, spec, name = (str(text or "") for text in row[4:8])
    paid, quantity, state, after_sale, paid_at, commission, promoter, tracking, sent = row[8:]
    product, key = goods.find(item, code, spec)
    return Line(
        product,
        key,
        item or name,
        known(paid),
        max(1, known(quantity) or 1),
        str(state or ""),
        str(after_sale or ""),
        paid_at is not None,
        known(commission),
        promoter is not None,
        tuple(filter(None, _SPLIT.split(str(tracking or "")))),
        sent is not None,
    )


def _settled(row: tuple[Any, ...], goods: Goods) -> Settled:
    _, time, _, item, name, paid, refund, quantity, fee, commission = row
    product, _ = goods.find(str(item or ""), "", "")
    return Settled(
        nth_day(whole(time) // _DAY),
        product,
        str(item or name or ""),
        known(paid),
        whole(refund),
        whole(fee),
        whole(commission),
        max(1, known(quantity) or 1),
    )


def _claims(
    rows: Sequence[tuple[Any, ...]], files: Sequence[tuple[Any, ...]], ordered: int, goods: Goods
) -> Iterator[EndedCase]:
    for told in ended_cases(rows, files):
        on = max(told.on, nth_day(ordered // _DAY))
        product, _ = goods.find(told.item, "", "")
        named = (product, told.item or told.name)
        back = told.refund or 0
        untold = told.refund is None
        yield EndedCase(on, back, _RETURNED.get(told.kind), told.cost, *named, untold)


_FIRST: Final = date(1970, 1, 1)


@cache
def _number(day: date | None) -> int | None:
    return None if day is None else (day - _FIRST).days
