"""The orders that are shown, out of the app: as a table, as PDF, on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.domain.orders.list import ShownOrder
from ksdesk.exports.files import replacing
from ksdesk.storage import Reader
from ksdesk.ui.exports.button import ExportMenu
from ksdesk.ui.orders.table_out import orders_table, read_orders
from ksdesk.ui.orders.words import goods_text, state_text, went_back
from ksdesk.ui.parts.paper import Paper, table_html
from ksdesk.ui.parts.texts import (
    counted,
    moment_text,
    money_text,
    short_moment_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ksdesk.exports import Sheet

MOST = 2_000  # orders that are printed; a longer list is for a table
_said = Words("Orders")


def orders_paper(title: str, orders: Sequence[ShownOrder], when: str) -> Paper:
    """The sheet of some orders, at most MOST; the last row is the sum of all."""
    headers = [
        _said(QT_TRANSLATE_NOOP("Orders", "Order number")),
        _said(QT_TRANSLATE_NOOP("Orders", "Ordered")),
        _said(QT_TRANSLATE_NOOP("Orders", "State")),
        _said(QT_TRANSLATE_NOOP("Orders", "Product")),
        _said(QT_TRANSLATE_NOOP("Orders", "Paid ¥")),
        _said(QT_TRANSLATE_NOOP("Orders", "Refunded ¥")),
    ]
    rows = [
        (
            order.order_no,
            "" if order.at is None else short_moment_text(order.at),
            state_text(order),
            goods_text(order),
            money_text(order.paid),
            money_text(went_back(order) or None),
        )
        for order in orders
    ]
    paid = sum(order.paid or 0 for order in orders)
    back = sum(went_back(order) or 0 for order in orders)
    text = counted(
        len(orders),
        QCoreApplication.translate("Orders", "1 order · {paid} paid · {back} refunded"),
        QCoreApplication.translate("Orders", "{n} orders · {paid} paid · {back} refunded"),
    )
    total = text.format(paid=yuan_text(paid), back=yuan_text(back))
    html = f"<h1>{escape(title)}</h1><p>{escape(total)}</p>{table_html(headers, rows, 4)}"
    return Paper(title, html, foot=f"{total} · {when}")


class OrderExport(ExportMenu):
    """The ways out of the list: `shown(True)` are the numbers of what is shown, `shown(False)` of
    every order.
    """

    def __init__(
        self, ctx: Context, owner: QWidget, name: str, shown: Callable[[bool], Sequence[int]]
    ) -> None:
        super().__init__(ctx, owner, name, self._sheet)
        self._shown = shown

    def _sheet(self, filtered: bool) -> Sheet:
        return orders_table(self.name, read_orders(self.ctx.reader, self._shown(filtered)))

    def menu(self) -> QMenu:
        """To a file as everywhere, and what is shown to paper."""
        menu = super().menu()
        menu.addSeparator()
        few = len(self._shown(True)) <= MOST
        for text, do in (
            (self.tr("What is shown, as PDF"), self.save_pdf),
            (self.tr("Print what is shown"), self.print),
        ):
            menu.addAction(text, do).setEnabled(few)
        if not few:
            menu.addAction(self.tr("Too long for paper: export it as a table")).setEnabled(False)
        return menu

    @Slot()
    def save_pdf(self) -> None:
        """Ask where to, and write what is shown as PDF."""
        from ksdesk.exports.tables import file_stem

        whose = file_stem(self.ctx.shop_name, self.name)
        file = f"{whose} {self.ctx.clock().date().isoformat()}.pdf"
        title = self.tr("Save as PDF")
        self.ctx.ask.save_file(
            self.owner, title, file, self.tr("PDF file (*.pdf)"), self._write_pdf
        )

    def _write_pdf(self, path: Path) -> None:
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        when = moment_text(self.ctx.clock(), year=True)
        work = partial(_write_pdf, self.ctx.reader, self._shown(True), self.name, when)
        done = partial(self._saved, target)
        self.ctx.jobs.run(self.owner, work, target, done=done)

    def _saved(self, path: Path, _none: None) -> None:
        say_saved(self.ctx, self.tr("{name} was saved").format(name=path.name), path.parent)

    @Slot()
    def print(self) -> None:
        """Read what is shown, then ask for the printer."""
        work = partial(_read, self.ctx.reader, self._shown(True))
        self.ctx.jobs.run(self.owner, work, done=self._ask_printer)

    def _ask_printer(self, orders: Sequence[ShownOrder]) -> None:
        paper = orders_paper(self.name, orders, moment_text(self.ctx.clock(), year=True))
        self.ctx.ask.printer(self.owner, self.tr("Print the orders"), partial(_draw, paper))


def _read(reader: Reader, ids: Sequence[int]) -> list[ShownOrder]:
    return [*read_orders(reader, ids)]


def _write_pdf(reader: Reader, ids: Sequence[int], title: str, when: str, path: Path) -> None:
    paper = orders_paper(title, _read(reader, ids), when)
    with replacing(path) as fresh:
        paper.write_pdf(fresh)


def _draw(paper: Paper, printer: QPrinter) -> None:
    paper.draw(printer)
