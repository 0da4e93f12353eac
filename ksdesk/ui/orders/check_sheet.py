"""发货前检查: the five checks of an order, or of several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.orders.queue import ToShip
from ksdesk.domain.orders.work import CHECKS
from ksdesk.ui.orders import words
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.texts import some_text


class CheckSheet(SheetDialog):
    """`ready(order numbers, ticked, unticked)`. Of several orders a box is ticked where all are."""

    ready = Signal(object, object, object)

    def __init__(self, orders: Sequence[ToShip], parent: QWidget) -> None:
        super().__init__("", name="order-checks", width=480, parent=parent)
        self._orders = [one.order.order_no for one in orders]
        heading = self.tr("Check %n orders before shipping", "", len(orders))
        if len(orders) == 1:
            heading = self.tr("Check order {end} before shipping").format(end=self._orders[0][-4:])
        self.title_label.setText(heading)
        self.setWindowTitle(heading)
        done = [set(one.order.work.checks) if one.order.work else set() for one in orders]
        self._before = set(CHECKS).intersection(*done)
        self.checks = {
            code: Check(words.said(words.CHECKS[code]), code in self._before, self)
            for code in CHECKS
        }
        every = SecondButton(self.tr("Tick all five"), "check")
        every.clicked.connect(self.tick_all)
        if len(orders) > 1:
            self.add(small(some_text(self._orders, len(orders)), wrap=True))
        for check in self.checks.values():
            self.add(check)
        some = sum(1 for one in done if one) if len(orders) > 1 else 0
        if some and set(done[0]) != self._before:
            self.add(small(self.tr("What is ticked for some only is left as it is."), wrap=True))
        keep = MainButton(self.tr("Save the checks"), height=32)
        keep.clicked.connect(self._keep)
        self.set_buttons(keep, every)

    @Slot()
    def tick_all(self) -> None:
        """All five are as they should be."""
        for check in self.checks.values():
            check.setChecked(True)

    @Slot()
    def _keep(self) -> None:
        on = [code for code, check in self.checks.items() if check.isChecked()]
        off = [code for code in self._before if code not in on]
        self.ready.emit(self._orders, on, off)
