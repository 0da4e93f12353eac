"""The rows behind a number of the profit; they add up to it to the fen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.breakdown import Behind, EarnedRow
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.exports.tables import CellKind
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, counted, money_text, short_day_text
from ksdesk.ui.promotion.profit.table_out import amount_of
from ksdesk.ui.promotion.profit.words import ROW_KINDS, said
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

FIELDS = {"orders": "paid", "earlier": "refunded", "left_out": "kept", "estimated": "kept"}
LESS_COSTS = {"net": "before_ads", "after": "before_ads"}
"""The amounts of an order that other numbers are made of; from the latter costs are taken off."""
COSTLESS_TOO = ("paid", "refunded", "kept", *FIELDS)
"""Amounts that are known of goods without a cost, too."""


@dataclass(frozen=True)
class RowBehind:
    """One row as it is shown, with its place among all."""

    place: int
    day: date
    name: str
    kind: str
    paid: int | None
    fen: int | None
    order: str = ""


class RowsSheet(SheetDialog):
    """`of` is the number that is asked for, as in `ksdesk.actions.promotion.behind`; of an order a
    double click opens it."""

    scrolls = True

    def __init__(
        self, ctx: Context, heading: str, of: str, read: Callable[[], Behind], parent: QWidget
    ) -> None:
        super().__init__(heading, name="profit-rows", width=720, parent=parent)
        self._ctx, self._of = ctx, of
        amount = self.tr("Stays") if of in ("before_ads", *LESS_COSTS) else self.tr("Amount")
        self.model = RowsModel(
            [
                Column("day", self.tr("Day"), lambda r: r.day, short_day_text, width=96),
                Column("order", self.tr("Order or cost"), lambda r: r.name, minimum=160),
                Column("kind", self.tr("What"), lambda r: r.kind, width=88),
                Column("paid", self.tr("Paid"), lambda r: r.paid, money_text, "right", 104),
                Column(
                    "amount", amount, lambda r: r.fen, money_text, "right", width=128, bold=True
                ),
            ],
            key=lambda row: row.place,
            parent=self,
        )
        self.table = TableView(self.model, name=heading, parent=self)
        self.grant(self.table, 320)
        self.table.opened.connect(self._open_order)
        self.add(self.table, 1)
        close = MainButton(self.tr("Close"), height=32)
        close.clicked.connect(self.accept)
        self.export_button = ExportButton(ctx, heading, self._table, choice=False, parent=self)
        self.export_button.ways.said = self.set_sentence
        self.set_buttons(close, self.export_button)
        Latest(ctx, self).ask(read, done=self._show)

    def _lines(
        self, behind: Behind
    ) -> Iterator[tuple[date, str, str, int | None, int | None, str]]:
        for row in behind.orders:
            if self._of in COSTLESS_TOO or not row.costless:
                yield (
                    *(row.day, row.order, said(ROW_KINDS[row.kind]), row.sales.paid),
                    *(self._amount(row), row.order),
                )
        sign = -1 if self._of in LESS_COSTS else 1
        for cost in behind.spends:
            name = cost.name or self.tr("Reports name no campaign")
            yield cost.day, name, self.tr("promotion"), None, sign * cost.fen, ""
        for cost in behind.monthly:
            yield cost.day, cost.name, self.tr("own cost"), None, sign * cost.fen, ""

    def _amount(self, row: EarnedRow) -> int | None:
        return amount_of(row, {**FIELDS, **LESS_COSTS}.get(self._of, self._of))

    def _show(self, behind: Behind) -> None:
        rows = [RowBehind(place, *line) for place, line in enumerate(self._lines(behind))]
        self.model.set_rows(rows)
        unknown = sum(row.fen is None for row in rows)
        known = sum(row.fen for row in rows if row.fen is not None)
        if self._of == "orders":
            one, many = self.tr("1 order, together {sum}"), self.tr("{n} orders, together {sum}")
        elif unknown:
            one = self.tr("1 row, of which it is not known")
            many = self.tr("{n} rows, together {sum}; of {unknown} of them it is not known")
        else:
            one, many = self.tr("1 row, together {sum}"), self.tr("{n} rows, together {sum}")
        text = counted(len(rows), one, many)
        self.set_sentence(text.format(sum=money_text(known), unknown=count_text(unknown)))

    def _table(self, _filtered: bool) -> Sheet:
        kinds: tuple[CellKind, ...] = ("day", "id", "text", "money", "money")
        columns = (
            ExportColumn(column.name, column.title, kind)
            for column, kind in zip(self.model.columns, kinds, strict=True)
        )
        rows = [(row.day, row.name, row.kind, row.paid, row.fen) for row in self.model.rows]
        return Sheet(self.title_label.text(), tuple(columns), rows)

    @Slot(object)
    def _open_order(self, row: RowBehind) -> None:
        if row.order:
            self.accept()
            self._ctx.navigate("orders", row.order)
