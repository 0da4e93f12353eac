"""Who opens the sheets of shipping and writes what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ksdesk.actions.orders import shipping
from ksdesk.domain.changes import Changes
from ksdesk.domain.orders.queue import ShippingQueue, ToShip
from ksdesk.ui.orders.check_sheet import CheckSheet
from ksdesk.ui.orders.hours_sheet import HoursSheet
from ksdesk.ui.orders.notice_sheet import NoticeSheet
from ksdesk.ui.orders.numbers_sheet import NumbersSheet
from ksdesk.ui.orders.picking_sheet import PickingSheet
from ksdesk.ui.orders.table_out import numbers_table
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved


class ShippingDesk(QObject):
    """Holds the open sheet, and the `queue` as it was last read."""

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self.page = ctx, page
        self.queue = ShippingQueue()
        self.sheet: SheetDialog | None = None

    def open(self, sheet: SheetDialog) -> None:
        """Show a sheet; the one before it goes."""
        if self.sheet is not None and isValid(self.sheet):
            self.sheet.hide()
            self.sheet.deleteLater()
        self.sheet = sheet
        sheet.open()

    @Slot()
    def ask_hours(self) -> None:
        """The sheet for the hours of the two clocks."""
        sheet = HoursSheet(self.queue.hours, self.page)
        sheet.ready.connect(self._set_hours)
        self.open(sheet)

    def _set_hours(self, hours: Mapping[str, int | None]) -> None:
        self.write(self.tr("Hours of shipping"), shipping.set_hours, hours, self.ctx.clock())

    def check(self, orders: Sequence[ToShip]) -> None:
        """The sheet for the five checks of some orders."""
        if orders:
            sheet = CheckSheet(orders, self.page)
            sheet.ready.connect(self._check)
            self.open(sheet)

    def _check(self, order_nos: Sequence[str], on: Sequence[str], off: Sequence[str]) -> None:
        def say(_changes: Changes) -> None:
            text = self.tr("Checks of %n orders are noted", "", len(order_nos))
            self.ctx.notice(text, undo=True)

        self.write(self.tr("Check before shipping"), shipping.check, order_nos, on, off, done=say)

    def number(self, orders: Sequence[ToShip]) -> None:
        """The sheet for numbers of parcels: of some orders, or of all that have none."""
        wanted = [one for one in orders or self.queue.rows if one.promise.basis != "blocked"]
        if not orders:
            wanted = [one for one in wanted if not one.done]
        if not wanted:
            self.ctx.notice(self.tr("Every order that may be shipped has its number"))
            return
        sheet = NumbersSheet(self.ctx, wanted, self.page)
        sheet.ready.connect(self._number)
        self.open(sheet)

    def _number(self, parcels: Sequence[tuple[str, str, str]]) -> None:
        def say(_changes: Changes) -> None:
            text = self.tr("%n tracking numbers are noted", "", len(parcels))
            self.ctx.notice(text, undo=True)

        now = self.ctx.clock()
        self.write(self.tr("Tracking numbers"), shipping.number, parcels, now, done=say)

    def to_send(self) -> list[ToShip]:
        """The orders whose numbers are noted and went into no file for the platform yet."""
        return [one for one in self.queue.rows if one.done and not one.sent]

    @Slot()
    def save_numbers(self) -> None:
        """Ask where to, then write the table of tracking numbers for the platform."""
        wanted = self.to_send()
        if not wanted:
            self.ctx.notice(self.tr("No tracking number waits to be sent to the platform"))
            return
        day = self.ctx.clock().strftime("%Y-%m-%d %H%M")
        name = f"{self.tr('Tracking numbers to upload')} {day}.xlsx"
        title = self.tr("Save the table for batch shipping")
        kinds = self.tr("Excel workbooks") + " (*.xlsx);;CSV (*.csv)"
        done = partial(self._write_numbers, wanted)
        self.ctx.ask.save_file(self.page, title, name, kinds, done)

    def _write_numbers(self, wanted: Sequence[ToShip], target: Path) -> None:
        from ksdesk.actions import exports

        known = target.suffix.lower() in (".xlsx", ".csv")
        path = target if known else target.with_name(f"{target.name}.xlsx")
        numbers = [one.order.order_no for one in wanted]
        done = partial(self._numbers_written, numbers, path.parent)
        self.ctx.jobs.run(self, exports.write, path, numbers_table(wanted), done=done)

    def _numbers_written(self, numbers: Sequence[str], folder: Path, _written: object) -> None:
        said = self.tr(
            "%n orders are in the table. Its shape is not confirmed: compare it with the template"
            " of the platform before you upload it.",
            "",
            len(numbers),
        )
        text, now = self.tr("Tracking numbers to upload"), self.ctx.clock()
        self.write(text, shipping.sent, numbers, now)
        say_saved(self.ctx, said, folder)

    @Slot()
    def pick(self) -> None:
        """The picking list of what may be shipped and has no number yet."""
        ids = [
            one.order.id
            for one in self.queue.rows
            if not one.done and one.promise.basis != "blocked"
        ]
        self.open(PickingSheet(self.ctx, ids, self.page))

    def announce(self, orders: Sequence[ToShip]) -> None:
        """The sheet for a delay that was announced."""
        if orders:
            sheet = NoticeSheet(orders, self.ctx.clock(), self.page)
            sheet.ready.connect(self._announce)
            self.open(sheet)

    def _announce(self, order_nos: Sequence[str], until: datetime | None) -> None:
        self.write(self.tr("Announced delay"), shipping.announce, order_nos, until)

    def take_numbers_back(self, orders: Sequence[ToShip]) -> None:
        """The orders have no parcels after all."""
        numbers = [one.order.order_no for one in orders if one.done]
        if numbers:
            self.write(self.tr("Take numbers back"), shipping.take_numbers_back, numbers)
            self.ctx.notice(self.tr("The tracking numbers are taken off"), undo=True)

    def write(
        self,
        text: str,
        action: Callable[..., Changes],
        *args: Any,
        done: Callable[[Changes], None] | None = None,
    ) -> None:
        """One step that can be undone; the open sheet closes."""
        if self.sheet is not None:
            self.sheet.accept()
        self.ctx.write(self, text, action, *args, done=done)
