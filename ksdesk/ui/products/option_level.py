"""One level of options (规格): its name, and its options as chips that are typed one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ksdesk.ui.parts.buttons import IconButton
from ksdesk.ui.parts.chips import FilterChip
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.line_edit import LineEdit
from ksdesk.ui.shell.theme import theme_of

_BETWEEN = re.compile(r"[,，、;；\t\n]+")


class OptionLevel(QWidget):
    """`changed` when name or options are; `removed(self)` when the level is to go.

    A comma or Enter ends an option, Backspace in the empty line takes the last one away, a click
    on an option takes that one away. The same option is taken once.
    """

    changed = Signal()
    removed = Signal(object)

    def __init__(
        self, name: str = "", options: Iterable[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.options: list[str] = []
        self._chips: dict[str, FilterChip] = {}
        self.name_field = LineField("", placeholder=self.tr("Name, such as flavour"), text=name)
        self.name_field.edit.setAccessibleName(self.tr("Name of the option level"))
        self.name_field.setFixedWidth(theme_of(self).px(176))
        self.name_field.edited.connect(self._on_named)
        self.line = LineEdit(parent=self)
        self.line.setAccessibleName(self.tr("Options"))
        self.line.setPlaceholderText(self.tr("Comma-separated"))
        self.line.setMinimumWidth(theme_of(self).px(184))
        self.line.textEdited.connect(self._split)
        self.line.returnPressed.connect(self._take)
        self.line.editingFinished.connect(self._take)
        self.line.installEventFilter(self)
        self.drop = IconButton("close", self.tr("Take this level away"), parent=self)
        self.drop.clicked.connect(self._on_dropped)
        holder = QWidget(self)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(holder, spacing=8)
        self._flow.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name_field, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(holder, 1)
        row.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        self._add(options)

    def name(self) -> str:
        """The name typed."""
        return self.name_field.text().strip()

    def _on_named(self, _text: object) -> None:
        self.changed.emit()

    def _on_dropped(self) -> None:
        self.removed.emit(self)

    def _split(self, text: str) -> None:
        """Take what stands before a comma; a pasted list is taken at once."""
        if _BETWEEN.search(text):
            *whole, rest = _BETWEEN.split(text)
            self.line.setText(rest)
            self._told(whole)

    def _take(self) -> None:
        text = self.line.text()
        if text.strip():
            self.line.clear()
            self._told(_BETWEEN.split(text))

    def _told(self, options: Iterable[str]) -> None:
        before = list(self.options)
        self._add(options)
        if self.options != before:
            self.changed.emit()

    def _add(self, options: Iterable[str]) -> None:
        for option in map(str.strip, options):
            if option and option not in self._chips:
                chip = FilterChip(option, trailing="close", parent=self)
                chip.setAccessibleName(self.tr("Take {option} away").format(option=option))
                chip.clicked.connect(self._on_chip)
                self._chips[option] = chip
                self.options.append(option)
                self._flow.removeWidget(self.line)
                self._flow.addWidget(chip)
                self._flow.addWidget(self.line)
        self.updateGeometry()

    def _on_chip(self) -> None:
        chip = self.sender()
        self._remove(next(option for option, own in self._chips.items() if own is chip))

    def _remove(self, option: str) -> None:
        self.options.remove(option)
        chip = self._chips.pop(option)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.line.setFocus()
        self.updateGeometry()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self.line.text()
            and self.options
        ):
            self._remove(self.options[-1])
            return True
        return False
