"""A bar of segments of which exactly one is chosen (今天 · 7天 · 30天)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ksdesk.ui.parts.buttons import RADIUS, Button
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.shell.theme import theme_of


class _Segment(Button):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent=parent)
        self.setCheckable(True)

    def _ends_line(self, x: int) -> bool:
        """Whether nothing of the bar stands in the same line at `x`, just beside this one."""
        bar = self.parentWidget()
        beside = bar and bar.childAt(self.mapToParent(QPoint(x, self.height() // 2)))
        return not isinstance(beside, _Segment)

    def look(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return ("sub" if self.isChecked() else "surface"), "border", "muted"
        if self.isChecked():
            return ("accent_hover" if self.hot() else "accent"), "control", "on_accent"
        return ("sub" if self.hot() else "surface"), "control", "text"

    def paint_frame(self, painter: QPainter, fill: str, edge: str) -> None:
        theme = theme_of(self)
        # The outer corners are round, so the box of an inner segment reaches beyond its edges.
        last = self._ends_line(self.width())
        left = 0.5 if self._ends_line(-1) else -RADIUS * 2.0
        right = -0.5 if last else RADIUS * 2.0
        box = QRectF(self.rect()).adjusted(left, 0.5, right, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipRect(self.rect())
        painter.setPen(QPen(theme.color(edge), 1))
        painter.fillPath(path, theme.color(fill))
        painter.drawPath(path)
        if not last:
            # In the fill's own colour beside the chosen one, so that it looks whole.
            painter.setPen(QPen(theme.color("border" if fill != "accent" else fill), 1))
            x = self.width() - 0.5
            painter.drawLine(
                QRectF(x, 1, 0, self.height() - 2).topLeft(),
                QRectF(x, 1, 0, self.height() - 2).bottomLeft(),
            )


class SegmentBar(QWidget):
    """Exactly one of a few values; arrows move, `chosen(value)` tells of a change by hand.

    Where there is no room for all words side by side, the last ones stand in a second line.
    """

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        value: object = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = FlowLayout(self, spacing=0, line_spacing=4)
        self._group = QButtonGroup(self)
        self._values = [option[0] for option in options]
        for number, (_value, text) in enumerate(options):
            segment = _Segment(text, self)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, number)
            self._row.addWidget(segment)
        self.set_value(value if value in self._values else self._values[0])
        self._group.idClicked.connect(self._on_clicked)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setFixedHeight(self._row.heightForWidth(self.width()))
        return done

    def value(self) -> object:
        """The chosen value, None after `clear`."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def clear(self) -> None:
        """No segment stands for what is shown."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_value(self, value: object) -> None:
        """Choose without telling; ValueError for a value that is no option."""
        self._group.button(self._values.index(value)).setChecked(True)

    def button(self, value: object) -> Button:
        """The segment of a value, for tests and for disabling it with a reason."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, Button)
        return found

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])
