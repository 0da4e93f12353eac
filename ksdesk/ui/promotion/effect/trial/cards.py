"""The parts of a trial's sheet: the weeks, and the days that are ticked off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.promotion.trials import Followed, FollowedDay
from ksdesk.domain.promotion.trial import Trial
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, heading
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, money_text, short_day_text
from ksdesk.ui.promotion.effect import words
from ksdesk.ui.promotion.effect.trial import words as trial_words

SHOWN = 4
"""So many of the last days can be ticked."""


class WeeksCard(Card):
    """A row a way, a column a week; the week that runs is bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Yuan a day, week by week"), flush=True, parent=parent)
        self.table: TableView | None = None

    def show_weeks(self, trial: Trial, followed: Followed | None) -> None:
        """Show a trial, and how far it was followed."""
        now = None if followed is None else trial.week_of(followed.today)
        columns = [Column("way", self.tr("Way"), lambda row: row[0], minimum=104, sort=False)]
        for week in range(len(trial.weeks)):
            first = trial.begins + timedelta(weeks=week)
            columns.append(
                Column(
                    f"week{week}",
                    short_day_text(first),
                    _cell(week),
                    align="right",
                    width=76,
                    bold=week == now,
                    sort=False,
                )
            )
        columns.append(
            Column("sum", self.tr("In all"), lambda row: row[2], None, "right", 96, sort=False)
        )
        model = RowsModel(columns, key=lambda row: row[0], parent=self)
        model.set_rows(self._rows(trial, followed))
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
        name = self.tr("Weeks of the test")
        self.table = TableView(model, name=name, row_height=36, parent=self)
        self.add(self.table)
        self.table.fit_height()

    def _rows(self, trial: Trial, followed: Followed | None) -> list[tuple[str, list[str], str]]:
        rows = []
        for place, way in enumerate(trial.ways):
            weeks = [week[place] for week in trial.weeks]
            cells = [trial_words.amount(fen, weeks) for fen in weeks]
            rows.append((words.name(way), cells, money_text(7 * sum(weeks))))
        sums = [sum(week) for week in trial.weeks]
        rows.append((self.tr("A day in all"), [*map(words.yuan, sums)], money_text(7 * sum(sums))))
        if followed is not None:
            kept = [0] * len(trial.weeks)
            for one in followed.days:
                week = trial.week_of(one.day)
                if one.kept and week is not None:
                    kept[week] += 1
            cells = [f"{n} / 7" for n in kept]
            whole = f"{count_text(sum(kept))} / {7 * len(kept)}"
            rows.append((self.tr("Days kept to"), cells, whole))
        return rows


def _cell(week: int) -> Callable[[tuple[str, list[str], str]], str]:
    return lambda row: row[1][week]


class DaysCard(Card):
    """`ticked(day, spent)`: it was as planned (None), or cost that by way."""

    ticked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Spend it like this"),
            self.tr("What was spent otherwise helps as much, once it is noted"),
            parent=parent,
        )
        self.rows: list[DayRow] = []

    def show_days(self, followed: Followed) -> None:
        """Show the last days, today first."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for one in reversed(followed.days[-SHOWN:]):
            row = DayRow(followed.trial, one, first=not self.rows, parent=self)
            row.ticked.connect(partial(self.ticked.emit, one.day))
            self.add(row)
            self.rows.append(row)
        self.setVisible(bool(self.rows))


class DayRow(QWidget):
    """A day: what it is to cost, and whether it did; `ticked(spent)`."""

    ticked = Signal(object)

    def __init__(self, trial: Trial, one: FollowedDay, *, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        row = QHBoxLayout()
        row.setSpacing(8)
        day = (heading if first else body)(trial_words.day_line(one), parent=self)
        row.addWidget(day)
        row.addWidget(body(trial_words.mix(trial.ways, one.planned), wrap=True, parent=self), 1)
        state = trial_words.day_state(one)
        if state is not None:
            row.addWidget(Pill(state[1], state[0], parent=self))
        if not one.reported:
            self.other = SecondButton(self.tr("Spent otherwise"), parent=self)
            self.other.clicked.connect(self._ask)
            row.addWidget(self.other)
            if state is None:
                kept = (MainButton if first else SecondButton)(
                    self.tr("Done as planned"), "check", height=32, parent=self
                )
                kept.clicked.connect(partial(self.ticked.emit, None))
                self.kept = kept
                row.addWidget(kept)
        column.addLayout(row)
        self._add_fields(trial, one, column)

    def _add_fields(self, trial: Trial, one: FollowedDay, column: QVBoxLayout) -> None:
        self.typing = QWidget(self)
        fields = QHBoxLayout(self.typing)
        fields.setContentsMargins(0, 0, 0, 0)
        self.fields = [MoneyField(words.name(way), parent=self) for way in trial.ways]
        for field, fen in zip(self.fields, one.spent or one.planned, strict=True):
            field.set_value(fen)
            fields.addWidget(field)
        keep = SecondButton(self.tr("Note it"), parent=self)
        keep.clicked.connect(self.submit)
        fields.addWidget(keep, 0, Qt.AlignmentFlag.AlignBottom)
        self.typing.hide()
        column.addWidget(self.typing)

    def _ask(self) -> None:
        self.typing.show()
        self.fields[0].setFocus()

    def submit(self) -> None:
        """Hand over what the day cost, or say what cannot be read."""
        for field in self.fields:
            value = field.value()
            if value is None or value < 0:
                field.set_verdict("bad", self.tr("Fill in what it cost, 0 for nothing"))
                field.setFocus()
                return
        self.ticked.emit(tuple(field.value() for field in self.fields))
