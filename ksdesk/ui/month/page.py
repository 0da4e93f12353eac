"""月报: what a month earned and where it went, on one sheet of paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions import month
from ksdesk.actions.promotion import costs
from ksdesk.domain.calendar import add_months, month_start
from ksdesk.domain.month import Beside, MonthReport
from ksdesk.ui.month import PAGE
from ksdesk.ui.month.saving import EXCEL, PDF
from ksdesk.ui.month.view import MonthView
from ksdesk.ui.month.words import month_name, title
from ksdesk.ui.parts.buttons import IconButton, MainButton, SecondButton
from ksdesk.ui.parts.labels import body
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.nav import NARROW_BELOW
from ksdesk.ui.shell.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True)
class ReportSeen:
    """A report, what was asked beside it, and whether all that was imported is in it."""

    report: MonthReport
    beside: Beside
    fresh: bool


class MonthPage(BookPage):
    """A month at a time; `jump` takes one ("2026-10")."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.month: date | None = None
        self.beside: Beside = "before"
        self._working = False
        self._column = column = QVBoxLayout(self)
        column.setSpacing(16)
        self.pdf_button = MainButton(self.tr("Save as PDF"), "export", parent=self)
        self.pdf_button.clicked.connect(partial(self._ask_where, PDF))
        self.sheet_button = SecondButton(self.tr("Save as Excel"), "table", height=40, parent=self)
        self.sheet_button.clicked.connect(partial(self._ask_where, EXCEL))
        self.print_button = SecondButton(self.tr("Print"), "print", height=40, parent=self)
        self.print_button.clicked.connect(self._ask_printer)
        buttons = (self.print_button, self.sheet_button, self.pdf_button)
        self.header = PageHeader(
            self.tr("Monthly"),
            self.tr("What a month earned and where it went, on one sheet"),
            buttons,
            parent=self,
        )
        column.addWidget(self.header)
        column.addLayout(self._chooser())
        column.addWidget(self.states, 1)
        self.view = MonthView(ctx, self)
        self.view.beside_wanted.connect(self._put_beside)
        self.view.hide()
        self.empty: EmptyState | None = None
        self.keep_for_filled(*buttons)

    def _chooser(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.earlier = IconButton("chevron_left", self.tr("The month before"), parent=self)
        self.earlier.clicked.connect(partial(self._turn, -1))
        self.when = body(parent=self)
        self.later = IconButton("chevron_right", self.tr("The month after"), parent=self)
        self.later.clicked.connect(partial(self._turn, 1))
        for widget in (self.earlier, self.when, self.later):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return row

    # -- reading -----------------------------------------------------------------------------

    def question(self) -> Callable[[], ReportSeen]:
        return partial(_read, self.ctx, self.month, self.beside)

    def show_answer(self, answer: ReportSeen) -> QWidget:
        report = answer.report
        self.month = report.month.first
        if not answer.fresh and not self._working:
            self._work_out()
        this = month_start(self.ctx.clock().date())
        self.when.setText(title(report))
        self.later.setEnabled(report.month.first < this)
        self._find_printer()
        if report.month.empty:
            return self._made_empty(report)
        self.view.show_report(report, answer.beside)
        return self.view

    def _work_out(self) -> None:
        """Bring in what was imported or noted since; then the page is read once more."""
        self._working = True
        label = self.tr("Working the profit out")
        self.ctx.write(
            self, "", costs.work_out, done=self._worked, failed=self._broke, progress=label
        )

    def _worked(self, _changes: object) -> None:
        self._working = False
        self.refresh()

    def _broke(self, error: BaseException) -> None:
        self._working = False
        self.ctx.jobs.failed.emit(error)

    def _made_empty(self, report: MonthReport) -> EmptyState:
        if self.empty is not None:
            self.states.removeWidget(self.empty)
            self.empty.deleteLater()
        text = self.tr("The book has nothing of {month}")
        self.empty = EmptyState(
            "rule",
            text.format(month=month_name(report.month.first)),
            self.tr(
                "Once orders, settlements or spend of this month are imported, it stands here as"
                " one sheet to save and to print. Other months are a click away, above."
            ),
            preview=_preview,
            parent=self,
        )
        return self.empty

    def _find_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        if QPrinterInfo.availablePrinterNames():
            self.print_button.enable()
        else:
            self.print_button.disable(
                self.tr("This computer has no printer. The PDF can be printed elsewhere.")
            )

    # -- moving ------------------------------------------------------------------------------

    def _turn(self, by: int) -> None:
        if self.month is not None:
            self.month = add_months(self.month, by)
            self.refresh()

    @Slot(object)
    def _put_beside(self, code: Beside) -> None:
        self.beside = code
        self.refresh()

    def jump(self, target: str) -> None:
        year, _, number = target.partition("-")
        if year.isdigit() and number.isdigit():
            self.month = date(int(year), int(number), 1)
            self.refresh()

    def state(self) -> dict[str, Any]:
        return {"month": self.month, "beside": self.beside, "left_out": self.view.left_out}

    def restore(self, state: dict[str, Any]) -> None:
        self.month, self.beside = state.get("month"), state.get("beside", "before")
        self.view.leave_out(state.get("left_out", set()))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        margin = 16 if self.width() < NARROW_BELOW else 24
        self._column.setContentsMargins(margin, 16, margin, margin)

    # -- taking it away ----------------------------------------------------------------------

    def _ask_where(self, suffix: str) -> None:
        from ksdesk.exports.tables import file_stem

        assert self.month is not None
        kinds = {
            PDF: self.tr("PDF, to read and print (*.pdf)"),
            EXCEL: self.tr("Excel workbook (*.xlsx)"),
        }
        words = (self.ctx.shop_name, f"{self.month:%Y-%m}", self.tr("report of the month"))
        name = file_stem("_".join(filter(None, words))) + suffix
        done = partial(self._save, suffix)
        self.ctx.ask.save_file(self, self.tr("Save the month"), name, kinds[suffix], done)

    def _save(self, suffix: str, path: Path) -> None:
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        self.view.save(path)

    @Slot()
    def _ask_printer(self) -> None:
        self.ctx.ask.printer(self, self.tr("Print the month"), self._print)

    def _print(self, printer: QPrinter) -> None:
        self.view.print_out(printer)


def _read(ctx: Context, wanted: date | None, beside: Beside) -> ReportSeen:
    reader, now = ctx.reader, ctx.clock()
    first = wanted or month.newest(reader, now)
    fresh = reader.profit.up_to_date()
    return ReportSeen(month.report(reader, first, now, beside), beside, fresh)


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A grey sheet with lines."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    for row in range(8):
        wide = box.width() * (0.35 if row == 0 else 0.8)
        painter.drawRect(QRectF(box.left(), box.top() + row * 36, wide, 12))
