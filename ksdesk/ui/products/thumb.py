"""One picture of a product, small; and the place where the next one is dropped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.ui.parts.buttons import Button, IconButton
from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import SMALL, theme_of

SIDE = 80
_RADIUS = 6


class Thumb(Ringed, QWidget):
    """Ctrl with an arrow moves it, Delete takes it away; dragged over others it changes places.

    `moved(self, step)`, `carried(self, place)` with a place in the parent, `removed(self)`.
    """

    moved = Signal(object, int)
    carried = Signal(object, QPoint)
    removed = Signal(object)

    def __init__(self, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        self.image: QImage | None = None
        self.gone = False
        self.level, self.number = "", 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", _RADIUS)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedSize(theme_of(self).px(SIDE), theme_of(self).px(SIDE))
        self.drop = _Drop("close", self.tr("Take this picture away"), side=12, parent=self)
        self.drop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.drop.setFixedSize(20, 20)
        self.drop.move(self.width() - 22, 2)
        self.drop.clicked.connect(self._on_dropped)
        self.drop.hide()

    def tell(self, number: int, level: str, words: str) -> None:
        """Its place from 1, what the limits think of it ("wrong", "advice", "") and why."""
        self.number, self.level = number, level
        name = self.path.replace("\\", "/").rpartition("/")[2]
        set_tip(self, "\n".join(word for word in (name, words) if word))
        self.setAccessibleName(f"{number} {name}")
        self.setAccessibleDescription(words)
        self.update()

    def show_image(self, image: QImage | None, gone: bool) -> None:
        """Show the small copy, or that the file is gone."""
        self.image, self.gone = image, gone
        self.update()

    def _on_dropped(self) -> None:
        self.removed.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self)
        elif event.key() in steps and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(self, steps[Qt.Key(event.key())])
        elif event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())] > 0)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.carried.emit(self, self.mapToParent(event.position().toPoint()))

    def enterEvent(self, event: QEvent) -> None:
        self.drop.show()

    def leaveEvent(self, event: QEvent) -> None:
        self.drop.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(frame, theme.color("sub"))
        painter.save()
        painter.setClipPath(frame)
        if self.image is not None:
            self._paint_image(painter, self.image)
        else:
            self._paint_absence(painter)
        self._paint_number(painter)
        painter.restore()
        edge = {"wrong": "bad", "advice": "warn"}.get(self.level, "border")
        if self.gone and edge == "border":
            edge = "warn"
        painter.setPen(QPen(theme.color(edge), 2 if edge != "border" else 1))
        painter.drawPath(frame)

    def _paint_image(self, painter: QPainter, image: QImage) -> None:
        """As large as it fills the square."""
        scale = max(self.width() / image.width(), self.height() / image.height())
        place = QRectF(0, 0, image.width() * scale, image.height() * scale)
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, image)

    def _paint_absence(self, painter: QPainter) -> None:
        theme = theme_of(self)
        middle = QRectF(self.rect()).center()
        place = QRectF(middle.x() - 11, middle.y() - 28, 22, 22)
        ink = "warn" if self.gone else "muted"
        draw_icon(painter, place, "warn" if self.gone else "image", theme.color(ink))
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color(ink))
        room = QRectF(2, middle.y() - 4, self.width() - 4, 20)
        words = self.tr("File gone") if self.gone else self.path.rpartition(".")[2].upper()
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter), words)

    def _paint_number(self, painter: QPainter) -> None:
        theme = theme_of(self)
        metrics = theme.metrics(SMALL)
        width = metrics.horizontalAdvance(str(self.number)) + 10
        place = QRectF(4, self.height() - 20, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("text"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(self.number))


class _Drop(IconButton):
    """A cross that can be seen on any picture."""

    padding = 4

    def look(self) -> tuple[str, str, str]:
        return ("sub" if self.hot() else "surface"), "border", "text"


class AddTile(Button):
    """The dashed square at the end: a click chooses files, a drop or a paste adds them."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, "plus", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", _RADIUS)
        self.hovered = False

    def sizeHint(self) -> QSize:
        side = theme_of(self).px(SIDE)
        return QSize(max(side, self.used_metrics().horizontalAdvance(self.text()) + 20), side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def look(self) -> tuple[str, str, str]:
        over = self.hot() or self.hovered
        return ("accent_soft" if over else "surface"), "control", "accent_text"

    def paint_frame(self, painter: QPainter, fill: str, edge: str) -> None:
        theme = theme_of(self)
        pen = QPen(theme.color(edge), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS
        )

    def paint_content(self, painter: QPainter, ink: str) -> None:
        theme = theme_of(self)
        middle = QRectF(self.rect()).center()
        place = QRectF(middle.x() - 9, middle.y() - 20, 18, 18)
        draw_icon(painter, place, self.icon_name, theme.color(ink))
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color(ink))
        room = QRectF(0, middle.y() + 4, self.width(), 20)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter), self.text())
