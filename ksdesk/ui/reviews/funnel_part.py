"""从看到买: a bar for each step, and how many of the step before went on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.actions.reviews.looking import Review
from ksdesk.domain.reviews.broadcasts import LIVE
from ksdesk.domain.reviews.funnel import FunnelStep
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.texts import count_text, percent_text
from ksdesk.ui.reviews import words
from ksdesk.ui.reviews.titled_part import TitledPart
from ksdesk.ui.shell.theme import SMALL, theme_of

ROW, BAR = 39, 27  # px
NAMES, FIGURES = 72, 92  # px at the left and right of the bars
BENT = 0.35
"""Lengths go with this power of the figures, else the last steps would not be seen."""


class FunnelBars(QWidget):
    """The bars. Their lengths are no measure: the figures stand beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[FunnelStep, ...] = ()
        self._weak, self._kind = "", LIVE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: tuple[FunnelStep, ...], weak: str, kind: str) -> None:
        """Show these of a live or a video; the share of `weak` stands out."""
        self._steps, self._weak, self._kind = steps, weak, kind
        self.setAccessibleName("; ".join(words.step_text(step, kind) for step in steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, theme_of(self).px(ROW) * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        return QSize(NAMES + FIGURES + 60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, bold = theme.metrics(SMALL), theme.metrics(SMALL, True)
        names = [words.figure_name(step.code, self._kind) for step in self._steps]
        left = max((metrics.horizontalAdvance(name) for name in names), default=0) + 12
        counts = [count_text(step.count) for step in self._steps]
        wide = max((bold.horizontalAdvance(count) for count in counts), default=0)
        right = wide + metrics.horizontalAdvance("100.0%") + 22
        room = max(24, self.width() - left - right)
        most = max((step.count for step in self._steps), default=0)
        row, bar = theme.px(ROW), theme.px(BAR)
        for place, (step, name, count) in enumerate(zip(self._steps, names, counts, strict=True)):
            top = place * row + (row - bar) / 2
            line = QRectF(0, top, left, bar)
            middle = int(Qt.AlignmentFlag.AlignVCenter)
            painter.setFont(theme.font(SMALL))
            painter.setPen(theme.color("text"))
            painter.drawText(line, middle, name)
            length = room * (step.count / most) ** BENT if most else 0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_shade(theme.color("accent"), theme.color("surface"), place))
            painter.drawRoundedRect(QRectF(left, top, max(3, length), bar), 3, 3)
            at = left + room + 10
            painter.setFont(theme.font(SMALL, True))
            painter.setPen(theme.color("text"))
            painter.drawText(QRectF(at, top, wide, bar), middle, count)
            if step.of:
                weak = step.code == self._weak
                painter.setFont(theme.font(SMALL, weak))
                painter.setPen(theme.color("bad" if weak else "muted"))
                end = QRectF(self.width() - 60, top, 60, bar)
                painter.drawText(
                    end, middle | int(Qt.AlignmentFlag.AlignRight), percent_text(step.share)
                )


def _shade(full: QColor, paper: QColor, place: int) -> QColor:
    """The further down, the paler."""
    part = min(0.62, 0.13 * place)
    pairs = ((full.red(), paper.red()), (full.green(), paper.green()), (full.blue(), paper.blue()))
    return QColor(*(round(a + (b - a) * part) for a, b in pairs))


class FunnelPart(TitledPart):
    """The bars under their title, and which steps are not known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("From seeing to buying"), self.tr("of the step before"), parent)
        self.bars = FunnelBars(self)
        self.foot = small("", wrap=True, parent=self)
        self.column.addWidget(self.bars)
        self.column.addWidget(self.foot)

    def show_review(self, review: Review) -> None:
        """Show it."""
        self.bars.set_steps(review.steps, review.weak, review.seen.one.kind)
        self.hint.setVisible(len(review.steps) > 1)
        names = words.listed([words.figure_name(code) for code in review.unknown])
        if not review.steps:
            self.foot.setText(self.tr("No step is known yet: fill in its figures."))
        else:
            self.foot.setText(
                self.tr("Not known, left out: {steps}").format(steps=names) if names else ""
            )
        self.foot.setVisible(bool(self.foot.text()))
