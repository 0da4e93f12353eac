"""月报: the sheet as it will come out, the figures beside it, and what goes into it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from ksdesk.actions.month import cases_behind, shipping_behind
from ksdesk.actions.promotion.behind import behind
from ksdesk.domain.month import Beside, MonthReport
from ksdesk.ui.month.a4 import paper
from ksdesk.ui.month.compared import ComparedCard, ComparedFigure
from ksdesk.ui.month.moments_sheet import MomentsSheet
from ksdesk.ui.month.saving import save
from ksdesk.ui.month.sections import MonthSection, sections
from ksdesk.ui.month.words import SECTIONS, said, span_word, unsettled_word
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.paper_preview import DOTS, PaperPreview
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.promotion.profit.rows_sheet import RowsSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.saved import say_saved
from ksdesk.ui.shell.sheet_desk import SheetDesk
from ksdesk.ui.shell.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

_READ = {"shipping": shipping_behind, "cases": cases_behind}
NARROW_BELOW = 760  # px, at 100 % text, below which the sheet stands above the figures
LOWEST = 200  # px of each of both on a small screen


class MonthView(QWidget):
    """A report on the screen. `beside_wanted(code)`: something else is to stand beside it."""

    beside_wanted = Signal(object)

    def __init__(self, ctx: Context, desk: SheetDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.report: MonthReport | None = None
        self.left_out: set[str] = set()
        self._tables: tuple[MonthSection, ...] = ()
        self._latest = Latest(ctx, self)
        self.desk = desk
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        card = Card(fill="sub", padding=12, parent=self)
        self.preview = PaperPreview(self.tr("The page as it will come out"), card)
        card.body.addWidget(self.preview, 1)
        side = PageScroll(self)
        self.figures = ComparedCard(side)
        self.figures.opened.connect(self.open_figure)
        side.add(self.figures)
        side.add(self._choices(side))
        side.body.addStretch(1)
        for part, share in ((card, 7), (side, 8)):
            part.setMinimumHeight(LOWEST)
            self._row.addWidget(part, share)

    def _choices(self, parent: QWidget) -> Card:
        card = Card(self.tr("What goes into it"), parent=parent)
        grid = QGridLayout()
        grid.setSpacing(8)
        self.checks: dict[str, Check] = {}
        for place, code in enumerate(code for code in SECTIONS if code != "totals"):
            check = Check(said(SECTIONS[code]), True, card)
            check.toggled.connect(self._ticked)
            grid.addWidget(check, place // 2, place % 2)
            self.checks[code] = check
        card.body.addLayout(grid)
        self.beside = SegmentBar(
            [
                ("before", self.tr("The month before")),
                ("year", self.tr("A year ago")),
                ("none", self.tr("Nothing")),
            ],
            name=self.tr("Beside it"),
            parent=card,
        )
        self.beside.chosen.connect(self.beside_wanted)
        line = QHBoxLayout()
        line.addWidget(small(self.tr("Beside it"), tone="text", parent=card))
        line.addWidget(self.beside)
        line.addStretch(1)
        card.body.addLayout(line)
        self.pages = small(parent=card)
        self.unsettled = small(tone="warn", wrap=True, parent=card)
        self.which = TextButton(self.tr("See which ›"), small=True, inline=True, parent=card)
        self.which.clicked.connect(self._open_unsettled)
        card.body.addWidget(self.pages)
        line = QHBoxLayout()
        line.addWidget(self.unsettled, 1)
        line.addWidget(self.which, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
        return card

    # -- showing -----------------------------------------------------------------------------

    def show_report(self, report: MonthReport, beside: Beside) -> None:
        """Show a report."""
        self.report = report
        self._tables = sections(report)
        self.beside.set_value(beside)
        self.figures.show_report(report, self._tables[0])
        there = {table.code for table in self._tables}
        for code, check in self.checks.items():
            check.setEnabled(code in there)
        words = unsettled_word(report)
        self.unsettled.setText(words)
        self.unsettled.setVisible(bool(words))
        self.which.setVisible(bool(words))
        self._draw()

    def tables(self) -> tuple[MonthSection, ...]:
        """The tables that are wanted."""
        return tuple(table for table in self._tables if table.code not in self.left_out)

    @Slot(bool)
    def _ticked(self, _on: bool) -> None:
        self.left_out = {code for code, check in self.checks.items() if not check.isChecked()}
        if self.report is not None:
            self._draw()

    def leave_out(self, codes: set[str]) -> None:
        """Take up what was unticked before."""
        for code, check in self.checks.items():
            check.setChecked(code not in codes)

    def _draw(self) -> None:
        assert self.report is not None
        made = paper(self.report, self.tables())
        self._latest.ask(made.seen, DOTS, done=self._drawn)

    def _drawn(self, pages: list[QImage]) -> None:
        self.preview.show_pages(pages)
        text = self.tr("{n} pages, the text can be selected")
        if len(pages) == 1:
            text = self.tr("1 page, the text can be selected")
        self.pages.setText(text.format(n=len(pages)))

    @Slot(object, bool)
    def open_figure(self, figure: ComparedFigure, beside: bool) -> None:
        """The rows behind a figure of the month, or of that `beside` it."""
        assert self.report is not None
        month = self.report.before if beside else self.report.month
        assert month is not None
        reader, days = self.ctx.reader, (month.first, month.last)
        name = span_word(*days, self.report.month.first)
        heading = f"{figure.word} · {name}"
        if figure.code in _READ:
            read = partial(_READ[figure.code], reader, *days, self.report.at)
            self.desk.open(MomentsSheet(self.ctx, heading, read, self))
        else:
            money = partial(behind, reader, *days, self.report.at, figure.code)
            self.desk.open(RowsSheet(self.ctx, heading, figure.code, money, self))

    @Slot()
    def _open_unsettled(self) -> None:
        assert self.report is not None
        word = self.tr("Not settled yet")
        kept = ComparedFigure("estimated", word, "money", self.report.month.sold, None)
        self.open_figure(kept, False)

    # -- taking it away ----------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Write it while the app goes on."""
        assert self.report is not None
        self.ctx.jobs.run(
            self,
            save,
            self.ctx.reader,
            self.report,
            path,
            self.tables(),
            done=lambda _nothing: self._saved(path),
            progress=self.tr("Saving the month"),
        )

    def _saved(self, path: Path) -> None:
        say_saved(self.ctx, self.tr("Saved: {name}").format(name=path.name), path.parent)

    def print_out(self, printer: QPrinter) -> None:
        """Draw it onto a printer."""
        assert self.report is not None
        paper(self.report, self.tables()).draw(printer)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme_of(self).px(NARROW_BELOW)
        upright, level = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(upright if narrow else level)
