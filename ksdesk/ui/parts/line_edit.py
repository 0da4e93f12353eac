"""A line to type in: words, an icon or buttons inside at its edges, and the focus ring."""

from __future__ import annotations

from PySide6.QtCore import QMetaMethod, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from ksdesk.ui.parts.buttons import IconButton
from ksdesk.ui.parts.composing import Composing
from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.tip import set_tip, tip_text
from ksdesk.ui.shell.theme import theme_of


class LineEdit(Ringed, Composing, QLineEdit):
    """A line to type in, with the ring and with words or icons at its edges."""

    def __init__(
        self, *, unit: str = "", prefix: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._unit, self._prefix, self._icon = unit, prefix, icon
        self._buttons: list[IconButton] = []
        self._whole = ""  # the tooltip that stands for cut words
        self.setProperty("ring_radius", 6)
        self.setFont(theme_of(self).font())
        self._make_room()

    def add_button(self, icon: str, name: str) -> IconButton:
        """A small button inside, at the right end."""
        button = IconButton(icon, name, tone="accent_text", side=18, parent=self)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons.append(button)
        self._make_room()
        return button

    def _make_room(self) -> None:
        metrics = theme_of(self).metrics()
        left = metrics.horizontalAdvance(self._prefix) + 8 if self._prefix else 0
        left += 24 if self._icon else 0
        right = metrics.horizontalAdvance(self._unit) + 8 if self._unit else 0
        right += 30 * len(self._buttons)
        self.setTextMargins(left, 0, right, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for number, button in enumerate(reversed(self._buttons)):
            side = min(button.sizeHint().height(), self.height() - 4)
            button.setGeometry(
                self.width() - 4 - side - 30 * number, (self.height() - side) // 2, side, side
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the window, unless the line does something of its own with it."""
        super().keyPressEvent(event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        popup = self.completer().popup() if self.completer() is not None else None
        if popup is not None and popup.isVisible():
            if popup.currentIndex().isValid():
                return  # what is offered is taken
            popup.hide()
        if self.isSignalConnected(QMetaMethod.fromSignal(self.returnPressed)):
            event.accept()

    def _tell_whole(self) -> None:
        """What it says before anything is typed is the tooltip where it is cut and none is set."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        margins, said = self.textMargins(), self.placeholderText()
        width = room.width() - margins.left() - margins.right() - 4  # 2 at each end are Qt's own
        cut = not self.text() and self.fontMetrics().horizontalAdvance(said) > width
        whole = tip_text(said) if cut else ""
        if self.toolTip() == self._whole != whole:
            self._whole = whole
            set_tip(self, said if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._tell_whole()
        if not (self._unit or self._prefix or self._icon):
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setFont(theme.font())
        painter.setPen(theme.color("muted"))
        room = self.rect().adjusted(10, 0, -10 - 30 * len(self._buttons), 0)
        if self._icon:
            place = QRectF(9, (self.height() - 18) / 2, 18, 18)
            draw_icon(painter, place, self._icon, theme.color("muted"))
        if self._prefix:
            painter.setPen(theme.color("text"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._prefix)
            painter.setPen(theme.color("muted"))
        if self._unit:
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, int(where), self._unit)
