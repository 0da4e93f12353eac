"""拣货单: what is to be taken off the shelf, by product and option, to print or to take along."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.orders.list import ShownOrder
from ksdesk.domain.orders.picking import PickLine, picked
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.orders.table_out import picked_headers, picking_table
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import count_text, moment_text
from ksdesk.ui.shell.context import Context

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ksdesk.exports import Sheet

MOST = 2_000  # lines that are printed; a longer list is for a table


class PickingSheet(SheetDialog):
    """The list of what the orders of some leading rows need."""

    scrolls = True

    def __init__(self, ctx: Context, ids: Sequence[int], parent: QWidget) -> None:
        super().__init__("", name="order-picking", width=720, parent=parent)
        self.title_label.setText(self.tr("Picking list"))
        self.setWindowTitle(self.tr("Picking list"))
        self.ctx = ctx
        self.lines: tuple[PickLine, ...] = ()
        titles = picked_headers()
        self.model = RowsModel(
            [
                Column("name", titles[0], _name, minimum=200, second=_spec),
                Column("code", titles[2], _code, width=136, tone="muted"),
                Column("pieces", titles[3], _pieces, count_text, "right", 72, bold=True),
                Column("orders", titles[4], _orders, count_text, "right", 72),
            ],
            key=_key,
            parent=self,
        )
        table = TableView(
            self.model,
            name=self.tr("Picking list"),
            empty=self.tr("Nothing is to be picked: every order has its number"),
            parent=self,
        )
        self.add_table(table)
        self.print_button = MainButton(self.tr("Print"), "print", height=32)
        self.print_button.clicked.connect(self._ask_printer)
        self.export_button = ExportButton(
            ctx, self.tr("Picking list"), self._sheet, choice=False, parent=self
        )
        self.export_button.ways.said = self.set_sentence
        leave = SecondButton(self.tr("Close"))
        leave.clicked.connect(self.reject)
        self.set_buttons(self.print_button, leave, self.export_button)
        ctx.jobs.run(self, ctx.reader.order_list.rows, ids, done=self._show)

    def _show(self, orders: Sequence[ShownOrder]) -> None:
        self.lines = picked(orders)
        self.model.set_rows(self.lines)
        pieces = sum(line.pieces for line in self.lines)
        said = self.tr("%Ln orders", "", len(orders)), self.tr("%Ln pieces", "", pieces)
        self.set_sentence(self.tr(", ").join(said))
        if not self.lines:
            self.print_button.disable(self.tr("There is nothing to print"))
        elif len(self.lines) > MOST:
            self.print_button.disable(self.tr("Too long for paper: export it as a table"))

    def _sheet(self, _filtered: bool) -> Sheet:
        return picking_table(self.tr("Picking list"), self.lines)

    @Slot()
    def _ask_printer(self) -> None:
        self.ctx.ask.printer(self, self.tr("Print the picking list"), self._print)

    def _print(self, printer: QPrinter) -> None:
        from ksdesk.ui.parts.paper import Paper, table_html

        rows = [
            (one.name, one.spec, one.code, count_text(one.pieces), count_text(one.orders))
            for one in self.lines
        ]
        title, when = self.tr("Picking list"), moment_text(self.ctx.clock(), year=True)
        html = f"<h1>{escape(title)}</h1>{table_html(picked_headers(), rows, 3)}"
        Paper(title, html, foot=f"{self.sentence_label.text()} · {when}").draw(printer)


def _key(line: PickLine) -> tuple[str, str, str]:
    return line.name, line.spec, line.code


def _name(line: PickLine) -> str:
    return line.name


def _spec(line: PickLine) -> str:
    return line.spec


def _code(line: PickLine) -> str:
    return line.code


def _pieces(line: PickLine) -> int:
    return line.pieces


def _orders(line: PickLine) -> int:
    return line.orders
