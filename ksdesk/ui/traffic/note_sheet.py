"""记一件事: what happened at a moment of the curve, in the seller's own words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.calendar import DayError, parse_moment
from ksdesk.domain.traffic.notes import ANNOTATIONS, Annotation
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, TextField
from ksdesk.ui.traffic.words import event_word

LIMIT = 60


class NoteSheet(SheetDialog):
    """`saved(Annotation)` with what is to be kept, `dropped(Annotation)` with what is to go."""

    saved = Signal(object)
    dropped = Signal(object)

    def __init__(self, note: Annotation, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("NoteSheet", "What happened"),
            QCoreApplication.translate(
                "NoteSheet", "It stands on the curve as a dotted line, for you to look back at."
            ),
            name="note",
            width=480,
            parent=parent,
        )
        self._note = note
        kinds = [(kind, event_word(kind)) for kind in ANNOTATIONS]
        self.kind = ChoiceField(self.tr("What"), kinds, note.kind, parent=self)
        self.add(self.kind)
        self.day = DateField(self.tr("Day"), parent=self)
        self.at = LineField(self.tr("At"), placeholder=self.tr("e.g. 20:00"), parent=self)
        self.until = LineField(self.tr("Until"), placeholder=self.tr("if it lasted"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.day, 2)
        row.addWidget(self.at, 1)
        row.addWidget(self.until, 1)
        self.add_layout(row)
        self.words = TextField(
            self.tr("Note"),
            placeholder=self.tr("For example: dried persimmons 59.9 → 49.9"),
            rows=2,
            limit=LIMIT,
            parent=self,
        )
        self.words.keep_people_out()
        self.add(self.words)
        self._fill()
        self.main = MainButton(self.tr("Put it on the curve"), parent=self)
        self.main.clicked.connect(self.submit)
        leave = self.leave_button(height=40)
        self.drop = SecondButton(self.tr("Delete"), "trash", height=40, parent=self)
        self.drop.clicked.connect(self._drop)
        self.drop.setVisible(bool(note.id))
        self.set_buttons(self.main, leave, *([self.drop] if note.id else []))
        self.finished.connect(self.deleteLater)

    def _fill(self) -> None:
        note = self._note
        self.day.set_value(note.at.date())
        self.at.set_text(f"{note.at:%H:%M}")
        self.until.set_text("" if note.until is None else f"{note.until:%H:%M}")
        self.words.set_text(note.note)

    @Slot()
    def submit(self) -> None:
        """Check the fields and hand the note over."""
        day = self.day.value()
        if day is None:
            self.day.set_verdict("bad", self.tr("Fill in the day"))
            return
        at = _moment(self.at, day)
        until = _moment(self.until, day) if self.until.text().strip() else None
        for field, value in ((self.at, at), (self.until, until)):
            if value is None and (field is self.at or field.text().strip()):
                field.set_verdict("bad", self.tr("A time such as 20:00"))
                return
        words = self.words.text().strip()
        if len(words) > LIMIT:
            self.words.set_verdict("bad", self.tr("Too long for a note on the curve"))
            return
        assert at is not None
        if until is not None and until <= at:
            until += timedelta(days=1)  # over midnight
        kind = str(self.kind.value())
        self.saved.emit(Annotation(kind, at, until, note=words, id=self._note.id))
        self.accept()

    @Slot()
    def _drop(self) -> None:
        self.dropped.emit(self._note)
        self.accept()


def _moment(field: LineField, day: date) -> datetime | None:
    text = field.text().strip()
    if not text:
        return None
    try:
        return parse_moment(f"{day.isoformat()} {text}")
    except DayError:
        return None
