"""Search, filter chips and the menu of categories above the list of products."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.domain.products.list import Query
from ksdesk.domain.products.search_text import query_words
from ksdesk.ui.parts.chips import ChipBar, FilterChip
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.find_row import FindRow
from ksdesk.ui.parts.texts import count_text
from ksdesk.ui.products.words import state_word

CHIPS = ("all", "listed", "ready", "draft", "off_shelf", "low", "out")


class FindBar(FindRow):
    """`changed` at each key and click; `left_down` when Down leaves the search for the list.

    `categories` is asked for names and counts when the menu opens.
    """

    changed = Signal()
    left_down = Signal()

    def __init__(
        self, categories: Callable[[Query], Mapping[str, int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._categories = categories
        self._category: str | None = None
        self.search = LineField(
            "", icon="search", placeholder=self.tr("Title, code, pinyin such as hfs"), parent=self
        )
        self.search.edit.setAccessibleName(self.tr("Search products"))
        self.search.edited.connect(self._edited)
        self.search.edit.installEventFilter(self)
        for key, slot in (
            (Qt.Key.Key_Escape, self.clear_search),
            (Qt.Key.Key_Down, self.left_down),
        ):
            shortcut = QShortcut(QKeySequence(key), self.search.edit)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self._names = names = {
            "bin": self.tr("Bin"),
            "all": self.tr("All"),
            "low": self.tr("Running out"),
            "out": self.tr("Sold out"),
            **{state: state_word(state) for state in ("listed", "ready", "draft", "off_shelf")},
        }
        self.chips = ChipBar(
            [(value, names[value], 0) for value in CHIPS], "all", name=self.tr("Which products")
        )
        self.category = FilterChip(self.tr("Category"), trailing="chevron_down", parent=self)
        self.category.setCheckable(True)
        self.category.clicked.connect(self._open_menu)
        self.chips.add_widget(self.category)
        self.chips.add("bin", names["bin"], 0)
        self.chips.chosen.connect(self._edited)
        self.hold()

    def query(self) -> Query:
        """What is looked for now."""
        return Query(query_words(self.search.text()), str(self.chips.value()), self._category)

    def looked_for(self) -> str:
        """The words and the category that narrow the list, as they are read."""
        category = None if self._category is None else self._named(self._category)
        return " · ".join(filter(None, (self.search.text().strip(), category)))

    def chip_name(self) -> str:
        """The name of the chosen chip."""
        return self._names[str(self.chips.value())]

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many products each chip would show."""
        for value in (*CHIPS, "bin"):
            self.chips.set_count(value, counts[value])
        self.place()

    def state(self) -> dict[str, Any]:
        """What `restore` takes up."""
        return {
            "search": self.search.text(),
            "filter": self.chips.value(),
            "category": self._category,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Look for what was looked for."""
        self.search.set_text(state["search"])
        self.chips.set_value(state["filter"])
        self._set_category(state.get("category"))
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Look for everything again."""
        self.restore({"search": "", "filter": "all"})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+V in an empty search is the page's: goods are pasted, not looked for."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
            and not self.search.text()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def clear_search(self) -> None:
        """Leave the words away; the filter stays."""
        self.search.set_text("")
        self.changed.emit()

    def choose(self, show: str) -> None:
        """Narrow to a chip's products."""
        self.chips.set_value(show)
        self.changed.emit()

    def choose_category(self, category: str | None) -> None:
        """Narrow to a category, None for any."""
        self._set_category(category)
        self.changed.emit()

    def _set_category(self, category: str | None) -> None:
        self._category = category
        self.category.setChecked(category is not None)
        name = self.tr("Category") if category is None else self._named(category)
        self.category.set_text(name)

    def _named(self, category: str) -> str:
        return category or self.tr("No category")

    def _edited(self, _value: object = None) -> None:
        self.changed.emit()

    def menu(self) -> QMenu:
        """The categories of what is found, the largest first."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("All categories"), partial(self._pick, None))
        menu.addSeparator()
        for name, count in self._categories(self.query()).items():
            text = f"{self._named(name)}  {count_text(count)}".replace("&", "&&")
            action = menu.addAction(text, partial(self._pick, name))
            action.setCheckable(True)
            action.setChecked(name == self._category)
        return menu

    def _pick(self, category: str | None, _checked: bool = False) -> None:
        self.choose_category(category)

    @Slot()
    def _open_menu(self) -> None:
        self.category.setChecked(self._category is not None)
        at = QPoint(0, self.category.height() + 4)
        self.menu().popup(self.category.mapToGlobal(at))
