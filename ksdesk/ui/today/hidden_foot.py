"""What is ticked off today and what is put off, counted below the tasks; each unfolds to rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.today import Agenda, Item
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import Label, small
from ksdesk.ui.today import later_words, words


class HiddenFoot(Card):
    """`done` at the left and `put_off` at the right, None where there is nothing.

    `told_again` carries the items that are not to be hidden any longer.
    """

    told_again = Signal(object)

    def __init__(self, found: Agenda, parent: QWidget) -> None:
        super().__init__(parent=parent)
        line = QHBoxLayout()
        self.add_layout(line)
        self.done: HiddenRows | None = None
        self.put_off: HiddenRows | None = None
        if found.done:
            said = self.tr("%n done today", "", len(found.done))
            self.done = HiddenRows("good", "good", said, self)
            for item in found.done:
                self.done.add(item, found, self.tr("Not done yet"))
            line.addWidget(self.done.head, 0, Qt.AlignmentFlag.AlignLeft)
        if found.put_off:
            said = self.tr("%n put off for now", "", len(found.put_off))
            self.put_off = HiddenRows("clock", "muted", said, self)
            for item, until in found.put_off:
                when = later_words.until_text(until, found.at)
                self.put_off.add(item, found, self.tr("Remind me again"), when)
            line.addWidget(self.put_off.head, 0, Qt.AlignmentFlag.AlignRight)
        for part in (self.done, self.put_off):
            if part is not None:
                part.asked.connect(self._tell)
                self.add(part)

    @Slot(object)
    def _tell(self, item: Item) -> None:
        self.told_again.emit([item])


class HiddenRows(QWidget):
    """A row for each that is hidden, below `head`, which counts and unfolds them.

    `asked` carries the item that is to be told again.
    """

    asked = Signal(object)

    def __init__(self, icon: str, tone: str, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.head = QWidget(parent)
        line = QHBoxLayout(self.head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Icon(icon, tone, 20, self.head))
        line.addWidget(small(said, parent=self.head))
        self.fold_button = TextButton("", small=True, inline=True, parent=self.head)
        self.fold_button.clicked.connect(self._turn)
        line.addWidget(self.fold_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(8)
        self._fold(True)

    def add(self, item: Item, found: Agenda, back: str, when: str = "") -> None:
        """A row: what it is, until when, and the word that brings it back."""
        title = words.words_of(item, found.at).title
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(title, elide=True, parent=self), 1)
        row.addWidget(small(when, parent=self))
        button = TextButton(back, small=True, inline=True, parent=self)
        button.setAccessibleName(f"{back} {title}")
        button.clicked.connect(partial(self._ask, item))
        row.addWidget(button)
        self._column.addLayout(row)

    def _ask(self, item: Item, *_checked: object) -> None:
        self.asked.emit(item)

    @Slot()
    def _turn(self) -> None:
        self._fold(not self.isHidden())

    def _fold(self, folded: bool) -> None:
        self.setVisible(not folded)
        self.fold_button.setText(self.tr("Look ›") if folded else self.tr("Fold"))
