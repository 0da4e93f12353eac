"""进价: what a piece of the product, or of each of its options, costs and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from ksdesk.actions.promotion import cost_sheet
from ksdesk.domain.products import Product
from ksdesk.domain.products.stock.outlook import renamed
from ksdesk.domain.promotion.cost_lines import CostLine, cost_lines
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.products.costs.grid import ORDERS, CostCells, CostGrid, TypedCost
from ksdesk.ui.products.section import ProductSection
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

MOST_ROWS = 6  # before the grid scrolls by itself


class CostsSection(ProductSection):
    """A row for the whole product or for each option, as the options are typed above it."""

    def __init__(self, ctx: Context, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(ctx, product, parent)
        self._noted: tuple[UnitCost, ...] = ()
        self._first: date | None = None
        self._shown = self._start = product
        self.grid: CostGrid | None = None
        self._card = Card(flush=True, parent=self)
        self.said = small(wrap=True, parent=self)
        self.column.addWidget(self._card)
        self.column.addWidget(self.said)
        self._make()
        if product.id:
            ask = Latest(ctx, self).ask
            ask(cost_sheet.of_product, ctx.reader, product.id, done=self._show_noted)

    def heading(self) -> str:
        return self.tr("Cost")

    def _show_noted(self, noted: tuple[tuple[UnitCost, ...], date | None]) -> None:
        self._noted, self._first = noted
        self._make()

    def _lines(self) -> tuple[CostLine, ...]:
        listed = replace(self._shown, way="own", state="listed")
        firsts = {} if self._first is None else {(listed.id, ""): self._first}
        today = self.ctx.clock().date()
        keys = renamed(self._start.skus, listed.skus)
        noted = [replace(one, sku_key=keys.get(one.sku_key, one.sku_key)) for one in self._noted]
        found = cost_lines([listed], noted, {}, {}, firsts, {}, today)
        whole = self.tr("Each piece")
        return tuple(replace(line, title="" if line.option else whole) for line in found)

    def _make(self) -> None:
        """The grid for the options as they are; what was typed stays."""
        typed = {one.line.option: one for one in self.typed()}
        if self.grid is not None:
            self._card.body.removeWidget(self.grid)
            self.grid.hide()
            self.grid.deleteLater()
        cells = CostCells(self._lines(), self.ctx.clock().date())
        self.grid = CostGrid(cells, self)
        self.grid.setColumnHidden(ORDERS, True)
        self._card.add(self.grid)
        rows = min(cells.rowCount(), MOST_ROWS)
        high = self.grid.verticalHeader().defaultSectionSize()
        self.grid.setFixedHeight(self.grid.horizontalHeader().height() + rows * high)
        cells.take(
            [
                UnitCost(line.good[0], line.sku_key, one.cost, one.since)
                for line in cells.lines
                if (one := typed.get(line.option)) is not None
            ]
        )
        cells.edited.connect(self._on_edited)
        self.grid.told.connect(self.said.setText)
        self._say()

    def _cells(self) -> CostCells:
        assert self.grid is not None and isinstance(self.grid.cells, CostCells)
        return self.grid.cells

    def typed(self) -> tuple[TypedCost, ...]:
        """The costs that are other ones than the book's."""
        return () if self.grid is None else self._cells().filled()

    def _on_edited(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        fault = self._cells().first_fault()
        usual = self.tr(
            "A new cost holds from its day on; older days keep the older one. Only you see it."
        )
        self.said.set_tone("bad" if fault else "muted")
        self.said.setText(fault or self._cells().advice() or self._cells().too_late() or usual)

    def unreadable(self) -> bool:
        return bool(self._cells().first_fault())

    def place_of(self, field: str) -> QWidget | None:
        return self.grid if field == "cost" else None

    def written(self, product: Product) -> Product:
        """The product as it is: its costs are written beside it. The rows follow its options."""
        before = self._shown
        self._shown = product
        if (before.skus, before.price, before.title) != (
            product.skus,
            product.price,
            product.title,
        ):
            self._make()
        return product


def _told(product: Product) -> object:
    """What of a product stands in the rows."""
    return product.price, [(sku.options, sku.code, sku.price) for sku in product.skus]
