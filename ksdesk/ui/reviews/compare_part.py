"""和平时比: the figures beside those of the one before, and the middle of the last ten."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.actions.reviews.looking import Review
from ksdesk.domain.reviews.comparison import ROWS, Comparison
from ksdesk.ui.parts.labels import Divider, Label, body, heading, small
from ksdesk.ui.parts.number_card import Change, change_words, draw_change
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.reviews import words
from ksdesk.ui.shell.theme import SMALL, theme_of

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChangeLabel(QWidget):
    """▲ or ▼ with the figure and its word, at the right end; "–" where nothing is to be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.change: Change | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_change(self, change: Change | None) -> None:
        """Show another one."""
        self.change = change
        self.setAccessibleName(self.said())
        self.updateGeometry()
        self.update()

    def said(self) -> str:
        """What it says."""
        return change_words(self.change) if self.change is not None else NOTHING

    def _width(self) -> int:
        arrow = 15 if self.change is not None and self.change.way != "flat" else 0
        return theme_of(self).metrics(SMALL).horizontalAdvance(self.said()) + arrow

    def sizeHint(self) -> QSize:
        return QSize(self._width() + 2, theme_of(self).line())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.change is not None:
            left = self.width() - self._width() - 1
            draw_change(
                painter, QRectF(left, 0, self.width() - left, self.height()), theme, self.change
            )
            return
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("muted"))
        painter.drawText(QRectF(self.rect()), int(_RIGHT), NOTHING)


class ComparePart(QWidget):
    """A table of labels: it is read, not worked with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading(self.tr("Against the usual"), parent=self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        column.addLayout(grid)
        for place, stretch in enumerate((3, 2, 2, 1, 1)):
            grid.setColumnStretch(place, stretch)
        self.heads = [small("", parent=self) for _ in range(4)]
        texts = (self.tr("This one"), self.tr("Against the last"), "", "")
        for place, (head, text) in enumerate(zip(self.heads, texts, strict=True), 1):
            head.setText(text)
            head.setAlignment(_RIGHT)
            grid.addWidget(head, 0, place)
        grid.addWidget(Divider("border", self), 1, 0, 1, 5)
        self.names: dict[str, Label] = {}
        self.cells: dict[str, tuple[Label, ChangeLabel, Label, Label]] = {}
        for number, code in enumerate(ROWS):
            self._add_row(grid, 2 + 2 * number, code)
        self.foot = small("", wrap=True, parent=self)
        column.addSpacing(4)
        column.addWidget(self.foot)

    def _add_row(self, grid: QGridLayout, row: int, code: str) -> None:
        name = body(words.figure_name(code), elide=True, parent=self)
        value = heading(parent=self)
        before, usual = (Label(tone="muted", parent=self) for _ in range(2))
        change = ChangeLabel(self)
        for label in (value, before, usual):
            label.setAlignment(_RIGHT)
        grid.addWidget(name, row, 0)
        for place, cell in enumerate((value, change, before, usual), 1):
            grid.addWidget(cell, row, place)
        grid.setRowMinimumHeight(row, theme_of(self).px(34))
        if code != ROWS[-1]:
            grid.addWidget(Divider("grid", self), row + 1, 0, 1, 5)
        self.names[code] = name
        self.cells[code] = value, change, before, usual

    def show_review(self, review: Review) -> None:
        """Show it."""
        found = review.comparison
        self.heads[2].setText(words.last_head(found))
        self.heads[3].setText(
            self.tr("Middle of %n", "", len(found.peers)) if found.peers else self.tr("Middle")
        )
        for row in found.rows:
            value, change, before, usual = self.cells[row.code]
            mark = "*" if row.code in review.seen.added else ""
            value.setText(words.figure_text(row.code, row.value) + mark)
            change.set_change(words.change_of(row))
            before.setText(words.figure_text(row.code, row.before))
            usual.setText(words.figure_text(row.code, row.usual))
        self.foot.setText(self._foot(review, found))
        self.foot.setVisible(bool(self.foot.text()))

    def _foot(self, review: Review, found: Comparison) -> str:
        parts = []
        if review.seen.added & set(ROWS):
            parts.append(self.tr("* estimated: counted from the orders placed while it ran"))
        if review.seen.suspect:
            parts.append(self.tr("The traffic was odd: later ones are not compared with this one."))
        if found.last is None:
            parts.append(self.tr("The first of its kind: from the next one on it is compared."))
        return "\n".join(parts)
