"""Three things to do next time, each in a field of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.reviews.broadcasts import ACTIONS, Broadcast
from ksdesk.ui.parts.check import RoundCheck
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.reviews.titled_part import TitledPart


class NextPart(TitledPart):
    """`edited` when what stands there is to be kept; `ticked(place, done)`."""

    edited = Signal()
    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Three things for next time"), self.tr("become tasks"), parent)
        self.column.setSpacing(8)
        self.fields: list[LineField] = []
        self.checks: list[RoundCheck] = []
        for place in range(ACTIONS):
            row = QHBoxLayout()
            row.setSpacing(8)
            check = RoundCheck(self.tr("Done: number {n}").format(n=place + 1), parent=self)
            check.clicked.connect(partial(self._tick, place))
            field = LineField(
                "",
                prefix=str(place + 1),
                placeholder=self.tr("One more thing") if place else self.tr("One thing"),
                parent=self,
            )
            field.control.setAccessibleName(self.tr("Next time, number {n}").format(n=place + 1))
            field.keep_people_out()
            field.finished.connect(self.edited)
            row.addWidget(check)
            row.addWidget(field, 1)
            self.column.addLayout(row)
            self.fields.append(field)
            self.checks.append(check)
        self.column.addStretch(1)

    def _tick(self, place: int, *_clicked: object) -> None:
        self.ticked.emit(place, self.checks[place].isChecked())

    def words(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.text().strip() for field in self.fields)

    def show_todo(self, one: Broadcast, typed: Sequence[str] | None, *, again: bool) -> None:
        """Show what is to be done, or what was `typed` and could not be written; `again`: what is
        being typed into a field stays.
        """
        for place, (field, check) in enumerate(zip(self.fields, self.checks, strict=True)):
            words, done = one.todo[place] if place < len(one.todo) else ("", "")
            if not (again and field.control.hasFocus()):
                field.set_text(words if typed is None else typed[place])
            check.setVisible(bool(words) and one.reviewed_at is not None)
            check.setChecked(bool(done))
