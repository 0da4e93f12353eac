"""The sheet for a live or a video: what the phone says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.domain.reviews.broadcasts import COUNTS, LIVE, MONEY, VIDEO, Broadcast
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import Field, LineField, NumberField
from ksdesk.ui.parts.moment_line import MomentLine
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.reviews import words

COLUMNS = 4
MOST = 2_000_000_000  # a figure over it was typed into the wrong field


class BroadcastSheet(SheetDialog):
    """`ready(Broadcast)` with what is known of it; an empty field is not known."""

    ready = Signal(object)

    def __init__(self, one: Broadcast | None, now: datetime, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("BroadcastSheet", "A live or a video")
            if one is None
            else words.title_text(one),
            QCoreApplication.translate(
                "BroadcastSheet", "What you do not know stays empty; it is never taken for 0."
            ),
            name="reviews-typed",
            width=840,
            parent=parent,
        )
        self.one = one or Broadcast(LIVE, now.replace(hour=19, minute=30, second=0))
        self._make_fields()
        self._name_viewers(self.one.kind)
        self.kind.edited.connect(self._name_viewers)
        for code, amount in self.amounts.items():
            amount.set_value(getattr(self.one, code))
        for code, count in self.counts.items():
            count.set_value(getattr(self.one, code))
        self._lay_out()
        self.main = MainButton(self.tr("Save"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))

    def _make_fields(self) -> None:
        kinds = [(LIVE, self.tr("Live")), (VIDEO, self.tr("Short video"))]
        self.kind = ChoiceField(self.tr("What it was"), kinds, self.one.kind, parent=self)
        self.began = MomentLine(
            self.tr("Began at"), placeholder=self.tr("such as 2026-11-18 16:00"), parent=self
        )
        self.began.set_text(f"{self.one.began_at:%Y-%m-%d %H:%M}")
        self.minutes = NumberField(
            words.figure_name("seconds"), unit=self.tr("minutes"), digits=0, parent=self
        )
        if self.one.seconds is not None:
            self.minutes.set_value(self.one.seconds / 60)
        self.name = LineField(
            self.tr("Name"), placeholder=self.tr("or nothing"), text=self.one.name, parent=self
        )
        self.name.keep_people_out()
        self.amounts = {code: MoneyField(words.figure_name(code), parent=self) for code in MONEY}
        self.counts = {
            code: NumberField(
                words.figure_name(code), unit=self.tr("s") if code == "stay" else "", parent=self
            )
            for code in COUNTS
        }

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        every: tuple[Field, ...] = (
            *(self.kind, self.began, self.minutes, self.name),
            *self.amounts.values(),
            *self.counts.values(),
        )
        for place, field in enumerate(every):
            grid.addWidget(field, place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.add_layout(grid)

    @Slot(object)
    def _name_viewers(self, kind: object) -> None:
        self.counts["viewers"].set_caption(words.figure_name("viewers", str(kind)))

    def offer(self, figures: Mapping[str, int]) -> None:
        """Say below the fields what the book counts where nothing was told."""
        said = self.tr("Empty: {figure}, as the book counts")
        fields: dict[str, Field] = {**self.amounts, **self.counts}
        for code, value in figures.items():
            fields[code].set_verdict("", said.format(figure=words.figure_text(code, value)))

    @Slot()
    def submit(self) -> None:
        """Hand it over, or say what cannot be read."""
        numbers = (self.minutes, *self.counts.values(), *self.amounts.values())
        wrong = next((field for field in numbers if not self._is_right(field)), None)
        began = self.began.value()
        if not self.began.is_right() or began is None:
            self.began.set_verdict("bad", self.tr("Write it as 2026-11-18 16:00"))
            wrong = self.began
        if wrong is not None or began is None:
            (wrong or self.began).setFocus()
            return
        minutes = self.minutes.value()
        figures: dict[str, Any] = {code: field.value() for code, field in self.amounts.items()}
        for code, field in self.counts.items():
            value = field.value()
            figures[code] = None if value is None else round(value)
        self.ready.emit(
            replace(
                self.one,
                kind=str(self.kind.value()),
                began_at=began,
                name=self.name.text(),
                seconds=None if minutes is None else round(minutes * 60),
                **figures,
            )
        )

    def _is_right(self, field: LineField) -> bool:
        """Whether it is empty or a figure that can be; says so below."""
        assert isinstance(field, NumberField | MoneyField)
        value = field.value()
        if field.is_wrong():
            field.finished.emit()
            return False
        if value is not None and value < 0:
            field.set_verdict("bad", self.tr("From 0 up; empty where you do not know it"))
            return False
        if value is not None and value > MOST:
            field.set_verdict("bad", self.tr("So much cannot be: is it in the right field?"))
            return False
        return True
