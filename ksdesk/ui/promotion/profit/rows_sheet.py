"""The rows behind a number of the profit; they add up to it to the fen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.breakdown import EarnedRow
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, money_text, short_day_text
from ksdesk.ui.promotion.profit.words import ROW_KINDS, said
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest


class RowsSheet(SheetDialog):
    """`of` is the amount that is asked for, "" for what stays of each row."""

    scrolls = True

    def __init__(
        self,
        ctx: Context,
        heading: str,
        of: str,
        read: Callable[[], list[EarnedRow]],
        parent: QWidget,
    ) -> None:
        super().__init__(heading, name="profit-rows", width=720, parent=parent)
        self._of = of
        amount = heading if of else self.tr("Stays before promotion")
        self.model = RowsModel(
            [
                Column("day", self.tr("Day"), lambda r: r.day, short_day_text, width=96),
                Column("order", self.tr("Order"), lambda r: r.order, minimum=160),
                Column("kind", self.tr("What"), lambda r: said(ROW_KINDS[r.kind]), width=88),
                Column("paid", self.tr("Paid"), lambda r: r.sales.paid, money_text, "right", 104),
                Column("amount", amount, self._amount, money_text, "right", width=128, bold=True),
            ],
            key=lambda row: (row.order, row.good, row.kind, row.day),
            parent=self,
        )
        self.table = TableView(self.model, name=heading, parent=self)
        self.table.setMinimumHeight(320)
        self.add(self.table, 1)
        close = MainButton(self.tr("Close"), height=32)
        close.clicked.connect(self.accept)
        self.set_buttons(close)
        Latest(ctx, self).ask(read, done=self._show)

    def _amount(self, row: EarnedRow) -> int | None:
        amount = getattr(row.sales, self._of or "before_ads")
        if self._of == "goods_cost" and amount is not None:
            worth = row.sales.cost_returned
            return None if worth is None else amount - worth
        return None if row.costless and not self._of else amount

    def _show(self, rows: list[EarnedRow]) -> None:
        every = self._of in ("paid", "refunded", "kept")  # known without a cost, too
        counted = [row for row in rows if every or not row.costless]
        self.model.set_rows(counted)
        amounts = [self._amount(row) for row in counted]
        known = sum(amount for amount in amounts if amount is not None)
        text = self.tr("{n} rows, together {sum}")
        self.set_sentence(text.format(n=count_text(len(counted)), sum=money_text(known)))
