"""Our own line icons, drawn on 20 × 20 and tinted from the theme."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ksdesk.paths import resources
from ksdesk.ui.shell.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@functools.cache
def names() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(path.stem for path in (resources() / "icons").glob("*.svg"))


def icon(name: str, token: str = "muted", size: int = 20) -> QIcon:
    """An icon in the colour of a token, `size` px wide, for Qt's own widgets and menus."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for ratio in {1.0, 2.0, QGuiApplication.primaryScreen().devicePixelRatio()}:
        made.addPixmap(pixmap(name, current().color(token), size, ratio))
        made.addPixmap(pixmap(name, current().color("axis"), size, ratio), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, color: QColor, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture; `ratio` device pixels a px."""
    return _pixmap(name, color.name(), size, ratio)


def draw_icon(painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
    """Draw an icon into `box` (px), sharp at any scale."""
    side = min(box.width(), box.height())
    place = QRectF(0, 0, side, side)
    place.moveCenter(box.center())
    _renderer(name, color.name()).render(painter, place)


class Icon(QWidget):
    """An icon as a widget of its own."""

    def __init__(
        self, name: str, token: str = "muted", side: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._token = name, token
        # Icons grow with the seller's text size.
        self.setFixedSize(current().px(side), current().px(side))

    def set(self, name: str, token: str) -> None:
        """Another drawing and colour."""
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, QRectF(self.rect()), self._name, current().color(self._token))


@functools.lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = (resources() / "icons" / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing.replace(b"#000000", color.encode())))


@functools.lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    drawing = _renderer(name, color)
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
