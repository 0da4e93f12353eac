"""A drop-down list of values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from ksdesk.ui.parts.fields import Field
from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.shell.theme import theme_of


class Choice(Ringed, QComboBox):
    """One of a few values; `chosen(value)` for a change by hand. The wheel does not change it."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        value: object = None,
        *,
        name: str = "",
        placeholder: str = "",
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._height = 40 if tall else 32
        self.setView(QListView(self))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("ring_radius", 6)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options, value)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[object, str]], value: object = None) -> None:
        """Other options; the value (or the first option) is chosen without telling."""
        self.clear()
        self._values = [option[0] for option in options]
        self.addItems([option[1] for option in options])
        self.set_value(value)

    def value(self) -> object:
        """The chosen value, None if nothing is chosen."""
        number = self.currentIndex()
        return self._values[number] if 0 <= number < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose without telling; an unknown value chooses the placeholder, else the first."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))
        else:
            self.setCurrentIndex(-1 if self.placeholderText() or not self._values else 0)

    def _on_activated(self, number: int) -> None:
        self.chosen.emit(self._values[number])

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = [self.itemText(n) for n in range(self.count())] + [self.placeholderText()]
        widest = max((theme.metrics().horizontalAdvance(word) for word in words), default=0)
        return QSize(max(72, widest + 8 + 36), theme.control(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "bad" if self.property("verdict") == "bad" else "control"
        fill = "sub" if self.underMouse() else "surface"
        if not self.isEnabled():
            edge, fill = "border", "sub"
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        arrow = QRectF(self.width() - 26, (self.height() - 16) / 2, 16, 16)
        draw_icon(painter, arrow, "chevron_down", theme.color("muted"))
        known = self.currentIndex() >= 0
        painter.setFont(theme.font())
        painter.setPen(theme.color("text" if known and self.isEnabled() else "muted"))
        words = self.currentText() if known else self.placeholderText()
        room = QRectF(9, 0, self.width() - 9 - 30, self.height())
        shown = theme.metrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


class ChoiceField(Field):
    """A drop-down list with caption and verdict; `edited(value)` for a change by hand."""

    def __init__(
        self,
        caption: str,
        options: Sequence[tuple[object, str]] = (),
        value: object = None,
        *,
        placeholder: str = "",
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        choice = Choice(options, value, placeholder=placeholder, tall=tall)
        super().__init__(caption, choice, parent)
        self.choice = choice
        choice.chosen.connect(self.edited)

    def value(self) -> object:
        """The chosen value."""
        return self.choice.value()

    def set_value(self, value: object) -> None:
        """Choose without telling."""
        self.choice.set_value(value)

    def set_options(self, options: Sequence[tuple[object, str]], value: object = None) -> None:
        """Other options."""
        self.choice.set_options(options, value)
