"""今日: number cards, what must be done now and today, reminders beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.drop import TABLE_PATTERNS, TABLE_SUFFIXES
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.parts.texts import clock_text, day_text, weekday_text
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.page import NARROW_BELOW
from ksdesk.ui.shell.theme import Theme
from ksdesk.ui.today import PAGE
from ksdesk.ui.today.reading import read

if TYPE_CHECKING:
    from datetime import datetime

    from ksdesk.domain.today import Agenda, Item
    from ksdesk.ui.today.filled import FilledToday

MINUTE = 60_000  # milliseconds


class TodayPage(BookPage):
    """`agenda` is what is shown now. Until it is there the page is a header over an empty space:
    what shows it, and the rooms that it is read from, are loaded by the first reading.
    """

    spec = PAGE
    widest = 1424  # tasks 960, side 448

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.agenda: Agenda | None = None
        outer = QHBoxLayout(self)
        column = QVBoxLayout()
        column.setSpacing(0)
        outer.addLayout(column, 1)
        self.import_button = MainButton(self.tr("Import today's figures"), "import", parent=self)
        self.import_button.clicked.connect(self.ask_files)
        self.header = PageHeader(self.tr("Today"), "", (self.import_button,), parent=self)
        self.keep_for_filled(self.import_button)
        column.addWidget(self.header)
        column.addSpacing(16)
        column.addWidget(self.states, 1)
        self.area: FilledToday | None = None
        self.empty: EmptyState | None = None
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self._tick)

    def open_topic(self, topic: str, *_checked: object) -> None:
        """Open the page behind a number."""
        self.ctx.navigate(topic)

    def _tick(self) -> None:
        """What is left of the time has moved on."""
        self._stale = True
        self.freshen()

    # -- reading -----------------------------------------------------------------------------

    def question(self) -> Callable[[], Agenda]:
        return partial(read, self.ctx)

    def show_answer(self, answer: Agenda) -> QWidget:
        self.agenda = answer
        self.header.set_sentence(self._sentence(answer))
        if answer.fresh:
            self._arrange()
            return self._made_empty()
        area = self._filled()
        area.show_agenda(answer)
        self._arrange()
        return area

    def _filled(self) -> FilledToday:
        if self.area is None:
            from ksdesk.ui.today.filled import FilledToday

            self.area = FilledToday(self.ctx.sample, self)
            self.area.opened.connect(self._open)
            self.area.put_off.connect(self._put_off)
            self.area.ticked.connect(self._tick_off)
            self.area.told_again.connect(self._tell_again)
        return self.area

    def _sentence(self, found: Agenda) -> str:
        now = found.at
        moment = f"{day_text(now.date())} {weekday_text(now.date(), long=True)} {clock_text(now)}"
        first, later = len(found.group("now")), len(found.group("today"))
        pieces = [moment]
        if found.fresh:
            return moment
        if first:
            pieces.append(self.tr("{n} to do now").format(n=first))
        if later:
            pieces.append(self.tr("{n} for today").format(n=later))
        return " · ".join(pieces)

    @Slot(str, object)
    def _open(self, topic: str, target: str | None) -> None:
        self.ctx.navigate(topic, target)

    @Slot(object, object)
    def _put_off(self, item: Item, until: datetime | None) -> None:
        from ksdesk.actions.today import later

        said = self.tr("Put off")
        done = partial(self._told, said)
        self.ctx.write(self, said, later.put_off, item, until, self.ctx.clock(), done=done)

    @Slot(object)
    def _tick_off(self, item: Item) -> None:
        from ksdesk.actions.today import later

        said = self.tr("Done")
        done = partial(self._told, said)
        self.ctx.write(
            self, said, later.tick_off, item, self.ctx.clock(), done=done, failed=self._not_ticked
        )

    def _not_ticked(self, error: BaseException) -> None:
        """Its circle is empty again."""
        if self.area is not None and self.agenda is not None:
            self.area.show_agenda(self.agenda)
        self.ctx.jobs.failed.emit(error)

    @Slot(object)
    def _tell_again(self, items: list[Item]) -> None:
        from ksdesk.actions.today import later

        said = self.tr("You will be reminded again")
        done = partial(self._told, said)
        self.ctx.write(self, said, later.tell_again, items, self.ctx.clock(), done=done)

    def _told(self, said: str, _changes: object) -> None:
        self.ctx.notice(said, undo=True)

    def ask_files(self) -> None:
        """Choose report files; the traffic page reads them."""
        self.ctx.ask.open_files(
            self,
            self.tr("Import traffic reports"),
            self.tr("Tables ({kinds});;All files (*)").format(kinds=TABLE_PATTERNS),
            self._files_chosen,
        )

    def _files_chosen(self, paths: object) -> None:
        self.ctx.import_files(paths)

    # -- states ------------------------------------------------------------------------------

    def _made_empty(self) -> EmptyState:
        if self.empty is None:
            wizard = MainButton(self.tr("To the wizard ›"))
            wizard.clicked.connect(partial(self.open_topic, "opening"))
            reports = SecondButton(self.tr("I have a shop: import a report"), height=40)
            reports.clicked.connect(self.ask_files)
            self.empty = EmptyState(
                "opening",
                self.tr("First, the shop"),
                self.tr(
                    "The wizard goes with you through the phone, tap by tap, up to the deposit."
                    " After that, each day's work stands here."
                ),
                main=wizard,
                second=reports,
                preview=_preview,
                suffixes=TABLE_SUFFIXES,
                parent=self,
            )
            self.empty.dropped.connect(self._files_chosen)
        return self.empty

    def state(self) -> dict[str, Any]:
        return {"scroll": self.area.verticalScrollBar().value() if self.area else 0}

    def restore(self, state: dict[str, Any]) -> None:
        self.freshen()
        self.once_answered(partial(self._scroll_to, state.get("scroll", 0)))

    def _scroll_to(self, place: int) -> None:
        if self.area is not None:
            self.area.verticalScrollBar().setValue(place)

    # -- layout ------------------------------------------------------------------------------

    def _arrange(self) -> None:
        if self.area is not None:
            room = self.width() - 2 * self.edges().left()
            narrow = self.window().width() < NARROW_BELOW
            self.area.arrange(room, narrow, wide=room >= self.widest)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._clock.stop()


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Grey number cards over grey task rows."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    wide = (box.width() - 4 * 16) / 5
    for number in range(5):
        card = QRectF(box.left() + number * (wide + 16), box.top(), wide, 72)
        painter.drawRoundedRect(card, 8, 8)
    for row in range(int((box.height() - 96) // 56)):
        top = box.top() + 96 + row * 56
        painter.drawEllipse(QRectF(box.left() + 8, top + 12, 16, 16))
        share = 0.28 + (row * 37 % 5) * 0.05
        painter.drawRoundedRect(QRectF(box.left() + 40, top + 8, box.width() * share, 12), 4, 4)
        painter.drawRoundedRect(QRectF(box.left() + 40, top + 26, box.width() * 0.22, 8), 4, 4)
        painter.drawRoundedRect(QRectF(box.right() - 88, top + 6, 88, 28), 6, 6)
