"""The card with the month's figures and those that stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.calendar import month_end
from ksdesk.domain.month import MonthFigures, MonthReport
from ksdesk.exports.tables import CellKind
from ksdesk.ui.month.sections import MonthSection, cell_text, spans
from ksdesk.ui.month.words import moved_words, span_word
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ComparedFigure:
    """One figure of a month beside that of another; `code` tells what opens behind it."""

    code: str
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


def compared(report: MonthReport, totals: MonthSection) -> Iterator[ComparedFigure]:
    """The columns of the table at a glance as rows, then shipping and after-sales."""
    for column, *values in list(zip(totals.sheet.columns, *totals.rows, strict=True))[1:]:
        then = values[1] if values[1:] else None
        yield ComparedFigure(column.name, column.title, column.kind, values[0], then)
    month, before = report.month, report.before
    if month.shipping is not None:
        word = translate("Month", "Sent in time")
        yield ComparedFigure("shipping", word, "percent", _kept(month), before and _kept(before))
    if month.cases is not None:
        word = translate("Month", "New after-sales cases")
        yield ComparedFigure("cases", word, "count", _begun(month), before and _begun(before))


def _kept(figures: MonthFigures) -> float | None:
    """As it is shown: 99.5% beside 99.4% has moved by 0.1 points, 99.44 beside 99.41 not at all."""
    share = None if figures.shipping is None else figures.shipping.share
    return None if share is None else round(share, 3)


def _begun(figures: MonthFigures) -> int | None:
    return None if figures.cases is None else figures.cases.begun


class ComparedCard(Card):
    """Every figure in one row. `opened(figure, beside)`: what stands behind the one whose cell is
    the current one is wanted, of the month or of that `beside` it."""

    opened = Signal(object, bool)

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
            key=lambda figure: figure.code,
            parent=self,
        )
        self.table = TableView(self.model, name=name, row_height=36, parent=self)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table)

    def show_report(self, report: MonthReport, totals: MonthSection) -> None:
        """Show the figures of this report."""
        now, then = spans(report)
        text = self.tr("{month} beside {other}") if report.before else "{month}"
        same = self.tr("as on paper and in the table; a double click shows what is behind")
        self.set_title(text.format(month=now, other=then), same)
        for name, part in (("month", report.month), ("beside", report.before)):
            if part is not None:  # the days stand in the title of the card
                month = span_word(part.first, month_end(part.first), report.month.first)
                self.model.set_title(name, month)
        if report.before is None:
            self.model.set_title("beside", then)
        self.model.set_rows(compared(report, totals))
        self.table.fit_height()

    @Slot(object)
    def _open(self, figure: ComparedFigure) -> None:
        beside = self.table.currentIndex().column() == self.model.column("beside")
        self.opened.emit(figure, beside and figure.beside is not None)


def _figures(name: str, title: str, value: Callable[[Any], str], **look: Any) -> Column:
    return Column(name, title, value, None, "right", 92, sort=False, **look)


def _now(figure: ComparedFigure) -> str:
    return cell_text(figure.kind, figure.value)


def _then(figure: ComparedFigure) -> str:
    return cell_text(figure.kind, figure.beside)


def _moved(figure: ComparedFigure) -> str:
    return moved_words(figure.value, figure.beside, figure.kind)


def _tone(figure: ComparedFigure) -> str:
    return figure.tone
