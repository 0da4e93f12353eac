"""Who opens the sheets of shipping and writes what they ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions.orders import shipping
from ksdesk.domain.orders.list import OrderLine, ShownOrder
from ksdesk.domain.orders.queue import ShippingQueue, ToShip
from ksdesk.domain.products import Product
from ksdesk.storage import Reader
from ksdesk.ui.orders.check_sheet import CheckSheet
from ksdesk.ui.orders.hours_sheet import HoursSheet
from ksdesk.ui.orders.notice_sheet import NoticeSheet
from ksdesk.ui.orders.numbers_sheet import NumbersSheet
from ksdesk.ui.orders.picking_sheet import PickingSheet
from ksdesk.ui.orders.table_out import numbers_table, read_orders, shipping_table
from ksdesk.ui.parts.texts import some_text
from ksdesk.ui.products.stock.case_sheet import StockCaseSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved
from ksdesk.ui.shell.sheet_desk import SheetDesk


class ShippingDesk(SheetDesk):
    """The sheets of shipping, and the `queue` as it was last read."""

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(ctx, page)
        self.queue = ShippingQueue()

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
        text = self.tr("Check before shipping")
        said = self.tr("Checks of %n orders are noted", "", len(order_nos))
        self.write(text, shipping.check, order_nos, on, off, said=said)

    def number_together(self, orders: Sequence[ToShip]) -> None:
        """The sheet for the number of one parcel for orders of one buyer."""
        courier = self._last_courier()
        sheet = NumbersSheet(self.ctx, orders, self.page, together=True, courier=courier)
        sheet.ready.connect(self._number)
        self.open(sheet)

    def number(self, orders: Sequence[ToShip]) -> None:
        """The sheet for numbers of parcels: of some orders, or of all that have none."""
        wanted = [one for one in orders if one.promise.basis != "blocked"]
        wanted = wanted if orders else self._unsent()
        if not wanted:
            self.ctx.notice(self.tr("Every order that may be shipped has its number"))
            return
        sheet = NumbersSheet(self.ctx, wanted, self.page, courier=self._last_courier())
        sheet.ready.connect(self._number)
        self.open(sheet)

    def _last_courier(self) -> str:
        """Who took the last parcel, of those that still wait for the platform."""
        every = (parcel for one in self.queue.rows for parcel in one.parcels)
        last = max(every, key=lambda parcel: parcel.at, default=None)
        return "" if last is None else last.courier

    def _number(self, parcels: Sequence[tuple[str, str, str]]) -> None:
        said, now = self.tr("%n tracking numbers are noted", "", len(parcels)), self.ctx.clock()
        self.write(self.tr("Tracking numbers"), shipping.number, parcels, now, said=said)

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

        path = _with_suffix(target)
        numbers = [one.order.order_no for one in wanted]
        bare = sum(not parcel.courier for one in wanted for parcel in one.parcels)
        done = partial(self._numbers_written, numbers, bare, path.parent)
        self.ctx.jobs.run(self, exports.write, path, numbers_table(wanted), done=done)

    def _numbers_written(
        self, numbers: Sequence[str], bare: int, folder: Path, _written: object
    ) -> None:
        said = self.tr(
            "%n orders are in the table. Its shape is not confirmed: compare it with the template"
            " of the platform before you upload it.",
            "",
            len(numbers),
        )
        if bare:
            said += self.tr(" %n rows name no courier: fill it in there.", "", bare)
        text, now = self.tr("Tracking numbers to upload"), self.ctx.clock()
        self.write(text, shipping.sent, numbers, now)
        say_saved(self.ctx, said, folder)

    def _unsent(self) -> list[ToShip]:
        """What may be shipped and has no number yet."""
        rows = self.queue.rows
        return [one for one in rows if not one.done and one.promise.basis != "blocked"]

    @Slot()
    def pick(self) -> None:
        """The picking list of what may be shipped and has no number yet."""
        self.open(PickingSheet(self.ctx, [one.order.id for one in self._unsent()], self.page))

    @Slot()
    def hand_over(self) -> None:
        """Ask where to, then write the list for who packs at another computer."""
        wanted = self._unsent()
        if not wanted:
            self.ctx.notice(self.tr("Every order that may be shipped has its number"))
            return
        day = self.ctx.clock().strftime("%Y-%m-%d %H%M")
        name = f"{self.tr('To ship')} {day}.xlsx"
        kinds = self.tr("Excel workbooks") + " (*.xlsx);;CSV (*.csv)"
        done = partial(self._write_list, wanted)
        self.ctx.ask.save_file(self.page, self.tr("Save the shipping list"), name, kinds, done)

    def _write_list(self, wanted: Sequence[ToShip], target: Path) -> None:
        title, work = self.tr("To ship"), partial(_write_list, self.ctx.reader, wanted)
        path = _with_suffix(target)
        done = partial(self._list_written, len(wanted), path.parent)
        self.ctx.jobs.run(self, work, title, path, done=done)

    def _list_written(self, count: int, folder: Path, _written: object) -> None:
        said = self.tr(
            "%n orders are in the list. Once couriers and numbers are filled in, bring it back"
            " under Tracking numbers, From a table.",
            "",
            count,
        )
        say_saved(self.ctx, said, folder)

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
            count = len(numbers)
            said = self.tr("The tracking numbers of %n orders are taken off: {orders}", "", count)
            said = said.format(orders=some_text(numbers, count))
            self.write(self.tr("Take numbers back"), shipping.take_numbers_back, numbers, said=said)

    # -- goods that are not there

    def begin_case(self, order: ShownOrder, line: OrderLine) -> None:
        """Goods of an order are not there: the way out of it, as 商品 has it."""
        work = self.ctx.reader.product_list.sold_as
        done = partial(self._begin_case, order, line)
        self.ctx.jobs.run(self, work, line.product_id, line.code, done=done)

    def _begin_case(self, order: ShownOrder, line: OrderLine, number: int) -> None:
        product = Product(id=number, title=" ".join(filter(None, (line.name, line.spec))))
        sheet = StockCaseSheet(self.ctx, product, parent=self.page)
        sheet.order_no.set_text(order.order_no)
        sheet.quantity.set_value(line.quantity or 1)
        self.open(sheet)

    def go_on_with_case(self, number: int) -> None:
        """The open case of an order whose goods are not there."""
        self.open(StockCaseSheet(self.ctx, None, number, self.page))


def _write_list(reader: Reader, wanted: Sequence[ToShip], title: str, path: Path) -> None:
    from ksdesk.actions import exports

    orders = read_orders(reader, [one.order.id for one in wanted])
    exports.write(path, shipping_table(title, wanted, orders))


def _with_suffix(target: Path) -> Path:
    known = target.suffix.lower() in (".xlsx", ".csv")
    return target if known else target.with_name(f"{target.name}.xlsx")
