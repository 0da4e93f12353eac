"""A card with a table of more rows than are worth reading: those in sight are asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.lazy_rows import AskedRows, LazyModel
from ksdesk.ui.parts.table import Column, Head, TableView
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

FIRST = 32  # rows that are read before any is shown

Rows = Sequence[Any]


class AskedList(Card):
    """The rows of some numbers, read in a worker where they are looked at.

    `opened(row)`; `cleared` for the way out of "nothing matches"; `failed(error)` when rows cannot
    be read. Whoever inherits says how rows are read (`read`) and makes the table; `count` is a
    line for its foot.
    """

    opened = Signal(object)
    cleared = Signal()
    failed = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.ctx = ctx
        self._first = Latest(ctx, self)
        self.count = small(elide=True)

    def make_table(self, columns: list[Column], key: Callable[[Any], Hashable], name: str) -> None:
        """Make `model` and `table`; `key` is the number of a row."""
        self.model = LazyModel(columns, key=key, checkable=True, parent=self)
        self.table = TableView(self.model, name=name, row_height=44, many=True, parent=self)
        self.table.emptied_acted.connect(self.cleared)
        self.table.opened.connect(self.opened)
        self.add(self.table, 1)

    def read(self) -> Callable[[Sequence[int]], Rows]:
        """What reads the rows of some numbers from the book as it is open now."""
        raise NotImplementedError

    def heads(self, _ids: Sequence[int]) -> Mapping[int, Head]:
        """The headings above the rows of some numbers, by their places."""
        return {}

    def show_rows(self, ids: Sequence[int], *, anew: bool, then: Callable[[], None]) -> None:
        """Show the rows of *ids* once those in sight are read, and call *then*; *anew* begins at
        the top, else place and choice stay.
        """
        rows = AskedRows(ids, self._ask, self.arrived)
        blocks = rows.blocks([*range(FIRST), *(() if anew else self._in_sight())])
        self._first.ask(
            self.read(),
            rows.keys_in(blocks),
            done=partial(self._show, rows, blocks, anew, then),
            failed=self.failed.emit,
        )

    def _in_sight(self) -> Sequence[int]:
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        return range(first, (last if last >= 0 else self.model.rowCount()) + 1)

    def _ask(self, numbers: Sequence[int], done: Callable[[Rows], None]) -> None:
        self.ctx.jobs.run(self, self.read(), numbers, done=done, failed=self.failed.emit)

    def arrived(self, first: int, last: int) -> None:
        """Rows that were grey are here."""
        self.model.tell_arrived(first, last)

    def _show(
        self,
        rows: AskedRows,
        blocks: Sequence[int],
        anew: bool,
        then: Callable[[], None],
        read: Rows,
    ) -> None:
        bar = self.table.verticalScrollBar()
        at, chosen = bar.value(), self.table.selected_keys()
        current = self.model.key_at(self.table.currentIndex().row()) if chosen else None
        rows.take(blocks, read)
        self.table.set_loading(False)
        self.model.set_rows(rows)
        self.table.set_heads(self.heads(self.ids()))
        if not anew and current is not None:
            self.table.select_key(current)
        bar.setValue(0 if anew else at)
        then()

    def ids(self) -> Sequence[int]:
        """The numbers of what is shown, in order."""
        return self.model.keys()  # type: ignore[return-value]

    def chosen_numbers(self) -> list[int]:
        """The numbers of the checked rows, else of the chosen ones."""
        keys = self.model.checked() or self.table.selected_keys()
        return list(keys)  # type: ignore[arg-type]

    def meant_numbers(self) -> list[int]:
        """The numbers that a menu or a key at the current row means: the chosen ones where it is
        one of them, else its own. Rows that are checked elsewhere may be out of sight."""
        place = self.table.currentIndex().row()
        chosen = self.chosen_numbers()
        here = self.ids()[place] if place >= 0 else None
        return chosen if here is None or here in chosen else [here]

    def select(self, number: int) -> bool:
        """Choose a row and bring it into sight; False if it is not shown."""
        return self.table.select_key(number)

    def enter(self) -> None:
        """From a search to the first row."""
        self.table.setFocus()
        if self.ids() and not self.table.selected_keys():
            self.select(self.ids()[0])
