"""The card with the month's figures and those that stand beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from ksdesk.domain.month import MonthReport
from ksdesk.exports.tables import CellKind
from ksdesk.ui.month.sections import MonthSection, cell_text, spans
from ksdesk.ui.month.words import moved_words
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView


@dataclass(frozen=True)
class ComparedFigure:
    """One figure of a month beside that of another."""

    word: str
    kind: CellKind
    value: Any
    beside: Any

    @property
    def tone(self) -> str:
        """Up or down, where that can be said."""
        if self.value is None or self.beside is None or self.value == self.beside:
            return "muted"
        return "up" if self.value > self.beside else "down"


def compared(totals: MonthSection) -> list[ComparedFigure]:
    """The columns of the table at a glance, as rows."""
    columns = list(zip(totals.sheet.columns, *totals.rows, strict=True))[1:]
    return [
        ComparedFigure(column.title, column.kind, values[0], values[1] if values[1:] else None)
        for column, *values in columns
    ]


class ComparedCard(Card):
    """Every figure in one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", flush=True, parent=parent)
        name = self.tr("The month's figures")
        self.model = RowsModel(
            [
                Column("word", self.tr("Figure"), lambda f: f.word, minimum=112, sort=False),
                _figures("month", "", _now, bold=True),
                _figures("beside", "", _then, tone="muted"),
                _figures("moved", self.tr("Moved"), _moved, tone=_tone),
            ],
            key=lambda figure: figure.word,
            parent=self,
        )
        self.table = TableView(self.model, name=name, row_height=36, parent=self)
        self.body.addWidget(self.table)

    def show_report(self, report: MonthReport, totals: MonthSection) -> None:
        """Show the figures of this report."""
        now, then = spans(report)
        text = self.tr("{month} beside {other}") if report.before else "{month}"
        same = self.tr("as on paper and in the table")
        self.set_title(text.format(month=now, other=then), same)
        self.model.set_title("month", now)
        self.model.set_title("beside", then)
        self.model.set_rows(compared(totals))
        self.table.fit_height()


def _figures(name: str, title: str, value: Callable[[Any], str], **look: Any) -> Column:
    return Column(name, title, value, None, "right", 92, sort=False, **look)


def _now(figure: ComparedFigure) -> str:
    return cell_text(figure.kind, figure.value)


def _then(figure: ComparedFigure) -> str:
    return cell_text(figure.kind, figure.beside)


def _moved(figure: ComparedFigure) -> str:
    return moved_words(figure.value, figure.beside)


def _tone(figure: ComparedFigure) -> str:
    return figure.tone
