"""The deposit's gauge: a bar of balance, the tick of the line and the gap between them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.ui.parts.texts import money_text
from ksdesk.ui.shell.theme import SMALL, Theme, theme_of

_BAR = 16
_TICK = 8
_WIDEST = 960
_APART = 8


def gauge_state(balance: int, required: int | None, frozen: bool) -> str:
    """enough, exact, short, frozen or unknown (the line is not known); amounts in fen."""
    if frozen:
        return "frozen"
    if required is None:
        return "unknown"
    if balance == required:
        return "exact"
    return "enough" if balance > required else "short"


class Gauge(QWidget):
    """Balance against the required line, amounts in fen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._balance = 0
        self._required: int | None = None
        self._frozen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(0, None)

    def set(self, balance: int, required: int | None, *, frozen: bool = False) -> None:
        """Show a balance against a line (None: not known); frozen greys the bar."""
        self._balance, self._required, self._frozen = balance, required, frozen
        self.setAccessibleName(f"{self.balance_words()} {self.line_words()} {self.words()}".strip())
        self.updateGeometry()
        self.update()

    def state(self) -> str:
        """enough, exact, short, frozen or unknown."""
        return gauge_state(self._balance, self._required, self._frozen)

    def words(self) -> str:
        """The verdict in words: "Short 236.00", "Enough, 240.00 over"."""
        gap = money_text(abs(self._balance - (self._required or 0)))
        match self.state():
            case "frozen":
                return QCoreApplication.translate("Gauge", "Frozen")
            case "unknown":
                return QCoreApplication.translate("Gauge", "The required line is not filled in yet")
            case "exact":
                return QCoreApplication.translate("Gauge", "Just enough")
            case "enough":
                return QCoreApplication.translate("Gauge", "Enough, {gap} over").format(gap=gap)
        return QCoreApplication.translate("Gauge", "Short {gap}").format(gap=gap)

    def balance_words(self) -> str:
        """ "Balance 2,764.00"."""
        amount = money_text(self._balance)
        return QCoreApplication.translate("Gauge", "Balance {amount}").format(amount=amount)

    def line_words(self) -> str:
        """ "Required 3,000.00", "" where it is not known."""
        if self._required is None:
            return ""
        amount = money_text(self._required)
        return QCoreApplication.translate("Gauge", "Required {amount}").format(amount=amount)

    def sizeHint(self) -> QSize:
        line = theme_of(self).line(SMALL)
        return QSize(320, 2 * line + 2 * _TICK + _BAR)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, theme.line(SMALL) + _TICK, min(self.width(), _WIDEST), _BAR)
        most = max(self._balance, self._required or 0, 1) * 1.2
        if self._required is None:
            most = max(self._balance, 1) * 1.6
        filled = bar.width() * max(0, self._balance) / most
        tick = None if self._required is None else bar.width() * self._required / most
        self._paint_bar(painter, theme, bar, filled, tick)
        if tick is not None:
            self._paint_tick(painter, theme, bar, tick)
        self._paint_words(painter, theme, bar, filled)

    def _paint_bar(
        self, painter: QPainter, theme: Theme, bar: QRectF, filled: float, tick: float | None
    ) -> None:
        frame = bar.adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 4, 4)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("sub"))
        painter.drawPath(shape)
        whole = QPainterPath()
        whole.addRoundedRect(bar, 4, 4)
        own = QPainterPath()
        round_end = 4 if self.state() in ("enough", "unknown", "frozen") else 0
        own.addRoundedRect(
            QRectF(bar.left() - 8, bar.top(), filled + 8, _BAR), round_end, round_end
        )
        token = "series_6" if self._frozen else "series_1"
        painter.fillPath(whole & own, theme.color(token))
        if tick is not None and self.state() == "short":
            self._paint_gap(
                painter, theme, QRectF(bar.left() + filled, bar.top(), tick - filled, _BAR)
            )

    def _paint_gap(self, painter: QPainter, theme: Theme, gap: QRectF) -> None:
        painter.save()
        painter.fillRect(gap, theme.color("bad_soft"))
        painter.setClipRect(gap)
        hatch = theme.color("bad")
        hatch.setAlphaF(0.35)
        painter.setPen(QPen(hatch, 1))
        x = gap.left() - gap.height()
        while x < gap.right():
            painter.drawLine(QPointF(x, gap.bottom()), QPointF(x + gap.height(), gap.top()))
            x += 6
        painter.setPen(QPen(theme.color("bad"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(gap.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def _paint_tick(self, painter: QPainter, theme: Theme, bar: QRectF, tick: float) -> None:
        painter.setPen(QPen(theme.color("text"), 2))
        painter.drawLine(
            QPointF(bar.left() + tick, bar.top() - _TICK),
            QPointF(bar.left() + tick, bar.bottom() + _TICK),
        )
        words = self.line_words()
        width = theme.metrics(SMALL, True).horizontalAdvance(words)
        left = min(max(0.0, tick - width / 2), self.width() - width)
        painter.setFont(theme.font(SMALL, True))
        painter.setPen(theme.color("text"))
        painter.drawText(
            QRectF(left, 0, width + 1, theme.line(SMALL)), int(Qt.AlignmentFlag.AlignVCenter), words
        )

    def _paint_words(self, painter: QPainter, theme: Theme, bar: QRectF, filled: float) -> None:
        """Balance ends where the bar ends, the verdict begins there; both stay inside."""
        metrics = theme.metrics(SMALL, True)
        verdict = self.words()
        own = self.balance_words()
        own_width = metrics.horizontalAdvance(own)
        verdict_width = metrics.horizontalAdvance(verdict)
        run = own_width + _APART + verdict_width
        left = max(0.0, min(filled - own_width - _APART / 2, self.width() - run))
        top = bar.bottom() + _TICK
        painter.setFont(theme.font(SMALL, True))
        tokens = {"short": "bad", "enough": "good", "exact": "good"}
        for words, width, token in (
            (own, own_width, "text" if self._frozen else "series_1"),
            (verdict, verdict_width, tokens.get(self.state(), "muted")),
        ):
            painter.setPen(theme.color(token))
            room = QRectF(left, top, min(width, self.width() - left) + 1, theme.line(SMALL))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
            left += width + _APART
