"""Work on many products, for whatever shows a list of them: bulk bar, table to edit, import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ksdesk.actions.products import bulk as product_bulk
from ksdesk.actions.promotion import cost_sheet
from ksdesk.domain.products import Product
from ksdesk.domain.products.bulk import BulkChange
from ksdesk.domain.promotion.cost_lines import CostLine
from ksdesk.storage import Reader
from ksdesk.ui.products.bulk.bar import BulkBar
from ksdesk.ui.products.bulk.preview import BulkSheet, open_bulk
from ksdesk.ui.products.costs.sheet import ChosenCosts
from ksdesk.ui.products.grid.model import texts_of
from ksdesk.ui.products.grid.sheet import GridSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.sheet_desk import SheetDesk


class ManyProducts(QObject):
    """The ways to work on many products of a page; Ctrl+E there edits them as a table.

    `bar` is to be placed at the table's foot; it is there while `choose` names products, and
    `let_go` is called when it is left or its change has been written. `shown` answers with the
    numbers of the products on the screen, which are edited where none is chosen.
    """

    def __init__(
        self,
        ctx: Context,
        page: QWidget,
        shown: Callable[[], Sequence[int]],
        let_go: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self.ctx, self.page = ctx, page
        self._shown, self._let_go = shown, let_go
        self._chosen: tuple[int, ...] = ()
        self.preview: BulkSheet | None = None
        self.grid: GridSheet | None = None
        self.costs = SheetDesk(ctx, page)
        edit = QShortcut(QKeySequence("Ctrl+E"), page)
        edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self.edit_as_table)

    @cached_property
    def bar(self) -> BulkBar:
        """Made when it is first needed: by then the rules have been read."""
        bar = BulkBar(self.ctx.rules().on(self.ctx.clock().date()), self.page)
        bar.asked.connect(self._look)
        bar.cancelled.connect(self._let_go)
        bar.costs_asked.connect(self._fill_in_costs)
        return bar

    def choose(self, numbers: Sequence[int]) -> None:
        """These products are chosen; with none the bar goes."""
        self._chosen = tuple(numbers)
        self.bar.set_count(len(self._chosen))

    @Slot(object)
    def _look(self, change: BulkChange) -> None:
        self.preview = open_bulk(self.ctx, self.page, self._chosen, change)
        self.preview.applied.connect(self._applied)

    @Slot()
    def _fill_in_costs(self) -> None:
        sheet = ChosenCosts(self.ctx, self._chosen, self.page)
        sheet.filled.connect(self._keep_costs)
        self.costs.open(sheet)

    @Slot(object)
    def _keep_costs(self, costs: Sequence[tuple[CostLine, int, date]]) -> None:
        text, said = self.tr("fill in costs"), self.tr("Costs are noted")
        now = self.ctx.clock()
        self.costs.write(text, cost_sheet.fill_in, costs, (), now, said=said, done=self._applied)

    @Slot(object)
    def _applied(self, _number: object) -> None:
        self._let_go()

    @Slot()
    def edit_as_table(self) -> None:
        """Open the chosen products, or all that are shown, cell by cell."""
        numbers = self._chosen or tuple(self._shown())
        if numbers:
            self.ctx.jobs.run(self, _cells, self.ctx.reader, numbers, done=self._open_grid)

    def _open_grid(self, found: tuple[list[Product], list[list[str]]]) -> None:
        self.grid = GridSheet(self.ctx, *found, self.page)
        self.grid.open()


def _cells(reader: Reader, numbers: Sequence[int]) -> tuple[list[Product], list[list[str]]]:
    """Products in the order of their numbers here, and their cells."""
    found = product_bulk.standing(reader, numbers)
    ordered = [found[number] for number in numbers if number in found]
    return ordered, texts_of(ordered)
