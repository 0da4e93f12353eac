"""What answers the search over the orders, from what of them is read so far."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ksdesk.domain.orders.list import FoundOrders, OrderQuery
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

if TYPE_CHECKING:  # it brings numpy, which the first reading loads
    from ksdesk.domain.orders.finding import OrderList


class OrderFinder(QObject):
    """Answers `query` as soon as all is here that it needs. What is to be shipped needs nothing
    else; the other orders, and what they are found by, are read in a worker.

    `found(query, found, total)`, `total` None as long as nobody has counted; `failed(error)`.
    """

    found = Signal(object, object, object)
    failed = Signal(object)

    def __init__(self, ctx: Context, query: Callable[[], OrderQuery], parent: QObject) -> None:
        super().__init__(parent)
        self.orders: OrderList | None = None
        self._index, self._query = ctx.reader.order_index, query
        self._reading = Latest(ctx, self)
        self._to_ship: Sequence[int] = ()
        self._unread = False  # the orders, or what they are found by

    def begin(self, orders: OrderList | None, to_ship: Sequence[int], *, some: bool) -> None:
        """The book is another one: `orders` are there where that took no reading, `to_ship` are
        the leading rows of those to be shipped as they fall due; `some`: there is an order.
        """
        self._reading.drop()
        self.orders, self._to_ship, self._unread = orders, to_ship, some
        if some:
            self.answer()

    @Slot()
    def answer(self) -> None:
        """Say what is found, now or once it is read."""
        orders, query, first = self.orders, self._query(), self._to_ship
        if orders is not None and orders.ready_for(query):
            self.found.emit(query, orders.find(query, first), len(orders))
        elif orders is None and query == OrderQuery():
            self.found.emit(query, FoundOrders(array("q", first), {"to_ship": len(first)}), None)
        else:
            self.read_on()

    def read_on(self) -> None:
        """Read what is not there yet, the orders and then what they are found by. It takes its
        time: best once the rows in sight are there.
        """
        if not self._unread or self._reading.waiting:
            return
        if self.orders is None:
            self._reading.ask(self._index.listed, done=self._take, failed=self.failed.emit)
        elif self.orders.texts is None:
            read = partial(self._index.completed, self.orders)
            self._reading.ask(read, done=self._take, failed=self.failed.emit)
        else:
            self._unread = False

    def _take(self, orders: OrderList | None) -> None:
        """Without one the book has changed since, and is about to be read again."""
        if orders is None:
            self._unread = False
            return
        self.orders = orders
        self.answer()
