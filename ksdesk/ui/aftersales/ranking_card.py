"""Why goods came back in 30 days: bars by reason, then by product."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.domain.aftersales.ranking import Ranking
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import count_text
from ksdesk.ui.shell.theme import SMALL, theme_of

MOST = 5
WORD, COUNT = 0.36, 48  # share of the width for words, px for the count


class Bars(QWidget):
    """Rows of a word, a bar and a count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, rows: tuple[tuple[str, int], ...]) -> None:
        """Show these; the first is the longest."""
        self._rows = rows[:MOST]
        said = (f"{word} {count}" for word, count in self._rows)
        self.setAccessibleName(", ".join(said))
        self.updateGeometry()
        self.update()

    def _row(self) -> int:
        return theme_of(self).line(SMALL) + 8

    def sizeHint(self) -> QSize:
        return QSize(240, self._row() * max(1, len(self._rows)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, high = theme_of(self), self._row()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(SMALL))
        words = self.width() * WORD
        room = self.width() - words - COUNT - 16
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        for place, (word, count) in enumerate(self._rows):
            top = float(place * high)
            painter.setPen(theme.color("text"))
            shown = theme.metrics(SMALL).elidedText(
                word, Qt.TextElideMode.ElideRight, int(words) - 8
            )
            painter.drawText(QRectF(0, top, words, high), middle, shown)
            box = QRectF(self.width() - COUNT, top, COUNT, high)
            painter.drawText(box, middle | int(Qt.AlignmentFlag.AlignRight), count_text(count))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            bar = room * count / max(1, self._rows[0][1])
            painter.drawRoundedRect(QRectF(words, top + high / 2 - 4, max(4, bar), 8), 2, 2)


class RankingCard(Card):
    """Reasons or products, the most first, and the pair that stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Why goods came back, 30 days"), parent=parent)
        self._ranking = Ranking((), (), 0, None)
        self.by = SegmentBar(
            [("reasons", self.tr("Reasons")), ("products", self.tr("Products"))],
            name=self.tr("Count by"),
            parent=self,
        )
        self.by.chosen.connect(self._show)
        self.add(self.by)
        self.bars = Bars(self)
        self.add(self.bars)
        self.foot = small("", wrap=True, parent=self)
        self.add(self.foot)

    def show_ranking(self, found: Ranking) -> None:
        """Show it; the card hides where nothing came back."""
        self._ranking = found
        self.setVisible(bool(found.reasons or found.products))
        self._show()

    def _show(self, _by: object = None) -> None:
        found = self._ranking
        reasons = self.by.value() == "reasons"
        self.bars.set(found.reasons if reasons else found.products)
        pieces = []
        if found.worst is not None:
            reason, product, count = found.worst
            of_reason = dict(found.reasons)[reason]
            text = self.tr("{count} of {all} “{reason}” are {product}")
            pieces.append(
                text.format(
                    count=count_text(count),
                    all=count_text(of_reason),
                    reason=reason,
                    product=product,
                )
            )
        if found.unsaid and reasons:
            unsaid = self.tr("without a reason: {n}").format(n=count_text(found.unsaid))
            pieces.append(unsaid)
        self.foot.setText(" · ".join(pieces))
        self.foot.setVisible(bool(pieces))
