"""表格编辑: products cell by cell; nothing is written before it was looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.products import bulk as product_bulk
from ksdesk.domain.products import Product
from ksdesk.domain.products.bulk import Edit
from ksdesk.domain.progress import Progress
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.products.bulk.preview import BulkSheet
from ksdesk.ui.products.bulk.words import field_word
from ksdesk.ui.products.grid.model import FIELDS, GridModel
from ksdesk.ui.products.grid.view import GridView
from ksdesk.ui.shell.context import Context

WIDTH, HEIGHT = 1160, 680
EDGE = 32


class GridSheet(SheetDialog):
    """The grid with what is to be said of the chosen cell; `applied(int)` once written."""

    applied = Signal(object)
    scrolls = True
    keeps = True

    def __init__(
        self,
        ctx: Context,
        products: Sequence[Product],
        texts: Sequence[Sequence[str]],
        parent: QWidget,
    ) -> None:
        room = parent.window().size()
        super().__init__(
            self.tr("Edit as a table"),
            self.tr("Copy and paste with Excel, Ctrl+D fills down, Ctrl+Z takes back."),
            name=f"grid {room.width()} {room.height()}",
            width=min(WIDTH, room.width() - EDGE),
            parent=parent,
        )
        self.resize(self.width(), max(self.height(), min(HEIGHT, room.height() - EDGE)))
        self.ctx = ctx
        self.preview: BulkSheet | None = None
        self.cells = GridModel(products, texts, self)
        self.view = GridView(self.cells)
        card = Card(flush=True)
        card.add(self.view, 1)
        self.grant(card, 200)
        self.add(card, 1)
        self.said = small(elide=True)
        self.next = TextButton(self.tr("To the next fault"), small=True)
        self.next.clicked.connect(self._to_next_fault)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.next)
        self.add_layout(foot)
        self.go = MainButton(self.tr("See before and after"), height=32)
        self.go.clicked.connect(self._look)
        self.leave = SecondButton(self.tr("Close"))
        self.leave.clicked.connect(self.reject)
        self.set_buttons(self.go, self.leave)
        self.cells.edited.connect(self._judge)
        self.view.told.connect(self._say)
        self.view.begun.connect(self.go.enable)  # a click on it takes up what is typed
        self.view.selectionModel().currentChanged.connect(self._judge)
        self.finished.connect(self.deleteLater)
        self._judge()
        self.view.setFocus()

    @Slot()
    def _judge(self, *_moved: object) -> None:
        faults, changed = self.cells.fault_count(), self.cells.changed()
        self.next.setVisible(bool(faults))
        words = self._of_current()
        self.said.set_tone("bad" if words else "muted")
        if not words:
            words = self.tr("%n cells changed", "", changed)
        if faults and not self._of_current():
            words += " · " + self.tr("%n cells cannot be taken", "", faults)
        self.said.setText(words)
        if faults:
            self.go.disable(self.tr("Mend the red cells first"))
        elif not changed:
            self.go.disable(self.tr("Nothing has changed yet"))
        else:
            self.go.enable()

    def _of_current(self) -> str:
        """第 3 行 价格：“abc”不是金额, of the chosen cell."""
        here = self.view.currentIndex()
        fault = self.cells.fault(here.row(), here.column()) if here.isValid() else ""
        if not fault:
            return ""
        words = self.tr("Row {row}, {column}: {fault}")
        column = field_word(FIELDS[here.column()])
        return words.format(row=here.row() + 1, column=column, fault=fault)

    @Slot(str)
    def _say(self, words: str) -> None:
        if words:
            self.said.set_tone("warn")
            self.said.setText(words)

    @Slot()
    def _to_next_fault(self) -> None:
        here = self.view.currentIndex()
        faults = self.cells.faults()
        after = [place for place in faults if place > (here.row(), here.column())]
        row, column = (after or faults)[0]
        self.view.setCurrentIndex(self.cells.index(row, column))
        self.view.setFocus()

    @Slot()
    def _look(self) -> None:
        self.view.settle()
        if self.cells.fault_count() or not self.cells.changed():
            self._judge()
            return
        planner = partial(_rewritten, self.ctx, self.cells.typed(), self.ctx.clock())
        self.preview = BulkSheet(self.ctx, planner, self)
        self.preview.applied.connect(self._applied)
        self.preview.open()

    @Slot(object)
    def _applied(self, number: int) -> None:
        self.applied.emit(number)
        self.accept()

    def reject(self) -> None:
        """What was typed is not thrown away without a question."""
        if not self.cells.changed():
            super().reject()
            return
        self.ctx.ask.question(
            self,
            self.tr("Leave without writing?"),
            self.tr("%n changed cells are not in the book yet.", "", self.cells.changed()),
            self.tr("Throw them away"),
            super().reject,
            keep=self.tr("Go on editing"),
        )


def _rewritten(
    ctx: Context, typed: Mapping[int, Mapping[str, str]], now: datetime, *, progress: Progress
) -> tuple[Edit, ...]:
    limits = product_bulk.limits(ctx.reader, ctx.rules(), now)
    return product_bulk.rewritten(ctx.reader, typed, limits, progress=progress)
