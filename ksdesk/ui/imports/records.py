"""导入记录: every import, and the way to take one back as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.domain.imports import Batch
from ksdesk.ui.imports.kind_words import kind_name
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import count_text, moment_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

STATES = {
    "running": ("accent", QT_TRANSLATE_NOOP("Imports", "Running")),
    "done": ("good", QT_TRANSLATE_NOOP("Imports", "In the book")),
    "undone": ("neutral", QT_TRANSLATE_NOOP("Imports", "Taken back")),
    "interrupted": ("warn", QT_TRANSLATE_NOOP("Imports", "Broke off")),
}
SHORT = 4


def _kind_word(batch: Batch) -> str:
    return kind_name(batch.kind)


def _state(batch: Batch) -> tuple[str, str]:
    kind, word = STATES[batch.state]
    return kind, QCoreApplication.translate("Imports", word)


class Records(Card):
    """Imports, the newest first. `undo_asked(Batch)`; `all_asked` by the link of a short list."""

    undo_asked = Signal(object)
    all_asked = Signal()

    def __init__(self, *, short: bool, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._short = short
        self.model = RowsModel(self._columns(), key=_number)
        self.table = TableView(
            self.model,
            name=self.tr("Imports"),
            empty=self.tr("Nothing imported yet; figures may have been typed in."),
        )
        self.table.chosen.connect(self._chosen)
        self.table.menu_asked.connect(self._open_menu)
        self.add(self.table, 1)
        self.count = small(elide=True)
        self.undo_button = SecondButton(self.tr("Take this import back"), "undo")
        self.undo_button.clicked.connect(self._undo)
        self.add_footer((self.count,), (self.undo_button,))
        if short:
            self.set_title(self.tr("Imports"))
            self.all_button = TextButton(self.tr("All ›"), small=True, inline=True)
            self.all_button.clicked.connect(self.all_asked)
            self.add_action(self.all_button)
        self._chosen(None)

    def _columns(self) -> list[Column]:
        def counted(name: str, title: str, value: Callable[[Batch], int]) -> Column:
            return Column(name, title, value, count_text, "right", 64)

        return [
            Column("file", self.tr("File"), lambda b: b.name, minimum=120, second=_kind_word),
            Column(
                "when",
                self.tr("When"),
                lambda b: b.started_at,
                moment_text,
                width=136,
                tone="muted",
            ),
            counted("new", self.tr("New"), lambda b: b.new),
            counted("revised", self.tr("Updated"), lambda b: b.revised),
            counted("same", self.tr("Had already"), lambda b: b.same),
            counted("refused", self.tr("Unusable"), lambda b: b.refused),
            Column("state", self.tr("State"), lambda b: b.state, width=104, pill=_state),
        ]

    def show_batches(self, batches: tuple[Batch, ...]) -> None:
        """Show these."""
        chosen = self.table.current_row()
        self.model.set_rows(batches[:SHORT] if self._short else batches)
        self.count.setText(self.tr("%n imports", "", len(batches)))
        if self._short:
            self.all_button.setVisible(len(batches) > SHORT)
            self.table.fit_height(SHORT)
        if chosen is not None:
            self.table.select_key(chosen.id)
        self._chosen(self.table.current_row())

    def select(self, number: int) -> bool:
        """Choose an import by its number."""
        return self.table.select_key(number)

    @Slot(object)
    def _chosen(self, batch: Batch | None) -> None:
        if batch is None:
            self.undo_button.disable(self.tr("Choose an import first"))
        elif batch.state == "undone":
            self.undo_button.disable(self.tr("It has been taken back already"))
        elif batch.state != "done":
            self.undo_button.disable(self.tr("Nothing of it is in the book"))
        else:
            self.undo_button.enable()

    def menu(self) -> QMenu:
        """The verbs of the chosen import."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy"), self.table.copy_rows)
        undo = menu.addAction(self.undo_button.toolTip() or self.undo_button.text(), self._undo)
        undo.setEnabled(self.undo_button.isEnabled())
        return menu

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(place)

    @Slot()
    def _undo(self) -> None:
        batch = self.table.current_row()
        if batch is not None:
            self.undo_asked.emit(batch)


class RecordsSheet(SheetDialog):
    """All imports."""

    def __init__(self, batches: tuple[Batch, ...], parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("Records", "Imports"),
            name="imports",
            width=880,
            parent=parent,
        )
        self.records = Records(short=False, parent=self)
        self.grant(self.records.table, 320)
        self.records.show_batches(batches)
        self.add(self.records, 1)
        self.only_close()


def _number(batch: Batch) -> int:
    return batch.id
