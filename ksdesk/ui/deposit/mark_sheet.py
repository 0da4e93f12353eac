"""Writing down what the platform did: a measure taken or lifted, an account frozen or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ksdesk.domain.deposit import MEASURES
from ksdesk.domain.deposit.measures import STOPS, MeasureState
from ksdesk.ui.deposit.form_sheet import FormSheet, wrong_day
from ksdesk.ui.deposit.outlook_words import MEANS, lift_words, measure_word
from ksdesk.ui.deposit.words import word
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.labels import small


class MeasureSheet(FormSheet):
    """`ready(measure, state, day, note)`: it happened, or was lifted, on a day."""

    ready = Signal(str, str, object, str)

    def __init__(
        self,
        code: str,
        measures: Sequence[MeasureState],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", name="deposit-measure", parent=parent)
        self.title_label.setText(self.tr("What the platform did"))
        self.setWindowTitle(self.tr("What the platform did"))
        self.set_sentence(self.tr("Write it down as the notice on the phone says it."))
        self._today = today
        self._states = {m.code: m for m in measures}
        self.measure = ChoiceField(
            self.tr("Measure"), [(c, measure_word(c)) for c in MEASURES], code, parent=self
        )
        states = [
            ("happened", self.tr("It happened")),
            ("lifted", self.tr("It was lifted")),
        ]
        self.state = ChoiceField(self.tr("What"), states, "happened", parent=self)
        self.day = DateField(self.tr("On"), parent=self)
        self.day.set_value(today)
        self.note = self.note_field(self.tr("What the notice said"))
        self.means = small("", wrap=True, parent=self)
        self.add(self.measure)
        self.add(self.means)
        self.beside(self.state, self.day)
        self.add(self.note)
        self.finish(self.tr("Write it down"))
        self.measure.edited.connect(self._chosen)
        self._chosen()

    def _chosen(self, _value: object = None) -> None:
        """What it stops, what lifts it, and which of both is likely meant."""
        code = str(self.measure.value())
        now = self._states.get(code)
        means = word(MEANS[STOPS[code]])
        happened = now is not None and now.state == "happened"
        self.state.set_value("lifted" if happened else "happened")
        if now is not None and happened:
            means += "\n" + lift_words(now)
        self.means.setText(means)

    def submit(self) -> None:
        if wrong_day(self.day, self._today):
            self.day.setFocus()
            return
        self.main.setEnabled(False)
        note = self.note.text().strip()
        self.ready.emit(str(self.measure.value()), str(self.state.value()), self.day.value(), note)


class FreezeSheet(FormSheet):
    """`ready(frozen, day, note)` for one account."""

    ready = Signal(bool, object, str)

    def __init__(self, name: str, frozen: bool, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", name="deposit-freeze", parent=parent)
        self._frozen, self._today = not frozen, today
        heading = self.tr("{account}: frozen") if self._frozen else self.tr("{account}: thawed")
        heading = heading.format(account=name)
        self.title_label.setText(heading)
        self.setWindowTitle(heading)
        self.set_sentence(
            self.tr("While it is frozen the money is there but cannot be moved.")
            if self._frozen
            else self.tr("From this day the money can be moved again.")
        )
        self.day = DateField(self.tr("From"), parent=self)
        self.day.set_value(today)
        self.note = self.note_field(self.tr("What the notice said"))
        self.add(self.day)
        self.add(self.note)
        self.finish(self.tr("Write it down"))

    def submit(self) -> None:
        if wrong_day(self.day, self._today):
            self.day.setFocus()
            return
        self.main.setEnabled(False)
        self.ready.emit(self._frozen, self.day.value(), self.note.text().strip())
