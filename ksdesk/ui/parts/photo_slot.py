"""A place for one photo: picture, verdict, two lines of numbers and one button.

It takes photos that are dropped or pasted and shows what it is told; checking is its owner's
business. It keeps nothing but the small picture it shows.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.focus import Ringed, ring_out
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import SMALL, theme_of

EDGES = {"good": "border", "retake": "warn", "unusable": "bad"}
PILLS = {"good": "good", "retake": "warn", "unusable": "bad"}
PICTURE_HIGH = 92


def photo_in(mime: QMimeData) -> QImage | Path | None:
    """The photo among what was dropped or copied: a file, else a picture, else None."""
    for url in mime.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


class PhotoSlot(Ringed, QWidget):
    """One photo.

    state: "empty", "checking", "remembered" (only the verdict of a photo that is gone), "good",
    "retake" or "unusable". Signals: `wanted()` the button; `given(object)` a file's Path or a
    QImage was dropped or pasted.
    """

    wanted = Signal()
    given = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge, self._hovered = "border", False
        self.state = "empty"
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme_of(self).px(136))
        self.name = name
        self._build(name)

    def _build(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 11, 12, 11)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(4)
        self.pill = Pill("", parent=self)
        head.addWidget(heading(name, elide=True, parent=self), 1)
        head.addWidget(self.pill)
        column.addLayout(head)
        self.picture = _Picture(self)
        column.addWidget(self.picture)
        self.first = small(tone="text", wrap=True, parent=self)
        self.second = small(wrap=True, parent=self)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.first)
        lines.addWidget(self.second)
        column.addLayout(lines)
        column.addStretch(1)
        self.button = SecondButton("", parent=self)
        self.button.clicked.connect(self.wanted)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        # What does not change its height with the words: three slots stand in a line.
        self.pill.setMinimumHeight(self.pill.sizeHint().height())

    def show_state(
        self,
        state: str,
        verdict: str,
        button: str,
        *,
        first: str = "",
        second: str = "",
        kind: str = "",
    ) -> None:
        """Show a state with its pill, its two lines and its button; `kind` overrides the pill's."""
        self.state = state
        self._edge = EDGES.get(kind or state, "border")
        self.pill.set(verdict, PILLS.get(kind or state, "neutral"))
        self.pill.setVisible(bool(verdict))
        self.first.setText(first)
        self.second.setText(second)
        self.button.set_text(button)
        self.button.setAccessibleName(f"{self.name} {button}")
        self.button.setVisible(bool(button))
        said = (self.name, verdict, first, second)
        self.setAccessibleName(" ".join(word for word in said if word))
        set_tip(self, "\n".join(word for word in (first, second) if word))
        if state in ("empty", "remembered"):
            self.picture.show_image(None)
        self.picture.checking = state == "checking"
        self.update()
        self.picture.update()

    def show_image(self, image: QImage | None) -> None:
        """Show the small picture of the photo."""
        self.picture.show_image(image)

    def set_hint(self, hint: str) -> None:
        """What the empty picture says (拖到这里，或粘贴)."""
        self.picture.hint = hint

    def set_second_line(self, shown: bool) -> None:
        """Whether there is room for the second line; without, it is only a tooltip."""
        self.second.setVisible(shown)

    def take(self, mime: QMimeData) -> bool:
        """Take a photo from the clipboard or a drop, if there is one."""
        found = photo_in(mime)
        if found is None:
            return False
        self.given.emit(found)
        return True

    def _hover(self, on: bool) -> None:
        self._hovered = on
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if photo_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._hover(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(False)
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.take(
            QApplication.clipboard().mimeData()
        ):
            return
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event) -> None:
        ring_out(self)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("accent_soft" if self._hovered else "surface"))
        painter.setPen(QPen(theme.color("accent_text" if self._hovered else self._edge), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class _Picture(QWidget):
    """The small picture, or what to do where there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint = ""
        self.checking = False
        self._image: QImage | None = None
        self.setFixedHeight(PICTURE_HIGH)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        frame = QPainterPath()
        frame.addRoundedRect(box, 4, 4)
        painter.fillPath(frame, theme.color("grid" if self.checking else "sub"))
        if self._image is not None and not self.checking:
            painter.setClipPath(frame)
            _paint_fitted(painter, box.adjusted(4, 4, -4, -4), self._image)
        elif not self.checking:
            self._paint_hint(painter, box)

    def _paint_hint(self, painter: QPainter, box: QRectF) -> None:
        theme = theme_of(self)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("control"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        mark = QRectF(box.center().x() - 11, box.top() + 14, 22, 22)
        draw_icon(painter, mark, "camera", theme.color("muted"))
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("muted"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        room = box.adjusted(6, 42, -6, -2)
        painter.drawText(room, int(flags | Qt.TextFlag.TextWordWrap), self.hint)


def _paint_fitted(painter: QPainter, box: QRectF, image: QImage) -> None:
    """The whole image as large as fits into the box."""
    scale = min(box.width() / image.width(), box.height() / image.height())
    place = QRectF(0, 0, image.width() * scale, image.height() * scale)
    place.moveCenter(box.center())
    painter.drawImage(place, image)
