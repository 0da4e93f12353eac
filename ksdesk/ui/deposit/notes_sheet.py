"""A sheet that lists facts of one kind, and a form below that adds or changes one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ksdesk.domain.notes import Note
from ksdesk.ui.deposit.form_sheet import FormSheet
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.table import Column, RowsModel, TableView

N = TypeVar("N", bound=Note)
LEAST, MOST = 3, 5  # rows that the list shows
ROW = 36


class NotesSheet(FormSheet, Generic[N]):
    """`kept(note)` to write one (id 0: a new one), `dropped(note)` to take one away.

    The sheet stays open: each is a step of its own. Subclasses give the columns, add the fields,
    read them into a note and fill them from one.
    """

    kept = Signal(object)
    dropped = Signal(object)

    def __init__(
        self,
        heading: str,
        sentence: str,
        today: date,
        *,
        name: str,
        width: int = 600,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, sentence, name=name, width=width, parent=parent)
        self.today = today
        self._writing = False
        self.model = RowsModel(self.columns(), key=_key, parent=self)
        self.table = TableView(
            self.model, name="", row_height=ROW, empty=self.tr("Nothing noted yet")
        )
        self.table.chosen.connect(self._chosen)
        self.table.fit_height(LEAST)
        card = Card(flush=True, parent=self)
        card.add(self.table)
        self.add(card)
        self.build()
        self.finish(self.tr("Add it"), "plus", self.tr("Close"))
        self.new_button = TextButton(self.tr("A new one"), "plus", parent=self)
        self.new_button.clicked.connect(self.start_new)
        self.drop_button = SecondButton(self.tr("Take it away"), "trash", height=40, parent=self)
        self.drop_button.clicked.connect(self._drop)
        self.set_buttons(self.main, self.leave, self.drop_button, self.new_button)
        self._chosen(None)

    def columns(self) -> Sequence[Column]:
        """The columns of the list."""
        raise NotImplementedError

    def build(self) -> None:
        """Add the fields."""
        raise NotImplementedError

    def rows(self, view: AccountView) -> Sequence[N]:
        """What the list shows."""
        raise NotImplementedError

    def fill(self, note: N | None) -> None:
        """Show a note in the fields, or what a new one begins with."""
        raise NotImplementedError

    def read(self, number: int) -> N | None:
        """The note as typed, with this number; None after saying what is wrong."""
        raise NotImplementedError

    def show_view(self, view: AccountView) -> None:
        """List what the book says now; a written form begins anew."""
        rows = tuple(self.rows(view))
        self.model.set_rows(rows)
        self.table.fit_height(min(max(len(rows), LEAST), MOST))
        if self._writing:
            self._writing = False
            self.outcome.set("", "")
            self.start_new()

    def showEvent(self, event: QShowEvent) -> None:
        self.table.setAccessibleName(self.windowTitle())
        super().showEvent(event)

    def start_new(self) -> None:
        """Empty the form for a new one."""
        self.table.clearSelection()
        self._chosen(None)

    def submit(self) -> None:
        row = self.table.current_row()
        note = self.read(row.id if row is not None else 0)
        if note is not None:
            self._writing = True
            self.main.setEnabled(False)
            self.kept.emit(note)
            self.main.setEnabled(True)

    def refuse(self, sentence: str) -> None:
        self._writing = False
        super().refuse(sentence)

    def _drop(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._writing = True
            self.dropped.emit(row)

    def _chosen(self, note: N | None) -> None:
        self.main.set_text(self.tr("Add it") if note is None else self.tr("Save the change"))
        self.main.set_icon("plus" if note is None else "check")
        self.drop_button.setVisible(note is not None and bool(note.id))
        self.new_button.setVisible(note is not None)
        self.fill(note)
        self.fit()


def _key(note: Note) -> object:
    """The number of a note; what is not written, but counted (sales of orders), by itself."""
    return note.id or note
