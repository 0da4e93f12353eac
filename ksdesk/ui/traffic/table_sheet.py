"""The shown curve as a table."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.measure_words import figure_text, measure_name
from ksdesk.ui.parts.number_card import change_words
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import clock_text, short_day_text, weekday_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.traffic.shaded import word_over
from ksdesk.ui.traffic.summary import change_of
from ksdesk.ui.traffic.view import Figure, ShownTraffic
from ksdesk.ui.traffic.words import formula_line, how_words, line_name

if TYPE_CHECKING:
    from ksdesk.exports import Sheet


class SeriesSheet(SheetDialog):
    """Every hour, day, week or month of what is shown; Ctrl+C copies the chosen rows."""

    def __init__(
        self, ctx: Context, title: str, shown: ShownTraffic, before: str, parent: QWidget
    ) -> None:
        super().__init__(title, "", name="series", width=720 + 40 * len(shown.lines), parent=parent)
        self.ctx, self._shown, self._before = ctx, shown, before
        self.set_sentence(
            self.tr("Export all of it, or mark rows and press Ctrl+C to take them into a sheet.")
        )
        formulas = formula_line(
            [line.code for line in shown.lines], ctx.rules().on(ctx.clock().date())
        )
        if formulas:
            self.add(small(formulas, wrap=True, parent=self))
        self.model = RowsModel(self._columns())
        self.model.set_rows(shown.rows)
        self.table = TableView(
            self.model,
            name=title,
            row_height=32,
            many=True,
            empty=self.tr("No figures in these days."),
        )
        self.add_table(self.table)
        self.export_button = ExportButton(ctx, title, self._sheet)
        self.only_close(self.export_button)

    def _columns(self) -> list[Column]:
        shown, before = self._shown, self._before
        columns = [
            Column("time", self.tr("Time"), 0, partial(_when, shown.view.grain), minimum=120)
        ]
        for place, one in enumerate(shown.lines, 1):
            text = partial(figure_text, one.code)
            name = line_name(one, shown.mixed)
            columns.append(Column(one.key, name, place, text, "right", 104))
        for place, ghost in enumerate(shown.ghosts, 1 + len(shown.lines)):
            title = f"{measure_name(ghost.code)}, {before}" if len(shown.ghosts) > 1 else before
            text = partial(figure_text, ghost.code)
            columns.append(
                Column(f"before:{ghost.code}", title, place, text, "right", 104, tone="muted")
            )
        if shown.warnings:
            columns.append(
                Column("alarm", self.tr("Alarm"), partial(_alarm, shown), width=176, tone="bad")
            )
        return columns

    def _sheet(self, filtered: bool) -> Sheet:
        from ksdesk.ui.traffic.table_out import everything_sheet, shown_sheet

        if filtered:
            return shown_sheet(self.windowTitle(), self._shown, self._before)
        return everything_sheet(self.windowTitle(), self.ctx.reader, self._shown)


def _alarm(shown: ShownTraffic, row: tuple[Any, ...]) -> str | None:
    return word_over(shown.warnings, shown.view.grain, row[0]) or None


class FiguresSheet(SheetDialog):
    """The totals of all measures, how each comes about, and the period before."""

    def __init__(self, shown: ShownTraffic, sentence: str, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("FiguresSheet", "All figures"),
            sentence,
            name="figures",
            width=760,
            parent=parent,
        )
        columns = [
            Column("name", self.tr("Figure"), _name, minimum=144),
            Column("how", self.tr("How it is computed"), _how, minimum=144, tone="muted"),
            Column("value", self.tr("These days"), _value, align="right", width=112, bold=True),
            Column("before", self.tr("Before"), _before, align="right", width=112, tone="muted"),
            Column("change", self.tr("Change"), _change, width=128),
        ]
        model = RowsModel(columns)
        model.set_rows(shown.figures)
        table = TableView(model, name=self.windowTitle(), row_height=32, many=True)
        if all(figure.before is None for figure in shown.figures):
            table.set_hidden({"before", "change"})
        self.add_table(table)
        self.only_close()


def _name(figure: Figure) -> str:
    return measure_name(figure.code)


def _how(figure: Figure) -> str:
    return how_words(figure)


def _value(figure: Figure) -> str:
    return figure_text(figure.code, figure.value)


def _before(figure: Figure) -> str:
    return figure_text(figure.code, figure.before)


def _change(figure: Figure) -> str:
    change = change_of(figure)
    if change is None:
        return ""
    sign = {"up": "▲ ", "down": "▼ "}.get(change.way, "")
    return sign + change_words(change)


def _when(grain: str, seconds: int) -> str:
    moment = from_seconds(seconds)
    day = short_day_text(moment.date(), year=True)
    if grain == "month":
        return f"{moment:%Y-%m}"
    if grain == "hour":
        return f"{day} {clock_text(moment)}"
    if grain == "week":
        last = moment + timedelta(days=6)
        return f"{day} – {short_day_text(last.date())}"
    return f"{day} {weekday_text(moment.date())}"
