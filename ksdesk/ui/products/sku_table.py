"""The combinations of options as a table in which price, stock and code are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from ksdesk.domain.money import MoneyError, parse_number, parse_yuan
from ksdesk.domain.products import Sku
from ksdesk.ui.parts.rows import Column, Index, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, money_text

TYPED = ("price", "stock", "code")
MOST_ROWS = 8  # before the table scrolls by itself


class SkuRows(RowsModel):
    """SKUs in their order. `typed` after a change by hand, `refused(text)` for what is no figure.

    The last three columns can be edited: price in yuan, stock in pieces, code as text.
    """

    typed = Signal()
    refused = Signal(str)

    def skus(self) -> tuple[Sku, ...]:
        """The SKUs as they stand in the table."""
        return tuple(self.rows)

    def fill_down(self, number: int, place: int, until: int) -> None:
        """Copy a typed cell into the cells below it, to the row `until`."""
        name = self.columns[place].name
        if name not in TYPED or until <= number:
            return
        value = getattr(self._rows[number], name)
        assert isinstance(self._rows, list)
        for below in range(number + 1, until + 1):
            self._rows[below] = replace(self._rows[below], **{name: value})
        self.dataChanged.emit(self.index(number, place), self.index(until, place))
        self.typed.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return super().data(index, role)
        name = self.columns[index.column()].name
        value = getattr(self._rows[index.row()], name) if name in TYPED else None
        if value is None:
            return ""
        return money_text(value) if name == "price" else str(value)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = self.columns[index.column()].name
        if role != Qt.ItemDataRole.EditRole or name not in TYPED:
            return False
        try:
            read = _read(name, str(value).strip())
        except MoneyError:
            self.refused.emit(str(value).strip())
            return False
        sku = replace(self._rows[index.row()], **{name: read})
        assert isinstance(self._rows, list)
        if sku != self._rows[index.row()]:
            self._rows[index.row()] = sku
            self.dataChanged.emit(index, index)
            self.typed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].name in TYPED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


def _read(name: str, text: str) -> str | int | None:
    """What was typed into a cell; `MoneyError` where it is no figure."""
    if name == "code":
        return text
    if not text:
        return None
    return parse_yuan(text) if name == "price" else round(parse_number(text))


class SkuTable(TableView):
    """Typing changes the current cell, Enter opens it, Delete empties it, Ctrl+D fills down."""

    def __init__(self, levels: Sequence[str], parent: QWidget | None = None) -> None:
        self.model_rows = SkuRows(self._columns(levels))
        super().__init__(
            self.model_rows, name=self.tr("Combinations"), row_height=36, parent=parent
        )
        self.model_rows.setParent(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)

    def _columns(self, levels: Sequence[str]) -> list[Column]:
        options = [
            Column(f"level{n}", name, partial(_option, place=n), minimum=72, sort=False)
            for n, name in enumerate(levels)
        ]
        return [
            *options,
            Column("price", self.tr("Price ¥"), _price, money_text, "right", 104, sort=False),
            Column("stock", self.tr("Stock"), _stock, count_text, "right", 96, sort=False),
            Column("code", self.tr("SKU code"), _code, width=152, sort=False),
        ]

    def set_skus(self, skus: Sequence[Sku]) -> None:
        """Show these SKUs."""
        self.model_rows.set_rows(skus)
        self.fit_height(MOST_ROWS)

    def fill(self) -> None:
        """Copy the first cell chosen to the end of the choice, or a single one to the last row."""
        chosen = self.selectionModel().selectedIndexes()
        current = min(chosen, key=QModelIndex.row) if chosen else self.currentIndex()
        if not current.isValid():
            return
        until = max((index.row() for index in chosen), default=current.row())
        if until == current.row():
            until = self.model_rows.rowCount() - 1
        for place in sorted({index.column() for index in chosen} or {current.column()}):
            self.model_rows.fill_down(current.row(), place, until)

    def _empty_chosen(self) -> None:
        for index in self.selectionModel().selectedIndexes():
            self.model_rows.setData(index, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.state() == QAbstractItemView.State.EditingState:
            return  # what the cell's own line leaves over
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_D and control:
            self.fill()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty_chosen()
        else:
            QTableView.keyPressEvent(self, event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the cell below, as in Excel."""
        super().closeEditor(editor, hint)
        index = self.currentIndex()
        below = index.siblingAtRow(index.row() + 1)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid():
            self.setCurrentIndex(below)


def _option(sku: Sku, place: int) -> str:
    return sku.options[place] if place < len(sku.options) else ""


def _price(sku: Sku) -> int | None:
    return sku.price


def _stock(sku: Sku) -> int | None:
    return sku.stock


def _code(sku: Sku) -> str | None:
    return sku.code or None
