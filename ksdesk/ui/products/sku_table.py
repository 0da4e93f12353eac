"""The combinations of options as a grid in which price, stock and code are typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QRect, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from ksdesk.domain.money import MoneyError, parse_number, parse_yuan
from ksdesk.domain.products import Sku
from ksdesk.ui.parts.grid import Index, Put
from ksdesk.ui.parts.text_grid import TextCells, TextGrid
from ksdesk.ui.shell.theme import theme_of

TYPED: Final = {"price": 104, "stock": 96, "code": 152}
"""The columns that can be typed in, px wide; they stand behind those of the options."""
MOST_ROWS = 8  # before the table scrolls by itself


class SkuCells(TextCells):
    """SKUs in their order. `refused(text)` for what is no figure: its cell stays as it was."""

    refused = Signal(str)

    def __init__(
        self, levels: Sequence[str], skus: Sequence[Sku], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._levels, self._skus = len(levels), list(skus)
        self.heads = (*levels, self.tr("Price ¥"), self.tr("Stock"), self.tr("SKU code"))
        self.figures = frozenset((self._levels, self._levels + 1))

    def skus(self) -> tuple[Sku, ...]:
        """The SKUs as they stand in the table."""
        return tuple(self._skus)

    def text(self, row: int, column: int) -> str:
        sku = self._skus[row]
        if column < self._levels:
            return sku.options[column] if column < len(sku.options) else ""
        name = self._name(column)
        value = getattr(sku, name)
        if value is None:
            return ""
        return f"{value // 100}.{value % 100:02d}" if name == "price" else str(value)

    def locked(self, _row: int, column: int) -> str:
        return self.tr("The options are changed above the table") if column < self._levels else ""

    def put(self, cells: Iterable[Put], name: str, *, goes_on: bool = False) -> int:
        good, bad = [], ""
        for row, column, text in cells:
            try:
                self._read(column, text)
            except MoneyError:
                bad = bad or text
            else:
                good.append((row, column, text))
        left = super().put(good, name, goes_on=goes_on)
        if bad:
            self.refused.emit(bad)
        return left

    def store(self, row: int, column: int, text: str) -> None:
        figure: dict[str, Any] = {self._name(column): self._read(column, text)}
        self._skus[row] = replace(self._skus[row], **figure)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._skus)

    def _name(self, column: int) -> str:
        return list(TYPED)[column - self._levels]

    def _read(self, column: int, text: str) -> str | int | None:
        """What a text means in a column; `MoneyError` where it is no figure."""
        if column not in self.figures:
            return text
        if not text:
            return None
        return parse_yuan(text) if self._name(column) == "price" else round(parse_number(text))


class SkuTable(TextGrid):
    """Cells of an `SkuCells`, as high as its rows."""

    def __init__(self, cells: SkuCells, parent: QWidget | None = None) -> None:
        super().__init__(cells, self.tr("Combinations"), parent)
        cells.setParent(self)
        theme, header = theme_of(self), self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for place, wide in enumerate(TYPED.values(), cells.columnCount() - len(TYPED)):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(place, max(theme.px(wide), self.head_width(place)))
        if cells.rowCount():
            self.setCurrentIndex(cells.index(0, cells.columnCount() - len(TYPED)))
        rows = min(cells.rowCount(), MOST_ROWS)
        self.setFixedHeight(header.height() + rows * self.verticalHeader().defaultSectionSize())

    def fill_down(self) -> None:
        """As in any grid; a single row is filled into all below it."""
        at = self.block()
        if at is None or at.height() > 1:
            super().fill_down()
            return
        self.select_block(QRect(at.left(), at.top(), at.width(), self.cells.rowCount() - at.top()))
        super().fill_down()
        self.select_block(at)
