"""报备: until when a delay of some orders was announced to the platform."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.calendar import DayError, parse_moment
from ksdesk.domain.orders.queue import ToShip
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.texts import some_text


class NoticeSheet(SheetDialog):
    """`ready(order numbers, until)`, None where no delay was announced after all."""

    ready = Signal(object, object)

    def __init__(self, orders: Sequence[ToShip], now: datetime, parent: QWidget) -> None:
        super().__init__(
            "",
            self.tr("It counts where the order itself names no moment."),
            name="order-notice",
            width=480,
            parent=parent,
        )
        heading = self.tr("A delay was announced for %n orders", "", len(orders))
        self.title_label.setText(heading)
        self.setWindowTitle(heading)
        self._orders = [one.order.order_no for one in orders]
        self.add(small(some_text(self._orders, len(orders)), wrap=True))
        before = orders[0].order.notice_until
        self.until = LineField(self.tr("Shipped at the latest"), placeholder="2026-11-20 18:00")
        until = before or max(now, orders[0].promise.due or now) + timedelta(days=1)
        self.until.set_text(until.strftime("%Y-%m-%d %H:%M"))
        self.add(self.until)
        self.keep = MainButton(self.tr("Save"), height=32)
        self.keep.clicked.connect(self._keep)
        none = SecondButton(self.tr("None was announced"))
        none.clicked.connect(self._none)
        self.set_buttons(self.keep, none)

    @Slot()
    def _keep(self) -> None:
        try:
            until = parse_moment(self.until.text())
        except DayError:
            self.until.set_verdict("bad", self.tr("Day and time, such as 2026-11-20 18:00"))
            return
        self.ready.emit(self._orders, until)

    @Slot()
    def _none(self) -> None:
        self.ready.emit(self._orders, None)
