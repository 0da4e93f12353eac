"""A sheet on the screen: the modal window of ours for an answer that is truly needed now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.labels import Divider, body, title
from ksdesk.ui.shell.theme import theme_of

_sizes: dict[str, QSize] = {}


class SheetDialog(QDialog):
    """Title, sentence, body and a row of buttons; shown with `open()`, never `exec()`.

    scrolls: what is inside scrolls by itself, so that the sheet need not grow with it.

    name: under it the size is remembered while the app runs. Esc rejects; Ctrl+Enter presses
    the main button. `body` is the layout inside.
    """

    scrolls = False

    def __init__(
        self,
        heading: str,
        sentence: str = "",
        *,
        name: str = "",
        width: int = 560,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name or type(self).__name__
        self._main: Button | None = None
        self.setWindowTitle(heading)
        self.setModal(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme_of(self).color("surface"))
        self.setPalette(palette)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(4)
        self.title_label = title(heading, wrap=True, parent=self)
        self.sentence_label = body(sentence, tone="muted", wrap=True, parent=self)
        self.sentence_label.setVisible(bool(sentence))
        inside.addWidget(self.title_label)
        inside.addWidget(self.sentence_label)
        inside.addSpacing(12)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        inside.addLayout(self.body, 1)
        self._column.addLayout(inside, 1)
        self._foot: QWidget | None = None
        self.resize(_sizes.get(self._name, QSize(width, 10)))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """A widget below what the sheet holds already."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """A layout below what the sheet holds already."""
        self.body.addLayout(layout, stretch)

    def set_sentence(self, sentence: str) -> None:
        """Another sentence under the title."""
        self.sentence_label.setText(sentence)
        self.sentence_label.setVisible(bool(sentence))

    def set_buttons(self, main: Button | None, *seconds: Button) -> None:
        """The row at the foot: seconds at the left, the main button at the right end."""
        if self._foot is not None:
            self._foot.deleteLater()
        else:
            self._column.addWidget(Divider("border", self))
        self._foot = QWidget(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        for button in seconds:
            row.addWidget(button)
        row.addStretch(1)
        if main is not None:
            row.addWidget(main)
        self._main = main
        self._column.addWidget(self._foot)

    def fit(self) -> None:
        """Grow where the content has become higher; texts that wrap need a width first."""
        if self.scrolls:
            return
        self._column.activate()
        need = self._column.totalHeightForWidth(self.width())
        need = max(need, self._column.totalMinimumSize().height())
        if need > self.height():
            self.resize(self.width(), need)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def done(self, result: int) -> None:
        _sizes[self._name] = self.size()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        _sizes[self._name] = self.size()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self._main is not None and self._main.isEnabled():
                self._main.click()
            return
        super().keyPressEvent(event)
