"""What a list looked like when it was last seen: dragged widths and what it is sorted by."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QMenu

from ksdesk.ui.parts.table import TableView
from ksdesk.ui.shell.context import Context

KEEP_AFTER = 400  # ms without a change
NARROWEST, WIDEST = 24, 2000  # px that a column can have been dragged to


class KeptList(QObject):
    """Takes up what the settings keep for `table` under `name`, and keeps what changes.

    A right click on the header offers the way back to the usual widths and order.
    """

    def __init__(self, ctx: Context, table: TableView, name: str) -> None:
        super().__init__(table)
        self.ctx, self._table, self._name = ctx, table, name
        self._later = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._later.timeout.connect(self.keep)
        self._take_up(ctx.settings.values.lists.get(name, {}))
        header = table.header()
        header.sectionResized.connect(self._changed)
        header.sectionClicked.connect(self._changed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)

    def _take_up(self, kept: dict[str, Any]) -> None:
        widths, sort = kept.get("widths"), kept.get("sort")
        if isinstance(widths, dict):
            fitting = {
                name: width
                for name, width in widths.items()
                if isinstance(width, int) and NARROWEST <= width <= WIDEST
            }
            self._table.set_own_widths(fitting)
        names = [column.name for column in self._table.rows.columns]
        if isinstance(sort, list) and len(sort) == 2 and sort[0] in names:
            order = Qt.SortOrder.DescendingOrder if sort[1] else Qt.SortOrder.AscendingOrder
            self._table.rows.sort(names.index(sort[0]), order)

    @Slot()
    def _changed(self) -> None:
        self._later.start()

    @Slot()
    def keep(self) -> None:
        """Write what the list looks like now; nothing where it looks as usual."""
        rows = self._table.rows
        kept: dict[str, Any] = {}
        if widths := self._table.own_widths():
            kept["widths"] = widths
        if rows.order is not None:
            place, order = rows.order
            kept["sort"] = [rows.columns[place].name, order == Qt.SortOrder.DescendingOrder]
        lists = {k: v for k, v in self.ctx.settings.values.lists.items() if k != self._name}
        self.ctx.keep_settings(lists=lists | ({self._name: kept} if kept else {}))

    def menu(self) -> QMenu:
        """The way back to the usual."""
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Usual widths and order"), self.reset)
        return menu

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(self._table.header().viewport().mapToGlobal(place))

    @Slot()
    def reset(self) -> None:
        """Widths and order as they are in a list that nobody has touched."""
        self._table.set_own_widths({})
        self._table.rows.sort(-1)
        self._table.header().viewport().update()
        self.keep()
