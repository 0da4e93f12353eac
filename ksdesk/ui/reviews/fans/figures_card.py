"""How many fans came and left, each number with its formula."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ksdesk.domain.reviews.fans import PERIODS, Fans
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Label, heading, small
from ksdesk.ui.parts.labels import title as title_label
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import day_text
from ksdesk.ui.reviews.fans import words


class FanFigures(Card):
    """`chosen(grain)`; `import_asked()` where no figure is known."""

    chosen = Signal(object)
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        choices = [(grain, words.said(words.GRAINS[grain])) for grain in PERIODS]
        self.grains = SegmentBar(choices, name=self.tr("Fans by"), parent=self)
        self.grains.chosen.connect(self.chosen)
        self.sentence = title_label(wrap=True, parent=self)
        self.until = small(parent=self)
        bring = self.tr("Import a report or type what the phone says ›")
        self.bring = TextButton(bring, inline=True, parent=self)
        self.bring.clicked.connect(self.import_asked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self.rows: list[tuple[Label, Label, Label]] = []
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.grains, 0, Qt.AlignmentFlag.AlignTop)
        self.add_layout(row)
        self.add(self.until)
        self.add_layout(self._grid)
        self.body.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fans(self, found: Fans) -> None:
        """Show the figures of a time."""
        self.grains.set_value(found.grain)
        self.sentence.setText(words.headline(found))
        said = {
            "day": self.tr("From {first} up to yesterday; today is not over"),
            "week": self.tr("From {first} up to yesterday; the last week is not over"),
            "month": self.tr("From {first} up to yesterday; the last month is not over"),
        }[found.grain if found.running else "day"]
        other = found.first.year != found.end.year
        self.until.setText(said.format(first=day_text(found.first, year=other)))
        self.bring.setVisible(found.empty)
        shown = [] if found.empty else words.figures(found)
        for place in range(max(len(shown), len(self.rows))):
            if place == len(self.rows):
                self._add_row()
            texts = shown[place] if place < len(shown) else None
            for label, text in zip(self.rows[place], texts or ("", "", ""), strict=True):
                label.setText(text)
                label.setVisible(texts is not None)

    def _add_row(self) -> None:
        place = len(self.rows)
        name, value, formula = (
            Label(parent=self),
            heading(parent=self),
            small(wrap=True, parent=self),
        )
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.rows.append((name, value, formula))
        for column, label in enumerate(self.rows[place]):
            self._grid.addWidget(label, place, column)
