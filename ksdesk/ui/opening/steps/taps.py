"""The chapters that are only taps on the phone: 找入口 and 开店."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.domain import opening
from ksdesk.ui.opening.steps.view import StepView
from ksdesk.ui.opening.words import TITLES, said
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import NoteBox
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

GAP = 4
MARK = 20


class TapList(QWidget):
    """The taps of a chapter, one under the other; those made are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taps: list[str] = []
        self._current = 0
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_taps(self, taps: list[str], current: int) -> None:
        """Show the taps; `current` counts from 0."""
        self._taps, self._current = taps, current
        self.setAccessibleName("; ".join(taps))
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Only the current tap and the next."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def _shown(self) -> range:
        if not self._narrow:
            return range(len(self._taps))
        return range(self._current, min(self._current + 2, len(self._taps)))

    def _row(self) -> int:
        return theme_of(self).px(48)

    def sizeHint(self) -> QSize:
        return QSize(320, len(self._shown()) * (self._row() + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, number in enumerate(self._shown()):
            box = QRectF(0, place * (self._row() + GAP), self.width(), self._row())
            self._paint_row(painter, box, number)

    def _paint_row(self, painter: QPainter, box: QRectF, number: int) -> None:
        theme = theme_of(self)
        current = number == self._current
        right = box.right() - 12
        if current:
            painter.setBrush(theme.color("accent_soft"))
            painter.setPen(QPen(theme.color("accent_text"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            right -= self._paint_hint(painter, box)
        mark = QRectF(box.left() + 13, box.center().y() - MARK / 2, MARK, MARK)
        self._paint_mark(painter, mark, number)
        painter.setFont(theme.font(BODY, current))
        painter.setPen(theme.color("text" if current else "muted"))
        room = QRectF(box.left() + 45, box.top(), right - box.left() - 45, box.height())
        words = theme.metrics(BODY, current).elidedText(
            self._taps[number], Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_hint(self, painter: QPainter, box: QRectF) -> int:
        """Says where to look, if there is room for it; the width it took."""
        theme = theme_of(self)
        hint = self.tr("circled in the drawing")
        width = theme.metrics(SMALL).horizontalAdvance(hint) + 24
        tap = theme.metrics(BODY, True).horizontalAdvance(self._taps[self._current])
        if tap + width + 58 > box.width():
            return 0
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("muted"))
        room = box.adjusted(0, 0, -12, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, int(flags), hint)
        return width

    def _paint_mark(self, painter: QPainter, box: QRectF, number: int) -> None:
        theme = theme_of(self)
        if number < self._current:
            draw_icon(painter, box, "good", theme.color("good"))
            return
        current = number == self._current
        painter.setBrush(theme.color("accent" if current else "surface"))
        edge = QPen(theme.color("control"), 1)
        painter.setPen(Qt.PenStyle.NoPen if current else edge)
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(theme.font(SMALL, current))
        painter.setPen(theme.color("on_accent" if current else "muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))


class TapsView(StepView):
    """A list of taps, and from when the path is."""

    def __init__(self, ctx: Context, chapter: str, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._names = [each.name for each in opening.steps_of(chapter)]
        self.taps = TapList(self)
        self.body.addWidget(self.taps)
        link = TextButton(self.tr("See the other ways ›"), small=True, inline=True, parent=self)
        link.clicked.connect(self.other_phone)
        self.note = NoteBox(
            self.tr(
                "This path is from a tutorial of {day}; newer versions of Kuaishou may differ."
            ).format(day=opening.PATH_DATE.isoformat()),
            self.tr(
                "Two other ways are known: the 「小店」 icon on the home page;"
                " 「更多」 in the side bar."
            ),
            icon="guide",
            link=link,
            parent=self,
        )
        self.body.addWidget(self.note)
        self.body.addStretch(1)

    def open(self, step: str) -> None:
        super().open(step)
        self.taps.show_taps([said(TITLES[name]) for name in self._names], self._names.index(step))

    def next_words(self) -> tuple[str, bool]:
        if self.step == "entry.works":
            return self.tr("That is it, next step"), False
        return self.tr("Tapped, next step"), False

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.taps.set_narrow(narrow)
