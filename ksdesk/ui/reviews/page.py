"""复盘: the lives and videos, and one of them looked back at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QMargins, QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions import reviews
from ksdesk.actions.reviews import looking
from ksdesk.actions.reviews.looking import Reviews
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.promotion.working_out import ProfitWork
from ksdesk.ui.reviews import PAGE
from ksdesk.ui.reviews.calendar_card import BroadcastCalendar
from ksdesk.ui.reviews.card import ReviewCard
from ksdesk.ui.reviews.checklist.desk import ChecklistDesk
from ksdesk.ui.reviews.desk import ReviewDesk
from ksdesk.ui.reviews.fans.room import FansRoom
from ksdesk.ui.reviews.list_card import BroadcastList
from ksdesk.ui.reviews.pick import BroadcastPick
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import Theme

LIST = 232  # px of the list beside a review
CARD = 1200  # px that a review is wide at most
DAYS = (232, 320)  # px of the calendar at its right
TWO_COLUMNS = 860  # px of content from which the list stands beside, else it is a drop-down


class ReviewsPage(BookPage):
    """`jump` takes the number of a live or a video, "new", or "fans"."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.view: Reviews | None = None
        self.fans: FansRoom | None = None
        self.room = "broadcasts"
        self.number = 0
        self.empty: EmptyState | None = None
        self.desk = ReviewDesk(ctx, self)
        self.checklist = ChecklistDesk(ctx, self)
        self._profit = ProfitWork(ctx, self.refresh, self)
        self.desk.made.connect(self._made)
        self.desk.refused.connect(self.refresh)
        self.checklist.refused.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        self.picture = SecondButton(
            self.tr("Save as a picture for WeChat"), "export", height=40, parent=self
        )
        self.picture.clicked.connect(self._save_picture)
        self.main = MainButton(self.tr("Review done"), "check", parent=self)
        self.main.clicked.connect(self._finish)
        self.header = PageHeader(
            self.tr("Reviews"),
            self.tr("Five minutes after each live: three things for the next one"),
            (self.picture, self.main),
            parent=self,
        )
        column.addWidget(self.header)
        rooms = [("broadcasts", self.tr("Lives and videos")), ("fans", self.tr("Fans"))]
        self.rooms = SegmentBar(rooms, name=self.tr("Parts of the page"), parent=self)
        self.rooms.chosen.connect(self.open_room)
        column.addWidget(self.rooms, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.states, 1)
        self._build_filled()
        self.keep_for_filled(self.picture, self.main)

    def _build_filled(self) -> None:
        self.filled = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.filled)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self.list = BroadcastList(self.filled)
        self.list.setFixedWidth(LIST)
        self.list.chosen.connect(self.choose)
        self.list.asked.connect(self.desk.new)
        self._columns.addWidget(self.list)
        self.pick = BroadcastPick(self.filled)
        self.pick.chosen.connect(self.choose)
        self.pick.asked.connect(self.desk.new)
        self._columns.addWidget(self.pick)
        self.area = PageScroll(self.filled)
        self.card = ReviewCard(self.area.inside)
        self.card.planned.connect(self._plan)
        self.card.learnt.connect(self._learn)
        self.card.ticked.connect(self._tick)
        self.card.asked.connect(self._ask)
        self.card.after.ticked.connect(self.checklist.tick)
        self.card.after.editing.connect(self.checklist.edit)
        self.area.add(self.card, 1)
        self.area.setMaximumWidth(CARD)
        self._columns.addWidget(self.area, 1)
        self.days = BroadcastCalendar(self.filled)
        self.days.setMaximumWidth(DAYS[1])
        self.days.chosen.connect(self.choose)
        self._columns.addWidget(self.days, 1)
        self.states.addWidget(self.filled)

    # -- reading -----------------------------------------------------------------------------

    def question(self) -> Callable[[], Any]:
        if self.room == "fans":
            return self._made_fans().question()
        return partial(looking.look, self.ctx.reader, self.number, self.ctx.clock())

    def show_answer(self, answer: Any) -> QWidget:
        if not isinstance(answer, Reviews):
            return self._made_fans().show_answer(answer)
        self.view = answer
        if answer.stale:
            self._profit.begin()
        if answer.review is None:
            return self._made_empty()
        one = answer.review.seen.one
        self.number = one.id
        self.list.show_list(answer.every, answer.owed, one.id)
        self.pick.show_list(answer.every, answer.owed, one.id)
        self.days.show_list(answer.every, one.id)
        self.card.show_review(answer.review, self.desk.unwritten(answer.review.seen.told))
        written = one.reviewed_at is not None
        self.main.setText(self.tr("Written once more") if written else self.tr("Review done"))
        return self.filled

    @Slot(object)
    def choose(self, number: int) -> None:
        """Show another one."""
        self.number = number
        self.refresh()

    def _made_empty(self) -> EmptyState:
        if self.empty is None:
            new = MainButton(self.tr("Note a live or a video"), "plus")
            new.clicked.connect(self.desk.new)
            self.empty = EmptyState(
                "reviews",
                self.tr("Nothing to look back at yet"),
                self.tr(
                    "Note what the phone says after a live or a video, or drop the report of your"
                    " lives or works on the window. Then you see each beside the ones before."
                ),
                main=new,
                preview=_preview,
                parent=self,
            )
        return self.empty

    def _made_fans(self) -> FansRoom:
        if self.fans is None:
            self.fans = FansRoom(self.ctx, self)
            self.fans.changed.connect(self.refresh)
        return self.fans

    @Slot(object)
    def open_room(self, room: object) -> None:
        """Show the lives and videos, or the fans."""
        self.room = str(room)
        self.rooms.set_value(room)
        self._show_main()
        self.refresh()

    def _show_main(self) -> None:
        """Fans have nothing to write."""
        buttons = (self.picture, self.main)
        self.keep_for_filled(*(() if self.room == "fans" else buttons))
        if self.room == "fans":
            for button in buttons:
                button.hide()

    # -- writing -----------------------------------------------------------------------------

    @Slot()
    def _finish(self) -> None:
        if self.card.one is not None:
            self.desk.finish(self.card.one, self.card.note.text(), self.card.next.words())

    @Slot()
    def _save_picture(self) -> None:
        if self.view is not None and self.view.review is not None:
            review = self.view.review
            typed = reviews.as_typed(
                review.seen.told, self.card.note.text(), self.card.next.words()
            )
            self.desk.save_picture(replace(review, seen=replace(review.seen, told=typed)))

    @Slot()
    def _plan(self) -> None:
        if self.card.one is not None:
            self.desk.plan_next(self.card.one, self.card.next.words())

    @Slot()
    def _learn(self) -> None:
        if self.card.one is not None:
            self.desk.learn(self.card.one, self.card.note.text())

    @Slot(int, bool)
    def _tick(self, place: int, done: bool) -> None:
        if self.card.one is not None:
            self.desk.tick(self.card.one, place, done)

    @Slot(str)
    def _ask(self, what: str) -> None:
        seen = self.card.seen
        if seen is not None and what == "edit":
            self.desk.edit(seen)
        elif seen is not None:
            self.desk.throw_away(seen.told)

    @Slot(int)
    def _made(self, number: int) -> None:
        self.number = number
        self.refresh()

    # -- position ----------------------------------------------------------------------------

    def jump(self, target: str) -> None:
        if target.removeprefix("-").isdecimal():
            self.number = int(target)
        self.open_room("fans" if target == "fans" else "broadcasts")
        if target == "new":
            self.desk.new()

    def state(self) -> dict[str, Any]:
        return {"number": self.number, "room": self.room}

    def restore(self, state: dict[str, Any]) -> None:
        self.number = state.get("number", 0)
        self.room = state.get("room", self.room)
        self.rooms.set_value(self.room)
        self._show_main()
        self._stale = True
        self.freshen()

    def edges(self) -> QMargins:
        edges = super().edges()
        room, gap = self.width() - 2 * edges.left(), self._columns.spacing()
        most = LIST + gap + CARD
        if room >= most + gap + DAYS[0]:
            most += gap + DAYS[1]
        edges.setRight(edges.left() + max(0, room - most))
        return edges

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        room, gap = self.width() - 2 * self.edges().left(), self._columns.spacing()
        three = room >= LIST + gap + CARD + gap + DAYS[0]
        two = room >= TWO_COLUMNS
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if two else down)
        self.list.setVisible(two)
        self.pick.setVisible(not two)
        self.days.setVisible(three)
        self.card.set_narrow(not two)


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Grey lives at the left, a funnel at the right."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    for row in range(5):
        top = box.top() + row * 56
        painter.drawRoundedRect(QRectF(box.left(), top, box.width() * 0.1, 14), 4, 4)
        painter.drawRoundedRect(QRectF(box.left(), top + 22, box.width() * 0.16, 10), 4, 4)
    for row, share in enumerate((1, 0.72, 0.54, 0.36, 0.2, 0.16)):
        top = box.top() + row * 40
        left, width = box.left() + box.width() * 0.3, box.width() * 0.6 * share
        painter.drawRoundedRect(QRectF(left, top, width, 26), 3, 3)
