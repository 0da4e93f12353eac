"""The card with the table of orders and its foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ksdesk.domain.orders.list import FoundOrders, ShownOrder
from ksdesk.domain.orders.queue import SOON, ShippingQueue, ToShip
from ksdesk.domain.orders.states import state_of
from ksdesk.ui.orders.words import (
    CHECKS,
    SHOWN,
    STATE_KINDS,
    STATES,
    checks_done,
    checks_text,
    due_text,
    goods_text,
    group_text,
    is_checked,
    left_text,
    said,
    state_text,
)
from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.table import Column, Head
from ksdesk.ui.parts.texts import NOTHING, count_text, money_text, short_moment_text, yuan_text
from ksdesk.ui.shell.asked_list import AskedList, Rows
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of

NARROW, NARROW_QUEUE = 740, 900  # px of the card at 100 % below which columns leave
NARROW_LEAVE = {"at", "checks", "parcel"}
NEXT = "next"
# The columns of what is to be shipped, instead of the others.
QUEUE = {"left", "checks", "parcel", NEXT}
OTHERS = {"state", "at"}


class OrderTable(AskedList):
    """The rows of some orders by their numbers; `chosen(order or None)` when that moves,
    `next_asked(waiting)` for what is done next with one that is to be shipped."""

    chosen = Signal(object)
    next_asked = Signal(object)

    def __init__(
        self, ctx: Context, buttons: tuple[Button, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, parent)
        self._queue: dict[int, ToShip] = {}
        self._waiting = ShippingQueue()
        self._queued = False
        self.make_table(self._columns(), _number, self.tr("Orders"))
        self.table.chosen.connect(self.chosen)
        self.table.clicked.connect(self._clicked)
        self.add_footer((self.count,), buttons)

    def read(self) -> Callable[[Sequence[int]], Rows]:
        return self.ctx.reader.order_list.rows

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

    def show_found(
        self, found: FoundOrders, total: int | None, *, anew: bool, then: Callable[[], None]
    ) -> None:
        """Show what was found (see `show_rows`). *total* is None as long as nobody has counted."""

        def shown() -> None:
            self._say_count(found, total)
            then()

        self.show_rows(found.ids, anew=anew, then=shown)

    def heads(self, ids: Sequence[int]) -> Mapping[int, Head]:
        """Under what the orders that are to be shipped stand, and how many of them."""
        found: dict[int, Head] = {}
        if not self._queued:
            return found
        place, tone = 0, {"late": "bad", "blocked": "bad", "urged": "warn", "today": "warn"}
        waiting = [self._queue.get(number) for number in ids]
        for name, group in groupby(waiting, lambda one: "" if one is None else one.group):
            some = [*group]
            if last := some[-1]:
                count = self.tr("%n orders", "", len(some))
                found[place] = Head(group_text(name, last), tone.get(name, "text"), count)
            place += len(some)
        return found

    def _say_count(self, found: FoundOrders, total: int | None) -> None:
        text = ""
        if total is not None and found.paid is not None:
            text = self.tr("{shown} of {total} orders shown · {paid} paid")
            if total == 1:
                text = self.tr("{shown} of 1 order shown · {paid} paid")
            text = text.format(
                shown=count_text(len(found.ids)),
                total=count_text(total),
                paid=yuan_text(found.paid),
            )
        self.count.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide()

    def _hide(self) -> None:
        hidden = OTHERS if self._queued else QUEUE
        least = NARROW_QUEUE if self._queued else NARROW
        narrow = self.width() < theme_of(self).px(least)
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
                second_tone=self._due_tone,
                meter=self._meter,
            ),
            Column("order_no", self.tr("Order number"), _order_no, width=160, sort=False),
            Column(
                "goods", self.tr("Product"), goods_text, minimum=160, sort=False, badge=self._short
            ),
            Column("paid", self.tr("Paid ¥"), _paid, money_text, "right", 88, sort=False),
            Column(
                "checks", self.tr("Checks"), self._checks, width=88, sort=False, boxes=self._boxes
            ),
            Column("parcel", self.tr("Tracking number"), self._parcel, width=136, sort=False),
            Column(NEXT, "", self._next, None, "right", 80, sort=False, tone=_next_tone),
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
        if one.promise.basis == "blocked":
            said_by = (line.status for line in order.lines if state_of(line.status) == "blocked")
            return next(said_by, self.tr("the platform stops it"))
        return due_text(one, self.ctx.clock(), len(self._waiting.together(order.id)))

    def _due_tone(self, order: ShownOrder) -> str:
        """A parcel that nobody picked up in time stands out."""
        one = self._queue.get(order.id)
        by = None if one is None else one.pickup_by
        return "bad" if by is not None and by < self.ctx.clock() else "muted"

    def _checks(self, order: ShownOrder) -> str | None:
        one = self._queue.get(order.id)
        return None if one is None else checks_text(one)

    def _boxes(self, order: ShownOrder) -> tuple[int, int] | None:
        one = self._queue.get(order.id)
        return None if one is None else (checks_done(one), len(CHECKS))

    def _meter(self, order: ShownOrder) -> tuple[float, str] | None:
        one = self._queue.get(order.id)
        gone = None if one is None else one.gone(self.ctx.clock())
        if gone is None:
            return None
        tone = self._left_tone(order)
        return gone, "series_6" if tone == "text" else tone

    def _next(self, order: ShownOrder) -> str:
        """What is done with it next."""
        one = self._queue.get(order.id)
        if one is None or one.done or one.promise.basis == "blocked":
            return ""
        if order.stock_case:
            return self.tr("Deal with it ›")
        return self.tr("Number ›") if is_checked(one) else self.tr("Check ›")

    def _short(self, order: ShownOrder) -> tuple[str, str] | None:
        return ("bad", said(SHOWN["short"])) if order.stock_case else None

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        order = self.model.row(index.row())
        if order is None or self.model.columns[index.column()].name != NEXT:
            return
        if self._next(order):
            self.next_asked.emit(self._queue[order.id])

    def _parcel(self, order: ShownOrder) -> str | None:
        one = self._queue.get(order.id)
        return ", ".join(parcel.number for parcel in one.parcels) or None if one else None


def _next_tone(order: ShownOrder) -> str:
    return "bad" if order.stock_case else "accent_text"


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
