"""A question before something that matters."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.dialog import Sheet


class QuestionSheet(Sheet):
    """A title, a sentence, a button that says what happens and one that leaves it."""

    def __init__(self, parent: QWidget, title: str, text: str, verb: str, keep: str) -> None:
        super().__init__(title, text, name="question", width=480, parent=parent)
        self.go = MainButton(verb, height=32)
        self.go.clicked.connect(self.accept)
        self.keep = SecondButton(keep)
        self.keep.clicked.connect(self.reject)
        self.set_buttons(self.go, self.keep)
        self.keep.setFocus()
        self.finished.connect(self.deleteLater)
