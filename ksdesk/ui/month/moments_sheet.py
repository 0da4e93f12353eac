"""The orders whose promise lies in a month, or the cases that began in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.month import MomentBehind
from ksdesk.ui.month.words import MOMENTS, said
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, short_moment_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest


class MomentsSheet(SheetDialog):
    """How many there are of each kind, and each with its moment; a double click opens its order."""

    scrolls = True

    def __init__(
        self,
        ctx: Context,
        heading: str,
        read: Callable[[], list[MomentBehind]],
        parent: QWidget,
    ) -> None:
        super().__init__(heading, name="month-moments", width=720, parent=parent)
        self._ctx = ctx
        self.model = RowsModel(
            [
                Column("order", self.tr("Order"), lambda r: r.order, minimum=168),
                Column("at", self.tr("When"), lambda r: r.at, short_moment_text, width=128),
                Column("kind", self.tr("What"), lambda r: said(MOMENTS[r.kind]), width=112),
                Column("said", self.tr("Reason"), lambda r: r.said, minimum=112),
            ],
            key=lambda row: (row.order, row.at, row.kind, row.said),
            parent=self,
        )
        self.table = TableView(self.model, name=heading, parent=self)
        self.grant(self.table, 320)
        self.table.opened.connect(self._open_order)
        self.add(self.table, 1)
        close = MainButton(self.tr("Close"), height=32)
        close.clicked.connect(self.accept)
        self.set_buttons(close)
        Latest(ctx, self).ask(read, done=self._show)

    def _show(self, rows: list[MomentBehind]) -> None:
        self.model.set_rows(rows)
        self.table.set_hidden(set() if any(row.said for row in rows) else {"said"})
        kinds = [row.kind for row in rows]
        words = (
            f"{said(MOMENTS[kind])} {count_text(kinds.count(kind))}"
            for kind in MOMENTS
            if kind in kinds
        )
        self.set_sentence(" · ".join(words))

    @Slot(object)
    def _open_order(self, row: MomentBehind) -> None:
        if row.order:
            self.accept()
            self._ctx.navigate("orders", row.order)
