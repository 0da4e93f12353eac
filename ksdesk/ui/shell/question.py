"""A question before something that matters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.dialog import SheetDialog


class QuestionSheet(SheetDialog):
    """A title, a sentence, a button that says what happens and one that leaves it.

    other: the verb of a second thing that may happen ("" for none), told by `other_chosen`.
    """

    other_chosen = Signal()

    def __init__(
        self, parent: QWidget, title: str, text: str, verb: str, keep: str, other: str = ""
    ) -> None:
        super().__init__(title, text, name="question", width=480, parent=parent)
        self.go = MainButton(verb, height=32)
        self.go.clicked.connect(self.accept)
        self.keep = SecondButton(keep)
        self.keep.clicked.connect(self.reject)
        self.other = SecondButton(other, tone="bad", parent=self)
        self.other.clicked.connect(self._choose_other)
        self.other.setVisible(bool(other))
        self.set_buttons(self.go, self.keep, self.other)
        self.keep.setFocus()
        self.finished.connect(self.deleteLater)

    def _choose_other(self) -> None:
        self.reject()
        self.other_chosen.emit()
