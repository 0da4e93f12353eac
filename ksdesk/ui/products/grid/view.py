"""The products' spreadsheet: how wide its columns are, and the words of states."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyleOptionViewItem, QWidget

from ksdesk.domain.products import STATES
from ksdesk.ui.parts.grid import Index
from ksdesk.ui.parts.text_grid import CellLines, TextGrid
from ksdesk.ui.products.grid.model import FIELDS, FIGURES, GridModel
from ksdesk.ui.products.words import state_word
from ksdesk.ui.shell.theme import theme_of

WIDTHS = {"title": 240, "short_title": 128, "category": 112, "code": 112, "state": 88}
FIGURE = 88


class GridView(TextGrid):
    """Cells of a `GridModel`."""

    def __init__(self, cells: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(cells, self.tr("Products, cell by cell"), parent)
        self.setItemDelegate(_Lines(self))
        self.horizontalHeader().setStretchLastSection(True)
        for place, name in enumerate(FIELDS):
            wanted = FIGURE if name in FIGURES else WIDTHS[name]
            self.setColumnWidth(place, max(theme_of(self).px(wanted), self.head_width(place)))


class _Lines(CellLines):
    """The line of states knows their words."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        line = super().createEditor(parent, option, index)
        if FIELDS[index.column()] == "state":
            completer = QCompleter([state_word(state) for state in STATES], line)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line
