"""The card with the table of orders and its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ksdesk.domain.orders.list import FoundOrders, ShownOrder
from ksdesk.domain.orders.queue import SOON, ShippingQueue, ToShip
from ksdesk.ui.orders.words import (
    CHECKS,
    STATE_KINDS,
    STATES,
    checks_text,
    due_text,
    goods_text,
    left_text,
    said,
    state_text,
)
from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.lazy_rows import AskedRows, LazyModel
from ksdesk.ui.parts.table import Column, TableView
from ksdesk.ui.parts.texts import NOTHING, count_text, money_text, short_moment_text, yuan_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

FIRST = 32  # rows that are read before any is shown
NARROW, NARROW_QUEUE = 740, 900  # px of the card below which columns leave
NARROW_LEAVE = {"at", "checks"}
QUEUE = {"left", "checks", "parcel"}  # the columns of what is to be shipped, instead of the others
OTHERS = {"state", "at"}


class OrderTable(Card):
    """The rows of some orders by their numbers, read in a worker where they are looked at.

    `opened(order)`; `chosen(order or None)` when the selection moves; `cleared` for the way out of
    "nothing matches"; `failed(error)` when rows cannot be read.
    """

    opened = Signal(object)
    chosen = Signal(object)
    cleared = Signal()
    failed = Signal(object)

    def __init__(
        self, ctx: Context, buttons: tuple[Button, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(flush=True, parent=parent)
        self.ctx = ctx
        self._first = Latest(ctx, self)
        self._queue: dict[int, ToShip] = {}
        self._waiting = ShippingQueue()
        self._queued = False
        self.model = LazyModel(self._columns(), key=_number, checkable=True, parent=self)
        self.table = TableView(
            self.model, name=self.tr("Orders"), row_height=44, many=True, parent=self
        )
        self.table.emptied_acted.connect(self.cleared)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self.chosen)
        self.add(self.table, 1)
        self.count = small()
        self.add_footer((self.count,), buttons)

    def set_queue(self, queue: ShippingQueue) -> None:
        """What is known of those that are to be shipped."""
        self._queue = {one.order.id: one for one in queue.rows}
        self._waiting = queue

    def set_queued(self, queued: bool) -> None:
        """Show the columns of what is to be shipped, or those of the other orders."""
        if queued != self._queued:
            self._queued = queued
            self._hide()

    def waiting(self, number: int) -> ToShip | None:
        """What is known of an order that is to be shipped."""
        return self._queue.get(number)

    def order(self, number: int) -> ShownOrder | None:
        """An order of the list that has been read."""
        current = self.table.current_row()
        return current if current is not None and current.id == number else None

    def chosen_numbers(self) -> list[int]:
        """The numbers of the checked orders, else of the chosen rows."""
        keys = self.model.checked() or self.table.selected_keys()
        return list(keys)  # type: ignore[arg-type]

    def show_found(
        self, found: FoundOrders, total: int | None, *, anew: bool, then: Callable[[], None]
    ) -> None:
        """Show what was found once the rows in sight are read, and call `then`; `anew` begins at
        the top, else place and choice stay. `total` is None as long as nobody has counted.
        """
        rows = AskedRows(found.ids, self._ask, self.model.tell_arrived)
        blocks = rows.blocks([*range(FIRST), *(() if anew else self._in_sight())])
        self._first.ask(
            self.ctx.reader.order_list.rows,
            rows.keys_in(blocks),
            done=partial(self._show, rows, blocks, found, total, anew, then),
            failed=self.failed.emit,
        )

    def _in_sight(self) -> Sequence[int]:
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        return range(first, (last if last >= 0 else self.model.rowCount()) + 1)

    def _ask(self, numbers: Sequence[int], done: Callable[[Sequence[ShownOrder]], None]) -> None:
        read = self.ctx.reader.order_list.rows
        self.ctx.jobs.run(self, read, numbers, done=done, failed=self.failed.emit)

    def _show(
        self,
        rows: AskedRows,
        blocks: Sequence[int],
        found: FoundOrders,
        total: int | None,
        anew: bool,
        then: Callable[[], None],
        read: Sequence[ShownOrder],
    ) -> None:
        bar = self.table.verticalScrollBar()
        at, chosen = bar.value(), self.table.selected_keys()
        current = self.model.key_at(self.table.currentIndex().row()) if chosen else None
        rows.take(blocks, read)
        self.table.set_loading(False)
        self.model.set_rows(rows)
        if not anew and current is not None:
            self.table.select_key(current)
        bar.setValue(0 if anew else at)
        self._say_count(found, total)
        then()

    def _say_count(self, found: FoundOrders, total: int | None) -> None:
        text = ""
        if total is not None and found.paid is not None:
            text = self.tr("{shown} of {total} orders shown · {paid} paid").format(
                shown=count_text(len(found.ids)),
                total=count_text(total),
                paid=yuan_text(found.paid),
            )
        self.count.setText(text)

    def ids(self) -> Sequence[int]:
        """The numbers of what is shown, in order."""
        return self.model.keys()  # type: ignore[return-value]

    def select(self, number: int) -> bool:
        """Choose an order and bring it into sight; False if it is not shown."""
        return self.table.select_key(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide()

    def _hide(self) -> None:
        hidden = OTHERS if self._queued else QUEUE
        narrow = self.width() < (NARROW_QUEUE if self._queued else NARROW)
        self.table.set_hidden(hidden | NARROW_LEAVE if narrow else hidden)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "left",
                self.tr("Left"),
                self._left,
                width=208,
                sort=False,
                tone=self._left_tone,
                second=self._due,
            ),
            Column("order_no", self.tr("Order number"), _order_no, width=160, sort=False),
            Column("goods", self.tr("Product"), goods_text, minimum=160, sort=False),
            Column("paid", self.tr("Paid ¥"), _paid, money_text, "right", 88, sort=False),
            Column(
                "checks", self.tr("Checks"), self._checks, width=88, sort=False, tone=self._tick
            ),
            Column("parcel", self.tr("Tracking number"), self._parcel, width=136, sort=False),
            Column(
                "state", self.tr("State"), _state, _state_text, width=120, pill=_pill, sort=False
            ),
            Column("at", self.tr("Ordered"), _at, short_moment_text, width=112, sort=False),
        ]

    def _left(self, order: ShownOrder) -> str | None:
        one = self._queue.get(order.id)
        return None if one is None else left_text(one, self.ctx.clock())

    def _left_tone(self, order: ShownOrder) -> str:
        one = self._queue.get(order.id)
        if one is None or one.promise.due is None:
            return "bad" if one is not None and one.promise.basis == "blocked" else "warn"
        left = one.promise.due - self.ctx.clock()
        return "bad" if left < timedelta(0) else "warn" if left < SOON else "text"

    def _due(self, order: ShownOrder) -> str:
        one = self._queue.get(order.id)
        if one is None:
            return ""
        return due_text(one, self.ctx.clock(), len(self._waiting.together(order.id)))

    def _checks(self, order: ShownOrder) -> str | None:
        one = self._queue.get(order.id)
        return None if one is None else checks_text(one)

    def _tick(self, order: ShownOrder) -> str:
        one = self._queue.get(order.id)
        done = one is not None and one.order.work is not None and len(one.order.work.checks)
        return "good" if done == len(CHECKS) else "muted"

    def _parcel(self, order: ShownOrder) -> str | None:
        one = self._queue.get(order.id)
        return ", ".join(parcel.number for parcel in one.parcels) or None if one else None


def _number(order: ShownOrder) -> int:
    return order.id


def _order_no(order: ShownOrder) -> str:
    return order.order_no or NOTHING


def _paid(order: ShownOrder) -> int | None:
    return order.paid


def _at(order: ShownOrder) -> datetime | None:
    return order.at


def _state(order: ShownOrder) -> str:
    return order.state


def _state_text(state: str) -> str:
    return said(STATES[state])


def _pill(order: ShownOrder) -> tuple[str, str]:
    kind = STATE_KINDS[order.state]
    if order.refund:
        kind = "warn" if order.refund == "part" else "neutral"
    return kind, state_text(order)
