"""A file that cannot be read: what is the matter, and the way out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.dialog import SheetDialog


class ProblemSheet(SheetDialog):
    """`accepted`: another file is to be chosen; `rejected`: go on."""

    def __init__(self, title: str, way: str, *, more: bool, parent: QWidget) -> None:
        super().__init__(title, way, name="import problem", width=520, parent=parent)
        self.go = MainButton(self.tr("Choose another file"), height=32)
        self.go.clicked.connect(self.accept)
        words = self.tr("Skip, on to the next file") if more else self.tr("Do not import")
        self.leave = SecondButton(words)
        self.leave.clicked.connect(self.reject)
        self.set_buttons(self.go, self.leave)
        self.finished.connect(self.deleteLater)
        self.leave.setFocus()
