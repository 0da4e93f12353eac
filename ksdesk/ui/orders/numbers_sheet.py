"""快递单号: typed, scanned or pasted, one line a parcel, beside the orders they go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.orders.number_tables import tables_of_numbers
from ksdesk.domain.orders.list import ShownOrder
from ksdesk.domain.orders.numbers import Numbered, read_numbers
from ksdesk.domain.orders.queue import ToShip
from ksdesk.ui.orders.words import goods_text
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.drop import TABLE_PATTERNS
from ksdesk.ui.parts.fields import LineField, TextField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.context import Context

MOST = 500  # orders whose goods are named beside their numbers
FAULTS = {
    "no_number": QT_TRANSLATE_NOOP("Orders", "no tracking number"),
    "twice": QT_TRANSLATE_NOOP("Orders", "scanned twice"),
    "no_order": QT_TRANSLATE_NOOP("Orders", "no order left for it"),
}

Row = tuple[str, str, str, str]
"""Order number, goods, what was given, what is wrong with it."""


class NumbersSheet(SheetDialog):
    """`ready(parcels)`: order number, courier and tracking number of each.

    A scanner types and ends with Enter, which begins the next line here. Orders that go `together`
    have one parcel: its number is that of each. Scanning begins at once: the lines have the focus,
    and the `courier` of the last parcels stands there.
    """

    ready = Signal(object)
    scrolls = True

    def __init__(
        self,
        ctx: Context,
        orders: Sequence[ToShip],
        parent: QWidget,
        *,
        together: bool = False,
        courier: str = "",
    ) -> None:
        super().__init__(
            QCoreApplication.translate("Orders", "Tracking numbers"),
            QCoreApplication.translate(
                "Orders", "One line a parcel: scan, type, or paste a column from Excel."
            ),
            name="order-numbers",
            width=880,
            parent=parent,
        )
        self._ctx = ctx
        self._orders = [one.order.order_no for one in orders]
        self._together = together
        self._goods: dict[str, str] = {}
        self.read: tuple[Numbered, ...] = ()
        left = self._make_left(courier)
        self.model = RowsModel(self._columns(), key=_key, parent=self)
        table = TableView(self.model, name=self.tr("Orders and their numbers"), parent=self)
        self.grant(table, 360)
        card = Card(flush=True)
        card.add(table, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 2)
        both.addWidget(card, 3)
        self.add_layout(both, 1)
        self.keep = MainButton(self.tr("Save the numbers"), height=32)
        self.keep.clicked.connect(self._keep)
        leave = self.leave_button()
        self.from_file = SecondButton(self.tr("From a table…"), "import")
        self.from_file.clicked.connect(self._ask_file)
        self.set_buttons(self.keep, leave, self.from_file)
        self._show()
        self.lines.edit.setFocus()
        ids = [one.order.id for one in orders[:MOST]]
        ctx.jobs.run(self, ctx.reader.order_list.rows, ids, done=self._name_goods)

    def _make_left(self, courier: str) -> QVBoxLayout:
        """What is typed."""
        self.courier = LineField(self.tr("Courier"), placeholder=self.tr("SF, YTO …"))
        self.courier.set_text(courier)
        self.lines = TextField(self.tr("Tracking numbers"), rows=9)
        self.lines.edited.connect(self._show)
        hint = self.tr(
            "The numbers go to the orders at the right from the top. A line may also name its"
            " order: order number, tab, tracking number."
        )
        if self._together:
            hint = self.tr("One parcel for all orders at the right: each gets its number.")
        left = QVBoxLayout()
        left.setSpacing(12)
        for widget in (self.courier, self.lines, small(hint, wrap=True)):
            left.addWidget(widget)
        left.addStretch(1)
        return left

    def _columns(self) -> list[Column]:
        return [
            Column("order", self.tr("Order number"), 0, width=144, sort=False),
            Column("goods", self.tr("Product"), 1, minimum=140, sort=False),
            Column("number", self.tr("Tracking number"), 2, width=168, sort=False, second=_fault),
        ]

    def _name_goods(self, orders: Sequence[ShownOrder]) -> None:
        self._goods = {order.order_no: goods_text(order) for order in orders}
        self._show()

    @Slot()
    def _show(self, _text: object = None) -> None:
        """What the lines give to which order."""
        self.read = self._read()
        given: dict[str, dict[str, None]] = {}  # a list has each product of an order
        for one in self.read:
            if not one.fault:
                given.setdefault(one.order_no, {})[one.number] = None
        rows: list[Row] = [
            ("", "", one.text, QCoreApplication.translate("Orders", FAULTS[one.fault]))
            for one in self.read
            if one.fault
        ]
        rows += [
            (order, self._goods.get(order, ""), ", ".join(given.get(order, ())), "")
            for order in self._orders
        ]
        self.model.set_rows(rows)
        fine = sum(len(numbers) for numbers in given.values())
        self.set_sentence(
            self.tr("%n numbers have their order", "", fine)
            if self.read
            else QCoreApplication.translate(
                "Orders", "One line a parcel: scan, type, or paste a column from Excel."
            )
        )
        if fine:
            self.keep.enable()
        else:
            self.keep.disable(self.tr("Scan or paste the first number"))

    def _read(self) -> tuple[Numbered, ...]:
        if not self._together:
            return read_numbers(self.lines.text(), self._orders)
        read = read_numbers(self.lines.text(), self._orders[:1])
        given = (
            replace(one, order_no=order) for order in self._orders for one in read if not one.fault
        )
        return (*given, *(one for one in read if one.fault))

    @Slot()
    def _ask_file(self) -> None:
        kinds = self.tr("Tables ({kinds});;All files (*)").format(kinds=TABLE_PATTERNS)
        title = self.tr("Table with tracking numbers")
        self._ctx.ask.open_files(self, title, kinds, self._read_files)

    def _read_files(self, paths: Sequence[Path]) -> None:
        self._ctx.jobs.run(self, tables_of_numbers, paths, done=self._add, failed=self._not_read)

    def _add(self, lines: Sequence[str]) -> None:
        """What the tables hold of the orders here comes below what is typed."""
        mine = [line for line in lines if line.partition("\t")[0] in self._orders]
        before = self.lines.text().rstrip("\n")
        self.lines.edit.setPlainText("\n".join(filter(None, (before, *mine))))
        if not mine:
            self.lines.set_verdict("warn", self.tr("The table names none of these orders"))

    def _not_read(self, _error: BaseException) -> None:
        said = self.tr("The table needs columns with order number and tracking number")
        self.lines.set_verdict("bad", said)

    @Slot()
    def _keep(self) -> None:
        courier = self.courier.text().strip()
        self.ready.emit(
            [
                (one.order_no, one.courier or courier, one.number)
                for one in self.read
                if not one.fault
            ]
        )


def _key(row: Row) -> tuple[str, str]:
    return row[0], row[2] if not row[0] else ""


def _fault(row: Row) -> str:
    return row[3]
