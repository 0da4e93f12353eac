"""One order at the right of the list: its lines, its money, its cases."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.orders.list import (
    CaseLine,
    MoneyLine,
    OnItsWay,
    OrderLine,
    ShownOrder,
    WholeOrder,
)
from ksdesk.ui.orders.desk import ShippingDesk
from ksdesk.ui.orders.files_sheet import OrderSheet
from ksdesk.ui.orders.words import MONEY, REFUNDS, STATE_KINDS, STATES, said, went_back
from ksdesk.ui.parts.buttons import IconButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import Divider, body, heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import (
    NOTHING,
    count_text,
    day_text,
    moment_text,
    money_text,
    short_day_text,
    signed_money_text,
    yuan_text,
)
from ksdesk.ui.shell.latest import Latest


class OneOrder(Card):
    """All that the book knows of an order. `closed` when it is not wanted any more."""

    closed = Signal()

    def __init__(self, desk: ShippingDesk, order_no: str, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.desk, self.ctx, self.order_no = desk, desk.ctx, order_no
        self._latest = Latest(self.ctx, self)
        close = IconButton("close", self.tr("Close the order"))
        close.clicked.connect(self.closed)
        self.set_title(self.tr("Order {end}").format(end=order_no[-4:]))
        self.add_action(close)
        self.area = PageScroll(self)
        self.area.body.setContentsMargins(15, 12, 15, 12)
        self.area.body.setSpacing(8)
        self.add(self.area, 1)
        self.refresh()

    def refresh(self) -> None:
        """Read the order again."""
        self._latest.ask(self.ctx.reader.order_list.whole, self.order_no, done=self.show_order)

    def show_order(self, whole: WholeOrder | None) -> None:
        """Show what was read; an order that is gone closes."""
        if whole is None:
            self.closed.emit()
            return
        while item := self.area.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for part in self._parts(whole):
            self.area.add(part)
        self.area.body.addStretch(1)

    def _parts(self, whole: WholeOrder) -> list[QWidget]:
        parts = [self._head(whole), *self._together(whole.order), Divider()]
        for line in whole.order.lines:
            parts.append(self._goods(line))
            if line.waits and not line.gift and not whole.order.stock_case:
                case = TextButton(self.tr("Not there: what now ›"), small=True, inline=True)
                case.clicked.connect(partial(self.desk.begin_case, whole.order, line))
                parts.append(_at_left(case))
        if whole.order.stock_case:
            way = TextButton(self.tr("Out of stock: go on ›"), small=True, inline=True, tone="bad")
            way.clicked.connect(partial(self.desk.go_on_with_case, whole.order.stock_case))
            parts.append(_at_left(way))
        parts += [Divider(), heading(self.tr("Money"))]
        if whole.order.refund:
            back, paid = went_back(whole.order), yuan_text(whole.order.paid)
            text = self.tr("{amount} of {paid} refunded")
            if back is None:
                text = self.tr("A part of {paid} was refunded; no file says how much")
            text = text.format(amount=yuan_text(back), paid=paid)
            parts.append(small(text, tone="warn", wrap=True))
        parts += map(self._money, whole.money)
        if whole.on_its_way is not None:
            parts.append(small(self._expected(whole.on_its_way), wrap=True))
        elif not any(line.kind == "settled" for line in whole.money):
            parts.append(small(self.tr("Not settled in any imported file"), wrap=True))
        if whole.cases:
            parts += [Divider(), heading(self.tr("After-sales")), *map(self._case, whole.cases)]
        files = TextButton(self.tr("All that the files say ›"), small=True, inline=True)
        files.clicked.connect(self.show_files)
        foot = QWidget()
        flow = FlowLayout(foot, spacing=16)
        case = TextButton(self.tr("Note an after-sales case ›"), small=True, inline=True)
        case.clicked.connect(self.note_case)
        flow.addWidget(files)
        flow.addWidget(case)
        return [*parts, Divider(), foot]

    def _together(self, order: ShownOrder) -> list[QWidget]:
        """The offer of one parcel with the buyer's other orders."""
        group = self.desk.queue.together(order.id)
        if not group:
            return []
        ends = [one.order.order_no[-4:] for one in group if one.order.id != order.id]
        text = self.tr("The same buyer waits for {ends}, too. Compare the addresses first.")
        offer = TextButton(self.tr("Ship in one parcel ›"), small=True, inline=True)
        offer.clicked.connect(partial(self.desk.number_together, group))
        told = small(text.format(ends=self.tr(", ").join(ends)), wrap=True)
        return [told, _at_left(offer)]

    def _expected(self, on_its_way: OnItsWay) -> str:
        """When the money is expected, and on what that rests."""
        if on_its_way.day is None:
            return self.tr("On its way; the day is not known: no earlier order was settled yet")
        day = day_text(on_its_way.day)
        late = on_its_way.day < self.ctx.clock().date()
        text = self.tr("On its way, expected about {day}")
        if late:
            text = self.tr("Was expected about {day}, and is in no imported settlement")
        parts = [text.format(day=day)]
        days = self.tr("%n days", "", on_its_way.days)
        basis = {
            "shipped": self.tr("{days} after shipping, the median of {orders} settled orders"),
            "paid": self.tr("{days} after payment, the median of {orders} settled orders"),
            "ordered": self.tr("{days} after the order, the median of {orders} settled orders"),
        }[on_its_way.since]
        parts.append(basis.format(days=days, orders=count_text(on_its_way.orders)))
        return "\n".join(parts)

    def _head(self, whole: WholeOrder) -> QWidget:
        order = whole.order
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Pill(said(STATES[order.state]), STATE_KINDS[order.state]))
        if order.refund:
            row.addWidget(Pill(said(REFUNDS[order.refund]), "warn"))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(body(order.order_no, select=True))
        facts = [
            (self.tr("Ordered {at}"), order.at),
            (self.tr("Paid {at}"), order.paid_at),
            (self.tr("Shipped {at}"), order.shipped_at),
        ]
        for text, at in facts:
            if at is not None:
                column.addWidget(small(text.format(at=moment_text(at))))
        for number in order.tracking:
            column.addWidget(small(f"{order.courier} {number}".strip(), select=True))
        return head

    def _goods(self, line: OrderLine) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        pieces = count_text(1 if line.quantity is None else line.quantity)
        grid.addWidget(body(line.name or line.product_id or NOTHING, wrap=True), 0, 0)
        grid.addWidget(body(money_text(line.paid)), 0, 1)
        gift = self.tr("gift") if line.gift else ""
        told = " · ".join(filter(None, (line.spec, f"×{pieces}", line.code, gift)))
        grid.addWidget(small(told, wrap=True), 1, 0, 1, 2)
        if line.after_sale:
            grid.addWidget(small(line.after_sale, tone="warn"), 2, 0, 1, 2)
        return holder

    def _money(self, line: MoneyLine) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        day = short_day_text(line.at.date()) if line.at is not None else NOTHING
        row.addWidget(small(day))
        row.addWidget(small(line.said or said(MONEY[line.kind]), elide=True), 1)
        row.addWidget(body(signed_money_text(line.fen)))
        return holder

    def _case(self, case: CaseLine) -> QWidget:
        said_by = case.number or self.tr("Noted by hand")
        amount = "" if case.refund is None else yuan_text(case.refund)
        until = ""
        if case.expires_at is not None:
            until = self.tr("until {at}").format(at=moment_text(case.expires_at))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        way = TextButton(f"{said_by} ›", small=True, inline=True)
        way.clicked.connect(partial(self.ctx.navigate, "aftersales", case.name))
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        told = " · ".join(filter(None, (case.kind, case.state, amount, until)))
        if told:
            column.addWidget(small(told, wrap=True))
        return holder

    @Slot()
    def note_case(self) -> None:
        """A case by hand, of this order."""
        self.ctx.navigate("aftersales", f"new:{self.order_no}")

    @Slot()
    def show_files(self) -> None:
        """Every field of the order as the files have it."""
        self.sheet = OrderSheet(self.ctx, self.order_no, self)
        self.sheet.open()


def _at_left(button: TextButton) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return holder
