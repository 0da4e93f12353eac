"""What became of each column, and the place to correct it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.imports import ColumnGuess, Preview
from ksdesk.ui.imports.reading import can_be_read_again
from ksdesk.ui.imports.roles import Columns, assign, choice_of, starting_role, with_unit
from ksdesk.ui.imports.words import (
    is_money,
    role_options,
    role_word,
    unit_options,
    why_word,
)
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

SUGGESTIONS = (
    QT_TRANSLATE_NOOP("Imports", "CPC"),
    QT_TRANSLATE_NOOP("Imports", "CPM"),
    QT_TRANSLATE_NOOP("Imports", "Price"),
    QT_TRANSLATE_NOOP("Imports", "Viewers"),
    QT_TRANSLATE_NOOP("Imports", "Spend per hour"),
)


class ColumnsPane(QWidget):
    """A table of the columns, and the form of the chosen one. `remapped(columns)` on a change."""

    remapped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Columns = ()
        self._index = -1
        self._kind = "traffic"
        self._fixed = False
        self.model = RowsModel(
            [
                Column("label", self.tr("In the file"), _label, minimum=96, sort=False),
                Column(
                    "samples",
                    self.tr("For example"),
                    _samples,
                    minimum=96,
                    tone="muted",
                    sort=False,
                ),
                Column(
                    "role",
                    self.tr("Becomes"),
                    self._role,
                    minimum=112,
                    bold=True,
                    sort=False,
                    tone=_role_tone,
                    second=_why,
                ),
            ],
            key=_index_of,
        )
        self.table = TableView(self.model, name=self.tr("Columns"), row_height=44)
        self.table.chosen.connect(self._chosen)
        card = Card(flush=True)
        card.add(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addWidget(self._make_form())

    def _make_form(self) -> Card:
        self.form = Card()
        self.form.setFixedWidth(272)
        self.heading = heading(elide=True)
        self.samples = small(wrap=True)
        self.role = ChoiceField(self.tr("This column is"), role_options())
        self.role.edited.connect(self._role_picked)
        self.name = LineField(self.tr("Its name"), placeholder=self.tr("For example CPC"))
        self.name.finished.connect(self._named)
        self.name.edit.returnPressed.connect(self._named)  # Enter names it and imports nothing
        words = [(str(s), QCoreApplication.translate("Imports", s)) for s in SUGGESTIONS]
        self.suggestions = ChipBar([(word, word) for _s, word in words], name=self.tr("Names"))
        self.suggestions.chosen.connect(self._suggested)
        self.unit = ChoiceField(self.tr("Amounts are"), unit_options())
        self.unit.edited.connect(self._unit_picked)
        for widget in (
            self.heading,
            self.samples,
            self.role,
            self.name,
            self.suggestions,
            self.unit,
        ):
            self.form.add(widget)
        self.form.add_stretch()
        return self.form

    def show_preview(self, preview: Preview) -> None:
        """Show the columns; one that needs a name is chosen."""
        if preview.kind != self._kind:
            self._kind = preview.kind
            self.role.choice.set_options(role_options(preview.kind))
        self._fixed = not can_be_read_again(preview.source)
        self._columns = preview.columns
        self.model.set_rows(preview.columns)
        nameless = [c.index for c in preview.columns if c.role == "own:"]
        known = self._index if any(c.index == self._index for c in preview.columns) else -1
        first = preview.columns[0].index if preview.columns else -1
        wanted = nameless[0] if nameless else known if known >= 0 else first
        self.table.select_key(wanted)

    def _current(self) -> ColumnGuess | None:
        return next((c for c in self._columns if c.index == self._index), None)

    @Slot(object)
    def _chosen(self, column: ColumnGuess | None) -> None:
        if column is None:
            return
        self._index = column.index
        nameless = column.role == "own:"
        label = column.label.strip() or self.tr("Column {n}").format(n=column.index + 1)
        self.heading.setText(label)
        self.samples.setText(_samples(column))
        self.role.set_value(choice_of(column))
        self._show_whether_changeable(column)
        named = column.what in ("own", "mark", "note")
        asked = self.tr("What is this figure?") if nameless else self.tr("Its name")
        self.name.set_caption(asked)
        self.name.setVisible(named)
        self.name.set_text(column.code if named else "")
        self.suggestions.setVisible(column.what == "own")
        self.suggestions.set_value(None)
        for chip in (self.suggestions.chip(word) for _s, word in self._words()):
            chip.setAutoExclusive(False)
        self.unit.setVisible(is_money(column, self._kind))
        self.unit.set_value(column.unit or "yuan")
        if nameless:
            self.name.edit.setFocus()

    def _show_whether_changeable(self, column: ColumnGuess) -> None:
        """A buyer's personal data stays out; cells pasted another day cannot be read again."""
        private = column.why == "private"
        for field in (self.role, self.name, self.suggestions, self.unit):
            field.setEnabled(not private and not self._fixed)
        if private:
            self.role.set_verdict("", self.tr("Names, phones and addresses are never kept."))
        elif self._fixed:
            self.role.set_verdict("", self.tr("Paste the cells again to change this."))
        else:
            self.role.clear_verdict()

    def _words(self) -> list[tuple[str, str]]:
        return [(str(s), QCoreApplication.translate("Imports", s)) for s in SUGGESTIONS]

    @Slot(object)
    def _role_picked(self, choice: str) -> None:
        column = self._current()
        if column is not None:
            self._assign(starting_role(choice, column))

    @Slot()
    def _named(self) -> None:
        column, name = self._current(), " ".join(self.name.text().split())
        if column is not None and name and name != column.code and self.name.isVisible():
            self._assign(f"{column.what}:{name}")

    @Slot(object)
    def _suggested(self, word: str) -> None:
        self.name.set_text(word)
        self._named()

    @Slot(object)
    def _unit_picked(self, unit: str) -> None:
        self.remapped.emit(with_unit(self._columns, self._index, unit))

    def _assign(self, role: str) -> None:
        column = self._current()
        if column is not None and role != column.role:
            own = self._kind != "products"
            self.remapped.emit(assign(self._columns, self._index, role, own=own))

    def _role(self, column: ColumnGuess) -> str:
        return role_word(column.role, self._kind)


def _index_of(column: ColumnGuess) -> int:
    return column.index


def _label(column: ColumnGuess) -> str:
    return column.label.strip() or f"#{column.index + 1}"


def _samples(column: ColumnGuess) -> str:
    return " · ".join(dict.fromkeys(column.samples))


def _why(column: ColumnGuess) -> str:
    return "" if column.role == "own:" else why_word(column.why)


def _role_tone(column: ColumnGuess) -> str:
    if column.role == "own:":
        return "bad"
    return "muted" if column.role == "skip" else "text"
