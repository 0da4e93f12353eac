"""今日: number cards, what must be done now and today, reminders beside."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ksdesk.actions import backups
from ksdesk.actions.today import MEASURES, Agenda, Item, agenda
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import body, title
from ksdesk.ui.parts.number_card import NumberCard
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.states import EmptyState, LoadingBlocks, TroubleCard
from ksdesk.ui.parts.task_row import TaskRow, TipRow
from ksdesk.ui.parts.texts import clock_text, day_text, weekday_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.nav import NARROW_BELOW
from ksdesk.ui.shell.page import Page
from ksdesk.ui.shell.theme import Theme
from ksdesk.ui.shell.trouble import headline
from ksdesk.ui.today import words

WIDEST = 1424  # px of content: tasks 960, side 448
TWO_COLUMNS = 940  # px of content from which the reminders stand beside
SIDE, SIDE_WIDE = 336, 448
MINUTE = 60_000  # milliseconds


class TodayPage(Page):
    """Each row's own button jumps to what the row is about. `agenda` is what is shown now."""

    topic = "today"
    concerns = frozenset(
        ("today", "opening", "deposit", "products", "traffic", "imports", "backups")
    )

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.agenda: Agenda | None = None
        self._question = 0
        self._two_columns: bool | None = None
        self._outer = QHBoxLayout(self)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._outer.addLayout(column, 1)
        self.import_button = MainButton(self.tr("Import today's figures"), "import", parent=self)
        self.import_button.clicked.connect(self.ask_files)
        self.header = PageHeader(self.tr("Today"), "", (self.import_button,), parent=self)
        self.import_button.hide()
        column.addWidget(self.header)
        column.addSpacing(16)
        self.states = QStackedWidget(self)
        column.addWidget(self.states, 1)
        self.loading = LoadingBlocks(8, text=self.tr("Counting…"), row_height=56, parent=self)
        self.area = PageScroll(self)
        self.states.addWidget(self.loading)
        self.states.addWidget(self.area)
        self.empty: EmptyState | None = None
        self.trouble: QWidget | None = None
        self._build_filled()
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self._tick)

    def _build_filled(self) -> None:
        self.cards = {code: self._number_card(code) for code in ("deposit", *MEASURES)}
        row = QHBoxLayout()
        row.setSpacing(16)
        for card in self.cards.values():
            row.addWidget(card, 1)
        self._cards_row = row
        self.area.body.addLayout(row)
        self.left, self.side = QWidget(self), QWidget(self)
        for holder in (self.left, self.side):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._grid.setColumnStretch(0, 1)
        self.area.body.addLayout(self._grid)
        self.area.body.addStretch(1)

    def _number_card(self, code: str) -> NumberCard:
        card = NumberCard(words.caption(code), self)
        card.set_opens(True)
        topic = "deposit" if code == "deposit" else "traffic"
        card.clicked.connect(partial(self.open_topic, topic))
        return card

    def open_topic(self, topic: str, *_checked: object) -> None:
        """Open the page behind a number."""
        self.ctx.navigate(topic)

    def _tick(self) -> None:
        """What is left of the time has moved on."""
        self._stale = True
        self.freshen()

    # -- reading -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the book again; an answer to an older question is dropped."""
        self._question += 1
        self.ctx.jobs.run(
            self,
            partial(_read, self.ctx),
            done=partial(self._arrived, self._question),
            failed=partial(self._failed, self._question),
        )

    def _arrived(self, question: int, found: Agenda) -> None:
        if question != self._question:
            return
        self.agenda = found
        self._drop_trouble()
        self.header.set_sentence(self._sentence(found))
        if found.fresh:
            self._show_empty()
            return
        self.import_button.show()
        self._fill_cards(found)
        self._fill_tasks(found)
        self._fill_reminders(found)
        self._arrange()
        self.states.setCurrentWidget(self.area)

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

    def _fill_cards(self, found: Agenda) -> None:
        day = found.at.date() - timedelta(days=1)
        against = self.tr("vs last {weekday}").format(weekday=weekday_text(day))
        for card in found.cards:
            shown = self.cards[card.code]
            if card.code == "deposit":
                note = words.standing_note(card)
                shown.set(words.value_text(card), None, note, missing=words.missing_text(card))
                continue
            change = words.change_of(card)
            note = against if change else ""
            shown.set(words.value_text(card), change, note, missing=words.missing_text(card))

    def _fill_tasks(self, found: Agenda) -> None:
        column = _emptied(self.left)
        if not found.tasks:
            column.addWidget(self._nothing_due(found))
        groups = (
            ("now", self.tr("To do now"), self.tr("by time left")),
            ("today", self.tr("For today"), self.tr("gone by itself once done")),
        )
        for name, heading, hint in groups:
            tasks = found.group(name)
            if not tasks:
                continue
            card = Card(heading, hint, count=str(len(tasks)), flush=True, parent=self.left)
            for number, item in enumerate(tasks, 1):
                card.add(self._task_row(item, found, number < len(tasks)))
            column.addWidget(card)
        column.addStretch(1)

    def _task_row(self, item: Item, found: Agenda, line: bool) -> TaskRow:
        said = words.words_of(item, found.at)
        row = TaskRow(
            said.title,
            said.reason,
            icon=said.icon,
            tone=said.tone,
            pill=said.pill,
            when=said.when,
            verb=said.verb,
            line=line,
            parent=self.left,
        )
        row.acted.connect(partial(self.open_item, item))
        return row

    def _nothing_due(self, found: Agenda) -> Card:
        card = Card(parent=self.left)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Icon("good", "good", 32, card), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(title(self.tr("Nothing due today"), wrap=True))
        coming = self.tr("What comes up will stand here.")
        if found.coming is not None:
            what = words.words_of(found.coming, found.at).title
            coming = self.tr("Next: {what}").format(what=what)
        column.addWidget(body(coming, wrap=True, tone="muted"))
        row.addLayout(column, 1)
        card.add_layout(row)
        return card

    def _fill_reminders(self, found: Agenda) -> None:
        column = _emptied(self.side)
        items = [i for i in found.reminders if not (self.ctx.sample and i.topic == "settings")]
        if items:
            heading = self.tr("Reminders")
            card = Card(heading, count=str(len(items)), flush=True, parent=self.side)
            for number, item in enumerate(items, 1):
                said = words.words_of(item, found.at)
                row = TipRow(
                    said.title,
                    said.reason,
                    said.verb,
                    icon=said.icon,
                    tone=said.tone,
                    line=number < len(items),
                    parent=self.side,
                )
                row.acted.connect(partial(self.open_item, item))
                card.add(row)
            column.addWidget(card)
        column.addStretch(1)

    def open_item(self, item: Item) -> None:
        """Go where a task or reminder is about."""
        self.ctx.navigate(item.topic, item.target or None)

    def ask_files(self) -> None:
        """Choose report files; the traffic page reads them."""
        self.ctx.ask.open_files(
            self,
            self.tr("Import traffic reports"),
            self.tr("Reports (*.csv *.txt *.tsv);;All files (*)"),
            self._files_chosen,
        )

    def _files_chosen(self, paths: object) -> None:
        self.ctx.import_files(paths)

    # -- states ------------------------------------------------------------------------------

    def _show_empty(self) -> None:
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
                suffixes=(".csv", ".txt", ".tsv"),
                parent=self,
            )
            self.empty.dropped.connect(self._files_chosen)
            self.states.addWidget(self.empty)
        self.import_button.hide()
        self.states.setCurrentWidget(self.empty)
        self._arrange()

    def _failed(self, question: int, error: BaseException) -> None:
        if question != self._question:
            return
        self._drop_trouble()
        again = MainButton(self.tr("Try again"), "refresh")
        again.clicked.connect(self.refresh)
        card = TroubleCard(
            self.tr("The book cannot be read right now"),
            headline(error),
            safe=[(self.tr("Nothing was changed"), self.tr("Your entries are still in the book."))],
            buttons=[again],
            details=f"{type(error).__name__}: {error}",
        )
        self.trouble = QWidget(self)
        column = QVBoxLayout(self.trouble)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.states.addWidget(self.trouble)
        self.states.setCurrentWidget(self.trouble)
        self.import_button.hide()

    def _drop_trouble(self) -> None:
        if self.trouble is not None:
            self.states.removeWidget(self.trouble)
            self.trouble.deleteLater()
            self.trouble = None

    def state(self) -> dict[str, object]:
        return {"scroll": self.area.verticalScrollBar().value()}

    def restore(self, state: dict[str, object]) -> None:
        self.freshen()
        self.area.verticalScrollBar().setValue(state.get("scroll", 0))

    # -- layout ------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Reminders beside the tasks where there is room, else below them."""
        narrow = self.window().width() < NARROW_BELOW
        margin = 16 if narrow else 24
        self._cards_row.setSpacing(8 if narrow else 16)
        spare = max(0, self.width() - 2 * margin - WIDEST)
        self._outer.setContentsMargins(margin, 16, margin + spare, margin)
        room = self.width() - 2 * margin
        two = room >= TWO_COLUMNS
        if two != self._two_columns:
            self._two_columns = two
            while self._grid.count():
                self._grid.takeAt(0)
            self._grid.addWidget(self.left, 0, 0)
            self._grid.addWidget(self.side, *((0, 1) if two else (1, 0)))
        if two:
            self.side.setFixedWidth(SIDE_WIDE if room >= WIDEST else SIDE)
        else:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._clock.stop()


def _read(ctx: Context) -> Agenda:
    newest = next(iter(backups.listed(ctx.paths.backups)), None)
    made_at = None if newest is None else newest.made_at
    return agenda(ctx.reader, ctx.rules(), ctx.clock(), made_at)


def _emptied(holder: QWidget) -> QVBoxLayout:
    """The column of a holder, with nothing left in it."""
    column = holder.layout()
    assert isinstance(column, QVBoxLayout)
    while item := column.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
    return column


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
