"""A month as it is shown, printed and saved: figures that other pages show, brought together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from ksdesk.actions import Book, notes
from ksdesk.actions.promotion import profit, ways
from ksdesk.actions.reviews import checklist
from ksdesk.domain.aftersales.ranking import ranking
from ksdesk.domain.calendar import add_months, month_end, month_start
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Source
from ksdesk.domain.month import (
    Basis,
    Beside,
    BookIncome,
    CasesOfMonth,
    Cell,
    DepositMoves,
    MomentBehind,
    MonthFigures,
    MonthReport,
    OrderGap,
    QuarterCheck,
    TaxFigure,
    TaxPart,
    gaps,
    quarter_end,
    quarter_of,
    span_beside,
    span_of,
)
from ksdesk.domain.month.tax_table import (
    FIGURES,
    TaxRole,
    TaxSums,
    TaxTable,
    month_in,
    quarter_in,
)
from ksdesk.domain.reviews.broadcasts import Broadcast, looked_back_at
from ksdesk.domain.traffic import day_start
from ksdesk.importers import open_table
from ksdesk.importers.cell import tidy_text, unwrapped
from ksdesk.importers.converters import ids, money
from ksdesk.importers.files.besides import Lines
from ksdesk.importers.names import unit_of
from ksdesk.storage import Reader


def report(reader: Reader, month: date, now: datetime, beside: Beside = "before") -> MonthReport:
    """The month of that day with what is wanted beside it.

    Profit is as new as the last time that `ksdesk.actions.promotion.costs.work_out` ran.
    """
    first, last = span_of(month, now.date())
    shown, other = figures(reader, first, last, now), span_beside(first, last, beside)
    before = figures(reader, *other, now) if other else None
    if before is not None and before.empty:
        before = None
    return MonthReport(reader.shop.name(), now, shown, before)


def newest(reader: Reader, now: datetime) -> date:
    """The month to show first: the last one that is over, where the book has anything of it."""
    this = month_start(now.date())
    last = add_months(this, -1)
    return this if figures(reader, last, month_end(last), now).empty else last


def figures(reader: Reader, first: date, last: date, now: datetime) -> MonthFigures:
    """What the book knows of these days."""
    start, end = day_start(first), day_start(last + timedelta(days=1))
    ledgers = ((name, reader.deposit.entries(name)) for name in reader.deposit.accounts())
    deposits = (DepositMoves.of(name, entries, first, last) for name, entries in ledgers)
    return MonthFigures(
        first,
        last,
        profit.look(reader, first, last, now),
        ways.of_days(reader, first, last, now),
        reader.month.settlement(start, end),
        tuple(one for one in deposits if one.opening or one.moves),
        reader.month.shipping(start, end, now),
        _cases(reader, first, last),
        len(reader.profit.lives(start, end)),
        _total(reader, "new_fans", start, end),
        _total(reader, "unfollows", start, end),
        checklist.kept(reader, first, last + timedelta(days=1), now.date()),
        looked_back_at(
            reader.notes.all(Broadcast),
            datetime.combine(first, time()),
            datetime.combine(last + timedelta(days=1), time()),
        ),
    )


def _cases(reader: Reader, first: date, last: date) -> CasesOfMonth | None:
    if not reader.aftersales.any():
        return None
    start = datetime.combine(first, time())
    end = datetime.combine(last + timedelta(days=1), time())
    found = reader.aftersales.reasons(start, end)
    said = next(iter(ranking(found).reasons), ("", 0))
    begun = sum(count for _, _, count in found)
    took = reader.aftersales.answers(start, end)
    answer = sum(took, timedelta(0)) / len(took) if took else None
    return CasesOfMonth(begun, *reader.aftersales.ended(start, end), *said, answer)


def shipping_behind(reader: Reader, first: date, last: date, now: datetime) -> list[MomentBehind]:
    """The orders behind the month's shipping."""
    start, end = day_start(first), day_start(last + timedelta(days=1))
    return reader.month.promised(start, end, now)


def cases_behind(reader: Reader, first: date, last: date, _now: datetime) -> list[MomentBehind]:
    """The cases that began in the month."""
    start, end = datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)
    found = reader.aftersales.begun(start, end)
    return [MomentBehind(order, at, "begun", reason) for order, at, reason in found]


def tax_table(source: Source) -> TaxTable:
    """A table of the platform's figures as it stands in a file. Raises `ImportProblem`."""
    opened = open_table(source)
    lines = Lines(opened.header)
    rows = (tuple(row) for _numbers, chunk in opened.chunks() for row in chunk)
    kept = (row for row in rows if lines.why(row) != "total_line")
    return TaxTable(tuple(opened.header), tuple(kept))


def tax_sums(table: TaxTable, places: Mapping[TaxRole, int], quarter: date) -> TaxSums:
    """The sums of the rows of a quarter (its first day), its columns where the seller says. Without
    a column that tells when, all rows are of it."""
    parts: dict[tuple[date | None, str], dict[TaxRole, int]] = {}
    counted = elsewhere = 0
    unread: list[str] = []
    for row in _tax_rows(table, places, quarter):
        if row.quarter not in (None, quarter):
            elsewhere += 1
        elif row.quarter is None or row.amounts is None:
            unread.append(row.said)
        else:
            counted += 1
            part = parts.setdefault((row.month, row.order), {})
            for role, fen in row.amounts.items():
                part[role] = part.get(role, 0) + fen
    told = [TaxPart(*of, *(part.get(role) for role in FIGURES)) for of, part in parts.items()]
    known = ([part[role] for part in parts.values() if role in part] for role in FIGURES)
    gross, refunds, net = (sum(some) if some else None for some in known)
    if not any(part.month or part.order for part in told):
        told = []
    unlike = tuple(dict.fromkeys(unread))
    return TaxSums(gross, refunds, net, counted, elsewhere, unlike, tuple(told))


@dataclass(frozen=True, slots=True)
class _TaxRow:
    """A row with a figure: the quarter it is of, None where that cannot be read, and its amounts in
    fen, None where one of them cannot be. `said` is what stands there then."""

    quarter: date | None
    month: date | None
    order: str
    amounts: dict[TaxRole, int] | None
    said: str


def _tax_rows(table: TaxTable, places: Mapping[TaxRole, int], quarter: date) -> Iterator[_TaxRow]:
    def cells(role: TaxRole) -> list[str]:
        place = places[role]
        return [row[place] if place < len(row) else "" for row in table.rows]

    roles = [role for role in FIGURES if role in places]
    columns = [cells(role) for role in roles]
    read = [
        money(unit_of(table.header[places[role]]))(column)
        for role, column in zip(roles, columns, strict=True)
    ]
    days = [unwrapped(cell) for cell in cells("when")] if "when" in places else []
    orders = _order_numbers(cells("order")) if "order" in places else []
    for number in range(len(table.rows)):
        faulty = any(number in faults for _values, faults in read)
        values = [values[number] for values, _faults in read]
        if not faulty and all(fen is None for fen in values):
            continue
        month = month_in(days[number]) if days else None
        of: date | None = quarter
        if days:
            of = quarter_of(month) if month else quarter_in(days[number])
        amounts = {
            # Refunds are told as what went back, whatever their sign.
            role: abs(fen) if role == "refunds" else fen
            for role, fen in zip(roles, values, strict=True)
            if fen is not None
        }
        figures = " ".join(column[number].strip() for column in columns)
        yield _TaxRow(
            of,
            month,
            orders[number] if orders else "",
            None if faulty else amounts,
            days[number] if of is None else figures,
        )


def _order_numbers(column: list[str]) -> list[str]:
    """As imports read them; one that lost its digits stays as it stands."""
    values, faults = ids()(column)
    return [
        tidy_text(column[number]) if number in faults else value or ""
        for number, value in enumerate(values)
    ]


def keep_figure(book: Book, figure: TaxFigure, parts: Sequence[TaxPart], now: datetime) -> Changes:
    """Note what the platform says of a quarter, with what its table says by month and order."""
    with book.transaction():
        before = next(iter(book.reader.notes.having(TaxFigure, quarter=figure.quarter)), None)
        written = notes.keep(book, figure, now)
        number = written.ref
        assert isinstance(number, int)
        had = book.reader.month.parts(number)
        if tuple(parts) == had:
            return written
        book.month.put_parts(number, parts)
    if before is None:
        return written  # undone, its parts wait with it in the bin
    return Changes.of(
        *figure.topics,
        undo=partial(keep_figure, figure=before, parts=had, now=now),
        ref=number,
    )


def quarter(reader: Reader, first: date, now: datetime) -> QuarterCheck:
    """The quarter that begins on that day, as the platform and as the book has it."""
    last = min(quarter_end(first), now.date())
    figure = next(iter(reader.notes.having(TaxFigure, quarter=first.isoformat())), None)
    bases: tuple[Basis, ...] = ("paid", "settled")
    if figure is not None and figure.basis != "unknown":
        bases = (figure.basis,)
    begins = [add_months(first, place) for place in range(3)]
    months = {
        basis: tuple(
            BookIncome.of(
                reader.profit.by_product(
                    month, min(month_end(month), now.date()), money=basis == "settled"
                ).values()
            )
            for month in begins
        )
        for basis in bases
    }
    parts = () if figure is None else reader.month.parts(figure.id)
    check = QuarterCheck(first, last, figure, months, parts)
    return replace(check, gaps=_gaps(reader, check)) if check.by_order else check


def _gaps(reader: Reader, check: QuarterCheck) -> dict[Cell, tuple[OrderGap, ...]]:
    """The orders behind each difference."""
    cells = check.differing()
    books = {
        (basis, month): reader.month.orders(*check.span(month), money=basis == "settled")
        for basis, month, _name in cells
    }
    named = {part.order for part in check.parts}
    missing = {order for book in books.values() for order in named - set(book)}
    elsewhere = reader.month.sold_on(sorted(missing))
    return {
        (basis, month, name): gaps(
            name,
            [part for part in check.parts if month is None or part.month == month],
            books[basis, month],
            elsewhere,
        )
        for basis, month, name in cells
    }


def _total(reader: Reader, code: str, start: int, end: int) -> int | None:
    """A figure of the reports, None where none has it."""
    series = reader.traffic.series(code, "day", start, end)
    return round(sum(series.values)) if len(series.values) else None
