"""The alarms beside the curve: open ones as cards, newest first, the others folded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.traffic.alarms import NO_RISE, RISE, Alarm, Alarms
from ksdesk.domain.traffic.notes import HANDLED, IGNORED
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.traffic.alarms import words
from ksdesk.ui.traffic.alarms.card import AlarmCard, AlarmLine

MOST_CARDS = 3
STAND_FOR = {RISE: timedelta(days=14), NO_RISE: timedelta(days=30)}
"""So long these stand among the alarms, what is suspect for ever; the curve shows all."""


def at_hand(alarms: Alarms, now: datetime) -> tuple[Alarm, ...]:
    """The open ones, the newest first and mere rises last; old rises are no news."""
    near = [
        alarm
        for alarm in alarms.alarms
        if alarm.open and now - alarm.end <= STAND_FOR.get(alarm.kind, timedelta.max)
    ]
    return tuple(sorted(near, key=lambda alarm: alarm.kind == RISE))


class StatusCard(Card):
    """No alarm to show: nothing was seen, or too little is known yet."""

    def __init__(self, alarms: Alarms, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._alarms = alarms
        kind, word, sentence, second = self._said()
        self.pill = Pill(word, kind, parent=self)
        row = QHBoxLayout()
        row.addWidget(self.pill)
        row.addStretch(1)
        self.add_layout(row)
        self.sentence = body(sentence, wrap=True, parent=self)
        self.second = small(second, wrap=True, parent=self)
        self.add(self.sentence)
        self.add(self.second)
        self.second.setVisible(bool(second))
        self.setAccessibleName(f"{word}: {sentence}")

    def _said(self) -> tuple[str, str, str, str]:
        alarms = self._alarms
        unsure = self.tr("Too little history")
        if not alarms.views:
            return (
                *("neutral", unsure),
                self.tr("Hours that look off are found in hourly reports; there are none yet."),
                self.tr("Choose “Hour” as the time when you export a report."),
            )
        looked = words.looked_words(alarms)
        if alarms.days_missing:
            text = self.tr(
                "%n more day(s) of hourly figures are needed before a verdict can be given.",
                "",
                alarms.days_missing,
            )
            return "neutral", unsure, text, looked
        stands = words.stands_for_words(alarms)
        found = self.tr("Nothing looks off: what should follow the views did.")
        if any(alarm.suspect for alarm in alarms.alarms):
            found = self.tr("Nothing new looks off.")
        return "good", self.tr("Nothing off"), found, f"{stands} {looked}".strip()


class AlarmPanel(QWidget):
    """All alarms in one column.

    `marked(alarm, state, note)`, `freed(alarm)`, `chosen(key)`, `rules_asked(alarm)` and
    `words_asked(alarm)` as those of its cards.
    """

    marked = Signal(object, str, str)
    freed = Signal(object)
    chosen = Signal(str)
    rules_asked = Signal(object)
    words_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alarms = Alarms()
        self._now = datetime.min
        self.selected = ""
        self._unfolded: set[str] = set()
        self.cards: list[AlarmCard] = []
        self.lines: list[AlarmLine] = []
        self.folds: dict[str, TextButton] = {}
        self.status: StatusCard | None = None
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_alarms(self, alarms: Alarms, now: datetime) -> None:
        """Show what was seen."""
        self.alarms, self._now = alarms, now
        self._build()

    def select(self, key: str) -> bool:
        """Unfold an alarm and mark it as the one at hand; False where there is none."""
        alarm = self.alarms.one(key)
        if alarm is None:
            return False
        if self.selected != alarm.key:
            self.selected = alarm.key
            self._build()
        return True

    def card(self, key: str) -> AlarmCard | None:
        """The card of an alarm, where it is not folded."""
        return next((card for card in self.cards if card.alarm.key == key), None)

    def _build(self) -> None:
        old = self._inside
        self.cards, self.lines, self.folds, self.status = [], [], {}, None
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        near = at_hand(self.alarms, self._now)
        full = [alarm for alarm in near if alarm.kind != RISE][:MOST_CARDS]
        chosen = self.alarms.one(self.selected) if self.selected else None
        if chosen is not None and chosen not in full:
            full.insert(0, chosen)
        if not any(alarm.suspect and alarm.open for alarm in full):
            self.status = StatusCard(self.alarms, self._inside)
        for alarm in full:
            column.addWidget(self._card(alarm))
        if self.status is not None:
            column.insertWidget(1 if chosen is not None else 0, self.status)
        rest = [alarm for alarm in near if alarm not in full]
        self._add_folded(column, rest, [a for a in self.alarms.alarms if a not in full])
        self._column.addWidget(self._inside)
        self._inside.show()
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _card(self, alarm: Alarm) -> AlarmCard:
        card = AlarmCard(alarm, self.alarms.views, self._inside)
        for name in ("marked", "freed", "chosen", "rules_asked", "words_asked"):
            getattr(card, name).connect(getattr(self, name))
        card.chosen.connect(self._select)
        self.cards.append(card)
        return card

    def _add_folded(
        self, column: QVBoxLayout, rest: Sequence[Alarm], others: Sequence[Alarm]
    ) -> None:
        groups = {
            state: [alarm for alarm in others if alarm.state == state]
            for state in (HANDLED, IGNORED)
        }
        if not rest and not any(groups.values()):
            return
        card = Card(parent=self._inside)
        card.body.setSpacing(4)
        for alarm in rest:
            card.add(self._line(alarm))
        for state, members in groups.items():
            if members:
                card.body.addWidget(self._fold(state, members), 0, Qt.AlignmentFlag.AlignLeft)
            if state in self._unfolded:
                for alarm in members:
                    card.add(self._line(alarm))
        column.addWidget(card)

    def _fold(self, state: str, members: Sequence[Alarm]) -> TextButton:
        text = (
            self.tr("%n handled", "", len(members))
            if state == HANDLED
            else self.tr("%n ignored", "", len(members))
        )
        icon = "chevron_up" if state in self._unfolded else "chevron_down"
        button = TextButton(text, icon, small=True, inline=True, parent=self._inside)
        button.setProperty("state", state)
        button.clicked.connect(self._turn)
        self.folds[state] = button
        return button

    def _line(self, alarm: Alarm) -> AlarmLine:
        line = AlarmLine(alarm, self.alarms.views, self._inside)
        line.opened.connect(self._select)
        line.opened.connect(self.chosen)
        self.lines.append(line)
        return line

    @Slot()
    def _turn(self) -> None:
        state = self.sender().property("state")
        self._unfolded ^= {state}
        self._build()

    @Slot(str)
    def _select(self, key: str) -> None:
        if self.card(key) is None:
            self.select(key)
        self.selected = key


class AlarmStrip(Card):
    """One alarm as a sentence with its two buttons, where there is no room beside the curve.

    `marked(alarm, state, note)`; `more_asked(bool)`: the rest is to be shown or hidden.
    """

    marked = Signal(object, str, str)
    more_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="bad", parent=parent)
        self.alarm: Alarm | None = None
        self.pill = Pill("", "bad", parent=self)
        self.when = small(parent=self)
        self.sentence = body(wrap=True, parent=self)
        self.handled = MainButton(self.tr("Handled"), height=32, parent=self)
        self.ignored = SecondButton(self.tr("Ignore"), parent=self)
        self.more = TextButton(self.tr("More"), trailing_icon(False), parent=self)
        self.more.setCheckable(True)
        self.handled.clicked.connect(self._handle)
        self.ignored.clicked.connect(self._ignore)
        self.more.toggled.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addWidget(self.when)
        head.addStretch(1)
        for button in (self.handled, self.ignored, self.more):
            head.addWidget(button)
        self.add_layout(head)
        self.add(self.sentence)

    def show_alarms(self, alarms: Alarms, now: datetime) -> None:
        """Say the alarm that is at hand first, or that there is none."""
        near = at_hand(alarms, now)
        self.alarm = next((alarm for alarm in near if alarm.suspect), next(iter(near), None))
        alarm = self.alarm
        self.when.setVisible(alarm is not None)
        self._place()
        if alarm is None:
            status = StatusCard(alarms)
            self.pill.set(status.pill.text(), status.pill.kind())
            self.sentence.setText(status.sentence.text())
            self.set_edge("border")
            return
        self.pill.set(words.state_word(alarm), "bad" if alarm.suspect else "warn")
        self.when.setText(words.when(alarm))
        self.sentence.setText(words.sentence(alarm, alarms.views))
        self.set_edge("bad" if alarm.suspect else "border")

    @Slot(bool)
    def _turn(self, shown: bool) -> None:
        self.more.set_text(self.tr("Less") if shown else self.tr("More"))
        self.more.set_icon(trailing_icon(shown))
        self._place()
        self.more_asked.emit(shown)

    def _place(self) -> None:
        """What is unfolded below need not be said twice."""
        folded = not self.more.isChecked()
        self.sentence.setVisible(folded)
        for button in (self.handled, self.ignored):
            button.setVisible(folded and self.alarm is not None)

    @Slot()
    def _handle(self) -> None:
        if self.alarm is not None:
            self.marked.emit(self.alarm, HANDLED, "")

    @Slot()
    def _ignore(self) -> None:
        if self.alarm is not None:
            self.marked.emit(self.alarm, IGNORED, "")


def trailing_icon(shown: bool) -> str:
    """The arrow of what unfolds."""
    return "chevron_up" if shown else "chevron_down"
