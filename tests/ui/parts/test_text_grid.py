"""A grid of typed lines: what stands above its columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView

from ksdesk.ui.parts.text_grid import NARROWEST, TextCells, TextGrid


class Prices(TextCells):
    heads = ("Product", "Cost of a piece ¥", "From which day")

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 2

    def text(self, row, column):
        return f"{row}{column}"

    def locked(self, _row, _column):
        return ""


def test_columns_as_wide_as_their_heads_show_them_whole(qtbot):
    """They were measured by the small font that draws them and cut by the larger one around."""
    grid = TextGrid(Prices(), "prices")
    qtbot.addWidget(grid)
    grid.resize(600, 200)
    grid.show()
    header = grid.horizontalHeader()
    for column in range(len(Prices.heads)):
        grid.setColumnWidth(column, grid.head_width(column))
    seen = header.grab().toImage()
    header.setTextElideMode(Qt.TextElideMode.ElideNone)
    assert seen == header.grab().toImage()
    header.setTextElideMode(Qt.TextElideMode.ElideRight)
    grid.setColumnWidth(1, grid.head_width(1) // 2)
    assert header.grab().toImage() != seen


def test_a_column_that_takes_the_rest_can_still_be_read_in_a_narrow_grid(qtbot):
    """Names of goods were cut to one character beside figures that had room to spare."""
    grid = TextGrid(Prices(), "prices")
    qtbot.addWidget(grid)
    grid.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    grid.resize(NARROWEST * 2, 200)
    grid.show()
    assert grid.columnWidth(0) >= NARROWEST
