"""The sentence under a field that says what is thought of the entry."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import small
from ksdesk.ui.shell.theme import SMALL, theme_of


class VerdictSentence(QWidget):
    """The sentence under a field: icon and words in good, warn or bad."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme_of(self)
        self._label = small("", wrap=True, parent=self)
        self._icon = Icon("good", "good", 14, self)
        self._icon.move(1, (theme.line(SMALL) - 14) // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(19, 0, 0, 0)
        column.addWidget(self._label)
        self._kind = ""
        self.hide()

    def set(self, kind: str, sentence: str) -> None:
        """Show a sentence; kind good, warn, bad or "" (muted, without an icon)."""
        self._kind = kind
        self._label.setText(sentence)
        self._label.set_tone(kind or "muted")
        self._icon.setVisible(bool(kind))
        if kind:
            self._icon.set(kind, kind)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(19 if kind else 0, 0, 0, 0)
        self.setVisible(bool(sentence))

    def kind(self) -> str:
        """The kind shown, "" without one."""
        return self._kind

    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()
