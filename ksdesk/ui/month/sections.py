"""The tables of a month: the one list of rows that screen, page and spreadsheet share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.month import CasesOfMonth, DepositMoves, MonthFigures, MonthReport, Settlement
from ksdesk.domain.promotion.breakdown import GoodProfit, Paid
from ksdesk.domain.reviews.checklist import ListKept
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.ui.deposit.words import kind_name
from ksdesk.ui.month.words import SECTIONS, SETTLED, lines_word, said, span_word
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.texts import (
    count_text,
    counted,
    money_text,
    number_text,
    percent_text,
    signed_money_text,
)
from ksdesk.ui.promotion.effect.words import name as way_name
from ksdesk.ui.promotion.profit.words import steps

translate = QCoreApplication.translate
Row = tuple[Any, ...]
MOVED = "moved"
"""The column of a difference, which has its sign."""


@dataclass(frozen=True)
class MonthSection:
    """One table: `code` of `SECTIONS`, its typed cells, and which of its rows are sums."""

    code: str
    sheet: Sheet
    rows: tuple[Row, ...]
    sums: frozenset[int] = frozenset()

    def texts(self, row: Row) -> tuple[str, ...]:
        """The cells of a row as they are shown and printed."""
        pairs = zip(self.sheet.columns, row, strict=True)
        return tuple(
            signed_money_text(value) if column.name == MOVED else cell_text(column.kind, value)
            for column, value in pairs
        )


FIGURE_TEXTS: Final[Mapping[str, Callable[[Any], str]]] = {
    "money": money_text,
    "count": count_text,
    "percent": percent_text,
    "number": partial(number_text, digits=1),
}
"""How each kind of figure is written; they stand at the right."""


def cell_text(kind: str, value: Any) -> str:
    """A typed cell in words: money in yuan, – where nothing is known."""
    if isinstance(value, str):
        return value
    return FIGURE_TEXTS[kind](value) if kind in FIGURE_TEXTS else ""


def sections(report: MonthReport) -> tuple[MonthSection, ...]:
    """All tables that the book has figures for, in the order of the page."""
    made = (
        _totals(report),
        _money(report),
        _ways(report),
        _settled(report),
        *_deposits(report),
        _shipping(report),
        _cases(report),
        *_goods(report),
        _fans(report),
    )
    return tuple(one for one in made if one is not None)


def spans(report: MonthReport) -> tuple[str, str]:
    """What the month and the one before it are called in the heads of columns."""
    month = report.month
    now = span_word(month.first, month.last, month.first)
    if report.before is None:
        return now, translate("Month", "The month before")
    return now, span_word(report.before.first, report.before.last, month.first)


def _section(
    code: str,
    columns: Iterable[ExportColumn],
    rows: Iterable[Row],
    sums: Iterable[int] = (),
    title: str = "",
) -> MonthSection:
    rows = tuple(rows)
    sheet = Sheet(title or said(SECTIONS[code]), tuple(columns), rows)
    return MonthSection(code, sheet, rows, frozenset(n % len(rows) for n in sums))


def _line(width: int = 24) -> ExportColumn:
    return ExportColumn("line", translate("Month", "Line"), width=width)


def _periods(report: MonthReport) -> Iterator[tuple[str, MonthFigures]]:
    now, before = spans(report)
    yield now, report.month
    if report.before is not None:
        yield before, report.before


def _totals(report: MonthReport) -> MonthSection:
    columns = (
        ExportColumn("month", translate("Month", "Month")),
        ExportColumn("paid", translate("Month", "Paid by buyers"), "money"),
        ExportColumn("refunded", translate("Month", "Refunded"), "money"),
        ExportColumn("earlier", translate("Month", "of it for earlier months"), "money"),
        ExportColumn("spend", translate("Month", "Promotion"), "money"),
        ExportColumn("net", translate("Month", "Net"), "money"),
        ExportColumn("orders", translate("Month", "Orders"), "count"),
    )
    rows = (
        (
            *(name, one.paid, one.refunded, one.profit.whole.earlier if one.sold else None),
            *(one.spend, one.net, one.orders),
        )
        for name, one in _periods(report)
    )
    return _section("totals", columns, rows)


def _money(report: MonthReport) -> MonthSection | None:
    if not report.month.sold:
        return None
    now, before = spans(report)
    columns = (
        _line(),
        ExportColumn("month", now, "money"),
        ExportColumn("before", before, "money"),
        ExportColumn(MOVED, translate("Month", "Difference"), "money"),
        ExportColumn("note", translate("Month", "Remark"), width=40),
    )
    mine = steps(report.month.profit)
    sold = report.before is not None and report.before.sold
    theirs = {step.code: step for step in steps(report.before.profit)} if sold else {}  # type: ignore[union-attr]
    rows = []
    for step in mine:
        amount = _known(report.month, step.code, step.amount)
        other = theirs.get(step.code)
        last = _known(report.before, step.code, other.amount) if other else None
        if last is None and theirs and step.code in ("left_out", "monthly"):
            last = 0  # these lines are left away where there is nothing of them
        rows.append((step.word, amount, last, _less(amount, last), step.note))
    return _section("money", columns, rows, [n for n, step in enumerate(mine) if step.sum])


def _known(figures: MonthFigures | None, code: str, amount: int | None) -> int | None:
    """Where no order has a cost, what stays is not known."""
    unknown = figures is None or (figures.net is None and code in ("before_ads", "net", "after"))
    return None if unknown else amount


def _ways(report: MonthReport) -> MonthSection | None:
    month = report.month
    if not month.ways:
        return None
    theirs = {way.key: way for way in report.before.ways} if report.before else {}
    columns = (
        ExportColumn("way", translate("Month", "Way")),
        ExportColumn("spend", translate("Month", "Spent"), "money"),
        ExportColumn("reported", translate("Month", "Sales as the platform counts"), "money"),
        ExportColumn("before_ads", translate("Month", "Stays before promotion"), "money"),
        ExportColumn("net", translate("Month", "Net"), "money"),
        ExportColumn(
            "before", translate("Month", "Net {month}").format(month=spans(report)[1]), "money"
        ),
    )
    rows: list[Row] = []
    for way in month.ways:
        sales, other = _estimate(month, way), theirs.get(way.key)
        last = _estimate(report.before, other) if report.before and other else None
        rows.append(
            (
                *(way_name(way.key), way.spend, way.reported),
                *(sales and sales.before_ads, sales and sales.net, last and last.net),
            )
        )
    sums = (_sum([row[place] for row in rows]) for place in range(2, 6))
    rows.append((translate("Month", "In all"), month.profit.spend, *sums))
    return _section("ways", columns, rows, [-1])


def _estimate(figures: MonthFigures, way: Paid) -> Any:
    """What stays of a way, None where no order of the month has a cost to go by."""
    return way.sales if figures.net is not None else None


def _settled(report: MonthReport) -> MonthSection | None:
    mine = report.month.settlement
    if mine is None:
        return None
    before = report.before.settlement if report.before else None
    now, then = spans(report)
    columns = (_line(), ExportColumn("month", now, "money"), ExportColumn("before", then, "money"))
    words = [said(word) for word in SETTLED]
    if mine.waiting:
        text = counted(
            mine.waiting,
            translate("Month", "{word}, 1 order"),
            translate("Month", "{word}, {n} orders"),
        )
        words[-1] = text.format(word=words[-1])
    theirs = _settlement(before) if before else (None,) * len(SETTLED)
    rows = zip(words, _settlement(mine), theirs, strict=True)
    return _section("settled", columns, rows, [-1])


def _settlement(one: Settlement) -> tuple[int | None, ...]:
    """In the order of `SETTLED`."""
    taken = (-one.refunds, -one.fees, -one.commissions)
    return one.sales, *taken, one.settled, one.received, one.outstanding


def _deposits(report: MonthReport) -> Iterator[MonthSection]:
    theirs = {one.account: one for one in report.before.deposits} if report.before else {}
    now, then = spans(report)
    columns = (_line(), ExportColumn("month", now, "money"), ExportColumn("before", then, "money"))
    text = translate("Month", "Deposit: {account}")
    for one in report.month.deposits:
        rows = _deposit_rows(one, theirs.get(one.account))
        title = text.format(account=account_word(one.account))
        yield _section("deposit", columns, rows, [-1], title)


def _deposit_rows(one: DepositMoves, before: DepositMoves | None) -> Iterator[Row]:
    last = {kind: (count, fen) for kind, count, fen in before.moves} if before else {}
    mine = {kind: (count, fen) for kind, count, fen in one.moves}
    yield translate("Month", "At the beginning"), one.opening, before and before.opening
    for kind in dict.fromkeys((*mine, *last)):
        count, fen = mine.get(kind, (0, 0))
        yield lines_word(kind_name(kind), count), fen, last.get(kind, (0, 0))[1] if before else None
    yield translate("Month", "At the end"), one.closing, before and before.closing


def _shipping(report: MonthReport) -> MonthSection | None:
    if report.month.shipping is None:
        return None
    columns = (
        ExportColumn("month", translate("Month", "Month")),
        ExportColumn("kept", translate("Month", "Sent in time"), "count"),
        ExportColumn("late", translate("Month", "Late"), "count"),
        ExportColumn("open", translate("Month", "Still to send"), "count"),
        ExportColumn("share", translate("Month", "In time"), "percent"),
    )
    rows = (
        (name, one.shipping.kept, one.shipping.late, one.shipping.open, one.shipping.share)
        for name, one in _periods(report)
        if one.shipping is not None
    )
    return _section("shipping", columns, rows)


def _cases(report: MonthReport) -> MonthSection | None:
    if report.month.cases is None:
        return None
    columns = (
        ExportColumn("month", translate("Month", "Month")),
        ExportColumn("begun", translate("Month", "New"), "count"),
        ExportColumn("ended", translate("Month", "Ended"), "count"),
        ExportColumn("answer", translate("Month", "Answered in, hours"), "number"),
        ExportColumn("cost", translate("Month", "Cost beyond refunds"), "money"),
        ExportColumn("reason", translate("Month", "Most often"), width=30),
    )
    rows = (
        (
            name,
            one.cases.begun,
            one.cases.ended,
            _hours(one.cases),
            one.cases.cost,
            _reason(one.cases),
        )
        for name, one in _periods(report)
        if one.cases is not None
    )
    return _section("cases", columns, rows)


def _hours(cases: CasesOfMonth) -> float | None:
    return None if cases.answer is None else round(cases.answer / timedelta(hours=1), 1)


def _reason(cases: CasesOfMonth) -> str:
    return f"{cases.reason} {count_text(cases.with_reason)}" if cases.reason else ""


def _goods(report: MonthReport) -> Iterator[MonthSection]:
    columns = (
        ExportColumn("product", translate("Month", "Product"), width=36),
        ExportColumn("orders", translate("Month", "Orders"), "count"),
        ExportColumn("net", translate("Month", "Net"), "money"),
        ExportColumn("each", translate("Month", "An order"), "money"),
    )
    for code, goods in (("best", report.month.best), ("lost", report.month.lost)):
        if goods:
            yield _section(code, columns, map(_good, goods))


def _good(one: GoodProfit) -> Row:
    net, orders = one.sales.net, one.earned.orders
    each = round(net / orders) if net is not None and orders else None
    return one.title, orders, net, each


def _fans(report: MonthReport) -> MonthSection | None:
    month = report.month
    known = month.lives or month.kept.asked or month.reviews[0]
    if not known and month.new_fans is None:
        return None
    columns = (
        ExportColumn("month", translate("Month", "Month")),
        ExportColumn("lives", translate("Month", "Lives in reports"), "count"),
        ExportColumn("new", translate("Month", "New fans"), "count"),
        ExportColumn("lost", translate("Month", "Fans lost"), "count"),
        ExportColumn("kept", translate("Month", "Done of the list")),
        ExportColumn("reviews", translate("Month", "Lives looked back at")),
    )
    rows = (
        (
            *(name, one.lives or None, one.new_fans, one.lost_fans, _kept(one.kept)),
            _reviewed(*one.reviews),
        )
        for name, one in _periods(report)
    )
    return _section("fans", columns, rows)


def _kept(kept: ListKept) -> str | None:
    said = translate("Month", "{done} of {asked}")
    return said.format(done=kept.done, asked=kept.asked) if kept.asked else None


def _reviewed(lives: int, reviewed: int) -> str | None:
    said = translate("Month", "{done} of {asked}")
    return said.format(done=reviewed, asked=lives) if lives else None


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other
