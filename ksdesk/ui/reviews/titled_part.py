"""A part of what is known of a live or a video, under its title."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.ui.parts.labels import heading, small


class TitledPart(QWidget):
    """What it shows goes into `column`, below the title with a `hint` at its right."""

    def __init__(self, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(heading(title, elide=True, parent=self))
        head.addStretch(1)
        self.hint = small(hint, elide=True, parent=self)
        head.addWidget(self.hint)
        self.column.addLayout(head)
