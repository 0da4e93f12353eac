"""The list of orders as it is searched and filtered: compact columns, one entry an order."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ksdesk.domain.orders.states import STATES, WAITING, waits

SHOWN: Final = ("to_ship", "short", "shipped", "done", "refund", "unpaid", "closed", "all")
"""What the list can be narrowed to: where orders stand, goods that are not there (缺货), money that
went back."""

REFUNDS: Final = ("", "part", "whole")
KINDS: Final = 64
SHORT: Final = 32  # a kind is the state's place, the refund's x 8, and this where goods are missing
_REFUND: Final = 8
_STATES: Final = {
    "to_ship": WAITING,
    "shipped": ("part", "shipped"),
    "done": ("done",),
    "unpaid": ("unpaid",),
    "closed": ("closed",),
}


def kind_of(state: str, refund: str = "", short: bool = False) -> int:
    """State, how much was paid back and whether goods are missing, in one number below KINDS."""
    return STATES.index(state) + REFUNDS.index(refund) * _REFUND + short * SHORT


def shows(show: str, kind: int) -> bool:
    """Whether what the list is narrowed to (one of SHOWN) holds orders of this kind. What was paid
    back as a whole is not to be shipped any more.
    """
    state, refund = STATES[kind % _REFUND], kind // _REFUND % 4
    if show in ("all", "refund", "short"):
        return {"all": True, "refund": refund > 0, "short": bool(kind & SHORT)}[show]
    paid_back = refund == REFUNDS.index("whole")
    return state in _STATES[show] and not (show == "to_ship" and paid_back)


@dataclass(frozen=True)
class OrderQuery:
    """What is looked for: words (`search_text.query_words`) and one of SHOWN."""

    words: tuple[str, ...] = ()
    show: str = "to_ship"


@dataclass(frozen=True)
class FoundOrders:
    """Numbers of the orders that match, in order, and how many of the words' each SHOWN has.

    `paid` is what was paid for them, in fen, None as long as nobody has added it up.
    """

    ids: array[int]
    counts: Mapping[str, int]
    paid: int | None = None


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One product of an order, as the files have it; money is fen, None where nothing is said."""

    product_id: str = ""
    code: str = ""
    name: str = ""
    spec: str = ""
    quantity: int | None = None
    paid: int | None = None
    status: str = ""
    after_sale: str = ""
    gift: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is still to be sent: paid, and neither shipped nor paid back."""
        return waits(self.status, self.after_sale)


@dataclass(frozen=True, slots=True)
class ShownOrder:
    """An order as the list shows it. `id` is the number of its leading row, `paid` the sum of its
    lines, `refunded` what went back of it; moments are Beijing time; `stock_case` is the number of
    the open case of goods that are not there, 0 without one.
    """

    id: int
    order_no: str = ""
    at: datetime | None = None
    state: str = "unknown"
    lines: Sequence[OrderLine] = ()
    paid: int | None = None
    refunded: int = 0
    refund: str = ""
    paid_at: datetime | None = None
    shipped_at: datetime | None = None
    courier: str = ""
    tracking: tuple[str, ...] = ()
    stock_case: int = 0

    @property
    def pieces(self) -> int:
        """How many pieces it is; a line that does not say is one."""
        return sum(1 if line.quantity is None else line.quantity for line in self.lines)


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """Money of an order: `kind` is settled, fees, refund, insurance, movement or deposit; `fen` is
    below 0 where it went away; `said` are the words of the file.
    """

    kind: str
    at: datetime | None
    fen: int
    said: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """An after-sales case of an order, as the platform's file has it or as it was noted by hand;
    `name` is what 售后 finds it by.
    """

    name: str
    number: str
    kind: str
    state: str
    refund: int | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """Money of an order that is not settled: the `day` on which it is expected, since earlier
    orders took `days` from that moment (`since`: shipped, paid or ordered) to their settlement,
    the median of `orders` of them. `day` is None where nothing tells.
    """

    day: date | None = None
    since: str = ""
    days: int = 0
    orders: int = 0


@dataclass(frozen=True, slots=True)
class WholeOrder:
    """All that the book knows of an order."""

    order: ShownOrder
    money: Sequence[MoneyLine] = ()
    cases: Sequence[CaseLine] = ()
    on_its_way: OnItsWay | None = None


def awaits_money(order: ShownOrder) -> bool:
    """Whether the shop is still to be paid for an order, as long as no file says that it was."""
    sold = order.state in ("to_ship", "part", "shipped", "done")
    return sold and order.refund != "whole" and order.paid != 0
