"""The alarm's card: what it is, one sentence, the evidence, and what to make of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ksdesk.domain.traffic.alarms import RISE, Alarm, Evidence
from ksdesk.domain.traffic.notes import HANDLED, IGNORED
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import Divider, Label, body, small
from ksdesk.ui.parts.line_edit import LineEdit
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.texts import moment_text
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.alarms import words

ROW = 28
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EvidenceTable(QWidget):
    """A row a measure: what is usual, what was seen, and how that differs."""

    def __init__(self, alarm: Alarm, views: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Usual"), words.seen_word(alarm))
        for place, head in enumerate(heads, 1):
            grid.addWidget(self._cell(small(head)), 0, place)
        for number, row in enumerate(alarm.rows):
            self._add(grid, number, row, heads, views)
        self.rows = alarm.rows

    def _add(
        self, grid: QGridLayout, number: int, row: Evidence, heads: tuple[str, str], views: str
    ) -> None:
        line = 2 * number + 1
        grid.addWidget(Divider("border"), line, 0, 1, 4)
        name = words.name_of(row.measure, views)
        usual, seen = (words.figure(row.measure, value) for value in (row.compared, row.seen))
        change = words.change_text(row)
        label = body(name, elide=True)
        label.setAccessibleName(f"{name}: {heads[0]} {usual}, {heads[1]} {seen} {change}")
        label.setMinimumHeight(theme_of(self).px(ROW))
        grid.addWidget(label, line + 1, 0)
        tone = "text" if row.usual is not None else "muted"
        grid.addWidget(self._cell(Label(usual, tone="muted")), line + 1, 1)
        grid.addWidget(self._cell(Label(seen, bold=True, tone=tone)), line + 1, 2)
        grid.addWidget(self._cell(small(change)), line + 1, 3)
        if row.due is not None and row.measure not in words.CROSSED:
            tip = self.tr("By so many views {n} were to be expected")
            set_tip(label, tip.format(n=words.figure(row.measure, row.due)))

    @staticmethod
    def _cell(label: Label) -> Label:
        label.setAlignment(_RIGHT)
        return label


class AlarmCard(Card):
    """One alarm, new or handled.

    `marked(alarm, state, note)` by its buttons, `freed(alarm)` where it is to be new again,
    `chosen(key)` by a click on it, `rules_asked(alarm)`, `words_asked(alarm)` by its links.
    """

    marked = Signal(object, str, str)
    freed = Signal(object)
    chosen = Signal(str)
    rules_asked = Signal(object)
    words_asked = Signal(object)

    def __init__(self, alarm: Alarm, views: str, parent: QWidget | None = None) -> None:
        super().__init__(edge=_edge(alarm), parent=parent)
        self.alarm, self.views = alarm, views
        self._add_head()
        self.sentence = body(words.sentence(alarm, views), wrap=True, parent=self)
        self.add(self.sentence)
        self.setAccessibleName(f"{self.pill.text()} {words.when(alarm)}")
        self.setAccessibleDescription(self.sentence.text())
        if alarm.rows:
            self.evidence = EvidenceTable(alarm, views, self)
            self.add(self.evidence)
        self._add_notes()
        if alarm.open:
            self._add_buttons()
        else:
            self._add_mark()

    def _add_head(self) -> None:
        alarm = self.alarm
        row = FlowLayout(spacing=8, line_spacing=4)
        if alarm.state == HANDLED:
            self.pill = Pill(self.tr("Handled"), "good", parent=self)
            row.addWidget(self.pill)
            row.addWidget(small(words.state_word(alarm), parent=self))
        else:
            kind = "bad" if alarm.suspect else "warn"
            if not alarm.open:
                kind = "neutral"
            self.pill = Pill(words.state_word(alarm), kind, parent=self)
            row.addWidget(self.pill)
        self.when = TextButton(words.when(alarm), small=True, inline=True, tone="muted")
        set_tip(self.when, self.tr("Show it on the curve"))
        self.when.clicked.connect(self._choose)
        row.addWidget(self.when)
        self.add_layout(row)

    def _add_notes(self) -> None:
        note = words.spend_note(self.alarm)
        if note:
            self.spend = small(note, wrap=True, parent=self)
            self.add(self.spend)
        self.rules = TextButton(self.tr("Which rule says so ›"), small=True, inline=True)
        self.rules.clicked.connect(self._ask_rules)
        self.body.addWidget(self.rules, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_buttons(self) -> None:
        row = FlowLayout(spacing=8)
        make = MainButton if self.alarm.suspect else SecondButton
        self.handled = make(self.tr("Handled"), height=32, parent=self)
        self.handled.clicked.connect(partial(self._mark, HANDLED))
        self.ignored = SecondButton(self.tr("Ignore"), parent=self)
        self.ignored.clicked.connect(partial(self._mark, IGNORED))
        row.addWidget(self.handled)
        row.addWidget(self.ignored)
        if self.alarm.kind != RISE:
            self.ask = TextButton(self.tr("What to ask the agency"), parent=self)
            self.ask.clicked.connect(self._ask_words)
            row.addWidget(self.ask)
        self.add_layout(row)

    def _add_mark(self) -> None:
        mark = self.alarm.mark
        assert mark is not None
        said = (
            self.tr("Handled on {when}") if mark.state == HANDLED else self.tr("Ignored on {when}")
        )
        self.add(small(said.format(when=moment_text(mark.marked_at)), parent=self))
        row = QHBoxLayout()
        self.note = LineEdit(parent=self)
        self.note.setPlaceholderText(self.tr("What came of it"))
        self.note.setAccessibleName(self.tr("What came of it"))
        self.note.setText(mark.note)
        self.note.editingFinished.connect(self._keep_note)
        self.free = TextButton(self.tr("Undo"), small=True, parent=self)
        self.free.setAccessibleName(self.tr("Let it be new again"))
        self.free.clicked.connect(self._free)
        row.addWidget(self.note, 1)
        row.addWidget(self.free)
        self.add_layout(row)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.alarm.key)

    def _mark(self, state: str) -> None:
        self.marked.emit(self.alarm, state, "")

    @Slot()
    def _keep_note(self) -> None:
        mark = self.alarm.mark
        assert mark is not None
        if self.note.text().strip() != mark.note:
            self.marked.emit(self.alarm, mark.state, self.note.text().strip())

    @Slot()
    def _free(self) -> None:
        self.freed.emit(self.alarm)

    @Slot()
    def _ask_rules(self) -> None:
        self.rules_asked.emit(self.alarm)

    @Slot()
    def _ask_words(self) -> None:
        self.words_asked.emit(self.alarm)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose()
        super().mousePressEvent(event)


def _edge(alarm: Alarm) -> str:
    return "bad" if alarm.suspect and alarm.open else "border"


class AlarmLine(QWidget):
    """A folded alarm in one line: when and what. `opened(key)` by its button."""

    opened = Signal(str)

    def __init__(self, alarm: Alarm, views: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alarm = alarm
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        what = words.state_word(alarm)
        if alarm.state == IGNORED:
            what = self.tr("{what}, ignored").format(what=what)
        elif alarm.state == HANDLED:
            what = self.tr("{what}, handled").format(what=what)
        self.text = small(f"{words.hours_word(alarm)} {what}", elide=True, parent=self)
        self.button = TextButton(self.tr("Open"), small=True, inline=True, parent=self)
        self.button.setAccessibleName(f"{self.tr('Open')} {self.text.text()}")
        set_tip(self.button, words.sentence(alarm, views))
        self.button.clicked.connect(self._open)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.alarm.key)
