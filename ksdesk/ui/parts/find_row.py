"""A search and the filter chips that belong to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.flow import taken_beside
from ksdesk.ui.shell.theme import theme_of

LEAST, MOST = 176, 240
"""Width of the search in px at usual text."""


class FindRow(QWidget):
    """Chips beside the search where all find room in one line, else in lines of their own below.
    What is added to `row` stands at its right end."""

    search: LineField
    chips: ChipBar

    def hold(self) -> None:
        """Lay out `search` and `chips`, once they are made."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignTop)
        self.row.addStretch(0)
        column.addLayout(self.row)

    def place(self) -> None:
        """Find the chips their place; after other counts too."""
        column, row = self.layout(), self.row
        assert isinstance(column, QVBoxLayout)
        taken = taken_beside(row, self.search, self.chips)
        room = self.width() - taken - self.chips.sizeHint().width() - row.spacing()
        least, most = map(theme_of(self).px, (LEAST, MOST))
        below = room < least
        self.search.setFixedWidth(most if below else min(room, most))
        if below == (row.indexOf(self.chips) < 0):
            return
        if below:
            row.removeWidget(self.chips)
            column.addWidget(self.chips)
        else:
            column.removeWidget(self.chips)
            row.insertWidget(1, self.chips, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
