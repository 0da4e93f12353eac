"""The list of lives and videos, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions.reviews.looking import SeenBroadcast
from ksdesk.domain.reviews.broadcasts import VIDEO
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import counted, money_text, short_day_text
from ksdesk.ui.reviews import words


class BroadcastList(Card):
    """`chosen(number)` when another one is wanted, `asked` for one more by hand."""

    chosen = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lives and videos"), self.tr("Sales ¥"), flush=True, parent=parent)
        self._quiet = False
        self._owed: frozenset[int] = frozenset()
        self.model = RowsModel(self._columns(), key=lambda seen: seen.one.id, parent=self)
        self.table = TableView(
            self.model, name=self.tr("Lives and videos"), row_height=56, parent=self
        )
        self.table.header().hide()
        self.table.chosen.connect(self._choose)
        self.add(self.table, 1)
        self.new_button = TextButton(self.tr("Note one by hand"), "plus", parent=self)
        self.new_button.clicked.connect(self.asked)
        self.add_footer((self.new_button,))

    def _columns(self) -> list[Column]:
        return [
            Column(
                "day",
                self.tr("Day"),
                lambda seen: short_day_text(seen.one.began_at.date()),
                bold=True,
                second=lambda seen: words.second_text(seen.one),
                minimum=88,
                tip=lambda seen: words.title_text(seen.one),
            ),
            Column(
                "sales",
                self.tr("Sales"),
                lambda seen: seen.one.sales,
                money_text,
                align="right",
                second=self._state,
                second_tone=self._tone,
                width=78,
            ),
        ]

    def _state(self, seen: SeenBroadcast) -> str:
        if seen.one.id in self._owed:
            return self.tr("To write")
        if seen.one.kind == VIDEO and seen.one.viewers is not None:
            return counted(seen.one.viewers, self.tr("1 play"), self.tr("{n} plays"))
        return self.tr("Odd traffic") if seen.suspect else ""

    def _tone(self, seen: SeenBroadcast) -> str:
        if seen.one.id in self._owed:
            return "accent_text"
        return "warn" if seen.suspect else "muted"

    def show_list(self, every: Sequence[SeenBroadcast], owed: frozenset[int], number: int) -> None:
        """Show them with one chosen; those in `owed` wait to be looked back at."""
        self._owed = owed
        self._quiet = True
        self.model.set_rows(every)
        self.table.select_key(number)
        self._quiet = False

    @Slot(object)
    def _choose(self, seen: SeenBroadcast | None) -> None:
        if seen is not None and not self._quiet:
            self.chosen.emit(seen.one.id)
