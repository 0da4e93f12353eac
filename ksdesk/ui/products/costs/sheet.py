"""What the chosen products cost: one figure for all of them, or one each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.promotion import cost_sheet
from ksdesk.domain.promotion.cost_lines import CostLine
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.products.costs.grid import COST, SINCE, CostCells, CostGrid
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of

LEAST, HIGH = 264, 560  # px of the grid, and of the sheet at first


class ChosenCosts(SheetDialog):
    """What chosen products cost. `filled(rows)`: line, cost in fen, first day."""

    scrolls = True
    filled = Signal(object)

    def __init__(self, ctx: Context, numbers: Sequence[int], parent: QWidget) -> None:
        super().__init__("", name="chosen-costs", width=784, parent=parent)
        self.setWindowTitle(self.tr("What the chosen products cost"))
        self.title_label.setText(self.tr("What the chosen products cost"))
        self.ctx = ctx
        self.grid: CostGrid | None = None
        self.cost = MoneyField(self.tr("One cost for all of them"))
        self.since = LineField(self.tr("From which day"), placeholder=self.tr("e.g. 2026-11-01"))
        self.fill = SecondButton(self.tr("Fill it into all rows"), parent=self)
        self.fill.clicked.connect(self.fill_in)
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in (self.cost, self.since):
            row.addWidget(field, 1)
        row.addWidget(self.fill)
        self.add_layout(row)
        self._card = Card(flush=True, parent=self)
        self.grant(self._card, theme_of(self).px(LEAST))
        self.add(self._card, 1)
        self.said = small(wrap=True, parent=self)
        self.add(self.said)
        self.keep = MainButton(self.tr("Save these costs"), height=32)
        self.keep.clicked.connect(self._save)
        self.set_buttons(self.keep, self.leave_button())
        self.keep.disable(self.tr("Nothing was changed"))
        self.resize(self.width(), max(self.height(), theme_of(self).px(HIGH)))
        lines = partial(cost_sheet.lines, only=frozenset(numbers))
        Latest(ctx, self).ask(lines, ctx.reader, ctx.clock(), done=self._show)

    def _show(self, lines: tuple[CostLine, ...]) -> None:
        self.grid = CostGrid(CostCells(lines, self.ctx.clock().date()), self)
        self._card.add(self.grid, 1)
        self.grid.cells.edited.connect(self._judge)
        self.grid.told.connect(self.said.setText)
        self.grid.begun.connect(self.keep.enable)
        self._judge()
        self.cost.setFocus()

    def _cells(self) -> CostCells | None:
        if self.grid is None:
            return None
        assert isinstance(self.grid.cells, CostCells)
        return self.grid.cells

    @Slot()
    def fill_in(self) -> None:
        """The one cost and its day into every row, as one step."""
        cells, cost = self._cells(), self.cost.edit.text().strip()
        if cells is None or not cost:
            return
        typed = {COST: cost, SINCE: self.since.text().strip()}
        rows = range(cells.rowCount())
        name = self.tr("one cost for all")
        cells.put([(n, c, text) for n in rows for c, text in typed.items() if text], name)

    @Slot()
    def _judge(self) -> None:
        cells = self._cells()
        if cells is None:
            return
        fault = cells.first_fault()
        self.said.set_tone("bad" if fault else "muted")
        usual = self.tr("A new cost holds from its day on; older days keep the older one.")
        self.said.setText(fault or cells.advice() or usual)
        if fault:
            self.keep.disable(self.tr("One of the figures cannot be read"))
        elif cells.filled():
            self.keep.enable()
        else:
            self.keep.disable(self.tr("Nothing was changed"))

    def typed(self) -> bool:
        cells = self._cells()
        return super().typed() or bool(cells and cells.filled())

    @Slot()
    def _save(self) -> None:
        cells = self._cells()
        if cells is None or self.grid is None:
            return
        self.grid.settle()
        filled = cells.filled()
        if cells.first_fault() or not filled:
            return
        costs = [(one.line, one.cost, one.since) for one in filled]
        self.filled.emit(costs)
