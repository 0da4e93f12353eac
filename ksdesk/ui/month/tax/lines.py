"""The figures of a quarter as lines: its months and the whole, platform and book side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ksdesk.domain.calendar import month_end
from ksdesk.domain.month import Basis, Cell, FigureName, QuarterCheck
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.ui.month.words import BASES, quarter_name, said, span_word
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

FIGURES: dict[FigureName, str] = {
    "gross": QT_TRANSLATE_NOOP("Month", "Gross income"),
    "refunds": QT_TRANSLATE_NOOP("Month", "Refunds"),
    "net": QT_TRANSLATE_NOOP("Month", "Net income"),
}
GAPS = {
    "book": QT_TRANSLATE_NOOP("Month", "not in the platform's rows"),
    "platform": QT_TRANSLATE_NOOP("Month", "not in the book"),
    "elsewhere": QT_TRANSLATE_NOOP("Month", "in the book on other days"),
    "amount": QT_TRANSLATE_NOOP("Month", "another amount"),
}


@dataclass(frozen=True)
class TaxLine:
    """A month of a quarter, or (None) the whole, by a basis."""

    check: QuarterCheck
    basis: Basis
    month: date | None

    def platform(self, name: FigureName) -> int | None:
        """What the platform says."""
        return self.check.platform(name, self.month)

    def book(self, name: FigureName) -> int | None:
        """What the book says."""
        return self.check.book(self.basis, name, self.month)

    def difference(self, name: FigureName) -> int | None:
        """Platform less book."""
        return self.check.difference(self.basis, name, self.month)

    @property
    def word(self) -> str:
        """What the line is called."""
        return span_name(self.check, self.month)


def lines(check: QuarterCheck) -> Iterator[TaxLine]:
    """The months and the whole, by every basis that may be meant."""
    for basis in check.months:
        for month in (*check.begins, None):
            yield TaxLine(check, basis, month)


def span_name(check: QuarterCheck, month: date | None) -> str:
    """A month of a quarter, or the quarter."""
    if month is None:
        return quarter_name(check.first)
    return span_word(month, month_end(month), month)


def cell_name(check: QuarterCheck, cell: Cell) -> str:
    """ "Sep, gross income"; with its basis where two are compared."""
    basis, month, name = cell
    text = QT_TRANSLATE_NOOP("Month", "{span}, {figure}")
    word = said(text, span=span_name(check, month), figure=said(FIGURES[name]))
    return f"{word}, {said(BASES[basis])}" if len(check.months) > 1 else word


def tax_sheets(check: QuarterCheck, title: str) -> list[Sheet]:
    """The lines as a table for Excel, and the orders behind the differences as another one."""
    columns = [
        ExportColumn("span", said(QT_TRANSLATE_NOOP("Month", "Month"))),
        ExportColumn("basis", said(QT_TRANSLATE_NOOP("Month", "By")), width=24),
    ]
    heads = (
        QT_TRANSLATE_NOOP("Month", "{figure}, platform"),
        QT_TRANSLATE_NOOP("Month", "{figure}, book"),
        QT_TRANSLATE_NOOP("Month", "{figure}, difference"),
    )
    for name, word in FIGURES.items():
        columns += [
            ExportColumn(f"{name}{n}", said(head, figure=said(word)), "money", width=18)
            for n, head in enumerate(heads)
        ]
    rows = [(one.word, said(BASES[one.basis]), *_amounts(one)) for one in lines(check)]
    whole = Sheet(title, tuple(columns), rows)
    return [whole, _gap_sheet(check)] if check.gaps else [whole]


def _amounts(line: TaxLine) -> Iterator[int | None]:
    for name in FIGURES:
        yield from (line.platform(name), line.book(name), line.difference(name))


def _gap_sheet(check: QuarterCheck) -> Sheet:
    def rows() -> Iterator[tuple[Any, ...]]:
        for cell, gaps in check.gaps.items():
            for gap in gaps:
                amounts = gap.platform, gap.book, gap.difference
                named = (gap.order, gap.sold_on, gap.title)
                yield (cell_name(check, cell), *named, *amounts, said(GAPS[gap.kind]))

    return Sheet(
        said(QT_TRANSLATE_NOOP("Month", "Orders that differ")),
        (
            ExportColumn("cell", said(QT_TRANSLATE_NOOP("Month", "Figure")), width=24),
            ExportColumn("order", said(QT_TRANSLATE_NOOP("Month", "Order")), "id"),
            ExportColumn("sold", said(QT_TRANSLATE_NOOP("Month", "Sold on")), "day"),
            ExportColumn("product", said(QT_TRANSLATE_NOOP("Month", "Product")), width=36),
            ExportColumn("platform", said(QT_TRANSLATE_NOOP("Month", "Platform")), "money"),
            ExportColumn("book", said(QT_TRANSLATE_NOOP("Month", "Book")), "money"),
            ExportColumn("difference", said(QT_TRANSLATE_NOOP("Month", "Difference")), "money"),
            ExportColumn("kind", said(QT_TRANSLATE_NOOP("Month", "What is found")), width=24),
        ),
        list(rows()),
    )
