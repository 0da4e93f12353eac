"""What became of each column of a table of products, and the place to correct it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.imports import SKIP, ColumnGuess
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.products.bulk.words import field_word, said

FIELDS = (
    *("title", "short_title", "category", "price", "struck_price", "stock", "threshold", "code"),
    *("item_id", "platform", "state", "way", "selling_point", "link", "note"),
)
OPTIONS = {
    "spec": QT_TRANSLATE_NOOP("Products", "Options"),
    "level1": QT_TRANSLATE_NOOP("Products", "Option 1 name"),
    "option1": QT_TRANSLATE_NOOP("Products", "Option 1"),
    "level2": QT_TRANSLATE_NOOP("Products", "Option 2 name"),
    "option2": QT_TRANSLATE_NOOP("Products", "Option 2"),
    "level3": QT_TRANSLATE_NOOP("Products", "Option 3 name"),
    "option3": QT_TRANSLATE_NOOP("Products", "Option 3"),
}


class ProductColumns(QWidget):
    """A table of the columns, and the form of the chosen one. `remapped(columns)` on a change."""

    remapped = Signal(object)

    def __init__(self, columns: Sequence[ColumnGuess], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.model = RowsModel(
            [
                Column("label", self.tr("In the file"), _label, minimum=112, sort=False),
                Column(
                    "samples", self.tr("For example"), _samples, minimum=112, tone="muted",
                    sort=False,
                ),
                Column(
                    "role", self.tr("Becomes"), _role, minimum=96, bold=True, tone=_tone,
                    sort=False,
                ),
            ],
            key=_index,
        )  # fmt: skip
        self.model.set_rows(self.columns)
        self.table = TableView(self.model, name=self.tr("Columns"), row_height=32)
        self.table.chosen.connect(self._chosen)
        card = Card(flush=True)
        card.add(self.table, 1)
        self.label = heading(elide=True)
        self.samples = small(wrap=True, tone="muted")
        options = [(role, role_word(role)) for role in (SKIP, *FIELDS, *OPTIONS)]
        self.role = ChoiceField(self.tr("This column is"), options)
        self.role.edited.connect(self._set)
        form = Card()
        form.setFixedWidth(240)
        for widget in (self.label, self.samples, self.role):
            form.add(widget)
        form.add_stretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addWidget(form)
        self.table.select_key(self.columns[0].index)

    @Slot(object)
    def _chosen(self, column: ColumnGuess | None) -> None:
        if column is not None:
            self.label.setText(column.label)
            self.samples.setText(_samples(column))
            self.role.set_value(column.role)

    @Slot(object)
    def _set(self, role: str) -> None:
        """The chosen column is this; what was it before is left out."""
        chosen = self.table.current_row()
        if chosen is None:
            return
        made = []
        for column in self.columns:
            if column is chosen:
                column = replace(column, role=role, why="named")
            elif column.role == role:
                column = replace(column, role=SKIP, why="named")
            made.append(column)
        self.remapped.emit(tuple(made))


def role_word(role: str) -> str:
    """What a column becomes."""
    if role == SKIP:
        return said(QT_TRANSLATE_NOOP("Products", "left out"))
    return said(OPTIONS[role]) if role in OPTIONS else field_word(role)


def _index(column: ColumnGuess) -> int:
    return column.index


def _label(column: ColumnGuess) -> str:
    return column.label


def _samples(column: ColumnGuess) -> str:
    return " · ".join(column.samples)


def _role(column: ColumnGuess) -> str:
    return role_word(column.role)


def _tone(column: ColumnGuess) -> str:
    return "muted" if column.role == SKIP else "text"
