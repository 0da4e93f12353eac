"""The ledger's filter: kind, words, and a span of days."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.ui.deposit import words
from ksdesk.ui.parts.choice import Choice
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.texts import money_text


class LedgerFilter(QWidget):
    """`changed` at each change by hand; `filtered` gives the lines that match."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 0, 15, 10)
        row.setSpacing(8)
        self.kind = Choice([("", self.tr("All kinds"))], "", name=self.tr("Kind"), parent=self)
        self.kind.chosen.connect(self._edited)
        self.search = LineField(
            "", icon="search", placeholder=self.tr("Note, order, amount"), parent=self
        )
        self.search.edit.setAccessibleName(self.tr("Search the ledger"))
        self.search.edited.connect(self._edited)
        self.first = DateField("", placeholder=self.tr("from day"), parent=self)
        self.first.edit.setAccessibleName(self.tr("from day"))
        self.last = DateField("", placeholder=self.tr("to day"), parent=self)
        self.last.edit.setAccessibleName(self.tr("to day"))
        for field in (self.first, self.last):
            field.edited.connect(self._edited)
        dash = small("–", parent=self)
        dash.setFixedHeight(self.first.edit.sizeHint().height())
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.kind, 3, top)
        row.addWidget(self.search, 5, top)
        row.addWidget(self.first, 4, top)
        row.addWidget(dash, 0, top)
        row.addWidget(self.last, 4, top)

    def offer(self, entries: Sequence[Entry]) -> None:
        """Offer the kinds that occur."""
        kinds = dict.fromkeys(entry.kind for entry in entries)
        known = [(code, words.word(words.KINDS[code])) for code in words.KINDS if code in kinds]
        self.kind.set_options([("", self.tr("All kinds")), *known], self.kind.value())

    def active(self) -> bool:
        """Whether anything is left out."""
        fields = (self.search, self.first, self.last)
        return bool(self.kind.value()) or any(field.text().strip() for field in fields)

    def clear(self) -> None:
        """Leave nothing out."""
        self.kind.set_value("")
        for field in (self.search, self.first, self.last):
            field.set_text("")
            field.clear_verdict()
        self.changed.emit()

    def filtered(
        self, entries: tuple[Entry, ...], note: Callable[[Entry], str]
    ) -> tuple[Entry, ...]:
        """The lines that match; `note` says what the table shows as a line's note."""
        if not self.active():
            return entries
        kind, first, last = self.kind.value(), self.first.value(), self.last.value()
        needles = self.search.text().casefold().split()
        return tuple(
            entry
            for entry in entries
            if (not kind or entry.kind == kind)
            and (first is None or entry.day >= first)
            and (last is None or entry.day <= last)
            and (not needles or _matches(entry, note(entry), needles))
        )

    def _edited(self, _value: object = None) -> None:
        self.changed.emit()


def _matches(entry: Entry, note: str, needles: list[str]) -> bool:
    amount = money_text(abs(entry.amount))
    pieces = (note, entry.rule, entry.order, entry.proof, entry.serial, words.kind_word(entry))
    text = " ".join((*pieces, amount, amount.replace(",", ""))).casefold()
    return all(needle in text for needle in needles)
