"""推广: what comes of money that is spent to be seen, room by room."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.imports import Source
from ksdesk.domain.promotion.plans import Plan
from ksdesk.storage import Reader
from ksdesk.ui.parts.buttons import MainButton, TextButton
from ksdesk.ui.parts.chips import ChipBar, FilterChip
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.promotion import PAGE
from ksdesk.ui.promotion.desk import PromotionDesk
from ksdesk.ui.promotion.rooms import Room, room_classes
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context


class PromotionPage(BookPage):
    """`jump` takes a room's code, with ":" and what it names there behind it: "plans:7"; or a table
    that has costs, which comes into the sheet where they are filled in."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.desk = PromotionDesk(ctx, self)
        self.back_button = TextButton(self.tr("‹ All plans"), parent=self)
        self.back_button.hide()
        self.back_button.clicked.connect(self._go_back)
        self.rooms = {cls.code: cls(ctx, self.desk, self) for cls in room_classes()}
        for room in self.rooms.values():
            room.wanted.connect(self.open_room)
            room.told.connect(self._tell)
            room.sent.connect(self.jump)
        self.room = next(iter(self.rooms.values()))
        column = QVBoxLayout(self)
        column.setSpacing(16)
        self.new_button = MainButton(self.tr("New plan"), "plus", parent=self)
        self.new_button.clicked.connect(self.new_plan)
        self.header = PageHeader(
            self.tr("Promotion"), self.sentence(), (self.new_button,), parent=self
        )
        column.addWidget(self.header)
        self.chips = ChipBar(name=self.tr("Parts of the page"), parent=self)
        for code, room in self.rooms.items():
            self.chips.add_chip(code, FilterChip(room.word()))
        self.chips.set_value(self.room.code)
        self.chips.chosen.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.chips, 1)
        row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self._besides = [w for room in self.rooms.values() if (w := room.beside()) is not None]
        for widget in self._besides:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.states, 1)

    def sentence(self) -> str:
        """What the page is for."""
        return self.tr("First what really stays, then whether the next yuan should go out")

    # -- reading -----------------------------------------------------------------------------

    def question(self) -> Callable[[], Any]:
        return partial(_read, self.ctx.reader, self.room, self.room.question())

    def show_answer(self, answer: tuple[tuple[Plan, ...], Room, Any]) -> QWidget:
        plans, room, found = answer
        for code, each in self.rooms.items():
            self.chips.set_count(code, each.count(plans))
        self._tell("")
        shown = room.show_answer(found)
        for widget in self._besides:
            # Nothing to choose days of while the room is empty.
            widget.setVisible(widget is room.beside() and not isinstance(shown, EmptyState))
        return shown

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        """The sentence under the title; the page's own where a room has none."""
        self.header.set_sentence(sentence or self.sentence())
        self.back_button.setVisible(bool(sentence))
        self.new_button.setVisible(not sentence)
        self.keep_for_filled(*([] if sentence else [self.new_button]))

    # -- rooms -------------------------------------------------------------------------------

    @Slot()
    def _go_back(self) -> None:
        self._choose(self.room.code)

    @Slot(object)
    def _choose(self, code: object) -> None:
        self.rooms[str(code)].jump("")
        self.open_room(str(code))

    @Slot(str)
    def open_room(self, code: str) -> None:
        """Show a room, read anew."""
        self.room = self.rooms[code]
        self.chips.set_value(code)
        self.refresh()

    @Slot()
    def new_plan(self) -> None:
        """The sheet for a plan that is not there yet."""
        self.desk.plan()

    # -- position ----------------------------------------------------------------------------

    @Slot(object)
    def jump(self, target: str | Source) -> None:
        if isinstance(target, Source):
            self.open_room("profit")
            self.desk.costs_of(target)
            return
        code, _, rest = target.partition(":")
        if code in self.rooms:
            self.rooms[code].jump(rest)
            self.open_room(code)

    def state(self) -> dict[str, Any]:
        return {"room": self.room.code}

    def restore(self, state: dict[str, Any]) -> None:
        if state.get("room") in self.rooms:
            self.open_room(state["room"])


def _read(reader: Reader, room: Room, question: Callable[[], Any]) -> Any:
    return reader.notes.all(Plan), room, question()
