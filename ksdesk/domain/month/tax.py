"""报税对账: what the platform reports of a quarter to the tax office, against the book.

It only compares. What the platform really reported is what it and the tax office show the seller;
nothing is inferred from a difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import ClassVar, Final, Literal

from ksdesk.domain.calendar import add_months, month_end
from ksdesk.domain.notes import Note
from ksdesk.domain.promotion.profit import Earned

Basis = Literal["paid", "settled", "unknown"]
"""Of which sales the platform's figures are: by the day of the sale, of the settlement, or the
seller cannot tell."""

BASES: Final[tuple[Basis, ...]] = ("paid", "settled", "unknown")

FigureName = Literal["gross", "refunds", "net"]
NAMES: Final[tuple[FigureName, ...]] = ("gross", "refunds", "net")


@dataclass(frozen=True)
class TaxFigure(Note):
    """What the seller read of a quarter (its first day), in fen; None is not told."""

    topics: ClassVar[tuple[str, ...]] = ("month",)
    single: ClassVar[tuple[str, ...]] = ("quarter",)

    quarter: date
    basis: Basis
    gross: int | None = None
    refunds: int | None = None
    net: int | None = None

    def __post_init__(self) -> None:
        if self.basis not in BASES or self.quarter != quarter_of(self.quarter):
            raise ValueError(f"no quarter or basis: {self.quarter} {self.basis!r}")

    @property
    def told(self) -> bool:
        """Whether any figure is told."""
        return self.sums != (None, None, None)

    @property
    def sums(self) -> tuple[int | None, int | None, int | None]:
        """Gross, refunds and net."""
        return self.gross, self.refunds, self.net


@dataclass(frozen=True)
class BookIncome:
    """What the book says of some days: paid, given back, and the rest."""

    gross: int
    refunds: int

    @classmethod
    def of(cls, parts: Collection[Earned]) -> BookIncome | None:
        """Of these sums, orders without a cost among them; None without any: nothing is known."""
        whole = Earned.total(parts)
        return cls(whole.paid, whole.refunded) if parts else None

    @property
    def net(self) -> int:
        """Paid less given back."""
        return self.gross - self.refunds


@dataclass(frozen=True, slots=True)
class TaxPart:
    """What the platform's table says of an order in a month (its first day), in fen. A table may
    tell no month (None) and no order ("")."""

    month: date | None
    order: str
    gross: int | None = None
    refunds: int | None = None
    net: int | None = None


@dataclass(frozen=True, slots=True)
class BookOrder:
    """What the book says of an order in some days, and what was sold on which day."""

    income: BookIncome
    sold_on: date
    title: str = ""


GapKind = Literal["book", "platform", "elsewhere", "amount"]
"""Only the book has the order in these days; only the platform has it; so has the book, but in
other days; both have it, with another amount."""


@dataclass(frozen=True, slots=True)
class OrderGap:
    """An order in which the platform (None: it does not name it) and the book differ. `sold_on`
    and `title` are the book's, None and "" where it does not know the order."""

    order: str
    kind: GapKind
    platform: int | None
    book: int | None
    sold_on: date | None = None
    title: str = ""

    @property
    def difference(self) -> int:
        """Platform less book."""
        return (self.platform or 0) - (self.book or 0)


def gaps(
    name: FigureName,
    parts: Iterable[TaxPart],
    book: Mapping[str, BookOrder],
    elsewhere: Mapping[str, date],
) -> tuple[OrderGap, ...]:
    """The orders that make up the difference of a figure, the largest first; they add up to it.

    `book` are the orders of the same days, `elsewhere` the days of others that the book knows.
    """
    told: dict[str, int] = {}
    for part in parts:
        told[part.order] = told.get(part.order, 0) + (getattr(part, name) or 0)
    found = []
    for order in dict.fromkeys((*book, *told)):
        mine = book.get(order)
        ours = None if mine is None else getattr(mine.income, name)
        if name == "gross" and not ours:  # what was sold before and came back in these days
            ours = None
        theirs = told.get(order)
        kind: GapKind = "amount"
        if theirs is None:
            kind = "book"
        elif ours is None:
            kind = "platform" if mine is None and order not in elsewhere else "elsewhere"
        day = elsewhere.get(order) if mine is None else mine.sold_on
        gap = OrderGap(order, kind, theirs, ours, day, "" if mine is None else mine.title)
        if gap.difference:
            found.append(gap)
    return tuple(sorted(found, key=lambda gap: (-abs(gap.difference), gap.order)))


Cell = tuple[Basis, "date | None", FigureName]
"""A figure by a basis, of a month (its first day) or (None) of the quarter."""


@dataclass(frozen=True)
class QuarterCheck:
    """A quarter: what the platform says (`figure`, and the `parts` of its table) and, by each basis
    that may be meant, what the book says of its months. `last` is its last day, or today while it
    runs. `gaps` has the orders behind each difference where the platform's table names orders."""

    first: date
    last: date
    figure: TaxFigure | None
    months: Mapping[Basis, tuple[BookIncome | None, ...]]
    parts: tuple[TaxPart, ...] = ()
    gaps: Mapping[Cell, tuple[OrderGap, ...]] = field(default_factory=dict)

    @property
    def begins(self) -> tuple[date, ...]:
        """The first days of its months."""
        return tuple(add_months(self.first, place) for place in range(3))

    def span(self, month: date | None) -> tuple[date, date]:
        """The first and last day of the quarter, or of a month, up to today."""
        if month is None:
            return self.first, self.last
        return month, min(month_end(month), self.last)

    @property
    def monthly(self) -> bool:
        """Whether the platform's table tells the month of all that it says."""
        return bool(self.parts) and all(month is not None for month, _name in self._sums)

    @property
    def by_order(self) -> bool:
        """Whether the platform's table names orders."""
        return any(part.order for part in self.parts)

    def platform(self, name: FigureName, month: date | None = None) -> int | None:
        """What the platform says of the quarter, or of a month; None where it does not tell."""
        told = None if self.figure is None else getattr(self.figure, name)
        if told is None or month is None:
            return told
        if not self.monthly or (month > self.last and (month, name) not in self._sums):
            return None
        return self._sums[month, name]

    @cached_property
    def _sums(self) -> Counter[tuple[date | None, FigureName]]:
        """What the parts add up to, once: they may be every order, and tables ask at each draw."""
        found: Counter[tuple[date | None, FigureName]] = Counter()
        for part in self.parts:
            for name in NAMES:
                found[part.month, name] += getattr(part, name) or 0
        return found

    @property
    def running(self) -> bool:
        """Whether it is not over."""
        return self.last < quarter_end(self.first)

    def total(self, basis: Basis) -> BookIncome | None:
        """What the book says of the quarter; None where it has nothing of any month."""
        parts = [part for part in self.months[basis] if part is not None]
        if not parts:
            return None
        return BookIncome(sum(p.gross for p in parts), sum(p.refunds for p in parts))

    def book(self, basis: Basis, name: FigureName, month: date | None = None) -> int | None:
        """What the book says of the quarter, or of a month; None where it has nothing of it."""
        if month is None:
            return getattr(self.total(basis), name, None)
        return getattr(self.months[basis][self.begins.index(month)], name, None)

    def difference(self, basis: Basis, name: FigureName, month: date | None = None) -> int | None:
        """Platform less book; None where one of them does not know of the quarter, or the platform
        of the month. Those of the months add up to that of the quarter."""
        told = self.platform(name, month)
        if told is None or self.total(basis) is None:
            return None
        return told - (self.book(basis, name, month) or 0)

    def differing(self) -> tuple[Cell, ...]:
        """The figures that differ: of its months where the platform tells them, else of all."""
        spans = self.begins if self.monthly else (None,)
        return tuple(
            (basis, span, name)
            for basis in self.months
            for span in spans
            for name in NAMES
            if self.difference(basis, name, span)
        )


def quarter_of(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_end(first: date) -> date:
    """The last day of the quarter that begins on that day."""
    return month_end(add_months(first, 2))
