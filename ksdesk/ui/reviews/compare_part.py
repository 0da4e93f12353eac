"""和平时比: the figures beside those of the one before, and the middle of the last ten."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.actions.reviews.looking import Review
from ksdesk.domain.reviews.broadcasts import LIVE, VIDEO
from ksdesk.domain.reviews.comparison import ROWS, BesideOthers
from ksdesk.ui.parts.change_label import ChangeLabel
from ksdesk.ui.parts.labels import Divider, Label, body, heading, small
from ksdesk.ui.reviews import words
from ksdesk.ui.shell.theme import theme_of

CODES = tuple(dict.fromkeys((*ROWS[LIVE], *ROWS[VIDEO])))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ComparePart(QWidget):
    """A table of labels: it is read, not worked with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading(self.tr("Against the usual"), parent=self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        column.addLayout(grid)
        for place, stretch in enumerate((2, 2, 3, 3, 2)):  # heads name a live and its day
            grid.setColumnStretch(place, stretch)
        self.heads = [small("", wrap=True, parent=self) for _ in range(4)]
        texts = (self.tr("This one"), self.tr("Against the last"), "", "")
        for place, (head, text) in enumerate(zip(self.heads, texts, strict=True), 1):
            head.setText(text)
            head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            policy = head.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # figures are whole before heads
            head.setSizePolicy(policy)
            grid.addWidget(head, 0, place)
        grid.addWidget(Divider("border", self), 1, 0, 1, 5)
        self.names: dict[str, Label] = {}
        self.cells: dict[str, tuple[Label, ChangeLabel, Label, Label]] = {}
        self._grid = grid
        self._lines: dict[str, Divider] = {}
        for number, code in enumerate(CODES):
            self._add_row(grid, 2 + 2 * number, code)
        self.foot = small("", wrap=True, parent=self)
        column.addSpacing(4)
        column.addWidget(self.foot)

    def _add_row(self, grid: QGridLayout, row: int, code: str) -> None:
        name = body(words.figure_name(code), elide=True, parent=self)
        value = heading(elide=True, parent=self)
        before, usual = (Label(tone="muted", elide=True, parent=self) for _ in range(2))
        change = ChangeLabel(self)
        for label in (value, before, usual):
            label.setAlignment(_RIGHT)
        grid.addWidget(name, row, 0)
        for place, cell in enumerate((value, change, before, usual), 1):
            grid.addWidget(cell, row, place)
        self._lines[code] = Divider("grid", self)
        grid.addWidget(self._lines[code], row + 1, 0, 1, 5)
        self.names[code] = name
        self.cells[code] = value, change, before, usual

    def show_review(self, review: Review) -> None:
        """Show it."""
        found = review.comparison
        self.heads[2].setText(words.last_head(found))
        self.heads[3].setText(
            self.tr("Median of %n", "", len(found.peers)) if found.peers else self.tr("Median")
        )
        self._show_rows([row.code for row in found.rows], review.seen.one.kind)
        for row in found.rows:
            value, change, before, usual = self.cells[row.code]
            mark = "*" if row.code in review.seen.added else ""
            value.setText(words.figure_text(row.code, row.value) + mark)
            change.set(words.change_of(row))
            before.setText(words.figure_text(row.code, row.before))
            usual.setText(words.figure_text(row.code, row.usual))
        self.foot.setText(self._foot(review, found))
        self.foot.setVisible(bool(self.foot.text()))

    def _show_rows(self, codes: Sequence[str], kind: str) -> None:
        """Only what is told of a live, or of a video."""
        height = theme_of(self).px(34)
        last = max(codes, key=CODES.index)
        for number, code in enumerate(CODES):
            shown = code in codes
            self._grid.setRowMinimumHeight(2 + 2 * number, height if shown else 0)
            for part in (self.names[code], *self.cells[code]):
                part.setVisible(shown)
            self._lines[code].setVisible(shown and code != last)
            self.names[code].setText(words.figure_name(code, kind))

    def _foot(self, review: Review, found: BesideOthers) -> str:
        parts = []
        if review.seen.added & {row.code for row in found.rows}:
            parts.append(self.tr("* estimated: counted from the orders placed while it ran"))
        if review.seen.suspect:
            parts.append(self.tr("The traffic was odd: later ones are not compared with this one."))
        if found.last is None:
            parts.append(self.tr("The first of its kind: from the next one on it is compared."))
        return "\n".join(parts)
