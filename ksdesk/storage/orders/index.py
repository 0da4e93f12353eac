"""Every order at hand for counting and searching: read once, then only what imports changed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from ksdesk.domain.orders.list import kind_of
from ksdesk.domain.orders.states import (
    STATES,
    WAITING,
    joined,
    refund_of,
    refund_of_lines,
    state_of,
)
from ksdesk.domain.products.list import Texts
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.search_text import SPLIT, fold, found_by
from ksdesk.domain.products.values import Product
from ksdesk.storage import order_states
from ksdesk.storage.imports.sql import stamp_of
from ksdesk.storage.notes import NoteReader
from ksdesk.storage.orders.refunds import refunds
from ksdesk.storage.session import Session
from ksdesk.storage.several import batches, marks

if TYPE_CHECKING:  # numpy is loaded by the first reading
    from ksdesk.domain.orders.finding import Ints, OrderList, OrderTexts

_KINDS: Final = ("orders", "settlements", "aftersales")  # the imports that the list is made of
_ENDED: Final = """SELECT group_concat(id || order_no || ' ' || case_no || ' ' || outcome
        || coalesce(closed_at, '') || ' ' || coalesce(refund, ''))
    FROM aftersales_file WHERE outcome <> '' AND binned_at IS NULL"""  # and cases by hand
_BATCHES: Final = 1 << 32
_MANY: Final = """SELECT order_no, id FROM order_row WHERE order_no IN
    (SELECT order_no FROM order_row GROUP BY order_no HAVING count(*) > 1) ORDER BY order_no, id"""
_NO_STATE: Final = """SELECT id, coalesce(shipped_at, tracking_no) IS NOT NULL FROM order_row
    WHERE status IS NULL"""
_TEXTS: Final = """SELECT id, coalesce(batch, 0), coalesce(product_name, ''),
    coalesce(spec, '') || char(10) || coalesce(sku_code, ''),
    coalesce(order_no, '') || char(10) || coalesce(tracking_no, ''),
    nullif(trim(coalesce(order_note, '') || char(10) || coalesce(buyer_note, '') || char(10)
        || coalesce(talent_name, '') || char(10) || coalesce(city, ''), char(10)), '')
    FROM order_row"""


class OrderIndexReader:
    """Reads all orders at once. What was read is kept until an import changes it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._list: tuple[str, OrderList] | None = None
        self._texts: tuple[str, OrderTexts, dict[str, int]] | None = None

    def any(self) -> bool:
        """Whether there is an order."""
        with self.session.reading():
            return bool([*self._rows("SELECT 1 FROM order_row LIMIT 1")])

    def to_ship(self) -> array[int]:
        """The leading rows of the orders of which something waits to be shipped."""
        with self.session.reading():
            seen = order_states.states(self.session)
            waits = [status for status in seen if state_of(status) in WAITING]
            sql = f"""SELECT min(id) FROM order_row WHERE order_no IN
                (SELECT order_no FROM order_row WHERE status IN ({marks(waits)}))
                GROUP BY order_no"""
            return array("q", chain.from_iterable(self._rows(sql, waits)))

    def kept(self) -> OrderList | None:
        """The list as it stands where that takes no reading."""
        with self.session.reading():
            stamp = self._list_stamp()
            kept = self._list
            return self._with_short(kept[1]) if kept is not None and kept[0] == stamp else None

    def listed(self) -> OrderList:
        """Every order's number and kind; `completed` adds what it is found by."""
        kept = self.kept()
        if kept is not None:
            return kept
        with self.session.reading():
            stamp, texts = self._list_stamp(), None
            found = self._read_list()
            if self._texts is not None and self._texts[0] == self._stamp("orders"):
                texts = self._texts[1]
            found = replace(found, texts=texts)
            self._list = stamp, found
            return self._with_short(found)

    def completed(self, orders: OrderList) -> OrderList | None:
        """A list with its texts; None where the book has changed since."""
        import numpy as np

        with self.session.reading():
            stamp = self._stamp("orders")
            texts, names = self._read_texts()
            self._texts = stamp, texts, names
        if not np.array_equal(np.sort(texts.numbers), orders.rows):
            return None
        if self._list is not None and self._list[1].rows is orders.rows:
            self._list = self._list[0], replace(self._list[1], texts=texts)
        return replace(orders, texts=texts)

    def _list_stamp(self) -> str:
        (ended,) = self._rows(_ENDED)
        return f"{self._stamp(*_KINDS)} {ended}"

    def _stamp(self, *kinds: str) -> str:
        return " ".join(stamp_of(self.session.db.execute_sql, "main", kind) for kind in kinds)

    # -- the list ----------------------------------------------------------------------------

    def _read_list(self) -> OrderList:
        import numpy as np

        from ksdesk.domain.orders.finding import OrderList

        read = _ints(
            self._rows(
                f"""SELECT id * 64 + {self._state()}, coalesce(paid, 0) FROM order_row
                ORDER BY time DESC, id DESC"""
            )
        )
        ids, kinds = np.divmod(read[::2], 64)
        by_row = np.argsort(ids)
        rows, paid = ids[by_row], read[1::2][by_row]
        for number, shipped in self._rows(_NO_STATE):
            kinds[ids == number] = kind_of("shipped" if shipped else "unknown")
        led: dict[int, int] = {}
        states = dict[int, str]()
        several = self._several()
        if several:
            wanted = np.isin(ids, [row for some in several for row in some])
            pairs = zip(ids[wanted].tolist(), kinds[wanted].tolist(), strict=True)
            states = {number: STATES[kind] for number, kind in pairs}
            self._close_paid_back(several, states)
            led = {row: some[0] for some in several for row in some[1:]}
            stays = ~np.isin(ids, [*led])
            ids, kinds = ids[stays], kinds[stays]
        by_number = np.argsort(ids)
        leads = rows.copy()
        if led:
            leads[np.searchsorted(rows, [*led])] = [*led.values()]
        places = by_number[np.searchsorted(ids[by_number], leads)]
        sums = np.zeros(len(ids), np.int64)
        np.add.at(sums, places, paid)
        found = OrderList(ids, kinds.astype(np.uint8), sums, rows, places)
        for some in several:
            place = found.place_of([some[0]])
            found.kinds[place] = kind_of(joined(tuple(states[row] for row in some)))
        self._add_refunds(found)
        return found

    def _close_paid_back(self, several: Iterable[list[int]], states: dict[int, str]) -> None:
        """A line that was paid back waits for nothing, unless the whole order was."""
        said = [after for after in self._after_sales() if refund_of(None, 0, after) == "whole"]
        sql = f"SELECT id FROM order_row WHERE after_sale IN ({marks(said)})"
        back = set(chain.from_iterable(self._rows(sql, said)))
        for some in several:
            if not back.issuperset(some):
                states.update((row, "closed") for row in some if row in back)

    def _add_refunds(self, orders: OrderList) -> None:
        import numpy as np

        leads, kinds = array("q"), bytearray()
        for lead, refund in self._refunded():
            leads.append(lead)
            kinds.append(kind_of("unknown", refund))
        orders.kinds[orders.place_of(leads)] |= np.frombuffer(kinds, np.uint8)

    def _refunded(self) -> Iterator[tuple[int, str]]:
        """The leading rows of the orders of which something went back, and how much of it."""
        back = refunds(self.session)
        said = [after for after in self._after_sales() if refund_of(None, 0, after)]
        chosen = {*back}
        for some in batches(said):
            sql = f"SELECT order_no FROM order_row WHERE after_sale IN ({marks(some)})"
            chosen.update(chain.from_iterable(self._rows(sql, some)))
        for some in batches([*chosen]):
            lines: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
            sql = f"""SELECT order_no, id, paid, coalesce(after_sale, '') FROM order_row WHERE
                order_no IN ({marks(some)}) ORDER BY id"""
            for row in self._rows(sql, some):
                lines[row[0]].append(row)
            for order_no, rows in lines.items():
                refund = refund_of_lines(back.get(order_no, 0), (row[2:] for row in rows))
                if refund:
                    yield rows[0][1], refund

    def _with_short(self, orders: OrderList) -> OrderList:
        cases = NoteReader(self.session).all(StockCase)
        short = {case.order_no for case in cases if case.order_no and not case.outcome}
        if not short:
            return orders
        sql = f"SELECT min(id) FROM order_row WHERE order_no IN ({marks(short)}) GROUP BY order_no"
        return orders.with_short(chain.from_iterable(self._rows(sql, short)))

    def _state(self) -> str:
        """An SQL expression for the place of a row's state in STATES."""
        cases = "".join(
            f" WHEN '{status.replace(chr(39), chr(39) * 2)}' THEN {kind_of(state_of(status))}"
            for status in order_states.states(self.session)
        )
        return f"CASE status{cases} ELSE 0 END" if cases else "0"

    def _several(self) -> list[list[int]]:
        """The rows of the orders that have more than one."""
        found: dict[str, list[int]] = defaultdict(list)
        for order_no, number in self._rows(_MANY):
            found[order_no].append(number)
        return [*found.values()]

    # -- the texts ---------------------------------------------------------------------------

    def _read_texts(self) -> tuple[OrderTexts, dict[str, int]]:
        """The texts of all rows, and where names of goods stand in them; of rows that were read
        before only what is another one now.
        """
        import numpy as np

        kept, names = self._texts, dict[str, int]()
        if kept is None:
            return _texts(self._rows(_TEXTS), names, Texts([], [], array("l"), ())), names
        _, texts, known = kept
        names.update(known)  # another worker may be at it, too
        found = _ints(self._rows(f"SELECT id * {_BATCHES} + coalesce(batch, 0) FROM order_row"))
        had = texts.numbers * _BATCHES + texts.batches
        changed = np.setdiff1d(found, had) // _BATCHES
        texts = texts.without(~np.isin(had, found))
        for some in batches(changed.tolist()):
            sql = f"{_TEXTS} WHERE id IN ({marks(some)})"
            texts = texts.followed_by(_texts(self._rows(sql, some), names, texts.goods))
        return texts, names

    def _after_sales(self) -> list[str]:
        """What the files call the after-sales of orders."""
        sql = "SELECT DISTINCT after_sale FROM order_row WHERE after_sale IS NOT NULL"
        return [after for (after,) in self._rows(sql)]

    def _rows(self, sql: str, values: Iterable[object] = ()) -> Iterable[tuple[Any, ...]]:
        found: Iterable[tuple[Any, ...]] = self.session.db.execute_sql(sql, tuple(values))
        return found


def _texts(rows: Iterable[tuple[Any, ...]], names: dict[str, int], goods: Texts) -> OrderTexts:
    """The texts of some rows; names of goods that are new are added to `names`."""
    import numpy as np

    from ksdesk.domain.orders.finding import END, OrderTexts

    before, folded = len(names), dict[str, str]()  # the same options stand in many rows
    numbers, batches, bought, texts = array("q"), array("q"), array("q"), list[str]()
    for number, batch, name, option, own, said in rows:
        numbers.append(number)
        batches.append(batch)
        bought.append(names.setdefault(name, len(names)))
        if option not in folded:
            folded[option] = _folded(option)
        texts.append(f"{own.lower()}\n{folded[option]}")
        if said:
            texts[-1] += _folded(said)
    letters = "".join([f"{text.replace(END, ' ')}{END}" for text in texts]).encode()
    found = [found_by(Product(title=name)).partition(SPLIT) for name in [*names][before:]]
    more = Texts(
        [*goods.plain, *(chinese for chinese, _, _ in found)],
        [*goods.latin, *(latin for _, _, latin in found)],
        array("l"),
        (),
    )
    return OrderTexts(
        np.array(numbers, np.int64),
        np.array(batches, np.int64),
        np.frombuffer(letters, np.uint8),
        np.array(bought, np.int64),
        more,
    )


def _folded(lines: str) -> str:
    return "".join(f"{fold(line)}\n" for line in lines.split("\n") if line)


def _ints(rows: Iterable[tuple[Any, ...]]) -> Ints:
    import numpy as np

    return np.fromiter(chain.from_iterable(rows), np.int64)
