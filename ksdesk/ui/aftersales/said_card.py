"""What was said in a case, and the next sentence to copy."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.ui.aftersales import words
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card, NoteBox
from ksdesk.ui.parts.choice import Choice
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import Label, small
from ksdesk.ui.parts.texts import clock_text, short_moment_text

MOST = 60  # lines shown, the latest


class SaidCard(Card):
    """`said(who, words)` for one line more, `unsaid` takes the last one back, `copied(text)`."""

    said = Signal(str, str)
    unsaid = Signal()
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What was said"), parent=parent)
        self.undo_line = TextButton(self.tr("Take the last back"), small=True, parent=self)
        self.undo_line.clicked.connect(self.unsaid)
        self.add_action(self.undo_line)
        self._grid: QWidget | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self.add_stretch()
        options = [(code, words.said(word)) for code, word in words.SPEAKERS.items()]
        self.who = Choice(options, "buyer", name=self.tr("Who said it"), parent=self)
        self.line = LineField("", placeholder=self.tr("In short"), parent=self)
        self.line.edit.setAccessibleName(self.tr("What was said"))
        self.line.edit.returnPressed.connect(self._say)
        self.add_button = SecondButton(self.tr("Note it"), parent=self)
        self.add_button.clicked.connect(self._say)
        self._row.addWidget(self.who)
        self._row.addWidget(self.line, 1)
        self._row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self.add_layout(self._row)
        head = QHBoxLayout()
        head.addWidget(small(self.tr("You can write to the buyer"), parent=self), 1)
        self.copy_button = TextButton(self.tr("Copy"), "copy", small=True, parent=self)
        self.copy_button.clicked.connect(self._copy)
        head.addWidget(self.copy_button)
        self.add_layout(head)
        self.draft = NoteBox("", icon="", parent=self)
        self.draft.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(self.draft)

    def show_file(self, file: CaseFile, draft: str, now: datetime) -> None:
        """Show what was said, and the sentence for the next step."""
        if self._grid is not None:
            self.body.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._lines(file, now)
        self.body.insertWidget(0, self._grid)
        self._grid.show()
        self.undo_line.setVisible(bool(file.said))
        self.draft.set_text(draft)
        self.copy_button.set_text(self.tr("Copy"))
        self.copy_button.set_icon("copy")

    def _lines(self, file: CaseFile, now: datetime) -> QWidget:
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for place, (at, who, text, _step) in enumerate(file.said[-MOST:]):
            moment = datetime.fromisoformat(at)
            same = moment.date() == now.date()
            when = clock_text(moment) if same else short_moment_text(moment)
            who_word = words.said(words.SPEAKERS.get(who, ""))
            grid.addWidget(small(when, parent=holder), place, 0, top)
            grid.addWidget(small(who_word, parent=holder), place, 1, top)
            grid.addWidget(Label(text, wrap=True, select=True, parent=holder), place, 2)
        if not file.said:
            grid.addWidget(small(self.tr("Nothing noted yet"), parent=holder), 0, 0, 1, 3)
        return holder

    @Slot()
    def _say(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.set_text("")
            self.said.emit(str(self.who.value()), text)

    @Slot()
    def _copy(self) -> None:
        text = self.draft.text_label.text()
        QGuiApplication.clipboard().setText(text)
        self.copy_button.set_text(self.tr("Copied"))
        self.copy_button.set_icon("check")
        self.copied.emit(text)
