"""Work on one product, for whatever shows a list of them: read whole, written in its sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions.promotion import cost_sheet
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product
from ksdesk.ui.products.editor import ProductSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest


class OneProduct(QObject):
    """`sheet` is the one that was opened last."""

    sheet: ProductSheet

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self.page = ctx, page
        self._latest = Latest(ctx, self)

    def read(self, number: int, then: Callable[[Product | None], None]) -> None:
        """Call `then` with all of a product; an answer for an older one is dropped."""
        self._latest.ask(self.ctx.reader.products.one, number, done=then)

    @Slot()
    def new(self) -> None:
        """Write a new product of one's own."""
        self.open(Product())

    @Slot(object)
    def write_by_hand(self, text: str) -> None:
        """Write a product for a pasted text in which nothing was found."""
        self.open(Product(way="link", link=text))

    @Slot(object)
    def edit(self, number: int) -> None:
        """Open a product; one from the bin has to be brought back first."""
        self.read(number, self._edit)

    def _edit(self, whole: Product | None) -> None:
        if whole is not None and whole.binned_at is None:
            self.open(whole)

    def open(self, product: Product) -> None:
        """Show the sheet of a product and write what it saves."""
        self.sheet = ProductSheet(self.ctx, product, self.page)
        self.sheet.saved.connect(self._save)
        self.sheet.open()

    def _save(self, product: Product) -> None:
        text = self.tr("change a product") if product.id else self.tr("add a product")
        costs, now = self.sheet.typed_costs(), self.ctx.clock()
        self.ctx.write(
            self.page, text, cost_sheet.save_product, product, costs, now, done=self._saved
        )

    def _saved(self, _changes: Changes) -> None:
        self.ctx.notice(self.tr("Saved"), undo=True)
