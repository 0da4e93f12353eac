"""Search and filter chips above the list of orders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ksdesk.domain.orders.list import SHOWN as CHIPS
from ksdesk.domain.orders.list import OrderQuery
from ksdesk.domain.products.search_text import query_words
from ksdesk.ui.orders.words import SHOWN, said
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.find_row import FindRow


class OrderFindBar(FindRow):
    """`changed` at each key and click; `left_down` when Down leaves the search for the list."""

    changed = Signal()
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = LineField(
            "",
            icon="search",
            placeholder=self.tr("Order, parcel, product…"),
            parent=self,
        )
        self.search.edit.setAccessibleName(self.tr("Search orders"))
        self.search.edited.connect(self._edited)
        for key, slot in (
            (Qt.Key.Key_Escape, self.clear_search),
            (Qt.Key.Key_Down, self.left_down),
        ):
            shortcut = QShortcut(QKeySequence(key), self.search.edit)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        names = [(value, said(SHOWN[value]), 0) for value in CHIPS]
        self.chips = ChipBar(names, "to_ship", name=self.tr("Which orders"))
        self.chips.chosen.connect(self._edited)
        self.hold()

    def query(self) -> OrderQuery:
        """What is looked for now."""
        return OrderQuery(query_words(self.search.text()), str(self.chips.value()))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many orders each chip would show, as far as they are counted."""
        for value in CHIPS:
            self.chips.set_count(value, counts.get(value))
        self.place()

    def state(self) -> dict[str, Any]:
        """What `restore` takes up."""
        return {"search": self.search.text(), "filter": self.chips.value()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Look for what was looked for."""
        self.search.set_text(state["search"])
        self.chips.set_value(state["filter"])
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Look for every order."""
        self.restore({"search": "", "filter": "all"})

    @Slot()
    def clear_search(self) -> None:
        """Leave the words away; the filter stays."""
        self.search.set_text("")
        self.changed.emit()

    def _edited(self, _value: object = None) -> None:
        self.changed.emit()
