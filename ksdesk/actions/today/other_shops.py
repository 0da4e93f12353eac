"""几家店一起看: what each shop of this computer says of today, read and never written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from ksdesk.actions import rules as own_rules
from ksdesk.actions.deposit import Account
from ksdesk.actions.shops import Shop
from ksdesk.actions.today.asking import Look
from ksdesk.actions.today.cards import SOLD
from ksdesk.actions.today.service import CASES, SERVICE, SHIPPING
from ksdesk.actions.today.shop import DEPOSITS
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.today import Item, by_urgency, end_of
from ksdesk.storage import BookProblem, Reader
from ksdesk.storage.beside import reading_beside


@dataclass(frozen=True)
class ClocksRunning:
    """How many clocks of orders and cases are over, run out today, and later."""

    late: int = 0
    today: int = 0
    later: int = 0

    def __add__(self, other: ClocksRunning) -> ClocksRunning:
        return ClocksRunning(
            self.late + other.late, self.today + other.today, self.later + other.later
        )


@dataclass(frozen=True)
class ShopToday:
    """One shop: until when its figures are (None: no orders), what today sold (None: nothing of
    today is imported), what waits, its own deposit, and what is late or due today.

    `unbooked`: what today sold is not worked out, which is done once it is open. `trouble` is a
    code of `BookProblem` where the book cannot be read; nothing else is known then.
    """

    shop: Shop
    until: datetime | None = None
    sales: int | None = None
    orders: int | None = None
    to_ship: int | None = None
    clocks: ClocksRunning | None = None
    deposit: Account | None = None
    deposit_until: date | None = None
    items: tuple[Item, ...] = ()
    unbooked: bool = False
    trouble: str = ""


def of_other(shop: Shop, now: datetime) -> ShopToday:
    """A shop whose book is not open."""
    if shop.trouble:
        return ShopToday(shop, trouble=shop.trouble)
    try:
        with reading_beside(shop.path) as reader:
            return of_shop(shop, reader, own_rules.rule_book(reader), now)
    except BookProblem as problem:
        return ShopToday(shop, trouble=problem.code)


def of_shop(shop: Shop, reader: Reader, rules: RuleBook, now: datetime) -> ShopToday:
    """A shop by its open book."""
    look = Look(reader, rules, now, {}, {})
    sold, deposits = look.ask(SOLD), look.ask(DEPOSITS)
    so_far = sold.today if sold.booked else None
    queue = look.ask(SHIPPING).queue
    open_orders = [one for one in queue.rows if not one.done and one.promise.basis != "blocked"]
    running = [case.clock.due for case in look.ask(CASES) if case.running]
    own = deposits.accounts[0]
    items = chain.from_iterable(part.items(look) for part in SERVICE)
    last = end_of(now.date())
    return ShopToday(
        shop,
        sold.until,
        so_far.paid if so_far is not None else None,
        so_far.leads if so_far is not None else None,
        len(open_orders),
        clocks([*(one.promise.due for one in open_orders), *running], now),
        own if own.opened else None,
        deposits.until[own.name],
        by_urgency(item for item in items if item.due is not None and item.due <= last),
        not sold.booked,
    )


def clocks(due: list[datetime | None], now: datetime) -> ClocksRunning:
    """Moments, counted; what has none is no clock."""
    known, last = [one for one in due if one is not None], end_of(now.date())
    return ClocksRunning(
        sum(one < now for one in known),
        sum(now <= one <= last for one in known),
        sum(one > last for one in known),
    )
