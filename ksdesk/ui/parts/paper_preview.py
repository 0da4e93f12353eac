"""The pages of a paper as they will come out, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.shell.theme import theme_of

DOTS = 1240
"""Dots that a page is drawn wide: sharp on a screen of 200 %."""
_GAP = 12


class PaperPreview(Ringed, PageScroll):
    """Shows pages as wide as there is room."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it scrolls by the keys
        self.sheets = _Sheets(self)
        self.add(self.sheets)
        self.body.addStretch(1)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show these pages."""
        self.sheets.pages = tuple(pages)
        self.sheets.updateGeometry()
        self.sheets.update()


class _Sheets(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages: tuple[QImage, ...] = ()
        self._fitted: list[QImage] = []
        self._keys: list[int] = []
        self._wide = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(430, self.heightForWidth(430))

    def heightForWidth(self, width: int) -> int:
        return sum(self._high(page, width) + _GAP for page in self.pages)

    def _high(self, page: QImage, width: int) -> int:
        return round(page.height() * width / page.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = round(self.width() * self.devicePixelRatioF())
        if [page.cacheKey() for page in self.pages] != self._keys or wide != self._wide:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._fitted = [page.scaledToWidth(wide, smooth) for page in self.pages]
            self._keys, self._wide = [page.cacheKey() for page in self.pages], wide
        painter.setPen(QPen(theme_of(self).color("border"), 1))
        top = 0
        for page, fitted in zip(self.pages, self._fitted, strict=True):
            high = self._high(page, self.width())
            box = QRectF(0.5, top + 0.5, self.width() - 1, high - 1)
            painter.drawImage(box, fitted)
            painter.drawRect(box)
            top += high + _GAP
