"""What is put off, counted below the tasks; it unfolds to a row each with its way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.today import Agenda, Item
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import Label, small
from ksdesk.ui.today import later_words, words


class HiddenFoot(Card):
    """`told_again` carries the items that are not to be put off any longer."""

    told_again = Signal(object)

    def __init__(self, found: Agenda, parent: QWidget) -> None:
        super().__init__(parent=parent)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Icon("clock", "muted", 20, self))
        count = len(found.put_off)
        line.addWidget(small(self.tr("%n put off for now", "", count), parent=self))
        self.fold_button = TextButton("", small=True, inline=True, parent=self)
        self.fold_button.clicked.connect(self._turn)
        line.addWidget(self.fold_button)
        line.addStretch(1)
        self.add_layout(line)
        self.rows = QWidget(self)
        column = QVBoxLayout(self.rows)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for item, until in found.put_off:
            said = words.words_of(item, found.at)
            column.addLayout(
                self._hidden_row(item, said.title, later_words.until_text(until, found.at))
            )
        self.add(self.rows)
        self._show_rows(False)

    def _hidden_row(self, item: Item, title: str, until: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(title, elide=True, parent=self.rows), 1)
        row.addWidget(small(until, parent=self.rows))
        back = TextButton(self.tr("Tell it again"), small=True, inline=True, parent=self.rows)
        back.setAccessibleName(f"{back.text()} {title}")
        back.clicked.connect(partial(self._tell, item))
        row.addWidget(back)
        return row

    def _tell(self, item: Item, *_checked: object) -> None:
        self.told_again.emit([item])

    @Slot()
    def _turn(self) -> None:
        self._show_rows(self.rows.isHidden())

    def _show_rows(self, shown: bool) -> None:
        self.rows.setVisible(shown)
        self.fold_button.setText(self.tr("Fold") if shown else self.tr("Look ›"))
