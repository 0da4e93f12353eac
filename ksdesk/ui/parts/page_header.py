"""A page's header: its title, one sentence, at most one main and two second buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.labels import Label, title
from ksdesk.ui.shell.theme import TITLE, theme_of

GAP, BELOW = 16, 8  # px between words and buttons, beside and below


class PageHeader(QWidget):
    """56 high: the title over its sentence, buttons at the right; below where they would cut the
    title."""

    def __init__(
        self,
        text: str,
        sentence: str = "",
        buttons: tuple[Button, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title_label = title(text, elide=True, parent=self)
        self.sentence_label = Label(sentence, tone="muted", elide=True, parent=self)
        words.addWidget(self.title_label)
        words.addWidget(self.sentence_label)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._buttons)
        self._row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft)
        self.set_buttons(*buttons)

    def set_buttons(self, *buttons: Button) -> None:
        """The buttons from left to right; the main one is the last."""
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.deleteLater()
        for button in buttons:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._place()

    def set_sentence(self, sentence: str) -> None:
        """Another sentence under the title."""
        self.sentence_label.setText(sentence)

    def show_sentence(self, shown: bool) -> None:
        """Whether there is room for the sentence."""
        self.sentence_label.setVisible(shown)
        self._place()

    def _place(self) -> None:
        theme, buttons = theme_of(self), self._buttons.sizeHint()
        title_width = theme.metrics(TITLE, True).horizontalAdvance(self.title_label.text())
        below = buttons.width() > 0 and title_width + GAP + buttons.width() > self.width()
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if way != self._row.direction():  # a row that is told anew asks to be laid out anew
            self._row.setDirection(way)
            self._row.setSpacing(BELOW if below else GAP)
        high = self.title_label.minimumHeight()
        high += 0 if self.sentence_label.isHidden() else theme.line() + 2
        beside = max(high, buttons.height())
        self.setFixedHeight(high + BELOW + buttons.height() if below else beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.layout() is not None:
            self._place()  # a button came, went or has another word
        return super().event(event)
