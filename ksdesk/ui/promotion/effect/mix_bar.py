"""Two bars of one scale: how a day's money is split now, and how it would be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.ui.shell.theme import SMALL, theme_of

_BAR = 28
_GAP = 8
_NAME = 56


@dataclass(frozen=True)
class Segment:
    """A part of a bar in fen; without a colour (a token) it is money that is kept. `short` is what
    a part says that is too narrow for its words."""

    word: str
    short: str
    amount: int
    colour: str = ""


class MixBar(QWidget):
    """Shows rows of segments, each row with its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[tuple[str, tuple[Segment, ...]], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[tuple[str, Sequence[Segment]]]) -> None:
        """Show these rows; segments without an amount are left out."""
        self.rows = tuple((name, tuple(s for s in parts if s.amount > 0)) for name, parts in rows)
        said = (f"{name}: {', '.join(s.word for s in parts)}" for name, parts in self.rows)
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        count = max(len(self.rows), 1)
        return QSize(px(320), count * px(_BAR) + (count - 1) * _GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name, bar = theme.px(_NAME), theme.px(_BAR)
        widest = max((sum(s.amount for s in parts) for _, parts in self.rows), default=0)
        for number, (word, parts) in enumerate(self.rows):
            top = number * (bar + _GAP)
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font(SMALL))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(0, top, name, bar), middle, word)
            left = float(name)
            for part in parts:
                wide = (self.width() - name) * part.amount / max(widest, 1)
                self._segment(painter, QRectF(left, top, max(wide - 2, 1), bar), part)
                left += wide

    def _segment(self, painter: QPainter, box: QRectF, part: Segment) -> None:
        theme = theme_of(self)
        if part.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(part.colour))
            painter.drawRoundedRect(box, 3, 3)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sub"))
            painter.drawRoundedRect(box, 3, 3)
            painter.setBrush(QBrush(theme.color("grid"), Qt.BrushStyle.BDiagPattern))
            pen = QPen(theme.color("control"), 1)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        inner = box.adjusted(8, 0, -4, 0)
        wide = theme.metrics(SMALL, True).horizontalAdvance
        text = next((t for t in (part.word, part.short) if wide(t) <= inner.width()), "")
        painter.setFont(theme.font(SMALL, bold=True))
        painter.setPen(theme.color("surface" if part.colour else "muted"))
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side, text)
