"""报税对账: what the platform reports of a quarter to the tax office, against the book.

It only compares. What the platform really reported is what it and the tax office show the seller;
nothing is inferred from a difference.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, Literal

from ksdesk.domain.calendar import add_months, month_end
from ksdesk.domain.notes import Note
from ksdesk.domain.promotion.profit import Earned

Basis = Literal["paid", "settled", "unknown"]
"""Of which sales the platform's figures are: by the day of the sale, of the settlement, or the
seller cannot tell."""

BASES: Final[tuple[Basis, ...]] = ("paid", "settled", "unknown")


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
        return not (self.gross is None and self.refunds is None and self.net is None)


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


@dataclass(frozen=True)
class QuarterCheck:
    """A quarter: what the platform says (`figure`) and, by each basis that may be meant, what the
    book says of its months. `last` is its last day, or today while it runs."""

    first: date
    last: date
    figure: TaxFigure | None
    months: Mapping[Basis, tuple[BookIncome | None, ...]]

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

    def difference(self, basis: Basis, name: str) -> int | None:
        """Platform less book for gross, refunds or net; None where one of them does not know."""
        told = None if self.figure is None else getattr(self.figure, name)
        book = getattr(self.total(basis), name, None)
        found: int | None = None if told is None or book is None else told - book
        return found


def quarter_of(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_end(first: date) -> date:
    """The last day of the quarter that begins on that day."""
    return month_end(add_months(first, 2))
