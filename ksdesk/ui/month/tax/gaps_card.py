"""差在哪: the orders behind a difference between platform and book; they add up to it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.month import Cell, OrderGap, QuarterCheck
from ksdesk.ui.month.tax.lines import GAPS, cell_name
from ksdesk.ui.month.words import said
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar, FilterChip
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import money_text, short_day_text, signed_money_text

MOST = 8  # rows before the table scrolls by itself


class GapsCard(Card):
    """`order_wanted(number)` when an order is to be seen, `reason_wanted` for own words."""

    order_wanted = Signal(str)
    reason_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where they differ"), flush=True, parent=parent)
        self.check: QuarterCheck | None = None
        self.chips: ChipBar | None = None
        self._top = QVBoxLayout()
        self._top.setContentsMargins(15, 12, 15, 12)
        self._top.setSpacing(8)
        self.said = body(wrap=True, tone="muted", parent=self)
        self._top.addWidget(self.said)
        self.add_layout(self._top)
        self.model = RowsModel(self._columns(), key=lambda gap: gap.order, parent=self)
        self.table = TableView(self.model, name=self.tr("Where they differ"), parent=self)
        self.table.opened.connect(self._open)
        self.add(self.table)
        self.sum = small(tone="text", parent=self)
        self.reason = TextButton(self.tr("Note a reason"), "edit", small=True, parent=self)
        self.reason.clicked.connect(self.reason_wanted)
        self.add_footer((self.sum,), (self.reason,))

    def _columns(self) -> list[Column]:
        return [
            Column("order", self.tr("Order"), lambda gap: gap.order or None, minimum=120),
            Column("sold", self.tr("Sold on"), lambda gap: gap.sold_on, short_day_text, width=64),
            Column("title", self.tr("Product"), lambda gap: gap.title or None, minimum=56),
            Column("platform", self.tr("Platform"), lambda gap: gap.platform, money_text, "right",
                   92),
            Column("book", self.tr("Book"), lambda gap: gap.book, money_text, "right", 92),
            Column("difference", self.tr("Difference"), lambda gap: gap.difference,
                   signed_money_text, "right", 92, bold=True),
            Column("kind", self.tr("What is found"), lambda gap: said(GAPS[gap.kind]),
                   minimum=104),
        ]  # fmt: skip

    def show_check(self, check: QuarterCheck) -> None:
        """Show where a quarter differs; the same figure stays chosen where it still does."""
        self.check = check
        before = self.chips.value() if self.chips is not None else None
        if self.chips is not None:
            self._top.removeWidget(self.chips)
            self.chips.hide()
            self.chips.deleteLater()
            self.chips = None
        cells = [cell for cell, gaps in check.gaps.items() if gaps]
        differs = bool(check.differing())
        self.setVisible(differs)
        self.said.setVisible(not cells)
        self.said.setText(
            self.tr(
                "Only totals are told. Bring the platform's table with a row per order, then every"
                " order that differs is listed here."
            )
        )
        if cells:
            self._make_chips(check, cells, before)
        for part in (self.table, self.sum):
            part.setVisible(bool(cells))

    def _make_chips(self, check: QuarterCheck, cells: list[Cell], before: object) -> None:
        self.chips = ChipBar(name=self.tr("Figures that differ"), parent=self)
        for cell in cells:
            basis, month, name = cell
            figure = signed_money_text(check.difference(basis, name, month))
            count = self.tr("%n order(s)", "", len(check.gaps[cell]))
            text = f"{cell_name(check, cell)} {figure} · {count}"
            self.chips.add_chip(cell, FilterChip(text, parent=self.chips))
        self.chips.chosen.connect(self.choose)
        self._top.addWidget(self.chips)
        self.choose(before if before in cells else cells[0])

    @Slot(object)
    def choose(self, cell: Cell) -> None:
        """List the orders behind a figure."""
        assert self.check is not None and self.chips is not None
        self.chips.set_value(cell)
        gaps = self.check.gaps[cell]
        self.model.set_rows(gaps)
        self.table.fit_height(MOST)
        text = self.tr(
            "%n order(s), together {sum}: platform {platform}, book {book}", "", len(gaps)
        )
        self.sum.setText(
            text.format(
                sum=signed_money_text(sum(gap.difference for gap in gaps)),
                platform=money_text(sum(gap.platform or 0 for gap in gaps)),
                book=money_text(sum(gap.book or 0 for gap in gaps)),
            )
        )

    @Slot(object)
    def _open(self, gap: OrderGap) -> None:
        if gap.order and gap.sold_on is not None:
            self.order_wanted.emit(gap.order)
