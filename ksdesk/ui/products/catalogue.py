"""What the list of products is found in: read by jobs, searched at once."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from ksdesk.actions import products
from ksdesk.domain.products.list import Catalogue
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

Sort = tuple[str, bool]
NEWEST: Sort = ("changed", True)


class CatalogueDesk(QObject):
    """Keeps the catalogue of the book. `arrived` when there is a newer or a fuller one,
    `failed(error)` when it cannot be made fuller.

    A search is done on what is here, with what is typed by then.
    """

    arrived = Signal()
    failed = Signal(object)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.catalogue: Catalogue | None = None
        self.sort: Sort = NEWEST
        self._order, self._whole = Latest(ctx, self), Latest(ctx, self)
        self._prepared = False

    def question(self) -> Callable[[], tuple[Catalogue, Sort]]:
        """The work that reads the catalogue for `take`, in the order that is asked for now."""
        return partial(_read, self.ctx, self.sort)

    def sort_by(self, column: str, downwards: bool) -> None:
        """Bring the catalogue into another order; "" for the newest first."""
        self.sort = (column, downwards) if column else NEWEST
        if self.catalogue is not None:
            self._ask_order(self.catalogue)

    def _ask_order(self, catalogue: Catalogue) -> None:
        done, failed = self._take_order, self.failed.emit
        self._order.ask(_order, self.ctx, catalogue, self.sort, done=done, failed=failed)

    def take(self, catalogue: Catalogue, sort: Sort) -> None:
        """Search in what was just read; what it still lacks is asked for."""
        self._order.drop()
        self.catalogue = catalogue
        self.arrived.emit()
        if sort != self.sort:
            self._ask_order(catalogue)
        done, failed = self._complete, self.failed.emit
        self._whole.ask(_completed, self.ctx, catalogue, done=done, failed=failed)

    def _take_order(self, order: array[int] | None) -> None:
        if self.catalogue is not None:
            self.catalogue = replace(self.catalogue, order=order)
            self.arrived.emit()

    def _complete(self, whole: Catalogue | None) -> None:
        # Without a whole one the book has changed since, and is about to be read again.
        if whole is None or self.catalogue is None:
            return
        self.catalogue = replace(whole, order=self.catalogue.order)
        self.arrived.emit()
        if self.sort[0] == "left":
            self._ask_order(self.catalogue)
        if whole.texts is not None and whole.texts.bare and not self._prepared:
            self._prepared = True
            label = self.tr("Preparing the search")
            self.ctx.write(self, "", products.make_findable, progress=label)


def _read(ctx: Context, sort: Sort) -> tuple[Catalogue, Sort]:
    catalogue = ctx.reader.product_list.catalogue()
    return replace(catalogue, order=_order(ctx, catalogue, sort)), sort


def _completed(ctx: Context, catalogue: Catalogue) -> Catalogue | None:
    now = ctx.clock()
    rules = ctx.rules().on(now.date())
    days, low = (rules.whole(f"quality.stock.{name}") for name in ("window", "low_days"))
    return ctx.reader.product_list.completed(catalogue, now, days, low)


def _order(ctx: Context, catalogue: Catalogue, sort: Sort) -> array[int] | None:
    """None for the order that a catalogue comes in."""
    return None if sort == NEWEST else ctx.reader.product_list.order(catalogue, *sort)
