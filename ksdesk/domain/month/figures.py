"""The figures of a month, in fen where they are money. What the book does not know is None."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Literal

from ksdesk.domain.calendar import add_months, month_end, month_start
from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.promotion.breakdown import GoodProfit, Paid, Profit, at_a_loss
from ksdesk.domain.reviews.checklist import ListKept

Beside = Literal["before", "year", "none"]
"""What stands beside a month: the one before, the same one a year ago, or nothing."""

BEST: Final = 5
"""Products that earn most, of which a report speaks."""


@dataclass(frozen=True)
class Settlement:
    """What was settled in some days, and what of it arrived since.

    `sales` less `refunds`, `fees` and `commissions` is not always `settled`: subsidies are in it.
    `received` is what account movements brought for these orders, None where the book has no
    movements; `waiting` orders have none yet.
    """

    orders: int
    sales: int
    refunds: int
    fees: int
    commissions: int
    settled: int
    received: int | None = None
    waiting: int | None = None

    @property
    def outstanding(self) -> int | None:
        """What was settled and has not arrived."""
        return None if self.received is None else self.settled - self.received


@dataclass(frozen=True)
class DepositMoves:
    """What a deposit account held before some days and after them; `moves` by kind are how many
    lines there were and what they come to."""

    account: str
    opening: int
    moves: tuple[tuple[str, int, int], ...]
    closing: int

    @classmethod
    def of(cls, account: str, entries: Iterable[Entry], first: date, last: date) -> DepositMoves:
        """The moves of these days among all lines of the account, kinds in their order there."""
        opening, sums = 0, dict[str, tuple[int, int]]()
        for entry in entries:
            if entry.day < first:
                opening += entry.amount
            elif entry.day <= last:
                count, fen = sums.get(entry.kind, (0, 0))
                sums[entry.kind] = count + 1, fen + entry.amount
        moves = tuple((kind, count, fen) for kind, (count, fen) in sums.items())
        return cls(account, opening, moves, opening + sum(fen for _, _, fen in moves))


@dataclass(frozen=True)
class ShippingKept:
    """Orders whose promised moment lies in some days: sent by then, or late (still open ones too).

    `open` ones are not sent yet and still have time; orders without such a moment are in none.
    """

    kept: int
    late: int
    open: int = 0

    @property
    def share(self) -> float | None:
        """Sent in time, of those that are decided; None without any."""
        decided = self.kept + self.late
        return self.kept / decided if decided else None


@dataclass(frozen=True)
class MomentBehind:
    """What stands behind a count of shipping or cases: an order, the moment that it is counted by,
    what it is ("kept", "late", "open", "begun"), and what is `said` of it."""

    order: str
    at: datetime
    kind: str
    said: str = ""


@dataclass(frozen=True)
class CasesOfMonth:
    """After-sales cases that began in some days and that ended in them, the fen that the seller
    says the ended ones cost (None: nothing is noted), the reason that most of the new ones have
    with their number, and how long the seller's first word took, on average of the new ones in
    which one is noted (None: in none)."""

    begun: int
    ended: int
    cost: int | None
    reason: str = ""
    with_reason: int = 0
    answer: timedelta | None = None


@dataclass(frozen=True)
class MonthFigures:
    """What happened from the first to the last day, both included.

    `profit` is that of the page 利润, `ways` what each paid way cost. `fans` are new and lost ones
    as far as reports tell, `lives` how many lives reports name, `kept` how the list for fans
    was, `reviews` how many lives were noted and how many of them looked back at.
    """

    first: date
    last: date
    profit: Profit
    ways: tuple[Paid, ...] = ()
    settlement: Settlement | None = None
    deposits: tuple[DepositMoves, ...] = ()
    shipping: ShippingKept | None = None
    cases: CasesOfMonth | None = None
    lives: int = 0
    new_fans: int | None = None
    lost_fans: int | None = None
    kept: ListKept = field(default_factory=ListKept)
    reviews: tuple[int, int] = (0, 0)

    @property
    def sold(self) -> bool:
        """Whether the book has orders or refunds of these days; else nothing is known of them."""
        whole = self.profit.whole
        return bool(whole.orders or whole.left_out or whole.paid or whole.refunded)

    @property
    def empty(self) -> bool:
        """Whether the book has nothing of these days. What each month costs anyway is nothing."""
        moved = any(account.moves for account in self.deposits)
        cases = self.cases and (self.cases.begun or self.cases.ended)
        fans = self.new_fans is not None or self.lost_fans is not None or self.kept.asked
        told = cases or self.lives or fans
        return not (
            self.sold or self.profit.spend or self.settlement or moved or self.shipping or told
        )

    @property
    def paid(self) -> int | None:
        """What buyers paid."""
        return self.profit.whole.paid if self.sold else None

    @property
    def refunded(self) -> int | None:
        """What they got back in these days, whenever they bought."""
        return self.profit.whole.refunded if self.sold else None

    @property
    def spend(self) -> int | None:
        """What promotion cost."""
        return self.profit.spend if self.profit.spend or self.sold else None

    @property
    def net(self) -> int | None:
        """What stays after all costs that orders and promotion bring; None where no order's goods
        have a cost."""
        whole = self.profit.whole
        known = whole.orders or not whole.left_out
        return self.profit.sales.net if self.sold and known else None

    @property
    def orders(self) -> int | None:
        """How many orders there were."""
        return self.profit.orders if self.sold else None

    @property
    def best(self) -> tuple[GoodProfit, ...]:
        """The products that earn most, the best first."""
        earning = [(net, one) for one in self.profit.goods if (net := _net(one)) > 0]
        earning.sort(key=lambda pair: -pair[0])
        return tuple(one for _, one in earning[:BEST])

    @property
    def lost(self) -> tuple[GoodProfit, ...]:
        """All products that were sold at a loss, the worst first."""
        return at_a_loss(self.profit.goods)


@dataclass(frozen=True)
class MonthReport:
    """A month with what lies `before` it, as the book of a `shop` knows it `at` a moment.

    `before` is None where the book has nothing of those days.
    """

    shop: str
    at: datetime
    month: MonthFigures
    before: MonthFigures | None = None

    @property
    def running(self) -> bool:
        """Whether the month is not over."""
        return self.month.last < month_end(self.month.first)


def span_of(month: date, today: date) -> tuple[date, date]:
    """The first and the last day of a month, of the one that runs up to today."""
    first, last = month_start(month), month_end(month)
    return first, min(last, today) if first <= today else last


def span_beside(first: date, last: date, beside: Beside) -> tuple[date, date] | None:
    """The month before or that of a year ago: all of it, or of a month that runs the same days."""
    if beside == "none":
        return None
    begin = add_months(first, -1 if beside == "before" else -12)
    end = month_end(begin)
    return begin, end if last == month_end(first) else min(end, begin + (last - first))


def _net(one: GoodProfit) -> int:
    return 0 if one.costless else one.sales.net or 0
