"""The cells of the grid: texts as typed, which of them differ, which cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, Qt

from ksdesk.domain.products import Product
from ksdesk.domain.products.cells import CellFault, belongs_to_options, read_cell
from ksdesk.ui.parts.grid import GridCells, Index
from ksdesk.ui.products.bulk.words import field_word
from ksdesk.ui.products.cell_words import fault_words
from ksdesk.ui.products.words import state_word
from ksdesk.ui.shell.theme import theme_of

FIELDS: Final = (
    *("title", "short_title", "category", "price", "struck_price"),
    *("stock", "threshold", "code", "state"),
)
FIGURES: Final = ("price", "struck_price", "stock", "threshold")


class GridModel(GridCells):
    """Products as a list of lists of texts, one for each of FIELDS."""

    def __init__(
        self,
        products: Sequence[Product],
        texts: Sequence[Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.products = products
        self._first = texts
        self._cells = [list(row) for row in self._first]
        self._faults: dict[tuple[int, int], str] = {}
        self._changed: set[tuple[int, int]] = set()

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._cells[row][column]

    def locked(self, row: int, column: int) -> str:
        """Why a cell cannot be written in, "" where it can."""
        product, name = self.products[row], FIELDS[column]
        if belongs_to_options(product, name):
            return self.tr("It follows from the options; change them in the product itself")
        if product.way == "link" and name == "stock":
            return self.tr("The stock of another platform's goods is not kept here")
        return ""

    def fault(self, row: int, column: int) -> str:
        """Why a cell cannot be taken, "" where it can."""
        reason = self._faults.get((row, column))
        return fault_words(reason, self.text(row, column)) if reason else ""

    def faults(self) -> Sequence[tuple[int, int]]:
        """The cells that cannot be taken, from the top."""
        return sorted(self._faults)

    def fault_count(self) -> int:
        """How many cells cannot be taken."""
        return len(self._faults)

    def changed(self) -> int:
        """How many cells differ from the book."""
        return len(self._changed)

    def typed(self) -> dict[int, dict[str, str]]:
        """The new texts of every product that has one, by its number."""
        found: dict[int, dict[str, str]] = {}
        for row, column in sorted(self._changed):
            texts = found.setdefault(self.products[row].id, {})
            texts[FIELDS[column]] = self.text(row, column)
        return found

    def store(self, row: int, column: int, text: str) -> None:
        self._cells[row][column] = text
        place = (row, column)
        self._faults.pop(place, None)
        self._changed.discard(place)
        if text != self._first[row][column]:
            self._changed.add(place)
            try:
                read_cell(FIELDS[column], text)
            except CellFault as error:
                self._faults[place] = error.reason

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(FIELDS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.fault(row, column) or self.locked(row, column) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if FIELDS[column] in FIGURES:
                side = Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole):
            return self._color(row, column, role == Qt.ItemDataRole.BackgroundRole)
        if role == Qt.ItemDataRole.FontRole and (row, column) in self._changed:
            return theme_of().font(bold=True)
        return None

    def _color(self, row: int, column: int, fill: bool) -> object:
        theme = theme_of()
        if (row, column) in self._faults:
            return theme.color("bad_soft" if fill else "bad")
        if self.locked(row, column):
            return theme.color("sub" if fill else "muted")
        if fill and (row, column) in self._changed:
            return theme.color("warn_soft")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        cell = (index.row(), index.column(), " ".join(str(value).split()))
        return not self.put([cell], self.tr("typing"))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemNeverHasChildren
            if not self.locked(index.row(), index.column()):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return field_word(FIELDS[section]) if across else section + 1
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            side = Qt.AlignmentFlag.AlignLeft
            if FIELDS[section] in FIGURES:
                side = Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def texts_of(products: Iterable[Product]) -> list[list[str]]:
    """The cells of products, as a `GridModel` wants them; any thread may make them."""
    return [[_text(product, name) for name in FIELDS] for product in products]


def _text(product: Product, name: str) -> str:
    value = getattr(product, name)
    if value is None:
        return ""
    if name in ("price", "struck_price"):
        return f"{value // 100}.{value % 100:02d}"
    return state_word(value) if name == "state" else str(value)
