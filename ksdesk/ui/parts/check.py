"""Check boxes, and the round check that ticks off a task."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import Theme, theme_of

_SIDE = 16
_GAP = 8
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


def draw_check(
    painter: QPainter, theme: Theme, box: QRectF, state: int, enabled: bool = True
) -> None:
    """Draw a check box of 16 px; state: 0 off, 1 some, 2 on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if enabled else "axis"))
        painter.drawRoundedRect(box, 3, 3)
        mark = "check" if state == 2 else "minus"
        draw_icon(painter, box.adjusted(1, 1, -1, -1), mark, theme.color("on_accent"))
    else:
        painter.setPen(QPen(theme.color("control" if enabled else "border"), 1))
        painter.setBrush(theme.color("surface" if enabled else "sub"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


class Check(Ringed, QCheckBox):
    """A box with its words, which break into lines where there is no room for one."""

    def __init__(self, text: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(on)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ring_radius", 3)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width >= self.sizeHint().width():
            return self.sizeHint().height()
        box = QRect(0, 0, max(width - _SIDE - _GAP, 1), 10_000)
        words = theme_of(self).metrics().boundingRect(box, _WRAPPED, self.text())
        return max(words.height() + 2, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        width = theme.metrics().horizontalAdvance(self.text())
        return QSize(_SIDE + (_GAP + width + 2 if width else 0), max(theme.line(), _SIDE) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 96), self.sizeHint().height())

    def hitButton(self, pos) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        box = QRectF(0, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        state = {Qt.CheckState.Unchecked: 0, Qt.CheckState.PartiallyChecked: 1}.get(
            self.checkState(), 2
        )
        draw_check(painter, theme, box, state, self.isEnabled())
        painter.setFont(theme.font())
        painter.setPen(theme.color("text" if self.isEnabled() else "muted"))
        room = QRectF(_SIDE + _GAP, 0, self.width() - _SIDE - _GAP, self.height())
        painter.drawText(room.adjusted(0, 0, 1, 0), _WRAPPED, self.text())


class RoundCheck(Button):
    """The circle in front of a task: empty until ticked, then green with ✓."""

    padding = 0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setProperty("ring_radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def look(self) -> tuple[str, str, str]:
        return "", "", "good" if self.isChecked() or self.hot() else "control"

    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    def paint_content(self, painter: QPainter, ink: str) -> None:
        theme = theme_of(self)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(theme.color(ink), 1))
        painter.setBrush(theme.color("good_soft" if self.isChecked() else "surface"))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.isChecked() or self.hot():
            draw_icon(painter, box.adjusted(2, 2, -2, -2), "check", theme.color(ink))
