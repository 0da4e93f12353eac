"""Paths: numbered circles with a line (a case, out of stock) and a wizard's chapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.labels import Divider, Label
from ksdesk.ui.shell.theme import BODY, SMALL, Theme, theme_of

_FILLS = {
    # state: fill, edge, ink
    "done": ("good_soft", "", "good"),
    "current": ("accent", "", "on_accent"),
    "ahead": ("", "control", "muted"),
    "attention": ("warn_soft", "", "warn"),
}


@dataclass(frozen=True)
class Step:
    """One step: its word, its second line, and done, current, ahead or attention."""

    title: str
    second: str = ""
    state: str = "ahead"


def draw_circle(
    painter: QPainter, box: QRectF, theme: Theme, state: str, mark: str, size: int = SMALL
) -> None:
    """A step's circle: ✓ when done, ! when it needs attention, else its mark (number)."""
    fill, edge, ink = _FILLS[state]
    painter.setPen(QPen(theme.color(edge), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = 0.5 if edge else 0.0
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    if state in ("done", "attention"):
        side = box.width() * 0.6
        place = QRectF(0, 0, side, side)
        place.moveCenter(box.center())
        draw_icon(painter, place, "check" if state == "done" else "warn", theme.color(ink))
        return
    painter.setFont(theme.font(size, state == "current"))
    painter.setPen(theme.color(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark)


def _tone(state: str) -> str:
    return "text" if state in ("done", "current", "attention") else "muted"


class Steps(QWidget):
    """A path of steps from left to right; seconds give way first when it is narrow."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(steps)

    def set(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        self.setAccessibleName(
            ", ".join(f"{n} {s.title} {s.second}" for n, s in enumerate(self._steps, 1))
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(120 * max(1, len(self._steps)), theme.line() + theme.line(SMALL) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        widths = [self._words_width(theme, step) for step in self._steps]
        rest = self.width() - sum(widths) - len(widths) * (32 + 12)
        gap = rest / max(1, len(widths) - 1)
        left = 0.0
        for number, (step, width) in enumerate(zip(self._steps, widths, strict=True)):
            box = QRectF(left, (self.height() - 32) / 2, 32, 32)
            draw_circle(painter, box, theme, step.state, str(number + 1), BODY)
            self._paint_words(painter, theme, step, box.right() + 12, width)
            left = box.right() + 12 + width
            if number < len(widths) - 1 and gap > 32:
                token = "good" if step.state == "done" else "border"
                painter.setPen(QPen(theme.color(token), 2))
                middle = round(box.center().y())
                painter.drawLine(
                    QRectF(left + 16, middle, gap - 32, 0).topLeft(),
                    QRectF(left + 16, middle, gap - 32, 0).topRight(),
                )
            left += gap

    def _words_width(self, theme: Theme, step: Step) -> int:
        most = self.width() // len(self._steps) - 52
        wide = theme.metrics(BODY, True).horizontalAdvance(step.title)
        wide = max(wide, theme.metrics(SMALL).horizontalAdvance(step.second))
        return max(24, min(wide + 2, most))

    def _paint_words(
        self, painter: QPainter, theme: Theme, step: Step, left: float, width: int
    ) -> None:
        tall, low = theme.metrics().height(), theme.metrics(SMALL).height()
        top = (self.height() - tall - (low if step.second else 0)) / 2
        bold = step.state == "current"
        for text, size, strong, ink, y, height in (
            (step.title, BODY, bold, _tone(step.state), top, tall),
            (step.second, SMALL, False, "muted", top + tall, low),
        ):
            if text:
                painter.setFont(theme.font(size, strong))
                painter.setPen(theme.color(ink))
                shown = theme.metrics(size, strong).elidedText(
                    text, Qt.TextElideMode.ElideRight, width
                )
                painter.drawText(
                    QRectF(left, y, width + 2, height), int(Qt.AlignmentFlag.AlignVCenter), shown
                )


class _Circle(QWidget):
    def __init__(self, state: str, mark: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._mark = state, mark
        self.setFixedSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_circle(painter, QRectF(self.rect()), theme_of(self), self._state, self._mark)


class StepList(QWidget):
    """A path of steps one under the other; texts wrap. `instead` is the other way, under a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def set(self, steps: Sequence[Step], instead: Step | None = None, mark: str = "") -> None:
        """Show these steps; `mark` stands in the circle of the other way."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, step in enumerate(steps, 1):
            self._column.addWidget(self._row(step, str(number)))
        if instead is not None:
            self._column.addWidget(Divider("border", self))
            self._column.addWidget(self._row(instead, mark))
        said = [*steps, instead] if instead is not None else list(steps)
        self.setAccessibleName(", ".join(f"{step.title} {step.second}".strip() for step in said))

    def _row(self, step: Step, mark: str) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(_Circle(step.state, mark, holder), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        bold, tone = step.state == "current", _tone(step.state)
        words.addWidget(Label(step.title, BODY, bold=bold, tone=tone, wrap=True, parent=holder))
        if step.second:
            words.addWidget(Label(step.second, SMALL, tone="muted", wrap=True, parent=holder))
        row.addLayout(words, 1)
        return holder
