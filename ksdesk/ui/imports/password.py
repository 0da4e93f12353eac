"""The password of an encrypted workbook: asked for, used once, not kept."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField

LOCKED = ("password", "wrong_password")
"""Why an encrypted workbook is not read: it needs a password, or another one."""


class PasswordSheet(SheetDialog):
    """`accepted`: try `password()`; `rejected`: leave this file. `wrong` says so of the last."""

    keeps = True  # a password is typed anew

    def __init__(
        self, heading: str, way: str, wrong: str = "", *, more: bool, parent: QWidget
    ) -> None:
        super().__init__(heading, way, name="import password", width=480, parent=parent)
        self.field = LineField(self.tr("Password"), parent=self)
        self.field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.edited.connect(self._judge)
        if wrong:
            self.field.set_verdict("bad", wrong)
        self.add(self.field)
        self.go = MainButton(self.tr("Open"), height=32)
        self.go.clicked.connect(self.accept)
        words = self.tr("Skip, on to the next file") if more else self.tr("Do not import")
        self.leave = SecondButton(words)
        self.leave.clicked.connect(self.reject)
        self.set_buttons(self.go, self.leave)
        self.finished.connect(self.deleteLater)
        self._judge()
        self.field.edit.setFocus()

    def password(self) -> str:
        """What was typed, with its spaces."""
        return self.field.edit.text()

    @Slot(object)
    def _judge(self, _text: object = None) -> None:
        if self.password():
            self.go.enable()
        else:
            self.go.disable(self.tr("Type the password first"))
