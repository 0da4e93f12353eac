"""The cells of the grid: texts as typed, which of them differ, which cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject

from ksdesk.domain.products import Product
from ksdesk.domain.products.cells import CellFault, belongs_to_options, read_cell
from ksdesk.ui.parts.grid import Index
from ksdesk.ui.parts.text_grid import TextCells
from ksdesk.ui.products.bulk.words import field_word
from ksdesk.ui.products.cell_words import fault_words
from ksdesk.ui.products.words import state_word

FIELDS: Final = (
    *("title", "short_title", "category", "price", "struck_price"),
    *("stock", "threshold", "code", "state"),
)
FIGURES: Final = ("price", "struck_price", "stock", "threshold")


class GridModel(TextCells):
    """Products as a list of lists of texts, one for each of FIELDS."""

    figures = frozenset(FIELDS.index(name) for name in FIGURES)

    def __init__(
        self,
        products: Sequence[Product],
        texts: Sequence[Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.heads = tuple(field_word(name) for name in FIELDS)
        self.products = products
        self._first = texts
        self._cells = [list(row) for row in self._first]
        self._faults: dict[tuple[int, int], str] = {}
        self._changed: set[tuple[int, int]] = set()

    def text(self, row: int, column: int) -> str:
        return self._cells[row][column]

    def locked(self, row: int, column: int) -> str:
        product, name = self.products[row], FIELDS[column]
        if belongs_to_options(product, name):
            return self.tr("It follows from the options; change them in the product itself")
        if product.way == "link" and name == "stock":
            return self.tr("The stock of another platform's goods is not kept here")
        return ""

    def fault(self, row: int, column: int) -> str:
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

    def is_changed(self, row: int, column: int) -> bool:
        return (row, column) in self._changed

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
