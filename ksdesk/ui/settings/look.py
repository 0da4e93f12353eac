"""外观: language, scheme, text size and the colour of a rise."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.settings import Values
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.number_card import Change, NumberCard
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import count_text, yuan_text
from ksdesk.ui.settings.row import PreferenceRow

SIZES = (90, 100, 110, 120, 130, 140, 150)
WIDEST = 960
SHOWN = (284_650, 108)  # fen and pieces, made up, to show what a figure looks like


class LookTab(PageScroll):
    """`changed(name, value)` for a setting chosen by hand; it counts at once."""

    changed = Signal(str, object)

    def __init__(self, values: Values, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: dict[str, SegmentBar] = {}
        card = Card(self.tr("Language and look"), self.tr("Takes effect at once"))
        for number, row in enumerate(self._rows(values)):
            if number:
                card.add_rule()
            card.add(row)
        card.setMaximumWidth(WIDEST)
        self.add(card)
        self.add(self._preview())
        self.body.addStretch(1)

    def _rows(self, values: Values) -> list[PreferenceRow]:
        follow = ("", self.tr("Follow the system"))
        size = min(SIZES, key=lambda step: abs(step - values.text_size))
        return [
            self._row(
                "language",
                self.tr("Language"),
                self.tr("Names on the phone stay Chinese in both."),
                [follow, ("zh", "简体中文"), ("en", "English")],
                values.language,
            ),
            self._row(
                "scheme",
                self.tr("Light or dark"),
                "",
                [follow, ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
                values.scheme,
            ),
            self._row(
                "text_size",
                self.tr("Text size"),
                "",
                [(step, f"{step}%") for step in SIZES],
                size,
            ),
            self._row(
                "up_colour",
                self.tr("Colour of a rise"),
                self.tr("▲▼ and a word stand beside it either way."),
                [
                    ("red", self.tr("Up red, down green")),
                    ("green", self.tr("Up green, down red")),
                ],
                values.up_colour,
            ),
        ]

    def _row(
        self,
        name: str,
        caption: str,
        sentence: str,
        options: list[tuple[object, str]],
        value: object,
    ) -> PreferenceRow:
        bar = SegmentBar(options, value, name=caption)
        bar.chosen.connect(partial(self.changed.emit, name))
        self.bars[name] = bar
        return PreferenceRow(caption, sentence, bar)

    def _preview(self) -> QWidget:
        """Two figures in the present look."""
        sales = NumberCard(self.tr("Sales, as an example"))
        sales.set(yuan_text(SHOWN[0]), Change("up", "12.4%"))
        fans = NumberCard(self.tr("New fans, as an example"))
        fans.set(count_text(SHOWN[1]), Change("down", "21.2%"))
        for card in (sales, fans):
            card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(sales)
        row.addWidget(fans)
        whole = QWidget()
        whole.setMaximumWidth(WIDEST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(small(self.tr("This is how it looks; the figures are made up.")))
        column.addLayout(row)
        return whole
