"""What the list of products is found in: read by jobs, searched at once."""

from __future__ import annotations

from array import array
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from ksdesk.actions import products
from ksdesk.domain.products.list import Catalogue
from ksdesk.ui.shell.context import Context

Sort = tuple[str, bool]
NEWEST: Sort = ("changed", True)


class Finder(QObject):
    """Keeps the catalogue of the book. `arrived` when there is a newer or a fuller one.

    An answer to an older question than the last is dropped: a search is done on what is here,
    with what is typed by then.
    """

    arrived = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.catalogue: Catalogue | None = None
        self.sort: Sort = NEWEST
        self._turn = 0
        self._prepared = False

    def refresh(self) -> None:
        """Read the book again."""
        self._turn += 1
        done = partial(self._take, self._turn, self.sort)
        self.ctx.jobs.run(self, _read, self.ctx, self.sort, done=done)

    def sort_by(self, column: str, downwards: bool) -> None:
        """Bring the catalogue into another order."""
        self.sort = (column, downwards)
        if self.catalogue is not None:
            self._ask_order(self.catalogue)

    def _ask_order(self, catalogue: Catalogue) -> None:
        done = partial(self._take_order, self._turn, self.sort)
        self.ctx.jobs.run(self, _order, self.ctx, catalogue, self.sort, done=done)

    def _take(self, turn: int, sort: Sort, catalogue: Catalogue) -> None:
        if turn != self._turn:
            return
        self.catalogue = catalogue
        self.arrived.emit()
        if sort != self.sort:
            self._ask_order(catalogue)
        work = self.ctx.reader.product_list.completed
        done = partial(self._complete, self._turn)
        self.ctx.jobs.run(self, work, catalogue, self.ctx.clock(), done=done)

    def _take_order(self, turn: int, sort: Sort, order: array[int] | None) -> None:
        if (turn, sort) == (self._turn, self.sort) and self.catalogue is not None:
            self.catalogue = replace(self.catalogue, order=order)
            self.arrived.emit()

    def _complete(self, turn: int, whole: Catalogue | None) -> None:
        # Without a whole one the book has changed since, and is about to be read again.
        if turn != self._turn or whole is None or self.catalogue is None:
            return
        self.catalogue = replace(whole, order=self.catalogue.order)
        self.arrived.emit()
        if self.sort[0] == "left":
            self._ask_order(self.catalogue)
        if whole.texts is not None and whole.texts.bare and not self._prepared:
            self._prepared = True
            label = self.tr("Preparing the search")
            self.ctx.write(self, "", products.make_findable, progress=label)


def _read(ctx: Context, sort: Sort) -> Catalogue:
    catalogue = ctx.reader.product_list.catalogue()
    return replace(catalogue, order=_order(ctx, catalogue, sort))


def _order(ctx: Context, catalogue: Catalogue, sort: Sort) -> array[int] | None:
    """None for the order that a catalogue comes in."""
    return None if sort == NEWEST else ctx.reader.product_list.order(catalogue, *sort)
