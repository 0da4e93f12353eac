"""A page's header: its title, one sentence, at most one main and two second buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.labels import Label, title
from ksdesk.ui.shell.theme import theme_of


class PageHeader(QWidget):
    """56 high: the title over its sentence, buttons at the right."""

    def __init__(
        self,
        text: str,
        sentence: str = "",
        buttons: tuple[Button, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title_label = title(text, elide=True, parent=self)
        self.sentence_label = Label(sentence, tone="muted", elide=True, parent=self)
        words.addWidget(self.title_label)
        words.addWidget(self.sentence_label)
        self._row.addLayout(words, 1)
        theme = theme_of(self)
        self.setFixedHeight(self.title_label.minimumHeight() + theme.line() + 2)
        self.set_buttons(*buttons)

    def set_buttons(self, *buttons: Button) -> None:
        """The buttons from left to right; the main one is the last."""
        while self._row.count() > 1:
            item = self._row.takeAt(1)
            old = item.widget() if item is not None else None
            if old is not None:
                old.deleteLater()
        for button in buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_sentence(self, sentence: str) -> None:
        """Another sentence under the title."""
        self.sentence_label.setText(sentence)
