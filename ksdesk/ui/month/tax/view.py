"""报税对账: what the platform reports of a quarter, beside what the book says of its months."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.calendar import add_months, month_end
from ksdesk.domain.month import Basis, QuarterCheck
from ksdesk.domain.promotion.breakdown import EarnedRow
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.ui.month.words import BASES, said, span_word
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import day_text, money_text, signed_money_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.promotion.profit.rows_sheet import RowsSheet
from ksdesk.ui.shell.context import Context

FIGURES = {
    "gross": QT_TRANSLATE_NOOP("Month", "Gross income"),
    "refunds": QT_TRANSLATE_NOOP("Month", "Refunds"),
    "net": QT_TRANSLATE_NOOP("Month", "Net income"),
}
_BEHIND = {"gross": "paid", "refunds": "refunded"}


@dataclass(frozen=True)
class TaxLine:
    """One figure of a quarter: of the book by month and in all, of the platform, the difference."""

    basis: Basis
    name: str
    months: tuple[int | None, ...]
    book: int | None
    platform: int | None
    difference: int | None

    @property
    def word(self) -> str:
        """What the figure is called."""
        return said(FIGURES[self.name])


def lines(check: QuarterCheck) -> Iterator[TaxLine]:
    """Every figure by every basis that may be meant."""
    for basis, months in check.months.items():
        for name in FIGURES:
            yield TaxLine(
                basis,
                name,
                tuple(getattr(month, name, None) for month in months),
                getattr(check.total(basis), name, None),
                None if check.figure is None else getattr(check.figure, name),
                check.difference(basis, name),
            )


def tax_sheet(check: QuarterCheck, title: str) -> Sheet:
    """The lines as a table for Excel."""
    months = (add_months(check.first, place) for place in range(3))
    columns = (
        ExportColumn("figure", said(QT_TRANSLATE_NOOP("Month", "Figure"))),
        ExportColumn("basis", said(QT_TRANSLATE_NOOP("Month", "By")), width=24),
        *(ExportColumn(f"m{n}", _month(month), "money") for n, month in enumerate(months)),
        ExportColumn("book", said(QT_TRANSLATE_NOOP("Month", "Book in all")), "money"),
        ExportColumn("platform", said(QT_TRANSLATE_NOOP("Month", "Platform")), "money"),
        ExportColumn("difference", said(QT_TRANSLATE_NOOP("Month", "Difference")), "money"),
    )
    rows = [
        (one.word, said(BASES[one.basis]), *one.months, one.book, one.platform, one.difference)
        for one in lines(check)
    ]
    return Sheet(title, columns, rows)


def _month(month: date) -> str:
    return span_word(month, month_end(month), month)


class TaxView(QWidget):
    """A quarter. `typing_wanted` when the platform's figures are to be typed."""

    typing_wanted = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.check: QuarterCheck | None = None
        self.rule: RuleLink | None = None
        self.sheet: RowsSheet | None = None
        area = PageScroll(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(area)
        self.card = Card("", flush=True, parent=area)
        self.change = TextButton(
            self.tr("The platform's figures ›"), small=True, inline=True, parent=self.card
        )
        self.change.clicked.connect(self.typing_wanted)
        self.card.add_action(self.change)
        self.model = RowsModel(self._columns(), key=_key, parent=self.card)
        self.table = TableView(
            self.model, name=self.tr("The quarter, platform and book"), parent=self.card
        )
        self.table.opened.connect(self.open_line)
        self.card.body.addWidget(self.table)
        area.add(self.card)
        area.add(self._words(area))
        area.body.addStretch(1)

    def _columns(self) -> list[Column]:
        def month(place: int) -> Column:
            names = (self.tr("1st month"), self.tr("2nd month"), self.tr("3rd month"))
            return Column(
                *(f"m{place}", names[place], _nth(place), money_text, "right", 104),
                tone="muted",
                sort=False,
            )

        return [
            Column("figure", "", lambda one: one.word, minimum=120, second=_basis, sort=False),
            *(month(place) for place in range(3)),
            Column("book", self.tr("Book"), lambda one: one.book, money_text, "right", 116,
                   sort=False),
            Column("platform", self.tr("Platform"), lambda one: one.platform, money_text, "right",
                   116, sort=False),
            Column("difference", self.tr("Difference"), lambda one: one.difference,
                   signed_money_text, "right", 116, bold=True, tone=_tone, sort=False),
        ]  # fmt: skip

    def _words(self, parent: QWidget) -> Card:
        card = Card(self.tr("Figures are compared here, nothing else"), parent=parent)
        card.body.addWidget(
            body(
                self.tr(
                    "No tax is reckoned and no advice given. What was really reported is what the"
                    " platform and the tax office show you. Open a line to see the orders behind"
                    " the book's figure."
                ),
                wrap=True,
                tone="muted",
                parent=card,
            )
        )
        self.verdict = small(wrap=True, tone="text", parent=card)
        card.body.addWidget(self.verdict)
        self.words = card
        return card

    def show_check(self, check: QuarterCheck, title: str) -> None:
        """Show a quarter."""
        self.check = check
        rule = self.ctx.rules().on(self.ctx.clock().date()).get("market.tax_reports")
        if self.rule is None and rule is not None:
            self.rule = RuleLink(rule, parent=self.words)
            self.words.body.addWidget(self.rule, 0, Qt.AlignmentFlag.AlignLeft)
        hint = ""
        if check.running:
            hint = self.tr("not over: up to {day}").format(day=day_text(check.last))
        elif check.figure is not None:
            hint = check.figure.note
        self.card.set_title(title, hint)
        rows = list(lines(check))
        self.model.set_rows(rows)
        self.table.fit_height()
        self.verdict.setText(self._verdict(rows))

    def _verdict(self, rows: list[TaxLine]) -> str:
        told = [row.difference for row in rows if row.difference is not None]
        if not told:
            return self.tr("The platform's figures of this quarter are not typed yet.")
        if not any(told):
            return self.tr("They agree to the fen.")
        return self.tr("{n} of {all} figures differ.").format(
            n=sum(bool(one) for one in told), all=len(told)
        )

    @Slot(object)
    def open_line(self, line: TaxLine) -> None:
        """The orders behind a figure of the book."""
        assert self.check is not None
        of = _BEHIND.get(line.name, "kept")
        read = partial(_rows, self.ctx, self.check, line.basis, of)
        self.sheet = RowsSheet(self.ctx, line.word, of, read, self)
        self.sheet.open()


def _rows(ctx: Context, check: QuarterCheck, basis: Basis, of: str) -> list[EarnedRow]:
    some = of if of != "kept" else ""
    return ctx.reader.profit.rows(check.first, check.last, money=basis == "settled", of=some)


def _nth(place: int) -> Callable[[TaxLine], int | None]:
    return lambda line: line.months[place]


def _key(line: TaxLine) -> tuple[str, str]:
    return line.basis, line.name


def _basis(line: TaxLine) -> str:
    return said(BASES[line.basis])


def _tone(line: TaxLine) -> str:
    return "accent_text" if line.difference else "muted"
