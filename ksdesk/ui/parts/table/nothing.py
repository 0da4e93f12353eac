"""What a table says while it has no rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.labels import Label


class Nothing(QWidget):
    """A sentence in the middle, and the way out."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        column = QVBoxLayout(self)
        column.addStretch(1)
        self.label = Label("", tone="muted", wrap=True, parent=self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = TextButton("", parent=self)
        column.addWidget(self.label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def set(self, text: str, action: str) -> None:
        """Say it; `action` is on the button, "" for none."""
        self.label.setText(text)
        self.button.set_text(action)
        self.button.setVisible(bool(action))
