"""What 今日 shows of a book in use: number cards, tasks, reminders; loaded when they are there."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ksdesk.domain.today import Agenda, Item
from ksdesk.domain.today import TodayNumber as Figure
from ksdesk.domain.today.later import NEVER, choices
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import body, title
from ksdesk.ui.parts.number_card import NumberCard
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.task_row import TaskRow, TipRow
from ksdesk.ui.today import card_words, later_words, words
from ksdesk.ui.today.hidden_foot import HiddenFoot

TWO_COLUMNS = 940  # px of content from which the reminders stand beside
SIDE, SIDE_WIDE = 336, 448
CARDS = {"sales": "orders", "orders": "orders", "net": "promotion", "deposit": "deposit"}
"""The number cards and the pages behind them."""


class FilledToday(PageScroll):
    """Each row's own button jumps to what the row is about: `opened(topic, target)`."""

    opened = Signal(str, object)
    put_off = Signal(object, object)  # an item, and the moment or None
    ticked = Signal(object)  # an item
    told_again = Signal(object)  # items

    def __init__(self, sample: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample = sample
        self._two_columns: bool | None = None
        self._at: datetime | None = None
        self.menu: QMenu | None = None
        self.foot: HiddenFoot | None = None
        self._shown: tuple[Figure, ...] = ()
        self.cards = {code: self._number_card(code) for code in CARDS}
        self._cards_row = QHBoxLayout()
        for card in self.cards.values():
            self._cards_row.addWidget(card, 1)
        self.body.addLayout(self._cards_row)
        self.left, self.side = QWidget(self), QWidget(self)
        for holder in (self.left, self.side):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def _number_card(self, code: str) -> NumberCard:
        card = NumberCard("", self)
        card.set_opens(True)
        card.clicked.connect(partial(self._open_card, code))
        return card

    def _open_card(self, code: str, *_checked: object) -> None:
        missing = next((card.missing for card in self._shown if card.code == code), "")
        targets = {"sales": "all", "orders": "all", "net": "profit"}
        target = "profit:costs" if missing == "no_costs" else targets.get(code)
        self.opened.emit(CARDS[code], target)

    def _open_item(self, item: Item) -> None:
        self.opened.emit(item.topic, item.target or None)

    def show_agenda(self, found: Agenda) -> None:
        """Fill in what was found."""
        self._at = found.at
        self._fill_cards(found)
        self._fill_tasks(found)
        self._fill_side(found)

    def _fill_cards(self, found: Agenda) -> None:
        self._shown = found.cards
        for card in found.cards:
            shown, missing = self.cards[card.code], card_words.missing_text(card)
            change = card_words.change_of(card)
            left_out = card_words.left_out(card)
            note = left_out or (card_words.against(card) if change else "")
            if card.code == "deposit":
                note = card_words.line_note(card, found.at)
            shown.setText(card_words.caption(card, found.at))
            shown.set(
                card_words.value_text(card),
                change,
                note,
                missing=missing,
                leads=bool(left_out),
                aside=card_words.aside_of(card, found.at),
                pill=card_words.standing_pill(card) if card.code == "deposit" else None,
            )

    def _fill_tasks(self, found: Agenda) -> None:
        column = _emptied(self.left)
        if not found.tasks:
            column.addWidget(self._nothing_due(found))
        groups = (
            ("now", self.tr("To do now"), self.tr("by time left")),
            ("today", self.tr("For today"), self.tr("tick what is done; it can be undone")),
        )
        for name, heading, hint in groups:
            tasks = found.group(name)
            if not tasks:
                continue
            card = Card(heading, hint, count=str(len(tasks)), flush=True, parent=self.left)
            for number, item in enumerate(tasks, 1):
                card.add(self._task_row(item, found, number < len(tasks)))
            column.addWidget(card)
        self.foot = None
        if found.put_off or found.done:
            self.foot = HiddenFoot(found, self.left)
            self.foot.told_again.connect(self.told_again)
            column.addWidget(self.foot)
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
            later=self.tr("Later"),
            done_name=self.tr("Done:"),
            line=line,
            parent=self.left,
        )
        row.ticked.connect(partial(self.ticked.emit, item))
        row.acted.connect(partial(self._open_item, item))
        row.postponed.connect(partial(self._offer_later, item, row))
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

    def _fill_side(self, found: Agenda) -> None:
        column = _emptied(self.side)
        # The sample is built anew each time: nobody backs it up.
        reminders = [i for i in found.reminders if not (self._sample and i.topic == "settings")]
        for heading, items in (
            (self.tr("Reminders"), reminders),
            (self.tr("Suggestions"), list(found.advice)),
        ):
            if not items:
                continue
            card = Card(heading, count=str(len(items)), flush=True, parent=self.side)
            for number, item in enumerate(items, 1):
                card.add(self._tip_row(item, found, number < len(items)))
            column.addWidget(card)
        column.addStretch(1)

    def _tip_row(self, item: Item, found: Agenda, line: bool) -> TipRow:
        said = words.words_of(item, found.at)
        row = TipRow(
            said.title,
            said.reason,
            said.verb,
            icon=said.icon,
            tone=said.tone,
            later=self.tr("Later") if item.level != "plain" or item.group == "advise" else "",
            line=line,
            parent=self.side,
        )
        row.acted.connect(partial(self._open_item, item))
        row.postponed.connect(partial(self._offer_later, item, row))
        return row

    def _offer_later(self, item: Item, row: TaskRow | TipRow) -> None:
        """Until when it is put off, in a menu below the word."""
        assert self._at is not None and row.later_button is not None
        self.menu = QMenu(self)
        for code, until in choices(self._at).items():
            if code == NEVER:
                self.menu.addSeparator()
            action = self.menu.addAction(later_words.choice_word(code))
            action.triggered.connect(partial(self._put_off, item, until))
        place = row.later_button.rect().bottomRight()
        corner = row.later_button.mapToGlobal(place)
        self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), -4))
        self.menu.aboutToHide.connect(self.menu.deleteLater)

    def _put_off(self, item: Item, until: datetime | None, *_checked: object) -> None:
        self.put_off.emit(item, until)

    def arrange(self, room: int, narrow: bool, wide: bool) -> None:
        """Reminders beside the tasks where `room` (px) is enough (`wide`: more), else below."""
        self._cards_row.setSpacing(8 if narrow else 16)
        two = room >= TWO_COLUMNS
        if two != self._two_columns:
            self._two_columns = two
            while self._grid.count():
                self._grid.takeAt(0)
            self._grid.addWidget(self.left, 0, 0)
            self._grid.addWidget(self.side, *((0, 1) if two else (1, 0)))
        if two:
            self.side.setFixedWidth(SIDE_WIDE if wide else SIDE)
        else:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)


def _emptied(holder: QWidget) -> QVBoxLayout:
    """The column of a holder, with nothing left in it."""
    column = holder.layout()
    assert isinstance(column, QVBoxLayout)
    while item := column.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
    return column
