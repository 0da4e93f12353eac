"""What an alarm's links open: the rules behind it, a draft for the agency, how to stop a plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.rulebook import DayRules
from ksdesk.domain.traffic.alarms import NO_RISE, RISE, Alarm
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import NoteBox
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import PlainEdit
from ksdesk.ui.parts.labels import Divider, body, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_words import (
    confidence_kind,
    confidence_word,
    rule_text,
    source_text,
)
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.alarms import words

SHOWN_MS = 2000
_JUNK = ("traffic.junk.flat", "traffic.junk.no_clicks")
RULES = {
    "burst": (*_JUNK, "traffic.junk.jump"),
    "zombie_fans": ("traffic.junk.flat", "traffic.follow_rate.odd"),
    "idle_viewers": ("traffic.junk.flat",),
    RISE: ("traffic.junk.jump",),
    NO_RISE: ("traffic.bought.rises",),
}


class RulesSheet(SheetDialog):
    """The rows of the rule book behind an alarm. `book_asked(key)`: one is wanted in full."""

    book_asked = Signal(str)

    def __init__(self, alarm: Alarm, rules: DayRules, parent: QWidget) -> None:
        super().__init__("", name="alarm-rules", width=520, parent=parent)
        self.setWindowTitle(self.tr("Which rule says so"))
        self.title_label.setText(self.tr("Which rule says so"))
        self.set_sentence(
            self.tr(
                "What is off is reckoned from your own past; the rules say what it is a sign of."
                " None of them proves anything."
            )
        )
        keys = [key for key in RULES.get(alarm.kind, _JUNK) if key in rules]
        for number, key in enumerate(keys):
            if number:
                self.add(Divider("grid", self))
            rule = rules[key]
            self.add(body(rule_text(rule), wrap=True, select=True))
            row = QHBoxLayout()
            row.addWidget(Pill(confidence_word(rule.confidence), confidence_kind(rule.confidence)))
            row.addWidget(small(source_text(rule), wrap=True), 1)
            link = TextButton(self.tr("In the rule book ›"), small=True, inline=True)
            link.setProperty("key", key)
            link.clicked.connect(self._ask_for_book)
            row.addWidget(link)
            self.add_layout(row)
        self.body.addStretch(1)
        self.close_button = SecondButton(self.tr("Close"), parent=self)
        self.close_button.clicked.connect(self.accept)
        self.set_buttons(None, self.close_button)
        self.finished.connect(self.deleteLater)

    @Slot()
    def _ask_for_book(self) -> None:
        key = self.sender().property("key")
        self.accept()
        self.book_asked.emit(key)


class AgencySheet(SheetDialog):
    """A draft to copy: it asks for the breakdown of the hours."""

    def __init__(self, alarm: Alarm, views: str, parent: QWidget) -> None:
        super().__init__("", name="agency", width=560, parent=parent)
        self.setWindowTitle(self.tr("What to ask the agency"))
        self.title_label.setText(self.tr("What to ask the agency"))
        self.set_sentence(
            self.tr("Change it as you like, copy it and send it yourself. ksdesk sends nothing.")
        )
        self.text = PlainEdit(self)
        self.text.setPlainText(words.agency_draft(alarm, views))
        self.text.setAccessibleName(self.tr("Draft"))
        self.grant(self.text, theme_of(self).px(248))
        self.add(self.text, 1)
        self.copy = MainButton(self.tr("Copy"), "copy", height=32)
        self.copy.clicked.connect(self._copy)
        leave = SecondButton(self.tr("Close"))
        leave.clicked.connect(self.accept)
        self.set_buttons(self.copy, leave)
        self.finished.connect(self.deleteLater)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.set_icon("check")
        self.copy.set_text(self.tr("Copied"))
        QTimer.singleShot(SHOWN_MS, self.copy, self._copied)

    @Slot()
    def _copied(self) -> None:
        self.copy.set_icon("copy")
        self.copy.set_text(self.tr("Copy"))


class StopSheet(SheetDialog):
    """How a plan is stopped: on the phone, by the seller."""

    def __init__(self, alarm: Alarm | None, parent: QWidget) -> None:
        super().__init__("", name="stop-plan", width=520, parent=parent)
        self.setWindowTitle(self.tr("Stop the plan"))
        self.title_label.setText(self.tr("Stop the plan"))
        names = ", ".join(d.name for d in alarm.deliveries[:1]) if alarm is not None else ""
        which = self.tr("the plan “{name}”").format(name=names) if names else self.tr("the plan")
        steps = (
            self.tr("Open where it was bought: 「粉条」, 「磁力金牛」, or the agency's back end."),
            self.tr("Find {plan} and pause it; don't delete it, its figures are your evidence."),
            self.tr("Take a screenshot of its figures by hour before you talk to anybody."),
            self.tr("Note here what came of it: mark the alarm as handled and write it down."),
        )
        for number, step in enumerate(steps, 1):
            row = QHBoxLayout()
            mark = body(f"{number}.", tone="muted")
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(body(step.format(plan=which), wrap=True), 1)
            self.add_layout(row)
        self.add(
            NoteBox(
                self.tr("Whether an order that has begun can be stopped, your phone shows."),
                self.tr("How the money comes back is asked where it was paid."),
            )
        )
        self.body.addStretch(1)
        self.only_close()
