"""What stays of the sales: sums of what orders bring and cost, by whatever is asked.

They are as new as the last time that `ksdesk.actions.promotion.costs.work_out` ran. Days are of
the sale (成交日, a refund's own) or, with `money`, of the settlement (到账日): then what is not
settled is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any, Final

from ksdesk.domain.promotion.booking import NO_COST, UNTOLD
from ksdesk.domain.promotion.breakdown import EarnedRow, Good
from ksdesk.domain.promotion.goods import Goods
from ksdesk.domain.promotion.profit import NOTHING, Earned, Sales
from ksdesk.domain.traffic import measure
from ksdesk.storage.damage import readable
from ksdesk.storage.order_states import only_sales
from ksdesk.storage.promotion.booking import products
from ksdesk.storage.session import Session
from ksdesk.storage.traffic import layers, sums
from ksdesk.storage.traffic.lives import Live, told_apart

AMOUNTS: Final = (
    *("paid", "refunded", "goods_cost", "cost_returned", "shipping", "return_shipping"),
    *("insurance", "platform_fee", "commission", "penalties"),
)
_LEFT: Final = (
    "paid - refunded - coalesce(goods_cost, 0) + coalesce(cost_returned, 0)",
    *(f"coalesce({name}, 0)" for name in AMOUNTS[4:]),
)
_SUMS: Final = ", ".join(f"sum({name})" for name in AMOUNTS)
_MAY_LACK: Final = ("cost_returned", "shipping", "return_shipping", "platform_fee", "commission")
_KNOWN: Final = ", ".join(f"count({name})" for name in _MAY_LACK)
_ALL_KNOWN: Final = ", ".join([f"count({' + '.join(_MAY_LACK)})"] * len(_MAY_LACK))
"""As long as nothing is lacking: SQLite counts what is asked for several times only once."""
_FIRST: Final = date(1970, 1, 1)
_DAY: Final = 86_400
_LIVE: Final = layers.PART_OF["live"]
_MONTH: Final = timedelta(days=31)


class ProfitReader:
    """Reads sums of profit and the rows behind them. All days are included."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def up_to_date(self) -> bool:
        """Whether all that was imported and noted is worked out."""
        return not self._rows("SELECT 1 FROM profit_stale LIMIT 1")

    def first_day(self) -> date | None:
        """The day of the first order, None without any."""
        ((day,),) = self._rows("SELECT min(sold_on) FROM profit_row WHERE kind = 0")
        return None if day is None else day_of(day)

    def sold_before(self, day: date, products: Sequence[int]) -> set[int]:
        """Those of some products of which the book has orders of before that day."""
        sql = f"""SELECT id FROM product WHERE id IN ({_listed(products)}) AND EXISTS
            (SELECT 1 FROM profit_row WHERE profit_row.product = product.id AND item = ''
                AND costless IN (0, 1, 2) AND day < ?)"""
        return {number for (number,) in self._rows(sql, (day_number(day),))}

    def categories(self) -> dict[int, str]:
        """The category of each product, in the bin or not."""
        return dict(self._rows("SELECT id, category FROM product"))

    def titles(self, only: Sequence[Good] | None = None) -> dict[Good, str]:
        """The names of the book's products, and of those that only orders name; `only` of some."""
        some, items = "", ""
        named: list[str] = []
        values: list[int] = []
        if only is not None:
            named = [item for number, item in only if not number]
            values = [number for number, _ in only if number]
            some = f"WHERE id IN ({', '.join('?' * len(values))})"
            items = f"AND item IN ({', '.join('?' * len(named))})"
        sql = f"SELECT id, title FROM product {some}"
        found = {(number, ""): title for number, title in self._rows(sql, values)}
        if only is not None and not named:
            return found
        sql = f"""SELECT item, max(product_name) FROM profit_row JOIN order_row USING (order_no)
            WHERE profit_row.product = 0 AND item <> '' {items}
                AND item IN (order_row.product_id, product_name) GROUP BY item"""
        rows = self._rows(sql, named if only is not None else ())
        return {**found, **{(0, item): name or item for item, name in rows}}

    def firsts_without_cost(self) -> dict[Good, date]:
        """The day of each product's first order that no cost was noted for."""
        sql = """SELECT product, item, min(sold_on) FROM profit_row WHERE costless = ?
            GROUP BY 1, 2"""
        rows = self._rows(sql, (NO_COST,))
        return {(product, item): day_of(day) for product, item, day in rows}

    def sold_options(self, start: int, end: int) -> dict[tuple[int, str], tuple[int, int]]:
        """Orders and fen paid in a span by product and option; unpaid and failed orders aside."""
        with self.session.reading():
            sales, states = only_sales(self.session)
            goods = Goods(products(self.session))
        sql = f"""SELECT coalesce(product_id, ''), coalesce(sku_code, ''), coalesce(spec, ''),
            count(DISTINCT order_no), total(paid) FROM order_row
            WHERE time >= ? AND time < ? AND {sales} GROUP BY 1, 2, 3"""
        found: dict[tuple[int, str], tuple[int, int]] = {}
        for item, code, spec, orders, paid in self._rows(sql, (start, end, *states)):
            key = goods.find(str(item), str(code), str(spec))
            before = found.get(key, (0, 0))
            found[key] = before[0] + orders, before[1] + int(paid)
        return found

    def lives(self, start: int, end: int) -> list[tuple[str, int, int, int]]:
        """Name, first second, end and fen spent of each live that begins in a span, in order.

        It lasts as its hours do, those after midnight among them, else as long as its row says
        (直播时长), else six hours; at most until the next one.
        """
        with self.session.reading():
            found = told_apart(self.session.db, max(start - _DAY, 0), end + _DAY)
        nexts = [*(one.begin for one in found[1:]), 1 << 40]
        return [
            (str(one.name), one.begin, min(one.lasts_until, after), self._spent_on(one, after))
            for one, after in zip(found, nexts, strict=False)
            if start <= one.begin < end
        ]

    def _spent_on(self, live: Live, after: int) -> int:
        """What several reports say of it is not added up: its own row wins. `after`: the begin of
        the next one."""
        if len(set(live.kinds.split(","))) == 1:
            return round(live.spend)
        span = live.begin, max(min(live.until or 0, after), live.begin + 1)
        with self.session.reading():
            for grain in ("AND grain = 'live'", ""):
                only = f"{_LIVE} = ? {grain}", (live.key,)
                found = sums.reported(self.session.db, measure("spend"), "day", span, only)
                if found:
                    return round(sum(parts[0] for parts in found.values()))
        return 0

    def by_product(
        self, first: date, last: date, *, money: bool = False, only: Sequence[int] | None = None
    ) -> dict[Good, Earned]:
        """What each product brings and costs; `only` of those of these numbers."""
        some = "" if only is None else f"AND product IN ({_listed(only)})"
        day = _day(money)
        if only is not None or last - first > _MONTH:
            day = f"+{day}"  # as the table lies, by product; along the days all would be sorted
        return self._earned(_select("product, item", "kind = 0", day, some), first, last, 2)

    def left_out(self, first: date, last: date, *, money: bool = False) -> tuple[int, int]:
        """How many orders have something in these days that is left out of the profit, and of how
        many of them it is only not told how much went back."""
        sql = f"""SELECT count(*), count(*) FILTER (WHERE costless = ?) FROM (
            SELECT min(costless) AS costless FROM profit_row
            WHERE {_day(money)} BETWEEN ? AND ? AND costless GROUP BY order_no)"""
        ((orders, untold),) = self._rows(sql, (UNTOLD, day_number(first), day_number(last)))
        return int(orders), int(untold)

    def losing(self, first: date, last: date, also: Sequence[int]) -> dict[Good, Earned]:
        """What each product brings and costs that leaves less than nothing before its spend, as
        far as that is known, and those of these numbers."""
        lost = f"HAVING NOT costless AND total({' - '.join(_LEFT)}) < 0"
        sql = f"""SELECT product FROM profit_row WHERE day BETWEEN ? AND ? AND NOT costless
            GROUP BY product, item {lost}"""
        found = self._rows(sql, (day_number(first), day_number(last)))
        some = f"AND product IN ({_listed((*also, *chain.from_iterable(found)))})"
        having = f"{lost} OR product IN ({_listed(also)})"
        sql = _select("product, item", "kind = 0", "+day", some, having)
        return self._earned(sql, first, last, 2)

    def break_even(self, first: date, last: date) -> float | None:
        """The reported return at which a sale of these days leaves nothing after its spend, by
        what all sales cost; None where that is not known or nothing stays before spend."""
        sold = Earned.total(self.by_product(first, last).values())
        return sold.spent(None, sold.sales.paid).break_even

    def by_day(self, first: date, last: date, *, money: bool = False) -> dict[date, Earned]:
        """What each day with orders or refunds brings and costs."""
        found = self._earned(_select(_day(money), "lead", _day(money)), first, last, 1)
        return {day_of(int(day)): earned for (day,), earned in sorted(found.items())}

    def by_live(self, lives: Sequence[tuple[int, int]]) -> list[Earned]:
        """What the orders placed from the first up to the second moment (in seconds) of each live
        bring and cost, refunds of any day among them. Orders sold elsewhere are none of a live.
        """
        if not lives:
            return []
        spans = ", ".join(f"({n}, {int(a)}, {int(b)})" for n, (a, b) in enumerate(lives))
        sql = f"""WITH live (n, a, b) AS (VALUES {spans}) SELECT n, costless, count(*), {_SUMS},
            {_KNOWN}, total(lead), 0, total((paid - refunded) * (money_day IS NOT NULL)),
            total(lead) FROM live CROSS JOIN profit_row
            ON at >= a AND at < b AND coalesce(in_live, 1) GROUP BY n, costless"""
        found = _summed(self._rows(sql), 1)
        return [found.get((n,), Earned()) for n in range(len(lives))]

    def rows(
        self,
        first: date,
        last: date,
        *,
        money: bool = False,
        good: Good | None = None,
        live: tuple[int, int] | None = None,
        of: str = "",
    ) -> list[EarnedRow]:
        """The rows behind a sum, newest first; `of` only those that have such an amount, goods also
        those that say what came back is still worth.

        Those of a live are of its orders, whatever their days.
        """
        values: list[Any] = [day_number(first), day_number(last)]
        day = _day(money and live is None)
        where = [f"{day} BETWEEN ? AND ?"]
        if live is not None:
            where, values = ["at >= ? AND at < ? AND coalesce(in_live, 1)"], list(live)
        if good is not None:
            where.append("product = ? AND item = ?")
            values += good
        if of:
            column = AMOUNTS[AMOUNTS.index(of)]
            less = " OR coalesce(cost_returned, 1) <> 0" if of == "goods_cost" else ""
            where.append(f"({column} <> 0 OR {column} IS NULL{less})")
        sql = f"""SELECT order_no, product, item, kind, {day}, sold_on,
            money_day IS NOT NULL, costless, lead, {", ".join(AMOUNTS)} FROM profit_row
            WHERE {" AND ".join(where)} ORDER BY day DESC, at DESC, order_no, kind"""
        return list(readable(self.session, "profit_row", self._rows(sql, values), _row))

    def _earned(
        self, sql: str, first: date, last: date, keys: int
    ) -> dict[tuple[Any, ...], Earned]:
        values = (day_number(first), day_number(first), day_number(last))
        rows = self._rows(sql.replace(_KNOWN, _ALL_KNOWN), values)
        place = keys + 2 + len(AMOUNTS)
        if any(row[place] < row[keys + 1] for row in rows):
            rows = self._rows(sql, values)
        return _summed(rows, keys)

    def _rows(self, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        with self.session.reading():
            cursor = self.session.db.execute_sql(sql, tuple(values))
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _day(money: bool) -> str:
    return "money_day" if money else "day"


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, map(int, numbers)))


def _select(keys: str, orders: str, day: str, some: str = "", having: str = "") -> str:
    """Sums by keys; the values are the first day twice and the last."""
    return f"""SELECT {keys}, costless, count(*), {_SUMS}, {_KNOWN}, sum({orders}),
        total(refunded) FILTER (WHERE sold_on < ?),
        total(paid - refunded) FILTER (WHERE money_day IS NOT NULL), sum(lead)
        FROM profit_row WHERE {day} BETWEEN ? AND ? {some}
        GROUP BY {keys}, costless {having}"""


def _summed(rows: Iterable[tuple[Any, ...]], keys: int) -> dict[Any, Earned]:
    found: dict[Any, Earned] = {}
    for row in rows:
        key, (costless, count, *rest) = row[:keys], row[keys:]
        amounts = {name: int(fen or 0) for name, fen in zip(AMOUNTS, rest, strict=False)}
        orders, earlier, settled, leads = (int(total) for total in rest[-4:])
        if costless:
            paid, back = amounts["paid"], amounts["refunded"]
            untold = orders if costless == UNTOLD else 0
            one = Earned(NOTHING, 0, earlier, 0, orders, paid, leads, back, untold)
        else:
            told: dict[str, int | None] = {**amounts}
            known = zip(_MAY_LACK, rest[len(AMOUNTS) :], strict=False)
            told.update((name, None) for name, number in known if number < count)
            one = Earned(Sales(**told, spend=0, reported=0), orders, earlier, settled, leads=leads)
        found[key] = found[key] + one if key in found else one
    return found


def _row(row: tuple[Any, ...]) -> EarnedRow:
    order, product, item, kind, day, sold_on, settled, costless, lead, *amounts = row
    told = dict(zip(AMOUNTS, amounts, strict=True))
    return EarnedRow(
        *(
            order,
            (product, item),
            kind,
            day_of(day),
            day_of(sold_on),
            bool(settled),
            int(costless),
            bool(lead),
        ),
        Sales(**told, spend=0, reported=0),
    )


def day_number(day: date) -> int:
    """A day as the rows of the profit have it."""
    return (day - _FIRST).days


def day_of(days: int) -> date:
    """The day of such a number."""
    return _FIRST + timedelta(days=days)
