"""The list of imported orders: an order is its rows, and the first of them leads."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain, compress
from typing import Any, Final

from ksdesk.domain.orders.list import (
    CaseLine,
    MoneyLine,
    OrderLine,
    OrderList,
    OrderTexts,
    ShownOrder,
    WholeOrder,
    kind_of,
)
from ksdesk.domain.orders.states import STATES, WAITING, joined, refund_of, state_of
from ksdesk.domain.products.list import Texts
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.search_text import SPLIT, fold, found_by
from ksdesk.domain.products.values import Product
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage.notes import NoteReader
from ksdesk.storage.session import Session

_NEWEST: Final = "ORDER BY time DESC, id DESC"
_MANY: Final = """SELECT order_no, id FROM order_row WHERE order_no IN
    (SELECT order_no FROM order_row GROUP BY order_no HAVING count(*) > 1) ORDER BY order_no, id"""
_OWN: Final = "lower(coalesce(order_no, '') || char(10) || coalesce(tracking_no, ''))"
_SAID: Final = """nullif(trim(coalesce(order_note, '') || char(10) || coalesce(buyer_note, '')
    || char(10) || coalesce(talent_name, '') || char(10) || coalesce(city, ''), char(10)), '')"""
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
_CASES: Final = """SELECT case_no, case_kind, after_sale, case_refund, expires_at
    FROM aftersales_row WHERE order_no = ? ORDER BY time"""
_SPLIT_NUMBERS: Final = str.maketrans("，,;；、|/\n\t", " " * 9)


class OrderListReader:
    """Reads the list. Each call is one look at the book; a write may come between two."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def listed(self) -> OrderList:
        """Every order's number and kind; `completed` adds the rest."""
        with self.session.reading():
            rows = self._rows(f"SELECT id, {self._state()} FROM order_row {_NEWEST}")
            found = [*chain.from_iterable(rows)]
            several = self._several()
        ids, kinds = array("q", found[::2]), bytes(found[1::2])
        if not several:
            return OrderList(ids, kinds)
        led = {row for rows in several.values() for row in rows[1:]}
        states = {n: STATES[kinds[place]] for place, n in self._places(ids, several)}
        leading = {
            rows[0]: kind_of(joined(tuple(states[row] for row in rows)))
            for rows in several.values()
        }
        kept = bytes(number not in led for number in ids)
        kinds = bytes(leading.get(number, kind) for number, kind in zip(ids, kinds, strict=True))
        return OrderList(array("q", compress(ids, kept)), bytes(compress(kinds, kept)))

    def to_ship(self) -> array[int]:
        """The leading rows of the orders of which something waits to be shipped."""
        with self.session.reading():
            seen = self._rows("SELECT DISTINCT status FROM order_row WHERE status IS NOT NULL")
            waits = [status for (status,) in seen if state_of(status) in WAITING]
            marks = ", ".join("?" * len(waits))
            sql = f"""SELECT min(id) FROM order_row WHERE order_no IN
                (SELECT order_no FROM order_row WHERE status IN ({marks})) GROUP BY order_no"""
            return array("q", chain.from_iterable(self._rows(sql, waits)))

    def _places(
        self, ids: Sequence[int], several: Mapping[str, Sequence[int]]
    ) -> Iterable[tuple[int, int]]:
        wanted = {row for rows in several.values() for row in rows}
        return ((place, number) for place, number in enumerate(ids) if number in wanted)

    def _state(self) -> str:
        """An SQL expression for the place of a row's state in STATES."""
        seen = self._rows("SELECT DISTINCT status FROM order_row WHERE status IS NOT NULL")
        cases = "".join(
            f" WHEN '{str(status).replace(chr(39), chr(39) * 2)}' THEN {kind_of(state_of(status))}"
            for (status,) in seen
        )
        return f"CASE status{cases} ELSE 0 END" if cases else "0"

    def _several(self) -> dict[str, list[int]]:
        """The rows of the orders that have more than one."""
        found: dict[str, list[int]] = defaultdict(list)
        for order_no, number in self._rows(_MANY):
            found[order_no].append(number)
        return found

    def newest(self) -> datetime | None:
        """When the newest order was placed; None without any."""
        with self.session.reading():
            return _moment(one or None for (one,) in self._rows("SELECT max(time) FROM order_row"))

    def completed(self, orders: OrderList) -> OrderList | None:
        """A list with its texts, and with what went back and what is missing in its kinds; None
        where the book has changed since.
        """
        cases = NoteReader(self.session).all(StockCase)
        short = {case.order_no for case in cases if case.order_no and not case.outcome}
        with self.session.reading():
            back = self._refunds()
            rows = self._rows(
                f"""SELECT id, order_no, {_OWN}, product_name, spec, sku_code, {_SAID}, after_sale,
                    paid, status IS NULL AND shipped_at IS NULL AND tracking_no IS NULL,
                    status IS NULL AND coalesce(shipped_at, tracking_no) IS NOT NULL
                FROM order_row ORDER BY id"""
            )
            return _completed(orders, rows, back, short)

    def _refunds(self) -> dict[str, int]:
        """What went back of orders, by their numbers, in fen: settled, or of closed cases."""
        found = dict(self._rows("SELECT order_no, sum(refund) FROM settlement_row"
            " WHERE refund > 0 GROUP BY order_no"))  # fmt: skip
        cases = self._rows("SELECT order_no, sum(case_refund) FROM aftersales_row WHERE"
            " case_refund > 0 AND (after_sale LIKE '%成功%' OR after_sale = '60')"
            " GROUP BY order_no")  # fmt: skip
        for order_no, fen in cases:
            found[order_no] = max(found.get(order_no, 0), fen)
        return found

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
        cases = NoteReader(self.session).all(StockCase)
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
            money += [
                MoneyLine("deposit", datetime.fromisoformat(day), fen, note or "")
                for day, fen, note in deposits
            ]
            found = tuple(
                CaseLine(number or "", kind or "", state or "", refund, _moment([expires]))
                for number, kind, state, refund, expires in self._rows(_CASES, (order_no,))
            )
        money.sort(key=lambda line: line.at or datetime.max)
        open_ = next((c.id for c in cases if c.order_no == order_no and not c.outcome), 0)
        return WholeOrder(order, tuple(money), found, open_)

    def _orders(self, order_nos: Sequence[str]) -> dict[str, ShownOrder]:
        chosen = tuple(dict.fromkeys(order_nos))
        named = f"order_no IN ({', '.join('?' * len(chosen))})"
        lines: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for row in self._rows(
            f"SELECT {_LINE} FROM order_row WHERE {named} ORDER BY order_no, id", chosen
        ):
            lines[row[1]].append(row)
        back = dict(self._rows(f"SELECT order_no, sum(refund) FROM settlement_row WHERE refund > 0"
            f" AND {named} GROUP BY order_no", chosen))  # fmt: skip
        cases = self._rows(
            f"""SELECT order_no, sum(case_refund) FROM aftersales_row WHERE case_refund > 0 AND
            (after_sale LIKE '%成功%' OR after_sale = '60') AND {named} GROUP BY order_no""",
            chosen,
        )
        for order_no, fen in cases:
            back[order_no] = max(back.get(order_no, 0), fen)
        return {order_no: _shown(rows, back.get(order_no, 0)) for order_no, rows in lines.items()}

    def _rows(self, sql: str, values: Iterable[object] = ()) -> Iterable[tuple[Any, ...]]:
        found: Iterable[tuple[Any, ...]] = self.session.db.execute_sql(sql, tuple(values))
        return found


def _completed(
    orders: OrderList,
    rows: Iterable[tuple[Any, ...]],
    back: Mapping[str, int],
    short: set[str],
) -> OrderList | None:
    places = {number: place for place, number in enumerate(orders.ids)}
    plain, latin, kinds = [""] * len(orders), [""] * len(orders), bytearray(orders.kinds)
    bought, goods = array("l", bytes(array("l").itemsize * len(orders))), dict[Any, int]()
    leads: dict[str, int] = {}
    unplaced = len(orders)
    for number, order_no, own, name, spec, code, said, after, paid, open_, left in rows:
        place = places.get(number)
        if place is None:
            place = leads.get(order_no)
            if place is None:
                return None
            extra = fold(f"{name or ''} {spec or ''} {code or ''}")
            latin[place] += f"\n{own}\n{extra}"
            plain[place] += f"\n{extra}"
        else:
            unplaced -= 1
            leads[order_no] = place
            latin[place] = own
            bought[place] = goods.setdefault((name, spec, code), len(goods))
            if left:
                kinds[place] = kind_of("shipped")
            elif open_:
                kinds[place] = kind_of("unknown")
            refund = refund_of(paid, back.get(order_no, 0), after or "")
            if refund or order_no in short:
                state = STATES[kinds[place] % len(STATES)]
                kinds[place] = kind_of(state, refund, order_no in short)
        if said:
            folded = "\n".join(map(fold, said.split("\n")))
            plain[place] += f"\n{folded}"
            latin[place] += f"\n{folded}"
    if unplaced:
        return None
    own_texts = Texts(plain, latin, array("l"), ())
    texts = OrderTexts(own_texts, _goods_texts(goods), bought)
    return OrderList(orders.ids, bytes(kinds), orders.first, texts)


def _goods_texts(goods: Iterable[tuple[Any, ...]]) -> Texts:
    """What goods are found by: their words, and the pinyin of their names."""
    plain, latin = [], []
    for name, spec, code in goods:
        chinese, _, letters = found_by(
            Product(title=name or "", short_title=spec or "", code=code or "")
        ).partition(SPLIT)
        plain.append(chinese)
        latin.append(letters)
    return Texts(plain, latin, array("l"), ())


def _shown(rows: Sequence[tuple[Any, ...]], refunded: int) -> ShownOrder:
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
    numbers = " ".join(row[15] or "" for row in rows).translate(_SPLIT_NUMBERS).split()
    return ShownOrder(
        first[0],
        first[1],
        from_seconds(first[2]),
        joined(states),
        tuple(lines),
        paid,
        refunded,
        refund_of(paid, refunded, "".join(line.after_sale for line in lines)),
        _moment(row[12] for row in rows),
        _moment(row[13] for row in rows),
        next((row[14] for row in rows if row[14]), ""),
        tuple(dict.fromkeys(numbers)),
    )


def _state_of(row: tuple[Any, ...]) -> str:
    if row[3] is None and (row[13] is not None or row[15]):
        return "shipped"
    return state_of(row[3])


def _moment(seconds: Iterable[int | None]) -> datetime | None:
    known = [one for one in seconds if one is not None]
    return from_seconds(min(known)) if known else None
