"""Photos of a pack: added, looked at, blacked out in part. None of them is kept in the book."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.ui.parts.buttons import Button, MainButton, SecondButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.shell.theme import theme_of

SIDE = 64


class PhotoThumb(Button):
    """A small photo; a click opens it, Delete takes it away (`removed`)."""

    removed = Signal()

    def __init__(self, image: QImage, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", height=SIDE, parent=parent)
        smooth = Qt.TransformationMode.SmoothTransformation
        fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        self._small = image.scaled(SIDE * 2, SIDE * 2, fill, smooth)
        self.setAccessibleName(name)
        self.setFixedSize(SIDE + 24, SIDE)

    def look(self) -> tuple[str, str, str]:
        return "surface", "border", "text"

    def paint_content(self, painter: QPainter, ink: str) -> None:
        """The middle of the photo, as large as the button."""
        box = self.rect().adjusted(1, 1, -1, -1)
        source = QRect(QPoint(0, 0), box.size() * 2)
        source.moveCenter(self._small.rect().center())
        painter.drawImage(QRectF(box), self._small, QRectF(source & self._small.rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class Blackout(QWidget):
    """A photo on which boxes are drawn with the mouse; they become black for good."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self.boxes: list[QRectF] = []  # in dots of the photo
        self._from: QPointF | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)

    def sizeHint(self) -> QSize:
        return self._image.size().scaled(640, 440, Qt.AspectRatioMode.KeepAspectRatio)

    def image(self) -> QImage:
        """The photo with its boxes black."""
        made = self._image.copy()
        painter = QPainter(made)
        for box in self.boxes:
            painter.fillRect(box, Qt.GlobalColor.black)
        painter.end()
        return made

    def _place(self) -> QRectF:
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(0, 0), size)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def _dot(self, at: QPointF) -> QPointF:
        place = self._place()
        times = self._image.width() / max(1.0, place.width())
        return (at - place.topLeft()) * times

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._dot(event.position())
        self.boxes.append(QRectF(self._from, self._from))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self.boxes[-1] = QRectF(self._from, self._dot(event.position())).normalized()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
        if self.boxes and (self.boxes[-1].width() < 4 or self.boxes[-1].height() < 4):
            self.boxes.pop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        painter.drawImage(place, self._image)
        times = place.width() / self._image.width()
        painter.setPen(QPen(theme_of(self).color("border"), 1))
        painter.setBrush(Qt.GlobalColor.black)
        for box in self.boxes:
            top_left = place.topLeft() + box.topLeft() * times
            painter.drawRect(QRectF(top_left, box.size() * times))


class BlackoutSheet(SheetDialog):
    """`ready(QImage)` with what was blacked out; `removing` where the photo shall go."""

    ready = Signal(object)
    removing = Signal()

    def __init__(self, image: QImage, parent: QWidget) -> None:
        super().__init__("", name="aftersales-blackout", width=720, parent=parent)
        title = self.tr("Black out what shows a person")
        self.setWindowTitle(title)
        self.title_label.setText(title)
        self.set_sentence(
            self.tr("Drag over names, numbers and addresses. It cannot be seen again.")
        )
        self.photo = Blackout(image, self)
        self.add(self.photo, 1)
        self.main = MainButton(self.tr("Done"), parent=self)
        self.main.clicked.connect(self._keep)
        leave = self.leave_button(height=40)
        back = SecondButton(self.tr("Take the last box back"), "undo", height=40, parent=self)
        back.clicked.connect(self._back)
        away = SecondButton(self.tr("Take the photo out"), "trash", height=40, parent=self)
        away.clicked.connect(self._remove)
        self.set_buttons(self.main, leave, back, away)

    @Slot()
    def _keep(self) -> None:
        self.ready.emit(self.photo.image())
        self.accept()

    @Slot()
    def _back(self) -> None:
        if self.photo.boxes:
            self.photo.boxes.pop()
            self.photo.update()

    @Slot()
    def _remove(self) -> None:
        self.removing.emit()
        self.accept()
