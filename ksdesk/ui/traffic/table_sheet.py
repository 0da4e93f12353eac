"""The shown curve as a table."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import Sheet
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import clock_text, short_day_text, weekday_text
from ksdesk.ui.traffic.view import Shown
from ksdesk.ui.traffic.words import figure_text, measure_name


class SeriesSheet(Sheet):
    """Every hour, day or week of the shown measures; Ctrl+C copies the chosen rows."""

    def __init__(self, title: str, shown: Shown, before: str, parent: QWidget) -> None:
        super().__init__(
            title, "", name="series", width=720 + 40 * len(shown.series), parent=parent
        )
        self.set_sentence(self.tr("Mark rows and press Ctrl+C to take them into a sheet."))
        columns = [
            Column("time", self.tr("Time"), 0, partial(_when, shown.view.grain), minimum=120)
        ]
        for place, one in enumerate(shown.series, 1):
            text = partial(figure_text, one.code)
            columns.append(Column(one.code, measure_name(one.code), place, text, "right", 104))
        for place, one in enumerate(shown.ghosts, 1 + len(shown.series)):
            title = f"{measure_name(one.code)}, {before}" if len(shown.ghosts) > 1 else before
            text = partial(figure_text, one.code)
            columns.append(
                Column(f"before:{one.code}", title, place, text, "right", 104, tone="muted")
            )
        self.model = RowsModel(columns)
        self.model.set_rows(series_rows(shown))
        self.table = TableView(
            self.model,
            name=title,
            row_height=32,
            many=True,
            empty=self.tr("No figures in these days."),
        )
        self.table.setMinimumHeight(360)
        card = Card(flush=True)
        card.add(self.table, 1)
        self.add(card, 1)
        close = SecondButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.set_buttons(None, close)
        self.finished.connect(self.deleteLater)


def series_rows(shown: Shown) -> list[tuple[float | None, ...]]:
    """(second, values of the measures, values of the period before), in order of time."""
    found = [dict(zip(one.times, one.values, strict=True)) for one in shown.series]
    found += [
        {when + shown.shift: value for when, value in zip(one.times, one.values, strict=True)}
        for one in shown.ghosts
    ]
    times = sorted({when for one in found for when in one})
    return [(when, *(one.get(when) for one in found)) for when in times]


def _when(grain: str, seconds: int) -> str:
    moment = from_seconds(seconds)
    day = short_day_text(moment.date(), year=True)
    if grain == "hour":
        return f"{day} {clock_text(moment)}"
    if grain == "week":
        last = moment + timedelta(days=6)
        return f"{day} – {short_day_text(last.date())}"
    return f"{day} {weekday_text(moment.date())}"
