"""How much of a running plan's time is over, and how much is left in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ksdesk.domain.promotion.plans import Plan
from ksdesk.ui.parts.labels import small
from ksdesk.ui.promotion import words
from ksdesk.ui.shell.theme import theme_of


class TimeBar(QWidget):
    """A bar under the name of a plan."""

    def __init__(self, plan: Plan, at: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        whole = (plan.last - plan.first).total_seconds()
        over = (at - plan.first).total_seconds()
        share = min(1.0, max(0.0, over / whole)) if whole > 0 else 1.0
        column.addWidget(_Bar(share, self))
        left = plan.last - at
        text = self.tr("Its time is over")
        if left.total_seconds() > 0:
            text = self.tr("{span} left, until {moment}").format(
                span=words.span_words(left), moment=words.until_words(plan)
            )
        self.label = small(text, parent=self)
        column.addWidget(self.label)
        self.setAccessibleName(text)


class _Bar(QWidget):
    def __init__(self, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, token in ((1.0, "grid"), (self._share, "series_2")):
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, self.height()), 2, 2)
