"""Rows that may have come in twice: what merging would change, merged at once or kept apart."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.imports import Double
from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.imports.kind_words import kind_name
from ksdesk.ui.imports.words import field_name, value_text
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import count_text, moment_text

SHOWN = 1000


class DoublesSheet(SheetDialog):
    """Lists them; `merged` asks for all to be merged, `kept(ids)` for these to stay two rows."""

    merged = Signal()
    kept = Signal(object)

    def __init__(self, doubles: tuple[Double, ...], count: int, parent: QWidget) -> None:
        super().__init__("", name="doubles", width=920, parent=parent)
        heading = self.tr("Rows that may be there twice")
        self.title_label.setText(heading)
        self.setWindowTitle(heading)
        self.set_sentence(
            self.tr(
                "A file that Excel saved once more had lost its seconds, so its rows came in a"
                " second time and are counted twice. Merging keeps one of each, with what the"
                " later file knew; it stands among the imports and can be taken back."
            )
        )
        self.model = RowsModel(self._columns(), key=_id)
        self.table = TableView(self.model, name=heading, many=True)
        self.grant(self.table, 280)
        self.table.chosen.connect(self._chosen)
        card = Card(flush=True, parent=self)
        card.add(self.table, 1)
        text = self.tr("%n rows", "", count)
        if count > len(doubles):
            text = self.tr("{rows}, the first {n} are shown").format(
                rows=text, n=count_text(len(doubles))
            )
        card.add_footer((small(text, elide=True),), ())
        self.add(card, 1)
        self.main = MainButton(self.tr("Merge all"), height=32)
        self.main.clicked.connect(self._merge)
        self.keep_button = SecondButton(self.tr("Keep both of the chosen"))
        self.keep_button.clicked.connect(self._keep)
        close = SecondButton(self.tr("Decide later"))
        close.clicked.connect(self.reject)
        self.set_buttons(self.main, close, self.keep_button)
        self.finished.connect(self.deleteLater)
        self.model.set_rows(doubles)
        self._chosen(None)

    def _columns(self) -> list[Column]:
        return [
            Column("what", self.tr("Row"), _name, minimum=150, second=_kind_word),
            Column("when", self.tr("When"), _when, width=136, tone="muted"),
            Column("first", self.tr("First file"), lambda d: d.first, minimum=100, tone="muted"),
            Column(
                "again", self.tr("Came again with"), lambda d: d.again, minimum=100, tone="muted"
            ),
            Column("changes", self.tr("What merging changes"), self._changes, minimum=180),
        ]

    def _changes(self, double: Double) -> str:
        said = "   ".join(
            f"{field_name(field)} {_shown(field, old)} → {_shown(field, new)}"
            for field, old, new in double.changes
        )
        return said or self.tr("nothing, they are alike")

    @Slot(object)
    def _chosen(self, _row: object) -> None:
        if self.table.selected_rows():
            self.keep_button.enable()
        else:
            self.keep_button.disable(self.tr("Choose rows first"))

    @Slot()
    def _merge(self) -> None:
        self.merged.emit()
        self.accept()

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(tuple(row.id for row in self.table.selected_rows()))
        self.accept()


def _id(double: Double) -> int:
    return double.id


def _name(double: Double) -> str:
    """What identifies the row, out of its key."""
    owners = [part.partition("=")[2] for part in double.key.split("|")[1:-1]]
    return " · ".join(filter(None, owners)) or "–"


def _kind_word(double: Double) -> str:
    return kind_name(double.kind)


def _when(double: Double) -> str:
    return moment_text(from_seconds(double.time)) if double.time else ""


def _shown(field: str, value: object) -> str:
    if field == "time" and isinstance(value, int):
        return moment_text(from_seconds(value))
    return value_text(field, value)
