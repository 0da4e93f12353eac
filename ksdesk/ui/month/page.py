"""月报: what a month earned and where it went, on one sheet of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions import month
from ksdesk.domain.calendar import add_months, month_start
from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.month import (
    Basis,
    Beside,
    MonthReport,
    QuarterCheck,
    TaxFigure,
    TaxPart,
    quarter_of,
)
from ksdesk.domain.month.tax_table import TaxTable
from ksdesk.exports import write_xlsx
from ksdesk.ui.imports.words import problem_words
from ksdesk.ui.month import PAGE
from ksdesk.ui.month.saving import EXCEL, PDF
from ksdesk.ui.month.tax.lines import tax_sheets
from ksdesk.ui.month.tax.table import TaxTableSheet
from ksdesk.ui.month.tax.typed import TaxSheet
from ksdesk.ui.month.tax.view import TaxView
from ksdesk.ui.month.view import MonthView
from ksdesk.ui.month.words import month_name, quarter_name, title
from ksdesk.ui.parts.buttons import IconButton, MainButton, SecondButton
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.labels import body
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.promotion.working_out import ProfitWork
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved
from ksdesk.ui.shell.sheet_desk import SheetDesk
from ksdesk.ui.shell.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


REPORT, TAX = "report", "tax"


@dataclass(frozen=True)
class ReportSeen:
    """A report, what was asked beside it, and whether all that was imported is in it."""

    report: MonthReport
    beside: Beside
    fresh: bool


@dataclass(frozen=True)
class QuarterSeen:
    """A quarter, and whether all that was imported is in it."""

    check: QuarterCheck
    fresh: bool


class MonthPage(BookPage):
    """A month at a time, or a quarter; `jump` takes a month ("2026-10"), or "tax"."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.month: date | None = None
        self.beside: Beside = "before"
        self.room = REPORT
        self.quarter = add_months(quarter_of(ctx.clock().date()), -3)
        self.work = ProfitWork(ctx, self.refresh, self)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        self.pdf_button = MainButton(self.tr("Save as PDF"), "export", parent=self)
        self.pdf_button.clicked.connect(partial(self._ask_where, PDF))
        self.sheet_button = SecondButton(self.tr("Save as Excel"), "table", height=40, parent=self)
        self.sheet_button.clicked.connect(partial(self._ask_where, EXCEL))
        self.print_button = SecondButton(self.tr("Print"), "print", height=40, parent=self)
        self.print_button.clicked.connect(self._ask_printer)
        self.type_button = SecondButton("", "edit", height=40, parent=self)
        self.type_button.clicked.connect(self.type_figures)
        self.bring_button = MainButton(self.tr("Import the figures"), "import", parent=self)
        self.bring_button.clicked.connect(self._ask_table)
        self._of_tax = (self.type_button, self.bring_button)
        for button in self._of_tax:
            button.hide()
        buttons = (self.print_button, self.sheet_button, self.pdf_button)
        self.header = PageHeader(
            self.tr("Monthly"),
            self.tr("What a month earned and where it went, on one sheet"),
            (*buttons, *self._of_tax),
            parent=self,
        )
        column.addWidget(self.header)
        column.addLayout(self._chooser())
        column.addWidget(self.states, 1)
        self.desk = SheetDesk(ctx, self)
        self.view = MonthView(ctx, self.desk, self)
        self.view.beside_wanted.connect(self._put_beside)
        self.view.hide()
        self.tax = TaxView(ctx, self)
        self.tax.typing_wanted.connect(self.type_figures)
        self.tax.basis_wanted.connect(self._count_by)
        self.tax.order_wanted.connect(partial(ctx.navigate, "orders"))
        self.tax.hide()
        self.empty: EmptyState | None = None
        self._of_report = buttons
        self.keep_for_filled(*buttons)

    def _chooser(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = ((REPORT, self.tr("Monthly")), (TAX, self.tr("Tax check")))
        self.chips = ChipBar(words, REPORT, name=self.tr("Parts of the page"), parent=self)
        self.chips.chosen.connect(self._open_room)
        row.addWidget(self.chips, 1)
        self.earlier = IconButton("chevron_left", self.tr("Earlier"), parent=self)
        self.earlier.clicked.connect(partial(self._turn, -1))
        self.when = body(parent=self)
        self.later = IconButton("chevron_right", self.tr("Later"), parent=self)
        self.later.clicked.connect(partial(self._turn, 1))
        for widget in (self.earlier, self.when, self.later):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    # -- reading -----------------------------------------------------------------------------

    def question(self) -> Callable[[], ReportSeen | QuarterSeen]:
        if self.room == TAX:
            return partial(_check, self.ctx, self.quarter)
        return partial(_read, self.ctx, self.month, self.beside)

    def show_answer(self, answer: ReportSeen | QuarterSeen) -> QWidget:
        if not answer.fresh and not self.work.running:
            self.work.begin()
            if not self.work.running:  # it is done by now, and shown
                return self.states.currentWidget() or self.loading
        if isinstance(answer, QuarterSeen):
            return self._show_quarter(answer.check)
        return self._show_month(answer)

    def _show_quarter(self, check: QuarterCheck) -> QWidget:
        for button in self._of_report:
            button.setVisible(button is self.sheet_button)
        self.keep_for_filled(self.sheet_button, *self._of_tax)
        typed = check.figure is not None
        change, fresh = self.tr("Change the figures"), self.tr("Type the figures")
        self.type_button.set_text(change if typed else fresh)
        name = quarter_name(check.first)
        self.when.setText(name)
        self.later.setEnabled(not check.running)
        text = self.tr("{quarter}: what the platform reports and what the book says")
        self.tax.show_check(check, text.format(quarter=name))
        return self.tax

    def _show_month(self, answer: ReportSeen) -> QWidget:
        report = answer.report
        if answer.fresh:  # else the month to begin with may be another one
            self.month = report.month.first
        for button in self._of_tax:
            button.hide()
        self.keep_for_filled(*self._of_report)
        this = month_start(self.ctx.clock().date())
        self.when.setText(title(report))
        self.later.setEnabled(report.month.first < this)
        if report.month.empty:
            return self._made_empty(report)
        self.view.show_report(report, answer.beside)
        return self.view

    def _made_empty(self, report: MonthReport) -> EmptyState:
        if self.empty is not None:
            self.states.removeWidget(self.empty)
            self.empty.deleteLater()
        bring = MainButton(self.tr("Import orders ›"))
        bring.clicked.connect(partial(self.ctx.navigate, "orders"))
        text = self.tr("The book has nothing of {month}")
        self.empty = EmptyState(
            "rule",
            text.format(month=month_name(report.month.first)),
            self.tr(
                "Once orders, settlements or spend of this month are imported, it stands here as"
                " one sheet to save and to print. Other months are a click away, above."
            ),
            main=bring,
            preview=_preview,
            parent=self,
        )
        return self.empty

    # -- moving ------------------------------------------------------------------------------

    @Slot(object)
    def _open_room(self, code: object) -> None:
        self.room = str(code)
        self.chips.set_value(code)
        self.refresh()

    @Slot()
    def type_figures(self) -> None:
        """The sheet for the platform's figures of this quarter."""
        if self.tax.check is not None:
            sheet = TaxSheet(self.tax.check, quarter_name(self.quarter), self)
            sheet.kept.connect(self._keep_typed)
            self.desk.open(sheet)

    @Slot()
    def _ask_table(self) -> None:
        kinds = self.tr("Tables (*.xlsx *.xls *.csv)")
        self.ctx.ask.open_files(self, self.tr("The platform's figures"), kinds, self.take_table)

    @Slot(object)
    def take_table(self, paths: list[Path]) -> None:
        """Read a table of the platform's figures, then ask which column is what."""
        source = Source(paths[0].name, paths[0])
        self.ctx.jobs.run(
            self,
            month.tax_table,
            source,
            done=partial(self.map_table, source),
            failed=partial(self._not_read, source),
        )

    def map_table(self, source: Source, table: TaxTable) -> None:
        """The sheet that asks which column of a table is what."""
        if self.tax.check is not None:
            title = quarter_name(self.quarter)
            sheet = TaxTableSheet(self.ctx, self.tax.check, table, source.name, title, self)
            sheet.kept.connect(self._keep_table)
            self.desk.open(sheet)

    def _not_read(self, source: Source, error: BaseException) -> None:
        if isinstance(error, ImportProblem):
            self.ctx.notice(" ".join(problem_words(error, source)))
        else:
            self.ctx.jobs.failed.emit(error)

    @Slot(object)
    def _keep_typed(self, figure: TaxFigure) -> None:
        """The rows of a table stay as long as its sums do."""
        check = self.tax.check
        assert check is not None
        before = check.figure
        stay = before is not None and before.sums == figure.sums
        self._keep(figure, check.parts if stay else ())

    @Slot(object, object)
    def _keep_table(self, figure: TaxFigure, parts: tuple[TaxPart, ...]) -> None:
        self._keep(figure, parts)

    @Slot(str)
    def _count_by(self, basis: Basis) -> None:
        check = self.tax.check
        if check is not None and check.figure is not None:
            self._keep(replace(check.figure, basis=basis), check.parts)

    def _keep(self, figure: TaxFigure, parts: Sequence[TaxPart]) -> None:
        text = self.tr("Figures of {quarter}").format(quarter=quarter_name(figure.quarter))
        said = self.tr("The platform's figures are noted")
        now = self.ctx.clock()
        self.desk.write(text, month.keep_figure, figure, parts, now, said=said)

    def _turn(self, by: int) -> None:
        if self.room == TAX:
            self.quarter = add_months(self.quarter, 3 * by)
            self.refresh()
        elif self.month is not None:
            self.month = add_months(self.month, by)
            self.refresh()

    @Slot(object)
    def _put_beside(self, code: Beside) -> None:
        self.beside = code
        self.refresh()

    def jump(self, target: str) -> None:
        year, _, number = target.partition("-")
        if target == TAX:
            self._open_room(TAX)
        elif year.isdigit() and number.isdigit():
            self.month = date(int(year), int(number), 1)
            self._open_room(REPORT)

    def state(self) -> dict[str, Any]:
        return {
            "month": self.month,
            "beside": self.beside,
            "left_out": self.view.left_out,
            "room": self.room,
            "quarter": self.quarter,
        }

    def restore(self, state: dict[str, Any]) -> None:
        self.month, self.beside = state.get("month"), state.get("beside", "before")
        self.view.leave_out(state.get("left_out", set()))
        self.quarter = state.get("quarter", self.quarter)
        self.room = state.get("room", REPORT)
        self.chips.set_value(self.room)

    # -- taking it away ----------------------------------------------------------------------

    def _ask_where(self, suffix: str) -> None:
        from ksdesk.exports.tables import file_stem

        kinds = {
            PDF: self.tr("PDF, to read and print (*.pdf)"),
            EXCEL: self.tr("Excel workbook (*.xlsx)"),
        }
        if self.room == TAX:
            what = f"{quarter_name(self.quarter)}_{self.tr('Tax check')}"
        else:
            assert self.view.report is not None
            first = self.view.report.month.first
            report = self.tr("report of the month")
            what = f"{first:%Y-%m}_{report}"
        name = file_stem(self.ctx.shop_name, what) + suffix
        done = partial(self._save, suffix)
        self.ctx.ask.save_file(self, self.tr("Save the month"), name, kinds[suffix], done)

    def _save(self, suffix: str, path: Path) -> None:
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        if self.room == TAX:
            self._save_check(path)
        else:
            self.view.save(path)

    def _save_check(self, path: Path) -> None:
        assert self.tax.check is not None
        sheets = tax_sheets(self.tax.check, quarter_name(self.quarter))
        done = partial(self._say_saved, path)
        label = self.tr("Saving the check")
        self.ctx.jobs.run(self, write_xlsx, path, sheets, done=done, progress=label)

    def _say_saved(self, path: Path, _written: object) -> None:
        say_saved(self.ctx, self.tr("Saved: {name}").format(name=path.name), path.parent)

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


def _check(ctx: Context, quarter: date) -> QuarterSeen:
    reader = ctx.reader
    fresh = reader.profit.up_to_date()
    return QuarterSeen(month.quarter(reader, quarter, ctx.clock()), fresh)


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A grey sheet with lines."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    for row in range(8):
        wide = box.width() * (0.35 if row == 0 else 0.8)
        painter.drawRect(QRectF(box.left(), box.top() + row * 36, wide, 12))
