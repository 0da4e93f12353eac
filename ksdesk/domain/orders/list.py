"""The list of orders as it is searched and filtered: compact columns, one entry an order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import compress
from typing import Final

from ksdesk.domain.orders.states import STATES, WAITING, refund_of, state_of
from ksdesk.domain.products.list import Texts
from ksdesk.domain.products.search_text import mixed_pattern

SHOWN: Final = ("to_ship", "short", "shipped", "done", "refund", "unpaid", "closed", "all")
"""What the list can be narrowed to: where orders stand, goods that are not there (缺货), money that
went back."""

REFUNDS: Final = ("", "part", "whole")
_REFUND, _SHORT, _KINDS = 8, 32, 64  # a kind is the state's place, the refund's x 8, 32 where short
_STATES: Final = {
    "to_ship": WAITING,
    "shipped": ("part", "shipped"),
    "done": ("done",),
    "unpaid": ("unpaid",),
    "closed": ("closed",),
}


def kind_of(state: str, refund: str = "", short: bool = False) -> int:
    """State, how much was paid back and whether goods are missing, in one number below 64."""
    return STATES.index(state) + REFUNDS.index(refund) * _REFUND + short * _SHORT


def shows(show: str, kind: int) -> bool:
    """Whether what the list is narrowed to (one of SHOWN) holds orders of this kind."""
    if kind >= _KINDS:
        return False
    if show in ("all", "refund", "short"):
        return {
            "all": True,
            "refund": bool(kind // _REFUND % 4),
            "short": bool(kind & _SHORT),
        }[show]
    return STATES[kind % _REFUND] in _STATES[show]


_SHOWN: Final = {show: bytes(shows(show, kind) for kind in range(256)) for show in SHOWN}


@dataclass(frozen=True)
class OrderQuery:
    """What is looked for: words (`search_text.query_words`) and one of SHOWN."""

    words: tuple[str, ...] = ()
    show: str = "to_ship"


@dataclass(frozen=True)
class FoundOrders:
    """Numbers of the orders that match, in order, and how many of the words' each SHOWN has."""

    ids: array[int]
    counts: Mapping[str, int]


@dataclass(frozen=True)
class OrderTexts:
    """What each order is found by, in the list's order: its `own` numbers and notes, and by its
    place in `goods` what was bought.
    """

    own: Texts
    goods: Texts
    places: array[int]

    def holding(self, word: str) -> bytes:
        """A 1 for each order that a word is found in."""
        flags = self.goods.holding(word)
        pattern = None if 1 in flags else mixed_pattern(word)
        if pattern is not None:
            flags = self.goods.matching(word, pattern)
        own = self.own.holding(word)
        if 1 not in flags:
            return own
        bought = bytes(map(flags.__getitem__, self.places))
        return bought if 1 not in own else _joined(own, bought, "or")


@dataclass(frozen=True)
class OrderList:
    """Every order, the newest first: the number of its leading row and its kind.

    `texts` come later than the rest. `first` are the numbers of those to be shipped in the order
    in which they fall due.
    """

    ids: array[int]
    kinds: bytes
    first: array[int] = field(default_factory=lambda: array("q"))
    texts: OrderTexts | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        return _counted(self.kinds)

    def ready_for(self, query: OrderQuery) -> bool:
        """Whether all is here that the question needs."""
        return self.texts is not None or not query.words

    def find(self, query: OrderQuery) -> FoundOrders:
        """What matches; AttributeError before it is `ready_for` the question."""
        told = self._told(query.words)
        wanted = self.kinds.translate(_SHOWN[query.show])
        counts = self._counts
        if told is not None:
            counts = _counted(bytes(compress(self.kinds, told)))
            wanted = _joined(told, wanted, "and")
        ids = array("q", compress(self.ids, wanted))
        if query.show == "to_ship" and self.first:
            here = set(ids)
            ids = array("q", filter(here.__contains__, self.first))
        return FoundOrders(ids, counts)

    def _told(self, words: Iterable[str]) -> bytes | None:
        flags: bytes | None = None
        for word in words:
            assert self.texts is not None
            found = self.texts.holding(word)
            flags = found if flags is None else _joined(flags, found, "and")
        return flags

    def falling_due(self, first: Iterable[int]) -> OrderList:
        """The list with the order of those to be shipped."""
        return replace(self, first=array("q", first))


def _joined(one: bytes, other: bytes, how: str) -> bytes:
    """A 1 where both have one, or either has."""
    left, right = int.from_bytes(one, "little"), int.from_bytes(other, "little")
    both = left & right if how == "and" else left | right
    return both.to_bytes(len(one), "little")


def _counted(kinds: bytes) -> dict[str, int]:
    found = {kind: kinds.count(kind) for kind in range(_KINDS)}
    return {
        show: sum(count for kind, count in found.items() if _SHOWN[show][kind]) for show in SHOWN
    }


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
        sendable = state_of(self.status) in WAITING
        return sendable and refund_of(self.paid, 0, self.after_sale) != "whole"


@dataclass(frozen=True, slots=True)
class ShownOrder:
    """An order as the list shows it. `id` is the number of its leading row, `paid` the sum of its
    lines, `refunded` what went back of it; moments are Beijing time.
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
    """An after-sales case of an order, as the platform's file has it."""

    number: str
    kind: str
    state: str
    refund: int | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class WholeOrder:
    """All that the book knows of an order."""

    order: ShownOrder
    money: Sequence[MoneyLine] = ()
    cases: Sequence[CaseLine] = ()
    stock_case: int = 0
