"""The list of lives and videos as a drop-down, where there is no room beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.reviews.looking import SeenBroadcast
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.choice import Choice
from ksdesk.ui.parts.texts import money_text
from ksdesk.ui.reviews import words


class BroadcastPick(QWidget):
    """`chosen(number)` when another one is wanted, `asked` for one more by hand."""

    chosen = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.choice = Choice(name=self.tr("Lives and videos"), tall=True, parent=self)
        self.choice.chosen.connect(self.chosen)
        row.addWidget(self.choice, 1)
        new = SecondButton(self.tr("Note one by hand"), "plus", height=40, parent=self)
        new.clicked.connect(self.asked)
        row.addWidget(new)

    def show_list(self, every: Sequence[SeenBroadcast], owed: frozenset[int], number: int) -> None:
        """Show them with one chosen; those in `owed` wait to be looked back at."""
        options = [(seen.one.id, self._text(seen, owed)) for seen in every]
        self.choice.set_options(options, number)

    def _text(self, seen: SeenBroadcast, owed: frozenset[int]) -> str:
        one = seen.one
        parts = [words.title_text(one), words.second_text(one)]
        if one.sales is not None:
            parts.append(money_text(one.sales))
        if one.id in owed:
            parts.append(self.tr("To write"))
        elif seen.suspect:
            parts.append(self.tr("Odd traffic"))
        return " · ".join(parts)
